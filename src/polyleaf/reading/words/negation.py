"""How a language says no: words, and forms of verbs where a language bends the verb instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from polyleaf.locales import words as tables
from polyleaf.locales.keys import Phrases
from polyleaf.locales.opposites import Opposites
from polyleaf.locales.shelf import Words
from polyleaf.model.language import Language
from polyleaf.reading.words.numerals import number_words
from polyleaf.reading.words.pattern import Lexicon, fold, lexicon
from polyleaf.reading.words.quarters import HOUR, clock_phrases
from polyleaf.reading.words.tables import once_a_language

_WORDS, _LETTERS = 2, 4
"""Words on each side of a word in which a denial goes with it; letters where a script has no spaces."""

_CLAUSE = re.compile(r"[,;:–—(]")
_CLAUSE_ENDS = re.compile(r"[,;:.!?،؛۔।。，；、]")

_NAME = re.compile(r"(?<=[\w,;:)»”]\s)(?P<first>[^\W\d_])(?=[^\W\d_]*[^\W\d_A-Z])[^\W\d_]+")
"""A word behind another one; with a capital it is a name, unless all of it is in capitals."""


@dataclass(frozen=True, slots=True)
class Negation:
    """The denials of a language, ready to be found."""

    no: Lexicon
    refrain: Lexicon
    leaving: Lexicon
    weak: Lexicon
    maybe: Lexicon
    limiting: Lexicon
    forgotten: Lexicon
    paired: Lexicon
    particle: Lexicon
    doubled: Lexicon
    exception: Lexicon
    limit: Lexicon
    every: Lexicon
    bound: Lexicon
    until: Lexicon
    verb: Lexicon
    fasting: Lexicon
    allows: Lexicon
    knows_exceptions: bool
    but: Phrases
    names: bool

    def denials(self, sentence: str, *, verbless: bool = False, fasting: bool = False) -> int:
        """How often a sentence denies, as far as its words tell.

        Args:
            sentence: The sentence.
            verbless: Whether it need not have a verb: then "nobody" and its like deny alone.
            fasting: Whether the other text says "fast", too: then "on an empty stomach" denies nothing besides.
        """
        no = self.no.found(sentence)
        weak = [word for word in self.weak.found(sentence) if word not in no]
        if weak and self.names:
            weak = [word for word in self.weak.found(self._without_names(sentence)) if word not in no]
        alone = 0 if verbless or self.particle.found(sentence) else len(self.paired.found(sentence))
        empty = sum(bool(self.fasting.found(word)) for word in (*no, *weak)) if fasting else 0
        return len(no) + len(weak) - alone - empty

    def firm(self, sentence: str) -> int:
        """How often a sentence denies, "nobody" and its like not counted where they only go along with a "not"."""
        particles = len(self.particle.found(sentence))
        paired = len(self.paired.found(sentence)) if particles else 0
        return self.denials(sentence) - max(paired, min(particles, len(self.doubled.found(sentence))))

    def joined(self, sentence: str) -> int:
        """How many of its denials have their particle with them: Polish "ani nie"."""
        return sum(bool(self.paired.found(one) and self.particle.found(one)) for one in self.no.found(sentence))

    def said(self, sentence: str) -> tuple[str, ...]:
        """The words with which a sentence denies, those left out that only go along with another ("neither … nor")."""
        no = self.no.found(sentence)
        doubled = self.doubled.found(sentence)
        along = min(len(self.particle.found(sentence)), len(doubled)) if doubled else 0
        return tuple(word for word in no if word not in doubled[:along]) if along else no

    def goes_along(self, sentence: str) -> bool:
        """Whether a denial of a sentence only goes along with another: "not … nor"."""
        return len(self.no.found(sentence)) > len(self.said(sentence))

    def lacks_particle(self, sentence: str) -> bool:
        """Whether the one denial of a sentence is none that a verb has: "senza", without."""
        return self.particle.has_entries and not self.particle.found(sentence) and len(self.no.found(sentence)) == 1

    def _without_names(self, sentence: str) -> str:
        """A sentence without its names: Nevada and Netanyahu are no denials in Slavic languages."""
        return _NAME.sub(lambda match: " " if match["first"].isupper() else match[0], sentence)

    def refrains(self, sentence: str) -> int:
        """How often a sentence says to leave something: "avoid", "skip"."""
        return len(self.refrain.found(sentence))

    def without_refrain(self, sentence: str) -> str:
        """A folded sentence without its words for leaving something."""
        for word in self.refrain.found(sentence):
            sentence = sentence.replace(word, " ")
        return sentence

    def leaves(self, sentence: str) -> bool:
        """Whether a clause begins with a word that says to leave something: "avoid"."""
        said = self.leaving.found(sentence)
        return bool(said) and any(one.strip().startswith(said) for one in _CLAUSE.split(fold(sentence)))

    def may_leave(self, sentence: str) -> bool:
        """Whether a sentence denies, excepts or leaves anything; and where nobody knows the words for leaving."""
        lists = (self.every, self.refrain, self.exception, self.limit, self.maybe)
        return not self.refrain.has_entries or any(one.found(sentence) for one in lists)

    def bounds(self, sentence: str) -> tuple[str, ...]:
        """What a sentence says to set a bound: "no more than"."""
        return self.bound.found(sentence)

    def is_verbless(self, sentence: str) -> bool:
        """Whether a clause is the one denial without a verb: "No jewellery on the day", "…, but never with food"."""
        said = self.no.found(sentence)
        clauses = (clause.strip() for clause in _CLAUSE.split(fold(sentence)))
        return len(said) == 1 and any(
            said[0] in (one[: len(said[0])], one.partition(" ")[2][: len(said[0])]) and not self.verb.found(one)
            for one in clauses
        )

    def listed(self, sentence: str) -> int:
        """How many clauses of a list are one denial without a verb: "no drops, no water" needs no particle."""
        listed = sum(self.is_verbless(one) for one in _CLAUSE.split(sentence))
        return listed if listed > 1 else 0

    def lists(self, sentence: str) -> bool:
        """Whether a sentence says one denial for each thing of a list: "no baths, no swimming and no hot tubs"."""
        said = self.no.found(sentence)
        parts = fold(sentence).split(said[0])[1:] if len(said) > 1 and len({*said}) == 1 else ()
        return bool(parts) and not any(self.verb.found(part) for part in parts)

    def fasts(self, sentence: str) -> bool:
        """Whether a sentence speaks of an empty stomach."""
        return bool(self.fasting.found(sentence))

    def waits(self, sentence: str) -> bool:
        """Whether a sentence says until when something is so."""
        return bool(self.until.found(sentence))

    def holds(self, phrase: str) -> bool:
        """Whether a denial stands in a phrase, sure or not."""
        return bool(self.every.found(phrase))

    def surely(self, sentence: str) -> bool:
        """Whether a sentence certainly denies something."""
        return bool(self.no.found(sentence))

    def denies_beside(self, sentence: str, word: str, *, spaced: bool, together: bool = False) -> bool:
        """Whether a denial certainly stands right before or behind a folded word of a sentence.

        Args:
            sentence: The sentence.
            word: The word.
            spaced: Whether spaces part the words of the language.
            together: Whether what only looks like a denial with the word counts for none (Pashto "نه زيات").
        """
        before, _, behind = fold(sentence).partition(word)
        before, behind = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(behind)[0]
        if spaced:
            near = (" ".join(before.split()[-_WORDS:]), " ".join(behind.split()[:_WORDS]))
        else:
            near = (before[-_LETTERS:], behind[:_LETTERS])
        if together and not self.surely((" " if spaced else "").join((near[0], word, near[1]))):
            return False
        return any(map(self.surely, near))

    def excuses(self, sentence: str) -> bool:
        """Whether a sentence has a word that another language may say with a denial."""
        return bool(self.maybe.found(sentence))

    def exceptions(self, sentence: str) -> tuple[str, ...]:
        """What a sentence says to except something: "unless", "except"."""
        return self.exception.found(sentence)

    def beside_exceptions(self, sentence: str) -> int:
        """How often a sentence certainly denies what holds but for an exception: "you must not …, unless".

        The exception may need a denial of its own behind its word: Ukrainian "якщо тільки … не".
        """
        count = 0
        for clause in _CLAUSE_ENDS.split(fold(sentence)):
            said = self.exception.found(clause)
            before, _, behind = clause.partition(said[0]) if said else (clause, "", "")
            count += len(self.no.found(before)) + max(0, len(self.no.found(behind)) - 1)
        return count

    def limits(self, sentence: str) -> bool:
        """Whether a sentence has a word that another language may say as an exception, or as none: "only", "until"."""
        return bool(self.limit.found(sentence))

    def excepting(self, sentence: str) -> int:
        """How often a sentence denies or excepts."""
        return self.denials(sentence) + sum(not self.no.found(word) for word in self.exceptions(sentence))


@once_a_language
def negation(language: Language, words: Words) -> Negation | None:
    """The denials of a language, or None if there is no table for it."""
    own = words.section(tables.Negation)
    if not own.no:
        return None

    # "Un día sí y otro no" is every other day.
    amounts = (phrase for phrases in words.section(tables.Units).said.values() for phrase in phrases)
    # Russian "без десяти восемь" is ten to eight.
    past = clock_phrases(words.section(tables.ClockWords).past, *number_words(language, words))
    hours = (phrase.replace(HOUR, " ").strip() for _, phrase, _ in past)
    plain = tuple(f" {fold(word)} " for word in (*own.no, *own.exceptions))
    counts = tuple(phrase for phrase in chain(amounts, hours) if any(word in f" {fold(phrase)} " for word in plain))

    def found(entries: Phrases, without: Phrases = (*own.look_alikes, *counts)) -> Lexicon:
        return lexicon(entries, without, spaced=language.spaced)

    # An excuse may stand in what only looks like a denial: "no later than".
    return Negation(
        found(own.no),
        found(own.refrain, ()),
        # "If you forget" stands for a denial, but says to leave nothing.
        found(tuple(word for word in own.refrain if word in own.excuses), ()),
        found(own.weak),
        found(own.excuses, ()),
        found(own.limiting, ()),
        found(own.forgotten),
        found(own.paired),
        found(own.particles),
        found(own.doubled),
        found(own.exceptions),
        found(own.limits, ()),
        found((*own.no, *own.weak), ()),
        found(own.bounds, ()),
        found((*own.until, *(own.once.until if own.once else ())), ()),
        found(own.verbs, ()),
        found(own.fasting or words.section(Opposites).pairs.get("full_empty", ((), (), ()))[1], ()),
        found(own.allows, ()),
        knows_exceptions=bool(own.exceptions),
        but=tuple(map(fold, own.but)),
        names=not own.noun_capitals,
    )
