"""Which colour spaces of a PDF can be turned into inks, and what their components mean (ISO 32000-1, 8.6)."""

from __future__ import annotations

from typing import Any

from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.press.palette import Source
from polyleaf.pdf.press.refusal import PressRefusal

_BY_NAME = {
    "DeviceGray": Source.GRAY,
    "CalGray": Source.GRAY,
    "DeviceRGB": Source.RGB,
    "CalRGB": Source.RGB,
    "DeviceCMYK": Source.CMYK,
    "Lab": Source.LAB,
    "Pattern": Source.PATTERN,
}
_BY_COMPONENTS = {1: Source.GRAY, 3: Source.RGB, 4: Source.CMYK}


def source_named(family: str, resources: Any) -> Source:  # noqa: ANN401 - a PDF object is of any type until looked at
    """What the components of a colour space mean that content calls by a name.

    Raises:
        PressRefusal: It is a spot colour or unknown.
    """
    return _BY_NAME.get(family) or source_of(child(child(resources, "/ColorSpace"), f"/{family}"))


def source_of(space: Any) -> Source:  # noqa: ANN401
    """What the components of a colour space mean; a profile is taken for the usual one of its kind.

    Raises:
        PressRefusal: It is a spot colour or unknown.
    """
    parts = list(items(space))
    family = name(space) or (name(parts[0]) if parts else "")
    found = _BY_NAME.get(family)
    if family == "ICCBased" and len(parts) > 1:
        found = _BY_COMPONENTS.get(int(number(child(parts[1], "/N"))))
    if found is None or (found is Source.PATTERN and len(parts) > 1):  # or a pattern that is a stencil for a colour
        raise PressRefusal(
            f"a colour is in the space {family or 'unknown'}, which cannot be turned into inks",
            "Use plain colours (#rrggbb) in style sheets and drawings.",
        )
    return found
