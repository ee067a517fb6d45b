"""What holds in the texts of every language: ``shared.toml`` beside the language files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases, Spot, key
from polyleaf.locales.scripts import SCRIPTS
from polyleaf.locales.words import COUNTED
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import TomlLines

BUILT_IN = Path(__file__).parents[1] / "languages"
"""polyleaf's own language files."""

_FILE = BUILT_IN / "shared.toml"
_LIMIT = 256 * 1024

_by_unit = keys.listed(COUNTED, "mg")


def _by_script(value: object, spot: Spot) -> Mapping[str, Mapping[str, Phrases]]:
    if not isinstance(value, dict):
        spot.fault("is not a table")
        return {}
    return {
        keys.one_of(SCRIPTS, "script")(name, spot.inside(name)): _by_unit(one, spot.inside(name))
        for name, one in value.items()
    }


def _codes(value: object, spot: Spot) -> Mapping[str, str]:
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return value
    spot.fault("is not a table of codes")
    return {}


@dataclass(frozen=True, eq=False)
class Shared:
    """What holds in every language."""

    symbols: Mapping[str, Phrases] = key(_by_unit, "Symbols of units that stand in texts of any language.")
    symbols_of_script: Mapping[str, Mapping[str, Phrases]] = key(_by_script, "Those of one script.")
    before_noon: Phrases = key(keys.words, "Beside a time of day.")
    after_noon: Phrases = key(keys.words, "Beside a time of day.")
    abbreviations: Phrases = key(keys.words, "Their point ends no sentence.")
    other_codes: Mapping[str, str] = key(_codes, "Codes that other programs write for a language without a file here.")


@cache
def shared() -> Shared:
    """What holds in every language.

    Raises:
        ContentError: polyleaf's own file cannot be used.
    """
    name = f"{BUILT_IN.name}/{_FILE.name}"
    text = read_plain(_FILE, name, _LIMIT)
    log = FaultLog(name)
    found = keys.table(Shared)(load_toml(text, log, 'mg = ["mg"]'), Spot(log, TomlLines(text).find))
    if log.faults or found is None:
        raise ContentError(log.faults)
    return found
