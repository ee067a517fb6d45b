"""The clean press file, damaged, cut off, or with something hidden in it: as files from elsewhere are."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image
from tests.pdf.broken_press import overprinting, paint, resource

Change = Callable[[Pdf], None]

TINT = "1 0 0 0 k 100 300 200 60 re f "
NOISE = random.Random(1).randbytes(90000)  # noqa: S311 - noise is no secret
MEDIA = [0, 0, 700, 930]


def ink(name, alternate=Name.DeviceCMYK, full=(0, 0, 0, 1)):
    """A Separation space."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=Array([0] * len(full)), C1=Array(full), N=1)
    return Array([Name.Separation, Name(f"/{name}"), alternate, function])


def inks(*names, more=None):
    """A DeviceN space."""
    code = b"{" + b" pop" * len(names) + b" 0 0 0 1 }"

    def make(pdf):
        function = Stream(pdf, code)
        function.update({"/FunctionType": 4, "/Domain": [0, 1] * len(names), "/Range": [0, 1] * 4})
        parts = [
            Name.DeviceN,
            Array([Name(f"/{name}") for name in names]),
            Name.DeviceCMYK,
            pdf.make_indirect(function),
        ]
        return Array([*parts, *([more] if more is not None else [])])

    return make


def form(pdf, content, resources=None, **more):
    stream = Stream(pdf, content.encode())
    stream.update(
        {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": MEDIA, "/Resources": resources or Dictionary()}
    )
    stream.update({f"/{key}": value for key, value in more.items()})
    return pdf.make_indirect(stream)


def image(pdf, data, width=300, height=300, space=Name.DeviceGray, bits=8, **more):
    stream = Stream(pdf, data)
    stream.update(
        {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": width, "/Height": height, "/ColorSpace": space,
         "/BitsPerComponent": bits, **{f"/{key}": value for key, value in more.items()}}
    )  # fmt: skip
    return pdf.make_indirect(stream)


def jpeg(side=300):
    data = io.BytesIO()
    Image.effect_noise((side, side), 60).save(data, "JPEG", quality=80)
    return data.getvalue()


def _own(pdf, value):
    """An object of this file: one object must not go into two."""
    return value(pdf) if callable(value) else pikepdf.Object.parse(value.unparse())


# Places where content can hide: each takes content and resources.


def on_page(content, **resources):
    def change(pdf):
        for kind, named in resources.items():
            for name, value in named.items():
                resource(pdf, f"/{kind}", f"/{name}", _own(pdf, value))
        paint(pdf, content)

    return change


def _resources(pdf, kinds):
    made = {}
    for kind, named in kinds.items():
        made[f"/{kind}"] = Dictionary(
            {f"/{name}": pdf.make_indirect(_own(pdf, value)) for name, value in named.items()}
        )
    return Dictionary(made)


def in_pattern(content, cell=10, paint_type=1, colour="", **resources):
    def change(pdf):
        stream = Stream(pdf, content.encode())
        stream.update(
            {"/Type": Name.Pattern, "/PatternType": 1, "/PaintType": paint_type, "/TilingType": 1,
             "/BBox": [0, 0, cell, cell], "/XStep": cell, "/YStep": cell, "/Resources": _resources(pdf, resources)}
        )  # fmt: skip
        resource(pdf, "/Pattern", "/Tiles", stream)
        if colour:
            resource(pdf, "/ColorSpace", "/Under", Array([Name.Pattern, Name.DeviceRGB]))
        paint(pdf, f"/{'Under' if colour else 'Pattern'} cs {colour} /Tiles scn 200 300 100 100 re f")

    return change


def in_form(content, **resources):
    def change(pdf):
        resource(pdf, "/XObject", "/Inner", form(pdf, content, _resources(pdf, resources)))
        paint(pdf, "/Inner Do")

    return change


def in_mask(content, **resources):
    def change(pdf):
        group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)
        drawn = form(pdf, content, _resources(pdf, resources), Group=group)
        overprinting(pdf, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=drawn))
        paint(pdf, "/Over gs 0.5 0 0 0 k 200 300 60 60 re f")

    return change


