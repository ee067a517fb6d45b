import datetime

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import dated
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import DatedLeaflet


@check(
    "source/review-date-past",
    severity=Severity.ERROR,
    rationale="""
        After its review date nobody vouches for a leaflet: doses, phone numbers and advice may have changed.
    """,
    references=("NHS, Standard for creating health content (2024): planned review cycle",),
    example=Example(bad="review_by: 2024-05-01", good="review_by: 2028-05-01 (after a review)"),
    good=lambda: dated(datetime.date(2028, 1, 1)),
    bad=lambda: dated(datetime.date(2028, 1, 2)),
)
def review_date_past(subject: DatedLeaflet) -> Faults:
    """The review date has passed."""
    leaflet = subject.leaflet
    if leaflet.review_by < subject.today:
        yield Fault(
            f"The leaflet should have been reviewed by {leaflet.review_by.isoformat()}",
            leaflet.locations.get("review_by", Location(leaflet.path)),
            "Have its owner review it, then set a new review_by and version",
        )
