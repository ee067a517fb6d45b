"""Writes ``src/polyleaf/languages/cldr.toml``: what CLDR says of every locale and Babel leaves out.

    npm pack cldr-misc-full@48 cldr-numbers-full@48      (unpack both)
    python tools/cldr_table.py FOLDER_OF_MISC FOLDER_OF_NUMBERS

The folders hold ``main/<tag>/delimiters.json`` and ``main/<tag>/numbers.json``. A locale that says what its parent says
is left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from polyleaf.locales.scripts import ZEROS
from polyleaf.locales.tags import line_of

TARGET = Path(__file__).parents[1] / "src" / "polyleaf" / "languages" / "cldr.toml"
HEAD = """\
# What CLDR says of locales and Babel leaves out. Written by tools/cldr_table.py from CLDR 48 (Unicode License v3).
# A locale that does not stand here is as its parent, and in the end as "root".

"""
MARKS = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")


def main(misc: Path, numbers: Path) -> None:
    """Write the table."""
    quotes, least, digits = {}, {}, {}
    for folder in sorted((misc / "main").iterdir()):
        locale = folder.name.replace("-", "_")
        said = json.loads((folder / "delimiters.json").read_text(encoding="utf-8"))["main"][folder.name]["delimiters"]
        quotes[locale] = tuple(said[mark] for mark in MARKS)
    for folder in sorted((numbers / "main").iterdir()):
        locale = folder.name.replace("-", "_")
        said = json.loads((folder / "numbers.json").read_text(encoding="utf-8"))["main"][folder.name]["numbers"]
        least[locale] = int(said["minimumGroupingDigits"])
        systems = (said["otherNumberingSystems"]["native"], said["defaultNumberingSystem"], "latn")
        digits[locale] = next(system for system in systems if system in ZEROS)
    quotes["root"], least["root"], digits["root"] = quotes.pop("und", ("“", "”", "‘", "’")), 1, "latn"
    lines = [HEAD, "# Quotation marks: opening and closing, then those inside.\n[quotes]\n"]
    lines += [f"{locale} = {json.dumps(value, ensure_ascii=False)}\n" for locale, value in sorted(news(quotes).items())]
    lines += ["\n# Least number of digits before the first separator.\n[minimum_grouping_digits]\n"]
    lines += [f"{locale} = {value}\n" for locale, value in sorted(news(least).items())]
    lines += ["\n# A language's own numbering system, else the one it uses, if polyleaf can write it.\n[digits]\n"]
    lines += [f'{locale} = "{value}"\n' for locale, value in sorted(news(digits).items())]
    TARGET.write_text("".join(lines), encoding="utf-8")


def news(said: dict[str, Any]) -> dict[str, Any]:
    """What is not as its parent says."""
    found = {}
    for locale, value in said.items():
        parent = next((one for one in (*line_of(locale)[1:], "root") if one in said), "root")
        if locale == "root" or value != said[parent]:
            found[locale] = value
    return found


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
