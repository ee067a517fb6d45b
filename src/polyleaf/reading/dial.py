"""The ways in which a time of day is written in figures, in any language."""

from __future__ import annotations

import re

from polyleaf.reading.words.clock import CJK_HOUR

NOON = 12
_NIGHTFALL = 6
"""From this hour to eleven, night is before midnight."""
_FORENOON = 7
"""From this hour to eleven, noon is still to come."""

WHOLE_HOUR = re.compile(r"(?<![\d:.,–-])(\d{1,2})(?:[:.]00)?(?:-[^\W\d_]{1,3})?(?:\s|,\s(?:[^\W\d_]{1,3}\s)?)$")
"""An hour before its own name: "12 noon", Somali "12-ka duhurnimo"."""
HOUR_BEHIND = re.compile(r"\s?(12)(?:[:.]00)?(?![\d:.,–-]\d)")
"""The same hour behind its name: Chinese 午夜12点."""
CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2})(?::|\s?h\s?)(\d{2})(?![\d:]|[.,]\d)")
_BEHIND_HALF = r"에|까지|부터|쯤|경|이|정|으로|과|와|은|는|을|[\s.,)]|$"
"""What stands behind half an hour in Korean, where many words begin like it."""
CJK_CLOCK = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?(?:{CJK_HOUR})\s?(?:(\d{{1,2}})\s?[分분]|(半|[一1三3]刻|반(?={_BEHIND_HALF})))?"
)
CJK_MINUTES = {"半": 30, "반": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}
DOTTED = re.compile(r"(?<![\d:.,])(\d{1,2})\.(00|1[3-9]|[2-5]\d)(?!\.?\d|[:,/]\d|\s?[%°])")
"""A time with a point, where numbers have a comma; "14.04" may be a day in April."""
ENGLISH_RANGE = re.compile(
    r"(?<![\d:.,])(\d{1,2})\.([0-5]\d)(?=\s?(?:[-–]|to|and|until|till|or)\s?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b)"
)
"""A time with a point whose half of the day is said at the other end: "2.30 to 4 pm"."""
ENGLISH = re.compile(r"(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?")

RANGE_BEFORE = re.compile(r"(?<![\d:.])(1?\d)(?:[:.][0-5]\d)?\s?(?:[-–—~]|[^\W\d][^\d\s.,;]{0,6})\s?$")
"""The first hour of a range, without a word of its own."""


def later(hour: int, half: str) -> int:
    """Hours from the one on the dial to the one of 24 hours."""
    if hour > NOON or not half:
        return 0
    if half == "n":
        half = "p" if _NIGHTFALL <= hour < NOON else "a"
    elif half == "d":
        half = "p" if hour < _FORENOON or hour == NOON else "a"
    if half == "p":
        return NOON if hour < NOON else 0
    return -NOON if hour == NOON else 0
