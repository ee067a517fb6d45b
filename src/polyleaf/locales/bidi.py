"""Which way each character of a paragraph runs: the levels of the Unicode Bidirectional Algorithm (UAX #9).

The layout engine resolves each line by itself, so the same range reads the other way where a line begins with it. Here
the whole paragraph is resolved at once. Rules are named as the standard names them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

_DEEPEST = 125
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_STRONG = {"L": "L", "R": "R", "AN": "R", "EN": "R"}
"""What counts as strong beside a neutral (N0 to N2): numbers as R."""
_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CLOSES = dict(zip(_OPENING, _CLOSING, strict=True))
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that Unicode writes in two ways."""
_MOST_BRACKETS = 63


def levels(text: str, base: int) -> tuple[int, ...]:
    """The level of each character: even runs from left to right, odd from right to left (rules X1 to I2).

    What stands at the ends of lines (L1) is left to whoever breaks them.

    Args:
        text: One paragraph.
        base: Level of the paragraph: 0 or 1.
    """
    types = [unicodedata.bidirectional(char) or "L" for char in text]
    ends = _isolate_ends(types)
    found = _explicit(types, ends, base)
    for sequence, start, end in list(_sequences(types, found, ends, base)):
        _resolve(text, types, found, sequence, start, end)
    return tuple(found)


def _first_strong(types: Sequence[str], ends: dict[int, int], at: int, stop: int) -> int | None:
    while at < stop:
        if types[at] in ("L", "R", "AL"):
            return int(types[at] != "L")
        at = ends.get(at, stop) if types[at] in _ISOLATES else at + 1
    return None


def _isolate_ends(types: Sequence[str]) -> dict[int, int]:
    """Where each isolate ends that does (BD9)."""
    open_at: list[int] = []
    ends = {}
    for at, kind in enumerate(types):
        if kind in _ISOLATES:
            open_at.append(at)
        elif kind == "PDI" and open_at:
            ends[open_at.pop()] = at
    return ends


def _explicit(  # noqa: C901, PLR0912 - one case a rule of the standard
    types: list[str], ends: dict[int, int], base: int
) -> list[int]:
    """Levels by the controls in the text (X1 to X8); overrides change the types."""
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    lost_isolates = lost_embeddings = isolates = 0
    found = []
    for at, kind in enumerate(types):
        level, override, _ = stack[-1]
        found.append(level)
        if kind in _ISOLATES or kind in ("LRE", "RLE", "LRO", "RLO"):
            isolate = kind in _ISOLATES
            if isolate and override:
                types[at] = override
            if kind == "FSI":
                kind = ("LRI", "RLI")[_first_strong(types, ends, at + 1, ends.get(at, len(types))) or 0]  # noqa: PLW2901
            right = kind.startswith("R")
            inner = (level + 1) | 1 if right else (level + 2) & ~1
            if inner <= _DEEPEST and not lost_isolates and not lost_embeddings:
                forced = ("L", "R")[right] if kind.endswith("O") else ""
                stack.append((inner, forced, isolate))
                isolates += isolate
            elif isolate:
                lost_isolates += 1
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                isolates -= 1
            level, override, _ = stack[-1]
            found[-1] = level
            types[at] = override or kind
        elif kind == "PDF":
            if not lost_isolates:
                if lost_embeddings:
                    lost_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
        elif kind == "B":
            found[-1] = base
        elif kind != "BN" and override:
            types[at] = override
    return found


