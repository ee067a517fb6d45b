"""A theme, and an organisation's own colours: they win, and nobody gets colours in which people could not read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from polyleaf.errors import PolyleafError
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.contrast import ratio
from polyleaf.model.look import PLAIN, THEMES, Theme
from polyleaf.model.project import Config
from polyleaf.source.config import parse_config

HEAD = '[organisation]\nname = "A"\n[languages]\nsource = "en_GB"\n'
DOCS = Path(__file__).parents[2] / "docs" / "look.md"


def config(look: str) -> Config:
    return parse_config(f"{HEAD}[look]\n{look}\n")


def told(look: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        config(look)
    return caught.value


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_of_every_theme_can_be_read(theme: Theme) -> None:
    look = theme.look
    accent, tint, white = rgb(look.accent), rgb(look.tint), (1.0, 1.0, 1.0)
    assert min(ratio(accent, white), ratio(accent, tint), ratio((0, 0, 0), tint)) >= 7
    assert ratio(rgb(look.second), white) >= 3
    chosen = config(f'theme = "{theme.name}"')
    assert chosen.look == look
    named = {} if look == PLAIN else {look.accent, look.tint} - {"#ffffff"}
    assert set(theme.inks) == set(named)
    assert set(chosen.press.colours) >= set(theme.inks)


def test_own_tokens_win_over_the_theme_and_own_inks_over_its_inks() -> None:
    look = config('theme = "bold"\naccent = "#1A4480"\ncorner = "1mm"').look
    assert (look.accent, look.second, look.corner) == ("#1a4480", "#1a4480", 1.0)
    assert look.bar == THEMES["bold"].look.bar
    inks = parse_config(
        f'{HEAD}[look]\ntheme = "clear"\n[press.colours]\n"#00365e" = "cmyk(100 50 0 60)"\n'
    ).press.colours
    assert inks["#00365e"] == (1.0, 0.5, 0.0, 0.6)


def test_a_project_that_says_nothing_has_the_first_theme() -> None:
    assert parse_config(HEAD).look == PLAIN == next(iter(THEMES.values())).look


@pytest.mark.parametrize("colour", ["#005eb8", "#ffcc00", "#767676", "#ffffff"])
def test_a_pale_accent_is_refused_with_a_shade_that_works(colour: str) -> None:
    (fault,) = told(f'accent = "{colour}"').faults
    assert fault.location is not None
    assert fault.location.line == 6
    (better,) = re.findall("darker: (#[0-9a-f]{6})", fault.hint or "")
    assert config(f'accent = "{better}"').look.accent == better


def test_an_accent_is_held_against_its_own_ground() -> None:
    (fault,) = told('accent = "#003087"\ntint = "#9db4d8"').faults
    assert "with the ground #9db4d8" in fault.message


def test_a_dark_ground_and_pale_shapes_are_refused() -> None:
    (fault,) = told('tint = "#333333"').faults
    assert "black words on it" in fault.message
    (fault,) = told('second = "#ffdd00"').faults
    assert "`second`" in fault.message


@pytest.mark.parametrize(("look", "words"), [
    ('theme = "loud"', "Themes: calm"), ('theme = "bolt"', "Did you mean bold?"), ('accent = "blue"', "#005EB8"),
    ("corner = 2", "2mm"), ('corner = "90mm"', "between"), ('shade = "#000000"', "shade"),
])  # fmt: skip
def test_slips_are_told_with_the_way_out(look: str, words: str) -> None:
    error: PolyleafError = told(look)
    assert any(words in f"{fault.message} {fault.hint}" for fault in told(look).faults), error


def test_the_examples_in_the_docs_are_accepted() -> None:
    examples = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        assert parse_config(HEAD + example).look != PLAIN
