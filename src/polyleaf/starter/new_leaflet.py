"""Begins new leaflets: each appears with all its files, or not at all."""

from __future__ import annotations

import datetime
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from polyleaf.errors import MachineError, PolyleafError, UsageError, nearest
from polyleaf.files import alone, is_part, read_bounded, write_atomic
from polyleaf.manuscript.faults import Refusal
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.source.codes import other_codes
from polyleaf.source.config import read_config
from polyleaf.source.reader import LEAFLET_FILE, LEAFLET_LIMIT, LEAFLETS, leaflet_names
from polyleaf.source.root import CONFIG_NAME, RESERVED
from polyleaf.source.values import identifier

_SKELETON = """\
---
title: {title}
summary: One sentence that says what this leaflet is about
code: {code}
version: "0.1"
published: {today}
review_by: {review}
owner: Your department
contacts: [{contacts}]
facts:
  stay: {{quantity: 2, unit: hour}}
  infection: {{risk: 1, in: 100}}
---
## What it is

Say in two or three short sentences what will be done, and why.

## Before you come in

:::{{important}}
Put here what must not be missed.
:::

- Write one thing in each line.
- Write **important words** so.

## On the day

:::{{steps}}
1. Say what happens first.
2. Say what happens then.
:::

You will be here for about {{stay}}.

:::{{figure}} images/picture.svg
:alt: Say what the picture shows, for people who cannot see it.
Say in a few words what to look at.
:::

## At home

| When | What to do |
|---|---|
| Say when | Say what to do |

:::{{tip}}
Put here what makes it easier.
:::

## Risks

:::{{risks}}
{{infection}}
: Say what can go wrong, and what is done then.
:::

:::{{emergency}}
- Say when to call for help at once.
:::
"""

_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
<path d="M10 10h380v180H10Z" fill="none" stroke="#000000" stroke-width="3"/>
<circle cx="200" cy="100" r="60" fill="#003087"/>
</svg>
"""
"""Stands where the leaflet's own picture will."""

_UNFINISHED = ".new-"
"""The folder of a leaflet that is being written begins so."""

_MOST_PICTURE = 64 * 2**20
_MOST_PICTURES = 200


def leaflet_name(words: str) -> str:
    """The name of a leaflet from its title or a file's: small letters, digits and hyphens; "" if it has none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def new_leaflet(root: Path, name: str, today: datetime.date, like: str = "") -> Path:
    """Writes the skeleton of a leaflet, or a copy of another to be changed.

    Args:
        root: The project.
        name: The leaflet's name: its folder under ``leaflets/``.
        today: Date of publication in the skeleton; review is due two years later.
        like: A leaflet of the project that is copied, with its pictures; "" for the skeleton.

    Returns:
        The new file.

    Raises:
        UsageError: The name is taken or cannot be a folder name, or there is no leaflet to copy.
        MachineError: It cannot be written.
    """
    try:
        identifier(name)
    except Refusal as refusal:
        hint = "Use small letters, digits and hyphens, like hip-replacement."
        raise UsageError(f"a leaflet {refusal.message}", hint) from None
    if name in RESERVED:
        raise UsageError(f'no leaflet can be called "{name}": polyleaf uses that name itself', "Choose another name.")
    path = root / "leaflets" / name / "leaflet.md"
    _clear(root / "leaflets")
    if path.parent.exists() and not _is_litter(path.parent):
        raise UsageError(f'there is already a leaflet "{name}"', "Choose another name.")
    review = today.replace(year=today.year + 2, day=min(today.day, 28))
    title = name.replace("-", " ").replace("_", " ").capitalize()
    code = free_code(root)
    if like:
        words, pictures = copied(root, like, {"title": title, "code": code, "published": today, "review_by": review})
    else:
        words = _SKELETON.format(title=title, today=today, review=review, code=code, contacts=_a_contact(root))
        pictures = {"images/picture.svg": _PICTURE.encode()}
    _appear(path, {path.name: words.encode(), **pictures})
    return path


def _clear(room: Path) -> None:
    """Remove what processes left that were killed."""
    if not any(room.glob(f"{_UNFINISHED}*")):
        return
    with suppress(OSError), alone(room):  # nobody is writing a leaflet now
        for left in room.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)


def _appear(path: Path, files: Mapping[str, bytes]) -> None:
    """Let a leaflet appear with all its files, or not at all.

    Raises:
        MachineError: It cannot be written.
    """
    room = path.parent.parent
    made = not room.exists()
    try:
        room.mkdir(exist_ok=True)
        with alone(room), tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=room) as beside:
            whole = Path(beside) / path.parent.name
            for name, data in files.items():
                write_atomic(whole / name, data)
            if path.parent.exists():  # nothing but litter
                shutil.rmtree(path.parent)
            whole.rename(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"cannot write {path}: {reason}", "Make room on the disk, or see who may write.") from error
    finally:
        if made:
            with suppress(OSError):  # something is in it
                room.rmdir()


def _is_litter(folder: Path) -> bool:
    """Whether a folder holds nothing but what was left when its first file was not finished."""
    try:
        return all(is_part(entry.name) for entry in folder.iterdir())
    except OSError:
        return False


def free_code(root: Path) -> str:
    """A code that no other leaflet has that was just begun."""
    names = (path.parent.name for path in root.glob("leaflets/*/leaflet.md"))
    taken = set(other_codes(root.resolve(), names).values())
    return next(code for number in count(1) if (code := f"NEW-{number:03}") not in taken)


def _a_contact(root: Path) -> str:
    """The first contact of the project; "" if it has none."""
    try:
        return next(iter(read_config(root / CONFIG_NAME).contacts), "")
    except PolyleafError:
        return ""  # told when the project is read


def copied(root: Path, like: str, new: Mapping[str, object]) -> tuple[str, dict[str, bytes]]:
    """The text of a leaflet with other front matter, and its pictures by name.

    The version begins again: what was approved is the other leaflet, not this one.

    Args:
        root: The project.
        like: The leaflet that is copied.
        new: Values of the front matter that are its own.

    Raises:
        UsageError: There is no such leaflet.
        ContentError: It cannot be read.
    """
    known = leaflet_names(root)
    if like not in known:
        near = nearest(like, known)
        hint = f"Did you mean {near}?" if near else f"Leaflets of this project: {', '.join(known) or 'none yet'}"
        raise UsageError(f'there is no leaflet "{like}" to begin with', hint)
    folder = root / LEAFLETS / like
    text = read_plain(folder / LEAFLET_FILE, f"{LEAFLETS}/{like}/{LEAFLET_FILE}", LEAFLET_LIMIT)
    for key, value in {**new, "version": '"0.1"'}.items():
        if match := re.search(rf"^{key}:.*$", text, re.MULTILINE):
            text = f"{text[: match.start()]}{key}: {value}{text[match.end() :]}"
    images = sorted((folder / "images").glob("*"))[:_MOST_PICTURES] if (folder / "images").is_dir() else []
    pictures = {f"images/{path.name}": read_bounded(path, _MOST_PICTURE) for path in images if path.is_file()}
    return text, pictures
