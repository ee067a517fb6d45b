"""Word files with the habits of real ones: no word is lost, and things are what they were."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from html import unescape

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.conftest import LOST
from tests.importing.word_files import MAKERS, bold, png, saved, word_file

from polyleaf.importing.blocks_out import Note, markdown_lines
from polyleaf.importing.gathered import Cell, Gathered, Grid, Line, Mark, Role, Run
from polyleaf.importing.shaping import shaped
from polyleaf.importing.word.changes import Changes
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.inline import plain
from polyleaf.source.markdown import read_body

TEXT = re.compile(rb"<(?:w:t|w:delText|m:t)(?: [^>]*)?>([^<]*)</")


def raw_words(data):
    """Every word of the file by its letters, runs of a paragraph joined."""
    words = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name):
                content = re.sub(rb"<mc:Fallback>.*?</mc:Fallback>", b"", file.read(name), flags=re.DOTALL)
                content = re.sub(rb"<w:ins [^>]*[^/]>.*?</w:ins>", b"", content)  # refused
                content = re.sub(rb"<w:noBreakHyphen/>", b"<w:t>-</w:t>", content)
                content = re.sub(rb"<w:(tab|br|cr)\b[^>]*/>|</w:p>|</w:rt>", b"<w:t> </w:t>", content)
                text = unescape(b"".join(TEXT.findall(content)).decode())
                words |= letters(text)
    return words


def letters(text):
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def body_of(text):
    return text.split("---\n", 2)[2]


@pytest.mark.parametrize("name", MAKERS)
def test_no_word_is_lost(bring, name):
    data = word_file(name)
    made, leaflet = bring(data, Changes.REFUSE if name == "tracked_changes" else Changes.ACCEPT)
    assert LOST not in leaflet.text
    blocks = [piece for piece in made.shaped.pieces if not isinstance(piece, Note)]
    said = [plain(text.inlines) for text in texts(tuple(blocks))]
    there = letters("\n".join((leaflet.text, *said)))
    assert not set(raw_words(data)) - set(there) - {"o"}, "an o was a bullet"


EXPECTED = {
    "heading_styles": ["## Before you come in", "### Medicines", "## At home"],
    "faked_headings": ["## Why it is done", "## Getting ready", "### What to drink"],
    "one_heading_is_title": ["## The day", "## Later"],
    "list_styles": [
        "- Your medicines\n\n  - Tablets in their boxes\n- A list",
        "1. Lie down\n2. Breathe slowly\n3. Stay",
    ],
    "manual_bullets": ["- Your glasses\n", "  - Tablets in boxes", "1. Lie down\n2. Breathe", "- no food\n- no drink"],
    "soft_line_breaks": [
        "Example Hospital\\\nLong Road\\\nCambridge",
        "Bring with you:\n\n- Your glasses\n- Your",
        "First thought.\n\nSecond thought.",
    ],
    "simple_table": ["| Medicine | When | How |\n|---|---|---|\n| Aspirin | Morning | With food |", r"One \| two"],
    "merged_cells": ["| r1c0<br>r2c0 | r1c1 | r1c2 |\n| r1c0<br>r2c0 | r2c1 | r2c2 |\n| r3c0 | r3c1<br>r3c2 |  |"],
    "nested_table": ["| Monday | inner 0 0<br>inner 0 1<br>inner 1 0<br>inner 1 1 |"],
    "table_with_lists": ["| - walk<br>- drink water | - lift<br>- drive |"],
    "box_of_one_cell": [":::{important} Warning\nTell us if you take warfarin.\n:::"],
    "box_by_border": [":::{important}\nCall us if your wound is red.\n\nCall us if you have a fever.\n:::\n\nGoodbye."],
    "box_by_ground": [":::{tip}\nWear loose clothes.\n:::\n\nBe on time."],
    "text_box": ["Visitors are welcome.\n\n:::{tip}\nWard 7: two visitors at a time.\n:::\n\nWash"],
    "old_text_box": [":::{tip}\nPark behind the church.\n:::"],
    "tracked_changes": ["Do not eat for 6 hours.", "This sentence was two paragraphs."],
    "comments": ["<!-- Jane Doe: Is it two? -- ask pharmacy - -> -->\n\nTake two tablets."],
    "footnotes": ["go home soon (on the same day).", "It is safe."],
    "fields": ["See [our web page](https://www.example.org/knee) before 3 May 2027", "Your name"],
    "contents_table": ["<!-- Table of contents: Before\t12\nAfter\t34 -->\n\n## Before"],
    "headers_with_codes": ["<!-- Headers and footers of the document: Example Hospital"],
    "pictures": [":::{figure} images/picture-1.png\n:alt: A blue square\n:width: 51 mm\nYour knee from the side\n:::"],
    "floating_picture": [
        "The needle goes in here. It does not hurt.\n\n:::{figure} images/picture-1.png\n:alt: A red square"
    ],
    "right_to_left": ["اتصل على الرقم 0800 000 0000 قبل MRI بيومين.", "- نظارتك\n- أدويتك"],
    "bold_and_links": [
        "Take **two tablets**, not 2*1 or",
        "{{never}} <b>more</b> &",
        "\\# not a heading",
        "\\> not a quotation",
    ],
    "raised_and_symbols": ["Area of 10 cm² and CO₂", "✓ Done", "cooperate, X‑ray"],
    "content_controls": ["Inside a control.", "Ward: Seven"],
    "hidden_and_struck": ["<!-- Hidden text: secret words -->", "Seen. ~~old words~~ new"],
    "page_breaks": ["Page one.\n\nPage two.\n\nPage three."],
    "facts": ["Do not eat for 6 hours."],
    "empty_paragraphs": ["One.\n\nTwo.\n\nThree."],
    "lettered_list": ["1. first\n2. second"],
    "step_labels": ["Step 1: Wash\n\nStep 2: Dry"],
    "layout_table": ["Words at the left.\n\nMore at the left.\n\n:::{figure}"],
    "formula_and_ruby": ["Dose = weight/2", "base (reading)"],
}


@pytest.mark.parametrize("name", MAKERS)
def test_things_are_what_they_were(bring, name):
    _, leaflet = bring(word_file(name))
    for part in EXPECTED[name]:
        assert part in body_of(leaflet.text)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("merged_cells", "Cells were merged"),
        ("nested_table", "A table stood in a cell of another"),
        ("layout_table", "side by side"),
        ("tracked_changes", "by Dr Khan were accepted: 1 insertion of words, 2 deletions of words"),
        ("contents_table", "table of contents is not printed"),
        ("hidden_and_struck", "Words struck out"),
        ("lettered_list", "letters or Roman figures"),
        ("formula_and_ruby", "A formula was taken as plain text"),
        ("box_by_border", "box of the kind important"),
        ("faked_headings", "“Getting ready” was taken for a heading"),
    ],
)
def test_what_is_not_as_it_was_is_told(bring, name, told):
    _, leaflet = bring(word_file(name))
    assert any(told in one.what for one in leaflet.notices)


def test_changes_can_be_refused(bring):
    _, leaflet = bring(word_file("tracked_changes"), Changes.REFUSE)
    assert "Do not eat for 4 hours." in leaflet.text
    assert "This sentence\n\nwas two paragraphs." in leaflet.text


def test_code_version_and_dates_come_from_the_margins(bring):
    made, leaflet = bring(word_file("headers_with_codes"))
    front = leaflet.text.split("---\n")[1]
    assert "title: Hip operation" in front
    assert "code: ORT-117" in front.replace('"', "")
    assert 'version: "2.3"' in front
    assert "published: 2027-03-05" in front
    assert "review_by: 2029-03-31" in front
    assert made.missing == ("title", "owner")


def test_an_endnote_is_a_reference(bring):
    _, leaflet = bring(word_file("footnotes"))
    assert 'references:\n  - "Smith J. Knees in brief. 2024."' in leaflet.text


def test_facts_are_proposed_with_what_they_say(bring):
    made, leaflet = bring(word_file("facts"), take=True)
    assert [one.words for one in made.proposals] == [
        "6 hours", "2 to 3 days", "250 mg", "17:30", "20 November 2026", "1 in 100", "1 in 1,000", "75%",
        "0800 000 0000", "999", "ward@example.org", "www.example.org/knee", "65 years",
    ]  # fmt: skip
    assert "{quantity: 2, to: 3, unit: day}" in leaflet.text
    assert 'web: "https://www.example.org/knee"' in leaflet.text
    assert "Do not eat for {" in body_of(leaflet.text)
    assert "A 2 day stay." in leaflet.text, "another ending would be printed"


def test_the_same_phone_is_one_fact_and_the_same_hours_are_two(bring):
    document = Document()
    for words in ("Call 01632 960 100.", "Fast for 6 hours.", "Or ring 01632 960 100.", "Stay in bed for 6 hours."):
        document.add_paragraph(words)
    made, leaflet = bring(saved(document), take=True)
    assert leaflet.text.count("phone:") == 2  # the name and the kind, once
    assert leaflet.text.count("quantity: 6") == 2
    assert len(made.proposals) == 4


def test_the_same_picture_is_kept_once(bring):
    document = Document()
    MAKERS["pictures"](document)
    MAKERS["pictures"](document)
    _, leaflet = bring(saved(document))
    assert len(leaflet.pictures) == 1
    assert leaflet.text.count("images/picture-1.png") == 2


def test_a_line_in_bold_at_the_very_end_is_no_heading(bring):
    document = Document()
    document.add_paragraph("We wish you well. The team of ward seven looks forward to meeting you.")
    bold(document, "Thank you")
    _, leaflet = bring(saved(document))
    assert body_of(leaflet.text).rstrip().endswith("**Thank you**")


def made_by(maker):
    document = Document()
    maker(document)
    return saved(document)


def test_the_largest_line_is_the_title_and_what_stands_over_it_is_not(bring):
    def habit(document):
        bold(document, "PATIENT INFORMATION", 16)
        bold(document, "GASTROSCOPY", 24)
        bold(document, "Before the test:")
        document.add_paragraph("Do not eat or drink before the test, and take your tablets with a sip of water.")
        document.add_paragraph().add_run("After the test").underline = True
        document.add_paragraph("You can go home.")

    made, leaflet = bring(made_by(habit))
    assert made.title == "GASTROSCOPY"
    assert "**PATIENT INFORMATION**\n\n## Before the test:" in leaflet.text
    assert "## After the test" in leaflet.text


def test_a_page_inside_a_frame_is_a_page(bring):
    """Many leaflets stand as a whole in one cell, for the line round the page."""

    def habit(document):
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "My leaflet"
        cell.paragraphs[0].style = "Heading 1"
        for number in range(3):
            cell.add_paragraph(f"Part {number}", style="Heading 2")
            cell.add_paragraph(f"Text {number}.")

    made, leaflet = bring(made_by(habit))
    assert made.title == "My leaflet"
    assert "## Part 0\n\nText 0." in leaflet.text


def test_pictures_in_a_table_stay_beside_their_words(bring):
    def habit(document):
        document.add_heading("Steps", 0)
        table = document.add_table(rows=2, cols=2)
        for number in range(2):
            table.cell(number, 0).paragraphs[0].add_run().add_picture(png("red" if number else "blue"))
            table.cell(number, 1).text = f"Step {number}"

    _, leaflet = bring(made_by(habit))
    order = ["picture-1.png", "Step 0", "picture-2.png", "Step 1"]
    assert sorted(order, key=leaflet.text.index) == order


def test_a_fact_never_takes_half_an_address(bring):
    made, _ = bring(made_by(lambda document: document.add_paragraph("*See* http://x.example.org/_a_b_ *now*")))
    assert [one.words for one in made.proposals] in ([], ["http://x.example.org/_a_b_"])


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=40)
RUNS = st.lists(
    st.builds(Run, WORDS, st.booleans(), st.booleans(), st.sampled_from(("", "https://www.example.org/a_(b)"))),
    min_size=1,
    max_size=4,
)


def squeezed(text):
    return "".join(char for char in text if char.isalnum())


@settings(max_examples=25)
@given(RUNS, st.sampled_from(("paragraph", "heading", "item", "cell")))
def test_whatever_was_typed_is_printed(runs, where):
    """Signs that mean something in Markdown are signs."""
    line = Line(tuple(runs), "here")
    cells = (Cell((line,)), Cell((Line((Run("B"),), ""),)))
    element = {
        "paragraph": line,
        "heading": Line(tuple(runs), "here", level=2),
        "item": Line(tuple(runs), "here", mark=Mark(False, 0)),
        "cell": Grid((cells, cells), "here", is_headed=True),
    }[where]
    title = Line((Run("Title"),), "", Role.TITLE)
    before = Line((Run("Before."),), "there")
    made = shaped(Gathered((title, before, element, before)), {})
    blocks = read_body("\n".join(markdown_lines(made.pieces)), FaultLog(""), {}, lambda _: ())
    said = squeezed("".join(plain(one.inlines) for one in texts(blocks)))
    assert squeezed("".join(run.text for run in runs)) in said
