"""The part of the style sheet that is computed: type, fonts and page for one language and edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from polyleaf.locales.digits import write_digits
from polyleaf.locales.scripts import LATIN_FAMILY
from polyleaf.model.edition import AMERICAN, Edition
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Layout

MM_PER_PT = 25.4 / 72

COUNTER_STYLES = {
    "arab": "arabic-indic",
    "arabext": "persian",
    "beng": "bengali",
    "deva": "devanagari",
    "gujr": "gujarati",
    "guru": "gurmukhi",
    "khmr": "khmer",
    "knda": "kannada",
    "laoo": "lao",
    "latn": "decimal",
    "mlym": "malayalam",
    "mymr": "myanmar",
    "orya": "oriya",
    "tamldec": "tamil",
    "telu": "telugu",
    "thai": "thai",
    "tibt": "tibetan",
}
"""CLDR numbering system -> CSS counter style for page numbers; a page names the digits of others itself."""

OWN_DIGITS = "own-digits"
"""The counter style of digits that CSS has no name for."""

TALL = 1.5
"""Line pitch above which a script counts as tall."""

LETTERS = 67
"""Letters of a line that is full on average; the fullest then have 70 (RNIB: 60 to 70)."""

_TOP = 19.2
"""Least margin at the head in mm: the highest letters of the first line are then 20 mm and more from the edge."""

_AROUND_BANNER = 9.5
"""In mm, beside its lines: its frame, 2.5 mm down to the text, and what printers keep free above it."""

_AROUND_FOOT = 10.5
"""In mm, beside its lines: 3.7 mm up to the text, its line, and what printers keep free below it."""

_UNLIKE = 0.5
"""In mm: what signs from another font, such as brackets, add to a line of the foot; the room around it holds two."""

_DEEPER, _HELD = 0.08, 1.5
"""In mm: how far words in another font push the last line of the foot down, for each pt of the type size, at most
(Naskh); and how much of that the room around it holds."""

_BOTTOM = 19.3
"""Least margin at the foot in mm: the lowest letters of the last line are then 20 mm from the edge, and what stands
below may have nothing below its line."""

_INCH = 5.4
"""What American paper has more at head and foot, in mm (ACB 2022: 1 inch)."""

LABELS, _PICTURE = 8, 11
"""Lines of text that a picture may be as high as, so that the words in it stand clear of each other; and as high as it
is where they do."""

_LATIN = 0.445
"""Width of a Latin letter over the type size, in the fullest lines."""

GIANT = 22.0
"""From this size in pt the running foot may need two lines."""


@dataclass(frozen=True, slots=True)
class Face:
    """How one language is set beside the document's own language.

    Attributes:
        tag: BCP 47 tag.
        fonts: Value of ``font-family``.
        scale: Type size relative to the surrounding text.
        line: Line pitch as a multiple of the type size.
        ink_line: Pitch from which its ink decides; 0 if ``line`` is kept.
    """

    tag: str
    fonts: str
    scale: float
    line: float
    ink_line: float


@dataclass(frozen=True, slots=True)
class Style:
    """Measures of a page.

    Attributes:
        size: Body type size in pt.
        line: Body line pitch as a multiple of the size; where ``ink_line`` is given, texts whose ink needs more get it.
        ink_line: Pitch from which the ink of texts decides, as a multiple of the size; 0 if ``line`` is kept.
        heading_line: Line pitch of what is set in one line: as much as the fonts ask for.
        edge_line: The same at the head and foot of a page, whose words are few and known.
        banner_line, banner_above, banner_below: Line pitch of the banner, and what is added above and below it, as
            multiples of the size.
        space: Height of one line of Latin-like text, as a multiple of the size: what gaps are counted in.
            Tall scripts have their air in the lines already.
        fonts: Value of ``font-family``.
        counter: CSS counter style of page numbers.
        counter_digits: Its ten digits, with spaces between them, if CSS has no name for it; else "".
        width, height: Page in mm.
        top, side, bottom: Margins in mm.
        spare: Width in mm that running text leaves free at the end of its lines, so that they can be followed.
        others_spare: The same of lines in other scripts, whose letters are narrower.
        picture_height: Most height of a picture in mm, so that it fits a page with its caption.
        faces: Every language on the page.
    """

    size: float
    line: float
    ink_line: float
    heading_line: float
    edge_line: float
    banner_line: float
    banner_above: float
    banner_below: float
    space: float
    fonts: str
    counter: str
    counter_digits: str
    width: float
    height: float
    top: float
    side: float
    bottom: float
    spare: float
    others_spare: float
    picture_height: float
    faces: tuple[Face, ...]

    @property
    def text_width(self) -> float:
        """Width of the text area in mm: a line of text."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height of the text area in mm."""
        return self.height - self.top - self.bottom


