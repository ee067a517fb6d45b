"""Orders for clusters in the tests: this module can be imported by a worker."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Copy:
    """Reads a file, writes another; some come to grief."""

    source: Path
    target: Path
    trick: str = ""


def copy(order: Copy) -> str:
    if order.trick == "crash":
        os._exit(9)
    if order.trick == "hang":
        time.sleep(600)
    if order.trick == "raise":
        raise ValueError("a number too many")
    data = order.source.read_bytes()[::-1]
    order.target.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def conditions() -> dict[str, str]:
    return {"polyleaf": "1"}


def others() -> dict[str, str]:
    """As long as the process is not the one of the test."""
    return {"polyleaf": "1" if os.environ.get("POLYLEAF_TEST_HERE") == str(os.getpid()) else "2", "font A": "x"}
