"""The laws of merging: no translation is lost, none is copied, only what changed is touched."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import messages

from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.merge import merge
from polyleaf.model.message import Message, TextState

SENTENCES = (
    "Do not eat for six hours before you come in.",
    "You may drink water until two hours before.",
    "Tell us if you take blood thinners.",
    "Lie flat for three hours after the procedure.",
    "Bring a list of your tablets.",
)


def translated(*msgids: str) -> Catalog:
    """A finished catalog: each translation is the msgid in capitals."""
    catalog, _ = merge(Catalog(locale="pl"), messages(*msgids))
    return replace(catalog, entries=tuple(replace(entry, text=entry.msgid.upper()) for entry in catalog.entries))


def states(catalog: Catalog) -> dict[str, tuple[str, TextState]]:
    return {entry.msgid: (entry.text, entry.state) for entry in catalog.current}


def test_nothing_changes_when_nothing_changed() -> None:
    catalog = translated(*SENTENCES)
    merged, report = merge(catalog, messages(*SENTENCES))
    assert merged == catalog
    assert (report.kept, report.added, report.changed, report.obsolete) == (5, (), (), ())


def test_one_changed_sentence_is_fuzzy_and_nothing_else() -> None:
    new = "Do not eat for eight hours before you come in."
    merged, report = merge(translated(*SENTENCES), messages(new, *SENTENCES[1:]))
    first, *others = merged.entries
    assert (first.text, first.state, first.previous) == (SENTENCES[0].upper(), TextState.FUZZY, ("", SENTENCES[0]))
    assert others == list(translated(*SENTENCES).entries[1:])
    assert report.changed == (("", new),)


def test_a_rewritten_sentence_in_its_place_inherits() -> None:
    new = "Three hours on your back after the procedure, please."
    merged, _ = merge(translated(*SENTENCES), messages(*SENTENCES[:3], new, SENTENCES[4]))
    assert states(merged)[new] == (SENTENCES[3].upper(), TextState.FUZZY)


def test_a_new_sentence_is_empty_and_a_removed_one_is_kept() -> None:
    merged, report = merge(translated(*SENTENCES), messages(*SENTENCES[1:], "Ward 7 has a car park."))
    assert states(merged)["Ward 7 has a car park."] == ("", TextState.MISSING)
    assert [(entry.msgid, entry.text) for entry in merged.obsolete] == [(SENTENCES[0], SENTENCES[0].upper())]
    assert report.obsolete == (("", SENTENCES[0]),)


def test_a_removed_sentence_comes_back_as_it_was() -> None:
    catalog = translated(*SENTENCES)
    less, _ = merge(catalog, messages(*SENTENCES[1:]))
    again, report = merge(less, messages(*SENTENCES))
    assert again == catalog
    assert report.returned == (("", SENTENCES[0]),)


def test_a_fuzzy_sentence_stays_fuzzy_through_removal_and_return() -> None:
    fuzzy, _ = merge(translated(*SENTENCES), messages("Do not eat for five hours before you come in.", *SENTENCES[1:]))
    less, _ = merge(fuzzy, messages(*SENTENCES[1:]))
    again, _ = merge(less, messages("Do not eat for five hours before you come in.", *SENTENCES[1:]))
    assert states(again) == states(fuzzy)


def test_a_change_taken_back_stays_fuzzy_until_a_person_has_looked() -> None:
    fuzzy, _ = merge(translated(*SENTENCES), messages("No food.", *SENTENCES[1:]))
    assert states(fuzzy)["No food."][1] is TextState.MISSING
    fuzzy, _ = merge(translated(*SENTENCES), messages("Do not eat for five hours before you come in.", *SENTENCES[1:]))
    back, _ = merge(fuzzy, messages(*SENTENCES))
    assert states(back)[SENTENCES[0]] == (SENTENCES[0].upper(), TextState.FUZZY)
    assert back.entries[0].previous is None


def test_a_second_change_keeps_the_text_the_translation_was_made_for() -> None:
    once, _ = merge(translated(*SENTENCES), messages("Do not eat for five hours before you come in.", *SENTENCES[1:]))
    twice, _ = merge(once, messages("Do not eat for four hours before you come in.", *SENTENCES[1:]))
    assert twice.entries[0].previous == ("", SENTENCES[0])


def test_two_new_sentences_never_share_an_old_translation() -> None:
    new = ("Tell us if you take any blood thinners.", "Tell us if you take blood thinners now.")
    merged, _ = merge(translated(SENTENCES[2]), messages(*new))
    assert sorted(text for text, _ in states(merged).values()) == ["", SENTENCES[2].upper()]


def test_a_caption_does_not_inherit_from_a_paragraph() -> None:
    new = Message("Tell us if you take any blood thinners.", "caption", ())
    merged, _ = merge(translated(SENTENCES[2]), (new,))
    assert states(merged)[new.msgid] == ("", TextState.MISSING)


def test_the_same_words_in_another_context_inherit() -> None:
    merged, _ = merge(translated(SENTENCES[2]), (Message(SENTENCES[2], "caption", ()),))
    assert states(merged)[SENTENCES[2]] == (SENTENCES[2].upper(), TextState.FUZZY)


def test_an_obsolete_translation_fills_an_empty_entry() -> None:
    empty, old = CatalogEntry("a"), CatalogEntry("a", text="b", obsolete=True)
    merged, report = merge(Catalog(entries=(empty, old), locale="pl"), messages("a"))
    assert [(entry.text, entry.obsolete) for entry in merged.entries] == [("b", False)]
    assert report.returned == (("", "a"),)


def test_a_rewritten_leaflet_merges_fast() -> None:
    old = [
        f"Sentence {number} speaks of the matter {number * 7} at some length and with care." for number in range(500)
    ]
    new = [sentence.replace("matter", "subject") for sentence in old]
    merged, report = merge(translated(*old), messages(*new))
    assert len(report.changed) == 500
    assert Counter(entry.text for entry in merged.entries) == Counter(sentence.upper() for sentence in old)


WORDS = st.sampled_from(["rest", "eat", "drink", "for", "six", "two", "hours", "before", "after", "tablets", "you"])
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
CONTEXTS = st.sampled_from(["", "", "alt", "title"])
KEYS = st.lists(st.tuples(CONTEXTS, TEXTS), unique=True, max_size=12)
ENTRIES = st.builds(
    lambda key, text, flags, obsolete, comments, previous: CatalogEntry(
        key[1], key[0], text, flags=flags, obsolete=obsolete, comments=comments, previous=previous
    ),
    st.tuples(CONTEXTS, TEXTS),
    st.one_of(st.just(""), st.uuids().map(str)),
    st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    st.booleans(),
    st.sampled_from([(), ("A note",)]),
    st.one_of(st.none(), st.tuples(CONTEXTS, TEXTS)),
)
CATALOGS = st.lists(ENTRIES, unique_by=lambda entry: entry.key, max_size=12).map(
    lambda entries: Catalog(entries=tuple(sorted(entries, key=lambda entry: entry.obsolete)), locale="pl")
)


@given(CATALOGS, KEYS)
@settings(max_examples=400)
def test_every_translation_is_somewhere_afterwards_and_only_once(catalog: Catalog, keys: list[tuple[str, str]]) -> None:
    merged, report = merge(catalog, [Message(msgid, context, ()) for context, msgid in keys])
    before = Counter(entry.text for entry in catalog.entries if entry.text)
    assert Counter(entry.text for entry in merged.entries if entry.text) == before
    assert [entry.key for entry in merged.current] == keys
    assert len({entry.key for entry in merged.entries}) == len(merged.entries)
    assert report.kept + len(report.added) + len(report.changed) + len(report.returned) == len(keys)


@given(CATALOGS, KEYS)
@settings(max_examples=200)
def test_no_translation_is_called_done_unless_a_person_did_it(catalog: Catalog, keys: list[tuple[str, str]]) -> None:
    merged, _ = merge(catalog, [Message(msgid, context, ()) for context, msgid in keys])
    done = {(entry.key, entry.text) for entry in catalog.entries if entry.state is TextState.TRANSLATED}
    assert {(entry.key, entry.text) for entry in merged.entries if entry.state is TextState.TRANSLATED} <= done


@given(CATALOGS, KEYS)
@settings(max_examples=200)
def test_a_second_merge_changes_nothing(catalog: Catalog, keys: list[tuple[str, str]]) -> None:
    found = [Message(msgid, context, ()) for context, msgid in keys]
    once, _ = merge(catalog, found)
    twice, report = merge(once, found)
    assert twice == once
    assert (report.changed, report.returned, report.obsolete) == ((), (), ())


@given(CATALOGS, KEYS)
@settings(max_examples=200)
def test_the_notes_of_translators_are_kept(catalog: Catalog, keys: list[tuple[str, str]]) -> None:
    merged, _ = merge(catalog, [Message(msgid, context, ()) for context, msgid in keys])
    with_notes = [entry for entry in catalog.entries if entry.comments]
    assert sum(bool(entry.comments) for entry in merged.entries) >= len(with_notes) - sum(
        not entry.text for entry in catalog.entries
    )
