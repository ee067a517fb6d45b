"""Pictures come out in the colours they were made in, whatever their profile and depth; the others stay as they are."""

from __future__ import annotations

import io
import random
import struct
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from tests.pictures.png_files import chunk
from tests.projects.folder import Clinic

from polyleaf.cli.main import run
from polyleaf.pdf.press.profile import find_profile
from polyleaf.pictures.bare import is_usual
from polyleaf.pictures.colour import colour_fault, in_screen_colours
from polyleaf.pictures.icc import ADOBE_GAMMA, ADOBE_RGB, SRGB, screen_profile
from polyleaf.source.images import read_image
from polyleaf.source.raster import is_paper

ADOBE = screen_profile(ADOBE_RGB, ADOBE_GAMMA)
P3 = (0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)
COLOURS = ((60, 130, 70), (200, 60, 60), (128, 128, 128), (255, 255, 255), (0, 0, 0), (20, 60, 160))


def saved(picture, kind, **more):
    data = io.BytesIO()
    picture.save(data, kind, **more)
    return data.getvalue()


def patch(colour=(60, 130, 70), mode="RGB", kind="PNG", **more):
    return saved(Image.new(mode, (40, 30), colour), kind, **more)


def middle(data):
    with Image.open(io.BytesIO(data)) as picture:
        return picture.getpixel((picture.width // 2, picture.height // 2))


def with_chunk(png, kind, data):
    """A PNG with one more chunk, right behind its header."""
    return png[:33] + chunk(kind, data) + png[33:]


def adobe_to_srgb(colour):
    """By the formulas of both standards, without any library of colours."""
    light = [(part / 255) ** ADOBE_GAMMA for part in colour]
    # Adobe RGB (1998) to XYZ (annex of the standard), then XYZ to sRGB (IEC 61966-2-1).
    x = 0.57667 * light[0] + 0.18556 * light[1] + 0.18823 * light[2]
    y = 0.29734 * light[0] + 0.62736 * light[1] + 0.07529 * light[2]
    z = 0.02703 * light[0] + 0.07069 * light[1] + 0.99134 * light[2]
    linear = (
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    )
    bounded = [min(1.0, max(0.0, part)) for part in linear]
    return tuple(
        round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)) for part in bounded
    )


def grey_profile(gamma):
    """A grey profile, its curve a power."""
    white = b"XYZ " + struct.pack(">4x3l", *(round(value * 65536) for value in (0.9642, 1.0, 0.8249)))
    curve = b"curv" + struct.pack(">4xLH2x", 1, round(gamma * 256))
    desc = b"desc" + struct.pack(">4xL", 5) + b"grey\0" + bytes(78)
    tags = {b"desc": desc, b"wtpt": white, b"kTRC": curve, b"cprt": b"text" + bytes(4) + b"none\0"}
    table, body, place = b"", b"", 132 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">LL", place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">L4xL4s4s4s12x4s28x", place + len(body), 0x02100000, b"mntr", b"GRAY", b"XYZ ", b"acsp")
    return (head + white[8:]).ljust(128, b"\0") + struct.pack(">L", len(tags)) + table + body


@cache
def fogra():
    return find_profile("built-in FOGRA39", Path()).path.read_bytes()


def deep_grey(levels=(0, 32000, 65535)):
    picture = Image.new("I;16", (3 * len(levels), 3))
    for x in range(3 * len(levels)):
        for y in range(3):
            picture.putpixel((x, y), levels[x // 3])  # pasting a number loses its lower half
    return picture


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_adobe_rgb_is_converted_with_its_own_profile(colour, kind):
    more = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {}
    data = in_screen_colours(patch(colour, kind=kind, icc_profile=ADOBE, **more))
    assert middle(data) == pytest.approx(adobe_to_srgb(colour), abs=3)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == kind
        assert "icc_profile" not in picture.info


def test_one_number_in_two_profiles_is_two_colours():
    plain, adobe = patch((0, 200, 60)), patch((0, 200, 60), icc_profile=ADOBE)
    assert in_screen_colours(plain) == plain
    assert middle(in_screen_colours(adobe)) != (0, 200, 60)


@pytest.mark.parametrize("levels", [(0, 32000, 65535), (257, 128 * 257, 254 * 257)])
def test_grey_of_sixteen_bits(levels):
    data = in_screen_colours(saved(deep_grey(levels), "PNG"))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.mode == "L"
        assert [picture.getpixel((3 * place + 1, 1)) for place in range(3)] == [
            pytest.approx(level / 257, abs=1) for level in levels
        ]


def test_grey_of_sixteen_bits_with_a_clear_level():
    data = with_chunk(saved(deep_grey(), "PNG"), b"tRNS", struct.pack(">H", 32000))
    with Image.open(io.BytesIO(in_screen_colours(data))) as picture:
        assert picture.mode == "LA"
        assert [picture.getpixel((3 * place + 1, 1))[1] for place in range(3)] == [255, 0, 255]


def test_grey_of_sixteen_bits_with_a_profile():
    data = in_screen_colours(saved(deep_grey(), "PNG", icc_profile=grey_profile(1.0)))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.getpixel((4, 1)) == pytest.approx(186, abs=3)  # half of the light


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (60, 130, 70, 90)), ("LA", (100, 90))])
def test_what_shows_through_still_does(mode, colour):
    profile = ADOBE if mode == "RGBA" else grey_profile(1.0)
    data = in_screen_colours(patch(colour, mode, icc_profile=profile))
    found = middle(data)
    assert len(found) == len(colour)
    assert found[-1] == 90
    expected = adobe_to_srgb(colour[:3]) if mode == "RGBA" else (167,)
    assert found[:-1] == pytest.approx(expected, abs=3)


