"""What a layout came to is told to the next one of the same elements: their styles, and the order they were set in."""

from xml.etree import ElementTree as ET

from polyleaf.render.outline import Outline, numbers_of, order_of, shape_of, styles_of

PAGE = "<html><body><main><p>One</p><p>Two</p><figure><p>The knee</p></figure><p>Three</p></main></body></html>"


def read() -> ET.Element:
    return ET.fromstring(PAGE)  # noqa: S314 - our own words


def said(root: ET.Element) -> list[str]:
    return [(element.get("style") or "") + (element.text or "") for element in root.iter("p")]


def test_a_figure_that_stood_further_up_stands_there_again() -> None:
    root = read()
    numbers, shape = numbers_of(root), shape_of(root)
    main = next(root.iter("main"))
    main[:] = [main[2], main[0], main[1], main[3]]
    main[1].set("style", "margin: 0 ")
    outline = Outline(shape, 1, frozenset(), styles_of(numbers), (), (), order_of(root, numbers))
    again = read()
    assert outline.write(again, 1)
    assert said(again) == said(root) == ["The knee", "margin: 0 One", "Two", "Three"]


def test_an_order_that_did_not_change_is_not_told() -> None:
    root = read()
    assert order_of(root, numbers_of(root)) == {}
