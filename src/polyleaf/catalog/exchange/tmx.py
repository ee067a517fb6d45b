"""TMX 1.4b (LISA, 2005): the translation memory that every tool reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from polyleaf import __version__
from polyleaf.catalog.exchange.fitting import is_copy
from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.pieces import Code, coded, unhide
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyUnit, broken
from polyleaf.catalog.exchange.xml_in import Node
from polyleaf.catalog.exchange.xml_out import block, document, element, open_tag, text, wrapped
from polyleaf.catalog.exchange.xml_out import empty as empty_tag
from polyleaf.catalog.po.tags import same_language
from polyleaf.model.finding import Location
from polyleaf.model.foreign import one_line

_US = "polyleaf"
_LEAFLET, _CONTEXT = "x-leaflet", "x-context"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of the memory with its translations.

    Attributes:
        msgid: The text.
        texts: Language tag -> translation.
        context: ``msgctxt``, or None if the file does not tell.
        leaflet: The leaflet it is from; "" if the file does not tell.
        line: Line in the file.
    """

    msgid: str
    texts: Mapping[str, str]
    context: str | None = None
    leaflet: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Tmx:
    """A memory as a file.

    Attributes:
        source: Language tag of its texts.
        pairs: Texts and translations, in order.
        is_ours: Whether polyleaf wrote it: then it holds finished work alone.
    """

    source: str
    pairs: tuple[Pair, ...]
    is_ours: bool = False


def write_tmx(tmx: Tmx) -> bytes:
    """The memory as a TMX file; the same memory gives the same bytes."""
    header = {
        "creationtool": _US,
        "creationtoolversion": __version__,
        "segtype": "block",
        "o-tmf": "polyleaf",
        "adminlang": "en",
        "srclang": tmx.source,
        "datatype": "plaintext",
    }
    units = [line for pair in tmx.pairs for line in _unit(pair, tmx.source)]
    body = block("body", units) or [empty_tag("body")]
    return document([open_tag("tmx", {"version": "1.4"}), empty_tag("header", header), *body, "</tmx>"])


def _unit(pair: Pair, source: str) -> list[str]:
    lines = []
    if pair.leaflet:
        lines.append(element("prop", pair.leaflet, {"type": _LEAFLET}))
    if pair.context is not None:
        lines.append(element("prop", pair.context, {"type": _CONTEXT}))
    lines.append(_variant(pair.msgid, pair.msgid, source))
    lines += [_variant(pair.msgid, words, tag) for tag, words in pair.texts.items()]
    return block("tu", lines)


def _variant(msgid: str, words: str, tag: str) -> str:
    pieces = coded(msgid, words)[1]
    content = "".join(
        element("ph", piece.braced, {"x": piece.id, "type": "x-fact"}) if isinstance(piece, Code) else text(piece)
        for piece in pieces
    )
    return wrapped("tuv", wrapped("seg", content), {"xml:lang": tag})


def read_tmx(file: Incoming) -> Tmx:
    """A memory from outside.

    Raises:
        ReplyError: It is no TMX file, is broken, or has no header or no source language.
    """
    root, path = file.root, file.path
    header, body = root.child("header"), root.child("body")
    if root.tag != "tmx" or header is None or body is None:
        raise broken("the file is no complete TMX file", path, root.line)
    source = header.get("srclang")
    if source == "*all*":  # any of its languages may be the source: then it is that of the leaflets
        source = file.source
    if not source:
        raise broken("the TMX file does not say which language its texts are in (srclang)", path, header.line)
    return Tmx(source, tuple(_pairs(body, source)), header.get("creationtool") == _US)


def _pairs(body: Node, source: str) -> Iterator[Pair]:
    for unit in body.walk("tu"):
        named = unit.get("srclang")
        own = named if named and named != "*all*" else source
        msgid = None
        texts: dict[str, str] = {}
        for variant in unit.children("tuv"):
            seg = variant.child("seg")
            if seg is None:
                continue
            if msgid is None and same_language(variant.lang, own):
                msgid = unhide(seg.text)
            else:
                texts.setdefault(variant.lang, unhide(seg.text))
        props = {prop.get("type"): unhide(prop.text) for prop in unit.children("prop")}
        if msgid is not None:
            yield Pair(msgid, texts, props.get(_CONTEXT), props.get(_LEAFLET, ""), unit.line)


def tmx_reply(file: Incoming) -> Reply:
    """A memory as the reply to a package.

    Raises:
        ReplyError: As ``read_tmx``; or it holds several languages and none is wanted, or not the one that is.
    """
    tmx, path, target = read_tmx(file), file.path, file.target
    tags = dict.fromkeys(tag for pair in tmx.pairs for tag in pair.texts)
    fitting = (tag for tag in tags if not target or same_language(tag, target))
    chosen = sorted(fitting, key=lambda tag: tag.casefold() != target.casefold())
    if not chosen:
        raise broken(f"the file holds no translation{f' into {target}' if target else ''}", path)
    if len(chosen) > 1 and not target:
        raise broken(
            f"the file holds several languages: {one_line(', '.join(chosen), 200)}", path, hint="Choose one with -l."
        )
    answers = tuple(
        ReplyUnit(
            pair.msgid,
            pair.texts[chosen[0]],
            Location(path, pair.line),
            pair.context,
            finished=(tmx.is_ours and is_copy(pair.texts[chosen[0]], pair.msgid)) or None,
            leaflet=pair.leaflet,
        )
        for pair in tmx.pairs
        if chosen[0] in pair.texts
    )
    leaflets = tuple(dict.fromkeys(pair.leaflet for pair in tmx.pairs if pair.leaflet))
    return Reply(path, leaflets, tmx.source, chosen[0], answers)


def joined(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Each pair once, at its first place."""
    return tuple({(one.msgid, one.context, tuple(one.texts.items())): one for one in pairs}.values())


FORMAT = Format(name="tmx", title="TMX", sniff=lambda file: file.tag == "tmx", read=tmx_reply, endings=(".tmx",))
"""Memories go out by ``catalog memory export``: they hold no unfinished work."""
