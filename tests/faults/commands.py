"""Commands in a process of their own that is a copy of this one, in which every write can be made to fail.

Python tells of each file that is opened to be written, renamed, made or removed before it happens (``sys.audit``). So a
command can be killed, or told that the disk is full, at each of them in turn: nothing is left to chance.
"""

import errno
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from polyleaf.cli.main import run

_MOVES = {"os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.remove"}
_TAKES_ROOM = {"open", "os.rename", "os.mkdir", "os.link", "os.symlink"}


@dataclass
class Fault:
    """What happens at the writes of a command.

    Attributes:
        at: The number of the first write, from 1, that it happens at; 0 means never.
        number: An error number; or None: then the process is killed.
        roots: Only writes under these folders count.
    """

    at: int = 0
    number: int | None = None
    roots: tuple[Path, ...] = ()
    seen: int = field(default=0)

    def __call__(self, event, arguments):
        if event != "open" and event not in _MOVES:
            return
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes, os.PathLike)) else ""
        if not path.startswith(tuple(map(str, self.roots))):
            return
        if event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return
        self.seen += 1
        if not self.at or self.seen < self.at:
            return
        if self.number is None:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.number == errno.EROFS or event in _TAKES_ROOM:
            raise OSError(self.number, os.strerror(self.number), path)


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: Its exit status, or None if it was killed.
        said: All that it said.
        writes: How many writes there were.
    """

    code: int | None
    said: str
    writes: int


def carried_out(arguments, fault, told, *, after=0.0):
    """Run a command.

    Args:
        arguments: As a person types them.
        fault: What happens at its writes.
        told: A file for what it says; not under the roots.
        after: Seconds after which it is killed, whatever it is doing; 0 means never.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.close(reading)
            os.setsid()
            place = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(place, 1)
            os.dup2(place, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
            if after:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, after)
            sys.addaudithook(fault)
            code = int(run([str(one) for one in arguments]))
            sys.stdout.flush()
            sys.stderr.flush()
            os.write(writing, str(fault.seen).encode())
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        seen = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
    return Ended(code, Path(told).read_text(encoding="utf-8", errors="replace"), int(seen or 0))


def files(root):
    """Every file under a folder with its bytes, without those that are being written."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def litter(root):
    """What is left of files that were being written."""
    return [path for path in root.rglob(".*") if path.name != ".gitattributes"]
