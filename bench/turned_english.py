"""Slips on the English side of a right pair: each rule turns one word or number round, by kind.

A right translation beside the turned English is a slip that nobody here wrote: the checks must say something.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping

_Turn = Callable[[re.Match[str]], str]
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_OTHER_UNITS = {"minute": "hour", "hour": "minute", "second": "minute", "day": "week", "week": "month"}
_MEASURES = {"mg": "g", "kg": "g", "ml": "mg", "mm": "cm", "cm": "mm", "km": "m"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "April", "June", "July", "August", "September", "October", "November", "December")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")

_OPPOSITES = {
    "before/after": "before/after",
    "at least/at most": "at least/at most minimum/maximum minimal/maximal",
    "more/less": "more/less greater/smaller above/below higher/lower larger/smaller longer/shorter",
    "increase/decrease": (
        "increase/decrease increases/decreases increased/decreased increasing/decreasing raise/lower rise/fall"
    ),
    "with/without": "with/without",
    "start/stop": "start/stop starts/stops started/stopped starting/stopping begin/end beginning/end",
    "always/never": "always/never",
    "first/last": "first/last",
    "part of the day": "morning/evening noon/midnight afternoon/morning tonight/tomorrow",
    "today/tomorrow": "today/tomorrow yesterday/tomorrow",
    "earlier/later": "earlier/later early/late earliest/latest",
    "open/closed": "open/close opened/closed opens/closes",
    "up/down": "upper/lower top/bottom",
    "in/out": "inside/outside",
    "add/remove": "add/remove added/removed adding/removing insert/remove",
    "large/small": "large/small big/small long/short high/low",
    "quick/slow": "fast/slow quick/slow quickly/slowly faster/slower",
    "same/different": "same/different",
    "full/empty": "full/empty",
    "allowed/forbidden": "allowed/forbidden",
    "safe/dangerous": "safe/dangerous",
    "often/rarely": "often/rarely",
    "many/few": "many/few",
    "hot/cold": "hot/cold warm/cold dry/wet",
    "success/failure": "successfully/unsuccessfully succeeded/failed",
    "old/new": "old/new older/newer",
    "adult/child": "adults/children mother/baby",
}
_ONE_WAY = {
    "until/from": {"until": "from", "up to": "more than", "by the end of": "from the end of"},
    "count in words": {"once": "twice", "twice": "three times", "a single": "two"},
    "part of a whole": {"half": "a quarter of", "half an hour": "two hours", "half an": "an", "a quarter": "half"},
    "how often": {
        "every day": "every other day", "every week": "every other week", "daily": "weekly", "weekly": "monthly",
        "monthly": "weekly", "hourly": "daily", "yearly": "monthly", "annual": "monthly",
    },
    "denial lost": {
        "do not": "do", "does not": "does", "is not": "is", "are not": "are", "was not": "was", "can not": "can",
        "cannot": "can", "could not": "could", "must not": "must", "should not": "should", "will not": "will",
        "may not": "may", "has not": "has", "don't": "do", "doesn't": "does", "isn't": "is", "can't": "can",
        "won't": "will", "didn't": "did", "never": "always",
    },
    "denial added": {
        "is": "is not", "are": "are not", "can": "cannot", "must": "must not", "should": "should not",
        "will": "will not", "may": "may not",
    },
    "exception": {"unless": "if", "except": "including", "except for": "including"},
}  # fmt: skip
_MIDDLE = r"(?<![\w'’-]){}(?![\w'’-])"
_NOT_BEFORE = r"(?! (?:names?|initials?|date|to|of all)\b)"
"""What makes another word of one: "last name", "up to date", "close to"."""


def turned(source: str, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Each kind of slip that a sentence can take, once, with the sentence turned.

    Args:
        source: An English sentence.
        dice: Chooses the place, where there are several.

    Yields:
        The name of the kind, and the sentence with that slip.
    """
    for kind, rules in _RULES.items():
        places = [(match, turn) for pattern, turn in rules for match in pattern.finditer(source)]
        if places:
            match, turn = dice.choice(places)
            said = turn(match)
            said = said[:1].upper() + said[1:] if match[0][:1].isupper() else said
            yield kind, source[: match.start()] + said + source[match.end() :]
    numbers = [match for match in re.finditer(r"(?<![\w.,:/-])\d+(?![\w.,:/-]*\w)", source) if match[0] != "0"]
    if numbers:
        match = dice.choice(numbers)
        other = str(int(match[0][-1]) % 9 + 1)
        yield "digit", f"{source[: match.end() - 1]}{other}{source[match.end() :]}"
    if len({match[0] for match in numbers}) > 1:
        one, two = numbers[0], next(match for match in numbers if match[0] != numbers[0][0])
        between = source[one.end() : two.start()]
        yield "two numbers swapped", f"{source[: one.start()]}{two[0]}{between}{one[0]}{source[two.end() :]}"


