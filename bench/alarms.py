"""False alarms on texts nobody tuned the checks for: the gettext catalogs of the programs on this machine.

    python -m bench.alarms -l pl -l ta --show negation-lost

Software is no leaflet (it is full of names of programs, which ``wrong-script`` rightly wonders about), but its
translations are revised by many people, so what a check says about them is mostly a false alarm, and sometimes a
mistake nobody saw. Texts with formats, markup or signs of programming are left out.
"""

from __future__ import annotations

import argparse
import gettext
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from polyleaf.checks.run import run
from polyleaf.locales.table import language
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Finding, Location
from polyleaf.model.message import Message, TextState, Translation
from polyleaf.source.inline import parse_inline

_FOLDER = Path("/usr/share/locale")
_CODES = (
    "pl ro uk ar fa ur bn pa gu ta so hi de fr es it pt ru cs hu vi el he th ja ko km nl sv da nb fi hr sr sk sl tr id"
)
_LOCALES = {**{code: code for code in _CODES.split()}, "zh_Hans": "zh_CN"}
_CODE = re.compile(r"%[-#0 +]*\d*[a-zA-Z]|%\d|\$|[<>{}\\|`~=]|\n|--|\bhttp|&[a-z]|_|\.\.\.$|[*#@/]|'")
_LEAST_WORDS = 4


def pairs(folder: Path, code: str) -> Iterator[tuple[str, str]]:
    """Plain sentences of every catalog of a language, with their translations."""
    for path in sorted(folder.glob(f"{code}/LC_MESSAGES/*.mo")):
        if path.name.startswith("iso_"):
            continue
        try:
            with path.open("rb") as file:
                catalog = gettext.GNUTranslations(file)
        except (OSError, UnicodeDecodeError, ValueError):
            continue
        for source, target in catalog._catalog.items():  # type: ignore[attr-defined]  # noqa: SLF001 - gettext has no other way to list them
            if isinstance(source, str) and isinstance(target, str) and _plain(source, target):
                yield source, target


def _plain(source: str, target: str) -> bool:
    usable = len(source.split()) >= _LEAST_WORDS and source != target and "\x04" not in source
    return usable and not _CODE.search(source) and not _CODE.search(target)


def findings(locale: str, source: str, target: str) -> tuple[Finding, ...]:
    """What the checks say about one translation."""
    translation = Translation(Message(source, "", ()), target, TextState.TRANSLATED, Location("x", 1))
    entry = Entry(translation, parse_inline(source), parse_inline(target))
    view = CatalogView("x", language(locale), language("en_GB"), "x", (entry,), {}, digits="latn")
    return run([view], partial=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many texts of each language each check complains about."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-l", "--locale", action="append", default=[])
    parser.add_argument("--most", type=int, default=1200, help="texts of a language")
    parser.add_argument("--show", default="", metavar="CHECK", help="print what this check finds")
    parser.add_argument("--folder", type=Path, default=_FOLDER)
    given = parser.parse_args(arguments)
    for locale in given.locale or _LOCALES:
        found = sorted(set(pairs(given.folder, _LOCALES[locale])))
        chosen = random.Random(1).sample(found, min(given.most, len(found)))  # noqa: S311 - the same texts each time
        counts: Counter[str] = Counter()
        for source, target in chosen:
            told = findings(locale, source, target)
            counts.update({f"{one.severity.name[0]} {one.check.partition('/')[2]}" for one in told})
            for one in told:
                if given.show and given.show in one.check:
                    print(f"{locale}: {one.fault.message}\n    {source}\n    {target}")
        rates = ", ".join(f"{name} {100 * count / len(chosen):.1f}%" for name, count in counts.most_common())
        print(f"{locale} ({len(chosen)} texts): {rates or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
