"""Sets the papers that go with a print job: job sheet, box labels, contact sheet, list of old stock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from polyleaf.model.language import Language
from polyleaf.render.environment import fill
from polyleaf.render.page import CODE_SCHEME
from polyleaf.render.qr import qr_svg
from polyleaf.render.style import font_value
from polyleaf.render.weasy import write_pdf

PICTURE_SCHEME = "polyleaf:picture/"


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """One paper to set.

    Attributes:
        template: ``delivery/job-sheet.html``.
        values: What the template is given.
        languages: Those whose names stand on it, for their fonts.
        rooms: Template folders.
        target: File to write.
        pictures: PNG pictures by the name that follows ``PICTURE_SCHEME``.
    """

    template: str
    values: Mapping[str, object]
    languages: tuple[Language, ...]
    rooms: tuple[Path, ...]
    target: Path
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def write_sheet(order: SheetOrder) -> int:
    """Write a paper as a PDF.

    Returns:
        The number of pages.

    Raises:
        UsageError: The template has a fault.
        RenderError: The engine failed.
        OSError: The target cannot be written.
    """
    faces = {language.tag: font_value(language) for language in order.languages}
    html = fill(
        order.template,
        order.rooms,
        faces=faces,
        picture_scheme=PICTURE_SCHEME,
        code_scheme=CODE_SCHEME,
        **order.values,
    )

    def resource(url: str) -> tuple[bytes, str]:
        if url.startswith(CODE_SCHEME):
            return qr_svg(unquote(url.removeprefix(CODE_SCHEME))), "image/svg+xml"
        return order.pictures[url.removeprefix(PICTURE_SCHEME)], "image/png"

    return write_pdf(html, resource, order.target)[0]
