"""Sign-off: three people say that a translation may be handed out, and for which text they said it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from polyleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry of ``translations/approvals/``.

    Attributes:
        leaflet, locale: What was approved.
        translator: Who translated; the name of the engine if a machine did; "" for the text as its author wrote it.
        reviser: Who compared both languages line by line; never the translator (ISO 17100); "" as above.
        clinician: Who answers for the medical content.
        machine_translated: Whether a machine made the first version.
        date: The day of the sign-off.
        version: Version of the leaflet on that day, for people.
        digest: SHA-256, in hexadecimal, of all that was approved: texts, translations, facts, words of the templates.
        texts: A short mark for each text and its translation, so that a later change can be named.
        words: The same for the words of the templates and of the contacts.
        facts: Each fact of the texts with its value.
        contacts: Number, mail and web address of each contact (``ward.phone``); older entries have none.
        location: Where the entry stands.
    """

    leaflet: str
    locale: str
    translator: str
    reviser: str
    clinician: str
    machine_translated: bool
    date: datetime.date
    version: str
    digest: str
    texts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    location: Location = field(default_factory=lambda: Location(""))


class ChangeKind(StrEnum):
    """What can happen to an approved translation."""

    TEXT = "text"
    """The source text is new, or was reworded."""
    GONE = "gone"
    """A text that was approved is no longer there."""
    TRANSLATION = "translation"
    FACT = "fact"
    CONTACT = "contact"
    """Number, mail or web address of a contact."""
    WORDS = "words"
    """Words of the templates or of a contact."""
    ORDER = "order"
    """The same texts stand in another order, or in other boxes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was approved.

    Attributes:
        kind: What kind of thing.
        what: The text, or the name of the fact or contact; "" if it cannot be named.
        before, now: Earlier and present wording or value, where they are known.
        critical: Whether it stands in a critical block.
    """

    kind: ChangeKind
    what: str
    before: str = ""
    now: str = ""
    critical: bool = False


class Standing(StrEnum):
    """Whether a translation may be handed out."""

    NONE = "none"
    APPROVED = "approved"
    VOID = "void"
    """It was approved, and has changed since."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the ledger says of one leaflet in one locale as they are now.

    Attributes:
        standing: Approved or not.
        approval: The entry that decides, or None.
        changes: Why it is void.
        trouble: What is wrong with the entry itself; "" if nothing.
    """

    standing: Standing
    approval: Approval | None = None
    changes: tuple[Change, ...] = ()
    trouble: str = ""
