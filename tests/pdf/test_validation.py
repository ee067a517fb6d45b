"""Validators: real ones on files that pass and fail, false ones that hang, die, lie and shout."""

import json
import os
import stat
import sys
import time
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.errors import MachineError
from polyleaf.model.validation import Conformance, Violation
from polyleaf.pdf.validators import java, page_validation, validator, verapdf, verapdf_command, verapdf_jar
from polyleaf.pdf.validators.page_validation import PageValidation, find_page_validation
from polyleaf.pdf.validators.programs import Program, ProgramFailed
from polyleaf.pdf.validators.validator import Absent, plain, violation, worst_first
from polyleaf.pdf.validators.verapdf import find_verapdf
from polyleaf.pdf.validators.verapdf_command import VeraPdfCommand, find_command
from polyleaf.pdf.validators.verapdf_jar import VeraPdfJar, find_jar
from polyleaf.render.weasy import write_pdf

PAGE = """<html lang="en"><head><title>Knee scan</title><style>body { font-family: "Noto Sans" }</style></head>
<body><h1>Knee scan</h1><p>Do not eat.</p><ul><li>Bring your glasses.</li></ul></body></html>"""

LOOP = b"""%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj
4 0 obj <</Type/StructTreeRoot/K 5 0 R>> endobj
5 0 obj <</S/Div/P 4 0 R/K [5 0 R 5 0 R 4 0 R]>> endobj
trailer <</Size 6/Root 1 0 R>>
startxref
0
%%EOF
"""


def no_resource(url):
    raise KeyError(url)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """Files that keep each standard, made by polyleaf's own engine."""
    folder = tmp_path_factory.mktemp("good")
    made = {}
    for standard in ("pdf/ua-1", "pdf/ua-2"):
        made[standard] = folder / f"{standard[-1]}.pdf"
        write_pdf(PAGE, no_resource, made[standard], standard)
    return made


