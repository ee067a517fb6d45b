"""What became of a document that was brought in, told to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff

from polyleaf.importing.bringing import Brought, Written
from polyleaf.importing.clinicians import Update
from polyleaf.importing.gathered import Notice
from polyleaf.importing.proposals import Proposal, declared
from polyleaf.model.foreign import one_line
from polyleaf.model.wording import count

_MOST = 40


def brought_lines(made: Brought, written: Written, path: str) -> Iterator[str]:
    """What was made.

    Args:
        made: The document.
        written: The leaflet.
        path: Its file, as people see it.
    """
    pictures = f" and {count(len(written.pictures), 'picture')}" if written.pictures else ""
    yield f"made {path}{pictures}: {one_line(made.title, 80)}"
    if made.missing:
        yield f"  The document does not say: {', '.join(made.missing)}. Look at the first lines of the file"


def notice_lines(notices: Sequence[Notice]) -> Iterator[str]:
    """What was not taken, or not as it was, each with its place in the document."""
    if not notices:
        return
    yield "  Not as it was in the document:"
    for one in notices[:_MOST]:
        yield f"    {one_line(one.what, 300)}" + (f"  [{one_line(one.place, 80)}]" if one.place else "")
    if len(notices) > _MOST:
        yield f"    … and {len(notices) - _MOST} more"


def proposal_lines(proposals: Sequence[Proposal], lines: Mapping[str, int], path: str) -> Iterator[str]:
    """What could be facts, each with its line.

    Args:
        proposals: The facts.
        lines: The line of each text in the leaflet.
        path: The leaflet's file, as people see it.
    """
    for one in proposals:
        line = lines.get(one.msgid)
        place = f"{path}:{line}" if line else path
        yield f"  {place}: “{one_line(one.words, 40)}” -> {one.name}: {declared(one.fact)}"


def diff_lines(made: Update, path: str) -> Iterator[str]:
    """The corrections as a diff of the leaflet's file.

    Args:
        made: The corrections.
        path: The file, as people see it.
    """
    before, after = made.before.split("\n"), made.after.split("\n")
    yield from unified_diff(before, after, path, path, lineterm="", n=1)
