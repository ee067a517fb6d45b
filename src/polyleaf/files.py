"""Files are read within bounds, and appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import re
import secrets
import stat
from collections.abc import Iterator
from io import BufferedReader, BufferedWriter
from pathlib import Path

from polyleaf.errors import MachineError, UsageError

MERGE_MARK = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?: .*)?|={7})\r?$", re.MULTILINE)
"""A line that an unfinished merge of git left behind. In Markdown ``=======`` alone may underline a heading."""

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space and run the command again."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space and run the command again."),
    errno.EROFS: ("the disk is read-only", "Choose a folder that can be written to."),
    errno.EACCES: (
        "permission denied",
        "Ask the owner of the folder for permission to write, or work in another folder.",
    ),
    errno.EPERM: (
        "permission denied",
        "Ask the owner of the folder for permission to write, or work in another folder.",
    ),
    errno.EISDIR: ("there is a folder of that name", "Move the folder away and run the command again."),
}


def digest(*parts: bytes, seed: bytes = b"") -> bytes:
    """One SHA-256 of all parts; the lengths are hashed too, so that moving a byte from one part to the next is seen.

    Args:
        parts: What is hashed.
        seed: What tells digests of one purpose from those of another.
    """
    total = hashlib.sha256(seed)
    for part in parts:
        total.update(len(part).to_bytes(8))
        total.update(part)
    return total.digest()


class UnfitFileError(UsageError):
    """Something that is not read, whatever its name says.

    Args:
        shown_as: The file as people see it.
        reason: What is wrong with it, continuing its name.
    """

    def __init__(self, shown_as: str, reason: str) -> None:
        super().__init__(f"{shown_as} {reason}", "Put the right file in its place, or name another.")
        self.reason = reason


class NotAFileError(UnfitFileError):
    """A folder, pipe, socket or device in the place of a file."""


class TooLargeError(UnfitFileError):
    """A file with more bytes than its kind can need."""


def open_plain(path: Path | str, shown_as: str = "") -> BufferedReader:
    """A file, open to read; pipes, sockets and devices, which may keep us waiting for ever, are refused at once.

    Args:
        path: The file.
        shown_as: The file as people see it; its path if "".

    Raises:
        FileNotFoundError: There is none.
        MachineError: It cannot be read.
        NotAFileError: It is a folder, pipe, socket or device.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - plain strings are faster
        if not stat.S_ISREG(mode):
            reason = "is a directory, not a file" if stat.S_ISDIR(mode) else "is not a file"
            raise NotAFileError(shown_as or str(path), reason)
        # Should a pipe take its place at this very moment, it is not waited for either.
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _unreadable(shown_as or str(path), error) from error


def _unreadable(shown_as: str, error: OSError) -> MachineError:
    reason = error.strerror or str(error)
    return MachineError(f"cannot read {shown_as}: {reason}", "Check its name, and that you may read it.")


def undecodable_line(error: UnicodeDecodeError) -> int:
    """Line of a file, from 1, where it stops being the text it should be."""
    return error.object.count(b"\n", 0, error.start) + 1


def read_bounded(path: Path | str, most: int, shown_as: str = "") -> bytes:
    """The bytes of a file from outside; no more than ``most`` are ever held.

    Raises:
        FileNotFoundError: There is none.
        MachineError: It cannot be read.
        NotAFileError: It is a folder, pipe, socket or device.
        TooLargeError: It has more bytes.
    """
    with open_plain(path, shown_as) as file:
        try:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > most else file.read(size + 1)
            if len(data) > size:  # it grows, or stands in /proc, where every file says 0
                data += file.read(most + 1 - len(data))
        except OSError as error:
            raise _unreadable(shown_as or str(path), error) from error
    if max(size, len(data)) > most:
        words = f"{most // 2**20} MB" if most >= 2**20 else f"{most // 2**10} kB"
        raise TooLargeError(shown_as or str(path), f"is larger than {words}")
    return data


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: readers see the old file or the new one, never a part.

    The bytes go to a file beside it, reach the disk, and take its name. Missing folders are made.
    When anything fails, Ctrl-C included, the old file stays and nothing is left lying about; what a process left that
    was killed in the middle goes with the next writing.

    Raises:
        MachineError: The disk is full, or the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.is_file() else None
        clear_parts(path.parent, path.name[:100])
        beside, file = _part_of(path)
        try:
            with file:
                if mode is not None:
                    os.fchmod(file.fileno(), mode)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                beside.replace(path)  # while it is locked
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritten(path, error) from error


def unwritten(path: Path, error: OSError) -> MachineError:
    """Why a file or folder was not written, and the way out."""
    reason, hint = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
    return MachineError(f"cannot write {path}: {reason}", hint)


def _part_of(path: Path) -> tuple[Path, BufferedWriter]:
    """A new file beside ``path``, locked: as long as this process lives, nobody clears it away."""
    while True:
        beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
        file = beside.open("xb")
        fcntl.flock(file, fcntl.LOCK_SH)
        if beside.exists():
            return beside, file
        file.close()  # somebody cleared up just before the lock


_PART = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")


def is_part(name: str) -> bool:
    """Whether a file of this name is one that ``write_atomic`` had not finished."""
    return _PART.fullmatch(name) is not None


def clear_parts(folder: Path, name: str = "") -> None:
    """Remove unfinished files of processes that were killed; those that are being written stay.

    Args:
        folder: Where to look; what cannot be removed is let be.
        name: Only those of this file; all if "".
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in list(entries):
            match = _PART.fullmatch(entry.name)
            if match and name in ("", match[1]) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError), open(entry.path, "rb") as file:  # noqa: PTH123 - as it comes
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    os.unlink(entry.path)  # noqa: PTH108


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold off others who add to a record in this folder at the same time: the later one would lose the earlier."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
