"""How far all translations of a project are: a library of a thousand leaflets in a few seconds.

The leaflets are shared out among worker processes. Nothing is remembered from one run to the next, so that what is
told is always what stands in the files.
"""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.progress.status import StatusRow, source_status, status
from polyleaf.catalog.signoff.ledger import Ledger, read_ledger
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.errors import MachineError
from polyleaf.model.approval import Approval
from polyleaf.model.finding import Fault
from polyleaf.model.message import Message
from polyleaf.model.project import Broken, OwnLanguage
from polyleaf.source.reader import leaflet_names, read_project, unread_project
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

_CATALOGS = 1_000
"""Fewer catalogs than this are read in this process: workers take longer to start."""

_PART = 20
"""Leaflets that a worker gets at a time."""


@dataclass(frozen=True, slots=True)
class Review:
    """The date by which a leaflet must be looked at again.

    Attributes:
        leaflet, code, title, owner: Which, and whose.
        review_by: The date.
        published: The day from which the leaflet is in force.
        days: Days left; negative when it is overdue.
    """

    leaflet: str
    code: str
    title: str
    owner: str
    review_by: datetime.date
    published: datetime.date
    days: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The state of a project.

    Attributes:
        rows: One for each leaflet and locale, the words of the templates first.
        reviews: Every leaflet's review date, the earliest first.
        broken: Leaflets that cannot be read.
        faults: What is wrong with the ledger of sign-offs.
        refused: Languages whose file in the project is faulty.
        sources: One for each leaflet as its author wrote it, which a clinician signs off.
    """

    rows: tuple[StatusRow, ...]
    reviews: tuple[Review, ...]
    broken: tuple[Broken, ...]
    faults: tuple[Fault, ...]
    refused: tuple[OwnLanguage, ...] = ()
    sources: tuple[StatusRow, ...] = ()

    def due(self, days: int) -> tuple[Review, ...]:
        """Reviews that are overdue or due within so many days."""
        return tuple(review for review in self.reviews if review.days <= days)


@dataclass(frozen=True, slots=True)
class SurveyOrder:
    """Some of the leaflets, for a worker.

    Attributes:
        root: Folder of the project.
        names: The leaflets.
        locales: Only these; all targets if empty.
        words: Messages of the templates; () leaves the catalog ``templates`` out.
        page_words: Those of them that a page may print.
        ledger: The sign-offs; None if a worker shall read them itself, which is faster than to be told.
        today: The date from which days are counted.
    """

    root: Path
    names: tuple[str, ...]
    locales: tuple[str, ...]
    words: tuple[Message, ...]
    page_words: tuple[Message, ...]
    ledger: Ledger | None
    today: datetime.date


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """What was found on some of the leaflets."""

    rows: tuple[StatusRow, ...]
    reviews: tuple[Review, ...]
    broken: tuple[Broken, ...]
    faults: tuple[Fault, ...]
    sources: tuple[StatusRow, ...] = ()


def survey(workspace: Workspace, locales: Sequence[str] = (), leaflets: Sequence[str] = (), jobs: int = 0) -> Survey:
    """The state of a project.

    Args:
        workspace: The project, none of whose leaflets need be read, and the day from which days are counted.
        locales: Only these; all targets if empty.
        leaflets: Only these (``templates`` may be among them); all if empty.
        jobs: Worker processes at most; 0 means one for each core.

    Raises:
        ContentError: ``polyleaf.toml`` cannot be used.
        MachineError: A file cannot be read, or no process can be started.
        UsageError: A leaflet or locale is not in the project, or the ledger cannot be used.
    """
    root = workspace.project.root
    target_locales(workspace.project, locales)
    names = [name for name in leaflets if name != TEMPLATES] if leaflets else list(leaflet_names(root))
    if leaflets:
        read_project(root, names[:1], beside=False)  # says which names there are if one is wrong
    whole = SurveyOrder(
        root=root,
        names=tuple(dict.fromkeys(names)),
        locales=tuple(locales),
        words=workspace.words if not leaflets or TEMPLATES in leaflets else (),
        page_words=workspace.page_words,
        ledger=None,
        today=workspace.today,
    )
    parts = _parts(whole, workspace, jobs or len(os.sched_getaffinity(0)))
    rows = [row for part in parts for row in part.rows]
    rows.sort(key=lambda row: (row.leaflet != TEMPLATES, row.leaflet))
    return Survey(
        rows=tuple(rows),
        reviews=tuple(sorted((one for part in parts for one in part.reviews), key=_by_date)),
        broken=tuple(sorted((one for part in parts for one in part.broken), key=lambda broken: broken.name)),
        faults=tuple(dict.fromkeys(fault for part in parts for fault in part.faults)),
        refused=workspace.project.config.refused_languages,
        sources=tuple(sorted((row for part in parts for row in part.sources), key=lambda row: row.leaflet)),
    )


def survey_part(order: SurveyOrder) -> SurveyPart:
    """The state of some leaflets. Runs in a worker process, or in this one."""
    project = read_project(order.root, order.names, beside=False) if order.names else unread_project(order.root)
    workspace = Workspace(project, order.today)
    ledger = _ledger(order.root) if order.ledger is None else order.ledger
    signoff = SignOff(project, ledger, order.page_words, workspace.fallbacks)
    domains = (*project.leaflets, *((TEMPLATES,) if order.words else ()))
    return SurveyPart(
        rows=status(project, order.words, order.locales, domains, signoff) if domains else (),
        reviews=tuple(
            Review(
                leaflet=leaflet.name,
                code=leaflet.code,
                title=leaflet.title.msgid,
                owner=leaflet.owner,
                review_by=leaflet.review_by,
                published=leaflet.published,
                days=(leaflet.review_by - order.today).days,
            )
            for leaflet in project.leaflets.values()
        ),
        broken=project.broken,
        faults=ledger.faults,
        sources=source_status(project, signoff),
    )


@cache
def _ledger(root: Path) -> Ledger:
    """The sign-offs, read once in each worker; workers live no longer than their orders."""
    return read_ledger(unread_project(root))


def survey_packed(order: SurveyOrder) -> tuple[list[tuple[object, ...]], SurveyPart]:
    """The same with the rows as plain tuples, which cross the border of processes five times as fast."""
    gc.disable()  # nothing here goes round in circles, and looking for that costs a tenth of the time
    try:
        part = survey_part(order)
        return [_plain(row) for row in part.rows], replace(part, rows=())
    finally:
        gc.enable()


def _plain(row: StatusRow) -> tuple[object, ...]:
    values = tuple(getattr(row, name) for name in _ROW)
    signed = row.approval and tuple(getattr(row.approval, name) for name in _APPROVAL)
    return (*values, signed)


def _row(values: tuple[Any, ...]) -> StatusRow:
    *plain, signed = values
    approval = signed and Approval(**dict(zip(_APPROVAL, signed, strict=True)))
    return StatusRow(**dict(zip(_ROW, plain, strict=True)), approval=approval)


_ROW = tuple(field.name for field in fields(StatusRow) if field.name != "approval")
_APPROVAL = tuple(field.name for field in fields(Approval))


def _parts(whole: SurveyOrder, workspace: Workspace, jobs: int) -> list[SurveyPart]:
    catalogs = len(whole.names) * len(whole.locales or workspace.project.config.targets)
    if jobs <= 1 or not whole.names or catalogs < _CATALOGS:
        return [survey_part(replace(whole, ledger=workspace.ledger))]
    orders = [
        replace(whole, names=whole.names[start : start + _PART], words=() if start else whole.words)
        for start in range(0, len(whole.names), _PART)
    ]
    parts = []
    with closing(run_orders(survey_packed, orders, jobs, preload=(__name__,))) as results:
        for _, result in results:
            if isinstance(result, Failure):
                raise MachineError(result.message, result.hint)
            rows, part = result
            parts.append(replace(part, rows=tuple(map(_row, rows))))
    return parts


def _by_date(review: Review) -> tuple[datetime.date, str]:
    return review.review_by, review.leaflet
