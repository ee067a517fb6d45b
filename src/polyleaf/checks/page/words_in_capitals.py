import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.print_code import PRINTED

_WORD = re.compile(r"[^\W\d_\u13a0-\u13ff]+", re.UNICODE)
"""Cherokee is written in what Unicode counts as its capitals: they are its letters."""


_SIGN = re.compile("[=→←↑↓☐☑☒□✓✗]")
"""What keeps words apart: boxes to tick, and the two sides of an equation."""

_LISTED = re.compile(r"\s*[,/]\s*")
_SHORT = 5
"""Letters of an abbreviation: FBC, LFT, CRP is a list of them."""


def capitals(layout: FileLayout) -> Spots:
    """The longest row of words in capitals, block by block; not numbers, single letters, and the code of a print."""
    for page in layout.pages:
        for block in (*page.body, *page.furniture):
            text = PRINTED.sub(" ", block.text)
            longest: list[re.Match[str]] = []
            row: list[re.Match[str]] = []
            for match in _WORD.finditer(text):
                word = match[0]
                if len(word) == 1:
                    continue
                if row and _is_apart(row[-1][0], text[row[-1].end() : match.start()], word):
                    row = []
                row = [*row, match] if word.isupper() and word.lower() != word else []
                longest = max(longest, row, key=len)
            if longest:
                yield Spot(len(longest), page.number, text[longest[0].start() : longest[-1].end()])


def _is_apart(before: str, between: str, word: str) -> bool:
    """Whether two words in capitals are no row."""
    listed = _LISTED.fullmatch(between) is not None and max(len(before), len(word)) <= _SHORT
    return listed or _SIGN.search(between) is not None


RULE = Rule("Most words in capitals in a row", "words", 3, capitals, "UKAAF G003; RNIB Clear Print")


@check(
    "page/words-in-capitals",
    severity=Severity.ERROR,
    rationale="""
        We know words by their outline. In capitals all words are boxes; they take longer to read, and they seem to
        shout.
    """,
    references=("UKAAF G003 (2019): no blocks of capitals", "RNIB Clear Print"),
    example=Example(bad="DO NOT EAT OR DRINK", good="Do not eat or drink"),
    rules=(RULE,),
    good=lambda: a_page_of(a_line("Call NHS 111. PLEASE do not eat.")),
    bad=lambda: a_page_of(a_line("PLEASE DO NOT EAT")),
)
def words_in_capitals(subject: PrintedDocument) -> Faults:
    """More than three words in a row are in capitals."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words}: {broken.value:g} words in capitals, at most {broken.limit:g} in a row",
            "Write it in small letters, and stress it by **bold**",
        )
