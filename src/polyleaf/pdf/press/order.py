"""Orders for the press, frozen and picklable: they cross process borders."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from polyleaf.model.inks import CmykInks
from polyleaf.model.press_file import Replaced
from polyleaf.pdf.press.profile import InkProfile


@dataclass(frozen=True, slots=True)
class PressOrder:
    """How an accessible file is made ready for print.

    Attributes:
        width, height: Trim size in mm: the leaflet as it is handed out.
        bleed: In mm, on all sides.
        profile: Output profile.
        black_only: Print in black ink alone (1/1).
        colours: Inks by screen colour (``#003087``).
        title, author: Document information.
        language: BCP 47 tag of the text.
        right_to_left: Whether the leaflet is read, and bound, from the right.
        date: Day of publication, the only date in the file.
        name: Leaflet, locale and edition; with the content it identifies the file.
        code: The code of the print, as on paper; it stands in the keywords, where a renamed file is known by it.
    """

    width: float
    height: float
    bleed: float
    profile: InkProfile
    black_only: bool
    colours: Mapping[str, CmykInks]
    title: str
    author: str
    language: str
    right_to_left: bool
    date: datetime.date
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """What was done to a file.

    Attributes:
        pages: Number of pages.
        replaced: Screen colours that became inks.
    """

    pages: int
    replaced: tuple[Replaced, ...]
