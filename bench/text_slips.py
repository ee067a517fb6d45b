"""Slips in words, marks and letters: each function takes a correct text and gives it with one slip, or None."""

from __future__ import annotations

import random
import re

from bench.corpus import Corpus, Text

from polyleaf.checks.translation_parts.terms import pattern as term_pattern
from polyleaf.reading.words.stems import stands_in

_EVEN, _SELDOM, _MOSTLY = 0.5, 0.2, 0.7
"""How often one of two ways is taken."""

_SENTENCES = 2
_WORDS = 4
"""Words from which a text is a sentence."""

_LONG = 40
"""Letters from which a text has parts."""

_TAG = re.compile(r"\*\*")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def placeholder_dropped(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A placeholder is gone, or its number typed by hand in its place."""
    names = _PLACEHOLDER.findall(text.target)
    if not names:
        return None
    return text.target.replace(dice.choice(names), dice.choice(["", "6"]), 1)


def placeholder_renamed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A placeholder is another one, is translated, or has lost a brace."""
    names = _PLACEHOLDER.findall(text.target)
    if not names:
        return None
    name = dice.choice(names)
    others = [other for other in text.view.facts if f"{{{other}}}" not in names]
    new = dice.choice([f"{{{dice.choice(others)}}}" if others else "{x}", name[:-1], name.upper(), f"{name}{name}"])
    return text.target.replace(name, new, 1)


def link_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A link leads somewhere else."""
    found = list(re.finditer(r"\]\(([^)]+)\)", text.target))
    if not found:
        return None
    match = dice.choice(found)
    new = dice.choice([f"{match[1]}x", match[1].replace("nhs", "nsh"), match[1].replace("https:", "http:"), "{ward}"])
    return f"{text.target[: match.start(1)]}{new}{text.target[match.end(1) :]}"


def address_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """An e-mail address that is typed out has another letter."""
    match = re.search(r"[\w.]+@[\w.]+\w", text.target)
    if match is None:
        return None
    place = dice.choice([place for place in range(*match.span()) if text.target[place].isalpha()])
    return f"{text.target[:place]}{'q' if text.target[place] != 'q' else 'z'}{text.target[place + 1 :]}"


def tag_broken(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """Bold is lost, or one of its two signs."""
    places = [match.start() for match in _TAG.finditer(text.target)]
    if not places:
        return None
    if dice.random() < _EVEN:
        return text.target.replace("**", "")
    at = dice.choice(places)
    return text.target[:at] + text.target[at + 2 :]


def untranslated(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """The source as the translation, or nothing."""
    if not any(
        len(word) >= _WORDS and not word.isupper()
        for word in re.findall(r"[A-Za-z]+", _PLACEHOLDER.sub("", text.source))
    ):
        return None
    if text.source == text.target:
        return None
    return "" if dice.random() < _SELDOM else text.source


def partly_untranslated(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """One sentence stays in the source language."""
    source = re.split(r"(?<=[.?!])\s", text.source)
    target = re.split(r"(?<=[.?!۔।؟])\s|(?<=[。？！])", text.target)
    if len(source) < _SENTENCES or len(source) != len([part for part in target if part.strip()]):
        return None
    place = dice.randrange(len(source))
    target = [part for part in target if part.strip()]
    return " ".join([*target[:place], source[place], *target[place + 1 :]])


def sentence_missing(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """One of several sentences is gone."""
    parts = [part for part in re.split(r"(?<=[.?!۔।؟])\s|(?<=[。？！])", text.target) if part.strip()]
    if len(parts) < _SENTENCES:
        return None
    lost = dice.randrange(len(parts))
    return ("" if text.locale.startswith("zh") else " ").join(part for at, part in enumerate(parts) if at != lost)


def part_missing(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """What stands behind a comma of a sentence is gone."""
    parts = list(re.finditer(r"[,،，、;؛；]\s*(?!\d)[^,،，、;؛；.?!۔।؟。？！]{12,}", text.target))
    if not parts or len(text.source) < _LONG:
        return None
    lost = dice.choice(parts)
    return text.target[: lost.start()] + text.target[lost.end() :]


def wrong_language(text: Text, dice: random.Random, corpus: Corpus) -> str | None:
    """The translation of another language."""
    if len(text.source.split()) < _WORDS:
        return None
    place = text.view.entries.index(text.entry)
    at = [view.leaflet for view in corpus.views[text.locale]].index(text.view.leaflet)
    others = [views[at] for locale, views in corpus.views.items() if locale != text.locale]
    same = [view for view in others if view.language.script == text.view.language.script]
    if not others:
        return None
    view = dice.choice(same or others) if dice.random() < _MOSTLY else dice.choice(others)
    return view.entries[place].translation.text


def term_replaced(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A term of the glossary is another word."""
    glossary = text.view.glossary
    if glossary is None:
        return None
    terms = [term for term in glossary.terms if term_pattern(term.term).search(text.source) and term.translations]
    dice.shuffle(terms)
    for term in terms:
        others = [other.translations[0] for other in glossary.terms if other.term != term.term and not other.kept]
        new = dice.choice(others)
        if term.kept:
            return text.target.replace(term.term, new) if term.term in text.target else None
        if text.view.language.locale.startswith("zh"):
            changed = text.target
            for word in term.translations:
                changed = changed.replace(word, new)
        else:
            words = " ".join(term.translations).split()
            pieces = re.split(r"(\s+)", text.target)
            changed = "".join(
                new.split()[0]
                if piece.strip() and any(stands_in(word, piece, text.view.language) for word in words)
                else piece
                for piece in pieces
            )
        if changed != text.target:
            return changed
    return None


def left_right_swapped(_text: Text, _dice: random.Random, _corpus: Corpus) -> str | None:
    """Kept for the word tables: the starter leaflets name the sides in one caption only."""
    pairs = {
        "pl": ("lew", "praw"),
        "ro": ("stâng", "dreap"),
        "uk": ("лів", "прав"),
        "ar": ("اليسار", "اليمين"),
        "fa": ("چپ", "راست"),
        "ur": ("بائیں", "دائیں"),
        "bn": ("বাঁ", "ডান"),
        "pa": ("ਖੱਬੇ", "ਸੱਜੇ"),
        "gu": ("ડાબી", "જમણી"),
        "ta": ("இடது", "வலது"),
        "zh_Hans": ("左", "右"),
        "so": ("bidix", "midig"),
    }
    text = _text
    left, right = pairs.get(text.locale, ("", ""))
    if not left or left not in text.target or not re.search(r"\bleft\b", text.source):
        return None
    return text.target.replace(left, right, 1)


def confusable(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A letter of another language that looks the same."""
    table = {
        "ar": {"ي": "ی", "ك": "ک"},
        "fa": {"ی": "ي", "ک": "ك"},
        "ur": {"ی": "ي", "ک": "ك"},
        "pl": {"a": "а", "o": "о", "e": "е"},
        "so": {"a": "а", "o": "о"},
        "ro": {"ș": "ş", "ț": "ţ", "a": "а"},
        "uk": {"а": "a", "о": "o", "і": "i"},
    }.get(text.locale, {})
    places = [place for place, char in enumerate(text.target) if char in table]
    places = [
        place for place in places if not _inside_placeholder(text.target, place) and _in_long_word(text.target, place)
    ]
    if not places:
        return None
    place = dice.choice(places)
    return f"{text.target[:place]}{table[text.target[place]]}{text.target[place + 1 :]}"


def _in_long_word(text: str, place: int) -> bool:
    return text[max(0, place - 1) : place].isalpha() and text[place + 1 : place + 2].isalpha()


def _inside_placeholder(text: str, place: int) -> bool:
    return any(match.start() <= place < match.end() for match in re.finditer(r"\{[^}]*\}|\([^)]*\)", text))


def control_inserted(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """An invisible character that turns the direction."""
    at = dice.randrange(len(text.target) + 1)
    return text.target[:at] + dice.choice("\u202e\u202d\u2067\u202b") + text.target[at:] if text.target else None
