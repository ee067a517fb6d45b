"""The words of the templates that a page of a leaflet may print: what a sign-off is given for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateError, meta

from polyleaf.model.message import Message
from polyleaf.render.environment import BUILT_IN, environment, template_fault
from polyleaf.render.page import MAIN_TEMPLATE
from polyleaf.render.words import template_files, template_messages

_OUTSIDE = "words.html"
"""Words that are printed inside facts and links, not by a template."""

_DRAFTS = "source-draft.html"
"""Words that no release and no translation prints."""


def page_messages(rooms: Sequence[Path]) -> tuple[Message, ...]:
    """Messages of the templates that a leaflet's page is made of.

    Words of other pages (those of two languages side by side, drafts as written) are left out, so that a change
    there voids no sign-off.

    Raises:
        UsageError: A template has a syntax error.
    """
    used = _used(rooms)
    names = {f"templates/{name}" for name, path in template_files(rooms).items() if path in used and name != _DRAFTS}
    return tuple(
        message for message in template_messages(rooms) if names.intersection(place.path for place in message.locations)
    )


def _used(rooms: Sequence[Path]) -> frozenset[Path]:
    """The files that the main template reaches through ``extends``, ``import`` and ``include``."""
    found: dict[Path, None] = {}
    waiting = [MAIN_TEMPLATE, _OUTSIDE]
    while waiting:
        path = _file(waiting.pop(), rooms)
        if path is None or path in found:
            continue
        found[path] = None
        waiting += _references(path, path.read_text(encoding="utf-8"))
    return frozenset(found)


@lru_cache(maxsize=256)
def _references(path: Path, text: str) -> tuple[str, ...]:
    """The templates that a template names; who asks again and again (the desk) has each read once."""
    try:
        tree = environment((path.parent,)).parse(text, path.name, str(path))
    except TemplateError as error:
        raise template_fault(error) from error
    return tuple(filter(None, meta.find_referenced_templates(tree)))


def _file(name: str, rooms: Sequence[Path]) -> Path | None:
    """The file that a template's name stands for."""
    if name.startswith(f"{BUILT_IN}/"):
        rooms, name = rooms[-1:], name.removeprefix(f"{BUILT_IN}/")
    return next((room / name for room in rooms if (room / name).is_file()), None)
