"""Word breaks of Khmer, Lao and Burmese."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from polyleaf.locales.breaking import break_words
from polyleaf.locales.table import LANGUAGES

ZWSP = "\u200b"
KHMER = "អ្នកជំងឺត្រូវតែអត់អាហារយ៉ាងតិចមុនពេលវះកាត់។ សូមទូរស័ព្ទ"
LAO = "ຄົນເຈັບຕ້ອງງົດອາຫານຢ່າງໜ້ອຍ6ຊົ່ວໂມງ"
BURMESE = "လူနာသည်ခွဲစိတ်မှုမပြုမီအနည်းဆုံး၆နာရီအစာရှောင်ရမည်။"
SAMPLES = [("km", KHMER), ("lo", LAO), ("my", BURMESE)]

letters = st.text(alphabet=st.sampled_from(KHMER + LAO + BURMESE + f"aA1 .{ZWSP}😀\u2060\n\x00"), max_size=60)


@pytest.mark.parametrize(("locale", "text"), SAMPLES)
def test_long_runs_get_breaks(locale, text):
    broken = break_words(text, LANGUAGES[locale])
    assert max(map(len, broken.replace(" ", ZWSP).split(ZWSP))) < 20
    assert broken.count(ZWSP) >= 4


def test_words_are_words():
    assert break_words("ຕ້ອງງົດອາຫານ", LANGUAGES["lo"]).split(ZWSP) == ["ຕ້ອງ", "ງົດ", "ອາຫານ"]


def test_offsets_hold_after_an_emoji():
    assert break_words("😀လူနာသည်", LANGUAGES["my"]) == f"😀လူနာ{ZWSP}သည်"


def test_breaks_of_the_translator_are_kept():
    text = f"ភាសា{ZWSP}ខ្មែរ"
    assert f"ភាសា{ZWSP}ខ្មែរ" in break_words(text, LANGUAGES["km"])


@pytest.mark.parametrize("locale", ["en_GB", "th", "zh_Hans", "ar"])
def test_other_languages_are_left_alone(locale):
    assert break_words(KHMER + ZWSP, LANGUAGES[locale]) == KHMER + ZWSP


@given(letters, st.sampled_from(["km", "lo", "my"]))
def test_nothing_is_lost_and_twice_is_once(text, locale):
    language = LANGUAGES[locale]
    broken = break_words(text, language)
    assert broken.replace(ZWSP, "") == text.replace(ZWSP, "")
    assert break_words(broken, language) == broken


@example(text="\u1780\u17d2\u17c6\u1787", locale="km")
@given(letters.map(lambda text: text.replace(ZWSP, "")), st.sampled_from(["km", "lo", "my"]))
def test_no_cluster_is_split(text, locale):
    broken = break_words(text, LANGUAGES[locale])
    clusters = list(CharacterBreaker(text, locale))
    starts = {sum(map(len, clusters[:at])) for at in range(len(clusters))}
    at = 0
    for char in broken:
        if char == ZWSP:
            assert at in starts
            assert not unicodedata.combining(text[at])
        else:
            at += 1


@given(st.text(max_size=40))
def test_any_text_survives(text):
    assert break_words(text, LANGUAGES["km"]).replace(ZWSP, "") == text.replace(ZWSP, "")