def in_letter(content, first="500 0 d0", **resources):
    def change(pdf):
        glyph = pdf.make_indirect(Stream(pdf, f"{first} {content}".encode()))
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name("/a")]),
            FirstChar=97, LastChar=97, Widths=[500], Resources=_resources(pdf, resources),
        )  # fmt: skip
        resource(pdf, "/Font", "/Drawn", font)
        paint(pdf, "0 0 0 1 k BT /Drawn 20 Tf 200 300 Td (a) Tj ET")

    return change


LOST = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica"))
LOST_TEXT = "0 0 0 1 k BT /Lost 20 Tf 2 2 Td (Knee) Tj ET"
HAIR = "0 0 0 1 K .1 w 0 5 m 10 5 l S"


def text_in(space, values, size):
    """Words in a font of the file, in a colour of a space."""

    def change(pdf):
        resource(pdf, "/ColorSpace", "/Own", _own(pdf, space))
        name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        paint(pdf, f"/Own cs {values} scn BT {name} {size} Tf 200 300 Td <00530044> Tj ET")

    return change


def both(*changes):
    def change(pdf):
        for one in changes:
            one(pdf)

    return change


def _fonts(change):
    """Change the data of every TrueType font."""

    def run(pdf):
        for one in list(pdf.objects):
            if isinstance(one, Dictionary) and "/FontFile2" in one:
                data, key, more = change(one.FontFile2.read_bytes())
                del one["/FontFile2"]
                one[key] = pdf.make_indirect(Stream(pdf, data))
                one[key].update(more)

    return run


def _two_recipes(first, second):
    return both(
        on_page("/One cs 1 scn 200 300 40 40 re f", ColorSpace={"One": first}),
        on_page("/Two cs 1 scn 260 300 40 40 re f", ColorSpace={"Two": second}),
    )


def _pages(**entries):
    return lambda pdf: pdf.pages[0].obj.update({f"/{key}": value for key, value in entries.items()})


def _trap(pdf):
    net = Dictionary(Type=Name.Annot, Subtype=Name.TrapNet, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(net)])


def _gradient(pdf, **more):
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0, 0, 0], N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 700, 0], Function=function, **more)


def _edge_gradient(pdf):
    resource(pdf, "/Shading", "/Fade", _gradient(pdf))
    paint(pdf, f"{float(pdf.pages[0].obj.TrimBox[0])} 300 90 90 re W n /Fade sh")


def _edge_pattern(pdf):
    resource(pdf, "/Pattern", "/Fade", Dictionary(Type=Name.Pattern, PatternType=2, Shading=_gradient(pdf)))
    paint(pdf, f"/Pattern cs /Fade scn {float(pdf.pages[0].obj.TrimBox[0])} 300 90 90 re f")


def _spot_gradient(pdf):
    shading = _gradient(pdf)
    shading.ColorSpace = ink("Gold")
    shading.Function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
    resource(pdf, "/Pattern", "/Fade", Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading))
    paint(pdf, "/Pattern cs /Fade scn 200 300 90 90 re f")


PICTURE = "q 72 0 0 72 200 300 cm /Pic Do Q"


def picture(make, **kinds):
    return on_page(PICTURE, XObject={"Pic": make}, **kinds)


def _cut_jpeg(pdf, **more):
    return image(pdf, jpeg()[:9000], Filter=Name.DCTDecode, **more)


