"""Why a sign-off is void, in words for people."""

from __future__ import annotations

from polyleaf.model.approval import Change, ChangeKind, Verdict
from polyleaf.model.foreign import one_line
from polyleaf.model.wording import count

_LONGEST = 60


def void_words(verdict: Verdict) -> str:
    """Why an approval is void, in one line: the gravest change, and how many more there are."""
    if not verdict.changes:
        return verdict.trouble or "the text has changed"
    first = min(verdict.changes, key=lambda change: not change.critical)
    rest = len(verdict.changes) - 1
    return change_words(first) + (f", and {count(rest, 'more change')}" if rest else "")


def change_words(change: Change) -> str:
    """A change in words for people: ``“Stop for 5 days” became “Stop for 6 days” (critical)``."""
    match change.kind:
        case ChangeKind.TEXT if change.before:
            words = f"{_quoted(change.before)} became {_quoted(change.now)}"
        case ChangeKind.TEXT:
            words = f"new text {_quoted(change.what)}"
        case ChangeKind.GONE:
            words = f"the text {_quoted(change.what)} is gone" if change.what else "a text is gone"
        case ChangeKind.TRANSLATION:
            what = "changed" if change.now else "is missing or fuzzy"
            words = f"the translation of {_quoted(change.what)} {what}"
        case ChangeKind.FACT:
            words = f"the fact {change.what} {_was(change.before)} {_is(change.now)}"
        case ChangeKind.CONTACT if change.now and not change.before:
            words = f"{change.what} in polyleaf.toml, {_quoted(change.now)}, was no part of the sign-off"
        case ChangeKind.CONTACT:
            words = f"{change.what} in polyleaf.toml {_was(change.before)} {_is(change.now)}"
        case ChangeKind.WORDS:
            what = _quoted(change.what) if change.what else "that are gone"
            words = f"words of the templates or contacts changed: {what}"
        case ChangeKind.ORDER:
            words = "the texts stand in another order or in other boxes"
    return words + (" (critical)" if change.critical else "")


def _was(value: str) -> str:
    return f"was {_quoted(value)}" if value else "is new:"


def _is(value: str) -> str:
    return f"and is now {_quoted(value)}" if value else "and is gone"


def _quoted(text: str) -> str:
    return f"“{one_line(text, _LONGEST)}”"
