"""The organisation's logo: ``[logo] file`` of ``polyleaf.toml``."""

from __future__ import annotations

from pathlib import Path

from polyleaf.drawings.svg import parse_svg
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.image import ImageProblem
from polyleaf.source.images import read_image
from polyleaf.source.values import shown

_WORDS = {
    ImageProblem.OUTSIDE: ("leaves the project", "Copy it into the project's folder and name it from there: logo.svg"),
    ImageProblem.MISSING: ("is not there", "Look at its name; capitals count"),
    ImageProblem.NOT_AN_IMAGE: ("is not a picture that can be printed", "Use an SVG, PNG or JPEG file"),
    ImageProblem.TOO_LARGE: ("is too large to print", "Save it smaller"),
    ImageProblem.UNSAFE: (
        "holds a script, a DOCTYPE or a link to something outside itself",
        "Save it again as plain SVG, with every picture inside it embedded",
    ),
}


def check_logo(root: Path, file: str, line: int | None, log: FaultLog) -> None:
    """Look at the logo before it is printed on every leaflet.

    Args:
        root: Folder of the project.
        file: Path as written, relative to it.
        line: Where it is written.
        log: Takes what is wrong with it.
    """
    facts, data = read_image(root, "", file)
    if facts.problem is not None:
        wrong, hint = _WORDS[facts.problem]
        log.add(f"The logo {shown(file)} {wrong}", line, hint)
    elif facts.kind == "svg" and any(one.tag.rpartition("}")[2] == "text" for one in parse_svg(data).root.iter()):
        log.add(
            f"The logo {shown(file)} has letters in it, which need a font of their own",
            line,
            "Save it again with the text turned into outlines (paths)",
        )
