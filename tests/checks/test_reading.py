"""Sentences and words are counted as a reader meets them."""

import datetime
from decimal import Decimal

from polyleaf.checks.reading import readable, running_texts, used_facts, word_count
from polyleaf.checks.samples.leaflet import a_figure, a_leaflet, a_paragraph, bullets, risks
from polyleaf.checks.samples.text import a_fact, a_link, bold, text
from polyleaf.model.facts import Date, Number, Phone, Quantity, Risk
from polyleaf.model.leaflet import Table


def test_words_are_counted_between_spaces() -> None:
    assert word_count("Do not – ever – eat.") == 4
    assert word_count("") == 0


def test_a_fact_counts_as_the_words_it_prints() -> None:
    facts = {
        "risk": Risk(1, 1000),
        "dose": Quantity(Decimal(6), "hour"),
        "range": Quantity(Decimal(2), "day", to=Decimal(3)),
        "day": Date(datetime.date(2026, 1, 1)),
        "phone": Phone("0800 000 0000"),
    }
    for name, words in (("risk", 3), ("dose", 2), ("range", 4), ("day", 3), ("phone", 1), ("unknown", 1)):
        assert word_count(readable(text("About ", a_fact(name), "."), facts)) == 1 + words


def test_running_texts_leave_out_headings_and_alt() -> None:
    table = Table((text("Head"),), ((text("Cell"),),))
    leaflet = a_leaflet(bullets("Item"), risks(a_fact("r")), table, a_figure("Alt"), title=text("Title"))
    found = [one.msgid for one in running_texts(leaflet)]
    assert found == ["A picture of the inside of your knee.", "Item", "will have a bruise.", "Head", "Cell"]


def test_facts_are_used_in_links_titles_and_references() -> None:
    leaflet = a_leaflet(
        a_paragraph(bold("Call ", a_fact("phone")), a_link("https://{web}", "us")),
        title=text(a_fact("name")),
        references=("NICE {guide}, {{not}} this",),
        facts={"n": Number(Decimal(1))},
    )
    assert [name for name, _place in used_facts(leaflet)] == ["name", "phone", "web", "guide"]
