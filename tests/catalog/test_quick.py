"""The fast reader never says anything else than the careful one; what it does not know it leaves to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import HEADER, project, write

from polyleaf.catalog.messages.translations import Translations
from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.quick import parse_quick
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.model.message import TextState

STARTER = Path(__file__).parents[2] / "translations"

WORDS = st.text(st.sampled_from('abż هم"\\\n\t{}#~: ') | st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
ENTRIES = st.builds(
    CatalogEntry,
    msgid=WORDS.filter(bool),
    context=st.sampled_from(["", "title", 'a "b"', "c#~ d"]),
    text=WORDS,
    flags=st.sampled_from([(), ("fuzzy",), ("python-brace-format",), ("python-brace-format", "fuzzy"), ("fuzzy-ish",)]),
    comments=st.lists(st.sampled_from(["a remark", "fuzzy", "", "msgid"]), max_size=2).map(tuple),
    extracted=st.lists(st.sampled_from(["Paragraph", "#, fuzzy"]), max_size=1).map(tuple),
    previous=st.sampled_from([None, ("", "older"), ("title", 'older "one"')]),
    obsolete=st.booleans(),
)
CATALOGS = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.key).map(
    lambda entries: Catalog(
        (("Language", "pl"), ("Content-Type", "text/plain; charset=UTF-8")),
        entries=(*(one for one in entries if not one.obsolete), *(one for one in entries if one.obsolete)),
        tail=("the end",),
        locale="pl",
    )
)


def careful(folder: Path, data: bytes):
    """What the careful reader says: the translations, or that the file cannot be used."""
    path = write(folder / "one.po", data)
    try:
        return {entry.key: (entry.text, entry.state) for entry in read_catalog(path, "pl", "one.po").current}
    except CatalogError:
        return "faults"


@settings(max_examples=150, deadline=None)
@given(CATALOGS)
def test_both_readers_agree_on_what_we_write(tmp_path_factory, catalog: Catalog) -> None:
    data = catalog_text(catalog).encode()
    quick = parse_quick(data, "pl")
    found = careful(tmp_path_factory.getbasetemp() / "quick", data)
    assert quick is None or quick == found
    plain = {entry.key: (entry.text, entry.state) for entry in catalog.current}
    if quick is not None:
        assert quick == plain


DAMAGE = st.sampled_from(
    [
        b"", b'"', b"\n", b"\\", b"#", b"#~ ", b"#, fuzzy\n", b"msgid", b'msgstr ""\n', b"\r", b"\x00", b"\xff", b" ",
        b"<<<<<<< HEAD\n", b'msgid_plural "x"\n', b"#~| ", b"\xe2\x80\xa8", b'msgctxt "x"\n', b"\xef\xbb\xbf", b"\t",
        b'msgid "a"\nmsgstr "b"\n', b"Language: de\\n", b"charset=latin-1", b"=======\n",
        b"#: \xe2\x81\xa9a\n", b"\xc2\x85",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.data(), CATALOGS, DAMAGE)
def test_both_readers_agree_on_damaged_files(tmp_path_factory, data, catalog: Catalog, damage: bytes) -> None:
    text = catalog_text(catalog).encode()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    spoilt = text[:at] + damage + text[at + cut :]
    quick = parse_quick(spoilt, "pl")
    assert quick is None or quick == careful(tmp_path_factory.getbasetemp() / "quick", spoilt)


@pytest.mark.parametrize("path", sorted(STARTER.rglob("*.po")), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_it_reads_every_starter_catalog(path: Path) -> None:
    locale = path.parts[-3]
    wanted = {entry.key: (entry.text, entry.state) for entry in read_catalog(path, locale, path.name).current}
    assert parse_quick(path.read_bytes(), locale) == wanted


@pytest.mark.parametrize(
    "spoilt",
    [
        HEADER.replace("pl", "de"),
        HEADER.replace("UTF-8", "ISO-8859-2"),
        HEADER + '\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
        HEADER + '\nmsgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        HEADER + f'\nmsgid "a"\nmsgstr "{"x" * 20_001}"\n',
        HEADER.replace("\n", "\r\n"),
    ],
)
def test_it_vouches_for_nothing_unusual(spoilt: str) -> None:
    assert parse_quick(spoilt.encode(), "pl") is None


def test_translations_come_from_the_careful_reader_when_needed(tmp_path: Path) -> None:
    place = project(tmp_path)
    windows = (HEADER + '\nmsgid "Rest."\nmsgstr "Odpocznij."\n').replace("\n", "\r\n")
    write(catalog_path(tmp_path, "pl", "needle"), windows)
    found = Translations(place)
    assert found.texts("needle", "pl") == {("", "Rest."): ("Odpocznij.", TextState.TRANSLATED)}
    assert found.texts("needle", "ur") is None


def test_a_folder_that_is_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside / "LC_MESSAGES" / "needle.po", HEADER)
    place = project(tmp_path / "project")
    (place.root / "translations").mkdir(parents=True)
    (place.root / "translations" / "pl").symlink_to(outside)
    with pytest.raises(CatalogError, match="outside the project"):
        Translations(place).texts("needle", "pl")


def test_a_catalog_that_is_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.po", HEADER)
    place = project(tmp_path / "project")
    path = catalog_path(place.root, "pl", "needle")
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)
    with pytest.raises(CatalogError, match="outside the project"):
        Translations(place).texts("needle", "pl")
