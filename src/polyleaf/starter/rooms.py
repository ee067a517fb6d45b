"""Where the built-in rooms stand: inside the wheel, else in the checkout."""

from __future__ import annotations

from pathlib import Path

from polyleaf.errors import MachineError

_PACKAGE = Path(__file__).resolve().parents[1]
ROOMS = ("leaflets", "translations", "templates")
"""The folders of a project that polyleaf brings along."""


def starter_root() -> Path:
    """The folder that holds the starter project.

    Raises:
        MachineError: The installation is incomplete.
    """
    for root in (_PACKAGE / "_starter", _PACKAGE.parents[1]):
        if (root / "polyleaf.toml").is_file() and all((root / room).is_dir() for room in ROOMS):
            return root
    raise MachineError(
        "polyleaf's own templates are missing from this installation",
        "Install polyleaf again: pip install --force-reinstall polyleaf",
    )


def template_rooms(root: Path) -> tuple[Path, ...]:
    """Template folders for a project, its own first; the built-in one is last."""
    return _own_first(root, "templates")


PAGE_WORDS = _PACKAGE / "page_words"
"""Catalogs of the words around the text, in more languages than the starter project is translated into."""


def translation_rooms(root: Path) -> tuple[Path, ...]:
    """Folders of catalogs for the words of the templates, the project's own first."""
    return (*_own_first(root, "translations"), PAGE_WORDS)


def own_room(root: Path, room: str) -> Path:
    """A folder of the project, whether it is there or not."""
    return (root / room).resolve()


def _own_first(root: Path, room: str) -> tuple[Path, ...]:
    own, built_in = own_room(root, room), own_room(starter_root(), room)
    return (own, built_in) if own.is_dir() and own != built_in else (built_in,)
