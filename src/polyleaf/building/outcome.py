"""What a build tells while it runs and in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from polyleaf.building.item import Item
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Fault, Finding


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that was not built; its last good file, if there is one, is still in its place.

    Attributes:
        leaflet: The leaflet.
        locale: The locale, or None if the leaflet fails in all of them.
        edition: The edition, or None if it fails in all of them.
        reason: What is wrong.
        hint: What to do.
        faults: The places, where there are any.
        detail: The traceback of an unexpected error, for ``-v``.
        exit_code: What kind of failure it is.
        files: How many of the files that were told of it takes along.
    """

    leaflet: str
    locale: str | None
    edition: str | None
    reason: str
    hint: str = ""
    faults: tuple[Fault, ...] = ()
    detail: str = ""
    exit_code: ExitCode = ExitCode.FINDINGS
    files: int = 1

    @property
    def name(self) -> str:
        """``vertebroplasty ur large``, as far as it is known."""
        return " ".join(filter(None, (self.leaflet, self.locale, self.edition)))


def failed(item: Item, reason: str, hint: str = "", **more: Any) -> Failed:  # noqa: ANN401 - as ``Failed`` says
    """A file that was not built."""
    return Failed(item.leaflet, item.locale, item.edition, reason, hint, **more)


def failed_by(
    leaflet: str, locale: str | None, faults: tuple[Fault, ...], edition: str | None = None, files: int = 1
) -> Failed:
    """A failure that faults explain; the first one speaks for all."""
    if not faults:
        return Failed(leaflet, locale, edition, "it cannot be read", files=files)
    first = faults[0]
    return Failed(leaflet, locale, edition, f"{first.place}: {first.message}", first.hint, faults, files=files)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stays as it is: something it is made from has changed, and nothing on its pages.

    Attributes:
        artifact: Its new line of the manifest.
    """

    artifact: Artifact


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of a build.

    Attributes:
        built: Files that were made.
        unchanged: Files that were current already, or would come out as they are.
        failed: What was not built.
        findings: On the leaflets, on the catalogs of what was built, and on the new files.
        pruned: Paths of removed files, relative to ``dist``.
        seconds: How long it took.
        untouched: How many files other leaflets have, by leaflet: nothing of them has changed since they were found
            in order, so nobody looked.
    """

    built: tuple[Artifact, ...]
    unchanged: tuple[Artifact, ...]
    failed: tuple[Failed, ...]
    findings: tuple[Finding, ...]
    pruned: tuple[str, ...]
    seconds: float
    untouched: Mapping[str, int] = field(default_factory=dict)

    @property
    def current(self) -> int:
        """How many files were not made because they are as they should be."""
        return len(self.unchanged) + sum(self.untouched.values())

    @property
    def exit_code(self) -> ExitCode:
        """The worst of what failed: a broken machine before a broken leaflet."""
        kinds = {failed.exit_code for failed in self.failed}
        for kind in (ExitCode.ENVIRONMENT, ExitCode.INTERNAL):
            if kind in kinds:
                return kind
        return ExitCode.FINDINGS if kinds else ExitCode.OK


class Listener(Protocol):
    """Somebody who watches a build. Called in the building process, in order, never at the same time."""

    def found(self, findings: tuple[Finding, ...]) -> None:
        """What was found on the leaflets before anything is made of them; called before ``started``."""

    def started(self, total: int, unchanged: int) -> None:
        """``total`` files are to be made; ``finished`` is called once for each that is tried."""

    def finished(self, result: Artifact | Kept | Failed, findings: tuple[Finding, ...]) -> None:
        """One of them is done, stays as it is, or is given up."""

    def explained(self, path: str, reasons: tuple[str, ...]) -> None:
        """Why a file is not current, or where it comes from, if that was asked for; called before it is finished."""

    def refused(self, failed: Failed) -> None:
        """Something is not even tried: told before ``started``, or later, when its turn comes, for so many files."""

    def note(self, text: str) -> None:
        """Something worth a line."""
