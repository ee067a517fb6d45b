"""Amounts that people typed stay on one line: "5–10 ml", "≥ 38 °C", "3 × 500 mg", "4.0 mmol/L", "01632 960 100".

A line that ends in "5–" or "<" is read without what follows. Facts hold themselves together; these are the numbers that
stand in the text. Word joiners are put where a line could break (UAX #14, LB11: also behind a space), which print
nothing.
"""

from __future__ import annotations

import re

from polyleaf.locales.counted_words import AmountWords
from polyleaf.locales.telephone import names_extension

HOLD = "\u2060"
"""Word joiner."""
NO_UNITS = AmountWords()

_LONGEST = 24
"""Letters that are held together at most: a row of sums may break somewhere."""

_UNIT = re.compile(
    r"(?:[mµμnk]?(?:g|l|L|m|d|mol|Gy|Sv|s|Pa|W|J|cal|Hz|V|A|Bq|eq)|mcg|ug|[cd][mlL]|[mM][BM][qQ]|[MG]Bq|kcal|mEq|m?IU|mU|[uU]|"
    r"units?|mm[²³]?|cm[²³]?|m[²³]|km|mmHg|cmH[₂2]O|bpm|dB|T|Ch|Fr|D|h|hr|hrs|min|mins|sec|secs|am|pm|a\.m|p\.m|"
    r"[°˚][CFم]?|º[CF]?|℃|%|‰|мг|мкг|мл|г|кг|л|см|мм|[x×]|مي?لغم?|م[لج]غم?|ملجم|مجم|غم?|جم|كغم?|كجم|مل|سم|مم|لتر|گرم|"
    r"[קמ][\"״]ג|[מ][\"״][למ]|ס[\"״]מ|גרם)"
    r"(?:[/·][\w.]+[²³]?)*[²³]?(?![^\W\d_])"
)
"""Symbols of units, and what stands over and under a stroke: mmol/L, ml/min/1.73."""

_SIGNS = "<>≤≥≈≪≫±~=+−×Ø⌀§№〒"
_DASHES = "–—−-\u2010\u2011"
_WIDE = "＜＞≦≧＝"
_WAVES = "～〜"
_ALONE = frozenset((*_SIGNS, *_WIDE, *_WAVES, *_DASHES, ">=", "<=", "=>", "=<", "+/-"))
_BETWEEN = frozenset((*_DASHES, "x", "×", "*", "/", "÷", ":", "="))
_INSIDE = re.compile(
    rf"(?:(?<=[^\W_]|[%°])|(?<=\w\.))([–—−{_WAVES}])(?=[\d½¼¾])|(?<=[{_SIGNS}{_WIDE}])(?=\d)|(?<=[^\W\d_]\.)(?=\d)"
    r"|^\(?–(?=\d)"
)
_AROUND = ',;:!?)]»”"'
"""What may stand behind the word of a unit."""

_ENDING = re.compile(r"(?<=\w)['’/]|(?<=[\w.])[–—-]")
"""What an ending, or a second unit, stands behind: 15 dk'da, 10 days/month."""

_STROKE = re.compile(r"(?<=[\w×%°)])(?<!_)/(?=[^\W_])")
_UNDER = re.compile(r"(?<=[^\s/])/(?=[\d½¼¾])")
"""A stroke before a number, whatever stands above it: 8×/24 h, mg/5 ml."""

