"""What becomes of each answer of a reply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from polyleaf.catalog.exchange.change import answered
from polyleaf.catalog.exchange.fitting import fitted, is_copy
from polyleaf.catalog.exchange.reply_unit import ReplyUnit
from polyleaf.catalog.exchange.unit import read_id, text_mark
from polyleaf.catalog.po.catalog import CatalogEntry
from polyleaf.model.message import TextState


class Outcome(Enum):
    """What becomes of one answer; the values are words for people."""

    NEW = "new"
    CHANGED = "changed"
    UNFINISHED = "fuzzy: the reply says that it is not finished"
    EARLIER = "fuzzy: made for the earlier text"
    SAME = "unchanged"
    EMPTY = "empty in the reply"
    COPY = "not translated: the reply holds the text itself"
    OLDER = "changed here since it was sent out"
    UNMATCHED = "not in the leaflet"


@dataclass(frozen=True, slots=True)
class Decision:
    """What one answer does.

    Attributes:
        outcome: What becomes of it.
        answer: The answer.
        before: The entry it is for; None if there is none.
        after: The entry as it would be written; equal to ``before`` if nothing changes.
        reason: Why nothing fits, for ``UNMATCHED``.
    """

    outcome: Outcome
    answer: ReplyUnit
    before: CatalogEntry | None = None
    after: CatalogEntry | None = None
    reason: str = ""


def decide(entry: CatalogEntry, answer: ReplyUnit, *, force: bool, earlier: bool) -> Decision:
    """What an answer does to its entry.

    The id of an answer tells which translation the text had when it was sent out. If the catalog has another one now,
    somebody has worked on it meanwhile, and the answer is the older of the two.

    Args:
        entry: The entry as it is.
        answer: The answer for it.
        force: Whether empty and older answers count.
        earlier: Whether the answer is for the earlier text of the entry, which is fuzzy.
    """
    done = entry.state is TextState.TRANSLATED
    marks = read_id(answer.id)
    newer = force or (marks is not None and marks[1] == text_mark(entry.text))
    is_as_sent = marks is not None and marks[1] == text_mark(answer.text)
    if not is_as_sent and answer.text != entry.text:
        answer = replace(answer, text=fitted(answer.text, entry.msgid))
    if not answer.text.strip():
        return _blank(entry, answer, force)
    if answer.text == entry.text:
        return _confirmed(entry, answer, done=done, newer=newer, earlier=earlier)
    if not (force or is_as_sent or answer.finished) and is_copy(answer.text, entry.msgid):
        return _kept(Outcome.COPY, entry, answer)
    # An answer that does not tell what it was made on may fill a gap or finish a fuzzy text, not replace finished work.
    if not newer and entry.text.strip() and (done or earlier or marks is not None):
        return _kept(Outcome.OLDER, entry, answer)
    finished = not earlier and (answer.finished if answer.finished is not None else _filled(entry))
    after = answered(entry, answer, answer.text, fuzzy=not finished)
    if finished:
        return Decision(Outcome.CHANGED if entry.text.strip() else Outcome.NEW, answer, entry, after)
    return Decision(Outcome.EARLIER if earlier else Outcome.UNFINISHED, answer, entry, after)


def _blank(entry: CatalogEntry, answer: ReplyUnit, force: bool) -> Decision:
    if not entry.text.strip():
        return _kept(Outcome.SAME, entry, answer)
    if not force:
        return _kept(Outcome.EMPTY, entry, answer)
    return Decision(Outcome.CHANGED, answer, entry, answered(entry, answer, "", fuzzy=False))


def _confirmed(entry: CatalogEntry, answer: ReplyUnit, *, done: bool, newer: bool, earlier: bool) -> Decision:
    """The same words: only whether they are finished can change."""
    if answer.finished is None or answer.finished == done or earlier:
        return _kept(Outcome.SAME, entry, answer)
    if answer.finished:
        return Decision(Outcome.CHANGED, answer, entry, answered(entry, answer, answer.text, fuzzy=False))
    if newer:
        return Decision(Outcome.UNFINISHED, answer, entry, answered(entry, answer, answer.text, fuzzy=True))
    # A tool that lost the states on the way must not undo what is finished here.
    return _kept(Outcome.SAME, entry, answer)


def _filled(entry: CatalogEntry) -> bool:
    """Whether new words are finished where the reply does not say: a fuzzy text needs somebody to say so."""
    return entry.state is not TextState.FUZZY


def _kept(outcome: Outcome, entry: CatalogEntry, answer: ReplyUnit) -> Decision:
    after = answered(entry, answer, entry.text, fuzzy=entry.state is TextState.FUZZY)
    return Decision(outcome, answer, entry, after)
