"""What validators said of files: a table of broken rules for people, JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from polyleaf.inspecting.validate import Bench
from polyleaf.model.artifact import Artifact
from polyleaf.model.validation import Conformance, Validation
from polyleaf.model.wording import count

Verdicts = Sequence[tuple[Path, Validation]]


def validated_line(artifacts: Iterable[Artifact]) -> str:
    """What the validator said while files were built, in one line for the summary; "" if none was built."""
    verdicts = [artifact.validated for artifact in artifacts]
    if not verdicts:
        return ""
    if not any(verdicts):
        return "not validated while building; see: polyleaf validate"
    counts = Counter(verdict.rpartition(": ") for verdict in verdicts if verdict)
    told = (f"{number} {word} ({validator})" for (validator, _, word), number in sorted(counts.items()))
    return "validated: " + ", ".join(told)


class ValidationTeller:
    """Tells a person what validators say.

    Args:
        console: Where to.
        profile: What the files are held against.
        verbose: Tell every file, not only those that fail.
    """

    def __init__(self, console: Console, profile: Conformance, *, verbose: bool = False) -> None:
        self._console = console
        self._profile = profile
        self._verbose = verbose

    def validators(self, bench: Bench, files: int) -> None:
        """Who judges, who does not, and how to get those who are missing."""
        self._say(f"holding {count(files, 'file')} against {self._profile.label}")
        for used in bench.used:
            self._say(f"  used      {escape(used.name)} {escape(used.version)}")
        for idle in bench.idle:
            known = ", ".join(sorted(profile.label for profile in idle.profiles))
            self._say(f"  not used  {escape(idle.name)} {escape(idle.version)}: it knows {known} only")
        for absent in bench.absent:
            self._say(f"  absent    {escape(absent.name)}: {escape(absent.reason)} -> {escape(absent.remedy)}")

    def verdict(self, path: Path, verdict: Validation) -> None:
        """One verdict, if it is worth a line."""
        if verdict.trouble:
            self._say(f"[bold red]not judged[/] {escape(str(path))}: {escape(verdict.trouble)}")
        elif not verdict.passed:
            rules = f"{count(len(verdict.violations), 'rule')} broken"
            self._say(f"[bold red]fail[/] {escape(str(path))}: {rules} ({escape(verdict.validator)})")
        elif self._verbose:
            self._say(f"pass {escape(str(path))} ({escape(verdict.validator)})")

    def summary(self, verdicts: Verdicts) -> None:
        """The broken rules with the number of files, then one line for each validator."""
        rows = _rules(verdicts)
        if rows:
            self._console.print(_table(rows))
        words: dict[str, Counter[str]] = {}
        for _, verdict in verdicts:
            words.setdefault(verdict.validator, Counter())[verdict.word] += 1
        for validator, counts in words.items():
            told = ", ".join(f"{counts[word]} {word}" for word in ("pass", "fail", "not judged") if counts[word])
            self._say(f"{escape(validator)}, {self._profile.label}: {told}")

    def _say(self, text: str) -> None:
        self._console.print(text, soft_wrap=True)


def validation_json(bench: Bench, profile: Conformance, verdicts: Verdicts, order: Sequence[Path]) -> str:
    """``{"profile", "validators": [...], "files": [...]}``; a file passes if every verdict on it does.

    Args:
        bench: Who judged.
        profile: What the files were held against.
        verdicts: The verdicts, as they came.
        order: The files as they were given, and as they are listed.
    """
    states = [(one, "used") for one in bench.used] + [(one, "not for this profile") for one in bench.idle]
    validators: list[dict[str, str | None]] = [
        {"name": one.name, "version": one.version, "state": state} for one, state in states
    ]
    validators += [
        {"name": one.name, "version": None, "state": "absent", "reason": one.reason, "remedy": one.remedy}
        for one in bench.absent
    ]
    files: dict[str, list[Validation]] = {str(path): [] for path in order}
    for path, verdict in verdicts:
        files[str(path)].append(verdict)
    listed = [
        {"path": path, "passed": all(verdict.passed for verdict in given), "verdicts": [_verdict(one) for one in given]}
        for path, given in files.items()
    ]
    return json.dumps(
        {"profile": profile.value, "validators": validators, "files": listed}, ensure_ascii=False, indent=2
    )


def _verdict(verdict: Validation) -> dict[str, object]:
    rules = [{"rule": one.rule, "message": one.message, "count": one.count} for one in verdict.violations]
    return {
        "validator": verdict.validator,
        "verdict": verdict.word,
        "trouble": verdict.trouble or None,
        "violations": rules,
    }


def _rules(verdicts: Iterable[tuple[Path, Validation]]) -> list[tuple[str, str, int, int, str, Path]]:
    """Validator, rule, files, places, message and one file, those in most files first."""
    rows: dict[tuple[str, str], tuple[int, int, str, Path]] = {}
    for path, verdict in verdicts:
        for one in verdict.violations:
            key = (verdict.validator, one.rule)
            files, places, message, first = rows.get(key, (0, 0, one.message, path))
            rows[key] = (files + 1, places + one.count, message, min(first, path))
    listed = [(validator, rule, *row) for (validator, rule), row in rows.items()]
    return sorted(listed, key=lambda row: (-row[2], -row[3], row[0], row[1]))


def _table(rows: Iterable[tuple[str, str, int, int, str, Path]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Rule", "Files", "Places", "What it asks for, or what is wrong", "First file"):
        table.add_column(name, justify="right" if name in ("Files", "Places") else "left", overflow="fold")
    for validator, rule, files, places, message, first in rows:
        name = f"{rule}\n({validator})"
        table.add_row(escape(name), str(files), str(places), escape(message), escape(first.name))
    return table
