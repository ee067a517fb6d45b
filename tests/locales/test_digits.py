"""Reading and writing digits of every script."""

import time

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from tests.locales.number_values import read_numbers

from polyleaf.errors import UsageError
from polyleaf.locales.digits import ZEROS, fold_digits, write_digits
from polyleaf.locales.numbers import format_number
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.edition import Edition
from polyleaf.render.style import COUNTER_STYLES, style


@pytest.mark.parametrize(
    ("text", "locale", "numbers"),
    [
        ("1 in 1,000 and 0.50", "en_GB", ("1", "1000", "0.5")),
        ("1 na 1 000 osób, 1 234 567,50", "pl", ("1", "1000", "1234567.5")),
        ("1 na 1000", "pl", ("1", "1000")),
        ("1.000 und 0,5", "de", ("1000", "0.5")),
        ("1\u202f000", "fr", ("1000",)),
        ("1,00,000 और 12,34,567.5", "hi", ("100000", "1234567.5")),
        ("১,০০,০০০", "bn", ("100000",)),
        ("۱٬۰۰۰ و ۰٫۵", "fa", ("1000", "0.5")),
        ("٧٥٪ 1،000", "ar", ("75", "1000")),
        ("１，０００人", "zh_Hans", ("1000",)),
        ("2-3, 5–10 −4", "en_GB", ("2", "3", "5", "10", "4")),
        ("20.11.2026", "pl", ("20", "11", "2026")),
        ("20.11.2026", "en_GB", ("20", "11", "2026")),
        ("1½ and ½", "en_GB", ("1.5", "0.5")),
        ("½", "de", ("0.5",)),
        ("0,5 1.5", "en_GB", ("0.5", "1.5")),
        ("1.5 i 1,5", "pl", ("1.5", "1.5")),
        ("1, 2, 3 or 1,2,3", "en_GB", ("1", "2", "3", "1", "2", "3")),
        ("0800 000 0000", "en_GB", ("0800", "0", "0000")),
        ("007 05:30", "en_GB", ("7", "5", "30")),
        ("no numbers", "en_GB", ()),
        ("", "en_GB", ()),
    ],
)
def test_numbers_are_read_by_value(text, locale, numbers):
    assert read_numbers(text, LANGUAGES[locale]) == numbers


def test_english_separator_left_in_polish_is_not_a_thousand():
    assert read_numbers("1,000", LANGUAGES["pl"]) != read_numbers("1,000", LANGUAGES["en_GB"])


@given(st.text())
def test_folding_leaves_no_foreign_digit_and_is_idempotent(text):
    folded = fold_digits(text)
    assert fold_digits(folded) == folded
    assert len(folded) == len(text)
    assert all(char in "0123456789" for char in folded if char.isdecimal())


@given(st.text(alphabet=st.sampled_from("0123456789.,' ٬٫\u00a0½১২x-")), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_can_be_read_and_no_digit_is_lost(text, locale):
    numbers = read_numbers(text, LANGUAGES[locale])
    assert all(char in "0123456789." for number in numbers for char in number)
    assert bool(numbers) == any(char.isdecimal() or char == "½" for char in text)


@given(
    st.decimals(min_value=0, max_value=10**9, places=3),
    st.sampled_from(sorted(LANGUAGES)),
    st.booleans(),
)
def test_what_is_written_is_read_back(value, locale, native):
    language = LANGUAGES[locale]
    written = format_number(value, language, language.digits if native else "latn")
    (read,) = read_numbers(written, language)
    assert read == format(value.normalize(), "f")


@pytest.mark.parametrize("system", ZEROS)
def test_digits_of_each_system_are_digits(system):
    assert fold_digits(write_digits("0123456789", system)) == "0123456789"


def test_unknown_numbering_system():
    with pytest.raises(UsageError) as failure:
        write_digits("1", "bengali")
    assert "beng" in failure.value.hint


@pytest.mark.parametrize("piece", ["1,1", "1,11", "1.111", "1 ", "½", "1,000"])
def test_a_line_of_hostile_length_is_read_at_once(piece):
    """Quadratic reading would take minutes."""
    text = piece * (150_000 // len(piece))
    start = time.process_time()
    assert read_numbers(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_native_digits_are_those_of_cldr(locale):
    """Every language that has digits of its own prints them where they are wished for, and counts pages so."""
    row = LANGUAGES[locale]
    known = Locale.parse(row.cldr)
    systems = (known.other_numbering_systems.get("native"), known._data.get("default_numbering_system"), "latn")
    assert row.digits == next(system for system in systems if system in ZEROS)


def test_page_numbers_have_the_digits_of_any_language():
    for digits in ZEROS:
        look = style(LANGUAGES["pl"], (), Edition("large", 18.0, "A4"), digits)
        assert look.counter in COUNTER_STYLES.values() or look.counter_digits.split()[4] == write_digits("4", digits)
