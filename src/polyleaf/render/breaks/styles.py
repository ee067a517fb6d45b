"""How the engine is told of a plan: declarations at the elements of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polyleaf.render.breaks.gaps import insets, length
from polyleaf.render.breaks.pieces import Flow, Joint, Piece
from polyleaf.render.breaks.plan import PagePlan
from polyleaf.render.breaks.scales import between, frame_of


class PlannedStyles:
    """A plan, written into the ``style`` attributes of the elements that were laid out.

    Args:
        flow: What was laid out.
        pages: The plan.
    """

    def __init__(self, flow: Flow, pages: Sequence[PagePlan]) -> None:
        self._told: dict[Any, dict[str, str]] = {}
        self._before: dict[Any, str | None] = {}
        for page in pages:
            for joint in flow.joints[page.first : page.end - 1]:
                if page.stretch != 1 and joint.slack:
                    self._set_gap(joint, page.stretch)
            for piece in flow.pieces[page.first : page.end]:
                if (scale := between(page.way, *piece.scales)) != 1:
                    self._set_size(piece, scale)
        for page in pages[1:]:
            self._break(flow.joints[page.first - 1])

    def write(self) -> None:
        """Write it."""
        for element, declarations in self._told.items():
            own = self._before[element] = element.get("style")
            added = "; ".join(f"{name}: {value}" for name, value in declarations.items())
            element.set("style", f"{own.rstrip('; ')}; {added}" if own else added)

    def take_back(self) -> None:
        """Put what stood there before in its place."""
        for element, style in self._before.items():
            if style is None:
                del element.attrib["style"]
            else:
                element.set("style", style)

    def _tell(self, box: Any, name: str, value: str) -> None:
        if box.element is not None and box.element_tag == box.element.tag:
            self._told.setdefault(box.element, {})[name] = value

    def _set_gap(self, joint: Joint, stretch: float) -> None:
        for boxes, name in ((joint.closing, "margin_bottom"), (joint.opening, "margin_top")):
            for box in boxes:
                if margin := length(box, name):
                    self._tell(box, name.replace("_", "-"), f"{margin * stretch:.3f}px")

    def _set_size(self, piece: Piece, scale: float) -> None:
        """A picture is as wide as the frame around it leaves it room."""
        frame, picture = frame_of(piece.around), piece.around[-1]
        for side in ("left", "right"):
            space = length(frame, f"padding_{side}") + picture.width * (1 - scale) / 2
            self._tell(frame, f"padding-{side}", f"{max(space, 0.0):.3f}px")

    def _break(self, joint: Joint) -> None:
        for box in joint.relaxed:
            self._tell(box, "break-inside", "auto")
            if insets((box,), "top") or insets((box,), "bottom"):
                self._tell(box, "box-decoration-break", "clone")
        if joint.natural:
            return
        self._tell(joint.opening[0], "break-before", "page")
        for box in joint.common:
            if length(box, "margin_top"):
                self._tell(box, "margin-break", "discard")  # else what goes on begins with its margin again
        for box in joint.opening:
            self._tell(box, "margin-top", "0")
            if insets((box,), "top"):
                break
