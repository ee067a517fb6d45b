"""Reads ``figure`` and ``contact`` fences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.boxes import BOXES
from polyleaf.model.image import PictureWidth
from polyleaf.model.leaflet import Box, ContactCard, Figure
from polyleaf.model.message import Text
from polyleaf.source.fences import Fence
from polyleaf.source.frontmatter import unknown_contact
from polyleaf.source.nodes import content_of, line_of
from polyleaf.source.text import make_text
from polyleaf.source.values import shown
from polyleaf.source.wording import check_wording

_OPTION = re.compile(r":([A-Za-z][A-Za-z-]*):(?:[ \t]+(.*))?")
_HALF_OPTION = re.compile(r":[A-Za-z]+[ \t=]|(?:alt|width)[:=]", re.IGNORECASE)
_OPTIONS = ("alt", "width", "left", "right")
_PICTURE = re.compile(
    r"""!\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?((?:[^()<>"\n]|\([^()<>"\n]*\))+?)>?(?:\s+"([^"\n]*)")?\s*\)"""
    r"""(?:\{(?:[^{}\n]*?\bwidth\s*=\s*"?([\d.]+\s*[a-z%]*))?[^{}\n]*\})?"""
)
_SLANTED = re.compile(r"([_*])(?=[^\s_*])(.+)(?<=[^\s_*])\1")
_SENTENCE_END = re.compile(r"[.!?;…。！？]$")
_TWO = 2
_WIDTH = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(%|mm|cm)")
_NARROWEST, _LINE = 5.0, 100.0
"""Millimetres, and per cent."""

Line = tuple[int, str]


def read_contact(fence: Fence, line: int, log: FaultLog, contacts: Mapping[str, object]) -> tuple[ContactCard, ...]:
    """The contact card of ``:::{contact} ward``, or nothing and a fault."""
    for index, content in fence.lines:
        if content.strip():
            log.add(
                "A contact box has no text of its own", index + 1, "Put the words into polyleaf.toml, or after the box"
            )
            break
    if not fence.argument:
        log.add("This contact box names no contact", line, "Write its id after the braces: :::{contact} ward")
        return ()
    if fence.argument not in contacts:
        log.add(*unknown_contact(fence.argument, contacts, line))
        return ()
    return (ContactCard(fence.argument, log.at(line)),)


def read_figure(
    fence: Fence, line: int, log: FaultLog, labels: Callable[[str], tuple[str, ...]]
) -> tuple[Figure[Text], ...]:
    """The figure of ``:::{figure} images/needle.svg``, or nothing and a fault.

    Args:
        fence: The fence with its lines: options, then the caption.
        line: Line of the fence.
        log: Takes the faults.
        labels: Gives the texts inside a picture.
    """
    options, caption = _split(fence.lines, log)
    if not fence.argument:
        log.add("This figure names no picture", line, "Write its file after the braces: :::{figure} images/needle.svg")
        return ()

    def text(lines: list[Line], context: str) -> Text | None:
        words = "\n".join(content for _, content in lines)
        return _text(words, lines[0][0] + 1 if lines else line, context, log)

    return (
        Figure(
            image=fence.argument,
            alt=text(options.get("alt", []), "alt"),
            caption=text(caption, "caption"),
            labels=_labels(fence.argument, line, log, labels),
            location=log.at(line),
            width=_width(options.get("width", []), log),
            left=text(options.get("left", []), "side"),
            right=text(options.get("right", []), "side"),
        ),
    )


