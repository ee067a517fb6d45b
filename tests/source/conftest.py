from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from polyleaf.model.finding import Fault
from polyleaf.model.leaflet import Leaflet
from polyleaf.source.reader import read_project

CONFIG = """\
[organisation]
name = "Example Hospital"
[contacts.ward]
name = "Day ward"
phone = "01632 960 100"
[languages]
source = "en_GB"
targets = ["pl", "ur"]
"""

FRONT = """\
---
title: Vertebroplasty
code: RAD-014
version: "1.0"
published: 2026-11-20
review_by: 2028-11-20
owner: Radiology
---
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with a configuration and no leaflet."""
    (tmp_path / "polyleaf.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "leaflets" / "demo").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def read(root: Path) -> Callable[[str], Leaflet]:
    """Reads a leaflet with this body (or this whole file, when it begins with ``---``)."""

    def read_it(body: str) -> Leaflet:
        text = body if body.startswith("---") else FRONT + body
        (root / "leaflets" / "demo" / "leaflet.md").write_text(text, encoding="utf-8")
        return read_project(root).leaflets["demo"]

    return read_it


@pytest.fixture
def faults(root: Path) -> Callable[[str], tuple[Fault, ...]]:
    """Reads a leaflet and gives its faults, whether it is broken or not."""

    def faults_of(text: str) -> tuple[Fault, ...]:
        whole = text if text.startswith("---") else FRONT + text
        (root / "leaflets" / "demo" / "leaflet.md").write_text(whole, encoding="utf-8")
        project = read_project(root)
        return project.broken[0].faults if project.broken else project.leaflets["demo"].faults

    return faults_of
