"""Page orders are permutations that fold, nest and cut into reading order."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from polyleaf.errors import UsageError
from polyleaf.model.press_file import MM
from polyleaf.pdf.imposition.folding import crossings, reading_order
from polyleaf.pdf.imposition.layout import FLAP, SHEETS, lay_out
from polyleaf.pdf.imposition.schemes import GRID, PANELS, Binding, Scheme, sheets_of

ENDLESS = (Scheme.BOOKLET, Scheme.TWO_UP, Scheme.FOUR_UP)
A5, A4 = (148 * MM, 210 * MM), (210 * MM, 297 * MM)


def cells(sheets):
    return [page for sheet in sheets for page in (*sheet.front, *sheet.back)]


@pytest.mark.parametrize("binding", Binding)
@pytest.mark.parametrize("scheme", Scheme)
def test_every_page_count_is_a_permutation_in_reading_order(scheme, binding):
    for pages in range(1, 201 if scheme in ENDLESS else PANELS + 1):
        sheets = sheets_of(scheme, pages, binding)
        columns, rows = GRID[scheme]
        assert all(len(sheet.front) == len(sheet.back) == columns * rows for sheet in sheets)
        assert sorted(page for page in cells(sheets) if page is not None) == list(range(1, pages + 1))
        found = reading_order(scheme, sheets, binding)
        assert [page for page in found if page is not None] == list(range(1, pages + 1))
        assert len(sheets) == -(-pages // (2 * columns * rows)), "no sheet more than it takes"


@pytest.mark.parametrize("binding", Binding)
def test_blanks_of_a_booklet_stand_before_the_last_page(binding):
    for pages in range(2, 201):
        found = reading_order(Scheme.BOOKLET, sheets_of(Scheme.BOOKLET, pages, binding), binding)
        assert len(found) % 4 == 0
        assert found[-1] == pages
        assert list(found[: pages - 1]) == list(range(1, pages))
        assert set(found[pages - 1 : -1]) <= {None}
        assert len(found) - pages <= 3


@given(st.sampled_from(Scheme), st.integers(1, 500), st.sampled_from(Binding))
def test_behind_each_page_is_its_neighbour(scheme, pages, binding):
    if scheme not in ENDLESS:
        pages = (pages - 1) % PANELS + 1
    pairs = [pair for pair in crossings(scheme, sheets_of(scheme, pages, binding)) if None not in pair]
    if scheme is Scheme.ZFOLD:
        assert {front + back for front, back in pairs} <= {7}
        return
    for front, back in pairs:
        if scheme is Scheme.TRIFOLD:
            assert {front, back} in ({1, 2}, {3, pages}, {4, 5})
        else:
            assert abs(front - back) == 1
            assert min(front, back) % 2 == 1 or back == pages, "odd pages are the fronts of leaves"


@given(st.sampled_from(Scheme), st.integers(1, 6))
def test_bindings_mirror_each_other(scheme, pages):
    columns, _ = GRID[scheme]
    for left, right in zip(
        sheets_of(scheme, pages, Binding.LEFT), sheets_of(scheme, pages, Binding.RIGHT), strict=True
    ):
        for one, other in ((left.front, right.front), (left.back, right.back)):
            rows = [one[start : start + columns] for start in range(0, len(one), columns)]
            assert tuple(page for row in rows for page in reversed(row)) == other


def test_the_sheets_printers_know():
    """Eight pages bound at the left: 8|1, 2|7, 6|3, 4|5; at the right the cover is a left-hand page."""
    left = sheets_of(Scheme.BOOKLET, 8, Binding.LEFT)
    assert [(sheet.front, sheet.back) for sheet in left] == [((8, 1), (2, 7)), ((6, 3), (4, 5))]
    right = sheets_of(Scheme.BOOKLET, 8, Binding.RIGHT)
    assert [(sheet.front, sheet.back) for sheet in right] == [((1, 8), (7, 2)), ((3, 6), (5, 4))]
    (letter,) = sheets_of(Scheme.TRIFOLD, 6, Binding.LEFT)
    assert (letter.front, letter.back) == ((5, 6, 1), (2, 3, 4))
    (accordion,) = sheets_of(Scheme.ZFOLD, 6, Binding.RIGHT)
    assert (accordion.front, accordion.back) == ((3, 2, 1), (6, 5, 4))
    (leaves,) = sheets_of(Scheme.TWO_UP, 4, Binding.LEFT)
    assert (leaves.front, leaves.back) == ((1, 3), (4, 2))
    (four,) = sheets_of(Scheme.FOUR_UP, 8, Binding.LEFT)
    assert (four.front, four.back) == ((1, 3, 5, 7), (4, 2, 8, 6))


@pytest.mark.parametrize(("scheme", "pages"), [(Scheme.BOOKLET, 0), (Scheme.TRIFOLD, 7), (Scheme.ZFOLD, 7)])
def test_page_counts_that_cannot_be(scheme, pages):
    with pytest.raises(ValueError, match=str(pages)):
        sheets_of(scheme, pages, Binding.LEFT)


@given(
    st.sampled_from(Scheme),
    st.sampled_from(sorted(SHEETS)),
    st.sampled_from(Binding),
    st.floats(60, 220),
    st.floats(60, 300),
)
def test_a_layout_stays_on_its_sheet_or_is_refused(scheme, sheet, binding, width, height):
    page = (width * MM, height * MM)
    columns, rows = GRID[scheme]
    short, long = (side * MM for side in SHEETS[sheet])
    needed = sorted((columns * page[0] - (FLAP if scheme is Scheme.TRIFOLD else 0), rows * page[1]))
    assume(not any(0.5 < size - side < 0.65 for size, side in zip(needed, (short, long), strict=True)))
    if needed[0] > short + 0.6 or needed[1] > long + 0.6:
        with pytest.raises(UsageError, match="do not fit") as caught:
            lay_out(scheme, sheet, binding, page, 3 * MM)
        assert "--sheet" in caught.value.hint or "smaller paper" in caught.value.hint
        assert "never scaled" in caught.value.hint
        return
    layout = lay_out(scheme, sheet, binding, page, 3 * MM)  # what is over by a rounding still fits
    left, bottom, right, top = layout.block
    assert left >= -0.3
    assert bottom >= -0.3
    assert right <= layout.sheet[0] + 0.3
    assert top <= layout.sheet[1] + 0.3
    for front in (True, False):
        for cell in layout.cells(front=front):
            assert cell.window[0] >= -0.3
            assert cell.window[3] <= layout.sheet[1] + 0.3
        for (x0, y0, x1, y1), _ in layout.marks(front=front):
            for x, y in ((x0, y0), (x1, y1)):
                assert not (left - 1 < x < right + 1 and bottom - 1 < y < top + 1), "marks stay off the pages"
                assert -0.3 <= x <= layout.sheet[0] + 0.3
                assert -0.3 <= y <= layout.sheet[1] + 0.3


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("binding", Binding)
def test_front_and_back_lie_on_each_other(scheme, binding):
    """Turned over, the cells of the back cover those of the front."""
    page = (95 * MM, 140 * MM)
    layout = lay_out(scheme, "SRA3", binding, page, 0.0)
    fronts, backs = ({cell.box for cell in layout.cells(front=front)} for front in (True, False))
    turned = {(layout.sheet[0] - right, bottom, layout.sheet[0] - left, top) for left, bottom, right, top in backs}
    for one in fronts:
        assert any(all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True)) for other in turned)


def test_the_flap_of_a_letter_fold_is_narrower():
    for binding, flap in ((Binding.LEFT, 0), (Binding.RIGHT, 2)):
        layout = lay_out(Scheme.TRIFOLD, "A4", binding, (99 * MM, 210 * MM), 0.0)
        widths = layout.widths
        assert widths[flap] == pytest.approx(99 * MM - FLAP)
        assert [widths[place] for place in range(3) if place != flap] == pytest.approx([99 * MM] * 2)


def test_creep_moves_pages_to_the_fold():
    layout = lay_out(Scheme.BOOKLET, "SRA3", Binding.LEFT, A4, 0.0)
    (left, right), (left_moved, right_moved) = layout.cells(front=True), layout.cells(front=True, shift=2.0)
    assert left_moved.x - left.x == pytest.approx(2.0)
    assert right_moved.x - right.x == pytest.approx(-2.0)
    assert left_moved.window == left.window, "the fold still cuts"


def test_the_sheet_is_turned_as_the_pages_need_it():
    assert lay_out(Scheme.BOOKLET, "A3", Binding.LEFT, A4, 0.0).lies
    assert not lay_out(Scheme.FOUR_UP, "A3", Binding.LEFT, A5, 0.0).lies
    assert not lay_out(Scheme.BOOKLET, "A3", Binding.LEFT, A4, 0.0).has_marks
    assert lay_out(Scheme.BOOKLET, "SRA3", Binding.LEFT, A4, 0.0).has_marks
    for scheme, sheet in itertools.product((Scheme.TRIFOLD, Scheme.ZFOLD), ("A4", "A3", "SRA3")):
        with pytest.raises(UsageError, match="do not fit"):
            lay_out(scheme, sheet, Binding.LEFT, A4, 0.0)
