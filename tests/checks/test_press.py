"""Press checks: what they find at the edges of their thresholds, and what they leave alone."""

import re
from dataclasses import replace

import pytest

from polyleaf.checks.press.bleed_missing import bleed_missing
from polyleaf.checks.press.brand_colour_unmapped import brand_colour_unmapped
from polyleaf.checks.press.colour_not_in_inks import colour_not_in_inks
from polyleaf.checks.press.hairline import hairline
from polyleaf.checks.press.older_standard import older_standard
from polyleaf.checks.press.output_profile_not_cmyk import output_profile_not_cmyk
from polyleaf.checks.press.picture_soft import picture_soft
from polyleaf.checks.press.picture_too_coarse import picture_too_coarse
from polyleaf.checks.press.rich_black_text import rich_black_text
from polyleaf.checks.press.small_coloured_text import small_coloured_text
from polyleaf.checks.press.small_reversed_text import small_reversed_text
from polyleaf.checks.press.spot_colour import spot_colour
from polyleaf.checks.press.text_near_edge import text_near_edge
from polyleaf.checks.press.text_not_overprinting import text_not_overprinting
from polyleaf.checks.press.too_much_ink import too_much_ink
from polyleaf.checks.samples.press import BLEED, MEDIA, TRIM, an_image, cmyk, ink_text, press_file, rule
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import MM, Replaced
from polyleaf.model.press_paint import ImagePaint, ShadingPaint


def found(check, file):
    return [finding.fault for finding in check.run(file)]


def shape(*box, fill=None):
    return rule(stroke=None, fill=fill or cmyk(0.5), box=box)


IMAGE = ImagePaint((100, 100, 200, 200), 100, 100, 8, "DeviceRGB", "DeviceRGB", 300, stencil=False, filters=())


@pytest.mark.parametrize(
    ("inks", "rich"),
    [((0.75, 0.68, 0.67, 0.9), True), ((0.7, 0.6, 0.6, 0.9), False), ((1, 1, 1, 0.84), False), ((0, 0, 0, 1), False)],
)
def test_rich_black(inks, rich):
    assert bool(found(rich_black_text, press_file(texts=(ink_text(cmyk(*inks)),)))) is rich


@pytest.mark.parametrize(
    ("size", "overprint", "wrong"), [(11.9, False, True), (12.0, False, False), (7.0, True, False)]
)
def test_black_text_below_twelve_points_overprints(size, overprint, wrong):
    file = press_file(texts=(ink_text(size=size, overprint=overprint),))
    assert bool(found(text_not_overprinting, file)) is wrong


def test_overprint_needs_its_mode():
    file = press_file(texts=(replace(ink_text(size=9.0), overprint_mode=0),))
    assert found(text_not_overprinting, file)


@pytest.mark.parametrize(("size", "wrong"), [(7.9, True), (8.0, False)])
def test_small_text(size, wrong):
    white = press_file(texts=(ink_text(cmyk(), size=size),))
    mixed = press_file(texts=(ink_text(cmyk(1, 0.5), size=size),))
    assert bool(found(small_reversed_text, white)) is wrong
    assert bool(found(small_coloured_text, mixed)) is wrong
    assert not found(small_coloured_text, white)
    assert not found(small_reversed_text, mixed)


@pytest.mark.parametrize(("width", "wrong"), [(0.0, True), (0.24, True), (0.25, False)])
def test_hairlines(width, wrong):
    assert bool(found(hairline, press_file(paths=(rule(width),)))) is wrong


def test_one_fault_a_page_names_the_worst():
    (fault,) = found(hairline, press_file(paths=(rule(0.2), rule(0.1), rule(0.5))))
    assert "2 lines" in fault.message
    assert "0.10 pt" in fault.message
    assert fault.location.page == 1


def test_marks_around_the_page_are_not_judged():
    outside = rule(0.1, box=(0.0, 10.0, 30.0, 10.0))
    text = replace(ink_text(cmyk(), size=5.0), box=(45.0, 2.0, 200.0, 12.0))
    file = press_file(paths=(outside,), texts=(text,))
    assert not found(hairline, file)
    assert not found(small_reversed_text, file)


def test_a_mark_that_ends_at_the_bleed_is_a_mark():
    mark = rule(stroke=cmyk(1, 1, 1, 1), box=(100.0, MEDIA[1], 100.0, BLEED[1]))
    assert not found(too_much_ink, press_file(paths=(mark,)))
    assert found(too_much_ink, press_file(paths=(replace(mark, box=(100.0, 100.0, 100.0, 200.0)),)))


def test_what_to_do_is_said_in_terms_of_the_program():
    """A file of another program has no Markdown, no style sheet and no polyleaf.toml."""
    for check in (too_much_ink, bleed_missing, hairline, rich_black_text):
        for fault in found(check, replace(check.bad(), leaflet="")):
            assert not re.search(r"polyleaf|style sheet|#000|leaflets", fault.hint)


def test_letters_made_of_pixels_are_one_finding():
    letter = replace(IMAGE, space="", base="", bits=1, stencil=True, ppi=600)
    many = press_file(page={"images": tuple(replace(letter, width=width) for width in range(40, 60))})
    (fault,) = found(picture_soft, many)
    assert "(and 19 more of the kind)" in fault.message
    assert len(found(picture_too_coarse, press_file(page={"images": (replace(IMAGE, ppi=72),) * 2}))) == 2


