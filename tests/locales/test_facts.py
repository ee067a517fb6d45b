"""Facts in every language: golden lines for the starter languages, laws for all."""

import datetime
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.locales.number_values import read_numbers

from polyleaf.errors import UsageError
from polyleaf.locales.digits import ZEROS, write_digits
from polyleaf.locales.facts import RANGE_PHRASE, RISK_PHRASE, format_fact, raw_value
from polyleaf.locales.numbers import exact, format_number, numbering_system
from polyleaf.locales.quantities import has_words, with_unit
from polyleaf.locales.table import LANGUAGES, language
from polyleaf.locales.units import UNITS
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Date, Email, Number, Percent, Phone, Quantity, Risk, Term, Time, Web
from polyleaf.model.language import Direction

ENGLISH = LANGUAGES["en_GB"]
NBSP = "\u00a0"


def phrases(locale, risk="", span=""):
    texts = {("risk", RISK_PHRASE): risk, ("range", RANGE_PHRASE): span}
    return Phrases(LANGUAGES[locale], ENGLISH, {key: text for key, text in texts.items() if text})


def hours(value, to=None):
    return Quantity(Decimal(value), "hour", None if to is None else Decimal(to))


SAMPLES = (
    Risk(1, 1000),
    hours(6),
    hours(1),
    hours(2),
    Quantity(Decimal(2), "day", Decimal(3)),
    Number(Decimal(2), Decimal(3)),
    Quantity(Decimal(250), "mg"),
    Percent(Decimal(75)),
    Date(datetime.date(2026, 11, 20)),
    Time(datetime.time(17, 30)),
)

