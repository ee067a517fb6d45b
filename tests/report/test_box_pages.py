"""The page about boxes is made from their table, and is current."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from polyleaf.errors import ExitCode
from polyleaf.model.boxes import BOXES
from polyleaf.report.box_pages import boxes_markdown, main

PAGE = Path(__file__).parents[2] / "docs" / "boxes.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == boxes_markdown(), "run `make docs`"


@pytest.mark.parametrize("kind", BOXES.values(), ids=str)
def test_everything_known_of_a_box_is_told(kind) -> None:
    page = boxes_markdown()
    for part in (kind.purpose, kind.detail, kind.example, kind.title, kind.content.inside):
        assert part in page
    section = page.partition(f"\n### {kind}\n")[2].partition("\n### ")[0]
    assert kind.example in section
    assert ("signs/" in section) == kind.has_sign
    assert ("critical" in section) == kind.is_critical


def test_links_lead_to_headings() -> None:
    page = boxes_markdown()
    assert re.findall(r"\]\(#([^)]+)\)", page) == re.findall(r"^### (.+)$", page, re.MULTILINE) == list(BOXES)


def test_a_new_row_is_a_new_section() -> None:
    toy = replace(BOXES["tip"], name="toy", purpose="For play.", title="Play")
    page = boxes_markdown((*BOXES.values(), toy))
    assert "| [`toy`](#toy) | For play. |" in page
    assert "it says “Play”" in page.partition("\n### toy\n")[2]


def test_the_module_writes_the_page(tmp_path, capsys) -> None:
    target = tmp_path / "boxes.md"
    assert main([str(target)]) == ExitCode.OK
    assert target.read_text(encoding="utf-8") == boxes_markdown()
    assert main([]) == ExitCode.USAGE
    assert "docs/boxes.md" in capsys.readouterr().err