def test_a_table_of_colours():
    few = Image.new("RGB", (40, 30), (60, 130, 70)).quantize(4)
    assert middle(in_screen_colours(saved(few, "PNG", icc_profile=ADOBE))) == pytest.approx(
        adobe_to_srgb((60, 130, 70)), abs=3
    )


def test_inks_become_what_they_look_like():
    data = in_screen_colours(patch((0, 0, 0, 255), "CMYK", "JPEG", quality=100, icc_profile=fogra()))
    assert max(middle(data)) < 70
    yellow = middle(in_screen_colours(patch((0, 0, 255, 0), "CMYK", "JPEG", quality=100, icc_profile=fogra())))
    assert yellow[0] > 220
    assert yellow[1] > 200
    assert yellow[2] < 80


def test_a_camera_that_says_adobe_rgb_without_a_profile():
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 2
    data = patch((60, 130, 70), kind="JPEG", quality=100, subsampling=0, exif=exif)
    assert middle(in_screen_colours(data)) == pytest.approx(adobe_to_srgb((60, 130, 70)), abs=3)


def test_a_camera_that_says_so_by_its_index():
    interop = struct.pack("<H HHL4s L", 1, 1, 2, 4, b"R03\0", 0)
    own = struct.pack("<H HHLHH HHLL L", 2, 0xA001, 3, 1, 65535, 0, 0xA005, 4, 1, 0, 0)
    first = struct.pack("<H HHLL L", 1, 0x8769, 4, 1, 26, 0)
    own = own.replace(struct.pack("<HHLL", 0xA005, 4, 1, 0), struct.pack("<HHLL", 0xA005, 4, 1, 26 + len(own)))
    exif = b"Exif\0\0II*\0\x08\0\0\0" + first + own + interop
    data = patch((60, 130, 70), kind="JPEG", quality=100, subsampling=0, exif=exif)
    assert middle(in_screen_colours(data)) == pytest.approx(adobe_to_srgb((60, 130, 70)), abs=3)


def test_a_turned_photograph_stays_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(Image.new("RGB", (60, 30), (60, 130, 70)), "JPEG", icc_profile=ADOBE, exif=exif)
    with Image.open(io.BytesIO(in_screen_colours(data))) as picture:
        assert picture.size == (30, 60)
        assert not picture.getexif()


def test_the_chunks_of_png():
    linear = with_chunk(patch((128, 128, 128)), b"gAMA", struct.pack(">L", 100_000))
    assert middle(in_screen_colours(linear)) == pytest.approx((188,) * 3, abs=2)
    wide = with_chunk(patch((60, 130, 70)), b"cHRM", struct.pack(">8L", *(round(100_000 * part) for part in P3)))
    assert middle(in_screen_colours(wide))[0] < 50
    assert colour_fault(with_chunk(patch(), b"cICP", bytes((9, 16, 0, 1)))) != ""
    assert colour_fault(with_chunk(patch(), b"cICP", bytes((1, 13, 0, 1)))) == ""