def with_captions(nodes: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """The nodes, those words joined to the picture above that are its caption: slanted, alone, and no sentence."""
    done: list[SyntaxTreeNode] = []
    for node in nodes:
        above = done[-1] if done else None
        if above and node.type == above.type == "paragraph":
            content, words = content_of(above), content_of(node)
            picture, caption = _PICTURE.fullmatch(content.split("\n")[-1].strip()), _SLANTED.fullmatch(words)
            if picture and not picture[3] and caption and not _SENTENCE_END.search(caption[2]):
                apart = line_of(node) - line_of(above) - content.count("\n")
                above.children[0].token.content = content + "\n" * apart + words  # type: ignore[union-attr]
                continue
        done.append(node)
    return done


def figures_and_lines(
    content: str, line: int, log: FaultLog, labels: Callable[[str], tuple[str, ...]]
) -> tuple[Figure[Text] | Box[Text] | tuple[str, int], ...]:
    """The figures of a paragraph with Markdown's own pictures, alone on their lines, and the lines around them.

    Two pictures on one line stand side by side.

    Args:
        content: The paragraph. A title in quotes behind the address of ``![Your spine](images/spine.png)`` is the
            caption; so are slanted words below the picture (``with_captions``).
        line: Its first line.
        log: Takes the faults.
        labels: Gives the texts inside a picture.

    Returns:
        In their order; of lines that are no picture, their Markdown and the number of the first. Nothing if there is no
        picture.
    """
    lines = content.split("\n")
    found = [tuple(_PICTURE.finditer(one)) if not _PICTURE.sub("", one).strip() else () for one in lines]
    if not any(found):
        return ()
    parts: list[Figure[Text] | Box[Text] | tuple[str, int]] = []
    at = 0
    while at < len(lines):
        if len(found[at]) == 1:
            (match,) = found[at]
            caption_at = next((place for place in range(at + 1, len(lines)) if lines[place]), at)
            below = _SLANTED.fullmatch(lines[caption_at].strip()) if not match[3] else None
            caption, where = (below[2], caption_at) if below else (match[3] or "", at)
            parts.append(_plain_figure(match, line + at, caption, line + where, log, labels))
            at = where + 1
        elif found[at]:
            figures = [_plain_figure(one, line + at, one[3] or "", line + at, log, labels) for one in found[at]]
            parts += _side_by_side(figures)
            at += 1
        else:
            end = next((place for place in range(at, len(lines)) if found[place]), len(lines))
            parts.append(("\n".join(lines[at:end]), line + at))
            at = end
    return tuple(parts)


def _side_by_side(figures: Sequence[Figure[Text]]) -> Iterator[Figure[Text] | Box[Text]]:
    """Two and two; one that is left over stands below."""
    for at in range(0, len(figures), _TWO):
        pair = tuple(figures[at : at + _TWO])
        yield Box(BOXES["pictures"], None, pair) if len(pair) == _TWO else pair[0]


def _plain_figure(
    match: re.Match[str],
    line: int,
    caption: str,
    caption_line: int,
    log: FaultLog,
    labels: Callable[[str], tuple[str, ...]],
) -> Figure[Text]:
    image = unquote(match[2].strip())
    return Figure(
        image=image,
        alt=_text(match[1], line, "alt", log),
        caption=_text(caption, caption_line, "caption", log),
        labels=_labels(image, line, log, labels),
        location=log.at(line),
        width=_width([(line - 1, match[4])] if match[4] else [], log),
    )


def _text(words: str, line: int, context: str, log: FaultLog) -> Text | None:
    made = make_text(words, log.at(line), context)
    check_wording(made, log)
    return made if made.msgid else None


def _labels(image: str, line: int, log: FaultLog, labels: Callable[[str], tuple[str, ...]]) -> tuple[Text, ...]:
    return tuple(make_text(label, log.at(line), "diagram label") for label in labels(image))


def _width(lines: list[Line], log: FaultLog) -> PictureWidth | None:
    """What ``:width:`` says; None and a fault if it says nothing."""
    if not lines:
        return None
    written = " ".join(words for _, words in lines).strip()
    if match := _WIDTH.fullmatch(written):
        value = float(match[1]) * (10 if match[2] == "cm" else 1)
        if match[2] != "%" and value >= _NARROWEST:
            return PictureWidth(value, in_mm=True)
        if match[2] == "%" and _NARROWEST <= value <= _LINE:
            return PictureWidth(value, in_mm=False)
    log.add(
        f"A picture cannot be {shown(written)} wide",
        lines[0][0] + 1,
        "Write how much of a line it takes, :width: 50%, or millimetres, :width: 80 mm",
    )
    return None


def _split(lines: tuple[Line, ...], log: FaultLog) -> tuple[dict[str, list[Line]], list[Line]]:
    """The options, each with its lines, and the lines of the caption."""
    options: dict[str, list[Line]] = {}
    caption: list[Line] = []
    current: list[Line] | None = None
    ended = False
    for index, content in lines:
        match = None if caption else _OPTION.fullmatch(content.strip())
        if match:
            current = _option(match, index, options, log)
        elif not caption and _HALF_OPTION.match(content.strip()):
            log.add(
                f"This is no option: {shown(content.strip())}", index + 1, "An option stands between two colons: :alt:"
            )
            caption.append((index, content))
        elif not content.strip():
            current = None
            ended = bool(caption)
        elif ended:
            log.add("A figure has one caption, a single paragraph", index + 1, "Put further text after the figure")
            ended = False
            caption.append((index, content))
        elif current is not None and content.startswith((" ", "\t")):
            current.append((index, content))
        else:
            caption.append((index, content))
    return options, caption


def _option(match: re.Match[str], index: int, options: dict[str, list[Line]], log: FaultLog) -> list[Line]:
    name = match[1].lower()
    if name not in _OPTIONS:
        near = nearest(name, _OPTIONS)
        hint = (
            f"Did you mean :{near}:?"
            if near
            else "A figure has :alt: (words for blind readers), :width: (50%), :left: and :right: (what is there)"
        )
        log.add(f"A figure has no option {shown(match[1])}", index + 1, hint)
    elif name in options:
        log.add(f"The option :{name}: stands here twice", index + 1, "Delete one of the two")
    else:
        options[name] = [(index, match[2] or "")]
        return options[name]
    return [(index, "")]
