"""XLIFF 1.2 (OASIS, 1 February 2008): what the tools of agencies read.

Placeholders are ``<ph>`` elements that hold the placeholder, so that a tool without a notion of inline elements still
keeps the words. Contexts follow the representation guide for gettext PO.
"""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf import __version__
from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.notes import rules, unit_notes
from polyleaf.catalog.exchange.pieces import Code, Piece, coded, unhide
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyError, ReplyUnit, broken
from polyleaf.catalog.exchange.unit import Package, Stage, Unit
from polyleaf.catalog.exchange.xml_in import Node
from polyleaf.catalog.exchange.xml_out import block, document, element, empty, open_tag, text, wrapped
from polyleaf.model.finding import Fault, Location
from polyleaf.model.foreign import one_line

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_CONTEXT, _WHERE = "x-po-msgctxt", "x-where"

_STATES = {
    Stage.MISSING: "",
    Stage.FUZZY: "needs-review-translation",
    Stage.TRANSLATED: "translated",
    Stage.REVIEWED: "signed-off",
    Stage.FINAL: "final",
}
_FINISHED = {"translated": True, "signed-off": True, "final": True, "": None}
"""States that say whether a translation is done; every other one (new, needs-...) says that it is not."""

# What Trados, memoQ and Phrase say of a translation beside the states of XLIFF, and where a proposal came from.
_TRADOS = ("Translated", "ApprovedTranslation", "ApprovedSignOff")
"""``conf`` of a segment that somebody has done; every other one is a draft, was rejected, or was never opened."""

_PROPOSED = ("fuzzy-match", "leveraged-mt", "mt-suggestion")
"""Where a text comes from that nobody has confirmed (``state-qualifier``); those that begin with rejected- are too."""

_CONFIRMED = ("signed-off", "final")

_OWN_NOTES = ("developer", "polyleaf", "programmer", "source")
"""Authors of notes that came from the leaflet; every other note is a comment of the people who did the work."""


def write_xliff12(package: Package) -> bytes:
    """The package as an XLIFF 1.2 file."""
    tool = {"tool-id": "polyleaf", "tool-name": "polyleaf", "tool-version": __version__}
    file = {
        "original": package.path,
        "source-language": package.source.tag,
        "target-language": package.target.tag,
        "datatype": "plaintext",
        "tool-id": "polyleaf",
        "product-name": package.leaflet,
    }
    # Order of the schema: tools after notes do not matter to it, but some readers want the tool first.
    header = [empty("tool", tool), *(element("note", rule, {"from": "polyleaf"}) for rule in rules(package))]
    units = [line for unit in package.units for line in _unit(unit, package)]
    body = block("body", units) or [empty("body")]
    lines = [*block("header", header), *body]
    root = {"xmlns": _NAMESPACE, "version": "1.2"}
    return document([open_tag("xliff", root), *block("file", lines, file), "</xliff>"])


def _unit(unit: Unit, package: Package) -> list[str]:
    source, target = coded(unit.msgid, unit.text)
    printed = {one.name: one.target for one in unit.printed}
    lines = [wrapped("source", _content(source, printed), {"xml:lang": package.source.tag})]
    # What is not translated has the text itself in its target, without a state: OmegaT shows what stands in targets and
    # nothing else, and leaves states as they are. A text that comes back so is not translated (``fitting.is_copy``).
    attributes = {"state": _STATES[unit.stage] if unit.text else "", "xml:lang": package.target.tag}
    lines.append(wrapped("target", _content(target if unit.text else source, printed), attributes))
    lines += _contexts(unit)
    lines += [element("note", line, {"from": "developer", "annotates": "source"}) for line in unit_notes(unit)]
    lines += [element("note", line, {"from": "translator", "annotates": "target"}) for line in unit.comments]
    if unit.previous is not None:
        lines += _previous(unit, unit.previous)
    # Only a sign-off is an approval; a translation that nobody has read must not look like one.
    approved = "yes" if unit.stage >= Stage.REVIEWED else "no"
    return block("trans-unit", lines, {"id": unit.id, "approved": approved, "xml:space": "preserve"})


def _content(pieces: tuple[Piece, ...], printed: dict[str, str]) -> str:
    return "".join(
        element("ph", piece.braced, {"id": piece.id, "ctype": "x-fact", "equiv-text": printed.get(piece.name, "")})
        if isinstance(piece, Code)
        else text(piece)
        for piece in pieces
    )


def _contexts(unit: Unit) -> Iterator[str]:
    for place in unit.places:
        path, _, line = place.rpartition(":")
        named = [("sourcefile", path), ("linenumber", line)] if path and line.isdecimal() else [("sourcefile", place)]
        yield from _group("location", named)
    entry = [(_WHERE, line) for line in unit.where]
    if unit.context:
        entry.append((_CONTEXT, unit.context))
    yield from _group("information", entry)


def _group(purpose: str, contexts: list[tuple[str, str]]) -> list[str]:
    # Without the names that the guide gives: the strict schema wants each name once in a file.
    lines = [element("context", words, {"context-type": kind}) for kind, words in contexts]
    return block("context-group", lines, {"purpose": purpose})


