"""What the checks on finished files find, and what they leave alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.registry import find
from polyleaf.checks.run import run
from polyleaf.checks.samples.printed import A4, PDF, a_font, printed, text_run
from polyleaf.model.pdf_facts import TextRun

NAN, INFINITE = float("nan"), float("inf")


def faults(check: str, subject):
    return [finding.fault for finding in find(check).run(subject)]


def pages(subject, *runs_of_pages):
    page = subject.facts.pages[0]
    numbered = tuple(replace(page, number=n, runs=runs) for n, runs in enumerate(runs_of_pages, 1))
    return replace(subject, facts=replace(subject.facts, pages=numbered))


def test_places_name_file_page_and_locale() -> None:
    subject = pages(printed(), (text_run(),), (text_run("x", missing=1),))
    (fault,) = faults("pdf/missing-glyph", subject)
    assert (fault.location.path, fault.location.page, fault.location.locale) == (PDF, 2, "ur")


def test_missing_glyphs_are_counted_by_page_and_font() -> None:
    fonts = (a_font("Noto Sans"), a_font("Noto Nastaliq Urdu"))
    other = replace(text_run("ب", missing=3), font=1)
    subject = printed(text_run("one", missing=1), text_run("two", missing=2), other, fonts=fonts)
    first, second = faults("pdf/missing-glyph", subject)
    assert first.message == "3 characters of “Noto Sans” without a glyph in “one”"
    assert "“Noto Nastaliq Urdu”" in second.message


def test_missing_glyphs_of_unknown_text_and_font() -> None:
    (fault,) = faults("pdf/missing-glyph", printed(replace(text_run("", missing=1), font=99)))
    assert fault.message == "1 character of an unknown font without a glyph"


def test_type_3_fonts_are_in_the_file() -> None:
    drawn = replace(a_font(embedded=False), kind="Type3")
    assert faults("pdf/font-not-embedded", printed(fonts=(drawn,))) == []


def test_a_font_without_text_is_told_without_a_page() -> None:
    subject = printed(fonts=(a_font(), a_font("Arial", embedded=False)))
    (fault,) = faults("pdf/font-not-embedded", subject)
    assert fault.location.page is None


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("Noto Sans", "Noto-Sans-Bold"),
        ("Noto-Sans-Bold", "Noto-Sans-Bold"),
        ("Noto Sans SemiBold", "NotoSans-SemiBold"),
        ("NotoSans-Regular", "NotoSans-Regular"),
        ("NOTO SANS", "x"),
        ("Noto Nastaliq Urdu", "Noto-Nastaliq-Urdu"),
        ("Noto Sans Semi-Bold Italic", "x"),
    ],
)
def test_fonts_of_the_language(family, name) -> None:
    assert faults("pdf/fallback-font", printed(fonts=(replace(a_font(), family=family, name=name),))) == []


@pytest.mark.parametrize(
    "family", ["DejaVu Sans", "Noto Sans Arabic", "Noto Serif", "Noto", "", "Sans", "Bold", "Noto Sans Mono"]
)
def test_fonts_that_were_not_chosen(family) -> None:
    font = replace(a_font(), family=family, name=family)
    (fault,) = faults("pdf/fallback-font", printed(text_run("Knee"), fonts=(font,)))
    assert "“Knee”" in fault.message
    assert "Noto Nastaliq Urdu" in fault.hint


def test_language() -> None:
    assert faults("pdf/language-wrong", printed(language="UR")) == []
    assert faults("pdf/language-wrong", printed(language="")) == []
    assert faults("pdf/language-wrong", printed(language="ur-PK"))
    assert faults("pdf/language-missing", printed(language="  "))


EDGE = 5 * 72 / 25.4


@pytest.mark.parametrize(
    "box",
    [
        (-1.0, 100.0, 50.0, 120.0),
        (EDGE - 1, 100.0, 50.0, 120.0),
        (100.0, -30.0, 150.0, -10.0),
        (100.0, 100.0, A4[2] - EDGE + 1, 120.0),
        (100.0, 800.0, 150.0, A4[3] + 10),
        (10_000.0, 100.0, 10_050.0, 120.0),
        (NAN, 100.0, 150.0, 120.0),
        (100.0, 100.0, INFINITE, 120.0),
        (-INFINITE, 100.0, 150.0, 120.0),
    ],
)
def test_text_outside(box) -> None:
    (fault,) = faults("page/text-outside-page", printed(text_run("Call", box=box)))
    assert "“Call”" in fault.message


def test_text_just_inside() -> None:
    assert faults("page/text-outside-page", printed(text_run(box=(EDGE, EDGE, A4[2] - EDGE, A4[3] - EDGE)))) == []


def test_a_tall_font_near_the_edge_is_judged_by_its_ink() -> None:
    """Nastaliq asks for 2.5 ems of room, most of it for words that are not here."""
    box, ink = (100.0, 5.0, 200.0, 60.0), (100.0, EDGE + 1, 200.0, 50.0)
    assert faults("page/text-outside-page", printed(replace(text_run(box=box), ink=(ink,)))) == []
    for lower in (EDGE - 1, NAN):
        assert faults(
            "page/text-outside-page", printed(replace(text_run(box=box), ink=(ink, (100.0, lower, 150.0, 50.0))))
        )
    assert faults("page/text-outside-page", printed(replace(text_run(box=(-1.0, *box[1:])), ink=(ink,))))


def test_the_trim_is_the_edge() -> None:
    run_ = text_run(box=(30.0, 100.0, 50.0, 120.0))
    assert faults("page/text-outside-page", printed(run_)) == []
    assert faults("page/text-outside-page", printed(run_, trim=(20.0, 20.0, 500.0, 800.0)))


def test_one_finding_a_page_names_the_worst() -> None:
    near = text_run("near", box=(EDGE - 2, 100.0, 50.0, 120.0))
    gone = text_run("gone", box=(-20.0, 100.0, 50.0, 120.0))
    (fault,) = faults("page/text-outside-page", printed(near, gone, near))
    assert fault.message == "“gone” and 2 more pieces of text: runs off the page"


def test_a_run_without_text_is_told_by_its_neighbour() -> None:
    gone = text_run("", box=(-20.0, 100.0, 50.0, 120.0))
    near = text_run("near", box=(EDGE - 2, 100.0, 50.0, 120.0))
    (fault,) = faults("page/text-outside-page", printed(gone, near))
    assert fault.message == "“near” and 1 more piece of text: runs off the page"
    (fault,) = faults("page/text-outside-page", printed(gone))
    assert fault.message == "A letter runs off the page"


def test_blanks_may_stand_anywhere_and_be_of_any_size() -> None:
    blank = text_run("  ", box=(-20.0, 0.0, 2.0, 1.0), size=1.0)
    unknown = text_run("", box=(-20.0, 0.0, 2.0, 1.0), size=1.0)
    for check in ("page/text-outside-page", "page/text-too-small"):
        assert faults(check, printed(blank)) == []
        assert faults(check, printed(unknown)), "text that cannot be read back is still printed"


@pytest.mark.parametrize(
    ("size", "wrong"), [(18.0, 0), (17.96, 0), (17.9, 1), (0.0, 1), (40.0, 0), (NAN, 1), (-18.0, 1)]
)
def test_sizes(size, wrong) -> None:
    assert len(faults("page/text-too-small", printed(text_run(size=size)))) == wrong


def test_page_furniture_is_not_smaller() -> None:
    assert faults("page/text-too-small", printed(replace(text_run(size=9.0), artifact=True)))


def test_the_smallest_of_a_page_is_named() -> None:
    (fault,) = faults("page/text-too-small", printed(text_run("a", size=12.0), text_run("b", size=8.0)))
    assert fault.message == "“b” is 8.0 pt, the edition large promises 18 pt"


floats = st.floats(allow_nan=True, allow_infinity=True)
runs = st.builds(
    TextRun,
    st.integers(-2, 3),
    floats,
    st.tuples(floats, floats, floats, floats),
    st.integers(-1, 9),
    st.text(max_size=9),
    st.booleans(),
)


@given(st.lists(runs, max_size=4), st.text(max_size=9), st.text(max_size=9))
def test_any_file_is_judged(found, family, title) -> None:
    fonts = (replace(a_font(), family=family, name=title),)
    findings = run([printed(*found, fonts=fonts, title=title, language=family)])
    assert "engine/check-crashed" not in [finding.check for finding in findings]
