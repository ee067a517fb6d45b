"""The thresholds of the printed page: one table, with the source of each. Checks and certificates read it.

A rule with a limit for an error and a milder one for a warning has two rows. Figures are those of the sources; where
sources differ, the one that helps the reader with low vision more. What each says exactly stands with its check.
"""

from __future__ import annotations

from polyleaf.checks.measures import (
    alignment,
    backgrounds,
    breaks,
    glyphs,
    line_ends,
    logos,
    overlaps,
    styling,
    type_size,
)
from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.measures.rules import Limits, Rule, same
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Severity
from polyleaf.model.inline import plain
from polyleaf.model.measure import MeasuredFile

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_NONE = same(0)

SMALLEST_TEXT = Rule(
    "page/text-too-small", _ERROR, "Smallest text", "pt", None, type_size.smallest_text,
    "UKAAF G003; ACB (2022)", at_least=True, rounding=0.05,
)  # fmt: skip
PITCH_OF_FONT = Rule(
    "page/lines-too-close", _ERROR, "Line spacing over what the fonts need", "", same(1.0), type_size.pitch_over_need,
    "The fonts' own ascent and descent", at_least=True, rounding=0.01,
)  # fmt: skip
PITCH_LEAST = Rule(
    "page/lines-too-close", _ERROR, "Smallest line spacing anywhere", "× size", same(1.15), type_size.pitch_over_size,
    "ACB (2022)", at_least=True, rounding=0.01,
)  # fmt: skip
PITCH_IN_PARAGRAPHS = Rule(
    "page/lines-close", _WARNING, "Smallest line spacing in paragraphs", "× size", same(1.5),
    type_size.pitch_in_paragraphs, "BDA style guide; WCAG 2.2, 1.4.8", at_least=True, rounding=0.01,
)  # fmt: skip
LINE_LONG = Rule(
    "page/line-too-long", _WARNING, "Longest line", "characters", same(70), type_size.letters_in_line,
    "RNIB Clear Print",
)  # fmt: skip
LINE_FAR_TOO_LONG = Rule(
    "page/line-far-too-long", _ERROR, "Longest line, at most", "characters", same(80), type_size.letters_in_line,
    "WCAG 2.2, 1.4.8",
)  # fmt: skip
LINE_WIDE = Rule(
    "page/line-far-too-long", _ERROR, "Longest Chinese, Japanese or Korean line", "characters", same(40),
    type_size.wide_letters_in_line, "WCAG 2.2, 1.4.8",
)  # fmt: skip
LINE_STARTS = Rule(
    "page/line-start-moves", _ERROR, "Lines that begin away from their paragraph's edge", "em", _NONE,
    alignment.line_starts, "UKAAF G003; NHS Formatting; RNIB", rounding=0.1,
)  # fmt: skip
JUSTIFIED = Rule(
    "page/text-justified", _ERROR, "Justified paragraphs", "", _NONE, alignment.justified,
    "UKAAF G003; RNIB; ACB (2022)", counted=True,
)  # fmt: skip
ITALIC = Rule(
    "page/italic-text", _ERROR, "Pieces of italic text", "", _NONE, styling.italic,
    "UKAAF G003; RNIB Clear Print", counted=True,
)  # fmt: skip
UNDERLINED = Rule(
    "page/underline-without-link", _ERROR, "Underlined words that are no link", "", _NONE, styling.underlined,
    "UKAAF G003; RNIB Clear Print", counted=True,
)  # fmt: skip
CAPITALS = Rule(
    "page/words-in-capitals", _ERROR, "Most words in capitals in a row", "words", same(3), styling.capitals,
    "UKAAF G003; RNIB Clear Print",
)  # fmt: skip
LETTER_SPACE = Rule(
    "page/letters-spaced", _WARNING, "Space put between letters", "em", _NONE, styling.letter_space,
    "RNIB Clear Print", rounding=0.01,
)  # fmt: skip
JOINED_SPACE = Rule(
    "page/joined-letters-spaced", _ERROR, "Space put between joined letters", "em", _NONE, styling.joined_letter_space,
    "W3C Arabic Layout Requirements", rounding=0.01,
)  # fmt: skip
HYPHENS = Rule(
    "page/hyphen-at-line-end", _ERROR, "Lines that end with a hyphen", "", _NONE, line_ends.hyphens,
    "UKAAF G003; RNIB Clear Print", counted=True,
)  # fmt: skip
SPLIT_FACTS = Rule(
    "page/fact-split", _ERROR, "Phones, doses, times and risks broken over lines", "", _NONE,
    line_ends.split_facts, "UKAAF G003; RNIB Clear Print", counted=True,
)  # fmt: skip
MARGIN_LEAST = Rule(
    "page/margin-too-narrow", _ERROR, "Narrowest margin, at least", "mm", same(15), alignment.margins,
    "Australian large print guideline", at_least=True, rounding=0.1,
)  # fmt: skip
MARGIN = Rule(
    "page/margin-narrow", _WARNING, "Narrowest margin", "mm", Limits(20, 20, 20, american=25.4), alignment.margins,
    "Australian guideline; ACB (2022)", at_least=True, rounding=0.1,
)  # fmt: skip
COLUMNS = Rule(
    "page/text-in-columns", _ERROR, "Columns of text", "", Limits(None, 1, 1), alignment.columns,
    "UKAAF G003; ACB (2022)",
)  # fmt: skip
CONTRAST = Rule(
    "page/contrast-too-low", _ERROR, "Lowest contrast of text", ": 1", Limits(4.5, 7, 7), backgrounds.contrast,
    "WCAG 2.2, 1.4.3 and 1.4.6", at_least=True, rounding=0.005,
)  # fmt: skip
ROOM_TO_EDGE = Rule(
    "page/text-outside-page", _ERROR, "From text to the edge of the page", "mm", same(5), alignment.room_to_edge,
    "Printers' file guides", at_least=True, rounding=0.05,
)  # fmt: skip
BEYOND_MARGIN = Rule(
    "page/text-beyond-margin", _ERROR, "Text that runs into a side margin", "mm", _NONE, alignment.beyond_margin,
    "polyleaf: nothing silently wrong", rounding=0.5,
)  # fmt: skip
CLIPPED = Rule(
    "page/text-clipped", _ERROR, "Pieces of text cut off", "", _NONE, overlaps.clipped,
    "polyleaf: nothing silently wrong", counted=True,
)  # fmt: skip
TEXT_OVER_TEXT = Rule(
    "page/text-over-text", _ERROR, "Lines set over other lines", "", _NONE, overlaps.text_over_text,
    "polyleaf: nothing silently wrong", counted=True,
)  # fmt: skip
MISSING_GLYPHS = Rule(
    "pdf/missing-glyph", _ERROR, "Letters printed as empty boxes", "", _NONE, glyphs.missing_glyphs,
    "Matterhorn Protocol 1.1, 31-030", counted=True,
)  # fmt: skip
FALLBACK_FONTS = Rule(
    "pdf/fallback-font", _ERROR, "Fonts that are not the language's", "", _NONE, glyphs.fallback_fonts,
    "Matterhorn Protocol 1.1, 31-030", counted=True,
)  # fmt: skip
LINES_BEFORE_BREAK = Rule(
    "page/orphan-line", _WARNING, "Fewest lines of a paragraph before a page break", "lines", same(2),
    breaks.lines_before_break, "CCLVI; ACB", at_least=True,
)  # fmt: skip
LINES_AFTER_BREAK = Rule(
    "page/widow-line", _WARNING, "Fewest lines of a paragraph after a page break", "lines", same(2),
    breaks.lines_after_break, "CCLVI; ACB", at_least=True,
)  # fmt: skip
HEADINGS_AT_FOOT = Rule(
    "page/heading-at-page-foot", _ERROR, "Headings at the foot of a page", "", _NONE, breaks.headings_at_foot,
    "CCLVI; ACB", counted=True,
)  # fmt: skip
TORN_ROWS = Rule(
    "page/table-row-split", _ERROR, "Table rows cut by a page break", "", _NONE, breaks.torn_rows,
    "CCLVI; RNIB Clear Print", counted=True,
)  # fmt: skip
OVER_PICTURES = Rule(
    "page/text-over-picture", _ERROR, "Text over pictures", "", _NONE, backgrounds.over_pictures,
    "RNIB Clear Print", counted=True,
)  # fmt: skip
TURNED = Rule(
    "page/text-turned", _ERROR, "Text turned from the horizontal", "°", _NONE, styling.turned,
    "RNIB Clear Print", rounding=1.0,
)  # fmt: skip
LAST_PAGE = Rule(
    "page/last-page-nearly-empty", _WARNING, "Lines on the last page", "lines", same(3), breaks.lines_on_last_page,
    "polyleaf: every page break is meant", at_least=True,
)  # fmt: skip
EMPTY_PAGES = Rule(
    "page/page-empty", _WARNING, "Empty pages", "", _NONE, breaks.empty_pages,
    "Ghent Workgroup 2022, R0005", counted=True,
)  # fmt: skip
LOGO_WIDTH = Rule(
    "page/logo-too-small", _ERROR, "Width of the logo", "mm", lambda subject: subject.logo.width, logos.logo_width,
    "The organisation's brand book", at_least=True, rounding=0.5,
)  # fmt: skip
LOGO_ROOM = Rule(
    "page/logo-crowded", _ERROR, "Free space around the logo", "mm", lambda subject: subject.logo.clear,
    logos.room_around_logo, "The organisation's brand book", at_least=True, rounding=0.5,
)  # fmt: skip
LOGO_COLOURS = Rule(
    "page/logo-colour", _ERROR, "Logos in other colours", "", lambda subject: 0.0 if subject.logo.colours else None,
    logos.other_colours, "The organisation's brand book", counted=True,
)  # fmt: skip

