"""The code on paper: no slip of the pen turns one print into another."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.print_code import LENGTH, SYMBOLS, Mistyped, grouped, is_right, read_code, series_of, spell

codes = st.builds(spell, st.integers(0, 23**4 - 1), st.integers(0, 23**5 - 1))


def symbols(code):
    return code.replace("-", "")


def test_the_alphabet_has_no_look_alikes_and_spells_no_words():
    assert len(set(SYMBOLS)) == 23
    assert not set(SYMBOLS) & set("0O1IL" + "AEIOU" + "ZSBG")


@given(codes)
def test_a_code_is_read_as_it_is_printed_and_as_people_type_it(code):
    assert read_code(code) == code
    assert read_code(f" {symbols(code).lower()} ") == code
    assert read_code(code.replace("-", " ")) == code
    assert read_code(f"https://leaflets.example.org/v/{code}") == code
    assert read_code(f"https://leaflets.example.org/?c={code}") == code
    assert read_code(f"\u2066{code}\u2069") == code


@given(codes)
def test_every_single_wrong_symbol_is_found(code):
    right = symbols(code)
    for place, other in itertools.product(range(LENGTH), SYMBOLS):
        if other != right[place]:
            assert not is_right(right[:place] + other + right[place + 1 :])


@given(codes)
def test_every_two_symbols_that_changed_places_are_found(code):
    right = symbols(code)
    for first, second in itertools.combinations(range(LENGTH), 2):
        changed = list(right)
        changed[first], changed[second] = changed[second], changed[first]
        assert is_right("".join(changed)) == (right[first] == right[second])


@pytest.mark.parametrize(("written", "read"), [("2", "Z"), ("8", "B"), ("6", "G"), ("V", "U"), ("D", "0"), ("7", "1")])
def test_a_misread_symbol_is_guessed(written, read):
    code = spell(SYMBOLS.index(written), 4711)
    wrong = code.replace(written, read, 1)
    found = read_code(wrong)
    assert isinstance(found, Mistyped)
    assert read in found.reason
    assert code in found.meant


@given(codes, st.integers(0, LENGTH - 2))
def test_neighbours_that_changed_places_are_guessed(code, place):
    right = symbols(code)
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    if wrong == right:
        return
    found = read_code(wrong)
    assert isinstance(found, Mistyped)
    assert code in found.meant
    assert all(read_code(other) == other for other in found.meant)


@given(st.text(max_size=40))
def test_any_words_are_a_code_or_no_code(words):
    found = read_code(words)
    assert isinstance(found, Mistyped) or read_code(found) == found


def test_groups_and_series():
    code = spell(1, 2)
    assert [len(part) for part in code.split("-")] == [4, 3, 3]
    assert series_of(code) == code[:4] == series_of(spell(1, 3))
    assert grouped(symbols(code)) == code
