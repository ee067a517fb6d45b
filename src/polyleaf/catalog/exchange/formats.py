"""The formats in which work goes out and comes back: the one list of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from polyleaf.catalog.exchange import po, sheet_in, tmx, xliff12, xliff21
from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.reply_unit import Reply, broken, reply_bytes
from polyleaf.catalog.exchange.unit import Package
from polyleaf.errors import UsageError
from polyleaf.model.foreign import one_line

_HEAD = 4096
_SHEET_AS_TEXT = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:sep=.[\r\n]+)?[^\r\n]+[\t,;][^\r\n]+[\r\n]+[^\r\n]+[\t,;]")
"""Two lines with a separator each; Excel may name it in a line before them."""

_TEXT_FILE = "Copy its translations into the file that polyleaf wrote, or ask for that file."
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+)?html", re.IGNORECASE)
_OTHERS = (
    (re.compile(rb"\x1f\x8b|BZh|7z\xbc\xaf|Rar!"), "a packed file", "Unpack it, and take in what is in it."),
    (re.compile(rb"%PDF"), "a PDF file", _TEXT_FILE),
    (re.compile(rb"\{\\rtf"), "a text of a word processor (RTF)", _TEXT_FILE),
    (re.compile(rb"\xde\x12\x04\x95|\x95\x04\x12\xde"), "a compiled catalog (.mo)", "Ask for the .po file."),
    (
        re.compile(rb"(?:[A-Z][A-Za-z-]+: .*\r?\n){2}"),
        "a letter (mail)",
        "Save what is attached to it, and take in that.",
    ),
    (re.compile(rb"\s*[\[{]\s*\""), "a file of JSON", "Ask for it as XLIFF or PO: every translation tool writes one."),
)
"""What comes back under the name of a reply, and the way out."""

FORMATS: tuple[Format, ...] = (xliff12.FORMAT, xliff21.FORMAT, sheet_in.FORMAT, tmx.FORMAT, po.FORMAT)
"""In the order in which a file is asked which of them it is. The first is the default of ``catalog export``."""


def outgoing() -> tuple[Format, ...]:
    """The formats in which work goes out."""
    return tuple(one for one in FORMATS if one.write is not None)


def named(file: str, asked: str = "") -> str:
    """The format in which a file goes out: what is asked for, or what its name ends in, or the first of the list.

    Args:
        file: Name of the file.
        asked: Name of a format, or "".

    Raises:
        UsageError: Programs would take the file for another format, by its name.
    """
    meant = [one for one in FORMATS if file.lower().endswith(one.endings)]
    out = [one for one in meant if one.write is not None]
    style = next(one for one in outgoing() if one.name == (asked or (out or outgoing())[0].name))
    if not meant or style in out:
        return style.name
    other = f"--format {out[0].name}" if out else f"polyleaf catalog memory export, which writes {meant[0].title}"
    ending = style.endings[0] if style.endings else ""
    raise UsageError(
        f"{one_line(file, 80)} would hold {style.title}, and no program would open it",
        f"Name it …{ending}, or take {other}",
    )


def writer(name: str) -> Callable[[Package], bytes]:
    """What writes a package in a format.

    Raises:
        KeyError: There is no such format.
    """
    return {one.name: one.write for one in FORMATS if one.write is not None}[name]


def read_reply(path: Path, shown_as: str, target: str = "", source: str = "") -> Reply:
    """What a file says; its kind is told by its content, not by its name.

    Args:
        path: The file.
        shown_as: The file as people see it.
        target: Language tag that is wanted of a TMX file with many languages; "" if it must have one only.
        source: Language tag of the leaflets, for a TMX file in which any language may be the source.

    Raises:
        ReplyError: It is none of the formats, is broken, or larger than 32 MB.
        MachineError: It cannot be read.
    """
    incoming = Incoming(reply_bytes(path, shown_as), shown_as, target, source)
    if not incoming.data.strip():
        raise broken("the file is empty", shown_as, hint="Ask for it again.")
    if _WEB_PAGE.match(incoming.data):
        raise broken("a web page", shown_as, hint=_TEXT_FILE)
    for one in FORMATS:
        if one.sniff(incoming):
            return replace(one.read(incoming), kind=one.title)
    for begin, what, hint in _OTHERS:
        if begin.match(incoming.data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]):
            raise broken(what, shown_as, hint=hint)
    hint = f"polyleaf reads {', '.join(one.title for one in FORMATS)}."
    if tag := incoming.tag:
        raise broken(f"an XML file of another kind: <{one_line(tag, 40)}>", shown_as, incoming.root.line, hint)
    if _SHEET_AS_TEXT.search(incoming.data[:_HEAD].replace(b"\0", b"")):
        hint = "Save it as an Excel workbook (.xlsx), in the program in which it was opened: CSV loses letters."
        raise broken("a sheet that was saved as text (CSV)", shown_as, hint=hint)
    raise broken("the file is none of the formats that polyleaf reads", shown_as, hint=hint)
