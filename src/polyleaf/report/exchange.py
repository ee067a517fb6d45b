"""Work out and in, told to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from polyleaf.catalog.exchange.decision import Decision, Outcome
from polyleaf.catalog.exchange.unit import Stage
from polyleaf.catalog.progress.status import count_words
from polyleaf.locales.table import language
from polyleaf.model.finding import Fault, Severity
from polyleaf.model.foreign import one_line
from polyleaf.model.wording import count
from polyleaf.report.findings import all_lines, shown
from polyleaf.translating.receiving import ImportReport
from polyleaf.translating.sending import ExportReport

_ORDER = tuple(Outcome)
_KEPT = {
    Outcome.OLDER: "Changed here since the file was sent out. The translation here is kept; --force takes the reply's",
    Outcome.EMPTY: "Empty in the reply. The translation here is kept; --force empties it",
    Outcome.COPY: "The text itself in place of a translation, so not translated; --force takes it as one",
    Outcome.UNMATCHED: "Not in the leaflet. Nothing was done with these",
}


def exported(report: ExportReport, out: str) -> str:
    """What was sent out: how many texts, and how many words are to do."""
    units = report.package.units
    if not units:
        return f"{out}: not written, because every text is translated"
    todo = [unit for unit in units if unit.stage <= Stage.FUZZY]
    words = sum(count_words(unit.msgid) for unit in todo)
    state = "" if report.changed else ", unchanged"
    return f"{out}: {count(len(units), 'text')}, {len(todo)} to do ({count(words, 'word')}){state}"


def imported(report: ImportReport, *, verbose: bool, dry_run: bool) -> Iterator[str]:
    """What became of a reply, line by line; what was not taken stands there in full.

    Args:
        report: What happened.
        verbose: Whether to list every change too.
        dry_run: Whether nothing was to be written.
    """
    where = f'leaflet "{report.leaflet}", {language(report.locale).english} ({report.locale})'
    yield f"{report.reply.path}: {report.reply.kind}, {where}"
    counts = Counter(one.outcome for one in report.decisions)
    told = [f"{counts[outcome]} {outcome.value}" for outcome in _ORDER if counts[outcome]]
    yield "  " + (", ".join(told) or "nothing in it")
    if report.absent and verbose:
        yield f"  {count(report.absent, 'text of the leaflet is', 'texts of the leaflet are')} not in the file"
    for fault in report.refused[: len(report.refused) - _errors(report)]:
        yield from _fault_lines(fault)
    yield from all_lines(shown(report.findings, verbose))
    for outcome, heading in _KEPT.items():
        yield from _listed(heading, [one for one in report.decisions if one.outcome is outcome], verbose=verbose)
    if verbose:
        taken = [one for one in report.decisions if one.outcome not in (*_KEPT, Outcome.SAME)]
        yield from _listed("Taken", taken, verbose=verbose)
    yield _last(report, dry_run=dry_run)


def _errors(report: ImportReport) -> int:
    return sum(finding.severity is Severity.ERROR for finding in report.findings)


def _fault_lines(fault: Fault) -> Iterator[str]:
    yield f"{fault.location}: error: {fault.message}"
    if fault.hint:
        yield f"    -> {fault.hint}"


def _listed(heading: str, decisions: Sequence[Decision], *, verbose: bool) -> Iterator[str]:
    if not decisions:
        return
    yield f"{heading}:"
    for one in decisions:
        answer = one.answer
        yield f"  {answer.place}: {one.reason or one.outcome.value}"
        yield f"    source:      {one_line(answer.source)}"
        if answer.text.strip():
            yield f"    reply:       {one_line(answer.text)}"
        if one.before is not None and one.before.text != answer.text:
            yield f"    catalog:     {one_line(one.before.text)}"
        if one.outcome is Outcome.UNMATCHED or verbose:
            yield from (f"    remark:      {one_line(remark)}" for remark in answer.comments if remark.strip())


def _last(report: ImportReport, *, dry_run: bool) -> str:
    if not report.taken:
        return (
            f"{report.path}: left as it was: {count(len(report.refused), 'error')} above. "
            "Send the file back, or take what is right with --partial."
        )
    if dry_run:
        return f"{report.path}: not touched (--dry-run)"
    return f"{report.path}: {'written' if report.written else 'unchanged'}"
