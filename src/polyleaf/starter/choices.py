"""What a new project is told: organisation, languages, contact, sizes, logo. Written as ``polyleaf.toml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SIZES: Mapping[str, str] = {"clear": "14pt", "large": "18pt", "giant": "24pt"}
"""The sizes there are without a word: the name of the edition, and its smallest text."""


@dataclass(frozen=True, slots=True)
class ContactChoice:
    """Somebody whom patients can call; "" for what is not known."""

    name: str
    phone: str = ""
    email: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose.

    Attributes:
        organisation: Name on every leaflet.
        source: Locale that leaflets are written in.
        targets: Locales that they are translated into.
        contact: The first contact, or None.
        sizes: Size by name of edition.
        logo: A picture to copy into the project, or None.
    """

    organisation: str = "Example Hospital"
    source: str = "en_GB"
    targets: tuple[str, ...] = ()
    contact: ContactChoice | None = None
    sizes: Mapping[str, str] = field(default_factory=lambda: dict(SIZES))
    logo: Path | None = None

    @property
    def logo_name(self) -> str:
        """Name of the logo in the project."""
        return f"logo{self.logo.suffix.lower()}" if self.logo is not None else ""


def config_text(choices: Choices) -> str:
    """``polyleaf.toml`` of a new project."""
    return "\n".join(_lines(choices)) + "\n"


def _lines(choices: Choices) -> Iterator[str]:
    yield "# The leaflet project. docs/configuration.md of polyleaf has every key."
    yield ""
    yield "[organisation]"
    yield f"name = {_text(choices.organisation)}   # printed at the top of every leaflet"
    yield ""
    yield "# Contacts are written once, here. A leaflet names them: contacts: [ward]"
    if choices.contact is None:
        yield "# [contacts.ward]"
        yield '# name = "Day ward"'
        yield '# phone = "01632 960 100"'
    else:
        yield "[contacts.ward]"
        for key in ("name", "phone", "email", "hours"):
            if value := getattr(choices.contact, key):
                yield f"{key} = {_text(value)}"
    yield ""
    yield "[languages]"
    yield f"source = {_text(choices.source)}   # the language you write in"
    yield f"targets = [{', '.join(map(_text, choices.targets))}]"
    yield ""
    yield "# Editions: the size of the smallest text, and the paper."
    for name, size in choices.sizes.items():
        yield f"[editions.{name}]"
        yield f"size = {_text(size)}"
        yield 'paper = "A4"'
        yield ""
    if choices.logo is not None:
        yield "[logo]"
        yield f"file = {_text(choices.logo_name)}"
        yield ""


def _text(words: str) -> str:
    """A string of TOML: its escapes are those of JSON, and no line may end in it."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
