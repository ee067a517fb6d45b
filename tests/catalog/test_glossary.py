"""Glossaries: what is read, what is told, what is written, and what other programs make of it."""

import csv
import io
import os
import shutil
import subprocess
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.toolkit import needs, program

from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.catalog.exchange.tbx import read_tbx, write_tbx
from polyleaf.catalog.localizing.glossary import (
    COLUMNS,
    MOST_BYTES,
    glossary_csv,
    glossary_path,
    merge_terms,
    parse_glossary,
    read_glossary,
    write_glossary,
)
from polyleaf.catalog.localizing.view import catalog_view
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.checks.translation_parts.terms import uses
from polyleaf.cli.main import run
from polyleaf.errors import ExitCode
from polyleaf.locales.table import language
from polyleaf.model.finding import Location
from polyleaf.model.glossary import Glossary, Term
from polyleaf.source.reader import read_project

ROOT = Path(__file__).parents[2]
HEADER = ",".join(COLUMNS)
PATH = "translations/glossary/ur.csv"
ENGLISH = language("en_GB")


def parsed(text: str | bytes) -> Glossary:
    return parse_glossary(text if isinstance(text, bytes) else text.encode(), "ur", PATH)


def faults(text: str | bytes) -> list[tuple[int | None, str]]:
    return [(fault.location.line, fault.message) for fault in parsed(text).faults]


def plain(terms):
    return [replace(term, location=Location("")) for term in terms]


def term(name: str, *words: str, forbidden: tuple[str, ...] = (), note: str = "", safety: bool = False) -> Term:
    return Term(name, words, forbidden, note, safety, Location(""))


def test_a_glossary() -> None:
    text = f'{HEADER}\nneedle,سوئی; سوئیاں,نیڈل,"Hollow, not an injection",yes\nMRI,MRI,,,\n'
    glossary = parsed(text)
    assert glossary.faults == ()
    assert plain(glossary.terms) == [
        term("needle", "سوئی", "سوئیاں", forbidden=("نیڈل",), note="Hollow, not an injection", safety=True),
        term("MRI", "MRI"),
    ]
    assert [one.location.line for one in glossary.terms] == [2, 3]
    assert [one.kept for one in glossary.terms] == [False, True]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_spreadsheets_write(sign) -> None:
    text = (
        "\ufeff"
        + sign.join(COLUMNS)
        + f"\r\nneedle{sign}سوئی{'|' if sign == ';' else ';'}سوئیاں{sign}{sign}{sign}no\r\n\r\n"
    )
    assert plain(parsed(text).terms) == [term("needle", "سوئی", "سوئیاں")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "english,urdu\nneedle,سوئی\n",
            1,
            "the first line must name the columns term,translation,forbidden,note,safety",
        ),
        ("", 1, "the first line must name"),
        (f"{HEADER}\nneedle,سوئی\n", 2, "2 cells in place of 5"),
        (f"{HEADER}\n,سوئی,,,\n", 2, "without a word"),
        (f"{HEADER}\nneedle,,,,\n", 2, "without a word"),
        (f"{HEADER}\nneedle,سوئی,,,maybe\n", 2, "safety is 'maybe'"),
        (f"{HEADER}\nneedle,سوئی,,,\n\nneedle,نیڈل,,,\n", 4, "'needle' is also in line 2"),
        (f'{HEADER}\nneedle,"=HYPERLINK(1)",,,\n', 2, "begins like a formula"),
        (f"{HEADER}\nneedle,{'x' * 501},,,\n", 2, "more than 500 characters"),
        (HEADER.encode() + b"\nneedle,\xff,,,\n", 2, "not UTF-8"),
        ("\0" * 100, 1, "the first line"),
    ],
)
def test_faults_name_their_line(text, line, words) -> None:
    ((found, message),) = faults(text)
    assert found == line
    assert words in message


def test_a_misspelt_column_is_recognised() -> None:
    (fault,) = parsed("term,translations,forbiden,note,safety\n").faults
    assert "'translations' is perhaps 'translation'" in fault.hint
    assert "'forbiden' is perhaps 'forbidden'" in fault.hint


def test_one_bad_line_does_not_hide_the_others() -> None:
    glossary = parsed(f"{HEADER}\na,b\nneedle,سوئی,,,\n")
    assert [one.term for one in glossary.terms] == ["needle"]
    assert len(glossary.faults) == 1


