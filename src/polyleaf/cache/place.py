"""Where the user's cache folder is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

VARIABLE = "POLYLEAF_CACHE"
"""Names another folder for the cache; ``off`` means none."""


def cache_folder() -> Path | None:
    """The folder that ``POLYLEAF_CACHE`` names, else ``polyleaf`` in the user's cache folder; it may not be there yet.

    The user's cache folder is that of the XDG Base Directory Specification 0.8. None if there is to be no cache, or
    nowhere to put it: then nothing is remembered.
    """
    own = os.environ.get(VARIABLE, "")
    if own:
        return None if own == "off" else Path(own).absolute()
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():  # the specification: others are to be ignored
        return Path(named) / "polyleaf"
    try:
        return Path.home() / ".cache" / "polyleaf"
    except RuntimeError:
        return None


def record_of(kind: str, *what: object) -> Path | None:
    """The file in the cache folder for something that has no short name, as a folder of a project has none."""
    folder = cache_folder()
    name = hashlib.sha256(repr(what).encode(errors="surrogatepass")).hexdigest()[:32]
    return None if folder is None else folder / kind / f"{name}.json"
