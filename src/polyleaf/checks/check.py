"""The engine: a check is a frozen value made from one function. Knows nothing of leaflets."""

from __future__ import annotations

import inspect
import re
import traceback
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from polyleaf.model.finding import Faults, Finding, Location, Severity

S = TypeVar("S")

_ID = re.compile(r"[a-z]+/[a-z]+(-[a-z]+)*")
_LONGEST_ERROR = 300


@dataclass(frozen=True, slots=True)
class Example:
    """A short written example for people: the bad pattern, and how it is put right."""

    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """One bad pattern, and all that is known of it.

    Attributes:
        id: ``area/bad-pattern``; never renamed, since waivers name it.
        subject: The type of what it judges.
        severity: Weight of its findings.
        title: One line: what is wrong when it finds something.
        rationale: Why it harms a reader.
        references: Where the rule comes from.
        example: The pattern in writing.
        good, bad: Make a subject without and with the pattern; the tests run the check on both.
        function: Yields a fault for every place the pattern stands.
        rules: What it measures, where it judges by figures: certificates show them.
        told_by: Checks that tell the same fault more exactly: where one of them found something on a page, people are
            not told of this one.
        bars_sign_off: Whether nobody can sign off a translation while it finds something, though it is no ERROR: a
            person has to decide, and says so in a waiver.
    """

    id: str
    subject: type[S]
    severity: Severity
    title: str
    rationale: str
    references: tuple[str, ...]
    example: Example
    good: Callable[[], S]
    bad: Callable[[], S]
    function: Callable[[S], Faults]
    rules: tuple[Any, ...] = ()
    told_by: tuple[str, ...] = ()
    bars_sign_off: bool = False

    @property
    def area(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    def run(self, subject: S) -> Iterator[Finding]:
        """The findings on one subject; whatever the function raises comes out."""
        for fault in self.function(subject):
            yield Finding(self.id, self.severity, fault)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A check tried on a subject.

    Attributes:
        check: Id of the check.
        place: What it was judging.
        error: What it raised, and in which file and line; "" if it came to its end.
    """

    check: str
    place: Location
    error: str = ""


def check(
    id: str,  # noqa: A002 - the field's own name reads best where checks are declared
    *,
    severity: Severity,
    rationale: str,
    references: tuple[str, ...],
    example: Example,
    good: Callable[[], S],
    bad: Callable[[], S],
    rules: tuple[Any, ...] = (),
    told_by: tuple[str, ...] = (),
    bars_sign_off: bool = False,
) -> Callable[[Callable[[S], Faults]], Check[S]]:
    """Make a function a check; its first docstring line is the title, its one parameter's type the subject.

    Raises:
        TypeError: Something that every check must have is not there. It comes up on import.
    """

    def wrap(function: Callable[[S], Faults]) -> Check[S]:
        title = (inspect.getdoc(function) or "").partition("\n")[0].rstrip(".")
        if not _ID.fullmatch(id):
            raise TypeError(f"{id!r} is not a check id: write area/bad-pattern in small letters")
        if not title or not rationale.strip():
            raise TypeError(f"check {id} needs a docstring and a rationale")
        if not references or not all(reference.strip() for reference in references):
            raise TypeError(f"check {id} needs a reference: who says that this is bad?")
        if not example.bad.strip() or not example.good.strip():
            raise TypeError(f"check {id} needs a bad and a good example")
        hints = typing.get_type_hints(function)
        subjects = [hint for name, hint in hints.items() if name != "return"]
        if len(subjects) != 1 or not isinstance(subjects[0], type):
            raise TypeError(f"check {id} must take one subject, annotated with its class")
        folded = re.sub(r"\s+", " ", rationale).strip()
        given = (references, example, good, bad, function, rules, told_by, bars_sign_off)
        return Check(id, subjects[0], severity, title, folded, *given)

    return wrap


def judge(check: Check[Any], subject: object, place: Location) -> Iterator[Finding | Attempt]:
    """Run one check on one subject; what it raises becomes an ``Attempt``, after what it found before."""
    try:
        yield from check.run(subject)
    except Exception as error:  # noqa: BLE001 - a check that fails in any way must be seen, and must not stop the others
        yield Attempt(check.id, place, _describe(error))


def _describe(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({PurePath(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - even the words of an error may fail
        text = ""
    return f"{type(error).__name__}: {text[:_LONGEST_ERROR]}{where}"
