"""A whole Word file: its text, its notes, its headers and what it says about itself."""

from __future__ import annotations

import email
import email.policy
import html
import re
from collections.abc import Iterator

from polyleaf.importing.gathered import Element, Gathered, Notice, Remark, Run
from polyleaf.importing.opening import unzipped
from polyleaf.importing.walk import label_lines, lines_in, pictures_in
from polyleaf.importing.web import read_web
from polyleaf.importing.word.body import BodyReader
from polyleaf.importing.word.carried import carried_in
from polyleaf.importing.word.changes import Changes, Tracked
from polyleaf.importing.word.every_word import every_word
from polyleaf.importing.word.fields import PAGE_NUMBER
from polyleaf.importing.word.numbering import Numbering
from polyleaf.importing.word.parts import Node, Parts, W, child, local, too_deep
from polyleaf.importing.word.said import Shelf
from polyleaf.importing.word.styles import Styles
from polyleaf.model.foreign import one_line
from polyleaf.model.wording import quote

_KEPT = ("title", "subject", "keywords", "description", "category", "version", "identifier", "Company", "contentStatus")

_AROUND = ("<html><head><meta charset=utf-8></head><body>", "</body></html>")


def read_word(data: bytes, shown_as: str, changes: Changes) -> Gathered:
    """What stands in a Word file.

    Args:
        data: The file.
        shown_as: The file as people see it.
        changes: What becomes of tracked changes.

    Raises:
        ImportRefusal: It is damaged or made to do harm.
    """
    try:
        return _Document(Parts(unzipped(data, shown_as), shown_as), changes, may_hold_others=True).gathered()
    except RecursionError:
        raise too_deep(shown_as) from None


