"""What translators get: every text once, in reading order, with what they must know."""

from __future__ import annotations

from pathlib import Path

from tests.catalog.catalog_samples import full_leaflet, leaflet, paragraphs, project, text

from polyleaf.catalog.messages.extract import config_messages, leaflet_messages
from polyleaf.model.leaflet import Heading, Paragraph, Table


def test_every_text_in_reading_order_once() -> None:
    assert [message.key for message in leaflet_messages(full_leaflet())] == [
        ("title", "A needle in your back"),
        ("summary", "What to expect"),
        ("", "Before you come"),
        ("", "Do not eat for {fasting_food} before you come in."),
        ("", "Bring your **tablets**"),
        ("", "Lie on your front"),
        ("", "Risks"),
        ("title", "What can go wrong"),
        ("", "Cement may touch a nerve"),
        ("", "How often"),
        ("", "Pain"),
        ("", "Help"),
        ("alt", "A needle"),
        ("caption", "Where the needle goes"),
        ("diagram label", "Bone"),
        ("", "Ring [the ward]({ward}) or see <https://www.example.org>."),
    ]


def test_comments_tell_what_where_and_what_is_printed() -> None:
    found = {message.msgid: message.comments for message in leaflet_messages(full_leaflet())}
    assert found["A needle in your back"] == ("Title of the leaflet",)
    assert found["Before you come"] == ("Heading",)
    what, prints = found["Do not eat for {fasting_food} before you come in."]
    assert what == 'Paragraph, under "Before you come"'
    assert " ".join(prints.split()) == "{fasting_food} prints: 6 hours"
    assert found["Lie on your front"] == ('Step, under "Before you come"',)
    assert found["Risks"] == ('Heading, under "Before you come"',)
    assert found["What can go wrong"] == ('Title of the risks box, under "Risks"',)
    assert found["Cement may touch a nerve"] == ('Risk, under "Risks"',)
    assert found["How often"] == ('Table column heading, under "Risks"',)
    assert found["Pain"] == ('Table cell, under "Risks"',)
    assert found["Help"] == ("Heading",)
    assert found["A needle"][0].startswith("Alternative text of picture images/needle.svg")
    assert found["Where the needle goes"] == ('Caption of picture images/needle.svg, under "Help"',)
    assert found["Bone"] == ('Label inside picture images/needle.svg; keep it short, under "Help"',)


def test_the_same_text_is_one_message_with_all_its_places() -> None:
    (tablets,) = [one for one in leaflet_messages(full_leaflet()) if one.msgid == "Bring your **tablets**"]
    assert [place.line for place in tablets.locations] == [23, 41]
    assert tablets.comments == ('List item, under "Before you come"', 'Paragraph, under "Help"')


def test_placeholders_and_signs_alone_are_nothing_to_translate() -> None:
    blocks = (
        *paragraphs("{fasting_food}", "**{ward}**", "[{site}]({site})", "–", ""),
        Table((text(""),), ((text("✓"),),)),
    )
    assert len(leaflet_messages(leaflet(*blocks))) == 2


def test_numbers_that_are_no_facts_are_messages() -> None:
    assert [message.msgid for message in leaflet_messages(leaflet(*paragraphs("65")))][2:] == ["65"]


def test_links_count_their_placeholders() -> None:
    (message,) = leaflet_messages(leaflet(*paragraphs("Ring [us]({ward}), {unknown}")))[2:]
    assert message.placeholders == ("ward", "unknown")
    assert [comment.replace("\N{NO-BREAK SPACE}", " ") for comment in message.comments] == [
        "Paragraph",
        "{ward} prints: 0800 000 0000",
    ]


def test_a_new_section_ends_those_before_it() -> None:
    blocks = (
        Heading(2, text("Help")),
        Heading(3, text("Who")),
        Paragraph(text("Us")),
        Heading(2, text("End")),
        Paragraph(text("It")),
    )
    found = {message.msgid: message.comments[0] for message in leaflet_messages(leaflet(*blocks))}
    assert (found["Us"], found["End"], found["It"]) == ('Paragraph, under "Who"', "Heading", 'Paragraph, under "End"')


def test_contacts_are_messages_of_the_configuration(tmp_path: Path) -> None:
    name, hours = config_messages(project(tmp_path).config)
    assert (name.key, str(name.locations[0])) == (("contact", "Patient advice"), "polyleaf.toml:4")
    assert (hours.key, hours.comments) == (("contact", "Monday to Friday"), ("Hours of the contact pals",))
