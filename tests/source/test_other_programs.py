"""Marks of other programs, of web pages and PDF files: understood as what they look like, or told with a way out."""

import pytest
from tests.source.bodies import read

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.image import PictureWidth
from polyleaf.model.leaflet import Figure, ListBlock, Paragraph
from polyleaf.source.garbled import tell_garbled


def words(blocks):
    return [text.msgid for text in texts(blocks)]


def test_a_word_and_what_it_means_are_both_printed_and_told_once():
    blocks, faults = read("Reliever\n: the blue inhaler\n")
    assert words(blocks) == ["Reliever", "the blue inhaler"]
    assert len(faults) == 1
    assert "**" in faults[0].hint


def test_a_star_that_a_word_above_has_is_a_note_and_no_item():
    blocks, faults = read("**Free** from mobiles*\n\nCall us.\n\n* not abroad\n")
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert "".join(one.text for one in blocks[-1].text.inlines) == "* not abroad"
    assert faults == ()


@pytest.mark.parametrize(
    "typed", ["You *must* call.\n\n* one thing\n", "Bring:\n* a book*\n* a pen\n", "A*\n\n* b\n* c\n"]
)
def test_other_stars_are_bullets(typed):
    blocks, _ = read(typed)
    assert isinstance(blocks[-1], ListBlock)


def test_a_lone_first_number_in_mid_paragraph_stays_as_it_was_typed():
    blocks, faults = read("Klinik am See\n1. Etage, Zimmer 12\nSeestraße 3\n")
    assert words(blocks) == ["Klinik am See\\\n1. Etage, Zimmer 12\\\nSeestraße 3"]
    assert faults == ()


def test_words_on_the_lines_around_a_picture_are_printed():
    blocks, faults = read("Look here:\n![A knee](images/knee.jpg)\n_Figure 1. A *left* knee_\n")
    assert faults == ()
    text, figure = blocks
    assert (text.text.msgid, figure.caption.msgid) == ("Look here:", "Figure 1. A *left* knee")
    assert isinstance(figure, Figure)
    blocks, _ = read("![A knee](images/knee.jpg)\nCall us.\nThen wait.\n")
    assert [type(block) for block in blocks] == [Figure, Paragraph]
    assert blocks[1].text.location.line == 2


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("See [sleep apnoea][1].", "(https://"),
        ("![][image1]", "![What it shows]("),
        ("[image1]: <data:image/png;base64,iVBORw0KGgo=>", "![What it shows]("),
        ("## Why it is done {#why}", "(#"),
        ("<ul><li>one</li></ul>", "polyleaf import"),
        ("See [[Risks]].", "(https://"),
        ("### Slide 4: When to come back", "Delete it"),
        ("Modified 12/03/2026 14:02 by Jones, A (Nurse)", "Delete it"),
        ("3 comments  12 likes", "Delete it"),
        ("Bring:\n#your tablets\n#a book", "##"),
        ("Paracetamol\t500 mg a day\nCodeine\tif you need it", "a colon for each tab: “Paracetamol: 500 mg a day”"),
        ("New paragraph if the alarm goes", "empty line"),
        ("                    RADIOLOGY\n                    =========", "headings"),
        ("####### Risks", "##"),
        ("[our page](www.example.org)", "https:// before"),
        ("[us](ward@example.org)", "mailto: before"),
        ("::important\nCall us.\n::", ":::{important}"),
        ("+-----+-----+\n| a   | b   |\n+-----+-----+", "|---|---|"),
        (":::{lines x}\nNotes\n:::", ":::{lines 3}"),
        ("| | Week 1 | |\n|---|---|---|\n| Mon | 5 mg | 8 mg |", "column"),
    ],
)
def test_marks_of_other_programs_are_told_with_what_to_type(typed, hint):
    faults = read(f"Text.\n\n{typed}\n")[1]
    assert [fault.location.line for fault in faults] == [3]
    assert hint in faults[0].hint


def test_a_footnote_is_told_once_where_it_stands():
    faults = read("Take it.[^1]\n\n[^1]: With food.\n")[1]
    assert [fault.location.line for fault in faults] == [1, 3]


def test_a_column_to_write_in_needs_no_name():
    assert read("| Day | |\n|---|---|\n| Mon | |\n")[1] == ()


def test_signs_that_a_pdf_did_not_give_are_told():
    log = FaultLog("leaflet.md")
    tell_garbled(["drive", "(cid:127) drink", "Open\ufffdng", "a \ufffc picture"], log)
    assert [fault.location.line for fault in log.faults] == [2, 3, 4]
    assert "figure" in log.faults[-1].hint


def test_half_an_option_of_a_figure_is_told():
    _, (fault,) = read(":::{figure} images/a.svg\n:alt What it shows\n:::\n")
    assert (fault.location.line, ":alt:" in fault.hint) == (2, True)


def test_waves_below_each_other_are_a_list_and_others_are_printed():
    blocks, faults = read("Avoid:\n~ tampons\n~ swimming\n\n~ 5 ml is a spoon\n")
    assert [type(block) for block in blocks] == [Paragraph, ListBlock, Paragraph]
    assert "".join(one.text for one in blocks[-1].text.inlines) == "~ 5 ml is a spoon"
    assert faults == ()


def test_a_picture_with_brackets_in_its_name_is_a_figure():
    (figure,), faults = read("![The scanner](images/scanner photo (1).jpg)\n")
    assert (figure.image, faults) == ("images/scanner photo (1).jpg", ())


def test_rows_that_do_not_begin_with_a_bar_may_end_with_one():
    (table,), faults = read("Date | Dose | Signed\n-----|------|-----\n / / | mg |\n__/__ | mg |\n")
    assert ([len(row) for row in table.rows], faults) == ([3, 3], ())


def test_boxes_in_columns_under_names_that_stand_elsewhere_are_told():
    _, (fault,) = read("Tick:\n\n            Yes        No\nPacemaker     [ ]    [ ]\nMetal         [ ]    [ ]\n")
    assert "| Pacemaker | [ ] |" in fault.hint


@pytest.mark.parametrize(
    ("behind", "width", "told"),
    [("{width=50%}", PictureWidth(50.0, in_mm=False), 0), ('{#k .left width="8cm"}', PictureWidth(80.0, in_mm=True), 0),
     ("{.left}", None, 0), ("{width=300px}", None, 1)],
)  # fmt: skip
def test_the_width_behind_a_picture_is_its_width(behind, width, told):
    (figure,), faults = read(f"![A knee](images/knee.jpg){behind}\n")
    assert (figure.width, len(faults)) == (width, told)


def test_numbers_in_a_quotation_are_no_comparisons():
    blocks, faults = read(
        "> ## What happens\n> 1. Pass urine.\n> 2. Lie down.\n> 3. 40 ml go in.\n\n> 38 °C: call\n> 40 °C: 999\n"
    )
    assert [type(block) for block in blocks][1:] == [ListBlock, Paragraph]
    assert (len(blocks[1].items), blocks[2].text.msgid) == (3, "> 38 °C: call\\\n> 40 °C: 999")
    assert [fault.location.line for fault in faults] == [1]


def test_signs_of_a_wiki_below_each_other_are_numbers():
    blocks, faults = read("Bring:\n\n# your tablets\n# a book\n# slippers\n")
    assert ([type(block) for block in blocks], len(blocks[1].items), faults) == ([Paragraph, ListBlock], 3, ())
    assert len(read("# The hospital\n# Your hip\n")[1]) == 2
