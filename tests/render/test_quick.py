"""What stands in for WeasyPrint's own functions gives what they give, in whole documents."""

import inspect
from collections import deque
from types import SimpleNamespace

import pydyf
import pytest
import weasyprint
from weasyprint import css
from weasyprint.css import tokens
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent
from weasyprint.text import line_break

from polyleaf.render import quick, quick_boxes, quick_bytes, quick_paths, quick_styles, quick_types
from polyleaf.render.weasy import write_pdf

PAGE = """<!DOCTYPE html><html lang="en" dir="{way}"><head><title>Eyes</title><style>
@page {{ size: A6; margin: 10% 8mm; @bottom-left {{ content: counter(page); width: 40%; min-width: auto }} }}
:root {{ --gap: 3mm; line-height: 1.4 }} body {{ margin: 0 auto }} h1 {{ color: #003087; margin-block: 1em 5% }}
p {{ margin-inline-start: 10%; padding: var(--gap); border: 1px solid; width: calc(50% + 9mm);
  box-sizing: border-box }}
p + p {{ max-width: 80%; min-height: 12%; float: left; line-height: calc(1em + 4px); text-decoration: underline }}
table {{ border-collapse: collapse; width: 90% }} td {{ border: 2px solid; padding: 2% }}
.box {{ display: flex; gap: 2mm; height: 30mm }} .box > * {{ height: 50%; width: 30%; margin: auto }}
img {{ height: 5mm; width: auto }} li {{ list-style: square; margin-inline: 5%; page: auto }} span {{ all: inherit }}
@page wide {{ size: A5 }} .wide {{ page: wide }} .away {{ position: running(away) }}
.over {{ position: absolute; top: 0 }}
.held {{ position: relative; inset-inline-start: 4%; }} .inline {{ display: inline-block; width: 3em; padding: 5% 0 }}
</style></head><body><h1>Eyes</h1><p>Bring your glasses.</p><p>And your <u>lenses</u> too.</p>
<table><tr><td>One<td>Two</table><ul><li>One<li class="held">Two <span>three</span></ul>
<div class="box"><b>One</b><i>Two</i></div><p class="inline">Last</p>
<div class="wide"><p class="over">Over</p><p>On wide paper</p></div><p class="away">Elsewhere</p></body></html>"""


def nothing(address):
    raise KeyError(address)


class Compared:
    """Asks ours and the engine's; notes what was asked, and the answers that differ."""

    def __init__(self):
        self.differing, self.asked = [], set()
        self._inside, self._seen = False, set()
        percentages, strut, color, math = (ours for _, _, ours in quick.STANDING)
        self.ours = {
            "percentages": percentages,
            "strut": strut,
            "color": color,
            "math": math,
            "missing": quick_styles.missing,
            "start": quick_styles.start,
            "anonymous": quick_styles.start_anonymous,
        }

    def hold(self, name, found, real, *more):
        self.asked.add(name)
        if found != real:
            self.differing.append((name, found, real, *more))
        return found

    def percentages(self, box, containing_block):
        other = box.copy()
        quick_boxes.real_percentages(other, containing_block)
        self.ours["percentages"](box, containing_block)
        self.hold("percentages", vars(box), vars(other), box)

    def strut(self, style):
        return self.hold("strut", self.ours["strut"](style), quick.real_strut(style))

    def color(self, style, key):
        return self.hold("color", self.ours["color"](style, key), quick.real_color(style, key))

    def math(self, token):
        return self.hold("math", bool(self.ours["math"](token)), bool(quick_styles._real_check_math(token)))

    def missing(self, style, key):
        other = style.copy()
        other.pop(key, None)
        other.specified.pop(key, None)
        value = self.ours["missing"](style, key)
        real = quick_styles.real_missing(other, key)
        return self.hold("missing", (value, style.specified), (real, {**style.specified, **other.specified}), key)[0]

    def start(self, style, *others):
        self.ours["start"](style, *others)
        said = frozenset(others[1])
        if self._inside or said in self._seen:
            return
        self._seen.add(said)
        self._inside = True
        for key, value in list(style.items()):
            bare = css.ComputedStyle.__new__(css.ComputedStyle)
            quick_styles._real_start(bare, *others)
            self.hold("start", value, quick_styles.real_missing(bare, key), key)
        self._inside = False

    def anonymous(self, style, parent):
        self.ours["anonymous"](style, parent)
        if "anonymous" in self.asked:
            return
        bare = css.AnonymousStyle.__new__(css.AnonymousStyle)
        quick_styles._real_anonymous(bare, parent)
        for key, value in list(style.items()):
            self.hold("anonymous", value, bare[key], key)


