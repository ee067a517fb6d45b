"""A leaflet as the beginning of another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from polyleaf.errors import UsageError, nearest
from polyleaf.files import read_bounded
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.source.reader import LEAFLET_FILE, LEAFLET_LIMIT, LEAFLETS, leaflet_names

_MOST_PICTURE = 64 * 2**20
_MOST_PICTURES = 200


def copied(root: Path, like: str, new: Mapping[str, object]) -> tuple[str, dict[str, bytes]]:
    """The text of a leaflet with other front matter, and its pictures by name.

    The version begins again: what was approved is the other leaflet, not this one.

    Args:
        root: The project.
        like: The leaflet that is copied.
        new: Values of the front matter that are its own.

    Raises:
        UsageError: There is no such leaflet.
        ContentError: It cannot be read.
    """
    known = leaflet_names(root)
    if like not in known:
        near = nearest(like, known)
        hint = f"Did you mean {near}?" if near else f"Leaflets of this project: {', '.join(known) or 'none yet'}"
        raise UsageError(f'there is no leaflet "{like}" to begin with', hint)
    folder = root / LEAFLETS / like
    text = read_plain(folder / LEAFLET_FILE, f"{LEAFLETS}/{like}/{LEAFLET_FILE}", LEAFLET_LIMIT)
    for key, value in {**new, "version": '"0.1"'}.items():
        if match := re.search(rf"^{key}:.*$", text, re.MULTILINE):
            text = f"{text[: match.start()]}{key}: {value}{text[match.end() :]}"
    images = sorted((folder / "images").glob("*"))[:_MOST_PICTURES] if (folder / "images").is_dir() else []
    pictures = {f"images/{path.name}": read_bounded(path, _MOST_PICTURE) for path in images if path.is_file()}
    return text, pictures
