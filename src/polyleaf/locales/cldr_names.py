"""Names that CLDR has for a locale in several widths, months and halves of the day, and how it joins two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from babel import Locale


def cldr_names(locale: str, table: str) -> Iterator[tuple[str, dict[Any, str]]]:
    """The names of a table of CLDR, with their width.

    Babel 2.18 writes what an alias leads to into data that locales share: asked for all names of Hebrew, it finds
    Hebrew names of months in Chinese from then on. So the data below it is read, and aliases are passed over: what
    they lead to stands in the same table.

    Args:
        locale: Babel locale.
        table: ``months`` or ``day_periods``.
    """
    for widths in _below(Locale.parse(locale)._data[table]).values():  # noqa: SLF001 - Babel's own way is said above
        for width, names in _below(widths).items():
            yield width, _below(names)


def joined_two(locale: str) -> Iterator[str]:
    """How two things are joined, in several styles: ``{0} and {1}``, ``{0} or {1}``.

    Args:
        locale: Babel locale.
    """
    for style in _below(Locale.parse(locale)._data["list_patterns"]).values():  # noqa: SLF001 - as above
        if pattern := _below(style).get("2"):
            yield pattern


def unit_patterns(locale: str, unit: str) -> Iterator[str]:
    """How a number is written with a unit, in several widths and plural forms: ``{0} Stunden``, ``{0} Std.``.

    Args:
        locale: Babel locale.
        unit: CLDR's key of it, ``duration-hour``.
    """
    for forms in _below(_below(Locale.parse(locale)._data["unit_patterns"]).get(unit)).values():  # noqa: SLF001 - as above
        yield from (form for name, form in _below(forms).items() if name != "per" and isinstance(form, str))


def _below(data: object) -> dict[Any, Any]:
    data = data[1] if isinstance(data, tuple) else data
    data = getattr(data, "_data", data)
    return data if isinstance(data, dict) else {}
