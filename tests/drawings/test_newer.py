"""Drawings of newer programs: what a browser resolves or passes over is resolved and passed over."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from tests.drawings.samples import NS

from polyleaf.drawings.flaws import drawing_flaws
from polyleaf.drawings.labels import read_words
from polyleaf.drawings.svg import UnsafeSvg, parse_svg
from polyleaf.render.diagram import read_diagram
from polyleaf.render.weasy import write_pdf

RED, GREEN, BLUE, WHITE, BLACK = (255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)
BOX = '<rect width="100" height="100" {}/>'

PAINTED = {
    "variable": ('style="--ink:#f00"', BOX.format('style="fill:var(--ink)"'), RED),
    "variable of the style sheet": ("", "<style>:root{--a:#f00}rect{fill:var(--a)}</style>" + BOX.format(""), RED),
    "value for a missing variable": ("", BOX.format('fill="var(--none, var(--no, #f00))"'), RED),
    "case of a variable": ('style="--Ink:#f00;--ink:#00f"', BOX.format('style="fill:var(--Ink)"'), RED),
    "light and dark": ("", BOX.format('style="fill: light-dark(#f00, var(--dark, #121212))"'), RED),
    "no colour": ('fill="#f00"', BOX.format('fill="null"'), RED),
    "no colour in a style": ('fill="#00f"', BOX.format('style="fill:#f00;fill:undefined"'), RED),
    "no colour in a style sheet": ("", "<style>rect{fill:#f00}rect{fill:#12}</style>" + BOX.format(""), RED),
    "colour of the text": ('color="#f00"', BOX.format('fill="currentcolor"'), RED),
    "profile behind a colour": ('fill="#f00"', BOX.format('fill="#00f icc-color(a, 0, 1)"'), RED),
    "none behind a paint": ("", BOX.format('fill="url(#no) none"'), WHITE),
    "two addresses": (
        "",
        BOX.format("").join(('<defs><g id="a">', '</g><g id="b" fill="#f00"><path d="M0 0H99V99H0Z"/></g></defs>'))
        + '<use xlink:href="#a" href="#b"/>',
        RED,
    ),
    "ellipse with one radius": ("", '<ellipse cx="50" cy="50" rx="45" fill="#f00"/>', RED),
    "unknown element": ("", "<foo>" + BOX.format("") + "</foo>", WHITE),
    "element of a program": ("", '<x:g xmlns:x="urn:x">' + BOX.format("") + "</x:g>", WHITE),
    "on a condition": ("", BOX.format('requiredExtensions="urn:x"'), WHITE),
    "on an empty condition": ("", BOX.format('requiredExtensions=""'), WHITE),
    "units in an attribute": ("", BOX.format('fill="#f00" transform="translate(120px,0)"'), RED),
    "size by style": ('width="400" height="200" style="max-width: 100%; height: auto"', BOX.format('fill="#f00"'), RED),
    "size by sheet": (
        'width="400" height="400"', "<style>svg{width:100%;height:auto}</style>" + BOX.format('fill="#f00"'), RED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAINTED)
def test_what_a_browser_resolves_is_drawn_so(tmp_path: Path, name: str) -> None:
    root, inside, expected = PAINTED[name]
    svg = f'<svg {NS} viewBox="0 0 200 100" {root}>{inside}</svg>'.encode()
    assert drawing_flaws(parse_svg(svg), read_words(parse_svg(svg))) == ()
    diagram = read_diagram(svg)
    assert diagram.ratio == 2
    style = "<style>@page{size:200px 120px;margin:0}body{margin:0}img{width:200px;display:block}</style>"
    write_pdf(
        f"<html lang=en><title>A</title>{style}<img alt=A src='polyleaf:a.svg'>",
        lambda _: (diagram.drawing, "image/svg+xml"), tmp_path / "x.pdf",
    )  # fmt: skip
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as document:
        picture = document[0].render(scale=4 / 3).to_pil().convert("RGB")
    found = picture.getpixel((50, 50))
    assert isinstance(found, tuple)
    assert max(abs(one - other) for one, other in zip(found, expected, strict=True)) < 20, found
    assert picture.getpixel((150, 50)) == WHITE


TOLD = {
    "translate": '<g style="translate: 60px 40px"><rect width="9"/></g>',
    "scale": '<rect width="9" style="scale:2"/>',
    "rotate": '<rect width="9" style="rotate:20deg"/>',
    "mixed colour": '<rect fill="color-mix(in srgb, red, blue)"/>',
    "calculated": '<rect style="width:calc(6px + 2px)"/>',
    "of the window": '<rect width="20vw"/>',
    "per cent of itself": '<rect width="9" style="transform:translate(50%,0)"/>',
    "without units": '<rect width="9" style="transform:translate(60,20)"/>',
    "in space": '<rect width="9" style="transform:translate3d(6px,0,0)"/>',
    "around its middle": '<rect width="9" style="transform:rotate(9deg);transform-origin:center"/>',
    "dashes of its length": '<path d="M0 0H9" stroke-dasharray="1 2" pathLength="50"/>',
    "fault in a path": '<path d="M0 0H9 X 30 40"/>',
    "turned and repeated": (
        '<linearGradient id="g" gradientTransform="rotate(9)" spreadMethod="repeat"><stop/></linearGradient>'
        '<linearGradient id="h" href="#g"/><rect fill="url(#h)"/>'
    ),
    "gradient that goes nowhere": '<linearGradient id="g" x1="1" x2="1"><stop/></linearGradient><rect fill="url(#g)"/>',
    "gradient without a radius": '<radialGradient id="g" r="0"><stop/></radialGradient><rect fill="url(#g)"/>',
    "colour in linear light": '<rect fill="color(srgb-linear .2 .4 .1)"/>',
    "variables of a copy": '<defs><path id="q" style="fill:var(--u,#999)"/></defs><use href="#q" style="--u:#c00"/>',
    "for one language": '<g><rect systemLanguage="fr"/></g>',
}


@pytest.mark.parametrize("name", TOLD)
def test_what_the_engine_reads_in_another_way_is_told(name: str) -> None:
    drawing = parse_svg(f'<svg {NS} viewBox="0 0 90 90">\n\n{TOLD[name]}</svg>'.encode())
    (told, *others) = drawing_flaws(drawing, read_words(drawing))
    assert told.line == 3
    assert told.what
    assert others == []


@pytest.mark.parametrize(
    ("root", "told"),
    [
        ('style="background:#123"', 1),
        ('style="background-color: navy"', 1),
        ('style="background: white"', 0),
        ('style="background-color: rgb(255, 255, 255)"', 0),
        ('style="background: none; border: 0"', 0),
        ('style="border:4px solid red"', 1),
        ('transform="translate(20 10)"', 1),
    ],
)
def test_the_ground_and_the_frame_of_a_drawing_are_told(root: str, told: int) -> None:
    drawing = parse_svg(f'<svg {NS} viewBox="0 0 90 90" {root}><text x="9" y="9">Hip</text></svg>'.encode())
    assert len(drawing_flaws(drawing, read_words(drawing))) == told


@pytest.mark.parametrize("chosen", ["not(.x)", "first-child", "nth-child(1)", "only-of-type", "is(rect)", "hover"])
def test_choices_that_the_engine_makes_as_browsers_do_are_not_told(chosen: str) -> None:
    svg = f"<svg {NS} viewBox='0 0 9 9'><style>rect:{chosen}{{fill:red}}</style><rect/></svg>"
    drawing = parse_svg(svg.encode())
    assert drawing_flaws(drawing, read_words(drawing)) == ()


def test_links_lead_nowhere_and_stop_nobody():
    link = '<a xlink:href="https://example.org/x"><text x="9" y="9">Hip</text></a>'
    drawing = parse_svg(f"<svg {NS} viewBox='0 0 90 90'>{link}</svg>".encode())
    assert [one.lines for one in read_words(drawing).labels] == [("Hip",)]
    assert "example" not in read_diagram(f"<svg {NS} viewBox='0 0 90 90'>{link}</svg>".encode()).drawing.decode()
    with pytest.raises(UnsafeSvg):
        parse_svg(f"<svg {NS}><use xlink:href='https://example.org/x#a'/></svg>".encode())


def test_illustrators_own_file_is_left_out():
    own = '<foreignObject requiredExtensions="http://ns.adobe.com/x" width="1" height="1"><i/></foreignObject>'
    drawing = parse_svg(
        f"<svg {NS} viewBox='0 0 90 90'><switch>{own}<g><text x='9' y='9'>Hip</text></g></switch></svg>".encode()
    )
    assert [one.lines for one in read_words(drawing).labels] == [("Hip",)]


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        ('<svg width="40" height="60">{}</svg>', False),
        ('<svg width="40" height="60" overflow="visible">{}</svg>', True),
        ('<svg width="40" height="60" style="overflow:visible">{}</svg>', True),
        ('<symbol id="s" viewBox="0 0 40 60">{}</symbol><use href="#s" width="40" height="60"/>', False),
        ('<clipPath id="c"><circle cx="20" cy="40" r="19"/></clipPath><g clip-path="url(#c)">{}</g>', False),
        ('<clipPath id="c"><path d="M0 0H30V90Z"/><line/></clipPath><g clip-path="url(#c)">{}</g>', False),
        ('<clipPath id="c"><circle cx="60" cy="40" r="40"/></clipPath><g clip-path="url(#c)">{}</g>', True),
        ('<clipPath id="c"><use href="#x"/></clipPath><g clip-path="url(#c)">{}</g>', True),
    ],
)  # fmt: skip
def test_a_label_outside_what_it_stands_in_is_refused(around: str, seen: bool) -> None:
    text = '<text x="80" y="40">Cut</text>'
    words = read_words(parse_svg(f"<svg {NS} viewBox='0 0 200 100'>{around.format(text)}</svg>".encode()))
    assert (bool(words.labels), not words.flaws) == (seen, seen)


@pytest.mark.parametrize("text", ['y="9ex"', 'y="50" style="unicode-bidi:bidi-override;direction:rtl"'])
def test_letters_in_another_order_and_heights_of_a_font_are_refused(text: str) -> None:
    words = read_words(parse_svg(f"<svg {NS} viewBox='0 0 200 100'><text x='9' {text}>12 mm</text></svg>".encode()))
    assert (words.labels, len(words.flaws)) == ((), 1)


def test_variables_that_grow_without_end_are_left():
    rules = "".join(f"--v{one}:var(--v{one - 1}) var(--v{one - 1});" for one in range(1, 30))
    drawing = parse_svg(f"<svg {NS} style='--v0:#f00;{rules}'><rect fill='var(--v29)'/></svg>".encode())
    assert drawing_flaws(drawing, read_words(drawing))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('<text x="250" y="50">Left over</text>', False),
        ('<text x="-9" y="50" text-anchor="end">Left over</text>', False),
        ('<text x="50" y="-20">Left over</text>', False),
        ('<text x="50" y="130">Left over</text>', False),
        ('<text x="-5" y="50">Half seen</text>', True),
        ('<text x="198" y="99">Begins inside</text>', True),
    ],
)
def test_words_left_beside_the_drawing_are_not_printed(text: str, seen: bool) -> None:
    """Programs keep them on their desk, and browsers do not show them: they were printed over the page."""
    words = read_words(parse_svg(f"<svg {NS} viewBox='0 0 200 100'>{text}</svg>".encode()))
    assert (bool(words.labels), not words.flaws) == (seen, seen)


@pytest.mark.parametrize(
    ("text", "across"),
    [
        ('<text x="200" y="50" font-size="20" text-anchor="end" xml:space="preserve">Toe    </text>', 200 - 22.4),
        ('<text x="200" y="50" font-size="20" text-anchor="middle" style="white-space:pre">Toe    </text>', 200 - 11.2),
        ('<text x="200" y="50" font-size="20" xml:space="preserve">  Toe  </text>', 200 + 11.2),
        ('<text x="200" y="50" font-size="20" text-anchor="end">Toe    </text>', 200),
    ],
)
def test_blanks_that_are_kept_push_a_label_aside(text: str, across: float) -> None:
    (label,) = read_words(parse_svg(f"<svg {NS} viewBox='0 0 400 200'>{text}</svg>".encode())).labels
    assert label.lines == ("Toe",)
    assert label.across * 400 == pytest.approx(across, abs=0.5)


def test_style_sheets_of_other_languages_say_nothing_and_those_for_some_media_are_told():
    for attributes, anchor, flaws in (('type="text/less"', "start", 0), ("", "end", 0), ('media="print"', "end", 1)):
        sheet = f"<style {attributes}>text{{text-anchor:end}}</style>"
        svg = f"<svg {NS} viewBox='0 0 90 90'>{sheet}<text x='9' y='9'>A</text></svg>"
        drawing = parse_svg(svg.encode())
        words = read_words(drawing)
        assert [one.anchor for one in words.labels] == [anchor]
        assert len(drawing_flaws(drawing, words)) == flaws
