"""Gradients, patterns and groups that shine through come out as a browser draws them: points have its colours."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from polyleaf.render.weasy import write_pdf

STOPS = '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>'
FADING = '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/>'
USER = 'gradientUnits="userSpaceOnUse"'
HEAD = (
    '<marker id="m" viewBox="0 0 10 10" refY="5" markerWidth="20" markerHeight="20"><path d="M0 0V10L10 5z"/></marker>'
)
BLOCK = (
    '<marker id="m" viewBox="0 0 1 1" refY=".5" markerWidth="20" markerHeight="20" {}><path d="M0 0H1V1H0z"/></marker>'
)
AHEAD = BLOCK.format('orient="auto"') + '<{} fill="none" stroke="#000" marker-{}="url(#m)"/>'
CHECKS = '<rect width="10" height="10" fill="#0a0"/>'
STRIPES = f'<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse" {{}}>{CHECKS}</pattern>'
MOVED = STRIPES.format('x="5" patternTransform="translate(0 10)"')
RED, BLUE, GREEN, WHITE, BLACK, MIXED = (255, 0, 0), (0, 0, 255), (0, 170, 0), (255, 255, 255), (0, 0, 0), (128, 0, 128)

PAINTED = {
    "turned": (
        (
            f'<linearGradient id="g" {USER} x1="0" x2="141.4" gradientTransform="rotate(45)">{STOPS}</linearGradient>'
            '<rect width="100" height="100" fill="url(#g)"/>'
        ),
        {(2, 2): RED, (98, 98): BLUE, (95, 5): MIXED, (5, 95): MIXED},
    ),
    "fading": (
        f'<linearGradient id="g">{FADING}</linearGradient><rect width="100" height="100" fill="url(#g)"/>',
        {(50, 50): (191, 127, 191), (98, 50): WHITE},
    ),
    "stops of another": (
        (
            f'<linearGradient id="a">{STOPS}</linearGradient><linearGradient id="g" xlink:href="#a"/>'
            '<rect width="50" height="99" fill="url(#g)"/><rect x="100" width="50" height="99" fill="url(#g)"/>'
        ),
        {(2, 50): RED, (48, 50): BLUE, (102, 50): RED, (148, 50): BLUE},
    ),
    "round": (
        f'<radialGradient id="g">{STOPS}</radialGradient><rect width="100" height="100" fill="url(#g)"/>',
        {(50, 50): RED, (2, 50): BLUE, (75, 50): MIXED},
    ),
    "on a line": (
        (
            f'<linearGradient id="g" {USER} x2="200">{STOPS}</linearGradient>'
            '<path d="M0 50H200" stroke-width="40" stroke="url(#g)"/>'
        ),
        {(2, 35): RED, (197, 65): BLUE, (100, 25): WHITE},
    ),
    "pattern": (
        f'{STRIPES.format("")}<rect x="35" y="5" width="150" height="90" fill="url(#p)"/>',
        {(45, 25): GREEN, (55, 25): WHITE, (45, 35): WHITE, (37, 7): WHITE},
    ),
    "pattern moved": (
        f'{MOVED}<rect x="35" y="3" width="150" height="95" fill="url(#p)"/>',
        {(50, 15): GREEN, (50, 5): WHITE, (60, 15): WHITE},
    ),
    "pattern of two shapes": (
        (
            f'<pattern id="p" width=".2" height=".2">{CHECKS}</pattern><rect width="99" height="99" fill="url(#p)"/>'
            '<rect x="100" width="100" height="99" fill="url(#p)"/>'
        ),
        {(45, 45): GREEN, (55, 45): WHITE, (145, 45): GREEN, (155, 45): WHITE, (185, 85): GREEN},
    ),
    "arrow": (
        f'{HEAD}<g opacity=".5"><path d="M20 50h100" stroke="#000" marker-end="url(#m)"/></g>',
        {(124, 50): (127, 127, 127), (122, 45): (127, 127, 127)},
    ),
    "at the start of a curve": (
        AHEAD.format('path d="M100 50C100 90 180 90 180 20"', "start"),
        {(93, 65): BLACK, (93, 45): WHITE, (115, 53): WHITE},
    ),
    "at the end of an arc": (
        AHEAD.format('path d="M20 50A40 40 0 0 1 100 50"', "end"),
        {(93, 65): BLACK, (115, 53): WHITE},
    ),
    "at the end of a long arc": (
        AHEAD.format('path d="M80 70A30 30 0 1 1 110 40"', "end"),
        {(103, 55): BLACK, (125, 43): WHITE},
    ),
    "in no corner of an arc": (
        AHEAD.format('path d="M80 70A30 30 0 1 1 110 40"', "mid"),
        {(50, 25): WHITE, (43, 33): WHITE},
    ),
    "at the end of a quadratic curve": (
        AHEAD.format('path d="M20 90Q100 90 100 30"', "end"),
        {(93, 15): BLACK, (115, 33): WHITE},
    ),
    "at the end of two lines": (
        AHEAD.format('path d="M20 50H60M100 50V30"', "end"),
        {(93, 15): BLACK, (65, 45): WHITE},
    ),
    "at the end of a polyline": (
        AHEAD.format('polyline points="20,90 100,90 100,50"', "end"),
        {(93, 35): BLACK, (115, 53): WHITE},
    ),
    "where a polygon is closed": (
        AHEAD.format('polygon points="100,20 180,90 100,90"', "end"),
        {(106, 8): BLACK, (85, 30): WHITE},
    ),
    "by an angle with a unit": (
        BLOCK.format('orient=".25turn"') + '<path d="M20 50H100" stroke="#000" marker-end="url(#m)"/>',
        {(93, 65): BLACK, (115, 53): WHITE},
    ),
    "whole drawing": (
        '<rect x="75" width="25" height="49" fill="#f00"/>',
        {(195, 90): RED},
    ),
}


@pytest.mark.parametrize("name", PAINTED)
def test_a_paint_is_that_of_the_drawing(tmp_path: Path, name: str) -> None:
    inside, expected = PAINTED[name]
    box = '0 0 100 50" opacity=".99' if name == "whole drawing" else "0 0 200 100"
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    svg = f'<svg {space} viewBox="{box}">{inside}</svg>'
    style = "<style>@page{size:200px 120px;margin:0}body{margin:0}img{width:200px;display:block}</style>"
    write_pdf(
        f"<html lang=en><title>A</title>{style}<img alt=A src='polyleaf:a.svg'>",
        lambda _: (svg.encode(), "image/svg+xml"), tmp_path / "x.pdf",
    )  # fmt: skip
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as document:
        picture = document[0].render(scale=4 / 3 * 2).to_pil().convert("RGB")
    for (x, y), colour in expected.items():
        found = picture.getpixel((2 * x, 2 * y))
        assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) < 20, (x, y, found)
