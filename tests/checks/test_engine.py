"""The engine knows nothing of leaflets: here it judges numbers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyleaf.checks import check as engine
from polyleaf.checks.check import Attempt, Example, check, judge
from polyleaf.model.finding import Fault, Finding, Location, Severity

PLACE = Location("numbers.txt", 3)


def declare(**changes):
    fields = {
        "severity": Severity.WARNING,
        "rationale": "Odd numbers\n    cannot be shared.",
        "references": ("Euclid",),
        "example": Example("3", "4"),
        "good": lambda: 4,
        "bad": lambda: 3,
    }
    return check("number/is-odd", **(fields | changes))


def odd(number: int) -> Iterator[Fault]:
    """The number is odd.

    More words.
    """
    if number % 2:
        yield Fault(f"{number} is odd", PLACE, "Add one")


def test_a_check_is_made_from_a_function() -> None:
    made = declare()(odd)
    assert made.id == "number/is-odd"
    assert made.area == "number"
    assert made.title == "The number is odd"
    assert made.subject is int
    assert made.rationale == "Odd numbers cannot be shared."
    assert list(made.run(3)) == [Finding("number/is-odd", Severity.WARNING, Fault("3 is odd", PLACE, "Add one"))]
    assert list(made.run(4)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"rationale": " \n "},
        {"references": ()},
        {"references": (" ",)},
        {"example": Example("", "b")},
        {"example": Example("a", " ")},
    ],
)
def test_what_every_check_must_have(changes) -> None:
    with pytest.raises(TypeError, match="number/is-odd"):
        declare(**changes)(odd)


@pytest.mark.parametrize("name", ["is-odd", "Number/is-odd", "number/is odd", "number/", "number/is--odd", "a/b/c", ""])
def test_an_id_is_area_and_bad_pattern(name) -> None:
    with pytest.raises(TypeError, match="not a check id"):
        check(
            name,
            severity=Severity.NOTE,
            rationale="r",
            references=("x",),
            example=Example("a", "b"),
            good=lambda: 1,
            bad=lambda: 1,
        )(odd)


def test_no_title() -> None:
    def silent(number: int) -> Iterator[Fault]:
        yield from ()

    with pytest.raises(TypeError, match="docstring"):
        declare()(silent)


def test_the_subject_is_one_class() -> None:
    def two(_number: int, _other: int) -> Iterator[Fault]:
        """Title."""
        yield from ()

    def bare(_number) -> Iterator[Fault]:
        """Title."""
        yield from ()

    def union(_number: int | str) -> Iterator[Fault]:
        """Title."""
        yield from ()

    for wrong in (two, bare, union):
        with pytest.raises(TypeError, match="one subject"):
            declare()(wrong)


def test_a_crash_keeps_what_was_found_and_says_where() -> None:
    def crashing(_number: int) -> Iterator[Fault]:
        """It crashes."""
        yield Fault("first", PLACE)
        raise ValueError("spread\nover\x00lines " + "x" * 5000)

    found, crash = judge(declare()(crashing), 3, PLACE)
    assert isinstance(found, Finding)
    assert isinstance(crash, Attempt)
    assert crash.place == PLACE
    assert crash.error.startswith("ValueError: spread over")
    assert "test_engine.py, line" in crash.error
    assert "/" not in crash.error, "no paths of this machine"
    assert len(crash.error) < 400


def test_a_function_that_is_no_generator_may_crash_too() -> None:
    def crashing(number: int) -> tuple[Fault, ...]:
        """It crashes."""
        return (Fault(str(1 // number), PLACE),)

    (crash,) = judge(declare()(crashing), 0, PLACE)
    assert "ZeroDivisionError" in crash.error


def test_endless_recursion_is_a_crash() -> None:
    def crashing(number: int) -> Iterator[Fault]:
        """It crashes."""
        yield from crashing(number)

    (crash,) = judge(declare()(crashing), 0, PLACE)
    assert "RecursionError" in crash.error


def test_an_error_that_cannot_speak() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError("mute")

    def crashing(_number: int) -> Iterator[Fault]:
        """It crashes."""
        raise MuteError
        yield

    (crash,) = judge(declare()(crashing), 0, PLACE)
    assert crash.error.startswith("MuteError")


def test_ctrl_c_is_no_crash() -> None:
    def interrupted(_number: int) -> Iterator[Fault]:
        """It is interrupted."""
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        list(judge(declare()(interrupted), 0, PLACE))


def test_the_engine_knows_no_leaflets() -> None:
    tree = ast.parse(Path(engine.__file__).read_text(encoding="utf-8"))
    imported = {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and "polyleaf" in node.module
    }
    assert imported == {"polyleaf.model.finding"}
