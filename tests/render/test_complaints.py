"""A complaint about a style sheet is told with the file and line that a person wrote."""

from pathlib import Path

import pytest

from polyleaf.model.finding import Location
from polyleaf.render.complaints import told

LEAFLET = Location("leaflets/teeth/leaflet.md", locale="pl")


@pytest.fixture
def rooms(tmp_path: Path) -> tuple[Path, Path]:
    """A project's template folder and the built-in one."""
    own, built_in = tmp_path / "templates", tmp_path / "share"
    for room in (own, built_in):
        (room / "css").mkdir(parents=True)
    (own / "css/project.css").write_text("p {\n  colour: red;\n}\nh2 { hue: 3 }\nh3 { hue: 3 }\n", encoding="utf-8")
    (own / "css/old.css").write_bytes(b"\xff\xfe broken")
    (built_in / "css/type.css").write_text("em { hue: 4 }\nh3 { hue: 3 }\n", encoding="utf-8")
    return own, built_in


def page(rooms: tuple[Path, Path]) -> str:
    sheets = [(room / name).read_text(encoding="utf-8") for room, name in zip(rooms[::-1], ORDER, strict=True)]
    return f"<html><head>\n<style>\n{sheets[0]}\n{sheets[1]}</style>\n</head>\n<body>\n\n\n  colour: red;\n</body>"


ORDER = ("css/type.css", "css/project.css")


@pytest.mark.parametrize(("line", "place"), [
    (6, Location("templates/css/project.css", 2)),
    (8, Location("templates/css/project.css", 4)),
    (2, Location("built-in/css/type.css", 1)),
])  # fmt: skip
def test_the_line_of_the_file(rooms, line, place) -> None:
    fault = told(f"Ignored `colour: red` at {line}:3, unknown property.", page(rooms), rooms, LEAFLET)
    assert fault.location == place
    assert fault.message == "Ignored `colour: red`, unknown property."


@pytest.mark.parametrize("complaint", [
    "Ignored `hue: 3` at 9:3, unknown property.",  # the same line stands in two files
    "Ignored `hue: 3` at 99999999999999999999:3, unknown property.",
    "Ignored `hue: 3` at 4:1, unknown property.",  # a blank line
    "Failed to load image",
])  # fmt: skip
def test_a_complaint_without_a_sure_place_is_the_leaflets(rooms, complaint) -> None:
    fault = told(complaint, page(rooms), rooms, LEAFLET)
    assert (fault.message, fault.location) == (complaint, LEAFLET)
