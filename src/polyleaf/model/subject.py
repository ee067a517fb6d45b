"""What checks judge besides leaflets, catalogs and files: a leaflet in its surroundings, and what cannot be read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from polyleaf.model.finding import Fault
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


@dataclass(frozen=True, slots=True)
class BrokenCatalog:
    """A catalog that could not be read at all: none of its translations is used.

    Attributes:
        leaflet: The leaflet it is for, or ``templates``.
        path: Relative to the project.
        faults: Everything wrong with it.
    """

    leaflet: str
    path: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A finished file that could not be read back.

    Attributes:
        leaflet: The leaflet it shows.
        path: As findings print it.
        faults: Why.
    """

    leaflet: str
    path: str
    faults: tuple[Fault, ...]
