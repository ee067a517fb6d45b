"""Sets small pages with the real engine and judges them, for the tests of the page checks."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pictures.png_files import png

from polyleaf.checks.run import run
from polyleaf.checks.samples.language import ENGLISH
from polyleaf.checks.samples.page import a_page_of
from polyleaf.checks.samples.text import inlines, text
from polyleaf.locales.table import language
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.inline import FactWords
from polyleaf.model.leaflet import Paragraph
from polyleaf.model.message import TextState
from polyleaf.pdf.reader import read_pdf

STYLE = """
@page { size: A4; margin: 25mm }
html { font: 18pt/1.5 'Noto Sans'; hyphens: manual }
body, p, h1, h2, ul, table, td, th { margin: 0; padding: 0; font-size: inherit }
p { margin-bottom: 1em; orphans: 2; widows: 2 }
h2 { font-size: 26pt; font-weight: 700; line-height: 1.4; break-after: avoid }
td, th { text-align: start; vertical-align: top; padding: 4pt }
tr { break-inside: avoid }
"""

SENTENCE = "You can go home on the same day, and somebody must drive you. "

_FOLDER = TemporaryDirectory(prefix="polyleaf-pages-")  # removed when the tests end
_OUT = Path(_FOLDER.name)


def pixel() -> bytes:
    """A PNG of four pixels."""
    return png(2, 2, bytes(14))


def squares() -> bytes:
    """An SVG of small squares with as much ground between them, as a square code has."""
    parts = "".join(f"M{x} {y}h1v1h-1z" for x in range(0, 20, 2) for y in range(x % 4 // 2, 20, 2))
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><path d='{parts}'/></svg>".encode()


@cache
def set_page(body: str, style: str = "", attributes: str = "lang=en", *, ours: bool = True) -> Path:
    """A PDF of ``body``: with the tag tree of polyleaf, or with WeasyPrint's own."""
    target = _OUT / f"{len(list(_OUT.iterdir()))}.pdf"
    page = f"<html {attributes}><head><title>A title</title><style>{STYLE}{style}</style></head><body>{body}"
    if ours:
        from polyleaf.render.weasy import write_pdf  # noqa: PLC0415 - the engine takes a second to load

        write_pdf(
            page, lambda url: (squares(), "image/svg+xml") if url.endswith(".svg") else (pixel(), "image/png"), target
        )
    else:
        import weasyprint  # noqa: PLC0415 - the engine takes a second to load

        weasyprint.HTML(string=page).write_pdf(target, pdf_variant="pdf/ua-1")
    return target


def printed_page(
    body: str,
    style: str = "",
    attributes: str = "lang=en",
    *,
    size: float = 18.0,
    paper: str = "A4",
    margin: float = 25.0,
    locale: str = "en_GB",
    facts: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    ours: bool = True,
) -> PrintedDocument:
    """A page beside a document that has these facts and texts."""
    path = set_page(body, style, attributes, ours=ours)
    sample = a_page_of()
    contents = [tuple(FactWords("fact", fact) for fact in facts), *(inlines(one) for one in texts)]
    blocks = tuple(
        Paragraph(LocalizedText(content, ENGLISH, TextState.SOURCE, text("x"))) for content in contents if content
    )
    document = replace(sample.document, language=language(locale), blocks=blocks)
    return PrintedDocument(
        document, Edition("test", size, paper, margin), read_pdf(path, "dist/x.pdf"), sample.families
    )


def found(subject: PrintedDocument) -> list[str]:
    """What the page checks say: id and message, without the area."""
    return [
        f"{finding.check.removeprefix('page/')}: {finding.fault.message}"
        for finding in run([subject], partial=True)
        if finding.check.startswith(("page/", "engine/"))
    ]
