"""What the text of a leaflet refers to: its own headings, and addresses behind a square code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog, Refusal
from polyleaf.model.anchors import name_in, named
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.inline import Link, walk
from polyleaf.model.leaflet import Block, Heading
from polyleaf.model.message import Text
from polyleaf.source import values
from polyleaf.source.values import shown

LONGEST = 150
"""Bytes of an address in a square code: with more it fills the page."""

_FACT = re.compile(r"<?(\{[A-Za-z_][A-Za-z0-9_]*\})>?")


def check_references(blocks: tuple[Block[Text], ...], heads: Iterable[Text | None], log: FaultLog) -> None:
    """Notes every reference to a heading that is not there.

    Args:
        blocks: The body.
        heads: Title and summary.
        log: Takes the faults.
    """
    known = named(block.text for block in walk_blocks(blocks) if isinstance(block, Heading))
    for text in (*(head for head in heads if head is not None), *texts(blocks)):
        for inline in walk(text.inlines):
            if isinstance(inline, Link) and inline.href.startswith("#") and (name := name_in(inline.href)) not in known:
                near = nearest(name, known)
                names = ", ".join(f"#{one}" for one in known)
                hint = f"Did you mean #{near}?" if near else f"Headings of this leaflet: {names or 'none'}"
                log.add(f"There is no heading {shown(f'#{name}')} to refer to", text.location.line, hint)


def link_to(address: str, line: int, log: FaultLog) -> str:
    """Markdown of a link that has its own address for words; "" and a fault if there is no address.

    Args:
        address: A web address, or a fact: ``{film}``.
        line: Where it stands.
        log: Takes the faults.
    """
    if match := _FACT.fullmatch(address):
        return f"[{match[1]}]({match[1]})"
    address = address.removeprefix("<").removesuffix(">")
    if not address:
        log.add("This link box has no address", line, "Write it after the braces: :::{link} https://www.example.org")
        return ""
    try:
        values.web(address)
    except Refusal as refusal:
        log.add(f"The address of this box {refusal.message}", line, refusal.hint)
        return ""
    if len(address.encode()) > LONGEST:
        hint = "Use a shorter address of the same page: it has to be typed, too"
        log.add(f"This address has {len(address.encode())} letters, too many for a square code", line, hint)
    return f"[{address.partition('://')[2].rstrip('/')}](<{address}>)"
