"""What every output can do: say what it is made from, write orders for workers, carry them out, read files back."""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from polyleaf.building.item import Item
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Finding, Severity, Waiver
from polyleaf.model.output import Output
from polyleaf.workspace import Workspace

if TYPE_CHECKING:  # where nothing is made, nothing of this is loaded
    from polyleaf.building.documents import Documents
    from polyleaf.checks.verdict import Verdict
    from polyleaf.model.document import LocalizedDocument
    from polyleaf.render.outline import Outline

OrderT = TypeVar("OrderT")


@dataclass(frozen=True, slots=True)
class Step(Generic[OrderT]):
    """One file to make; it crosses process borders.

    Attributes:
        item: Which.
        order: What its maker needs to know.
        target: Where the file or folder is written; where it stands, if it is current.
        shown_as: What findings call it.
        waivers: Of the project and the leaflet.
        asked: Whether it is to be published, or only what is made from it.
        current: Its line of the manifest, if the finished file is current: it is not made again.
        earlier: The file that stands there now, made from something else, and its line of the manifest.
        basis: Digest of what the file is judged by beside its pages, or "".
    """

    item: Item
    order: OrderT
    target: Path
    shown_as: str
    waivers: tuple[Waiver, ...] = ()
    asked: bool = True
    current: Artifact | None = None
    earlier: tuple[Path, Artifact] | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished temporary file.

    Attributes:
        pages: Number of pages; 0 if it has none.
        sha256: Of the file; of a folder, of the names and digests of its files.
        findings: On the file, without the waived.
        validated: What the validator said, or "".
        code: The code that stands on the print, or "".
        page: Digest of the page that was laid out, or "".
        text: SHA-256 of all that is printed, in hexadecimal, or "".
        files: SHA-256 of each file that was made, by its path in the target; that of a single file is "".
        basis: As in the step.
        is_kept: Whether it is the file that stands there now, byte for byte, and all that was said of it holds.
        outline: What its layout came to, for a quick look at its next pages; None if it was not laid out.
        told: What the checks say of the finished file, the waived too; None if it was not read.
    """

    pages: int
    sha256: str = ""
    findings: tuple[Finding, ...] = ()
    validated: str = ""
    code: str = ""
    page: str = ""
    text: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    basis: str = ""
    is_kept: bool = False
    outline: Outline | None = None
    told: Verdict | None = None

    def count(self, severity: Severity) -> int:
        """Number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


class Maker(ABC, Generic[OrderT]):
    """How one output is made. An instance stays in the building process; orders go to workers.

    Args:
        workspace: The project.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def inputs(self) -> tuple[object, ...]:
        """What its files are made from beside leaflet, catalog, templates and what all pages show; ``repr`` tells it.

        Raises:
            UsageError: Something that it needs is not there.
        """
        return ()

    @abstractmethod
    def order(self, documents: Documents, item: Item, document: LocalizedDocument, target: Path) -> OrderT:
        """The order for one file: frozen, picklable."""

    @staticmethod
    @abstractmethod
    def make(step: Step[OrderT], source: tuple[Step[Any], Made] | None) -> Made:
        """Write the file, read it back, judge it. Runs in a worker process, perhaps on another machine.

        Args:
            step: What to make.
            source: The file it is made from, and what is known of it; None if it is made from the leaflet itself.

        Raises:
            PolyleafError: It cannot be made or read.
            OSError: It cannot be written.
        """

    @staticmethod
    @abstractmethod
    def judged(step: Step[OrderT]) -> Iterator[object]:
        """A current file as a subject for the checks, if any of them judges such files.

        Raises:
            PolyleafError: It cannot be read.
        """


Makers = Callable[[Output], Maker[Any]]


def makers(workspace: Workspace) -> Makers:
    """The makers of one run, each made when it is first asked for."""
    return cache(lambda output: maker_of(output)(workspace))


def maker_of(output: Output) -> type[Maker[Any]]:
    """The class that makes an output."""
    module, _, name = output.maker.partition(":")
    found: type[Maker[Any]] = getattr(importlib.import_module(module), name)
    return found