@pytest.fixture
def compared(monkeypatch):
    quick.install()
    both = Compared()
    for name, module in quick.weasyprint_modules():
        for (function, _, standing), checked in zip(
            quick.STANDING, (both.percentages, both.strut, both.color, both.math), strict=True
        ):
            if getattr(module, function, None) is standing:
                monkeypatch.setattr(f"{name}.{function}", checked)

    def in_flow(box):
        return both.hold("flow", quick_boxes.is_in_normal_flow(box), quick_boxes.real_in_flow(box), box)

    def page_values(box):
        return both.hold("page", quick_boxes.page_values(box), quick_boxes.real_page_values(box), box)

    def missing(style, key):
        return both.missing(style, key)

    monkeypatch.setattr(css.ComputedStyle, "__missing__", missing)
    monkeypatch.setattr(quick_styles, "missing", missing)  # so that it is not put in place again
    monkeypatch.setattr(css.ComputedStyle, "__init__", lambda *asked: both.start(*asked))  # noqa: PLW0108 - a method of the style
    monkeypatch.setattr(css.AnonymousStyle, "__init__", lambda *asked: both.anonymous(*asked))  # noqa: PLW0108
    monkeypatch.setattr(boxes.Box, "is_in_normal_flow", in_flow)
    monkeypatch.setattr(boxes.ParentBox, "page_values", page_values)
    return both


@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_the_answers_are_those_of_the_engine(tmp_path, compared, way):
    write_pdf(PAGE.format(way=way), nothing, tmp_path / "eyes.pdf")
    assert compared.differing == []
    assert compared.asked == {"percentages", "strut", "color", "math", "missing", "start", "anonymous", "flow", "page"}


def test_values_with_variables_and_sums_are_those_of_the_engine(monkeypatch):
    quick.install()
    names = ("padding_top", "padding_left", "margin_left", "width", "line_height", "color", "border_top_width")
    sheet = """:root { --a: 1em; --b: 2 } u { margin: calc(var(--a) * var(--b)) auto; border: var(--a) solid }
      p { padding: calc(var(--a) * 3) var(--a); margin: var(--c, 5%); color: var(--d, red) }
      b { width: calc(50% - var(--a)); line-height: calc(var(--b) * 1) }
      i { width: calc(1em * x); padding: var(--b) var(--a) }"""

    def values():
        html = weasyprint.HTML(string=f"<style>{sheet}</style><p>One<b>two</b><i>three</i><u>four</u>")
        style_for = css.get_all_computed_styles(html, [], page_rules=[], layers=[])
        return [[style_for(element)[name] for name in names] for element in html.etree_element.iter()]

    found, again = values(), values()
    monkeypatch.setattr(css, "_resolve_calc_sum", quick_styles._real_calc_sum)
    monkeypatch.setattr(tokens.Pending, "solve", quick_styles._real_solve)
    assert str(found) == str(again) == str(values())


@pytest.mark.parametrize(
    "letters", ["M1 2h3v4l-1-1z", "m.5.5a2 3 10 0 1 9 9A1,1,0,1,0,4,4zM3 3", "M0 0C1 1 2 2 3 3s4 4 5 5q1 2 3 4t1 1"]
)
def test_a_path_is_drawn_as_the_engine_draws_it(letters):
    drawn = []
    for draw in (quick_paths.real_path, quick_paths.path, quick_paths.path):
        stream, node = quick_paths.Noted(), SimpleNamespace(get=lambda *_: letters, vertices=deque())
        picture = SimpleNamespace(stream=stream, point=lambda x, y, _: (float(x), float(y)))
        draw(picture, node, 12)
        drawn.append((stream.calls, node.vertices))
    assert drawn[0] == drawn[1] == drawn[2]
    assert drawn[0][0]
    assert letters in quick_paths._known


