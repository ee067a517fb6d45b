"""Marks of lists that somebody typed: signs, numbers, letters of many alphabets, Roman figures, 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from polyleaf.importing.gathered import Element, Line, Mark, Role

_S = r"[ \t\u00a0]"
BULLET = re.compile(rf"^{_S}*(?:[•·▪▫‣◦●○■□➢➤►❖⁃✓✔✗✘☐☑☒✅❌🔹🔸👉◆]{_S}*|[-–—*o§][ ]*[\t\u00a0]{_S}*|[-–—*][ ]+)(?=\S)")
TICKS = "✓✔✗✘□☐☑☒✅❌"
"""Bullets that say yes, no, or "tick here"."""

_LIKE_BULLET = re.compile(rf"^{_S}*([›»→⇒⇨➔➜➞➙❯▶▷▸▹▻★☆✦✧✱✲✳✴❋∙◉◎⦿⬤⚫⚪❍❑❒◼◻◾◽▬~+]){_S}+(?=\S)")
"""Signs that are a bullet where lines beside each other begin with the same: alone they may say something."""

_LETTER = r"[^\W\d_]"
NUMBER = re.compile(
    rf"^{_S}*(?:[(\[（](\d{{1,2}})[)\]）]{_S}*|(\d{{1,2}})(?:[.)۔।]{_S}+|[、．）]{_S}*|[.)](?={_LETTER})"
    rf"|{_S}?[-–:/]{_S}+(?={_LETTER})|\t{_S}*(?={_LETTER}[^\t]*$)))(?=\S)"
)
"""A number before a dash is one of a list only before a word: "1 - 2 tablets" is a dose."""

_LETTERED = re.compile(
    rf"^{_S}*(?:[(\[（]([^\W\d_]{{1,4}})[)\]）]|([^\W\d_]{{1,4}})([.)、．）]))({_S}+|(?<=[、．）]))(?=\S)"
)
_LEGAL = re.compile(rf"^{_S}*(\d{{1,2}})\.(\d{{1,2}})[.)]?{_S}+(?=\S)")
_BARE = re.compile(rf"^{_S}*(\d{{1,2}})[.)]?{_S}+(?={_LETTER})")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "абвгдежзиклмн", "АБВГДЕЖЗИКЛМН", "абвгґдеєжзиі",
    "αβγδεζηθικ", "أبتثجحخ", "أبجدهوزح", "ابجدهوزح", "ابپتثجچ", "אבגדהוזח", "কখগঘঙচছ", "कखगघङचछ", "કખગઘઙચછ", "ਕਖਗਘਙਚਛ",
    "ੳਅੲਸਹ", "அஆஇஈஉஊஎ", "กขคงจฉช", "一二三四五六七八九十", "甲乙丙丁戊己庚", "가나다라마바사", "アイウエオカキ",
)  # fmt: skip
"""Letters in the order in which people mark lists with them."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_COUNTS = (*map(tuple, _ALPHABETS), _ROMAN, tuple(one.upper() for one in _ROMAN))
_ROMANS = _COUNTS[-2:]


@dataclass(frozen=True, slots=True)
class Typed:
    """A mark that somebody typed before a line.

    Attributes:
        mark: The mark of the list item that the line is.
        end: How many characters of the line it takes.
        sign: What of it is to stay before the words: a tick.
    """

    mark: Mark
    end: int
    sign: str = ""


def typed_marks(elements: Sequence[Element]) -> dict[int, Typed]:
    """The marks of lines that are items of a list by what was typed before them, by their places."""
    found: dict[int, Typed] = {}
    texts = [_text_of(one) for one in elements]
    marked = {at for at, one in enumerate(elements) if isinstance(one, Line) and one.mark is not None}
    for at, text in enumerate(texts):
        if text is not None and (match := BULLET.match(text)) and not _is_note(texts, at):
            sign = text.strip()[0].replace("□", "☐")
            found[at] = Typed(Mark(False, _depth(match[0])), match.end(), f"{sign} " if sign in TICKS else "")
    found |= _alike(texts)
    for counts in (*_ROMANS, *_COUNTS[:-2]):
        found |= _lettered(texts, counts, found, marked)
    found |= _deepened(found)
    found |= _legal(elements, texts, found)
    found |= _numbered(elements, texts, found)
    found |= _inner(elements, found)
    return found


