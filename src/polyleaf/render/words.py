"""The words of the templates, as messages for translators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from jinja2 import TemplateError
from jinja2.ext import babel_extract

from polyleaf.model.box_words import CONTEXT, BoxWord
from polyleaf.model.boxes import BOXES
from polyleaf.model.finding import Location
from polyleaf.model.form import FIELDS
from polyleaf.model.inline import placeholders_in
from polyleaf.model.message import Message
from polyleaf.render.environment import not_utf_8, template_fault

_KEYWORDS = ["_", "pgettext"]
_COMMENT_TAGS = ["Translators:"]
_COMMENTED = _COMMENT_TAGS[0].encode()
_MARKED = re.compile(rb"\b(?:_|n?p?gettext)\s*\(|\btrans\b")
"""Whatever marks words for translators."""


def template_files(rooms: Sequence[Path]) -> dict[str, Path]:
    """Every template in force by its name: the first room that has it wins.

    A name that one room overrides still counts its built-in twin, because the override may extend it.
    """
    files: dict[str, Path] = {}
    for number, room in enumerate(rooms):
        for path in sorted(room.rglob("*")):
            if path.is_file():
                name = path.relative_to(room).as_posix()
                files.setdefault(name if name not in files else f"{number}/{name}", path)
    return files


def template_messages(rooms: Sequence[Path]) -> tuple[Message, ...]:
    """Messages of the words of boxes and of all templates in force, in the order of their file names and lines.

    Raises:
        UsageError: A template has a syntax error.
    """
    found = {message.key: message for message in box_words()}
    for name, path in sorted(template_files(rooms).items()):
        if path.suffix not in (".html", ".css"):
            continue
        for message in _messages_of(name, path, own=path.is_relative_to(rooms[-1])):
            known = found.get(message.key)
            if known:
                locations = tuple(dict.fromkeys((*known.locations, *message.locations)))
                comments = tuple(dict.fromkeys((*known.comments, *message.comments)))
                message = Message(known.msgid, known.context, locations, comments, known.placeholders)  # noqa: PLW2901 - merged with its twin
            found[message.key] = message
    return tuple(found.values())


def box_words() -> tuple[Message, ...]:
    """Messages of what is printed over a box that has no title of its own, inside boxes and before fields of forms."""
    kinds = [kind for kind in BOXES.values() if kind.title]
    titles = (Message(kind.title, "", (Location(f"boxes/{kind.name}"),), (kind.note,)) for kind in kinds)
    labels = (Message(kind.label, "", (Location(f"fields/{kind}"),), (kind.note,)) for kind in FIELDS.values())
    inside: dict[BoxWord, list[Location]] = {}
    for kind in BOXES.values():
        for word in kind.words:
            inside.setdefault(word, []).append(Location(f"boxes/{kind.name}"))
    words = (
        Message(word.msgid, CONTEXT, tuple(places), (word.note,), placeholders_in(word.msgid))
        for word, places in inside.items()
    )
    return (*titles, *labels, *words)


def _messages_of(name: str, path: Path, *, own: bool) -> tuple[Message, ...]:
    data = path.read_bytes()
    # Those that come with polyleaf have no syntax error, and many have no words.
    return () if own and not _MARKED.search(data) else _messages_in(name, data)


@lru_cache(maxsize=256)
def _messages_in(name: str, data: bytes) -> tuple[Message, ...]:
    """The messages of a template; who asks again and again (the desk) has each read once."""
    options = {"silent": "false", "trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
    # To look for comments, the template is cut into tokens a second time.
    tags = _COMMENT_TAGS if _COMMENTED in data else []
    messages = []
    try:
        for line, function, texts, comments in babel_extract(BytesIO(data), _KEYWORDS, tags, options):
            parts = (texts,) if isinstance(texts, str) else tuple(text or "" for text in texts or ())
            context, msgid, *_ = (*parts, "", "") if function == "pgettext" else ("", *parts, "")
            if not msgid:  # a variable: whatever it stands for is a message of its own elsewhere
                continue
            notes = tuple(comment.removeprefix("Translators:").strip() for comment in comments)
            location = Location(f"templates/{name}", line)
            messages.append(Message(msgid, context, (location,), notes, placeholders_in(msgid)))
    except TemplateError as error:
        raise template_fault(error, path=f"templates/{name}") from error
    except UnicodeDecodeError as error:
        raise template_fault(not_utf_8(error, f"templates/{name}")) from error
    return tuple(messages)
