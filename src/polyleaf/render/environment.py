"""Jinja2 for leaflets: sandboxed, autoescaped, with project templates before built-in ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from polyleaf.errors import UsageError

BUILT_IN = "built-in"
"""Prefix that always names the built-in room: ``{% extends "built-in/leaflet.html" %}``."""


def environment(rooms: Sequence[Path]) -> ImmutableSandboxedEnvironment:
    """An environment that looks for templates in ``rooms``, the first one first.

    Templates that a project overrides can extend the built-in one of the same name
    under ``built-in/``, so that one block can be changed without copying the rest.
    """
    loaders = [FileSystemLoader(room) for room in rooms]
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, PrefixLoader({BUILT_IN: loaders[-1]})]),
        autoescape=lambda name: name is None or not name.endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template_fault(error: TemplateError) -> UsageError:
    """The fault of a template as something a person can act on."""
    place = ""
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name or 'template'}:{error.lineno}: "
    return UsageError(
        f"{place}the template cannot be used: {error}",
        "Mend the template, or remove it from templates/ to use the built-in one.",
    )
