"""Orders to the render room and what comes back: frozen and picklable, they cross process borders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polyleaf.locales.counted_words import AmountWords, amount_words
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Fault
from polyleaf.model.logo import ANY_LOGO, LogoRules
from polyleaf.model.look import PLAIN, Look
from polyleaf.render.outline import Outline


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """One PDF to make.

    Attributes:
        document: What it says.
        edition: How large and on what paper.
        rooms: Template folders; a file in an earlier one wins over one of the same name in a later one.
            The last is the built-in room.
        images: Pictures by the name in ``Figure.image``; safe, existing files only.
        target: File to write; its folder exists.
        accessible: The standard of the file: ``pdf/ua-1`` or ``pdf/ua-2``.
        source: The leaflet in its source language, to be printed beside the document, text by text; or None.
        label: What the edition is called in the identity of the print; its name if "".
        address: The web address before the code in the square code, or "".
        logo: What the organisation asks of a logo.
        look: Colours and lines.
        families: Font families that may be on the pages.
        engine: Digest of what else makes the pages look as they do: versions, fonts, files of the template rooms.
        logo_file: The logo at the head of the first page, a safe, existing file; or None.
        amounts: What stands beside numbers in its languages, by locale: a process that makes pages knows no language
            file of the project.
    """

    document: LocalizedDocument
    edition: Edition
    rooms: tuple[Path, ...]
    images: Mapping[str, Path]
    target: Path
    accessible: str = "pdf/ua-1"
    source: LocalizedDocument | None = None
    label: str = ""
    address: str = ""
    logo: LogoRules = ANY_LOGO
    look: Look = PLAIN
    logo_file: Path | None = None
    families: tuple[str, ...] = ()
    engine: str = ""
    amounts: Mapping[str, AmountWords] = field(default_factory=dict)

    def amounts_of(self, document: LocalizedDocument) -> AmountWords:
        """What stands beside the numbers of one of its documents."""
        return self.amounts.get(document.language.locale) or amount_words(document.language)

    @property
    def called(self) -> str:
        """What the edition is called in the identity of the print."""
        return self.label or self.edition.name


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the engine said of a PDF it wrote.

    Attributes:
        pages: Number of pages.
        faults: What the engine complained about (a missing glyph, a file it could not load).
        code: The code that stands on the print.
        outline: What the layout came to; None if the file was not laid out.
    """

    pages: int
    faults: tuple[Fault, ...] = ()
    code: str = ""
    outline: Outline | None = None
