"""What a translator is told beside a text, in words that every format shares."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.catalog.exchange.unit import Package, Stage, Unit

FUZZY_NOTE = "The text has changed since it was translated: the translation must be looked at."


def unit_notes(unit: Unit) -> Iterator[str]:
    """Lines about a text: where it stands, what its placeholders print, what it said before."""
    yield from unit.where
    yield from printed_lines(unit)
    if unit.stage is Stage.FUZZY:
        yield FUZZY_NOTE
    if unit.previous is not None:
        yield f"Earlier text: {unit.previous[1]}"


def printed_lines(unit: Unit) -> Iterator[str]:
    """What each placeholder becomes: ``{fasting} prints: 6 hours; in the translation: 6 godzin``."""
    for one in unit.printed:
        target = f"; in the translation: {one.target}" if one.target != one.source else ""
        yield f"{{{one.name}}} prints: {one.source}{target}"


def rules(package: Package) -> tuple[str, ...]:
    """What everybody who works on the file must know."""
    return (
        f'Leaflet "{package.title}" ({package.leaflet}), from {package.source.english} into {package.target.english}.',
        "Copy every placeholder such as {ward} once, letter for letter: the number is put in its place later.",
        "Keep the marks: **bold**, *stress*, [words](address). Do not change the source text.",
    )
