"""``[press]`` of ``polyleaf.toml``."""

import time

import pytest

from polyleaf.manuscript.faults import ContentError
from polyleaf.model.project import Press
from polyleaf.source.config import parse_config

BASE = '[organisation]\nname = "Hospital"\n[languages]\nsource = "en_GB"\n'


def press(lines):
    return parse_config(f"{BASE}[press]\n{lines}\n").press


def faults(lines):
    with pytest.raises(ContentError) as caught:
        press(lines)
    return caught.value.faults


def test_all_of_it():
    found = press(
        'bleed = "5mm"\nprofile = "icc/shop.icc"\ncolour = "black"\nink_limit = "280%"\n'
        '[press.colours]\n"#005EB8" = "cmyk(100 55 0 5)"\n"#ABCDEF" = "CMYK(1.5%, 2, 3, 4)"'
    )
    assert found == Press(
        5.0, "icc/shop.icc", "black", 280.0, {"#005eb8": (1.0, 0.55, 0.0, 0.05), "#abcdef": (0.015, 0.02, 0.03, 0.04)}
    )


def test_none_of_it():
    assert parse_config(BASE).press == Press() == Press(3.0, "built-in FOGRA39", "cmyk", None, {})


@pytest.mark.parametrize(
    ("lines", "line", "message", "hint"),
    [
        ('[press.colours]\n"#005EB8" = "cmyk(100 55 0)"', 7, "not a mixture of inks", "cmyk(100 55 0 5)"),
        ('[press.colours]\n"#005EB8" = "rgb(0 1 2)"', 7, "not a mixture of inks", "each 0 to 100"),
        ('[press.colours]\n"#005EB8" = "cmyk(100 555 0 5)"', 7, "not a mixture of inks", "each 0 to 100"),
        ('[press.colours]\n"#005EB8" = 5', 7, "is 5, which is not a mixture of inks", "cmyk(100 55 0 5)"),
        ('[press.colours]\n"NHS blue" = "cmyk(100 55 0 5)"', 7, "which is not a colour", '"#005EB8"'),
        ('[press.colours]\n"#05E" = "cmyk(100 55 0 5)"', 7, "which is not a colour", '"#005EB8"'),
        ('colour = "grey"', 6, "`colour` is “grey”", "'cmyk' or 'black'"),
        ('ink_limit = "90%"', 6, "is 90%", "between 150% and 400%"),
        ("ink_limit = 300", 6, "not in per cent", '"300%"'),
        ('profile = "built-in FOGRA51"', 6, "not built in", "built-in FOGRA29"),
        ('profile = "../shop.icc"', 6, "leaves the project", "into the project folder"),
        ('colors = "cmyk"', 6, "Unknown key `colors`", "`colour"),
    ],
)
def test_what_is_refused(lines, line, message, hint):
    (fault,) = faults(lines)
    assert fault.location.line == line
    assert message in fault.message
    assert hint in fault.hint


def test_an_edition_must_not_look_like_a_press_file():
    with pytest.raises(ContentError) as caught:
        parse_config(f'{BASE}[editions.large-press]\nsize = "18pt"')
    assert "files for the print shop" in caught.value.faults[0].message


def test_endless_values_take_no_time():
    start = time.process_time()  # a quadratic reader would take minutes
    faults('[press.colours]\n"#005EB8" = "cmyk(' + " " * 500_000 + '"')
    assert time.process_time() - start < 20
