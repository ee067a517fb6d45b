"""What a print shop must know of one file, gathered from the project, the file and the order."""

from __future__ import annotations

from collections.abc import Sequence

from polyleaf.building.item import Item
from polyleaf.building.press import press_profile
from polyleaf.delivery.copies import CopyRequest
from polyleaf.delivery.job_ticket import JobItem
from polyleaf.delivery.printable import blanks
from polyleaf.locales.table import language
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.inline import plain
from polyleaf.model.language import Direction
from polyleaf.model.project import Project


def job_item(
    project: Project, item: Item, artifact: Artifact, text: str, wish: CopyRequest, findings: Sequence[Finding]
) -> JobItem:
    """What the ticket says of a file; where it and its report stand in the bundle is left open.

    Args:
        project: The project.
        item: Which file.
        artifact: The file.
        text: SHA-256 of all that is printed on it.
        wish: How many copies, on what.
        findings: Of its preflight.
    """
    config, leaflet, spoken = project.config, project.leaflets[item.leaflet], language(item.locale)
    edition, one_ink = config.editions[item.edition], config.press.colour == "black"
    inks = 1 if one_ink else 4
    profile = press_profile(project)
    stock, finishing = wish.stock or config.print_job.stock, wish.finishing or config.print_job.finishing
    return JobItem(
        file="",
        sha256=artifact.sha256,
        code=artifact.print_code,
        text=text,
        leaflet=item.leaflet,
        document=leaflet.code,
        title=plain(leaflet.title.inlines),
        version=leaflet.version,
        review_by=leaflet.review_by.isoformat(),
        state=artifact.state.value,
        locale=item.locale,
        language=spoken.english,
        native=spoken.native,
        direction=spoken.direction.value,
        binding="right" if spoken.direction is Direction.RTL else "left",
        edition=item.edition,
        pages=artifact.pages,
        width=edition.width,
        height=edition.height,
        bleed=config.press.bleed,
        colours=f"{inks}/{inks if artifact.pages > 1 else 0}",
        condition="black ink alone" if one_ink else profile.condition,
        stock=stock,
        finishing=finishing,
        copies=wish.copies,
        preflight="",
        errors=sum(finding.severity is Severity.ERROR for finding in findings),
        warnings=sum(finding.severity is Severity.WARNING for finding in findings),
        blanks=blanks(artifact.pages, finishing, artifact.on_a_sheet),
        job=wish.job,
        delivery=wish.delivery,
        wanted=wish.wanted,
    )
