"""What an organisation's brand book asks of a logo."""

from __future__ import annotations

from dataclasses import dataclass

_USUAL_WIDTH, _USUAL_CLEAR = 35.0, 5.0
"""In mm: a logo that nobody asks anything of, and the space around it."""


@dataclass(frozen=True, slots=True)
class LogoRules:
    """``[logo]`` of ``polyleaf.toml``: brand books differ, so nothing is asked unless it is written there.

    Attributes:
        width: Least width in mm, or None.
        clear: Free space around it in mm, or None.
        colours: The only colours of its drawing (``#005eb8``); () for any.
        file: The logo at the head of every leaflet, relative to the project; "" for none.
    """

    width: float | None = None
    clear: float | None = None
    colours: tuple[str, ...] = ()
    file: str = ""

    @property
    def printed_width(self) -> float:
        """Width in mm of the logo at the head of the first page: just what is asked."""
        return _USUAL_WIDTH if self.width is None else self.width

    @property
    def printed_clear(self) -> float:
        """Free space around it in mm."""
        return _USUAL_CLEAR if self.clear is None else self.clear


ANY_LOGO = LogoRules()
"""Nothing is asked."""