def font_value(language: Language, others: Iterable[Language] = ()) -> str:
    """``font-family`` of a language, then those of others: no font is ever left to the machine's choice."""
    families = (*language.families, *(family for other in others for family in other.families))
    if language.latin_first:
        families = (LATIN_FAMILY, *(family for family in families if family != LATIN_FAMILY))
    return ", ".join(f'"{family}"' for family in dict.fromkeys(families))


def style(
    language: Language,
    languages: tuple[Language, ...],
    edition: Edition,
    digits: str,
    layout: Layout = Layout.FULL,
    *,
    foot_lines: int | None = None,
    banner_lines: int = 1,
    tall_banner: bool = False,
) -> Style:
    """Measures for a document in ``language`` that also shows words of ``languages``.

    The smallest text is the edition's size times the script's correction, so that it looks as large
    as Latin; line pitch is at least 1.5 and at least the font's own (standards 1.2, 4.4).

    Args:
        language: Of the document.
        languages: Others on the page.
        edition: Size and paper.
        digits: Numbering system of the page numbers.
        layout: On a sheet all but running text is as wide as the paper allows.
        foot_lines: Lines at the foot of the page; if nobody knows, two in giant print.
        banner_lines: Lines of the banner that says "draft".
        tall_banner: Whether its words may reach as far as the tallest ones of their font.
    """
    size = round(edition.size * language.size_correction, 2)
    heading_line = max(1.25, language.natural_line, language.mixed_line)
    foot_lines = foot_lines or (2 if edition.size >= GIANT else 1)
    edge_line = (language.edge_line if foot_lines == 1 else 0) or heading_line
    banner_line, banner_below = (heading_line, 0.0) if tall_banner else (edge_line, language.edge_below)
    banner_above = language.hangs if tall_banner else 0.0
    framed = banner_above + banner_below
    banner, pitch = ((line * size * MM_PER_PT) for line in (banner_line * banner_lines + framed, edge_line))
    inch = _INCH if edition.paper in AMERICAN else 0.0
    top = max(_TOP + inch, banner + _AROUND_BANNER)
    measure = LETTERS * language.letter_width * size * MM_PER_PT
    text = edition.width - 2 * edition.margin
    narrow = min(language.letter_width, _LATIN)
    spare = max(text - measure, 0.0)
    around = _AROUND_FOOT + _UNLIKE * max(foot_lines - 2, 0) + max(_DEEPER * edition.size - _HELD, 0.0)
    bottom = max(_BOTTOM + inch, pitch * foot_lines + size * language.lower * MM_PER_PT + around)
    room = edition.height - top - bottom
    line = size * language.line_height * MM_PER_PT
    unique = {other.tag: other for other in (*languages, language)}
    return Style(
        size=size,
        line=language.ink_line or language.line_height,
        ink_line=language.ink_line,
        heading_line=heading_line,
        edge_line=edge_line,
        banner_line=banner_line,
        banner_above=banner_above,
        banner_below=banner_below,
        space=min(language.line_height, TALL),
        fonts=font_value(language, unique.values()),
        counter=COUNTER_STYLES.get(digits, OWN_DIGITS),
        counter_digits="" if digits in COUNTER_STYLES else " ".join(write_digits("0123456789", digits)),
        width=edition.width,
        height=edition.height,
        top=round(top, 2),
        side=round(edition.margin + (0 if layout is Layout.SHEET else spare / 2), 2),
        spare=round(spare if layout is Layout.SHEET else 0, 2),
        others_spare=round(max(min(measure, text) - LETTERS * narrow * size * MM_PER_PT, 0.0), 2),
        bottom=round(bottom, 2),
        picture_height=round(max(min(105.0, room * 0.44, _PICTURE * line), min(115.0, room * 0.5, LABELS * line)), 2),
        faces=tuple(
            Face(
                other.tag,
                font_value(other, unique.values()),
                round(other.size_correction / language.size_correction, 4),
                other.line_height,
                other.ink_line,
            )
            for other in unique.values()
        ),
    )
