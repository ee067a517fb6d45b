"""The measuring programs are run by hand: what they are made of is there."""

import importlib
from pathlib import Path

import pytest

BENCH = sorted(path.stem for path in Path(__file__).parents[1].joinpath("bench").glob("*.py"))


@pytest.mark.parametrize("name", BENCH)
def test_it_can_be_imported(name):
    importlib.import_module(f"bench.{name}")
