"""A small run of the mutation bench: the rates that are promised hold, and correct texts raise no alarm."""

import pytest
from bench.kinds import KINDS
from bench.mutations import STALE, bench, main, report

VALUES = [kind.name for kind in KINDS if kind.group == "value"]
FORM = [kind.name for kind in KINDS if kind.group == "form"]
MEANING = ("negation dropped", "glossary term replaced")


@pytest.fixture(scope="module")
def small():
    return bench(300, locales=("pl", "ur", "zh_Hans"), most_clean=400)


def judge(result) -> None:
    assert result.rate(*VALUES) >= 0.99
    assert result.rate(*FORM, STALE) >= 0.99
    for kind in MEANING:
        assert result.rate(kind) >= 0.9, result.scores[kind].missed
    errors = {key: count for key, count in result.alarms.items() if key[0] == "ERROR"}
    assert errors == {}
    warnings = sum(count for (severity, _), count in result.alarms.items() if severity == "WARNING")
    assert warnings < 0.02 * result.clean


def test_slips_are_caught_and_correct_texts_left_alone(small) -> None:
    assert sum(score.made for score in small.scores.values()) > 250
    judge(small)


def test_numbers_and_units_are_errors(small) -> None:
    for kind in VALUES:
        score = small.scores[kind]
        assert score.errors == score.made


def test_the_report_names_every_kind(small) -> None:
    table = report(small)
    assert all(kind in table for kind, score in small.scores.items() if score.made)
    assert "pofilter is not installed" in table


def test_the_same_seed_makes_the_same_slips() -> None:
    one, other = (bench(60, seed=7, locales=("pl",), most_clean=1) for _ in range(2))
    assert [(score.made, score.caught) for score in one.scores.values()] == [
        (score.made, score.caught) for score in other.scores.values()
    ]


def test_the_command(capsys, tmp_path) -> None:
    target = tmp_path / "figures.json"
    assert main(["--slips", "40", "-l", "so", "--json", str(target)]) == 0
    assert "digit changed" in capsys.readouterr().out
    assert target.read_text(encoding="utf-8").startswith("{")


@pytest.mark.slow
def test_five_thousand_slips_in_every_language() -> None:
    judge(bench(5200))
