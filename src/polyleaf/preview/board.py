"""The board: every leaflet in every language at a glance, what is due, and the same as a picture for a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.progress.status import StatusRow
from polyleaf.model.approval import Standing
from polyleaf.model.artifact import Artifact
from polyleaf.model.output import ACCESSIBLE
from polyleaf.translating.survey import Review, Survey

DAYS = 90
"""A review that is due within so many days is told."""


class Stage(StrEnum):
    """How far a leaflet is in a language, the worst first."""

    UNREADABLE = "unreadable"
    UNTRANSLATED = "untranslated"
    ERRORS = "errors"
    VOID = "void"
    """It was signed, and something was changed since."""
    TO_SIGN = "to-sign"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Cell:
    """A leaflet in a language.

    Attributes:
        locale: The language.
        stage: How far it is.
        open: Texts that are missing or fuzzy.
        errors, warnings: Findings on its built files.
        built: How many editions are built.
        reasons: Why its sign-off is void.
    """

    locale: str
    stage: Stage
    open: int = 0
    errors: int = 0
    warnings: int = 0
    built: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A leaflet.

    Attributes:
        name, title, code: Which.
        review: Its review date; None if it cannot be read.
        cells: One for each language, the source first.
        faults: Why it cannot be read.
    """

    name: str
    title: str
    code: str
    review: Review | None
    cells: tuple[Cell, ...]
    faults: tuple[str, ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether the day of its review has passed."""
        return self.review is not None and self.review.days < 0

    @property
    def open(self) -> int:
        """Texts that are missing or fuzzy in all its languages."""
        return sum(cell.open for cell in self.cells)

    @property
    def errors(self) -> int:
        """Errors on its built files."""
        return sum(cell.errors for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Board:
    """All rows, and what they add up to for each language."""

    rows: tuple[Row, ...]
    locales: tuple[str, ...]
    totals: Mapping[str, Counter[Stage]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which rows, and in which order.

    Attributes:
        words: What stands in name, title or code; "" for all.
        stage: Only rows with such a cell, or ``overdue`` or ``due``; "" for all.
        locale: Only this language; "" for all.
        order: ``name``, ``review``, ``open`` or ``errors``.
    """

    words: str = ""
    stage: str = ""
    locale: str = ""
    order: str = "name"


def board(found: Survey, locales: Sequence[str], artifacts: Iterable[Artifact], wish: Wish) -> Board:
    """The board.

    Args:
        found: The state of the project.
        locales: The languages, the source first.
        artifacts: The finished files.
        wish: Which rows.
    """
    columns = tuple(locale for locale in locales if wish.locale in ("", locale))
    built: dict[tuple[str, str], list[Artifact]] = {}
    for artifact in artifacts:
        if artifact.output == ACCESSIBLE.name:
            built.setdefault((artifact.leaflet, artifact.locale), []).append(artifact)
    states = {(row.leaflet, row.locale): row for row in (*found.sources, *found.rows) if row.leaflet != TEMPLATES}
    reviews = {review.leaflet: review for review in found.reviews}
    broken = {one.name: tuple(map(str, one.faults)) for one in found.broken}
    rows = [
        Row(
            name,
            reviews[name].title if name in reviews else name,
            reviews[name].code if name in reviews else "",
            reviews.get(name),
            tuple(_cell(locale, states.get((name, locale)), built.get((name, locale), ())) for locale in columns),
            broken.get(name, ()),
        )
        for name in sorted({*reviews, *broken})
    ]
    rows = sorted(filter(lambda row: _wanted(row, wish), rows), key=lambda row: _order(row, wish.order))
    totals = {locale: Counter(row.cells[place].stage for row in rows) for place, locale in enumerate(columns)}
    return Board(tuple(rows), columns, totals)


def _cell(locale: str, row: StatusRow | None, built: Sequence[Artifact]) -> Cell:
    errors, warnings = sum(one.errors for one in built), sum(one.warnings for one in built)
    if row is None or row.faults:
        return Cell(locale, Stage.UNREADABLE, 0, errors, warnings, len(built))
    if not row.complete:
        stage = Stage.UNTRANSLATED
    elif errors:
        stage = Stage.ERRORS
    elif row.standing is Standing.APPROVED:
        stage = Stage.APPROVED
    else:
        stage = Stage.VOID if row.standing is Standing.VOID else Stage.TO_SIGN
    return Cell(locale, stage, row.fuzzy + row.missing, errors, warnings, len(built), row.reasons)


def _wanted(row: Row, wish: Wish) -> bool:
    words = wish.words.casefold().split()
    text = f"{row.name} {row.title} {row.code}".casefold()
    if not all(word in text for word in words):
        return False
    if wish.stage == "overdue":
        return row.overdue
    if wish.stage == "due":
        return row.review is not None and row.review.days <= DAYS
    return not wish.stage or any(cell.stage == wish.stage for cell in row.cells)


def _order(row: Row, order: str) -> tuple[object, ...]:
    ways: Mapping[str, object] = {
        "review": row.review.review_by.isoformat() if row.review else "",
        "open": -row.open,
        "errors": -row.errors,
    }
    return (ways.get(order, 0), row.name)
