"""What is counted in a text, and whether two texts count the same."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyleaf.locales.facts import format_fact
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.table import LANGUAGES, language, use_folder
from polyleaf.locales.units import SCALE, UNITS
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Date, Number, Percent, Phone, Quantity, Time
from polyleaf.reading.addresses import addresses_in, without_addresses
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Kind
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.plain_text import HOLE
from polyleaf.reading.words.pattern import fold

ENGLISH = language("en_GB")


def compare(source: str, target: str, locale: str):
    return agreement(source, ENGLISH, target, language(locale))


def agrees(source: str, target: str, locale: str) -> bool:
    found = compare(source, target, locale)
    return not (found.lost or found.extra or found.other_unit or found.no_unit)


SAME = [
    ("pl", "Do not eat for two hours.", "Proszę nie jeść przez dwie godziny."),
    ("pl", "Do not eat for two hours.", "Proszę nie jeść przez 2 godz."),
    ("pl", "an hour", "1 godzinę"),
    ("pl", "half an hour before", "pół godziny przed"),
    ("pl", "half an hour before", "30 minut przed"),
    ("pl", "twice a day", "2 razy dziennie"),
    ("de", "at 5:30pm on 20 November", "um 17.30 Uhr am 20. November"),
    ("de", "at 9am", "um 9 Uhr"),
    ("fr", "at 5:30pm", "à 17h30"),
    ("ja", "at 5:30pm", "午後5時30分に"),
    ("ko", "at 5pm", "오후 5시에"),
    ("zh_Hans", "20 November 2026 at 5:30pm", "2026年11月20日下午5:30"),
    ("zh_Hans", "2 hours", "两个小时"),
    ("zh_Hans", "10,000 people", "1万人"),
    ("zh_Hans", "half an hour", "半小时"),
    ("zh_Hans", "8am", "早上8点"),
    ("zh_Hans", "75%", "百分之75"),
    ("ar", "2 hours", "ساعتين"),
    ("ar", "1 hour", "ساعة واحدة"),
    ("ar", "three days", "ثلاثة أيام"),
    ("ar", "0.5 mg", "٠٫٥ ملغ"),
    ("ar", "1,000 people", "١٬٠٠٠ شخص"),
    ("uk", "within 24 hours", "протягом 24 годин"),
    ("uk", "250 mcg", "250 мкг"),
    ("uk", "6-hour", "6-годинний"),
    ("ur", "6 hours", "چھ گھنٹے"),
    ("ur", "at 8am", "صبح 8 بجے"),
    ("ur", "at 5pm", "شام 5 بجے"),
    ("pl", "½ tablet", "1/2 tabletki"),
    ("pl", "take 2-3 tablets", "proszę wziąć 2–3 tabletki"),
    ("pl", "about 75 per cent", "około 75%"),
    ("tr", "75%", "%75"),
    ("so", "75%", "boqolkiiba 75"),
    ("cs", "6 hours", "6 hodin"),
    ("bn", "500 mg", "৫০০ মিগ্রা"),
    ("bn", "5 hours", "5 ঘন্টা আগে"),
    ("ta", "6 hours", "6 மணி நேரம்"),
    ("gu", "1 and a half hours", "દોઢ કલાક"),
    ("pl", "0.5 g", "500 mg"),
    ("pl", "60 minutes", "1 godzina"),
    ("pl", "You may take 2", "Mogą Państwo wziąć 2"),
    ("ro", "20 minutes", "20 de minute"),
    ("pl", "One of us will call you.", "Jeden z nas zadzwoni."),
    ("pl", "a week", "7 dni"),
    ("th", "20 November 2026", "20 พฤศจิกายน 2569"),
    ("pl", "at midday", "o 12:00"),
    ("pl", "at midday", "w południe"),
    ("fa", "for 2 to 3 days", "به مدت 2 تا 3 روز"),
    ("hi", "2 hours", "दो घंटे"),
    ("pl", "2026-11-20", "20.11.2026"),
    ("en_US", "20/11/2026", "11/20/2026"),
    ("pl", "B12", "B12"),
    ("pl", "250 micrograms", "250 µg"),
    ("uk", "call 01632 960 100", "телефонуйте 01632 960100"),
    ("pl", "from 1.5 to 2.5 ml", "od 1,5 do 2,5 ml"),
    ("cy", "Rest for 3 hours.", "Gorffwyswch am 3 awr."),
    ("ru", "2 billion people", "2 миллиарда людей"),
    ("sq", "2 billion people", "2 miliardë njerëz"),
    ("ar", "on the 3rd floor", "في الطابق الثالث"),
    ("zh_Hans", "the first day", "第1天"),
    ("gu", "a height of 0", "ઊંચાઈ શૂન્ય છે"),
    ("ta", "zero", "0"),
    ("zh_Hans", "in March", "3月"),
    ("zh_Hans", "reading bisect refs", "二分查找"),
    ("lt", "20 November 2026", "2026 m. lapkričio 20 d."),
    ("lv", "20 November 2026", "2026. gada 20. novembris"),
    # A number and its unit in one word.
    ("cs", "an eight-hour gap", "osmihodinový odstup"),
    ("de", "every four hours", "vierstündlich"),
    ("de", "an 8-hour gap", "ein 8-stündiger Abstand"),
    ("el", "every twelve hours", "κάθε δωδεκάωρο"),
    ("et", "four weeks apart", "neljanädalase vahega"),
    ("de", "repeat it seven times", "siebenmal wiederholen"),
    ("hu", "repeat it fifteen times", "ismételje meg tizenötször"),
    ("cs", "after fourteen days", "po čtrnácti dnech"),
    ("lt", "from the third week", "nuo trečiosios savaitės"),
    ("it", "at noon", "a mezzogiorno"),
    # A decimal comma in a language whose sign CLDR says is a point, and figures between commas.
    ("mg", "2.5 ml", "2,5 ml"),
    ("de", "figures (4,5)", "Abbildungen (4,5)"),
    ("fr", "1 in 1,000,000", "1 sur 1 000 000."),
    # Times from the hour.
    ("lt", "at ten to eight", "be dešimt aštuntą"),
    ("he", "at ten to eight", "בעשרה לשמונה"),
    ("ka", "at quarter to ten", "ათს რომ თხუთმეტი წუთი აკლია"),
    ("eu", "at half past nine", "bederatzi eta erdietan"),
    ("el", "at twenty-five past nine", "εννέα και είκοσι πέντε"),
    # What only looks like an amount or a date.
    ("bs", "every 20 degrees", "svakih 20 stepeni po satu"),
    ("ro", "2 or more tablets", "2 sau mai multe comprimate"),
    ("de", "on day 3 (May 5)", "am Tag 3 (5. Mai)"),
    ("et", "on Thursday", "neljapäeval"),
    # Something between two things.
    ("fa", "at least four hours between doses", "بین دو دوز حداقل چهار ساعت"),
]

OTHER = [
    ("pl", "2 hours", "2 dni"),
    ("pl", "2 hours", "3 godziny"),
    ("pl", "two hours", "trzy godziny"),
    ("pl", "5 mg", "5 g"),
    ("pl", "500 mg", "500 mcg"),
    ("pl", "0.5 mg", "5 mg"),
    ("pl", "5:30pm", "5:30"),
    ("ur", "5:30pm", "5:30 AM"),
    ("ur", "at 5pm", "صبح 5 بجے"),
    ("ar", "2 hours", "يومين"),
    ("ar", "2 hours", "ساعة واحدة"),
    ("ar", "24 hours", "24 يومًا"),
    ("zh_Hans", "2 hours", "两天"),
    ("zh_Hans", "100 mg", "100微克"),
    ("pl", "20 November 2026", "20 grudnia 2026"),
    ("pl", "20 November 2026", "21 listopada 2026"),
    ("uk", "01632 960 100", "01632 960 001"),
    ("pl", "75%", "75"),
    ("pl", "1 in 4", "1 na 40"),
    ("pl", "half an hour", "półtorej godziny"),
    ("pl", "2 to 3 days", "2–3 tygodnie"),
    ("gu", "24 hours", "42 કલાક"),
    ("fa", "6 hours", "6 روز"),
    ("fa", "10:00", "16:00"),
    ("pl", "1,250", "1,25"),
    ("bn", "3 hours", "৪ ঘণ্টা"),
    ("cy", "Rest for 3 hours.", "Gorffwyswch am 4 awr."),
    ("uk", "20 November 2026", "20 листопада 0026 р."),
    ("zh_Hans", "20 November 2026", "2026年41月20日"),
    ("de", "4 years", "10 Jahre"),
    ("pl", "10 thousand people", "10 osób"),
    ("cs", "an eight-hour gap", "šestihodinový odstup"),
    ("de", "every four hours", "achtstündlich"),
    ("mg", "2.5 ml", "25 ml"),
    ("lt", "at ten to eight", "be dvidešimt aštuntą"),
    ("fa", "between two and four hours", "بین سه و چهار ساعت"),
]


@pytest.mark.parametrize(("locale", "source", "target"), SAME)
def test_the_same_said_in_another_way(locale, source, target) -> None:
    assert agrees(source, target, locale), compare(source, target, locale)


@pytest.mark.parametrize(("locale", "source", "target"), OTHER)
def test_something_else_is_seen(locale, source, target) -> None:
    found = compare(source, target, locale)
    assert found.lost or found.extra or found.other_unit


def test_both_are_told() -> None:
    found = compare("Rest for 3 hours.", "4 گھنٹے آرام کریں۔", "ur")
    assert [str(one) for one in found.lost] == ["3 hours"]
    assert [fold(str(one)) for one in found.extra] == [fold("4 گھنٹے")]
    ((wanted, unit),) = compare("2 hours", "2 dni", "pl").other_unit
    assert (str(wanted), str(unit)) == ("2 hours", "2 dni")


def test_a_unit_that_is_not_there_is_no_error() -> None:
    found = compare("Rest for 3 hours.", "3 تک آرام کریں۔", "ur")
    assert found.no_unit
    assert not (found.lost)
    assert not (found.extra)
    assert not (found.other_unit)
    assert agrees("Rest for 3 hours.", "3 x y z.", "cnh"), "in a language without a table a missing unit means nothing"


def test_days_are_not_24_hours_nor_months_four_weeks() -> None:
    assert not agrees("24 hours", "1 dzień", "pl")
    assert not agrees("4 weeks", "1 miesiąc", "pl")
    assert agrees("14 days", "2 tygodnie", "pl")


def test_facts_are_not_text() -> None:
    assert [amount.value for amount in amounts_in(f"1{HOLE}2", ENGLISH)] == [1, 2]


def test_addresses_are_not_numbers() -> None:
    assert amounts_in("Write to ward24@example.org or see https://example.org/2026/11.", ENGLISH) == ()
    assert addresses_in("Ward@Example.org, www.example.org/a.") == ("ward@example.org", "www.example.org/a")
    assert without_addresses("ward (ward@example.org)").split() == ["ward", "(", ")"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("01632 960 100", Kind.PHONE),
        ("+44 1632 960 100", Kind.PHONE),
        ("999", Kind.NUMBER),
        ("08:00", Kind.TIME),
        ("5:30 p.m.", Kind.TIME),
        ("20/11/2026", Kind.DATE),
        ("20 November", Kind.DATE),
        ("1/2", Kind.NUMBER),
        ("10 000 000", Kind.NUMBER),
    ],
)
def test_kinds(text, kind) -> None:
    assert {amount.kind for amount in amounts_in(text, ENGLISH) if amount.written} == {kind}


def test_every_unit_of_a_fact_is_known_by_what_it_measures() -> None:
    assert set(UNITS) - set(SCALE) == {"celsius", "IU"}


# The law: what facts print in any language counts the same as what they print in English.

PHRASE_FREE = st.one_of(
    st.builds(
        Quantity,
        st.decimals("0.25", 5000, places=2),
        st.sampled_from(sorted(set(UNITS) - {"celsius", "IU", "km", "m"})),
    ),
    st.builds(Number, st.decimals("0.01", 99999, places=2)),
    st.builds(Percent, st.integers(1, 100).map(Decimal)),
    st.builds(Date, st.dates(datetime.date(2020, 1, 1), datetime.date(2039, 12, 31))),
    st.builds(Time, st.times().map(lambda time: time.replace(second=0, microsecond=0))),
    st.builds(Phone, st.from_regex(r"0[1-9]\d{3} \d{3} \d{3}", fullmatch=True)),
)


def test_punjabi_in_arabic_letters_is_not_searched_for_number_words_in_gurmukhi() -> None:
    found = agreement("Stay for two hours.", language("en_GB"), "دو گھنٹے رہو۔", language("pa_Arab"))
    assert not found.lost


def test_a_unit_may_stand_before_its_number(tmp_path) -> None:
    text = """english = "Zulu"
