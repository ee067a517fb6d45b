"""Reading catalogs: nothing is lost, nothing is guessed."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalog_samples import HEADER, PATH, po_text, write

from polyleaf.catalog.po.catalog import Catalog
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.reader import MOST_BYTES, read_catalog
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.model.message import TextState

SHOWN = "translations/pl/LC_MESSAGES/needle.po"


def read(tmp_path: Path, content: str | bytes):
    return read_catalog(write(tmp_path / "needle.po", content), "pl", SHOWN)


def faults_of(tmp_path: Path, content: str | bytes) -> list[tuple[int | None, str]]:
    with pytest.raises(CatalogError) as caught:
        read(tmp_path, content)
    assert all(fault.hint and fault.location.path == SHOWN for fault in caught.value.faults)
    assert all(fault.location.locale == "pl" for fault in caught.value.faults)
    assert SHOWN in str(caught.value)
    return [(fault.location.line, fault.message) for fault in caught.value.faults]


EVERYTHING = """\
# Tłumaczenie ulotki.
#
# Sprawdzone przez nikogo.
#
msgid ""
msgstr ""
"Project-Id-Version: needle\\n"
"PO-Revision-Date: 2026-11-20 10:00+0100\\n"
"Last-Translator: Ala <ala@example.org>\\n"
"Language-Team: none\\n"
"Language: pl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Poedit-Basepath: ../..\\n"

# First note.
#
# Third line, after an empty one.
#
#. Paragraph, under "Help"
#: leaflets/needle/leaflet.md:3
#: leaflets/needle/leaflet.md:9
#, fuzzy, python-brace-format
#| msgctxt "title"
#| msgid ""
#| "Wait {days}"
#| " now"
msgctxt "alt"
msgid ""
"Wait {days} "
"please"
msgstr "Czekaj \\"{days}\\"\\n\\\\ kropka"

msgid "75 % of people"
msgstr ""

# Kept note
#, fuzzy
#~| msgid "Old old"
#~ msgid "Old"
#~ msgstr "Stary"

