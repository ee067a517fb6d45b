"""Which font files a family has on this machine, as fontconfig sees them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from polyleaf.catalog.localizing.pseudo import PSEUDO, pseudo_families
from polyleaf.locales.table import language
from polyleaf.model.project import Config

_SECONDS = 30
"""The first call on a machine may have to build fontconfig's cache."""


def families(config: Config, locale: str = "") -> tuple[str, ...]:
    """Font families of every language of the project: each page offers the leaflet in all of them.

    Args:
        config: The configuration.
        locale: Of the page, if it is one page: a trial layout has letters of its own.
    """
    known = (family for one in config.locales for family in language(one).families)
    return tuple(dict.fromkeys((*known, *(pseudo_families(locale) if locale in PSEUDO else ()))))


def font_files(families: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Path, size in bytes and time of change (ns) of every font file of the families, sorted.

    Empty if ``fc-list`` is not there: then a changed font goes unnoticed until something else changes.
    """
    wanted = {family.casefold() for family in families}
    try:
        listed = subprocess.run(
            ["fc-list", "--format", "%{file}\t%{family}\n"], capture_output=True, timeout=_SECONDS, check=True
        ).stdout.decode(errors="surrogateescape")
    except (OSError, subprocess.SubprocessError):
        return ()
    found = set()
    for line in listed.splitlines():
        path, _, names = line.partition("\t")
        if wanted.intersection(name.casefold() for name in names.split(",")):
            try:
                status = Path(path).stat()
            except OSError:
                continue
            found.add((path, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))


def font_families() -> frozenset[str]:
    """Names of all installed font families, case folded; empty if ``fc-list`` is not there."""
    try:
        listed = subprocess.run(
            ["fc-list", "--format", "%{family}\n"], capture_output=True, timeout=_SECONDS, check=True
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(name.strip().casefold() for line in listed.splitlines() for name in line.split(","))
