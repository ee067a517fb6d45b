"""The certificate says what was measured, passes or fails, and is itself a page that everybody can read."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.measures.measured import measured
from polyleaf.checks.registry import CHECKS
from polyleaf.checks.samples.logo import with_logo
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.locales.table import language
from polyleaf.model.contrast import ratio
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.measure import Measure
from polyleaf.report.certificate import certificate, figure, verdict

RULES = [rule for check in CHECKS for rule in check.rules]
FILE = measured(a_page_of(*GOOD))

LOGO = ("page/logo-too-small", "page/logo-crowded", "page/logo-colour")


class Page(HTMLParser):
    """What stands in a page of HTML."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.cells, self.open, self.text = [], [], [], [], ""
        self.feed(page)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data

    @property
    def rows(self):
        return [self.cells[place : place + 6] for place in range(6, len(self.cells), 6)]


def a_measure(**changes):
    fields = {
        "name": "Smallest text",
        "value": 18.0,
        "unit": "pt",
        "limit": 18.0,
        "at_least": True,
        "source": "UKAAF G003",
        "page": 1,
        "text": "Knee scan",
        "check": "page/text-too-small",
        "severity": Severity.ERROR,
        "holds": True,
    }
    return Measure(**(fields | changes))


def test_every_rule_is_a_row_with_its_source() -> None:
    page = Page(certificate(FILE))
    assert [row[1] for row in page.rows] == [measure.name for measure in FILE.measures]
    assert len(page.rows) == len(RULES) - len(LOGO)
    for row in page.rows:
        assert row[0] == "Pass"
        assert row[2]
        assert row[3]
        assert row[5]


def test_a_logo_has_rows_if_the_project_asks_something_of_it() -> None:
    asked = measured(with_logo(LogoRules(40.0, 10.0, ("#005eb8",))))
    rows = [measure for measure in asked.measures if measure.check in LOGO]
    assert [(round(measure.value or 0, 1), measure.holds) for measure in rows] == [
        (0, True),
        (16.8, True),
        (47.6, True),
    ]


def test_a_small_edition_is_not_asked_for_one_column() -> None:
    clear = measured(replace(a_page_of(*GOOD), edition=Edition("clear", 14.0, "A4")))
    assert {measure.check for measure in FILE.measures} - {measure.check for measure in clear.measures} == {
        "page/text-in-columns"
    }


def test_what_fails_says_where() -> None:
    file = measured(a_page_of(*GOOD, a_line("Read the small print", 3, size=9.0)))
    (row,) = [row for row in Page(certificate(file)).rows if row[1] == "Smallest text"]
    assert row == ["Fail", "Smallest text", "9 pt", "at least 18 pt", "page 1, “Read the small print”", row[5]]


def test_the_verdict() -> None:
    good, bad = a_measure(), a_measure(value=9.0, holds=False)
    warned = a_measure(value=9.0, holds=False, severity=Severity.WARNING, check="page/lines-close")
    assert verdict(replace(FILE, measures=(good, good))) == "All 2 rules are kept."
    assert verdict(replace(FILE, measures=(good, bad))) == "1 of 2 rules are kept. Of the others, 1 must be mended."
    both = replace(FILE, measures=(good, bad, warned))
    assert verdict(both) == "1 of 3 rules are kept. Of the others, 1 must be mended and 1 should be looked at."
    accepted = {"page/text-too-small": "A form", "page/lines-close": "A form"}
    assert verdict(both, accepted) == "1 of 3 rules are kept; the others are accepted with a reason."


def test_a_waiver_is_shown_with_its_reason() -> None:
    file = replace(FILE, measures=(a_measure(value=9.0, holds=False),))
    (row,) = Page(certificate(file, {"page/text-too-small": "The <b>law</b> wants it"})).rows
    assert row[0] == "Accepted: The <b>law</b> wants it"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (18.0, "pt", "18 pt"),
        (17.96, "pt", "18 pt"),
        (1.5, "× size", "1.5 × size"),
        (6.379, ": 1", "6.38 : 1"),
        (1.0, "lines", "1 line"),
        (2.0, "lines", "2 lines"),
        (0.0, "", "none"),
        (3.0, "", "3"),
        (90.0, "°", "90°"),
        (0.0, "lines", "0 lines"),
        (None, "pt", "nothing to measure"),
        (float("nan"), ": 1", "cannot be told"),
    ],
)
def test_figures(value, unit, words) -> None:
    assert figure(value, unit) == words


def test_a_figure_that_passes_by_rounding_does_not_look_like_a_failure() -> None:
    file = replace(FILE, measures=(a_measure(value=17.951),))
    assert Page(certificate(file)).rows[0][2] == "18 pt"


def test_it_is_accessible() -> None:
    html = certificate(replace(FILE, language=language("ur"), draft=True))
    page = Page(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert [tag for tag in page.tags if tag in ("h1", "main", "table", "caption", "title")] == [
        "title",
        "main",
        "h1",
        "table",
        "caption",
    ]
    assert page.attributes.count(("scope", "col")) == 6
    assert page.attributes.count(("scope", "row")) == len(FILE.measures)
    assert ("lang", "ur") in page.attributes
    assert "draft" in page.text
    assert not {"script", "img", "a", "link", "font"} & set(page.tags), "one plain page, nothing from elsewhere"


def test_it_says_what_could_not_be_judged_for_want_of_words() -> None:
    page = certificate(replace(FILE, language=language("nv")))
    assert page.count("Not judged in Navajo, for want of words: ") == 1
    assert "denials" in page
    assert "Not judged" not in certificate(FILE), "polyleaf has words of every kind for Urdu"


def test_its_own_colours_have_contrast() -> None:
    def rgb(code):
        code = code if len(code) == 6 else "".join(2 * digit for digit in code)
        return tuple(int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))

    html = certificate(FILE)
    grounds = [rgb(code) for code in re.findall(r"background: #([0-9a-f]+)", html)]
    inks = [rgb(code) for code in re.findall(r"[ {]color: #([0-9a-f]+)", html)]
    assert len(grounds) >= 3
    assert inks
    assert all(ratio(ink, ground) >= 7 for ink in inks for ground in grounds)


def test_it_is_printed_on_one_sheet(tmp_path) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    long = [
        replace(one, page=99, text="Words of a leaflet in a row, " * 9, value=99.9, holds=False)
        for one in FILE.measures
    ]
    for file in (FILE, replace(FILE, measures=tuple(long))):
        assert len(weasyprint.HTML(string=certificate(file)).render().pages) == 1


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=30))
def test_any_text_is_text(title, words, reason) -> None:
    hostile = f"{title}</bdi><script>alert(1)</script>"
    file = replace(
        FILE,
        title=hostile,
        path=f"dist/{words}",
        measures=(a_measure(text=words + "<img src=x onerror=alert(1)>", holds=False),),
    )
    page = Page(certificate(file, {"page/text-too-small": reason + '"><script>'}))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not any(c in page.text for c in "\u202e\u2066\x1b\x00")
