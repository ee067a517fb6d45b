"""One entry of the ledger of sign-offs: read strictly, written for people."""

from __future__ import annotations

import datetime
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from polyleaf.errors import nearest
from polyleaf.model.approval import Approval
from polyleaf.model.finding import Location

PEOPLE = ("translator", "reviser", "clinician")
_TEXTS = ("leaflet", "locale", *PEOPLE, "version", "digest")
_LATER = ("contacts",)
"""Keys that older entries do not have."""
_BOTH = PEOPLE[:2]
"""Who compares two languages: nobody does for the text as its author wrote it."""
_KEYS = tuple(field.name for field in fields(Approval) if field.name != "location")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_BARE = re.compile(r"[A-Za-z0-9_-]+")

_BY_HAND = "This is never written by hand: approve the translation again."

LONGEST_NAME = 120
"""Characters of a person's name with title and post."""

_MACHINES = re.compile(
    r"\bmachine\b|\bautomatic|deepl|google|microsoft|chat ?gpt|\bgpt\b|\bllm\b|copilot|\btranslate$", re.IGNORECASE
)
"""Names that no person answers to. Where a machine translated, people must sign (45 CFR 92.201(c)(3))."""

_JOINERS = "\u200c\u200d"
"""Part of the spelling of names in Persian, Hindi, Bengali."""

_WORDS = r'"([^"\\\x00-\x08\x0a-\x1f\x7f]*)"'
_MARKS = r"\[\n((?:  '[A-Za-z0-9_ -]*',\n)*)\]"
_ORDER = ("leaflet", "locale", "date", *PEOPLE, "machine_translated", "version", "digest", "texts", "words", "facts")
_PLAIN = re.compile(
    rf"\[\[approval\]\]\nleaflet = {_WORDS}\nlocale = {_WORDS}\ndate = (\d{{4}}-\d\d-\d\d)\n"
    rf"(?:translator = {_WORDS}\nreviser = {_WORDS}\n)?clinician = {_WORDS}\nmachine_translated = (true|false)\n"
    rf"version = {_WORDS}\ndigest = \"([0-9a-f]{{64}})\"\ntexts = {_MARKS}\nwords = {_MARKS}\n"
    rf"\[approval\.facts\]\n((?:[A-Za-z0-9_-]+ = {_WORDS}\n)*)"
    rf"(?:\[approval\.contacts\]\n((?:\"[A-Za-z0-9_.-]+\" = {_WORDS}\n)*))?\n*",
    re.ASCII,
)
"""An entry as ``entry_text`` writes it, with nothing in it that needs an escape: read five times as fast."""
_FACTS, _CONTACTS = 12, 14
"""Groups of the two tables."""
_FACT = re.compile(r'"?([^ "]+)"? = "([^"]*)"\n')


