"""Where a complaint of the layout engine belongs: the line of the style sheet that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.model.finding import Fault, Location
from polyleaf.render.environment import shown

_PLACE = re.compile(r" at (\d+):\d+")
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)


def told(
    complaint: str, html: str, rooms: Sequence[Path], leaflet: Location, pictures: Mapping[str, Location] | None = None
) -> Fault:
    """A complaint with its place: the line of a style sheet or of a picture if it can be found, else the leaflet.

    The engine counts the lines of all style sheets together, as they stand in the page.

    Args:
        complaint: What it said (``Ignored `colour: red` at 346:3, unknown property.``).
        html: The page.
        rooms: Template folders.
        leaflet: The leaflet's source.
        pictures: Where each picture is named, by its address.
    """
    for address, place in (pictures or {}).items():
        if repr(address) in complaint or complaint.endswith(f" {address}"):
            return Fault(complaint, replace(place, locale=leaflet.locale))
    found = _PLACE.search(complaint)
    lines = set(_lines(html, int(found[1]))) if found else set()
    places = {place for line in lines for place in _written(line, rooms)}
    if found is None or len(places) != 1:
        return Fault(complaint, leaflet)
    return Fault(complaint.replace(found[0], "", 1), places.pop())


def _lines(html: str, number: int) -> Iterator[str]:
    for style in _STYLE.finditer(html):
        lines = style[1].splitlines()
        if number <= len(lines) and (line := lines[number - 1].strip()):
            yield line


def _written(line: str, rooms: Sequence[Path]) -> Iterator[Location]:
    for room in rooms:
        for path in sorted(room.glob("css/*.css")):
            for number, written in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if written.strip() == line:
                    yield Location(shown(str(path), rooms), number)
