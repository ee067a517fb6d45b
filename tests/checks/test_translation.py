"""What each check on translations finds, and what it leaves alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.registry import CHECKS, find
from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import CATALOG, a_catalog, an_entry
from polyleaf.checks.samples.language import ENGLISH
from polyleaf.checks.samples.text import a_fact, a_link, bold
from polyleaf.model.finding import Severity
from polyleaf.model.inline import Emphasis, LineBreak, Words
from polyleaf.model.message import TextState

FUZZY = TextState.FUZZY
MISSING = TextState.MISSING


def faults(check: str, *entries, **changes):
    return [finding.fault for finding in find(f"translation/{check}").run(a_catalog(*entries, **changes))]


def messages(check: str, *entries) -> list[str]:
    return [fault.message for fault in faults(check, *entries)]


def test_places_are_those_of_the_catalog() -> None:
    (fault,) = faults("number-mismatch", an_entry("5", "6", line=77))
    assert (fault.location.path, fault.location.line, fault.location.locale) == (CATALOG, 77, "ur")


def test_one_finding_for_a_catalog_without_any_translation() -> None:
    (fault,) = faults("missing", *(an_entry(f"text {n}", "", MISSING) for n in "abc"))
    assert fault.message == "No Urdu translation yet: 3 messages to translate"
    assert fault.location.line is None


def test_no_catalog_at_all() -> None:
    (fault,) = faults("missing", an_entry("a", "", MISSING), exists=False)
    assert "polyleaf catalog update -l ur" in fault.hint


def test_an_empty_leaflet_misses_nothing() -> None:
    assert faults("missing", exists=False) == []


@pytest.mark.parametrize("blank", [" ", "\u200b", "\n\t", "\u2066\u2069", "\ufeff\u00a0"])
def test_a_translation_that_prints_nothing_is_missing(blank) -> None:
    entries = an_entry("Do not eat.", blank), an_entry("a", "b")
    assert len(messages("missing", *entries)) == 1
    assert messages("number-mismatch", an_entry("5 hours", blank)) == []


def test_a_placeholder_alone_is_a_translation() -> None:
    assert messages("missing", an_entry((a_fact("a"), " left"), a_fact("a")), an_entry("b", "b")) == []


def test_source_catalogs_may_stay_empty() -> None:
    catalog = replace(a_catalog(an_entry("a", "", MISSING), an_entry("b", "c", FUZZY)), language=ENGLISH)
    assert run([catalog]) == ()


@pytest.mark.parametrize("check", ["placeholder-mismatch", "markup-mismatch", "number-mismatch", "unsafe-link"])
def test_what_is_not_printed_is_not_compared(check) -> None:
    source = ("Rest 3 ", a_fact("a"), bold("b"))
    target = ("4 ", a_link("file:///x", "y"))
    assert messages(check, an_entry(source, target))
    assert messages(check, an_entry(source, target, FUZZY)) == []
    assert messages(check, an_entry(source, "", MISSING)) == []


def test_fuzzy() -> None:
    assert len(messages("fuzzy", an_entry("a", "b", FUZZY), an_entry("c", "d", FUZZY), an_entry("e", "f"))) == 2


def test_placeholders_may_change_places() -> None:
    assert messages("placeholder-mismatch", an_entry((a_fact("a"), a_fact("b")), (a_fact("b"), a_fact("a")))) == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ((a_fact("b"),), "{a} missing"),
        ((a_fact("a"), a_fact("b"), a_fact("b")), "{b} too many"),
        ((a_fact("a"), a_fact("B")), "{b} missing and {B} too many"),
        (("{a}{b}",), "{a}, {b} missing"),
        (("｛a｝ { b}",), "{a}, {b} missing"),
        ((a_fact("a"), a_link("{b}", "x"), a_fact("b")), "{b} too many"),
    ],
)
def test_placeholders_that_differ(target, words) -> None:
    (message,) = messages("placeholder-mismatch", an_entry((a_fact("a"), " and ", a_fact("b")), target))
    assert message.startswith(f"{words} in the translation of")


def test_a_misspelt_placeholder_is_recognised() -> None:
    (fault,) = faults("placeholder-mismatch", an_entry((a_fact("fasting"), "x"), (a_fact("Fastin"), "x")))
    assert fault.hint == "Did you mean fasting?"


def test_markup_may_change_places() -> None:
    source = (bold("a"), " ", a_link("u", "b"), Emphasis((Words("c"),)))
    assert messages("markup-mismatch", an_entry(source, tuple(reversed(source)))) == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ((bold("a"),), ("a",), "1 bold part missing"),
        (("a",), (bold("a"), bold("b")), "2 bold parts too many"),
        ((bold("a"),), (Emphasis((Words("a"),)),), "1 bold part missing and 1 stressed part too many"),
        ((a_link("u", "a"),), (a_link("v", "a"),), "link to “u” missing and link to “v” too many"),
        ((a_link("u", "a"),), (a_link("u", " "),), "link to “u” missing and empty link to “u” too many"),
        ((a_link("{web}", "a"),), (a_link("https://example.org", "a"),), "link to “{web}” missing"),
        (("a", LineBreak(), "b"), ("a b",), "1 line break missing"),
        ((bold("a"),), (bold(""),), "1 bold part missing and 1 empty bold part too many"),
        (("\u2610 I come.",), ("[] Przyjdę.",), "1 box to tick missing"),
        (("\u2610 Yes \u2610 No",), ("\u2611 Tak Nie",), "2 boxes to tick missing and 1 ticked box too many"),
        (("I weigh ____ kg, I am ___ cm.",), ("Ważę ….. kg i cm.",), "2 lines to write on missing"),
    ],
)
def test_markup_that_differs(source, target, words) -> None:
    (message,) = messages("markup-mismatch", an_entry(source, (*target, " x")))
    assert message.startswith(words)


def test_a_line_to_write_on_may_have_another_length() -> None:
    assert not messages("markup-mismatch", an_entry("I weigh ____ kg.", "Ważę ______ kg."))


def test_stars_that_were_not_read_as_bold() -> None:
    (fault,) = faults("markup-mismatch", an_entry((bold("Stop."), " Wait."), "**停。**等。"))
    assert "printed as stars" in fault.hint


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rest 3 hours", "۳ گھنٹے"),
        ("Rest 3 hours", "٣ hours"),
        ("Rest 3 hours", "३ घंटे"),
        ("3 of 10", "10 میں سے 3"),
        ("1,000 people", "۱٬۰۰۰ لوگ"),
        ("no number", "کوئی نہیں"),
        ("50%", "٪۵۰"),
    ],
)
def test_numbers_that_agree(source, target) -> None:
    assert messages("number-mismatch", an_entry(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Rest 3 hours", "۴ گھنٹے", "3 hours missing and 4 گھنٹے not in the text"),
        ("Rest 3 hours", "گھنٹے", "3 hours missing:"),
        ("3 of 10", "3 از 100", "10 missing and 100 not in the text"),
        ("Call 999", "999 999", "999 not in the text"),
    ],
)
def test_numbers_that_differ(source, target, words) -> None:
    (message,) = messages("number-mismatch", an_entry(source, target))
    assert message.startswith(words)


def test_numbers_of_addresses_and_facts_do_not_count() -> None:
    source = (a_link("https://example.org/12", "x "), a_fact("a1"), " 5")
    assert messages("number-mismatch", an_entry(source, ("5 ", a_link("https://example.org/13", "x ")))) == []


def test_facts_part_numbers() -> None:
    assert messages("number-mismatch", an_entry(("1", a_fact("a"), "2"), ("12", a_fact("a"))))


def test_a_number_of_ten_thousand_digits_is_not_printed_whole() -> None:
    (message,) = messages("number-mismatch", an_entry("5", "9" * 10_000))
    assert len(message) < 200


@pytest.mark.parametrize(
    "words",
    [
        "<b>x</b>",
        "a <br/> b",
        "<script>alert(1)</script>",
        "{% import os %}",
        "{# x #}",
        "<!-- x",
        "&nbsp;x",
        "<a href='x'>",
    ],
)
def test_html_and_templates(words) -> None:
    assert len(messages("html-or-template-syntax", an_entry("Do not eat.", words))) == 1


def test_doubled_braces_are_seen_in_the_raw_text() -> None:
    entry = an_entry(("Wait ", a_fact("a")), "{ config }")
    raw = replace(entry, translation=replace(entry.translation, text="{{ config }}"))
    (fault,) = faults("html-or-template-syntax", raw)
    assert "single braces" in fault.hint


@pytest.mark.parametrize("sign", ["%", "$", "#", "@"])
def test_signs_before_placeholders_are_those_of_other_programs(sign: str) -> None:
    """ "%{weeks}" of a program printed "%2 weeks"."""
    entry = an_entry(("Wait ", a_fact("a")), (f"czekaj {sign}", a_fact("a")))
    raw = replace(entry, translation=replace(entry.translation, text=f"czekaj {sign}{{a}}"))
    (fault,) = faults("html-or-template-syntax", raw)
    assert "no sign before" in fault.hint
    asked = an_entry((f"Wait {sign}", a_fact("a")), (f"czekaj {sign}", a_fact("a")))
    assert not faults("html-or-template-syntax", asked)


@pytest.mark.parametrize("words", ["5 < 6 and 7 > 3", "a & b", "a {b} c", "«x»", "100%", "<3", "& so;"])
def test_signs_that_are_no_syntax(words) -> None:
    assert messages("html-or-template-syntax", an_entry("Do not eat.", words)) == []


def test_syntax_of_the_source_may_be_kept() -> None:
    assert messages("html-or-template-syntax", an_entry("Write <b> here", "یہاں <b> لکھیں")) == []


def test_an_address_in_angle_brackets_is_a_link() -> None:
    link = a_link("https://example.org", "https://example.org")
    assert messages("html-or-template-syntax", an_entry(("See ", link), ("دیکھیں ", link))) == []


@pytest.mark.parametrize(
    "href",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\u200bjavascript:x",
        "%6Aavascript:x",
        "data:text/html,x",
        "http://example.org",
        "ftp://example.org",
        "//example.org",
        "../../secret",
        "",
        "vbscript:x",
    ],
)
def test_unsafe_links(href) -> None:
    assert messages("unsafe-link", an_entry("See us", a_link(href, "x")))
    assert messages("unsafe-link", an_entry(a_link(href, "us"), a_link(href, "x"))) == []


@pytest.mark.parametrize("href", ["https://example.org", "mailto:a@example.org", "tel:+44", "{web}"])
def test_safe_links_are_left_to_the_check_on_markup(href) -> None:
    entry = an_entry("See us", a_link(href, "x"))
    assert messages("unsafe-link", entry) == []
    assert messages("markup-mismatch", entry)


def test_links_that_were_refused_are_seen_in_the_words() -> None:
    assert messages("unsafe-link", an_entry("See us", "[x](javascript:alert(1)) y"))
    assert messages("unsafe-link", an_entry("See us", "<file:///etc/passwd>"))
    assert messages("unsafe-link", an_entry("See us", "data: 5 maja")) == []


def test_findings_never_carry_control_characters() -> None:
    nasty = "\x1b[2J\u202eevil\r\n" * 50
    catalog = a_catalog(
        an_entry((nasty, a_fact("a"), "5"), (nasty, a_link(nasty, "<b>"))), an_entry(nasty, "", MISSING)
    )
    findings = run([catalog])
    assert len(findings) >= 4
    for finding in findings:
        assert not set("\x1b\u202e\r\n") & set(finding.fault.message + finding.fault.hint)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_translation_is_judged(source, target) -> None:
    findings = run([a_catalog(an_entry(source or "x", target or "y"), an_entry("a", "b"))])
    assert "engine/check-crashed" not in [finding.check for finding in findings]


@given(st.text(min_size=1, max_size=80))
def test_a_text_that_is_its_own_translation_has_no_fault(words) -> None:
    catalog = replace(a_catalog(an_entry(words, words), an_entry("a", "b")), language=replace(ENGLISH, locale="en"))
    errors = [finding.check for finding in run([catalog]) if finding.severity is Severity.ERROR]
    assert [check for check in errors if check not in ("translation/missing", "translation/bidi-control")] == []


def test_a_translation_of_a_megabyte_is_judged_in_time() -> None:
    for nasty in ("<" * 100_000, "<a " * 50_000, "](" * 100_000, "1,1" * 2_000, "&#" * 100_000, "]( " * 50_000):
        catalog = a_catalog(an_entry("a", nasty))
        assert "engine/check-crashed" not in [finding.check for finding in run([catalog])]


def test_translation_checks_are_about_catalogs() -> None:
    assert {check.area for check in CHECKS if check.subject.__name__ == "CatalogView"} == {"translation"}


@pytest.mark.parametrize("words", ["\u2067a\u2069", "\u202ba\u2066b\u2069\u202c", "\u200fa\u200e", "می\u200cخواهم"])
def test_paired_controls(words) -> None:
    assert messages("bidi-control", an_entry("a", words)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("\u202e0800\u202c", "The override U+202E"),
        ("a\u2067b", "not closed with U+2069"),
        ("a\u2069b", "U+2069 closes nothing"),
        ("\u2067\u202ba\u2069\u202c", "closes nothing"),
        ("\u202ba", "not closed with U+202C"),
    ],
)
def test_controls_that_turn_what_follows(words, told) -> None:
    (message,) = messages("bidi-control", an_entry("a", words))
    assert told in message