def _sequences(
    types: Sequence[str], found: Sequence[int], ends: dict[int, int], base: int
) -> Iterator[tuple[list[int], str, str]]:
    """Isolating run sequences (X10): places, and the types that stand before and behind."""
    kept = [at for at, kind in enumerate(types) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for at in kept:
        if runs and found[runs[-1][-1]] == found[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    by_start = {run[0]: run for run in runs}
    closing = {end: start for start, end in ends.items()}
    rank = {at: number for number, at in enumerate(kept)}
    for run in runs:
        if run[0] in closing:
            continue  # goes on from the run of its isolate
        sequence = list(run)
        while (end := ends.get(sequence[-1])) is not None and end in by_start:
            sequence += by_start[end]
        level, first, last = found[sequence[0]], rank[sequence[0]], rank[sequence[-1]]
        before = found[kept[first - 1]] if first else base
        open_end = types[sequence[-1]] in _ISOLATES or sequence[-1] in ends
        behind = (
            base if open_end and sequence[-1] not in ends else found[kept[last + 1]] if last + 1 < len(kept) else base
        )
        yield sequence, "LR"[max(level, before) % 2], "LR"[max(level, behind) % 2]


def _resolve(text: str, types: list[str], found: list[int], sequence: list[int], start: str, end: str) -> None:
    """Types of weak and neutral characters, then the levels (W1 to I2)."""
    level = found[sequence[0]]
    original = [types[at] for at in sequence]
    kinds = _weak(original, start)
    _brackets(text, sequence, original, kinds, start, "LR"[level % 2])
    _neutral(kinds, start, end, "LR"[level % 2])
    for at, kind in zip(sequence, kinds, strict=True):
        if level % 2 == 0:
            found[at] = level + (kind == "R") + 2 * (kind in ("AN", "EN"))
        else:
            found[at] = level + (kind != "R")


def _weak(types: Sequence[str], start: str) -> list[str]:  # noqa: C901, PLR0912 - one case a rule of the standard
    """W1 to W7."""
    kinds = list(types)
    before, strong = start, start
    for at, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[at] = kind = "ON" if before in _ISOLATES or before == "PDI" else before  # noqa: PLW2901
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[at] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and ((kinds[at] == "ES" and left == "EN") or (kinds[at] == "CS" and left in ("EN", "AN"))):
            kinds[at] = left
    at = 0
    while at < len(kinds):  # W5
        stop = at
        while stop < len(kinds) and kinds[stop] == "ET":
            stop += 1
        beside = (at and kinds[at - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN")
        if stop > at and beside:
            kinds[at:stop] = ["EN"] * (stop - at)
        at = max(stop, at + 1)
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[at] = "L"
    return kinds


def _brackets(
    text: str, sequence: list[int], original: list[str], kinds: list[str], start: str, embedding: str
) -> None:
    """N0: brackets run like what they hold."""
    for first, last in _pairs(text, sequence, kinds):
        inside = {_STRONG[kind] for kind in kinds[first + 1 : last] if kind in _STRONG}
        if not inside:
            continue
        if embedding in inside:
            side = embedding
        else:
            before = next((_STRONG[kind] for kind in reversed(kinds[:first]) if kind in _STRONG), start)
            side = before if before != embedding else embedding
        for place in (first, last):
            kinds[place] = side
            behind = place + 1
            while behind < len(kinds) and original[behind] == "NSM":
                kinds[behind] = side
                behind += 1


def _pairs(text: str, sequence: list[int], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of brackets (BD16), in the order of the first of each."""
    open_at: list[tuple[str, int]] = []
    found = []
    for place, at in enumerate(sequence):
        if kinds[place] != "ON":
            continue
        char = _SAME.get(text[at], text[at])
        if char in _CLOSES:
            if len(open_at) == _MOST_BRACKETS:
                return []
            open_at.append((_CLOSES[char], place))
        elif char in _CLOSING:
            match = next((number for number in reversed(range(len(open_at))) if open_at[number][0] == char), None)
            if match is not None:
                found.append((open_at[match][1], place))
                del open_at[match:]
    return sorted(found)


def _neutral(kinds: list[str], start: str, end: str, embedding: str) -> None:
    """N1 and N2: neutrals run like both their neighbours, or like the paragraph."""
    borders = [-1, *(at for at, kind in enumerate(kinds) if kind not in _NEUTRAL), len(kinds)]
    sides = [start, *(_STRONG[kinds[at]] for at in borders[1:-1]), end]
    for (first, last), (left, right) in zip(pairwise(borders), pairwise(sides), strict=True):
        kinds[first + 1 : last] = [left if left == right else embedding] * (last - first - 1)
