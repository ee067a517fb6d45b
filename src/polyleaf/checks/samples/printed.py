"""Finished files of the samples: one A4 page with a line or two."""

from __future__ import annotations

import datetime
from typing import Any

from polyleaf.checks.samples.language import ENGLISH, URDU
from polyleaf.checks.samples.text import LEAFLET, text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedDocument, LocalizedText, Phrases
from polyleaf.model.edition import Edition
from polyleaf.model.message import TextState
from polyleaf.model.pdf_facts import FontFacts, PageFacts, PdfFacts, Rect, TextRun
from polyleaf.model.tag_tree import TagElement, TagTree
from polyleaf.model.validation import Conformance, Validation, Violation

PDF = "dist/knee-scan/ur/knee-scan-ur-large.pdf"
A4: Rect = (0.0, 0.0, 595.28, 841.89)


def a_font(name: str = "Noto Sans", *, embedded: bool = True) -> FontFacts:
    """A font of that family."""
    return FontFacts(name.replace(" ", "-"), name, embedded, "Type0/CIDFontType2")


def text_run(
    words: str = "Knee scan", *, size: float = 18.0, box: Rect = (71.0, 700.0, 300.0, 725.0), missing: int = 0
) -> TextRun:
    """A line in the first font."""
    return TextRun(0, size, box, missing, words, artifact=False)


def said(title: str, *, loose: tuple[str, ...] = ()) -> TagTree:
    """A tag tree with a heading that says this, and text that is not in it."""
    return TagTree(TagElement("Document", kids=(TagElement("H1", pages=(1,), kids=(title,)),)), loose, 0)


def validated(*violations: Violation, trouble: str = "") -> Validation:
    """What a validator said of the sample."""
    return Validation("veraPDF 1.30", Conformance.UA1, not violations and not trouble, violations, trouble)


def _document() -> LocalizedDocument:
    title = text("Knee scan", line=2, context="title")
    localized = LocalizedText(title.inlines, URDU, TextState.TRANSLATED, title)
    return LocalizedDocument(
        leaflet="knee-scan",
        path=LEAFLET,
        language=URDU,
        source_language=ENGLISH,
        organisation="Example Hospital",
        title=localized,
        source_title=localized,
        summary=None,
        code="RAD-001",
        version="1.0",
        owner="Radiology",
        published=datetime.date(2026, 1, 1),
        review_by=datetime.date(2028, 1, 1),
        published_text="1 January 2026",
        review_by_text="1 January 2028",
        blocks=(),
        contacts={},
        closing_contacts=(),
        references=(),
        languages=(ENGLISH, URDU),
        phrases=Phrases(URDU, ENGLISH, {}),
        digits="latn",
        draft=False,
    )


def printed(
    *runs: TextRun,
    fonts: tuple[FontFacts, ...] = (a_font(),),
    trim: Rect | None = None,
    validations: tuple[Validation, ...] = (),
    tags: TagTree | None = None,
    missing: tuple[str, ...] = (),
    laid_out: int | None = None,
    **facts: Any,  # noqa: ANN401 - fields of many types
) -> PrintedDocument:
    """The sample leaflet in Urdu, 18 pt on A4, one page with these runs; ``facts`` are fields of ``PdfFacts``."""
    page = PageFacts(1, A4, None, None, trim, 0, runs or (text_run(),), missing=missing)
    fields: dict[str, Any] = {
        "path": PDF,
        "version": "1.7",
        "title": "Knee scan",
        "language": "ur",
        "tagged": True,
        "fonts": fonts,
        "pages": (page,),
        "info": {},
    }
    families = ("Noto Nastaliq Urdu", "Noto Sans")
    edition = Edition("large", 18.0, "A4")
    return PrintedDocument(
        _document(), edition, PdfFacts(**(fields | facts)), families, validations, tags, laid_out=laid_out
    )
