from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.pictures.png_files import png

from polyleaf.drawings.labels import read_words
from polyleaf.drawings.svg import LargeSvg, NotSvg, UnsafeSvg, parse_svg
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.image import ImageFacts, ImageProblem
from polyleaf.model.leaflet import Figure, Leaflet
from polyleaf.source.images import locate, read_image
from polyleaf.source.raster import look_at_raster

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str = "", attributes: str = 'viewBox="0 0 640 480"') -> bytes:
    return f"<svg {XMLNS} {attributes}>{inside}</svg>".encode()


def picture(kind: str, size: tuple[int, int] = (30, 20)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, kind)
    return file.getvalue()


Look = Callable[[str, bytes], ImageFacts]


@pytest.fixture
def look(root: Path) -> Look:
    def look_at(name: str, data: bytes) -> ImageFacts:
        (root / "leaflets/demo" / name).write_bytes(data)
        return read_image(root, "leaflets/demo", name)[0]

    return look_at


def test_sound_pictures(look: Look) -> None:
    assert look("a.png", picture("PNG")) == ImageFacts("a.png", "leaflets/demo/a.png", "png", 30, 20)
    assert look("a.jpg", picture("JPEG")) == ImageFacts("a.jpg", "leaflets/demo/a.jpg", "jpeg", 30, 20)
    for kind in ("webp", "gif", "bmp"):
        assert look(f"a.{kind}", picture(kind)) == ImageFacts(f"a.{kind}", f"leaflets/demo/a.{kind}", kind, 30, 20)
    assert look("a.svg", svg()) == ImageFacts("a.svg", "leaflets/demo/a.svg", "svg", 640, 480)
    assert look("b.svg", svg("", 'width="100px" height="2in"')).height == 192
    assert look("c.svg", svg("", 'viewBox="0 0 nan 1e999"')).problem is None


@pytest.mark.parametrize(("kind", "several"), [("gif", True), ("webp", True), ("png", True), ("gif", False)])
def test_a_picture_that_moves_is_known(look: Look, kind: str, several: bool) -> None:
    first, *others = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    first.save(file, kind, save_all=several, **({"append_images": others} if several else {}))
    assert look(f"a.{kind}", file.getvalue()).moves is several


def test_further_pictures_inside_a_photograph_do_not_move(look: Look) -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 20)).save(file, "MPO", save_all=True, append_images=[Image.new("RGB", (30, 20), "red")])
    assert not look("a.jpg", file.getvalue()).moves


@pytest.mark.parametrize(
    ("data", "kind", "opened"),
    [
        (b"%PDF-1.4", "PDF", "made it"),
        (b"8BPS\0\1", "Photoshop", "made it"),
        (b"\x1f\x8b\x08\0", "packed", "made it"),
        (b"\0\0\0\x0cjP  \r\n", "JPEG 2000", "made it"),
        (b"II*\0", "TIFF", "Paint"),
    ],
)
def test_pictures_of_other_kinds_are_named_with_what_opens_them(
    look: Look, data: bytes, kind: str, opened: str
) -> None:
    found = look("a.png", data)
    assert kind in found.reason
    assert opened in found.remedy


def test_a_web_page_that_was_saved_as_a_picture_is_told_as_one(look: Look) -> None:
    for page in (b"<!DOCTYPE html><html><body>Log in</body></html>", b"\n<html lang=en>"):
        found = look("a.jpg", page)
        assert (found.problem, found.reason) == (ImageProblem.NOT_AN_IMAGE, "is a web page")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\0\5\x16\7\0\2\0\0Mac OS X", "what a Mac keeps beside a picture"),
        (b"[InternetShortcut]\r\nURL=https://example.org/a.jpg", "a link to a page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a note of Git"),
        (b"\0\0\0\x14ftypqt  ", "a film"),
        (b"\0\0\0\x20ftypM4V ", "a film"),
        (b"RIFF\0\0\0\0AVI LIST", "a film"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", "a film"),
        (b"\xc5\xd0\xd3\xc6\x20\0\0\0", "a PostScript file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old Office program"),
        (b"\0\0\0\x18ftypheix", "a HEIC file"),
        (b"II*\0\x10\0\0\0CR\2\0", "a raw file of a camera"),
        (b"\0" * 128 + b"DICM\2\0", "a file of a scanner (DICOM)"),
        (b"\0\0\1\0\1\0", "a file of icons"),
        (b"gimp xcf v011", "a GIMP file"),
        (b"P6\n4 4\n255\n", "a PNM file"),
        (b"{\\rtf1 ", "a text of a word processor"),
        (b"data:image/jpeg;base64,/9j/", "the address of a picture"),
        (b"\r\n\xff\xd8\xff\xe0", "damaged"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL file"),
        (b"\0\0\0\x1cftypavif", "an AVIF file"),
    ],
)
def test_what_lies_under_the_name_of_a_picture_is_told_with_a_way_out(look: Look, data: bytes, told: str) -> None:
    found = look("a.jpg", data)
    assert told in found.reason
    assert found.remedy


