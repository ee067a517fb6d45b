"""What holds in the texts of every language: ``shared.toml`` beside the language files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from polyleaf.locales.keys import Phrases, listed, read_table
from polyleaf.locales.spot import Spot
from polyleaf.locales.words import COUNTED
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import TomlLines

T = TypeVar("T")

BUILT_IN = Path(__file__).parents[1] / "languages"
"""polyleaf's own language files."""

LIMIT = 1024 * 1024
"""Most bytes of a language file."""

_by_unit = listed(COUNTED, "mg")


def _by_script(value: Mapping[str, object], spot: Spot) -> Mapping[str, Mapping[str, Phrases]]:
    return {script: _by_unit(symbols, spot.inside(script)) for script, symbols in value.items()}


def _codes(value: Mapping[str, str], _: Spot) -> Mapping[str, str]:
    return value


@dataclass(frozen=True, eq=False)
class Shared:
    """What holds in every language.

    Attributes:
        symbols: Symbols of units that stand in texts of any language.
        symbols_of_script: Those of one script, by its ISO 15924 code.
        before_noon, after_noon: Words beside a time of day.
        abbreviations: Their point ends no sentence.
        before_numbers: Nor does that of these, before a number.
        other_codes: Codes that other programs write for languages without a file.
        old_fonts, old_code_pages: By script (ISO 15924), what texts that are not Unicode were mostly written with.
        slips: Codes of countries, each with the language that is meant.
        other_names: Names of languages that staff use, each with its locale.
    """

    symbols: Annotated[Mapping[str, Phrases], _by_unit]
    symbols_of_script: Annotated[Mapping[str, Mapping[str, Phrases]], _by_script]
    before_noon: Phrases
    after_noon: Phrases
    abbreviations: Phrases
    before_numbers: Phrases
    other_codes: Annotated[Mapping[str, str], _codes]
    old_fonts: Annotated[Mapping[str, str], _codes]
    old_code_pages: Annotated[Mapping[str, str], _codes]
    slips: Annotated[Mapping[str, str], _codes]
    other_names: Annotated[Mapping[str, str], _codes]


@cache
def shared() -> Shared:
    """What holds in every language.

    Raises:
        ContentError: polyleaf's own file cannot be used.
    """
    return built_in(Shared, "shared.toml", 'mg = ["mg"]')


def built_in(kind: type[T], name: str, example: str = "") -> T:
    """A file of polyleaf's own beside those of the languages.

    Args:
        kind: Dataclass of its tables.
        name: Of the file.
        example: A line as it should be, for whoever edits it.

    Raises:
        ContentError: It cannot be used.
    """
    log = FaultLog(f"languages/{name}")
    text = read_plain(BUILT_IN / name, log.path, LIMIT)
    found = read_table(kind, load_toml(text, log, example), Spot(log, TomlLines(text).find))
    if log.faults or found is None:
        raise ContentError(log.faults)
    return found
