"""``catalog extract``, ``update`` and ``status`` on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest
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
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import catalog_path, template_path
from polyleaf.catalog.progress.status import count_words, status
from polyleaf.errors import MachineError, UsageError
from polyleaf.model.facts import Number
from polyleaf.model.leaflet import Leaflet, map_texts
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
    assert entry.occurrences == [("leaflets/needle/leaflet.md", "21")]
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


def test_moved_lines_touch_the_template_and_no_translation(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    before = tree(tmp_path)
    updated(tmp_path, move_down(full_leaflet(), 7))
    changed = [name for name, content in tree(tmp_path).items() if before[name] != content]
    assert changed == ["translations/needle.pot"]


def test_a_refreshed_catalog_has_the_lines_of_today(tmp_path: Path) -> None:
    updated(tmp_path, full_leaflet())
    moved = move_down(full_leaflet(), 7)
    updated(tmp_path, replace(moved, blocks=(*moved.blocks, *paragraphs("One more."))))
    assert "leaflet.md:28\n" in catalog_path(tmp_path, "pl", "needle").read_text()


def test_a_spoilt_catalog_is_left_alone_and_the_others_are_done(tmp_path: Path) -> None:
    path = write(catalog_path(tmp_path, "pl", "needle"), "<<<<<<< HEAD\n")
    one = project(tmp_path, full_leaflet())
    reports = {(report.domain, report.locale): report for report in update_all(one, TEMPLATE_WORDS)}
    assert path.read_text() == "<<<<<<< HEAD\n"
    assert "merge left behind" in reports["needle", "pl"].faults[0].message
    assert reports["needle", "ur"].created
    assert reports["templates", "pl"].created


def test_a_spoilt_template_is_written_anew(tmp_path: Path) -> None:
    one = updated(tmp_path, full_leaflet())
    path = template_path(tmp_path, "needle")
    good = path.read_bytes()
    path.write_text("rubbish")
    extract_all(one, TEMPLATE_WORDS)
    assert path.read_bytes() == good


@pytest.mark.parametrize("link", ["translations", "translations/pl", "translations/pl/LC_MESSAGES/needle.po"])
def test_a_link_that_leaves_the_project_is_neither_read_nor_written(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside / "needle.po" if link.endswith(".po") else outside)
    one = project(root, full_leaflet(), targets=("pl",))
    reports = update_all(one, TEMPLATE_WORDS, leaflets=["needle"])
    assert "outside the project" in reports[0].faults[0].message
    assert list(outside.iterdir()) == []
    if link == "translations":
        with pytest.raises(CatalogError, match="outside the project"):
            extract_all(one, TEMPLATE_WORDS)


def test_only_what_was_asked_for(tmp_path: Path) -> None:
    one = project(tmp_path, full_leaflet())
    reports = update_all(one, TEMPLATE_WORDS, ["ur", "en_GB"], ["needle"])
    assert [report.path for report in reports] == ["translations/ur/LC_MESSAGES/needle.po"]
    with pytest.raises(UsageError, match='"xx" is not a language'):
        update_all(one, TEMPLATE_WORDS, ["xx"])


def test_no_leaflet_takes_the_place_of_the_templates(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='cannot be called "templates"'):
        extract_all(project(tmp_path, leaflet(name="templates")), ())


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path / "translations", "a file")
    with pytest.raises(MachineError, match="cannot write"):
        extract_all(project(tmp_path, full_leaflet()), TEMPLATE_WORDS)


def test_status_counts_honestly(tmp_path: Path) -> None:
    one = project(tmp_path, leaflet(*paragraphs("Do not eat for {fasting_food}.", "Rest.", "Walk – slowly.")))
    body = (
        '\nmsgid "Do not eat for {fasting_food}."\nmsgstr "x {fasting_food}"\n'
        '\n#, fuzzy\nmsgid "Rest."\nmsgstr "y"\n'
        '\nmsgid "Walk – slowly."\nmsgstr ""\n'
        '\nmsgid "Not in the leaflet"\nmsgstr "z"\n'
    )
    write(catalog_path(tmp_path, "pl", "needle"), body)
    write(catalog_path(tmp_path, "ur", "needle"), ">>>>>>> x\n")
    pl, ur = status(one, (), leaflets=["needle"])
    assert (pl.translated, pl.fuzzy, pl.missing) == (1, 1, 3)
    # Title 5, summary 3, "Rest." 1, "Walk – slowly." 2.
    assert pl.words_to_translate == 11
    assert (ur.translated, ur.missing, ur.exists, len(ur.faults)) == (0, 5, True, 1)


def test_without_a_catalog_all_is_missing(tmp_path: Path) -> None:
    rows = status(project(tmp_path, full_leaflet()), TEMPLATE_WORDS)
    assert [(row.leaflet, row.locale, row.translated, row.fuzzy, row.missing, row.exists) for row in rows] == [
        ("templates", "pl", 0, 0, 4, False),
        ("templates", "ur", 0, 0, 4, False),
        ("needle", "pl", 0, 0, 16, False),
        ("needle", "ur", 0, 0, 16, False),
    ]
    assert not rows[0].complete


def test_status_is_complete_when_everything_is_translated(tmp_path: Path) -> None:
    one = updated(tmp_path, full_leaflet())
    translate_all(tmp_path)
    assert all(row.complete and not row.words_to_translate for row in status(one, TEMPLATE_WORDS))


def test_words_are_what_a_translator_counts() -> None:
    assert count_words("Do **not** eat – for {fasting_food}.") == 5
