"""Right translations that other people made of other things: ``python -m bench.catalogs FOLDER``.

The folders hold compiled catalogs (``**/locale/<locale>/LC_MESSAGES/*.mo``), as packages of programs bring them,
translations in JSON beside their ``en.json``, or lines of a sentence and its translation (``<locale>.tsv``). Of each
language the sentences that count, time, order or deny something are judged, in halves that are the same each time: one
to mend with, the other to measure. What is told of them is not always false, since programs are translated freely.

With ``--lengths`` it prints how long translations are: what language files have as ``expansion``.

With ``--slips`` the English of each right pair that nothing is told of is turned by one word, and something must be
told. What is not shows a word that a table lacks, a kind of check that sleeps, or a translation that says it otherwise.
"""

from __future__ import annotations

import argparse
import gettext
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.turned_english import turned
from bench.words import Pair, is_known, told

from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.translation_parts.lengths import usual
from polyleaf.locales.table import language
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

_Said = tuple[str, str]
"""A sentence and its translation."""


def main() -> None:
    """Judge them, and print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--most", type=int, default=2000, help="sentences of a language; with --slips, slips of a kind")
    parser.add_argument("--show", type=int, default=0, help="errors, or unnoticed slips of a kind, that are printed")
    parser.add_argument("--slips", action="store_true", help="turn the English, and count what is noticed")
    parser.add_argument("--lengths", action="store_true", help="how long translations are, by their English")
    parser.add_argument("-l", "--locale", action="append", default=[], help="only this language; may be given again")
    wishes = parser.parse_args()
    kinds: dict[str, Counter[str]] = {}
    for locale, pairs in sorted(_pairs(wishes.folders, wishes.locale).items()):
        some = sorted(pairs)
        random.Random(locale).shuffle(some)  # noqa: S311 - the same each time
        if wishes.lengths:
            _measure(locale, some)
            continue
        some = some[wishes.half == "even" :: 2]
        if wishes.slips:
            _turn(locale, some, wishes.most, wishes.show, kinds)
        else:
            _judge(locale, some[: wishes.most], wishes.show)
    for kind, counts in sorted(kinds.items(), key=lambda item: item[1]["noticed"] / item[1]["made"]):
        print(f"{kind:20} {counts['made']:6} noticed {counts['noticed'] / counts['made']:6.1%}")


def _measure(locale: str, some: Sequence[_Said]) -> None:
    entries = [an_entry(source, target) for source, target in some]
    catalog = a_catalog(*entries, language=language(locale))
    print(f"{locale:8} {len(some):5} {usual(catalog).ratio:.2f}")


def _judge(locale: str, some: Sequence[_Said], show: int) -> None:
    findings = [told(Pair(locale, "right", source, target, slip=False)) for source, target in some]
    errors = [pair for pair, one in zip(some, findings, strict=True) if Severity.ERROR in one.values()]
    share = sum(map(bool, findings)) / max(len(some), 1)
    print(f"{locale:8} {len(some):5} errors {len(errors) / max(len(some), 1):6.2%} any {share:6.2%}")
    for source, target in errors[:show]:
        print(f"  {source}\n  {target}")


def _turn(locale: str, some: Sequence[_Said], most: int, show: int, kinds: dict[str, Counter[str]]) -> None:
    made, lost = Counter[str](), dict[str, list[_Said]]()
    for source, target in some:
        slips = [slip for slip in turned(source, random.Random(source)) if made[slip[0]] < most]  # noqa: S311
        if not slips or told(Pair(locale, "right", source, target, slip=False)):
            continue
        for kind, text in slips:
            made[kind] += 1
            noticed = bool(told(Pair(locale, kind, text, target, slip=True)))
            kinds.setdefault(kind, Counter()).update(made=1, noticed=noticed)
            if not noticed:
                lost.setdefault(kind, []).append((text, target))
    print(f"{locale:8} {made.total():5} noticed {1 - sum(map(len, lost.values())) / max(made.total(), 1):6.1%}")
    for kind, texts in sorted(lost.items(), key=lambda item: -len(item[1]) / made[item[0]]):
        print(f"  {locale} {kind}: {made[kind] - len(texts)}/{made[kind]}")
        for source, target in texts[:show]:
            print(f"    {source}\n    {target}")


def _pairs(folders: Sequence[Path], locales: Sequence[str]) -> dict[str, set[_Said]]:
    found: dict[str, set[_Said]] = {}
    for path in (path for folder in folders for path in folder.rglob("*")):
        if path.suffix == ".mo":
            name, read = path.parent.parent.name, _compiled
        elif path.suffix == ".tsv":
            name, read = path.stem, _lines
        elif path.suffix == ".json" and path.with_name("en.json").is_file():
            name, read = path.stem, _keyed
        else:
            continue
        locale = _NAMES.get(name, name)
        if not locale.startswith("en") and (not locales or locale in locales) and is_known(locale):
            found.setdefault(locale, set()).update(_of(read(path)))
    return found


def _compiled(path: Path) -> Iterator[_Said]:
    try:
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - no other way
    except (IndexError, ValueError):  # its header has no rule for plurals, or its bytes are of another encoding
        return
    for said, target in catalog.items():
        if isinstance(said, str) and isinstance(target, str):
            yield said.rpartition("\x04")[2], target


def _lines(path: Path) -> Iterator[_Said]:
    for line in path.read_text(encoding="utf-8").splitlines():
        source, _, target = line.partition("\t")
        yield source, target


def _keyed(path: Path) -> Iterator[_Said]:
    english = json.loads(path.with_name("en.json").read_text(encoding="utf-8"))
    for key, target in json.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(target, str) and isinstance(english.get(key), str):
            yield english[key], target


def _of(pairs: Iterator[_Said]) -> Iterator[_Said]:
    for said, target in pairs:
        source, again = _plain(said), _plain(target)
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