@pytest.mark.parametrize(("kept", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_is_found_in_either_form_of_its_umlauts(root: Path, kept: str, typed: str) -> None:
    """They look the same: "There is images/Bär.jpg: write it just so" helped nobody."""
    (root / "leaflets/demo" / normalize(kept, "Bär.png")).write_bytes(picture("PNG"))
    found = read_image(root, "leaflets/demo", normalize(typed, "Bär.png"))[0]
    assert found.problem is None
    assert (root / found.path).exists()


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.png", b"", ImageProblem.NOT_AN_IMAGE),
        ("a.png", b"I am a text", ImageProblem.NOT_AN_IMAGE),
        ("a.png", picture("GIF"), ImageProblem.NOT_AN_IMAGE),
        ("a.tif", picture("TIFF"), ImageProblem.NOT_AN_IMAGE),
        ("a.webp", picture("WEBP", (300, 300))[:-40], ImageProblem.NOT_AN_IMAGE),
        ("a.gif", picture("GIF", (300, 300))[:-40], ImageProblem.NOT_AN_IMAGE),
        ("a.bmp", picture("BMP", (300, 300))[:-400], ImageProblem.NOT_AN_IMAGE),
        ("a.png", picture("PNG", (300, 300))[:-40], ImageProblem.NOT_AN_IMAGE),
        ("a.jpg", picture("JPEG", (300, 300))[:-400], ImageProblem.NOT_AN_IMAGE),
        ("a.jpg", picture("PNG"), ImageProblem.NOT_AN_IMAGE),
        ("a.png", svg(), ImageProblem.NOT_AN_IMAGE),
        ("a.svg", picture("PNG"), ImageProblem.NOT_AN_IMAGE),
        ("a.svg", b"<svg", ImageProblem.NOT_AN_IMAGE),
        ("a.svg", b"<html></html>", ImageProblem.NOT_AN_IMAGE),
        ("a.png", png(50_000, 50_000, bytes(1000), 0), ImageProblem.TOO_LARGE),
        ("a.png", png(50_000, 10, bytes(1000), 0), ImageProblem.TOO_LARGE),
        ("a.png", png(10_000, 10_000, bytes(1000), 0), ImageProblem.TOO_LARGE),
        ("a.svg", svg("x" * (5 * 1024 * 1024)), ImageProblem.TOO_LARGE),
        ("a.svg", svg("<script>alert(1)</script>"), ImageProblem.UNSAFE),
        ("a.svg", svg('<image href="data:image/png;base64,AAAA"/>'), ImageProblem.NOT_AN_IMAGE),
    ],
)
def test_pictures_that_cannot_be_printed(look: Look, name: str, data: bytes, problem: ImageProblem) -> None:
    assert look(name, data).problem is problem


