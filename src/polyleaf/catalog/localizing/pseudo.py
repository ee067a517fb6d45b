"""Pseudo languages: the source in a strange dress, to try a layout before a translation is paid for.

``qps-ploc`` has accents on every letter and is 40 % longer, as German or Polish may be; ``qps-plocm`` is written in
Hebrew letters from right to left. Each text stands in brackets: where one is missing, a box clips; a text without
accents has slipped past the catalogs. Facts, addresses and names of medicines stay as they are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from polyleaf.locales.scripts import LATIN_FAMILY, SCRIPTS, SIGN_FAMILIES
from polyleaf.model.block_texts import map_texts
from polyleaf.model.document import LocalizedDocument, LocalizedText, Phrases
from polyleaf.model.inline import Emphasis, FactWords, Inline, Link, Strong, Words, walk
from polyleaf.model.language import Direction, Language
from polyleaf.model.message import Message, TextState

ACCENTED, MIRRORED = PSEUDO = ("qps-ploc", "qps-plocm")
"""The pseudo locales, named as Windows names them. They are never among the languages of a project."""

LONGER = 1.4
"""Length over that of the source (standards 5: German and Polish grow by 20 to 35 %)."""

_LATIN = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž",
)
# A letter of about the same sound, so that who reads Hebrew can guess the word.
_HEBREW = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "אבכדעפגהיזקלמנופקרשתוויקיז" * 2)
_TICK = re.compile(r"[\u2610-\u2612]\s*")
_VOWELS = "AEIOUYaeiouy"
_FAMILIES = {
    ACCENTED: (LATIN_FAMILY, *SIGN_FAMILIES),
    MIRRORED: (*SCRIPTS["Hebr"].families, LATIN_FAMILY, *SIGN_FAMILIES),
}


def pseudo_families(locale: str) -> tuple[str, ...]:
    """Font families that a pseudo locale needs."""
    return _FAMILIES[locale]


def pseudo_text(text: str, locale: str) -> str:
    """A text as a pseudo locale writes it: the same words, longer; placeholders ``{name}`` stay as they are.

    Args:
        text: Plain text.
        locale: One of ``PSEUDO``.
    """
    parts = [(part if odd else _written(part, locale)) for odd, part in _apart(text)]
    return f"[{''.join(parts)}]" if text.strip() else text


def pseudo_document(document: LocalizedDocument, locale: str, words: Iterable[Message]) -> LocalizedDocument:
    """A document in the source language as a pseudo locale writes it.

    Args:
        document: The leaflet in its source language.
        locale: One of ``PSEUDO``.
        words: Messages of the templates; a word that is not among them stays plain, and so is found out.
    """
    dress = _Dress(locale, _language(document.language, locale), document.language.tag)
    texts = {message.key: pseudo_text(message.msgid, locale) for message in words}
    return replace(
        document,
        language=dress.language,
        title=dress.text(document.title),
        summary=None if document.summary is None else dress.text(document.summary),
        blocks=tuple(map_texts(block, dress.text) for block in document.blocks),
        contacts={name: contact.with_texts(dress.text) for name, contact in document.contacts.items()},
        phrases=Phrases(dress.language, document.source_language, _without_facts(texts)),
        draft=True,
    )


class _Dress:
    """Dresses texts in one pseudo locale."""

    def __init__(self, locale: str, language: Language, source: str) -> None:
        self.language = language
        self._locale = locale
        self._source = source

    def text(self, text: LocalizedText) -> LocalizedText:
        inlines = tuple(map(self._inline, text.inlines))
        if any(isinstance(inline, Words) and inline.text.strip() for inline in walk(inlines)):
            sign, rest = _sign_apart(inlines)
            inlines = (*sign, Words("["), *rest, Words("]"))
        return LocalizedText(inlines, self.language, TextState.TRANSLATED, text.source)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Words(text):
                return Words(_written(text, self._locale))
            case Strong(children):
                return Strong(tuple(map(self._inline, children)))
            case Emphasis(children):
                return Emphasis(tuple(map(self._inline, children)))
            case Link(href, children):
                return Link(href, tuple(map(self._inline, children)))
            case FactWords(lang=None) if self._locale == MIRRORED:
                # "6 hours" stays English and keeps its order, as a name of a medicine does.
                return replace(inline, isolate=True, lang=self._source)
            case _:
                return inline


def _sign_apart(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """A box to tick at the beginning, which stands in the place of a bullet, and the words behind it."""
    first = inlines[0]
    if isinstance(first, Words) and (sign := _TICK.match(first.text)):
        return (Words(sign[0]),), (Words(first.text[sign.end() :]), *inlines[1:])
    return (), inlines


def _language(source: Language, locale: str) -> Language:
    """The pseudo language: it counts and dates as the source does, so Babel is asked for the source's locale."""
    mirrored = locale == MIRRORED
    return replace(
        source,
        tag=locale,
        english="Pseudo",
        native=pseudo_text("Pseudo", locale),
        script="Hebr" if mirrored else "Latn",
        direction=Direction.RTL if mirrored else Direction.LTR,
        families=_FAMILIES[locale],
        natural_line=SCRIPTS["Hebr" if mirrored else "Latn"].natural_line,
        latin_first=False,
    )


def _apart(text: str) -> Iterable[tuple[bool, str]]:
    """The text cut at its placeholders; True with a placeholder."""
    start = 0
    while (opening := text.find("{", start)) >= 0 and (closing := text.find("}", opening)) >= 0:
        yield False, text[start:opening]
        yield True, text[opening : closing + 1]
        start = closing + 1
    yield False, text[start:]


def _written(text: str, locale: str) -> str:
    """The letters of the pseudo locale, with vowels said twice until the text is long enough."""
    letters = sum(char.isalpha() for char in text)
    more = math.ceil(letters * (LONGER - 1))
    longer: list[str] = []
    for char in text:
        longer.append(char)
        if more and char in _VOWELS:
            longer.append(char)
            more -= 1
    # Words without enough vowels grow at the end: "BMW" becomes "BMWm".
    tail = [char for char in reversed(longer) if char.isalpha()][:more]
    at = max((index for index, char in enumerate(longer) if char.isalpha()), default=-1) + 1
    grown = "".join((*longer[:at], *tail, *longer[at:]))
    return grown.translate(_HEBREW if locale == MIRRORED else _LATIN)


def _without_facts(texts: Mapping[tuple[str, str], str]) -> Mapping[tuple[str, str], str]:
    """The words that templates print; those inside facts stay as the source has them."""
    return {key: text for key, text in texts.items() if key[0] not in ("risk", "range")}