# As printed; "_" is a no-break space, "*" marks what is isolated left to right.
GOLDEN = {
    "en_GB": (
        "",
        "",
        "1_in_1,000 | 6_hours | 1_hour | 2_hours | 2_to_3_days | 2_to_3 | 250mg | 75% | 20_November_2026 | 5:30pm",
    ),
    "pl": (
        "{number} na {total}",
        "od {low} do {high}",
        (
            "1_na_1000 | 6_godzin | 1_godzina | 2_godziny | od_2_do_3_dni | od_2_do_3 | 250_mg | 75%"
            " | 20_listopada_2026 | 17:30"
        ),
    ),
    "ro": (
        "{number} din {total}",
        "{low} până la {high}",
        (
            "1_din_1.000 | 6_ore | 1_oră | 2_ore | 2_până_la_3_zile | 2_până_la_3 | 250_mg | 75_% | 20_noiembrie_2026"
            " | 17:30"
        ),
    ),
    "uk": (
        "{number} з {total}",
        "{low}–{high}",
        "1_з_1_000 | 6_годин | 1_година | 2_години | 2–3_дні | 2–3 | 250_мг | 75% | 20_листопада_2026_р. | 17:30",
    ),
    "so": (
        "{number} ka mid ah {total}",
        "{low} ilaa {high}",
        (
            "1_ka_mid_ah_1,000 | 6_saacadood | 1_saacad | 2_saacadood | 2_ilaa_3_maalmood | 2_ilaa_3 | 250_mg | 75%"
            " | Noofeembar_20,_2026 | 5:30_GD"
        ),
    ),
    "ar": (
        "{number} من كل {total}",
        "{low} إلى {high}",
        (
            "1_من_كل_1,000 | 6_ساعات | ساعة_واحدة_(1) | ساعتين_(2) | 2_إلى_3_أيام | 2_إلى_3 | 250_مليغرام | 75%*"
            " | 20_نوفمبر_2026 | 5:30_م"
        ),
    ),
    "fa": (
        "{number} از {total}",
        "{low} تا {high}",
        "1_از_1,000 | 6_ساعت | 1_ساعت | 2_ساعت | 2_تا_3_روز | 2_تا_3 | 250_میلی‌گرم | 75%* | 20_نوامبر_2026 | 17:30*",
    ),
    "ur": (
        "{total} میں سے {number}",
        "{low} سے {high}",
        (
            "1,000_میں_سے_1 | 6_گھنٹے | 1_گھنٹہ | 2_گھنٹے | 2_سے_3_دن | 2_سے_3 | 250_ملی_گرام | 75%* | 20_نومبر،_2026"
            " | 5:30_PM*"
        ),
    ),
    "bn": (
        "{total} জনে {number} জন",
        "{low} থেকে {high}",
        (
            "1,000_জনে_1_জন | 6_ঘন্টা | 1_ঘন্টা | 2_ঘন্টা | 2_থেকে_3_দিন | 2_থেকে_3 | 250_মিলিগ্রাম | 75%"
            " | 20_নভেম্বর,_2026 | 5:30_PM"
        ),
    ),
    "pa": (
        "{total} ਵਿੱਚੋਂ {number}",
        "{low} ਤੋਂ {high}",
        "1,000_ਵਿੱਚੋਂ_1 | 6_ਘੰਟੇ | 1_ਘੰਟਾ | 2_ਘੰਟੇ | 2_ਤੋਂ_3_ਦਿਨ | 2_ਤੋਂ_3 | 250_ਮਿਲੀਗ੍ਰਾਮ | 75% | 20_ਨਵੰਬਰ_2026 | 5:30_ਬਾ.ਦੁ.",
    ),
    "gu": (
        "{total} માંથી {number}",
        "{low} થી {high}",
        (
            "1,000_માંથી_1 | 6_કલાક | 1_કલાક | 2_કલાક | 2_થી_3_દિવસ | 2_થી_3 | 250_મિલિગ્રામ | 75% | 20_નવેમ્બર,_2026"
            " | 05:30_PM"
        ),
    ),
    "ta": (
        "{total} இல் {number}",
        "{low} முதல் {high}",
        (
            "1,000_இல்_1 | 6_மணிநேரங்கள் | 1_மணிநேரம் | 2_மணிநேரங்கள் | 2_முதல்_3_நாட்கள் | 2_முதல்_3"
            " | 250_மில்லி_கிராம்கள் | 75% | 20_நவம்பர்,_2026 | 5:30_PM"
        ),
    ),
    "zh_Hans": (
        "{total} 人中有 {number} 人",
        "{low} 至 {high} ",
        "1,000_人中有_1_人 | 6小时 | 1小时 | 2小时 | 2_至_3_天 | 2_至_3_ | 250毫克 | 75% | 2026年11月20日 | 17:30",
    ),
}


@pytest.mark.parametrize("locale", GOLDEN)
def test_starter_languages_print(locale):
    risk, span, line = GOLDEN[locale]
    words = [format_fact("x", fact, phrases(locale, risk, span), "latn") for fact in SAMPLES]
    assert all(word.unbroken and word.lang is None and " " not in word.text for word in words)
    printed = " | ".join(word.text + "*" * word.isolate for word in words)
    assert printed.replace(NBSP, "_").replace("\u202f", "_") == line


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("bn", "১_/_১,০০০ | ৬_ঘন্টা | ১২.৫% | ২০_নভেম্বর,_২০২৬"),
        ("fa", "۱_/_۱٬۰۰۰ | ۶_ساعت | ۱۲٫۵٪ | ۲۰_نوامبر_۲۰۲۶"),
        ("ar", "١_/_١٬٠٠٠ | ٦_ساعات | ١٢٫٥٪ | ٢٠_نوفمبر_٢٠٢٦"),
        ("ne", "१_/_१,००० | ६_घण्टा | १२.५% | २०२६_नोभेम्बर_२०"),
        ("my", "၁_/_၁,၀၀၀ | ၆_နာရီ | ၁၂.၅% | ၂၀၂၆_နိုဝင်ဘာ_၂၀"),
        ("pl", "1_/_1000 | 6_godzin | 12,5% | 20_listopada_2026"),
    ],
)
def test_native_digits(locale, line):
    language = LANGUAGES[locale]
    facts = (Risk(1, 1000), hours(6), Percent(Decimal("12.5")), Date(datetime.date(2026, 11, 20)))
    digits = numbering_system(language, "native")
    words = [format_fact("x", fact, phrases(locale, "{number} / {total}"), digits) for fact in facts]
    assert " | ".join(word.text for word in words).replace(NBSP, "_") == line


