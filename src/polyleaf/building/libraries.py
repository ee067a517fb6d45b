"""The versions of the system's libraries that set text, as the names of their files tell them; none is loaded."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_NAMES = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig", "freetype", "fribidi", "thai")
_FOLDERS = ("/usr/lib", "/usr/local/lib", "/lib", "/opt/homebrew/lib", "/usr/lib64")


@cache
def text_libraries() -> tuple[str, ...]:
    """Real names of the libraries (``libpango-1.0.so.0.5000.12``), sorted; empty where they stand elsewhere."""
    folders = [Path(one) for name in _FOLDERS for one in (name, *_inner(name))]
    wanted = {f"lib{name}.{end}" for name in _NAMES for end in ("so", "dylib", "so.0", "so.1", "so.6", "0.dylib")}
    found = {
        os.path.realpath(folder / name).rpartition("/")[2]
        for folder in folders
        for name in wanted
        if (folder / name).exists()
    }
    return tuple(sorted(found))


def _inner(folder: str) -> list[str]:
    """Folders for one kind of processor (``/usr/lib/x86_64-linux-gnu``)."""
    try:
        return [entry.path for entry in os.scandir(folder) if entry.name.endswith("-linux-gnu")]
    except OSError:
        return []
