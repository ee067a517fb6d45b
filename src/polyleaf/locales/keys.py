"""Tables of a language file become frozen dataclasses: the type of a field says what may stand behind its key.

A key is called as its field, without an underscore at the end (``or_``). Where a type says too little, its reader
stands beside it: ``Annotated[int, number(1, 3)]``. Whatever is wrong is noted with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from functools import cache, partial
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from polyleaf.errors import nearest
from polyleaf.locales.spot import Spot, note_twice, note_unknown

T = TypeVar("T")

Phrases = tuple[str, ...]
"""Words and phrases as people write them; ``nie*`` is any word that begins so, ``*less`` any that ends so."""

_VALUE = re.compile(r"\d{1,13}(?:/[1-9]\d{0,3})?")
_LONGEST = 40
_EMPTY = "…"
"""Stands in a skeleton where somebody who knows the language writes a word."""
BETWEEN = " ~ "
"""Stands in a phrase where other words may stand in a text: German "setz* ~ ab"."""


Reader = Callable[[Any, Spot], Any]
"""Makes a value of what stands in the file; what is wrong it notes, and what it gives back then is not used."""


def read_table(kind: type[T], value: object, spot: Spot) -> T | None:
    """A table as a dataclass, or None if it cannot be one. ``kind.APART`` are keys that may have no word in common."""
    if not isinstance(value, dict):
        spot.fault("is not a table", "Write its keys under a line with its name in brackets")
        return None
    known = {name_of(one): one for one in fields(kind)}  # type: ignore[arg-type]
    readers = _readers(kind)  # type: ignore[arg-type]
    note_unknown(value, known, spot)
    given = {
        one.name: readers[one.name](value[name], spot.inside(name)) for name, one in known.items() if name in value
    }
    lacking = [name for name, one in known.items() if is_needed(one) and given.get(one.name) is None]
    for name in lacking:
        if name not in value:
            spot.inside(name).fault("is missing", "Add the line")
    for pair in getattr(kind, "APART", ()):
        note_twice(((name, given.get(name) or ()) for name in pair), spot)
    return None if lacking else kind(**given)


def name_of(one: Field[Any]) -> str:
    """What a field is called in the file."""
    return one.name.rstrip("_")


def is_needed(one: Field[Any]) -> bool:
    """Whether a key must be there."""
    return one.default is MISSING and one.default_factory is MISSING


def is_said(table: object) -> bool:
    """Whether anything stands in a table: one that is there and empty says that there is nothing, on purpose."""
    return any(getattr(table, one.name) not in (None, "", (), {}, 0) for one in fields(table))  # type: ignore[arg-type]


def table_of(hint: object) -> type | None:
    """The dataclass of a field that is a table itself."""
    return next((one for one in (hint, *get_args(hint)) if isinstance(one, type) and is_dataclass(one)), None)


@cache
def _readers(kind: type) -> Mapping[str, Reader]:
    hints = get_type_hints(kind, include_extras=True)
    return {one.name: _reader(hints[one.name]) for one in fields(kind)}


def _reader(hint: Any) -> Any:  # noqa: ANN401 - a type may be anything, and a note beside it too
    if get_origin(hint) is Annotated:
        return partial(_filled_in, hint.__metadata__[0])
    inner = table_of(hint)
    return partial(read_table, inner) if inner else partial(_filled_in, _READERS[hint])


def _filled_in(reader: Reader, value: object, spot: Spot) -> Any:  # noqa: ANN401 - as above
    """What a reader makes of a value in which no place of the skeleton is empty yet."""
    if _EMPTY in str(value):
        spot.fault(f"still has “{_EMPTY}” where a word belongs", "Write the word, or put a # before the line")
        return None
    return reader(value, spot)


def text(value: object, spot: Spot) -> str | None:
    """A piece of text."""
    if isinstance(value, str) and value.strip():
        return value
    spot.fault("is not text, or is empty", 'Write it in quotes: "…"')
    return None


def marks(value: object, spot: Spot) -> str | None:
    """Letters in a row; there may be none."""
    return "" if value == "" else text(value, spot)


def flag(value: object, spot: Spot) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        spot.fault("is neither true nor false", "Write true, or take the line away")
    return value is True


def number(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(value: object, spot: Spot) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        spot.fault(f"is not a number from {least} to {most}", "Write it without quotes")
        return None

    return read


def one_of(known: Collection[str], what: str) -> Reader:
    """One of the words that are known."""

    def read(value: object, spot: Spot) -> str | None:
        if isinstance(value, str) and value in known:
            return value
        near = nearest(value, known) if isinstance(value, str) else ""
        hint = f"Did you mean {near!r}?" if near else f"Known: {', '.join(known)}"
        spot.fault(f"is {value!r:.{_LONGEST}}, which is no {what} that polyleaf knows", hint)
        return None

    return read


def some_of(known: Collection[str], what: str) -> Reader:
    """A list of words that are known."""
    one = one_of(known, what)

    def read(value: object, spot: Spot) -> tuple[str, ...]:
        found = value if isinstance(value, list) else [value]
        return tuple(filter(None, (one(name, spot) for name in found)))

    return read


def texts(count: int) -> Reader:
    """So many pieces of text."""

    def read(value: object, spot: Spot) -> tuple[str, ...] | None:
        if isinstance(value, list) and len(value) == count and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        spot.fault(f"is not a list of {count} texts", 'Write them in brackets: ["…", "…"]')
        return None

    return read


def words(value: object, spot: Spot) -> Phrases:
    """Words and phrases."""
    if not isinstance(value, list):
        spot.fault("is not a list", 'Write the words in brackets: ["two", "twice"]')
        return ()
    for place, word in enumerate(value):
        if not isinstance(word, str) or not word.strip("* "):
            spot.inside(place).fault("has an entry that is no word", "Write each word in quotes")
        elif "_" in word or "|" in word or word != " ".join(word.split()):
            spot.inside(place).fault(f"has {word!r:.{_LONGEST}}", 'Write a phrase with single spaces: "no one"')
        elif any("*" in part.removeprefix("*").removesuffix("*") for part in word.split(BETWEEN)):
            hint = "A * stands at the beginning of a word, at its end, or at both"
            spot.inside(place).fault(f"has {word!r:.{_LONGEST}}", hint)
        else:
            continue
        return ()
    return tuple(value)


def letters(value: object, spot: Spot) -> Mapping[str, str] | None:
    """Letters or signs, each with the one in whose place it stands."""
    if isinstance(value, dict) and all(isinstance(one, str) and len(name) == 1 for name, one in value.items()):
        return value
    spot.fault("is not a table of letters", 'Write each one in quotes: "ş" = "ș"')
    return None


def listed(known: Collection[str] | re.Pattern[str], example: str) -> Reader:
    """A table of lists of words, its keys from those that are known."""

    def read(value: object, spot: Spot) -> Mapping[str, Phrases]:
        found = value if isinstance(value, dict) else {}
        if found is not value:
            spot.fault("is not a table", f'Write lines like {example} = ["…"] under it')
        elif not isinstance(known, re.Pattern):
            note_unknown(found, known, spot)
        else:
            for name in found:
                if not known.fullmatch(name):
                    spot.inside(name).fault("is an unknown key", f"Keys look like {example}")
        return {name: words(one, spot.inside(name)) for name, one in found.items()}

    return read


def paired(known: Collection[str]) -> Reader:
    """A table of pairs: two lists of words that say opposite things, perhaps a third of what looks like one of them."""

    def read(value: object, spot: Spot) -> Mapping[str, tuple[Phrases, Phrases, Phrases]]:
        found = value if isinstance(value, dict) else {}
        if found is not value:
            spot.fault("is not a table", 'Write lines like begin_end = [["start*"], ["stop*"]] under it')
        note_unknown(found, known, spot)
        pairs: dict[str, tuple[Phrases, Phrases, Phrases]] = {}
        for name, sides in found.items():
            if not isinstance(sides, list) or len(sides) not in (2, 3):
                spot.inside(name).fault("is not a pair of lists", 'Write two lists: [["start*"], ["stop*"]]')
                continue
            one, other, *neither = (words(side, spot.inside(name)) for side in sides)
            pairs[name] = (one, other, neither[0] if neither else ())
        return pairs

    return read


def values(value: object, spot: Spot) -> Mapping[Fraction, Phrases]:
    """Numbers with their words, none of which stands for two numbers."""
    named = listed(_VALUE, '2 or "1/2"')(value, spot)
    found: dict[Fraction, Phrases] = {}
    for name in filter(_VALUE.fullmatch, named):
        if Fraction(name) in found:
            spot.inside(name).fault("is a number that stands here already", "Put the words together")
        found[Fraction(name)] = named[name]
    note_twice(named.items(), spot)
    return found


_READERS: Mapping[Any, Reader] = {
    str: text,
    bool: flag,
    Phrases: words,
    Mapping[str, str]: letters,
    Mapping[Fraction, Phrases]: values,
}