amounts = st.decimals(min_value=0, max_value=2_000_000, places=2)
countable = st.one_of(
    st.builds(Risk, st.integers(1, 10**6), st.integers(1, 10**6)),
    st.builds(Quantity, amounts, st.sampled_from(sorted(UNITS)), st.none() | amounts),
    st.builds(Number, amounts, st.none() | amounts),
    st.builds(Percent, amounts),
)
dated = st.one_of(
    st.builds(Date, st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1))), st.builds(Time, st.times())
)


@given(countable | dated, st.sampled_from(sorted(LANGUAGES)), st.booleans())
def test_only_the_digits_that_were_asked_for(fact, locale, native):
    language = LANGUAGES[locale]
    digits = numbering_system(language, "native" if native else "latn")
    words = format_fact("x", fact, phrases(locale, "{number} / {total}", "{low} ~ {high}"), digits)
    zero = ZEROS[digits]
    assert all(zero <= ord(char) <= zero + 9 for char in words.text if char.isdecimal())
    assert not any(unicodedata.category(char) == "Cf" and char not in "\u200c\u200d" for char in words.text)


@given(countable, st.sampled_from(sorted(LANGUAGES)), st.booleans())
def test_every_number_can_be_read_in_the_words(fact, locale, native):
    language = LANGUAGES[locale]
    digits = numbering_system(language, "native" if native else "latn")
    words = format_fact("x", fact, phrases(locale, "{number} / {total}", "{low} ~ {high}"), digits)
    match fact:
        case Risk(number, total):
            wanted = (Decimal(number), Decimal(total))
        case Percent(value):
            wanted = (value,)
        case _:
            wanted = (fact.value,) if fact.to is None else (fact.value, fact.to)
    printed_in = LANGUAGES["en_GB"] if words.lang == "en-GB" else language  # what it has no word for
    assert tuple(map(Decimal, read_numbers(words.text, printed_in))) == wanted


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_two_units_look_alike(locale):
    language = LANGUAGES[locale]
    for value in (1, 2, 5, 20):
        known = [unit for unit in UNITS if has_words(unit, language)]
        printed = [with_unit("7", Decimal(value), unit, language, "latn") for unit in known]
        assert len(set(printed)) == len(known)
        assert not any(char in text for text in printed for char in "µ/")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_words_are_in_the_language_of_the_page(locale):
    language = LANGUAGES[locale]
    if language.script in ("Latn", "Cyrl", "Grek", "Armn", "Geor"):
        return
    for unit in UNITS.keys() - {"IU", "celsius"}:
        if not has_words(unit, language):
            continue  # printed in the source language, and marked as such
        for value in (1, 2, 5, 20):
            printed = with_unit("7", Decimal(value), unit, language, "latn")
            if not UNITS[unit].words and printed.casefold() == f"7{NBSP}{unit}":
                continue  # CLDR has no word, only the symbol that is the same everywhere
            assert not any(char.isascii() and char.isalpha() for char in printed), printed


@pytest.mark.parametrize(
    ("moment", "printed"),
    [("00:00", "midnight"), ("12:00", "midday"), ("09:00", "9am"), ("00:05", "12:05am"), ("12:30", "12:30pm")],
)
def test_british_times(moment, printed):
    assert format_fact("x", Time(datetime.time.fromisoformat(moment)), phrases("en_GB"), "latn").text == printed


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        ("250", "mg", "250mg"),
        ("2.50", "mcg", "2.5 micrograms"),
        ("5.0", "ml", "5ml"),
        ("1", "l", "1 litre"),
        ("0.5", "g", "0.5g"),
        ("1E+3", "mg", "1,000mg"),
        ("37", "celsius", "37°C"),
        ("400", "IU", "400 IU"),
    ],
)
def test_british_doses(value, unit, printed):
    words = format_fact("x", Quantity(Decimal(value), unit), phrases("en_GB"), "latn")
    assert words.text.replace(NBSP, " ") == printed


