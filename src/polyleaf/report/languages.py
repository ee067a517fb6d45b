"""What there is for each language, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from polyleaf.inspecting.languages import Equipment
from polyleaf.model.language import Direction
from polyleaf.model.wording import listed


def language_table(rows: Iterable[Equipment]) -> Iterator[str]:
    """A line for each language; the own name stands last, since nobody knows how wide it is on a screen."""
    yield f"{'code':<10} {'language':<28} {'script':<6} {'font':<8} {'page':<8} {'checks lack':<12} own name"
    for row in rows:
        known = row.language
        yield (
            f"{known.locale:<10} {known.english[:28]:<28} {known.script:<6} {_font(row):<8} "
            f"{f'{row.words}/{row.of}':<8} {_number(row):<12} {known.native}"
        )


def language_card(row: Equipment) -> Iterator[str]:
    """Everything about one language."""
    known = row.language
    side = "from right to left" if known.direction is Direction.RTL else "from left to right"
    yield f"{known.locale}  {known.english}  {known.native}"
    yield f"  script  {known.script}, {side}; digits {known.digits}"
    if row.fonts:
        yield f"  font    MISSING: {', '.join(row.fonts)} -> apt-get install {' '.join(known.packages)}"
    else:
        yield f"  font    {known.families[0]}, {'installed' if row.fonts is not None else 'nobody can say: no fc-list'}"
    if row.words < row.of:
        yield f"  page    {row.words} of {row.of} words around the text; the others are printed in English"
    else:
        yield f"  page    all {row.of} words around the text"
    if row.who:
        yield f"          by: {row.who}"
    if row.units:
        yield f"  units   no words for {listed(row.units, len(row.units))}: printed in the source language"
    if not row.months:
        yield "  dates   no names of months: printed as 2026-11-20"
    if row.checks:
        yield f"  checks  no words for {', '.join(row.checks)}: such slips are not noticed"
    else:
        yield "  checks  have words of every kind"
    if row.also:
        yield f"  also    {', '.join(f'{one.english}: {one.locale}' for one in row.also)}"


def _font(row: Equipment) -> str:
    if row.fonts is None:
        return "?"
    return "MISSING" if row.fonts else "ok"


def _number(row: Equipment) -> str:
    return f"{len(row.checks)} kinds" if row.checks else "-"
