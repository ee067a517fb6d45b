"""What checks judge besides leaflets, catalogs and files: a leaflet in its surroundings, and what cannot be read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Location
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.letters import ANY_LETTERS, Letters
from polyleaf.model.message import Text


@dataclass(frozen=True, slots=True)
class DatedLeaflet:
    """A leaflet on the day it is judged: the clock comes from outside, so that checks stay pure."""

    leaflet: Leaflet
    today: datetime.date


@dataclass(frozen=True, slots=True)
class LeafletInProject:
    """A leaflet beside what else is in its project.

    Attributes:
        leaflet: The leaflet.
        contacts: Ids of the contacts that ``polyleaf.toml`` declares.
        same_code: Paths of the other leaflets that have its code.
        words: What ``polyleaf.toml`` says of the contacts.
        letters: What the fonts of the project have.
        direction: The way its language runs.
    """

    leaflet: Leaflet
    contacts: tuple[str, ...]
    same_code: tuple[str, ...] = ()
    words: tuple[Text, ...] = ()
    letters: Letters = ANY_LETTERS
    direction: Direction = Direction.LTR


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What is still there of a leaflet that is gone.

    Attributes:
        leaflet: Its name.
        catalogs: Its catalogs and template, relative to the project.
        prints: How many built files of it there are.
    """

    leaflet: str
    catalogs: tuple[str, ...] = ()
    prints: int = 0


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


@dataclass(frozen=True, slots=True)
class LocaleCatalogs:
    """All catalogs of one language that are judged together: the same words should read the same in all of them.

    Attributes:
        locale: The language.
        path: Folder of its catalogs, relative to the project.
        catalogs: The catalogs that could be read.
    """

    locale: str
    path: str
    catalogs: tuple[CatalogView, ...]


@dataclass(frozen=True, slots=True)
class LayoutComplaint:
    """Something the layout engine said while it made a file.

    Attributes:
        leaflet: The leaflet it was setting.
        words: What it said.
        place: The leaflet's source and the locale.
    """

    leaflet: str
    words: str
    place: Location
