"""How far letters reach that one operator shows."""

import pytest

from polyleaf.model.pdf_facts import FontFacts
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.shown import shown

LETTER, MARK, SPACE = b"a", b"i", b" "
FONT = Font(
    FontFacts("Thai", "Thai", embedded=True, kind="TrueType"),
    bytes_per_code=1,
    widths={ord("a"): 0.6, ord("i"): 0.0, ord(" "): 0.3},
    unicode={},
    is_missing=lambda _: False,
    ascent=1.0,
    descent=-0.2,
    spaces=frozenset((ord(" "),)),
    space_width=0.3,
    thin=frozenset((ord("i"),)),
)


@pytest.mark.parametrize(
    ("pieces", "left", "right"),
    [
        ([LETTER, LETTER], 0.0, 1.2),
        ([LETTER, 700.0, MARK, -700.0, LETTER], 0.0, 1.2),  # the pen goes back for a mark above the first letter
        ([LETTER, LETTER, -500.0, MARK], 0.0, 1.2),
        ([LETTER, 100.0, LETTER], 0.0, 1.1),
        ([-200.0, MARK, LETTER], 0.2, 0.8),
        ([SPACE, LETTER, SPACE], 0.3, 0.9),
        ([MARK], 0.0, 0.0),
    ],
)
def test_marks_widen_nothing(pieces, left, right):
    found = shown(pieces, FONT, 12.0, 0.0, 0.0)
    assert (found.left, found.right) == pytest.approx((left, right))
