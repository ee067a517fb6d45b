"""What the templates have to know before anything is laid out: about how large things will be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from unicodedata import category, east_asian_width

from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.image import PictureWidth
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Block, Box, Figure
from polyleaf.render.letter_widths import BOLD, ems_of
from polyleaf.render.style import LABELS, MM_PER_PT, Style, style

PICTURE_GAP = 6.0
"""In mm, between two pictures."""
_PAIR, _LARGE = 2, 16.0
_MOST_OF_A_PAGE = 0.5
"""Part of a page from which a box may break over two."""
LEAST_PICTURE, MOST_PICTURE = 0.8, 1.2
"""How much smaller and larger than usual a picture may be."""
_HEADINGS = {1: 2.1, 2: 1.35, 3: 1.15, 4: 1.15}
"""Sizes of headings over that of body text, by level."""
_FEW_LINES = 6
"""Lines of a page at which a heading is no larger than its text."""
BOLD_LETTER = 0.68
"""Width of a bold letter over the type size, on the safe side: Tamil has the widest words."""
_FOOT_LETTER = 0.5
"""Width of a letter at the foot of the page, where capitals and digits stand, on the safe side."""
_GAPS = 11
"""Letters that would fill the gaps of that line."""
_WIDE_DOTS = 4
"""How many letters more the dots between them take in fonts of Chinese, Japanese and Korean."""
_DOT, _BETWEEN = " \u00b7 ", 0.5
"""What stands between parts of the foot, and the ems between its two sides."""
_SURELY = 1.01
"""What is kept free in a line that is meant to hold all of its words."""
_BREAKS = "\u200b\u0f0b"
"""Where lines break without a space: between words of Khmer, Lao and Burmese, and behind a syllable of Tibetan."""
_THAI = ("\u0e00", "\u0e7f")
_THAI_WORD = 14
"""Letters of a long word."""
_PLACEHOLDER = re.compile(r"\{\w+\}")
_NARROW = 0.6
"""Width of an Arabic letter over the type size, on the safe side."""

LETTER = 0.55
"""Width of an average letter over the type size."""


def page_style(document: LocalizedDocument, edition: Edition) -> Style:
    """The measures of a leaflet's pages; on narrow paper foot and banner have more lines."""
    offered = (offer.language for offer in document.offers)
    languages = (document.source_language, *document.languages, *offered)
    what = (document.language, languages, edition, document.digits, document.layout)
    measures = style(*what)
    said = "Draft translation" if document.is_translation else "Draft: do not hand out"
    banner = document.phrases.find(said)[0] if document.draft else ""
    foot = 1 if _foot_is_a_line(document, measures) else sum(_lines(part, measures) for part in _foot(document))
    banner_lines = _lines(banner, measures, BOLD_LETTER)
    return style(*what, foot_lines=foot, banner_lines=banner_lines, tall_banner=not document.is_translation)


def heading_scale(text: str, level: int, measures: Style) -> float:
    """Size of a heading over that of body text: less than usual if its longest word would not fit the measure.

    Where a page has few lines, as in type of 48 pt, a large title would fill all of them.

    It is never smaller than the text: a word that is longer still has to break.
    """
    fitting = measures.text_width / MM_PER_PT / (_longest_word(text) * BOLD_LETTER * measures.size)
    lines = measures.text_height / (measures.line * measures.size * MM_PER_PT)
    return round(max(min(_HEADINGS[level], fitting, lines / _FEW_LINES), 1.0), 2)


def number_scale(number: str, measures: Style, usual: float = 1.6, less: float = 1.25, frame: float = 12.0) -> float:
    """Size of a number that no line break parts, over that of body text, where its usual one is too large; else 0.

    Args:
        number: A telephone number, or a risk.
        measures: Of its page or panel.
        usual: Its size, over that of body text.
        less: The largest one where it does not fit.
        frame: What stands around it, in mm.
    """
    fitting = (measures.text_width - frame) / MM_PER_PT / (ems_of(number) * BOLD * measures.size)
    return 0.0 if fitting >= usual else round(max(min(fitting, less), 1.0), 2)


def _longest_word(text: str) -> int:
    """Letters of the longest stretch that no line break parts, at least one.

    Chinese, Japanese and Korean break beside any letter, Thai between words that only a dictionary knows.
    """
    longest = run = 1
    for letter in text:
        if letter.isspace() or letter in _BREAKS or east_asian_width(letter) in "WF":
            run = 0
        elif _THAI[0] <= letter <= _THAI[1]:
            run += run < _THAI_WORD and category(letter) != "Mn"
        else:
            run += 1
        longest = max(longest, run)
    return longest


def ems(words: str) -> float:
    """About how wide words are in ems of their page's type size, rather too wide than too narrow."""
    return sum(_letter(letter) for letter in words)


