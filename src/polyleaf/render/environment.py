"""Jinja2 for leaflets: sandboxed, autoescaped, with project templates before built-in ones."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import ImmutableSandboxedEnvironment

from polyleaf.errors import UsageError

BUILT_IN = "built-in"
"""Prefix that always names the built-in room: ``{% extends "built-in/leaflet.html" %}``."""

_JINJA = Path(jinja2.__file__).parent


class _Loader(FileSystemLoader):
    """Reads templates; one that is not UTF-8 has a fault like any other."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            place = str(Path(self.searchpath[0]) / template)
            raise not_utf_8(error, place) from error


class _Compiled(BytecodeCache):
    """Templates of this process, compiled once for all its pages."""

    def __init__(self) -> None:
        self._known: dict[str, Bucket] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self._known.get(bucket.key)
        if known is not None and known.checksum == bucket.checksum:  # not of another source text
            bucket.code = known.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket


_COMPILED = _Compiled()


def environment(rooms: Sequence[Path]) -> ImmutableSandboxedEnvironment:
    """An environment that looks for templates in ``rooms``, the first one first.

    Templates that a project overrides can extend the built-in one of the same name
    under ``built-in/``, so that one block can be changed without copying the rest.
    """
    loaders = [_Loader(room) for room in rooms]
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, PrefixLoader({BUILT_IN: loaders[-1]})]),
        autoescape=lambda name: name is None or not name.endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )


def compile_ahead(room: Path) -> None:
    """Compile the templates of leaflets of the built-in room, in the process that workers are born from.

    Raises:
        TemplateError: One has a fault.
    """
    templates = environment((room,))
    for path in (*room.glob("*.html"), *room.glob("css/*.css")):
        templates.get_template(path.relative_to(room).as_posix())


@contextmanager
def told_as_faults(rooms: Sequence[Path]) -> Iterator[None]:
    """Tells what goes wrong while templates are filled in.

    Raises:
        UsageError: A template has a fault. Errors of polyleaf's own code come through as they are.
    """
    try:
        yield
    except Exception as error:
        if not isinstance(error, TemplateError) and not _is_in_template(error):
            raise
        raise template_fault(error, rooms) from error


def fill(template: str, rooms: Sequence[Path], **values: object) -> str:
    """A template of the rooms, filled in.

    Raises:
        UsageError: It has a fault.
    """
    with told_as_faults(rooms):
        return environment(rooms).get_template(template).render(**values)


def not_utf_8(error: UnicodeDecodeError, path: str) -> TemplateSyntaxError:
    """The fault of a template that cannot be decoded."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return TemplateSyntaxError("this line is not UTF-8 text", line, filename=path)


def _is_in_template(error: Exception) -> bool:
    """Whether an error came up in what a template says, not in polyleaf's own code."""
    frames = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    while frames and frames[-1].is_relative_to(_JINJA):
        frames.pop()
    return bool(frames) and _is_template(frames[-1])


def template_fault(error: Exception, rooms: Sequence[Path] = (), path: str = "") -> UsageError:
    """The fault of a template as something a person can act on.

    Args:
        error: What was raised.
        rooms: Template folders, to name the file as people know it.
        path: The template, if the error does not know.
    """
    place, line = path, 0
    if isinstance(error, TemplateSyntaxError):
        place, line = error.filename or error.name or path, error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if _is_template(Path(frame.filename)):
                place, line = frame.filename, frame.lineno or 0
    where = f"{shown(place, rooms)}:{line}: " if line else ""
    kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
    words = error.message if isinstance(error, TemplateSyntaxError) else str(error)
    return UsageError(
        f"{where}the template cannot be used: {kind}{words}",
        "Mend the template, or remove it from templates/ to use the built-in one.",
    )


def _is_template(path: Path) -> bool:
    """Whether a line of a traceback is a template's: Jinja2 puts their names and lines there."""
    return path.suffix in (".html", ".css")


def shown(place: str, rooms: Sequence[Path]) -> str:
    """A template's path as people know it: ``templates/css/project.css``, ``built-in/leaflet.html``."""
    for room in rooms:
        if Path(place).is_relative_to(room):
            own = room != rooms[-1] or len(rooms) == 1
            return f"{'templates' if own else BUILT_IN}/{Path(place).relative_to(room).as_posix()}"
    return place
