"""Which risks can be drawn as people, and among how many: the rules of the icon arrays.

- Risks that are compared are drawn among the same number of people (Garcia-Retamero and Galesic, 2010): 100 if all of
  them are whole numbers in 100, else 1,000.
- The most frequent comes first (Trevena and others, 2013: what is compared stands in one order and in one form).
- Below 1 in 1,000 no picture helps: one filled place in 10,000 cannot be found. Words give a population instead
  (Calman and Royston, 1997: "one person in a town").
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from polyleaf.model.facts import Fact, Percent, Risk

TOTALS = {100: (10, 10), 1000: (40, 25)}
"""How many people there may be in a picture, with its columns and rows."""

_FEW, _MANY = TOTALS


def share(fact: Fact | None) -> Fraction | None:
    """How often something happens, from 0 to 1; None for what is no frequency."""
    match fact:
        case Risk(number, total):
            return Fraction(number, total)
        case Percent(value):
            return Fraction(value) / 100
        case _:
            return None


def is_rare(risk: Risk) -> bool:
    """Whether it is too rare for a picture, and told with a population."""
    return 0 < Fraction(risk.number, risk.total) < Fraction(1, _MANY)


def people(risk: Risk, total: int) -> int | None:
    """How many of ``total`` people it happens to; None if that is no whole number."""
    count = Fraction(risk.number, risk.total) * total
    return int(count) if count.denominator == 1 else None


def drawn_among(facts: Iterable[Fact | None]) -> int:
    """Among how many people the risks that are compared are drawn."""
    drawable = [fact for fact in facts if isinstance(fact, Risk) and people(fact, _MANY) is not None]
    return _FEW if all(people(risk, _FEW) is not None for risk in drawable) else _MANY


def can_be_drawn(risk: Risk) -> bool:
    """Whether there is a picture of it."""
    return people(risk, _MANY) is not None
