"""All checks there are: every module of an area's package holds exactly one.

A new check is one new file: ``checks/source/my_pattern.py`` holds the check ``source/my-pattern``.
Nothing vanishes quietly: a module that cannot be imported, holds no check or two, or whose check
has another id than its file name says, stops whoever asks for the checks of its area. An area is loaded when it is
asked for: a build with nothing to do judges leaflets alone, and where nothing is built, no check of files is needed.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from polyleaf.checks.check import Check
from polyleaf.errors import UsageError, nearest

AREAS: Mapping[str, str] = {
    "engine": "polyleaf.checks.engine",
    "source": "polyleaf.checks.source",
    "translation": "polyleaf.checks.translation",
    "page": "polyleaf.checks.page",
    "pdf": "polyleaf.checks.pdf",
    "press": "polyleaf.checks.press",
}
"""Area of the id -> package whose modules are its checks."""

_TOGETHER = (("source",), ("translation",), tuple(AREAS.keys() - {"source", "translation"}))
"""Areas that may judge the same: only a finished file is judged by several."""


def check_of(module: ModuleType, area: str) -> Check[Any]:
    """The one check of a module.

    Raises:
        TypeError: It has none or several, or the id does not follow from area and file name.
    """
    found = {
        id(value): value
        for value in vars(module).values()
        if isinstance(value, Check) and value.function.__module__ == module.__name__
    }
    if len(found) != 1:
        raise TypeError(f"{module.__name__} must hold exactly one check, it holds {len(found)}")
    (only,) = found.values()
    expected = f"{area}/{module.__name__.rpartition('.')[2].replace('_', '-')}"
    if only.id != expected:
        raise TypeError(f"the check in {module.__name__} must be called {expected}, it is called {only.id}")
    return only


def collect(areas: Mapping[str, str]) -> tuple[Check[Any], ...]:
    """The checks of the packages, by id; whatever is wrong with one is raised."""
    checks: list[Check[Any]] = []
    for area, name in areas.items():
        package = importlib.import_module(name)
        checks += [
            check_of(importlib.import_module(f"{name}.{module.name}"), area)
            for module in pkgutil.iter_modules(package.__path__)
        ]
    return unique(checks)


def unique(checks: Iterable[Check[Any]]) -> tuple[Check[Any], ...]:
    """The checks sorted by id.

    Raises:
        TypeError: Two have the same id.
    """
    by_id: dict[str, Check[Any]] = {}
    for one in checks:
        if one.id in by_id:
            raise TypeError(f"two checks are called {one.id}")
        by_id[one.id] = one
    return tuple(by_id[id] for id in sorted(by_id))  # noqa: A001 - an id is an id


@cache
def checks_of(area: str) -> tuple[Check[Any], ...]:
    """The checks of one area, sorted by id."""
    return collect({area: AREAS[area]})


@cache
def judging(kind: type) -> tuple[Check[Any], ...]:
    """The checks that judge subjects of a kind, sorted by id; none if none does."""
    for areas in _TOGETHER:
        checks = unique(one for area in areas for one in checks_of(area))
        if found := tuple(check for check in checks if issubclass(kind, check.subject)):
            return found
    return ()


@cache
def _by_id() -> Mapping[str, Check[Any]]:
    return {one.id: one for one in unique(one for area in AREAS for one in checks_of(area))}


if TYPE_CHECKING:
    CHECKS: tuple[Check[Any], ...]
    """Every check, sorted by id."""


def __getattr__(name: str) -> tuple[Check[Any], ...]:
    if name != "CHECKS":
        raise AttributeError(name)
    return tuple(_by_id().values())


_LONGEST = 60


def find(id: str) -> Check[Any]:  # noqa: A002 - an id is an id
    """The check of that id.

    Raises:
        UsageError: There is none; the hint names the nearest.
    """
    if id in _by_id():
        return _by_id()[id]
    near = meant(id)
    hint = f"Did you mean {near}? " if near else ""
    raise UsageError(f"There is no check {id[:_LONGEST]!r}.", f"{hint}`polyleaf explain` lists all checks.")


def meant(id: str) -> str:  # noqa: A002 - an id is an id
    """The id most like this one, or ""; the area may be wrong or left out."""
    patterns = {one.partition("/")[2]: one for one in _by_id()}
    return nearest(id, _by_id()) or patterns.get(nearest(id.rpartition("/")[2], patterns), "")
