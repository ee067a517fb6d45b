"""Signs: what prints in every language, and what is said where nothing does."""

import shutil

import pytest

from polyleaf.building.fonts import letters_of
from polyleaf.checks.samples.leaflet import a_paragraph, in_project
from polyleaf.checks.source.sign_not_in_fonts import sign_not_in_fonts
from polyleaf.locales.signs import called, in_one_colour, instead_of, standing_in
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.letters import ANY_LETTERS, Letters
from polyleaf.model.project import Config

COMMON = "≤≥≠≈→←↑↓✓✗☐☑☎⚠★½¼¾①②√∞−×÷±²³⁰⁴⁻⁺₂₃•●■♥"
LATIN = Letters(((0x20, 0x24F), (0x2190, 0x2193), (0x260E, 0x260E)))


def _config(*targets: str) -> Config:
    return Config("Example", "", "en_GB", targets, "latn", {}, {})


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")
@pytest.mark.parametrize("locale", ["ar", "ur", "ja", "th", "kn", "pl"])
def test_common_signs_print_in_every_language(locale):
    letters = letters_of(_config(locale))
    assert letters.lacking(COMMON) == ()
    assert letters.lacking(LANGUAGES[locale].native) == ()


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")
def test_letters_are_those_of_the_project_alone():
    assert letters_of(_config()).lacking("한 💊") == ("한", "💊")
    assert letters_of(_config("ko")).lacking("한 💊") == ("💊",)


def test_without_fontconfig_nothing_is_said(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert letters_of(_config("am", "hy")) is ANY_LETTERS


def test_each_sign_is_told_once_and_marks_are_not():
    assert LATIN.lacking("💊 a 💊 ☎\ufe0f \u200b\u2060 é 漢") == ("💊", "漢")


def test_what_is_drawn_around_another_letter_never_prints():
    assert ANY_LETTERS.lacking("1\ufe0f\u20e3") == ("\u20e3",)


@pytest.mark.parametrize(
    ("char", "instead"),
    [("📞", "Type ☎"), ("\uf0e0", "Type →"), ("𝟐", "Type 2"), ("ﬁ", "Type fi"), ("\u20e3", "Leave it out")],
)
def test_a_replacement_that_prints_is_named(char, instead):
    assert instead_of(char, LATIN).startswith(instead)


def test_a_replacement_that_does_not_print_is_not_named():
    assert "in words" in instead_of("✅", LATIN)


def test_signs_are_called_by_name_and_code():
    assert called("💊") == "💊 (pill, U+1F48A)"
    assert "Word" in called("\uf0b7")
    assert standing_in("💊") == "[pill]"
    assert standing_in("\uf0b7") == "[U+F0B7]"


def test_colour_is_never_asked_for():
    assert in_one_colour("⚠\ufe0f ❤\ufe0f") == "⚠ ❤"
    assert in_one_colour("⚡ a") == "⚡\ufe0e a"
    assert in_one_colour(in_one_colour("⚡")) == in_one_colour("⚡")
    assert in_one_colour("10² ≥ 5") == "10² ≥ 5"


def test_flags_are_told_once_by_their_letters():
    subject = in_project(a_paragraph("🇫🇷 France, 🇩🇪 Germany 💊"), letters=Letters(((0x20, 0x7E),)))
    flags, pill = (finding.fault.message for finding in sign_not_in_fonts.run(subject))
    assert flags == "No font of the leaflet has 🇫🇷 (flag FR), 🇩🇪 (flag DE)"
    assert "pill" in pill