def _previous(unit: Unit, previous: tuple[str, str]) -> list[str]:
    context, msgid = previous
    lines = [element("source", msgid), element("target", unit.text)]
    if context:
        lines += _group("information", [(_CONTEXT, context)])
    return block("alt-trans", lines, {"alttranstype": "previous-version", "origin": "polyleaf"})


def read_xliff12(incoming: Incoming) -> Reply:
    """A reply in XLIFF 1.2 or 1.1.

    Raises:
        ReplyError: It holds no file, files of several languages, or inline elements that say nothing.
    """
    root, path = incoming.root, incoming.path
    files = list(root.children("file"))
    if not files:
        raise broken("an XLIFF file without a <file> in it", path, root.line)
    languages = {(file.get("source-language"), file.get("target-language")) for file in files}
    if len(languages) > 1:
        raise broken("the file holds several languages", path, root.line, "Import one file for each language.")
    faults: list[Fault] = []
    answers = [
        _answer(node, path, faults)
        for file in files
        for node in file.walk("trans-unit")
        if "header" not in node.get("restype")
    ]
    if faults:
        raise ReplyError(tuple(faults))
    names = dict.fromkeys(name for file in files for name in (file.get("product-name"), file.get("original")) if name)
    source, target = languages.pop()
    return Reply(path, tuple(names), source, target, tuple(answers))


def _answer(node: Node, path: str, faults: list[Fault]) -> ReplyUnit:
    here = Location(path, node.line)
    source, target = node.child("source"), node.child("target")
    codes: dict[str, str] = {}
    try:
        words = _words(source, codes) if source else ""
        reply = _words(target, codes) if target else ""
    except LookupError as error:
        hint = "Copy the placeholder from the source text, in the tool that made the file."
        faults.append(Fault(f"an inline element without content, number {one_line(error.args[0], 20)}", here, hint))
        words = reply = ""
    return ReplyUnit(
        source=unhide(words),
        text=unhide(reply),
        place=here,
        context=_context(node),
        id=node.get("id"),
        finished=_finished(node, target),
        previous=_before(node),
        comments=tuple(
            line
            for note in node.children("note")
            if note.get("from") not in _OWN_NOTES
            for line in unhide(note.text).split("\n")
        ),
    )


def _finished(node: Node, target: Node | None) -> bool | None:
    # What asks for a review is not finished, whatever else is said of it.
    if _says_unfinished(node, target):
        return False
    finished = _FINISHED.get(target.get("state"), False) if target is not None else None
    said = node.get("approved") == "yes" or _own_word(node) is True
    return True if finished is None and said else finished


def _own_word(unit: Node) -> bool | None:
    """Whether Trados, memoQ or Phrase says of a ``trans-unit`` that it is done; None if it says nothing."""
    own = {name.rpartition(" ")[2]: value for name, value in unit.attributes.items() if " " in name}
    segments = [seg.get("conf") in _TRADOS for seg in unit.walk("seg")]
    status, confirmed = own.get("status"), own.get("confirmed")
    said = [*segments, *([status.endswith("Confirmed") or status == "Proofread"] if status is not None else ())]
    said += [confirmed != "0"] if confirmed is not None else []
    return all(said) if said else None


def _says_unfinished(unit: Node, target: Node | None) -> bool:
    """Whether the program that wrote a ``trans-unit`` says that its translation is not done."""
    if _own_word(unit) is False:
        return True
    if target is None or unit.get("approved") == "yes" or target.get("state") in _CONFIRMED:
        return False
    return target.get("state-qualifier") in _PROPOSED or target.get("state-qualifier").startswith("rejected-")


def _words(node: Node, codes: dict[str, str]) -> str:
    """The text of a source or target; an inline element is what it holds, or what its twin in the source holds."""
    parts: list[str] = []
    for part in node.content:
        if isinstance(part, str):
            parts.append(part)
        elif part.tag in ("ph", "it", "bpt", "ept", "x", "bx", "ex"):
            words = part.text or codes.get(part.get("id")) or part.get("equiv-text")
            if not words:
                raise LookupError(part.get("id"))
            parts.append(codes.setdefault(part.get("id"), words))
        else:
            parts.append(_words(part, codes))
    return "".join(parts)


def _context(node: Node) -> str | None:
    """The msgctxt; "" if the file is ours and names none, None if another tool wrote it."""
    kinds = {context.get("context-type"): context.text for group in _groups(node) for context in group.children()}
    if _CONTEXT in kinds:
        return unhide(kinds[_CONTEXT])
    return "" if _WHERE in kinds else None


def _groups(node: Node) -> Iterator[Node]:
    return (group for group in node.children("context-group") if group.get("purpose") != "location")


def _before(node: Node) -> tuple[str, str] | None:
    for other in node.children("alt-trans"):
        source = other.child("source")
        if other.get("alttranstype") == "previous-version" and source is not None:
            contexts = [context.text for group in _groups(other) for context in group.children("context")]
            return (unhide(contexts[0]) if contexts else "", unhide(source.text))
    return None


FORMAT = Format(
    name="xliff",
    title="XLIFF 1.2",
    sniff=lambda file: file.tag == "xliff" and not file.root.get("version").startswith("2"),
    read=read_xliff12,
    write=write_xliff12,
    audience="for agencies",
    endings=(".xlf", ".xliff"),
)
