"""Whether prints are current, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from polyleaf.inspecting.currency import Answer, Currency
from polyleaf.locales.table import LANGUAGES

_WORDS = {
    Currency.CURRENT: "current",
    Currency.OLDER: "not current: another text is printed now",
    Currency.UNAPPROVED: "not approved: it is a draft",
    Currency.WITHDRAWN: "not current: its sign-off no longer holds",
    Currency.GONE: "not current: it is no longer in this project",
    Currency.UNKNOWN: "unknown",
    Currency.MISTYPED: "not a code",
    Currency.ALTERED: "ALTERED",
    Currency.UNCONFIRMED: "not confirmed",
}


def verify_text(answers: Sequence[Answer]) -> str:
    """Each answer in a few lines."""
    return "\n".join(line for answer in answers for line in _lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    yield f"{answer.subject}: {_WORDS[answer.currency]}"
    print_ = answer.print
    if print_ is not None:
        language = LANGUAGES.get(print_.locale)
        name = f"{language.english} ({print_.locale})" if language else print_.locale
        version = f", version {print_.version}, {print_.state.value}" if print_.version else ""
        code = f"{answer.code}: " if answer.code and answer.code not in answer.subject else ""
        yield f"  {code}{print_.leaflet}, {name}, edition {print_.edition}{version}"
    yield from (f"  {reason}" for reason in answer.reasons)
    if answer.hint:
        yield f"  -> {answer.hint}"


def verify_json(answers: Sequence[Answer]) -> str:
    """The same as JSON."""
    return json.dumps({"answers": [_entry(answer) for answer in answers]}, ensure_ascii=False, indent=1)


def _entry(answer: Answer) -> dict[str, Any]:
    print_ = answer.print
    return {
        "subject": answer.subject,
        "result": answer.currency.value,
        "code": answer.code or None,
        "leaflet": print_.leaflet if print_ else None,
        "locale": print_.locale if print_ else None,
        "edition": print_.edition if print_ else None,
        "version": (print_.version or None) if print_ else None,
        "state": print_.state.value if print_ and print_.version else None,
        "current_code": answer.present[0] or None,
        "current_version": answer.present[1] or None,
        "reasons": list(answer.reasons),
        "hint": answer.hint or None,
    }
