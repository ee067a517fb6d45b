"""Files that were built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from polyleaf.model.logo import ANY_LOGO, LogoRules

if TYPE_CHECKING:  # a build with nothing to do reads no file
    from polyleaf.model.document import LocalizedDocument
    from polyleaf.model.edition import Edition
    from polyleaf.model.pdf_facts import PdfFacts
    from polyleaf.model.tag_tree import TagTree
    from polyleaf.model.validation import Validation


class State(StrEnum):
    """Whether a file may be handed out."""

    DRAFT = "draft"
    RELEASE = "release"


BOTH_SIDES = 2
"""Pages of a sheet that is not folded."""


def sheets_of(pages: int, on_a_sheet: int = BOTH_SIDES) -> int:
    """Sheets of paper for some pages, or panels of a fold, printed on both sides."""
    return -(-pages // on_a_sheet)


@dataclass(frozen=True, slots=True)
class Artifact:
    """One line of ``dist/manifest.json``.

    Attributes:
        path: Relative to ``dist/``, with forward slashes.
        leaflet, version, locale, edition: What it is.
        output: ``accessible`` or ``press``.
        pages: Number of pages.
        sha256: Of the file.
        inputs: Digest of everything it was made from.
        state: Draft or release.
        errors, warnings: Findings on the file when it was built.
        validated: What the validator said when it was built (``page-validation 0.11.0 pdf/ua-1: pass``);
            "" if none was installed.
        print_code: The code that stands on the print; "" if an older polyleaf made it.
        page: Digest of the page that was laid out; "" if the engine complained about it.
        print_text: SHA-256 of all that is printed on it, in hexadecimal; "" if an older polyleaf made it.
        basis: Digest of what it was judged by beside its pages; "" if an older polyleaf made it.
        on_a_sheet: How many of its pages a sheet of paper has on both sides: more than two if they are panels.
    """

    path: str
    leaflet: str
    version: str
    locale: str
    edition: str
    output: str
    pages: int
    sha256: str
    inputs: str
    state: State
    errors: int = 0
    warnings: int = 0
    validated: str = ""
    print_code: str = ""
    page: str = ""
    print_text: str = ""
    basis: str = ""
    on_a_sheet: int = BOTH_SIDES

    @property
    def sheets(self) -> int:
        """Sheets of paper that are printed on both sides."""
        return sheets_of(self.pages, self.on_a_sheet)


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """A finished file beside the document it should show: the subject of page and PDF checks."""

    document: LocalizedDocument
    edition: Edition
    facts: PdfFacts
    families: tuple[str, ...]
    """Font families that the languages on the page may use."""
    validations: tuple[Validation, ...] = ()
    """What validators said of the file, where any is installed."""
    tags: TagTree | None = None
    """Its tag tree with the text; None if it has none."""
    source: LocalizedDocument | None = None
    """The leaflet in its source language, if it is printed beside the document."""
    logo: LogoRules = ANY_LOGO
    """What the organisation asks of a logo."""
    laid_out: int | None = None
    """How many pages were laid out; None if it is not known."""
