"""Signs print in a font that matches in every language; a draft shows where one is that no font has."""

import shutil

import pytest
from tests.projects.folder import Clinic

from polyleaf.cli.main import run
from polyleaf.pdf.reader import read_pdf

pytestmark = pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")

SIGNS = "≤≥≠≈→←↑↓✓✗☐☎⚠★½①√∞−×²₂"


def test_signs_are_printed_and_a_picture_is_named(tmp_path, capsys):
    clinic = Clinic(tmp_path / "clinic")
    words = f"Signs \u26a0\ufe0f \u26a1 \u261d \u270d {' '.join(SIGNS)}\n\nOne 💊 a day.\n"
    path = clinic.path("eyes")
    path.write_text(f"{path.read_text()}\n{words}")
    line = path.read_text().split("\n").index("One 💊 a day.") + 1
    assert run(["build", "eyes", "-l", "en_GB", "-j", "1", "-C", str(clinic.root)]) == 0
    told = capsys.readouterr().out
    assert f"leaflets/eyes/leaflet.md:{line}: error: No font of the leaflet has 💊 (pill, U+1F48A)" in told
    assert "dist/eyes/en_GB" not in told.replace("built eyes", ""), "the fault is told once, at its line"

    facts = read_pdf(clinic.out / "eyes/en_GB/eyes-en_GB-large.pdf", "eyes")
    assert all(font.family.startswith("Noto") for font in facts.fonts)
    assert not any(run.missing for page in facts.pages for run in page.runs)
    text = " ".join(run.text for page in facts.pages for run in page.runs)
    assert set(SIGNS) <= set(text)
    assert "[pill]" in text
