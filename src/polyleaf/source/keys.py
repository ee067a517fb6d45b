"""Keys of a front matter as people type them: capital letters, spaces for underscores."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from polyleaf.errors import nearest
from polyleaf.source.yaml_tree import Entry


def as_known(entries: Mapping[str, Entry], known: Collection[str]) -> dict[str, Entry]:
    """The entries by the keys that are meant: ``Title`` and ``Review by`` are ``title`` and ``review_by``.

    A key that is there as it should be is not replaced.
    """
    found: dict[str, Entry] = {}
    for key, entry in entries.items():
        meant = "_".join(key.casefold().replace("-", " ").replace("_", " ").split())
        found[meant if meant in known and meant not in entries and meant not in found else key] = entry
    return found


def slips(entries: Mapping[str, Entry], known: Collection[str]) -> dict[str, str]:
    """Keys that are not known, with the one that each is most like, or ""."""
    return {key: nearest(key, known) or "" for key in entries if key not in known}
