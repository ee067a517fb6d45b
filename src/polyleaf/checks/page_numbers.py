"""Numbers of pages that came along with a text: alone on their lines, or behind words, as contents have them."""

from __future__ import annotations

import re
from itertools import pairwise

PAGE = (
    r"(?:page|seite|pagina|página|pág\.?|strona|strana|sida|side(?=\s*\d+\s*(?:av|af|/))|sivu|sayfa|oldal|trang|halaman|pagină"
    r"|puslapis|lehekülg|lapa|страница|стр\.?|сторінка|стор\.?|σελίδα|صفحة|صفحه|صفحہ|עמוד|पृष्ठ|પૃષ્ઠ|পৃষ্ঠা|ਪੰਨਾ|பக்கம்|bogga)"
)
"""The word for a page, in many languages."""

_SENT = re.compile(
    rf"\b(?:see|see also|turn to|go to|siehe(?: auch)?|vgl\.|voir|ver|véase|vea|patrz|zob(?:acz|\.)|vedi|zie|se)"
    rf"\s+(?P<page>(?:{PAGE}|pages|seiten|pp?\.|(?-i:S)\.|str\.|blz\.)\s*\d{{1,3}}(?:\s*[-–]\s*\d{{1,3}})?)"
    r"(?=\s*(?:[.;)\],]|$|for more|below|above|of this))|\bpage (?P<own>\d{1,3}) of this (?:leaflet|booklet|sheet)",
    re.IGNORECASE,
)
"""Words that send readers to a page, and do not say of what."""

_OTHERS = re.compile(
    r"(?<!this )(?<!\w)(?:\w*book|booklet|diary|guide|form|passport|record|notes|letter|map|folder|manual|card|plan"
    r"|website|brochure|magazine|broschüre|\w*heft|\w*pass|tagebuch|bogen|formular|carnet|cahier|livret|cuaderno"
    r"|folleto|libreta|formulario|broszur\w+|dziennicz\w+|formularz\w*|książecz\w+)(?!\w)|[“„«‹»].+[”“»›«]",
    re.IGNORECASE,
)
"""Papers with pages of their own, and titles of such."""


def sent_to(said: str) -> str:
    """Words that send readers to a page of this leaflet; "" if none do, or if another paper is named before them."""
    match = _SENT.search(said)
    return match[0] if match and not _OTHERS.search(said[: match.start()]) else ""


_LED = re.compile(r"(?P<words>.+?)(?:(?P<dots>[\s.…·_]*(?:[.…·_]\s?){3,})[\s.…·_]*|\s+)(?P<page>\d{1,3})")
"""Words, perhaps dots, and the number of a page."""

_HOME = re.compile(
    "home(?:page)?|start(?:seite)?|accueil|inicio|início|strona główna|главная|головна|首页|首頁|ホーム|トップ|홈"
    "|الرئيسية|hem|hjem|domů|acasă|ana sayfa|trang chủ"
)
"""What pages of the web call their first one."""

_LETTER = re.compile(r"[^\W\d]")
_LEAST, _DIGITS = 3, 3
"""Lines that contents have at least, and digits of a page at most."""


def counted(lines: list[str]) -> set[int]:
    """Places of paragraphs that are numbers and nothing else, and count the pages between them."""
    found = [(at, int(said)) for at, said in enumerate(lines) if said.isdecimal() and len(said) <= _DIGITS]
    pairs = [(one, other) for one, other in pairwise(found) if other[1] == one[1] + 1 and other[0] > one[0] + 1]
    return {at for pair in pairs for at, _ in pair}


def contents_of(lines: list[str], names: set[str]) -> str:
    """A heading with dots behind it, or the first of several lines with rising numbers, half of them headings."""
    found = [match for said in lines if (match := _LED.fullmatch(said.strip()))]
    known = [one for one in found if bare_words(one["words"]) in names]
    many = len(found) >= max(_LEAST, len(lines) - 1) and 2 * len(known) >= len(found)
    rises = many and (pages := [int(one["page"]) for one in found]) == sorted(pages)
    return next((one[0] for one in known if one["dots"]), found[0][0] if rises else "")


def bare_words(words: str) -> str:
    """Words without case, number and mark: headings and contents write them each in its way."""
    first = _LETTER.search(words)
    end = len(words)
    while end and not words[end - 1].isalnum():  # a pattern would look at each sign of a long row again
        end -= 1
    return words[first.start() : end].casefold() if first else ""


def trail_of(lines: list[str], title: str, *, first: bool = False) -> str:
    """A line that is the way to a page of the web: "Home › Health A–Z › Travel", the last piece being its title.

    The way of a patient has arrows, and ends elsewhere, but hardly begins a leaflet.

    Args:
        lines: Of one paragraph.
        title: Of the leaflet.
        first: Whether the leaflet begins with them.
    """
    return next((said for said in lines if _is_trail(said, title, first=first)), "")


def _is_trail(said: str, title: str, *, first: bool) -> bool:
    pieces = [bare_words(piece) for piece in re.split(r"\s*[›»]\s*|\s+[>/|→]\s+", said.strip(" ›»>/|"))]
    from_home = _HOME.fullmatch(pieces[0]) is not None and (
        "›" in said or "»" in said or (first and len(pieces) > _LEAST)
    )
    return len(pieces) > 1 and all(pieces) and (from_home or pieces[-1] == bare_words(title))
