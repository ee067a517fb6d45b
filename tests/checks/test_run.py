"""Running checks over subjects: order, crashes, waivers."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.registry import CHECKS, find
from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.leaflet import a_heading, a_leaflet, a_paragraph, dated
from polyleaf.checks.samples.printed import printed, text_run
from polyleaf.checks.samples.text import a_fact, text
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.model.facts import Number
from polyleaf.model.finding import Fault, Location, Severity, Waiver
from polyleaf.model.project import Broken, Config, Contact, Project

CONFIG = Location("polyleaf.toml", 9)
TOO_LONG = "source/title-too-long"


def ids(findings) -> list[str]:
    return [finding.check for finding in findings]


def waiver(check: str, leaflet: str | None = None) -> Waiver:
    return Waiver(check, "agreed with the ward", CONFIG, leaflet)


def question(line: int = 18, **changes):
    return a_leaflet(a_heading(2, "Why?", line=line), **changes)


def test_nothing_to_find() -> None:
    assert run([a_leaflet(), a_catalog(), printed(), dated(datetime.date(2026, 6, 1))]) == ()


def test_findings_of_all_subjects_sorted_by_place() -> None:
    findings = run(
        [
            printed(text_run(size=3.0), title=""),
            a_catalog(an_entry("a", "", line=90), an_entry("b", "", line=12), an_entry("c", "c", line=5)),
            a_leaflet(a_heading(2, "Why?", line=40), a_heading(4, "Deep", line=30), contacts=()),
        ]
    )
    assert ids(findings) == [
        "page/text-too-small",
        "pdf/title-missing",
        "source/no-contact",
        "source/heading-level-skipped",
        "source/heading-is-question",
        "translation/missing",
        "translation/missing",
    ]
    assert [finding.fault.location.line for finding in findings[-2:]] == [12, 90]


def test_the_order_of_subjects_does_not_matter() -> None:
    subjects = [question(), printed(title=""), a_catalog(an_entry("a", "5 a"))]
    assert run(subjects) == run(reversed(subjects))


def test_the_same_finding_is_told_once() -> None:
    assert len(run([question(), question()])) == 1


def test_an_iterator_will_do() -> None:
    assert ids(run(iter([question()]), iter([]))) == ["source/heading-is-question"]


def test_something_no_check_judges_is_refused() -> None:
    with pytest.raises(TypeError, match="no check judges a dict"):
        run([{}])


def crashing(check_id: str):
    def crash(_subject):
        raise ValueError("no")
        yield

    return tuple(replace(check, function=crash) if check.id == check_id else check for check in CHECKS)


def test_a_crash_is_a_finding_and_the_others_go_on() -> None:
    findings = run([question()], checks=crashing(TOO_LONG))
    assert ids(findings) == ["engine/check-crashed", "source/heading-is-question"]
    crash = findings[0]
    assert crash.severity is Severity.ERROR
    assert TOO_LONG in crash.fault.message
    assert crash.fault.location.path == "leaflets/knee-scan/leaflet.md"


def test_a_crash_cannot_be_waived() -> None:
    waivers = [waiver("engine/check-crashed"), waiver(TOO_LONG)]
    findings = run([question()], waivers, checks=crashing(TOO_LONG))
    assert "engine/check-crashed" in ids(findings)
    (unknown,) = [one for one in findings if one.check == "engine/waiver-unknown"]
    assert "cannot be waived" in unknown.fault.message


def test_a_hostile_subject_is_a_crash_not_a_stop() -> None:
    class Nasty(dict):
        def get(self, *_):
            raise RuntimeError("boo")

        __iter__ = __contains__ = items = get

    hostile = replace(a_leaflet(a_paragraph("Rest for ", a_fact("a"))), facts=Nasty(a=1))
    findings = run([hostile, question(name="other", path="leaflets/other/leaflet.md")])
    assert "engine/check-crashed" in ids(findings)
    assert "source/heading-is-question" in ids(findings)


def test_a_waiver_takes_its_findings_away() -> None:
    assert run([question()], [waiver("source/heading-is-question")]) == ()
    assert run([question()], [waiver("source/heading-is-question", "knee-scan")]) == ()


def test_a_waiver_is_for_its_leaflet_alone() -> None:
    other = replace(question(line=77), name="hip-scan")
    (finding,) = run([question(line=18), other], [waiver("source/heading-is-question", "hip-scan")])
    assert finding.fault.location.line == 18


def test_a_waiver_of_a_leaflet_covers_its_catalogs_and_files() -> None:
    subjects = [a_catalog(an_entry("a", "5 a")), printed(title="")]
    waivers = [waiver("translation/number-mismatch", "knee-scan"), waiver("pdf/title-missing", "knee-scan")]
    assert run(subjects, waivers) == ()


def test_a_waiver_without_a_reason_waives_nothing() -> None:
    blank = Waiver("source/heading-is-question", "  ", CONFIG)
    assert "source/heading-is-question" in ids(run([question()], [blank]))


def test_an_unknown_waiver_is_told_with_the_nearest() -> None:
    (finding,) = run([a_leaflet()], [waiver("source/title-too-lung")])
    assert finding.check == "engine/waiver-unknown"
    assert finding.severity is Severity.WARNING
    assert finding.fault.location == CONFIG
    assert TOO_LONG in finding.fault.hint


def test_an_idle_waiver_is_told() -> None:
    (finding,) = run([a_leaflet()], [waiver(TOO_LONG)])
    assert finding.check == "engine/waiver-unused"
    assert finding.severity is Severity.NOTE


def test_a_waiver_is_not_idle_when_its_check_was_not_run() -> None:
    assert run([a_leaflet()], [waiver("pdf/title-missing")]) == ()
    assert run([a_leaflet()], [waiver(TOO_LONG, "hip-scan")]) == ()


def test_a_waiver_is_not_idle_when_only_a_part_is_judged() -> None:
    assert run([a_leaflet()], [waiver(TOO_LONG)], partial=True) == ()
    assert ids(run([a_leaflet()], [waiver("no/such")], partial=True)) == ["engine/waiver-unknown"]


def test_a_waiver_written_twice_is_told_once() -> None:
    assert len(run([a_leaflet()], [waiver("no/such")] * 3)) == 1


def test_a_few_checks_can_be_run_and_know_the_waivers_of_the_others() -> None:
    checks = [find("pdf/title-missing")]
    assert ids(run([printed(title="", tagged=False)], [waiver(TOO_LONG)], checks=checks)) == ["pdf/title-missing"]


@given(st.text(max_size=60), st.none() | st.text(max_size=20))
def test_any_waiver_is_either_known_or_told(check, leaflet) -> None:
    findings = run([a_leaflet()], [Waiver(check, "reason", CONFIG, leaflet)])
    if check not in {one.id for one in CHECKS}:
        assert ids(findings) == ["engine/waiver-unknown"]


def project(**changes) -> Project:
    config = Config(
        "Hospital",
        "",
        "en_GB",
        ("ur",),
        "latn",
        MappingProxyType({"ward": Contact("ward", text("Ward"))}),
        {},
        waivers=(waiver(TOO_LONG),),
    )
    leaflet = a_leaflet(facts={"n": Number(Decimal(1))}, waivers=(waiver("source/unused-fact", "knee-scan"),))
    broken = Broken(
        "hip", "leaflets/hip/leaflet.md", (Fault("No title", Location("leaflets/hip/leaflet.md", 1), "Add it"),)
    )
    return Project(Path("/nowhere"), config, {"knee-scan": leaflet}, (broken,), **changes)


def test_a_whole_project() -> None:
    findings = run(source_subjects(project(), datetime.date(2028, 2, 1)), project_waivers(project()))
    assert ids(findings) == ["source/front-matter-missing", "source/review-date-past", "engine/waiver-unused"]


def test_waivers_of_a_project_are_those_of_the_file_and_the_leaflets() -> None:
    assert [one.check for one in project_waivers(project())] == [TOO_LONG, "source/unused-fact"]
