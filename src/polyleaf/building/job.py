"""Files that are made one from the other, in one worker process; there alone the layout engine is loaded."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from polyleaf.building.item import Item
from polyleaf.building.maker import Made, Step, maker_of
from polyleaf.building.product import digest_of, sealed
from polyleaf.errors import MachineError
from polyleaf.model.finding import Severity
from polyleaf.workers.worker import Failure, carry_out

IF_SLOW = (
    "A style sheet of yours may come to no end (flex, grid): build without it and compare. "
    "Else look for a very large picture or table."
)
"""What to do if a file is not made in time."""

Result = Made | Failure | None
"""What came of a step; None if what it is made from has errors."""

_Done = tuple[Step[Any], Result]


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is made from a leaflet, and all that are made from it.

    Attributes:
        steps: Each after the one it is made from.
    """

    steps: tuple[Step[Any], ...]

    @property
    def asked(self) -> tuple[Step[Any], ...]:
        """The files to be published."""
        return tuple(step for step in self.steps if step.asked)


def make(job: Job) -> tuple[Result, ...]:
    """Make the files; nothing is made from a file that fails, or but for drafts from one with an ERROR.

    Returns:
        One result for each step.
    """
    done: dict[Item, _Done] = {}
    for step in job.steps:
        source = step.item.source
        done[step.item] = step, _result(step, None if source is None else done[source])
    return tuple(result for _, result in done.values())


def _result(step: Step[Any], source: _Done | None) -> Result:
    if step.current is not None:
        known = step.current
        return Made(
            known.pages,
            known.sha256,
            validated=known.validated,
            code=known.print_code,
            page=known.page,
            text=known.print_text,
            basis=known.basis,
        )
    if source is None:
        return carry_out(partial(_made, source=None), step)
    before, made = source
    if not isinstance(made, Made):
        return made
    refused = made.count(Severity.ERROR) and not step.item.output.of_drafts
    return None if refused else carry_out(partial(_made, source=(before, made)), step)


def _made(step: Step[Any], source: tuple[Step[Any], Made] | None) -> Made:
    try:
        made = maker_of(step.item.output).make(step, source)
        files = sealed(step.target)
    except OSError as error:
        reason = error.strerror or str(error)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        hint = "Free some space and build again." if full else "Run `polyleaf doctor`."
        raise MachineError(f"{step.shown_as} cannot be made: {reason}", hint) from error
    return replace(made, sha256=digest_of(files), files=files)
