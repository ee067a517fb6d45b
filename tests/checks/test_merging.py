"""One fault, one finding; it names the line people wrote."""

import dataclasses

from polyleaf.checks.measures.origins import Origins
from polyleaf.checks.merging import merged
from polyleaf.checks.registry import CHECKS, find
from polyleaf.checks.samples.language import ENGLISH, URDU
from polyleaf.checks.samples.text import text
from polyleaf.model.document import LocalizedText
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.message import TextState
from polyleaf.report.findings import finding_lines

LINE = Location("leaflets/knee/leaflet.md", 30)
ENTRY = Location("translations/ur/LC_MESSAGES/knee.po", 12, locale="ur")


def _print(page, locale="en_GB", edition="large"):
    return Location(f"dist/knee/{locale}/knee-{locale}-{edition}.pdf", page=page, locale=locale)


def _finding(where, message="“Day” runs 3.1 mm into the margin", origin=LINE, written=None):
    return Finding("page/text-beyond-margin", Severity.ERROR, Fault(message, where, "Shorten it", origin, written))


def test_one_fault_in_many_prints_is_told_once_at_the_line_of_the_leaflet():
    found = merged(
        [
            _finding(_print(2)),
            _finding(_print(3), "“Day, week” runs 7 mm into the margin"),
            _finding(_print(4, "ur"), written=ENTRY),
            _finding(_print(2, edition="giant")),
        ]
    )
    (line, hint) = finding_lines(found[0])
    assert len(found) == 1
    assert line.startswith(
        "leaflets/knee/leaflet.md:30: error: “Day” runs 3.1 mm into the margin (page 2 of knee-en_GB"
    )
    assert "and 1 more" in line
    assert hint == "    -> Shorten it"


def test_a_word_that_is_too_long_in_every_edition_is_told_once_however_far_it_runs():
    outside = [
        dataclasses.replace(_finding(_print(3, edition=edition), message), check="page/text-outside-page")
        for edition, message in (("large", "“Day” ends 1.2 mm from the edge"), ("giant", "“Day” runs off the page"))
    ]
    found = merged([_finding(_print(2)), *outside])
    assert [one.check for one in found] == ["page/text-outside-page"]
    assert len(found[0].fault.prints) == 2
    more = _finding(_print(2), "“Tag” runs 2 mm into the margin, and 1 more on the page")
    assert len(merged([more, _finding(_print(2, edition="giant"))])) == 1
    other = _finding(_print(2), "“Week” runs 2 mm into the margin")
    assert len(merged([other, *outside])) == 2


def test_a_fault_of_one_translation_is_told_at_its_line():
    (found,) = merged([_finding(_print(4, "ur"), written=ENTRY), _finding(_print(5, "ur"), written=ENTRY)])
    assert finding_lines(found)[0].startswith("translations/ur/LC_MESSAGES/knee.po:12: error:")


def test_other_lines_and_other_checks_stay_apart():
    other = dataclasses.replace(_finding(_print(2)), check="page/text-clipped")
    far = _finding(_print(2), origin=dataclasses.replace(LINE, line=31))
    written = Finding("source/no-contact", Severity.WARNING, Fault("The leaflet names nobody", LINE))
    assert len(merged([_finding(_print(2)), other, far, written, written])) == 4


def test_merging_twice_is_merging_once():
    once = merged([_finding(_print(2)), _finding(_print(3)), _finding(_print(4, "ur"), written=ENTRY)])
    assert merged(once) == once


def test_what_another_check_tells_more_exactly_is_not_told_twice():
    def said(check, page):
        origin = Location("polyleaf.toml", 20) if "margin" in check else LINE  # a margin is that of an edition
        return dataclasses.replace(_finding(_print(page), origin=origin), check=check, severity=find(check).severity)

    found = merged(
        [
            said("page/margin-narrow", 2),
            said("page/margin-too-narrow", 2),
            said("page/text-outside-page", 2),
            said("page/margin-narrow", 5),
        ]
    )
    assert [(one.check, one.fault.location.page) for one in found] == [
        ("page/text-outside-page", 2),
        ("page/margin-narrow", 5),
    ]


def test_what_tells_more_is_a_check_and_weighs_no_less():
    for check in CHECKS:
        for other in check.told_by:
            assert find(other).severity >= check.severity


def _texts(*rows):
    return tuple(
        (words.casefold().replace(" ", ""), LocalizedText((), language, TextState.SOURCE, text(words, line=line)))
        for words, line, language in rows
    )


def test_words_of_a_page_are_found_where_they_were_written():
    origins = Origins(
        Location("leaflets/knee-scan/leaflet.md"),
        _texts(
            ("Day", 5, ENGLISH),
            ("Come the day before", 7, ENGLISH),
            ("Rest", 9, ENGLISH),
            ("Rest", 11, ENGLISH),
            ("קשר 10-15", 13, URDU),
            ("No", 15, ENGLISH),
            ("Needle in (arterial side)", 17, ENGLISH),
            ("الأنبوب الأيسر", 19, URDU),
            ("لا تلمس هنا 3", 21, URDU),
            ("لا", 23, URDU),
        ),
        [("rest", 1), ("rest", 2)],
    )

    def line(words, page=1):
        return origins.of(words, page)[0].line

    assert line("Day") == 5
    assert line("the day bef") == 7
    assert line("1. Come the day before") == 7
    assert (line("Rest", 1), line("Rest", 2)) == (9, 11)
    assert line("10-15 רשק") == 13, "painted from left to right"
    assert line("NoDay") == 15, "two labels on one line"
    assert line("(arterial side)(venous side)") == 17, "two labels of several lines"
    assert line("النبوب اليسر") == 19, "lam and alef are one glyph: the run tells the alefs apart"
    assert line("النبوب اليسرأأ") == 19
    assert line("ل تلمس هنا ا3") == 21
    assert line("Page 1 of 3") is None
    assert line("") is None
