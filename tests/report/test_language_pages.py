"""The page about the languages: current, and honest about what checks have no words for."""

from __future__ import annotations

from pathlib import Path

import pytest

from polyleaf.errors import ExitCode
from polyleaf.locales.language_file import TABLES
from polyleaf.locales.table import LANGUAGES
from polyleaf.reading.coverage import KINDS, lacking, told
from polyleaf.report.language_pages import languages_markdown, main

NOTHING = (
    "numbers, units, doses and how often, denials, left and right, before and after, "
    "opposites, colours, parts of the day, the clock"
)
PAGE = Path(__file__).parents[2] / "docs" / "languages.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == languages_markdown(), "run `make docs`"


def test_each_language_has_a_row_with_every_kind_of_words() -> None:
    lines = languages_markdown().partition("## How")[0].splitlines()
    for locale in LANGUAGES:
        (row,) = [line for line in lines if line.startswith(f"| `{locale}` |")]
        assert row.count("|") == 6 + len(KINDS)


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("pl", ""),
        ("en_GB", ""),
        ("fa_AF", ""),
        ("gu", ""),
        ("ro", ""),
        ("yue", ""),
        ("ee", f"ee: no words for {NOTHING}, the wrong language"),
    ],
)
def test_what_a_language_lacks_is_told_in_a_line(locale: str, line: str) -> None:
    assert told(LANGUAGES[locale]) == line
    assert bool(lacking(LANGUAGES[locale])) == bool(line)


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    target = tmp_path / "languages.md"
    assert main([str(target)]) is ExitCode.OK
    assert target.read_bytes() == PAGE.read_bytes()
    assert main([]) is ExitCode.USAGE


def test_a_language_file_has_no_key_that_the_page_does_not_explain() -> None:
    text = languages_markdown()
    for name in ("negation.once", "opposites.left_right"):
        assert f"| `{name.partition('.')[2]}." in text
    assert text.count("| key | what it says |") == len(TABLES)
