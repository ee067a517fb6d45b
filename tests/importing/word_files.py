"""Word files as people make them: each a small document with one habit, made by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt
from PIL import Image

MAKERS: dict[str, Callable[[Doc], None]] = {}
"""Each habit by its name."""


def habit(maker: Callable[[Doc], None]) -> Callable[[Doc], None]:
    MAKERS[maker.__name__] = maker
    return maker


@lru_cache
def word_file(name: str) -> bytes:
    document = Document()
    MAKERS[name](document)
    return saved(document)


def saved(document: Doc, parts: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return with_parts(out.getvalue(), {**EXTRA.pop(id(document), {}), **(parts or {})})


EXTRA: dict[int, dict[str, bytes]] = {}


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The file with further parts, each with its relation and content type if it is one of Word's."""
    if not parts:
        return data
    kinds = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                rels = "".join(
                    f'<Relationship Id="x{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>'
                    for kind in kinds
                    if f"word/{kind}.xml" in parts
                )
                content = content.replace(b"</Relationships>", f"{rels}</Relationships>".encode())
            if name == "[Content_Types].xml":
                types = "".join(
                    f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
                    for kind in kinds
                    if f"word/{kind}.xml" in parts
                )
                content = content.replace(b"</Types>", f"{types}</Types>".encode())
            if name not in parts:
                new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def xml(text: str) -> object:
    spaces = nsdecls("w", "wp", "a", "r", "pic")
    return parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {spaces}", text))


def png(colour: str = "navy") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    out.seek(0)
    return out


def bold(document: Doc, words: str, size: float | None = None) -> None:
    run = document.add_paragraph().add_run(words)
    run.bold = True
    if size:
        run.font.size = Pt(size)


def raw(document: Doc, inner: str) -> None:
    """A paragraph of XML."""
    body = document.element.body
    body.insert(len(body) - 1, xml(f"<w:p>{inner}</w:p>"))


FIELD = tuple(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
"""What stands before the instruction of a field, before its result and behind it."""

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def said(words: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@habit
def heading_styles(d: Doc) -> None:
    d.add_heading("Your knee replacement", 0)
    d.add_heading("Before you come in", 1)
    d.add_paragraph("Do not eat for 6 hours before you come in.")
    d.add_heading("Medicines", 2)
    d.add_paragraph("Keep taking your tablets.")
    d.add_heading("At home", 1)
    d.add_paragraph("Rest for 2 to 3 days.")


@habit
def faked_headings(d: Doc) -> None:
    bold(d, "Having a colonoscopy", 20)
    bold(d, "Why it is done", 14)
    d.add_paragraph("We look at the inside of your bowel with a thin camera. It takes a short time.")
    bold(d, "Getting ready", 14)
    d.add_paragraph("Drink plenty of clear water on the day before your test.")
    bold(d, "What to drink")
    d.add_paragraph("Water, black tea and clear soup.")


@habit
def one_heading_is_title(d: Doc) -> None:
    d.add_heading("Cataract surgery", 1)
    d.add_heading("The day", 2)
    d.add_paragraph("You stay awake.")
    d.add_heading("Later", 2)
    d.add_paragraph("Use your drops.")


@habit
def list_styles(d: Doc) -> None:
    d.add_heading("Lists", 0)
    for words in ("Your glasses", "Your medicines"):
        d.add_paragraph(words, style="List Bullet")
    d.add_paragraph("Tablets in their boxes", style="List Bullet 2")
    d.add_paragraph("A list of your allergies", style="List Bullet")
    for words in ("Lie down", "Breathe slowly", "Stay still"):
        d.add_paragraph(words, style="List Number")


@habit
def manual_bullets(d: Doc) -> None:
    d.add_heading("Bring", 0)
    for words in ("•\tYour glasses", "•\tYour medicines", "o\tTablets in boxes", "•\tA friend"):
        d.add_paragraph(words)
    for words in ("1.\tLie down", "2.\tBreathe slowly", "3.\tStay still"):
        d.add_paragraph(words)
    for words in ("- no food", "- no drink"):
        d.add_paragraph(words)


@habit
def soft_line_breaks(d: Doc) -> None:
    d.add_heading("Where we are", 0)
    address = d.add_paragraph()
    for words in ("Example Hospital", "Long Road", "Cambridge CB2 1AA"):
        address.add_run(words).add_break()
    listed = d.add_paragraph()
    for words in ("Bring with you:", "• Your glasses", "• Your medicines"):
        listed.add_run(words).add_break()
    two = d.add_paragraph("First thought.")
    two.runs[0].add_break()
    two.runs[0].add_break()
    two.add_run("Second thought.")


@habit
def simple_table(d: Doc) -> None:
    d.add_heading("Tablets", 0)
    rows = (("Medicine", "When", "How"), ("Aspirin", "Morning", "With food"), ("Ramipril", "Evening", "One | two"))
    table = d.add_table(rows=3, cols=3, style="Table Grid")
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word


@habit
def merged_cells(d: Doc) -> None:
    d.add_heading("Week", 0)
    table = d.add_table(rows=4, cols=3)
    for row in range(4):
        for column in range(3):
            table.cell(row, column).text = f"r{row}c{column}"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2))


