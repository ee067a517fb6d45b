"""Work in: a reply is checked whole before a catalog is touched, and nothing is written unless all of it can be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.catalog.exchange.change import with_changes
from polyleaf.catalog.exchange.decision import Decision, Outcome
from polyleaf.catalog.exchange.formats import read_reply
from polyleaf.catalog.exchange.match import match
from polyleaf.catalog.exchange.packing import Subject
from polyleaf.catalog.exchange.reply_unit import Reply, broken
from polyleaf.catalog.po.catalog import FUZZY, Catalog
from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.catalog.po.reader import MOST_BYTES
from polyleaf.catalog.po.tags import meant_by, same_language
from polyleaf.catalog.po.turn import turn
from polyleaf.catalog.po.writer import catalog_text, write_catalog
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers
from polyleaf.locales.table import language
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault, Finding, Severity
from polyleaf.model.foreign import one_line
from polyleaf.model.message import TextState, Translation
from polyleaf.source.inline import parse_inline
from polyleaf.translating.sending import ExchangeProject

_LEAFLET_FILE = re.compile(r"(?:^|/)leaflets/([^/]+)/leaflet\.md$")


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """How a reply is to be taken.

    Attributes:
        file: The file.
        shown_as: The file as people see it.
        locale: Its language; "" to take what it says.
        leaflet: Its leaflet; "" to take what it says.
        force: Whether empty and older translations replace those of the catalog.
        partial: Whether to take what is right although some of it is not.
        dry_run: Whether to write nothing.
    """

    file: Path
    shown_as: str
    locale: str = ""
    leaflet: str = ""
    force: bool = False
    partial: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a reply.

    Attributes:
        reply: The reply.
        leaflet: The leaflet, or ``templates``.
        locale: Its language.
        path: The catalog, relative to the project.
        decisions: What became of each answer.
        refused: Answers that cannot be used, with the reason; their decisions, if any, were not carried out.
        findings: What the checks say of the new translations; errors are among ``refused``.
        absent: Texts of the leaflet that the reply does not hold.
        taken: Whether the decisions were carried out, or would be but for ``dry_run``.
        written: Whether the catalog was written.
    """

    reply: Reply
    leaflet: str
    locale: str
    path: str
    decisions: tuple[Decision, ...]
    refused: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    absent: int
    taken: bool
    written: bool

    @property
    def clean(self) -> bool:
        """Whether nothing is left for a person to settle."""
        open_ends = {Outcome.OLDER, Outcome.UNMATCHED}
        return not self.refused and not any(one.outcome in open_ends for one in self.decisions)


def receive(exchange: ExchangeProject, order: ImportOrder) -> ImportReport:
    """Take a reply into the catalog it is for.

    A memory (TMX) of several leaflets is a reply for one of them; the rest of it is left aside.

    Raises:
        CatalogError: The catalog cannot be used.
        MachineError: A file cannot be read or written.
        ReplyError: The file is broken, or not for this project, leaflet or locale.
        UsageError: The leaflet or locale asked for is not the project's.
    """
    wanted = language(order.locale).tag if order.locale else ""
    reply = read_reply(order.file, order.shown_as, wanted, language(exchange.project.config.source).tag)
    subject = exchange.subject(_leaflet(exchange, reply, order.leaflet), _locale(exchange, reply, order.locale))
    reply = replace(reply, answers=tuple(one for one in reply.answers if one.leaflet in ("", subject.domain.name)))
    if reply.source and not same_language(reply.source, subject.source.tag):
        what = f'its texts are in "{one_line(reply.source, 40)}", those of the leaflet in {subject.source.english}'
        raise broken(what, reply.path, hint="Ask for the file that was made from this project.")
    path = catalog_path(exchange.project.root, subject.target.locale, subject.domain.name)
    with turn(exchange.project, path, subject.target.locale):
        return _taken_in(exchange, order, subject, reply, path)


def _taken_in(
    exchange: ExchangeProject, order: ImportOrder, subject: Subject, reply: Reply, path: Path
) -> ImportReport:
    stored, catalog = exchange.catalog(subject)
    matching = match(catalog, reply, force=order.force)
    if reply.answers and all(one.outcome is Outcome.UNMATCHED for one in matching.decisions) and not matching.faults:
        what = f'none of its {len(reply.answers)} texts stands in "{subject.domain.name}"'
        raise broken(what, reply.path, hint="It seems to be of another leaflet; name that with --leaflet.")
    findings = judged(exchange, subject, reply, matching.decisions)
    wrong = [finding for finding in findings if finding.severity is Severity.ERROR]
    refused = (*matching.faults, *(finding.fault for finding in wrong))
    taken = order.partial or not refused
    places = {(finding.fault.location.path, finding.fault.location.line) for finding in wrong}
    decisions = tuple(one for one in matching.decisions if (one.answer.place.path, one.answer.place.line) not in places)
    report = ImportReport(
        reply=reply,
        leaflet=subject.domain.name,
        locale=subject.target.locale,
        path=exchange.project.relative(path),
        decisions=decisions,
        refused=refused,
        findings=findings,
        absent=_absent(catalog, matching.decisions),
        taken=taken,
        written=False,
    )
    if not taken or order.dry_run:
        return report
    changed = _changed(catalog, decisions, subject)
    return replace(report, written=changed is not None and write_catalog(path, _bounded(changed, reply), stored))


