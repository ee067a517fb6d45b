"""Sets the slug line of a press file: a strip for the edge of the sheet, by the same engine as the leaflet.

It has names of languages in their own scripts, so it needs fonts and shaping like any text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from polyleaf.model.document import LocalizedDocument
from polyleaf.model.edition import Edition
from polyleaf.render.environment import fill
from polyleaf.render.style import font_value
from polyleaf.render.weasy import write_pdf

_TEMPLATE = "press/slug.html"


@dataclass(frozen=True, slots=True)
class SlugOrder:
    """One slug line to set.

    Attributes:
        document: The leaflet.
        edition: How large and on what paper; the strip is as wide as the paper.
        label: What the edition is called on the strip.
        rooms: Template folders.
        digest: Short digest of the accessible file that the press file is made from.
        numbered: What is set for each page, so that its letters are in the font.
        target: File to write.
        print_code: The code of the print, as on its last page.
    """

    document: LocalizedDocument
    edition: Edition
    label: str
    rooms: tuple[Path, ...]
    digest: str
    numbered: str
    target: Path
    print_code: str = ""


def write_slug(order: SlugOrder) -> None:
    """Write the strip as a PDF.

    Raises:
        UsageError: The template has a fault.
        RenderError: The engine failed.
        OSError: The target cannot be written.
    """
    document = order.document
    html = fill(
        _TEMPLATE,
        order.rooms,
        code=document.code,
        version=document.version,
        language=document.language,
        source_language=document.source_language,
        families=font_value(document.language),
        edition=order.label,
        width=order.edition.width,
        date=document.published.isoformat(),
        digest=order.digest,
        numbered=order.numbered,
        draft=document.draft,
        print_code=order.print_code,
    )
    write_pdf(html, _nothing, order.target)


def _nothing(url: str) -> tuple[bytes, str]:
    """A slug line has no pictures."""
    raise KeyError(url)
