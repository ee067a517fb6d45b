"""What signs before lines mean beside other signs: items of two levels (● and –), heads (◆ above ・)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

_ITEM = re.compile(
    r"(?P<mark>[•·∙▪▫‣◦●○◉■◆◇▶▷▸►➢➣➤❖⁃\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8–—*-])(?P<gap>[ \t\u00a0]+)(?P<words>\S.*)"
)
_SIGNED = re.compile(r"(?P<mark>[+–—−-])[ \t\u00a0]+[^\s\d=~£€$½¼¾].*")
"""Before a number they are a sum, or what it is less."""
_OF_MARKDOWN = frozenset("-*")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""There, ■ stands before heads, which are lines of their own."""
_HEAD_SIGNS, _DOTS = "◆◇■▼", "・･"
_HEAD = re.compile(r"\s*[◆◇■▼][ \u3000]?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""One alone, above other lines, as Japanese has it."""
_LEVELS = 2
_LEADS = (":", "：")


def with_bullet_levels(lines: Sequence[str]) -> list[str]:
    """The lines with items of the second sign moved in below those of the first, where all begin at the margin.

    That sign has to come back behind the second one, or each of its items that others follow leads to them by a colon:
    else somebody only changed the sign.
    """
    done = list(lines)
    run: list[tuple[int, str, str]] = []
    for at, line in enumerate([*lines, "end"]):
        match = _ITEM.fullmatch(line)
        if match:
            run.append((at, match["mark"], match["words"]))
        elif line.strip():
            for place, mark, words in run if _has_levels(run) else ():
                done[place] = f"- {words}" if mark == run[0][1] else f"  - {words}"
            run = []
    return done


def with_for_and_against(lines: Sequence[str]) -> list[str]:
    """The lines with + and – as they stand, where they say what speaks for a thing and against it.

    Where a line with a dash comes first, and comes back, + is the sign of a second level: so it is in Vietnamese.
    """
    done = list(lines)
    for is_blank, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip()):
        places = [] if is_blank else list(part)
        found = [_SIGNED.fullmatch(lines[at]) for at in places]
        marks = [match["mark"] for match in found if match]
        if len(marks) < len(places) or len(set(marks)) != _LEVELS or "+" not in marks:
            continue
        returns = marks[0] != "+" and marks[0] in marks[marks.index("+") :]
        for at, mark in zip(places, marks, strict=True):
            words = lines[at][1:].strip()
            sign = f"\\{mark}" if mark.isascii() else mark
            done[at] = f"{'  ' * (mark == '+')}- {words}" if returns else f"{sign}\u00a0{words}"
    return done


def _has_levels(run: Sequence[tuple[int, str, str]]) -> bool:
    marks = list(dict.fromkeys(mark for _, mark, _ in run))
    if len(marks) != _LEVELS or _OF_MARKDOWN.issuperset(marks) or any(_EASTERN.match(words) for *_, words in run):
        return False
    inner = [at for at, (_, mark, _) in enumerate(run) if mark == marks[1]]
    returns = any(mark == marks[0] for _, mark, _ in run[inner[0] :])
    leads = all(run[at - 1][2].rstrip().endswith(_LEADS) for at in inner if run[at - 1][1] == marks[0])
    return returns or leads


def sign_heads(lines: Sequence[str]) -> set[int]:
    """Lines with a sign that is no bullet: ◆ above items with another mark, ○ beside ×, as Japanese has it."""
    found: set[int] = set()
    parts = [
        tuple(part)
        for is_blank, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip())
        if not is_blank
    ]
    first = {at: lines[at].lstrip()[:1] for part in parts for at in part}
    for before, places, behind in zip([(), *parts], parts, [*parts[1:], ()], strict=False):
        for signs, others in ((_HEAD_SIGNS, _DOTS), ("○◯", "×✕△")):
            if any(first[at] in others for at in places):
                found |= {at for at in places if first[at] in signs}
        signed = [at for at in places if _HEAD.match(lines[at])]
        # Alone between blank lines it is an item of a list only beside others.
        beside = {first[at] for at in (*before[-1:], *behind[:1])}
        if signed == [*places[:1]] and (len(places) > 1 or (behind and first[places[0]] not in beside)):
            found.add(places[0])
    return found
