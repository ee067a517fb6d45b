"""TOML that people write: what is wrong with it, in which line, and the way out."""

from __future__ import annotations

import re
import tomllib

from polyleaf.manuscript.faults import ContentError, FaultLog

_TEXT_AT = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_CURLY = re.compile("[“”„‘’«»]")


def load_toml(text: str, log: FaultLog, example: str) -> dict[str, object]:
    """The content of a TOML file.

    Args:
        text: The file.
        log: Where its faults are noted.
        example: A line as it should be, for the hint: ``name = "Example Hospital"``.

    Raises:
        ContentError: It is not TOML; every fault of ``log`` is in it.
    """
    try:
        return tomllib.loads(text)
    except ValueError as error:
        place = _TEXT_AT.search(str(error))
        line = int(place[1]) if place and place[1] else (text.count("\n") + 1 if place else None)
        message = _TEXT_AT.sub("", str(error)).strip().rstrip(".")
        written = text.split("\n")[line - 1] if line else ""
        log.add(f"The file is not valid TOML: {message}", line, _way_out(message, written, example))
    except RecursionError:
        log.add("The file is not valid TOML: brackets inside brackets without end", None, "Close each [ with a ]")
    raise ContentError(log.faults)


def _way_out(message: str, written: str, example: str) -> str:  # noqa: PLR0911 - one a slip
    """What to do about a line of TOML that cannot be read."""
    if _CURLY.search(written):
        return 'Replace the curly quotes by straight ones: "'
    if re.search(r"\s//", written):
        return "A note begins with #"
    if "Illegal character" in message and written.count('"') % 2:
        return 'The quotes are not closed: write " at the end, too'
    if "\\" in written:
        return "Write / for \\"
    if re.match(r"\s*\[[^\]]*\s", written):
        return "A name in brackets has no spaces: [contacts.day_ward]"
    if "table declaration" in message:
        return "A name in brackets ends with a bracket, and stands alone on its line: [press]"
    if re.search(r"=\s*(?:True|False|yes|no)\b", written, re.IGNORECASE):
        return "Write true or false, in small letters"
    if "overwrite" in message or "twice" in message:
        return "The same key or table stands here twice: delete one"
    if "Invalid initial character for a key" in message or "Expected '='" in message:
        return 'A line looks like key = "value", or [table], or begins with # for a note'
    return f"Text stands in straight quotes: {example}"
