"""What may be built at all: unreadable leaflets, and releases with errors or without a sign-off, are refused first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from polyleaf.building.fonts import letters_of
from polyleaf.building.item import Item
from polyleaf.building.outcome import Failed, Listener, failed_by
from polyleaf.building.plan import BuildRequest
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.checks.registry import checks_of
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, subjects_by_leaflet
from polyleaf.checks.verdict import Verdict
from polyleaf.model.finding import Finding, Severity, Waiver
from polyleaf.workspace import Workspace

if TYPE_CHECKING:
    from polyleaf.building.release import Release


class Gate:
    """Judges leaflets before they are built.

    Attributes:
        refused: What may not be built, and why.
        findings: Everything found on leaflets and catalogs so far.
        catalogs: What the checks said of the catalog of a leaflet in a language, by both.
    """

    def __init__(self, workspace: Workspace, request: BuildRequest, listener: Listener) -> None:
        self.refused: list[Failed] = []
        self.findings: list[Finding] = []
        self.catalogs: dict[tuple[str, str], Verdict] = {}
        self._project = workspace.project
        self._request = request
        self._listener = listener
        self._workspace = workspace
        self._waivers = project_waivers(workspace.project)
        self._known: dict[tuple[str, str], Failed | None] = {}

    def admitted(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items that may be built."""
        items = tuple(items)
        for broken in self._project.broken:
            if not self._request.leaflets or broken.name in self._request.leaflets:
                self.judge(broken.name, (broken, broken.draft) if broken.draft else (broken,))
                if broken.name not in self._project.leaflets:
                    self.refuse(failed_by(broken.name, None, broken.faults))
        for own in self._project.config.refused_languages:
            if not self._request.locales:
                self.refuse(failed_by("", own.locale or own.path, own.faults))
        told = {broken.name for broken in self._project.broken}
        leaflets = {
            name for name in dict.fromkeys(item.leaflet for item in items) if name in told or self._admits(name)
        }
        return tuple(item for item in items if item.leaflet in leaflets and self._may_release(item))

    def judge(self, leaflet: str, subjects: Iterable[object], area: str | None = None) -> list[Finding]:
        """Judge subjects of one leaflet by all checks or those of an area; keep the findings, give back the errors."""
        findings = run(subjects, self.waivers(leaflet), partial=True, checks=checks_of(area) if area else None)
        self.findings += findings
        return [finding for finding in findings if finding.severity is Severity.ERROR]

    def judged(self, item: Item, told: Verdict) -> None:
        """Take what the checks said of an item's catalog, once."""
        if self.catalogs.setdefault((item.leaflet, item.locale), told) is told:
            self.judge(item.leaflet, (told,))

    def waivers(self, leaflet: str) -> tuple[Waiver, ...]:
        """The waivers that may concern a leaflet."""
        return tuple(one for one in self._waivers if one.leaflet in (None, leaflet))

    def refuse(self, failed: Failed) -> None:
        """Note that something is not built, once."""
        if failed not in self.refused:
            self.refused.append(failed)
            self._listener.refused(failed)

    def _admits(self, name: str) -> bool:
        """Whether a leaflet may be built. A draft always may: what is wrong is easier to see on a page."""
        errors = self.judge(name, self._subjects[name], "source")
        if errors and self._request.release:
            self.refuse(failed_by(name, None, tuple(finding.fault for finding in errors)))
            return False
        return True

    def _may_release(self, item: Item) -> bool:
        """Whether a leaflet in a language is signed off and without errors, the one it was written in too."""
        if not self._request.release:
            return True
        key = (item.leaflet, item.locale)
        if key not in self._known:
            self._known[key] = failed = self._refusal(item)
            if failed is not None:
                self.refuse(failed)
        return self._known[key] is None

    @cached_property
    def _subjects(self) -> Mapping[str, Sequence[object]]:
        return subjects_by_leaflet(self._project, self._workspace.today, letters_of(self._project.config))

    @cached_property
    def _release(self) -> Release:
        from polyleaf.building.release import Release  # noqa: PLC0415 - drafts need no sign-off

        return Release(self._workspace)

    def _refusal(self, item: Item) -> Failed | None:
        if item.locale in PSEUDO:
            reason = "a pseudo language is no translation, so it cannot be released"
            return Failed(item.leaflet, item.locale, None, reason, "Build it without --release.")
        return self._release.refusal(item.leaflet, item.locale)
