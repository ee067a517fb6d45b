"""A text of two directions stands in one order wherever its lines break."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.locales.test_bidi import shown
from tests.projects.folder import Clinic

from polyleaf.cli.main import run
from polyleaf.locales.bidi import levels
from polyleaf.locales.whole_numbers import levels_as_meant
from polyleaf.model.inline import Emphasis, FactWords, LineBreak, Link, OneWay, Strong, Words, plain
from polyleaf.model.language import Direction
from polyleaf.pdf.reader import read_pdf
from polyleaf.render.one_way import marked

BASE = {Direction.LTR: 0, Direction.RTL: 1}
WORDS = st.text(st.sampled_from("\u05d0\u05d1\u0644\u0645ab 1059\u0663\u0664-,.%+/:() "), min_size=1, max_size=12)
INLINES = st.lists(
    st.builds(Words, WORDS)
    | st.builds(lambda text: Strong((Words(text),)), WORDS)
    | st.builds(lambda text: Strong((Emphasis((Words(text),)), Words("\u05d2"))), WORDS),
    min_size=1,
    max_size=4,
).map(tuple)


def boxes(inlines, base):
    """Text boxes of the engine as it sees them: the text of each, and the directions around it, outermost first."""
    for inline in inlines:
        match inline:
            case Words(text):
                yield text, (base,)
            case OneWay(direction, children):
                for text, around in boxes(children, ("ltr", "rtl").index(direction)):
                    yield text, (base, *around)
            case _:
                yield from boxes(inline.children, base)


def as_set(pieces, depth=0):
    """How the engine shows boxes on one line: each resolved by itself, and placed along what surrounds it."""
    if not pieces:
        return ""
    base = pieces[0][1][depth]
    groups = []
    for text, around in pieces:
        deeper = len(around) > depth + 1
        if deeper and groups and groups[-1][0]:
            groups[-1][1].append((text, around))
        else:
            groups.append((deeper, [(text, around)]))
    parts = [
        as_set(group, depth + 1) if deeper else shown(group[0][0], levels(group[0][0], base))
        for deeper, group in groups
    ]
    return "".join(reversed(parts) if base else parts)


@given(INLINES, st.sampled_from(list(Direction)), st.integers(0, 30), st.integers(1, 30))
def test_every_line_stands_in_the_order_of_the_paragraph(inlines, direction, start, length):
    base, text = BASE[direction], plain(inlines)
    assume(not base or set(text) & set("\u05d0\u05d1\u05d2\u0644\u0645") or len(text.split()) < 3)
    set_as = marked(inlines, direction)
    assert plain(set_as) == text
    line = slice(start, start + length)
    found, at = [], 0
    for piece, around in boxes(set_as, base):
        cut = piece[max(0, start - at) : max(0, start + length - at)]
        at += len(piece)
        if cut:
            found.append((cut, around))
    wanted = shown(text[line], levels_as_meant(text, base)[line])
    assert as_set(found).replace(" ", "") == wanted.replace(" ", "")


def test_what_runs_one_way_is_left_alone():
    english = (Words("Take 2-3 tablets (not more)."),)
    hebrew = (Words("\u05d0\u05d1 \u05d2."),)
    assert marked(english, Direction.LTR) == english
    assert marked(hebrew, Direction.RTL) == hebrew


def test_a_note_in_english_is_english_in_an_arabic_leaflet():
    """Its full stop stands behind it and all its lines begin at the left; a name stays where Arabic puts it."""
    note = (Words("Call us on {0} if you feel sick."),)
    assert marked(note, Direction.RTL) == (OneWay("ltr", note),)
    (name, stop) = marked((Words("Example Hospital."),), Direction.RTL)
    assert (name, stop) == (OneWay("ltr", (Words("Example Hospital"),)), Words("."))


def test_facts_links_and_line_breaks_stay_what_they_are():
    fact, link = FactWords("ward", "0800 111", isolate=True), Link("https://example.org", (Words("the ward"),))
    found = marked((Words("\u05d0 "), fact, LineBreak(), Words("B12 \u05d0 "), link), Direction.RTL)
    assert found[1:3] == (fact, LineBreak())
    assert found[3] == OneWay("ltr", (Words("B12"),))
    assert found[-1] == Link("https://example.org", (OneWay("ltr", (Words("the ward"),)),))


def test_controls_are_obeyed_and_not_printed():
    found = marked((Words("\u05d0 \u206610-15\u2069 \u05d0"),), Direction.RTL)
    assert found == (Words("\u05d0 "), OneWay("ltr", (Words("10-15"),)), Words(" \u05d0"))


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_range_is_printed_in_one_order_on_every_line(tmp_path, paper):
    clinic = Clinic(tmp_path / "clinic")
    clinic.change("toml", '"A4"', f'"{paper}"')
    filler = "\u0645\u0646 \u0641\u0636\u0644\u0643 "
    many = "\n\n".join(f"{filler * count}10-15 \u062f\u0642\u064a\u0642\u0629." for count in range(1, 10))
    many += "".join(f"\n\n{filler * count}0161 496 732." for count in range(1, 10))
    clinic.write("leaflets/eyes/leaflet.md", clinic.path("eyes").read_text().partition("## Before")[0] + many)
    clinic.change("toml", 'source = "en_GB"', 'source = "ar"')
    clinic.change("toml", 'targets = ["pl", "ar"]', "targets = []")
    assert run(["build", "eyes", "-l", "ar", "-e", "large", "-j", "1", "-C", str(clinic.root)]) == 0
    facts = read_pdf(clinic.out / "eyes/ar/eyes-ar-large.pdf", "eyes")
    runs = [run for page in facts.pages for run in page.runs if run.text.strip() in ("10", "15")]
    left = {text: [run.box[0] for run in runs if run.text.strip() == text] for text in ("10", "15")}
    assert len(left["10"]) == len(left["15"]) == 9
    assert all(ten > fifteen for ten, fifteen in zip(left["10"], left["15"], strict=True)), "10 stands right of 15"
    dialled = [run for page in facts.pages for run in page.runs if run.text.replace("\u00a0", " ") == "0161 496 732"]
    assert len(dialled) == 9, "each in one piece, from left to right"


@pytest.mark.parametrize("number", ["1\u00bd", "1 \u00bd", "1 1/2", "\u06f1\u00bd", "10 000", "1 234 567"])
@pytest.mark.parametrize("word", ["\u062e\u0630", "\u05d9\u05d5\u05dd"])
def test_a_number_of_several_pieces_is_one_number(number, word):
    """Half a tablet more is no half of eleven: UAX #9 alone would print it as \u00bd1."""
    found = marked((Words(f"{word} {number} {word}"),), Direction.RTL)
    assert found == (Words(f"{word} "), OneWay("ltr", (Words(number),)), Words(f" {word}"))
    (first, dash, second) = marked((Words(f"{number}\u20132"),), Direction.RTL)
    assert (first, dash, second) == (OneWay("ltr", (Words(number),)), Words("\u2013"), OneWay("ltr", (Words("2"),)))


