"""Where labels of drawings stand (Chromium is the judge, ``judge.py`` asks it), and which are refused."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawings.judge import EXPECTED, asked, browser
from tests.drawings.samples import DRAWINGS, NS

from polyleaf.drawings.flaws import drawing_flaws
from polyleaf.drawings.labels import read_words
from polyleaf.drawings.svg import UnsafeSvg, parse_svg

NEAR = 0.02
"""Part of the picture that a label may stand away from where Chromium draws it."""
PLACED = [name for name in DRAWINGS if not name.startswith("refused")]


def words_of(svg):
    return read_words(parse_svg(svg.encode()))


def bare(words):
    return unicodedata.normalize("NFKC", "".join(words.split()))  # raised figures are figures to the judge


def distances(name, lines):
    """How far each label is from where the judge saw its first line; each of the judge's lines is in a label."""
    left = list(lines)
    for label in words_of(DRAWINGS[name]).labels:
        for number, words in enumerate(label.lines):
            line = next(one for one in left if bare(one["words"]) == bare(words))
            left.remove(line)
            middle = (line["left"] + line["right"]) / 2
            seen = {"start": line["left"], "middle": middle, "end": line["right"]}[label.anchor]
            across = abs(label.across - seen)
            yield max(across, abs(1 - label.above - line["y"])) if number == 0 else across
    assert left == []


@pytest.mark.parametrize("name", PLACED)
def test_a_label_stands_where_chromium_draws_it(name):
    assert max(distances(name, json.loads(EXPECTED.read_text(encoding="utf-8"))[name]), default=0) <= NEAR
    assert words_of(DRAWINGS[name]).flaws == ()


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('10<tspan baseline-shift="super" font-size="10">9</tspan>/l', "10⁹/l"),
        ('10<tspan style="baseline-shift:4px">-3</tspan>', "10⁻³"),
        ('10<tspan dy="-5" font-size="10">12</tspan><tspan dy="5"> cells</tspan>', "10¹² cells"),
        ('CO<tspan style="font-size:65%;baseline-shift:sub">2</tspan> in', "CO₂ in"),
        ('Day <tspan font-size="12" dy="0">2</tspan>', "Day 2"),
        ('<tspan x="9" y="50">5 ml</tspan><tspan x="9" dy="1.2em" font-size="12">2 times</tspan>', "5 ml|2 times"),
    ],
)
def test_raised_figures_stay_raised(inside, words):
    (label,) = words_of(
        f'<svg {NS} viewBox="0 0 200 100"><text x="9" y="50" font-size="16">{inside}</text></svg>'
    ).labels
    assert "|".join(label.lines) == words


def test_raised_fractions_are_refused():
    text = '<text x="9" y="50">10<tspan baseline-shift="super">2.5</tspan></text>'
    assert words_of(f'<svg {NS} viewBox="0 0 200 100">{text}</svg>').flaws


def test_a_font_inside_a_drawing_is_left_out():
    face = "@font-face { font-family: Sketch; src: url(data:font/woff2;base64,AAAA) format('woff2'); }"
    drawing = parse_svg(f"<svg {NS} viewBox='0 0 9 9'><style>{face}.a{{fill:red}}</style></svg>".encode())
    assert "".join(drawing.root.itertext()).strip() == ".a{fill:red}"
    for src in ("url(https://example.org/a.woff2)", "local(x)"):
        with pytest.raises(UnsafeSvg):
            parse_svg(
                f"<svg {NS}><style>@font-face {{ src: {src}, url(data:font/woff;base64,AA) }}</style></svg>".encode()
            )


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name.startswith("refused")])
def test_what_cannot_be_placed_is_refused_by_name_and_line(name):
    found = words_of(DRAWINGS[name])
    assert found.labels == ()
    (flaw,) = found.flaws
    assert flaw.words
    assert flaw.line == 1
    assert flaw.what
    assert flaw.hint


