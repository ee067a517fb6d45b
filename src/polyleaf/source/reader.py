"""Reads a project folder: the configuration and every leaflet, whatever state they are in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.errors import UsageError, nearest
from polyleaf.locales.lost_signs import meant_by
from polyleaf.manuscript.faults import ContentError, FaultLog, Refusal
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.model.finding import Fault, Location
from polyleaf.model.image import ImageFacts
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.project import Broken, Config, Project
from polyleaf.source.codes import other_codes
from polyleaf.source.config import read_config
from polyleaf.source.front_matter_lines import split_front_matter
from polyleaf.source.frontmatter import read_front_matter
from polyleaf.source.garbled import tell_garbled
from polyleaf.source.images import read_image
from polyleaf.source.key_points import points_first
from polyleaf.source.markdown import read_body
from polyleaf.source.near_files import loose_leaflets, meant_leaflet
from polyleaf.source.references import check_references
from polyleaf.source.root import CONFIG_NAME, RESERVED
from polyleaf.source.source_words import source_words
from polyleaf.source.values import INVISIBLE, identifier, shown

LEAFLETS = "leaflets"
LEAFLET_FILE = "leaflet.md"
LEAFLET_LIMIT = 2 * 1024 * 1024
"""Most bytes of ``leaflet.md``."""

_UNDERLINE = re.compile(r"=+[ \t]*")
_SOFT_ENDS = str.maketrans("\v\u2028", "  ")
"""Ends of lines of a word processor: spaces in the front matter, ends of lines in the text (``as_meant``)."""


def read_project(root: Path, names: Sequence[str] = (), *, beside: bool = True) -> Project:
    """The project in ``root``.

    Args:
        root: Folder with ``polyleaf.toml``.
        names: Read only these leaflets; all of them when empty.
        beside: Whether to look at the codes of the others too, which checks ask for.

    Raises:
        ContentError: ``polyleaf.toml`` cannot be used.
        UsageError: There is no leaflet of that name.
    """
    project = unread_project(root)
    root, config = project.root, project.config
    folders, loose = _folders(root), loose_leaflets(root / LEAFLETS)
    for name in names:
        if name not in folders and name not in loose:
            near = nearest(name.rstrip("/").rpartition("/")[2], folders)
            known = f"Leaflets of this project: {', '.join(folders) or 'none yet; begin one with polyleaf new'}"
            raise UsageError(f"There is no leaflet {shown(name)}", f"Did you mean {near}?" if near else known)
    leaflets: dict[str, Leaflet] = {}
    broken: list[Broken] = []
    for name in sorted(set(names).intersection(folders) if names else folders):
        match read_leaflet(root, name, config):
            case Leaflet() as leaflet:
                leaflets[name] = leaflet
            case Broken() as failure:
                broken.append(failure)
    for name, file in loose.items():
        if name not in folders and (not names or name in names):
            broken.append(_loose(name, file))
    read = {*leaflets, *(one.name for one in broken)}
    others = other_codes(root, [name for name in folders if name not in read]) if beside else {}
    return replace(project, leaflets=leaflets, broken=tuple(broken), other_codes=others)


def unread_project(root: Path) -> Project:
    """The project in ``root`` with none of its leaflets.

    Raises:
        ContentError: ``polyleaf.toml`` cannot be used.
    """
    root = root.resolve()
    return Project(root, read_config(root / CONFIG_NAME), {})


def leaflet_names(root: Path) -> tuple[str, ...]:
    """Names of the leaflets of a project, sorted; none of them is read.

    Raises:
        ContentError: The folder ``leaflets/`` cannot be read.
    """
    return tuple(_folders(root.resolve()))


def read_leaflet(root: Path, name: str, config: Config) -> Leaflet | Broken:
    """One leaflet, or what keeps it from being read.

    Args:
        root: Folder of the project, resolved.
        name: The leaflet's folder in ``leaflets/``.
        config: The project's configuration.
    """
    shown_as = f"{LEAFLETS}/{name}/{LEAFLET_FILE}"
    log = FaultLog(shown_as)
    try:
        text = _read(root, name, log)
    except ContentError as error:
        return Broken(name, shown_as, error.faults)
    return _parse(text, root, name, config, log)


def parse_leaflet(text: str, root: Path, name: str, config: Config) -> Leaflet | Broken:
    """The leaflet written in ``text``; the arguments are those of ``read_leaflet``."""
    return _parse(text, root, name, config, FaultLog(f"{LEAFLETS}/{name}/{LEAFLET_FILE}"))


def _parse(text: str, root: Path, name: str, config: Config, log: FaultLog) -> Leaflet | Broken:
    text = _without_invisible(text, log)
    tell_garbled(text.split("\n"), log)
    before = len(log.faults)
    front, body = split_front_matter(text, log)
    bare, whole = read_front_matter(front and front.translate(_SOFT_ENDS), log, name, config.contacts)
    of_front = frozenset(log.faults[before:])
    pictures = _Pictures(root, name)
    body = _without_title(body, bare.title.msgid)
    body_blocks = read_body(body, log, config.contacts, pictures.labels, source_words(config.source), bare.facts)
    blocks = points_first(bare.blocks, body_blocks, log)
    check_references(blocks, (bare.title, bare.summary), log)
    if not whole:
        others = tuple(fault for fault in log.faults if fault not in of_front)
        return Broken(name, log.path, log.faults, replace(bare, blocks=blocks, images=pictures.facts, faults=others))
    if not body_blocks and not log.faults:
        log.add("The leaflet has no text", len(text.rstrip().split("\n")), "Write it below the front matter")
    return replace(bare, blocks=blocks, images=pictures.facts, faults=log.faults)


def _without_title(body: str, title: str) -> str:
    """The body without a heading above everything that says the title once more: it is printed there already."""
    lines = body.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    below = lines[first + 1] if first + 1 < len(lines) else ""
    underlined = _UNDERLINE.fullmatch(below) is not None
    others = any(line.startswith("## ") for line in lines[first + 1 :])  # without them, this one holds the sections
    if first < len(lines) and (lines[first].startswith(("# ", "## ") if others else "# ") or underlined):
        words = lines[first].strip("# ").strip(" *_")
        if words.casefold() == title.strip(" *_").casefold():
            lines[first : first + 1 + underlined] = [""] * (1 + underlined)
    return "\n".join(lines)


def _folders(root: Path) -> list[str]:
    """Names of the folders in ``leaflets/``, sorted; files and hidden folders are none."""
    folder = root / LEAFLETS
    try:
        if not folder.resolve().is_relative_to(root):
            raise _refused(LEAFLETS, "leads out of the project", "Make it a folder of its own, not a link")
        if not folder.is_dir():
            return []
        return sorted(
            entry.name
            for entry in folder.iterdir()
            if not entry.name.startswith(".") and (entry.is_dir() or entry.is_symlink())
        )
    except (OSError, RuntimeError) as error:
        raise _refused(LEAFLETS, f"cannot be read: {error}", "Check that you may open it") from None


def _loose(name: str, file: str) -> Broken:
    """A text that lies in ``leaflets/`` itself."""
    there = f"{LEAFLETS}/{file}"
    message = "This file is not read: each leaflet has a folder of its own"
    return Broken(name, there, (Fault(message, Location(there), f"Move it to {LEAFLETS}/{name}/{LEAFLET_FILE}"),))


def _read(root: Path, name: str, log: FaultLog) -> str:
    """The text of a leaflet whose name and place are in order."""
    folder = f"{LEAFLETS}/{name}"
    try:
        identifier(name)
    except Refusal as refusal:
        raise _refused(folder, refusal.message, refusal.hint) from None
    if name in RESERVED:
        raise _refused(folder, f"cannot be named {name}: polyleaf uses that name itself", "Choose another name")
    path = root / LEAFLETS / name / LEAFLET_FILE
    if not _is_inside(path.parent, root):
        raise _refused(folder, "is a link that leads out of the project", "Copy the folder into the project")
    if not _is_inside(path, root):
        message = "The file is a link that leads out of the project, or back to itself"
        raise ContentError([Fault(message, Location(f"{folder}/{LEAFLET_FILE}"), "Copy the file itself to this place")])
    if not path.exists() and (meant := meant_leaflet(path.parent)):
        message = f"There is no {LEAFLET_FILE}, but {meant}"
        raise ContentError([Fault(message, Location(f"{folder}/{meant}"), _hint_for(meant))])
    return read_plain(path, log.path, LEAFLET_LIMIT, log)


def _is_inside(path: Path, root: Path) -> bool:
    """Whether a path stays in the project, wherever its links lead."""
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # links that lead back to themselves
        return False


def _hint_for(name: str) -> str:
    """How a file becomes a leaflet."""
    plain = "" if name.lower().endswith((".md", ".txt", ".markdown")) else "Save it as plain text, then "
    hidden = "; Windows hides the end of names unless you tick View, File name extensions" if ".md." in name else ""
    return f"{plain}{'rename' if plain else 'Rename'} it to {LEAFLET_FILE}{hidden}"


def _refused(folder: str, message: str, hint: str) -> ContentError:
    return ContentError([Fault(f"The folder {message}", Location(folder), hint)])


def _without_invisible(text: str, log: FaultLog) -> str:
    """The text with control characters as spaces, each noted: they print as boxes, or break lines unseen."""
    if not INVISIBLE.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        if match := INVISIBLE.search(line):
            message = f"An invisible character (U+{ord(match[0]):04X}) stands in this line"
            sign = meant_by(match[0])
            way = f"type {sign} in its place" if sign else "type the line anew"
            log.add(message, number, f"It often comes with text copied from Word or a PDF: {way}")
    return INVISIBLE.sub(" ", text)


class _Pictures:
    """The pictures of one leaflet, each looked at once."""

    def __init__(self, root: Path, leaflet: str) -> None:
        self._root = root
        self._folder = f"{LEAFLETS}/{leaflet}"
        self.facts: dict[str, ImageFacts] = {}

    def labels(self, image: str) -> tuple[str, ...]:
        """The texts inside a picture; none for a photograph, or one that cannot be printed."""
        if image not in self.facts:
            self.facts[image], _ = read_image(self._root, self._folder, image)
        facts = self.facts[image]
        return facts.labels if facts.problem is None else ()
