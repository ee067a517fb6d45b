"""The clean press file, broken in three ways more for each rule of files from elsewhere."""

from __future__ import annotations

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from tests.pdf.broken_foreign import (
    LOST,
    LOST_TEXT,
    PICTURE,
    TINT,
    Change,
    both,
    form,
    image,
    in_form,
    in_letter,
    in_mask,
    in_pattern,
    ink,
    jpeg,
    on_page,
    picture,
)
from tests.pdf.broken_press import overprinting, paint, resource

STATE = {"op": True, "OP": True, "OPM": 1}
TURN = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)


def _trim_left(pdf: Pdf) -> float:
    return float(pdf.pages[0].obj.TrimBox[0])


def _first_font(pdf: Pdf) -> str:
    return next(iter(pdf.pages[0].obj.Resources.Font.keys()))


def _words(before: str, size: float = 20.0, at: str = "120 320") -> Change:
    return lambda pdf: paint(pdf, f"{before} BT {_first_font(pdf)} {size} Tf {at} Td <00530044> Tj ET")


def _named(pdf: Pdf, kinds: dict) -> dict:
    return {
        f"/{kind}": Dictionary({f"/{name}": value(pdf) if callable(value) else value for name, value in named.items()})
        for kind, named in kinds.items()
    }


def _forms(content: str, deep: int, **resources: object) -> Change:
    """Content in a form in a form."""

    def change(pdf: Pdf) -> None:
        kinds = _named(pdf, resources)
        inner = form(pdf, content, Dictionary(kinds))
        for _ in range(deep):
            inner = form(pdf, "/In Do", Dictionary(XObject=Dictionary(In=inner)))
        resource(pdf, "/XObject", "/Outer", inner)
        paint(pdf, "/Outer Do")

    return change


def _inherited(content: str, kind: str, name: str, value: object) -> Change:
    """A resource that the pages have from their parent."""

    def change(pdf: Pdf) -> None:
        for page in pdf.pages:
            own = page.obj.Resources
            own[kind] = own.get(kind, Dictionary())
            own[kind][name] = value(pdf) if callable(value) else value
        pdf.Root.Pages.Resources = pdf.pages[0].obj.Resources
        for page in pdf.pages:
            del page.obj["/Resources"]
        pdf.pages[1].contents_add(f"q {content} Q".encode())

    return change


def _font_of(pdf: Pdf) -> pikepdf.Object:
    return next(one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one)


def _font_data(change) -> Change:
    def run(pdf: Pdf) -> None:
        descriptor = _font_of(pdf)
        descriptor.FontFile2 = pdf.make_indirect(Stream(pdf, change(descriptor.FontFile2.read_bytes())))

    return run


def _no_font_data(pdf: Pdf) -> None:
    del _font_of(pdf)["/FontFile2"]


def _packed(pdf: Pdf) -> None:
    """The packed data of a font, cut off."""
    descriptor = _font_of(pdf)
    data = zlib.compress(descriptor.FontFile2.read_bytes())
    stream = Stream(pdf, data[: len(data) // 2])
    stream.Filter = Name.FlateDecode
    descriptor.FontFile2 = pdf.make_indirect(stream)


def _shade(pdf: Pdf, **more: object) -> pikepdf.Object:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0, 0, 0], N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 700, 0], Function=function, **more)


def _round_at_the_edge(pdf: Pdf) -> None:
    shading = _shade(pdf)
    shading.update({"/ShadingType": 3, "/Coords": [_trim_left(pdf), 345, 0, _trim_left(pdf), 345, 200]})
    resource(pdf, "/Shading", "/Fade", shading)
    paint(pdf, f"{_trim_left(pdf)} 300 90 90 re W n /Fade sh")


def _gradient_in_a_form(pdf: Pdf) -> None:
    left = _trim_left(pdf)
    inner = form(pdf, "/Fade sh", Dictionary(Shading=Dictionary(Fade=pdf.make_indirect(_shade(pdf)))))
    inner.BBox = [left, 300, left + 90, 390]
    resource(pdf, "/XObject", "/Inner", inner)
    paint(pdf, "/Inner Do")


def _gradient_above(pdf: Pdf) -> None:
    left, _, right, top = map(float, pdf.pages[0].obj.TrimBox)
    resource(pdf, "/Shading", "/Fade", _shade(pdf))
    paint(pdf, f"{left - 20} {top - 40} {right - left + 40} 40 re W n /Fade sh")


