"""Taking a "not" out of a translation, language by language, as a hurried translator would.

Written by reading the starter catalogs, apart from the tables of the check that has to notice it.
"""

from __future__ import annotations

import random
import re

from bench.corpus import Corpus, Text

_ENGLISH = re.compile(r"\b(?:not|no|never|nothing|cannot|without|none|nobody|nor|unless)\b|n't\b", re.IGNORECASE)

_OUT: dict[str, tuple[tuple[str, str], ...]] = {
    "pl": (
        (r"\b[Nn]ie ", ""),
        (r"\bani ", "i "),
        (r"\bBrak ", "Jest "),
        (r"\bbrak ", "jest "),
        (r"\bNikt ", "Ktoś "),
        (r"\bnic ", "coś "),
    ),
    "ro": (
        (r"\b[Nn]u ", ""),
        (r"\b[Nn]iciun ", "un "),
        (r"\bnimic\b", "ceva"),
        (r"\b[Ll]ipsa ", "prezența "),
        (r"\bfără ", "cu "),
    ),
    "uk": ((r"\b[Нн]е ", ""), (r"\b[Нн]і ", ""), (r"\b[Бб]ез ", "з ")),
    "ar": (
        (r"(?<!\w)(?:و|ف)?لا ", ""),
        (r"(?<!\w)(?:و)?لم ", ""),
        (r"(?<!\w)و?ليس ", ""),
        (r"(?<!\w)ليس(?=\w)", ""),
        (r"عدم ", ""),
        (r"غير ", ""),
    ),
    "fa": (
        ("نمی", "می"),
        ("نیست", "است"),
        ("نکنید", "کنید"),
        ("نخورید", "بخورید"),
        ("ننوشید", "بنوشید"),
        ("نگفته", "گفته"),
        ("نداریم", "داریم"),
        ("ندارید", "دارید"),
        ("نشود", "شود"),
        ("نکند", "کند"),
        ("نتوانید", "بتوانید"),
        ("نیاورید", "بیاورید"),
        ("نکردن", "کردن"),
        ("نکنم", "بکنم"),
        ("نشده", "شده"),
        ("نکرده", "کرده"),
        ("نخورده", "خورده"),
        ("نداشته", "داشته"),
        ("بدون ", "با "),
    ),
    "ur": ((r" نہیں(?!\w)", ""), (r" نہ(?!\w)", ""), (r"بغیر", "ساتھ")),
    "bn": (
        (r" না(?=[\s।,)-]|$)", ""),
        (r" নয়(?=[\s।,]|$)", " হয়"),
        (r" নেই(?=[\s।,:]|$)", " আছে"),
        (r"(?<=ে)নি(?=[\s।,]|$)", ""),
        (r"নি(?=।)", ""),
    ),
    "pa": ((r" ਨਹੀਂ(?=[\s।,]|$)", ""), (r" ਨਾ(?=[\s।,]|$)", "")),
    "gu": ((r" નથી(?=[\s.,:]|$)", " છે"), (r" ન (?=\S)", " "), (r" નહીં(?=[\s.,]|$)", "")),
    "ta": (
        ("வேண்டாம்", "வேண்டும்"),
        ("முடியாது", "முடியும்"),
        ("அல்ல(?!\\w)", "ஆகும்"),
        ("முடிவதில்லை", "முடிகிறது"),
        ("முடியவில்லை", "முடிகிறது"),
        ("நடப்பதில்லை", "நடக்கிறது"),
        ("தில்லை", "கிறது"),
        ("தேவையில்லை", "தேவை"),
        ("மாட்டீர்கள்", "வீர்கள்"),
        ("ாவிட்டால்", "ால்"),
        ("செய்யாமல்", "செய்து"),
        ("முடியாமல்", "முடிந்து"),
        ("இல்லாமல்", "உடன்"),
        ("ஆகாமல்", "ஆகி"),
        ("வில்லை", "ிறது"),
        ("இல்லை", "உள்ளது"),
        ("இல்லாத", "உள்ள"),
    ),
    "zh_Hans": (("不", ""), ("没有", "有"), ("没", "")),
    "so": (
        (r"\b[Mm]a (?=[a-z])", ""),
        (r"\b([Uu])ma\b", r"\1"),
        (r"\b([Kk])uma\b", r"\1u"),
        (r"\b([Kk])ama\b", r"\1a"),
        (r"\blama\b", "la"),
        (r"\b[Hh]a (?=[ck])", ""),
        (r"(?<!q)aadan\b", "aad"),
        (r"aysan\b", "ay"),
        (r"(?<!s)uusan\b", "uu"),
        (r"aanan\b", "aan"),
        (r"\bhana\b", "oo"),
    ),
}


_WHETHER = ("ਜਾਂ", "કે", "কি", "یا", "是")
"""Before a denial these make "whether or not", which denies nothing."""

_COMPANION = {
    "pl": re.compile(r"ani (?:nie )?|(?:[Nn]ikt|nic) "),
    "ro": re.compile(r"[Nn]iciun |nimic\b"),
    "bn": re.compile(r" না (?=দেওয়া পর্যন্ত)"),
}
"""Words that only go along with a denial: the sentence still denies the same without them ("nie jeść i nie pić")."""


def negation_dropped(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A sentence of the translation loses its denial, all of its words, where the source denies something."""
    return _dropped(text, dice, every=True)


def one_of_several(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A sentence with several words that deny loses one of them that it needs."""
    return _dropped(text, dice, every=False)


def _dropped(text: Text, dice: random.Random, *, every: bool) -> str | None:
    sources, targets = _sentences(text.source), _sentences(text.target)
    if len(sources) != len(targets):
        return None
    places = [at for at, source in enumerate(sources) if _ENGLISH.search(source)]
    dice.shuffle(places)
    for at in places:
        found = _denials(targets[at], text.locale)
        if not every:
            found = _needed(found, targets[at], text.locale) if len(found) > 1 else []
        if not found:
            continue
        for match, new in sorted(found if every else [dice.choice(found)], key=lambda one: -one[0].start()):
            targets[at] = targets[at][: match.start()] + match.expand(new) + targets[at][match.end() :]
        return ("" if text.locale.startswith("zh") else " ").join(targets)
    return None


def _denials(sentence: str, locale: str) -> list[tuple[re.Match[str], str]]:
    found: list[tuple[re.Match[str], str]] = []
    for pattern, new in _OUT.get(locale, ()):
        for match in re.finditer(pattern, sentence):
            before = sentence[: match.start()].rstrip()
            free = not any(match.start() < one.end() and one.start() < match.end() for one, _ in found)
            if free and not before.endswith(_WHETHER):
                found.append((match, new))
    return found


def _needed(found: list[tuple[re.Match[str], str]], sentence: str, locale: str) -> list[tuple[re.Match[str], str]]:
    """Those denials without which the sentence says something else."""
    companion = _COMPANION.get(locale)
    idle = [one.span() for one in companion.finditer(sentence)] if companion else []
    return [one for one in found if not any(a < one[0].end() and one[0].start() < b for a, b in idle)]


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!۔।؟])\s+|(?<=[。？！])", text) if part.strip()]
