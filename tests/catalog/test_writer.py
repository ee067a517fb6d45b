"""Writing catalogs: Poedit's and gettext's tools take every file, and what was read goes out again."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import PATH, msgfmt, po_text, write

from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.catalog.po.writer import catalog_text, write_catalog
from polyleaf.model.finding import Location

DAY = datetime.date(2026, 11, 20)

# What a reader of PO files folds or refuses is no part of the law: control characters, surrogates.
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=120) | st.text(
    alphabet='ab \n\t"\\{}%🙂ą\u2028\u0085', max_size=120
)
MSGID = TEXT.filter(bool)
LINE = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).map(str.strip)
CONTEXT = st.sampled_from(["", "alt", "diagram label", 'a "quoted" one'])
ENTRY = st.builds(
    CatalogEntry,
    msgid=MSGID,
    context=CONTEXT,
    text=TEXT,
    flags=st.sampled_from([(), ("fuzzy",), ("no-wrap",)]),
    comments=st.lists(LINE.filter(lambda line: "\u2028" not in line and "\x85" not in line), max_size=3).map(tuple),
    previous=st.one_of(st.none(), st.tuples(CONTEXT, MSGID)),
    obsolete=st.booleans(),
).map(lambda entry: replace(entry, previous=None) if entry.obsolete else entry)


def catalog_of(entries: list[CatalogEntry], locale: str = "pl") -> Catalog:
    ordered = tuple(sorted(entries, key=lambda entry: entry.obsolete))
    return with_header(Catalog(comments=("Translation.",), entries=ordered, locale=locale), "needle", DAY)


ENTRIES = st.lists(ENTRY, unique_by=lambda entry: entry.key, max_size=6)


@given(ENTRIES)
@settings(max_examples=200)
def test_reading_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, entries: list[CatalogEntry]
) -> None:
    catalog = with_header(
        Catalog(comments=("Translation.",), entries=tuple(sorted(entries, key=lambda one: one.obsolete)), locale="pl"),
        "needle",
        DAY,
    )
    path = write(tmp_path_factory.getbasetemp() / "round.po", catalog_text(catalog))
    assert read_catalog(path, "pl", "round.po") == catalog


@given(ENTRIES)
@settings(max_examples=60)
def test_polib_reads_the_same(tmp_path_factory: pytest.TempPathFactory, entries: list[CatalogEntry]) -> None:
    catalog = with_header(
        Catalog(entries=tuple(sorted(entries, key=lambda one: one.obsolete)), locale="pl"), "needle", DAY
    )
    path = write(tmp_path_factory.getbasetemp() / "peer.po", catalog_text(catalog))
    found = polib.pofile(str(path))
    assert [(one.msgctxt or "", one.msgid, one.msgstr, bool(one.obsolete)) for one in found] == [
        (one.context, one.msgid, one.text, one.obsolete) for one in catalog.entries
    ]


HARD = [
    CatalogEntry("Wait {days} now", text="Czekaj {days}", flags=("python-brace-format",)),
    CatalogEntry("Use {{braces}}", text="{{ }}"),
    CatalogEntry("75 % of people, 100%d", text="75 % ludzi"),
    CatalogEntry('Say "yes" \\ or no', text='Powiedz "tak" \\'),
    CatalogEntry("Long " * 60, text="Długi " * 60),
    CatalogEntry("长" * 200, text="长" * 200),
    CatalogEntry("Line\nbreak", text="a\nb"),
    CatalogEntry("Old {days}", text="x", flags=("fuzzy", "python-brace-format"), previous=("alt", "Older {months}")),
    CatalogEntry("Place", context="alt", references=(Location("leaflets/two words/leaflet.md", 3), Location(PATH, 4))),
    CatalogEntry("Gone", text="Poszło", flags=("fuzzy",), obsolete=True),
    CatalogEntry("Gone", context="alt", text="Poszło\n" + "dalej " * 40, obsolete=True),
]


@pytest.mark.parametrize("locale", ["pl", "ur", "zh_Hans", "ar", "pa", "so", "km", "pt_BR", "sr_Latn", "yue_Hant"])
def test_the_gettext_tools_accept_every_file(tmp_path: Path, locale: str) -> None:
    path = tmp_path / "needle.po"
    assert write_catalog(path, catalog_of(HARD, locale))
    assert msgfmt(path) == ""
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    assert str(catalog.locale) == locale
    write_mo(io.BytesIO(), catalog)
    peer = polib.pofile(str(path))
    assert peer.metadata["Language"] == locale
    assert peer.metadata["X-Generator"] == "polyleaf"


def test_a_template_is_accepted_too(tmp_path: Path) -> None:
    template = with_header(Catalog(entries=(CatalogEntry("Wait"),)), "needle", DAY)
    write_catalog(tmp_path / "needle.pot", template)
    assert "refused" not in msgfmt(tmp_path / "needle.pot")
    assert read_catalog(tmp_path / "needle.pot", None, "needle.pot") == template
    with (tmp_path / "needle.pot").open("rb") as file:
        assert len(read_po(file, abort_invalid=True)) == 1


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = write(tmp_path / "needle.po", po_text([("a", "b")]))
    catalog = read_catalog(path, "pl", "needle.po")
    assert not write_catalog(path, catalog, catalog)
    assert path.read_text() == po_text([("a", "b")])


def test_the_wrapping_of_the_translators_tool_survives(tmp_path: Path) -> None:
    odd = po_text([("a", "b")]) + '\nmsgid "x"\nmsgstr ""\n"odd "\n"wrapping"\n'
    path = write(tmp_path / "needle.po", odd)
    before = read_catalog(path, "pl", "needle.po")
    first, second = before.entries
    after = Catalog(before.headers, entries=(CatalogEntry("new"), first, second), locale="pl", raw=before.raw)
    assert write_catalog(path, after, before)
    assert '"odd "\n"wrapping"\n' in path.read_text()


def test_what_a_person_wrote_in_the_header_is_kept() -> None:
    headers = (("Last-Translator", "Ala"), ("X-Poedit-Basepath", ".."), ("Language", ""))
    done = dict(with_header(Catalog(headers, locale="pl"), "needle", DAY).headers)
    assert (done["Last-Translator"], done["X-Poedit-Basepath"], done["Language"]) == ("Ala", "..", "pl")
    assert done["Plural-Forms"].startswith("nplurals=3; plural=(n==1 ? 0")
