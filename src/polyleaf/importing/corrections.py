"""What a clinician changed in the Word file of a leaflet: text by text, told apart from what only looks different."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from polyleaf.importing.gathered import Element, Line, Notice, Remark, Role, Run
from polyleaf.importing.inline_out import markdown_of
from polyleaf.importing.walk import lines_in
from polyleaf.importing.word.writing import NOTE

_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}")
_ALIKE = 0.4
"""How much of two texts is the same at least, if one is the other after corrections."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the file: its Markdown, whether it stands in a list, its remarks."""

    markdown: str
    in_list: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.

    Attributes:
        index: The text that is changed, or behind which something is added; -1 for the beginning.
        old: Its Markdown; "" if something is added.
        new: What it becomes; "" if it is taken out.
        in_list: Whether what is added is an item of a list.
        remarks: What was noted beside it.
    """

    index: int
    old: str
    new: str
    in_list: bool = False
    remarks: tuple[str, ...] = ()


def said_in(elements: Sequence[Element], printed: Mapping[str, str], notices: list[Notice]) -> tuple[Said, ...]:
    """The texts of a Word file that polyleaf wrote, in their order.

    Args:
        elements: What stands in the file.
        printed: How each fact is printed.
        notices: Takes facts that were overwritten.
    """
    found: list[Said] = []
    remarks: list[str] = []
    for element in _flat(elements):
        if isinstance(element, Remark):
            remarks.append(element.text)
        elif element.style != NOTE and element.text.strip():
            runs = tuple(_with_facts(element, printed, notices))
            if (
                element.level or element.role is not Role.TEXT or element.style.startswith("polyleaf")
            ) and element.is_bold:
                runs = tuple(replace(run, bold=False) for run in runs)  # by its style
            found.append(Said(markdown_of(runs), element.mark is not None, tuple(remarks)))
            remarks.clear()
    if remarks and found:
        found[-1] = replace(found[-1], remarks=(*found[-1].remarks, *remarks))
    return tuple(found)


def _flat(elements: Iterable[Element]) -> Iterator[Line | Remark]:
    for element in elements:
        if isinstance(element, Line | Remark):
            yield element
        else:
            yield from lines_in((element,))


def _with_facts(line: Line, printed: Mapping[str, str], notices: list[Notice]) -> Iterator[Run]:
    """The runs of a line: a fact that still says what it said is one, another is words now."""
    for run in _facts_joined(line.runs):
        if not run.fact:
            yield run
        elif _same(run.text, printed.get(run.fact, "")):
            yield replace(run, bold=False, stressed=False)
        else:
            was = printed.get(run.fact, "a fact that is no longer there")
            notices.append(
                Notice(
                    f"The fact {run.fact} ({was}) says “{run.text}” here: if that is right, change it under facts",
                    line.place,
                )
            )
            yield replace(run, fact="")


def _facts_joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs with the pieces of one fact as one: Word cuts them where somebody typed."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and run.fact == waiting.fact:
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if run.fact:
            waiting = run
        else:
            yield run
    if waiting is not None:
        yield waiting


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def corrections(before: Sequence[Said], after: Sequence[Said], printed: Mapping[str, str]) -> tuple[Correction, ...]:
    """What was corrected.

    Args:
        before: The texts of the file as it was sent out.
        after: Those of the file that came back.
        printed: How each fact is printed.
    """
    found: list[Correction] = []
    ours, theirs = ([_expanded(one.markdown, printed) for one in texts] for texts in (before, after))
    for kind, start, end, their_start, their_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [
                Correction(start + at, before[start + at].markdown, before[start + at].markdown, remarks=one.remarks)
                for at, one in enumerate(after[their_start:their_end])
                if one.remarks
            ]
            continue
        found += _paired(before, after, (start, end), (their_start, their_end))
    whole = (_with_old_facts(one, printed) for one in found)
    return tuple(one for one in whole if one.old != one.new or one.remarks)


def _expanded(markdown: str, printed: Mapping[str, str]) -> str:
    """A text as it is read, facts printed: programs that know no content controls leave the words alone."""
    return _spaced(_PLACEHOLDER.sub(lambda match: printed.get(match[1], match[0]), markdown))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _with_old_facts(one: Correction, printed: Mapping[str, str]) -> Correction:
    """A correction in which words that a fact of the old text prints are that fact again."""
    new = one.new
    for name in _PLACEHOLDER.findall(one.old):
        words = _spaced(printed.get(name, ""))
        lacks = new.count(f"{{{name}}}") < one.old.count(f"{{{name}}}")
        found = (
            re.search(rf"(?<![\w{{]){re.escape(words)}(?![\w}}])".replace(r"\ ", r"[ \u00a0]"), new) if words else None
        )
        if lacks and found:
            new = f"{new[: found.start()]}{{{name}}}{new[found.end() :]}"
    return replace(one, new=new)


def _paired(
    before: Sequence[Said], after: Sequence[Said], ours: tuple[int, int], theirs: tuple[int, int]
) -> Iterator[Correction]:
    """Texts that were changed, taken out and added, in a stretch where nothing is as it was."""
    left = list(range(*ours))
    last = ours[0] - 1
    alone = len(left) == 1 == theirs[1] - theirs[0]
    for one in after[slice(*theirs)]:
        match = next((at for at in left if alone or _likeness(before[at].markdown, one.markdown) >= _ALIKE), None)
        if match is None:
            yield Correction(last, "", one.markdown, one.in_list, one.remarks)
            continue
        yield from (Correction(at, before[at].markdown, "") for at in left if at < match)
        left = [at for at in left if at > match]
        last = match
        yield Correction(match, before[match].markdown, one.markdown, one.in_list, one.remarks)
    yield from (Correction(at, before[at].markdown, "") for at in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