def test_a_huge_file_is_bounded() -> None:
    line = "word{},x,,,\n"
    many = HEADER + "\n" + "".join(line.format(n) for n in range(6_000))
    glossary = parsed(many)
    assert len(glossary.terms) == 5_000
    assert "more than 5000 terms" in glossary.faults[0].message
    assert "larger than 4 MB" in parsed(HEADER + "\n" + "x" * MOST_BYTES).faults[0].message
    assert "larger than 4 MB" in parsed(HEADER + "\n" + "ż" * MOST_BYTES).faults[0].message
    assert "larger than 4 MB" in parsed(HEADER + "\n," + "ż" * MOST_BYTES).faults[0].message


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data) -> None:
    parsed(data)
    parsed(HEADER.encode() + b"\n" + data)


WORD = (
    st.text(alphabet="abcżółć سوئی骨水泥 -'", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and not text.startswith("'"))
)
TERMS = st.lists(
    st.builds(
        Term,
        WORD,
        st.lists(WORD, min_size=1, max_size=3, unique=True).map(tuple),
        st.lists(WORD, max_size=2, unique=True).map(tuple),
        st.text(alphabet='ab, "؛x', max_size=20).map(lambda text: " ".join(text.split())),
        st.booleans(),
        st.just(Location("")),
    ),
    max_size=6,
    unique_by=lambda term: term.term,
)


@given(TERMS)
def test_written_and_read_is_the_same(terms) -> None:
    glossary = parsed(glossary_csv(terms))
    assert glossary.faults == ()
    assert plain(glossary.terms) == terms


@given(TERMS)
def test_tbx_written_and_read_is_the_same(terms) -> None:
    terms = [replace(term, forbidden=tuple(w for w in term.forbidden if w not in term.translations)) for term in terms]
    data = write_tbx([Glossary("ur", PATH, tuple(terms))], ENGLISH)
    found, unread = read_tbx(data, "a.tbx", ENGLISH)
    assert unread == ()
    assert plain(found.get("ur", [])) == terms


def test_tbx_holds_several_languages() -> None:
    glossaries = [Glossary("ur", PATH, (term("needle", "سوئی"),)), Glossary("zh_Hans", PATH, (term("needle", "针"),))]
    found, _ = read_tbx(write_tbx(glossaries, ENGLISH), "a.tbx", ENGLISH)
    assert {locale: terms[0].translations for locale, terms in found.items()} == {"ur": ("سوئی",), "zh_Hans": ("针",)}


def test_tbx_keeps_safety_by_language() -> None:
    glossaries = [Glossary("ur", PATH, (term("a", "b", safety=True),)), Glossary("pl", PATH, (term("a", "c"),))]
    found, _ = read_tbx(write_tbx(glossaries, ENGLISH), "a.tbx", ENGLISH)
    assert {locale: terms[0].safety for locale, terms in found.items()} == {"ur": True, "pl": False}


def test_tbx_of_2019() -> None:
    data = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
    <conceptEntry id="1"><descrip type="subjectField">patient safety</descrip>
      <langSec xml:lang="en"><termSec><term>needle</term></termSec></langSec>
      <langSec xml:lang="pl"><note>pusta</note><termSec><term>szpilka</term>
        <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
        <termSec><term>igła</term></termSec></langSec></conceptEntry>
    <conceptEntry id="2" xmlns:min="http://www.tbxinfo.net/ns/min">
      <langSec xml:lang="en"><termSec><term>ward</term></termSec></langSec>
      <langSec xml:lang="zh-CN"><termSec><term>科室</term><min:administrativeStatus>deprecatedTerm-admn-sts
      </min:administrativeStatus></termSec><termSec><term>病房</term></termSec></langSec></conceptEntry>
    </body></text></tbx>""".encode()
    found, unread = read_tbx(data, "a.tbx", ENGLISH)
    assert unread == ()
    assert plain(found["pl"]) == [term("needle", "igła", forbidden=("szpilka",), note="pusta", safety=True)]
    assert plain(found["zh_Hans"]) == [term("ward", "病房", forbidden=("科室",))]


def test_tbx_of_2008() -> None:
    data = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX" xml:lang="en"><text><body>
    <termEntry id="1"><langSet xml:lang="en-GB"><tig><term>needle</term></tig></langSet>
      <langSet xml:lang="pl"><tig><term>igła</term></tig>
        <tig><term>szpilka</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
      <langSet xml:lang="xx"><tig><term>?</term></tig></langSet></termEntry>
    <termEntry id="2"><langSet xml:lang="pl"><tig><term>sierota</term></tig></langSet></termEntry>
    </body></text></martif>""".encode()
    found, unread = read_tbx(data, "a.tbx", ENGLISH)
    assert plain(found["pl"]) == [term("needle", "igła", forbidden=("szpilka",))]
    assert [one.reason for one in unread] == ["unknown language 'xx'", "no term in English (UK)"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<tbx>",
        b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>',
        b'<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>',
        b"\xff\xfe",
    ],
)
def test_hostile_tbx_is_refused(data) -> None:
    with pytest.raises(ReplyError):
        read_tbx(data, "a.tbx", ENGLISH)