def unchanged():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    yield "plain", patch()
    yield "sRGB", patch(icc_profile=srgb)
    yield "sRGB in a photograph", patch(kind="JPEG", icc_profile=srgb)
    yield "sRGB by its primaries", patch(icc_profile=screen_profile(SRGB, 2.2)[:0] + srgb)
    yield "grey", patch(90, "L")
    yield "inks without a profile", patch((9, 8, 7, 6), "CMYK", "JPEG")
    yield "the usual chunk", with_chunk(patch(), b"gAMA", struct.pack(">L", 45_455))
    yield "both usual chunks", with_chunk(
        with_chunk(patch(), b"cHRM", struct.pack(">8L", *(round(100_000 * part) for part in SRGB))),
        b"gAMA", struct.pack(">L", 45_455),
    )  # fmt: skip
    yield (
        "the chunk of sRGB beside another",
        with_chunk(with_chunk(patch(), b"gAMA", struct.pack(">L", 100_000)), b"sRGB", b"\0"),
    )
    exif = Image.Exif()
    exif[0x0112] = 6
    yield "a turned photograph", patch(kind="JPEG", exif=exif)
    yield "a profile of inks in a picture of light", patch(icc_profile=fogra())
    yield "a damaged profile", patch(icc_profile=ADOBE[:200])
    yield "no picture", b"no picture"
    yield "a cut picture", patch()[:60]


@pytest.mark.parametrize(("name", "data"), list(unchanged()))
def test_what_needs_nothing_keeps_its_bytes(name, data):
    assert in_screen_colours(data) == data


def test_a_photograph_is_printed_without_what_is_hidden_in_its_file():
    """Names, the picture before it was cut, and films of telephones stood in the PDF."""

    def segment(marker, body):
        return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body

    exif = Image.Exif()
    exif[0x0112] = 6
    plain = patch(kind="JPEG", progressive=True, exif=exif)
    hidden = segment(0xFE, b"Jane Roe") + segment(0xE0, b"JFXX\0\x10" + patch(kind="JPEG"))
    hidden += segment(0xED, b"Photoshop 3.0\0Jane Roe") + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0Jane Roe")
    assert in_screen_colours(plain[:2] + hidden + plain[2:] + b"\0\0" + patch(kind="JPEG")) == plain


def test_a_jpeg_that_no_pdf_can_hold_is_written_anew():
    """Arithmetic coding came out as a black rectangle, with no finding. Made by ``cjpeg -arithmetic``: grey, 8 by 8."""
    tables = b"\xff\xdb\x00C\x00" + bytes([16] * 64)
    frame = b"\xff\xc9\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00"
    scan = b"\xff\xcc\x00\x06\x00\x10\x10\x05\xff\xda\x00\x08\x01\x01\x00\x00?\x00\x00\x00"
    data = b"\xff\xd8" + tables + frame + scan + b"\xff\xd9"
    assert not is_usual(data)
    assert is_usual(in_screen_colours(data))
    assert is_usual(patch(kind="JPEG", progressive=True))


def test_the_same_picture_gives_the_same_bytes():
    data = patch(kind="JPEG", icc_profile=ADOBE)
    first = in_screen_colours(data)
    in_screen_colours.cache_clear()
    assert in_screen_colours(data) == first


def test_a_scan_of_sixteen_bits_is_looked_at_too():
    white, black = 65535, 0
    paper = Image.new("I;16", (200, 200), white)
    paper.paste(black, (20, 20, 60, 40))
    assert paper.getpixel((30, 30)) == black
    assert is_paper(saved(paper, "PNG"))
    assert not is_paper(saved(Image.new("I;16", (200, 200), 9000), "PNG"))


def test_a_damaged_profile_is_told(tmp_path):
    folder = tmp_path / "leaflets/demo"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(patch(icc_profile=ADOBE[:200]))
    (folder / "b.png").write_bytes(patch(icc_profile=ADOBE))
    assert read_image(tmp_path, "leaflets/demo", "a.png")[0].colours == "its colour profile is damaged"
    assert read_image(tmp_path, "leaflets/demo", "b.png")[0].colours == ""


@given(st.binary(max_size=80))
def test_any_words_of_a_camera_end_in_bytes(exif):
    data = patch(kind="JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0" + exif)
    assert isinstance(in_screen_colours(data), bytes)


