"""Puts finished files in their places, if nothing is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from polyleaf.building.admission import Gate
from polyleaf.building.item import Item
from polyleaf.building.job import Job, Result
from polyleaf.building.maker import Made, Step
from polyleaf.building.outcome import Failed, Kept, failed, failed_by
from polyleaf.building.product import is_whole, publish
from polyleaf.building.stored import Stored
from polyleaf.building.verdicts import Verdicts
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import BOTH_SIDES, Artifact, State
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.project import Project
from polyleaf.workers.worker import Failure

Outcome = tuple[Artifact | Kept | Failed, tuple[Finding, ...]]
"""What became of a file, and what was found on it."""


class Publisher:
    """Takes the results of jobs.

    Args:
        gate: Is told, and tells, what was said of the catalogs.
        project: The project.
        out: Folder of the built files.
        state: What they are.
        digests: Of what each was made from.
        stored: The store that is given what is published.
        verdicts: Remember what was found on it, for whoever judges it again.
    """

    def __init__(
        self,
        gate: Gate,
        project: Project,
        out: Path,
        state: State,
        digests: Mapping[Item, str],
        stored: Stored,
        verdicts: Verdicts,
    ) -> None:
        self._gate, self._project, self._out, self._state, self._digests = gate, project, out, state, digests
        self._stored, self._verdicts = stored, verdicts

    def fetched(self, items: Sequence[Item], folder: Path) -> Iterator[tuple[Item, Outcome]]:
        """What became of those files that are in the store."""
        shown = {item: shown_as(self._project, self._out, item) for item in items}
        for taken in self._stored.of(items, folder, shown):
            item, made = taken.item, taken.made
            if taken.on_catalog is not None:
                self._gate.judged(item, taken.on_catalog)
            if self._stands(item, made) and not made.count(Severity.ERROR) and not made.count(Severity.WARNING):
                yield item, (Kept(self._artifact(item, made)), made.findings)
                continue
            outcome = self._refused(item, made) or self._published(item, taken.place, shown[item], made)
            yield item, (outcome, made.findings)

    def outcomes(self, job: Job, results: Sequence[Result] | Failure) -> Iterator[Outcome]:
        """What became of each file that was asked for, with the findings on it; what is right is published."""
        if isinstance(results, Failure):
            results = [results] * len(job.steps)
        made = dict(zip((step.item for step in job.steps), results, strict=True))
        for step in job.asked:
            source = made.get(step.item.source) if step.item.source else None
            if self._state is State.RELEASE and isinstance(source, Made) and source.count(Severity.ERROR):
                made[step.item] = None
            match made[step.item]:
                case Made() as found:
                    yield self._outcome(step, found), found.findings
                case Failure() as failure:
                    yield _given_up(step.item, failure), ()
                case None:
                    yield _not_begun(step.item, made, {one.item for one in job.asked}), ()

    def _refused(self, item: Item, made: Made) -> Failed | None:
        """Why a file is not published. A draft to read always is: its errors are told, and easier to see on a page."""
        return _refused(item, made) if self._state is State.RELEASE or item.output.needs else None

    def _outcome(self, step: Step[Any], made: Made) -> Artifact | Kept | Failed:
        if refused := self._refused(step.item, made):
            return refused
        stays = made.is_kept and self._stands(step.item, made)
        if stays:
            outcome: Artifact | Failed = self._artifact(step.item, made)
        else:
            outcome = self._published(step.item, step.target, step.shown_as, made)
        if isinstance(outcome, Failed):
            return outcome
        on_catalog = self._gate.catalogs.get((step.item.leaflet, step.item.locale))
        self._stored.keep(step.item, made, on_catalog, step.shown_as, self._out / step.item.path)
        if made.told is not None:
            self._verdicts.keep(outcome, step.shown_as, made.told)
        return Kept(outcome) if stays else outcome

    def _stands(self, item: Item, made: Made) -> bool:
        """Whether the file that stands in its place is the same, byte for byte."""
        return is_whole(self._out / item.path, made.sha256)

    def _published(self, item: Item, target: Path, shown_as: str, made: Made) -> Artifact | Failed:
        place = self._out / item.path
        try:
            if not place.parent.resolve().is_relative_to(self._out.resolve()):
                reason = f"{item.leaflet}/{item.locale} in {self._out.name}/ is a link to a place outside of it"
                return failed(item, reason, "Remove the link: files are never written through it.")
            publish(target, place)
        except OSError as error:
            reason = f"{shown_as} cannot be written: {error.strerror or error}"
            hint = "See who may write there, or choose another folder with -o."
            return failed(item, reason, hint, exit_code=ExitCode.ENVIRONMENT)
        return self._artifact(item, made)

    def _artifact(self, item: Item, made: Made) -> Artifact:
        edition = self._project.config.editions[item.edition]
        return Artifact(
            path=item.path,
            leaflet=item.leaflet,
            version=self._project.leaflets[item.leaflet].version,
            locale=item.locale,
            edition=item.edition,
            output=item.kind,
            pages=made.pages,
            sha256=made.sha256,
            inputs=self._digests[item],
            state=self._state,
            errors=made.count(Severity.ERROR),
            warnings=made.count(Severity.WARNING),
            validated=made.validated,
            print_code=made.code,
            page=made.page,
            print_text=made.text,
            basis=made.basis,
            on_a_sheet=BOTH_SIDES if item.output.is_of_folds else edition.pages_of_a_sheet,
        )


def shown_as(project: Project, out: Path, item: Item) -> str:
    """What findings call a file: its path in the project, if it is in there."""
    path, root = out.resolve() / item.path, project.root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _given_up(item: Item, why: Failure) -> Failed:
    return failed(item, why.message, why.hint, detail=why.detail, exit_code=why.exit_code)


def _refused(item: Item, made: Made) -> Failed | None:
    """Why a file cannot be released: the errors on it. A trial layout is made to show them."""
    errors = tuple(one.fault for one in made.findings if one.severity is Severity.ERROR and item.locale not in PSEUDO)
    return failed_by(item.leaflet, item.locale, errors, item.edition) if errors else None


def _not_begun(item: Item, made: Mapping[Item, Result], told: AbstractSet[Item]) -> Failed:
    """Why a file was not begun: the errors on the one that it is made from, unless they are told of that one."""
    source = next(one for one in item.chain if made[one] is not None)
    found = made[source]
    reason = f"its {source.output.name} file has errors, so it is not made for {item.output.purpose}"
    errors = _refused(source, found) if isinstance(found, Made) and source not in told else None
    return errors or failed(item, reason)
