"""A catalog in memory: its header and its entries, nothing lost on the way in or out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from polyleaf.model.finding import Location
from polyleaf.model.message import TextState

FUZZY = "fuzzy"
BRACE_FORMAT = "python-brace-format"

Key = tuple[str, str]
"""``msgctxt`` (or "") and msgid: what makes a message one of its kind."""


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One entry of a ``.po`` or ``.pot`` file.

    Attributes:
        msgid: Source text.
        context: ``msgctxt`` or "".
        text: ``msgstr``; "" when missing.
        flags: Flags (``#,``) in order, without doubles.
        comments: The translator's comments (``#``), line by line.
        extracted: Comments for the translator (``#.``).
        references: Where the text stands (``#:``).
        previous: ``(msgctxt, msgid)`` that the translation was made for (``#|``), on fuzzy entries that are current.
        obsolete: Whether the text is no longer in the source (``#~``).
        line: Line of the msgid in the file it was read from.
        raw: The lines from msgctxt to msgstr as they were read: written again as they are, so that the wrapping
            of the translator's own tool survives. () when the entry is new or has changed.
    """

    msgid: str
    context: str = ""
    text: str = ""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[Location, ...] = ()
    previous: tuple[str, str] | None = None
    obsolete: bool = False
    line: int | None = field(default=None, compare=False)
    raw: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def key(self) -> Key:
        """What makes the entry one of its kind."""
        return (self.context, self.msgid)

    @property
    def state(self) -> TextState:
        """Translated, fuzzy or missing; white space alone is no translation."""
        if not self.text.strip():
            return TextState.MISSING
        return TextState.FUZZY if FUZZY in self.flags else TextState.TRANSLATED


@dataclass(frozen=True, slots=True)
class Catalog:
    """A catalog.

    Attributes:
        headers: Header fields in order.
        comments: Comment lines above the header, without the leading ``#``.
        flags: Flags of the header entry.
        entries: Entries in order, obsolete ones last.
        tail: Comment lines after the last entry.
        locale: Locale of the folder it stands in; None for a template (``.pot``).
        raw: Lines of the header entry as they were read, while unchanged.
    """

    headers: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    entries: tuple[CatalogEntry, ...] = ()
    tail: tuple[str, ...] = ()
    locale: str | None = None
    raw: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def current(self) -> Iterator[CatalogEntry]:
        """Entries whose text is in the source."""
        return (entry for entry in self.entries if not entry.obsolete)

    @property
    def obsolete(self) -> Iterator[CatalogEntry]:
        """Entries whose text is gone from the source; their translations are kept."""
        return (entry for entry in self.entries if entry.obsolete)

    def by_key(self) -> Mapping[tuple[str, str], CatalogEntry]:
        """Current entries by context and msgid."""
        return {entry.key: entry for entry in self.current}
