"""Corrections written into the file of a leaflet: what nobody touched stays as it was, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from polyleaf.importing.blocks_out import Note, as_paragraph, markdown_lines
from polyleaf.importing.corrections import Correction
from polyleaf.importing.drafting import yaml_text
from polyleaf.importing.gathered import Notice
from polyleaf.importing.places import Place, Where, places_of
from polyleaf.model.message import Text


@dataclass(frozen=True, slots=True)
class Edit:
    """Letters of the file that are replaced."""

    start: int
    end: int
    new: str


def amended(
    base: str, current: str, texts: Sequence[Text], corrections: Sequence[Correction], notices: list[Notice]
) -> tuple[str, int]:
    """The file with the corrections, and how many were taken.

    Args:
        base: The file as it was when the document was made.
        current: The file as it is now.
        texts: The texts of ``base``.
        corrections: What was corrected.
        notices: Takes what could not be taken, in full.
    """
    places = places_of(base, texts)
    edits: list[Edit] = []
    taken = 0
    for one in corrections:
        place = places[one.index] if 0 <= one.index < len(places) else None
        made = _edits(base, place, one, texts[one.index] if one.index >= 0 else None)
        moved = None if made is None else [_moved(base, current, edit) for edit in made]
        if moved is None or None in moved:
            why = "was changed here since the document was made" if made is not None else "could not be placed"
            shown = f"“{one.old}” -> “{one.new}”" if one.old else f"added: “{one.new}”"
            notices.append(Notice(f"A correction {why}; write it yourself: {shown}"))
            continue
        edits += [edit for edit in moved if edit is not None]
        taken += 1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        current = current[: edit.start] + edit.new + current[edit.end :]
    return re.sub(r"\n{3,}(?=\S)", "\n\n", current) if edits else current, taken


def _edits(base: str, place: Place | None, one: Correction, text: Text | None) -> list[Edit] | None:
    """The edits of one correction; None if it has no place."""
    found: list[Edit] = []
    if place is None and not (one.index < 0 and one.new):
        return None
    if one.remarks:
        at = _block_start(base, place.start) if place is not None else _body_start(base)
        notes = markdown_lines([Note(remark) for remark in one.remarks])
        found.append(Edit(at, at, "\n".join((*notes, "", ""))))
    if one.old == one.new:
        return found
    change = _added(base, place, one) if not one.old else _changed(base, place, one, text)
    return None if change is None else [*found, change]


def _changed(  # noqa: PLR0911 - one case a place
    base: str, place: Place | None, one: Correction, text: Text | None
) -> Edit | None:
    if place is None:
        return None
    line_start = base.rfind("\n", 0, place.start) + 1
    new = _with_linked_facts(one.new, text)
    if not new:
        if place.where is Where.CELL:
            return Edit(place.start, place.end, "")
        if place.where not in (Where.ITEM, Where.TEXT):
            return None
        end = base.find("\n", place.end)
        return Edit(line_start, len(base) if end < 0 else end + 1, "")
    match place.where:
        case Where.FRONT:
            end = base.find("\n", place.end)
            key = base[line_start : base.index(":", line_start)]
            return Edit(line_start, end, f"{key}: {yaml_text(new)}")
        case Where.CELL:
            cell = re.sub(r"^• ", "- ", new).replace("\\\n• ", "<br>- ").replace("\\\n", "<br>")
            return Edit(place.start, place.end, re.sub(r"(?<!\\)\|", r"\\|", cell))
        case Where.OPTION:
            return Edit(place.start, place.end, new.replace("\\\n", " "))
        case _:
            indent = " " * (place.start - line_start)
            return Edit(place.start, place.end, f"\n{indent}".join(as_paragraph(new)))


def _added(base: str, place: Place | None, one: Correction) -> Edit | None:
    words = as_paragraph(one.new)
    if place is None or place.where is Where.FRONT:
        at = _body_start(base)
        return Edit(at, at, "\n".join((*words, "", "")))
    line_start = base.rfind("\n", 0, place.start) + 1
    end = base.find("\n", place.end)
    end = len(base) if end < 0 else end
    if place.where is Where.ITEM and one.in_list:
        mark = re.match(r"\s*\S+[ \t]+", base[line_start : place.start])
        lead = mark[0] if mark else "- "
        return Edit(end, end, f"\n{lead}" + f"\n{' ' * len(lead)}".join(words))
    if place.where in (Where.CELL, Where.OPTION):
        return None
    if place.where is Where.ITEM:
        gap = re.compile(r"\n[ \t]*(?:\n|$)|\n:::|\Z").search(base, end)
        end = gap.start() if gap else len(base)
    lines = [f"- {words[0]}", *(f"  {word}" for word in words[1:])] if one.in_list else words
    return Edit(end, end, "\n".join(("", "", *lines)))


def _with_linked_facts(markdown: str, text: Text | None) -> str:
    """Links that lead to a fact, as they were written: the file has the address in their place."""
    for address in re.findall(r"\]\((\{\w+\}|[a-z]+:\{\w+\})\)", text.msgid if text else ""):
        if match := re.search(r"\]\((?:tel:|mailto:|https?:)[^)]*\)", markdown):
            markdown = f"{markdown[: match.start()]}]({address}){markdown[match.end() :]}"
    return markdown


def _body_start(base: str) -> int:
    """Where the text begins, behind the front matter."""
    match = re.compile(r"\n(?:---|\.\.\.)[ \t]*\n").search(base, 3)
    return match.end() if match else 0


def _block_start(base: str, start: int) -> int:
    """Where the block begins that holds a place: behind the empty line above it, and outside boxes and tables."""
    body = _body_start(base)
    at = max(base.rfind("\n\n", body, start), body)
    return at + 2 if base.startswith("\n\n", at) else body


def _moved(base: str, current: str, edit: Edit) -> Edit | None:
    """An edit of one file as an edit of another: None where the lines it stands in were changed."""
    if base == current:
        return edit
    ours, theirs = base.split("\n"), current.split("\n")
    first, last = (base.count("\n", 0, at) for at in (edit.start, max(edit.start, edit.end - 1)))
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if block.a <= first and last < block.a + block.size:
            shift = sum(len(line) + 1 for line in theirs[: block.b]) - sum(len(line) + 1 for line in ours[: block.a])
            return Edit(edit.start + shift, edit.end + shift, edit.new)
    return None
