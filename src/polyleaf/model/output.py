"""Kinds of files that are made of a leaflet: one row each, and one module that makes it.

``press`` shows the second kind of row: its files are made from the finished files of another output.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A row of the table. It is plain data, so that it goes to workers and says the same in any process.

    Attributes:
        name: What ``build --output`` and the manifest call it.
        suffix: How its file names end after the edition; with a slash at the end each is a folder of files.
        maker: Its maker, as ``module:class``; loaded when it is first needed (see ``building/maker.py``).
        purpose: What it is made for, in one word.
        files: What people call its files.
        needs: The output it is made from; None if it is made from the leaflet itself.
        is_of_folds: Whether only editions that are folded have it; they have it unasked, beside what it is made from.
        of_drafts: Whether it is made of a file with errors, too: as that is, it is a draft to look at.
    """

    name: str
    suffix: str
    maker: str
    purpose: str
    files: str
    needs: Output | None = None
    is_of_folds: bool = False
    of_drafts: bool = False

    @property
    def ending(self) -> str:
        """What no edition's name may end with, or its files would be taken for these; "" if nothing."""
        return self.suffix.rstrip("/").partition(".")[0]

    @property
    def is_folder(self) -> bool:
        """Whether it is made of many files."""
        return self.suffix.endswith("/")


ACCESSIBLE = Output("accessible", ".pdf", "polyleaf.building.accessible:Accessible", "reading", "files for readers")
"""The files that people read on paper and on screens."""

PRESS = Output("press", "-press.pdf", "polyleaf.building.press:Press", "print", "files for the print shop", ACCESSIBLE)
"""The files for the print shop."""

FOLDED = Output(
    "folded",
    "-folded.pdf",
    "polyleaf.building.folded:Folded",
    "folding",
    "sheets to fold",
    ACCESSIBLE,
    is_of_folds=True,
    of_drafts=True,
)
"""The sheets of editions that are folded: their pages in the places where folding brings them into order."""

OUTPUTS = {output.name: output for output in (ACCESSIBLE, PRESS, FOLDED)}
"""Every output by its name; one that is made from another stands after it."""

ALL = "all"
"""Asks for all of them."""
