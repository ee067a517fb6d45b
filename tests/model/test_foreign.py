"""Words of others are only words: no character of theirs commands a terminal."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.foreign import one_line, one_name, shown_safely

ANY = st.text(st.characters(), max_size=80) | st.text(
    st.sampled_from("\x1b\x07\x9b\x85\r\n\t \u202e\u2066\u2028\udcffa")
)


def is_safe(char: str) -> bool:
    turns = unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return not turns and unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")


@given(ANY, st.none() | st.integers(2, 40), st.sampled_from(["", " ", "\ufffd"]))
def test_one_line_is_one_line(text, most, instead) -> None:
    line = one_line(text, most, instead=instead)
    assert all(map(is_safe, line))
    assert most is None or len(line) <= most
    assert line == " ".join(line.split())
    assert one_line(line, most, instead=instead) == line


@given(ANY)
def test_a_name_is_on_one_line_and_says_what_is_in_it(text) -> None:
    name = one_name(text)
    assert all(map(is_safe, name))
    assert text.isprintable() <= (name == text)


@given(ANY)
def test_lines_for_a_terminal_keep_their_ends(text) -> None:
    safe = shown_safely(text)
    assert all(is_safe(char) or char in "\n\t" for char in safe.replace("\r\n", "\n"))
    assert safe.count("\n") == text.count("\n")
    assert shown_safely(safe) == safe


@given(st.dictionaries(ANY, ANY, max_size=3))
def test_json_means_the_same_afterwards(values) -> None:
    assert json.loads(shown_safely(json.dumps(values, ensure_ascii=False, indent=1))) == values


def test_what_spells_words_stays() -> None:
    persian, marked = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u200f(\u0627)\u200e \u061c"
    assert shown_safely(persian) == persian == one_line(persian)
    assert shown_safely(marked) == marked
    assert one_line("a" * 5 + " " * 9, 5) == "aaaaa"
    assert one_line("word " * 20, 8) == "word wo…"
    assert len(one_line("\x00" * 10_000_000, 60)) == 60