def stretches(words: str) -> list[str]:
    """The parts of a text that no line break parts; the last one is empty where a line may end behind the text."""
    apart = "".join(f" {letter} " if east_asian_width(letter) in "WF" else letter for letter in words)
    return re.split(f"[ {_BREAKS}]", apart)


def lines_in(words: str, room: float) -> int:
    """About how many lines words take in a room of so many ems: ends are ragged."""
    return ceil(ems(words) / max(room, 1.0) * 1.15)


def _letter(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if category(letter) == "Mn" or category(letter)[0] in "ZPC":
        return 0.32
    if "\u0600" <= letter <= "\u08ff":
        return _NARROW
    return 0.58 if letter < "\u0530" else BOLD_LETTER


def is_long(boxes: Sequence[Box[LocalizedText]], measures: Style) -> bool:
    """Whether some boxes together would fill so much of a page that they have to break."""
    per_line = measures.text_width / MM_PER_PT / (measures.size * LETTER)
    lines = sum(1 + len(plain(text.inlines)) // per_line for box in boxes for text in texts(box.blocks))
    return lines * measures.line * measures.size * MM_PER_PT > measures.text_height * _MOST_OF_A_PAGE


def picture_margin(measures: Style, ratio: float, asked: PictureWidth | None = None, columns: int = 1) -> float:
    """Space in mm on either side of a picture, so that it is as wide as its author asked for and not too high.

    Args:
        measures: Of the page.
        ratio: Width over height; 0 if nobody knows.
        asked: What its author asked for.
        columns: How many pictures stand side by side.
    """
    room = (measures.text_width - PICTURE_GAP * (columns - 1)) / columns
    width = room if asked is None else asked.of(room)
    if ratio:
        width = min(width, measures.picture_height * ratio)
    return round((room - width) / 2, 2)


def picture_scales(measures: Style, ratio: float, *, labelled: bool) -> str:
    """How small and how large a picture may become where that fills a page better, over its size: ``0.8 1.2``.

    Args:
        measures: Of the page.
        ratio: Width over height; 0 if nobody knows.
        labelled: Whether words stand in it, which need as many lines as ever to stand clear of each other.
    """
    width = measures.text_width - 2 * picture_margin(measures, ratio)
    lines = width / ratio / (measures.line * measures.size * MM_PER_PT) if ratio else 0.0
    least = max(LEAST_PICTURE, LABELS / max(lines, LABELS)) if labelled else LEAST_PICTURE
    return f"{least:.3f} {min(MOST_PICTURE, measures.text_width / width):.3f}"


def side_by_side(figures: Sequence[Block[LocalizedText]], measures: Style) -> bool:
    """Whether two figures have room side by side: in large print no labels, and captions of a line or two."""
    per_line = measures.text_width / MM_PER_PT / (measures.size * LETTER) / 2
    return len(figures) == _PAIR and all(
        isinstance(figure, Figure)
        and (
            measures.size < _LARGE
            or not (figure.labels or (figure.caption and len(plain(figure.caption.inlines)) > per_line * 1.5))
        )
        for figure in figures
    )


def foot_has_room(document: LocalizedDocument, more: str, measures: Style, stretch: float = 1.0) -> bool:
    """Whether one line at the foot of the page, ``stretch`` times as long, holds ``more`` beside what stands there."""
    start, page = _foot(document)
    words = f"{start}{more}{page}"
    wide = _wide(words)
    letters = len(words) + wide + (_WIDE_DOTS if wide else 0)
    return (letters + _GAPS) * _FOOT_LETTER * measures.size * MM_PER_PT < stretch * measures.text_width


def _foot_is_a_line(document: LocalizedDocument, measures: Style) -> bool:
    """Whether what stands at the foot surely has room in one line."""
    own, source = document.language, document.source_language
    code = ems_of(document.code) * source.size_correction / own.size_correction
    rest = ems_of(_DOT.join(("", document.version, own.native))) + ems_of(_foot(document)[1])
    ems = code + rest + _BETWEEN + (_WIDE_DOTS if _wide(own.native) else 0.0)
    return ems * measures.size * MM_PER_PT * _SURELY < measures.text_width


def _foot(document: LocalizedDocument) -> tuple[str, str]:
    """The words at either side of the foot, without the dots between them."""
    page = _PLACEHOLDER.sub("00", document.phrases.find("Page {page} of {pages}")[0])
    return f"{document.code}{document.version}{document.language.native}", page


def _lines(words: str, measures: Style, letter: float = _FOOT_LETTER) -> int:
    """How many lines some words fill, with dots and blanks between them; a word that is left over takes its own."""
    dots = 6 if letter == _FOOT_LETTER else 0
    width = (len(words) + _wide(words) + dots) * letter * measures.size * MM_PER_PT
    return max(1, ceil(width / measures.text_width))


def _wide(words: str) -> int:
    return sum(east_asian_width(letter) in "WF" for letter in words)
