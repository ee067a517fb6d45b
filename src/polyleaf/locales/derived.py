"""Languages without a file of their own: by the file of the nearest parent, and by what CLDR says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any

from polyleaf.errors import UsageError
from polyleaf.locales.keys import Spot, read_table
from polyleaf.locales.print_facts import Head, PrintFacts, make_language
from polyleaf.locales.scripts import SCRIPTS, ZEROS, not_set
from polyleaf.locales.shared import BUILT_IN, LIMIT
from polyleaf.locales.shelf import Shelf
from polyleaf.locales.tags import ROOT, Tag, cldr_of, full, is_in_cldr, line_of, parse_tag
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.language import Language

Quotes = tuple[str, str, str, str]


def _as_they_are(value: Any, _: Spot) -> Any:  # noqa: ANN401 - the file is written by tools/cldr_table.py
    return value


@dataclass(frozen=True, eq=False)
class CldrTable:
    """What CLDR says and Babel leaves out, by locale."""

    quotes: Annotated[dict[str, list[str]], _as_they_are]
    minimum_grouping_digits: Annotated[dict[str, int], _as_they_are]


@cache
def cldr_table() -> CldrTable:
    """What CLDR says and Babel leaves out.

    Raises:
        ContentError: polyleaf's own file cannot be used.
    """
    log = FaultLog("languages/cldr.toml")
    text = read_plain(BUILT_IN / "cldr.toml", log.path, LIMIT)
    found = read_table(CldrTable, load_toml(text, log, ""), Spot(log, TomlLines(text).find))
    if log.faults or found is None:
        raise ContentError(log.faults)
    return found


def derived(locale: str, shelf: Shelf) -> Language:
    """A language that has no file.

    Args:
        locale: Its locale, in the spelling of ``names.by_code``.
        shelf: The language files.

    Raises:
        ContentError: The file of its parent cannot be used.
        UsageError: Its script cannot be printed.
    """
    line = (*line_of(locale), ROOT)
    cldr = cldr_of(locale)
    parent = next((one for one in line if one in shelf.files), "")
    if parent:
        head, facts = shelf.files[parent].head, shelf.files[parent].table(PrintFacts)
        facts = replace(facts, digits=_digits(locale) or facts.digits)
        nearer = line[: line.index(parent)]
        if quotes := _first(cldr_table().quotes, nearer):
            facts = replace(facts, quotes=_four(quotes))
        if least := _first(cldr_table().minimum_grouping_digits, nearer):
            facts = replace(facts, minimum_grouping_digits=least)
    else:
        table = cldr_table()
        head = Head(cldr, cldr, _script(locale))
        facts = PrintFacts(
            quotes=_four(_first(table.quotes, line)),
            digits=_digits(cldr) or "latn",
            minimum_grouping_digits=_first(table.minimum_grouping_digits, line),
        )
    return make_language(locale, _named(locale, cldr, head), facts, cldr)


def _named(locale: str, cldr: str, head: Head) -> Head:
    """The head with the names that CLDR has for the locale."""
    from babel import Locale  # noqa: PLC0415 - 20 ms that languages with a file can do without

    tag = parse_tag(locale)
    private = f" ({tag.private.replace('_', '-')})" if tag and tag.private else ""
    if cldr != ROOT and tag and (head.english == cldr or tag.territory or tag.script):
        known = Locale.parse(cldr)
        if tag.territory and not known.territory:
            known = Locale(known.language, tag.territory, known.script)
        english = known.get_display_name("en") or head.english
        native = known.get_display_name(cldr) or english
        head = replace(head, english=english, native=native[0].title() + native[1:])
    return replace(head, english=f"{head.english}{private}", native=f"{head.native}{private}")


def _script(locale: str) -> str:
    """The script of a locale that has no file.

    Raises:
        UsageError: It cannot be printed.
    """
    tag = parse_tag(locale)
    script = full(tag or Tag(locale)).script
    if script not in SCRIPTS:
        reason, hint = not_set(script)
        raise UsageError(f"{locale} cannot be printed: {reason}", hint)
    return script


def _digits(locale: str) -> str:
    """The numbering system that CLDR has for a locale of its own, "" if polyleaf cannot write it or there is none."""
    if not is_in_cldr(locale):
        return ""
    from babel import Locale  # noqa: PLC0415 - as above

    # Babel's own property fails where CLDR leaves it to the root.
    system = str(Locale.parse(locale)._data.get("default_numbering_system", "latn"))  # noqa: SLF001
    return system if system in ZEROS else ""


def _first(table: dict[str, Any], line: tuple[str, ...]) -> Any:  # noqa: ANN401 - a number or quotation marks
    return next(filter(None, map(table.get, line)), None)


def _four(marks: list[str]) -> Quotes:
    first, second, third, fourth = marks
    return first, second, third, fourth
