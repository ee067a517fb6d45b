"""Which text of the catalog each answer is for. Nothing in a reply is believed before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from polyleaf.catalog.exchange.change import new_remarks
from polyleaf.catalog.exchange.decision import Decision, Outcome, decide
from polyleaf.catalog.exchange.fitting import MSGCAT, fitted
from polyleaf.catalog.exchange.pieces import NOT_PO
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyUnit
from polyleaf.catalog.exchange.unit import key_mark, read_id
from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.reader import MOST_CHARACTERS
from polyleaf.model.finding import Fault
from polyleaf.model.foreign import one_line
from polyleaf.model.message import TextState

Key = tuple[str, str]

_SHORT = 60
"""Letters of a text in a message."""


@dataclass(frozen=True, slots=True)
class Matching:
    """A reply beside a catalog.

    Attributes:
        decisions: One for each answer, in the order of the reply.
        faults: Answers that cannot be used: an edited source text, two translations of one text, letters that no
            catalog can hold.
    """

    decisions: tuple[Decision, ...]
    faults: tuple[Fault, ...]


def match(catalog: Catalog, reply: Reply, *, force: bool = False) -> Matching:
    """What a reply would do to a catalog.

    Args:
        catalog: The catalog, brought up to the leaflet.
        reply: The reply.
        force: Whether empty and older translations count.
    """
    matcher = _Matcher(catalog, reply, force)
    decisions = tuple(filter(None, map(matcher.decision, reply.answers)))
    return Matching(decisions, tuple(matcher.faults))


class _Matcher:
    def __init__(self, catalog: Catalog, reply: Reply, force: bool) -> None:
        self.faults: list[Fault] = []
        self._force = force
        self._current: Mapping[Key, CatalogEntry] = catalog.by_key()
        self._gone = {entry.key for entry in catalog.obsolete}
        self._by_mark = {key_mark(*key): entry for key, entry in self._current.items()}
        self._by_words: dict[tuple[str, ...], list[CatalogEntry]] = defaultdict(list)
        self._earlier: dict[Key, CatalogEntry] = {}
        for entry in catalog.current:
            self._by_words[tuple(entry.msgid.split())].append(entry)
            if entry.previous is not None and entry.state is TextState.FUZZY:
                self._earlier.setdefault(entry.previous, entry)
        self._contexts = {context for context, _ in self._current if context}
        self._twins: dict[tuple[str, ...], list[ReplyUnit]] = defaultdict(list)
        for answer in reply.answers:
            if self._lost(answer):
                self._twins[tuple(answer.source.split())].append(answer)
        self._taken: dict[Key, ReplyUnit] = {}

    def decision(self, answer: ReplyUnit) -> Decision | None:
        found = _unfit(answer) or self._entry(answer)
        earlier = isinstance(found, str) and (answer.context or "", answer.source) in self._earlier
        if earlier:
            found = self._earlier[(answer.context or "", answer.source)]
        if isinstance(found, Fault):
            self.faults.append(found)
            return None
        if isinstance(found, str):
            said = answer.text.strip() or any(map(str.strip, answer.comments))
            return Decision(Outcome.UNMATCHED, answer, reason=found) if said else None
        return self._first(found, answer, earlier)

    def _first(self, entry: CatalogEntry, answer: ReplyUnit, earlier: bool) -> Decision | None:
        other = self._taken.setdefault(entry.key, answer)
        if other is answer:
            return decide(entry, answer, force=self._force, earlier=earlier)
        texts = {fitted(one.text, entry.msgid) for one in (other, answer)}
        if len(texts) > 1 or set(new_remarks(entry, answer)) - set(new_remarks(entry, other)):
            what = f'a second translation of "{one_line(entry.msgid, _SHORT)}"; the first is at {other.place}'
            self.faults.append(Fault(what, answer.place, "Keep the right one and delete the other."))
        return None

    def _entry(self, answer: ReplyUnit) -> CatalogEntry | Fault | str:
        """The entry an answer is for; a fault if its source text was edited; else why there is none."""
        marks = read_id(answer.id)
        if marks and (entry := self._by_mark.get(marks[0])) is not None:
            # Many tools fold white space; that is no edit.
            return entry if entry.msgid.split() == answer.source.split() else _edited(entry, answer)
        if not answer.source.strip():
            return "no source text stands beside it"
        key, words = (answer.context or "", answer.source), tuple(answer.source.split())
        twins = self._twins[words] if self._lost(answer) else []
        if key in self._current and (answer.context or len(twins) == 1):
            return self._current[key]
        if twins and words in self._by_words:
            return self._by_text(answer, self._by_words[words], twins)
        if key in self._gone:
            return "this text is no longer in the leaflet"
        return "this text does not stand in the leaflet"

    def _lost(self, answer: ReplyUnit) -> bool:
        """Whether the context is missing or none of the leaflet's: other tools drop contexts, or make up their own."""
        return not answer.context or answer.context not in self._contexts

    @staticmethod
    def _by_text(answer: ReplyUnit, candidates: list[CatalogEntry], twins: list[ReplyUnit]) -> CatalogEntry | str:
        """The entry of an answer that lost its context on the way through another tool."""
        if len(candidates) == 1:
            return candidates[0]
        if len(twins) == len(candidates):
            # As many answers as places: both are in reading order.
            return candidates[next(number for number, one in enumerate(twins) if one is answer)]
        return "this text stands in several places, and the reply does not say which one is meant"


def _unfit(answer: ReplyUnit) -> Fault | None:
    if match := NOT_PO.search(answer.text):
        what = f"a control character (U+{ord(match[0]):04X}) in the translation"
        return Fault(what, answer.place, "It often comes with text copied from a PDF: type the words anew.")
    if MSGCAT.search(answer.text):
        what = "two translations that msgcat put together, with a line #-#-#-#-# above each"
        return Fault(what, answer.place, "Keep the right one, and delete the other and both lines.")
    if len(answer.text) > MOST_CHARACTERS:
        what = f"a translation of more than {MOST_CHARACTERS:,} characters"
        return Fault(what, answer.place, "No paragraph of a leaflet is so long: look for what was pasted by mistake.")
    return None


def _edited(entry: CatalogEntry, answer: ReplyUnit) -> Fault:
    says = f'"{one_line(answer.source, _SHORT)}"' if answer.source.strip() else "nothing"
    return Fault(
        f'the source text was changed: it says {says}, where the leaflet says "{one_line(entry.msgid, _SHORT)}"',
        answer.place,
        "Put the source text back as it was. Whoever finds a mistake in it tells the owner of the leaflet.",
    )
