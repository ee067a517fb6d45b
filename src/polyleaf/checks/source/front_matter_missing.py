from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.text import LEAFLET
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.project import Broken


@check(
    "source/front-matter-missing",
    severity=Severity.ERROR,
    rationale="""
        A leaflet without title, code, version, dates and owner cannot be recalled when its advice changes: nobody
        can tell which of two papers is the newer. Such a leaflet is not built; the others are.
    """,
    references=("NHS, Standard for creating health content (2024): publisher, version and dates; version control",),
    example=Example(
        bad="---\ntitle: Knee scan\n---",
        good='---\ntitle: Knee scan\ncode: RAD-001\nversion: "1.0"\npublished: 2026-01-01\nreview_by: 2028-01-01\n'
        "owner: Radiology\n---",
    ),
    good=lambda: Broken("knee-scan", LEAFLET, ()),
    bad=lambda: Broken(
        "knee-scan", LEAFLET, (Fault("`version` is missing", Location(LEAFLET, 1), 'Add a line: version: "1.0"'),)
    ),
)
def front_matter_missing(leaflet: Broken) -> Faults:
    """The leaflet cannot be read, or its front matter is not complete."""
    others = frozenset(leaflet.draft.faults if leaflet.draft else ())
    return (fault for fault in leaflet.faults if fault not in others)
