"""``fit: 2`` promises a number of pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.source.conftest import FRONT

from polyleaf.model.finding import Fault
from polyleaf.model.leaflet import Leaflet


def promised(words: str) -> str:
    return FRONT.replace("owner:", f"fit: {words}\nowner:") + "Words."


def test_a_promise_has_pages_and_a_line(read: Callable[[str], Leaflet]) -> None:
    leaflet = read(promised("2"))
    assert not leaflet.faults
    assert leaflet.fit is not None
    assert leaflet.fit.pages == 2
    assert leaflet.fit.location.line == promised("2")[: promised("2").index("fit:")].count("\n") + 1
    assert read(f"{FRONT}Words.").fit is None


@pytest.mark.parametrize("words", ["0", "-2", "two", "1.5", "401", "99999999", "\u0662"])
def test_what_is_no_number_of_pages_is_told(faults: Callable[[str], tuple[Fault, ...]], words: str) -> None:
    (fault,) = faults(promised(words))
    assert "no number of pages" in fault.message
    assert "fit: 2" in fault.hint
