"""What is measured on pages: figures against figures known from elsewhere, laws, hostile files, speed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.page_press import SENTENCE, found, printed_page

from polyleaf.checks.measures.grounds import covers
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.lines import line_of
from polyleaf.checks.measures.measured import measured
from polyleaf.checks.measures.pitches import pitch_over_need
from polyleaf.checks.measures.rules import Readability, readability
from polyleaf.checks.measures.split_facts import split_facts
from polyleaf.checks.measures.writing import folded, is_mixed, is_right_to_left, letters, readings
from polyleaf.checks.page.contrast_too_low import RULE as CONTRAST
from polyleaf.checks.page.heading_at_page_foot import RULE as HEADING_AT_FOOT
from polyleaf.checks.page.letters_spaced import letters_spaced
from polyleaf.checks.page.line_too_long import RULE as LINE_LONG
from polyleaf.checks.page.lines_close import RULE as PITCH_IN_PARAGRAPHS
from polyleaf.checks.page.lines_close import pitch_in_paragraphs
from polyleaf.checks.page.margin_narrow import RULE as MARGIN
from polyleaf.checks.page.text_too_small import RULE as SMALLEST_TEXT
from polyleaf.checks.pdf_subjects import is_blank
from polyleaf.checks.registry import CHECKS
from polyleaf.checks.samples.page import (
    A4,
    GOOD,
    HEADING,
    PARAGRAPH,
    a_line,
    a_page_of,
    a_paragraph_of,
    a_shape,
    pages_of,
    with_fact,
)
from polyleaf.model.contrast import ratio
from polyleaf.model.edition import Edition
from polyleaf.model.pdf_facts import Element, FontFacts, PageFacts, Paint, TextRun


def value(rule, subject):
    return rule.measure(layout_of(subject), next(one for one in CHECKS if rule in one.rules)).value


@pytest.mark.parametrize(("colour", "contrast"), [
    ("#005eb8", 6.38), ("#003087", 11.85), ("#0072ce", 4.89), ("#41b6e6", 2.32), ("#768692", 3.75), ("#00a499", 3.10),
])  # fmt: skip
def test_contrast_is_that_of_the_nhs_identity(colour, contrast) -> None:
    subject = printed_page(f"<p style='color:{colour}'>Colour</p>")
    assert value(CONTRAST, subject) == pytest.approx(contrast, abs=0.006)


def test_contrast_on_black_through_opacity_and_in_other_colour_spaces() -> None:
    assert value(CONTRAST, printed_page("<p>Black</p>")) == pytest.approx(21)
    half = "<div style='background:#000'><p style='background:rgba(255,255,255,.5);color:#fff'>Half</p></div>"
    assert value(CONTRAST, printed_page(half)) == pytest.approx(ratio((1, 1, 1), (0.5, 0.5, 0.5)), rel=0.01)
    lab = printed_page("<p style='color:lab(40% 0 0)'>Grey</p>")
    assert value(CONTRAST, lab) == pytest.approx(ratio((1, 1, 1), (0.369, 0.369, 0.369)), rel=0.02)


@pytest.mark.parametrize(("size", "line"), [(14, 1.5), (18, 1.65), (24, 2)])
def test_size_pitch_and_margin_are_those_of_the_style_sheet(size, line) -> None:
    style = f"html {{ font-size: {size}pt; line-height: {line} }}"
    subject = printed_page(f"<p>{SENTENCE * 4}</p>", style)
    assert value(SMALLEST_TEXT, subject) == pytest.approx(size, abs=0.01)
    assert value(PITCH_IN_PARAGRAPHS, subject) == pytest.approx(line, abs=0.002)
    assert value(MARGIN, subject) == pytest.approx(25, abs=0.05)


def test_thai_marks_over_the_first_letter_make_no_margin_narrow() -> None:
    for words in ("ชื่อเรื่องเดิม", "ที่บ้าน"):
        style = "html { font: bold 18pt 'Noto Looped Thai', 'Noto Sans Thai' } @page { margin: 20mm }"
        assert value(MARGIN, printed_page(f"<p>{words}</p>", style)) >= 20 - MARGIN.rounding / 2


def test_a_name_with_its_number_beside_it_may_end_a_page() -> None:
    name = a_line("Day ward", 3, element=HEADING, size=18.0)
    number = a_line("01632 960 100", 3, element=PARAGRAPH + 1, left=300.0, size=22.0)
    after = (a_line("Ask us.", element=PARAGRAPH + 2),)
    assert value(HEADING_AT_FOOT, pages_of((*GOOD, name, number), after)) == 0
    assert value(HEADING_AT_FOOT, pages_of((*GOOD, name), after)) == 1


def test_letters_of_a_line_are_counted_in_every_script() -> None:
    assert value(LINE_LONG, printed_page("<p>How many letters?</p>")) == 17
    thai = printed_page("<p>ไม่มีที่</p>", "html { font-family: 'Noto Sans Thai' }")
    assert value(LINE_LONG, thai) == 4, "vowels and tones above letters are part of them"


def test_measures_of_an_urdu_page_are_those_of_its_own_font() -> None:
    urdu = "سیمنٹ رِس کر کسی رگ میں جاتا ہے اور پھیپھڑوں تک پہنچ جاتا ہے۔ "
    style = "html { font: 18pt/2.5 'Noto Sans', 'Noto Nastaliq Urdu' }"
    for ours in (True, False):
        subject = printed_page(f"<p>{urdu * 2} MRI {urdu * 2}</p>", style, "lang=ur dir=rtl", ours=ours)
        pitches = {round(spot.value, 2) for spot in pitch_in_paragraphs(layout_of(subject))}
        assert len(pitches) == 1, "letters stand at many heights, lines at one distance"
        assert min(pitches) >= 2.5


def test_the_text_of_a_line_is_read_in_every_script() -> None:
    arabic = "يمكنك العودة إلى المنزل"
    style = "html { font-family: 'Noto Naskh Arabic' }"
    for ours in (True, False):
        subject = printed_page(f"<p>{arabic}</p>", style, "lang=ar dir=rtl", ours=ours)
        (line,) = layout_of(subject).pages[0].body_lines
        assert folded(arabic) in readings(folded(line.text))


def test_blocks_lines_and_roles() -> None:
    body = "<h2>Risks</h2><p>One <b>two</b> three</p><ul style='padding-left:2em'><li>Four</li></ul>"
    subject = printed_page(body, "@page { @bottom-center { content: 'Page 1' } }")
    (page,) = layout_of(subject).pages
    assert [(block.role, block.heading, block.text) for block in page.body if block.text[0].isalpha()] == [
        ("H2", True, "Risks"),
        ("P", False, "One two three"),
        ("LBody", False, "Four"),
    ]
    assert [block.text for block in page.furniture] == ["Page 1"]


def test_columns_of_one_paragraph_are_two_blocks() -> None:
    subject = printed_page(f"<div style='columns:2'><p>{SENTENCE * 5}</p></div>")
    assert len(layout_of(subject).pages[0].body) == 2


def test_covers() -> None:
    square = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    hole = tuple((x / 3 + 3, y / 3 + 3) for x, y in square)
    frame = a_shape((0.0, 0.0, 9.0, 9.0), outline=(square, hole), even_odd=True)
    assert covers(frame, 1, 1)
    assert not covers(frame, 4, 4)
    assert covers(replace(frame, even_odd=False), 4, 4)
    assert covers(replace(frame, even_odd=False, outline=(square,)), 4, 4)
    assert not covers(replace(frame, even_odd=False, outline=(square, hole[::-1])), 4, 4)
    assert covers(replace(frame, outline=()), 4, 4)
    assert not covers(frame, 10, 10)


colours = st.tuples(*[st.floats(0, 1)] * 3)


@given(colours, colours)
def test_contrast_is_symmetric_and_bounded(one, other) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.000001


@pytest.mark.parametrize(
    ("lines", "split"),
    [
        (("Call 01632 960 100", "now"), 0),
        (("Call 01632 960", "100 now"), 1),
        (("Call 01632", "960 100 now"), 1),
        (("Call 101632 960", "100 now"), 0),  # part of a longer number
        (("Call 01632 960", "1005 now"), 0),
        (("Call 01632\u00a0960", "\u2066100\u2069 now"), 1),
        (("Call ٠١٦٣٢ 960", "100"), 0),
    ],
)
def test_facts_over_two_lines(lines, split) -> None:
    assert len(list(split_facts(layout_of(with_fact("01632 960 100", *lines))))) == split


def test_a_fact_in_right_to_left_text_is_found_as_read_and_as_seen() -> None:
    fact = "6 ساعات"
    assert len(list(split_facts(layout_of(with_fact(fact, "صم قبل 6", "ساعات من"))))) == 1
    assert len(list(split_facts(layout_of(with_fact(fact, "6 لبق مص", "نم تاعاس"))))) == 1
    assert len(list(split_facts(layout_of(with_fact(fact, "صم قبل 6 ساعات", "من"))))) == 0


def test_numbers_are_enough_where_the_letters_cannot_be_read() -> None:
    fact = "1,000 میں سے 1"
    assert len(list(split_facts(layout_of(with_fact(fact, "یہ 1,000 سس", "ص 1 ہے"))))) == 1
    assert len(list(split_facts(layout_of(with_fact(fact, "یہ 1,000 سس 1", "ص ہے"))))) == 0


@given(st.text(max_size=30))
def test_folding_is_stable(text) -> None:
    assert folded(folded(text)) == folded(text)
    assert letters(text) <= len(text)
    assert len({len(reading) for reading in readings(text)}) == 1


def test_directions() -> None:
    assert is_right_to_left("abc") is False
    assert is_right_to_left("ابج a") is True
    assert is_right_to_left("123") is None
    assert is_mixed("اردو Urdu")
    assert not is_mixed("اردو")
    assert not is_mixed("Urdu 1")


def test_profiles() -> None:
    sizes = {12: "clear", 14: "clear", 16: "large", 18: "large", 22: "giant", 24: "giant"}
    assert {size: readability(Edition("x", size, "A4")) for size in sizes} == {
        size: Readability(name) for size, name in sizes.items()
    }
    letter, metric = (replace(a_page_of(*GOOD), edition=Edition("us", 18.0, paper)) for paper in ("Letter", "A4"))
    assert (MARGIN.limit(letter), MARGIN.limit(metric)) == (25.4, 20)


def test_page_checks_judge_by_rules() -> None:
    assert {check.id for check in CHECKS if check.area == "page" and not check.rules} == {
        "page/fold-too-long",
        "page/fold-too-narrow",
        "page/form-split",
        "page/more-than-a-sheet",
        "page/promise-not-kept",
        "page/logo-repeated",
        "page/table-as-cards",
    }
    for rule in (rule for check in CHECKS for rule in check.rules):
        assert rule.source
        assert rule.name[0].isupper()


def test_a_check_finds_something_exactly_where_a_rule_does_not_hold() -> None:
    subject = pages_of((a_line("Small", size=9.0), *GOOD[1:]), GOOD)
    broken = {measure.check for measure in measured(subject).measures if not measure.holds}
    assert broken == {finding.partition(":")[0].join(("page/", "")) for finding in found(subject)}


floats = st.floats(allow_nan=True, allow_infinity=True)
boxes = st.tuples(floats, floats, floats, floats) | st.tuples(*[st.floats(-50, 900)] * 4)
runs = st.builds(
    TextRun,
    st.integers(-2, 3),
    floats | st.floats(1, 40),
    boxes,
    st.integers(-1, 9),
    st.text(max_size=9),
    st.booleans(),
    baseline=st.none() | st.floats(-100, 900),
    glyphs=st.integers(0, 99),
    word_space=st.none() | st.floats(0, 2),
    letter_space=st.floats(-1, 1),
    clip=st.none() | boxes,
    order=st.integers(0, 9),
    element=st.none() | st.integers(0, 4),
)
shapes = st.builds(
    a_shape,
    boxes,
    colours,
    st.sampled_from(Paint),
    outline=st.lists(st.lists(st.tuples(floats, floats), max_size=3).map(tuple), max_size=3).map(tuple),
    even_odd=st.booleans(),
    order=st.integers(0, 9),
    element=st.none() | st.integers(0, 4),
)
pages = st.builds(
    PageFacts,
    number=st.just(1),
    media=st.just(A4),
    crop=st.none(),
    bleed=st.none(),
    trim=st.none(),
    rotate=st.sampled_from([0, 90]),
    runs=st.lists(runs, max_size=5).map(tuple),
    hidden=st.lists(runs, max_size=2).map(tuple),
    shapes=st.lists(shapes, max_size=4).map(tuple),
    links=st.lists(boxes, max_size=2).map(tuple),
    crowded=st.booleans(),
)
TREES = ((), (Element("Document", None), Element("P", 0), Element("Span", 1), Element("H2", 0), Element("TR", 0)))


@settings(max_examples=60, deadline=None)
@given(st.lists(pages, max_size=3).map(tuple), st.sampled_from(TREES))
def test_any_page_is_measured(made, tree) -> None:
    if not tree:
        made = tuple(
            replace(page, runs=tuple(replace(run, element=None) for run in page.runs), hidden=(), shapes=())
            for page in made
        )
    subject = a_page_of()
    subject = replace(subject, facts=replace(subject.facts, pages=made, elements=tree))
    assert not [one for one in found(subject) if "check-crashed" in one]
    measured(subject)


def test_signs_among_words_ask_for_no_more_room_than_the_words() -> None:
    """A font of mathematical signs is made for brackets of half a page."""
    fonts = "'Noto Sans', 'Noto Sans Math', 'Noto Sans Symbols2', 'Noto Sans Symbols'"
    style = f"html {{ font: 18pt/1.5 {fonts} }} p {{ margin: 0 }}"
    signs = printed_page("<p>☐ ① Breathe in → hold ≥ 5 s<br>☐ ② Breathe out ↓ ✓</p>", style)
    plain = printed_page("<p>Breathe in<br>Breathe out</p>", style)
    found = [[(line.above, line.below) for line in layout_of(one).pages[0].lines] for one in (signs, plain)]
    assert found[0] == found[1]


@pytest.mark.parametrize(("glyphs", "space", "told"), [(3, -0.02, 0), (7, -0.011, 0), (3, 0.14, 1), (8, -0.02, 1)])
def test_kerning_of_a_few_letters_is_no_spacing(glyphs, space, told):
    page = a_page_of(replace(a_line("VAC-001"), letter_space=space, glyphs=glyphs))
    assert len(list(letters_spaced.function(page))) == told


def test_a_blank_behind_two_letters_is_no_spacing() -> None:
    page = a_page_of(replace(a_line("ይህ "), letter_space=0.11, glyphs=3))
    assert not list(letters_spaced.function(page))


def test_glyphs_whose_text_stands_with_the_sign_before_them_belong_to_their_line() -> None:
    """ "+44 …" in Arabic: the number's text stands with its sign, and elsewhere in the line letters are hidden."""
    line = a_line("+44 1632 960101", left=379.0, width=10.0)
    digits = replace(a_line("", left=389.0, width=122.0), glyphs=14)
    word = replace(a_line("", left=277.0, width=60.0), glyphs=9)
    letters = a_line("صباحا", left=278.0, width=58.0)
    found = line_of(1, (line, digits, word), (letters,), ())
    assert (round(found.left), round(found.right)) == (278, 511)


