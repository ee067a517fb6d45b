"""What CLDR says of a locale for printing, in place of what its language file leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any

from polyleaf.locales.print_facts import PrintFacts
from polyleaf.locales.shared import built_in
from polyleaf.locales.spot import Spot
from polyleaf.locales.tags import ROOT, cldr_of, line_of


def _as_they_are(value: Any, _: Spot) -> Any:  # noqa: ANN401 - the file is written by tools/cldr_table.py
    return value


@dataclass(frozen=True, eq=False)
class CldrTable:
    """What CLDR says and Babel leaves out, by locale."""

    quotes: Annotated[dict[str, list[str]], _as_they_are]
    minimum_grouping_digits: Annotated[dict[str, int], _as_they_are]
    digits: Annotated[dict[str, str], _as_they_are]


@cache
def _table() -> CldrTable:
    """What CLDR says and Babel leaves out.

    Raises:
        ContentError: polyleaf's own file cannot be used.
    """
    return built_in(CldrTable, "cldr.toml")


def filled(locale: str, facts: PrintFacts) -> PrintFacts:
    """The facts with CLDR's in place of those that are not given.

    Args:
        locale: Whose they are.
        facts: Those of its file, or of its parent's.
    """
    if facts.quotes and facts.digits and facts.minimum_grouping_digits:
        return facts
    line = (*line_of(locale), ROOT)
    first, second, third, fourth = _first(_table().quotes, line)
    return replace(
        facts,
        quotes=facts.quotes or (first, second, third, fourth),
        digits=facts.digits or digits_of(locale),
        minimum_grouping_digits=facts.minimum_grouping_digits or _first(_table().minimum_grouping_digits, line),
    )


def nearer(locale: str, parent: str, facts: PrintFacts) -> PrintFacts:
    """The facts of a parent's file without those that CLDR has otherwise for a locale below it."""
    line = line_of(locale)
    between = line[: line.index(parent)]
    table = _table()
    return replace(
        facts,
        quotes=None if _first(table.quotes, between) else facts.quotes,
        minimum_grouping_digits=0 if _first(table.minimum_grouping_digits, between) else facts.minimum_grouping_digits,
        digits="" if cldr_of(locale) in between else facts.digits,
    )


def digits_of(locale: str) -> str:
    """The language's own numbering system by CLDR, else the one it uses, as far as polyleaf can write it."""
    return str(_first(_table().digits, (*line_of(cldr_of(locale)), ROOT)))


def _first(table: dict[str, Any], line: Iterable[str]) -> Any:  # noqa: ANN401 - a number or quotation marks
    return next(filter(None, map(table.get, line)), None)
