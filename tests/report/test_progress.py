"""A build told to a pipe and to a terminal: plain lines for one, a bar for the other, nothing twice, nothing lost."""

import io

import pytest
from rich.console import Console

from polyleaf.building.outcome import BuildReport, Failed, failed_by
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.report.progress import BuildTeller
from polyleaf.report.watching import WatchTeller
from polyleaf.watching.events import Building, Built, Done, Lost

FAULTS = tuple(
    Fault(f"trouble {number}", Location("leaflets/a/leaflet.md", number), f"way out {number}") for number in (3, 7)
)


def artifact(name="a", pages=2):
    path = f"{name}/pl/{name}-pl-large.pdf"
    return Artifact(path, name, "1.0", "pl", "large", "accessible", pages, "0" * 64, "1" * 64, State.DRAFT, 0, 0)


def finding(check, severity, fault):
    return Finding(check, severity, fault)


def report(built=(), unchanged=(), failed=(), findings=(), pruned=()):
    return BuildReport(tuple(built), tuple(unchanged), tuple(failed), tuple(findings), tuple(pruned), 1.25)


@pytest.fixture
def told():
    """What a build tells a pipe."""

    def told(act, *, verbose=False, terminal=False):
        out = io.StringIO()
        console = Console(file=out, width=160, force_terminal=terminal, highlight=False)
        with BuildTeller(console, verbose=verbose) as teller:
            act(teller)
        return out.getvalue()

    return told


def test_a_pipe_gets_a_line_a_file(told):
    def act(teller):
        teller.started(2, 3)
        teller.finished(artifact(), ())
        teller.finished(artifact("b", 1), ())
        teller.summary(report([artifact(), artifact("b")], [artifact("c")] * 3))

    lines = told(act).splitlines()
    assert lines[:3] == [
        "building 2 PDF files, 3 unchanged",
        "built a/pl/a-pl-large.pdf (2 pages, 1 sheet)",
        "built b/pl/b-pl-large.pdf (1 page, 1 sheet)",
    ]
    assert lines[-1] == "2 built, 3 unchanged, 0 failed; no new findings; 1.2 s"


def test_a_terminal_gets_a_bar_with_count_and_time(told):
    def act(teller):
        teller.started(2, 0)
        teller.finished(artifact(), ())
        teller._progress.refresh()
        teller.finished(artifact("b"), ())

    shown = told(act, terminal=True)
    assert "1/2" in shown
    assert "a pl large" in shown
    assert "built a/pl" not in shown


def test_a_language_that_cannot_be_built_takes_its_files_off_the_bar(told):
    def act(teller):
        teller.started(4, 0)
        teller.refused(failed_by("a", "pl", FAULTS, files=3))
        teller._progress.refresh()
        teller.finished(artifact(), ())

    assert "3/4" in told(act, terminal=True)


def test_all_faults_of_a_failure_are_told_and_each_once(told):
    failed = failed_by("a", None, FAULTS)
    findings = [finding("source/faulty-markup", Severity.ERROR, fault) for fault in FAULTS]
    other = finding("source/no-contact", Severity.WARNING, Fault("lonely", Location("leaflets/b/leaflet.md")))

    def act(teller):
        teller.refused(failed)
        teller.started(0, 0)
        teller.summary(report(failed=[failed], findings=[*findings, other]))

    lines = told(act).splitlines()
    assert lines == [
        "failed a: leaflets/a/leaflet.md:3: trouble 3",
        "    -> way out 3",
        "    leaflets/a/leaflet.md:7: trouble 7",
        "        -> way out 7",
        "leaflets/b/leaflet.md: warning: lonely [source/no-contact]",
        "0 built, 0 unchanged, 1 failed; 2 errors, 1 warning; 1.2 s",
    ]


