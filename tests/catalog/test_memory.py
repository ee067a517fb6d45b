"""The memory: what is signed off elsewhere is filled in and marked, everything else is a fuzzy proposal."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.exchange_samples import CATALOG, HEADER, LEAFLET, Folder

from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.catalog.exchange.tmx import Pair, Tmx, write_tmx
from polyleaf.catalog.memory.filling import export_memory, recall_all
from polyleaf.catalog.memory.folder import import_memory, memory_path, stored_memory
from polyleaf.catalog.memory.matching import MARK, Filled, Memory, Reach, Recall, fill
from polyleaf.catalog.po.catalog import FUZZY, Catalog, CatalogEntry
from polyleaf.catalog.po.tags import meant_by, same_language
from polyleaf.catalog.signoff.content import mark
from polyleaf.catalog.signoff.ledger import read_ledger, record
from polyleaf.catalog.signoff.signed_texts import signed_off_by
from polyleaf.model.approval import Approval
from polyleaf.model.message import TextState
from polyleaf.source.reader import read_project

SAME = Recall("", "Rest for a day.", "Proszę odpoczywać jeden dzień.", "teeth", approved=True)


def gap(msgid="Rest for a day.", context="", **more):
    return CatalogEntry(msgid, context, **more)


def filled(entry, *recalls, reach=Reach.EXACT, leaflet="eyes"):
    catalog, report = fill(Catalog(entries=(entry,)), Memory(recalls), leaflet, reach)
    return catalog.entries[0], report


def test_a_signed_off_translation_of_the_same_text_is_filled_and_marked():
    entry, report = filled(gap(comments=("Kept.",)), SAME)
    assert (entry.text, entry.state, report) == (SAME.text, TextState.TRANSLATED, Filled(1, 0))
    assert entry.comments == ("Kept.", f'{MARK}the same text in "teeth", signed off there.')


@pytest.mark.parametrize(
    ("recalls", "told"),
    [
        ([Recall("", SAME.msgid, "x", "teeth", approved=False)], "not signed off there"),
        ([Recall("title", SAME.msgid, "x", "teeth", approved=True)], "signed off there, but in another place"),
        ([Recall(None, SAME.msgid, "x", "imported memory", approved=False)], "not signed off there"),
        ([Recall("", SAME.msgid, "x", "teeth", approved=True), Recall("", SAME.msgid, "y", "feet", approved=True)],
         "several translations"),
    ],
)  # fmt: skip
def test_every_doubt_makes_it_a_proposal(recalls, told):
    entry, report = filled(gap(), *recalls)
    assert (entry.text, entry.state, report) == ("x", TextState.FUZZY, Filled(0, 1))
    assert told in entry.comments[0]
    assert len(entry.comments) == len(recalls)


def test_a_signed_off_opinion_wins_over_one_that_is_not():
    other = Recall("", SAME.msgid, "x", "feet", approved=False)
    entry, _ = filled(gap(), other, SAME)
    assert (entry.text, entry.state) == (SAME.text, TextState.TRANSLATED)


def test_a_changed_text_keeps_its_former_words_in_a_comment():
    entry, report = filled(gap(text="Dwa dni.", flags=(FUZZY,), previous=("", "Rest for two days.")), SAME)
    assert (entry.text, entry.flags, entry.previous, report) == (SAME.text, (), None, Filled(1, 0))
    assert entry.comments[-1] == "Before that: Dwa dni."


def test_a_proposal_never_replaces_a_proposal_or_a_translation():
    near = Recall("", "Rest for a whole day.", "x", "teeth", approved=True)
    for entry in (gap(text="Dwa dni.", flags=(FUZZY,)), gap(text="Dzień.")):
        assert filled(entry, near, reach=Reach.NEAR) == (entry, Filled())
    finished = gap(text="Dzień.")
    assert filled(finished, SAME) == (finished, Filled())


def test_a_text_much_alike_is_proposed_with_the_text_it_came_from():
    near = Recall("", "Rest for a whole day.", "x", "teeth", approved=True)
    assert filled(gap(), near) == (gap(), Filled())
    entry, report = filled(gap(), near, Recall("", "Eat.", "y", "teeth", approved=True), reach=Reach.NEAR)
    assert (entry.text, entry.state, entry.previous) == ("x", TextState.FUZZY, ("", near.msgid))
    assert report == Filled(0, 1)


def test_a_leaflet_is_no_memory_of_itself_and_off_is_off():
    assert filled(gap(), SAME, leaflet="teeth") == (gap(), Filled())
    assert filled(gap(), SAME, reach=Reach.OFF) == (gap(), Filled())


words = st.sampled_from(["rest", "a", "day", "eat", "now", "water", "two"])
sentences = st.lists(words, min_size=1, max_size=5).map(" ".join)
contexts = st.sampled_from(["", "title"])
recalled = st.builds(Recall, contexts, sentences, sentences, st.sampled_from("abc"), st.booleans())
gaps = st.builds(
    CatalogEntry,
    sentences,
    contexts,
    st.sampled_from(["", "said"]),
    st.sampled_from([(), (FUZZY,)]),
)


@given(st.lists(gaps, max_size=4, unique_by=lambda entry: entry.key), st.lists(recalled, max_size=8))
def test_laws_of_filling(entries, recalls):
    memory = Memory(recalls)
    known = {(one.msgid, one.text) for one in recalls if one.approved and one.origin != "a"}
    catalog, report = fill(Catalog(entries=tuple(entries)), memory, "a", Reach.NEAR)
    for old, new in zip(entries, catalog.entries, strict=True):
        assert new.key == old.key
        if new != old:
            assert any(line.startswith(MARK) for line in new.comments)
            assert old.state is not TextState.TRANSLATED
            assert new.state is TextState.FUZZY or (new.msgid, new.text) in known
            assert not old.text or any(old.text in line for line in new.comments) or new.text == old.text
    changed = sum(old != new for old, new in zip(entries, catalog.entries, strict=True))
    assert report.exact + report.proposed == changed
    again, nothing = fill(catalog, memory, "a", Reach.NEAR)
    assert nothing.proposed == 0
    assert again == catalog or nothing.exact


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path / "project")
    folder.write("leaflets/teeth/leaflet.md", LEAFLET.replace("Eyes", "Teeth").replace("X-1", "X-2"))
    folder.write("translations/pl/LC_MESSAGES/teeth.po", HEADER + '\nmsgid "At home"\nmsgstr ""\n')
    return folder


def teeth(folder):
    return (folder.root / "translations/pl/LC_MESSAGES/teeth.po").read_text(encoding="utf-8")


def recall(folder, signed_off, reach=Reach.EXACT):
    return recall_all(read_project(folder.root), ("pl",), (), reach, signed_off)


def test_catalogs_on_disk_are_filled_from_each_other(folder):
    catalog = CATALOG + '\nmsgid "At home"\nmsgstr "W domu"\n'
    folder.catalog.write_text(catalog, encoding="utf-8")
    asked = []
    reports = recall(folder, lambda *question: asked.append(question) or True)
    assert [(one.path, one.filled) for one in reports] == [("translations/pl/LC_MESSAGES/teeth.po", Filled(1, 0))]
    told = '# From memory: the same text in "eyes", signed off there.\n'
    assert f'{told}msgid "At home"\nmsgstr "W domu"' in teeth(folder)
    assert ("eyes", "pl", ("", "At home"), "W domu") in asked
    assert recall(folder, lambda *_: True) == ()
    assert folder.said == catalog


def test_a_broken_catalog_stops_nobody(folder):
    folder.catalog.write_text(CATALOG + "\n<<<<<<< mine\n", encoding="utf-8")
    assert recall(folder, lambda *_: True) == ()


def test_a_memory_goes_out_and_comes_in(folder, tmp_path):
    project = read_project(folder.root)
    tmx = export_memory(project, ("pl",), ())
    assert Pair("Eyes", {"pl": "Oczy"}, "title", "eyes") in tmx.pairs
    assert not any(pair.msgid == "Rest for a day." for pair in tmx.pairs)
    path = tmp_path / "memory.tmx"
    more = Pair("At home", {"pl-PL": "W domu", "ur-PK": "گھر پر"})
    path.write_bytes(write_tmx(Tmx("en", (*tmx.pairs, more))))
    assert import_memory(project, path, "memory.tmx", ()) == {"pl": 3, "ur": 1}
    assert import_memory(project, path, "memory.tmx", ()) == {"pl": 0, "ur": 0}
    assert stored_memory(project, "ur").pairs == (Pair("At home", {"ur": "گھر پر"}),)
    recall(folder, lambda *_: True)
    assert '#, fuzzy\nmsgid "At home"\nmsgstr "W domu"' in teeth(folder)
    assert 'in "imported memory", not signed off there.' in teeth(folder)


@pytest.mark.parametrize(
    ("tmx", "told"),
    [
        (Tmx("fr", (Pair("a", {"pl": "b"}),)), 'texts are in "fr"'),
        (Tmx("en", (Pair("a", {"de": "b"}),)), "no translation into a language"),
        (Tmx("en", (Pair("a", {"pl": "b\x01"}),)), "control characters"),
        (Tmx("en", (Pair("a", {"pl": "b" * 30_000}),)), "control characters"),
    ],
)
def test_a_memory_that_does_not_fit_is_refused(folder, tmp_path, tmx, told):
    path = tmp_path / "memory.tmx"
    path.write_bytes(write_tmx(tmx))
    with pytest.raises(ReplyError, match=told):
        import_memory(read_project(folder.root), path, "memory.tmx", ())
    assert not memory_path(folder.root, "pl").exists()


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("pl-PL", ["pl"]), ("PL", ["pl"]), ("zh-CN", ["zh_Hans"]), ("zh-TW", ["zh_Hant"]), ("pt-BR", ["pt"]),
        ("pt_PT", ["pt_PT"]), ("fa-IR", ["fa"]), ("prs", ["fa_AF"]), ("pa-PK", ["pa_Arab"]), ("tl", ["fil"]),
        ("de", []), ("", []), ("../etc", []),
    ],
)  # fmt: skip
def test_tags_as_other_tools_write_them(tag, meant):
    known = ["pl", "pt", "pt_PT", "zh_Hans", "zh_Hant", "fa", "fa_AF", "pa", "pa_Arab", "fil"]
    assert list(meant_by(tag, known)) == meant


def test_one_english_is_as_good_as_another():
    assert same_language("en-US", "en-GB")
    assert not same_language("zh-Hans", "zh-TW")


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_tag_is_only_a_tag(one, other):
    assert same_language(one, other) == same_language(other, one)


def test_the_ledger_vouches_text_by_text(folder):
    project = read_project(folder.root)
    key, text = ("title", "Eyes"), "Oczy"
    approval = Approval(
        "eyes", "pl", "Anna", "Jan", "Dr Khan", machine_translated=False, date=datetime.date(2026, 11, 20), version="1",
        digest="0" * 64, texts=(mark(key, text),), words=(mark(("", "Important"), "Ważne"),),
    )  # fmt: skip
    record(project, approval)
    signed_off = signed_off_by(read_ledger(project))
    assert signed_off("eyes", "pl", key, text)
    assert signed_off("templates", "pl", ("", "Important"), "Ważne")
    assert not signed_off("eyes", "pl", key, "Oczy ")
    assert not signed_off("eyes", "ur", key, text)
    assert not signed_off("teeth", "pl", key, text)
    assert [pair.msgid for pair in export_memory(project, ("pl",), (), signed_off).pairs] == ["Eyes"]