@habit
def nested_table(d: Doc) -> None:
    d.add_heading("Plan", 0)
    table = d.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "Day", "What"
    table.cell(1, 0).text = "Monday"
    inner = table.cell(1, 1).add_table(rows=2, cols=2)
    for row in range(2):
        for column in range(2):
            inner.cell(row, column).text = f"inner {row} {column}"


@habit
def table_with_lists(d: Doc) -> None:
    d.add_heading("Do and do not", 0)
    table = d.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "Do", "Do not"
    for column, words in enumerate((("walk", "drink water"), ("lift", "drive"))):
        cell = table.cell(1, column)
        cell.paragraphs[0].text = words[0]
        cell.paragraphs[0].style = "List Bullet"
        cell.add_paragraph(words[1], style="List Bullet")


@habit
def box_of_one_cell(d: Doc) -> None:
    d.add_heading("Blood thinners", 0)
    d.add_paragraph("Read this first.")
    cell = d.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
    run = cell.paragraphs[0].add_run("Warning")
    run.bold = True
    cell.add_paragraph("Tell us if you take warfarin.")
    d.add_paragraph("Thank you.")


@habit
def box_by_border(d: Doc) -> None:
    d.add_heading("Going home", 0)
    for words in ("Call us if your wound is red.", "Call us if you have a fever."):
        properties = d.add_paragraph(words)._p.get_or_add_pPr()
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:color="FF0000"/>' for side in ("top", "left", "bottom", "right")
        )
        properties.append(xml(f"<w:pBdr>{sides}</w:pBdr>"))
    d.add_paragraph("Goodbye.")


@habit
def box_by_ground(d: Doc) -> None:
    d.add_heading("Advice", 0)
    properties = d.add_paragraph("Wear loose clothes.")._p.get_or_add_pPr()
    properties.append(xml('<w:shd w:val="clear" w:fill="DDEEFF"/>'))
    d.add_paragraph("Be on time.")


def _text_box(words: str) -> str:
    content = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{content}</v:textbox>'
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@habit
def text_box(d: Doc) -> None:
    d.add_heading("Visiting", 0)
    raw(d, f"<w:r><w:t>Visitors are welcome.</w:t></w:r>{_text_box('Ward 7: two visitors at a time.')}")
    d.add_paragraph("Wash your hands.")


