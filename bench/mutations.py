"""The mutation bench: thousands of harmful slips, and how many of them ``polyleaf check`` notices.

    python -m bench.mutations --slips 5000 --pofilter ~/toolkit/bin/pofilter

From the correct starter catalogs it makes slips of each kind, always the same ones for the same seed, judges each, and
prints how many were caught, by kind, and how many findings there are on the correct texts. A slip counts as caught
only if one of the checks that should notice this kind finds something that it does not find in the correct text.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.corpus import Corpus, Text, entry_of, judged_view, read_corpus
from bench.kinds import KINDS, Kind, checks
from bench.peers import has_weblate, pofilter, pofilter_program

from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.po.reader import load
from polyleaf.checks.run import run
from polyleaf.model.catalog_view import Entry
from polyleaf.model.finding import Severity
from polyleaf.model.message import Message, TextState

STALE = "stale text"
STALE_SHARE = 4.0


@dataclass(slots=True)
class Score:
    """How one kind fared.

    Attributes:
        made: Slips made.
        caught: Slips that an expected check noticed.
        noticed: Slips that only another check noticed.
        errors: Slips that are an error.
        pofilter: Slips in which pofilter found something new.
        missed: Some that nothing noticed: (locale, source, translation).
    """

    made: int = 0
    caught: int = 0
    noticed: int = 0
    errors: int = 0
    pofilter: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Result:
    """What a run of the bench found.

    Attributes:
        scores: By kind.
        clean: How many correct texts were judged.
        alarms: Findings on correct texts by severity and check.
        pofilter_alarms: Correct texts that pofilter complains about; None if it was not run.
        seconds: Time of the run without pofilter.
    """

    scores: dict[str, Score]
    clean: int
    alarms: Counter[tuple[str, str]]
    pofilter_alarms: int | None
    seconds: float

    def rate(self, *kinds: str) -> float:
        """Part of the slips of these kinds that was caught."""
        made = sum(self.scores[kind].made for kind in kinds)
        return sum(self.scores[kind].caught for kind in kinds) / max(1, made)


def bench(number: int, seed: int = 2026, locales: Sequence[str] = (), program: str = "", most_clean: int = 0) -> Result:
    """Make slips and judge them.

    Args:
        number: About how many.
        seed: The same slips for the same seed.
        locales: Only these languages; all if empty.
        program: pofilter, run on the same slips; "" for none.
        most_clean: How many correct texts are judged; all if 0.
    """
    started = time.monotonic()
    corpus = read_corpus(locales)
    dice = random.Random(seed)  # noqa: S311 - the same slips for the same seed
    scores: dict[str, Score] = {}
    made: dict[str, list[tuple[str, str, Text, Entry]]] = defaultdict(list)
    clean_found: dict[int, frozenset[tuple[str, str]]] = {}
    total = sum(kind.share for kind in KINDS) + STALE_SHARE
    for kind in KINDS:
        score = scores.setdefault(kind.name, Score())
        for text, entry in _slips(kind, corpus, dice, round(number * kind.share / total)):
            key = id(text)
            if key not in clean_found:
                clean_found[key] = _findings(text, text.entry)
            _count(score, kind.expected, text, entry, _findings(text, entry) - clean_found[key])
            made[text.locale].append((kind.name, f"{kind.name}/{score.made}", text, entry))
    stale = _stale(corpus, dice, round(number * STALE_SHARE / total))
    scores[STALE] = stale[0]
    for text, entry in stale[1]:
        made[text.locale].append((STALE, f"{STALE}/{len(made[text.locale])}", text, entry))
    alarms: Counter[tuple[str, str]] = Counter()
    clean = [*corpus.plain, *corpus.numbered, *corpus.linked]
    if most_clean:
        clean = dice.sample(clean, min(most_clean, len(clean)))
    for text in clean:
        alarms.update((severity, check) for check, severity in _findings(text, text.entry, with_severity=True))
    seconds = time.monotonic() - started
    false = _ask_pofilter(program, made, clean, scores) if program else None
    return Result(scores, len(clean), alarms, false, seconds)


def _slips(kind: Kind, corpus: Corpus, dice: random.Random, wanted: int) -> Iterable[tuple[Text, Entry]]:
    texts = (
        corpus.numbered
        if kind.numbered
        else corpus.linked
        if "link" in kind.name or "address" in kind.name
        else corpus.plain
    )
    found = 0
    seen: set[tuple[str, str, str]] = set()
    for _ in range(40):
        for text in dice.sample(texts, len(texts)):
            if found >= wanted:
                return
            target = kind.make(text, dice, corpus)
            key = (text.locale, text.source, target or "")
            if target is None or target == text.target or key in seen:
                continue
            seen.add(key)
            found += 1
            yield text, entry_of(text, text.source, target)


def _findings(text: Text, entry: Entry, *, with_severity: bool = False) -> frozenset[tuple[str, str]]:
    found = run([_context(text, entry)], partial=True)
    if with_severity:
        return frozenset((one.check, one.severity.name) for one in found)
    return frozenset(
        (one.check, one.fault.message if one.severity is not Severity.ERROR else f"!{one.fault.message}")
        for one in found
    )


def _context(text: Text, entry: Entry) -> object:
    view = judged_view(text, entry)
    if not entry.target and not entry.translation.text:
        missing = replace(entry, translation=replace(entry.translation, state=TextState.MISSING))
        return replace(view, entries=(missing,))
    return view


def _count(score: Score, expected: frozenset[str], text: Text, entry: Entry, new: frozenset[tuple[str, str]]) -> None:
    score.made += 1
    score.errors += any(message.startswith("!") for _, message in new)
    if any(check in expected for check, _ in new):
        score.caught += 1
    elif new:
        score.noticed += 1
    if not any(check in expected for check, _ in new):
        score.missed.append((text.locale, text.source, entry.translation.text))


def _stale(corpus: Corpus, dice: random.Random, wanted: int) -> tuple[Score, list[tuple[Text, Entry]]]:
    """One word of the source changes; the catalog is merged; the old translation must not pass for the new text."""
    score, entries = Score(), []
    leaflets = list(corpus.project.leaflets)
    for _ in range(wanted):
        text = dice.choice([one for one in corpus.plain if one.view.leaflet in leaflets])
        catalog = load(corpus.project, text.locale, text.view.leaflet)
        if catalog is None:
            continue
        message = text.entry.translation.message
        words = message.msgid.split()
        at = dice.randrange(len(words))
        changed = " ".join([*words[:at], dice.choice(["now", "never", "twice", f"{words[at]}s"]), *words[at + 1 :]])
        messages = [
            Message(
                changed if one is text.entry else one.translation.message.msgid, one.translation.message.context, ()
            )
            for one in text.view.entries
        ]
        merged, _report = merge(catalog, messages)
        entry = merged.by_key()[(message.context, changed)]
        state = entry.state
        moved = replace(
            text.entry,
            translation=replace(
                text.entry.translation, message=replace(message, msgid=changed), state=state, text=entry.text
            ),
        )
        new = frozenset((one.check, "!") for one in run([judged_view(text, moved)], partial=True))
        _count(score, checks("fuzzy", "missing"), text, moved, new)
        entries.append((text, moved))
    return score, entries


def _ask_pofilter(
    program: str, made: dict[str, list[tuple[str, str, Text, Entry]]], clean: Sequence[Text], scores: dict[str, Score]
) -> int:
    alarms = 0
    for locale, found in made.items():
        rights = [text for text in clean if text.locale == locale]
        asked = [(f"clean/{at}", text.source, text.target, False) for at, text in enumerate(rights)]
        asked += [
            (name, entry.translation.message.msgid, entry.translation.text, entry.translation.state is TextState.FUZZY)
            for _, name, _, entry in found
        ]
        told = pofilter(program, locale, asked)
        before = {(text.source, text.target): told.get(f"clean/{at}", frozenset()) for at, text in enumerate(rights)}
        alarms += sum(bool(told.get(f"clean/{at}")) for at in range(len(rights)))
        for kind, name, text, _entry in found:
            new = told.get(name, frozenset()) - before.get((text.source, text.target), frozenset())
            scores[kind].pofilter += bool(new)
    return alarms


def report(result: Result) -> str:
    """The result as a table for people."""
    lines = [f"{'kind':28} {'made':>5} {'caught':>7} {'errors':>7} {'other':>6} {'pofilter':>9}"]
    for kind, score in result.scores.items():
        if not score.made:
            continue
        peer = "" if result.pofilter_alarms is None else f"{100 * score.pofilter / score.made:8.1f}%"
        lines.append(
            f"{kind:28} {score.made:5} {100 * score.caught / score.made:6.1f}% {100 * score.errors / score.made:6.1f}%"
            f" {score.noticed:6} {peer:>9}"
        )
    errors = sum(count for (severity, _), count in result.alarms.items() if severity == "ERROR")
    warnings = sum(count for (severity, _), count in result.alarms.items() if severity == "WARNING")
    lines += [
        "",
        f"correct texts judged: {result.clean}",
        f"false errors: {errors}; false warnings: {warnings} ({100 * warnings / result.clean:.2f} %)",
        *(f"  {severity} {check}: {count}" for (severity, check), count in result.alarms.most_common(12)),
        f"{sum(score.made for score in result.scores.values())} slips in {result.seconds:.0f} s",
    ]
    if result.pofilter_alarms is None:
        lines.append("pofilter is not installed: not compared")
    else:
        part = 100 * result.pofilter_alarms / result.clean
        lines.append(f"pofilter complains about {result.pofilter_alarms} of the correct texts ({part:.1f} %)")
    lines.append("Weblate is installed" if has_weblate() else "Weblate is not installed: not compared")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slips", type=int, default=5000, help="about how many slips are made")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("-l", "--locale", action="append", default=[], help="only this language; may be given again")
    parser.add_argument("--pofilter", default="", metavar="PROGRAM", help="pofilter, if it is not on the PATH")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print N missed slips of each kind")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    given = parser.parse_args(arguments)
    result = bench(given.slips, given.seed, given.locale, pofilter_program(given.pofilter))
    print(report(result))
    for kind, score in result.scores.items():
        for locale, source, target in score.missed[: given.missed]:
            print(f"\nmissed, {kind}, {locale}:\n  {source}\n  {target}")
    if given.json:
        figures = {kind: [s.made, s.caught, s.errors, s.pofilter] for kind, s in result.scores.items()}
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
