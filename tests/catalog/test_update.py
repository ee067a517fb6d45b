"""``catalog extract``, ``update`` and ``status`` on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
from tests.catalog.catalog_samples import (
    FACTS,
    TEMPLATE_WORDS,
    full_leaflet,
    leaflet,
    msgfmt,
    paragraphs,
    project,
    tree,
    write,
)

from polyleaf.catalog.messages.update import extract_all, update_all
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.model.block_texts import map_texts
from polyleaf.model.facts import Number
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Text
from polyleaf.model.project import Project


def updated(root: Path, *leaflets: Leaflet, **rest) -> Project:
    one = project(root, *leaflets, **rest)
    extract_all(one, TEMPLATE_WORDS)
    update_all(one, TEMPLATE_WORDS)
    return one


def translate_all(root: Path) -> None:
    """Translate everything in every catalog, as Poedit would: other wrapping, other order of flags."""
    for path in root.rglob("*.po"):
        catalog = polib.pofile(str(path), wrapwidth=60)
        for entry in catalog:
            if not entry.obsolete:
                entry.msgstr = f"{entry.msgid} ({path.parts[-3]})"
        catalog.save()


def fuzzy_and_missing(root: Path) -> dict[str, tuple[list[str], list[str]]]:
    return {
        path.relative_to(root / "translations").as_posix(): (
            [entry.msgid for entry in polib.pofile(str(path)).fuzzy_entries()],
            [entry.msgid for entry in polib.pofile(str(path)).untranslated_entries()],
        )
        for path in root.rglob("*.po")
    }


def move_down(one: Leaflet, lines: int) -> Leaflet:
    def moved(text: Text) -> Text:
        place = text.location
        return replace(text, location=replace(place, line=(place.line or 0) + lines))

    return replace(one, blocks=tuple(map_texts(block, moved) for block in one.blocks))


def test_the_gettext_layout_and_every_file_accepted(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    assert sorted(tree(tmp_path)) == [
        "translations/needle.pot",
        "translations/pl/LC_MESSAGES/needle.po",
        "translations/pl/LC_MESSAGES/templates.po",
        "translations/templates.pot",
        "translations/ur/LC_MESSAGES/needle.po",
        "translations/ur/LC_MESSAGES/templates.po",
    ]
    for path in tmp_path.rglob("*.po"):
        assert msgfmt(path) == ""
    for path in tmp_path.rglob("*.pot"):
        assert "refused" not in msgfmt(path)


def test_a_catalog_as_a_translator_opens_it(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    catalog = polib.pofile(str(catalog_path(tmp_path, "pl", "needle")))
    assert catalog.metadata["Language"] == "pl"
    assert catalog.metadata["Language-Team"] == "Polish"
    assert catalog.header == "Polish translation of the leaflet needle."
    (entry,) = [entry for entry in catalog if "eat" in entry.msgid]
    assert entry.comment == 'Paragraph, under "Before you come"\n{fasting_food} prints: 6 hours'
    assert entry.occurrences == [("leaflets/needle/leaflet.md", "")]
    assert entry.flags == ["python-brace-format"]
    assert [one.msgid for one in catalog][:2] == ["A needle in your back", "What to expect"]


def test_doing_it_again_changes_no_byte(tmp_path: Path) -> None:
    one = updated(tmp_path, full_leaflet())
    translate_all(tmp_path)
    before = tree(tmp_path)
    assert not any(report.changed for report in extract_all(one, TEMPLATE_WORDS))
    assert not any(report.changed for report in update_all(one, TEMPLATE_WORDS))
    assert tree(tmp_path) == before


def test_one_changed_sentence_is_one_fuzzy_entry_in_each_language(tmp_path: Path) -> None:
    sentences = ["Do not eat today.", "Bring your tablets with you.", "Somebody should drive you home."]
    updated(tmp_path, leaflet(*paragraphs(*sentences)))
    translate_all(tmp_path)
    before = tree(tmp_path)
    sentences[1] = "Bring all your tablets with you."
    updated(tmp_path, leaflet(*paragraphs(*sentences)))
    for name, (fuzzy, missing) in fuzzy_and_missing(tmp_path).items():
        assert (fuzzy, missing) == ([sentences[1]] if "needle" in name else [], [])
    for name, content in tree(tmp_path).items():
        gone = set(before[name].splitlines()) - set(content.splitlines())
        assert len(gone) <= 1, "only the lines of that entry differ"


def test_a_fact_that_changes_makes_nothing_fuzzy(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    translate_all(tmp_path)
    updated(tmp_path, replace(full_leaflet(), facts={**FACTS, "fasting_food": Number(5)}))
    assert set(map(str, fuzzy_and_missing(tmp_path).values())) == {"([], [])"}
    assert "{fasting_food} prints: 5" in catalog_path(tmp_path, "pl", "needle").read_text()


def test_moved_lines_touch_nothing(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    before = tree(tmp_path)
    updated(tmp_path, move_down(full_leaflet(), 7))
    assert tree(tmp_path) == before


def test_a_catalog_with_lines_loses_them_with_the_next_change_alone(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    path = catalog_path(tmp_path, "pl", "needle")
    write(path, path.read_text().replace("leaflet.md\n", "leaflet.md:28\n"))
    before = tree(tmp_path)
    updated(tmp_path, full_leaflet())
    assert tree(tmp_path) == before
    longer = full_leaflet()
    updated(tmp_path, replace(longer, blocks=(*longer.blocks, *paragraphs("One more."))))
    assert "leaflet.md:" not in path.read_text()