# The end.
"""


def test_everything_a_catalog_can_hold_comes_in(tmp_path: Path) -> None:
    catalog = read(tmp_path, EVERYTHING)
    first, second, old = catalog.entries
    assert catalog.comments == ("Tłumaczenie ulotki.", "", "Sprawdzone przez nikogo.", "")
    assert dict(catalog.headers)["X-Poedit-Basepath"] == "../.."
    assert (first.context, first.msgid, first.text) == ("alt", "Wait {days} please", 'Czekaj "{days}"\n\\ kropka')
    assert first.comments == ("First note.", "", "Third line, after an empty one.", "")
    assert first.extracted == ('Paragraph, under "Help"',)
    assert [f"{place.path}:{place.line}" for place in first.references] == [f"{PATH}:3", f"{PATH}:9"]
    assert first.flags == ("fuzzy", "python-brace-format")
    assert first.previous == ("title", "Wait {days} now")
    assert EVERYTHING.splitlines()[first.line - 1] == 'msgid ""'
    assert first.state is TextState.FUZZY
    assert (second.flags, second.state) == ((), TextState.MISSING)
    assert (old.obsolete, old.text, old.previous, old.flags) == (True, "Stary", None, ("fuzzy",))
    assert old.comments == ("Kept note",)


def test_everything_goes_out_again_as_it_came(tmp_path: Path) -> None:
    catalog = read(tmp_path, EVERYTHING)
    again = catalog_text(catalog)
    assert read(tmp_path, again) == catalog
    again = again.replace('#~ msgid "Old"', '#~| msgid "Old old"\n#~ msgid "Old"')
    assert again.replace('#| msgid "Wait {days} now"\n', '#| msgid ""\n#| "Wait {days}"\n#| " now"\n') == EVERYTHING


def test_a_place_that_another_tool_wrote_is_kept_as_it_is(tmp_path: Path) -> None:
    places = "#: a.md:3 :5 q:-1 c:\\x.html:y \u2068my leaflet.md\u2069:7"
    (entry,) = read(tmp_path, po_text([]) + f'\n{places}\nmsgid "a"\nmsgstr "b"\n').entries
    assert [(place.path, place.line) for place in entry.references] == [
        ("a.md", 3), (":5", None), ("q:-1", None), ("c:\\x.html:y", None), ("my leaflet.md", 7)
    ]  # fmt: skip
    changed = Catalog(entries=(replace(entry, text="c", raw=()),))
    assert catalog_text(changed).count("#: ") == 5
    assert "#: \u2068my leaflet.md\u2069:7" in catalog_text(changed)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_from_windows_are_read(tmp_path: Path, newline: str, mark: str) -> None:
    content = (mark + po_text([("a", "b")])).replace("\n", newline)
    assert [entry.text for entry in read(tmp_path, content.encode()).entries] == ["b"]


def test_white_space_is_no_translation(tmp_path: Path) -> None:
    assert [entry.state for entry in read(tmp_path, po_text([("a", " \\n ")])).entries] == [TextState.MISSING]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (po_text([("a", "1"), ("b", "2"), ("a", "3")]), 14, "same msgid again"),
        (po_text([("a", "1")]) + '\n#~ msgid "a"\n#~ msgstr "2"\n', 11, "same msgid again"),
        (po_text([]) + "\n" + po_text([]), 8, "second header"),
        (po_text([("a", "1")]) + "<<<<<<< HEAD\n", 10, "merge left behind"),
        (po_text([]) + '\nmsgid "a"\n<<<<<<< a\nmsgstr "1"\n=======\nmsgstr "2"\n>>>>>>> b\n', 9, "merge left behind"),
        (po_text([]) + '\nmsgid "a"\n', 9, "ends in the middle"),
        (po_text([]) + '\nmsgid "a"\nmsgstr "1', 9, "quotation mark"),
        (po_text([("a", 'b" c')]), 9, "quotation mark"),
        (po_text([("a", "\\d")]), 9, "backslash"),
        (po_text([]) + "\nmsgid a\nmsgstr b\n", 8, "quotation mark|no part"),
        (po_text([]) + '\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', 8, "without a msgid"),
        (po_text([("a", "1")]) + 'msgstr "2"\n', 10, "without a msgid"),
        (po_text([]) + '\nmsgid "a"\n# note\nmsgstr "b"\n', 9, "middle of an entry"),
        (po_text([]) + '\n"lost"\n', None, ""),
        (po_text([]) + '\n# note\n"lost"\n', 9, "belongs to no msgid"),
        (po_text([]) + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', 9, "plural"),
        (po_text([("a", "b\x00")]), 9, "control character"),
        (po_text([("a", "b\x1b[31m")]), 9, "control character"),
        (po_text([("a", "b")]).replace("UTF-8", "ISO-8859-2"), 1, "charset=ISO-8859-2"),
        (po_text([("a", "b")]).replace("pl", "de", 1), 1, "Language: de"),
        (po_text([("a", "b"), ("c", "d" * 20_001)]), 11, "more than 20000 characters"),
        (po_text([("a", "1")]) + "=======\r\n", 10, "merge left behind"),
        (po_text([]) + '\n#: \u2068a b.md:3\nmsgid "a"\nmsgstr "1"\n', 8, "U+2068"),
        (po_text([]) + '\n#: a b.md\u2069:3\nmsgid "a"\nmsgstr "1"\n', 8, "U+2069"),
        ("just some words\n", 1, "no part of a catalog"),
        ("\x00" * 100, 1, "control character"),
    ],
)
def test_a_spoilt_catalog_is_refused_with_its_line(tmp_path: Path, content: str, line: int | None, words: str) -> None:
    if line is None:  # a string after the blank line still belongs to the header, as in gettext
        read(tmp_path, content)
        return
    faults = faults_of(tmp_path, content)
    assert faults[0][0] == line
    assert any(word in faults[0][1] for word in words.split("|")), faults


def test_another_charset_is_named(tmp_path: Path) -> None:
    content = po_text([("a", "b"), ("c", "zażółć")]).replace("UTF-8", "ISO-8859-2").encode("iso-8859-2")
    assert faults_of(tmp_path, content) == [(12, "the file is not UTF-8; its header says ISO-8859-2")]


def test_all_faults_are_told_but_not_thousands(tmp_path: Path) -> None:
    assert len(faults_of(tmp_path, po_text([("a", "\\d"), ("b", "\\d")]))) == 2
    assert len(faults_of(tmp_path, "rubbish\n" * 5000)) == 20


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "needle.po"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024)
    with pytest.raises(CatalogError, match=f"larger than {MOST_BYTES // 2**20} MB"):
        read_catalog(path, "pl", SHOWN)


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "needle.po")
    with pytest.raises(CatalogError, match="not a file"):
        read_catalog(tmp_path / "needle.po", "pl", SHOWN)


@pytest.mark.parametrize("language", ["pl", "pl_PL", "pl-PL", "", "pl@latin"])
def test_other_spellings_of_the_language_are_fine(tmp_path: Path, language: str) -> None:
    assert read(tmp_path, HEADER.replace("Language: pl", f"Language: {language}")).entries == ()


@given(st.text(alphabet=st.sampled_from('msgidtr"\\n~#|,: \n[]<>=ab')))
@settings(max_examples=300)
def test_any_lines_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, lines: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.po"
    path.write_text(po_text([("x", "y")]) + lines)
    try:
        catalog = read_catalog(path, "pl", SHOWN)
    except CatalogError:
        return
    path.write_text(catalog_text(catalog))
    assert read_catalog(path, "pl", SHOWN) == catalog


@given(st.binary())
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.po"
    path.write_bytes(data)
    with contextlib.suppress(CatalogError):
        read_catalog(path, "pl", SHOWN)