@pytest.mark.parametrize("frame", [bytes(26), struct.pack(">IIIIIHHBB", 0, 9, 9, 90, 90, 1, 1, 0, 0), b"", b"1"])
def test_right_checksums_around_wrong_pixels_never_raise(look: Look, frame: bytes) -> None:
    """A frame of an animation that reaches out of the picture, or is none at all."""
    whole = picture("PNG")
    at = whole.index(b"IDAT") - 4
    for kind in (b"fcTL", b"fdAT", b"acTL", b"PLTE", b"tRNS", b"iCCP", b"pHYs", b"gAMA", b"eXIf"):
        chunk = kind + frame
        data = whole[:at] + struct.pack(">I", len(frame)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + whole[at:]
        assert look("a.png", data).problem in (None, ImageProblem.NOT_AN_IMAGE)


def test_a_picture_with_too_few_pixels_is_none(look: Look) -> None:
    assert look("a.png", png(200, 200, bytes(1000), 0)).problem is ImageProblem.NOT_AN_IMAGE


@pytest.mark.parametrize(
    "name",
    ["../x.png", "images/../../x.png", "/etc/passwd", "..\\x.png", "C:/x.png", "https://a.org/x.png", "a\0.png", ""],
)
def test_paths_that_leave_the_project(root: Path, name: str) -> None:
    assert locate(root, "leaflets/demo", name) is None
    assert read_image(root, "leaflets/demo", name)[0].problem is ImageProblem.OUTSIDE


def test_links_may_stay_inside_the_project_only(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.png"
    outside.write_bytes(picture("PNG"))
    (root / "shared.png").write_bytes(picture("PNG"))
    folder = root / "leaflets/demo"
    (folder / "out.png").symlink_to(outside)
    (folder / "in.png").symlink_to(root / "shared.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "outside").symlink_to(outside.parent)
    assert read_image(root, "leaflets/demo", "out.png")[0].problem is ImageProblem.OUTSIDE
    assert read_image(root, "leaflets/demo", "outside/secret.png")[0].problem is ImageProblem.OUTSIDE
    assert read_image(root, "leaflets/demo", "in.png")[0].problem is None
    assert read_image(root, "leaflets/demo", "loop.png")[0].problem in (ImageProblem.OUTSIDE, ImageProblem.MISSING)


def test_what_is_no_file(root: Path) -> None:
    (root / "leaflets/demo/folder.png").mkdir()
    os.mkfifo(root / "leaflets/demo/pipe.png")
    assert read_image(root, "leaflets/demo", "folder.png")[0].problem is ImageProblem.NOT_AN_IMAGE
    assert read_image(root, "leaflets/demo", "pipe.png")[0].problem is ImageProblem.NOT_AN_IMAGE
    assert read_image(root, "leaflets/demo", "none.png")[0].problem is ImageProblem.MISSING


LAUGHS = "".join(
    f'<g id="g{n}"><use href="#g{n - 1}"/><use xlink:href="#g{n - 1}"/></g>' if n else '<g id="g0"><path/></g>'
    for n in range(18)
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + svg("<text>&c;</text>"), UnsafeSvg),
        (b'<!DOCTYPE svg [<!ENTITY a "' + b"a" * 90_000 + b'">]>' + svg("<text>" + "&a;" * 60 + "</text>"), UnsafeSvg),
        (b'<!DOCTYPE svg [<!ENTITY a "&#60;script/>">]>' + svg("&a;"), UnsafeSvg),
        (b'<!DOCTYPE svg [<!ATTLIST rect onclick CDATA "x()">]>' + svg("<rect/>"), UnsafeSvg),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg><svg/>'.encode("utf-16"), UnsafeSvg),
        (b'<?xml-stylesheet href="file:///etc/passwd"?>' + svg(), UnsafeSvg),
        (svg("<foreignObject/>"), UnsafeSvg),
        (svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), UnsafeSvg),
        (svg('<rect onclick="alert(1)"/>'), UnsafeSvg),
        (svg('<image href="file:///etc/passwd"/>'), UnsafeSvg),
        (svg('<image xlink:href="http://evil.example.org/x.png"/>'), UnsafeSvg),
        (svg('<image href="other.png"/>'), UnsafeSvg),
        (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), UnsafeSvg),
        (svg('<use href="other.svg#a"/>'), UnsafeSvg),
        (svg('<a href="javascript:alert(1)"/>'), UnsafeSvg),
        (svg('<g xml:base="http://evil.example.org/"/>'), UnsafeSvg),
        (svg('<rect fill="url(http://evil.example.org/#a)"/>'), UnsafeSvg),
        (svg("<rect style=\"fill: URL( 'file:///x' )\"/>"), UnsafeSvg),
        (svg('<rect style="fill: u\\72l(file:///x)"/>'), UnsafeSvg),
        (svg("<style>@import 'x.css';</style>"), UnsafeSvg),
        (svg("<style>@font-face {src: local(x)}</style>"), UnsafeSvg),
        (svg("<style><![CDATA[* {fill: url(x.svg#a)}]]></style>"), UnsafeSvg),
        (svg("<g>" * 200 + "</g>" * 200), LargeSvg),
        (svg("<g/>" * 60_000), LargeSvg),
        (svg(LAUGHS), LargeSvg),
        (svg('<g id="a"><use href="#a"/></g>'), LargeSvg),
        (svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'), LargeSvg),
        (b"<svg/>", NotSvg),
        (b"<svg", NotSvg),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', NotSvg),
        (b"", NotSvg),
    ],
)
def test_hostile_drawings(data: bytes, error: type[Refusal]) -> None:
    with pytest.raises(error):
        parse_svg(data)


