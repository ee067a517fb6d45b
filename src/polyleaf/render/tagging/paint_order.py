"""Paints what is positioned where it is read: bullets, numbers of steps, pictures with their labels.

CSS paints positioned boxes when all others of the page are painted. On paper nobody sees it; programs that read the
page as it was painted hear all bullets and every numbered list behind the last paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from polyleaf.render.tagging.rows import Piece, piece_of

_Key = tuple[Any, str]
"""A box that is painted late: WeasyPrint paints a copy, which has the same element and tag."""


class PaintOrder:
    """Knows what is to be painted before which text of a page.

    Attributes:
        draw: WeasyPrint's ``draw_stacking_context``.
        aside: Whether what is being painted stands beside the text that comes next, as a bullet does.
        beside: The line that it stands beside, if that is known.
    """

    def __init__(self) -> None:
        self.draw: Callable[[Any, Any], None] | None = None
        self.aside = False
        self.beside: Piece | None = None
        self._before: dict[Any, list[_Key]] = {}
        self._layers: list[Any] = []

    @contextmanager
    def painting(self, context: Any) -> Iterator[None]:
        """While a stacking context is painted."""
        if context.box.is_for_root_element:
            self._before = defaultdict(list)
            waiting: list[_Key] = []
            for child in (inner for root in context.page.children for inner in root.children):
                _gather(child, waiting, self._before)
        layered = _is_layer(context.box)
        if layered:
            self._layers.append(context)
        try:
            yield
        finally:
            if layered:
                self._layers.pop()

    def catch_up(self, stream: Any, texts: list[Any]) -> None:
        """Paints what should have been read before the texts of a line.

        It may not leave its own layer: what is see-through or cut off is so with all that is in it.
        """
        for text in texts:
            for key in self._before.pop(text, ()):
                waiting = self._layers[-1].zero_z_contexts
                for place, context in enumerate(waiting):
                    if (context.box.element, context.box.element_tag) == key and self.draw is not None:
                        del waiting[place]
                        outer = self.aside, self.beside
                        self.aside, self.beside = context.box.style["position"] == "absolute", piece_of(texts)
                        self.draw(stream, context)
                        self.aside, self.beside = outer
                        break


def _gather(box: Any, waiting: list[_Key], before: dict[Any, list[_Key]]) -> None:
    """Notes for each text which late boxes begin between the text before it and itself."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.TextBox):
        before[box] += waiting
        waiting.clear()
        return
    late = _is_late(box)
    own: list[_Key] = [] if late else waiting  # what is in a late box is painted with it
    for child in getattr(box, "children", ()):
        _gather(child, own, before)
    if late:
        waiting += [(box.element, box.element_tag), *own]


def _is_late(box: Any) -> bool:
    """Whether it is painted behind all text, and not because a style sheet says how high it lies."""
    positioned = box.style["position"] in ("absolute", "relative")
    return (positioned or _is_layer(box)) and box.style["z_index"] in ("auto", 0)


def _is_layer(box: Any) -> bool:
    """Whether what is positioned inside it is painted with it, and not with what is positioned around it."""
    style = box.style
    return bool(
        (style["position"] != "static" and style["z_index"] != "auto")
        or style["opacity"] < 1
        or style["transform"]
        or style["overflow"] != "visible"
        or box.is_for_root_element
        or isinstance(box, boxes.PageBox | boxes.MarginBox)
    )
