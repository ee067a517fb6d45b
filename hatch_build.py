"""Puts the starter rooms into the wheel as ``polyleaf/_starter/``; editable installs read them from the checkout."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("leaflets", "translations", "templates", "polyleaf.toml")


class StarterRooms(BuildHookInterface[Any]):
    """Adds the rooms at build time, so that there is never a stale copy in the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Maps each room into the wheel, unless the install is editable."""
        if version == "editable":
            return
        for room in ROOMS:
            build_data["force_include"][str(Path(self.root) / room)] = f"polyleaf/_starter/{room}"
