"""Medicines that a text names, and one that has become another in its translation.

The names of medicines sound alike in all languages: they are found by their sound (``reading/sounds.py``), whatever the
script. Where a language calls one by another word, nothing is found, and nothing is said.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import groupby, pairwise
from pathlib import Path

from polyleaf.locales.table import words_of
from polyleaf.locales.thing_names import Medicines
from polyleaf.model.language import Language
from polyleaf.reading.sounds import sound, spelled
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.turned import MORE, found_in, opposites

_NEAR, _SURE, _APART = 0.24, 0.16, 0.1
"""How far, by its length, a word may be from a medicine that it may stand for, and from one that it surely is; and how
much further it is from the first then."""
_SHORTEST, _ENOUGH, _AMID, _EXACT = 3, 4, 5, 0.05
"""Sounds of a name from which it is looked for; from which it is known in letters that are read by their names; from
which it need not be exactly that there, or may stand amid others where no blanks part words; and what is exactly."""
_LIKE, _ALIKE = 0.6, 0.75
"""Share of its letters that a word in Latin letters has in common with a medicine, and with one that it surely is."""
_TWO = 2
_LATIN, _KANA = "Latn", "kana"
_JOINERS = "\u200c\u200d-"
_BEHIND, _BEFORE = 0.1, 0.2
"""What a sound of an ending, or of an article written together with the word, costs."""
_OTHER = {
    frozenset(pair): cost
    for pair, cost in (
        ("PF", 0.2), ("SJ", 0.2), ("SK", 0.6), ("ST", 0.6), ("KJ", 0.5), ("TJ", 0.5), ("MN", 0.6), ("RL", 0.4),
        ("FW", 0.3), ("PW", 0.5),
    )
}  # fmt: skip
"""What it costs to take one sound for another; 1 for all others."""
_LIGHT = {"W": 0.3, "V": 0.4}
"""What it costs to leave one out, or add it; 1 for all others."""
_PREFIXED = frozenset(("Arab", "Nastaliq", "Hebr", "Syrc"))
"""Scripts in which articles and prepositions are written together with the word behind them."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The medicines that are known.

    Attributes:
        sounds: Every name, and how it sounds.
        alike: Names that a translation may have in the place of one.
    """

    sounds: Mapping[str, str]
    alike: Mapping[str, frozenset[str]]


@cache
def _known() -> _Known:
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    groups = [*([name] for name in read["single"]), *read["same"]]
    alike = {name: frozenset(group) for group in groups for name in group}
    for name, parts in read["parts"].items():
        alike[name] = alike.get(name, frozenset((name,))).union(*(alike.get(part, {part}) for part in parts))
    sounds = {name: sound(name.replace("-", "")) for name in alike}
    return _Known({name: said for name, said in sounds.items() if len(said) >= _SHORTEST}, alike)


def named(text: str) -> tuple[str, ...]:
    """The medicines that a text names as English does; many languages in Latin letters do."""
    return tuple(dict.fromkeys(word for word in _words(text) if word in _known().sounds))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; in Japanese, what stands in Katakana is one."""
    runs = groupby(text.casefold(), _kind)
    return tuple("".join(run) for kind, run in runs if kind)


def _kind(char: str) -> str:
    if not (char.isalpha() or char in _JOINERS or unicodedata.category(char).startswith("M")):
        return ""
    return _KANA if unicodedata.name(char, "").startswith("KATAKANA") else "letter"


def other_medicines(source: str, target: str, language: Language) -> Iterator[tuple[str, str]]:
    """Medicines of a text of which its translation has another instead: both as they are written.

    Args:
        source: A sentence, of which those are known that are called as in English.
        target: Its translation.
        language: The language of that.
    """
    wanted = named(source)
    if not wanted:
        return
    alike = _known().alike
    meant = frozenset[str]().union(*(alike[name] for name in wanted))
    own = tuple(_own_in(target, language))
    others = [word for word, name in own if name not in meant]
    words = [word for word in _words(target) if word not in others]
    said = {name for _, name in own}
    # Most are exactly there, and whether a word is any of all medicines is a long question.
    lacking = [
        name
        for name in wanted
        if alike[name].isdisjoint(said) and all(_nearest(word, alike[name], language) > _EXACT for word in words)
    ]
    others += [word for word in words if lacking and _is_another(word, meant, language)]
    for name in lacking if others else ():
        if all(_nearest(word, alike[name], language) > _NEAR for word in words if word not in others):
            yield name, others[0]


