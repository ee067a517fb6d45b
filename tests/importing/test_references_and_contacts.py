"""Links inside a document, and lines that say whom to ring."""

from dataclasses import replace

import pytest
from tests.importing.conftest import TODAY, reading
from tests.importing.raw_word import cell, field, p, run, table, word

from polyleaf.importing.bringing import brought, finished
from polyleaf.importing.web import read_web
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word


def place(name):
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def link(name, words):
    return f'<w:hyperlink w:anchor="{name}">{run(words)}</w:hyperlink>'


def heading(words, name):
    return p(place(name), words, look='<w:pStyle w:val="Heading1"/>')


@pytest.mark.parametrize(
    "to",
    [link("_Toc7", "After care"), field("REF _Toc7 \\h", "After care"), field('HYPERLINK \\l "_Toc7"', "After care")],
    ids=["link", "reference", "field"],
)
def test_a_link_to_a_heading_is_a_reference(bring, to):
    _, leaflet = bring(word(p("See ", to, ".") + heading("After care", "_Toc7") + p("Rest.")))
    assert "See [After care](#after-care)." in leaflet.text


def test_a_name_between_two_paragraphs_is_that_of_the_next(bring):
    _, leaflet = bring(word(p("See ", link("x", "Risks")) + place("x") + heading("Risks", "y") + p("Few.")))
    assert "See [Risks](#risks)" in leaflet.text


def test_headings_of_the_same_words_are_told_apart(bring):
    text = heading("Day", "one") + p("a") + heading("Day", "two") + p("See ", link("two", "the second day"))
    assert "[the second day](#day-1)" in bring(word(text))[1].text


def test_a_link_to_no_heading_is_words_and_is_told(bring):
    _, leaflet = bring(word(p("See ", link("box", "the box"), ", note ", link("n1", "1")) + p(place("box"), "A box.")))
    assert "See the box, note 1\n" in leaflet.text
    assert [one.what for one in leaflet.notices if "no heading" in one.what] == [
        "“the box” led to a place that is no heading: its words were taken"
    ]


def test_links_in_a_web_page():
    page = b"""<body><h1>Knee</h1><p>See <a href="#r">the risks</a>, <a href="#x">this</a>.</p>
        <section id="r"><h2><a name="old"></a>Risks</h2><p><a href="#old">again</a></p></section></body>"""
    made = brought(read_web(page, "p.html", Changes.ACCEPT, lambda _: None), "p", reading(), "NEW-001")
    text = finished(made, (), TODAY).text
    assert "See [the risks](#risks), this." in text
    assert "[again](#risks)" in text


def with_contacts(body, **contacts):
    how = replace(reading(), contacts=contacts)
    made = brought(read_word(word(body), "f.docx", Changes.ACCEPT), "f", how, "NEW-001")
    return finished(made, (), TODAY)


def test_the_number_of_a_contact_names_it():
    leaflet = with_contacts(p("Ward 4: 01632 960100 (8 am to 6 pm)"), ward="01632 960 100", pals="01632 960 200")
    assert "contacts: [ward]\n" in leaflet.text
    assert "Ward 4: 01632 960100" in leaflet.text
    assert any("“Ward 4” has the number of the contact ward" in one.what for one in leaflet.notices)


@pytest.mark.parametrize(
    "line",
    [p("Day unit: 020 7946 0018"), p("Day unit – Tel: 020 7946 0018."),
     table(cell("Who") + cell("Number"), cell("Day unit") + cell("020 7946 0018"))],
    ids=["colon", "dash", "table"],
)  # fmt: skip
def test_whom_to_ring_is_told_as_a_contact(line):
    told = [one.what for one in with_contacts(line).notices if "contacts.day_unit" in one.what]
    assert len(told) == 1
    assert 'name = "Day unit", phone = "020 7946 0018"' in told[0]


@pytest.mark.parametrize(
    "line",
    [p("Born: 01-02-1990"), p("Please ring the ward on: 020 7946 0018"), p("Take 5: 0 1 2"), p("Code: 0123")],
)  # fmt: skip
def test_other_lines_are_no_contacts(line):
    assert not any("contact" in one.what for one in with_contacts(line).notices)
