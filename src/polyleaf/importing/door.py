"""The libraries for documents of other programs, which are an extra."""

from __future__ import annotations

from importlib.util import find_spec

from polyleaf.errors import MachineError


def need_import() -> None:
    """Looks whether the libraries are there.

    Raises:
        MachineError: One is not.
    """
    missing = [name for name, module in (("lxml", "lxml"), ("python-docx", "docx")) if find_spec(module) is None]
    if missing:
        raise MachineError(
            f"documents of other programs need the library {' and '.join(missing)}, which is not installed",
            'Install it with: pip install "polyleaf[import]".',
        )
