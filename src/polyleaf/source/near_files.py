"""Files that are there and were meant: another case, another slash, an ending that a program added."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from polyleaf.errors import nearest
from polyleaf.model.image import PICTURE_ENDINGS

_MOST_FILES = 2_000
"""Files of a folder that are looked at."""
_TEXTS = (".md", ".markdown", ".mdown", ".txt", ".text", ".docx", ".doc", ".odt", ".rtf")
_NOTES = ("readme", "license", "licence", "changelog", "notes")


def meant_picture(root: Path, folder: str, image: str) -> str:
    """The picture in a leaflet's folder that an author meant, as it is to be written; "" if none is like it.

    Args:
        root: Folder of the project.
        folder: Folder of the leaflet in it.
        image: As the author wrote it: with backslashes, other capitals, a drive before it, or a slip.
    """
    here = root / folder
    there = {path.relative_to(here).as_posix() for path in _files(here) if path.suffix.lower() in PICTURE_ENDINGS}
    written = image.replace("\\", "/").removeprefix("./")
    folded = {name.casefold(): name for name in sorted(there)}
    by_name = {name.rpartition("/")[2].casefold(): name for name in sorted(there)}
    if found := folded.get(written.casefold()) or by_name.get(written.rpartition("/")[2].casefold()):
        return found
    stems = {name.rpartition("/")[2].rpartition(".")[0]: name for name in sorted(there)}
    return stems.get(nearest(written.rpartition("/")[2].rpartition(".")[0], stems), "")


def meant_leaflet(folder: Path) -> str:
    """The file in a leaflet's folder that should be its ``leaflet.md``; "" if there is none, or more than one."""
    texts = [path.name for path in _files(folder, deep=False) if path.suffix.lower() in _TEXTS]
    named = [name for name in texts if name.casefold().startswith("leaflet")]
    found = named or [name for name in texts if not name.casefold().startswith(_NOTES)]
    return found[0] if len(found) == 1 else ""


def loose_leaflets(leaflets: Path) -> dict[str, str]:
    """Texts that lie in ``leaflets/`` itself, where nobody looks for them: the name of the leaflet, and the file."""
    names = sorted(path.name for path in _files(leaflets, deep=False))
    found: dict[str, str] = {}
    for name in names:
        stem = name.partition(".")[0]
        if name.lower().endswith(_TEXTS) and not name.casefold().startswith(_NOTES):
            found.setdefault(stem, name)
    return found


def _files(folder: Path, *, deep: bool = True) -> Iterator[Path]:
    """Files in a folder, hidden ones and links left out; none if it cannot be looked at."""
    try:
        paths = folder.rglob("*") if deep else folder.iterdir()
        for path in islice(paths, _MOST_FILES):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield path
    except OSError:
        return
