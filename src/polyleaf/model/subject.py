"""What source checks judge besides the bare leaflet: a leaflet with something of its surroundings."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from polyleaf.model.leaflet import Leaflet


@dataclass(frozen=True, slots=True)
class DatedLeaflet:
    """A leaflet on the day it is judged: the clock comes from outside, so that checks stay pure."""

    leaflet: Leaflet
    today: datetime.date


@dataclass(frozen=True, slots=True)
class LeafletInProject:
    """A leaflet and the ids of the contacts that ``polyleaf.toml`` declares."""

    leaflet: Leaflet
    contacts: tuple[str, ...]
