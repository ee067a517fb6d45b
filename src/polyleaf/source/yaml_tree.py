"""YAML front matter as a small tree of texts with lines: the door to PyYAML.

Scalars stay the text the author wrote: nothing is turned into a float, a bool or a base-60 integer.
Anchors, aliases, tags and deep nesting are refused: front matter needs none, and attacks do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from polyleaf.manuscript.faults import FaultLog, Refusal
from polyleaf.source.values import shown
from polyleaf.source.yaml_slips import Trouble, mended

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value.

    Attributes:
        text: As written, without quotes.
        line: Where it stands.
        is_text: Whether YAML itself takes it for text: quoted, or unlike a number, date or truth value.
    """

    text: str
    line: int
    is_text: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's line and its value."""

    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys and values."""

    entries: Mapping[str, Entry]
    line: int


Node = Scalar | Items | Entries


_COLON = "mapping values are not allowed"
_TREATED_DIFFERENTLY = re.compile("[\t?\x85\u2028\u2029\ufeff]")
"""What the two loaders of PyYAML do not read alike."""


def read_yaml(text: str, first_line: int, log: FaultLog) -> Entries | None:
    """The front matter as a tree, or None when it cannot be read at all; faults go into ``log``.

    Args:
        text: The lines between the ``---`` lines.
        first_line: The line of the file that ``text`` begins on.
        log: Takes the faults, duplicate keys included.
    """
    better, left_out = mended(text, _trouble)
    for at in left_out:
        words = text.split("\n")[at]
        hint = "Every line looks like key: value"
        log.add(f"This line is no key with a value: {shown(words)}", first_line + at, hint)
    try:
        return _Builder(_loader(better), first_line, log).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else first_line
        problem = error.problem or error.context or "it cannot be read"
        log.add(f"The front matter is not valid YAML: {problem}", line, _hint(problem))
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        log.add("The front matter holds a character that cannot be printed", line, "Type the line anew")
    return None


def _trouble(text: str) -> Trouble | None:
    """Where a text cannot be read."""
    try:
        for _ in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            pass
    except yaml.MarkedYAMLError as error:
        lines = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
        return (*lines, *(line - back for line in lines[:1] for back in (1, 2, 3)))
    except yaml.YAMLError:
        return ()
    return None


def _loader(text: str) -> yaml.SafeLoader:
    """A loader for the text: the one in C, ten times as fast, if it is there, finds no fault and cannot differ."""
    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None and not _TREATED_DIFFERENTLY.search(text):
        trial = fast(text)
        try:
            while trial.check_event():
                trial.get_event()
        except yaml.YAMLError:
            pass  # the other one puts faults into better words
        else:
            loader: yaml.SafeLoader = fast(text)
            return loader
    return yaml.SafeLoader(text)


def _hint(problem: str) -> str:
    if _COLON in problem:
        return 'A value with a colon in it stands in quotes: title: "Your spine: what to expect"'
    if "\\t" in problem or "tab" in problem:
        return "Use spaces instead of tabs at the beginning of the line"
    return "Every line looks like key: value; text with : # { [ or quotes in it stands in double quotes"


def with_its_colon(item: Node) -> Node:
    """An entry such as "NICE guideline NG226: Osteoarthritis", which YAML takes for a key with a value."""
    if isinstance(item, Entries) and len(item.entries) == 1:
        ((key, entry),) = item.entries.items()
        if isinstance(entry.value, Scalar):
            return Scalar(f"{key}: {entry.value.text}".strip(), item.line, is_text=True)
    return item


class _Builder:
    def __init__(self, loader: yaml.SafeLoader, first_line: int, log: FaultLog) -> None:
        self._loader = loader
        self._first_line = first_line
        self._log = log

    def document(self) -> Entries | None:
        self._next()  # StreamStart
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Entries({}, self._first_line)
        event = self._next()
        try:
            node = self._node(event, 0)
        except _Unwanted as unwanted:
            self._log.add(unwanted.message, unwanted.line, unwanted.hint)
            return None
        self._next()  # DocumentEnd
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            self._log.add("The front matter ends twice", self._line(event), "Keep one --- before and one after it")
        if isinstance(node, Entries):
            return node
        self._log.add("The front matter is not a list of keys", node.line, "Every line looks like key: value")
        return None

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._loader.get_event()  # type: ignore[no-untyped-call]
        return event

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + (event.start_mark.line if event.start_mark else 0)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unwanted(
                "Front matter cannot hold & anchors and * aliases", line, "Text with & or * stands in quotes"
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Unwanted("Front matter cannot hold ! tags", line, "Text that begins with ! stands in quotes")
        if depth > _DEEPEST:
            raise _Unwanted("The front matter is nested too deeply", line, "Close each [ with ] and each { with }")
        if isinstance(event, yaml.ScalarEvent):
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
            return Scalar(event.value, line, tag == "tag:yaml.org,2002:str")
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            return Items(tuple(items), line)
        return self._entries(line, depth)

    def _entries(self, line: int, depth: int) -> Entries:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self._log.add("A key must be a single word", key.line, "Every line looks like key: value")
            elif key.text in entries:
                self._log.add(
                    f"`{shown(key.text)[1:-1]}` stands here twice, first on line {entries[key.text].line}",
                    key.line,
                    "Delete one of the two",
                )
            else:
                entries[key.text] = Entry(key.line, value)
        return Entries(entries, line)


class _Unwanted(Refusal):
    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message, hint)
        self.line = line
