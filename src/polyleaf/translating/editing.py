"""One translation changed by hand, through the same doors as a reply of an agency: nobody's newer work is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from polyleaf.catalog.exchange.change import with_changes
from polyleaf.catalog.exchange.match import match
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyUnit
from polyleaf.catalog.exchange.unit import text_mark
from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.turn import turn
from polyleaf.catalog.po.writer import write_catalog
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.message import TextState
from polyleaf.translating.receiving import judged
from polyleaf.translating.sending import ExchangeProject


class Fate(Enum):
    """What became of an edit."""

    SAVED = "saved"
    SAME = "same"
    """It says so already."""
    CONFLICT = "conflict"
    """Somebody else changed it since: nothing is written."""
    GONE = "gone"
    """The text is no longer in the leaflet: nothing is written."""
    REFUSED = "refused"
    """It cannot be written, or a check finds an error in it: nothing is written."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A translation as somebody wants it.

    Attributes:
        leaflet, locale: Which catalog.
        context, msgid: Which text.
        before: The translation that this person saw.
        text: The new one; "" takes it away.
        finished: Whether it is done; else it is fuzzy, and errors in it are no obstacle.
        was_finished: Whether it was done when this person saw it; None if that does not matter.
    """

    leaflet: str
    locale: str
    context: str
    msgid: str
    before: str
    text: str
    finished: bool = True
    was_finished: bool | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of an edit.

    Attributes:
        fate: That.
        path: The file it is in, relative to the project.
        now: What stands there now.
        faults: Why it was refused.
        findings: What checks say of it without refusing it.
    """

    fate: Fate
    path: str
    now: str
    faults: tuple[Fault, ...] = ()
    findings: tuple[Finding, ...] = ()


def edit_translation(exchange: ExchangeProject, edit: Edit) -> Edited:
    """Change one translation; comments, obsolete entries and everything else in the catalog stay.

    Args:
        exchange: The project.
        edit: The change.

    Raises:
        CatalogError: The catalog cannot be used.
        MachineError: A file cannot be read or written.
        UsageError: There is no such leaflet or locale.
    """
    subject = exchange.subject(edit.leaflet, edit.locale)
    path = catalog_path(exchange.project.root, subject.target.locale, subject.domain.name)
    shown_as = exchange.project.relative(path)
    with turn(exchange.project, path, subject.target.locale):
        stored, catalog = exchange.catalog(subject)
        entry = catalog.by_key().get((edit.context, edit.msgid))
        if entry is None:
            return Edited(Fate.GONE, shown_as, "")
        done = entry.state is TextState.TRANSLATED
        moved = text_mark(entry.text) != text_mark(edit.before)
        if moved or edit.was_finished not in (None, done):
            same = entry.text == edit.text and done == edit.finished
            return Edited(Fate.SAME if same else Fate.CONFLICT, shown_as, entry.text)
        place = Location(shown_as, entry.line, locale=edit.locale)
        answer = ReplyUnit(edit.msgid, edit.text, place, edit.context, finished=edit.finished)
        reply = Reply(shown_as, (edit.leaflet,), "", edit.locale, (answer,))
        matching = match(catalog, reply, force=True)
        decision = next(iter(matching.decisions), None)
        if matching.faults or decision is None or decision.after is None:
            return Edited(Fate.REFUSED, shown_as, entry.text, matching.faults)
        findings = judged(exchange, subject, reply, matching.decisions)
        wrong = tuple(one.fault for one in findings if one.severity is Severity.ERROR)
        if wrong:
            return Edited(Fate.REFUSED, shown_as, entry.text, wrong, findings)
        changed = with_changes(catalog, {entry.key: decision.after})
        written = write_catalog(path, with_header(changed, subject.domain.name, subject.domain.date), stored)
        return Edited(Fate.SAVED if written else Fate.SAME, shown_as, decision.after.text, (), findings)
