"""The console: colour and width on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from polyleaf.model.foreign import shown_safely
from polyleaf.report.door import behind_the_door

_PIPE_WIDTH = 160


class SafeConsole(Console):
    """A console on which colours and the moving bar are our own, and words of others are only words."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The pieces to print, their text made safe."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=shown_safely(segment.text))


def console(*, stderr: bool = False) -> Console:
    """A console for standard output (or error); in a pipe, wide enough that no line is folded."""
    file: IO[str] = behind_the_door(sys.stderr if stderr else sys.stdout)
    found = SafeConsole(file=file, highlight=False)
    return found if found.is_terminal else SafeConsole(file=file, highlight=False, width=_PIPE_WIDTH)
