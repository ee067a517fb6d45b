import re

from polyleaf.checks.check import Example, check
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import LayoutComplaint
from polyleaf.model.wording import quote

_PLACE = Location("leaflets/knee-scan/leaflet.md", 24, locale="ur")
_LONGEST = 200

_FAILED = re.compile(
    r"Failed to load image at ['\"](?:polyleaf|data):|Failed to render SVG image|Unknown image mode", re.IGNORECASE
)
"""What WeasyPrint says when a picture is not on the page. A style sheet that asks for one from elsewhere is another
matter: nothing of the leaflet is lost."""


def is_lost_picture(words: str) -> bool:
    """Whether a complaint is about a picture of the leaflet or of the templates."""
    return _FAILED.match(words) is not None


@check(
    "engine/picture-not-loaded",
    severity=Severity.ERROR,
    rationale="""
        A picture that could not be drawn leaves a hole in the page, or nothing at all, and the text goes on as if it
        were there. It is often the one that shows how to do something safely.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(bad="A drawing that holds a damaged photograph", good="The photograph saved anew, and embedded"),
    good=lambda: LayoutComplaint("knee-scan", ".notdef glyph rendered for Unicode string U+1F600", _PLACE),
    bad=lambda: LayoutComplaint("knee-scan", "Failed to load image at 'polyleaf:image/knee.svg': no element", _PLACE),
)
def picture_not_loaded(complaint: LayoutComplaint) -> Faults:
    """A picture could not be drawn."""
    if is_lost_picture(complaint.words):
        yield Fault(
            f"A picture is not on the page: {quote(complaint.words, _LONGEST)}",
            complaint.place,
            "Open it in the program that made it, save it anew as SVG, PNG or JPEG, and look at the page",
        )
