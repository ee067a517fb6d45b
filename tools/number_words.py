"""Make the tables of numbers in words from the rule-based number formats of Unicode CLDR.

    python -m venv /tmp/icu && /tmp/icu/bin/pip install PyICU      # or Debian's python3-icu
    /tmp/icu/bin/python tools/number_words.py src/polyleaf/languages

For every language file beside which ICU has spelled-out numbers it writes ``numerals/<locale>.tsv``: a value, then its
words in every gender, case and order that CLDR knows. Compounds are written as their beginnings ("20+") and their ends
("+3"); those above a hundred only where they are one word (German): the others the reader puts together. What leaflets
say otherwise stands in the language file.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from os.path import commonprefix
from pathlib import Path

import icu

_HEAD = (
    "# Numbers in words, from Unicode CLDR (rule-based number formats) as in ICU {version}, by tools/number_words.py.\n"
    "# Copyright 1991-2022 Unicode, Inc. Unicode License v3: https://www.unicode.org/license.txt\n"
)
_ORDINALS = 31
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_NOT_WORDS = re.compile(r"[\d.,%:;/]")
_OURS = {"ş": "ș", "ţ": "ț"}
_BY_HAND = "by hand"
"""In the first line of a table that CLDR lacks or has wrong."""

_TOGETHER_TOO = ("az", "tr")
"""Languages in which many write compounds in one word: "yirmibeş"."""

_LEFT_OUT = ("year", "digits-ordinal", "duration", "financial", "alphabetic", "-old", "lenient")


def table(locale: str) -> dict[int, list[str]]:
    """Value -> words of a locale; empty if ICU has none of its own."""
    spoken = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
    if not locale.startswith("en") and spoken.format(45) == "forty-five":
        return {}
    found: dict[int, list[str]] = {}
    names = [spoken.getRuleSetName(at) for at in range(spoken.getNumberOfRuleSetNames())]
    for name in names:
        if any(part in name for part in _LEFT_OUT):
            continue
        ordinal = "ordinal" in name
        for value in (*range(_ORDINALS + 1 if ordinal else _THOUSAND), _THOUSAND):
            if ordinal and value > _ORDINALS:
                continue
            words = _tidy(spoken.format(value, name), locale)
            if not words or _NOT_WORDS.search(words) or _is_put_together(words, value):
                continue
            forms = (words, words.replace(" ", "")) if locale in _TOGETHER_TOO else (words,)
            found.setdefault(value, []).extend(form for form in forms if form not in found[value])
    return {value: words for value, words in sorted(found.items()) if words}


def _tidy(words: str, locale: str) -> str:
    words = unicodedata.normalize("NFC", words.replace("\u00ad", "").replace("\u200b", "").strip())
    if locale == "ro":
        for old, new in _OURS.items():
            words = words.replace(old, new)
    return " ".join(words.split())


def _is_put_together(words: str, value: int) -> bool:
    """Whether the reader finds the value from its parts."""
    unspaced = any("\u0e00" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff" or char >= "\u3000" for char in words)
    return _HUNDRED < value < _THOUSAND and value % _HUNDRED != 0 and (unspaced or bool(re.search(r"[\s\-]", words)))


def halved(rows: dict[int, list[str]]) -> list[tuple[str, list[str]]]:
    """Rows of a table; its compounds (to 99, or where they are one word to 999) as beginnings and ends.

    A row that does not follow from a beginning and an end is stated.
    """
    step = _HUNDRED if any(_HUNDRED < value < _THOUSAND and value % _HUNDRED for value in rows) else _TEN
    compounds = {value: words for value, words in rows.items() if 2 * _TEN < value < 10 * step and value % step}
    if step == _HUNDRED:
        compounds = {value: words for value, words in compounds.items() if value > _HUNDRED}
    heads: dict[int, list[str]] = {}
    ends: dict[int, Counter[tuple[str, ...]]] = {}
    for first in sorted({value - value % step for value in compounds}):
        own = {value: words for value, words in compounds.items() if first < value < first + step}
        [(usual, _)] = Counter(map(len, own.values())).most_common(1)
        columns = zip(*(words for words in own.values() if len(words) == usual), strict=True)
        heads[first] = [commonprefix(column).rstrip() for column in columns]  # noqa: RUF071 - letters are meant
        for value, words in own.items():
            starts = heads[first] if len(words) == usual else heads[first][:1] * len(words)
            cut = [word.removeprefix(start) for word, start in zip(words, starts, strict=True)]
            ends.setdefault(value % step, Counter())[tuple(dict.fromkeys(cut)) if usual > 1 else tuple(cut)] += 1
    tails = {value: list(found.most_common(1)[0][0]) for value, found in ends.items()}
    stated = {
        value: words
        for value, words in rows.items()
        if value not in compounds or words != _joined(heads[value - value % step], tails[value % step])
    }
    used = [value for value in compounds if value not in stated]
    heads = {value: words for value, words in heads.items() if value in {one - one % step for one in used}}
    tails = {value: words for value, words in tails.items() if value in {one % step for one in used}}
    if len(rows) - len(stated) <= len(heads) + len(tails):
        return [(str(value), words) for value, words in rows.items()]
    return [
        *((str(value), words) for value, words in stated.items()),
        *((f"{value}+", words) for value, words in heads.items()),
        *((f"+{value}", words) for value, words in sorted(tails.items())),
    ]


def _joined(heads: list[str], tails: list[str]) -> list[str]:
    """As ``polyleaf.locales.numerals`` joins them."""
    if len(heads) == len(tails):
        return [head + tail for head, tail in zip(heads, tails, strict=True)]
    return [head + tail for head in heads for tail in tails]


def main() -> None:
    """Write the tables."""
    folder = Path(sys.argv[1])
    (folder / "numerals").mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.toml")):
        head = path.read_text(encoding="utf-8")
        written = folder / "numerals" / f"{path.stem}.tsv"
        if written.is_file() and _BY_HAND in written.read_text(encoding="utf-8").partition("\n")[0]:
            continue
        own = path.stem not in ("form", "shared") and not re.search(r'^reads_like = "', head, re.MULTILINE)
        rows = table(path.stem) if own else {}
        if rows:
            lines = [f"{value}\t{'|'.join(words)}\n" for value, words in halved(rows)]
            text = _HEAD.format(version=icu.ICU_VERSION) + "".join(lines)
            written.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
