"""Laws that hold for every check there is."""

import sys
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from polyleaf.checks.check import Attempt, judge
from polyleaf.checks.registry import AREAS, CHECKS, check_of, collect, find, judging, meant, unique
from polyleaf.checks.run import run
from polyleaf.checks.subjects import leaflet_of, place_of
from polyleaf.checks.waivers import WaiverUse
from polyleaf.errors import UsageError
from polyleaf.model.finding import Severity
from polyleaf.model.project import OwnLanguage
from polyleaf.model.subject import LocaleCatalogs

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


@each_check
def test_the_bad_sample_is_found(check) -> None:
    findings = list(check.run(check.bad()))
    assert findings
    for finding in findings:
        assert finding.check == check.id
        assert finding.severity is check.severity
        assert finding.fault.message.strip()
        assert finding.fault.location.path, "a person must be able to go there"
        assert finding.fault.hint.strip(), "say the way out"


@each_check
def test_the_good_sample_is_not(check) -> None:
    assert list(check.run(check.good())) == []


@each_check
def test_samples_are_of_the_subject_and_equal_each_time(check) -> None:
    for make in (check.good, check.bad):
        assert isinstance(make(), check.subject)
        assert make() == make()


@each_check
def test_the_good_sample_satisfies_every_check_on_its_kind(check) -> None:
    good = check.good()
    if isinstance(good, (Attempt, WaiverUse)):
        return
    assert [finding for finding in run([good]) if finding.severity is Severity.ERROR] == []


@each_check
def test_every_check_says_why_and_by_whom(check) -> None:
    assert len(check.rationale) > 60
    assert check.references
    assert check.title[0].isupper()
    assert not check.title.endswith(".")
    assert check.example.bad != check.example.good


@each_check
def test_one_check_a_file(check) -> None:
    file = Path(sys.modules[check.function.__module__].__file__)
    assert file.stem == check.id.partition("/")[2].replace("-", "_")
    assert len(file.read_text(encoding="utf-8").splitlines()) < 90


@each_check
def test_subjects_that_crash_a_check_can_be_named(check) -> None:
    subject = check.bad()
    if not isinstance(subject, (Attempt, WaiverUse)):
        assert place_of(subject).path
        assert leaflet_of(subject) == (None if isinstance(subject, (LocaleCatalogs, OwnLanguage)) else "knee-scan")


def test_the_checks_of_the_first_release_are_there() -> None:
    promised = """source/review-date-past source/front-matter-missing source/unknown-placeholder
        source/heading-level-skipped source/missing-alt source/image-missing
        translation/missing translation/fuzzy translation/placeholder-mismatch
        translation/markup-mismatch translation/number-mismatch pdf/missing-glyph pdf/font-not-embedded
        pdf/fallback-font page/text-outside-page"""
    assert set(promised.split()) <= {check.id for check in CHECKS}


def test_no_file_of_an_area_is_left_out() -> None:
    folder = Path(sys.modules["polyleaf.checks.registry"].__file__).parent
    files = {
        f"{area}/{file.stem.replace('_', '-')}"
        for area, package in AREAS.items()
        for file in (folder / package.rpartition(".")[2]).glob("*.py")
        if file.stem != "__init__"
    }
    assert files == {check.id for check in CHECKS}


def test_checks_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CHECKS[0].severity = Severity.NOTE


def test_doubles_are_refused() -> None:
    with pytest.raises(TypeError, match="two checks are called"):
        unique([*CHECKS, replace(CHECKS[0])])


def test_sorted_by_id() -> None:
    assert [check.id for check in CHECKS] == sorted(check.id for check in CHECKS)


GOOD_MODULE = '''
from polyleaf.checks.check import Example, check
from polyleaf.model.finding import Severity

def make(id):
    @check(id, severity=Severity.NOTE, rationale="Because.", references=("me",), example=Example("a", "b"),
           good=lambda: 1, bad=lambda: 2)
    def function(subject: int):
        """A title."""
        return ()
    return function
'''


@pytest.fixture
def area(tmp_path, monkeypatch):
    """Writes a package of checks and collects it as the area ``source``."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made = []

    def write(**modules: str):
        name = f"area_{tmp_path.name}_{len(made)}"
        made.append(name)
        package = tmp_path / name
        package.mkdir()
        (package / "__init__.py").write_text("")
        for module, body in modules.items():
            (package / f"{module}.py").write_text(GOOD_MODULE + body)
        return collect({"source": name})

    yield write
    for name in [module for module in sys.modules if module.startswith(tuple(made))] if made else []:
        del sys.modules[name]


def test_a_subject_is_judged_by_all_checks_that_can_though_not_all_areas_are_loaded():
    for kind in {type(check.good()) for check in CHECKS}:
        assert judging(kind) == tuple(check for check in CHECKS if issubclass(kind, check.subject)), kind


def test_a_new_file_is_a_new_check(area) -> None:
    checks = area(new_pattern='new_pattern = make("source/new-pattern")', other='other = make("source/other")')
    assert [check.id for check in checks] == ["source/new-pattern", "source/other"]


def test_a_file_with_another_name_is_refused(area) -> None:
    with pytest.raises(TypeError, match="must be called source/new-pattern"):
        area(new_pattern='one = make("source/old-pattern")')


def test_a_file_without_a_check_is_refused(area) -> None:
    with pytest.raises(TypeError, match="exactly one check, it holds 0"):
        area(new_pattern="")


def test_a_file_with_two_checks_is_refused(area) -> None:
    with pytest.raises(TypeError, match="holds 2"):
        area(new_pattern='one = make("source/new-pattern")\ntwo = make("source/new-pattern-too")')


def test_a_check_that_is_only_imported_does_not_count() -> None:
    module = sys.modules["polyleaf.checks.source.no_contact"]
    assert check_of(module, "source").id == "source/no-contact"


def test_a_file_that_cannot_be_imported_stops_everything(area) -> None:
    with pytest.raises(ModuleNotFoundError):
        area(new_pattern="import there_is_no_such_module")


def test_find() -> None:
    assert find("pdf/missing-glyph").id == "pdf/missing-glyph"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("pdf/missing-glyphs", "pdf/missing-glyph"),
        ("missing-glyph", "pdf/missing-glyph"),
        ("page/missing-glyph", "pdf/missing-glyph"),
        ("PDF/Missing-Glyph", "pdf/missing-glyph"),
    ],
)
def test_find_says_what_was_meant(wrong, right) -> None:
    with pytest.raises(UsageError) as caught:
        find(wrong)
    assert right in caught.value.hint
    assert meant(wrong) == right


@pytest.mark.parametrize("wrong", ["", "/", "x" * 100_000, "\x1b[31m", "../../etc/passwd"])
def test_find_survives_nonsense(wrong) -> None:
    with pytest.raises(UsageError) as caught:
        find(wrong)
    assert len(str(caught.value)) < 120
    assert "\x1b" not in str(caught.value)


def test_crash_in_every_check_is_seen() -> None:
    def crash(_subject):
        raise RuntimeError("no")
        yield

    for check in CHECKS:
        broken = replace(check, function=crash)
        (attempt,) = judge(broken, check.bad(), place_of(check.bad()))
        assert isinstance(attempt, Attempt)
        assert attempt.check == check.id