@pytest.fixture(scope="module")
def bad(good, tmp_path_factory):
    """The good file of PDF/UA-1 without its language, and with a list item outside of its list."""
    path = tmp_path_factory.mktemp("bad") / "bad.pdf"
    with pikepdf.open(good["pdf/ua-1"]) as pdf:
        del pdf.Root.Lang
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/L":
                thing.S = pikepdf.Name.P
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Files that are no PDF files, or that try to keep their reader busy for ever."""
    folder = tmp_path_factory.mktemp("hostile")
    contents = {"empty": b"", "words": b"not a PDF at all", "cut": b"%PDF-1.7\n1 0 obj", "loop": LOOP}
    for name, data in contents.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return [folder / f"{name}.pdf" for name in contents]


def found(finder):
    tool = finder()
    if isinstance(tool, Absent):
        pytest.skip(f"{tool.name}: {tool.reason} ({tool.remedy})")
    return tool


@pytest.fixture(scope="module")
def verdicts(good, bad, hostile):
    """What the real veraPDF says of everything, in one start of Java."""
    tool = found(find_jar)
    files = [good["pdf/ua-1"], *hostile, bad, good["pdf/ua-2"], good["pdf/ua-1"]]
    return list(zip(files, tool.validate(files, Conformance.UA1), strict=True))


class TestVeraPdf:
    def test_a_good_file_passes(self, verdicts, good):
        said = [verdict for path, verdict in verdicts if path == good["pdf/ua-1"]]
        assert [verdict.passed for verdict in said] == [True, True]  # before and after the hostile ones
        assert said[0].validator.startswith("veraPDF 1.")
        assert said[0].violations == ()

    def test_a_bad_file_fails_by_the_rules_it_breaks(self, verdicts, bad):
        (verdict,) = [verdict for path, verdict in verdicts if path == bad]
        assert (verdict.passed, verdict.trouble, verdict.word) == (False, "", "fail")
        rules = {one.rule: one for one in verdict.violations}
        assert rules["7.2-17"].count == 1  # LI inside P
        assert "LI" in rules["7.2-17"].message
        assert any("language" in one.message for one in verdict.violations)

    def test_hostile_files_get_no_verdict(self, verdicts, hostile):
        said = [verdict for path, verdict in verdicts if path in hostile]
        assert len(said) == len(hostile)
        for verdict in said:
            assert not verdict.passed
            assert verdict.word == "not judged"
            assert verdict.trouble.startswith("veraPDF cannot read it: ")

    def test_a_file_is_held_against_the_standard_that_was_asked_for(self, verdicts, good):
        (verdict,) = [verdict for path, verdict in verdicts if path == good["pdf/ua-2"]]
        assert {"5-2", "6.1-1"} <= {one.rule for one in verdict.violations}  # its identification and its header

    @pytest.mark.slow
    @pytest.mark.parametrize("profile", [Conformance.UA2, Conformance.WTPDF])
    def test_the_younger_standards(self, good, profile):
        tool = found(find_jar)
        second, first = tool.validate([good["pdf/ua-2"], good["pdf/ua-1"]], profile)
        assert (second.passed, second.violations) == (True, ())
        assert not first.passed
        assert first.profile == profile

    @pytest.mark.slow
    def test_names_of_files_are_never_words_of_a_command(self, good, tmp_path, monkeypatch):
        tool = found(find_jar)
        monkeypatch.setenv("LC_ALL", "C")
        names = ["-version", "@arguments", "two\nlines.pdf", "نسخة.pdf", "a b'\".pdf"]
        for name in names:
            (tmp_path / name).write_bytes(good["pdf/ua-1"].read_bytes())
        missing = tmp_path / "missing.pdf"
        monkeypatch.chdir(tmp_path)
        said = list(tool.validate([*(tmp_path / name for name in names), missing, tmp_path], Conformance.UA1))
        assert [verdict.passed for verdict in said] == [True] * len(names) + [False, False]
        assert "No such file" in said[-2].trouble
        assert "directory" in said[-1].trouble


@pytest.mark.parametrize("finder", [find_page_validation, find_verapdf])
def test_an_overlong_file_is_not_read(finder, good, monkeypatch):
    tool = found(finder)
    if isinstance(tool, VeraPdfCommand):
        pytest.skip("the command reads the file itself")
    monkeypatch.setattr(validator, "FILE_BYTES", 100)
    (verdict,) = tool.validate([good["pdf/ua-1"]], Conformance.UA1)
    assert "larger than" in verdict.trouble


class TestPageValidation:
    def test_good_bad_and_hostile(self, good, bad, hostile):
        tool = found(find_page_validation)
        fine, broken, *rest = tool.validate([good["pdf/ua-1"], bad, *hostile], Conformance.UA1)
        assert (fine.passed, fine.violations, fine.trouble) == (True, (), "")
        assert str(fine) == f"page-validation {tool.version} pdf/ua-1: pass"
        assert broken.word == "fail"
        assert "PDFUA1-LI-PARENT-001" in {one.rule for one in broken.violations}
        assert {verdict.word for verdict in rest} == {"not judged"}

    def test_it_knows_one_standard(self, good):
        tool = found(find_page_validation)
        assert tool.profiles == {Conformance.UA1}
        with pytest.raises(KeyError):
            list(tool.validate([good["pdf/ua-1"]], Conformance.UA2))

    def test_it_may_be_absent(self, monkeypatch):
        def missing(name):
            raise PackageNotFoundError(name)

        monkeypatch.setattr(page_validation, "version", missing)
        absent = find_page_validation()
        assert isinstance(absent, Absent)
        assert "polyleaf[validate]" in absent.remedy

    @pytest.mark.parametrize(
        ("library", "words"),
        [
            (SimpleNamespace(), "has no attribute"),  # another library of that name
            (SimpleNamespace(validate_pdf_bytes=lambda *_, **__: 1 / 0), "division by zero"),
            (SimpleNamespace(validate_pdf_bytes=lambda *_, **__: SimpleNamespace(failures=[])), "is_compliant"),
        ],
    )
    def test_a_library_that_fails_gives_no_verdict(self, good, monkeypatch, library, words):
        monkeypatch.setitem(sys.modules, "page", library)
        (verdict,) = PageValidation("1").validate([good["pdf/ua-1"]], Conformance.UA1)
        assert words in verdict.trouble
        assert not verdict.passed

    def test_a_panic_of_machine_code_is_caught_and_ctrl_c_is_not(self, good, monkeypatch):
        panic = type("PanicException", (BaseException,), {})
        for error, caught in ((panic("index out of bounds"), True), (KeyboardInterrupt(), False)):

            def fails(*_, error=error, **__):
                raise error

            monkeypatch.setitem(sys.modules, "page", SimpleNamespace(validate_pdf_bytes=fails))
            verdicts = PageValidation("1").validate([good["pdf/ua-1"]], Conformance.UA1)
            if caught:
                assert "index out of bounds" in next(verdicts).trouble
            else:
                with pytest.raises(KeyboardInterrupt):
                    next(verdicts)

    def test_a_refusal_without_a_rule_is_still_a_refusal(self, good, monkeypatch):
        report = SimpleNamespace(failures=[], is_compliant=False)
        monkeypatch.setitem(sys.modules, "page", SimpleNamespace(validate_pdf_bytes=lambda *_, **__: report))
        (verdict,) = PageValidation("1").validate([good["pdf/ua-1"]], Conformance.UA1)
        assert (verdict.passed, verdict.word) == (False, "fail")
        assert verdict.violations


FAKE_JAVA = f"""#!{sys.executable}
import struct, sys, time
if "--list-modules" in sys.argv:
    print("java.base@17.0.1")
    print("jdk.compiler@17.0.1")
    sys.exit()
