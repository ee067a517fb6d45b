"""A clean press file, and a judge of files for print that asks nobody outside."""

from dataclasses import replace

import pytest
from tests.pdf.press_samples import pressed

from polyleaf.inspecting.preflight import PreflightOrder, judged
from polyleaf.model.preset import SHEETFED

PLAIN = """<h1 style="color: #003087">Knees</h1><p>Plain words, in black.</p>
<p style="break-before: page">The second page.</p>"""
QUICK = replace(SHEETFED, weights={"press/area-too-inky": None, "press/cannot-be-drawn": None})


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    path, _ = pressed(tmp_path_factory.mktemp("clean"), PLAIN)
    return path.read_bytes()


@pytest.fixture
def judge(tmp_path):
    def judge(data, preset=QUICK):
        path = tmp_path / "file.pdf"
        path.write_bytes(data)
        return judged(PreflightOrder(path, "file.pdf", preset))

    return judge


def checks_of(report):
    return {finding.check for finding in report.findings}
