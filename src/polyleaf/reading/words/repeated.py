"""Where a language says "not" once more than the source: "do not eat or drink until we say so".

English denies once for all that follows. Most languages either join with a word that carries the denial on ("or",
Polish ``ani``) or say "not" with each verb; and in some, a word for "until" means "as long as" when it has no denial
of its own (Polish ``dopóki``, Urdu ``جب تک``). One lost "not" of several turns such a sentence round and leaves
a denial in it, so these are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.table import words_of
from polyleaf.locales.words import Negation, Once
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import Lexicon, alternatives, fold, lexicon


@dataclass(frozen=True, slots=True)
class Repeated:
    """How a language goes on with a denial, ready to be found.

    Attributes:
        denied_or: Finds a denial of the source that goes on behind "or".
        denied_until: Finds one before "until".
        either: Words for "or" that carry a denial on.
        until: Words for "until" that need a denial of their own.
    """

    denied_or: re.Pattern[str]
    denied_until: re.Pattern[str]
    either: Lexicon
    until: Lexicon

    def more(self, source: str, target: str) -> int:
        """How many denials more than the ``source`` the sentence ``target`` needs."""
        said = fold(source)
        apart = bool(self.denied_or.search(said)) and not self.either.found(target)
        return apart + (bool(self.denied_until.search(said)) and bool(self.until.found(target)))


def repeated(source: Language, language: Language) -> Repeated | None:
    """How a language goes on with a denial of the source's, or None if there is no table for the two."""
    return _repeated(words_of(source), words_of(language), language.spaced)


@lru_cache(maxsize=256)
def _repeated(source: Words, target: Words, spaced: bool) -> Repeated | None:
    once, own = source.section(Negation).once, target.section(Negation)
    if once is None or not (own.or_ or own.until):
        return None
    denied_or, denied_until = _patterns(once)
    return Repeated(denied_or, denied_until, lexicon(own.or_, spaced=spaced), lexicon(own.until, spaced=spaced))


def _patterns(once: Once) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A denial, at most three words, "or"; and a denial before "until" that is no "or not"."""
    whole = alternatives(word for word in once.denials if not word.startswith("*"))
    glued = alternatives(word for word in once.denials if word.startswith("*"))
    ways = [way for way, words in ((rf"\b(?:{whole})", whole), (glued, glued)) if words]
    denied = rf"(?:{'|'.join(ways)})\b"
    asked = "".join(rf"(?<!{re.escape(fold(phrase))})" for phrase in once.questions)
    otherwise = rf"(?!(?:{alternatives(once.otherwise)})\b)" if once.otherwise else ""
    either_way = rf"(?!.*\b(?:{alternatives(once.either_way)})\b)" if once.either_way else ""
    return (
        re.compile(rf"{denied}(?: [\w'-]+,?){{1,3}}? {otherwise}(?:{alternatives(once.or_)})\b"),
        re.compile(rf"{denied}{asked}{either_way}.*\b(?:{alternatives(once.until)})\b"),
    )
