"""How each language writes a number with its unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from babel import Locale

from polyleaf.locales.numbers import exact, finish
from polyleaf.locales.units import UNITS, Unit
from polyleaf.model.language import Language

# Readers of these scripts know the symbols (mg, мг). For the others CLDR's short forms are a mixture: Lao has one
# for hour and centimetre, Amharic tells mg from mcg by one stroke. They get the word.
_SYMBOL_SCRIPTS = ("Latn", "Cyrl", "Grek", "Armn", "Geor")
_NO_UNIT = "{0} IU"


def with_unit(number: str, value: Decimal, unit: str, language: Language, digits: str, *, ranged: bool = False) -> str:
    """``number`` with its unit in the plural form of ``value``.

    Args:
        number: The number or range as it is printed.
        value: Its value; of a range, the higher one.
        unit: A key of ``UNITS``.
        language: Language of the words.
        digits: Numbering system.
        ranged: Whether ``number`` is a range, which a dual ("two hours" in one word) cannot hold.
    """
    pattern = _pattern(unit, exact(value), language, ranged=ranged)
    return finish(pattern.replace("{0}", number), digits)


def has_words(unit: str, language: Language) -> bool:
    """Whether the word of a unit is known in a language, if it is printed as a word: CLDR's root has "h" for all."""
    if "other" in language.units.get(unit, ()) or not UNITS[unit].words:
        return True
    known, root = (
        Locale.parse(locale)._data["unit_patterns"][UNITS[unit].cldr]  # noqa: SLF001 - see _cldr
        for locale in (language.cldr, "root")
    )
    return any(
        isinstance(forms, Mapping) and forms.get("other") != root.get(length, {}).get("other")
        for length, forms in known.items()
        if length in ("long", "short")
    )


def _pattern(unit: str, value: Decimal, language: Language, *, ranged: bool) -> str:
    locale = Locale.parse(language.cldr)
    form = locale.plural_form(value)
    patterns = {name: _form(unit, name, locale, language) for name in (form, "few", "other")}
    if not ranged:
        return patterns[form]
    return next((pattern for pattern in patterns.values() if "({0})" not in pattern), "{0} " + unit)


def _form(unit: str, form: str, locale: Locale, language: Language) -> str:
    """Pattern of one plural form; a bare word (Hebrew "two hours") gets its number in brackets: readers scan for it."""
    own = language.units.get(unit, {})
    pattern = own.get(form) or own.get("other") or _cldr(UNITS[unit], form, locale, language)
    if "{0}" not in pattern:
        return f"{pattern} ({{0}})"
    if language.unit_without_space and not UNITS[unit].words and UNITS[unit].cldr:
        return pattern.replace(" ", "")
    return pattern


def _cldr(unit: Unit, form: str, locale: Locale, language: Language) -> str:
    """CLDR's pattern; where one length lacks it, the other stands in, as CLDR's own inheritance has it."""
    if not unit.cldr:
        return _NO_UNIT
    lengths = ("long", "short") if unit.words or language.script not in _SYMBOL_SCRIPTS else ("short", "long")
    known = locale._data["unit_patterns"][unit.cldr]  # noqa: SLF001 - Babel's format_unit takes no ready number
    for length in lengths:
        for name in (form, "other"):
            pattern = known.get(length, {}).get(name)
            if isinstance(pattern, str):
                return pattern
    raise LookupError(f"no pattern for {unit.cldr} in {locale}")
