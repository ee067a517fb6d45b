"""A leaflet in one language: translated, or as written and marked; always with the right numbers and harmless links."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import (
    FACTS,
    TEMPLATE_WORDS,
    full_leaflet,
    leaflet,
    paragraphs,
    po_text,
    project,
    write,
)

from polyleaf.catalog.localizing.translate import localize
from polyleaf.catalog.localizing.view import catalog_view, templates_view
from polyleaf.catalog.messages.phrases import phrases
from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.facts import Email, Web
from polyleaf.model.inline import FactMark, FactWords, Link, Words, plain, walk
from polyleaf.model.message import TextState

ZWSP = "\u200b"


def in_locale(root: Path, one, locale: str, *pairs: tuple[str, str], **rest) -> LocalizedDocument:
    if pairs:
        header = po_text([]).replace("Language: pl", f"Language: {locale}")
        write(catalog_path(root, locale, one.name), po_text(pairs, header))
    place = project(root, one, targets=("pl", "ur", "km", "bn"))
    return localize(place, one, locale, phrases(place, locale), **rest)


def body(document: LocalizedDocument) -> list[tuple[str, str, TextState]]:
    return [
        (plain(text.inlines).replace("\N{NO-BREAK SPACE}", " "), text.language.tag, text.state)
        for text in texts(document.blocks)
    ]


def links(document: LocalizedDocument) -> list[str]:
    return [one.href for text in texts(document.blocks) for one in walk(text.inlines) if isinstance(one, Link)]


def test_each_text_has_its_own_language_and_state(tmp_path: Path) -> None:
    one = leaflet(*paragraphs("Rest for {fasting_food}.", "Walk for {fasting_food}.", "{nerve_leak}"))
    document = in_locale(tmp_path, one, "pl", ("Rest for {fasting_food}.", "Odpocznij {fasting_food}."))
    (rest, walking, number) = body(document)
    assert rest == ("Odpocznij 6 godzin.", "pl", TextState.TRANSLATED)
    assert walking == ("Walk for 6 hours.", "en-GB", TextState.MISSING)
    assert number[1:] == ("pl", TextState.TRANSLATED)
    assert document.draft
    assert (plain(document.title.inlines), document.title.state) == ("A needle in your back", TextState.MISSING)
    assert document.source_title.state is TextState.SOURCE


def test_fuzzy_is_never_printed(tmp_path: Path) -> None:
    content = po_text([]) + '\n#, fuzzy\nmsgid "Rest."\nmsgstr "Biegnij."\n'
    write(catalog_path(tmp_path, "pl", "needle"), content)
    document = in_locale(tmp_path, leaflet(*paragraphs("Rest.")), "pl")
    assert body(document) == [("Rest.", "en-GB", TextState.FUZZY)]


def test_the_source_language_is_printed_as_written(tmp_path: Path) -> None:
    document = in_locale(tmp_path, full_leaflet(), "en_GB")
    assert {state for *_, state in body(document)} == {TextState.SOURCE}
    assert body(document)[1][0] == "Do not eat for 6 hours before you come in."
    assert document.draft
    assert not document.is_translation
    assert not in_locale(tmp_path, full_leaflet(), "en_GB", released=True).draft
    assert document.published_text.split() == ["20", "November", "2026"]
    assert document.contacts["pals"].name.state is TextState.SOURCE


def test_the_whole_leaflet_comes_along(tmp_path: Path) -> None:
    document = in_locale(tmp_path, full_leaflet(), "ur")
    assert [len(list(texts((block,)))) for block in document.blocks] == [
        len(list(texts((block,)))) for block in full_leaflet().blocks
    ]
    assert [one.locale for one in document.languages] == ["en_GB", "pl", "ur", "km", "bn"]
    (reference,) = document.references
    assert plain(reference.inlines) == "Guidance, 2003"
    assert [one.href for one in reference.inlines if isinstance(one, Link)] == ["https://www.example.org"]
    assert (reference.language.tag, reference.state) == ("en-GB", TextState.SOURCE)
    assert (document.closing_contacts, document.organisation) == (("pals",), "Example Hospital")


def test_no_placeholder_is_left_and_an_unknown_one_stays_visible(tmp_path: Path) -> None:
    one = leaflet(*paragraphs("Rest {nonsense}.", "Eat {fasting_food}."))
    document = in_locale(tmp_path, one, "pl", ("Eat {fasting_food}.", "Jedz {godziny}."))
    assert [text for text, *_ in body(document)] == ["Rest {nonsense}.", "Jedz {godziny}."]
    everything = [inline for text in texts(document.blocks) for inline in walk(text.inlines)]
    assert not [inline for inline in everything if isinstance(inline, FactMark)]


def test_numbers_follow_the_house_rule(tmp_path: Path) -> None:
    document = in_locale(tmp_path, leaflet(*paragraphs("{fasting_food}")), "bn")
    assert document.digits == "latn"
    assert "6" in body(document)[0][0]


def test_khmer_gets_its_word_breaks_and_english_in_it_does_not(tmp_path: Path) -> None:
    document = in_locale(tmp_path, leaflet(*paragraphs("Rest.", "Walk now.")), "km", ("Rest.", "សូមសម្រាកនៅផ្ទះ"))
    khmer, english = (text for text, *_ in body(document))
    assert ZWSP in khmer
    assert khmer.replace(ZWSP, "") == "សូមសម្រាកនៅផ្ទះ"
    assert english == "Walk now."


@pytest.mark.parametrize(
    "hostile",
    [
        "<b onclick=x>Odpocznij</b> <script>alert(1)</script>",
        "{{ config }} {% include '/etc/passwd' %}",
        "{{ 7*7 }} ${x} #{y}",
        "<img src=file:///etc/passwd>",
        "&lt;b&gt;",
    ],
)
def test_markup_in_a_translation_is_text(tmp_path: Path, hostile: str) -> None:
    document = in_locale(tmp_path, leaflet(*paragraphs("Rest.")), "pl", ("Rest.", hostile.replace('"', '\\"')))
    (text,) = texts(document.blocks)
    assert all(isinstance(inline, Words) for inline in text.inlines)
    assert text.state is TextState.TRANSLATED


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "JaVaScript:x",
        "//evil.example",
        "/etc",
        "# top",
    ],
)
def test_hostile_links_are_printed_and_not_followed(tmp_path: Path, href: str) -> None:
    one = leaflet(*paragraphs("Rest."), facts={**FACTS, "trap": Web(href)})
    document = in_locale(tmp_path, one, "pl", ("Rest.", f"[Odpocznij]({href}) lub [to]({{trap}}) <{href}>"))
    assert [link for link in links(document) if not link.startswith("https://")] == []
    assert "Odpocznij" in body(document)[0][0]
    assert not any("javascript:" in link.lower() or "file:" in link for link in links(document))


@pytest.mark.parametrize(
    ("markdown", "href"),
    [
        ("[x]({ward})", "tel:08000000000"),
        ("[x](tel:{ward})", "tel:08000000000"),
        ("[x]({mail})", "mailto:ward@example.org"),
        ("[x](mailto:{mail})", "mailto:ward@example.org"),
        ("[x]({site})", "https://www.example.org"),
        ("<https://www.example.org/a>", "https://www.example.org/a"),
    ],
)
def test_links_take_the_value_of_a_fact(tmp_path: Path, markdown: str, href: str) -> None:
    one = leaflet(*paragraphs(f"See {markdown}."), facts={**FACTS, "mail": Email("ward@example.org")})
    assert links(in_locale(tmp_path, one, "en_GB")) == [href]


def test_telephone_numbers_are_printed_as_written(tmp_path: Path) -> None:
    document = in_locale(tmp_path, leaflet(*paragraphs("Ring {ward}.")), "ur", ("Ring {ward}.", "کال کریں {ward}"))
    (text,) = texts(document.blocks)
    (phone,) = [inline for inline in text.inlines if isinstance(inline, FactWords)]
    assert (phone.text.replace("\N{NO-BREAK SPACE}", " "), phone.isolate) == ("0800 000 0000", True)


def test_contacts_come_from_the_catalog_of_the_templates(tmp_path: Path) -> None:
    content = po_text([]) + '\nmsgctxt "contact"\nmsgid "Patient advice"\nmsgstr "Porady"\n'
    write(catalog_path(tmp_path, "pl", "templates"), content)
    pals = in_locale(tmp_path, leaflet(), "pl").contacts["pals"]
    assert (plain(pals.name.inlines), pals.name.language.tag, pals.name.state) == ("Porady", "pl", TextState.TRANSLATED)
    assert pals.hours is not None
    assert (pals.hours.language.tag, pals.hours.state) == ("en-GB", TextState.MISSING)
    assert (pals.phone, pals.note) == ("0800 000 0000", None)


def test_phrases_of_the_project_come_before_the_built_in_ones(tmp_path: Path) -> None:
    room = tmp_path / "room"
    own = po_text([("Page", "Strona"), ("Next", "")]) + '\n#, fuzzy\nmsgid "Help"\nmsgstr "?"\n'
    write(catalog_path(tmp_path / "project", "pl", "templates"), own)
    built_in = po_text([("Page", "Kartka"), ("Next", "Dalej"), ("Help", "Pomoc")])
    write(room / "pl" / "LC_MESSAGES" / "templates.po", built_in)
    found = phrases(project(tmp_path / "project"), "pl", [room, tmp_path / "nowhere"])
    assert [found.find(msgid) for msgid in ("Page", "Next", "Help", "Stop")] == [
        ("Strona", found.language),
        ("Dalej", found.language),
        ("Pomoc", found.language),
        ("Stop", found.source),
    ]


def test_the_risk_is_in_the_language_of_its_sentence(tmp_path: Path) -> None:
    risk = '\n#, python-brace-format\nmsgctxt "risk"\nmsgid "{number} in {total}"\nmsgstr "{number} na {total}"\n'
    write(catalog_path(tmp_path, "pl", "templates"), po_text([]) + risk)
    one = leaflet(*paragraphs("Nerve: {nerve_leak}.", "Bleeding: {nerve_leak}."))
    document = in_locale(tmp_path, one, "pl", ("Nerve: {nerve_leak}.", "Nerw: {nerve_leak}."))
    polish, english = (text for text, *_ in body(document))
    assert polish.startswith("Nerw: 1 na ")
    assert english == "Bleeding: 1 in 1,000."


def test_the_view_shows_both_sides_with_their_places(tmp_path: Path) -> None:
    one = leaflet(*paragraphs("Rest for **{fasting_food}**.", "Walk."))
    place = project(tmp_path, one)
    content = po_text([("Rest for **{fasting_food}**.", "Odpocznij **{x}**."), ("Old", "Stary")])
    write(catalog_path(tmp_path, "pl", "needle"), content)
    view = catalog_view(place, one, "pl")
    assert (view.path, view.exists, len(view.entries)) == ("translations/pl/LC_MESSAGES/needle.po", True, 4)
    rest, walking = view.entries[2:]
    assert plain(rest.source) == "Rest for {fasting_food}."
    assert plain(rest.target) == "Odpocznij {x}."
    assert (str(rest.translation.location), rest.translation.location.locale) == (f"{view.path}:8", "pl")
    assert (walking.target, walking.translation.state) == ((), TextState.MISSING)
    assert str(walking.translation.location) == view.path


def test_a_view_without_a_catalog_is_all_missing(tmp_path: Path) -> None:
    view = templates_view(project(tmp_path), TEMPLATE_WORDS, "ur")
    assert not view.exists
    assert {entry.translation.state for entry in view.entries} == {TextState.MISSING}
    assert [entry.translation.message.msgid for entry in view.entries][-1] == "Monday to Friday"


ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80) | st.text(
    alphabet="ab{}[]()<>*_`\\:/.\n", max_size=80
)


@given(ANY_TEXT)
@settings(max_examples=150, deadline=None)
def test_any_translation_keeps_the_tree_and_leaves_no_mark(
    tmp_path_factory: pytest.TempPathFactory, translation: str
) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    entry = CatalogEntry("Rest.", text=translation)
    catalog = Catalog((("Language", "pl"),), entries=(entry,), locale="pl")
    write(catalog_path(root, "pl", "needle"), catalog_text(catalog))
    document = in_locale(root, leaflet(*paragraphs("Rest.")), "pl")
    (text,) = texts(document.blocks)
    assert not [inline for inline in walk(text.inlines) if isinstance(inline, FactMark)]
    assert all(link.lower().startswith(("http://", "https://", "mailto:", "tel:")) for link in links(document))