def _picture_on_plates(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/Pic", image(pdf, b"\x80" * 90000))
    paint(pdf, "q 100 0 0 100 200 300 cm /Pic Do Q 0 0 0 1 K 1 w 210 340 m 290 340 l S")


def _objects(**entries: object) -> Change:
    return lambda pdf: pdf.pages[1].obj.update({f"/{key}": value for key, value in entries.items()})


def _nets(pdf: Pdf) -> None:
    net = Dictionary(Type=Name.Annot, Subtype=Name.TrapNet, Rect=[0, 0, 9, 9], Version=Array([]))
    link = Dictionary(Type=Name.Annot, Subtype=Name.PrinterMark, Rect=[0, 0, 9, 9])
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(link), pdf.make_indirect(net)])


def _intent_profile(pdf: Pdf) -> pikepdf.Object:
    return Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])


THRICE: dict[str, tuple[tuple[str, Change], ...]] = {
    "press/picture-broken": (
        (
            "half a picture in a letter",
            in_letter("900 0 0 900 0 0 cm /Pic Do", XObject={"Pic": lambda pdf: image(pdf, bytes(400))}),
        ),
        (
            "a packed picture with another size of its rows",
            picture(
                lambda pdf: image(
                    pdf,
                    zlib.compress(bytes(40000)),
                    Filter=Name.FlateDecode,
                    DecodeParms=Dictionary(Predictor=15, Columns=300),
                )
            ),
        ),
        (
            "a whole JPEG in grey that says it is in inks",
            picture(lambda pdf: image(pdf, jpeg(), space=Name.DeviceCMYK, Filter=Name.DCTDecode)),
        ),
        (
            "a JPEG in inks that says it is grey and is cut",
            picture(lambda pdf: image(pdf, jpeg()[:3000], space=Name.DeviceCMYK, Filter=Array([Name.DCTDecode]))),
        ),
    ),
    "press/resource-missing": (
        ("no such picture deep in forms", _forms("/Nowhere Do", 3)),
        ("no such font by a quotation mark", on_page("BT /Nowhere 20 Tf 14 TL 200 300 Td (Knee) ' ET")),
        ("no such space for lines", on_page("/Nowhere CS 1 SCN 200 300 9 9 re S")),
        ("no such marks", on_page("/Nowhere gs /Pattern CS /Gone SCN 200 300 9 9 re S")),
    ),
    "press/font-broken": (
        ("packed data that is cut off", _packed),
        ("a font whose table of letters is beyond its end", _font_data(lambda data: data[:1200])),
        ("a font without its table of places", _font_data(lambda data: data.replace(b"loca", b"locx", 1))),
        ("a font of nothing", _font_data(lambda _: b"")),
        ("a font without its head", _font_data(lambda data: data.replace(b"head", b"heax", 1))),
    ),
    "press/font-not-embedded": (
        (
            "lost in a form in a pattern",
            in_pattern(
                "/Inner Do",
                60,
                XObject={
                    "Inner": lambda pdf: form(
                        pdf, LOST_TEXT, Dictionary(Font=Dictionary(Lost=pdf.make_indirect(Dictionary(LOST))))
                    )
                },
            ),
        ),
        (
            "lost from the parent of the pages",
            _inherited(
                "0 0 0 1 k BT /Lost 20 Tf 200 300 Td (Knee) Tj ET",
                "/Font",
                "/Lost",
                lambda pdf: pdf.make_indirect(
                    Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Arial"))
                ),
            ),
        ),
        ("data taken away", _no_font_data),
    ),
    "press/spot-colour": (
        ("for lines", on_page("/Own CS 1 SCN 2 w 200 300 40 40 re S", ColorSpace={"Own": ink("PANTONE 185 C")})),
        (
            "under a pattern",
            lambda pdf: (
                resource(pdf, "/ColorSpace", "/Under", Array([Name.Pattern, ink("Gold")])),
                in_pattern("0 0 5 5 re f", paint_type=2)(pdf),
                paint(pdf, "/Under cs 1 /Tiles scn 320 300 50 50 re f"),
            ),
        ),
        (
            "in a mask",
            in_mask("/Own cs 1 scn 200 300 60 60 re f", ColorSpace={"Own": ink("Gold", Name.DeviceGray, (0,))}),
        ),
        ("deep in forms", _forms("/Own cs 1 scn 200 300 9 9 re f", 3, ColorSpace={"Own": ink("Silver")})),
    ),
    "press/colour-not-in-inks": (
        (
            "in a mask of a picture with its own colours",
            picture(lambda pdf: image(pdf, bytes(270000), space=Name.DeviceRGB)),
        ),
        ("deep in forms", _forms("0 0 1 RG 3 w 200 300 m 260 360 l S", 3)),
        (
            "behind a spot colour",
            on_page("/Own cs 1 scn 200 300 9 9 re f", ColorSpace={"Own": ink("Black", Name.DeviceRGB, (0, 0, 0))}),
        ),
        (
            "Lab",
            on_page(
                "/Own cs 50 20 20 scn 200 300 9 9 re f",
                ColorSpace={"Own": Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])},
            ),
        ),
    ),
    "press/picture-too-coarse": (
        (
            "deep in forms",
            _forms(
                "q 144 0 0 144 200 300 cm /Pic Do Q", 2, XObject={"Pic": lambda pdf: image(pdf, bytes(10000), 100, 100)}
            ),
        ),
        (
            "in the page itself",
            on_page("q 144 0 0 144 200 300 cm BI /W 10 /H 10 /CS /G /BPC 8 ID " + "x" * 100 + " EI Q"),
        ),
        (
            "turned",
            on_page(
                "q 100 100 -100 100 300 300 cm /Pic Do Q",
                XObject={"Pic": lambda pdf: image(pdf, bytes(10000), 100, 100)},
            ),
        ),
        (
            "long and low",
            on_page(
                "q 300 0 0 30 200 300 cm /Pic Do Q", XObject={"Pic": lambda pdf: image(pdf, bytes(300 * 300), 300, 300)}
            ),
        ),
    ),
    "press/hairline": (
        ("a dash pattern of thin lines", on_page("0 0 0 1 K [2 2] 0 d .1 w 200 300 m 300 300 l S")),
        ("a thin line by b", on_page("0 0 0 .2 k 0 0 0 1 K .1 w 200 300 60 60 re B")),
        (
            "words with a thin edge",
            lambda pdf: paint(pdf, f"0 0 0 1 K .1 w 1 Tr BT {_first_font(pdf)} 20 Tf 200 300 Td <00530044> Tj ET"),
        ),
        ("a line squeezed on one side", on_page("1 0 0 .05 0 0 cm 0 0 0 1 K 1 w 200 6000 m 300 6000 l S")),
        ("deep in forms", _forms("0 0 0 1 K .1 w 200 310 m 260 310 l S", 3)),
    ),
    "press/too-much-ink": (
        ("deep in forms", _forms("1 1 1 .6 k 200 300 9 9 re f", 3)),
        ("an edge of letters", _words("1 1 1 .6 K 1 Tr")),
        ("in a letter", in_letter("1 1 1 .6 k 0 0 500 500 re f")),
    ),
    "press/rich-black-text": (
        (
            "by the matrix of the text",
            lambda pdf: paint(pdf, f".8 .7 .7 1 k BT {_first_font(pdf)} 1 Tf 20 0 0 20 200 300 Tm <00530044> Tj ET"),
        ),
        (
            "in a form",
            lambda pdf: _forms(
                ".8 .7 .7 1 k BT /F 20 Tf 200 300 Td <00530044> Tj ET",
                1,
                Font={"F": pdf.pages[0].obj.Resources.Font[_first_font(pdf)]},
            )(pdf),
        ),
        ("as an edge of letters", _words(".8 .7 .7 1 K 1 Tr")),
    ),
    "press/spot-mixed-twice": (
        (
            "on two pages",
            both(
                on_page("/One cs 1 scn 200 300 40 40 re f", ColorSpace={"One": ink("Gold")}),
                lambda pdf: (
                    resource(pdf, "/ColorSpace", "/Two", ink("Gold", full=(0, 0.5, 1, 0)), page=1),
                    paint(pdf, "/Two cs 1 scn 200 300 40 40 re f", page=1),
                ),
            ),
        ),
        (
            "in a form",
            both(
                on_page("/One cs 1 scn 200 300 40 40 re f", ColorSpace={"One": ink("Gold")}),
                _forms("/Two cs 1 scn 260 300 40 40 re f", 1, ColorSpace={"Two": ink("Gold", full=(0, 0.4, 0.9, 0))}),
            ),
        ),
        (
            "in a picture",
            both(
                on_page("/One cs 1 scn 200 300 40 40 re f", ColorSpace={"One": ink("Gold")}),
                picture(lambda pdf: image(pdf, bytes(90000), space=ink("Gold", full=(0, 0.9, 0.1, 0)))),
            ),
        ),
    ),
    "press/transfer-function": (
        ("deep in forms", _forms("/Own gs 0 0 0 .5 k 200 300 9 9 re f", 2, ExtGState={"Own": Dictionary(TR=TURN)})),
        (
            "in a screen of several",
            on_page(
                "/Own gs 0 0 0 .5 k 200 300 9 9 re f",
                ExtGState={
                    "Own": Dictionary(
                        HT=Dictionary(
                            HalftoneType=5,
                            Default=Dictionary(
                                HalftoneType=1, Frequency=150, Angle=45, SpotFunction=Name.Round, TransferFunction=TURN
                            ),
                        )
                    )
                },
            ),
        ),
        ("in a pattern", in_pattern("/Own gs 0 0 0 .5 k 0 0 5 5 re f", ExtGState={"Own": Dictionary(TR2=TURN)})),
    ),
    "press/default-colour-space": (
        (
            "grey by a profile",
            on_page(
                ".5 g 200 300 9 9 re f",
                ColorSpace={"DefaultGray": Array([Name.CalGray, Dictionary(WhitePoint=[0.96, 1, 0.82], Gamma=2.2)])},
            ),
        ),
        ("in a pattern", in_pattern("0 1 0 0 k 0 0 5 5 re f", ColorSpace={"DefaultCMYK": _intent_profile})),
        ("in a letter", in_letter("0 1 0 0 k 0 0 500 500 re f", ColorSpace={"DefaultCMYK": _intent_profile})),
        (
            "from the parent of the pages",
            _inherited("0 1 0 0 k 200 300 9 9 re f", "/ColorSpace", "/DefaultCMYK", _intent_profile),
        ),
    ),
    "press/postscript": (
        (
            "in a letter",
            in_letter(
                "/Own Do", XObject={"Own": lambda pdf: Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)}
            ),
        ),
        (
            "in a pattern",
            in_pattern(
                "/Own Do", XObject={"Own": lambda pdf: Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)}
            ),
        ),
        (
            "deep in forms",
            lambda pdf: _forms(
                "/Own Do",
                2,
                XObject={"Own": pdf.make_indirect(Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS))},
            )(pdf),
        ),
    ),
    "press/reference-to-file": (
        (
            "deep in forms",
            lambda pdf: _forms("/Own Do", 2, XObject={"Own": form(pdf, "", Ref=Dictionary(F=String("x.pdf"), Page=0))})(
                pdf
            ),
        ),
        (
            "a stream in another file",
            picture(lambda pdf: image(pdf, b"", F=String("photo.jpg"), FFilter=Name.DCTDecode)),
        ),
        (
            "in a pattern",
            in_pattern("/Own Do", XObject={"Own": lambda pdf: form(pdf, "", Ref=Dictionary(F="x.pdf", Page=0))}),
        ),
    ),
    "press/opi": (
        (
            "version 2 of a picture",
            picture(
                lambda pdf: image(
                    pdf, bytes(90000), OPI=Dictionary({"/2.0": Dictionary(Type=Name.OPI, F=String("a.tif"))})
                )
            ),
        ),
        (
            "in a pattern",
            in_pattern(
                "10 0 0 10 0 0 cm /Pic Do",
                XObject={
                    "Pic": lambda pdf: image(pdf, bytes(90000), OPI=Dictionary({"/1.3": Dictionary(Type=Name.OPI)}))
                },
            ),
        ),
        (
            "deep in forms",
            lambda pdf: _forms(
                "/Own Do", 2, XObject={"Own": form(pdf, "", OPI=Dictionary({"/1.3": Dictionary(Type=Name.OPI)}))}
            )(pdf),
        ),
    ),
    "press/alternate-picture": (
        (
            "in a pattern",
            in_pattern(
                "10 0 0 10 0 0 cm /Pic Do",
                XObject={
                    "Pic": lambda pdf: image(
                        pdf, bytes(90000), Alternates=Array([Dictionary(Image=image(pdf, bytes(90000)))])
                    )
                },
            ),
        ),
        (
            "in a form",
            in_form(
                PICTURE,
                XObject={
                    "Pic": lambda pdf: image(
                        pdf, bytes(90000), Alternates=Array([Dictionary(Image=image(pdf, bytes(90000)))])
                    )
                },
            ),
        ),
        (
            "in a letter",
            in_letter(
                "900 0 0 900 0 0 cm /Pic Do",
                XObject={
                    "Pic": lambda pdf: image(
                        pdf, bytes(90000), Alternates=Array([Dictionary(Image=image(pdf, bytes(90000)))])
                    )
                },
            ),
        ),
    ),
    "press/separated-page": (
        ("the second page", _objects(SeparationInfo=Dictionary(DeviceColorant=Name.Magenta))),
        ("by a name in a text", _objects(SeparationInfo=Dictionary(DeviceColorant=String("Black")))),
        (
            "of several pages",
            lambda pdf: [
                page.obj.update(
                    {
                        "/SeparationInfo": Dictionary(
                            Pages=Array([one.obj for one in pdf.pages]), DeviceColorant=Name.Cyan
                        )
                    }
                )
                for page in pdf.pages
            ],
        ),
    ),
    "press/trap-network": (
        ("on the second page", _nets),
        (
            "with its look",
            lambda pdf: pdf.pages[0].obj.update(
                {
                    "/Annots": Array(
                        [
                            pdf.make_indirect(
                                Dictionary(
                                    Type=Name.Annot,
                                    Subtype=Name.TrapNet,
                                    Rect=[0, 0, 9, 9],
                                    AS=Name.N1,
                                    AP=Dictionary(N=Dictionary(N1=form(pdf, ""))),
                                )
                            )
                        ]
                    )
                }
            ),
        ),
        (
            "as the one note",
            lambda pdf: pdf.pages[0].obj.update(
                {"/Annots": Array([Dictionary(Subtype=Name.TrapNet, Rect=[0, 0, 700, 900])])}
            ),
        ),
    ),
    "press/bleed-missing": (
        ("a round gradient", _round_at_the_edge),
        ("a gradient in a form", _gradient_in_a_form),
        ("a gradient at the top", _gradient_above),
        (
            "a picture",
            lambda pdf: (
                resource(pdf, "/XObject", "/Pic", image(pdf, b"\x80" * 90000)),
                paint(pdf, f"q 60 0 0 60 {_trim_left(pdf)} 300 cm /Pic Do Q"),
            ),
        ),
    ),
    "press/line-not-overprinting": (
        ("on a picture", _picture_on_plates),
        ("deep in forms", _forms(f"{TINT} 0 0 0 1 K .5 w 110 330 m 280 330 l S", 2)),
        (
            "on a gradient",
            both(
                on_page(
                    "q 100 300 200 60 re W n /Fade sh Q 0 0 0 1 K .5 w 110 330 m 280 330 l S",
                    Shading={"Fade": _shade},
                )
            ),
        ),
        ("dashed", on_page(f"{TINT} 0 0 0 1 K [3 2] 0 d .5 w 110 330 m 280 330 l S")),
    ),
    "press/thin-line-in-grey": (
        ("deep in forms", _forms(f"{TINT} .4 G 1 w 110 330 m 280 330 l S", 2)),
        ("black by grey", on_page(f"{TINT} 0 G 1 w 110 330 m 280 330 l S")),
        ("dashed", on_page(f"{TINT} .5 G [3 2] 0 d .7 w 110 330 m 280 330 l S")),
    ),
    "press/grey-overprints": (
        ("words", both(lambda pdf: overprinting(pdf, **STATE), on_page(TINT), _words("/Over gs .5 g"))),
        (
            "deep in forms",
            _forms(f"{TINT} /O gs .5 g 110 310 50 30 re f", 2, ExtGState={"O": Dictionary(op=True, OP=True, OPM=1)}),
        ),
        (
            "by OP alone",
            both(lambda pdf: overprinting(pdf, OP=True, OPM=1), on_page(f"{TINT} /Over gs .5 g 110 310 50 30 re f")),
        ),
    ),
    "press/text-not-overprinting": (
        (
            "deep in forms",
            lambda pdf: _forms(
                "0 0 0 1 k BT /F 8 Tf 200 300 Td <00530044> Tj ET",
                2,
                Font={"F": pdf.pages[0].obj.Resources.Font[_first_font(pdf)]},
            )(pdf),
        ),
        ("by scale", _words("0 0 0 1 k .5 0 0 .5 0 0 cm", 16, "400 600")),
        (
            "by the matrix of the text",
            lambda pdf: paint(pdf, f"0 0 0 1 k BT {_first_font(pdf)} 1 Tf 8 0 0 8 200 300 Tm <00530044> Tj ET"),
        ),
    ),
    "press/white-overprints": (
        (
            "a line",
            both(
                lambda pdf: overprinting(pdf, **STATE), on_page(f"{TINT} /Over gs 0 0 0 0 K 3 w 110 330 m 280 330 l S")
            ),
        ),
        ("words", both(lambda pdf: overprinting(pdf, **STATE), on_page(TINT), _words("/Over gs 0 0 0 0 k"))),
        (
            "deep in forms",
            _forms(
                f"{TINT} /O gs 0 0 0 0 k 110 310 50 30 re f", 2, ExtGState={"O": Dictionary(op=True, OP=True, OPM=1)}
            ),
        ),
    ),
    "press/separation-all": (
        ("deep in forms", _forms("/Own cs 1 scn 200 300 9 9 re f", 2, ColorSpace={"Own": ink("All")})),
        ("in a picture", picture(lambda pdf: image(pdf, bytes(90000), space=ink("All")))),
        ("for lines", on_page("/Own CS 1 SCN 2 w 200 300 40 40 re S", ColorSpace={"Own": ink("All")})),
    ),
    "press/small-coloured-text": (
        (
            "by the matrix of the text",
            lambda pdf: paint(pdf, f"1 .7 0 0 k BT {_first_font(pdf)} 1 Tf 6 0 0 6 200 300 Tm <00530044> Tj ET"),
        ),
        (
            "deep in forms",
            lambda pdf: _forms(
                "1 .7 0 0 k BT /F 6 Tf 200 300 Td <00530044> Tj ET",
                2,
                Font={"F": pdf.pages[0].obj.Resources.Font[_first_font(pdf)]},
            )(pdf),
        ),
        ("by scale", _words("1 .7 0 0 k .3 0 0 .3 0 0 cm", 20, "600 1000")),
    ),
    "press/small-reversed-text": (
        (
            "deep in forms",
            lambda pdf: _forms(
                "0 0 0 0 k BT /F 6 Tf 200 300 Td <00530044> Tj ET",
                2,
                Font={"F": pdf.pages[0].obj.Resources.Font[_first_font(pdf)]},
            )(pdf),
        ),
        ("by scale", _words("0 0 0 0 k .3 0 0 .3 0 0 cm", 20, "600 1000")),
        ("in grey", _words("1 g", 6)),
    ),
}
"""Rule -> ways to break it, each with its name."""

