"""The one door to the terminal: whatever is printed, by whomever, goes through it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import IO, Any, TextIO, cast

from polyleaf.model.foreign import shown_safely


class _Door:
    """Standard output or error with unsafe characters shown as their numbers; everything else is as it was."""

    def __init__(self, behind: TextIO) -> None:
        self.behind = behind

    def write(self, text: str) -> int:
        self.behind.write(shown_safely(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self.behind, name)


@contextmanager
def one_door() -> Iterator[None]:
    """Words of others (names of files, texts of catalogs, arguments) cannot move the cursor or turn lines around."""
    out, err = (cast("TextIO", _Door(stream)) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(err):
        yield


def behind_the_door(stream: TextIO) -> IO[str]:
    """The stream itself, for a writer that moves the cursor on purpose and makes words of others safe before."""
    return stream.behind if isinstance(stream, _Door) else stream