RULES = (
    SMALLEST_TEXT,
    PITCH_OF_FONT,
    PITCH_LEAST,
    PITCH_IN_PARAGRAPHS,
    LINE_LONG,
    LINE_FAR_TOO_LONG,
    LINE_WIDE,
    LINE_STARTS,
    JUSTIFIED,
    ITALIC,
    UNDERLINED,
    CAPITALS,
    LETTER_SPACE,
    JOINED_SPACE,
    HYPHENS,
    SPLIT_FACTS,
    MARGIN_LEAST,
    MARGIN,
    COLUMNS,
    CONTRAST,
    ROOM_TO_EDGE,
    BEYOND_MARGIN,
    CLIPPED,
    TEXT_OVER_TEXT,
    MISSING_GLYPHS,
    FALLBACK_FONTS,
    LINES_BEFORE_BREAK,
    LINES_AFTER_BREAK,
    HEADINGS_AT_FOOT,
    TORN_ROWS,
    OVER_PICTURES,
    TURNED,
    LAST_PAGE,
    EMPTY_PAGES,
    LOGO_WIDTH,
    LOGO_ROOM,
    LOGO_COLOURS,
)
"""All of them, in the order of this page."""


def measured(subject: PrintedDocument) -> MeasuredFile:
    """What was found on the pages of a file, rule by rule."""
    layout, document = layout_of(subject), subject.document
    return MeasuredFile(
        path=subject.facts.path,
        leaflet=document.leaflet,
        title=plain(document.title.inlines),
        code=document.code,
        version=document.version,
        language=document.language,
        edition=subject.edition,
        pages=len(subject.facts.pages),
        draft=document.draft,
        measures=tuple(measure for rule in RULES if (measure := rule.measure(layout)) is not None),
    )
