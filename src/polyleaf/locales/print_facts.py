"""What a language file tells about printing: its head and its table ``[print]``; ``languages/form.toml`` says more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from polyleaf.locales.keys import Phrases, number, one_of, texts
from polyleaf.locales.scripts import LATIN_FAMILY, SCRIPTS, SIGN_FAMILIES, ZEROS, iso_code
from polyleaf.locales.spot import Spot, note_unknown
from polyleaf.locales.units import UNITS
from polyleaf.model.language import Clock, Language

_FORMS = ("zero", "one", "two", "few", "many", "other")
_WORDS_ALONE = ("zero", "one", "two")
"""Forms that a word alone can be: two hours are one word in Hebrew. The number is printed in brackets then."""
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2}|_\d{3})?(?:_x(?:_[a-z\d]{1,8}){1,3})?")
_MOST_OF_A_PATTERN = 80

Patterns = Mapping[str, Mapping[str, str]]
"""Patterns by unit and plural form."""


def is_locale(name: str) -> bool:
    """Whether a name looks like a Babel locale (``zh_Hans``, ``es_419``): so language files are called."""
    return bool(_LOCALE.fullmatch(name))


def _locale(value: object, spot: Spot) -> str | None:
    if isinstance(value, str) and is_locale(value):
        return value
    spot.fault("is not a locale", 'Write the name of a language file without ".toml": "zh_Hans"')
    return None


def _spelling(value: object, spot: Spot) -> Mapping[str, str] | None:
    """Letters, each with what it becomes; large ones become large."""
    pairs = [one.split() for one in value if isinstance(one, str)] if isinstance(value, list) else []
    if not pairs or len(pairs) != len(value) or any(len(pair) != 2 or len(pair[0]) > 1 for pair in pairs):  # type: ignore[arg-type]  # noqa: PLR2004 - from, to
        spot.fault("is no list of letters", 'Write each letter and what it becomes: spelling = ["ш š", "љ lj"]')
        return None
    return {old: new for one, other in pairs for old, new in ((one, other), (one.upper(), other.capitalize()))}


def _patterns(value: object, spot: Spot) -> Patterns | None:
    """A pattern alone is that of all plural forms."""
    if not isinstance(value, dict):
        spot.fault("is not a table", 'Write lines like hour = "{0} uair" under it')
        return None
    note_unknown(value, UNITS, spot)
    found = {name: {"other": one} if isinstance(one, str) else one for name, one in value.items()}
    for name, forms in found.items():
        if not isinstance(forms, dict) or not all(form in _FORMS for form in forms):
            spot.inside(name).fault("is neither a pattern nor a table of plural forms", f"Forms: {', '.join(_FORMS)}")
        elif not all(isinstance(one, str) and 0 < len(one) <= _MOST_OF_A_PATTERN for one in forms.values()):
            spot.inside(name).fault("is not a pattern", 'Write it in quotes, with {0} for the number: "{0} uair"')
        elif name in UNITS:
            _note_lost_number(forms, spot.inside(name))
    return found


def _note_lost_number(forms: Mapping[str, str], spot: Spot) -> None:
    """A pattern in which the number has no place, two, or another number beside it."""
    for form, pattern in forms.items():
        rest = pattern.replace("{0}", "", 1)
        if "{" in rest or "}" in rest or any(char.isdigit() for char in rest):
            spot.fault(f"has {pattern!r}, where the number is not {{0}}, once", 'Write {0} for it: "{0} uair"')
        elif form not in _WORDS_ALONE and rest == pattern:
            spot.fault(f"has {pattern!r}, without a place for the number", 'Write {0} for it: "{0} uair"')


@dataclass(frozen=True)
class Head:
    """What the language is: the lines above the first table."""

    english: str
    native: str
    script: Annotated[str, one_of(SCRIPTS, "script")] = "Latn"
    reads_like: Annotated[str, _locale] = ""
    respells: Annotated[str, _locale] = ""
    spelling: Annotated[Mapping[str, str], _spelling] = field(default_factory=dict, hash=False)
    other_codes: Phrases = ()
    territories_alike: bool = False


@dataclass(frozen=True)
class PrintFacts:
    """How numbers, dates, quotations and units are printed; the names are those of ``Language``.

    What is not given is as CLDR has it (``cldr_facts.filled``), or, for ``letter_width`` (in hundredths), the script.
    """

    quotes: Annotated[tuple[str, str, str, str] | None, texts(4)] = None
    digits: Annotated[str, one_of(ZEROS, "numbering system")] = ""
    minimum_grouping_digits: Annotated[int, number(1, 3)] = 0
    months: Annotated[tuple[str, ...], texts(12)] = ()
    unit_without_space: bool = False
    units: Annotated[Patterns, _patterns] = field(default_factory=dict)
    letter_width: Annotated[int, number(30, 100)] = 0
    clock: Clock | None = None


def make_language(locale: str, head: Head, facts: PrintFacts, cldr: str) -> Language:
    """A language with all that its script brings along.

    Args:
        locale: Its name.
        head: What it is.
        facts: How it is printed, whole.
        cldr: The locale of CLDR from which the rest is taken.
    """
    script = SCRIPTS[head.script]
    return Language(
        locale=locale,
        tag=locale.replace("_", "-"),
        cldr=cldr,
        english=head.english,
        native=head.native,
        script=iso_code(head.script),
        direction=script.direction,
        families=(*script.families, LATIN_FAMILY, *SIGN_FAMILIES),
        packages=script.packages,
        natural_line=script.natural_line,
        mixed_line=script.mixed_line,
        ink_line=script.ink_line,
        edge_line=script.edge_line,
        edge_below=script.edge_below,
        hangs=script.hangs,
        lower=script.lower,
        size_correction=script.size_correction,
        breaking=script.breaking,
        latin_first=script.latin_first,
        spaced=script.spaced,
        **{**vars(facts), "letter_width": facts.letter_width / 100 or script.letter_width},
    )