@habit
def old_text_box(d: Doc) -> None:
    d.add_heading("Parking", 0)
    raw(
        d,
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>'
        "Park behind the church.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    )
    d.add_paragraph("Bring coins.")


@habit
def tracked_changes(d: Doc) -> None:
    d.add_heading("Fasting", 0)
    raw(
        d,
        '<w:r><w:t xml:space="preserve">Do not eat for </w:t></w:r>'
        '<w:del w:id="1" w:author="Dr Khan"><w:r><w:delText>4</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Dr Khan"><w:r><w:t>6</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> hours.</w:t></w:r>',
    )
    raw(
        d,
        '<w:pPr><w:rPr><w:del w:id="3" w:author="Dr Khan"/></w:rPr></w:pPr>'
        '<w:r><w:t xml:space="preserve">This sentence </w:t></w:r>',
    )
    d.add_paragraph("was two paragraphs.")


@habit
def comments(d: Doc) -> None:
    d.add_heading("Comments", 0)
    paragraph = d.add_paragraph("Take two tablets.")
    d.add_comment(paragraph.runs, text="Is it two? -- ask pharmacy -->", author="Jane Doe", initials="JD")


@habit
def footnotes(d: Doc) -> None:
    d.add_heading("Notes", 0)
    raw(
        d,
        f'{said("Most people go home soon")}<w:r><w:footnoteReference w:id="2"/></w:r>{said(".")}',
    )
    raw(d, '<w:r><w:t>It is safe.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r>')
    note = (
        '<w:{0}s {1}><w:{0} w:id="-1" w:type="separator"><w:p/></w:{0}><w:{0} w:id="2"><w:p><w:r><w:{0}Ref/></w:r>'
        '<w:r><w:t xml:space="preserve"> {2}</w:t></w:r></w:p></w:{0}></w:{0}s>'
    )
    EXTRA[id(d)] = {
        "word/footnotes.xml": note.format("footnote", nsdecls("w"), "on the same day").encode(),
        "word/endnotes.xml": note.format("endnote", nsdecls("w"), "Smith J. Knees in brief. 2024.").encode(),
    }


@habit
def fields(d: Doc) -> None:
    d.add_heading("Fields", 0)
    begin, part, end = FIELD
    raw(
        d,
        '<w:r><w:t xml:space="preserve">See </w:t></w:r>'
        f'{begin}<w:r><w:instrText>HYPERLINK "https://www.example.org/knee"</w:instrText></w:r>{part}'
        f"<w:r><w:t>our web page</w:t></w:r>{end}"
        f'{said(" before ")}<w:fldSimple w:instr=" DATE ">{said("3 May 2027")}</w:fldSimple>',
    )
    raw(d, f"{begin}<w:r><w:instrText>FORMTEXT</w:instrText></w:r>{part}<w:r><w:t>Your name</w:t></w:r>{end}")


@habit
def contents_table(d: Doc) -> None:
    d.add_heading("Long leaflet", 0)
    begin, part, end = FIELD
    raw(
        d,
        f"{begin}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{part}{said('Before')}<w:r><w:tab/></w:r>{said('12')}",
    )
    raw(d, f"<w:r><w:t>After</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>34</w:t></w:r>{end}")
    d.add_heading("Before", 1)
    d.add_paragraph("Words before.")
    d.add_heading("After", 1)
    d.add_paragraph("Words after.")


@habit
def headers_with_codes(d: Doc) -> None:
    d.core_properties.title = "Hip operation"
    section = d.sections[0]
    section.header.paragraphs[0].text = "Example Hospital\t\tOrthopaedics"
    section.footer.paragraphs[0].text = "Leaflet code: ORT-117\tVersion 2.3\tReview date: March 2029"
    section.footer.add_paragraph("Published: 5 March 2027")
    d.add_paragraph("Your hip is replaced by a new one. You walk on the next day with two sticks.")


@habit
def pictures(d: Doc) -> None:
    d.add_heading("Pictures", 0)
    d.add_picture(png(), width=Inches(2))
    d.paragraphs[-1]._p.xpath(".//wp:docPr")[0].set("descr", "A blue square")
    d.add_paragraph("Your knee from the side", style="Caption")
    d.add_paragraph("Words below.")


@habit
def floating_picture(d: Doc) -> None:
    d.add_heading("Floating", 0)
    paragraph = d.add_paragraph("The needle goes in here. ")
    paragraph.add_run().add_picture(png("red"), width=Inches(1))
    paragraph.add_run("It does not hurt.")
    inline = paragraph._p.xpath(".//wp:inline")[0]
    inline.tag = qn("wp:anchor")
    inline.xpath("./wp:docPr")[0].set("descr", "A red square")


@habit
def right_to_left(d: Doc) -> None:
    d.add_heading("تصوير بالرنين المغناطيسي", 0)
    paragraph = d.add_paragraph("اتصل على الرقم 0800 000 0000 قبل MRI بيومين.")
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for words in ("نظارتك", "أدويتك"):
        d.add_paragraph(words, style="List Bullet")
    d.add_paragraph("Call us: نحن هنا")


@habit
def bold_and_links(d: Doc) -> None:
    d.add_heading("Marks", 0)
    paragraph = d.add_paragraph("Take ")
    paragraph.add_run("two ").bold = True
    paragraph.add_run("tablets").bold = True
    paragraph.add_run(", not 2*1 or __3__, {never} <b>more</b> & `less`.")
    bold_colon = d.add_paragraph()
    bold_colon.add_run("Note:").bold = True
    bold_colon.add_run("no space")
    d.add_paragraph("# not a heading")
    d.add_paragraph("> not a quotation | no table")
    d.add_paragraph("2026. was a year")
    d.add_paragraph("::: no box")


@habit
def raised_and_symbols(d: Doc) -> None:
    d.add_heading("Signs", 0)
    paragraph = d.add_paragraph("Area of 10 cm")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" and CO")
    paragraph.add_run("2").font.subscript = True
    raw(d, '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:t xml:space="preserve"> Done</w:t></w:r>')
    raw(d, "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate, X</w:t><w:noBreakHyphen/><w:t>ray</w:t></w:r>")


