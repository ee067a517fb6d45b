"""The clean press file with faults where few look: patterns in patterns, letters in patterns, masks, palettes."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from tests.pdf.broken_foreign import (
    LOST,
    LOST_TEXT,
    TINT,
    Change,
    _own,
    both,
    form,
    image,
    ink,
    inks,
    on_page,
    picture,
)
from tests.pdf.broken_press import paint, resource

WHOLE = [0, 0, 9000, 9000]
"""Room for content that is ten times too large and drawn a tenth."""


def _resources(pdf: Pdf, kinds: dict) -> Dictionary:
    return Dictionary(
        {
            f"/{kind}": Dictionary({f"/{name}": pdf.make_indirect(_own(pdf, value)) for name, value in named.items()})
            for kind, named in kinds.items()
        }
    )


def _tile(pdf: Pdf, content: str, resources: Dictionary, cell: int = 10) -> Stream:
    stream = Stream(pdf, content.encode())
    stream.update(
        {"/Type": Name.Pattern, "/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/BBox": [0, 0, cell, cell],
         "/XStep": cell, "/YStep": cell, "/Resources": resources}
    )  # fmt: skip
    return pdf.make_indirect(stream)


def _font(pdf: Pdf) -> str:
    return next(iter(pdf.pages[0].obj.Resources.Font.keys()))


def _painted(pattern: Stream, content: str) -> Change:
    def change(pdf: Pdf) -> None:
        resource(pdf, "/Pattern", "/Out", _own(pdf, pattern))
        paint(pdf, content.replace("/TheFont", _font(pdf)))

    return change


FILLED = "/Pattern cs /Out scn 200 300 100 100 re f"


def pattern_in_pattern(content: str, **kinds: dict) -> Change:
    def outer(pdf: Pdf) -> Stream:
        inner = _tile(pdf, content, _resources(pdf, kinds))
        return _tile(pdf, "/Pattern cs /In scn 0 0 40 40 re f", Dictionary(Pattern=Dictionary(In=inner)), 40)

    return _painted(outer, FILLED)


def on_a_line(content: str, **kinds: dict) -> Change:
    """A pattern that a line is drawn in."""
    made = "/Pattern CS /Out SCN 20 w 200 320 m 320 320 l S"
    return _painted(lambda pdf: _tile(pdf, content, _resources(pdf, kinds)), made)


def on_words(content: str, **kinds: dict) -> Change:
    """A pattern that words are set in."""
    made = "/Pattern cs /Out scn BT /TheFont 60 Tf 150 320 Td <00530044> Tj ET"
    return _painted(lambda pdf: _tile(pdf, content, _resources(pdf, kinds)), made)


def letter_in_pattern(content: str, **kinds: dict) -> Change:
    def outer(pdf: Pdf) -> Stream:
        glyph = pdf.make_indirect(Stream(pdf, f"500 0 d0 {content}".encode()))
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name("/a")]),
            FirstChar=97, LastChar=97, Widths=[500], Resources=_resources(pdf, kinds),
        )  # fmt: skip
        fonts = Dictionary(Font=Dictionary(D=pdf.make_indirect(font)))
        return _tile(pdf, "0 0 0 1 k BT /D 20 Tf 2 2 Td (a) Tj ET", fonts, 20)

    return _painted(outer, FILLED)


def _in_forms(content: str, kinds: dict, **more: object) -> Change:
    def change(pdf: Pdf) -> None:
        inner = form(pdf, content.replace("/TheFont", "/F"), _resources(pdf, kinds), **more)
        inner.BBox = WHOLE
        if "/TheFont" in content:
            inner.Resources.Font = Dictionary(F=pdf.pages[0].obj.Resources.Font[_font(pdf)])
        resource(pdf, "/XObject", "/Inner", inner)
        paint(pdf, "/Inner Do")

    return change


def small_form(content: str, **kinds: dict) -> Change:
    """A form whose content is ten times too large."""
    return _in_forms(content, kinds, Matrix=[0.1, 0, 0, 0.1, 0, 0])


def group(content: str, **kinds: dict) -> Change:
    return _in_forms(content, kinds, Group=Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK))


def mask_in_form(content: str, **kinds: dict) -> Change:
    def change(pdf: Pdf) -> None:
        grouped = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
        drawn = form(pdf, content, _resources(pdf, kinds), Group=grouped)
        state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=drawn))
        outer = form(pdf, "/M gs 0.5 0 0 0 k 200 300 60 60 re f", Dictionary(ExtGState=Dictionary(M=state)))
        resource(pdf, "/XObject", "/Outer", outer)
        paint(pdf, "/Outer Do")

    return change


def in_halves(content: str) -> Change:
    """Content in two streams, cut in the midst of an operation."""

    def change(pdf: Pdf) -> None:
        page, words = pdf.pages[0], content.split(" ")
        half = len(words) // 2
        for part in ("q " + " ".join(words[:half]), " ".join(words[half:]) + " Q"):
            page.contents_add(part.encode())

    return change


def palette(base: object, colours: bytes, parts: int) -> Array:
    return Array([Name.Indexed, base, len(colours) // parts - 1, String(colours)])


def words_in(space: object, values: str, size: float) -> Change:
    def change(pdf: Pdf) -> None:
        resource(pdf, "/ColorSpace", "/Own", _own(pdf, space))
        paint(pdf, f"/Own cs {values} scn BT {_font(pdf)} {size} Tf 200 320 Td <00530044> Tj ET")

    return change


def inline(entries: str, data: bytes, size: int = 200) -> Change:
    content = f"q {size} 0 0 {size} 100 300 cm BI {entries} ID ".encode() + data + b" EI Q"
    return lambda pdf: pdf.pages[0].contents_add(content)


def _grown(content: str) -> Change:
    """Content at the left edge of the cut page: LEFT and INSIDE are put in."""

    def change(pdf: Pdf) -> None:
        left = float(pdf.pages[0].obj.TrimBox[0])
        paint(pdf, content.replace("LEFT", f"{left}").replace("INSIDE", f"{left + 20}"))

    return change


def _postscript(pdf: Pdf) -> Stream:
    stream = Stream(pdf, b"showpage")
    stream.update({"/Type": Name.XObject, "/Subtype": Name.PS})
    return pdf.make_indirect(stream)


def _profiled(pdf: Pdf) -> Array:
    stream = Stream(pdf, b"y" * 200)
    stream.update({"/N": 4, "/Alternate": Name.DeviceCMYK})
    return Array([Name.ICCBased, pdf.make_indirect(stream)])


def _spots(more: Change) -> Change:
    """A spot colour, and beside it the same by another recipe."""
    return both(on_page("/One cs 1 scn 100 100 9 9 re f", ColorSpace={"One": GOLD}), more)


def _packed(data: bytes, how: Name) -> Change:
    return picture(lambda pdf: image(pdf, data, Filter=how))


def _coloured(space: object) -> Change:
    return picture(lambda pdf: image(pdf, bytes(90000), space=space))


GOLD, OTHER_GOLD, ALL = ink("Gold"), ink("Gold", full=(0, 1, 1, 0)), ink("All")
BLACK = palette(Name.DeviceCMYK, b"\0\0\0\0\0\0\0\xff", 4)
FULL = palette(Name.DeviceCMYK, b"\0\0\0\0\xff\xff\xff\xff", 4)
GREY = palette(Name.DeviceGray, b"\x80\xff", 1)
OVER = Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1)
TURNED = Dictionary(Type=Name.ExtGState, TR=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1))
HAIR = "0 0 0 1 K .1 w 0 5 m 10 5 l S"
BOX = "0 0 9 9 re f"
SHOWN, TILED = "q 60 0 0 60 200 300 cm /P Do Q", "10 0 0 10 0 0 cm /P Do"
WORDS = "BT /TheFont {} Tf {} Td <00530044> Tj ET"
LARGE_TINT = "1 0 0 0 k 1000 3000 2000 600 re f "


def _one(pdf: Pdf) -> Stream:
    return image(pdf, bytes(1), 1, 1)


def _server(pdf: Pdf) -> Stream:
    told = Dictionary({"/2.0": Dictionary(Type=Name.OPI, Version=2.0, F=String("a.tif"))})
    return image(pdf, bytes(90000), OPI=told)


def _other(pdf: Pdf) -> Stream:
    alternates = Array([Dictionary(Image=image(pdf, bytes(90000)), DefaultForPrinting=True)])
    return image(pdf, bytes(90000), Alternates=alternates)


def _elsewhere(pdf: Pdf) -> Stream:
    return form(pdf, BOX, None, Ref=Dictionary(F=String("x.pdf"), Page=0))


AGAIN: dict[str, dict[str, Change]] = {
    "press/hairline": {
        "in a pattern in a pattern": pattern_in_pattern(HAIR),
        "in a pattern on a line": on_a_line(HAIR),
        "in a small form": small_form("0 0 0 1 K 1 w 2000 3000 m 3000 3000 l S"),
        "in halves": in_halves("0 0 0 1 K 0.1 w 200 300 m 300 300 l S"),
    },
    "press/colour-not-in-inks": {
        "calibrated": on_page(
            "/C cs 1 0 0 sc 200 300 60 60 re f",
            ColorSpace={"C": Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.08])])},
        ),
        "a palette": _coloured(palette(Name.DeviceRGB, b"\xff\0\0\0\xff\0", 3)),
        "in the page itself": inline("/W 40 /H 40 /BPC 8 /CS /RGB", bytes(4800), 20),
        "in a pattern on words": on_words("1 0 0 rg " + BOX),
    },
    "press/spot-colour": {
        "a palette": _coloured(palette(GOLD, b"\0\xff", 1)),
        "in a letter in a pattern": letter_in_pattern("/S cs 1 scn 0 0 400 400 re f", ColorSpace={"S": GOLD}),
        "in a mask in a form": mask_in_form("/S cs 1 scn 200 300 60 60 re f", ColorSpace={"S": GOLD}),
    },
    "press/font-not-embedded": {
        "in a letter in a pattern": letter_in_pattern(LOST_TEXT, Font={"Lost": LOST}),
        "in a mask in a form": mask_in_form("BT /Lost 20 Tf 200 300 Td (Knee) Tj ET", Font={"Lost": LOST}),
        "in a pattern on a line": on_a_line(LOST_TEXT, Font={"Lost": LOST}),
    },
    "press/picture-broken": {
        "no JPEG 2000": _packed(b"no picture" * 50, Name.JPXDecode),
        "too short a run": _packed(b"\x05abcdef\x80", Name.RunLengthDecode),
        "letters that end early": _packed(b"zzzz~>", Name.ASCII85Decode),
    },
    "press/picture-too-coarse": {
        "in the page itself": inline("/W 3 /H 3 /BPC 8 /CS /G", bytes(9)),
        "in a small form": small_form(
            "q 2000 0 0 2000 2000 5000 cm /P Do Q", XObject={"P": lambda pdf: image(pdf, bytes(16), 4, 4)}
        ),
        "in a pattern on a line": on_a_line(TILED, XObject={"P": _one}),
    },
    "press/resource-missing": {
        "in a pattern in a pattern": pattern_in_pattern("/Nix Do"),
        "a space of a picture in the page itself": inline("/W 3 /H 3 /BPC 8 /CS /Nope", bytes(9)),
        "the pattern of a line": on_page("/Pattern CS /Nix SCN 20 w 200 320 m 320 320 l S"),
    },
    "press/too-much-ink": {
        "a palette": on_page("/I cs 1 sc 200 300 100 100 re f", ColorSpace={"I": FULL}),
        "in a pattern in a pattern": pattern_in_pattern("1 1 1 1 k " + BOX),
        "in a pattern on words": on_words("1 1 1 1 k " + BOX),
    },
    "press/rich-black-text": {
        "four inks by name": words_in(inks("Cyan", "Magenta", "Yellow", "Black"), "1 1 1 1", 20),
        "a palette": words_in(FULL, "1", 20),
        "in a group": group("1 1 1 1 k " + WORDS.format(20, "200 320")),
    },
    "press/small-coloured-text": {
        "a palette": words_in(palette(Name.DeviceCMYK, b"\0\0\0\0\xff\xff\0\0", 4), "1", 6),
        "in a small form": small_form("1 1 0 0 k " + WORDS.format(60, "2000 3200")),
        "in a group": group("1 1 0 0 k " + WORDS.format(6, "200 320")),
    },
    "press/small-reversed-text": {
        "a palette": both(on_page("0 0 0 1 k 190 300 200 60 re f"), words_in(GREY, "1", 5)),
        "no black": both(on_page("0 0 0 1 k 190 300 200 60 re f"), words_in(ink("Black"), "0", 5)),
        "in a small form": both(
            on_page("0 0 0 1 k 190 300 200 60 re f"), small_form("0 0 0 0 k " + WORDS.format(50, "2000 3200"))
        ),
    },
    "press/text-not-overprinting": {
        "an ink among none": words_in(inks("Black"), "1", 8),
        "a palette": words_in(BLACK, "1", 8),
        "in a group": group("0 0 0 1 k " + WORDS.format(8, "200 320")),
    },
    "press/line-not-overprinting": {
        "in a small form": small_form(LARGE_TINT + "0 0 0 1 K 10 w 1200 3300 m 2800 3300 l S"),
        "a frame in a group": group(TINT + "0 0 0 1 K 1 w 120 310 50 30 re S"),
        "a curve": on_page(TINT + "0 0 0 1 K 1 w 120 310 m 150 350 200 350 250 310 c S"),
        "a palette": on_page(TINT + "/I CS 1 SC 1 w 120 330 m 250 330 l S", ColorSpace={"I": BLACK}),
    },
    "press/white-overprints": {
        "a palette": on_page(
            TINT + "/O gs /I cs 0 sc 120 310 50 30 re f", ColorSpace={"I": BLACK}, ExtGState={"O": OVER}
        ),
        "inks by name": on_page(
            TINT + "/O gs /I cs 0 0 scn 120 310 50 30 re f",
            ColorSpace={"I": inks("Cyan", "Black")},
            ExtGState={"O": OVER},
        ),
        "in a small form": small_form(LARGE_TINT + "/O gs 0 0 0 0 k 1200 3100 500 300 re f", ExtGState={"O": OVER}),
    },
    "press/grey-overprints": {
        "a palette": on_page(
            TINT + "/O gs /I cs 0 sc 120 310 50 30 re f", ColorSpace={"I": GREY}, ExtGState={"O": OVER}
        ),
        "in a group": group(TINT + "/O gs .5 g 120 310 50 30 re f", ExtGState={"O": OVER}),
        "in a small form": small_form(LARGE_TINT + "/O gs .5 g 1200 3100 500 300 re f", ExtGState={"O": OVER}),
    },
    "press/transfer-function": {
        "in a mask in a form": mask_in_form("/T gs 200 300 60 60 re f", ExtGState={"T": TURNED}),
        "in a pattern in a pattern": pattern_in_pattern("/T gs " + BOX, ExtGState={"T": TURNED}),
        "in a letter in a pattern": letter_in_pattern("/T gs " + BOX, ExtGState={"T": TURNED}),
    },
    "press/opi": {
        "in a mask in a form": mask_in_form(SHOWN, XObject={"P": _server}),
        "in a pattern in a pattern": pattern_in_pattern(TILED, XObject={"P": _server}),
        "in a group": group(SHOWN, XObject={"P": _server}),
    },
    "press/postscript": {
        "in a mask in a form": mask_in_form("/P Do", XObject={"P": _postscript}),
        "in a letter in a pattern": letter_in_pattern("/P Do", XObject={"P": _postscript}),
        "in a pattern on words": on_words("/P Do", XObject={"P": _postscript}),
    },
    "press/reference-to-file": {
        "in a mask in a form": mask_in_form("/P Do", XObject={"P": _elsewhere}),
        "in a letter in a pattern": letter_in_pattern("/P Do", XObject={"P": _elsewhere}),
        "in a pattern on a line": on_a_line("/P Do", XObject={"P": _elsewhere}),
    },
    "press/default-colour-space": {
        "in a mask in a form": mask_in_form("0 0 0 1 k " + BOX, ColorSpace={"DefaultCMYK": _profiled}),
        "in a pattern in a pattern": pattern_in_pattern("0 0 0 1 k " + BOX, ColorSpace={"DefaultCMYK": _profiled}),
        "in a group": group("0 0 0 1 k 200 300 60 60 re f", ColorSpace={"DefaultCMYK": _profiled}),
    },
    "press/separation-all": {
        "a palette": _coloured(palette(ALL, b"\0\xff", 1)),
        "in a pattern on a line": on_a_line("/A cs 1 scn " + BOX, ColorSpace={"A": ALL}),
        "in a mask in a form": mask_in_form("/A cs 1 scn 200 300 60 60 re f", ColorSpace={"A": ALL}),
    },
    "press/spot-mixed-twice": {
        "in a pattern in a pattern": _spots(pattern_in_pattern("/S cs 1 scn " + BOX, ColorSpace={"S": OTHER_GOLD})),
        "a palette": _spots(_coloured(palette(OTHER_GOLD, b"\0\xff", 1))),
        "in a mask in a form": _spots(mask_in_form("/S cs 1 scn 200 300 60 60 re f", ColorSpace={"S": OTHER_GOLD})),
    },
    "press/alternate-picture": {
        "in a mask in a form": mask_in_form(SHOWN, XObject={"P": _other}),
        "in a pattern in a pattern": pattern_in_pattern(TILED, XObject={"P": _other}),
        "in a pattern on words": on_words(TILED, XObject={"P": _other}),
    },
    "press/bleed-missing": {
        "a line as wide as a bar": _grown("1 0 0 0 K 40 w INSIDE 300 m INSIDE 500 l S"),
        "a triangle": _grown("1 0 0 0 k LEFT 300 m INSIDE 330 l LEFT 360 l f"),
        "a wide frame": _grown("1 0 0 0 K 40 w INSIDE 300 90 90 re S"),
    },
}
"""Rule, and files that break it, by where the fault stands."""

AGAIN_FILES = {f"{rule} {name}": (rule, change) for rule, files in AGAIN.items() for name, change in files.items()}
