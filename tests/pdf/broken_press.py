"""A clean press file, and one deliberately broken for each rule."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

MM = 72 / 25.4


def paint(pdf: Pdf, content: str, page: int = 0) -> None:
    """Add operators to a page, in its own graphics state."""
    pdf.pages[page].contents_add(f"q {content} Q".encode())


def resource(pdf: Pdf, kind: str, name: str, value: object, page: int = 0) -> None:
    """Add a resource of a page."""
    resources = pdf.pages[page].obj.Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = pdf.make_indirect(value)


def picture(pdf: Pdf, pixels: int, inches: float, bits: int = 8) -> None:
    """A grey picture of so many pixels and inches on either side."""
    row = (pixels * bits + 7) // 8
    image = Stream(pdf, bytes(row * pixels))
    image.update(
        {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": pixels, "/Height": pixels,
         "/ColorSpace": Name.DeviceGray, "/BitsPerComponent": bits}
    )  # fmt: skip
    resource(pdf, "/XObject", "/Coarse", image)
    paint(pdf, f"{72 * inches} 0 0 {72 * inches} 150 300 cm /Coarse Do")


def text(pdf: Pdf, colour: str, size: float = 20.0, words: str = "Call 999", at: str = "200 300") -> None:
    """Words in a font that is in the file, drawn as a Type 1 font of one glyph box: only colour and size matter."""
    fonts = pdf.pages[0].obj.Resources.Font
    name = next(iter(fonts.keys()))
    codes = "".join(f"{code:04x}" for code in list(_codes(fonts[name]))[: len(words)])
    paint(pdf, f"{colour} BT {name} {size} Tf {at} Td <{codes}> Tj ET")


def _codes(font: pikepdf.Object) -> list[int]:
    widths = font.DescendantFonts[0].W
    return [int(value) for value in widths if isinstance(value, int)][:20] or [1, 2, 3]


def overprinting(pdf: Pdf, **entries: object) -> None:
    state = {"/Type": Name.ExtGState, **{f"/{key}": value for key, value in entries.items()}}
    resource(pdf, "/ExtGState", "/Over", Dictionary(state))


def _box(pdf: Pdf, key: str, grow: float, page: int = 0) -> None:
    left, bottom, right, top = map(float, pdf.pages[page].obj.TrimBox)
    pdf.pages[page].obj[key] = Array([left - grow, bottom - grow, right + grow, top + grow])


def _metadata(pdf: Pdf, change) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        change(metadata)


def _no_pdfx(pdf: Pdf) -> None:
    _metadata(pdf, lambda metadata: metadata.__delitem__("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"))
    if "/GTS_PDFXVersion" in pdf.docinfo:
        del pdf.docinfo["/GTS_PDFXVersion"]


def _no_title(pdf: Pdf) -> None:
    _metadata(pdf, lambda metadata: metadata.__delitem__("dc:title"))
    del pdf.docinfo["/Title"]


def _no_dates(pdf: Pdf) -> None:
    def change(metadata) -> None:
        for key in ("xmp:CreateDate", "xmp:ModifyDate"):
            if key in metadata:
                del metadata[key]

    _metadata(pdf, change)
    del pdf.docinfo["/CreationDate"]
    del pdf.docinfo["/ModDate"]


def _rgb_profile(pdf: Pdf) -> None:
    data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    data[16:20], data[12:16] = b"RGB ", b"mntr"
    pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, bytes(data))
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def _spot(pdf: Pdf, name: str) -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0.4, 0, 0], N=1)
    space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, pdf.make_indirect(function)])
    resource(pdf, "/ColorSpace", "/Spot", space)
    paint(pdf, "/Spot cs 1 scn 200 300 40 40 re f")


def _unembedded(pdf: Pdf, name: str) -> None:
    resource(pdf, "/Font", "/Lost", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}")))
    paint(pdf, "0 0 0 1 k BT /Lost 20 Tf 200 300 Td (Knee) Tj ET")


def _courier(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.BaseFont = Name("/ABCDEF+Courier")
        font.DescendantFonts[0].BaseFont = Name("/ABCDEF+Courier")
        font.DescendantFonts[0].FontDescriptor.FontName = Name("/ABCDEF+Courier")
        font.DescendantFonts[0].FontDescriptor.FontFamily = String("Courier")


def _type3(pdf: Pdf) -> None:
    glyph = pdf.make_indirect(Stream(pdf, b"500 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name("/a")]),
        FirstChar=97, LastChar=97, Widths=[500], Resources=Dictionary(),
    )  # fmt: skip
    resource(pdf, "/Font", "/Drawn", font)
    paint(pdf, "0 0 0 1 k BT /Drawn 20 Tf 200 300 Td (a) Tj ET")


def _blend(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    overprinting(pdf, ca=0.5)
    paint(pdf, "/Over gs 0 0 0 1 k 200 300 40 40 re f")


def _white_overprints(pdf: Pdf) -> None:
    overprinting(pdf, op=True, OP=True, OPM=1)
    text(pdf, "/Over gs 0 0 0 0 k")


def _annotation(pdf: Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[200, 300, 260, 320])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def _field(pdf: Pdf, **more: object) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), **more)


def _attach(pdf: Pdf) -> None:
    pdf.attachments["list.csv"] = pikepdf.AttachedFileSpec(pdf, b"1,2")


def _layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Polish")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def _other_size(pdf: Pdf) -> None:
    _box(pdf, "/TrimBox", -10.0, page=1)


def _empty(pdf: Pdf) -> None:
    pdf.pages[1].obj.Contents = Stream(pdf, b"")


def _turned(pdf: Pdf) -> None:
    pdf.pages[1].obj.Rotate = 90


def _dark(pdf: Pdf) -> None:
    paint(pdf, "1 1 1 0.5 k 200 300 80 80 re f")


def _arabic(pdf: Pdf) -> None:
    pdf.Root.Lang = String("ar")


def _repeat(pdf: Pdf) -> None:
    pdf.Root.OutputIntents = Array([pdf.Root.OutputIntents[0], pdf.Root.OutputIntents[0]])


def _unnamed(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("")


def _art(pdf: Pdf) -> None:
    _box(pdf, "/ArtBox", -5.0)


def _without(*path: str):
    def change(pdf: Pdf) -> None:
        *way, last = path
        place = pdf.trailer
        for key in way:
            place = pdf.pages[0].obj if key == "page" else place[key]
        del place[last]

    return change


def _set(key: str, value: object):
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj[key] = value

    return change


def _foreign(name: str):
    """The way a file from elsewhere is broken; imported late, since those files are made with what stands here."""

    def change(pdf: Pdf) -> None:
        from tests.pdf.broken_foreign import BY_OBJECTS, ONLY_GHOSTSCRIPT  # noqa: PLC0415

        (BY_OBJECTS[name][1] if name in BY_OBJECTS else ONLY_GHOSTSCRIPT[name])(pdf)

    return change


FOREIGN = {
    "press/alternate-picture": "another picture",
    "press/cannot-be-drawn": "a line without its numbers",
    "press/default-colour-space": "another CMYK",
    "press/font-broken": "half a TrueType font",
    "press/grey-overprints": "grey that overprints",
    "press/line-not-overprinting": "a black line on a tint",
    "press/opi": "a picture on a server",
    "press/picture-broken": "a picture of a few rows",
    "press/postscript": "PostScript",
    "press/reference-to-file": "a page of another file",
    "press/resource-missing": "no such picture",
    "press/separated-page": "a plate",
    "press/spot-mixed-twice": "two recipes",
    "press/thin-line-in-grey": "a grey line on a tint",
    "press/transfer-function": "a transfer function",
    "press/trap-network": "a trapped page",
}
"""Rules that are broken by files from elsewhere, and the name of one such file."""

BYTES = {"press/damaged": "one offset wrong", "press/pages-missing": "more pages than are there"}
"""The same by what is done to its bytes."""


def _older(pdf: Pdf) -> None:
    _no_pdfx(pdf)
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")
    overprinting(pdf, ca=0.5)
    paint(pdf, "/Over gs 0 0 0 1 k 200 300 40 40 re f")


BROKEN = {
    **{rule: _foreign(name) for rule, name in FOREIGN.items()},
    "press/action": lambda pdf: pdf.Root.__setattr__(
        "OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    ),
    "press/annotation-on-page": _annotation,
    "press/area-too-inky": _dark,
    "press/attachment": _attach,
    "press/bleed-missing": lambda pdf: paint(pdf, f"0.5 0 0 0 k {float(pdf.pages[0].obj.TrimBox[0])} 300 90 90 re f"),
    "press/bleed-too-small": lambda pdf: _box(pdf, "/BleedBox", 1.0),
    "press/blend-space-not-cmyk": _blend,
    "press/boxes-not-nested": lambda pdf: _box(pdf, "/BleedBox", -20.0),
    "press/colour-not-in-inks": lambda pdf: paint(pdf, "1 0 0 rg 200 300 40 40 re f"),
    "press/crop-hides-sheet": lambda pdf: _box(pdf, "/CropBox", 0.0),
    "press/damaged": None,
    "press/dates-missing": _no_dates,
    "press/direction-not-stated": _arabic,
    "press/file-id-missing": None,  # written below: saving gives an ID
    "press/encrypted": None,
    "press/font-drawn": _type3,
    "press/font-is-courier": _courier,
    "press/font-not-embedded": lambda pdf: _unembedded(pdf, "Helvetica"),
    "press/form-field": _field,
    "press/hairline": lambda pdf: paint(pdf, "0 0 0 1 K 0.1 w 200 300 m 300 300 l S"),
    "press/layer": _layer,
    "press/metadata-differs": lambda pdf: pdf.docinfo.__setitem__("/Title", String("Hips")),
    "press/not-pdf-x": _no_pdfx,
    "press/older-standard": _older,
    "press/operator-unknown": lambda pdf: paint(pdf, "0,5 w"),
    "press/output-condition-unnamed": _unnamed,
    "press/output-intent-missing": _without("/Root", "/OutputIntents"),
    "press/output-intent-repeated": _repeat,
    "press/output-profile-not-cmyk": _rgb_profile,
    "press/pages-missing": None,
    "press/page-empty": _empty,
    "press/page-scaled": _set("/UserUnit", 2.0),
    "press/page-sizes-differ": _other_size,
    "press/page-turned": _turned,
    "press/pdf-too-new": None,
    "press/picture-soft": lambda pdf: picture(pdf, 180, 1.0),
    "press/picture-too-coarse": lambda pdf: picture(pdf, 72, 1.0),
    "press/rich-black-text": lambda pdf: text(pdf, "0.75 0.68 0.67 0.9 k"),
    "press/separation-all": lambda pdf: _spot(pdf, "All"),
    "press/signed": lambda pdf: _field(pdf, SigFlags=3),
    "press/small-coloured-text": lambda pdf: text(pdf, "1 0.75 0 0 k", 6.0),
    "press/small-reversed-text": lambda pdf: text(pdf, "0 0 0 0 k", 6.0),
    "press/small-text-in-grey": lambda pdf: text(pdf, "0 g", 9.0),
    "press/spot-colour": lambda pdf: _spot(pdf, "PANTONE 300 C"),
    "press/text-near-edge": lambda pdf: text(pdf, "0 0 0 1 k", at=f"{float(pdf.pages[0].obj.TrimBox[0]) + 4} 300"),
    "press/text-not-overprinting": lambda pdf: text(pdf, "0 0 0 1 k", 9.0),
    "press/title-missing": _no_title,
    "press/too-much-ink": _dark,
    "press/trapping-not-stated": lambda pdf: pdf.docinfo.__delitem__("/Trapped"),
    "press/trim-and-art-box": _art,
    "press/trim-box-missing": lambda pdf: pdf.pages[1].obj.__delitem__("/TrimBox"),
    "press/white-overprints": _white_overprints,
}
"""How the clean file is broken, by the rule that must be named."""


def broken(clean: bytes, rule: str) -> bytes:
    """The clean file, broken for one rule."""
    out = io.BytesIO()
    if rule == "press/file-id-missing":
        return _without_id(clean)
    if rule in BYTES:
        from tests.pdf.broken_foreign import BY_BYTES, damaged  # noqa: PLC0415

        return damaged(clean, BY_BYTES[BYTES[rule]])
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        change = BROKEN[rule]
        if change is not None:
            change(pdf)
        lock = pikepdf.Encryption(owner="secret", user="") if rule == "press/encrypted" else False
        version = "2.0" if rule == "press/pdf-too-new" else ""
        pdf.save(out, encryption=lock, deterministic_id=not lock, force_version=version)
    return out.getvalue()


def _without_id(clean: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    head, mark, tail = out.getvalue().rpartition(b"trailer")
    return head + mark + tail.replace(b"/ID", b"/IX")