def test_range_of_doses():
    fact = Quantity(Decimal(250), "mg", Decimal(500))
    assert format_fact("x", fact, phrases("en_GB"), "latn").text.replace(NBSP, " ") == "250 to 500mg"


@pytest.mark.parametrize(
    ("locale", "span", "printed"),
    [("ar", "{low} إلى {high}", "1 إلى 2 ساعات"), ("he", "{low} עד {high}", "1 עד 2 שעות")],
)
def test_a_dual_does_not_swallow_a_range(locale, span, printed):
    assert format_fact("x", hours(1, 2), phrases(locale, span=span), "latn").text.replace(NBSP, " ") == printed


@pytest.mark.parametrize("locale", ["pl", "ar", "bn", "zh_Hans"])
def test_phone_web_email_and_term_are_printed_as_written(locale):
    here = phrases(locale)
    digits = numbering_system(here.language, "native")
    phone = format_fact("x", Phone("0800 000 0000"), here, digits)
    assert (phone.text, phone.isolate, phone.unbroken, phone.lang) == ("0800 000 0000", True, True, None)
    web = format_fact("x", Web("https://www.nice.org.uk/guidance/"), here, digits)
    assert (web.text, web.isolate) == ("www.nice.org.uk/guidance", True)
    assert format_fact("x", Email("ward@example.org"), here, digits).text == "ward@example.org"
    term = format_fact("x", Term("warfarin 3 mg", "en_GB"), here, digits)
    assert (term.text, term.lang, term.isolate) == ("warfarin 3 mg", "en-GB", True)


def test_term_of_the_same_language_needs_no_tag():
    assert format_fact("x", Term("NHS 111", "en"), phrases("en_GB"), "latn").lang is None
    assert format_fact("x", Term("NHS 111", "en"), phrases("en_GB"), "latn").isolate


def test_untranslated_phrase_is_marked_with_its_language():
    words = format_fact("x", Risk(1, 1000), phrases("bn"), "beng")
    assert (words.text.replace(NBSP, " "), words.lang) == ("1 in 1,000", "en-GB")
    words = format_fact("x", Risk(1, 1000), phrases("ar"), "latn")
    assert (words.lang, words.isolate) == ("en-GB", True)
    words = format_fact("x", Quantity(Decimal(2), "day", Decimal(3)), phrases("ur"), "latn")
    assert (words.text.replace(NBSP, " "), words.lang) == ("2 to 3 days", "en-GB")


@pytest.mark.parametrize(
    "risk", ["{number} na", "jeden na tysiąc", "{number} {number}", "{number.__class__} {total}", "{"]
)
def test_a_phrase_that_lost_a_number_is_not_used(risk):
    words = format_fact("x", Risk(1, 1000), phrases("pl", risk), "latn")
    assert read_numbers(words.text) == ("1", "1000")
    assert words.lang == "en-GB"


def test_a_phrase_may_hold_braces_and_markup():
    words = format_fact("x", Risk(1, 1000), phrases("pl", "<b>{number}</b> %s {total}"), "latn")
    assert words.text.replace(NBSP, " ") == "<b>1</b> %s 1000"


def test_what_is_too_long_for_a_line_may_break_but_not_at_a_number():
    words = format_fact("x", Risk(1, 1000), phrases("pl", "u {number} osoby na każde {total} osób leczonych"), "latn")
    assert not words.unbroken
    assert words.text == f"u{NBSP}1{NBSP}osoby na każde{NBSP}1000{NBSP}osób leczonych"
    assert not format_fact("x", Web("https://example.org/" + "a" * 40), phrases("pl"), "latn").unbroken


