"""Saved files are seen, with the system's help and without."""

import queue
from pathlib import PurePosixPath

import pytest

from polyleaf.watching.changes import Changes


@pytest.mark.parametrize("polling", [False, True])
def test_whatever_is_saved_is_seen(folder, polling):
    if not polling:
        pytest.importorskip("watchfiles")
    seen = queue.SimpleQueue()
    with Changes(folder.root, folder.out, seen.put, polling=polling):
        for name in ("leaflets/eyes/leaflet.md", "translations/pl/LC_MESSAGES/teeth.po", "polyleaf.toml"):
            path = folder.root / name
            before = path.read_text() if path.exists() else ""
            beside = path.with_name(f".{path.name}.tmp")
            folder.write("dist/eyes/pl/eyes-pl-large.pdf", before)
            beside.write_text(before + "\n")
            beside.replace(path)  # as most editors save
            assert told(seen, name)
        path.unlink()
        assert told(seen, "polyleaf.toml")


def test_a_room_that_comes_later_is_seen(folder):
    seen = queue.SimpleQueue()
    with Changes(folder.root, folder.out, seen.put):
        folder.write("templates/css/project.css", "p {}")
        assert told(seen, "templates/css/project.css")


def told(seen, name):
    """Whether the file is told, and nothing that nobody wants to know; at the start a file may be told twice."""
    while PurePosixPath(name) not in (paths := seen.get(timeout=5)):
        assert all(path.parts[0] != "dist" and not path.name.startswith(".") for path in paths)
    return True
