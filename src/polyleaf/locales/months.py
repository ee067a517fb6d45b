"""Names of months, to tell a date from the number of a list."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache
def month_names(locale: str) -> frozenset[str]:
    """Every form of the names of the twelve months, casefolded and without full stops.

    Args:
        locale: Babel locale (``de``, ``en_GB``).
    """
    tables = Locale.parse(locale).months
    names = (name for forms in tables.values() for width in ("wide", "abbreviated") for name in forms[width].values())
    return frozenset(name.casefold().rstrip(".") for name in names)