@needs("tbx2po")
def test_another_program_reads_our_tbx(tmp_path) -> None:
    source, target = tmp_path / "a.tbx", tmp_path / "a.po"
    source.write_bytes(write_tbx([Glossary("pl", PATH, (term("needle", "igła"),))], ENGLISH))
    subprocess.run([program("tbx2po"), str(source), str(target)], check=True, capture_output=True)
    assert "needle" in target.read_text(encoding="utf-8")


def test_merging_adds_and_never_overwrites() -> None:
    known = [term("needle", "igła", note="own"), term("ward", forbidden=("sala",))]
    new = [term("needle", "szpilka"), term("ward", "oddział", safety=True), term("cement", "cement")]
    merged, changed, left = merge_terms(known, new, force=False)
    assert merged == [known[0], term("ward", "oddział", forbidden=("sala",), safety=True), new[2]]
    assert [one.term for one in changed] == ["ward", "cement"]
    assert left == [new[0]]
    assert merge_terms(merged, merged, force=False)[1:] == ([], [])
    assert merge_terms(known, new, force=True)[0][0] == new[0]


@given(TERMS, TERMS)
def test_merging_loses_no_term(known, new) -> None:
    merged, _, left = merge_terms(known, new, force=False)
    names = [one.term for one in merged]
    assert names[: len(known)] == [one.term for one in known]
    assert {one.term for one in new} <= set(names)
    by_name = {one.term: one for one in merged}
    assert all(by_name[one.term].translations == one.translations for one in known if one.translations)
    assert all(one in new for one in left)


# In a project.


@pytest.fixture
def project(tmp_path):
    for room in ("leaflets", "translations"):
        shutil.copytree(ROOT / room, tmp_path / room)
    shutil.copy(ROOT / "polyleaf.toml", tmp_path / "polyleaf.toml")
    return tmp_path


@pytest.mark.parametrize("locale", sorted(path.stem for path in (ROOT / "translations" / "glossary").glob("*.csv")))
def test_starter_glossaries_are_right_and_used(locale) -> None:
    project = read_project(ROOT)
    glossary = read_glossary(project, locale)
    assert glossary is not None
    assert glossary.faults == ()
    names = {one.term for one in glossary.terms}
    assert {"cement", "needle", "blood thinner", "ward", "sedation", "MRI", "CT", "NHS", "NICE"} <= names
    assert all(one.kept for one in glossary.terms if one.term in ("MRI", "CT", "NHS", "NICE"))
    used, missing = set(), []
    for leaflet in project.leaflets.values():
        view = catalog_view(project, leaflet, locale)
        for safety in (True, False):
            for use in uses(view, safety=safety):
                used.add(use.term.term)
                missing += [use] if use.missing or use.forbidden else []
    assert missing == []
    assert {"cement", "needle", "blood thinner", "ward", "sedation"} <= used


def test_every_starter_language_has_a_glossary() -> None:
    project = read_project(ROOT)
    assert all(glossary_path(ROOT, locale).is_file() for locale in project.config.targets)


def test_without_a_glossary_there_is_none(project) -> None:
    glossary_path(project, "ur").unlink()
    assert read_glossary(read_project(project), "ur") is None


