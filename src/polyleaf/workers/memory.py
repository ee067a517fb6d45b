"""Memory: a bound for what some work may take, and back to the system what is free."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import resource
except ImportError:  # pragma: no cover - Windows has no such bounds
    resource = None  # type: ignore[assignment]

_M_ARENA_MAX = -8
"""``malloc.h`` of glibc."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3

_STATUS = Path("/proc/self/status")


@contextmanager
def memory_limit(more: int) -> Iterator[None]:
    """Lets this process take so many bytes more; what asks for more gets a ``MemoryError``.

    Where the system does not say how much is taken (not Linux), there is no bound.
    """
    taken = _taken()
    if resource is None or taken is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = taken + more
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def give_back() -> None:
    """Gives memory that is free back to the system: the C library keeps it (glibc; others have no such call)."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def keep_little() -> None:
    """Gives large pieces back as soon as they are free (glibc): else the C library keeps more and more of them."""
    with suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_M_MMAP_THRESHOLD, 256 * 1024)
        library.mallopt(_M_TRIM_THRESHOLD, 1024 * 1024)


def share_one_heap() -> None:
    """Lets all threads of this process share one heap (glibc): each would keep one of its own, and what is free in it.

    Costs time only where many threads ask for memory at once, which Python's never do. Before threads are started.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def _taken() -> int | None:
    """Bytes of data of this process; None if nobody knows."""
    try:
        match = re.search(r"^VmData:\s*(\d+) kB", _STATUS.read_text(encoding="ascii", errors="replace"), re.MULTILINE)
    except OSError:
        return None
    return int(match[1]) * 1024 if match else None
