import re
from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.writing import folded
from polyleaf.checks.samples.page import a_page_of, a_paragraph_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inline import plain

_HYPHEN = re.compile(r"[^\s:;,.!?-][-\u00ad\u2010]\Z")


def hyphens(layout: FileLayout) -> Spots:
    """Every line that ends with a hyphen and goes on in the next with a letter or a digit.

    One that somebody ended there is none: "floor 2-", as -2 is typed from right to left.
    """
    typed = [
        _letters(part)
        for text in texts(layout.subject.document.blocks)
        for part in plain(text.inlines).split("\n")[:-1]
        if _HYPHEN.search(part.rstrip())
    ]
    for page in layout.pages:
        for block in page.body:
            for line, below in pairwise(block.lines):
                ends = _HYPHEN.search(line.text) and below.text[:1].isalnum()
                if ends and not any(part.endswith(_letters(line.text)) for part in typed):
                    yield Spot(1, page.number, line.text)


def _letters(text: str) -> str:
    """Letters and digits, which stand in their order whichever way a line runs."""
    return "".join(filter(str.isalnum, folded(text)))


RULE = Rule("Lines that end with a hyphen", "", 0, hyphens, "UKAAF G003; RNIB Clear Print", counted=True)


@check(
    "page/hyphen-at-line-end",
    severity=Severity.ERROR,
    rationale="""
        Readers who see a few letters at a time cannot put a split word together again. A word that is written with a
        hyphen should not be split at it either.
    """,
    references=("UKAAF G003 (2019): do not split words", "RNIB Clear Print"),
    example=Example(bad="The doctor watches the x-\nray pictures.", good="The doctor watches the\nx-ray pictures."),
    rules=(RULE,),
    good=lambda: a_page_of(*a_paragraph_of("The doctor watches the", "x-ray pictures.")),
    bad=lambda: a_page_of(*a_paragraph_of("The doctor watches the x-", "ray pictures.")),
)
def hyphen_at_line_end(subject: PrintedDocument) -> Faults:
    """A line ends with a hyphen in the middle of a word."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} ends with a hyphen", "Write the word without the hyphen, or with one that holds (U+2011)"
        )
