import re
from collections import Counter

from polyleaf.checks.check import Example, check
from polyleaf.checks.page_numbers import PAGE, bare_words, contents_of, counted, sent_to, trail_of
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import every_text, walk_blocks
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Heading, Leaflet, Paragraph
from polyleaf.model.wording import quote

_OF = r"(?:/|of|von|de|di|sur|sobre|z|ze|av|af|van|din|iš|od|dari|trên|из|з|от|από|من|از|מתוך|का|में से|এর|ਵਿੱਚੋਂ)"
_NUMBERED = re.compile(
    rf"(?:^\W*(?P<alone>{PAGE}\s*\|?\s*\d{{1,3}}(?:\s*{_OF}\s*\d{{1,3}})?|\d{{1,3}}\s*\|\s*p\s?a\s?g\s?e)"
    rf"|(?:[|·•–—-]\s|\s{{2,}})\s*(?P<behind>{PAGE}\s*\d{{1,3}}\s*{_OF}\s*\d{{1,3}})"
    rf"|\d\S*\s+(?P<after>(?-i:P(?=age|ag|ág))(?i:age|agina|ágina|ag\.)\s*\d{{1,3}}\s*{_OF}\s*\d{{1,3}})"
    rf"|^(?P<dashed>[-–—]\s?\d{{1,3}}\s?[-–—])"
    rf"|^\W*(?P<east>第?\s*\d{{1,3}}\s*[页頁ページ/]+(?:[，,/]?\s*共?\s*\d{{1,3}}\s*[页頁ページ]+)?))\W*$",
    re.IGNORECASE,
)
"""The number of a page alone on a line, or that and how many at its end, behind a sign that parts it from the rest."""

_OVER = re.compile(
    r"[(\[…–—.\s]*(?:continued (?:overleaf|over(?: the)? page|on (?:the )?next page)|continues overleaf|overleaf"
    r"|please turn over|p\.?\s?t\.?\s?o\.?|(?:bitte )?wenden|b\.\s?w\.|fortsetzung (?:auf der )?rückseite"
    r"|fortsetzung (?:auf der )?nächsten seite|t\.?\s?s\.?\s?v\.?\s?p\.?|suite (?:au verso|page suivante)|voir au verso"
    r"|(?:continúa|sigue) (?:al dorso|en la página siguiente)|ciąg dalszy na (?:odwrocie|następnej stronie)|verte"
    r"|segue(?: sul retro)?|z\.\s?o\.\s?z\.)[)\]…–—.!>→\s]*",
    re.IGNORECASE,
)
"""A line that sends readers to the other side."""

_LEAST_WORDS = 3
_FOOT = "Delete it: the foot of each page says where readers are"


@check(
    "source/pages-of-another",
    severity=Severity.ERROR,
    rationale="""
        "Page 2 of 6" and "Continued overleaf" were true where the text was pasted from. On these pages, in this size of
        print, they send people who are unsure anyway to a page that is not there.
    """,
    references=("UKAAF, Creating clear print and large print documents: page numbers",),
    example=Example(bad="Call us.\n\nPage 2 of 6", good="Call us."),
    good=lambda: a_leaflet(a_paragraph("Fill in page 2 of your diary.")),
    bad=lambda: a_leaflet(a_paragraph("Page 2 of 6")),
)
def pages_of_another(leaflet: Leaflet) -> Faults:
    """A line is about the pages of another document."""
    blocks = [*walk_blocks(leaflet.blocks)]
    lines = [plain(block.text.inlines).strip() if isinstance(block, Paragraph) else "" for block in blocks]
    bare, often = counted(lines), Counter(lines)
    numbered = bare | {at for at, said in enumerate(lines) if _NUMBERED.search(said)}
    for at, block in enumerate(blocks):
        beside = {at - 1, at + 1} & numbered and at not in numbered
        if isinstance(block, Paragraph) and beside and often[lines[at]] > 1 and len(lines[at].split()) >= _LEAST_WORDS:
            hint = "Delete it wherever it stands so: each page has a head and a foot of its own"
            yield Fault(f"{quote(lines[at])} is the head or foot of another document", block.text.location, hint)
        if isinstance(block, Paragraph) and at in bare:
            message = f"{quote(lines[at])} alone on its line is the number of a page of another document"
            yield Fault(message, block.text.location, _FOOT)
    names = {
        bare_words(plain(one.text.inlines).split("\n")[0]) for one in blocks if isinstance(one, Heading | Paragraph)
    }
    for text in every_text(leaflet):
        for said in (told := plain(text.inlines).split("\n")):
            if match := _NUMBERED.search(said):
                message = f"{quote(match[match.lastgroup or 0])} is the number of a page of another document"
                yield Fault(message, text.location, _FOOT)
            elif sent := sent_to(said):
                hint = "Name the heading, [see Risks](#risks): each edition prints its page behind it"
                yield Fault(f"{quote(sent)} is right for one size of print at most", text.location, hint)
            elif _OVER.fullmatch(said):
                hint = "Delete it: pages break where there is room, in each size of print elsewhere"
                yield Fault(f"{quote(said.strip())} is about the pages of another document", text.location, hint)
        if led := contents_of(told, names) or trail_of(
            told, plain(leaflet.title.inlines), first=bool(lines) and "\n".join(told).strip() == lines[0]
        ):
            yield Fault(f"{quote(led)} leads to a page of another document", text.location, "Delete it")
