"""Is this print current? Asked by its code."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.projects.signing import sign_source

from polyleaf.building.build import build
from polyleaf.building.codes import Prints
from polyleaf.building.item import Item
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.building.prints_file import NAME, Print, PrintLedger, read_prints, record_prints
from polyleaf.errors import UsageError
from polyleaf.inspecting.currency import Currency
from polyleaf.inspecting.verify import Verifier
from polyleaf.model.artifact import State
from polyleaf.model.print_code import spell
from polyleaf.workspace import Workspace

TODAY = date(2026, 6, 1)


class Quiet:
    """Watches a build and says nothing."""

    def found(self, findings): ...

    def started(self, total, unchanged): ...
    def finished(self, outcome, findings): ...
    def refused(self, failed): ...

    def note(self, text):
        self.notes = (*getattr(self, "notes", ()), text)


@pytest.fixture
def built(folder):
    """The source leaflet ``eyes``, released in one edition, and a draft of its translation."""
    project = folder.read()
    sign_source(project, "eyes")
    build(
        Workspace(project, TODAY), BuildRequest(folder.out, ("eyes",), ("en_GB",), ("clear",), 1, release=True), Quiet()
    )
    build(Workspace(project, TODAY), BuildRequest(folder.out, ("eyes",), ("pl",), ("clear",), 1), Quiet())
    return folder


def codes(folder):
    artifacts, _ = read_manifest(folder.out)
    return {artifact.locale: artifact.print_code for artifact in artifacts.values()}


def verifier(folder, today=TODAY):
    return Verifier(Workspace(folder.read(), today), folder.out)


def test_a_release_is_recorded_once_and_a_draft_is_not(built):
    ledger = read_prints(built.read())
    assert ledger.codes == (codes(built)["en_GB"],)
    text = (built.root / NAME).read_text()
    build(
        Workspace(built.read(), TODAY),
        BuildRequest(built.out, ("eyes",), ("en_GB",), ("clear",), 1, release=True),
        Quiet(),
    )
    assert (built.root / NAME).read_text() == text


def test_current_prints_are_current_and_a_draft_is_called_one(built):
    found = verifier(built)
    english, polish = found.code(codes(built)["en_GB"]), found.code(codes(built)["pl"].lower())
    assert english.is_current
    assert english.print.state is State.RELEASE
    assert (english.print.leaflet, english.print.locale, english.print.edition) == ("eyes", "en_GB", "clear")
    assert polish.currency is Currency.UNAPPROVED
    assert polish.print.state is State.DRAFT
    assert "draft" in polish.reasons[0]
    assert "no approved print" in polish.reasons[1]
    assert "Ward" in polish.hint
    assert polish.present == ("", "")


def test_many_are_found_out_in_several_processes_with_the_same_answers(built, monkeypatch):
    """Codes of files that were never built are asked for, too: what they say now needs no file."""
    monkeypatch.setattr("polyleaf.building.codes._FEW", 0)
    prints = Prints(Workspace(built.read(), TODAY))
    asked = [Item("eyes", locale, edition) for locale in ("en_GB", "pl") for edition in ("clear", "large")]
    prints.foresee(asked, 2)
    assert len(prints._known) == len(asked)
    here = Prints(Workspace(built.read(), TODAY))
    assert [prints.present(item) for item in asked] == [here.present(item) for item in asked]
    found, alone = verifier(built), verifier(built)
    found.foresee([*codes(built).values(), "no code"], 2)
    assert [found.code(one) for one in codes(built).values()] == [alone.code(one) for one in codes(built).values()]


def test_a_review_that_is_overdue_is_told(built):
    answer = verifier(built, date(2028, 1, 2)).code(codes(built)["en_GB"])
    assert answer.is_current
    assert "its review was due by 2028-01-01" in answer.reasons


def test_one_letter_makes_it_older_and_the_present_code_is_named(built):
    old = codes(built)["en_GB"]
    built.leaflet("eyes", more="Bring your lenses.")
    answer = verifier(built).code(old)
    assert answer.currency is Currency.OLDER
    assert answer.reasons == (
        "the text has changed since, under the same version number",
        "there is no approved print of it now",
    )
    assert answer.present == ("", "")
    assert "Ask who answers for the leaflet" in answer.hint
    sign_source(built.read(), "eyes")
    assert verifier(built).code(old).present[0]
    for _ in range(2):  # when it is made, and when it is there already
        watcher = Quiet()
        request = BuildRequest(built.out, ("eyes",), ("en_GB",), ("clear",), 1, release=True)
        build(Workspace(built.read(), TODAY), request, watcher)
        told = "eyes en_GB: version 1.0 was released before with another text; give the leaflet a new version number"
        assert watcher.notes == (told,)
    answer = verifier(built).code(old)
    assert answer.present[0] in answer.hint
    assert verifier(built).code(answer.present[0]).is_current


def test_a_new_version_is_named_even_when_the_built_files_are_gone(built):
    old = codes(built)["en_GB"]
    path = built.root / "leaflets/eyes/leaflet.md"
    path.write_text(path.read_text().replace('"1.0"', '"2.0"'))
    for file in built.out.rglob("*"):
        if file.is_file():
            file.unlink()
    answer = verifier(built).code(old)
    assert answer.currency is Currency.OLDER
    assert answer.print.version == "1.0"
    assert "the version was 1.0 and is 2.0 now" in answer.reasons


def test_a_print_without_a_record_is_still_known_by_the_beginning_of_its_code(built):
    old = codes(built)["pl"]
    (built.out / "manifest.json").unlink()
    built.write(
        "translations/pl/LC_MESSAGES/eyes.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    answer = verifier(built).code(old)
    assert answer.currency is Currency.OLDER
    assert (answer.print.leaflet, answer.print.locale, answer.print.edition) == ("eyes", "pl", "clear")
    assert "no record says" in answer.reasons[0]
    assert "no approved print" in answer.reasons[1]
    assert answer.present == ("", "")


def test_a_leaflet_that_is_gone(built):
    old = codes(built)["en_GB"]
    (built.root / "leaflets/eyes/leaflet.md").unlink()
    (built.root / "leaflets/eyes").rmdir()
    assert verifier(built).code(old).currency is Currency.GONE


def test_unknown_and_mistyped(built):
    found, code = verifier(built), codes(built)["en_GB"]
    assert found.code(spell(5, 5)).currency is Currency.UNKNOWN
    wrong = code[:-3] + code[-2] + code[-3] + code[-1]
    answer = found.code(wrong)
    assert answer.currency is Currency.MISTYPED
    assert f"Probably {code} was meant" in answer.hint
    assert found.code("").currency is Currency.MISTYPED


def test_a_release_whose_sign_off_is_gone_is_withdrawn(built):
    found = verifier(built)
    (present,) = [found._prints.present(item) for item in found._prints.of_series(codes(built)["pl"][:4])]
    answer = found.code(present.release.code)
    assert answer.currency is Currency.WITHDRAWN
    assert answer.reasons == (
        "nobody has signed it off, or the sign-off has been withdrawn",
        "there is no approved print of it now",
    )


LINE = Print(spell(1, 1), "eyes", "pl", "clear", '1.0 "b" \\ ü', State.DRAFT, "0" * 64, ("a" * 64,))


def test_the_record_is_only_added_to_and_bad_lines_are_named(folder):
    project = folder.read()
    path = folder.write(NAME, "# mine\nnonsense\n")
    assert record_prints(project, (LINE,)) == 1
    assert record_prints(project, (LINE,)) == 0
    ledger = read_prints(project)
    assert ledger.of_code(LINE.code) == LINE
    assert [fault.location.line for fault in ledger.faults] == [2]
    assert path.read_text().startswith("# mine\nnonsense\n")


CASE = """\
"9MCC-XYW-XDM" = {leaflet = "eye-drops", locale = "es", edition = "clear", version = "1.0", state = "release", \
text = "aa", sha256 = ["9a"]}
"9MCC-XYW-XDM" = {leaflet = "eye-drops", locale = "es", edition = "clear", version = "1.0", state = "release", \
text = "aa", sha256 = ["8a"]}
"""


def test_another_file_of_a_print_is_no_second_key(folder):
    """A release is built, and then its press file is packed: the record stays TOML, for every reader."""
    project, press = folder.read(), replace(LINE, sha256=("b" * 64,))
    assert record_prints(project, (LINE,)) == record_prints(project, (press,)) == 1
    text = (folder.root / NAME).read_text()
    assert tomllib.loads(text)[LINE.code]["sha256"] == ["a" * 64, "b" * 64]
    assert record_prints(project, (LINE, press)) == 0
    assert (folder.root / NAME).read_text() == text


def test_a_record_with_a_key_twice_is_mended_by_the_next_print(folder):
    project, path = folder.read(), folder.write(NAME, f"# mine\n{CASE}nonsense\n")
    record_prints(project, (LINE,))
    text = path.read_text()
    assert text.startswith("# mine\n")
    assert "\nnonsense\n" in text
    found = tomllib.loads(text.replace("nonsense\n", ""))
    assert found["9MCC-XYW-XDM"]["sha256"] == ["8a", "9a"]
    assert LINE.code in found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abcd"), st.text(max_size=4)), max_size=12))
def test_whatever_is_recorded_in_whatever_order_the_record_is_toml(folder, asked):
    project, path = folder.read(), folder.root / NAME
    path.unlink(missing_ok=True)
    known = {}
    for number, digest, version in asked:
        code = spell(7, number)
        known.setdefault(code, version.encode(errors="ignore").decode() or "1")
        record_prints(project, (replace(LINE, code=code, version=known[code], sha256=(digest,)),))
    found = tomllib.loads(path.read_text(encoding="utf-8")) if known else {}
    assert {code: one["version"] for code, one in found.items()} == known
    ledger = read_prints(project)
    assert not ledger.faults
    for number, digest, _ in asked:
        assert digest in ledger.of_code(spell(7, number)).sha256


def test_lines_of_both_sides_of_a_merge_are_one_print(folder):
    project = folder.read()
    record_prints(project, (LINE,))
    path = folder.root / NAME
    path.write_text(path.read_text() + path.read_text().splitlines()[-1].replace("a" * 64, "b" * 64) + "\n")
    ledger = read_prints(project)
    assert not ledger.faults
    assert ledger.of_code(LINE.code).sha256 == ("a" * 64, "b" * 64)


@pytest.mark.parametrize("more", ["<<<<<<< ours\n", ">>>>>>> theirs\n"])
def test_an_open_merge_is_not_written_into(folder, more):
    project = folder.read()
    path = folder.write(NAME, more)
    with pytest.raises(UsageError, match="merge"):
        record_prints(project, (LINE,))
    assert path.read_text() == more


def test_two_prints_never_share_a_code(folder):
    project = folder.read()
    record_prints(project, (LINE,))
    other = Print(LINE.code, "teeth", "pl", "clear", "1.0", State.DRAFT, "1" * 64)
    with pytest.raises(UsageError, match="already the code of eyes"):
        record_prints(project, (other,))


@pytest.mark.parametrize(
    "line",
    [
        '"2222-222-222" = 1',
        '"2222-222-222" = {leaflet = 1}',
        'a.b = {}\n"c" = {}',
        '"2222-222-223" = {leaflet = "a", locale = "b", edition = "c", version = "d", state = "draft", text = "e"}',
        '"2222-222-222" = {leaflet = "a", locale = "b", edition = "c", version = "d", state = "no", text = "e"}',
        "[" * 3000,
        "\0",
    ],
)
def test_hostile_lines_are_faults(line):
    ledger = PrintLedger(line)
    assert ledger.faults
    assert not ledger.codes
