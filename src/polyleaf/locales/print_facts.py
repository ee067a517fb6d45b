"""What a language file tells about printing: its head and its table ``[print]``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from polyleaf.locales import keys
from polyleaf.locales.keys import Spot, key
from polyleaf.locales.scripts import LATIN_FAMILY, SCRIPTS, ZEROS, iso_code
from polyleaf.locales.units import UNITS
from polyleaf.model.language import Clock, Language

_FORMS = ("zero", "one", "two", "few", "many", "other")
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2}|_\d{3})?")
_MOST_OF_A_PATTERN = 80


def is_locale(name: str) -> bool:
    """Whether a name looks like a Babel locale (``zh_Hans``, ``es_419``): so language files are called."""
    return bool(_LOCALE.fullmatch(name))


def _locale(value: object, spot: Spot) -> str:
    if not (isinstance(value, str) and is_locale(value)):
        spot.fault("is not a locale", 'Write the name of a language file without ".toml": "zh_Hans"')
        return ""
    return value


def _codes(value: object, spot: Spot) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        spot.fault("is not a list of codes", 'Write them in brackets: ["tl"]')
        return ()
    return tuple(value)


@dataclass(frozen=True)
class Head:
    """The lines above the first table: what the language is."""

    english: str = key(keys.text, "Name in English, as staff ask for it.")
    native: str = key(keys.text, "Name in the language itself, as its readers look for it.")
    script: str = key(
        keys.one_of(SCRIPTS, "script"),
        "Script, by its ISO 15924 code; `Nastaliq` and `HongKong` are styles of Arab and Hant.",
        "Latn",
    )
    reads_like: str = key(
        _locale,
        "A language whose tables are read too: those that do not stand in this file. A table that stands here, even "
        "an empty one, takes the place of the whole table there.",
        "",
    )
    other_codes: tuple[str, ...] = key(_codes, "Codes that other programs and people write for it.", ())
    territories_alike: bool = key(
        keys.flag, "Whether texts for one country serve in every other (English).", default=False
    )


def _units(value: object, spot: Spot) -> Mapping[str, Mapping[str, str]]:
    """Patterns by unit and plural form; a pattern alone is that of all forms."""
    if not isinstance(value, dict):
        spot.fault("is not a table", 'Write lines like hour = "{0} uair" under it')
        return {}
    found: dict[str, Mapping[str, str]] = {}
    for name, one in value.items():
        here = spot.inside(name)
        forms = {"other": one} if isinstance(one, str) else one
        if name not in UNITS:
            keys.one_of(UNITS, "unit")(name, here)
        elif not isinstance(forms, dict) or not all(form in _FORMS for form in forms):
            here.fault("is neither a pattern nor a table of plural forms", f"Plural forms: {', '.join(_FORMS)}")
        elif not all(isinstance(text, str) and 0 < len(text) <= _MOST_OF_A_PATTERN for text in forms.values()):
            here.fault("is not a pattern", 'Write it in quotes, with {0} for the number: "{0} uair"')
        else:
            found[name] = forms
    return found


@dataclass(frozen=True)
class _ClockTable:
    """Times of day, where CLDR's form is not what readers know (NHS: 5:30pm, 9am, midday)."""

    hour: str = key(keys.text, "A full hour, with {hour} and {half}.")
    minutes: str = key(keys.text, "Any other time, with {hour}, {minute} and {half}.")
    morning: str = key(keys.text, "The half of the day before noon.")
    afternoon: str = key(keys.text, "The half after it.")
    noon: str = key(keys.text, "The name of 12:00, if it has one.", "")
    midnight: str = key(keys.text, "The name of 0:00, if it has one.", "")


@dataclass(frozen=True)
class PrintFacts:
    """How numbers, dates, quotations and units are printed, where CLDR's way is not taken."""

    quotes: tuple[str, str, str, str] = key(
        keys.texts(4), "Quotation marks: opening and closing, then those inside (CLDR)."
    )
    digits: str = key(
        keys.one_of(ZEROS, "numbering system"), "Digits under the house rule `native` (CLDR numbering system).", "latn"
    )
    minimum_grouping_digits: int = key(
        keys.number(1, 3), "2 where 1000 has no separator, but 10 000 has one (CLDR minimumGroupingDigits).", 1
    )
    months: tuple[str, ...] = key(keys.texts(12), "Names of the months in dates, where CLDR lacks them.", ())
    unit_without_space: bool = key(
        keys.flag, "Whether the symbol of a unit stands right behind its number (NHS: 250mg).", default=False
    )
    units: Mapping[str, Mapping[str, str]] = key(
        _units,
        "Patterns of units that CLDR lacks, or has in a form that misleads; {0} is the number, which every reader "
        "must find. One pattern, or one for each plural form of CLDR (one, two, few, many, other).",
        factory=dict,
    )
    clock: _ClockTable | None = key(keys.table(_ClockTable), "Times of day, where CLDR's form is not known.", None)


def make_language(locale: str, head: Head, facts: PrintFacts) -> Language:
    """The language of a file, with all that its script brings along."""
    script = SCRIPTS[head.script]
    return Language(
        locale=locale,
        tag=locale.replace("_", "-"),
        english=head.english,
        native=head.native,
        script=iso_code(head.script),
        direction=script.direction,
        families=(*script.families, LATIN_FAMILY),
        packages=script.packages,
        natural_line=script.natural_line,
        size_correction=script.size_correction,
        digits=facts.digits,
        quotes=facts.quotes,
        breaking=script.breaking,
        latin_first=script.latin_first,
        letter_width=script.letter_width,
        spaced=script.spaced,
        minimum_grouping_digits=facts.minimum_grouping_digits,
        units=facts.units,
        months=facts.months,
        unit_without_space=facts.unit_without_space,
        clock=Clock(**vars(facts.clock)) if facts.clock else None,
    )
