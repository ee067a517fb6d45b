"""What the file system says of a file without reading it, and when that may be trusted.

A changed file has another size, time or inode. The time of change of its inode is looked at too: programs that set a
file back to an older time (``rsync -t``, ``tar``, checkouts of git) cannot set this one. What is left is a file that
is written twice within one tick of the clock ("racy git"): a stamp is trusted only if it was old when it was taken.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

_TICK = 100_000_000
"""Nanoseconds: ten times the coarsest clock of Linux (100 Hz)."""

_COARSE_TICK = 2_100_000_000
"""Nanoseconds, where times are whole seconds: FAT counts in twos."""

_SECOND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as its folder knows it.

    Attributes:
        size: In bytes.
        written, changed: When its content, and when anything of it was changed (ns since 1970).
        inode, device: Which file it is.
    """

    size: int
    written: int
    changed: int
    inode: int
    device: int

    def is_settled(self, now: int) -> bool:
        """Whether any later change will show: the last one lies more than a tick before ``now`` (ns since 1970)."""
        return all(time < now - (_TICK if time % _SECOND else _COARSE_TICK) for time in (self.written, self.changed))


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)


def clock() -> int:
    """Nanoseconds since 1970, to hold times of files against; it decides nothing but what is worth remembering."""
    return time.time_ns()


def settle() -> None:
    """Wait until what was just written is older than a tick."""
    time.sleep(1.2 * _TICK / _SECOND)