def _words(said: Mapping[str, str]) -> tuple[re.Pattern[str], _Turn]:
    either = "|".join(sorted((re.escape(word) for word in said), key=len, reverse=True))
    return re.compile(_MIDDLE.format(f"(?:{either})") + _NOT_BEFORE, re.IGNORECASE), lambda match: said[
        match[0].lower()
    ]


def _both(pairs: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for pair in re.findall(r"[^/]+?/(?:at )?\S+", pairs):
        one, other = (word.strip() for word in pair.split("/"))
        said.setdefault(one, other)
        said.setdefault(other, one)
    return said


def _next(words: tuple[str, ...]) -> dict[str, str]:
    return {word.lower(): other for word, other in zip(words, (*words[1:], words[0]), strict=True)}


def _rules() -> dict[str, list[tuple[re.Pattern[str], _Turn]]]:
    rules = {kind: [_words(_both(pairs))] for kind, pairs in _OPPOSITES.items()}
    for kind, said in _ONE_WAY.items():
        rules.setdefault(kind, []).append(_words(said))
    side = {"left": "right", "right": "left"}
    sides = (
        rf"(?i)(?<=the )(?:left|right)(?! (?:to|now|away|way|one|time|place))\b|\b(?:left|right)(?=[- ](?:{_PARTS})\b)"
    )
    units = dict(_OTHER_UNITS, month="week", year="month")
    # "Seconds" and "second" of an ordinal: only the plural, or behind "a", "per" and the like.
    one, many = "|".join(_UNITS[1:]), "|".join(_UNITS)
    rules["unit of time"] = [
        (re.compile(rf"\b(?:{many})s\b"), lambda match: units[match[0][:-1]] + "s"),
        (re.compile(rf"(?<=\b(?:per|one|ach|ery|ast|ext|his) )(?:{one})\b"), lambda match: units[match[0]]),
    ]
    rules["measure"] = [(re.compile(r"(?<=\d )(?:mg|kg|ml|mm|cm|km)\b|(?<=\d)(?:mg|kg|ml|mm|cm|km)\b"),
                         lambda match: _MEASURES[match[0]])]  # fmt: skip
    rules["weekday"] = [_words(_next(_DAYS))]
    rules["month"] = [_words(_next(_MONTHS))]
    rules["left/right"] = [(re.compile(sides), lambda match: side[match[0].lower()])]
    counted = re.compile(
        rf"(?i)(?<![\w'’-])(?:{'|'.join(_COUNTS[:-1])})(?= [a-z]+)(?! (?:of|by|that|can|is|or|to|has)\b)"
    )
    rules["count in words"].append((counted, lambda match: _next(_COUNTS)[match[0].lower()]))
    after_the = {f"the {one}": f"the {other}" for one, other in _next(_ORDINALS).items()}  # "a second" is a time
    rules["ordinal"] = [_words({**after_the, "first": "second", "third": "fourth"})]
    rules["am/pm"] = [
        (
            re.compile(r"(?<=\d)( ?)([ap])(\.?m\b)", re.IGNORECASE),
            lambda match: f"{match[1]}{_half(match[2])}{match[3]}",
        )
    ]
    return rules


def _half(letter: str) -> str:
    return {"a": "p", "p": "a", "A": "P", "P": "A"}[letter]


_PARTS = "hand|side|arm|leg|eye|ear|foot|mouse|click|button|arrow|corner|edge|margin|column|border|panel|pane"
_RULES = _rules()