class _Document:
    def __init__(self, parts: Parts, changes: Changes, *, may_hold_others: bool) -> None:
        self._parts = parts
        self._changes = changes
        self._styles = Styles(parts)
        self._numbering = Numbering(parts)
        self._tracked = Tracked(changes)
        self._notices: list[Notice] = []
        self._may_hold_others = may_hold_others
        self._others: list[str] = []
        """The words of documents inside this one."""

    def gathered(self) -> Gathered:
        main = self._parts.main
        root = self._parts.xml(main)
        body = child(root, "body")
        if body is None:
            raise self._parts.refusal("is no Word document: it has no text in it")
        shelf = Shelf(self._comments(main), self._notes(main, "footnote"), self._notes(main, "endnote"))
        reader = self._reader(main, shelf)
        elements = (*reader.elements(body), *_unread(shelf))
        margins = tuple(self._margins(main, root))
        properties = self._properties()
        return Gathered(
            elements, margins, properties, tuple(reader.references), (*self._notices, *self._tracked.told()),
            self._styles.locale, "\n".join((*self._words(main), *self._others)), carried_in(self._parts),
        )  # fmt: skip

    def _reader(self, part: str, shelf: Shelf) -> BodyReader:
        return BodyReader(
            self._parts, part, self._styles, self._numbering, self._tracked, shelf, self._notices, self._other
        )

    def _other(self, part: str) -> tuple[Element, ...] | None:
        """What stands in a document inside this one; None if it is none that is read."""
        data = self._parts.media(part)
        if not self._may_hold_others:  # a document in a document in a document may go on without end
            return None
        if data.startswith(b"PK"):
            inner = Parts(unzipped(data, part), part)
            found = _Document(inner, self._changes, may_hold_others=False).gathered()
        elif page := page_of(data):
            found = read_web(page, part, self._changes, lambda _: None)
        else:
            return None
        self._notices += found.notices
        self._others.append(found.words)
        return found.elements

    def _comments(self, main: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in self._parts.related(main, "comments"):
            for node in self._parts.xml(part).iterfind(f"{W}comment"):
                words = self._plain(part, node)
                author = one_line(node.get(f"{W}author", ""), 60)
                found[node.get(f"{W}id", "")] = f"{author}: {words}" if author else words
        return found

    def _plain(self, part: str, node: Node) -> str:
        lines = lines_in(self._reader(part, Shelf()).elements(node))
        return "\n".join(line.text.strip() for line in lines if line.text.strip())

    def _notes(self, main: str, kind: str) -> dict[str, tuple[tuple[Run, ...], ...]]:
        found: dict[str, tuple[tuple[Run, ...], ...]] = {}
        for part in self._parts.related(main, f"{kind}s"):
            for node in self._parts.xml(part).iterfind(f"{W}{kind}"):
                if node.get(f"{W}type", "normal") == "normal":
                    lines = lines_in(self._reader(part, Shelf()).elements(node))
                    found[node.get(f"{W}id", "")] = tuple(line.runs for line in lines if line.text.strip())
        return found

    def _margins(self, main: str, root: Node) -> Iterator[str]:
        """The lines of headers and footers that a section has, each once."""
        seen: dict[str, None] = {}
        used = {one.get(key) for one in root.iter() if local(one) in ("headerReference", "footerReference")
                for key in one.attrib if key.endswith("}id")}  # fmt: skip
        for key, relation in self._parts.relations(main).items():
            if key in used and relation.kind.endswith(("/header", "/footer")) and relation.target in self._parts.names:
                elements = self._margin(relation.target)
                for picture in pictures_in(elements):
                    named = f": {quote(picture.alt)}" if picture.alt else ""
                    told = f"A picture in a header or footer was not taken{named}. A logo is set in polyleaf.toml"
                    self._notices.append(Notice(f"{told} ([logo]), for all leaflets", picture.place))
                for line in label_lines(elements):
                    for words in re.split(r"[\n\f]", line):
                        if words.strip():
                            seen[re.sub(r"[ \t]*\t[ \t]*", "\t", words.strip())] = None
        yield from seen

    def _margin(self, part: str) -> tuple[Element, ...]:
        """A header or footer; numbers of pages are nothing to tell of there."""
        told = len(self._notices)
        elements = self._reader(part, Shelf()).elements(self._parts.xml(part))
        self._notices[told:] = [notices for notices in self._notices[told:] if notices.what != PAGE_NUMBER]
        return elements

    def _properties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for kind in ("core-properties", "extended-properties", "custom-properties"):
            for part in self._parts.related("", kind):
                for node in self._parts.xml(part):
                    name = node.get("name") or local(node)
                    words = one_line("".join(node.itertext()), 300)
                    if words and (node.get("name") or name in _KEPT):
                        found[name] = words
        return found

    def _words(self, main: str) -> Iterator[str]:
        """Every word that the file holds, read without a thought for what it is: nothing of it may be lost."""
        skipped = ("del", "moveFrom") if self._changes is Changes.ACCEPT else ("ins", "moveTo")

        def words(*kinds: str) -> Iterator[str]:
            for part in (part for kind in kinds for part in self._parts.related(main, kind)):
                yield from every_word(self._parts.xml(part), skipped, self._styles.sign_font)

        yield from every_word(self._parts.xml(main), skipped, self._styles.sign_font)
        yield from words("footnotes", "endnotes", "comments")
        yield from dict.fromkeys(words("header", "footer"))  # a line of several headers is told once


def _unread(shelf: Shelf) -> Iterator[Remark]:
    """Comments that hang on nothing, or on words that a tracked change took away."""
    yield from (Remark(words) for key, words in shelf.comments.items() if words and key not in shelf.taken)


def page_of(data: bytes) -> bytes | None:
    """A page, a page in one file (MHT) or plain text as a page; None for anything else."""
    head = data[:1024].lower()
    if head.lstrip().startswith(b"mime-version:"):
        return _page_of_letter(data)
    if b"<html" in head or b"<body" in head:
        return data
    if data.startswith((b"{\\rtf", b"%PDF")) or b"\0" in data:
        return None
    try:
        words = html.escape(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
    return "".join(f"<p>{part}</p>" for part in re.split(r"[\r\n]+", words)).join(_AROUND).encode()


def _page_of_letter(data: bytes) -> bytes | None:
    """The page in a file of Word's "single file web page", whose parts are those of a letter."""
    try:
        letter = email.message_from_bytes(data, policy=email.policy.default)
        part = letter.get_body(("html", "plain"))
        text = part.get_content() if part is not None else None
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):  # whatever is wrong in it
        return None
    if not isinstance(text, str):
        return None
    if part is not None and part.get_content_type() == "text/plain":
        return page_of(text.encode())
    return re.sub(r"<meta[^>]{0,200}charset[^>]{0,200}>", "", text, flags=re.IGNORECASE).encode()