def test_a_joiner_that_is_hidden_does_not_move_the_edges_of_a_line() -> None:
    """Glyphs without a text of their own stand where letters do; only hidden letters say better where a line ends."""
    line, glyphs = a_line("Salbutamol", width=60.0), a_line("", left=131.0, width=40.0, glyphs=4)
    joiner = a_line("\u200c", left=100.0, width=10.0)
    (block,) = layout_of(a_page_of(line, glyphs, hidden=(joiner,))).pages[0].body
    assert block.lines[0].right == 171.0


def test_a_sign_that_holds_the_text_of_its_line_asks_for_no_more_than_the_words() -> None:
    fonts = (
        FontFacts("Noto-Sans", "Noto Sans", True, "TrueType", 1.069, -0.293),
        FontFacts("Noto-Sans-Symbols", "Noto Sans Symbols", True, "TrueType", 1.48, -0.57),
    )
    sign = replace(a_line("➋ juice, or"), font=1, glyphs=1)
    line = line_of(1, (sign, replace(a_line("", left=90.0, width=60.0), glyphs=9)), (), fonts)
    assert (line.above, line.below) == (pytest.approx(1.069 * 18), pytest.approx(0.293 * 18))


def test_letters_as_wide_as_the_sky_are_measured_as_far_as_a_page_goes() -> None:
    """A damaged file: their columns once filled the memory."""
    far = ((-1e12, 700.0, 1e12, 760.0),)
    page = a_page_of(*a_paragraph_of("You can go home.", "Somebody must drive you.", pitch=30.0, ink=far))
    tall = tuple(replace(font, ascent=1.9, descent=-0.6) for font in page.facts.fonts)
    subject = replace(page, facts=replace(page.facts, fonts=tall))
    assert [round(spot.value, 2) for spot in pitch_over_need(layout_of(subject))] == [0.33]


def test_letters_whose_text_was_told_before_them_are_no_blank() -> None:
    """The last part of an address in an Arabic line was measured by no check."""
    run = TextRun(font=0, size=12.0, box=(0.0, 0.0, 90.0, 12.0), missing=0, text=" ", artifact=False, glyphs=16)
    assert not is_blank(run)
    assert is_blank(replace(run, glyphs=1))
