"""What an edit of the source means for each translation: which texts went stale, and what it will cost.

Old wordings come from the catalogs themselves: a translation that nobody has brought up to date still stands beside
the text it was made for. With an earlier copy of the leaflet the source alone is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from polyleaf.catalog.messages.extract import leaflet_messages
from polyleaf.catalog.po.catalog import Catalog, CatalogEntry, Key
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.po.similar import pair
from polyleaf.catalog.progress.status import count_words
from polyleaf.catalog.progress.word_diff import word_diff, words_in
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.locales.table import language
from polyleaf.model.approval import Change, ChangeKind, Verdict
from polyleaf.model.finding import Fault, Location
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Message, TextState
from polyleaf.model.project import Project


class EditKind(StrEnum):
    """What a translator is asked to do."""

    CHANGED = "changed"
    """The text was reworded; the translation is of the old wording."""
    NEW = "new"
    """There is no translation."""
    CHECK = "check"
    """The translation is marked fuzzy; nobody can say what the old wording was."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One text to be translated or looked at.

    Attributes:
        kind: What is to be done.
        now: The text as it stands.
        context: Its ``msgctxt``.
        before: The wording that the translation was made for; "" if unknown or new.
        translation: The present translation; "" if there is none.
        words: Words of the text.
        words_new: Those of them that the earlier wording does not have.
        critical: Whether it stands in a critical block.
        where: Where it stands, in words for the translator.
        location: File and line.
    """

    kind: EditKind
    now: str
    context: str
    before: str
    translation: str
    words: int
    words_new: int
    critical: bool
    where: str
    location: Location

    @property
    def key(self) -> Key:
        """Context and text."""
        return (self.context, self.now)


@dataclass(frozen=True, slots=True)
class Impact:
    """What the edits mean for one leaflet in one language.

    Attributes:
        leaflet: The leaflet.
        language: The language of the translation.
        edits: Texts that need work, in document order.
        gone: Texts that are no longer in the leaflet; their translations are kept.
        verdict: What became of the sign-off.
        faults: Why the catalog cannot be read; every text counts as new then.
    """

    leaflet: Leaflet
    language: Language
    edits: tuple[Edit, ...]
    gone: tuple[str, ...]
    verdict: Verdict
    faults: tuple[Fault, ...] = ()

    @property
    def words(self) -> int:
        """Words to pay for: all words of every text that needs work."""
        return sum(edit.words for edit in self.edits)

    @property
    def words_new(self) -> int:
        """Those of them that the earlier wordings do not have."""
        return sum(edit.words_new for edit in self.edits)

    def count(self, kind: EditKind) -> int:
        """Number of texts of a kind."""
        return sum(edit.kind is kind for edit in self.edits)


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What changed in a leaflet since an earlier copy of it.

    Attributes:
        before: Earlier wording of each reworded text.
        new: Texts that are new.
        gone: Texts that are gone.
        facts: Facts whose value changed: name, earlier value, present value; "" where there is none.
    """

    before: Mapping[Key, str]
    new: tuple[Key, ...]
    gone: tuple[str, ...]
    facts: tuple[Change, ...] = ()


def impacts(project: Project, leaflet: Leaflet, locales: Sequence[str], signoff: SignOff) -> Iterator[Impact]:
    """What the edits of a leaflet mean for each of these locales.

    Raises:
        MachineError: A catalog cannot be read.
    """
    outline, _ = signoff.outline(leaflet.name)
    messages = leaflet_messages(leaflet)
    for locale in locales:
        faults: tuple[Fault, ...] = ()
        try:
            catalog = load(project, locale, leaflet.name)
        except CatalogError as error:
            catalog, faults = None, error.faults
        merged, report = merge(catalog or Catalog(locale=locale), messages)
        wanted = {message.key: message for message in messages}
        edits = (
            _edit(entry, wanted[entry.key], entry.key in outline.critical)
            for entry in merged.current
            if entry.state is not TextState.TRANSLATED and entry.key in wanted
        )
        verdict = signoff.verdict(leaflet.name, locale)
        gone = tuple(msgid for _, msgid in report.obsolete)
        yield Impact(leaflet, language(locale), tuple(edits), gone, verdict, faults)


def _edit(entry: CatalogEntry, message: Message, critical: bool) -> Edit:
    words = count_words(entry.msgid)
    before = entry.previous[1] if entry.previous is not None else ""
    kind = EditKind.NEW
    if entry.state is TextState.FUZZY:
        kind = EditKind.CHANGED if before else EditKind.CHECK
    return Edit(
        kind=kind,
        now=entry.msgid,
        context=entry.context,
        before=before,
        translation=entry.text,
        words=words,
        words_new=min(words, words_in(word_diff(before, entry.msgid))) if before else words,
        critical=critical,
        where=message.comments[0] if message.comments else "",
        location=message.locations[0],
    )


def source_change(before: Leaflet, now: Leaflet, signoff: SignOff, earlier: SignOff) -> SourceChange:
    """What changed in the source between two copies of a leaflet.

    Args:
        before: The earlier copy.
        now: The present one.
        signoff: Knows the present project.
        earlier: Knows the project of the earlier copy.
    """
    old, _ = earlier.outline(before.name)
    new, messages = signoff.outline(now.name)
    gone = [key for key in old.keys if key not in new.keys]
    removed = [CatalogEntry(msgid, context, text="-") for context, msgid in gone]
    added = [message for message in messages if message.key not in old.keys]
    partners = pair(removed, added, old.keys, new.keys)
    taken = {entry.key for entry in partners.values()}
    return SourceChange(
        before={key: entry.msgid for key, entry in partners.items()},
        new=tuple(message.key for message in added if message.key not in partners),
        gone=tuple(entry.msgid for entry in removed if entry.key not in taken),
        facts=tuple(
            Change(ChangeKind.FACT, name, old.facts.get(name, ""), new.facts.get(name, ""))
            for name in sorted({*old.facts, *new.facts})
            if old.facts.get(name) != new.facts.get(name)
        ),
    )
