"""Whether WeasyPrint's insides are those that our own functions stand in for."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from polyleaf.errors import PolyleafError

Seams = Mapping[str, tuple[str, ...]]
"""Functions we stand in for (``weasyprint.pdf.add_tags``) and the names of their arguments."""

_HINT = "Install the version named in pyproject.toml, or bring polyleaf's render room up to date."
_OURS = Path(__file__).parent


class UnknownEngine(PolyleafError):  # noqa: N818 - it names what is there
    """A WeasyPrint with other insides: with it, pages or their tags would be wrong."""


def check_seams(seams: Seams) -> None:
    """See to it that functions are where they were, and take what they took.

    Args:
        seams: The functions; their modules are loaded.

    Raises:
        UnknownEngine: One has moved or takes other arguments; the message says which.
    """
    for name, expected in seams.items():
        module, _, function_name = name.rpartition(".")
        function = getattr(sys.modules.get(module), function_name, None)
        found = tuple(inspect.signature(function).parameters) if callable(function) else None
        if found != expected:
            told = f"takes ({', '.join(found)}) instead of ({', '.join(expected)})" if found else "is gone"
            raise UnknownEngine(f"{_stranger()}: {name} {told}", _HINT)


def not_as_known(error: Exception) -> UnknownEngine | None:
    """The failure of our own code that found something else than it knows in WeasyPrint's objects; else None."""
    if not isinstance(error, (AttributeError, KeyError, TypeError)) or not _is_ours(error.__traceback__):
        return None
    return UnknownEngine(f"{_stranger()}: {type(error).__name__}: {error}", _HINT)


def _is_ours(trace: TracebackType | None) -> bool:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and Path(trace.tb_frame.f_code.co_filename).is_relative_to(_OURS)


def _stranger() -> str:
    return f"WeasyPrint {version('weasyprint')} is not the one that polyleaf knows"