@pytest.mark.parametrize(
    ("fact", "raw"),
    [
        (Phone("0800 000 0000"), "tel:08000000000"),
        (Phone("+44 (0)20 7946 0000"), "tel:+442079460000"),
        (Phone("(020) 7946 0000 ext. 12"), "tel:02079460000;ext=12"),
        (Phone("020-7946-0000"), "tel:02079460000"),
        (Email("ward@example.org"), "mailto:ward@example.org"),
        (Web("https://www.nice.org.uk/"), "https://www.nice.org.uk/"),
        (Web("www.nice.org.uk"), "https://www.nice.org.uk"),
        (Web("example.org:8080/x"), "https://example.org:8080/x"),
        (Web("javascript:alert(1)"), ""),
        (Web("file:///etc/passwd"), ""),
        (Web("data:text/html,x"), ""),
        (Risk(1, 1000), "1 in 1000"),
        (hours(2, 3), "2 to 3 hour"),
        (Number(Decimal("2.50")), "2.5"),
        (Percent(Decimal(75)), "75%"),
        (Date(datetime.date(2026, 11, 20)), "2026-11-20"),
        (Time(datetime.time(17, 30)), "17:30"),
        (Term("warfarin", "en"), "warfarin"),
    ],
)
def test_raw_values(fact, raw):
    assert raw_value(fact) == raw


def test_percent_keeps_its_decimals():
    assert format_fact("x", Percent(Decimal("0.125")), phrases("en_GB"), "latn").text == "0.125%"
    assert format_fact("x", Percent(Decimal(75)), phrases("tr"), "latn").text == "%75"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_never_printed(value):
    with pytest.raises(ValueError, match="not a number"):
        exact(Decimal(value))


@pytest.mark.parametrize(
    ("locale", "small", "large"),
    [
        ("pl", "1000", "10_000"),
        ("es", "1000", "10.000"),
        ("hi", "1,000", "10,000"),
        ("ht", "1_000", "10_000"),
        ("de", "1.000", "10.000"),
    ],
)
def test_least_grouping(locale, small, large):
    language = LANGUAGES[locale]
    assert format_number(1000, language, "latn").replace(NBSP, "_") == small
    assert format_number(10000, language, "latn").replace(NBSP, "_") == large


def test_unknown_house_rule():
    with pytest.raises(UsageError) as failure:
        numbering_system(ENGLISH, "nativ")
    assert "native" in failure.value.hint


@pytest.mark.parametrize("locale", ["en_GB", "pl", "ar", "fa", "he", "ur", "zh_Hans", "km"])
@pytest.mark.parametrize("house_rule", ["latn", "native"])
def test_below_zero_the_minus_stays_before_its_number(locale, house_rule):
    row = language(locale)
    digits = numbering_system(row, house_rule)
    words = Phrases(row, language("en_GB"), {})
    text = format_fact("cold", Quantity(Decimal(-20), "celsius"), words, digits).text
    sign = re.search("([\u200e\u061c]?)[-\u2212]" + write_digits("20", digits), text)
    assert sign
    turns = row.direction is Direction.RTL
    assert sign[1] == ("" if not turns else "\u061c" if digits == "arab" else "\u200e")
    assert read_numbers(text, row) == ("20",)


def test_what_a_language_has_no_word_for_is_printed_in_the_source_language():
    words = format_fact("x", Quantity(Decimal(6), "hour"), phrases("cnh"), "latn")
    assert (words.text.replace(NBSP, " "), words.lang) == ("6 hours", "en-GB")
    words = format_fact("x", Quantity(Decimal(6), "hour", Decimal(8)), phrases("cnh", span="{low} – {high}"), "latn")
    assert (words.text.replace(NBSP, " "), words.lang) == ("6 to 8 hours", "en-GB")
    words = format_fact("x", Quantity(Decimal(250), "mg"), phrases("cnh"), "latn")
    assert (words.text.replace(NBSP, " "), words.lang) == ("250 mg", None)


def test_a_date_without_names_of_months_is_read_in_one_way_everywhere():
    words = format_fact("x", Date(datetime.date(2026, 11, 5)), phrases("cnh"), "latn")
    assert (words.text, words.lang) == ("2026-11-05", None)
