"""What a machine has that shows on pages, by name, to be held against another's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import polyleaf
from polyleaf.building.digests import code, versions
from polyleaf.building.fonts import font_files
from polyleaf.building.libraries import text_libraries
from polyleaf.cache.seen import Seen


@cache
def conditions(families: tuple[str, ...]) -> dict[str, str]:
    """Versions of all that sets pages, and digests of the fonts of these families."""
    python = sys.version.split()[0]
    told = {"polyleaf": f"{polyleaf.__version__} ({code().hex()[:10]})", "Python": python, **versions()}
    told |= {name.partition(".so")[0]: name for name in text_libraries()}
    return told | {f"font {name}": digest for name, digest in _fonts(families)}


def _fonts(families: Sequence[str]) -> list[tuple[str, str]]:
    seen = Seen()
    return sorted((Path(path).name, seen.sha256(Path(path))[:10]) for path, *_ in font_files(families))
