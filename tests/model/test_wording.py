"""Words of findings are printed on terminals, whatever is in the text they quote."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.wording import count, did_you_mean, listed, quote


@given(st.text(max_size=300), st.integers(2, 80))
def test_a_quotation_is_one_safe_short_line(text, limit) -> None:
    quoted = quote(text, limit)
    assert quoted[0] + quoted[-1] == "“”"
    assert len(quoted) <= limit + 2
    for char in quoted:
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff"


def test_quote() -> None:
    assert quote("Do  not\neat") == "“Do not eat”"
    assert quote("\x1b[31mred\x07") == "“[31mred”"
    assert quote("abc\u202e321") == "“abc321”"
    assert quote("می\u200cخواهم") == "“می\u200cخواهم”"
    assert quote("x" * 100, 10) == "“xxxxxxxxx…”"
    assert len(quote("\u200b" * 10_000_000 + "x")) <= 62


def test_count() -> None:
    assert count(1, "word") == "1 word"
    assert count(0, "word") == "0 words"
    assert count(2, "entry", "entries") == "2 entries"


def test_listed() -> None:
    assert listed("abc") == "a, b, c"
    assert listed("abc", 2) == "a, b and 1 more"
    assert listed([]) == ""


def test_did_you_mean() -> None:
    assert did_you_mean("fastin", ["fasting", "rest"]) == "Did you mean fasting?"
    assert did_you_mean("xyz", ["fasting"]) == ""


def test_a_fact_in_a_quotation_is_no_box() -> None:
    assert quote("Paracetamol \ufffc twice") == "“Paracetamol {…} twice”"
