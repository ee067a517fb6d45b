from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.engine.picture_not_loaded import is_lost_picture
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import LayoutComplaint
from polyleaf.model.wording import quote

_LONGEST = 300
_PLACE = Location("leaflets/knee-scan/leaflet.md", locale="ur")

_MEND = "The page is set without it: mend it, or take it out"
_LOOK = "Look at templates/css/ and the templates of the project; if they are polyleaf's own, please report it"

_TOLD_BY_CHECKS = (".notdef",)
"""Beginnings of complaints that other checks find on the page itself, with its place (pdf/missing-glyph)."""


@check(
    "engine/layout-complaint",
    severity=Severity.WARNING,
    rationale="""
        WeasyPrint, which sets the pages, goes on when it does not understand something: it leaves out the rule of a
        style sheet, or a picture, and says so in a log that nobody reads. The page may look other than its author
        meant it to.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(
        bad="Ignored `colour: red` at 3:5, unknown property.",
        good="The layout engine understands everything in the style sheets of the project.",
    ),
    good=lambda: LayoutComplaint("knee-scan", ".notdef glyph rendered for Unicode string U+1F600", _PLACE),
    bad=lambda: LayoutComplaint("knee-scan", "Ignored `colour: red` at 3:5, unknown property.", _PLACE),
)
def layout_complaint(complaint: LayoutComplaint) -> Faults:
    """The layout engine did not understand something."""
    if not complaint.words.startswith(_TOLD_BY_CHECKS) and not is_lost_picture(complaint.words):
        known = complaint.place.path.startswith("templates/")
        words = f"The layout engine says: {quote(complaint.words, _LONGEST)}"
        yield Fault(words, replace(complaint.place, locale=None), _MEND if known else _LOOK)
