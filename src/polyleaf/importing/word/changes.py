"""Tracked changes of a Word file, accepted or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from polyleaf.importing.gathered import Notice
from polyleaf.importing.word.parts import Node, W, child, local
from polyleaf.model.foreign import one_line
from polyleaf.model.wording import count

_IN, _OUT = ("ins", "moveTo", "cellIns"), ("del", "moveFrom", "cellDel")
_FORMS = ("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "tcPrChange", "trPrChange", "numberingChange")


class Changes(StrEnum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REFUSE = "refuse"


@dataclass
class Tracked:
    """Decides on every change, and counts."""

    choice: Changes
    seen: Counter[str] = field(default_factory=Counter)
    authors: set[str] = field(default_factory=set)

    def drops(self, node: Node) -> bool:
        """Whether an element that marks a change goes with what it holds."""
        name = local(node)
        if name in _FORMS:
            self._note(node, "formatting")
            return True
        if name not in (*_IN, *_OUT):
            return False
        self._note(node, "insertion" if name in _IN else "deletion")
        return (name in _OUT) is (self.choice is Changes.ACCEPT)

    def drops_mark(self, paragraph: Node) -> bool:
        """Whether the end of a paragraph goes, so that the next one goes on with it."""
        return self._drops_by(child(paragraph, "pPr", "rPr"))

    def drops_row(self, row: Node) -> bool:
        """Whether a row of a table goes."""
        return self._drops_by(child(row, "trPr"))

    def _drops_by(self, properties: Node) -> bool:
        marks = () if properties is None else [one for one in properties if local(one) in (*_IN, *_OUT)]
        return any(tuple(self.drops(one) for one in marks))  # each is counted

    def _note(self, node: Node, kind: str) -> None:
        self.seen[kind] += 1
        if author := node.get(f"{W}author"):
            self.authors.add(one_line(author, 40))

    def told(self) -> Iterator[Notice]:
        """What was decided, in words."""
        if not self.seen:
            return
        kinds = ", ".join(
            count(number, f"{kind} of words" if kind != "formatting" else "change of formatting",
                  f"{kind}s of words" if kind != "formatting" else "changes of formatting")
            for kind, number in sorted(self.seen.items(), reverse=True)
        )  # fmt: skip
        by = f" by {', '.join(sorted(self.authors))}" if self.authors else ""
        other = Changes.REFUSE if self.choice is Changes.ACCEPT else Changes.ACCEPT
        done = "accepted" if self.choice is Changes.ACCEPT else "refused"
        yield Notice(f"Tracked changes{by} were {done}: {kinds}; --changes {other} takes the other text")