BY_OBJECTS: dict[str, tuple[str, Change]] = {
    "an array without end": ("press/damaged", on_page("[1 2 (abc TJ")),
    "a cut JPEG": ("press/picture-broken", picture(_cut_jpeg)),
    "a JPEG 2000 picture that is none": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, b"none" * 99, Filter=Name.JPXDecode)),
    ),
    "a cut JPEG in a pattern": (
        "press/picture-broken",
        in_pattern("10 0 0 10 0 0 cm /Pic Do", XObject={"Pic": _cut_jpeg}),
    ),
    "a cut JPEG in a form": ("press/picture-broken", in_form(PICTURE, XObject={"Pic": _cut_jpeg})),
    "a JPEG that is no JPEG": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, b"no JPEG" * 99, Filter=Name.DCTDecode)),
    ),
    "a JPEG smaller than it says": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, jpeg(100), Filter=Name.DCTDecode)),
    ),
    "a picture of a few rows": ("press/picture-broken", picture(lambda pdf: image(pdf, bytes(4000)))),
    "a packed picture of a few rows": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, zlib.compress(bytes(4000)), Filter=Name.FlateDecode)),
    ),
    "a packed picture cut off": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, zlib.compress(NOISE)[:-6000], Filter=Name.FlateDecode)),
    ),
    "a mask of a few rows": (
        "press/picture-broken",
        picture(lambda pdf: image(pdf, bytes(90000), SMask=image(pdf, bytes(4000)))),
    ),
    "a picture without size": ("press/picture-broken", picture(lambda pdf: image(pdf, bytes(90000), width=0))),
    "no such picture": ("press/resource-missing", on_page("/Nowhere Do")),
    "no such state": ("press/resource-missing", on_page("/Nowhere gs 0 0 0 1 k 200 300 9 9 re f")),
    "no such font": ("press/resource-missing", on_page("BT /Nowhere 20 Tf 200 300 Td (Knee) Tj ET")),
    "no such space": ("press/resource-missing", on_page("/Nowhere cs 1 scn 200 300 9 9 re f")),
    "no such gradient": ("press/resource-missing", on_page("q 200 300 9 9 re W n /Nowhere sh Q")),
    "no such pattern": ("press/resource-missing", on_page("/Pattern cs /Nowhere scn 200 300 9 9 re f")),
    "nothing in a form": ("press/resource-missing", in_form("/Nowhere Do")),
    "nothing in a pattern": ("press/resource-missing", in_pattern("/Nowhere Do")),
    "nothing in a letter": ("press/resource-missing", in_letter("/Nowhere Do")),
    "nothing in a mask": ("press/resource-missing", in_mask("/Nowhere Do")),
    "half a TrueType font": ("press/font-broken", _fonts(lambda data: (data[: len(data) // 2], "/FontFile2", {}))),
    "no TrueType font": ("press/font-broken", _fonts(lambda _: (b"no font" * 99, "/FontFile2", {}))),
    "a TrueType font without letters": (
        "press/font-broken",
        _fonts(lambda data: (data.replace(b"glyf", b"glyx", 1), "/FontFile2", {})),
    ),
    "no CFF font": (
        "press/font-broken",
        _fonts(lambda _: (b"no font" * 99, "/FontFile3", {"/Subtype": Name.CIDFontType0C})),
    ),
    "a CFF font of a few bytes": (
        "press/font-broken",
        _fonts(lambda _: (b"\1\0\4\1\0\1\1\1\5Noto\0\1", "/FontFile3", {"/Subtype": Name.CIDFontType0C})),
    ),
    "no Type 1 font": ("press/font-broken", _fonts(lambda _: (b"no font" * 99, "/FontFile", {"/Length1": 9}))),
    "a hairline in a pattern": ("press/hairline", in_pattern(HAIR)),
    "a hairline in a form in a pattern": (
        "press/hairline",
        in_pattern("/Inner Do", XObject={"Inner": lambda pdf: form(pdf, HAIR)}),
    ),
    "a hairline in a letter": ("press/hairline", in_letter("0 0 0 1 K 4 w 0 0 m 500 500 l S")),
    "a hairline in a stencil letter": ("press/hairline", in_letter("4 w 0 0 m 500 500 l S", "500 0 0 0 500 500 d1")),
    "a hairline in a mask": ("press/hairline", in_mask("1 G .1 w 200 310 m 260 310 l S")),
    "a hairline in a form": ("press/hairline", in_form("0 0 0 1 K .1 w 200 310 m 260 310 l S")),
    "a hairline by its state": (
        "press/hairline",
        on_page("/Thin gs 0 0 0 1 K 200 300 m 300 300 l S", ExtGState={"Thin": Dictionary(LW=0.05)}),
    ),
    "a hairline by its scale": ("press/hairline", on_page("0 0 0 1 K .1 0 0 .1 0 0 cm 1 w 2000 3000 m 3000 3000 l S")),
    "a hairline as a box": ("press/hairline", on_page("0 0 0 1 k 200 300 100 .1 re f")),
    "a hairline as a turned box": (
        "press/hairline",
        on_page("0 0 0 1 k 200 300 m 270 370 l 270.1 369.9 l 200.1 299.9 l f"),
    ),
    "a hairline as a frame": ("press/hairline", on_page("0 0 0 1 k 200 300 90 90 re 200.1 300.1 89.8 89.8 re f*")),
    "hairlines as boxes in one path": (
        "press/hairline",
        on_page("0 0 0 1 k 200 300 90 .1 re 200 320 90 .1 re 200 340 90 .1 re f"),
    ),
    "a white hairline as a box": ("press/hairline", on_page(f"{TINT} 0 0 0 0 k 120 330 90 .1 re f")),
    "a spot colour in a pattern": (
        "press/spot-colour",
        in_pattern("/Own cs 1 scn 0 0 5 5 re f", ColorSpace={"Own": ink("Gold")}),
    ),
    "a spot colour in a form": (
        "press/spot-colour",
        in_form("/Own cs 1 scn 200 300 5 5 re f", ColorSpace={"Own": ink("Gold")}),
    ),
    "a spot colour in a letter": (
        "press/spot-colour",
        in_letter("/Own cs 1 scn 0 0 500 500 re f", ColorSpace={"Own": ink("Gold")}),
    ),
    "a spot colour in a gradient": ("press/spot-colour", _spot_gradient),
    "a spot colour among process inks": (
        "press/spot-colour",
        on_page("/Own cs 0 1 1 scn 200 300 9 9 re f", ColorSpace={"Own": inks("Cyan", "Black", "Gold")}),
    ),
    "a spot colour in a picture": (
        "press/spot-colour",
        picture(lambda pdf: image(pdf, bytes(90000), space=ink("Gold"))),
    ),
    "a spot colour in a table of colours": (
        "press/spot-colour",
        picture(
            lambda pdf: image(pdf, bytes(90000), space=Array([Name.Indexed, ink("Gold"), 1, pikepdf.String(b"\0\xff")]))
        ),
    ),
    "a font lost in a pattern": ("press/font-not-embedded", in_pattern(LOST_TEXT, 60, Font={"Lost": LOST})),
    "a font lost in a mask": (
        "press/font-not-embedded",
        in_mask(LOST_TEXT.replace("2 2", "200 300"), Font={"Lost": LOST}),
    ),
    "a font lost in a letter": ("press/font-not-embedded", in_letter(LOST_TEXT, Font={"Lost": LOST})),
    "a font lost by its state": (
        "press/font-not-embedded",
        on_page(
            "/Own gs 0 0 0 1 k BT 200 300 Td (Knee) Tj ET",
            ExtGState={"Own": lambda pdf: Dictionary(Font=Array([pdf.make_indirect(_own(pdf, LOST)), 20]))},
        ),
    ),
    "screen colours in a pattern": ("press/colour-not-in-inks", in_pattern("1 0 0 rg 0 0 5 5 re f")),
    "screen colours in a letter": ("press/colour-not-in-inks", in_letter("1 0 0 rg 0 0 500 500 re f")),
    "screen colours in a form": ("press/colour-not-in-inks", in_form("1 0 0 rg 200 300 9 9 re f")),
    "screen colours of a stencil": (
        "press/colour-not-in-inks",
        in_pattern("0 0 5 5 re f", paint_type=2, colour="1 0 0"),
    ),
    "screen colours in a mask": ("press/colour-not-in-inks", in_mask("1 0 0 rg 200 300 9 9 re f")),
    "screen colours behind an ink": (
        "press/colour-not-in-inks",
        on_page("/Own cs 1 scn 200 300 9 9 re f", ColorSpace={"Own": ink("Black", Name.DeviceRGB, (0, 0, 0))}),
    ),
    "a coarse picture in a pattern": (
        "press/picture-too-coarse",
        in_pattern("60 0 0 60 0 0 cm /Pic Do", 60, XObject={"Pic": lambda pdf: image(pdf, bytes(1600), 40, 40)}),
    ),
    "a coarse picture in a mask": (
        "press/picture-too-coarse",
        in_mask(PICTURE, XObject={"Pic": lambda pdf: image(pdf, bytes(1600), 40, 40)}),
    ),
    "a coarse mask of a picture": (
        "press/picture-too-coarse",
        picture(lambda pdf: image(pdf, bytes(90000), SMask=image(pdf, bytes(1600), 40, 40))),
    ),
    "a coarse picture in a letter": (
        "press/picture-too-coarse",
        in_letter("900 0 0 900 0 0 cm /Pic Do", XObject={"Pic": lambda pdf: image(pdf, bytes(64), 8, 8)}),
    ),
    "too much ink in a pattern": ("press/too-much-ink", in_pattern("1 1 1 .5 k 0 0 5 5 re f")),
    "too much ink by single inks": (
        "press/too-much-ink",
        on_page(
            "/Own cs 1 1 1 .9 scn 200 300 9 9 re f", ColorSpace={"Own": inks("Cyan", "Magenta", "Yellow", "Black")}
        ),
    ),
    "rich black by single inks": (
        "press/rich-black-text",
        text_in(inks("Cyan", "Magenta", "Yellow", "Black"), "1 .7 .7 1", 20),
    ),
    "rich black by names of one's own": (
        "press/rich-black-text",
        text_in(
            inks(
                "C",
                "M",
                "Y",
                "K",
                more=Dictionary(
                    Process=Dictionary(ColorSpace=Name.DeviceCMYK, Components=[Name.C, Name.M, Name.Y, Name.K])
                ),
            ),
            "1 .7 .7 1",
            20,
        ),
    ),
    "small text in two inks": ("press/small-coloured-text", text_in(inks("Cyan", "Magenta"), "1 .7", 6)),
    "small white text by an ink": ("press/small-reversed-text", text_in(ink("Black"), "0", 6)),
    "small black text by an ink": ("press/text-not-overprinting", text_in(ink("Black"), "1", 6)),
    "white that overprints by an ink": (
        "press/white-overprints",
        both(
            lambda pdf: overprinting(pdf, op=True, OP=True),
            on_page(f"{TINT} /Over gs /Own cs 0 scn 120 310 9 9 re f", ColorSpace={"Own": ink("Black")}),
        ),
    ),
    "all plates by an ink": (
        "press/separation-all",
        on_page("/Own cs 1 scn 200 300 9 9 re f", ColorSpace={"Own": ink("All")}),
    ),
    "two recipes": ("press/spot-mixed-twice", _two_recipes(ink("Gold"), ink("Gold", full=(0, 0.2, 0.8, 0.2)))),
    "two stand-ins": ("press/spot-mixed-twice", _two_recipes(ink("Gold"), ink("Gold", Name.DeviceGray, (0.5,)))),
    "another recipe among inks": (
        "press/spot-mixed-twice",
        _two_recipes(
            ink("Gold"), inks("Gold", more=Dictionary(Colorants=Dictionary(Gold=ink("Gold", full=(0, 0, 1, 0)))))
        ),
    ),
    "a transfer function": (
        "press/transfer-function",
        on_page(
            "/Own gs 0 0 0 .5 k 200 300 9 9 re f",
            ExtGState={"Own": Dictionary(TR=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1))},
        ),
    ),
    "four transfer functions": (
        "press/transfer-function",
        on_page(
            "/Own gs 0 0 0 .5 k 200 300 9 9 re f",
            ExtGState={
                "Own": Dictionary(TR2=Array([Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)] * 4))
            },
        ),
    ),
    "a transfer function of a screen": (
        "press/transfer-function",
        in_form(
            "/Own gs 0 0 0 .5 k 200 300 9 9 re f",
            ExtGState={
                "Own": Dictionary(
                    HT=Dictionary(
                        HalftoneType=1,
                        Frequency=150,
                        Angle=45,
                        SpotFunction=Name.Round,
                        TransferFunction=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1),
                    )
                )
            },
        ),
    ),
    "another CMYK": (
        "press/default-colour-space",
        on_page(
            "0 1 0 0 k 200 300 9 9 re f",
            ColorSpace={"DefaultCMYK": lambda pdf: Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])},
        ),
    ),
    "another grey in a form": (
        "press/default-colour-space",
        in_form(
            "0 g 200 300 9 9 re f", ColorSpace={"DefaultGray": Array([Name.CalGray, Dictionary(WhitePoint=[1, 1, 1])])}
        ),
    ),
    "PostScript": (
        "press/postscript",
        on_page("/Own Do", XObject={"Own": lambda pdf: Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)}),
    ),
    "a form that is PostScript": (
        "press/postscript",
        on_page("/Own Do", XObject={"Own": lambda pdf: form(pdf, "", Subtype2=Name.PS)}),
    ),
    "a page of another file": (
        "press/reference-to-file",
        on_page("/Own Do", XObject={"Own": lambda pdf: form(pdf, "", Ref=Dictionary(F="x.pdf", Page=0))}),
    ),
    "a picture on a server": (
        "press/opi",
        picture(lambda pdf: image(pdf, bytes(90000), OPI=Dictionary({"/1.3": Dictionary(Type=Name.OPI)}))),
    ),
    "a form on a server": (
        "press/opi",
        on_page(
            "/Own Do", XObject={"Own": lambda pdf: form(pdf, "", OPI=Dictionary({"/2.0": Dictionary(Type=Name.OPI)}))}
        ),
    ),
    "another picture": (
        "press/alternate-picture",
        picture(
            lambda pdf: image(
                pdf,
                bytes(90000),
                Alternates=Array([Dictionary(Image=image(pdf, bytes(90000)), DefaultForPrinting=True)]),
            )
        ),
    ),
    "a plate": ("press/separated-page", _pages(SeparationInfo=Dictionary(DeviceColorant=Name.Cyan))),
    "a trapped page": ("press/trap-network", _trap),
    "a gradient at the edge": ("press/bleed-missing", _edge_gradient),
    "a shape with a gradient at the edge": ("press/bleed-missing", _edge_pattern),
    "a black line on a tint": ("press/line-not-overprinting", on_page(f"{TINT} 0 0 0 1 K .5 w 110 330 m 280 330 l S")),
    "a black box as a line on a picture": (
        "press/line-not-overprinting",
        both(picture(lambda pdf: image(pdf, b"\x80" * 90000)), on_page("0 0 0 1 k 205 330 60 1 re f")),
    ),
    "a black frame on a tint": (
        "press/line-not-overprinting",
        on_page(f"{TINT} 0 0 0 1 k 110 310 90 40 re 111 311 88 38 re f*"),
    ),
    "a black line by an ink": (
        "press/line-not-overprinting",
        on_page(f"{TINT} /Own CS 1 SCN 1 w 110 330 m 280 330 l S", ColorSpace={"Own": ink("Black")}),
    ),
    "a black line without the mode": (
        "press/line-not-overprinting",
        both(
            lambda pdf: overprinting(pdf, OP=True, OPM=0),
            on_page(f"{TINT} /Over gs 0 0 0 1 K 1 w 110 330 m 280 330 l S"),
        ),
    ),
    "a grey line on a tint": ("press/thin-line-in-grey", on_page(f"{TINT} .5 G 1 w 110 330 m 280 330 l S")),
    "a grey box as a line on a tint": ("press/thin-line-in-grey", on_page(f"{TINT} 0 g 110 330 90 1 re f")),
    "grey that overprints": (
        "press/grey-overprints",
        both(
            lambda pdf: overprinting(pdf, op=True, OP=True, OPM=1), on_page(f"{TINT} /Over gs .5 g 110 310 50 30 re f")
        ),
    ),
    "grey lines that overprint": (
        "press/grey-overprints",
        both(lambda pdf: overprinting(pdf, OP=True, OPM=1), on_page(f"{TINT} /Over gs .5 G 3 w 110 330 m 280 330 l S")),
    ),
    "grey words that overprint": (
        "press/grey-overprints",
        both(
            lambda pdf: overprinting(pdf, op=True, OP=True, OPM=1),
            on_page(f"{TINT} /Over gs"),
            lambda pdf: paint(
                pdf,
                f"/Over gs .5 g BT {next(iter(pdf.pages[0].obj.Resources.Font.keys()))} 20 Tf 120 320 Td <0053> Tj ET",
            ),
        ),
    ),
}
"""What is wrong -> the rule that names it, and how the clean file is changed."""

