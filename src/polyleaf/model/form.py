"""What people write in by hand: lines, and fields with a label of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from polyleaf.model.finding import Location

T = TypeVar("T")
U = TypeVar("U")

WHOLE_PAGE = 0
"""So many lines as fill a page of their own."""


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A field whose label is one of the words of the page, so that nobody has to translate it again.

    Attributes:
        name: What stands between the colons.
        label: What is printed (a msgid).
        note: What translators are told of it.
        lines: Lines to write on, if the author wrote nothing there.
    """

    name: str
    label: str
    note: str = field(repr=False)
    lines: int = 1

    def __str__(self) -> str:
        return self.name


_ROWS = (
    FieldKind("date", "Date", "stands before an empty line of a form, on which somebody writes a date by hand."),
    FieldKind("time", "Time", "stands before an empty line of a form, on which somebody writes a time of day by hand."),
    FieldKind("place", "Place", "stands before an empty line of a form: where the appointment is."),
    FieldKind("bring", "Please bring", "stands before an empty line of a form: what to take along.", lines=2),
    FieldKind("name", "Name", "stands before an empty line of a form, on which people write their own name."),
    FieldKind("signature", "Signature", "stands before an empty line of a form, on which people sign by hand."),
    FieldKind("phone", "Telephone", "stands before an empty line of a form, on which somebody writes a number."),
)

FIELDS = {kind.name: kind for kind in _ROWS}
"""Every field that polyleaf has the word for, by its name."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A label with what stands there, or with room to write.

    Attributes:
        kind: The field, if its label is a word of the page; else None.
        label: The author's own label; None if ``kind`` says it.
        value: What stands there; None for lines to write on.
    """

    kind: FieldKind | None
    label: T | None
    value: T | None

    @property
    def lines(self) -> int:
        """Lines to write on; 0 where something stands."""
        return 0 if self.value is not None else self.kind.lines if self.kind else 1


@dataclass(frozen=True, slots=True)
class FieldList(Generic[T]):
    """The fields of a box, one below the other."""

    fields: tuple[Field[T], ...]
    location: Location

    def with_texts(self, change: Callable[[T], U]) -> FieldList[U]:
        """The same with each of its texts changed."""

        def maybe(text: T | None) -> U | None:
            return None if text is None else change(text)

        return FieldList(
            tuple(Field(one.kind, maybe(one.label), maybe(one.value)) for one in self.fields), self.location
        )


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to write on: so many, or ``WHOLE_PAGE``."""

    lines: int
    location: Location


FormBlock = FieldList[T] | Blank