@pytest.mark.slow
def test_the_judge_still_says_so():
    program = browser()
    if program is None:
        pytest.skip("no Chromium here")
    found = asked(program)
    for name in PLACED:
        assert max(distances(name, found[name]), default=0) <= NEAR, name


def test_lines_of_one_label_stay_together_and_scattered_words_do_not():
    assert [one.lines for one in words_of(DRAWINGS["inkscape-two-lines"]).labels] == [("Ball of", "the hip")]
    assert [one.lines for one in words_of(DRAWINGS["office-scattered"]).labels] == [("First",), ("Second",)]
    assert [one.lines for one in words_of(DRAWINGS["illustrator-translate"]).labels] == [("Vertebra",)]


def test_weight_and_colour_are_those_of_the_drawing():
    (label,) = words_of(DRAWINGS["illustrator-white"]).labels
    assert (label.colour, label.bold) == ("#ffffff", True)


@pytest.mark.parametrize(
    ("inside", "others"),
    [
        ('<text y="9">Do <tspan fill="#c00">not</tspan> bend</text>', "not"),
        ('<text y="9"><tspan fill="#d00">Red</tspan>: stop, <tspan style="fill:green">green</tspan>: go</text>', None),
        ('<text y="9"><tspan x="9" fill="red">Kn</tspan><tspan x="27" fill="blue">ee</tspan></text>', "ee"),
        ('<text y="9" fill="red">Do <tspan fill="#f00">not</tspan><tspan fill="blue"> </tspan>bend</text>', ""),
    ],
)
def test_words_in_a_colour_of_their_own_are_told(inside, others):
    told = [one.colours for one in flaws(inside)]
    assert told == ([": stop, green: go"] if others is None else [others] if others else [])


def test_a_label_with_a_light_edge_is_one_label():
    """Maps and charts write it twice: the edge, and the words on it."""
    edge = '<text x="9" y="9" stroke="#fff" stroke-width="4" fill="none">Artery</text>'
    found = words_of(f'<svg {NS} viewBox="0 0 90 90">{edge}<text x="9" y="9" fill="#900">Artery</text></svg>').labels
    assert [(one.lines, one.colour) for one in found] == [(("Artery",), "#990000")]


WRONG = {
    "mask": '<mask id="m"><rect width="9" fill="#fff"/></mask><rect id="bone" width="9" mask="url(#m)"/>',
    "filter": '<filter id="f"><feGaussianBlur stdDeviation="5"/></filter><rect style="filter:url(#f)" width="9"/>',
    "keyframes": "<style>@keyframes k{from{fill:red}} rect{animation:k 2s}</style><rect/>",
    "clip in its own size": '<clipPath id="c" clipPathUnits="objectBoundingBox"/><path clip-path="url(#c)"/>',
    "clip with a hole": '<clipPath id="c"><path clip-rule="evenodd"/></clipPath><path clip-path="url(#c)"/>',
    "clip by a shape": '<path style="clip-path: circle(40%)"/>',
    "blend": '<rect style="mix-blend-mode:multiply"/>',
    "paint-order": '<circle paint-order="stroke"/>',
    "vector-effect": '<path vector-effect="non-scaling-stroke"/>',
    "switch": '<switch><rect systemLanguage="fr"/><rect/></switch>',
    "media": "<style>@media print{rect{fill:red}}</style>",
    "pseudo-class": "<style>rect:foo{fill:red}</style>",
    "variable": "<style>rect{fill:var(--c)}</style><rect/>",
    "transform-box": '<rect style="transform:rotate(45deg);transform-box:fill-box"/>',
    "animate": '<rect><animate attributeName="x" to="9" dur="1s"/></rect>',
    "set": '<rect><set attributeName="fill" to="red"/></rect>',
    "collapse": '<rect visibility="collapse"/>',
    "shape in a style": "<path style=\"d:path('M0 0H9')\"/>",
    "nested": '<svg viewBox="0 0 9 9"><rect/></svg>',
    "symbol": '<symbol id="s" viewBox="0 0 9 9"><rect/></symbol><use href="#s"/>',
    "mesh": '<meshgradient id="m"/><rect fill="url(#m)"/>',
    "missing paint": '<rect fill="url(#nowhere)"/>',
    "text in a clip path": '<clipPath id="c"><text>Hole</text></clipPath><rect clip-path="url(#c)"/>',
    "text in a pattern": '<pattern id="p"><text>Wall</text></pattern><rect fill="url(#p)"/>',
}
RIGHT = {
    "gradient": '<linearGradient id="g"><stop/></linearGradient><rect fill="url(#g)"/>',
    "fallback": '<rect fill="url(#nowhere) red"/>',
    "pattern": '<pattern id="p" width="9" height="9"><rect/></pattern><rect fill="url(#p)"/>',
    "marker": '<marker id="m" orient="auto"><path d="M0 0"/></marker><path d="M0 0H9" marker-end="url(#m)"/>',
    "clip": '<clipPath id="c"><rect/></clipPath><rect clip-path="url(#c)"/>',
    "stroke": '<linearGradient id="g"/><path d="M0 0H9" stroke="url(#g)"/>',
    "patternTransform": '<pattern id="p" width="9" height="9" patternTransform="rotate(45)"/><rect fill="url(#p)"/>',
    "keyframes that nothing uses": "<style>@keyframes k{from{fill:red}} .edge{animation:k 2s}</style><rect/>",
    "opacity": '<g opacity=".5"><rect/></g>',
    "hidden mask": '<mask id="m"/><g style="display:none"><rect mask="url(#m)"/></g>',
    "nothing": '<rect mask="none" filter="none" style="mix-blend-mode:normal;paint-order:normal"/>',
    "unused filter": '<defs><filter id="f"><feGaussianBlur/></filter></defs><rect/>',
}