ONLY_GHOSTSCRIPT: dict[str, Change] = {
    "a line without its numbers": on_page("100 200 m 1 l S"),
    "an ink without a recipe": on_page(
        "/Own cs 1 scn 200 300 9 9 re f",
        ColorSpace={"Own": Array([Name.Separation, Name.Black, Name.DeviceCMYK, Dictionary(FunctionType=9)])},
    ),
    "a gradient without colours": on_page(
        "q 200 300 9 9 re W n /Own sh Q", Shading={"Own": Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK)}
    ),
    "a fax that is none": picture(
        lambda pdf: image(pdf, b"\xff\x00" * 9, bits=1, Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1))
    ),
}
"""What we do not see ourselves."""


def _plain(clean: bytes) -> bytes:
    """The file with a table of offsets that can be changed by hand."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        pdf.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True, compress_streams=False
        )
    return out.getvalue()


def _object_at(data: bytes, mark: bytes) -> re.Match[bytes]:
    """Where the object begins that holds ``mark``."""
    at = data.index(mark)
    *_, found = re.finditer(rb"(\d+) 0 obj", data[:at])
    return found


def _offset_wrong(data: bytes) -> bytes:
    found = _object_at(data, b"/Type /Page\n" if b"/Type /Page\n" in data else b"/Type /Page ")
    right, wrong = b"%010d 00000 n" % found.start(), b"%010d 00000 n" % (found.start() + 5)
    assert data.count(right) == 1
    return data.replace(right, wrong)


def _header_wrong(data: bytes) -> bytes:
    found = _object_at(data, b"/FontDescriptor")
    return data[: found.end() - 3] + b"obx" + data[found.end() :]


def _dictionary_wrong(data: bytes) -> bytes:
    return data.replace(b"/Rect", b"/Rect").replace(b"/FontBBox [", b"/FontBBox <", 1)


def _stream_shifted(data: bytes) -> bytes:
    at = data.index(b"endstream", data.index(b"/FontFile2"))
    return data[:at] + b"endstreax" + data[at + 9 :]


def _counted(number: bytes) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(rb"/Count \d+", b"/Count " + number, data, count=1)


def _kids(more: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(rb"/Kids \[(.*?)\]", lambda kids: b"/Kids [" + more(kids[1]) + b"]", data, count=1)


BY_BYTES: dict[str, Callable[[bytes], bytes]] = {
    "content that is not there": lambda data: re.sub(rb"/Contents \d\d 0 R", b"/Contents 99 9 R", data, count=1),
    "more pages than are there": _counted(b"4"),
    "fewer pages than are there": _counted(b"1"),
    "no number of pages": lambda data: data.replace(b"/Count 2", b"/Count/2", 1),
    "something among the pages": _kids(lambda kids: kids + b" (page)"),
    "a page twice": _kids(lambda kids: kids + kids.strip()[:6].rpartition(b"R")[0] + b"R "),
    "one offset wrong": _offset_wrong,
    "one object with a wrong head": _header_wrong,
    "one dictionary with a wrong bracket": _dictionary_wrong,
    "one stream without end": _stream_shifted,
}
"""Damage that qpdf repairs or gives up."""


HARMLESS: dict[str, Change] = {
    "black ink by its name": both(
        lambda pdf: overprinting(pdf, op=True, OP=True),
        on_page(f"{TINT} /Over gs /Own cs 1 scn 110 330 90 1 re f", ColorSpace={"Own": ink("Black")}),
    ),
    "two process inks": on_page("/Own cs .5 .5 scn 200 300 9 9 re f", ColorSpace={"Own": inks("Cyan", "Yellow")}),
    "no ink": on_page("/Own cs 1 scn 200 300 9 9 re f", ColorSpace={"Own": ink("None")}),
    "a picture in black ink": picture(lambda pdf: image(pdf, bytes(90000), space=ink("Black"))),
    "a table of inks": on_page(
        "/Own cs 1 scn 200 300 9 9 re f",
        ColorSpace={"Own": Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(b"\0\0\0\0\xff\0\0\0")])},
    ),
    "steps of a gradient": on_page(
        " ".join(f"0 0 0 {step / 40} k {200 + step * 0.2} 300 .2 50 re f" for step in range(40))
    ),
    "a white bar on the paper": on_page("0 0 0 0 k 200 300 90 .1 re f"),
    "a black line on the paper": on_page("0 0 0 1 K 1 w 200 300 m 300 300 l S"),
    "a black line beside a tint": on_page(f"{TINT} 0 0 0 1 K 1 w 110 380 m 280 380 l S"),
    "a black line inside a tinted frame": on_page(
        "1 0 0 0 k 200 300 90 90 re 210 310 70 70 re f* 0 0 0 1 K 1 w 220 330 m 260 330 l S"
    ),
    "a black line that overprints": both(
        lambda pdf: overprinting(pdf, OP=True, OPM=1), on_page(f"{TINT} /Over gs 0 0 0 1 K 1 w 110 330 m 280 330 l S")
    ),
    "a thick black line on a tint": on_page(f"{TINT} 0 0 0 1 K 3 w 110 330 m 280 330 l S"),
    "a pattern of inks": in_pattern("0 0 0 .5 k 0 0 5 5 re f 1 0 0 0 K 1 w 0 7 m 10 7 l S"),
    "a mask in grey": in_mask("0 g 200 300 60 60 re f 1 g 210 310 20 20 re f"),
    "a state that changes nothing": on_page(
        "/Own gs 0 0 0 .5 k 200 300 9 9 re f", ExtGState={"Own": Dictionary(TR2=Name.Default, LW=1, SA=True)}
    ),
    "a default that is none": on_page(
        "0 0 0 .5 k 200 300 9 9 re f", ColorSpace={"DefaultCMYK": Name.DeviceCMYK, "DefaultGray": Name.DeviceGray}
    ),
    "a whole JPEG": picture(lambda pdf: image(pdf, jpeg(), Filter=Name.DCTDecode)),
    "a gradient in the middle": on_page("q 200 300 90 90 re W n /Fade sh Q", Shading={"Fade": _gradient}),
    "a gradient over the edge": on_page("q 0 300 90 90 re W n /Fade sh Q", Shading={"Fade": _gradient}),
}
"""What is in order, however unusual: no finding."""


def changed(clean: bytes, change: Change) -> bytes:
    """The clean file, changed and saved soundly."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def damaged(clean: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The clean file with its bytes changed."""
    data = _plain(clean)
    result = change(data)
    assert result != data
    return result