class Odd(str):
    __slots__ = ()

    def __str__(self):
        return "another"


@pytest.mark.parametrize(
    "item",
    [
        *(
            b"BT",
            "Tj",
            0,
            -7,
            True,
            2**70,
            0.0,
            -0.0,
            12.0,
            -3.5,
            0.1,
            1e-9,
            -1e-9,
            123456.7890123,
            1e22,
            Odd("x"),
            None,
        ),
        *(pydyf.Dictionary({"A": 1.5}), pydyf.Array([1, 2.25]), pydyf.String("é")),
    ],
)
def test_what_a_pdf_writes_is_what_the_engine_writes(item):
    assert quick_bytes.to_bytes(item) == quick_bytes.real_to_bytes(item)


@pytest.mark.parametrize("item", [float("nan"), float("inf"), "é"])
def test_what_no_pdf_can_hold_is_refused_alike(item):
    found = []
    for write in (quick_bytes.to_bytes, quick_bytes.real_to_bytes):
        try:
            found.append(write(item))
        except (ValueError, OverflowError) as error:
            found.append(type(error))
    assert found[0] == found[1]


def test_an_array_of_c_is_no_type_of_its_own(tmp_path, monkeypatch):
    real, asked = weasyprint.text.ffi.ffi, []

    class Listening:
        def new(self, kind, *values):
            asked.append((kind, str(values)))
            return real.new(kind, *values)

        def __getattr__(self, name):
            return getattr(real, name)

    monkeypatch.setattr(weasyprint.pdf.fonts, "ffi", quick_types.Types(Listening()))
    write_pdf(PAGE.format(way="ltr"), nothing, tmp_path / "eyes.pdf")
    assert len({values for kind, values in asked if kind == "hb_codepoint_t[]"}) > 3
    assert not [kind for kind, _ in asked if kind[-2:-1].isdigit() and kind[:2] == "hb" and kind != "hb_tag_t[100]"]


@pytest.mark.parametrize(
    ("kind", "values"),
    [("int[3]", [1, 2, 3]), ("int[3]", (1, 2, 3)), ("int[5]", [1, 2]), ("char[4]", b"ab"), ("int[2]", None)],
)
def test_an_array_of_c_is_as_the_engine_asks_for_it(kind, values):
    real = weasyprint.text.ffi.ffi
    given = () if values is None else (values,)
    found, expected = quick_types.Types(real).new(kind, *given), real.new(kind, *given)
    assert (bytes(real.buffer(found)), len(found)) == (bytes(real.buffer(expected)), len(expected))


def test_types_that_each_document_needs_can_be_read_ahead():
    quick_types.read_ahead()


def test_a_path_with_units_is_read_each_time():
    node = SimpleNamespace(get=lambda *_: "M1 1 L50% 2", vertices=deque())
    picture = SimpleNamespace(stream=quick_paths.Noted(), point=lambda *_: (1.0, 2.0))
    quick_paths.path(picture, node, 12)
    assert "M1 1 L50% 2" not in quick_paths._known


def test_they_stand_wherever_they_are_called():
    quick.install()
    left = [
        name
        for name, module in quick.weasyprint_modules()
        for function, real, _ in quick.STANDING
        if getattr(module, function, None) is real
    ]
    assert left == []
    assert percent.resolve_percentages is quick_boxes.resolve_percentages
    assert line_break.strut is quick.strut
    assert css.check_math is quick_styles.check_math
    assert boxes.Box.is_in_normal_flow is quick_boxes.is_in_normal_flow


def test_where_boxes_are_is_asked_as_the_engine_knows_it():
    """What these methods are made of in WeasyPrint 70.0."""
    assert inspect.getsource(quick_boxes.real_in_flow).count("is_") == 6
    assert "len(children) == 1" in inspect.getsource(quick_boxes.real_page_values)
    assert "border_top_width" in inspect.getsource(quick_styles._real_anonymous)
