"""The page about the checks is made from the checks, and is current."""

import re
from pathlib import Path

import pytest

from polyleaf.checks.registry import CHECKS, find
from polyleaf.errors import ExitCode
from polyleaf.report.check_pages import checks_markdown, explain, main

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_markdown(), "run `make docs`"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_everything_known_of_a_check_is_told(check) -> None:
    for text in (checks_markdown(), explain(check)):
        words = re.sub(r"\s+", " ", text)
        for part in (check.id, check.title, check.rationale, *check.references):
            assert part in words
        for example in (check.example.bad, check.example.good):
            assert all(line.strip() in text for line in example.splitlines())


def test_links_lead_to_headings() -> None:
    page = checks_markdown()
    anchors = re.findall(r"\]\(#([^)]+)\)", page)
    headings = {re.sub(r"[^\w-]", "", heading) for heading in re.findall(r"^### (.+/.+)$", page, re.MULTILINE)}
    assert len(anchors) == len(CHECKS)
    assert set(anchors) == headings


def test_explain_in_full() -> None:
    assert (
        explain(find("pdf/title-missing"))
        == """\
pdf/title-missing (error)
The file has no title.

The title is the first thing a screen reader says. Without one it reads out the file's name.

Bad:
    no dc:title
Good:
    dc:title: گھٹنے کا اسکین

Sources:
  - WCAG 2.2, 2.4.2
  - Matterhorn Protocol 1.1, 06-003
  - ISO 14289-1, 7.1"""
    )


def test_the_module_writes_the_page(tmp_path, capsys) -> None:
    target = tmp_path / "checks.md"
    assert main([str(target)]) == ExitCode.OK
    assert target.read_text(encoding="utf-8") == checks_markdown()
    assert main([]) == ExitCode.USAGE
    assert "docs/checks.md" in capsys.readouterr().err
