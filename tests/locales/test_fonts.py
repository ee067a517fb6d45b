"""The language table against the installed fonts."""

import datetime
import shutil
import subprocess
from decimal import Decimal
from functools import cache

import pytest
from fontTools.ttLib import TTCollection, TTFont

from polyleaf.locales.digits import ZEROS
from polyleaf.locales.numbers import format_date, format_number, format_percent, format_time
from polyleaf.locales.quantities import with_unit
from polyleaf.locales.scripts import SCRIPTS
from polyleaf.locales.table import LANGUAGES
from polyleaf.locales.units import UNITS
from polyleaf.render.style import _DEEPER, MM_PER_PT


@cache
def _font(family: str) -> TTFont:
    listed = subprocess.run(
        ["fc-list", f"{family}:style=Regular", "file", "index"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if not listed:
        pytest.skip(f"{family} is not installed")
    path = listed[0].split(":")[0].strip()
    if not path.endswith(".ttc"):
        return TTFont(path, lazy=True)
    return next(font for font in TTCollection(path, lazy=True).fonts if font["name"].getDebugName(1) == family)


needs_fontconfig = pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig is not installed")


@needs_fontconfig
@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.code)
def test_natural_line_is_what_the_font_says(script):
    font = _font((*script.families, "Noto Sans")[0])
    measured = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / font["head"].unitsPerEm
    if script.code == "Khmr":
        assert script.natural_line > measured
    else:
        assert script.natural_line == pytest.approx(measured, abs=0.005)


@needs_fontconfig
@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.code)
def test_a_line_has_room_for_latin_words(script):
    """A drug's name in Kannada: the ascent of Noto Sans stands under the descent of the line above."""
    fonts = [_font(family) for family in dict.fromkeys((*script.families[:1], "Noto Sans"))]
    ascent = max(font["hhea"].ascent / font["head"].unitsPerEm for font in fonts)
    descent = max(-font["hhea"].descent / font["head"].unitsPerEm for font in fonts)
    assert max(1.5, script.natural_line, script.mixed_line) >= ascent + descent - 0.005


_KEPT_FREE = 1.5 / (14 * 25.4 / 72)
"""What the foot of a page has beyond the 5 mm that printers keep free, over the type size of clear print."""


@needs_fontconfig
@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.code)
def test_latin_words_push_no_foot_off_the_page(script):
    """The name of a language beside a code: both lines are as high, but not as deep below the letters' foot."""
    line = max(1.25, script.natural_line, script.mixed_line)
    tops, depths = [], []
    for family in dict.fromkeys((*script.families[:1], "Noto Sans")):
        font = _font(family)
        ascent, descent = (abs(one) / font["head"].unitsPerEm for one in (font["hhea"].ascent, font["hhea"].descent))
        tops.append(ascent + (line - ascent - descent) / 2)
        depths.append(descent)
    deeper = max(tops) + max(depths) - line - script.lower
    assert deeper <= _KEPT_FREE / script.size_correction + 0.005
    assert deeper * script.size_correction * MM_PER_PT <= _DEEPER


@cache
def _letters(family: str) -> frozenset[int]:
    return frozenset(_font(family).getBestCmap())


LIGHT_ONLY = {script.families[0] for script in SCRIPTS.values() if not script.bold}


@needs_fontconfig
@pytest.mark.parametrize("family", sorted({family for script in SCRIPTS.values() for family in script.families}))
def test_family_is_known_to_fontconfig_and_has_a_bold(family):
    styles = subprocess.run(["fc-list", family, "style"], capture_output=True, text=True, check=True).stdout
    if not styles:
        pytest.skip(f"{family} is not installed")
    assert "Regular" in styles
    assert ("Bold" in styles) == (family not in LIGHT_ONLY)


@needs_fontconfig
@pytest.mark.parametrize("row", LANGUAGES.values(), ids=lambda row: row.locale)
def test_families_have_every_letter_that_facts_print(row):
    months = "".join(format_date(datetime.date(2026, month, 20), row, "latn") for month in range(1, 13))
    times = "".join(format_time(datetime.time(hour, 30), row, "latn") for hour in range(24))
    units = "".join(
        with_unit("1", Decimal(value), unit, row, "latn") for unit in UNITS for value in (0, 1, 2, 3, 6, 20)
    )
    numbers = "".join(
        form(Decimal("1234567.5"), row, digits)
        for form in (format_number, format_percent)
        for digits in ("latn", row.digits)
    )
    digits = "".join(chr(ZEROS[row.digits] + value) for value in range(10))
    wanted = set(row.native + "".join(row.quotes) + months + times + units + numbers + digits) - set(
        "\u200b\u200c\u200d"
    )
    have = frozenset[int]().union(*map(_letters, row.families))
    assert not {f"U+{ord(char):04X} {char}" for char in wanted if ord(char) not in have}