def _changed(catalog: Catalog, decisions: Sequence[Decision], subject: Subject) -> Catalog | None:
    """The catalog with what was decided, or None if that changes nothing."""
    changes = {
        one.before.key: one.after
        for one in decisions
        if one.before is not None and one.after is not None and one.after != one.before
    }
    if not changes:
        return None
    return with_header(with_changes(catalog, changes), subject.domain.name, subject.domain.date)


def _bounded(catalog: Catalog, reply: Reply) -> Catalog:
    if len(catalog_text(catalog).encode()) > MOST_BYTES:
        raise broken(f"with it the catalog would be larger than {MOST_BYTES // 2**20} MB", reply.path)
    return catalog


def _absent(catalog: Catalog, decisions: Sequence[Decision]) -> int:
    found = {one.before.key for one in decisions if one.before is not None}
    return sum(entry.key not in found for entry in catalog.current)


def _leaflet(exchange: ExchangeProject, reply: Reply, wanted: str) -> str:
    known = {TEMPLATES, *exchange.project.leaflets, *(one.name for one in exchange.project.broken)}
    named = dict.fromkeys(name for text in reply.leaflets if (name := _named(text)) in known)
    if wanted and named and wanted not in named:
        hint = "Choose the file of that leaflet, or leave out --leaflet."
        raise broken(f'the file is of the leaflet "{", ".join(named)}", not of "{wanted}"', reply.path, hint=hint)
    if wanted or len(named) == 1:
        return wanted or next(iter(named))
    if named:
        what = f"the file is of several leaflets: {', '.join(named)}"
    elif reply.leaflets:
        what = f'the file is of "{one_line(reply.leaflets[0], 80)}", which is not a leaflet of this project'
    else:
        what = "the file does not say which leaflet it is of"
    raise broken(what, reply.path, hint="If you know it, name the leaflet: --leaflet NAME.")


def _named(text: str) -> str:
    """The leaflet that a path or a name means."""
    text = text.replace("\\", "/").strip()
    if match := _LEAFLET_FILE.search(text):
        return match[1]
    return re.sub(r"\.(po|pot|md|xlf|xliff|xlsx|tmx)$", "", posixpath.basename(text), flags=re.IGNORECASE)


def _locale(exchange: ExchangeProject, reply: Reply, wanted: str) -> str:
    config = exchange.project.config
    if not reply.target:
        if wanted:
            return wanted
        raise broken("the file does not say which language it is in", reply.path, hint="Name it with -l.")
    meant = meant_by(reply.target, config.targets)
    if wanted:
        if wanted not in meant and (meant or not same_language(reply.target, wanted)):
            hint = "Choose the file of that language, or leave out -l."
            raise broken(f'the file is in "{one_line(reply.target, 40)}", not in "{wanted}"', reply.path, hint=hint)
        return wanted
    if len(meant) == 1:
        return meant[0]
    if meant:
        what = f'the language of the file, "{one_line(reply.target, 40)}", may be {" or ".join(meant)}'
    else:
        what = f'the language of the file, "{one_line(reply.target, 40)}", is not one that this project translates into'
    raise broken(what, reply.path, hint=f"Its languages are: {', '.join(config.targets)}. Choose one with -l.")


def judged(
    exchange: ExchangeProject, subject: Subject, reply: Reply, decisions: Sequence[Decision]
) -> tuple[Finding, ...]:
    """What the checks say of the translations that would be printed; places are those in the reply."""
    view = CatalogView(
        leaflet=subject.domain.name,
        language=subject.target,
        source_language=subject.source,
        path=reply.path,
        entries=tuple(_entries(subject, decisions)),
        facts=subject.facts,
    )
    return run((view,), project_waivers(exchange.project), partial=True) if view.entries else ()


def _entries(subject: Subject, decisions: Sequence[Decision]) -> Iterator[Entry]:
    messages = {message.key: message for message in subject.domain.messages}
    for one in decisions:
        before, after = one.before, one.after
        if before is None or after is None or FUZZY in after.flags or not after.text.strip():
            continue
        if (after.text, after.flags) != (before.text, before.flags):
            place = replace(one.answer.place, locale=subject.target.locale)
            translation = Translation(messages[after.key], after.text, TextState.TRANSLATED, place)
            yield Entry(translation, parse_inline(after.msgid), parse_inline(after.text))
