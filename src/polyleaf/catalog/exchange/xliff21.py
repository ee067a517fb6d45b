"""XLIFF 2.1 (OASIS Standard, 13 February 2018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.catalog.exchange.fitting import is_copy
from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.notes import FUZZY_NOTE, printed_lines, rules
from polyleaf.catalog.exchange.pieces import NOT_XML, Code, Piece, coded, unhide
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyError, ReplyUnit, broken
from polyleaf.catalog.exchange.unit import Package, Stage, Unit, read_id, text_mark
from polyleaf.catalog.exchange.xml_in import Node
from polyleaf.catalog.exchange.xml_out import block, document, element, empty, open_tag, wrapped
from polyleaf.model.finding import Fault, Location
from polyleaf.model.foreign import one_line

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

_STATES = {
    Stage.MISSING: "initial",
    Stage.FUZZY: "initial",
    Stage.TRANSLATED: "translated",
    Stage.REVIEWED: "reviewed",
    Stage.FINAL: "final",
}
_DONE = ("translated", "reviewed", "final")
_FUZZY = "polyleaf:fuzzy"
_MACHINE = re.compile(
    r"(?i)\b(?:mt|raw|machine|draft|fuzzy|rejected|pre-?translated|un(?:reviewed|approved|confirmed)|needs?\b.*|to-?do)\b"
)
"""In the words of a program (``mt:raw``, ``x:needs-review``): nobody has read it yet."""
_COMMENT = "comment"
_EARLIER, _EARLIER_CONTEXT, _CONTEXT = "earlier-text", "earlier-context", "context"
_OWN = ("rule", "where", "place", "prints", "state", _EARLIER, _EARLIER_CONTEXT, _CONTEXT)
"""Categories of notes that came from the leaflet; every other note is a comment of the people who did the work."""

_NO_XML_RUN = re.compile(f"({NOT_XML.pattern})")


def write_xliff21(package: Package) -> bytes:
    """The package as an XLIFF 2.1 file."""
    root = {"xmlns": _NAMESPACE, "version": "2.1", "srcLang": package.source.tag, "trgLang": package.target.tag}
    file = {
        "id": package.leaflet,
        "original": package.path,
        "srcDir": package.source.direction.value,
        "trgDir": package.target.direction.value,
    }
    notes = block("notes", [element("note", rule, {"category": "rule"}) for rule in rules(package)])
    units = [line for unit in package.units for line in _unit(unit)]
    return document([open_tag("xliff", root), *block("file", [*notes, *units], file), "</xliff>"])


def _unit(unit: Unit) -> list[str]:
    source, target = coded(unit.msgid, unit.text)
    names = dict.fromkeys(piece.name for piece in (*source, *target) if isinstance(piece, Code))
    data = {name: f"d{number}" for number, name in enumerate(names, start=1)}
    printed = {one.name: one.target for one in unit.printed}

    def content(pieces: tuple[Piece, ...]) -> str:
        return "".join(
            _placeholder(piece, data[piece.name], printed) if isinstance(piece, Code) else _words(piece)
            for piece in pieces
        )

    # Also without words: some tools write into the target that is there, and into no other.
    segment = [wrapped("source", content(source)), wrapped("target", content(target))]
    state = {"state": _STATES[unit.stage], "subState": _FUZZY if unit.stage is Stage.FUZZY else ""}
    lines = [
        *block("notes", [element("note", line, {"category": kind}) for kind, line in _notes(unit)]),
        *block("originalData", [element("data", f"{{{name}}}", {"id": mark}) for name, mark in data.items()]),
        *block("segment", segment, state),
    ]
    return block("unit", lines, {"id": unit.id, "canResegment": "no", "xml:space": "preserve"})


def _placeholder(code: Code, data: str, printed: dict[str, str]) -> str:
    hints = {"canCopy": "no", "canDelete": "no", "disp": printed.get(code.name, "")}
    return empty("ph", {"id": code.id, "dataRef": data, "equiv": code.braced, **hints})


def _words(words: str) -> str:
    """Text; what XML cannot hold becomes a ``<cp>``."""
    return "".join(
        empty("cp", {"hex": f"{ord(part):04X}"}) if NOT_XML.fullmatch(part) else _plain(part)
        for part in _NO_XML_RUN.split(words)
    )


def _plain(words: str) -> str:
    # Unlike other formats, this one has an element of its own for odd characters, so nothing is hidden.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _notes(unit: Unit) -> Iterator[tuple[str, str]]:
    yield from (("where", line) for line in unit.where)
    yield from (("place", line) for line in unit.places)
    if unit.context:
        yield _CONTEXT, unit.context
    yield from (("prints", line) for line in printed_lines(unit))
    if unit.stage is Stage.FUZZY:
        yield "state", FUZZY_NOTE
    if unit.previous is not None:
        yield _EARLIER, unit.previous[1]
        if unit.previous[0]:
            yield _EARLIER_CONTEXT, unit.previous[0]
    yield from ((_COMMENT, line) for line in unit.comments)


def read_xliff21(incoming: Incoming) -> Reply:
    """A reply in XLIFF 2.0, 2.1 or 2.2.

    Raises:
        ReplyError: It holds no file, or inline elements that say nothing.
    """
    root, path = incoming.root, incoming.path
    files = list(root.children("file"))
    if not files:
        raise broken("an XLIFF file without a <file> in it", path, root.line)
    faults: list[Fault] = []
    units = [unit for file in files for unit in file.walk("unit")]
    tells = any(map(_is_set, units))
    answers = [_answer(unit, path, faults, tells=tells) for unit in units]
    if faults:
        raise ReplyError(tuple(faults))
    names = dict.fromkeys(name for file in files for name in (file.get("id"), file.get("original")) if name)
    return Reply(path, tuple(names), root.get("srcLang"), root.get("trgLang"), tuple(answers))


def _is_set(unit: Node) -> bool:
    """Whether a text that went out empty came back with a state that says finished: the tool sets states."""
    marks = read_id(unit.get("id"))
    if marks is None or marks[1] != text_mark(""):
        return False
    return all(segment.get("state") in _DONE for segment in unit.children("segment"))


def _answer(unit: Node, path: str, faults: list[Fault], *, tells: bool) -> ReplyUnit:
    here = Location(path, unit.line)
    stored = unit.child("originalData")
    data = {node.get("id"): _text(node, {}, {}) for node in stored.children("data")} if stored is not None else {}
    codes: dict[str, str] = {}
    source = ""
    targets: list[tuple[int, str]] = []
    try:
        parts = (part for part in unit.children() if part.tag in ("segment", "ignorable"))
        for place, part in enumerate(parts, start=1):
            words, reply = part.child("source"), part.child("target")
            text = _text(words, data, codes) if words is not None else ""
            source += text
            if reply is not None:
                order = reply.get("order")
                targets.append((int(order) if order.isdecimal() else place, _text(reply, data, codes)))
            elif part.tag == "ignorable":
                targets.append((place, text))
    except LookupError as error:
        hint = "Copy the placeholder from the source text, in the tool that made the file."
        faults.append(
            Fault(f"an inline element that stands for nothing, number {one_line(error.args[0], 20)}", here, hint)
        )
    notes = _noted(unit)
    contexts = [text for kind, text in notes if kind == _CONTEXT]
    return ReplyUnit(
        source=source,
        text="".join(text for _, text in sorted(targets, key=lambda one: one[0])),
        place=here,
        context=contexts[0] if contexts else ("" if any(kind == "where" for kind, _ in notes) else None),
        id=unit.get("id"),
        finished=_finished(unit, tells=tells),
        previous=_before(notes),
        comments=tuple(line for kind, text in notes if kind not in _OWN for line in text.split("\n")),
    )


def _finished(unit: Node, *, tells: bool) -> bool | None:
    segments = list(unit.children("segment"))
    targets = [any(target.content for target in segment.children("target")) for segment in segments]
    if not any(targets):
        return None
    states = {segment.get("state") for segment in segments}
    if not all(targets) or any(segment.get("subState") == _FUZZY for segment in segments):
        return False
    if any(_MACHINE.search(segment.get("subState")) for segment in segments) and "final" not in states:
        return False
    if len(segments) > 1 and any(map(_is_filled_in, segments)):
        return False
    if not states & {"", "initial"}:
        return True
    # Many tools fill a target and leave the state: where we sent none out, a translation is one.
    is_open = read_id(unit.get("id")) or "initial" not in states
    return None if is_open and not tells else False


def _is_filled_in(segment: Node) -> bool:
    """Whether a part of a text holds its own source, and nothing says that it is to stay so."""
    source, target = segment.child("source"), segment.child("target")
    pair = (source.text, target.text) if source is not None and target is not None else ("", "")
    return segment.get("state") in ("", "initial") and is_copy(*pair)


def _text(node: Node, data: dict[str, str], codes: dict[str, str]) -> str:
    """The text of a source or target; a placeholder is its original data, or that of its twin in the source."""
    parts: list[str] = []
    for part in node.content:
        if isinstance(part, str):
            parts.append(part)
        elif part.tag == "cp":
            parts.append(_character(part.get("hex")))
        elif part.tag in ("ph", "sc", "ec"):
            words = data.get(part.get("dataRef")) or codes.get(part.get("id")) or part.get("equiv")
            if not words:
                raise LookupError(part.get("id"))
            parts.append(codes.setdefault(part.get("id"), words) if part.tag == "ph" else words)
        elif part.tag not in ("sm", "em"):
            parts.append(_text(part, data, codes))
    return "".join(parts)


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"


def _noted(unit: Node) -> list[tuple[str, str]]:
    notes = unit.child("notes")
    return [(note.get("category"), unhide(note.text)) for note in notes.children("note")] if notes is not None else []


def _before(notes: list[tuple[str, str]]) -> tuple[str, str] | None:
    kinds = dict(notes)
    return (kinds.get(_EARLIER_CONTEXT, ""), kinds[_EARLIER]) if _EARLIER in kinds else None


FORMAT = Format(
    name="xliff2",
    title="XLIFF 2.1",
    sniff=lambda file: file.tag == "xliff" and file.root.get("version").startswith("2"),
    read=read_xliff21,
    write=write_xliff21,
    audience="for agencies with newer tools",
    endings=(".xlf", ".xliff"),
)
