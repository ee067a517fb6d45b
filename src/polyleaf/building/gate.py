"""What may be built at all: unreadable, unprintable and unapproved leaflets are refused before any work."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from polyleaf.building.outcome import Failed, Listener, failed_by
from polyleaf.building.plan import BuildRequest, Item
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.model.finding import Finding, Severity, Waiver
from polyleaf.model.project import Project

UNPRINTABLE = (
    "source/faulty-markup",
    "source/image-missing",
    "source/image-unsafe",
    "source/unknown-contact",
    "source/unknown-placeholder",
)
"""Findings with which a page would say something else than its author meant: not even a draft is made.
Other errors (a review date in the past, a sentence too long) stop a release; their draft can be looked at."""


class Gate:
    """Judges leaflets before they are built.

    Attributes:
        refused: What may not be built, and why.
        findings: Everything found on leaflets and catalogs so far.
    """

    def __init__(self, project: Project, request: BuildRequest, today: datetime.date, listener: Listener) -> None:
        self.refused: list[Failed] = []
        self.findings: list[Finding] = []
        self._project = project
        self._request = request
        self._today = today
        self._listener = listener

    def admitted(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items that may be built."""
        items = tuple(items)
        for broken in self._project.broken:
            if not self._request.leaflets or broken.name in self._request.leaflets:
                self.judge(broken.name, (broken,))
                self.refuse(failed_by(broken.name, None, broken.faults))
        leaflets = {name for name in dict.fromkeys(item.leaflet for item in items) if self._printable(name)}
        return tuple(item for item in items if item.leaflet in leaflets and self._may_release(item))

    def judge(self, leaflet: str, subjects: Iterable[object]) -> list[Finding]:
        """Judge subjects of one leaflet, keep the findings, and give back the errors."""
        findings = run(subjects, self.waivers(leaflet), partial=True)
        self.findings += findings
        return [finding for finding in findings if finding.severity is Severity.ERROR]

    def waivers(self, leaflet: str) -> tuple[Waiver, ...]:
        """The waivers that may concern a leaflet."""
        return tuple(one for one in project_waivers(self._project) if one.leaflet in (None, leaflet))

    def refuse(self, failed: Failed) -> None:
        """Note that something is not built, once."""
        if failed not in self.refused:
            self.refused.append(failed)
            self._listener.refused(failed)

    def _printable(self, name: str) -> bool:
        one = replace(self._project, leaflets={name: self._project.leaflets[name]}, broken=())
        errors = self.judge(name, source_subjects(one, self._today))
        if not self._request.release:
            errors = [finding for finding in errors if finding.check in UNPRINTABLE]
        if errors:
            self.refuse(failed_by(name, None, tuple(finding.fault for finding in errors)))
        return not errors

    def _may_release(self, item: Item) -> bool:
        """There is no ledger of approvals yet: the source language alone may be released."""
        if not self._request.release or item.locale == self._project.config.source:
            return True
        reason = "nobody has approved this translation, so it cannot be released"
        hint = "Build it without --release: the page says that it is a draft."
        self.refuse(Failed(item.leaflet, item.locale, None, reason, hint))
        return False
