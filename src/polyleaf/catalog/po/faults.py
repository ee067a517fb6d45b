"""A catalog that cannot be used."""

from __future__ import annotations

from polyleaf.errors import UsageError
from polyleaf.model.finding import Fault


class CatalogError(UsageError):
    """A catalog that cannot be read; nothing in it is used and nothing is written to it.

    Args:
        faults: Everything that is wrong with it, each with its line; at least one.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        lines = [f"{fault.location}: {fault.message}" for fault in faults]
        super().__init__("\n".join(lines), faults[0].hint)
        self.faults = faults
