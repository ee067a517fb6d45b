"""Lines stand so far apart that no letters of two lines meet, by their ink."""

from __future__ import annotations

import shutil

import pytest
from tools.line_pitch import cldr_words, own, reach

from polyleaf.locales.table import LANGUAGES, language

QUICK = ("ar", "km")
NASTALIQ = "Noto Nastaliq Urdu"
"""Its words hang down to their last letter, and one tall word in some hundred lines meets a deep one (record 73)."""
ON_A_LINE = [locale for locale in LANGUAGES if NASTALIQ not in language(locale).families]


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")
@pytest.mark.parametrize(
    "locale",
    [pytest.param(one, marks=() if one in QUICK else pytest.mark.slow) for one in ON_A_LINE],
)
def test_the_highest_word_under_the_deepest_has_room(locale: str) -> None:
    one = language(locale)
    words = own(cldr_words(one), one)
    above, below = reach(one, words[:: 1 if locale not in QUICK else 4])
    assert above + below <= one.line_height
