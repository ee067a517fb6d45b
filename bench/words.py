"""Words that are checked: how often right translations are complained about, and how many slips are noticed.

    python -m bench.words --tico FOLDER --demetr FILE

Three sets. TICO-19 and DEMETR are other people's and are given by path: medical sentences with their translations, and
sentences with one slip on the English side. ``bench/dosing`` and ``bench/leaflets`` are our own: the sentences that
leaflets give a dose, a time or a count in, each in two versions that differ in the one thing that matters. Both
versions are right with their own translation, and each is a slip with the other's.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.alarms import findings

from polyleaf.errors import UsageError
from polyleaf.locales.table import language
from polyleaf.model.finding import Severity

DOSING = Path(__file__).parent / "dosing"
LEAFLETS = Path(__file__).parent / "leaflets"
ADJUDICATED = Path(__file__).parent / "adjudicated.tsv"
"""What a reader made of the findings on TICO-19's odd half."""
KEPT = "kept-"
"""Begins the names of sentences that nobody read while the tables were written."""

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_SHOWN = 12
OURS = frozenset(
    (
        "number-mismatch",
        "unit-mismatch",
        "unit-missing",
        "time-mismatch",
        "phone-mismatch",
        "order-differs",
        "opposite-turned",
        "critical-opposite-turned",
        "left-right-differs",
        "before-after-differs",
        "negation-lost",
        "negation-added",
        "name-missing",
        "colour-differs",
        "thing-differs",
        "medicine-differs",
    )
)
"""The checks that judge words and what they count."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and a translation: right, or with a slip of a kind."""

    locale: str
    kind: str
    source: str
    target: str
    slip: bool
    faulty: bool = False
    """Whether a reader found the set itself at fault: a finding there is right."""


def dosing(folder: Path = DOSING, names: str = "") -> Iterator[Pair]:
    """Our own sentences, right and crossed; those whose names begin so."""
    english = _rows(folder / "en.tsv")
    for path in sorted(folder.glob("*.tsv")):
        if path.stem == "en":
            continue
        for name, (said,) in _rows(path).items():
            if not name.startswith(names):
                continue
            kind, text = english[name]
            if not _CHOICE.search(text):
                yield Pair(path.stem, kind, text, said, slip=False)
                continue
            for one in (0, 1):
                for other in (0, 1):
                    yield Pair(path.stem, kind, _version(text, one), _version(said, other), slip=one != other)


def tico(folder: Path) -> Iterator[Pair]:
    """Medical sentences that people translated."""
    lines = ADJUDICATED.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    faulty = {(locale, int(number)) for locale, number, verdict in rows if verdict != "right"}
    for path in sorted(folder.glob("*.tsv")):
        if not is_known(path.stem):
            print(f"{path.stem}: not a language of polyleaf, left out")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            source, _, target = line.partition("\t")
            yield Pair(path.stem, "right", source, target, slip=False, faulty=(path.stem, number) in faulty)


def demetr(file: Path) -> Iterator[Pair]:
    """News sentences, each right and with a slip on the English side."""
    for record in json.loads(file.read_text(encoding="utf-8")):
        yield Pair(record["locale"], record["kind"], record["english"], record["other"], slip=False)
        yield Pair(record["locale"], record["kind"], record["english_with_slip"], record["other"], slip=True)


def is_known(locale: str) -> bool:
    """Whether polyleaf has words of a language."""
    try:
        language(locale)
    except UsageError:
        return False
    return True


def _rows(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1:] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _version(text: str, which: int) -> str:
    return " ".join(_CHOICE.sub(lambda match: match[which + 1], text).split())


def told(pair: Pair) -> dict[str, Severity]:
    """What the checks of this bench say about a pair: name of the check, and how heavy."""
    found: dict[str, Severity] = {}
    for one in findings(pair.locale, pair.source, pair.target):
        name = one.check.partition("/")[2]
        if name in OURS:
            found[name] = max(one.severity, found.get(name, one.severity))
    return found


