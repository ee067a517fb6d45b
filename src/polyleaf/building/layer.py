"""A part of what files are made from that many of them share: each input by its name, with its digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from polyleaf.files import digest

BUILT_IN = "built-in "
"""Stands before the name of a file that polyleaf brings along."""


class Kind(StrEnum):
    """What an input is; it stands before its name."""

    CODE = "code"
    EDITION = "edition"
    FILE = "file"
    FONT = "font"
    LANGUAGE = "language"
    OFFER = "offer"
    OUTPUT = "output"
    SETTING = "setting"
    SIGNED = "signed"
    STATE = "state"
    VERSION = "version"
    WAIVER = "waiver"


Part = tuple[Kind, str, bytes]
"""What an input is, its name, and what tells it from another."""


@dataclass(frozen=True)
class Layer:
    """Inputs in their order.

    Attributes:
        parts: What tells each input, by its kind and name; versions as they are, all else as hexadecimal digests.
    """

    parts: Mapping[str, str]

    @cached_property
    def digest(self) -> bytes:
        """One digest of all of them."""
        return digest(*(part.encode(errors="surrogatepass") for pair in self.parts.items() for part in pair))


def layer(parts: Iterable[Part]) -> Layer:
    """A layer of these inputs. Two of one name, as fonts in two folders may be, are told together."""
    told: dict[str, str] = {}
    for kind, name, content in parts:
        key, one = f"{kind} {name}", _told(kind, content)
        told[key] = f"{told[key]} {one}" if key in told else one
    return Layer(told)


def _told(kind: Kind, content: bytes) -> str:
    return content.decode(errors="replace") if kind in (Kind.VERSION, Kind.STATE) else digest(content).hex()
