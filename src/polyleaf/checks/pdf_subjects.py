"""Finished files as the checks read them: places, fonts, runs."""

from __future__ import annotations

from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Location
from polyleaf.model.pdf_facts import TextRun
from polyleaf.model.wording import quote

MM = 72 / 25.4
"""Points in a millimetre."""


def place(subject: PrintedDocument, page: int | None = None) -> Location:
    """A page of the file, or the file."""
    return Location(subject.facts.path, page=page, locale=subject.document.language.locale)


def is_blank(run: TextRun) -> bool:
    """Whether a run prints nothing: blanks only. Text that is unknown counts as printed.

    More glyphs than blanks are letters whose text was told before them, with the first letters of their line.
    """
    return bool(run.text) and not run.text.strip() and run.missing == 0 and run.glyphs <= len(run.text)


def first_run_of(subject: PrintedDocument, font: int) -> tuple[int | None, TextRun | None]:
    """The first page and run in a font (its number), or None and None."""
    for page in subject.facts.pages:
        for run in page.runs:
            if run.font == font and not is_blank(run):
                return page.number, run
    return None, None


def first_page_of(subject: PrintedDocument, font: int) -> int | None:
    """The first page with text in a font, or None."""
    return first_run_of(subject, font)[0]


def font_name(subject: PrintedDocument, font: int) -> str:
    """The family of a font in quotation marks."""
    fonts = subject.facts.fonts
    return quote(fonts[font].family or fonts[font].name) if 0 <= font < len(fonts) else "an unknown font"


def told(words: str) -> str:
    """The words a finding is about, in quotation marks; glyphs may stand for no text of their own."""
    quoted = quote(words)
    return quoted if quoted != quote("") else "A letter"