ONLY_GHOSTSCRIPT: dict[str, tuple[tuple[str, Change], ...]] = {
    "press/cannot-be-drawn": (
        (
            "a cut JPEG in the page itself",
            on_page("q 9 0 0 9 200 300 cm BI /W 300 /H 300 /CS /G /BPC 8 /F /DCT ID " + "x" * 40 + " EI Q"),
        ),
        (
            "a table of too few colours",
            picture(
                lambda pdf: image(
                    pdf, b"\xff" * 90000, space=Array([Name.Indexed, Name.DeviceCMYK, 255, String(b"\0\0\0\0")])
                )
            ),
        ),
    ),
    "press/area-too-inky": (
        (
            "in a gradient",
            on_page(
                "q 200 300 90 90 re W n /Fade sh Q",
                Shading={
                    "Fade": lambda pdf: Dictionary(
                        ShadingType=2,
                        ColorSpace=Name.DeviceCMYK,
                        Coords=[200, 0, 290, 0],
                        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1, 0.8], C1=[1, 1, 0.9, 0.9], N=1),
                    )
                },
            ),
        ),
        ("in a picture", picture(lambda pdf: image(pdf, b"\xff" * 360000, space=Name.DeviceCMYK))),
        (
            "by colours that overprint",
            both(
                lambda pdf: overprinting(pdf, **STATE),
                on_page("1 1 0 0 k 200 300 120 120 re f /Over gs 0 0 1 1 k 200 300 120 120 re f"),
            ),
        ),
    ),
}
"""What we do not see ourselves."""

FILES = {f"{rule}: {name}": (rule, change) for rule, ways in THRICE.items() for name, change in ways}
DRAWN = {f"{rule}: {name}": (rule, change) for rule, ways in ONLY_GHOSTSCRIPT.items() for name, change in ways}
