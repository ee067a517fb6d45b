"""Makes new projects and new leaflets."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path

from polyleaf.errors import MachineError, PolyleafError, UsageError
from polyleaf.files import is_part, write_atomic
from polyleaf.manuscript.faults import Refusal
from polyleaf.source.codes import other_codes
from polyleaf.source.config import read_config
from polyleaf.source.reader import RESERVED
from polyleaf.source.root import CONFIG_NAME
from polyleaf.source.values import identifier
from polyleaf.starter.choices import Choices, config_text
from polyleaf.starter.copying import copied
from polyleaf.starter.rooms import starter_root

_OVERRIDE = """\
/* Your own look. This file is read last, so it wins.
   :root { --accent: #005a30; --tint: #e5f1ea; }   (text needs a contrast of 7:1)

   To change one part of the page, write templates/leaflet.html:
   {% raw %}{% extends "built-in/leaflet.html" %}
   {% block colophon %}...{% endblock %}{% endraw %}
*/
"""
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


def init(target: Path, choices: Choices | None = None) -> tuple[Path, ...]:
    """Makes a working project in ``target``: the starter leaflets with their translations, or one without leaflets.

    Args:
        target: The new folder.
        choices: What the project without leaflets says; None for the starter.

    Returns:
        What was made, in order.

    Raises:
        UsageError: The folder has something in it already.
        MachineError: It cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(
            f"{target} already has something in it",
            "Name a new folder: polyleaf init my-leaflets",
        )
    source = starter_root()
    made = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        try:
            # Filled beside its place and renamed: a full disk or Ctrl-C leaves no half of a project.
            with tempfile.TemporaryDirectory(prefix=".polyleaf-", dir=target) as beside:
                if choices is None:
                    _fill(Path(beside), source)
                else:
                    _fill_empty(Path(beside), choices)
                for entry in sorted(Path(beside).iterdir()):
                    entry.replace(target / entry.name)
        except BaseException:
            if made:
                with suppress(OSError):
                    target.rmdir()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"{target} cannot be made: {reason}", "Choose a folder you may write to.") from error
    names = ("polyleaf.toml", "leaflets", "translations", "templates", choices.logo_name if choices else "")
    return tuple(target / name for name in names if name and (target / name).exists())


def _fill(project: Path, source: Path) -> None:
    shutil.copyfile(source / "polyleaf.toml", project / "polyleaf.toml")
    for room in ("leaflets", "translations"):
        shutil.copytree(source / room, project / room)
    _add_style(project)


def _fill_empty(project: Path, choices: Choices) -> None:
    (project / CONFIG_NAME).write_text(config_text(choices), encoding="utf-8")
    (project / "leaflets").mkdir()
    if choices.logo is not None:
        shutil.copyfile(choices.logo, project / choices.logo_name)
    _add_style(project)


def _add_style(project: Path) -> None:
    style = project / "templates" / "css" / "project.css"
    style.parent.mkdir(parents=True)
    style.write_text(_OVERRIDE, encoding="utf-8")


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
    try:
        write_atomic(path, words.encode())
    except BaseException:
        for folder in (path.parent, path.parent.parent):
            with suppress(OSError):  # something else is in it
                folder.rmdir()
        raise
    with suppress(MachineError):  # the words are there; that a picture is not will be told
        for picture, data in pictures.items():
            write_atomic(path.parent / picture, data)
    return path


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