def all_flaws(svg):
    drawing = parse_svg(svg.encode())
    return drawing_flaws(drawing, read_words(drawing))


def flaws(inside):
    return all_flaws(f'<svg {NS} viewBox="0 0 90 90">\n\n{inside}</svg>')


@pytest.mark.parametrize("name", WRONG)
def test_what_would_be_drawn_wrong_is_told_with_its_element_and_line(name):
    found = flaws(WRONG[name])
    assert found
    assert {one.line for one in found} == {3}
    assert all(one.element.startswith("<") and one.what and one.hint for one in found)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_drawn_right_is_not_told(name):
    assert flaws(RIGHT[name]) == ()


def test_an_element_is_named_as_people_find_it():
    assert flaws(WRONG["mask"])[0].element == '<rect id="bone">'


@given(
    st.lists(st.sampled_from(["x", "y", "dx", "dy", "transform", "style", "rotate", "text-anchor"]), max_size=3),
    st.text(max_size=30),
)
def test_no_attribute_breaks_the_reader(names, value):
    shown = value.replace("&", "").replace("<", "").replace('"', "")
    shown = "".join(char for char in shown if char.isprintable())
    attributes = " ".join(f'{name}="{shown}"' for name in dict.fromkeys(names))
    svg = f'<svg {NS} viewBox="0 0 9 9"><g><text {attributes}>Word <tspan {attributes}>word</tspan></text></g></svg>'
    found = all_flaws(svg)
    assert words_of(svg).labels or found or "Word" not in svg or "style" in names


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<text font-size="16" x="50 60 70 80 90 105 115" y="9">Two leg</text>', "Two leg"),
        ('<text font-size="16"><tspan x="50 62 74 86 98" y="9">2 leg</tspan></text>', "2 leg"),
        ('<text font-size="16"><tspan x="50" y="9">10</tspan><tspan x="73" y="9">5</tspan></text>', "10 5"),
        ('<text font-size="16"><tspan x="50" y="9">10</tspan><tspan x="68" y="9">5</tspan></text>', "105"),
        ('<text font-size="16"><tspan x="50" y="9">Kn</tspan><tspan x="69" y="9">ee</tspan></text>', "Knee"),
        ('<text font-size="16" y="9">Small<tspan dx="8">large</tspan></text>', "Small large"),
        ('<text font-size="16" y="9" dx="0 1 0 -1">Disc</text>', "Disc"),
        ('<text font-size="16"><tspan x="50" y="9">Take </tspan><tspan x="88" y="9">5 mg</tspan></text>', "Take 5 mg"),
    ],
)
def test_letters_that_a_program_set_one_by_one_keep_their_spaces(inside, words):
    (label,) = words_of(f'<svg {NS} viewBox="0 0 400 200">{inside}</svg>').labels
    assert label.lines == (words,)


