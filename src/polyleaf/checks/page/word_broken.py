import re
from itertools import pairwise

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.writing import folded
from polyleaf.checks.samples.page import with_text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.inline import plain

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 15
"""Letters of a word that may be longer than a line; a table has narrow ones."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts without spaces between words: there a line may end inside what looks like one."""


def broken_words(layout: FileLayout) -> Spots:
    """Every word of the document that begins on one line and ends on the next, with nothing to show it."""
    document = layout.subject.document
    said = (plain(text.inlines) for text in (document.title, *texts(document.blocks)))
    known = {folded(word) for one in said for word in _WORD.findall(one) if len(word) >= _LONG}
    for page in layout.pages:
        for block in page.body:
            for upper, lower in pairwise(block.lines):
                before, after = upper.text.rsplit(None, 1)[-1:], lower.text.split(None, 1)[:1]
                if not before or not after or not before[0][-1].isalpha() or not after[0][0].isalpha():
                    continue
                piece = folded(_WORD.findall(before[0])[-1] + _WORD.findall(after[0])[0])
                word = next((one for one in known if piece in one), "")
                if word and not _UNSPACED.search(word):
                    yield Spot(1, page.number, word)


RULE = Rule("Words broken without a hyphen", "", 0, broken_words, "UKAAF G003: do not split words", counted=True)


@check(
    "page/word-broken",
    severity=Severity.WARNING,
    rationale="""
        A word that is longer than a line goes on in the next one, wherever the line is full. Readers who see a few
        letters at a time take the pieces for two words. Whoever writes the word knows its parts.
    """,
    references=("UKAAF G003 (2019): do not split words", "W3C, CSS Text 3: soft hyphens"),
    example=Example(bad="Hydroxychloroqui\nnesulfate", good="Hydroxychloroquine&shy;sulfate"),
    rules=(RULE,),
    good=lambda: with_text("hydroxychloroquine sulfate", "hydroxychloroquine", "sulfate"),
    bad=lambda: with_text("hydroxychloroquinesulfate", "hydroxychloroqui", "nesulfate"),
)
def word_broken(subject: PrintedDocument) -> Faults:
    """A word is longer than its line and is broken in an odd place."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is longer than its line",
            "Show where it may be divided: &shy; between its parts (ultra&shy;sound) prints a hyphen only there",
        )
