from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from polyleaf.model.finding import Location
from polyleaf.model.inline import Emphasis, FactMark, LineBreak, Link, Strong, Words, placeholders, plain, walk
from polyleaf.source.inline import parse_inline
from polyleaf.source.text import fold, make_text

MARKUP = st.text(alphabet="ab {}*_[]()<>!`\\\n&;#\u0627:/.\0\t-", max_size=60)


@pytest.mark.parametrize(
    ("markdown", "inlines"),
    [
        ("plain", (Words("plain"),)),
        ("**bold** and *stress*", (Strong((Words("bold"),)), Words(" and "), Emphasis((Words("stress"),)))),
        ("in {cement_sets_in} today", (Words("in "), FactMark("cement_sets_in"), Words(" today"))),
        ("**{a}**", (Strong((FactMark("a"),)),)),
        ("{{a}} {{{a}}}", (Words("{a} {"), FactMark("a"), Words("}"))),
        ("{two words} {1a} } {", (Words("{two words} {1a} } {"),)),
        ("[site]({web})", (Link("{web}", (Words("site"),)),)),
        ("[é](https://a.org/{x}?q=é)", (Link("https://a.org/{x}?q=%C3%A9", (Words("é"),)),)),
        ("<https://a.org/{x}>", (Link("https://a.org/{x}", (Words("https://a.org/"), FactMark("x"))),)),
        ("[](https://a.org)", (Link("https://a.org", (Words("https://a.org"),)),)),
        ("a\\\nb", (Words("a"), LineBreak(), Words("b"))),
        ("a  \nb", (Words("a"), LineBreak(), Words("b"))),
        ("a\nb", (Words("a b"),)),
        ("`code {x}`", (Words("code "), FactMark("x"))),
        ("see ![the *needle*](images/n.png)!", (Words("see the needle!"),)),
        ("<b>x</b> <script>", (Words("<b>x</b> <script>"),)),
        ("{% include 'x' %} {{ 7*7 }}", (Words("{% include 'x' %} { 7*7 }"),)),
        ("&lt;b&gt; &amp;", (Words("<b> &"),)),
        ("**a *b* **c** d**", (Strong((Words("a "), Emphasis((Words("b"),)), Words(" c d"))),)),
        ("", ()),
    ],
)
def test_inline_content(markdown: str, inlines: tuple[object, ...]) -> None:
    assert parse_inline(markdown) == inlines


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "data:image/png;base64,AAAA", "../other.md", "/etc", "ftp://a.org"],
)
def test_links_that_lead_nowhere_are_printed_as_text(address: str) -> None:
    assert parse_inline(f"[x]({address})") == (Words(f"[x]({address})"),)
    assert plain(parse_inline(f"<{address}>")) == f"<{address}>"


@given(st.text())
def test_any_string_is_parsed(markdown: str) -> None:
    plain(parse_inline(markdown))


@given(MARKUP)
def test_any_markup_is_parsed_at_most_three_levels_deep(markdown: str) -> None:
    def depth(inlines: tuple[object, ...]) -> int:
        return 1 + max((depth(i.children) for i in inlines if isinstance(i, Strong | Emphasis | Link)), default=0)

    assert depth(parse_inline(markdown)) <= 4


@given(st.text(alphabet=st.characters(categories=["L", "N"], include_characters=" .,?’—“”"), max_size=80))
def test_plain_words_round_trip(words: str) -> None:
    assert plain(parse_inline(words.strip())) == words.strip()


@given(st.lists(st.sampled_from(["{a}", "{b_c}", "word", "**x**", " "])))
def test_no_placeholder_is_lost(parts: list[str]) -> None:
    markdown = " ".join(parts)
    assert list(placeholders(parse_inline(markdown))) == re.findall(r"\{(\w+)\}", markdown)


@pytest.mark.parametrize(
    "bomb",
    ["*" * 4000 + "a" + "*" * 4000, "![" * 2000 + "](x)" * 2000, "[" * 5000, "`" * 5000, "{" * 5001, "*a _b " * 2000],
)
def test_bombs_of_markup_neither_raise_nor_nest(bomb: str) -> None:
    assert list(walk(parse_inline(bomb)))


def test_nothing_of_a_refused_bomb_is_lost() -> None:
    assert plain(parse_inline("[" * 5000)) == "[" * 5000


@given(MARKUP)
def test_folding_twice_changes_nothing(markdown: str) -> None:
    assert fold(fold(markdown)) == fold(markdown)


@given(st.text(alphabet="ab *_{}\\\n", max_size=60))
@example("\\  \n\\")
@example("\\   \n\\")
@example("\\\\  \na")
def test_folding_changes_no_words_and_no_breaks(markdown: str) -> None:
    # Paragraphs reach fold() without blank lines and without white space at their ends.
    paragraph = "\n".join(line for line in markdown.split("\n") if line.strip()).strip()

    def seen(text: str) -> list[str]:
        return [" ".join(line.split()) for line in plain(parse_inline(text)).split("\n")]

    assert seen(fold(paragraph)) == seen(paragraph)


def test_rewrapping_a_paragraph_keeps_its_msgid_and_no_break_spaces() -> None:
    place = Location("x.md", 1)
    one = make_text("Do not  eat\nfor 6\u00a0hours", place)
    assert one == make_text("Do not eat for\n  6\u00a0hours  ", place)
    assert one.msgid == "Do not eat for 6\u00a0hours"


def test_text_beyond_all_bounds_is_printed_as_it_stands() -> None:
    assert parse_inline("**x** " * 10_000) == (Words("**x** " * 10_000),)


@pytest.mark.parametrize("typed", ["&nbsp;&nbsp;Drink", "\u2003Drink", "\u00a0 Drink", "\u3000Drink"])
def test_words_that_were_moved_in_by_hard_spaces_begin_where_others_do(typed):
    assert parse_inline(typed) == (Words("Drink"),)
    assert parse_inline(f"Eat\\\n{typed}") == (Words("Eat"), LineBreak(), Words("Drink"))
    assert parse_inline("&nbsp;") == ()


@pytest.mark.parametrize("typed", ["«__» ________ 20__ г.", "“__” of ______ 20__", "„__” ____ 20__ r.", "«_» мая"])
def test_room_for_a_day_between_quotation_marks_is_no_mark(typed):
    assert parse_inline(f"on {typed} at __:__") == (Words(f"on {typed} at __:__"),)
