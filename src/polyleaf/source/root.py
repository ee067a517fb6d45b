"""Where a project is, found without reading it."""

from __future__ import annotations

from pathlib import Path

from polyleaf.errors import UsageError

CONFIG_NAME = "polyleaf.toml"

RESERVED = ("templates", "glossary")
"""No leaflet has such a name: its catalogs would meet those of the templates and the glossary."""


def find_root(start: Path) -> Path:
    """The project folder that ``start`` is in: the nearest one upwards that has a ``polyleaf.toml``.

    Raises:
        UsageError: There is none.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder
    raise UsageError(
        f"There is no leaflet project in {start}: no {CONFIG_NAME} there or in a folder above it",
        "Go into the project's folder, name it with -C, or begin one with: polyleaf init my-leaflets",
    )