def test_a_doctype_that_reads_or_makes_nothing_is_harmless() -> None:
    plain = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
    parse_svg(b'<?xml version="1.0"?>' + plain + b">" + svg("<rect/>"))
    parse_svg(b'<?xml version="1.0"?>' + plain + b"[]>" + svg("<rect/>"))
    with pytest.raises(UnsafeSvg):
        parse_svg(plain + b'[<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>' + svg("<rect/>"))
    with pytest.raises(NotSvg, match="&nbsp;"):  # it would be gone without a word
        parse_svg(plain + b">" + svg("<text>5&nbsp;mg</text>"))


def test_a_place_of_the_drawing_named_by_its_page_is_no_link_to_elsewhere() -> None:
    clipped = '<clipPath id="c"><path/></clipPath><g clip-path="url(https://docs.example.org/sheet#c)"/>'
    (group,) = parse_svg(svg(clipped)).root.iter("{http://www.w3.org/2000/svg}g")
    assert group.get("clip-path") == "url(#c)"


def test_name_spaces_as_illustrator_writes_them() -> None:
    """Deleting the DOCTYPE, as was advised, left names that nothing explains."""
    named = b'<!DOCTYPE svg [\n\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n]>'
    drawing = parse_svg(named + b'<svg xmlns="&ns_svg;" viewBox="0 0 9 9"><text>Knee</text></svg>')
    assert drawing.root.tag == "{http://www.w3.org/2000/svg}svg"


def test_ordinary_drawings_pass() -> None:
    parse_svg(
        b'<?xml version="1.0" encoding="UTF-8"?><!-- drawn by hand -->'
        + svg(
            '<style>/* a */ .a { fill: url(#g) }</style><defs><linearGradient id="g"/><marker id="m"/></defs>'
            '<path class="a" marker-end="url(#m)"/><use href="#m"/><text>Bone</text>'
        )
    )


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    look_at_raster(b"\x89PNG\r\n\x1a\n" + data)
    look_at_raster(b"\xff\xd8\xff" + data)
    for candidate in (data, b"<svg>" + data):
        with pytest.raises(Refusal):
            parse_svg(candidate)


def test_labels_are_text_elements_with_words() -> None:
    data = svg(
        "<text>One\n <tspan>two</tspan></text><g><text/><title>no</title></g><text> Three </text><desc>no</desc>"
    )
    assert [label.lines for label in read_words(parse_svg(data)).labels] == [("One two",), ("Three",)]


def test_a_leaflet_knows_its_pictures_and_their_labels(root: Path, read: Callable[[str], Leaflet]) -> None:
    (root / "leaflets/demo/a.svg").write_bytes(svg("<text>Bone</text>"))
    leaflet = read(":::{figure} a.svg\n:alt: A\n:::\n\n:::{figure} ../../polyleaf.toml\n:alt: B\n:::\n")
    figures = [block for block in leaflet.blocks if isinstance(block, Figure)]
    assert [[label.msgid for label in figure.labels] for figure in figures] == [["Bone"], []]
    assert {name: facts.problem for name, facts in leaflet.images.items()} == {
        "a.svg": None,
        "../../polyleaf.toml": ImageProblem.OUTSIDE,
    }


def test_a_picture_cut_short_is_found_even_after_the_layout_engine_was_loaded(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # what importing WeasyPrint does
    assert look("a.jpg", picture("JPEG", (300, 300))[:-400]).problem is ImageProblem.NOT_AN_IMAGE
