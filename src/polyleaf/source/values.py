"""Single values as authors write them: identifiers, addresses, lengths, numbers, dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from decimal import Decimal
from urllib.parse import urlsplit

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.foreign import one_line
from polyleaf.model.inks import CmykInks
from polyleaf.model.leaflet import Layout
from polyleaf.model.output import OUTPUTS

INVISIBLE = re.compile("[\x01-\x08\x0c\x0e-\x1f\x7f-\x9f\u2029\u202e\ufeff]")
"""Characters that print as boxes, break lines unseen, or turn the words behind them round."""
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_EDITION = re.compile(r"[a-z0-9-]{1,40}")
_CHECK = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
_LONGEST_PREFIX = 80
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"[^\s\x00-\x20\x7f<>\"{}|\\^`]{1,500}")
_LENGTH = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?) ?([a-z]*)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_AMOUNT = r"\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)%?\s*"
_INKS = re.compile(rf"cmyk\({_AMOUNT}[\s,]{_AMOUNT}[\s,]{_AMOUNT}[\s,]{_AMOUNT}\)", re.IGNORECASE)
_PER_CENT = re.compile(r"([0-9]{1,3}(?:\.[0-9])?) ?%")
_MOST_PAGES = 400
_SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_LEAST_INK, _MOST_INK = 150, 400
_LONGEST_MIX = 60
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def shown(text: str) -> str:
    """A value as messages quote it: on one line, at most 60 characters."""
    return f"“{one_line(text, 60)}”"


def words(text: str) -> str:
    """Text that says something."""
    if not text.strip():
        raise Refusal("is empty", "Write the words, or delete the line")
    if unseen := INVISIBLE.search(text):  # written as "\u202e"
        raise Refusal(f"holds an invisible character (U+{ord(unseen[0]):04X})", "Type the words anew, without it")
    return text.strip()


def identifier(text: str) -> str:
    """The name of a leaflet or a contact; it becomes part of file names."""
    if not _IDENTIFIER.fullmatch(text):
        raise Refusal(f"cannot be named {shown(text)}", "Use small letters a-z, digits, - and _, such as day-ward")
    return text


def edition_name(text: str) -> str:
    """The name of an edition; it becomes part of file names."""
    for output in OUTPUTS.values():
        if output.ending and text.endswith(output.ending):
            reason = f"cannot be named {shown(text)}: {output.files} are named so"
            raise Refusal(reason, "Choose another name")
    if text.startswith("bilingual"):
        raise Refusal(f"cannot be named {shown(text)}: files of two languages are named so", "Choose another name")
    if not _EDITION.fullmatch(text):
        raise Refusal(f"cannot be named {shown(text)}", "Use small letters a-z, digits and -, such as us-large")
    return text


def one_of(text: str, known: Collection[str], wrong: str, otherwise: str) -> str:
    """A word that polyleaf knows.

    Args:
        text: The word.
        known: Those there are.
        wrong: What any other is ("which is not a paper").
        otherwise: The way out where no known word is near.
    """
    if text not in known:
        near = nearest(text, known)
        raise Refusal(f"is {shown(text)}, {wrong}", f"Did you mean {near}?" if near else otherwise)
    return text


def check_id(text: str) -> str:
    """The id of a check, ``area/bad-pattern``."""
    if not _CHECK.fullmatch(text):
        raise Refusal(f"is {shown(text)}, which is not the id of a check", "Ids look like source/alt-missing")
    return text


def web(text: str) -> str:
    """A web address, http or https only."""
    example = "Write the whole address, such as https://www.example.org/page"
    if not _WEB.fullmatch(text):
        raise Refusal(f"is {shown(text)}, which is not a web address", example)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal(f"is {shown(text)}, which is not a web address", example) from None
    if parts.scheme not in ("http", "https"):
        raise Refusal(f"is {shown(text)}, which does not begin with https://", example)
    if "." not in host.strip(".") or "@" in parts.netloc:
        raise Refusal(f"is {shown(text)}, which names no web site", example)
    return text


def prefix(text: str) -> str:
    """A web address that the code of a print is written behind; short, because it stands in a square code."""
    if len(web(text)) > _LONGEST_PREFIX:
        raise Refusal(
            f"has {len(text)} letters, and at most {_LONGEST_PREFIX} fit beside the code",
            "Choose a short address, such as https://leaflets.example.org/v/",
        )
    if not text.isascii():
        raise Refusal(f"is {shown(text)}, with letters that not every scanner reads", "Use a-z, 0-9, - and / alone")
    if not text.endswith(("/", "=")):
        raise Refusal(
            f"is {shown(text)}; the code is written right behind it",
            "End it with / or =, so that both can be told apart",
        )
    return text


def email(text: str) -> str:
    """An e-mail address."""
    if not _EMAIL.fullmatch(text):
        raise Refusal(f"is {shown(text)}, which is not an e-mail address", "It looks like ward@example.org")
    return text


def length(text: str, unit: str, least: float, most: float) -> float:
    """A length with its unit, such as ``18pt`` or ``3mm``.

    Args:
        text: As written.
        unit: The only unit accepted: pt or mm.
        least: Smallest value accepted, in that unit.
        most: Largest value accepted, in that unit.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] != unit:
        raise Refusal(
            f"is {shown(text)}, which is not a length in {unit}",
            f'Write it like "{_converted(text.strip(), unit) or f"{least:g}{unit}"}"',
        )
    value = float(match[1])
    if not least <= value <= most:
        raise Refusal(f"is {text.strip()}", f"It must lie between {least:g}{unit} and {most:g}{unit}")
    return value


