"""Where a language says "not" once more than English: "do not eat or drink until we say so".

English denies once for all that follows. Most languages either join with a word that carries the denial on ("or",
Polish ``ani``) or say "not" with each verb; and in some, a word for "until" means "as long as" when it has no denial
of its own (Polish ``dopóki``, Urdu ``جب تک``). One lost "not" of several turns such a sentence round and leaves
a denial in it, so these are counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, Lexicon, fold, lexicon

_DENIED_OR = re.compile(r"(?:\b(?:not|never|cannot)|n't)\b(?: [\w'-]+,?){1,3}? or\b")
"""In English: a denial, at most three words, "or"."""

_UNTIL = re.compile(r"(?:\b(?:not|never|cannot)|n't)\b(?<!or not)(?!.*\bwhether or not\b).*\buntil\b")

_SAID: Mapping[str, tuple[str, str]] = {
    "pl": ("ani lub albo czy", "dopóki póki"),
    "ro": ("sau ori nici", ""),
    "uk": ("або чи ні ані", "доки поки"),
    "ru": ("или ни либо", "пока"),
    "ar": ("أو او أم", ""),
    "fa": ("یا", "تا_وقتی تا_وقتی_که تا_وقتیکه تا_زمانی_که تا_زمانیکه تا_هنگامی_که"),
    "ur": ("یا", "جب_تک"),
    "bn": ("বা অথবা কিংবা", "যতক্ষণ"),
    "pa": ("ਜਾਂ", "ਜਦੋਂ_ਤੱਕ ਜਦ_ਤੱਕ"),
    "gu": ("કે અથવા", "જ્યાં_સુધી"),
    "hi": ("या", "जब_तक"),
    "so": ("ama mise", ""),
    "fr": ("ou ni", ""),
    "de": ("oder noch", ""),
    "es": ("o u ni", ""),
    "it": ("o né", ""),
    "pt": ("ou nem", ""),
}
"""By language code: words for "or" that carry a denial on; words for "until" that need a denial of their own."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """How a language goes on with a denial, ready to be found."""

    either: Lexicon
    until: Lexicon

    def more(self, source: str, target: str) -> int:
        """How many denials more than the English ``source`` the sentence ``target`` needs."""
        said = fold(source)
        apart = bool(_DENIED_OR.search(said)) and not self.either.found(target)
        return apart + (bool(_UNTIL.search(said)) and bool(self.until.found(target)))


@lru_cache
def repeated(source: Language, language: Language) -> Repeated | None:
    """How a language goes on with a denial of English, or None if there is no table for the two."""
    found = _SAID.get(language.locale.split("_")[0])
    if found is None or language.locale == "pa_Arab" or source.locale.split("_")[0] != "en":
        return None
    spaced = language.script not in UNSPACED
    return Repeated(*(lexicon(table, spaced=spaced) for table in found))