DIALLED = [
    "01632 960 100",
    "0161-496-0123",
    "+44 (0)20 7946 0123",
    "(020) 7946 0123",
    "0 (212) 555 12 34",
    "1-800-555-0199",
    "089–123456",
    "\u06f0\u06f2\u06f1 \u06f8\u06f8\u06f7\u06f7 \u06f6\u06f6\u06f5\u06f5",
    "+\u0669\u0666\u0666 \u0661\u0661 \u0662\u0663\u0664 \u0665\u0666\u0667\u0668",
]


@pytest.mark.parametrize("number", DIALLED)
@pytest.mark.parametrize(
    "word", ["\u0627\u062a\u0635\u0644", "\u06a9\u0627\u0644", "\u05d4\u05ea\u05e7\u05e9\u05e8\u05d5"]
)
@pytest.mark.parametrize("direction", Direction)
def test_a_telephone_number_is_printed_as_it_is_dialled(number, word, direction):
    """UAX #9 alone would print 100 960 01632, also behind an Arabic word in an English leaflet."""
    text = f"{word} {number} {word}"
    (inline, *rest) = marked((Words(text),), direction)
    found = (inline, *rest) if direction is Direction.RTL else inline.children
    assert found == (Words(f"{word} "), OneWay("ltr", (Words(number),)), Words(f" {word}"))


@pytest.mark.parametrize(
    "number",
    ["100 960 01632", "0123 7946 20 44+", "0123 7946 (020)", "0800-1700", "05-12-2026", "15 1/2026", "0 100 200 300"],
)
def test_a_number_of_other_groups_is_left_to_the_standard(number):
    """Some type a number from its end, as their editor then shows it the right way round; and hours are no number."""
    found = marked((Words(f"\u062e\u0630 {number}"),), Direction.RTL)
    assert found != (Words("\u062e\u0630 "), OneWay("ltr", (Words(number),)))
