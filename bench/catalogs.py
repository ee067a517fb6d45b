"""Right translations that other people made of other things: ``python -m bench.catalogs FOLDER``.

The folder holds compiled catalogs (``**/locale/<locale>/LC_MESSAGES/*.mo``), as packages of programs bring them. Of
each language the sentences that count, time, order or deny something are judged, in halves that are the same each time:
one to mend with, the other to measure. What is told of them is not always false, since programs are translated freely.
"""

from __future__ import annotations

import argparse
import gettext
import random
import re
from collections.abc import Iterator
from pathlib import Path

from bench.words import Pair, is_known, told

from polyleaf.model.finding import Severity

_COUNTS = re.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half|every|daily|weekly|monthly|hours?|"
    r"minutes?|seconds?|days?|weeks?|months?|years?|morning|evening|night|noon|midnight|\w+day|left|right|before|after|"
    r"until|least|most|more|less|up to|increase|decrease|higher|lower|minimum|maximum|start|stop|never|not|\w+n't|"
    r"cannot|without|first|second|third|last|always|only)\b"
)
_CODE = re.compile(r"[%{}<>\[\]|$\\@=]|\.\.\.|https?:|&[a-z#]|^\W")
_SHORTEST, _LONGEST, _FEWEST_WORDS = 12, 300, 4
_NAMES = {"zh_CN": "zh_Hans", "zh_TW": "zh_Hant", "sr": "sr_Cyrl", "sr@latin": "sr_Latn", "pt_BR": "pt", "pt": "pt_PT"}
"""What gettext calls some languages otherwise."""


def main() -> None:
    """Judge them, and print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--most", type=int, default=2000, help="sentences of a language")
    parser.add_argument("--show", type=int, default=0, help="errors of a language that are printed")
    wishes = parser.parse_args()
    for locale, pairs in sorted(_pairs(wishes.folder).items()):
        some = sorted(pairs)
        random.Random(locale).shuffle(some)  # noqa: S311 - the same each time
        some = some[wishes.half == "even" :: 2][: wishes.most]
        findings = [told(Pair(locale, "right", source, target, slip=False)) for source, target in some]
        errors = [pair for pair, one in zip(some, findings, strict=True) if Severity.ERROR in one.values()]
        share = sum(map(bool, findings)) / max(len(some), 1)
        print(f"{locale:8} {len(some):5} errors {len(errors) / max(len(some), 1):6.2%} any {share:6.2%}")
        for source, target in errors[: wishes.show]:
            print(f"  {source}\n  {target}")


def _pairs(folder: Path) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for path in folder.rglob("*.mo"):
        name = path.parent.parent.name
        locale = _NAMES.get(name, name)
        if not locale.startswith("en") and is_known(locale):
            found.setdefault(locale, set()).update(_of(path))
    return found


def _of(path: Path) -> Iterator[tuple[str, str]]:
    with path.open("rb") as file:
        catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - no other way
    for said, target in catalog.items():
        if isinstance(said, str) and isinstance(target, str):
            source, again = _plain(said.rpartition("\x04")[2]), _plain(target)
            if source != again and again and _is_sentence(source) and not _CODE.search(again):
                yield source, again


def _plain(text: str) -> str:
    return " ".join(text.replace("&", "").replace("_", "").split())


def _is_sentence(text: str) -> bool:
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    fits = _SHORTEST <= len(text) <= _LONGEST and words >= _FEWEST_WORDS
    return fits and bool(_COUNTS.search(text)) and not _CODE.search(text)


if __name__ == "__main__":
    main()
