"""Every word of a part of a Word file, read without a thought for what it is: nothing of it may be lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polyleaf.importing.glyphs import as_signs, symbol
from polyleaf.importing.word.blanks import is_empty
from polyleaf.importing.word.formulas import in_one_line
from polyleaf.importing.word.parts import Node, W, child, local

_SEPARATE = ("rt", "rubyBase")


def every_word(node: Node, skipped: tuple[str, ...], font: Callable[[Node], str]) -> Iterator[str]:
    """The words of each paragraph; what stands in boxes inside it comes after it.

    Args:
        node: A part.
        skipped: Elements of tracked changes whose words go.
        font: The font of signs that a run is in; "" for letters.
    """
    words = _Words(skipped, font)
    yield from words.inside(node)
    yield words.begun


class _Words:
    def __init__(self, skipped: tuple[str, ...], font: Callable[[Node], str]) -> None:
        self._skipped = skipped
        self._font = font
        self.begun = ""
        """The words of a paragraph that goes on in the next one."""
        self._fields: list[bool] = []
        """The fields that are open, and of each whether what follows is seen: its result."""

    def inside(self, node: Node) -> Iterator[str]:
        line: list[str] = []
        inner: list[Node] = []
        self._walk(node, line, inner, "")
        words = "".join(line)
        if local(node) == "p":
            while self._fields and not self._fields[-1]:
                self._fields.pop()  # its file is damaged, and what follows is text
            words, self.begun = self.begun + words, ""
            if self._goes_on(node):
                words, self.begun = "", words
        yield words
        for one in inner:
            yield from self.inside(one)

    def _walk(self, here: Node, line: list[str], inner: list[Node], font: str) -> None:
        for one in here:
            name = local(one)
            if not name or name in self._skipped or (name == "Fallback" and here.find("{*}Choice") is not None):
                continue
            if name == "tr" and self._marked(child(one, "trPr")):
                continue
            if name in ("p", "txbxContent"):
                inner.append(one)
            elif name == "sdt" and is_empty(one):
                line.append(" ")
            elif name == "oMath":
                line.append(" " if "".join(line)[-1:].isdigit() else "")
                line.append(in_one_line(one))
            elif name == "fldChar":
                self._field(one.get(f"{W}fldCharType", ""))
            elif not all(self._fields) and name != "r":
                self._walk(one, line, inner, font)  # fields inside an instruction
            elif name == "r":
                apart = " " if child(one, "rPr", "vanish") is not None else ""  # hidden text becomes a note
                line.append(apart)
                self._walk(one, line, inner, self._font(one))
                line.append(apart)
            else:
                line.append(_text(one, font, in_run=local(here) == "r"))
                self._walk(one, line, inner, font)
                line.append(" " if name in _SEPARATE else "")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _goes_on(self, paragraph: Node) -> bool:
        """Whether the next paragraph goes on with this one's last word: a dropped capital, a mark that was deleted."""
        frame = child(paragraph, "pPr", "framePr")
        if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
            return True
        return self._marked(child(paragraph, "pPr", "rPr"))

    def _marked(self, properties: Node) -> bool:
        """Whether a tracked change takes away what has these properties."""
        return properties is not None and any(local(one) in self._skipped for one in properties)


def _text(node: Node, font: str, *, in_run: bool) -> str:
    match local(node):
        case "t" | "delText":
            return as_signs(font, node.text or "") if font else node.text or ""
        case "sym":
            return symbol(node.get(f"{W}font", ""), node.get(f"{W}char", ""))
        case "textpath":
            return f" {node.get('string', '')} "
        case "noBreakHyphen":
            return "-"
        case "tab" | "ptab" | "br" | "cr" if in_run:
            return " "
        case _:
            return ""
