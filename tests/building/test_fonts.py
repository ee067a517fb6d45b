"""Font files by family, from one question to fontconfig."""

import shutil
from pathlib import Path

import pytest

from polyleaf.building.fonts import font_files


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")
def test_files_of_a_family():
    found = font_files(["noto sans", "No Such Family"])
    assert found == tuple(sorted(found))
    assert all(size == Path(path).stat().st_size for path, size, _ in found)
    assert font_files(["No Such Family"]) == ()


def test_without_fontconfig(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert font_files(["Noto Sans"]) == ()
