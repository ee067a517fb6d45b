"""The language table against Babel, the installed fonts and itself."""

import pytest
from babel import Locale, localedata

from polyleaf.errors import UsageError, nearest
from polyleaf.locales.digits import ZEROS
from polyleaf.locales.print_facts import is_locale
from polyleaf.locales.scripts import SIGN_FAMILIES
from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.table import LANGUAGES, language
from polyleaf.model.language import Breaking, Direction

ALL = tuple(LANGUAGES.values())
ROWS = [path for path in BUILT_IN.glob("*.toml") if is_locale(path.stem)]

# Names that differ from CLDR on purpose: readers and staff know these better.
_OWN_ENGLISH = {
    "en_GB": "English (UK)",
    "en_US": "English (US)",
    "bn": "Bengali",
    "fa": "Persian (Farsi)",
    "fa_AF": "Dari",
    "ckb": "Kurdish (Sorani)",
    "ku": "Kurdish (Kurmanji)",
    "pa_Arab": "Punjabi (Shahmukhi)",
    "fil": "Filipino (Tagalog)",
    "ak": "Akan (Twi)",
    "ny": "Chichewa (Nyanja)",
    "lg": "Luganda",
    "st": "Sesotho (Southern Sotho)",
    "tn": "Setswana",
    "ceb": "Cebuano (Bisaya)",
    "or": "Odia (Oriya)",
    "syr": "Syriac (Assyrian)",
    "zgh": "Tamazight (Morocco)",
    "gez": "Ge’ez",
    "ff": "Fula (Pulaar)",
    "kea": "Cape Verdean Creole",
    "rn": "Kirundi",
}
_OWN_NATIVE = {
    "en_GB": "English (UK)",
    "en_US": "English (US)",
    "fa_AF": "دری",
    "ckb": "کوردی (سۆرانی)",
    "pa_Arab": "پنجابی",
    "fil": "Filipino (Tagalog)",
    "zh_Hans": "简体中文",
    "zh_Hant": "繁體中文",
    "ak": "Akan (Twi)",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "jv": "Basa Jawa",
    "ny": "Chichewa",
    "mi": "Te reo Māori",
    "sr_Latn": "Srpski",
    "uz_Cyrl": "Ўзбекча",
    "gez": "ግዕዝ",
    "kea": "Kriolu",
    "om": "Afaan Oromoo",
}
NOT_IN_CLDR = {row.locale for row in ALL if row.cldr != row.locale}


def test_has_every_language_of_the_standards():
    wanted = (
        "pl ro lt sk cs hu pt es fr it de tr lv sq vi so fil ht bg ru uk ar fa fa_AF ps ckb ur pa_Arab he bn pa gu hi "
        "ne ta te ml si th lo km my am ti ka hy zh_Hans zh_Hant yue ko en en_GB en_US cy ga"
    )
    assert set(wanted.split()) <= set(LANGUAGES)
    assert len(LANGUAGES) == len(ROWS) >= 150


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.locale)
def test_row_agrees_with_babel(row):
    if row.locale in NOT_IN_CLDR:
        assert not localedata.exists(row.locale)
        return
    babel = Locale.parse(row.locale)
    assert str(babel) == row.locale
    assert row.tag == row.locale.replace("_", "-")
    assert row.english == _OWN_ENGLISH.get(row.locale, babel.english_name)
    native = _OWN_NATIVE.get(row.locale, babel.get_display_name(row.locale))
    assert row.native.casefold() == native.casefold()
    assert row.direction.value == babel.text_direction
    assert row.digits in ZEROS
    assert row.digits in (
        babel._data.get("default_numbering_system", "latn"),
        babel.other_numbering_systems.get("native"),
    )


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.locale)
def test_row_is_sound(row):
    assert row.families[-4:] == ("Noto Sans", *SIGN_FAMILIES)
    assert len(set(row.families)) == len(row.families)
    assert 1.0 <= row.size_correction <= 1.2
    assert row.line_height >= max(1.5, row.natural_line)
    assert len(row.quotes) == 4
    assert row.native[0] == row.native[0].title()  # CLDR has "polski"; a badge says "Polski"
    assert (row.direction is Direction.RTL) == (row.script in ("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Rohg"))
    assert (row.breaking is Breaking.DICTIONARY) == (row.locale in ("km", "lo", "my", "shn", "mnw", "ksw", "kar"))


def test_names_are_told_apart():
    assert len({row.english for row in ALL}) == len(ALL)
    assert len({row.native for row in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("zh-Hans", "zh_Hans"),
        ("zh_CN", "zh_Hans"),
        ("ZH_HANT", "zh_Hant"),
        ("polish", "pl"),
        ("Ukranian", "uk"),
        ("tl", "fil"),
        ("en-gb", "en_GB"),
        ("اردو", "ur"),
    ],
)
def test_unknown_locale_names_the_nearest(wrong, right):
    with pytest.raises(UsageError) as failure:
        language(wrong)
    assert wrong in failure.value.message
    assert repr(right) in failure.value.hint


@pytest.mark.parametrize("wrong", ["", "qq", "../../etc/passwd", "x" * 10_000, "pl\n", "🙂"])
def test_hostile_locale_is_a_short_message(wrong):
    with pytest.raises(UsageError) as failure:
        language(wrong)
    assert len(failure.value.message) < 100
    assert failure.value.hint


def test_nearest():
    assert nearest("qantity", ["quantity", "unit"]) == "quantity"
    assert nearest("Review-By", ["review_by", "reviewer"]) == "review_by"
    assert nearest("zzz", ["quantity"]) == ""
    assert nearest("", []) == ""
