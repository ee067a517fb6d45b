"""The language table: one row a language. To add a language, add one row (docs: ``docs/architecture.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from polyleaf.errors import UsageError, nearest
from polyleaf.locales import own_words
from polyleaf.locales.scripts import LATIN_FAMILY, SCRIPTS
from polyleaf.model.language import Language

# Quotation marks of CLDR 48: opening, closing, inner opening, inner closing.
_HIGH = "“”‘’"
_HIGH_RTL = "”“’‘"
_LOW_HIGH = "„”«»"
_LOW_LEFT = "„“‚‘"
_LOW_LEFT_TWICE = "„“„“"
_ANGLE = "«»“”"
_ANGLE_TWICE = "«»«»"
_ANGLE_LOW = "«»„“"
_ANGLE_SINGLE = "«»‹›"
_CORNER = "「」『』"


@dataclass(frozen=True, slots=True)
class Row:
    """A language in the table.

    Attributes:
        locale: Babel locale (``zh_Hans``).
        english: Name in English, as staff ask for it.
        native: Name in its own script, as its readers look for it.
        script: Key of ``SCRIPTS``.
        quotes: Four characters: quotation marks outside and inside.
        digits: CLDR numbering system under the house rule ``native``.
        grouping: Least number of digits before the first separator (CLDR ``minimumGroupingDigits``: 1000, but 10 000).
        units: Unit patterns that CLDR lacks or has in a form that misleads.
        months: Names of the twelve months in dates, where CLDR lacks them.
    """

    locale: str
    english: str
    native: str
    script: str = "Latn"
    quotes: str = _HIGH
    digits: str = "latn"
    grouping: int = 1
    units: own_words.Units = field(default_factory=dict)
    months: tuple[str, ...] = ()


ROWS = (
    Row("en", "English", "English"),
    Row("en_GB", "English (UK)", "English (UK)"),
    Row("en_US", "English (US)", "English (US)"),
    Row("cy", "Welsh", "Cymraeg", units=own_words.WELSH),
    Row("ga", "Irish", "Gaeilge", units=own_words.IRISH),
    Row("pl", "Polish", "Polski", quotes=_LOW_HIGH, grouping=2, units=own_words.DEGREES),
    Row("ro", "Romanian", "Română", quotes=_LOW_HIGH),
    Row("lt", "Lithuanian", "Lietuvių", quotes=_LOW_LEFT_TWICE),
    Row("lv", "Latvian", "Latviešu", grouping=2),
    Row("sk", "Slovak", "Slovenčina", quotes=_LOW_LEFT),
    Row("cs", "Czech", "Čeština", quotes=_LOW_LEFT),
    Row("hu", "Hungarian", "Magyar", quotes="„”»«", grouping=2),
    Row("hr", "Croatian", "Hrvatski", quotes=_LOW_LEFT),
    Row("pt", "Portuguese", "Português"),
    Row("pt_PT", "Portuguese (Portugal)", "Português (Portugal)", quotes=_ANGLE, grouping=2),
    Row("es", "Spanish", "Español", grouping=2),
    Row("fr", "French", "Français", quotes=_ANGLE_TWICE),
    Row("it", "Italian", "Italiano", quotes=_ANGLE, grouping=2),
    Row("de", "German", "Deutsch", quotes=_LOW_LEFT),
    Row("nl", "Dutch", "Nederlands", quotes="‘’“”"),
    Row("tr", "Turkish", "Türkçe"),
    Row("sq", "Albanian", "Shqip", quotes=_ANGLE, grouping=2, units=own_words.DEGREES),
    Row("vi", "Vietnamese", "Tiếng Việt"),
    Row("so", "Somali", "Soomaali"),
    Row("fil", "Filipino (Tagalog)", "Filipino (Tagalog)"),
    Row("ht", "Haitian Creole", "Kreyòl Ayisyen", units=own_words.HAITIAN, months=own_words.HAITIAN_MONTHS),
    Row("ku", "Kurdish (Kurmanji)", "Kurdî (Kurmancî)", units=own_words.KURMANJI),
    Row("bg", "Bulgarian", "Български", "Cyrl", _LOW_LEFT_TWICE, grouping=2),
    Row("ru", "Russian", "Русский", "Cyrl", _ANGLE_LOW),
    Row("uk", "Ukrainian", "Українська", "Cyrl", _ANGLE_LOW),
    Row("el", "Greek", "Ελληνικά", "Grek", _ANGLE),
    # CLDR prints Arabic with 0-9; readers from the Mashriq know ٠-٩ (standards 4.4).
    Row("ar", "Arabic", "العربية", "Arab", _HIGH_RTL, "arab", units=own_words.ARABIC),
    Row("fa", "Persian (Farsi)", "فارسی", "Arab", _ANGLE_SINGLE, "arabext"),
    Row("fa_AF", "Dari", "دری", "Arab", _ANGLE_SINGLE, "arabext"),
    Row("ps", "Pashto", "پښتو", "Arab", digits="arabext", units=own_words.PASHTO),
    Row("ckb", "Kurdish (Sorani)", "کوردی (سۆرانی)", "Arab", digits="arab", units=own_words.SORANI),
    Row("ur", "Urdu", "اردو", "Nastaliq", _HIGH_RTL),
    Row("pa_Arab", "Punjabi (Shahmukhi)", "پنجابی", "Nastaliq", digits="arabext", units=own_words.SHAHMUKHI),
    Row("he", "Hebrew", "עברית", "Hebr", "””’’"),
    Row("bn", "Bengali", "বাংলা", "Beng", digits="beng"),
    Row("pa", "Punjabi", "ਪੰਜਾਬੀ", "Guru"),
    Row("gu", "Gujarati", "ગુજરાતી", "Gujr"),
    Row("hi", "Hindi", "हिन्दी", "Deva"),
    Row("ne", "Nepali", "नेपाली", "Deva", digits="deva"),
    Row("mr", "Marathi", "मराठी", "Deva", digits="deva"),
    Row("ta", "Tamil", "தமிழ்", "Taml"),
    Row("te", "Telugu", "తెలుగు", "Telu"),
    Row("kn", "Kannada", "ಕನ್ನಡ", "Knda"),
    Row("ml", "Malayalam", "മലയാളം", "Mlym"),
    Row("si", "Sinhala", "සිංහල", "Sinh"),
    Row("th", "Thai", "ไทย", "Thai"),
    Row("lo", "Lao", "ລາວ", "Laoo", units=own_words.LAO),
    Row("km", "Khmer", "ខ្មែរ", "Khmr"),
    Row("my", "Burmese", "မြန်မာ", "Mymr", digits="mymr"),
    Row("am", "Amharic", "አማርኛ", "Ethi", _ANGLE_SINGLE, units=own_words.AMHARIC),
    Row("ti", "Tigrinya", "ትግርኛ", "Ethi", _ANGLE, units=own_words.TIGRINYA),
    Row("ka", "Georgian", "ქართული", "Geor", "„“«»", grouping=2),
    Row("hy", "Armenian", "Հայերեն", "Armn", _ANGLE_TWICE, grouping=2),
    Row("zh_Hans", "Chinese (Simplified)", "简体中文", "Hans"),
    Row("zh_Hant", "Chinese (Traditional)", "繁體中文", "Hant", _CORNER),
    Row("yue", "Cantonese", "粵語", "HongKong", _CORNER),
    Row("ja", "Japanese", "日本語", "Jpan", _CORNER),
    Row("ko", "Korean", "한국어", "Kore"),
)

# What people also write, for the hint of the error message only: a folder has one name.
_OTHER_NAMES = {
    "tl": "fil",
    "zh": "zh_Hans",
    "zh_cn": "zh_Hans",
    "zh_sg": "zh_Hans",
    "zh_tw": "zh_Hant",
    "zh_hk": "zh_Hant",
    "prs": "fa_AF",
    "pnb": "pa_Arab",
    "pa_guru": "pa",
    "pa_pk": "pa_Arab",
    "kmr": "ku",
    "iw": "he",
    "en_uk": "en_GB",
}


def _language(row: Row) -> Language:
    script = SCRIPTS[row.script]
    opening, closing, inner_opening, inner_closing = tuple(row.quotes)
    return Language(
        locale=row.locale,
        tag=row.locale.replace("_", "-"),
        english=row.english,
        native=row.native,
        script=script.iso or script.code,
        direction=script.direction,
        families=(*script.families, LATIN_FAMILY),
        packages=script.packages,
        natural_line=script.natural_line,
        size_correction=script.size_correction,
        digits=row.digits,
        quotes=(opening, closing, inner_opening, inner_closing),
        breaking=script.breaking,
        latin_first=script.latin_first,
        letter_width=script.letter_width,
    )


_BY_LOCALE = {row.locale: row for row in ROWS}

LANGUAGES: Mapping[str, Language] = MappingProxyType({row.locale: _language(row) for row in ROWS})
"""Every language polyleaf can print, by Babel locale."""


def language(locale: str) -> Language:
    """The language of a Babel locale (``zh_Hans``).

    Raises:
        UsageError: There is no such row; the hint names the nearest one.
    """
    try:
        return LANGUAGES[locale]
    except KeyError:
        raise UsageError(f"Unknown locale {locale[:40]!r}.", _hint(locale)) from None


def row(locale: str) -> Row:
    """The row of a language that is in the table."""
    return _BY_LOCALE[locale]


def families_for(languages: Iterable[Language]) -> tuple[str, ...]:
    """Every font family that any of these languages may use, each once, in order of first use."""
    return tuple(dict.fromkeys(family for language in languages for family in language.families))


def _hint(locale: str) -> str:
    by_name = {name.casefold(): row.locale for row in ROWS for name in (row.english, row.native)}
    folded = locale.casefold().replace("-", "_")
    meant = _OTHER_NAMES.get(folded) or by_name.get(locale.casefold()) or nearest(locale, LANGUAGES)
    if not meant and (name := nearest(locale, by_name)):
        meant = by_name[name]
    if meant:
        return f"Did you mean {meant!r} ({LANGUAGES[meant].english})?"
    return "Locales are written as in Babel: 'pl', 'zh_Hans', 'fa_AF'. A new language is one row in locales/table.py."
