"""What stands between two numbers: of a range, or of a list."""

from __future__ import annotations

import re
from functools import cache

from polyleaf.reading.words.pattern import letter


@cache
def in_range() -> re.Pattern[str]:
    """What stands between the two ends of a range, a short word among others."""
    return re.compile(rf"\s?(?:[-–—~〜～至到]|{letter()}{{1,6}})\s?")


@cache
def in_list() -> re.Pattern[str]:
    """What stands between two numbers of a list that share their unit."""
    return re.compile(rf"\s?[,،、]\s?(?:{letter()}{{1,10}}\s){{0,3}}|\s(?:{letter()}{{1,8}}\s){{1,2}}")
