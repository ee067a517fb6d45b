"""Fields of Word: what is computed (links, page numbers, tables of contents) and what of it is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from polyleaf.importing.word.parts import Node, W, child, local, value

_LINK = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))', re.IGNORECASE)
_CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)


@dataclass
class Field:
    """A field that has begun: its instruction so far, and whether what follows is its result."""

    instruction: str = ""
    in_result: bool = False

    @property
    def href(self) -> str:
        """Where it leads; "" if it is no link to outside."""
        match = _LINK.match(self.instruction)
        return (match[1] or match[2] or "") if match else ""


@dataclass
class Fields:
    """The fields that are open; they may go on over many paragraphs."""

    open: list[Field] = field(default_factory=list)

    def char(self, node: Node) -> str:
        """A ``w:fldChar``: words that it stands for, such as a box to tick."""
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self.open.append(Field())
            box = child(node, "ffData", "checkBox")
            if box is not None:
                checked = value(box, "checked") if child(box, "checked") is not None else value(box, "default") or "0"
                return "☐" if checked in ("0", "false") else "☑"
            return ""
        if self.open and kind == "separate":
            self.open[-1].in_result = True
        elif self.open and kind == "end":
            self.open.pop()
        return ""

    def instruct(self, text: str) -> None:
        """A piece of an instruction."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction += text

    @property
    def hides(self) -> bool:
        """Whether words here belong to an instruction."""
        return any(not one.in_result for one in self.open)

    @property
    def is_contents(self) -> bool:
        """Whether words here belong to a table of contents."""
        return any(one.in_result and _CONTENTS.match(one.instruction) for one in self.open)

    @property
    def href(self) -> str:
        """Where words here lead; "" for nowhere."""
        return next((one.href for one in reversed(self.open) if one.in_result and one.href), "")


def simple_link(node: Node) -> str:
    """Where a ``w:fldSimple`` leads; "" for nowhere."""
    return Field(node.get(f"{W}instr", "")).href if local(node) == "fldSimple" else ""
