from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import in_project
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import LeafletInProject
from polyleaf.model.wording import quote


@check(
    "source/code-twice",
    severity=Severity.ERROR,
    rationale="""
        Staff order, file and withdraw leaflets by their code, and a consent form names it: with one code on two
        leaflets, the wrong one is handed out.
    """,
    references=("NHS service manual: standard for creating health content, version control",),
    example=Example(bad="code: ORT-002 in leaflets/hip and in leaflets/knee", good="ORT-002 and ORT-003"),
    good=in_project,
    bad=lambda: replace(in_project(), same_code=("leaflets/hip/leaflet.md",)),
)
def code_twice(subject: LeafletInProject) -> Faults:
    """Two leaflets have one code."""
    if subject.same_code:
        leaflet = subject.leaflet
        yield Fault(
            f"{quote(leaflet.code)} is the code of {', '.join(subject.same_code)} too",
            leaflet.locations.get("code", Location(leaflet.path)),
            "Give each leaflet a code of its own",
        )
