"""An independent reading of a press file: what a print shop's own check would look at, by pikepdf and pdfium alone.

Nothing here uses polyleaf. Each fault is a line of words; a good file has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as of
from pathlib import Path

import pikepdf
import pypdfium2

MM = 72 / 25.4
NOT_INKS = {"/DeviceRGB", "/RGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/Separation", "/DeviceN", "/DeviceGray"}
SCREEN_OPERATORS = {"rg", "RG"}
NOT_ON_PAPER = {
    "/AcroForm", "/OpenAction", "/AA", "/Names", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/OCProperties",
    "/Dests", "/AF", "/Perms", "/Collection",
}  # fmt: skip
PAGE_NEVER = {"/Rotate", "/UserUnit", "/ArtBox", "/Annots", "/StructParents", "/Tabs", "/AA", "/Thumb", "/PieceInfo"}
BLACK = (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Wanted:
    """What was ordered; lengths in mm."""

    trim: tuple[float, float]
    bleed: float
    slug: tuple[str, ...]
    condition: str = "FOGRA39"
    colour: bool = True
    around: float = 12.0


def faults(path: Path, wanted: Wanted) -> list[str]:
    """All that is wrong with a file."""
    with pikepdf.open(path) as pdf:
        found = [*_file(pdf, wanted), *_says(pdf)]
        for number, page in enumerate(pdf.pages, 1):
            found += [f"page {number}: {fault}" for fault in _page(page, wanted)]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                found += _object(thing)
        pages = len(pdf.pages)
    return [*found, *_slug(path, pages, wanted)]


def _file(pdf: pikepdf.Pdf, wanted: Wanted) -> Iterator[str]:
    if pdf.pdf_version != "1.6":
        yield f"PDF {pdf.pdf_version}"
    if pdf.is_encrypted:
        yield "it is encrypted"
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "no file identifier"
    if here := NOT_ON_PAPER & set(pdf.Root.keys()):
        yield f"the catalogue has {sorted(here)}"
    intents = list(pdf.Root.get("/OutputIntents", ()))
    if [str(intent.S) for intent in intents] != ["/GTS_PDFX"]:
        yield f"output intents {intents}"
        return
    (intent,) = intents
    if (str(intent.OutputConditionIdentifier), str(intent.RegistryName)) != (wanted.condition, "http://www.color.org"):
        yield f"printing condition {intent.OutputConditionIdentifier}"
    profile = intent.DestOutputProfile.read_bytes()
    if profile[12:16] != b"prtr" or profile[16:20] != b"CMYK" or profile[36:40] != b"acsp":
        yield "the profile is no CMYK output profile"
    if int(intent.DestOutputProfile.N) != 4 or int.from_bytes(profile[:4], "big") != len(profile):
        yield "the profile is not whole"


def _says(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Information and metadata say the same."""
    info = pdf.trailer["/Info"]
    xmp = pdf.open_metadata()  # outside a with statement nothing is written
    said = {key: str(value) for key, value in xmp.items()}
    creator = xmp.get("dc:creator")
    if said.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion") != "PDF/X-4":
        yield "the metadata does not say PDF/X-4"
    names = {
        "/Title": "{http://purl.org/dc/elements/1.1/}title",
        "/Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
        "/Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
    }
    for key, name in names.items():
        if not str(info.get(key, "")) or str(info[key]) != said.get(name):
            yield f"{key} is {info.get(key)} here and {said.get(name)} there"
    if [str(info.get("/Author", ""))] != creator:
        yield f"author {info.get('/Author')} here and {creator} there"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        here = re.sub(r"\D", "", str(info.get(key, "")))
        there = re.sub(r"\D", "", said.get(f"{{http://ns.adobe.com/xap/1.0/}}{name}", ""))
        if len(here) != 14 or here != there:
            yield f"{key} is {here} here and {there} there"
    if info.get("/Trapped") != pikepdf.Name.False_ and str(info.get("/Trapped")) != "/False":
        yield f"trapped: {info.get('/Trapped')}"
    if said.get("{http://ns.adobe.com/pdf/1.3/}Trapped") != "False":
        yield "trapped is not said in the metadata"


def _page(page: pikepdf.Page, wanted: Wanted) -> Iterator[str]:
    if here := PAGE_NEVER & set(page.obj.keys()):
        yield f"it has {sorted(here)}"
    (width, height), bleed, around = wanted.trim, wanted.bleed, wanted.around
    edge = around + bleed
    boxes = {
        "/MediaBox": (0, 0, width + 2 * edge, height + 2 * edge),
        "/CropBox": (0, 0, width + 2 * edge, height + 2 * edge),
        "/BleedBox": (around, around, width + edge + bleed, height + edge + bleed),
        "/TrimBox": (edge, edge, width + edge, height + edge),
    }
    for key, box in boxes.items():
        found = [float(side) / MM for side in page.obj.get(key, ())]
        if len(found) != 4 or any(abs(a - b) > 0.01 for a, b in zip(found, box, strict=True)):
            yield f"{key} is {found} mm"
    group = page.obj.get("/Group")
    if group is not None and str(group.get("/CS")) != "/DeviceCMYK":
        yield "it does not blend in inks"
    yield from _Press(page.obj.get("/Resources")).read(page.obj)