_SHORT, _PART = 14, 6
"""Letters of a word with strokes that is no pair of words, and of each of its parts."""

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Chinese, Japanese and Korean, where lines break between any two letters."""

_POINTED = re.compile(r"\(?\d{1,2}\.")
"""A day, a month or an ordinal, before what it belongs to: "5. 12. 2026", "3. patro"."""

_LABEL = re.compile(r"[(\[]?[^\W\d_]{1,4}:")
"""What a number is of: "F: +44 …", "Tel: 999"."""

_CJK = re.compile(f"[{_UNSPACED}]+")
_FULL = "０-９"
_FULL_SIGNS = f"(?<=[{_FULL}])[－：／．，](?=[{_FULL}])"
_TIGHT = rf"[{_WIDE}{_WAVES}{_FULL}]|{_FULL_SIGNS}"
"""Figures as wide as a letter of these scripts, and what joins them: a line may break before each."""

_PIECE = re.compile(rf"(?:[^ {_UNSPACED}]|{_TIGHT})+|(?:(?!{_TIGHT})[{_UNSPACED}])+| +")
_FULL_PLACES = re.compile(rf"(?<=[{_FULL}－：／．，])(?=[{_FULL}])|(?<=[{_FULL}])(?=[－：／．，][{_FULL}])")
_ORDINAL = "第제"
"""Signs that make an ordinal of the number behind them: the third day."""

_JOINING = 5
"""Letters of the words that join two numbers, in whatever language: 1 in 4, 5 to 10, 4 von 5."""

_SHARE = re.compile(
    rf"(?<![\w.,])(?P<many>\d{{1,4}} )(?P<who>[^\W\d_]{{3,14}} )(?P<joins>[^\W\d_]{{1,{_JOINING}}} )(?=\d)"
)
"""People out of many, whatever they are called: 1 patient sur 10."""

_SHORTENED = re.compile(r"\(?[^\W\d_]{1,3}\.[ºª]?")
"""An abbreviation before its number: ext. 12, n.º 3."""

_COUNTED = re.compile(r"\d(?:\.?[^\W\d_]{1,2}|-[^\W\d_]{1,3})$")
"""An ordinal before what it counts: 8th week, 2.ª semana, 5-й день."""

_BOXED = re.compile(r"(?<=[☐☑☒] )(\d{1,2} )(?=[^\W\d_])")
"""The number of an answer, between its box and its words."""

_LOOSE = frozenset(f"—{_WAVES}")
"""Dashes before which a line may end, too."""


def held(text: str, most: float, units: AmountWords = NO_UNITS) -> str:
    """The text with word joiners inside of amounts.

    Args:
        text: Plain text.
        most: Letters that fit well into a line: what is longer may break.
        units: What stands beside a number in the language of the page.
    """
    if not any(char.isnumeric() for char in text):
        return text
    pieces = _PIECE.findall(text)
    done = [piece if piece[0] == " " else _inside(piece) for piece in pieces]
    limit, run = min(most, _LONGEST), 0
    for at in range(1, len(pieces) - 1):
        if pieces[at] != " ":
            run = len(pieces[at]) if pieces[at][0] == " " else run
            continue
        run = run or len(pieces[at - 1])
        further = pieces[at + 3] if at + 3 < len(pieces) and pieces[at + 2] == " " else ""
        before = pieces[at - 3] if at >= 3 and pieces[at - 2] == " " else ""  # noqa: PLR2004 - two places back
        left, right = pieces[at - 1], pieces[at + 1]
        named = _has_unit(left, right, further, units) or _belong(left, right, before, further)
        if named and run + 1 + len(right) <= limit:
            done[at] += HOLD
            run += 1 + len(right)
        else:
            run = 0
    for at in range(1, len(pieces)):
        done[at - 1] += _with_letters(pieces[at - 1], pieces[at])
        done[at] = _named(done[at], units) if _ends_in_number(pieces[at - 1]) else done[at]
    return _BOXED.sub(rf"\1{HOLD}", _SHARE.sub(lambda match: _with_people(match, limit), "".join(done)))


def _with_people(share: re.Match[str], limit: float) -> str:
    counted = len(share[0]) <= limit and share["joins"].islower()
    return HOLD.join((share["many"], share["who"] + share["joins"], "")) if counted else share[0]


def _with_letters(left: str, right: str) -> str:
    """A joiner between a number and what touches it without a space, in scripts that have none."""
    touches = left[-1:] != " " and right[:1] != " "
    named = touches and _ends_in_number(left) and right[0].isalpha()
    letter = touches and left[-1].isalpha() and (len(left) == 1 or left[-1] in _ORDINAL)
    leads = (letter or (touches and left[-1] in _SIGNS)) and _begins_with_number(right)
    return HOLD if named or leads else ""


def _named(piece: str, units: AmountWords) -> str:
    """Letters behind a number, held as far as they are the word of a unit: 分钟."""
    unit = max((one for one in units.touching if piece.startswith(one)), key=len, default="")
    return HOLD.join(unit) + piece[len(unit) :] if unit and _CJK.fullmatch(unit) else piece


def _belong(left: str, right: str, before: str, further: str) -> bool:
    """Whether two words that follow each other are of one amount."""
    number_left, number_right = _ends_in_number(left), _begins_with_number(right)
    if number_right and (left.lstrip("([") in (*_ALONE, "x") or _SHORTENED.fullmatch(left) or names_extension(left)):
        return True
    if number_right and _LABEL.fullmatch(left):
        return True
    if _POINTED.fullmatch(left) and (number_right or right[0].islower()):
        return True
    if number_left and (number_right or _UNIT.match(right)):
        return True
    if _is_amount(left) and _joins(left, right):
        return _begins_with_number(further)
    return number_right and _is_amount(before) and _joins(before, left)


def _joins(number: str, word: str) -> bool:
    """Whether a word or a sign behind a number may stand between it and another of one amount."""
    letters = word[0].isalpha() and word == word.lower() and not {number[-1], word[-1]} & {".", *_AROUND}
    return word in _BETWEEN or (letters and len(word) <= _JOINING)


def _has_unit(left: str, right: str, further: str, units: AmountWords) -> bool:
    """Whether one of two words is a unit, and the other its number; behind a number rather than before it."""
    if (_ends_in_number(left) or _COUNTED.search(left)) and _is_unit(right, units):
        return True
    named = _begins_with_number(right) and left.strip("(").casefold() in units.before
    return named and not (_ends_in_number(right) and _is_unit(further, units))


def _is_unit(word: str, units: AmountWords) -> bool:
    """Whether a word is a unit behind a number: "weeks,", "Std."."""
    word = _ENDING.split(word.strip(_AROUND).casefold(), 1)[0]
    return word in units.behind or word.rstrip(".)") in units.behind or word.startswith(units.touching)


def _ends_in_number(word: str) -> bool:
    return word.rstrip(")")[-1:].isnumeric()


def _begins_with_number(word: str) -> bool:
    return word.lstrip("(+£€$" + _SIGNS)[:1].isnumeric()


def _is_amount(word: str) -> bool:
    """A number, perhaps with a unit: 9.30am, 500mg, 5%."""
    return bool(word) and _begins_with_number(word)


def _inside(word: str) -> str:
    """A word without spaces, held where it could break."""
    if len(word) > _LONGEST:
        return word
    word = _UNDER.sub(f"/{HOLD}", _FULL_PLACES.sub(HOLD, word))
    word = _INSIDE.sub(lambda match: f"{HOLD if match[0] in _LOOSE else ''}{match[0]}{HOLD}", word)
    if "/" in word and len(word) <= _SHORT and all(len(part) <= _PART for part in word.split("/")):
        word = _STROKE.sub(f"/{HOLD}", word)
    return word