def turned_medicines(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """Two medicines of a sentence that stand in the other order in its translation; None if all keep theirs.

    What is compared ("more often than") may be turned round, in languages that end with the verb.
    """
    wanted, text = named(source), source.casefold()
    if len(wanted) < _TWO:
        return None
    places = [_place(name, target, there) for name in wanted]
    for (one, first), (other, second) in pairwise(zip(wanted, places, strict=True)):
        compared = MORE in opposites(here).books and any(
            found_in(opposites(here).books[MORE], fold(text[(at := text.find(one)) : text.find(other, at + len(one))]))
        )
        if first is not None and second is not None and second < first and not compared:
            return one, other
    return None


def _place(name: str, text: str, language: Language) -> int | None:
    """Where a medicine stands in a translation; None if it is not found."""
    alike = _known().alike[name]
    words = [word for word, one in _own_in(text, language) if one in alike]
    far = {word: _nearest(word, alike, language) for word in _words(text)} if not words else {}
    best = words[0] if words else min(far, key=far.__getitem__, default="")
    if not words and far.get(best, 1.0) > _NEAR:
        return None
    found = re.search(rf"(?<!\w){re.escape(best)}" if far and language.spaced else re.escape(best), text.casefold())
    return found.start() if found else None


def _own_in(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Names in a text that are the language's own, and the medicines; of two in each other, the longer one."""
    names = words_of(language).section(Medicines).names
    listed = [(word.casefold(), name) for name, words in names.items() for word in words]
    left = text.casefold()
    for word, name in sorted(listed, key=lambda one: -len(one[0])):
        if word in left:
            left = left.replace(word, " ")
            yield word, name


def _is_another(word: str, meant: frozenset[str], language: Language) -> bool:
    """Whether a word is surely a medicine, and none of these, whatever its ending."""
    best = _nearest_of_all(word, language)
    return best <= _SURE and _nearest(word, meant, language) - best > _APART


@lru_cache(maxsize=4096)
def _nearest_of_all(word: str, language: Language) -> float:
    """How far a word is from the medicine that it is nearest to; 1 if it has too little in common with it."""
    latin, amid = language.script == _LATIN, _is_amid(word, language)
    shortest = _AMID if amid else _SHORTEST if latin else _ENOUGH
    best, found = "", 1.0
    for name, one in _known().sounds.items():
        far = _far(one, word, language) if shortest <= len(one) <= len(sound(word)) + _ENOUGH else 1.0
        if far < found and (latin or far <= _EXACT or (not amid and len(one) >= _AMID)):
            best, found = name, far
    return found if not latin or (best and _share(best, word) >= _ALIKE) else 1.0


@lru_cache(maxsize=8192)
def _nearest(word: str, names: frozenset[str], language: Language) -> float:
    """How far a word is from the nearest of these; in Latin letters only those count that look like it."""
    sounds = _known().sounds
    latin = language.script == _LATIN
    known = [name for name in names if name in sounds and (not latin or _share(name, word) >= _LIKE)]
    return min((_far(sounds[name], word, language) for name in known), default=1.0)


def _is_amid(word: str, language: Language) -> bool:
    """Whether a medicine may stand anywhere in a word: where no blanks part words, but for Katakana."""
    return not language.spaced and _kind(word[0]) != _KANA


@lru_cache(maxsize=8192)
def _share(name: str, word: str) -> float:
    wanted = spelled(name)
    return SequenceMatcher(None, wanted, spelled(word)[: len(wanted) + 1], autojunk=False).ratio()


def _far(name: str, word: str, language: Language) -> float:
    """How far a word is from the sound of a medicine, by the length of that."""
    said = sound(word)
    leading = _BEFORE if language.script in _PREFIXED else 1.0
    leading, behind = (0.0, 0.0) if _is_amid(word, language) else (leading, _BEHIND)
    row = [leading * at for at in range(len(said) + 1)]
    for one in name:
        above, row = row, [row[0] + _LIGHT.get(one, 1.0)]
        for place, other in enumerate(said, 1):
            same = above[place - 1] + (0.0 if one == other else _OTHER.get(frozenset((one, other)), 1.0))
            row.append(min(same, above[place] + _LIGHT.get(one, 1.0), row[-1] + _LIGHT.get(other, 1.0)))
    return min(cost + behind * (len(said) - place) for place, cost in enumerate(row)) / len(name)