def _is_note(texts: Sequence[str | None], at: int) -> bool:
    """Whether a star stands before one line alone: a note to something above. Or several ticks in a line: choices."""
    own = (texts[at] or "").strip()
    beside = [texts[to] for to in (at - 1, at + 1) if 0 <= to < len(texts)]
    is_alone = own.startswith("*") and not any(BULLET.match(other or "") for other in beside)
    return is_alone or (own[0] in TICKS and any(one in TICKS for one in own[1:]))


def _text_of(element: Element) -> str | None:
    """The words of a line that may have a typed mark; None for any other element."""
    plain = isinstance(element, Line) and not element.mark and not element.level and element.role is Role.TEXT
    return element.text if plain and isinstance(element, Line) else None


def _depth(mark: str) -> int:
    """An "o" or a dash that was moved in is the mark of an inner list in Word."""
    return 1 if mark.strip(" \t\u00a0") in ("o", "§", "◦", "○") else 0


def _alike(texts: Sequence[str | None]) -> Iterator[tuple[int, Typed]]:
    """Lines beside each other that begin with the same sign."""
    matches = [_LIKE_BULLET.match(text or "") for text in texts]
    for at, match in enumerate(matches):
        beside = (*matches[max(at - 1, 0) : at], *matches[at + 1 : at + 2])
        if match and any(other and other[1] == match[1] for other in beside):
            yield at, Typed(Mark(False, 0), match.end())


def _lettered(
    texts: Sequence[str | None], counts: Sequence[str], found: dict[int, Typed], marked: set[int]
) -> dict[int, Typed]:
    """Runs of lines that count by letters from the first on; what counts deeper may stand between them."""
    done: dict[int, Typed] = {}
    run: list[tuple[int, re.Match[str]]] = []
    for at in range(len(texts) + 1):
        if at in found and found[at].mark.typed and run:
            continue
        match = _LETTERED.match(texts[at] or "") if at < len(texts) and at not in found else None
        letter = (match[1] or match[2]) if match else ""
        goes_on = len(run) < len(counts) and letter == counts[len(run)]
        if run and not goes_on:
            done |= _items(texts, run, counts, found, marked)
            run = []
            goes_on = letter == counts[0]
        if match and goes_on:
            run.append((at, match))
    return done


def _items(
    texts: Sequence[str | None], run: Sequence[tuple[int, re.Match[str]]], counts: Sequence[str],
    found: dict[int, Typed], marked: set[int],
) -> dict[int, Typed]:  # fmt: skip
    """The run as items, if it is long enough: "A. Smith", "B. Jones" are names."""
    is_sure = all(match[2] is None or match[3] != "." or "\t" in match[4] for _, match in run)
    if len(run) < (2 if is_sure else 3):
        return {}
    before = run[0][0] - 1
    in_another = before >= 0 and (before in found or before in marked or bool(NUMBER.match(texts[before] or "")))
    depth = found[before].mark.depth + 1 if before in found else int(in_another)
    return {
        at: Typed(Mark(True, depth, number, typed=counts[number - 1]), match.end())
        for number, (at, match) in enumerate(run, 1)
    }


def _deepened(found: dict[int, Typed]) -> dict[int, Typed]:
    """Items with Roman figures as inner ones of those with letters before them."""
    done: dict[int, Typed] = {}
    depth = 0
    for at in sorted(at for at, typed in found.items() if typed.mark.typed in _ROMAN):
        if found[at].mark.number == 1:
            before = found.get(at - 1)
            depth = before.mark.depth + 1 if before and before.mark.typed else found[at].mark.depth
        done[at] = replace(found[at], mark=replace(found[at].mark, depth=depth))
    return done