def test_errors_on_the_leaflet_are_told_before_what_comes_of_them(told):
    leaflet = finding("source/heading-level-skipped", Severity.ERROR, FAULTS[0])
    late = finding("source/no-contact", Severity.WARNING, Fault("lonely", Location("leaflets/b/leaflet.md")))
    failed = failed_by("a", "pl", (Fault("H4 skips a level", Location("dist/a.pdf")),), "large")

    def act(teller):
        teller.found((late, leaflet))
        teller.started(1, 0)
        teller.finished(failed, ())
        teller.summary(report(failed=[failed], findings=[late, leaflet]))

    assert told(act).splitlines() == [
        "leaflets/a/leaflet.md:3: error: trouble 3 [source/heading-level-skipped]",
        "    -> way out 3",
        "building 1 PDF file",
        "failed a pl large: dist/a.pdf: H4 skips a level",
        "leaflets/b/leaflet.md: warning: lonely [source/no-contact]",
        "0 built, 0 unchanged, 1 failed; 1 error, 1 warning; 1.2 s",
    ]


def test_markup_of_the_console_is_printed_as_it_stands(told):
    """File names and messages may hold brackets: they are nobody's colours."""
    fault = Fault("[bold]loud[/bold] [/]", Location("leaflets/[red]/leaflet.md", 1), "see [link=x]y[/link]")

    def act(teller):
        teller.refused(failed_by("[red]", None, (fault,)))
        teller.note("[blink]note[/blink]")
        teller.summary(
            report(findings=[finding("source/no-contact", Severity.ERROR, Fault("[i]x[/i]", Location("[b]")))])
        )

    text = told(act)
    for words in ("failed [red]:", "[bold]loud[/bold] [/]", "[link=x]y[/link]", "[blink]note[/blink]", "[i]x[/i]"):
        assert words in text


def test_notes_and_tracebacks_only_if_asked_for(told):
    failed = Failed("a", "pl", "large", "crashed", "report it", detail="Traceback (most recent call last)")
    note = finding("engine/waiver-unused", Severity.NOTE, Fault("idle", Location("polyleaf.toml", 4)))

    def act(teller):
        teller.started(1, 0)
        teller.finished(failed, ())
        teller.summary(report(failed=[failed], findings=[note]))

    quiet, loud = told(act), told(act, verbose=True)
    for words in ("Traceback", "idle"):
        assert words not in quiet
        assert words in loud
    assert "no findings" in quiet
    assert "1 note" in loud


def test_the_end_of_a_build_that_had_nothing_to_do(told):
    text = told(lambda teller: (teller.started(0, 4), teller.summary(report(unchanged=[artifact()] * 4))))
    assert text.splitlines() == ["0 built, 4 unchanged, 0 failed; no new findings; 1.2 s", "Everything is unchanged."]


def test_removed_files_are_counted(told):
    assert "2 removed" in told(lambda teller: teller.summary(report(pruned=["a", "b"])))


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ((), ExitCode.OK),
        ((ExitCode.FINDINGS,), ExitCode.FINDINGS),
        ((ExitCode.USAGE,), ExitCode.FINDINGS),
        ((ExitCode.FINDINGS, ExitCode.ENVIRONMENT, ExitCode.INTERNAL), ExitCode.ENVIRONMENT),
        ((ExitCode.FINDINGS, ExitCode.INTERNAL), ExitCode.INTERNAL),
    ],
)
def test_the_status_of_a_build_is_the_worst_that_happened(codes, code):
    failed = [Failed("a", None, None, "x", exit_code=one) for one in codes]
    assert report(failed=failed).exit_code == code


def test_what_a_watcher_could_not_build_is_told_once():
    out = io.StringIO()
    tell = WatchTeller(Console(file=out, width=160, highlight=False))
    lost = Failed("a", "ur", "large", "no room for it", "Take a smaller size")
    for event in (Building(2, 0), Built(artifact(), ()), Lost(lost), Done(report([artifact()], failed=[lost]))):
        tell(event)
    assert out.getvalue().count("failed a ur large: no room for it\n    -> Take a smaller size") == 1
    assert "1 built, 0 unchanged, 1 failed" in out.getvalue()
