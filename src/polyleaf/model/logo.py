"""What an organisation's brand book asks of a logo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogoRules:
    """``[logo]`` of ``polyleaf.toml``: brand books differ, so nothing is asked unless it is written there.

    Attributes:
        width: Least width in mm, or None.
        clear: Free space around it in mm, or None.
        colours: The only colours of its drawing (``#005eb8``); () for any.
    """

    width: float | None = None
    clear: float | None = None
    colours: tuple[str, ...] = ()


ANY_LOGO = LogoRules()
"""Nothing is asked."""
