"""What a watcher tells, one frozen event after the other: for a terminal, for the desk, for any program."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.building.outcome import BuildReport, Failed
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Seen:
    """Something was saved.

    Attributes:
        paths: The files, relative to the project, sorted; () if there is work for another reason.
    """

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Building:
    """A build begins.

    Attributes:
        total: Files that will be made.
        unchanged: Files that are current.
    """

    total: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on leaflets and catalogs, before anything is made of them."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file has taken its place.

    Attributes:
        artifact: Which.
        findings: On it.
    """

    artifact: Artifact
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Something was not built; its last good file is still in its place.

    Attributes:
        failed: What, and why.
    """

    failed: Failed


@dataclass(frozen=True, slots=True)
class Noted:
    """Something worth a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The build was left: something was saved meanwhile, and that comes first. What is open follows."""


@dataclass(frozen=True, slots=True)
class Done:
    """The build is over."""

    report: BuildReport


@dataclass(frozen=True, slots=True)
class Trouble:
    """Nothing can be built until somebody mends this; the watcher goes on watching.

    Attributes:
        message: What is wrong, with its place.
        hint: What to do.
    """

    message: str
    hint: str


Event = Seen | Building | Found | Built | Lost | Noted | Overtaken | Done | Trouble
