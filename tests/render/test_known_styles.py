"""Styles that stay from one layout to the next are those that would be computed anew."""

import pytest
import weasyprint
from weasyprint import css, document
from weasyprint.css.properties import INITIAL_VALUES

from polyleaf.render import known_styles

SHEET = """@page { size: A6; margin: 8mm; @bottom-left { content: counter(page) } }
:root { --gap: 3mm; line-height: 1.4; overflow: hidden } h1 { margin-block: 1em 5%; page-break-after: avoid }
p { padding: var(--gap); border: 1px solid; line-height: 1.5 } p + p { margin-top: 7vw; font-size: 90% }
.box { --gap: 5mm; padding-top: 2em; color: navy } .box p::before { content: "!"; padding-left: inherit }
li { list-style: square } li::marker { color: red } .box b { margin-top: 2em !important; line-height: 2lh }
#one { margin-bottom: 4mm }"""
BODY = """<h1 id="eyes">Eyes</h1><p>Bring them.</p><p style="color: red; margin-top: 1mm">And your <u>lenses</u>.</p>
<ul><li id="one">One</li><li>Two <b>three</b></li></ul><div class="box"><p>In it</p><p>And <b>here</b></p></div>"""
CHANGES = (
    {},
    {"h1": "margin-bottom: 3px", ".box": "margin-top: 5px; break-inside: auto", "#one": "margin-bottom: 1px"},
    {"h1": "margin-bottom: 4px", ".box": "margin-top: 5px; line-height: 1.9", "li": "line-height: 3; --gap: 2px"},
    {".box": "--gap: 9px; padding-top: 9px", ".box p": "padding-top: 4px", "body": "line-height: 2", "b": "margin: 0"},
    {"h1": "break-before: page", "p": "font-size: 30px"},
)


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(document, "get_all_computed_styles", known_styles.get_all_computed_styles)


def page(sheet=SHEET):
    return weasyprint.HTML(string=f"<style>{sheet}</style><body>{BODY}</body>")


def change(html, changes):
    for selector, told in changes.items():
        for wrapper in html.wrapper_element.query_all(selector):
            element = wrapper.etree_element
            element.set("style", "; ".join(filter(None, (element.get("style"), told))))


def plain(value):
    """A value of a style; tokens are equal if they read the same."""
    if isinstance(value, list | tuple):
        return tuple(plain(part) for part in value)
    return value.serialize() if hasattr(value, "serialize") else value


def values(html):
    """All styles of a page by their place in it, each with all its values."""
    places = {element: place for place, element in enumerate(html.etree_element.iter())}
    seen = {}
    real = document.LayoutContext

    def noting(style_for, *others):
        seen.update(style_for.get_computed_styles())
        return real(style_for, *others)

    document.LayoutContext = noting
    try:
        laid_out = html.render()
    finally:
        document.LayoutContext = real
    names = (*sorted(INITIAL_VALUES), "__gap")
    styles = {
        (places[element], pseudo): [plain(style[name]) for name in names] for (element, pseudo), style in seen.items()
    }
    return styles, laid_out.write_pdf()


def test_styles_are_as_if_computed_anew(installed, monkeypatch):
    again = page()
    made = []
    real = css.ComputedStyle.__init__
    for turn, changes in enumerate(CHANGES):
        others = page()
        for before in CHANGES[: turn + 1]:
            change(others, before)
        change(again, changes)
        monkeypatch.setattr(css.ComputedStyle, "__init__", lambda *a: (made.append(a), real(*a))[1])
        del made[:]
        found = values(again)
        count = len(made)
        del made[:]
        expected = values(others)
        assert found[0].keys() == expected[0].keys()
        for key, style in found[0].items():
            assert style == expected[0][key], (turn, key)
        assert found[1] == expected[1]
        assert count < len(made) or not turn


@pytest.mark.parametrize("sheet", ["b { margin-top: inherit }", "u { float: footnote }"])
def test_styles_that_may_change_by_others_are_not_kept(installed, sheet):
    html = page(SHEET + sheet)
    html.render()
    assert "polyleaf_styles" not in vars(html)


@pytest.mark.parametrize(
    "selector",
    ["[style*=green] + p", "[STYLE*=blue] p", "ul:has(+ [style])", "ul ~ [style^=color] b"],
)
def test_sheets_may_ask_for_the_style_attribute(installed, selector):
    told = {"h1": "margin-top: 1px; color: green", "p:has(u)": "margin-top: 9px", ".box": "color: blue"}
    html, others = (page(f"{SHEET} {selector} {{ margin-left: 3mm }}") for _ in range(2))
    first, _ = values(html)
    for one in (html, others):
        change(one, told)
    assert values(html)[0] == values(others)[0] != first


def test_a_class_or_element_called_style_asks_for_none(installed):
    html = page(SHEET + ".style, #style, style + p { color: red }")
    html.render()
    assert "polyleaf_styles" in vars(html)


@pytest.mark.parametrize(
    "sheet", ["", "ul + p { color: red }", "p + ul, p + ul li { margin: 1px }", "p + ul b { all: unset }"]
)
@pytest.mark.parametrize("more", ["", "p + ul::before { content: '-' }"])
def test_another_order_says_something_else_of_what_stands_there(installed, sheet, more):
    def turned(html):
        body = html.etree_element[-1]
        body.insert(2, body[3])
        del body[4]
        return html

    html, others = page(SHEET + sheet + more), turned(page(SHEET + sheet + more))
    first, _ = values(html)
    turned(html)
    changes = {"ul": "margin-top: 3px", "u": "color: blue"}
    for one in (html, others):
        change(one, changes)
    assert values(html)[0] == values(others)[0] != first
