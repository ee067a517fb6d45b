"""The list of the system's fonts is let go of with a document's fonts: a desk makes thousands of files."""

import gc
import re
import sys
from pathlib import Path

import pytest

from polyleaf.render.font_maps import DocumentFonts
from polyleaf.workers.memory import give_back

ROLLUP = Path("/proc/self/smaps_rollup")


def taken():
    give_back()
    return int(re.search(r"^Anonymous:\s+(\d+)", ROLLUP.read_text(), re.MULTILINE)[1])


@pytest.mark.skipif(sys.platform != "linux" or not ROLLUP.exists(), reason="Linux alone says how much is taken")
def test_fonts_of_documents_are_given_back():
    DocumentFonts()
    before = taken()
    for _ in range(12):
        DocumentFonts()
    gc.collect()
    assert taken() - before < 1_000  # kB; without it 3,000
