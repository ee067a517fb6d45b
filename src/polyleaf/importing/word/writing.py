"""A leaflet as a Word file that clinicians correct: one paragraph for each text, in the order of the leaflet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from polyleaf.importing.gathered import Carried
from polyleaf.importing.word.carried import packed
from polyleaf.importing.word.paragraphs import FACT_TAG
from polyleaf.model.block_texts import texts
from polyleaf.model.box_words import COLUMNS
from polyleaf.model.boxes import BOXES
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import Emphasis, FactWords, Inline, LineBreak, Link, OneWay, Strong, Words
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import Block, Box, ContactCard, Figure, Heading, ListBlock, Paragraph, Table, TermList

NOTE = "polyleaf note"
"""Style of lines that are no text of the leaflet: they say what something is, and are not taken back."""

_STYLES = {"alt": "polyleaf picture in words", "label": "polyleaf words in a picture", "term": "polyleaf term"}
_GREY = RGBColor(0x59, 0x59, 0x59)
_DEEPEST = 3
_WIDTH = Mm(60)
_FACT_GROUND = "FFF2CC"
_STAMP = (2020, 1, 1, 0, 0, 0)
"""The same leaflet gives the same file."""

Pictures = Mapping[str, Path]


def docx_bytes(document: LocalizedDocument, carried: Carried, pictures: Pictures, about: str) -> bytes:
    """The Word file.

    Args:
        document: The leaflet in one language.
        carried: What the file carries unseen.
        pictures: Files of its pictures that Word can show, by their names in the leaflet.
        about: What the first line says: what to do with the file.
    """
    return _Writer(document, pictures).write(carried, about)


class _Writer:
    def __init__(self, document: LocalizedDocument, pictures: Pictures) -> None:
        self._leaflet = document
        self._pictures = pictures
        self._doc = Document()
        self._ids: dict[str, str] = {}
        self._rtl = document.language.direction is Direction.RTL
        for name, bold in ((NOTE, False), *((style, style == _STYLES["term"]) for style in _STYLES.values())):
            style: Any = self._doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self._doc.styles["Normal"]
            style.font.bold = bold
            if name == NOTE:
                style.font.size, style.font.color.rgb = Pt(9), _GREY
        normal: Any = self._doc.styles["Normal"]
        normal.font.size = Pt(12)

    def write(self, carried: Carried, about: str) -> bytes:
        self._note(self._doc, about)
        self._text(self._doc, self._leaflet.title, "Title")
        if self._leaflet.summary is not None:
            self._text(self._doc, self._leaflet.summary, "Subtitle")
        for block in self._leaflet.blocks:
            self._block(self._doc, block, 0)
        properties = self._doc.core_properties
        properties.title, properties.author, properties.comments = "", "polyleaf", ""
        properties.language = self._leaflet.language.tag
        package = self._doc.part.package
        part = Part(PackURI("/customXml/item9.xml"), "application/xml", packed(carried), package)
        self._doc.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        out = io.BytesIO()
        self._doc.save(out)
        return _timeless(out.getvalue())

    def _note(self, place: Any, words: str) -> None:  # noqa: ANN401 - the library has no types for places
        self._paragraph(place, NOTE).add_run(words)

    def _block(self, place: Any, block: Block[LocalizedText], depth: int) -> None:  # noqa: ANN401, C901, PLR0912 - as above; one case a block
        match block:
            case Heading(level, text):
                self._text(place, text, f"Heading {level - 1}")
            case Paragraph(text):
                self._text(place, text, "List Continue" if depth else "Normal")
            case ListBlock(ordered=ordered, items=items):
                base = "List Number" if ordered else "List Bullet"
                style = base if depth == 0 else f"{base} {min(depth + 1, _DEEPEST)}"
                for item in items:
                    first, *rest = item.blocks or (None,)
                    if isinstance(first, Paragraph):
                        self._text(place, first.text, style)
                    elif first is not None:
                        self._block(place, first, depth + 1)
                    for inner in rest:
                        self._block(place, inner, depth + 1)
            case TermList(items=entries):
                for entry in entries:
                    self._text(place, entry.term, _STYLES["term"])
                    for inner in entry.blocks:
                        self._block(place, inner, 0)
            case Table():
                self._table(place, block)
            case Figure():
                self._figure(place, block)
            case Box():
                self._box(place, block)
            case ContactCard(contact):
                self._note(place, f"[Contact: {contact}, as in polyleaf.toml]")
            case _:
                for text in texts((block,)):
                    self._text(place, text, "Normal")

    def _table(self, place: Any, table: Table[LocalizedText]) -> None:  # noqa: ANN401 - as above
        grid = place.add_table(len(table.rows) + 1, len(table.header))
        grid.style = self._doc.styles["Table Grid"]
        for row, cells in zip(grid.rows, (table.header, *table.rows), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                self._fill(cell.paragraphs[0], text.inlines)
        for cell, key in zip(grid.rows[0].cells, table.words, strict=False):
            if key:  # polyleaf's own word over the column: nothing to correct
                cell.paragraphs[0].style = self._doc.styles[NOTE]
                cell.paragraphs[0].add_run(self._leaflet.phrases.find(*reversed(COLUMNS[key].key))[0])

    def _figure(self, place: Any, figure: Figure[LocalizedText]) -> None:  # noqa: ANN401 - as above
        self._note(place, f"[Picture: {figure.image}]")
        if figure.image in self._pictures:
            try:
                run = self._paragraph(place, NOTE).add_run()
                run.add_picture(str(self._pictures[figure.image]), width=_WIDTH)
            except Exception:  # noqa: BLE001 - what the library says of a picture it cannot read; its words are there
                self._note(place, "[This picture cannot be shown in Word]")
        sides = ((figure.left, _STYLES["label"]), (figure.right, _STYLES["label"]))
        for text, style in (*sides, (figure.alt, _STYLES["alt"]), (figure.caption, "Caption")):
            if text is not None and text.source.msgid.strip():  # a draft without words for blind readers has a name
                self._text(place, text, style)
        for label in figure.labels:
            self._text(place, label, _STYLES["label"])

    def _box(self, place: Any, box: Box[LocalizedText]) -> None:  # noqa: ANN401 - as above
        cell = place.add_table(1, 1).cell(0, 0)
        cell._parent._parent.style = self._doc.styles["Table Grid"]  # noqa: SLF001 - the library has no other way
        cell.paragraphs[0].style = self._doc.styles[NOTE]
        cell.paragraphs[0].add_run(f"[Box: {box.kind.name}. {BOXES[box.kind.name].purpose}]")
        if box.title is not None:
            self._text(cell, box.title, _STYLES["term"])
        for block in box.blocks:
            self._block(cell, block, 0)
        if place is self._doc:
            self._note(place, "")  # two tables that touch become one

    def _text(self, place: Any, text: LocalizedText, style: str) -> None:  # noqa: ANN401 - as above
        self._fill(self._paragraph(place, style), text.inlines)

    def _paragraph(self, place: Any, style: str) -> Any:  # noqa: ANN401 - as above
        """A paragraph; the id of its style is looked up once: the library walks through all styles each time."""
        paragraph = place.add_paragraph()
        if style not in self._ids:
            self._ids[style] = self._doc.styles[style].style_id
        paragraph._p.style = self._ids[style]  # noqa: SLF001 - as above
        return paragraph

    def _fill(self, paragraph: Any, inlines: tuple[Inline, ...], *, bold: bool = False, stressed: bool = False) -> None:  # noqa: ANN401 - as above
        if self._rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - as above
        for node in self._nodes(paragraph, inlines, bold, stressed):
            paragraph._p.append(node)  # noqa: SLF001 - as above

    def _nodes(self, paragraph: Any, inlines: tuple[Inline, ...], bold: bool, stressed: bool) -> list[Any]:  # noqa: ANN401 - as above
        nodes: list[Any] = []
        for inline in inlines:
            match inline:
                case Words(text):
                    nodes.append(self._run(text, bold, stressed))
                case LineBreak():
                    nodes.append(self._run("\n", bold, stressed))
                case FactWords(name=name, text=text):
                    nodes.append(self._fact(name, text, bold))
                case Strong(children):
                    nodes += self._nodes(paragraph, children, True, stressed)
                case Emphasis(children):
                    nodes += self._nodes(paragraph, children, bold, True)
                case OneWay(children=children):
                    nodes += self._nodes(paragraph, children, bold, stressed)
                case Link(href, children):
                    link = OxmlElement("w:hyperlink")
                    link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
                    link.extend(self._nodes(paragraph, children, bold, stressed))
                    nodes.append(link)
                case _:
                    pass
        return nodes

    def _run(self, text: str, bold: bool, stressed: bool, ground: str = "") -> Any:  # noqa: ANN401 - as above
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        for name, on in (("w:b", bold), ("w:i", stressed), ("w:shd", bool(ground)), ("w:rtl", self._rtl)):
            if on:
                properties.append(OxmlElement(name))
        for shade in properties.findall(qn("w:shd")):
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), ground)
        run.append(properties)
        for index, part in enumerate(text.split("\n")):
            if index:
                run.append(OxmlElement("w:br"))
            words: Any = OxmlElement("w:t")
            words.text = part
            words.set(qn("xml:space"), "preserve")
            run.append(words)
        return run

    def _fact(self, name: str, text: str, bold: bool) -> Any:  # noqa: ANN401 - as above
        """A fact in a content control that knows its name."""
        control, properties, content = (OxmlElement(f"w:{tag}") for tag in ("sdt", "sdtPr", "sdtContent"))
        for tag, value in (("w:alias", f"fact: {name}"), ("w:tag", f"{FACT_TAG}{name}")):
            node = OxmlElement(tag)
            node.set(qn("w:val"), value)
            properties.append(node)
        content.append(self._run(text, bold, False, _FACT_GROUND))
        control.extend([properties, content])
        return control


def _timeless(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
