"""What fontconfig says of the fonts of this machine, asked once."""

from __future__ import annotations

import os
import subprocess
from functools import lru_cache

FILES = "%{file}\t%{family}\n"
"""Asks for the file of each font, and the names of its family."""

_SECONDS = 30
"""The first call on a machine may have to build fontconfig's cache."""


def listed(form: str) -> list[str]:
    """What ``fc-list`` says of every font; nothing if it is not there.

    Args:
        form: What is asked for, in the words of ``FcPatternFormat``.
    """
    return _told(form, os.environ.get("PATH", ""))


@lru_cache(maxsize=8)
def _told(form: str, path: str) -> list[str]:  # noqa: ARG001 - another path, another program
    try:
        told = subprocess.run(["fc-list", "--format", form], capture_output=True, timeout=_SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return told.decode(errors="surrogateescape").splitlines()
