"""Which stars, underscores and backticks are marks, and which are signs that somebody typed to be printed.

CommonMark takes ``2*1 and 2*1`` for stress and prints "21 and 21". On a page for patients a sign may only vanish if it
is surely a mark.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline, backtick, emphasis

_RULE = 3
"""Underscores in a row from which they are a line to write on."""

_FILLED_IN = re.compile(r"(?<!_)__(?:[hHm]|hrs?|min|[mk]?g|[cm]m|m?[lL]|Uhr|[ap]m|°C)__(?!_)|(?<!\w)__[%:/.]__(?!\w)")
"""Room on both sides of a unit or sign: "at __h__", "__:__"; a sign between two strong words is none."""
_LONGEST_UNIT = 3

_BEFORE_WORDS, _BEHIND_WORDS = " \t\n([{/|«‹“„‚‘", " \t\n)]}/|»›”’"
"""What stands before stressed words, and what behind them: a mark between the two has no words, as in [__] or «__»."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts without spaces between words (Thai, Lao, Burmese, Khmer, Chinese, Japanese): there stress begins
and ends inside what looks like one word."""


def stress(state: StateInline, silent: bool) -> bool:
    """CommonMark's rule for ``*`` and ``_``, but a sign inside a word or number is a sign, and so is a row of ``_``."""
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == mark:
        end += 1
    room = mark == "_" and any(
        (found := _FILLED_IN.match(state.src, max(at, 0))) and state.pos in (found.start(), found.end() - len("__"))
        for at in range(state.pos - _LONGEST_UNIT - len("__"), state.pos + 1)
    )
    if not room and not _is_sign(mark * (end - state.pos), _at(state, state.pos - 1), _at(state, end)):
        return emphasis.tokenize(state, silent)
    state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _is_sign(run: str, before: str, after: str) -> bool:
    """Whether a run of stars or underscores between two characters is printed: 2*1, Ärzt*innen, 2**3, ____."""
    if before in _BEFORE_WORDS and after in _BEHIND_WORDS:
        return True
    if run[0] == "_":
        return len(run) >= _RULE
    if len(run) > 1:
        return before.isdecimal() and after.isdecimal()
    before, after = before.replace("}", "0"), after.replace("{", "0")  # a fact is a word
    return before.isalnum() and after.isalnum() and not _UNSPACED.search(before + after)


def code(state: StateInline, silent: bool) -> bool:
    """CommonMark's rule for code, but a backtick that touches a word from inside is an apostrophe: don`t."""
    if state.src[state.pos] != "`":
        return False
    start, before = state.pos, _at(state, state.pos - 1)
    backtick(state, silent=True)
    touches = before.isalnum() or (state.src[state.pos - 1] == "`" and _at(state, state.pos).isalnum())
    state.pos = start
    if not touches:
        return backtick(state, silent)
    if not silent:
        state.pending += "`"
    state.pos += 1
    return True


def _at(state: StateInline, position: int) -> str:
    return state.src[position] if 0 <= position < state.posMax else " "
