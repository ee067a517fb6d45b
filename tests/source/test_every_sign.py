"""Random documents: every sign that was typed is on the page, or a finding stands at its line."""

from __future__ import annotations

import dataclasses
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.source.random_documents import PIECES

from polyleaf.catalog.localizing.setting import Setting
from polyleaf.checks.samples.printed import printed
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import map_texts, texts, walk_blocks
from polyleaf.model.document import LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.facts import Number
from polyleaf.model.inline import FactMark, Link, Words, walk
from polyleaf.model.leaflet import Figure, ListBlock
from polyleaf.model.message import Text, TextState
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.printed_text import printed_text
from polyleaf.source.markdown import read_body
from polyleaf.source.source_words import source_words
from polyleaf.starter.rooms import template_rooms

WORDS = source_words("en_GB")
FACTS = {"dose": Number("7")}
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2028\u2029")
MARKS = frozenset("*_#`\\[]()!|~:<>+.-–—•▪‣§{}\uf0b7□")
"""What Markdown or a habit may take for a mark; where it may not is told by ``SURELY``."""

SURELY = (
    "2*1",
    ">5",
    "> 5",
    "<5",
    "a < b",
    "5 > 4",
    "+ 1",
    "−5 °C",
    "5–10 ml",
    "___x",
    "1/2",
    "A.B.",
    "00:15",
    "don`t",
)
"""Pieces that are printed as they are wherever they stand."""

_UNDERSTOOD = re.compile(
    r"^\s*o[\t\u00a0]|^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?\[[xX]\](?=\s)|(?<=\s)\[[xX]\](?=\s|$)|&nbsp;|<br/?>"
)
"""Marks that are letters: a bullet, a box that is ticked."""

PER_RUN = 1_000


def documents(seed: int, count: int) -> list[str]:
    """Random documents; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [" ".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(count)]


def typed(markdown: str, told: set[int]) -> Counter[str]:
    """The signs of the lines that no finding is about; of a finding's paragraph none is asked for."""
    lines, found, in_note = markdown.split("\n"), Counter[str](), False
    for at, line in enumerate(lines):
        in_note |= line.lstrip().startswith("<!--")
        if not in_note and at not in told and not line.lstrip().startswith(":::"):
            seen = _UNDERSTOOD.sub("", line).replace("&amp;", "&").replace("&lt;", "<").replace("\uf0fc", "✓")
            found.update(char for char in seen if not char.isspace() and char not in UNSEEN)
        in_note &= "-->" not in line
    return found


def around(markdown: str, log: FaultLog) -> set[int]:
    """The lines, from 0, of the paragraphs in which something was found."""
    lines, found = markdown.split("\n"), set[int]()
    for fault in log.faults:
        first = last = (fault.location.line or 1) - 1
        while first and lines[first - 1].strip():
            first -= 1
        while last < len(lines) - 1 and lines[last + 1].strip():
            last += 1
        found.update(range(first, last + 1))
    return found


def said(blocks: tuple) -> Counter[str]:
    """The signs of what was understood."""
    found = Counter[str]()
    for text in texts(blocks):
        for one in walk(text.inlines):
            match one:
                case Words(words) | FactMark(words) | Link(words):
                    found.update(words)
    for block in walk_blocks(blocks):
        if isinstance(block, ListBlock) and block.ordered:
            for place in range(len(block.items)):
                found.update(f"{block.start + place}1")  # 1. 1. 1. is counted by the machine
        if isinstance(block, Figure):
            found.update(block.image)
    return found


def lost(markdown: str) -> Counter[str]:
    """What was typed and is neither understood nor told."""
    log = FaultLog("leaflet.md")
    blocks = read_body(markdown, log, {}, lambda _: (), WORDS)
    missing = typed(markdown, around(markdown, log)) - said(blocks)
    return Counter({char: count for char, count in missing.items() if char not in MARKS})


@pytest.mark.parametrize("seed", [0, *(pytest.param(one, marks=pytest.mark.slow) for one in range(1, 10))])
def test_every_sign_is_understood_or_told(seed):
    assert {text: missing for text in documents(seed, PER_RUN) if (missing := lost(text))} == {}


@pytest.mark.parametrize("seed", [0, *(pytest.param(one, marks=pytest.mark.slow) for one in range(1, 10))])
def test_signs_that_are_surely_no_marks_stay_whatever_stands_around_them(seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    broken = []
    for _ in range(PER_RUN if seed else 200):
        piece = chance.choice(SURELY)
        before, after = (chance.choices(PIECES, k=chance.randint(0, 3)) for _ in range(2))
        text = "\n\n".join((" ".join(before), f"{piece} word", " ".join(after)))
        log = FaultLog("leaflet.md")
        blocks = read_body(text, log, {}, lambda _: (), WORDS)
        each = ("".join(one.text for one in walk(text.inlines) if isinstance(one, Words)) for text in texts(blocks))
        line = next(at for at, one in enumerate(text.split("\n")) if one == f"{piece} word")
        hidden = "<!--" in text or "```" in text or "~~~" in text
        if not hidden and line not in around(text, log) and not any(piece in words for words in each):
            broken.append(text)
    assert broken == []


def page_of(markdown: str) -> tuple[str, Counter[str]]:
    """A document as a page, and the signs that were understood."""
    log = FaultLog("leaflet.md")
    blocks = read_body(markdown, log, {}, lambda _: (), WORDS, FACTS)
    base = printed().document
    setting = Setting(FACTS, base.phrases, "latn")

    def text(one: Text) -> LocalizedText:
        return LocalizedText(setting.set(one.inlines), base.language, TextState.SOURCE, one)

    document = dataclasses.replace(base, blocks=tuple(map_texts(block, text) for block in blocks))
    order = RenderOrder(document, Edition("clear", 14.0, "A4"), template_rooms(Path()), {}, Path("x.pdf"))
    found = Counter[str]()
    for words in texts(document.blocks):
        for one in walk(words.inlines):
            found.update(getattr(one, "text", ""))
    return printed_text(render_html(order), str), found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_what_was_understood_is_on_the_page(seed):
    broken = {}
    for markdown in documents(seed, PER_RUN):
        page, found = page_of(markdown)
        missing = Counter({char: count for char, count in found.items() if not char.isspace() and char not in UNSEEN})
        missing -= Counter(page + "•" * found["•"])  # drawn, in cells with several lines
        if missing:
            broken[markdown] = missing
    assert broken == {}
