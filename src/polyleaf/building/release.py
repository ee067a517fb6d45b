"""What stands between a leaflet in one language and its release: errors, and a sign-off that is missing or void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from polyleaf.building.fonts import letters_of
from polyleaf.building.outcome import Failed, failed_by
from polyleaf.catalog.localizing.view import catalog_view, templates_view
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.catalog.signoff.content import contact_keys
from polyleaf.catalog.signoff.reasons import void_words
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.checks.registry import checks_of
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, subjects_by_leaflet
from polyleaf.model.approval import Standing, Verdict
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.message import TextState
from polyleaf.model.project import Project
from polyleaf.model.subject import BrokenCatalog
from polyleaf.model.wording import count
from polyleaf.render.words import box_words
from polyleaf.workspace import Workspace

_OTHERWISE = "Without --release a draft is built."


class Release:
    """Judges whether leaflets of a project may be handed out.

    Args:
        workspace: The project, its rooms and sign-offs, and the day for checks of review dates.

    Attributes:
        signoff: The ledger beside the project.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.signoff = sign_off(workspace)
        self._workspace = workspace
        self._project = workspace.project
        self._source: dict[str, tuple[Finding, ...]] = {}

    def errors(self, leaflet: str, locale: str) -> tuple[Finding, ...]:
        """Every ERROR on the leaflet, its translation, and the words of the templates in that language."""
        return tuple(one for one in self._findings(leaflet, locale) if one.severity is Severity.ERROR)

    def bars(self, leaflet: str, locale: str) -> tuple[Finding, ...]:
        """What must be mended, or waived with a reason, before anybody may sign: the errors, and a few warnings."""
        bars = {check.id for check in checks_of("translation") if check.bars_sign_off}
        found = self._findings(leaflet, locale)
        return tuple(one for one in found if one.severity is Severity.ERROR or one.check in bars)

    def _findings(self, leaflet: str, locale: str) -> tuple[Finding, ...]:
        one = replace(self._project, leaflets={leaflet: self._project.leaflets[leaflet]}, broken=())
        if leaflet not in self._source:
            self._source[leaflet] = self._judged(self._subjects[leaflet], one)
        return (*self._source[leaflet], *self._judged(self._catalogs(leaflet, locale), one))

    @cached_property
    def _subjects(self) -> Mapping[str, Sequence[object]]:
        return subjects_by_leaflet(self._project, self._workspace.today, letters_of(self._project.config))

    @staticmethod
    def _judged(subjects: Iterable[object], project: Project) -> tuple[Finding, ...]:
        return run(subjects, project_waivers(project), partial=True)

    def refusal(self, leaflet: str, locale: str, otherwise: str = _OTHERWISE, *, brief: bool = False) -> Failed | None:
        """Why a leaflet in a language cannot be released, or None if it can.

        Args:
            leaflet: The leaflet.
            locale: The language.
            otherwise: How to have a draft of it all the same.
            brief: Do not look for errors of what nobody has approved: nobody will be told.
        """
        verdict = self.signoff.verdict(leaflet, locale)
        unasked = brief and verdict.standing is not Standing.APPROVED
        errors = () if unasked else self.errors(leaflet, locale)
        faults = tuple(finding.fault for finding in errors)
        if verdict.standing is Standing.APPROVED:
            return failed_by(leaflet, locale, faults) if errors else None
        if verdict.standing is Standing.VOID:
            reason = f"its approval of {_date(verdict)} is void: {void_words(verdict)}"
        else:
            what = "the text as it was written" if self._is_source(locale) else "this translation"
            reason = f"nobody has approved {what}, so it cannot be released"
            reason += f" ({verdict.trouble})" if verdict.trouble else ""
        people = "a clinician has" if self._is_source(locale) else "a reviser and a clinician have"
        hint = f"polyleaf catalog approve {leaflet} -l {locale}, after {people} read it"
        if errors:
            hint = f"First mend {count(len(errors), 'error')}: polyleaf check {leaflet} -l {locale}"
        return Failed(leaflet, locale, None, reason, f"{hint}. {otherwise}", faults)

    def _is_source(self, locale: str) -> bool:
        return locale == self._project.config.source

    def _catalogs(self, leaflet: str, locale: str) -> Iterator[object]:
        if self._is_source(locale):
            return
        for domain in (leaflet, TEMPLATES):
            try:
                view = (self._template_view if domain == TEMPLATES else self._view)(leaflet, locale)
                yield replace(view, letters=letters_of(self._project.config))
            except CatalogError as error:
                path = catalog_path(self._project.root, locale, domain)
                yield BrokenCatalog(domain, self._project.relative(path), error.faults)

    def _view(self, leaflet: str, locale: str) -> CatalogView:
        return catalog_view(self._project, self._project.leaflets[leaflet], locale)

    def _template_view(self, leaflet: str, locale: str) -> CatalogView:
        """The words of the templates, and of the leaflet's contacts, as they are printed.

        What is missing in the project's own catalog may come with polyleaf.
        """
        view = templates_view(self._project, (*box_words(), *self._workspace.page_words), locale)
        printed = self.signoff.translations.words(locale)
        outline, _ = self.signoff.outline(leaflet)
        keys = {message.key for message in self._workspace.page_words}
        keys.update(outline.titles, contact_keys(self._project.config, outline.contacts))

        def is_wanted(entry: Entry) -> bool:
            key = entry.translation.message.key
            return key in keys and (entry.translation.state is TextState.TRANSLATED or key not in printed)

        return replace(view, entries=tuple(filter(is_wanted, view.entries)))


def sign_off(workspace: Workspace) -> SignOff:
    """The ledger beside the project."""
    return SignOff(workspace.project, workspace.ledger, workspace.page_words, workspace.fallbacks)


def _date(verdict: Verdict) -> str:
    return verdict.approval.date.isoformat() if verdict.approval else "?"