@given(st.integers(0, 2**32))
def test_damaged_pictures_end_in_bytes(seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(chance.choice((patch(icc_profile=ADOBE), patch(kind="JPEG", icc_profile=ADOBE))))
    for _ in range(chance.choice((1, 4, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert isinstance(in_screen_colours(bytes(data)), bytes)


FIGURE = """
:::{{figure}} images/{name}
:alt: A green field
What we see
:::
"""


def colour_of(path):
    """The first big picture of a file, its middle as Pillow has it."""
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" and thing.Width > 100:
                picture = pikepdf.PdfImage(thing).as_pil_image()
                return picture.mode, picture.getpixel((picture.width // 2, picture.height // 2))
    raise AssertionError("no picture")


@pytest.mark.parametrize("name", ["deep.png", "adobe.jpg", "srgb.jpg"])
def test_both_outputs_print_what_the_picture_shows(tmp_path, name):
    clinic = Clinic(tmp_path / "clinic")
    grey = deep_grey((32000,)).resize((1600, 1000))
    more = {"quality": 98, "subsampling": 0}
    green = Image.new("RGB", (1600, 1000), (60, 130, 70))
    data = {
        "deep.png": saved(grey, "PNG"),
        "adobe.jpg": saved(green, "JPEG", icc_profile=ADOBE, **more),
        "srgb.jpg": saved(green, "JPEG", **more),
    }[name]
    clinic.write(f"leaflets/eyes/images/{name}", data)
    clinic.change("eyes", "## Risks", FIGURE.format(name=name) + "\n## Risks")
    run(["build", "eyes", "-l", "en_GB", "-e", "large", "--output", "all", "-j", "1", "-C", str(clinic.root)])
    screen = colour_of(clinic.out / "eyes/en_GB/eyes-en_GB-large.pdf")
    press = colour_of(clinic.out / "eyes/en_GB/eyes-en_GB-large-press.pdf")
    if name == "deep.png":
        assert screen == ("L", pytest.approx(124, abs=1))
        assert press[1] == pytest.approx(124, abs=1)
        return
    expected = adobe_to_srgb((60, 130, 70)) if name == "adobe.jpg" else (60, 130, 70)
    assert screen == ("RGB", pytest.approx(expected, abs=4))
    shown = ImageCms.profileToProfile(
        Image.new("CMYK", (1, 1), press[1]),
        ImageCms.ImageCmsProfile(io.BytesIO(fogra())),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert shown.getpixel((0, 0)) == pytest.approx(expected, abs=25 if name == "adobe.jpg" else 10)


@pytest.mark.parametrize(
    ("kind", "options", "printed"),
    [
        ("WEBP", {"quality": 90}, "JPEG"),
        ("WEBP", {"lossless": True}, "PNG"),
        ("GIF", {}, "PNG"),
        ("BMP", {}, "PNG"),
    ],
)
def test_pictures_of_the_web_and_of_paint_are_printed_as_png_or_jpeg(kind, options, printed):
    done = in_screen_colours(patch((200, 60, 60), kind=kind, **options))
    with Image.open(io.BytesIO(done)) as picture:
        assert picture.format == printed
    seen = Image.open(io.BytesIO(done)).convert("RGB").getpixel((20, 15))
    assert all(abs(a - b) <= 4 for a, b in zip(seen, (200, 60, 60), strict=True))


def test_a_webp_of_a_telephone_stands_as_its_camera_says_and_keeps_what_is_clear():
    turned = Image.Exif()
    turned[0x0112] = 6
    with Image.open(io.BytesIO(in_screen_colours(patch(kind="WEBP", exif=turned)))) as picture:
        assert picture.size == (30, 40)
    with Image.open(io.BytesIO(in_screen_colours(patch((9, 9, 9, 0), "RGBA", "WEBP", quality=80)))) as picture:
        assert (picture.format, picture.getpixel((5, 5))[3]) == ("PNG", 0)


def without_adobe(jpeg):
    """A JPEG without the segment in which Adobe says that its inks are turned round."""
    at = jpeg.index(b"\xff\xee")
    return jpeg[:at] + jpeg[at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big") :]


def test_inks_that_may_be_turned_round_are_told():
    """Viewers of PDF files take them as they are, browsers turn them round."""
    inks = patch((0, 200, 200, 20), "CMYK", "JPEG")
    assert colour_fault(inks) == ""
    assert "other way round" in colour_fault(without_adobe(inks))


def test_a_gif_that_is_smaller_than_its_sheet_leaves_the_rest_clear():
    gif = bytearray(patch(7, "P", "GIF", palette=bytes(range(24))))
    at = gif.index(b",", 13 + 3 * 2 ** (gif[10] % 8 + 1))
    gif[6:10], gif[at + 1 : at + 5] = struct.pack("<HH", 80, 60), struct.pack("<HH", 20, 15)
    with Image.open(io.BytesIO(in_screen_colours(bytes(gif)))) as seen:
        found = seen.convert("RGBA")
    assert found.size == (80, 60)
    assert [found.getpixel(place)[3] for place in ((5, 5), (40, 30), (70, 50))] == [0, 255, 0]
