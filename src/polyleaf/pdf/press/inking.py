"""Follows the graphics state as a press does: inks, overprint, and names that mean nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, ClassVar

from polyleaf.model.pdf_facts import Colour, Rect
from polyleaf.model.press_facts import Construct, Held
from polyleaf.pdf.colours import read_space
from polyleaf.pdf.content import Interpreter
from polyleaf.pdf.graphics import Follow
from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.press.colourants import ALL, PROCESS, alternate, colourants, in_process_inks, indexed, inks_under
from polyleaf.pdf.press.naming import space_name
from polyleaf.pdf.press.press_library import PressLibrary
from polyleaf.pdf.press.shapes import Inked, PressState, Tiles
from polyleaf.pdf.tokens import Operand, Operation

MASK = Colour("Mask", (), None)
"""What everything in a soft mask is painted in: its colours are not printed."""

_KNOWN_SPACES = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern")
_SCREEN = ("DeviceRGB", "CalRGB", "CalGray", "ICCBased")
"""May not stand in for an ink (GWG 2022, R0027)."""

_FEW, _LONGEST = 20, 60
"""Missing names that are noted on one page, and letters of each."""

_INITIAL = {"DeviceGray": (0.0,), "DeviceRGB": (0.0, 0.0, 0.0), "DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}


class Inking(Interpreter):
    """Interprets the content of one page.

    Args:
        library: What the pages of the file share.
        page: The page's box.

    Attributes:
        held, missing, blend_modes, inside: What was met, as the keys of dictionaries, in order.
        transparent: Whether anything is.
    """

    _state: PressState

    def __init__(self, library: PressLibrary, page: Rect) -> None:
        super().__init__(library, page, {})
        self.held: dict[tuple[Construct, str], Held] = {}
        self.missing: dict[str, None] = {}
        self.blend_modes: dict[str, None] = {}
        self.inside: dict[str, None] = {}
        self.transparent = False
        self._state = PressState()
        self._shared = library
        self._in_mask = False
        self._colour_is_fixed = False

    def run(self, content: bytes, resources: Any, known: Iterable[Operation] | None = None) -> None:  # noqa: ANN401
        """Interpret ``content`` with the names of ``resources``; ``known`` are its operations.

        Raises:
            UnreadablePdf: A bound of ``polyleaf.pdf.limits`` is passed, or a stream cannot be unpacked.
        """
        spaces = child(resources, "/ColorSpace")
        for device in ("Gray", "CMYK"):
            default = child(spaces, f"/Default{device}")
            if default is not None and space_name(default) != f"Device{device}":
                self._hold(Construct.DEFAULT_SPACE, f"Default{device}")
        super().run(content, resources, known)

    def _hold(self, construct: Construct, detail: str, box: Rect | None = None) -> None:
        self.held.setdefault((construct, detail), Held(construct, detail, box))

    def _named(self, kind: str, operands: list[Operand]) -> Any:  # noqa: ANN401 - a PDF object
        """What the last operand means among the resources of a kind; noted as missing if it means nothing."""
        written = operands[-1] if operands else None
        if not isinstance(written, str):
            return None
        found = child(child(self._resources, f"/{kind}"), written)
        if found is None and len(self.missing) < _FEW:
            self.missing[f"{kind} {written[:_LONGEST]}"] = None
        return found

    def _press_state(self, operands: list[Operand]) -> None:
        found = self._named("ExtGState", operands)
        if found is None:
            return
        self._set_state(operands)
        state = self._state
        state.width = number(child(found, "/LW"), state.width)
        font = list(items(child(found, "/Font")))
        if len(font) == 2:  # noqa: PLR2004 - a font and its size
            state.font, state.size = self._library.font(font[0]), number(font[1])
            self._take_font(font[0])
        if isinstance(both := child(found, "/OP"), bool):
            state.overprint_stroke = state.overprint = both
        if isinstance(fill := child(found, "/op"), bool):
            state.overprint = fill
        state.overprint_mode = int(number(child(found, "/OPM"), state.overprint_mode))
        for key in _transfers(found):
            self._hold(Construct.TRANSFER_FUNCTION, key)
        modes = child(found, "/BM")
        for mode in (name(modes), *map(name, items(modes))):
            if mode not in ("", "Normal", "Compatible"):
                self.blend_modes[mode] = None
        self._take_mask(child(found, "/SMask"))
        self.transparent |= child(child(found, "/SMask"), "/G") is not None or bool(self.blend_modes)
        self.transparent |= state.fill_opacity < 1 or state.stroke_opacity < 1

    def _take_font(self, font: Any) -> None:  # noqa: ANN401
        """A font is set; whoever draws letters looks at it."""

    def _take_mask(self, mask: Any) -> None:  # noqa: ANN401
        """A soft mask is set."""

    def _press_font(self, operands: list[Operand]) -> None:
        self._set_font(operands)
        if len(operands) > 1:
            self._take_font(self._named("Font", operands[-2:-1]))

    def _press_space(self, operands: list[Operand], *, stroke: bool = False) -> None:
        """A colour space by name, and its first colour (ISO 32000-1, 8.6.8)."""
        if self._colour_is_fixed or not operands or not isinstance(operands[-1], str):
            return
        self._space(operands, stroke=stroke)
        written = operands[-1].removeprefix("/")
        found = None if written in _KNOWN_SPACES else self._named("ColorSpace", operands)
        self._note_space(written if found is None else found, is_set=True)
        inks = colourants(found)
        self._set(Inked(found, inks), stroke=stroke)
        first = (1.0,) * len(inks) or _INITIAL.get(space_name(found) or written, ())
        if first:
            self._press_colour(list(first), stroke=stroke)

    def _note_space(self, space: Any, *, is_set: bool = False) -> None:  # noqa: ANN401
        """A colour space is used: note its spot colours; in a mask, and for what stands in for inks, its name.

        Args:
            space: The space.
            is_set: Whether it is only set: what is painted in it comes later.
        """
        self._shared.note_space(space)
        if not is_set or space_name(space) == "Pattern":
            self._shared.all_on_page |= ALL in inks_under(space)
        family = space if isinstance(space, str) else space_name(space)
        stand_in = space_name(alternate(space))
        self.inside |= dict.fromkeys(filter(None, (family if self._in_mask else "", stand_in * (stand_in in _SCREEN))))

    def _press_colour(self, operands: list[Operand], device: str = "", *, stroke: bool = False) -> None:
        """A colour in a device space, or in the space that was set."""
        if self._colour_is_fixed:
            return
        state = self._state
        self._colour(operands, device, stroke=stroke)
        colour = state.stroke if stroke else state.fill
        inked = Inked() if device else replace(state.stroked if stroke else state.filled, tiles=None)
        if device and self._in_mask:
            self.inside[device] = None
        if colour.space == "Indexed":
            colour = indexed(inked.space, colour)
        if operands and isinstance(operands[-1], str):
            inked = replace(inked, tiles=self._tiles(operands, inked.space))
        colour = MASK if self._in_mask else in_process_inks(inked.inks, colour)
        if stroke:
            state.stroke = colour
        else:
            state.fill = colour
        self._set(inked, stroke=stroke)

    def _set(self, inked: Inked, *, stroke: bool) -> None:
        if stroke:
            self._state.stroked = inked
        else:
            self._state.filled = inked

    def _tiles(self, operands: list[Operand], space: Any) -> Tiles | None:  # noqa: ANN401
        """The pattern that a colour names, and what an uncoloured one is painted in."""
        pattern = self._named("Pattern", operands)
        if pattern is None:
            return None
        under = next(islice(items(space), 1, 2), None)
        values = [value for value in operands if isinstance(value, float)]
        colour = in_process_inks(colourants(under), read_space(under, self._resources).colour(values))
        return Tiles(pattern, self._base, MASK if self._in_mask else colour)

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        **Interpreter.OPERATORS,
        b"Tf": _press_font,
        b"gs": _press_state,
        b"cs": _press_space,
        b"CS": partial(_press_space, stroke=True),
        b"g": partial(_press_colour, device="DeviceGray"),
        b"rg": partial(_press_colour, device="DeviceRGB"),
        b"k": partial(_press_colour, device="DeviceCMYK"),
        b"sc": _press_colour,
        b"scn": _press_colour,
        b"G": partial(_press_colour, device="DeviceGray", stroke=True),
        b"RG": partial(_press_colour, device="DeviceRGB", stroke=True),
        b"K": partial(_press_colour, device="DeviceCMYK", stroke=True),
        b"SC": partial(_press_colour, stroke=True),
        b"SCN": partial(_press_colour, stroke=True),
    }


def _transfers(state: Any) -> Iterator[str]:  # noqa: ANN401
    """Entries of a graphics state that change tints on their way to the plate (ISO 15930-7, 6.2.5)."""
    for key in ("/TR", "/TR2"):
        found = child(state, key)
        if found is not None and name(found) not in ("Identity", "Default"):
            yield key[1:]
    screen = child(state, "/HT")
    plates = [screen, *(child(screen, f"/{plate}") for plate in (*PROCESS, "Default"))]
    if any(name(function) != "Identity" for one in plates if (function := child(one, "/TransferFunction")) is not None):
        yield "HT"
