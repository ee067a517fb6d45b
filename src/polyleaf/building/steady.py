"""Values as bytes that are the same in every process, to tell whether they are the same values."""

from __future__ import annotations

import io
import pickle
from types import NoneType

from polyleaf.checks.once_each import once_each
from polyleaf.files import digest
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.letters import Letters

_OFTEN = (CatalogView, Letters)
"""Large values that stand in several others: each is written once, and its digest elsewhere."""

_PLAIN = frozenset((str, int, tuple, NoneType, bool, dict, list, type))


def bytes_of(value: object) -> bytes:
    """All that a value is. What is written can only be compared."""
    return _digest_of(value).encode() if isinstance(value, _OFTEN) else _written(value)


def _written(value: object) -> bytes:
    found = io.BytesIO()
    _Steady(found, value).dump(value)
    return found.getvalue()


@once_each(8)
def _digest_of(value: object) -> str:
    return digest(_written(value)).hex()


class _Steady(pickle.Pickler):
    """Sets have another order in every process: here they are sorted."""

    def __init__(self, file: io.BytesIO, whole: object) -> None:
        super().__init__(file)
        self._whole = whole

    def persistent_id(self, value: object) -> object:
        """What stands for a set, for an entry, or for a large value inside another; None for everything else."""
        if type(value) in _PLAIN:
            return None  # nearly all that is written; this is asked for every value
        if isinstance(value, Entry):
            return ("entry", value.translation)  # the rest is parsed from it
        if isinstance(value, (set, frozenset)):
            return sorted(map(repr, value))
        return _digest_of(value) if isinstance(value, _OFTEN) and value is not self._whole else None
