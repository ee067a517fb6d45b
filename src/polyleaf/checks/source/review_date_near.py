import datetime

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import dated
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import DatedLeaflet
from polyleaf.model.wording import count

NOTICE = 180
"""Days before the date when a review must start: a review and its translations take months."""


@check(
    "source/review-date-near",
    severity=Severity.WARNING,
    rationale="""
        A review with twelve translations takes months. One that starts too late leaves the ward with a leaflet that
        is out of date, or with none.
    """,
    references=(
        "Rotherham Doncaster and South Humber NHS trust, leaflet policy: start three to six months before",
        "NHS, Standard for creating health content (2024): planned review cycle",
    ),
    example=Example(bad="review_by: 2026-12-01 (in October 2026)", good="review_by: 2028-12-01"),
    good=lambda: dated(datetime.date(2027, 1, 1)),
    bad=lambda: dated(datetime.date(2027, 12, 1)),
)
def review_date_near(subject: DatedLeaflet) -> Faults:
    """The review date is less than 180 days away."""
    leaflet = subject.leaflet
    left = (leaflet.review_by - subject.today).days
    if 0 <= left < NOTICE:
        yield Fault(
            f"The leaflet must be reviewed by {leaflet.review_by.isoformat()}, in {count(left, 'day')}",
            leaflet.locations.get("review_by", Location(leaflet.path)),
            "Tell its owner now: review, translation and printing take months",
        )