def test_a_link_to_another_place_is_refused(project, tmp_path_factory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.csv"
    secret.write_text(HEADER, encoding="utf-8")
    path = glossary_path(project, "ur")
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(CatalogError):
        read_glossary(read_project(project), "ur")


def test_a_faulty_glossary_is_a_finding_and_the_rest_is_judged(project, capsys) -> None:
    path = glossary_path(project, "ur")
    path.write_bytes(path.read_bytes() + b"broken line\n")
    assert run(["check", "vertebroplasty", "-l", "ur", "-C", str(project)]) == ExitCode.FINDINGS
    output = capsys.readouterr().out
    assert "translation/faulty-glossary" in output
    assert "translations/glossary/ur.csv:" in output


def call(project, *arguments: str) -> ExitCode:
    return run(["catalog", "glossary", *arguments, "-C", str(project)])


def test_export_and_import_through_tbx_changes_nothing(project, capsys) -> None:
    before = {path: path.read_bytes() for path in (project / "translations" / "glossary").iterdir()}
    target = project / "all.tbx"
    assert call(project, "export", "-o", str(target)) == ExitCode.OK
    assert call(project, "import", str(target)) == ExitCode.OK
    assert {path: path.read_bytes() for path in before} == before
    for path in before:
        path.unlink()
    assert call(project, "import", str(target)) == ExitCode.OK
    again = {path: parse_glossary(path.read_bytes(), "x", "x").terms for path in before}
    assert {path: set(plain(terms)) for path, terms in again.items()} == {
        path: set(plain(parse_glossary(data, "x", "x").terms)) for path, data in before.items()
    }
    assert "terms in 12 languages" in capsys.readouterr().out


def test_import_of_csv(project, capsys) -> None:
    source = project / "new.csv"
    source.write_text(f"{HEADER}\nneedle,کانٹا,,,\ngown,گاؤن,,,\n", encoding="utf-8")
    assert call(project, "import", str(source), "-l", "ur") == ExitCode.FINDINGS
    told = capsys.readouterr()
    assert "1 terms added or changed, 1 left alone" in told.out
    assert "new.csv:2: needle = کانٹا: another is approved" in told.err
    rows = list(csv.reader(io.StringIO(glossary_path(project, "ur").read_text(encoding="utf-8-sig"))))
    assert rows[-1][:2] == ["gown", "گاؤن"]
    assert call(project, "import", str(source), "-l", "ur", "--force") == ExitCode.OK


@pytest.mark.parametrize(
    ("name", "text", "arguments", "words"),
    [
        ("a.csv", f"{HEADER}\n", (), "does not say its language"),
        ("a.csv", "english,urdu\n", ("-l", "ur"), "was not imported"),
        ("a.txt", "", (), "neither .tbx nor .csv"),
        ("a.tbx", "<x", (), "not well-formed XML"),
        ("a.csv", f"{HEADER}\n", ("-l", "fr"), "fr"),
    ],
)
def test_bad_imports_are_told_and_change_nothing(project, capsys, name, text, arguments, words) -> None:
    before = glossary_path(project, "ur").read_bytes()
    source = project / name
    source.write_text(text, encoding="utf-8")
    assert call(project, "import", str(source), *arguments) == ExitCode.USAGE
    assert words in capsys.readouterr().err
    assert glossary_path(project, "ur").read_bytes() == before


def test_nothing_is_imported_into_a_faulty_glossary(project, capsys) -> None:
    path = glossary_path(project, "ur")
    path.write_bytes(path.read_bytes() + b"broken line\n")
    before = path.read_bytes()
    source = project / "new.csv"
    source.write_bytes(glossary_csv([term("gown", "گاؤن")]))
    assert call(project, "import", str(source), "-l", "ur") == ExitCode.USAGE
    assert path.read_bytes() == before
    assert "nothing was imported" in capsys.readouterr().err


def test_export_needs_one_language_for_csv(project, capsys) -> None:
    target = project / "ur.csv"
    assert call(project, "export", "-o", str(target)) == ExitCode.USAGE
    assert not target.exists()
    assert call(project, "export", "-l", "ur", "-o", str(target)) == ExitCode.OK
    assert target.read_bytes() == glossary_path(project, "ur").read_bytes()
    shutil.rmtree(project / "translations" / "glossary")
    assert call(project, "export", "-o", str(target)) == ExitCode.USAGE
    assert "no glossary" in capsys.readouterr().err


def test_writing_keeps_the_old_file_when_it_fails(project, monkeypatch) -> None:
    path = glossary_path(project, "ur")
    before = path.read_bytes()
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(Exception, match="disk is full"):
        write_glossary(path, [term("a", "b")])
    assert path.read_bytes() == before


def test_of_a_huge_glossary_only_the_beginning_is_read(project) -> None:
    place = read_project(project)
    with glossary_path(project, "pl").open("r+b") as file:
        file.truncate(300 * 2**20)
    tracemalloc.start()
    found = read_glossary(place, "pl")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 4 MB" in found.faults[0].message
    assert found.terms
    assert most < 40 * 2**20


def test_a_glossary_that_is_a_pipe_is_named_and_stops_nothing(project) -> None:
    path = glossary_path(project, "pl")
    path.unlink()
    os.mkfifo(path)
    found = read_glossary(read_project(project), "pl")
    assert [fault.message for fault in found.faults] == ["it is not a file"]
