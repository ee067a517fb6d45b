"""A sign-off is bound to the text: one letter voids it, and what changed is named."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import (
    FACTS,
    HEADER,
    TEMPLATE_WORDS,
    leaflet,
    paragraphs,
    po_text,
    project,
    text,
    write,
)

from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.signoff.content import mark
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.catalog.signoff.reasons import change_words, void_words
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.model.approval import Approval, ChangeKind, Standing
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Quantity
from polyleaf.model.finding import Fault, Location
from polyleaf.model.leaflet import Box, Leaflet, Paragraph

TITLE = '\nmsgctxt "title"\nmsgid "A needle in your back"\nmsgstr "Igła"\n'
SUMMARY = '\nmsgctxt "summary"\nmsgid "What to expect"\nmsgstr "Co się stanie"\n'
PAIRS = [
    ("Rest for {fasting_food}.", "Odpocznij {fasting_food}."),
    ("Do not eat.", "Nie jedz."),
    ("Walk.", "Chodź."),
]
WORDS = po_text([("Draft translation", "Wersja robocza")]) + (
    '\nmsgctxt "contact"\nmsgid "Patient advice"\nmsgstr "Porady"\n'
    '\nmsgctxt "contact"\nmsgid "Monday to Friday"\nmsgstr "Od poniedziałku"\n'
)


def a_leaflet(*blocks, **changes) -> Leaflet:
    rest, eat, walk = paragraphs(*(msgid for msgid, _ in PAIRS))
    return leaflet(*(blocks or (rest, Box(BOXES["important"], None, (eat,)), walk)), **changes)


def catalog(root: Path, pairs=PAIRS, extra: str = "") -> None:
    write(catalog_path(root, "pl", "needle"), po_text(pairs) + TITLE + SUMMARY + extra)


def signed(root: Path, one: Leaflet) -> Ledger:
    """A ledger with a sign-off of the leaflet as it is."""
    content = SignOff(project(root, one), Ledger(), TEMPLATE_WORDS).content("needle", "pl")
    approval = Approval(
        "needle", "pl", "Anna", "Jan", "Ewa", False, datetime.date(2026, 11, 20), "1.0",
        content.digest, content.text_marks, content.word_marks, content.outline.facts, content.contacts,
    )  # fmt: skip
    return Ledger({("needle", "pl"): approval})


def verdict(root: Path, one: Leaflet, ledger: Ledger):
    return SignOff(project(root, one), ledger, TEMPLATE_WORDS).verdict("needle", "pl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    catalog(tmp_path)
    write(catalog_path(tmp_path, "pl", "templates"), WORDS)
    return tmp_path


def kinds(found) -> list[tuple[ChangeKind, str, bool]]:
    return [(change.kind, change.what, change.critical) for change in found.changes]


def test_it_holds_while_nothing_changes(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    assert verdict(root, a_leaflet(), ledger).standing is Standing.APPROVED
    # Neither the wrapping of the file nor a translator's remark nor a new version is a change of the text.
    catalog(root, extra="\n# a remark\n")
    moved = replace(a_leaflet(), version="1.1", review_by=datetime.date(2030, 1, 1))
    assert verdict(root, moved, ledger).standing is Standing.APPROVED
    assert verdict(root, a_leaflet(), Ledger()).standing is Standing.NONE


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_letter_anywhere_voids_it(tmp_path_factory, data) -> None:
    root = tmp_path_factory.getbasetemp() / "letters"
    catalog(root)
    write(catalog_path(root, "pl", "templates"), WORDS)
    ledger = signed(root, a_leaflet())
    number = data.draw(st.integers(0, len(PAIRS) - 1))
    msgid, msgstr = PAIRS[number]
    at = data.draw(st.integers(0, len(msgstr)))
    letter = data.draw(st.sampled_from("xaż.0 "))
    changed = msgstr[:at] + letter + msgstr[at + data.draw(st.integers(0, 1)) :]
    catalog(root, [*PAIRS[:number], (msgid, changed), *PAIRS[number + 1 :]])
    found = verdict(root, a_leaflet(), ledger)
    if changed == msgstr:
        assert found.standing is Standing.APPROVED
    else:
        assert found.standing is Standing.VOID
        assert kinds(found) == [(ChangeKind.TRANSLATION, msgid, msgid == "Do not eat.")]


def test_a_fuzzy_or_missing_translation_voids_it(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    catalog(root, PAIRS[:2], extra='\n#, fuzzy\nmsgid "Walk."\nmsgstr "Chodź."\n')
    found = verdict(root, a_leaflet(), ledger)
    assert kinds(found) == [(ChangeKind.TRANSLATION, "Walk.", False)]
    assert change_words(found.changes[0]) == "the translation of “Walk.” is missing or fuzzy"


def test_a_new_kind_of_box_voids_no_sign_off_of_a_leaflet_without_it(root: Path, monkeypatch) -> None:
    toy = replace(BOXES["important"], name="toy", title="Play time")
    ledger = signed(root, a_leaflet())
    monkeypatch.setitem(BOXES, "toy", toy)
    assert verdict(root, a_leaflet(), ledger).standing is Standing.APPROVED
    with_toy = a_leaflet(Box(toy, None, (Paragraph(text("Walk.", 22)),)))
    ledger = signed(root, with_toy)
    write(catalog_path(root, "pl", "templates"), WORDS + '\nmsgid "Play time"\nmsgstr "Zabawa"\n')
    assert kinds(verdict(root, with_toy, ledger)) == [(ChangeKind.WORDS, "Play time", False)]


@pytest.mark.parametrize("updated", [False, True])
def test_a_changed_source_text_is_named_with_its_earlier_wording(root: Path, updated: bool) -> None:
    ledger = signed(root, a_leaflet())
    rest, _, walk = paragraphs(*(msgid for msgid, _ in PAIRS))
    eat = Paragraph(text("Do not eat or drink.", 21))
    now = a_leaflet(rest, Box(BOXES["important"], None, (eat,)), walk)
    if updated:
        fuzzy = '\n#, fuzzy\n#| msgid "Do not eat."\nmsgid "Do not eat or drink."\nmsgstr "Nie jedz."\n'
        catalog(root, [PAIRS[0], PAIRS[2]], extra=fuzzy)
    found = verdict(root, now, ledger)
    (change,) = found.changes
    assert (change.kind, change.before, change.now) == (ChangeKind.TEXT, "Do not eat.", "Do not eat or drink.")
    assert change.critical
    assert void_words(found) == "“Do not eat.” became “Do not eat or drink.” (critical)"


def test_new_and_gone_texts_are_named(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    rest, eat, _ = paragraphs(*(msgid for msgid, _ in PAIRS))
    now = a_leaflet(
        rest, Box(BOXES["important"], None, (eat,)), Paragraph(text("Somebody will collect you at the door.", 30))
    )
    found = verdict(root, now, ledger)
    assert kinds(found) == [
        (ChangeKind.TEXT, "Somebody will collect you at the door.", False),
        (ChangeKind.GONE, "Walk.", False),
    ]
    assert "and 1 more change" in void_words(found)


def test_a_changed_fact_is_named_with_both_values(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    found = verdict(root, a_leaflet(facts={**FACTS, "fasting_food": Quantity(Decimal(8), "hour")}), ledger)
    (change,) = found.changes
    assert change_words(change) == "the fact fasting_food was “6 hour” and is now “8 hour”"
    # A fact that no text prints says nothing.
    unused = {**FACTS, "more": Quantity(Decimal(1), "day")}
    assert verdict(root, a_leaflet(facts=unused), ledger).standing is Standing.APPROVED


def test_words_of_templates_and_contacts_count(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    write(catalog_path(root, "pl", "templates"), WORDS.replace("Porady", "Porada"))
    found = verdict(root, a_leaflet(), ledger)
    assert kinds(found) == [(ChangeKind.WORDS, "Patient advice", False)]
    # Another leaflet's contacts do not.
    assert verdict(root, a_leaflet(), signed(root, a_leaflet())).standing is Standing.APPROVED


def with_phone(root: Path, one: Leaflet, phone: str):
    """The project, its contact with this number."""
    found = project(root, one)
    contacts = {"pals": replace(found.config.contacts["pals"], phone=phone)}
    return replace(found, config=replace(found.config, contacts=contacts))


def test_the_number_of_a_contact_is_part_of_it(root: Path) -> None:
    one = a_leaflet()
    ledger = signed(root, one)
    found = SignOff(with_phone(root, one, "01632 960 999"), ledger, TEMPLATE_WORDS).verdict("needle", "pl")
    assert found.standing is Standing.VOID
    assert kinds(found) == [(ChangeKind.CONTACT, "pals.phone", False)]
    assert void_words(found) == "pals.phone in polyleaf.toml was “0800 000 0000” and is now “01632 960 999”"


def test_a_leaflet_that_prints_no_contact_does_not_mind(root: Path) -> None:
    one = replace(a_leaflet(), contacts=())
    ledger = signed(root, one)
    found = SignOff(with_phone(root, one, "1"), ledger, TEMPLATE_WORDS).verdict("needle", "pl")
    assert found.standing is Standing.APPROVED


def test_a_sign_off_from_before_numbers_counted_holds_for_no_number(root: Path) -> None:
    """It is neither lost nor silently valid: what it never said is named, and its texts are still known as signed."""
    one = a_leaflet()
    entry = signed(root, one).entries["needle", "pl"]
    content = SignOff(project(root, one), Ledger(), TEMPLATE_WORDS).content("needle", "pl")
    old = replace(entry, digest=replace(content, contacts={}).digest, contacts={})
    found = verdict(root, one, Ledger({("needle", "pl"): old}))
    assert found.standing is Standing.VOID
    assert kinds(found) == [(ChangeKind.CONTACT, "pals.phone", False)]
    assert void_words(found) == "pals.phone in polyleaf.toml, “0800 000 0000”, was no part of the sign-off"
    without = replace(a_leaflet(), contacts=())
    entry = signed(root, without).entries["needle", "pl"]
    assert not entry.contacts
    assert verdict(root, without, Ledger({("needle", "pl"): entry})).standing is Standing.APPROVED


def test_the_text_as_written_is_signed_by_a_clinician_alone(root: Path) -> None:
    one = a_leaflet()
    source = project(root, one).config.source
    content = SignOff(project(root, one), Ledger(), TEMPLATE_WORDS).content("needle", source)
    entry = Approval(
        "needle", source, "", "", "Ewa", False, datetime.date(2026, 11, 20), "1.0",
        content.digest, content.text_marks, content.word_marks, content.outline.facts, content.contacts,
    )  # fmt: skip
    ledger = Ledger({("needle", source): entry})
    judge = SignOff(project(root, one), ledger, TEMPLATE_WORDS)
    assert judge.verdict("needle", source).standing is Standing.APPROVED
    changed = replace(one, title=text("Another title", 2, context="title"))
    found = SignOff(project(root, changed), ledger, TEMPLATE_WORDS).verdict("needle", source)
    assert found.standing is Standing.VOID
    assert ChangeKind.TEXT in {change.kind for change in found.changes}
    # What one person says of a text is nothing said of a translation.
    polish = Ledger({("needle", "pl"): replace(entry, locale="pl")})
    assert verdict(root, one, polish).standing is Standing.NONE


@pytest.mark.parametrize("change", ["order", "box"])
def test_a_warning_that_moves_is_another_warning(root: Path, change: str) -> None:
    ledger = signed(root, a_leaflet())
    rest, eat, walk = paragraphs(*(msgid for msgid, _ in PAIRS))
    box = Box(BOXES["important"], None, (eat,))
    now = (
        a_leaflet(walk, box, rest)
        if change == "order"
        else a_leaflet(rest, eat, Box(BOXES["important"], None, (walk,)))
    )
    found = verdict(root, now, ledger)
    assert [one.kind for one in found.changes] == [ChangeKind.ORDER]
    assert "order" in void_words(found)


def test_an_unreadable_catalog_or_entry_approves_nothing(root: Path) -> None:
    ledger = signed(root, a_leaflet())
    write(catalog_path(root, "pl", "needle"), HEADER + '\nmsgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n')
    found = verdict(root, a_leaflet(), ledger)
    assert found.standing is Standing.VOID
    assert "needle.po" in found.trouble
    fault = Fault("date is not a date", Location("translations/approvals.toml", 7))
    broken = verdict(root, a_leaflet(), Ledger({("needle", "pl"): fault}))
    assert broken.standing is Standing.NONE
    assert broken.trouble == "translations/approvals.toml:7: date is not a date"


def test_a_mark_keeps_text_and_translation_apart() -> None:
    assert mark(("", "a"), "b")[:6] == mark(("", "a"), "c")[:6]
    assert mark(("", "a"), "b")[6:] == mark(("x", "y"), "b")[6:]
    assert mark(("a", "b"), "")[:6] != mark(("", "ab"), "")[:6]