@habit
def content_controls(d: Doc) -> None:
    d.add_heading("Forms", 0)
    body = d.element.body
    body.insert(
        len(body) - 1,
        xml("<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Inside a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
    )
    raw(
        d,
        f"{said('Ward: ')}<w:sdt><w:sdtPr/><w:sdtContent>{said('Seven')}</w:sdtContent></w:sdt>",
    )


@habit
def hidden_and_struck(d: Doc) -> None:
    d.add_heading("Hidden", 0)
    paragraph = d.add_paragraph("Seen. ")
    paragraph.add_run("secret words").font.hidden = True
    paragraph.add_run(" old").font.strike = True
    paragraph.add_run(" words ").font.double_strike = True
    paragraph.add_run("new")


@habit
def page_breaks(d: Doc) -> None:
    d.add_heading("Pages", 0)
    paragraph = d.add_paragraph("Page one.")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("Page two.")
    d.add_page_break()
    d.add_paragraph("Page three.")


@habit
def facts(d: Doc) -> None:
    d.add_heading("Numbers", 0)
    d.add_paragraph("Do not eat for 6 hours. Rest for 2 to 3 days. Take 250 mg at 17:30 on 20 November 2026.")
    d.add_paragraph("An infection happens to 1 in 100 people, a leak to 1 in 1,000. It helps 75% of people.")
    d.add_paragraph("Call 0800 000 0000 or 999. Write to ward@example.org or see www.example.org/knee.")
    d.add_paragraph("You are 65 years old. A 2 day stay.")


@habit
def empty_paragraphs(d: Doc) -> None:
    d.add_heading("Gaps", 0)
    for words in ("One.", "", "", "Two.", "   ", "Three."):
        d.add_paragraph(words)


@habit
def lettered_list(d: Doc) -> None:
    d.add_heading("Letters", 0)
    raw_numbering(d, "lowerLetter", "%1)")
    for words in ("first", "second"):
        raw(
            d,
            f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r>',
        )


@habit
def step_labels(d: Doc) -> None:
    d.add_heading("Steps", 0)
    raw_numbering(d, "decimal", "Step %1:")
    for words in ("Wash", "Dry"):
        raw(
            d,
            f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r>',
        )


def raw_numbering(d: Doc, kind: str, text: str) -> None:
    numbering = d.part.numbering_part.element
    numbering.insert(
        0,
        xml(
            f'<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(xml('<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


@habit
def layout_table(d: Doc) -> None:
    d.add_heading("Side by side", 0)
    table = d.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Words at the left."
    table.cell(0, 0).add_paragraph("More at the left.")
    table.cell(0, 1).paragraphs[0].add_run().add_picture(png("green"), width=Inches(1))


@habit
def formula_and_ruby(d: Doc) -> None:
    d.add_heading("Odd things", 0)
    raw(
        d,
        '<w:r><w:t xml:space="preserve">Dose = </w:t></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>weight/2</m:t></m:r></m:oMath>",
    )
    raw(
        d,
        "<w:r><w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    )
