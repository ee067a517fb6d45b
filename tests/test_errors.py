"""The tree of errors at the top of ``errors.py`` is the tree of the code."""

from __future__ import annotations

import importlib
import pkgutil

import polyleaf
from polyleaf import errors


def trees() -> list[str]:
    """One line an error, below the one it is a kind of: its name, the exit status it leads to, where it stands."""
    for module in pkgutil.walk_packages(polyleaf.__path__, "polyleaf."):
        importlib.import_module(module.name)
    found: list[str] = []

    def grow(kind: type[BaseException], depth: int) -> None:
        if not kind.__module__.startswith("polyleaf."):  # of a test, or of somebody else
            return
        name = f"{'  ' * depth}{kind.__name__}"
        status = getattr(kind, "exit_code", None)
        code = "" if status is None else str(status.value)
        found.append(f"{name:<22} {code:>2}  {kind.__module__.removeprefix('polyleaf.')}")
        for below in sorted(kind.__subclasses__(), key=lambda one: one.__name__):
            grow(below, depth + 1)

    ours = {kind for parent in (BaseException, Exception, ValueError) for kind in parent.__subclasses__()}
    for kind in sorted(ours, key=lambda one: (one is not errors.PolyleafError, one.__name__)):
        grow(kind, 0)
    return found


def test_the_tree_is_printed_as_it_is() -> None:
    expected = trees()
    assert expected[0].split() == ["PolyleafError", "4", "errors"]
    said = [line[4:] for line in (errors.__doc__ or "").splitlines() if line.startswith("    ")]
    assert said == expected, "write this tree at the top of errors.py:\n" + "\n".join(expected)
