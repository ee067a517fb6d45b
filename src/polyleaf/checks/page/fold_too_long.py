from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed, said
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Fault, Faults, Location, Severity

PANELS = 6
"""Pages of a sheet that is folded in three."""


def _folded(pages: int) -> PrintedDocument:
    subject = printed(tags=said("Knee scan"), trim=(0.0, 0.0, 396.85, 841.89))
    facts = replace(subject.facts, pages=subject.facts.pages * pages)
    return replace(subject, facts=facts, edition=Edition("pocket", 18.0, "A3", 15.0, "trifold", line=9))


@check(
    "page/fold-too-long",
    severity=Severity.ERROR,
    rationale="""
        A sheet that is folded in three has six panels. What comes after the sixth has no place on it, and a second
        sheet would be another leaflet.
    """,
    references=("polyleaf: a folded sheet holds all of its leaflet",),
    example=Example(bad='fold = "trifold", and the leaflet fills nine panels', good='fold = "booklet"'),
    good=lambda: _folded(1),
    bad=lambda: _folded(PANELS + 1),
)
def fold_too_long(subject: PrintedDocument) -> Faults:
    """A leaflet has more panels than its folded sheet."""
    edition, pages = subject.edition, len(subject.facts.pages)
    if edition.fold in ("trifold", "zfold") and pages > PANELS:
        yield Fault(
            f"The leaflet fills {pages} panels, and a sheet folded in three has {PANELS}",
            place(subject, PANELS + 1),
            'Shorten it, choose smaller type or larger paper, or fold it once: fold = "booklet"',
            Location("polyleaf.toml", edition.line),
        )
