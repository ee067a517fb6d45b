"""What a language file tells about the letters and signs that a text of the language is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases

ENCODINGS = ("Zawgyi", "VNI", "TCVN3")
"""Encodings of one language that look like Unicode; ``reading/encodings.py`` has a test for each."""


@dataclass(frozen=True, eq=False)
class Letters:
    """Which letters of its script the language uses."""

    own: Annotated[str | None, keys.marks] = None
    foreign: str = ""
    encodings: Annotated[Phrases, keys.some_of(ENCODINGS, "encoding")] = ()
    look_alikes: Mapping[str, str] = field(default_factory=dict)
    expansion: Annotated[int | None, keys.number(40, 250)] = None


@dataclass(frozen=True, eq=False)
class Punctuation:
    """The signs of the language."""

    wrong: Mapping[str, str] = field(default_factory=dict)
    question_mark: str = ""
    without_stops: bool = False
    marks_inside: bool = False