native = "isiZulu"
[print]
quotes = ["“", "”", "‘", "’"]
[numbers.words]
2 = ["amabili"]
[units]
before_number = true
[units.words]
day = ["usuku", "izinsuku"]
minute = ["imizuzu"]
"""
    (tmp_path / "zu.toml").write_text(text, encoding="utf-8")
    use_folder(tmp_path)
    try:
        zulu = language("zu")
        found = {(str(one.value), *one.units) for one in amounts_in("izinsuku 3 imizuzu 30, imizuzu amabili", zulu)}
        assert found == {("3", "day"), ("30", "minute"), ("2", "minute")}
        assert agreement("3 days", language("en_GB"), "imizuzu 3", zulu).other_unit
        assert not agreement("3 days", language("en_GB"), "izinsuku 3", zulu).other_unit
    finally:
        use_folder(None)


LOCALES = st.sampled_from(sorted(set(LANGUAGES) - {"en", "en_GB", "en_US"}))


def printed(fact, locale: str, rule: str = "latn") -> str:
    target = language(locale)
    return format_fact("x", fact, Phrases(target, ENGLISH, {}), numbering_system(target, rule)).text


@given(PHRASE_FREE, LOCALES, st.sampled_from(["latn", "native"]))
@settings(max_examples=50, deadline=None)
def test_what_facts_print_agrees_in_every_language(fact, locale, rule) -> None:
    source = f"Text {printed(fact, 'en_GB')} text."
    found = compare(source, f"— {printed(fact, locale, rule)} —.", locale)
    differences = (found.lost, found.extra, found.other_unit)
    assert not any(differences), (source, printed(fact, locale, rule), differences)


STARTERS = st.sampled_from(["pl", "ro", "uk", "ar", "fa", "ur", "bn", "pa", "gu", "ta", "zh_Hans", "so"])
DOSES = ("mcg", "mg", "g", "ml", "l")
TIMES = ("minute", "hour", "day", "week", "month", "year")


@given(st.integers(2, 5000), st.sampled_from([DOSES, TIMES]), st.data(), STARTERS)
@settings(max_examples=100, deadline=None)
def test_another_unit_never_agrees(number, units, data, locale) -> None:
    unit = data.draw(st.sampled_from(units))
    other = data.draw(st.sampled_from([one for one in units if one != unit]))
    fact = Quantity(Decimal(number), unit)
    found = compare(f"Take {printed(fact, 'en_GB')}.", f"{printed(replace(fact, unit=other), locale)}.", locale)
    assert found.other_unit


@given(st.integers(2, 5000), st.integers(2, 5000), st.sampled_from(TIMES + DOSES), STARTERS)
@settings(max_examples=100, deadline=None)
def test_another_number_never_agrees(number, other, unit, locale) -> None:
    if number == other:
        return
    fact = Quantity(Decimal(number), unit)
    changed = replace(fact, value=Decimal(other))
    found = compare(f"Take {printed(fact, 'en_GB')}.", f"{printed(changed, locale)}.", locale)
    assert found.lost


@given(st.text(max_size=200), STARTERS)
def test_any_text_is_read_and_agrees_with_itself(text, locale) -> None:
    target = language(locale)
    found = agreement(text, target, text, target)
    assert not (found.lost)
    assert not (found.extra)
    assert not (found.other_unit)


def test_a_text_of_a_megabyte_is_read_in_time() -> None:
    for nasty in ("1 " * 300_000, "1/1" * 200_000, "0" * 900_000, "1:1" * 200_000, "(0" * 300_000, "20 nov " * 50_000):
        compare(nasty, nasty, "ur")