class Wrong(ValueError):  # noqa: N818 - becomes a fault where the file is known
    """What makes an entry useless.

    Args:
        message: What is wrong.
        line: Line in the file.
        hint: What to do.
    """

    def __init__(self, message: str, line: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.hint = message, line, hint


@lru_cache(maxsize=4096)
def people_trouble(translator: str, reviser: str, clinician: str, *, machine_translated: bool) -> tuple[str, str, str]:
    """Why these people cannot sign off a translation: who, what is wrong, what to do. ("", "", "") if they can.

    Two people see the text in both languages (ISO 17100, 5.3.3), and where a machine translated, both are human.
    """
    for role, name in zip(PEOPLE, (translator, reviser, clinician), strict=True):
        message, hint = signer_trouble(role, name)
        if message:
            return role, message, hint
    if folded(translator) == folded(reviser):
        return "reviser", "reviser and translator are the same person", "A second person must compare both languages."
    if _MACHINES.search(translator) and not machine_translated:
        hint = "Say so: --machine-translated (machine_translated = true)."
        return "translator", f"the translator is {translator!r}, which is no person", hint
    return "", "", ""


def signer_trouble(role: str, name: str) -> tuple[str, str]:
    """Why a person cannot sign as what they are: what is wrong, what to do. ("", "") if they can."""
    if not folded(name):
        return f"the {role} has no name", f"Say who it was: {role} = a person's name."
    if len(name) > LONGEST_NAME or any(_invisible(char) for char in name):
        return f"the name of the {role} is too long or holds invisible characters", "Type it anew."
    if role != "translator" and _MACHINES.search(name):
        return f"the {role} is {name!r}, which is no person", f"A {role} is a person who answers for it."
    return "", ""


def folded(name: str) -> str:
    """A name for comparison: case, spaces and width of letters do not make another person."""
    seen = "".join(char for char in unicodedata.normalize("NFKC", name) if unicodedata.category(char) != "Cf")
    return " ".join(seen.casefold().split())


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _JOINERS


def read_entry(table: Mapping[str, object], path: str, first: int, line_of: Callable[[str], int]) -> Approval:
    """The approval that a table says.

    Args:
        table: The table as TOML gives it.
        path: The file.
        first: Line on which it begins.
        line_of: Gives the line of a key.

    Raises:
        Wrong: Something in it is missing, unknown or impossible.
    """
    for key in table:
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            hint = f"Did you mean {near}?" if near else f"Known here: {', '.join(_KEYS)}."
            raise Wrong(f"unknown key {key!r}", line_of(key), hint)
    is_source = not any(role in table for role in _BOTH)
    for key in _KEYS:
        if key not in table and key not in _LATER and not (is_source and key in _BOTH):
            raise Wrong(f"{key} is missing", first, "Approve the translation again: polyleaf catalog approve.")
    texts = {key: _text(table[key], key, line_of) if key in table else "" for key in _TEXTS}
    if not _DIGEST.fullmatch(texts["digest"]):
        raise Wrong("digest is not the mark of a text", line_of("digest"), _BY_HAND)
    machine, date = table["machine_translated"], table["date"]
    if not isinstance(machine, bool):
        raise Wrong(
            "machine_translated is neither true nor false", line_of("machine_translated"), "Write true or false."
        )
    if type(date) is not datetime.date:
        raise Wrong("date is not a date", line_of("date"), "Write it without quotes: date = 2026-11-20.")
    people = {role: texts[role] for role in PEOPLE}
    if is_source:
        role, (message, hint) = "clinician", signer_trouble("clinician", texts["clinician"])
    else:
        role, message, hint = people_trouble(**people, machine_translated=machine)
    if message:
        raise Wrong(message, line_of(role), hint)
    return Approval(
        **texts,
        machine_translated=machine,
        date=date,
        texts=_marks(table["texts"], "texts", line_of),
        words=_marks(table["words"], "words", line_of),
        facts=_values(table["facts"], "facts", line_of),
        contacts=_values(table.get("contacts", {}), "contacts", line_of),
        location=Location(path, first, locale=texts["locale"]),
    )


def quick_entry(block: str, path: str, first: int) -> Approval | None:
    """The approval of an entry that stands exactly as it was written; None if it must be read with care."""
    match = _PLAIN.fullmatch(block)
    if match is None:
        return None
    found = zip(_ORDER, match.groups(), strict=False)
    said: dict[str, Any] = {key: value for key, value in found if value is not None}
    facts, contacts = match[_FACTS], match[_CONTACTS] or ""
    values = {"facts": dict(_FACT.findall(facts)), "contacts": dict(_FACT.findall(contacts))}
    if len(values["facts"]) != facts.count("\n") or len(values["contacts"]) != contacts.count("\n"):
        return None
    marks = {key: [said[key].replace("',\n", " ").replace("  '", " ")] for key in ("texts", "words")}
    try:
        date = datetime.date.fromisoformat(said["date"])
        table = {**said, **marks, "date": date, "machine_translated": said["machine_translated"] == "true"}
        return read_entry({**table, **values}, path, first, lambda _: first)
    except ValueError:  # no day of the calendar, or ``Wrong``
        return None


def _text(value: object, key: str, line_of: Callable[[str], int]) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{key} is not a text", line_of(key), f'Write it in quotes: {key} = "…".')
    return value


def _marks(value: object, key: str, line_of: Callable[[str], int]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise Wrong(f"{key} is not a list of texts", line_of(key), _BY_HAND)
    return tuple(one for line in value for one in line.split())


def _values(value: object, key: str, line_of: Callable[[str], int]) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise Wrong(f"{key} is not a table of texts", line_of(key), _BY_HAND)
    return value


def entry_text(approval: Approval) -> str:
    """The entry as it stands in the file."""
    return "\n".join(_lines(approval)) + "\n"


def _lines(approval: Approval) -> Iterator[str]:
    yield "[[approval]]"
    for key in ("leaflet", "locale"):
        yield f"{key} = {_quoted(getattr(approval, key))}"
    yield f"date = {approval.date.isoformat()}"
    for key in PEOPLE:
        if name := getattr(approval, key):
            yield f"{key} = {_quoted(name)}"
    yield f"machine_translated = {'true' if approval.machine_translated else 'false'}"
    yield f"version = {_quoted(approval.version)}"
    yield f"digest = {_quoted(approval.digest)}"
    yield from _list("texts", approval.texts)
    yield from _list("words", approval.words)
    yield "[approval.facts]"
    for name, value in approval.facts.items():
        yield f"{name if _BARE.fullmatch(name) else _quoted(name)} = {_quoted(value)}"
    if approval.contacts:
        yield "[approval.contacts]"
        yield from (f"{_quoted(name)} = {_quoted(value)}" for name, value in approval.contacts.items())


def _list(key: str, marks: Iterable[str]) -> Iterator[str]:
    # Literal strings: nothing in them needs an escape, and they are read ten times as fast.
    yield f"{key} = ["
    yield from (f"  '{line}'," for line in textwrap.wrap(" ".join(marks), 105, break_on_hyphens=False))
    yield "]"


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in escaped) + '"'
