"""Word files written as XML: what python-docx does not write, and programs other than Word do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in SPACES.items())
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>"""

Files = Mapping[str, str | bytes]


def word(
    body: str, files: Files | None = None, *, styles: str = _STYLES, title: str = "The leaflet",
    beside: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:  # fmt: skip
    """A Word file.

    Args:
        body: What stands in it.
        files: Further parts: the kind of a relation and the name of the part ("header h1.xml"), which is also its id.
            The XML of a part of Word is written without its root's names.
        styles: Its styles.
        title: Its title.
        beside: For parts that have one relation: its kind and the name of the part it leads to.
    """
    relations, parts = [("styles", "styles.xml")], {"word/styles.xml": _xml(f"<w:styles>{styles}</w:styles>")}
    for key, content in (files or {}).items():
        kind, name = key.split()
        relations.append((kind, name))
        parts[f"word/{name}"] = content if isinstance(content, bytes) else _xml(content)
    heading = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run(title)}</w:p>' if title else ""
    parts["word/document.xml"] = _xml(f"<w:document><w:body>{heading}{body}</w:body></w:document>")
    parts["word/_rels/document.xml.rels"] = _relations(
        [(name.replace(".", ""), f"{_KINDS}/{kind}", name) for kind, name in relations]
    )
    for part, (kind, name) in (beside or {}).items():
        parts[f"word/_rels/{part}.rels"] = _relations([(name.replace(".", ""), f"{_KINDS}/{kind}", name)])
    parts["_rels/.rels"] = _relations([("d", f"{_KINDS}/officeDocument", "word/document.xml")])
    parts["[Content_Types].xml"] = f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def _xml(text: str) -> bytes:
    at = min(place for place in (text.find(">"), text.find(" "), text.find("/>")) if place > 0)
    return f'<?xml version="1.0" encoding="UTF-8"?>{text[:at]} {DECLARED}{text[at:]}'.encode()


def _relations(all_of: list[tuple[str, str, str]]) -> bytes:
    rows = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{name}"/>' for key, kind, name in all_of)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def run(words: str, look: str = "") -> str:
    """Words; ``look`` is the inside of ``w:rPr``."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*inner: str, look: str = "") -> str:
    """A paragraph: XML as it is, or words; ``look`` is the inside of ``w:pPr``."""
    parts = (one if one.startswith("<") else run(one) for one in inner)
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(parts)}</w:p>"


def item(words: str, number: str, depth: int = 0) -> str:
    """A paragraph of a list."""
    return p(words, look=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def field(instruction: str, *result: str) -> str:
    """A field; without a result, one that has none."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    seen = char.format("separate") + "".join(run(one) for one in result) if result else ""
    return f"{char.format('begin')}{inside}{seen}{char.format('end')}"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*inner: str, look: str = "") -> str:
    parts = (one if one.startswith(("<w:p>", "<w:tbl>")) else p(one) for one in inner)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(parts)}</w:tc>"


def box(*inner: str) -> str:
    """A text box of today, anchored, with what old programs show instead."""
    content = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def level(kind: str, text: str, depth: int = 0, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f"{more}</w:lvl>"
    )


def lists(**levels: str) -> dict[str, str]:
    """The part with the lists: each by its number (``n1``)."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{key[1:]}">{inner}</w:abstractNum>' for key, inner in levels.items()
    )
    used = "".join(f'<w:num w:numId="{key[1:]}"><w:abstractNumId w:val="{key[1:]}"/></w:num>' for key in levels)
    return {"numbering numbering.xml": f"<w:numbering>{kinds}{used}</w:numbering>"}