print('{{"verapdf": "1", "rules": 1}}', flush=True)
while head := sys.stdin.buffer.read(8):
    said = sys.stdin.buffer.read(struct.unpack(">q", head)[0]).decode()
    if said == "hang":
        time.sleep(600)
    elif said == "die":
        sys.exit("no more memory for this")
    elif said == "memory":
        print("Terminating due to java.lang.OutOfMemoryError: Java heap space", flush=True)
        sys.exit(3)
    elif said == "shout":
        while True:
            sys.stdout.write("a" * 65536)
    elif said == "scream":
        for _ in range(100):
            sys.stderr.write("b" * 65536)
        said = '{{"passed": true, "violations": []}}'
    print(said, flush=True)
"""

GOOD_ANSWER = json.dumps({"passed": True, "violations": []})


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def jar(tmp_path):
    """A jar that says that it holds veraPDF."""
    path = tmp_path / "vera.jar"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(verapdf_jar._RELEASE, "artifactId=core\nversion=1.2.3\n")
    return path


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A computer with no program on it; programs can be put there."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return lambda name, text: script(tmp_path / "bin" / name, text)


class TestAProgramThatMisbehaves:
    @pytest.fixture
    def judge(self, machine, jar, tmp_path, monkeypatch):
        machine("java", FAKE_JAVA)
        monkeypatch.setattr(verapdf_jar, "_jar", lambda: jar)
        monkeypatch.setattr(verapdf_jar, "SECONDS", 1.0)

        def judge(*contents):
            paths = []
            for number, content in enumerate(contents):
                paths.append(tmp_path / f"{number}.pdf")
                paths[-1].write_text(content)
            tool = find_jar()
            assert isinstance(tool, VeraPdfJar)
            assert tool.version == "1.2.3"
            return list(tool.validate(paths, Conformance.UA1))

        return judge

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("hang", "was not done after 1 seconds and was stopped"),
            ("die", "ended early (exit status 1): no more memory for this"),
            ("memory", "needed more than 1 GB of memory"),
            ("shout", "said more than"),
            ("garbage", "gave no verdict: garbage"),
            ("[]", "gave no verdict"),
            ("{}", "gave no verdict"),
            ('{"passed": true, "violations": 7}', "gave no verdict"),
            ('{"passed": false, "violations": [{"rule": 1, "message": null, "count": "x"}]}', "gave no verdict"),
            ("[" * 100_000, "gave no verdict"),
        ],
    )
    def test_it_costs_the_file_alone(self, judge, content, words):
        before, spoiled, after = judge(GOOD_ANSWER, content, GOOD_ANSWER)
        assert (before.passed, after.passed) == (True, True)
        assert not spoiled.passed
        assert words in spoiled.trouble
        assert len(spoiled.trouble) < 500

    def test_what_it_says_to_standard_error_fills_nothing(self, judge):
        assert [verdict.passed for verdict in judge("scream", GOOD_ANSWER)] == [True, True]

    def test_only_true_is_a_pass(self, judge):
        for value in ("1", '"true"', "null", "false"):
            (verdict,) = judge(f'{{"passed": {value}, "violations": []}}')
            assert verdict.word == "fail"

    def test_no_start_is_an_error_of_the_machine(self, judge, machine):
        judge(GOOD_ANSWER)
        machine("java", FAKE_JAVA.replace('print(\'{"verapdf"', 'sys.exit("no room") #'))
        with pytest.raises(MachineError, match="no room") as error:
            judge(GOOD_ANSWER)
        assert "doctor" in error.value.hint

    def test_nothing_is_started_for_no_files(self, judge, machine):
        machine("java", FAKE_JAVA.replace('print(\'{"verapdf"', "sys.exit() #"))
        assert judge() == []

    def test_children_end_with_it(self, tmp_path, machine):
        note = tmp_path / "child"
        run = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
        program = machine("parent", f'#!/bin/sh\n{sys.executable} -c "{run}"\n')
        with Program([str(program)]) as running:
            while not (note.exists() and note.read_text()):
                time.sleep(0.01)
            with pytest.raises(ProgramFailed, match="not done"):
                running.all_output(0.2, 100)
        child = int(note.read_text())
        for _ in range(100):
            if not is_running(child):
                break
            time.sleep(0.02)
        assert not is_running(child)


def is_running(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


class TestWhatIsMissing:
    @pytest.mark.parametrize(
        ("java_says", "reason"),
        [
            (None, "no Java runtime is installed"),
            ("exit 1", "does not work, or is older than Java 11"),
            ("echo 'Unrecognized option: --list-modules' >&2; exit 1", "Unrecognized option"),
            ("echo java.base@9.0.4; echo jdk.compiler@9.0.4", "Java 9.0.4 is too old: 11 or newer is needed"),
            ("echo java.base@17.0.1", "Java 17.0.1 comes without its compiler"),
            ("/bin/sleep 60", "was not done after 1 seconds"),
            ("while :; do echo flood; done", "said more than"),
        ],
    )
    def test_java(self, machine, jar, monkeypatch, java_says, reason):
        monkeypatch.setattr(verapdf_jar, "_jar", lambda: jar)
        monkeypatch.setattr(java, "_SECONDS", 1.0)
        if java_says is not None:
            machine("java", f"#!/bin/sh\n{java_says}\n")
        absent = find_verapdf()
        assert isinstance(absent, Absent)
        assert reason in absent.reason
        assert "default-jre-headless" in absent.remedy
        assert absent.packages == ("default-jre-headless",)

    def test_java_home_comes_first(self, machine, tmp_path, monkeypatch):
        machine("java", "#!/bin/sh\nexit 1\n")
        script(tmp_path / "home" / "bin" / "java", FAKE_JAVA)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
        assert java.find_java() == java.Java(str(tmp_path / "home" / "bin" / "java"), "17.0.1")

    def test_the_distribution_with_the_jar(self, machine, monkeypatch):
        monkeypatch.setattr(verapdf_jar, "find_spec", lambda _: None)
        absent = find_verapdf()
        assert isinstance(absent, Absent)
        assert "polyleaf[validate]" in absent.remedy

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04 half", b"no archive"])
    def test_a_damaged_jar(self, machine, tmp_path, monkeypatch, data):
        broken = tmp_path / "broken.jar"
        broken.write_bytes(data)
        monkeypatch.setattr(verapdf_jar, "_jar", lambda: broken)
        absent = find_jar()
        assert isinstance(absent, Absent)
        assert "damaged" in absent.reason


def report(*rules, compliant=False, as_list=True):
    """A report as the command writes it."""
    result = {"compliant": compliant, "details": {"ruleSummaries": list(rules)}}
    return json.dumps({"report": {"jobs": [{"validationResult": [result] if as_list else result}]}})


RULE = {"clause": "7.1", "testNumber": 3, "status": "failed", "failedChecks": 4, "description": "Tag it"}


class TestTheCommand:
    @pytest.fixture
    def command(self, machine, tmp_path, monkeypatch):
        monkeypatch.setattr(verapdf_jar, "find_spec", lambda _: None)
        monkeypatch.setattr(verapdf_command, "SECONDS", 1.0)
        (tmp_path / "a.pdf").write_text("a")

        says = '[ "$1" = --version ] && { echo "veraPDF 1.26.2"; exit; }'

        def command(does):
            machine("verapdf", f'#!/bin/sh\n{says}\necho "$@" >&2\n{does}\n')
            tool = find_verapdf()
            assert isinstance(tool, VeraPdfCommand)
            assert tool.version == "1.26.2"
            (verdict,) = tool.validate([tmp_path / "a.pdf"], Conformance.WTPDF)
            return verdict

        return command

    @pytest.mark.parametrize("as_list", [True, False])
    def test_reports_of_old_and_new_versions(self, command, as_list):
        passed = {**RULE, "status": "passed", "failedChecks": 0}
        verdict = command(f"echo '{report(RULE, passed, as_list=as_list)}'; exit 1")
        assert verdict.violations == (Violation("7.1-3", "Tag it", 4),)
        assert not verdict.passed
        verdict = command(f"echo '{report(compliant=True, as_list=as_list)}'")
        assert verdict.passed
        assert verdict.validator == "veraPDF 1.26.2"

    @pytest.mark.parametrize(
        ("does", "words"),
        [
            ("/bin/sleep 60", "was not done after 1 seconds"),
            ("exit 7", "gave no verdict (exit status 7): --flavour wt1a --format json"),
            ("echo '{}'", "gave no verdict"),
            ('echo \'{"report": {"jobs": []}}\'', "gave no verdict"),
            ('echo \'{"report": {"jobs": [{"taskException": "encrypted"}]}}\'', "gave no verdict"),
            (f"echo '{report(compliant='yes')}'", "gave no verdict"),
        ],
    )
    def test_no_report_is_no_verdict(self, command, does, words):
        verdict = command(does)
        assert not verdict.passed
        assert words in verdict.trouble

    @pytest.mark.parametrize("says", ["echo something else", "exit 1", "/bin/sleep 60"])
    def test_another_program_of_that_name(self, machine, monkeypatch, says):
        monkeypatch.setattr(verapdf_command, "START_SECONDS", 1.0)
        machine("verapdf", f"#!/bin/sh\n{says}\n")
        assert isinstance(find_command(), Absent)

    def test_the_jar_is_preferred(self, machine, jar, monkeypatch):
        monkeypatch.setattr(verapdf_jar, "_jar", lambda: jar)
        machine("verapdf", "#!/bin/sh\necho veraPDF 1.26.2\n")
        assert isinstance(verapdf.find_verapdf(), VeraPdfCommand)
        machine("java", FAKE_JAVA)
        assert isinstance(verapdf.find_verapdf(), VeraPdfJar)


@given(st.text(), st.text(max_size=2000), st.integers(-5, 10**9))
def test_words_of_others_fit_a_line(rule, message, count):
    one = violation(rule, message, count)
    for words, longest in ((one.rule, 80), (one.message, 400), (plain(message, 10), 10)):
        assert words.isprintable()
        assert len(words) <= longest
    assert one.rule
    assert one.count >= 1


@given(st.lists(st.builds(Violation, st.sampled_from("abcd"), st.text(), st.integers(1, 9))))
def test_each_rule_once_and_no_place_lost(violations):
    told = worst_first(violations)
    assert len({one.rule for one in told}) == len(told)
    assert sum(one.count for one in told) == sum(one.count for one in violations)
    assert [one.count for one in told] == sorted((one.count for one in told), reverse=True)
    assert told == worst_first(reversed(violations)) or len({one.message for one in violations}) > 1
