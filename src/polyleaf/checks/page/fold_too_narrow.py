from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import MM, place
from polyleaf.checks.samples.printed import printed, said
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Fault, Faults, Location, Severity

FEWEST = 25
"""Letters of a line: four or five words, fewer than which eyes jump more than they read."""


def _folded(size: float) -> PrintedDocument:
    return replace(printed(tags=said("Knee scan")), edition=Edition("pocket", size, "A3", 25.0, "booklet", line=9))


@check(
    "page/fold-too-narrow",
    severity=Severity.WARNING,
    rationale="""
        Large print on a narrow panel has three words a line. Words break, sentences go over half the panel, and who
        reads letter by letter loses the thread: the fold takes away what the large type gives.
    """,
    references=("RNIB, Clear Print: lines of 60 to 70 letters, and not much shorter ones",),
    example=Example(bad='size = "24pt" and fold = "trifold" on A4', good='size = "24pt" and fold = "booklet" on A3'),
    good=lambda: _folded(18.0),
    bad=lambda: _folded(48.0),
)
def fold_too_narrow(subject: PrintedDocument) -> Faults:
    """The panels of a folded sheet are too narrow for the size of the type."""
    edition, language = subject.edition, subject.document.language
    size = edition.size * language.size_correction / MM
    letters = (edition.width - 2 * edition.margin) / (size * language.letter_width)
    if edition.fold and letters < FEWEST:
        yield Fault(
            f"Panels of {edition.width:.0f} mm hold some {letters:.0f} letters a line at {edition.size:g} pt",
            place(subject),
            'Fold larger paper, fold it once (fold = "booklet"), or choose smaller type for this edition',
            Location("polyleaf.toml", edition.line),
        )
