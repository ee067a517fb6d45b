"""What an organisation's brand book asks of a logo."""

from __future__ import annotations

from dataclasses import dataclass

USUAL_WIDTH = 35.0
"""Width in mm of a logo that nobody asks anything of."""

USUAL_CLEAR = 5.0
"""Free space around it in mm."""


@dataclass(frozen=True, slots=True)
class LogoRules:
    """``[logo]`` of ``polyleaf.toml``: brand books differ, so nothing is asked unless it is written there.

    Attributes:
        width: Least width in mm, or None. The logo at the head of the first page is just so wide, or ``USUAL_WIDTH``.
        clear: Free space around it in mm, or None.
        colours: The only colours of its drawing (``#005eb8``); () for any.
        file: The logo at the head of every leaflet, relative to the project; "" for none.
    """

    width: float | None = None
    clear: float | None = None
    colours: tuple[str, ...] = ()
    file: str = ""


ANY_LOGO = LogoRules()
"""Nothing is asked."""
