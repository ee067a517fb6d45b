"""Names of months, to tell a date from the number of a list."""

from __future__ import annotations

from functools import lru_cache

from polyleaf.locales.cldr_names import cldr_names
from polyleaf.locales.table import language


@lru_cache
def month_names(locale: str) -> frozenset[str]:
    """Every form of the names of the twelve months, casefolded and without full stops.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    known = language(locale)
    widths = (named for width, named in cldr_names(known.cldr, "months") if width != "narrow")
    names = (name for named in widths for name in named.values())
    return frozenset(name.casefold().rstrip(".") for name in (*names, *known.months))
