"""Language tags as other tools write them (``pl-PL``, ``zh-CN``, ``PL``), and the locales that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError, get_global

from polyleaf.locales.table import own_code, territories_alike

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")

Parts = tuple[str, str, str]
"""Language, script and territory; the territory is "" where the tag names none."""


def meant_by(tag: str, locales: Iterable[str]) -> tuple[str, ...]:
    """The locales that a tag can mean: the one it names exactly, else all of the same language and script."""
    known = tuple(locales)
    folded = _folded(tag)
    exact = tuple(locale for locale in known if _folded(locale) == folded)
    return exact or tuple(locale for locale in known if _fits(tag, locale))


def same_language(tag: str, other: str) -> bool:
    """Whether two tags can mean the same language; ``en`` and ``en-GB`` can, ``zh-Hans`` and ``zh-TW`` cannot."""
    return _folded(tag) == _folded(other) or _fits(tag, other)


def _folded(tag: str) -> str:
    return own_code(tag).replace("_", "-").casefold()


def _fits(tag: str, other: str) -> bool:
    one, two = _parts(tag), _parts(other)
    if one is None or two is None:
        return False
    return one[:2] == two[:2] and (not one[2] or not two[2] or one[2] == two[2] or territories_alike(one[0]))


@lru_cache(maxsize=1024)
def _parts(tag: str) -> Parts | None:
    if not _TAG.fullmatch(tag):
        return None
    folded = _folded(tag)
    try:
        locale = Locale.parse(folded.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return (folded.split("-")[0], "", "")
    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language, "")
    script = locale.script or next((part for part in full.split("_") if len(part) == 4), "")  # noqa: PLR2004 - ISO 15924
    # Babel may add a territory that the tag does not name.
    territory = locale.territory or ""
    return (str(locale.language), str(script), territory if folded.endswith(f"-{territory.casefold()}") else "")
