"""A drawing that its program saved with a whole sheet of paper around it is as large as what is drawn."""

import pytest

from polyleaf.drawings.geometry import view_box
from polyleaf.drawings.labels import read_words
from polyleaf.drawings.svg import parse_svg

SHEET = '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">{}</svg>'
LABEL = '<text font-size="5" x="{}" y="60">Needle</text>'
PATH = '<path transform="translate(10)" d="M10 60c5-30 20-20 40 0l0 20h-40zm5 3v4A4 4 0 0 0 19 70"/>'


def box_of(inside, sheet=SHEET):
    return view_box(parse_svg(sheet.format(inside).encode()).root)


def test_a_drawing_in_the_corner_of_a_sheet_is_all_there_is():
    left, top, width, height = box_of(PATH + LABEL.format(30))
    assert (left, top) == pytest.approx((7.5, 24.1), abs=8)
    assert left <= 19
    assert left + width >= 60
    assert top <= 40
    assert 80 <= top + height < 100


def test_labels_keep_their_places_beside_what_they_name():
    drawing = parse_svg(SHEET.format('<rect x="20" y="50" width="80" height="40"/>' + LABEL.format(60)).encode())
    left, _, width, _ = view_box(drawing.root)
    (label,) = read_words(drawing).labels
    assert label.across == pytest.approx((60 - left) / width, abs=0.01)
    assert read_words(drawing).ratio == pytest.approx(width / view_box(drawing.root)[3], rel=0.01)


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="210" height="200"/>',
        PATH + '<use href="#a" x="3"/>',
        PATH + '<g style="transform: scale(3)"/>',
        PATH + '<path d="M 1 2 L 3"/>',
        PATH + '<path d="M 1 2 h 4 Z 5"/>',
        PATH + '<path d="5 5 M 1 2 h 4"/>',
        PATH + '<path d="M20 60a5 5 0 01.5 9"/>',
        PATH + '<rect x="50%"/>',
        "",
    ],
)
def test_where_anything_is_unsure_the_sheet_stays(inside):
    assert box_of(inside) == (0, 0, 210, 297)


def test_a_picture_that_is_no_sheet_of_paper_keeps_the_room_around_it():
    assert box_of(PATH, SHEET.replace("297mm", "260mm")) == (0, 0, 210, 297)


def test_lines_of_a_label_grow_to_both_sides_of_their_middle():
    two = '<text font-size="5"><tspan x="30" y="60">Needle</tspan><tspan x="30" y="66">out</tspan></text>'
    (label,) = read_words(parse_svg(SHEET.replace("210mm", "211.5mm").format(two).encode())).labels
    assert label.middle == pytest.approx(1 - 63 / 297, abs=0.01)


def test_centred_lines_of_a_shape_are_one_label_around_its_middle():
    shape = '<g><rect class="BoundingBox" x="20" y="50" width="80" height="40"/><path d="M20 50h80v40h-80z"/>{}</g>'
    first_line, second_line = '<tspan x="{}" y="60">Are you breathless</tspan>', '<tspan x="{}" y="66">at rest?</tspan>'
    lines = f'<text font-size="5">{first_line}{second_line}</text>'
    for first, second, anchor in ((38, 50.5, "middle"), (38, 38, "start")):
        drawing = parse_svg(SHEET.format(shape.format(lines.format(first, second))).encode())
        left, _, width, _ = view_box(drawing.root)
        (label,) = read_words(drawing).labels
        assert (label.lines, label.anchor) == (("Are you breathless", "at rest?"), anchor)
        assert label.across == pytest.approx(((60 if anchor == "middle" else 38) - left) / width, abs=0.02)


@pytest.mark.parametrize(
    "look",
    [
        '<style>.big { font-size: 12px; text-anchor: end }</style><text class="big" x="90" y="60">Needle</text>',
        '<g text-anchor="end" font-size="12"><text x="90" y="60">Needle</text></g>',
        '<g style="font-size:12px;text-anchor:end"><text x="90" y="60">Needle</text></g>',
    ],
)
def test_words_are_never_cut_however_their_look_is_said(look):
    left, top, width, height = box_of(look)
    assert left <= 90 - 6 * 12 * 0.6
    assert left + width >= 90
    assert top <= 60 - 12
    assert top + height >= 60
