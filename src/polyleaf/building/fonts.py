"""Which font files and characters a family has on this machine, as fontconfig sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from polyleaf.building.fontconfig import FILES, listed
from polyleaf.catalog.localizing.pseudo import PSEUDO, pseudo_families
from polyleaf.locales.table import language
from polyleaf.model.letters import ANY_LETTERS, Letters
from polyleaf.model.project import Config


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
    found = set()
    for line in listed(FILES):
        path, _, names = line.partition("\t")
        if wanted.intersection(name.casefold() for name in names.split(",")):
            try:
                status = Path(path).stat()
            except OSError:
                continue
            found.add((path, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))


def letters_of(config: Config) -> Letters:
    """Every character that can be printed on the pages of a project; any, if ``fc-list`` is not there."""
    return _letters(families(config))


@cache
def _letters(families: tuple[str, ...]) -> Letters:
    wanted = {family.casefold() for family in families}
    ranges = []
    for line in listed("%{family}\t%{charset}\n"):
        names, _, charset = line.partition("\t")
        if wanted.intersection(name.casefold() for name in names.split(",")):
            ends = (part.partition("-") for part in charset.split())
            ranges += [(int(first, 16), int(last or first, 16)) for first, _, last in ends]
    return Letters(tuple(_joined(sorted(set(ranges))))) if ranges else ANY_LETTERS


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted ranges as few that do not touch."""
    start = end = -2
    for first, last in ranges:
        if first > end + 1:
            if end >= 0:
                yield start, end
            start = first
        end = max(end, last)
    if end >= 0:
        yield start, end


def font_families() -> frozenset[str]:
    """Names of all installed font families, case folded; empty if ``fc-list`` is not there."""
    return frozenset(name.strip().casefold() for line in listed(FILES) for name in line.partition("\t")[2].split(","))
