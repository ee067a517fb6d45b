"""Makes new projects and new leaflets."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import unwritten
from polyleaf.source.root import CONFIG_NAME
from polyleaf.starter.choices import Choices, config_text
from polyleaf.starter.rooms import starter_root

_OVERRIDE = """\
/* Your own look. This file is read last, so it wins.
   :root { --accent: #005a30; --tint: #e5f1ea; }   (text needs a contrast of 7:1)

   To change one part of the page, write templates/leaflet.html:
   {% raw %}{% extends "built-in/leaflet.html" %}
   {% block colophon %}...{% endblock %}{% endraw %}
*/
"""


def check_new(target: Path) -> None:
    """Looks whether a project may be made in ``target``.

    Raises:
        UsageError: It has something in it already.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} already has something in it", "Name a new folder: polyleaf init my-leaflets")


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
    check_new(target)
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
        raise unwritten(target, error) from error
    names = ("polyleaf.toml", "leaflets", "translations", "templates", choices.logo_name if choices else "")
    return tuple(target / name for name in names if name and (target / name).exists())


def _fill(project: Path, source: Path) -> None:
    shutil.copyfile(source / "polyleaf.toml", project / "polyleaf.toml")
    for room in ("leaflets", "translations"):
        _copy(source / room, project / room)
    _add_style(project)


def _copy(room: Path, target: Path) -> None:
    """``shutil.copytree`` goes on when the disk is full, and then tells of each file."""
    for path in sorted(room.rglob("*")):
        if path.is_file():
            there = target / path.relative_to(room)
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)


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
