"""Where the programs of the Translate Toolkit are: beside this Python, or on the PATH. They are run, never imported."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

_PLACES = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))


def program(name: str) -> str:
    """The program, or its bare name if it is nowhere."""
    return shutil.which(name, path=_PLACES) or name


def needs(name: str) -> pytest.MarkDecorator:
    """Leaves a test out where a program is not installed."""
    return pytest.mark.skipif(program(name) == name, reason=f"{name} (Translate Toolkit) is not installed")