WEB = (
    '<foreignObject width="100%" height="100%" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">'
    '<div xmlns="http://www.w3.org/1999/xhtml" style="display: flex"><div><font>{}</font></div></div></foreignObject>'
)
DRAWIO = (
    f'<svg {NS} width="401px" height="81px" viewBox="-0.5 -0.5 401 81"><g><rect x="0" y="10" width="100" height="60"/>'
    '<g transform="translate(-0.5 -0.5)"><switch>{}<text x="50" y="45" font-size="16px" text-anchor="middle">{}</text>'
    '</switch></g></g><switch><g requiredFeatures="x"/><a href="https://www.drawio.com/doc"><text>Text is not SVG'
    "</text></a></switch></svg>"
)


def test_a_label_that_stands_there_as_text_and_as_a_web_page_is_its_text():
    found = words_of(DRAWIO.format(WEB.format("Vagus nerve"), "Vagus nerve"))
    assert found.flaws == ()
    (label,) = found.labels
    assert (label.lines, label.anchor) == (("Vagus nerve",), "middle")
    assert (label.across, 1 - label.above) == (pytest.approx(50 / 401, abs=NEAR), pytest.approx(45 / 81, abs=NEAR))


@pytest.mark.parametrize(
    ("web", "text"), [("Vagus nerve and heart", "Vagus nerve..."), ("Vagus<br/>nerve", "Vagusnerve")]
)
def test_a_label_whose_text_was_cut_is_refused_with_its_line(web, text):
    with pytest.raises(UnsafeSvg, match=r"foreignObject.* line 1"):
        words_of(DRAWIO.format(WEB.format(web), text))


def test_text_that_flows_in_a_frame_is_told_and_its_frame_is_not_drawn():
    region = '<flowRegion><rect width="40" height="15"/></flowRegion>'
    (told,) = flaws(f"<flowRoot>{region}<flowPara>mask or mouthpiece</flowPara></flowRoot>")
    assert (told.words, "Convert to Text" in told.hint) == ("mask or mouthpiece", True)
    assert not flaws(f"<flowRoot>{region}<flowPara/></flowRoot>")  # Inkscape leaves empty ones behind
    drawing = parse_svg(f'<svg {NS} viewBox="0 0 90 90"><flowRoot>{region}</flowRoot></svg>'.encode())
    assert not [one for one in drawing.root.iter() if one.tag.endswith("rect")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('<text x="80" y="50">Cut</text>', False),
        ('<text x="-9" y="50" text-anchor="end">Cut</text>', False),
        ('<text x="9" y="-5">Cut</text>', False),
        ('<text x="9" y="95" font-size="10">Cut</text>', False),
        ('<g transform="translate(60)"><text x="9" y="50">Cut</text></g>', False),
        ('<text x="9" y="50">Kept</text>', True),
        ('<text x="9" y="65" font-size="10">Kept in part</text>', True),
        ('<text x="50" y="50" text-anchor="end">Kept</text>', True),
        ('<text x="50" y="50" text-anchor="middle">Kept</text>', True),
    ],
)
def test_a_label_outside_its_clip_path_is_refused_and_one_inside_is_placed(text, seen):
    clip = '<clipPath id="c"><rect width="40" height="60"/></clipPath>'
    words = words_of(f'<svg {NS} viewBox="0 0 200 100">{clip}<g clip-path="url(#c)">{text}</g></svg>')
    assert (bool(words.labels), not words.flaws) == (seen, seen)
    assert seen or "clip path" in words.flaws[0].what