@dataclass(frozen=True)
class _State:
    fill: tuple[float, ...] | None = BLACK
    over: bool = False
    mode: int = 0
    rendering: int = 0
    size: float = 0.0


@dataclass
class _Press:
    """Follows content as far as letters need it."""

    resources: pikepdf.Object | None
    state: _State = _State(fill=(0.0,))
    found: dict[str, None] = of(default_factory=dict)

    def read(self, content: pikepdf.Object, depth: int = 0) -> list[str]:
        saved = []
        for instruction in pikepdf.parse_content_stream(content):
            operator = str(instruction.operator)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._note("an inline image")
            elif operator in SCREEN_OPERATORS:
                self._note("a colour of a screen")
            elif operator == "q":
                saved.append(self.state)
            elif operator == "Q":
                self.state = saved.pop()
            elif operator in ("Tj", "TJ", "'", '"'):
                self._letters()
            elif operator == "Do":
                self._draw(self.resources.XObject[instruction.operands[0]], depth)
            else:
                self._set(operator, instruction.operands)
        return list(self.found)

    def _draw(self, drawn: pikepdf.Object, depth: int) -> None:
        if drawn.get("/Subtype") == "/Form" and depth < 12:
            self.found |= dict.fromkeys(_Press(drawn.get("/Resources"), self.state).read(drawn, depth + 1))

    def _set(self, operator: str, operands: list[pikepdf.Object]) -> None:
        if operator in ("k", "g"):
            self.state = replace(self.state, fill=tuple(map(float, operands)))
        elif operator == "scn":
            self.state = replace(self.state, fill=None)
        elif operator == "Tr":
            self.state = replace(self.state, rendering=int(operands[0]))
        elif operator == "gs":
            state = self.resources.ExtGState[operands[0]]
            over = bool(state.get("/op", state.get("/OP", self.state.over)))
            self.state = replace(self.state, over=over, mode=int(state.get("/OPM", self.state.mode)))

    def _letters(self) -> None:
        fill = self.state.fill
        if self.state.rendering in (3, 7) or fill is None:
            return
        if len(fill) != 4:
            self._note("letters in grey of no ink")
        elif fill == BLACK and not (self.state.over and self.state.mode == 1):
            self._note("black letters that do not overprint")
        elif fill[3] >= 0.85 and any(fill[:3]):
            self._note(f"rich black letters {fill}")
        elif fill != BLACK and self.state.over:
            self._note(f"letters of {fill} that overprint")

    def _note(self, words: str) -> None:
        self.found[words] = None


def _object(thing: pikepdf.Object) -> Iterator[str]:
    kind = str(thing.get("/Type", ""))
    if str(thing.get("/S")) in ("/URI", "/JavaScript", "/Launch", "/GoTo", "/SubmitForm"):
        yield f"an action {thing.get('/S')}"
    if kind in ("/Annot", "/StructElem", "/Filespec", "/EmbeddedFile"):
        yield f"an object of {kind}"
    if here := _names(thing) & NOT_INKS:
        yield f"{kind} {thing.get('/Subtype', '')} names {sorted(here)}"
    if kind == "/Font" and str(thing.get("/Subtype")) not in ("/Type0", "/Type3"):
        described = thing.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
            yield f"the font {thing.get('/BaseFont')} is not embedded"
    if isinstance(thing, pikepdf.Stream) and (str(thing.get("/Subtype")) == "/Form" or "/PatternType" in thing):
        yield from _content(thing)


def _content(stream: pikepdf.Object) -> Iterator[str]:
    """Colours inside a form or a pattern."""
    for instruction in pikepdf.parse_content_stream(stream):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield "an inline image in a form"
        elif str(instruction.operator) in SCREEN_OPERATORS:
            yield "a colour of a screen in a form"
        elif str(instruction.operator) in ("cs", "CS") and str(instruction.operands[0]) != "/Pattern":
            yield f"the colour space {instruction.operands[0]}"


def _names(thing: pikepdf.Object, depth: int = 0) -> set[str]:
    """Names in an object itself; a mask is a picture of greys by its nature."""
    found: set[str] = set()
    picture = isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    if picture and thing.get("/ColorSpace") == "/DeviceGray":
        return found  # of the black plate, or of a soft mask
    for value in thing.values() if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else thing:
        if isinstance(value, pikepdf.Name):
            found.add(str(value))
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect and depth < 8:
            found |= _names(value, depth + 1)
    return found


def _slug(path: Path, pages: int, wanted: Wanted) -> Iterator[str]:
    """The words outside the bleed, page by page; readers put words of two directions in orders of their own."""
    read = pypdfium2.PdfDocument(path)
    try:
        for number in range(1, pages + 1):
            found = read[number - 1].get_textpage().get_text_bounded(0, 0, 10_000, wanted.around * MM)
            words = re.findall(r"[^\W\d]+|\d+", found)
            for word in re.findall(r"[^\W\d]+|\d+", f"{' '.join(wanted.slug)} page {number} of {pages}"):
                if word not in words:
                    yield f"page {number}: “{word}” is not on the slug line: {found}"
    finally:
        read.close()
