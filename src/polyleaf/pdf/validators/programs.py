"""Programs of others: a time limit, bounded output, and an end for all their children."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import struct
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from polyleaf.pdf.validators.validator import plain

LINE_BYTES = 1024 * 1024
"""Longest answer to one file: 200 rules of 400 letters take 120 kB."""

_TAIL_BYTES = 4096

_WATCH = ("setpriv", "--pdeathsig", "KILL", "--")
"""Of util-linux: asks the kernel to end a program with the one that started it (prctl, PR_SET_PDEATHSIG)."""


class ProgramFailed(Exception):  # noqa: N818 - it names what happened
    """A program that did not answer: it took too long, ended early, or said too much."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a program that has ended said."""

    status: int
    out: bytes
    tail: bytes
    """The end of its standard error."""


class Program:
    """A running program; leaving the context ends it and its children, whatever they are doing.

    Args:
        command: The program and its arguments.
        talks: Whether it reads files from its standard input.
        folder: Where it puts what it writes for itself; where it likes if None.
        dies_with_us: Whether it ends when we are killed, and so cannot end it ourselves; where the system can do that.

    Raises:
        ProgramFailed: It cannot be started.
    """

    def __init__(
        self, command: Sequence[str], *, talks: bool = False, folder: Path | None = None, dies_with_us: bool = False
    ) -> None:
        # Java decodes arguments by the locale, and in the locale "C" it loses every letter beyond ASCII.
        surroundings = {**os.environ, "LC_ALL": "C.UTF-8", **({} if folder is None else {"TMPDIR": str(folder)})}
        if dies_with_us and shutil.which(_WATCH[0]):
            command = [*_WATCH, *command]
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=surroundings,
                start_new_session=True,  # a program may be a script that starts the real one: both must end
            )
        except (OSError, ValueError) as error:
            raise ProgramFailed(f"cannot be started: {error}") from error
        self._tail = b""
        self._late = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> None:
        """End it and its children, and wait for that."""
        self._kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._listener.join(1.0)

    def all_output(self, seconds: float, most: int) -> Output:
        """Everything it says until it ends.

        Raises:
            ProgramFailed: It took longer than ``seconds`` or said more than ``most`` bytes.
        """
        with self._limit(seconds):
            out = self._out.read(most + 1)
            if len(out) > most:
                raise ProgramFailed(f"said more than {most} bytes")
            self._process.wait()
        self._listener.join(1.0)
        return Output(self._process.returncode, out, self._tail)

    def line(self, seconds: float) -> bytes:
        """The next line it says.

        Raises:
            ProgramFailed: None came within ``seconds``, it ended, or the line has no end.
        """
        with self._limit(seconds):
            line = self._out.readline(LINE_BYTES)
            if line.endswith(b"\n"):
                return line
            if len(line) >= LINE_BYTES:
                raise ProgramFailed(f"said more than {LINE_BYTES} bytes")
            raise ProgramFailed(self._end())

    def answer(self, data: bytes, seconds: float) -> bytes:
        """Hand it a file (eight bytes of length, big-endian, then its bytes) and take the line it says.

        Raises:
            ProgramFailed: As ``line``.
        """
        to_it = self._process.stdin
        if to_it is None:
            raise ProgramFailed("does not listen")
        with self._limit(seconds):
            try:
                to_it.write(struct.pack(">q", len(data)))
                to_it.write(data)
                to_it.flush()
            except OSError as error:
                raise ProgramFailed(self._end()) from error
        return self.line(seconds)

    @property
    def tail(self) -> str:
        """The end of what it said to its standard error, on one line."""
        return plain(self._tail.decode(errors="replace"))

    @property
    def _out(self) -> IO[bytes]:
        if self._process.stdout is None:
            raise ProgramFailed("has no output")
        return self._process.stdout

    @contextmanager
    def _limit(self, seconds: float) -> Iterator[None]:
        self._late = False
        timer = threading.Timer(seconds, self._ring)
        timer.daemon = True
        timer.start()
        try:
            yield
        except ProgramFailed as error:
            if self._late:
                raise ProgramFailed(f"was not done after {seconds:.0f} seconds and was stopped") from error
            raise
        finally:
            timer.cancel()
        if self._late:
            raise ProgramFailed(f"was not done after {seconds:.0f} seconds and was stopped")

    def _ring(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        if self._process.returncode is None:  # afterwards its number may be another program's
            with contextlib.suppress(OSError):  # it is gone already
                os.killpg(self._process.pid, signal.SIGKILL)

    def _end(self) -> str:
        """How it ended, for people."""
        status = self._process.wait()
        self._listener.join(1.0)
        how = f"signal {-status}" if status < 0 else f"exit status {status}"
        return f"ended early ({how}): {self.tail}" if self.tail else f"ended early ({how})"

    def _listen(self) -> None:
        """Keep the end of its standard error, however much there is."""
        stream = self._process.stderr
        if stream is None:
            return
        with stream:
            while chunk := stream.read1(_TAIL_BYTES):  # type: ignore[attr-defined]
                self._tail = (self._tail + chunk)[-_TAIL_BYTES:]