def judge(pairs: Sequence[Pair], *, show: str = "") -> str:
    """The figures of a set, worst first."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    slips: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    checks: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        found = told(pair)
        heavy = Severity.ERROR in found.values()
        counts = slips[pair.kind, pair.locale] if pair.slip else right[pair.locale]
        ours, any_ours = heavy and not pair.faulty, bool(found) and not pair.faulty
        counts.update(made=1, told=bool(found), errors=heavy, ours=ours, any_ours=any_ours)
        if not pair.slip:
            checks.update((weight.name, name) for name, weight in found.items())
        wrong = not found if pair.slip else bool(found)
        what = f"{pair.locale} {pair.kind} {'missed' if pair.slip else 'alarm'} {' '.join(found)}"
        if wrong and show and re.search(show, what):
            print(f"{what}\n    {pair.source}\n    {pair.target}")
    read = any(pair.faulty for pair in pairs)
    lines = ["", f"right sentences: with an error, with any finding{', and those that are ours' if read else ''}"]
    for locale, one in sorted(right.items(), key=lambda item: -item[1]["told"] / item[1]["made"]):
        mine = f"{_share(one, 'ours')} {_share(one, 'any_ours')}" if read else ""
        lines.append(f"  {locale:8} {one['made']:5} {_share(one, 'errors')} {_share(one, 'told')} {mine}".rstrip())
    total = sum(right.values(), Counter())
    if total:
        mine = f"{_share(total, 'ours')} {_share(total, 'any_ours')}" if read else ""
        lines.append(f"  {'all':8} {total['made']:5} {_share(total, 'errors')} {_share(total, 'told')} {mine}".rstrip())
    lines += [f"    {weight.lower():8} {name}: {count}" for (weight, name), count in checks.most_common(_SHOWN)]
    if slips:
        lines += ["", "slips: noticed, as an error"]
        for axis in (0, 1):
            sums: dict[str, Counter[str]] = defaultdict(Counter)
            for key, one in slips.items():
                sums[key[axis]].update(one)
            for name, one in sorted(sums.items(), key=lambda item: item[1]["told"] / item[1]["made"]):
                lines.append(f"  {name:10} {one['made']:5} {_share(one, 'told')} {_share(one, 'errors')}")
        lines.append(f"  worst: {', '.join(_worst(slips))}")
        everything = sum(slips.values(), Counter())
        lines.append(f"  {'all':10} {everything['made']:5} {_share(everything, 'told')} {_share(everything, 'errors')}")
    return "\n".join(lines)


def _worst(slips: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    ordered = sorted(slips.items(), key=lambda item: item[1]["told"] / item[1]["made"])
    for (kind, locale), counts in ordered[:_SHOWN]:
        yield f"{kind} {locale} {counts['told']}/{counts['made']}"


def _share(counts: Counter[str], name: str) -> str:
    return f"{100 * counts[name] / max(1, counts['made']):5.1f}%"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tico", type=Path, metavar="FOLDER", help="folder of TSV files, one a locale")
    parser.add_argument("--demetr", type=Path, metavar="FILE", help="JSON file of records")
    parser.add_argument("--no-dosing", action="store_true", help="leave our own sentences out")
    parser.add_argument("-l", "--locale", action="append", default=[], help="only this language; may be given again")
    parser.add_argument("--show", default="", metavar="WORDS", help='print what goes wrong: "pl .*missed"')
    given = parser.parse_args(arguments)
    sets: dict[str, Iterator[Pair]] = {}
    if not given.no_dosing:
        sets["dosing"] = dosing()
        sets["leaflets, read while the tables were written"] = dosing(LEAFLETS, "read-")
        sets["leaflets, kept back"] = dosing(LEAFLETS, KEPT)
    if given.tico:
        sets["TICO-19"] = tico(given.tico)
    if given.demetr:
        sets["DEMETR"] = demetr(given.demetr)
    for name, pairs in sets.items():
        chosen = [pair for pair in pairs if not given.locale or pair.locale in given.locale]
        print(f"\n== {name}: {len(chosen)} pairs{judge(chosen, show=given.show)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
