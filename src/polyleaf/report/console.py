"""The console: colour and width on a terminal, plain lines in a pipe."""

from __future__ import annotations

from rich.console import Console

_PIPE_WIDTH = 160


def console(*, stderr: bool = False) -> Console:
    """A console for standard output (or error); in a pipe, wide enough that no line is folded."""
    found = Console(stderr=stderr, highlight=False)
    return found if found.is_terminal else Console(stderr=stderr, highlight=False, width=_PIPE_WIDTH)