@pytest.mark.parametrize(
    ("says", "registry", "wrong"),
    [
        ("PDF/X-1a:2003", "http://www.color.org", False),
        ("PDF/X-1a:2003", "", True),
        ("PDF/X-4", "http://www.color.org", True),
    ],
)
def test_older_standards_may_name_a_registered_way_of_printing(says, registry, wrong):
    intents = tuple(replace(one, profile=None, registry=registry) for one in press_file().facts.intents)
    file = press_file(xmp={}, info={"GTS_PDFXVersion": says}, intents=intents)
    assert bool(found(output_profile_not_cmyk, file)) == wrong


@pytest.mark.parametrize(
    ("says", "holds", "wrong"),
    [("PDF/X-1a:2003", True, True), ("PDF/X-3:2002", True, True), ("PDF/X-4", True, False), ("PDF/X-3:2003", 0, False)],
)
def test_an_older_standard_has_no_transparency(says, holds, wrong):
    file = press_file(xmp={}, info={"GTS_PDFXVersion": says}, page={"transparent": holds})
    assert bool(found(older_standard, file)) == wrong


def test_ink_limit_is_that_of_the_paper():
    file = press_file(paths=(shape(100, 100, 200, 200, fill=cmyk(1, 1, 1)),))
    assert not found(too_much_ink, file)
    (fault,) = found(too_much_ink, replace(file, limits=replace(file.limits, ink=280.0)))
    assert "300 % ink, more than 280 %" in fault.message


@pytest.mark.parametrize(
    "page",
    [
        {"images": (IMAGE,)},
        {"shadings": (ShadingPaint((0, 0, 9, 9), "ICCBased"),)},
        {"inside": ("DeviceCMYK", "Lab")},
        {"paths": (rule(stroke=Colour("DeviceRGB", (0, 0, 0), None)),)},
    ],
)
def test_screen_colours_wherever_they_hide(page):
    (fault,) = found(colour_not_in_inks, press_file(page=page))
    assert "not in inks" in fault.message


def test_spot_colours_are_named():
    (fault,) = found(spot_colour, press_file(spots=("Gold\x1b[31m", "Silver", "All")))
    assert "2 spot colours: “Gold [31m”, “Silver”" in fault.message


def test_stencils_and_inks_are_fine():
    stencil = replace(IMAGE, space="", base="", stencil=True)
    grey = replace(IMAGE, space="Indexed", base="DeviceGray")
    assert not found(colour_not_in_inks, press_file(page={"images": (stencil, grey)}))


@pytest.mark.parametrize(
    ("box", "edges"),
    [
        ((TRIM[0], 400, 100, 500), "left"),
        ((BLEED[0], 400, 100, 500), ""),
        ((TRIM[0] + 5 * MM, 400, 100, 500), ""),
        ((TRIM[0] + 0.3 * MM, 400, 100, 500), "left"),
        ((TRIM[0] - 1 * MM, TRIM[1], TRIM[2], TRIM[3]), "left and bottom and right and top"),
        ((0, 0, 20, 20), ""),
    ],
)
def test_colour_at_the_edge_needs_bleed(box, edges):
    faults = found(bleed_missing, press_file(paths=(shape(*box),)))
    assert bool(faults) is bool(edges)
    if faults:
        assert f"ends at the {edges} edge" in faults[0].message


@pytest.mark.parametrize(
    ("ppi", "bits", "wrong"), [(149, 8, True), (150, 8, False), (300, 1, True), (549, 1, True), (550, 1, False)]
)
def test_coarse_pictures(ppi, bits, wrong):
    faults = found(picture_too_coarse, press_file(page={"images": (an_image(ppi, bits=bits),)}))
    assert bool(faults) is wrong
    if wrong:
        assert f"600 by 300 pixels is printed at {ppi} ppi" in faults[0].message
        assert faults[0].location.page == 1


def test_a_tall_font_near_the_edge_is_judged_by_its_ink():
    """Nastaliq asks for room that the page number does not fill."""
    low = replace(ink_text(), box=(120.0, 46.0, 300.0, 76.0))
    assert found(text_near_edge, press_file(texts=(low,)))
    assert not found(text_near_edge, press_file(texts=(replace(low, ink=(120.0, 60.0, 300.0, 70.0)),)))
    assert found(text_near_edge, press_file(texts=(replace(low, ink=(120.0, 47.0, 300.0, 70.0)),)))


def test_pictures_outside_the_page_are_not_judged():
    outside = replace(an_image(10), box=(0, 0, 20, 20))
    assert not found(picture_too_coarse, press_file(page={"images": (outside,)}))


def test_white_needs_no_bleed():
    assert not found(bleed_missing, press_file(paths=(shape(*TRIM, fill=cmyk()),)))
    for white, told in ((1.0, False), (0.9, True)):
        fill = Colour("DeviceRGB", (white,) * 3, (white,) * 3)
        assert bool(found(bleed_missing, press_file(paths=(shape(*TRIM, fill=fill),)))) is told


def test_pages_without_boxes_are_judged_by_their_sheet():
    file = press_file(page={"trim": None, "bleed": None, "crop": None}, paths=(shape(0, 0, 100, 100),))
    (fault,) = found(bleed_missing, file)
    assert "left and bottom" in fault.message
    assert MEDIA[0] == 0


def test_only_text_colours_count_as_brand_colours():
    shade = Replaced("#d9e5f5", (0.1, 0.1, 0.0, 0.0), text=False, chosen=False)
    heading = Replaced("#005eb8", (0.914, 0.605, 0.0, 0.0), text=True, chosen=False)
    (fault,) = found(brand_colour_unmapped, press_file(replaced=(shade, heading)))
    assert "#005eb8" in fault.message
    assert '"#005eb8" = "cmyk(91 60 0 0)"' in fault.hint
