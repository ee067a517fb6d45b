"""How wide words are in the fonts of a page, from a table: never less than they are, and hardly more."""

from __future__ import annotations

from unicodedata import category, east_asian_width, name, normalize

BOLD = 1.12
"""How much wider bold letters are than those of the table."""

_KNOWN = {
    letter: width
    for width, letters in {
        0.24: "'",
        0.26: " ijl\xa0łі",
        0.28: "!,.:;J·",
        0.30: "()`",
        0.34: "-I[]І",
        0.36: "f",
        0.38: "/\\t{}",
        0.42: '"r',
        0.44: "?гґ",
        0.46: "_",
        0.48: "cszст",
        0.50: "зэє",
        0.52: "Fvyу",
        0.54: "LkxŁГкхҐ",
        0.56: "*EST|ЕТя",
        0.58: "$+0123456789<=>YZ^ae~авел",
        0.60: "VXЗХбдь",
        0.62: "KPbdghnopquđøБКРорч",
        0.64: "ACRßАСУЭЯнпц",
        0.66: "#BВЬиЄ",
        0.70: "ДЧЪъ",
        0.72: "Л",
        0.74: "&DGUПф",
        0.76: "HNНЦжм",
        0.78: "Иы",
        0.80: "OQwО",
        0.82: "Ф",
        0.84: "%ю",
        0.86: "ЖЫ",
        0.88: "æ",
        0.90: "@ш",
        0.92: "MМщ",
        0.94: "Wm",
        1.04: "Ш",
        1.06: "ЩЮ",
    }.items()
    for letter in letters
}
"""Latin and Cyrillic letters and signs of Noto Sans, over the type size."""
_BROAD = {
    "CANADIAN": 0.72,
    "ETHIOPIC": 0.88,
    "GEORGIAN": 0.84,
    "HEBREW": 0.7,
    "KANNADA": 0.96,
    "KHMER": 1.0,
    "MALAYALAM": 1.16,
    "MYANMAR": 1.1,
    "NKO": 0.64,
    "ORIYA": 0.84,
    "SINHALA": 1.08,
    "SYRIAC": 0.9,
    "TAMIL": 0.88,
    "TELUGU": 0.96,
    "TIBETAN": 1.1,
}
"""Letters of other scripts, by the first word of their Unicode names."""
_SYLLABLE, _WIDEST = 0.76, 1.0
_OTHERS, _OTHER = {"Lu": 0.95, "Mc": 0.36, "Lo": _SYLLABLE}, 0.76
"""Those of all others, by category."""
_JOINED = {
    letter: widths
    for widths, letters in {
        (0.27, 0.27): "اأإآٱ",
        (0.47, 0.47): "دذڈ",
        (0.49, 0.49): "رزژڑ",
        (0.48, 0.48): "وؤۆۇۋ",
        (0.47, 0.79): "كکگڭ",
        (0.95, 1.07): "ڪ",
        (0.47, 0.54): "مةە",
        (0.52, 0.64): "هھہۂ",
        (0.3, 0.6): "نل",
        (0.37, 0.83): "بتثپٹ",
        (0.37, 0.7): "يیئ",
        (0.52, 0.61): "عغ",
        (0.68, 0.68): "جحخچ",
        (0.43, 0.86): "فقڤ",
        (0.8, 1.1): "صضطظسشښ",
    }.items()
    for letter in letters
}
_OTHER_JOINED = (0.36, 0.95)
"""Arabic letters: before another one, and at the end of a word."""


def ems_of(words: str) -> float:
    """How wide words are, over their type size."""
    letters = normalize("NFC", words)
    return sum(_width(letter, after) for letter, after in zip(letters, [*letters[1:], ""], strict=True))


def _width(char: str, after: str) -> float:
    if char in _KNOWN:
        return _KNOWN[char]
    if category(char) == "Lo" and name(char, "").startswith("ARABIC"):
        return _JOINED.get(char, _OTHER_JOINED)[not after.isalpha()]
    base = normalize("NFD", char)[0]
    return _KNOWN[base] if base in _KNOWN else _of_kind(char)


def _of_kind(char: str) -> float:
    kind = category(char)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(char) in "WF":
        return _WIDEST
    if kind[0] == "L" or kind == "Mc":
        script = name(char, "?").split()[0]
        if script in _BROAD and (kind != "Mc" or script == "MYANMAR"):
            return _BROAD[script]
    return _OTHERS.get(kind, _OTHER)
