"""Keys of a language file: what may stand behind each, what it means, and a fault with its line if it is otherwise.

A table of the file is a frozen dataclass; each of its fields is made by ``key``, with a reader for its value and a
sentence that ``docs/languages.md`` prints. A key is called as its field, without an underscore at the end (``or_``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, field, fields
from fractions import Fraction
from typing import Any, TypeVar

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.manuscript.toml_lines import Path

T = TypeVar("T")

Phrases = tuple[str, ...]
"""Words and phrases as people write them; ``nie*`` is any word that begins so, ``*less`` any that ends so."""

_VALUE = re.compile(r"\d{1,12}(?:/[1-9]\d{0,3})?")
_MOST_KNOWN = 12
_LONGEST = 40


class Spot:
    """A place in a language file, where faults are noted with their line.

    Args:
        log: The faults of the file.
        line_of: Gives the line of a path of keys.
        path: The keys that lead to the place.
    """

    def __init__(self, log: FaultLog, line_of: Callable[[Path], int], path: Path = ()) -> None:
        self._log, self._line_of = log, line_of
        self.path = path

    def inside(self, name: str | int) -> Spot:
        """A place further in."""
        return Spot(self._log, self._line_of, (*self.path, name))

    def fault(self, message: str, hint: str = "") -> None:
        """Note what is wrong here; ``message`` goes on after the name of the key."""
        name = ".".join(str(key) for key in self.path if isinstance(key, str)) or "The file"
        name = name if name == "The file" else f"`{name[:_LONGEST]}`"
        self._log.add(f"{name} {message}", self._line_of(self.path), hint)


Reader = Callable[[Any, Spot], Any]
"""Makes a value of what stands in the file; what is wrong it notes, and what it gives back then is not used."""


def key(read: Reader, about: str, default: Any = MISSING, factory: Any = MISSING) -> Any:  # noqa: ANN401 - stands for a field of any type
    """A key of a table; without a default it must be there."""
    return field(default=default, default_factory=factory, metadata={"read": read, "about": about})


def name_of(one: Field[Any]) -> str:
    """What a field is called in the file."""
    return one.name.rstrip("_")


def is_said(section: object) -> bool:
    """Whether anything stands in a table: one that is there and empty says that there is nothing, on purpose."""
    return any(getattr(section, one.name) != _default(one) for one in fields(section))  # type: ignore[arg-type]


def _default(one: Field[Any]) -> object:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def table(kind: Callable[..., T]) -> Callable[[Any, Spot], T | None]:
    """A table with the keys of a dataclass. ``kind.APART`` are pairs of keys that may have no word in common."""

    def read(value: object, spot: Spot) -> T | None:
        if not isinstance(value, dict):
            spot.fault("is not a table", f"Write its keys under a line [{'.'.join(map(str, spot.path))}]")
            return None
        known = {name_of(one): one for one in fields(kind)}  # type: ignore[arg-type]
        _unknown(value, known, spot)
        for name, one in known.items():
            if name not in value and _default(one) is MISSING:
                spot.inside(name).fault("is missing", "Add the line")
        given = {
            one.name: one.metadata["read"](value[name], spot.inside(name))
            for name, one in known.items()
            if name in value
        }
        for pair in getattr(kind, "APART", ()):
            twice({name: given.get(name) or () for name in pair}, spot)
        lacking = any(_default(one) is MISSING and given.get(one.name) is None for one in known.values())
        return None if lacking else kind(**given)

    read.__dict__["kind"] = kind  # for whoever lists the keys
    return read


def _unknown(value: Mapping[str, object], known: Collection[str], spot: Spot) -> None:
    for name in value:
        if name not in known:
            near = nearest(name, known)
            shown = ", ".join(list(known)[:_MOST_KNOWN])
            spot.inside(name).fault("is an unknown key", f"Did you mean `{near}`?" if near else f"Known here: {shown}")


def twice(lists: Mapping[Any, Phrases], spot: Spot) -> None:
    """Note each word that stands in two of the lists, which would say two things."""
    first: dict[str, Any] = {}
    for name, phrases in lists.items():
        for phrase in phrases or ():
            other = first.setdefault(phrase.casefold(), name)
            if other != name:
                spot.inside(name).fault(f"has {phrase!r}, which stands at `{other}` too", "Keep it in one of them")


def text(value: object, spot: Spot) -> str:
    """A piece of text."""
    if isinstance(value, str) and value.strip():
        return value
    spot.fault("is not text" if not isinstance(value, str) else "is empty", 'Write it in quotes: "…"')
    return ""


def any_text(value: object, spot: Spot) -> str:
    """A piece of text that may be empty."""
    if isinstance(value, str):
        return value
    spot.fault("is not text", 'Write it in quotes: "…"')
    return ""


def flag(value: object, spot: Spot) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        spot.fault("is neither true nor false", "Write true, or take the line away")
    return value is True


def number(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(value: object, spot: Spot) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        spot.fault(f"is not a number from {least} to {most}", "Write it without quotes")
        return least

    return read


def one_of(known: Collection[str], what: str) -> Reader:
    """One of the words that are known."""

    def read(value: object, spot: Spot) -> str:
        if isinstance(value, str) and value in known:
            return value
        near = nearest(value, known) if isinstance(value, str) else ""
        spot.fault(
            f"is {value!r:.{_LONGEST}}, which is no {what} that polyleaf knows",
            f"Did you mean {near!r}?" if near else f"Known: {', '.join(known)}",
        )
        return ""

    return read


def texts(count: int) -> Reader:
    """So many pieces of text."""

    def read(value: object, spot: Spot) -> tuple[str, ...]:
        if isinstance(value, list) and len(value) == count and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        spot.fault(f"is not a list of {count} texts", 'Write them in brackets: ["…", "…"]')
        return ()

    return read


def words(value: object, spot: Spot) -> Phrases:
    """Words and phrases."""
    if not isinstance(value, list):
        spot.fault("is not a list", 'Write the words in brackets: ["two", "twice"]')
        return ()
    for place, word in enumerate(value):
        if not _is_word(word, spot.inside(place)):
            return ()
    return tuple(value)


def _is_word(word: object, spot: Spot) -> bool:
    if not isinstance(word, str) or not word.strip("* "):
        spot.fault("has an entry that is no word", "Write each word in quotes")
    elif "_" in word or "|" in word or word != " ".join(word.split()):
        spot.fault(f"has {word!r:.{_LONGEST}}", 'Write a phrase with single spaces: "no one"')
    elif "*" in word.removeprefix("*").removesuffix("*"):
        spot.fault(f"has {word!r:.{_LONGEST}}", "A * stands at the beginning of a word, at its end, or at both")
    else:
        return True
    return False


def letters(value: object, spot: Spot) -> Mapping[str, str]:
    """Letters or signs, each with the one in whose place it stands."""
    if isinstance(value, dict) and all(isinstance(one, str) and len(name) == 1 for name, one in value.items()):
        return value
    spot.fault("is not a table of letters", 'Write each one in quotes: "ş" = "ș"')
    return {}


def listed(known: Collection[str] | re.Pattern[str], what: str) -> Reader:
    """A table of lists of words, its keys from those that are known."""

    def read(value: object, spot: Spot) -> Mapping[str, Phrases]:
        if not isinstance(value, dict):
            spot.fault("is not a table", f'Write lines like {what} = ["…"] under it')
            return {}
        if isinstance(known, re.Pattern):
            for name in value:
                if not known.fullmatch(name):
                    spot.inside(name).fault("is an unknown key", f"Keys look like {what}")
        else:
            _unknown(value, known, spot)
        return {name: words(one, spot.inside(name)) for name, one in value.items()}

    return read


def values(value: object, spot: Spot) -> Mapping[Fraction, Phrases]:
    """Numbers with their words, none of which stands for two numbers."""
    if not isinstance(value, dict):
        spot.fault("is not a table", 'Write lines like 2 = ["two", "twice"] under it')
        return {}
    found: dict[Fraction, Phrases] = {}
    for name, one in value.items():
        if not _VALUE.fullmatch(name) or Fraction(name) in found:
            spot.inside(name).fault("is not a number of its own", 'Write 2 or "1/2" before the =, each number once')
        else:
            found[Fraction(name)] = words(one, spot.inside(name))
    twice({str(name): phrases for name, phrases in found.items()}, spot)
    return found