def _legal(elements: Sequence[Element], texts: Sequence[str | None], found: dict[int, Typed]) -> dict[int, Typed]:
    """Lines with 1.1, 1.2 as the inner lists that they are, and the lines with 1, 2 above them."""
    done: dict[int, Typed] = {}
    at = 0
    while at < len(texts):
        run = _rising(elements, texts, found, at)
        outer = (
            _BARE.match(texts[at - 1] or "") if at and at - 1 not in found and not _is_bold(elements[at - 1]) else None
        )
        has_outer = bool(run) and outer is not None and outer[1] == run[0][1]
        if has_outer and outer is not None:
            done[at - 1] = Typed(Mark(True, 0, int(outer[1])), outer.end())
        if len(run) > 1 or has_outer:
            for number, match in enumerate(run, 1):
                mark = Mark(True, int(has_outer), number, typed=f"{match[1]}.{match[2]}")
                done[at + number - 1] = Typed(mark, match.end())
        at += max(len(run), 1)
    return done


def _rising(
    elements: Sequence[Element], texts: Sequence[str | None], found: dict[int, Typed], start: int
) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for at in range(start, len(texts)):
        match = _LEGAL.match(texts[at] or "") if at not in found and not _is_bold(elements[at]) else None
        if match is None or int(match[2]) != len(run) + 1 or (run and match[1] != run[0][1]):
            break
        run.append(match)
    return run


def _is_bold(element: Element) -> bool:
    """A bold line with a number is a heading."""
    return isinstance(element, Line) and element.is_bold


def _numbered(
    elements: Sequence[Element], texts: Sequence[str | None], found: dict[int, Typed]
) -> Iterator[tuple[int, Typed]]:
    """Lines with rising numbers; inner lists may stand between them, with bullets too if they are no headings."""
    numbers = {at: _number(text) for at, text in enumerate(texts) if at not in found}
    for at, number in numbers.items():
        sides = (numbers.get(other) for other in (_beside(elements, found, at, -1), _beside(elements, found, at, 1)))
        before, after = ((side or (None,))[0] for side in sides)
        if number and (number[0] - 1 == before or number[0] + 1 == after):
            yield at, Typed(Mark(True, 0, number[0]), number[1])


def _beside(elements: Sequence[Element], found: dict[int, Typed], at: int, step: int) -> int:
    """The place of the next line that is in no inner list."""
    other = at + step
    while 0 <= other < len(elements):
        mark = _mark(elements, found, other)
        is_inner = mark is not None and (bool(mark.typed) or (not mark.ordered and not _is_bold(elements[at])))
        if not is_inner:
            break
        other += step
    return other


def _mark(elements: Sequence[Element], found: dict[int, Typed], at: int) -> Mark | None:
    element = elements[at]
    return found[at].mark if at in found else element.mark if isinstance(element, Line) else None


def _inner(elements: Sequence[Element], found: dict[int, Typed]) -> Iterator[tuple[int, Typed]]:
    """Bullets between two numbers of one list as the inner lists that they are; those behind the last one like them."""
    marks = [_mark(elements, found, at) for at in range(len(elements))]
    had_inner = False
    for at, mark in enumerate(marks):
        if mark is None or not mark.ordered:
            continue
        end = next((to for to in range(at + 1, len(marks)) if not _is_below(mark, marks[to])), len(marks))
        after = marks[end] if end < len(marks) else None
        goes_on = after is not None and (after.ordered, after.depth, after.number) == (
            True,
            mark.depth,
            mark.number + 1,
        )
        had_inner = end > at + 1 and (goes_on or (had_inner and mark.number > 1))
        for to in range(at + 1, end) if had_inner else ():
            own = found.get(to) or Typed(marks[to] or mark, 0)
            yield to, replace(own, mark=replace(own.mark, depth=own.mark.depth + mark.depth + 1))


def _is_below(number: Mark, mark: Mark | None) -> bool:
    """Whether a bullet stands at the same depth as a number, and not before it on the page."""
    is_bullet = mark is not None and not mark.ordered and mark.depth <= number.depth
    return is_bullet and mark is not None and not (number.indent and 0 < mark.indent <= number.indent)


def _number(text: str | None) -> tuple[int, int] | None:
    """The number before a line, and how many characters its mark takes."""
    match = NUMBER.match(text or "")
    return (int(match[1] or match[2]), match.end()) if match else None