def _converted(text: str, unit: str) -> str:
    """A length in another unit, or with a word for it, as it is to be written; "" if it is none."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?) ?([A-Za-z]*)\.?", text)
    if match is None:
        return ""
    times = {"mm": {"cm": 10.0, "in": 25.4}}.get(unit, {}).get(match[2].lower(), 1.0)
    return f"{float(match[1]) * times:g}{unit}"


def screen_colour(text: str) -> str:
    """A colour as style sheets write it, in small letters."""
    if not _COLOUR.fullmatch(text):
        raise Refusal(
            f"names {shown(text)}, which is not a colour",
            'A colour is # and six digits or letters from A to F: "#005EB8"',
        )
    return text.lower()


def inks(text: object) -> CmykInks:
    """A mixture of inks in per cent, ``cmyk(100 55 0 5)``, each as 0 to 1."""
    match = _INKS.fullmatch(text.strip()) if isinstance(text, str) and len(text) <= _LONGEST_MIX else None
    amounts = [float(amount) / 100 for amount in match.groups()] if match else []
    if not amounts or max(amounts) > 1:
        written = shown(text) if isinstance(text, str) else str(text)[:60]
        raise Refusal(
            f"is {written}, which is not a mixture of inks",
            'Write cyan, magenta, yellow and black, each 0 to 100: "cmyk(100 55 0 5)"',
        )
    cyan, magenta, yellow, black = amounts
    return (cyan, magenta, yellow, black)


def ink_limit(text: object) -> float:
    """The most ink that paper takes, such as ``300%``."""
    example = 'Write it like "300%": 320% is usual on coated paper, 280% on uncoated'
    match = _PER_CENT.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise Refusal(f"is {shown(str(text))}, which is not in per cent", example)
    value = float(match[1])
    if not _LEAST_INK <= value <= _MOST_INK:
        raise Refusal(f"is {value:g}%", f"It must lie between {_LEAST_INK}% and {_MOST_INK}%. {example}")
    return value


def layout(text: str) -> Layout:
    """How generously a leaflet is set."""
    if text not in tuple(Layout):
        known = ", ".join(Layout)
        raise Refusal(f"is {shown(text)}", f"It is one of: {known}")
    return Layout(text)


def pages(text: str) -> int:
    """How many pages a leaflet may have."""
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:4]) <= _MOST_PAGES):
        raise Refusal(f"is {shown(text)}, which is no number of pages", "Write it like fit: 2, for one sheet of paper")
    return int(text)


def switch(text: str) -> bool:
    """Whether something is wanted."""
    if text.lower() not in _SWITCHES:
        raise Refusal(f"is {shown(text)}", "It is true or false")
    return _SWITCHES[text.lower()]


def number(text: str) -> Decimal:
    """A number with a decimal point, exactly as written: never a float. The sign of Word (U+2212) is a minus, too."""
    text = text.replace("\u2212", "-")
    if not _NUMBER.fullmatch(text):
        raise Refusal(
            f"is {shown(text)}, which is not a plain number",
            "Write only digits and a decimal point: 1000, 0.5. Each language puts in its own separators",
        )
    return Decimal(text)


def time(text: str) -> datetime.time:
    """A time of day on the 24-hour clock."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise Refusal(f"is {shown(text)}, which is not a time of day", 'Write it on the 24-hour clock: "17:30"')
    return datetime.time(int(match[1]), int(match[2]))
