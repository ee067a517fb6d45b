"""Makes a PDF of the same prose with polyleaf and with three other tools, in the same type, size and paper."""

from __future__ import annotations

import datetime
import html
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import weasyprint
from bench.readback_prose import Piece, markdown

from polyleaf.building.documents import Documents
from polyleaf.locales.table import language
from polyleaf.model.language import Language
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.render.style import font_value
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

Prose = tuple[Piece, ...]

_CONFIG = """[organisation]
name = "Example Hospital"
[languages]
source = {locale}
targets = []
[editions.large]
size = "18pt"
paper = "A4"
"""
_LEAFLET = """---
title: {title}
code: X-1
version: "1"
published: 2026-01-01
review_by: 2028-01-01
owner: Ward
---
{body}
"""
_PAGE = """<!DOCTYPE html><html lang="{tag}" dir="{direction}"><meta charset="utf-8"><title>{title}</title>
<style>@page {{ size: A4; margin: 20mm }} body {{ font: 18pt {fonts}; line-height: {line} }}</style><body>{body}</body>
"""
_TYPST = """#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 20mm)
#set text(lang: data.lang, region: data.region, font: data.fonts, size: 18pt, dir: eval(data.dir))
#for piece in data.pieces {
  if piece.kind == "p" { par(piece.text) } else if piece.kind == "li" { list(piece.text) } else { heading(piece.text) }
}
"""


@dataclass(frozen=True, slots=True)
class Maker:
    """A tool.

    Attributes:
        name: As the table calls it.
        make: Writes the PDF of a prose in a locale to a path.
        missing: Why it cannot be used here, or "".
    """

    name: str
    make: Callable[[str, Prose, Path], None]
    missing: str = ""


def polyleaf(locale: str, prose: Prose, target: Path) -> None:
    """The whole way: a project with one leaflet in that language."""
    root = target.with_suffix("")
    leaflet = root / "leaflets" / "declaration" / "leaflet.md"
    leaflet.parent.mkdir(parents=True, exist_ok=True)
    (root / "polyleaf.toml").write_text(_CONFIG.format(locale=json.dumps(locale)), encoding="utf-8")
    title = json.dumps(prose[0].text, ensure_ascii=False)
    leaflet.write_text(_LEAFLET.format(title=title, body=markdown(prose)), encoding="utf-8")
    project = read_project(root)
    document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("declaration", locale)
    render(RenderOrder(document, project.config.editions["large"], template_rooms(root), {}, target))


def plain_weasyprint(locale: str, prose: Prose, target: Path) -> None:
    """WeasyPrint's own tagged PDF."""
    weasyprint.HTML(string=_page(locale, prose)).write_pdf(target, pdf_variant="pdf/ua-1")


def typst(locale: str, prose: Prose, target: Path) -> None:
    """Typst through its Python package; it writes tags by itself."""
    import typst as compiler  # noqa: PLC0415 - only when it is installed

    own = language(locale)
    tag, _, region = own.tag.partition("-")
    data = {
        "title": prose[0].text,
        "lang": tag,
        "region": region.upper() if len(region) == 2 else None,  # noqa: PLR2004 - a country has two letters
        "fonts": own.families,
        "dir": own.direction.value,
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in prose],
    }
    written = compiler.compile(_TYPST.encode(), sys_inputs={"data": json.dumps(data)})
    target.write_bytes(written)


def chromium(program: str) -> Callable[[str, Prose, Path], None]:
    """Chromium, as ``Print to PDF`` does it."""

    def make(locale: str, prose: Prose, target: Path) -> None:
        page = target.with_suffix(".html")
        page.write_text(_page(locale, prose), encoding="utf-8")
        options = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
        )
        command = [program, *options, f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=180)

    return make


def _page(locale: str, prose: Prose) -> str:
    own: Language = language(locale)
    tags: Mapping[str, str] = {"h1": "h1", "h2": "h2", "h3": "h3", "p": "p", "li": "li"}
    body = "".join(f"<{tags[piece.kind]}>{html.escape(piece.text)}</{tags[piece.kind]}>" for piece in prose)
    return _PAGE.format(
        tag=own.tag,
        direction=own.direction.value,
        title=html.escape(prose[0].text),
        fonts=font_value(own),
        line=own.line_height,
        body=body.replace("<li>", "<ul><li>").replace("</li>", "</li></ul>").replace("</ul><ul>", ""),
    )


def makers() -> tuple[Maker, ...]:
    """The tools, with what is missing here."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), "")
    try:
        import typst as _  # noqa: F401, PLC0415
    except ImportError:
        no_typst = "pip install typst"
    else:
        no_typst = ""
    return (
        Maker("polyleaf", polyleaf),
        Maker("WeasyPrint", plain_weasyprint),
        Maker("Typst", typst, no_typst),
        Maker("Chromium", chromium(browser), "" if browser else "apt install chromium"),
    )
