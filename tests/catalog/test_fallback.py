"""What waits for translation is printed as written, and nothing critical is ever half done."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import FACTS, leaflet, paragraphs, po_text, project, text, write

from polyleaf.catalog.localizing.fallback import WAITING
from polyleaf.catalog.localizing.translate import localize
from polyleaf.catalog.messages.phrases import phrases
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.model.approval import Approval
from polyleaf.model.block_texts import texts
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Quantity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Box, ListBlock, ListItem, Paragraph, Table, TermItem, TermList
from polyleaf.model.message import TextState

POLISH = {
    "Do not eat.": "Nie jedz.",
    "Drink {fasting_food} before.": "Pij {fasting_food} przed.",
    "Walk.": "Chodź.",
    "Pain": "Ból",
}


def localized(root: Path, *blocks, done=tuple(POLISH), approval=None, facts=FACTS, config=None, pairs=POLISH):
    write(catalog_path(root, "pl", "needle"), po_text([(msgid, pairs[msgid]) for msgid in done]))
    one = leaflet(*blocks, facts=facts)
    place = project(root, one)
    place = replace(place, config=replace(place.config, **(config or {})))
    document = localize(place, one, "pl", phrases(place, "pl"), approval=approval)
    return [(plain(found.inlines), found.language.tag, found.state) for found in texts(document.blocks)]


def box(*msgids: str, kind=BOXES["important"], critical=False) -> Box:
    return Box(kind, None, paragraphs(*msgids), critical)


def test_a_critical_box_is_translated_whole(tmp_path: Path) -> None:
    assert [tag for _, tag, _ in localized(tmp_path, box(*list(POLISH)[:3]))] == ["pl"] * 3


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(sorted(POLISH))))
def test_a_critical_box_is_never_half_done(tmp_path_factory, done) -> None:
    root = tmp_path_factory.getbasetemp() / "critical"
    found = localized(root, box(*POLISH), done=sorted(done))
    assert len({tag for _, tag, _ in found}) == 1
    assert (found[0][1] == "pl") == (len(done) == len(POLISH))
    assert all((state in WAITING) == (tag == "en-GB") for _, tag, state in found)
    # The numbers too are those of the language of the words.
    assert ("6 hours" in found[1][0].replace("\N{NO-BREAK SPACE}", " ")) == (found[1][1] == "en-GB")


def test_what_was_translated_there_says_that_it_is_withheld(tmp_path: Path) -> None:
    found = localized(tmp_path, box("Do not eat.", "Walk."), done=["Walk."])
    assert [state for *_, state in found] == [TextState.MISSING, TextState.WITHHELD]


def test_which_boxes_are_critical_is_for_project_and_author_to_say(tmp_path: Path) -> None:
    half = {"done": ["Walk."]}
    msgids = ("Do not eat.", "Walk.")
    assert {tag for _, tag, _ in localized(tmp_path, box(*msgids, kind=BOXES["tip"]), **half)} == {"pl", "en-GB"}
    marked = localized(tmp_path, box(*msgids, kind=BOXES["tip"], critical=True), **half)
    assert {tag for _, tag, _ in marked} == {"en-GB"}
    named = localized(tmp_path, box(*msgids, kind=BOXES["tip"]), config={"critical": ("tip",)}, **half)
    assert {tag for _, tag, _ in named} == {"en-GB"}
    none = localized(tmp_path, box(*msgids), config={"critical": ()}, **half)
    assert {tag for _, tag, _ in none} == {"pl", "en-GB"}


def test_a_block_without_any_translation_keeps_its_numbers_in_its_language(tmp_path: Path) -> None:
    table = Table((text("Pain", 1), text("{fasting_food}", 1)), ((text("Walk.", 2), text("{nerve_leak}", 2)),))
    assert {tag for _, tag, _ in localized(tmp_path, table, done=[])} == {"en-GB"}
    half = localized(tmp_path, table, done=["Pain"])
    assert [tag for _, tag, _ in half] == ["pl", "pl", "en-GB", "pl"]


def test_risks_and_lists_fall_back_entry_by_entry(tmp_path: Path) -> None:
    risks = TermList(tuple(TermItem(text("{nerve_leak}", 1), paragraphs(msgid)) for msgid in ("Pain", "Walk.")))
    found = localized(tmp_path, Box(BOXES["risks"], None, (risks,)), done=["Pain"])
    assert [tag for _, tag, _ in found] == ["pl", "pl", "pl", "en-GB"]
    items = ListBlock(False, 1, tuple(ListItem(paragraphs(msgid)) for msgid in ("Pain", "Walk.")))
    assert [tag for _, tag, _ in localized(tmp_path, items, done=["Walk."])] == ["en-GB", "pl"]


def sign(root: Path, *blocks) -> Approval:
    one = leaflet(*blocks)
    content = SignOff(project(root, one), Ledger(), ()).content("needle", "pl")
    day = datetime.date(2026, 11, 20)
    marks = (content.digest, content.text_marks, content.word_marks, content.outline.facts)
    return Approval("needle", "pl", "Anna", "Jan", "Ewa", False, day, "1.0", *marks)


@pytest.mark.parametrize("change", ["nothing", "critical", "elsewhere", "fact"])
def test_after_a_sign_off_a_changed_critical_text_waits_for_the_next(tmp_path: Path, change: str) -> None:
    blocks = (box("Do not eat.", "Drink {fasting_food} before."), Paragraph(text("Walk.", 30)))
    localized(tmp_path, *blocks)
    approval = sign(tmp_path, *blocks)
    pairs, facts = dict(POLISH), FACTS
    if change == "critical":
        pairs["Do not eat."] = "Nie jedz!"
    elif change == "elsewhere":
        pairs["Walk."] = "Chodź!"
    elif change == "fact":
        facts = {**FACTS, "fasting_food": Quantity(Decimal(8), "hour")}
    found = localized(tmp_path, *blocks, approval=approval, pairs=pairs, facts=facts)
    withheld = change in ("critical", "fact")
    assert [tag for _, tag, _ in found] == (["en-GB", "en-GB", "pl"] if withheld else ["pl", "pl", "pl"])
    # Nobody signed yet: the page as a whole says that it is a draft.
    assert {tag for _, tag, _ in localized(tmp_path, *blocks, pairs=pairs, facts=facts)} == {"pl"}


def test_released_is_what_somebody_vouched_for(tmp_path: Path) -> None:
    one = leaflet()
    place = project(tmp_path, one)
    words = phrases(place, "pl")
    assert localize(place, one, "pl", words).draft
    assert not localize(place, one, "pl", words, released=True).draft
