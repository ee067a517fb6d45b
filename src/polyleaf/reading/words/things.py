"""Things of which a text names one and its translation another: parts of the body, drinks, people, seasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from polyleaf.locales import words as tables
from polyleaf.locales.keys import Phrases
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.shelf import Words
from polyleaf.locales.thing_names import ThingNames
from polyleaf.model.language import Language
from polyleaf.reading.words.kinds import Kinds
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import found_in

_PAIRS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "body": {"eye_ear": ("eye", "ear"), "arm_leg": ("arm", "leg"), "mouth_nose": ("mouth", "nose")},
    "taken": {"water_milk": ("water", "milk")},
    "people": {"mother_baby": ("mother", "baby"), "adult_child": ("adult", "child"), "man_woman": ("man", "woman")},
    "seasons": {},
    "measured": {},
    "organs": {},
    "foods": {},
    "kept": {},
    "illnesses": {},
    "symptoms": {},
    "washing": {},
    "states": {},
    "joints": {},
    "doings": {},
}
"""The kinds, and the pairs of opposites that name some of their things."""

_WIDER = {"mother": "woman", "father": "man", "baby": "child"}
"""Things that are others, too: a pregnant woman is a mother elsewhere."""


@once_a_language
def things(language: Language, words: Words) -> Kinds:
    """The words for things of a language; of a pair of opposites alone it has them, too."""
    own, pairs = words.section(ThingNames), words.section(Opposites).pairs
    found: dict[str, Mapping[str, Phrases]] = {}
    for kind, named in _PAIRS.items():
        table: dict[str, Phrases] = dict(getattr(own, kind))
        for pair, names in named.items():
            for name, side in zip(names, pairs.get(pair, ((), (), ())), strict=False):
                table[name] = (*table.get(name, ()), *side)
        for name, wider in _WIDER.items():
            if name in table and wider in table:
                table[wider] = (*table[wider], *table[name])
        if table := {name: some for name, some in table.items() if some}:
            found[kind] = table
    joining = (*words.section(tables.Numbers).and_, *words.section(tables.Negation).or_)
    glued = words.section(tables.Numbers).and_ if words.section(tables.Numbers).and_glued else ()
    return Kinds(found, spaced=language.spaced, joining=joining, glued=glued)


def other_things(source: str, here: Language, target: str, there: Language) -> Iterator[tuple[str, str]]:
    """A thing of a sentence that its translation lacks, and one that it has instead, each as its word; of each kind.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    known, again, text = things(here), things(there), fold(target)
    for kind in known.likely(fold(source)):
        if kind not in again.books:
            continue
        wanted, found = tuple(found_in(known.books[kind], fold(source))), tuple(found_in(again.books[kind], text))
        lost = (
            word
            for names, word in wanted
            if names & again.names(kind) and not any(names & others for others, _ in found)
        )
        extra = (
            word
            for names, word in found
            if names & known.names(kind) and not any(names & others for others, _ in wanted)
        )
        one, other = next(lost, None), next(extra, None)
        if one and not other and len(wanted) == len(found) and len({names for names, _ in found}) < len(found):
            other = found[-1][1]  # "the good leg … the operated leg" for a leg and an arm
        if one and other:
            yield one, other
