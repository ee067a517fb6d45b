"""What is taken as unchanged without reading it, and what is not."""

import os
import time

import pytest

from polyleaf.cache import seen as seen_module
from polyleaf.cache import stamps
from polyleaf.cache.place import cache_folder
from polyleaf.cache.scan import scan
from polyleaf.cache.seen import Seen
from polyleaf.cache.stamps import Stamp, stamp_of

HOUR = 3_600_000_000_000


@pytest.fixture
def later(monkeypatch):
    """The clock an hour on: what stands there is old."""
    now = time.time_ns() + HOUR
    for module in (stamps, seen_module):
        monkeypatch.setattr(module, "clock", lambda: now)
    monkeypatch.setattr("polyleaf.cache.scan.clock", lambda: now)


@pytest.fixture
def reads(monkeypatch):
    found = []
    real = seen_module.open_plain
    monkeypatch.setattr(seen_module, "open_plain", lambda path: found.append(path.name) or real(path))
    return found


def asked(record, path, **wishes):
    seen = Seen(record, **wishes)
    found = seen.sha256(path)
    seen.save()
    return found


def test_what_has_not_changed_is_read_once(tmp_path, later, reads):
    file, record = tmp_path / "a.po", tmp_path / "record.json"
    file.write_bytes(b"words")
    assert asked(record, file) == asked(record, file)
    assert reads == ["a.po"]
    asked(record, file, verify=True)
    assert reads == ["a.po", "a.po"]


@pytest.mark.parametrize("keep_time", [False, True])
def test_another_text_of_the_same_length_is_seen(tmp_path, later, reads, keep_time):
    """Also where a program sets the time back, as ``rsync`` and ``tar`` do: it cannot set that of the inode."""
    file, record = tmp_path / "a.po", tmp_path / "record.json"
    file.write_bytes(b"5 drops")
    before, first = file.stat(), asked(record, file)
    time.sleep(0.02)
    file.write_bytes(b"9 drops")
    if keep_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert asked(record, file) != first


def test_what_was_written_a_moment_ago_is_read_again(tmp_path, reads):
    """Within one tick of the clock it may be written again, with the same size and time."""
    file, record = tmp_path / "a.po", tmp_path / "record.json"
    file.write_bytes(b"5 drops")
    asked(record, file)
    asked(record, file)
    assert reads == ["a.po", "a.po"]


def test_whole_seconds_are_a_coarse_clock():
    second = 1_000_000_000
    fine, coarse = Stamp(1, 10 * second + 1, 10 * second + 1, 1, 1), Stamp(1, 10 * second, 10 * second, 1, 1)
    assert fine.is_settled(10 * second + second // 2)
    assert not coarse.is_settled(11 * second)
    assert coarse.is_settled(13 * second)
    assert not fine.is_settled(10 * second)
    assert not fine.is_settled(5 * second), "a clock that runs behind"


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": 1}', '{"format": 1, "files": {"A": [1, 2]}}', "\x00", "[" * 9999]
)
def test_a_broken_record_counts_as_empty(tmp_path, text):
    file, record = tmp_path / "a.po", tmp_path / "record.json"
    file.write_bytes(b"words")
    record.write_text(text.replace("A", str(file)))
    assert asked(record, file) == asked(None, file)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "leaflets/eyes/new.png").write_bytes(b""),
        lambda root: (root / "leaflets/eyes/leaflet.md").unlink(),
        lambda root: (root / "leaflets/eyes/leaflet.md").write_text("other"),
        lambda root: (root / "leaflets/eyes").rename(root / "leaflets/ears"),
        lambda root: (root / "leaflets/teeth").mkdir(),
        lambda root: (root / "leaflets/eyes/leaflet.md").chmod(0o600),
    ],
    ids=["new", "gone", "changed", "moved", "new folder", "mode"],
)
def test_whatever_changes_in_a_folder_shows(tmp_path, change):
    leaflet = tmp_path / "leaflets/eyes/leaflet.md"
    leaflet.parent.mkdir(parents=True)
    leaflet.write_text("words")
    before = scan((tmp_path,))
    assert before == scan((tmp_path,))
    time.sleep(0.02)
    change(tmp_path)
    assert scan((tmp_path,)).digest != before.digest


def test_a_folder_that_leads_into_itself_comes_to_an_end(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/round").symlink_to(tmp_path)
    (tmp_path / ".git").mkdir()
    assert scan((tmp_path, tmp_path / "not there"), (tmp_path / "neither",))
    assert scan((tmp_path,)) is not None


def test_what_a_moment_ago_changed_is_in_doubt(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("x")
    assert not scan((tmp_path,)).settled
    now = time.time_ns() + HOUR
    monkeypatch.setattr("polyleaf.cache.scan.clock", lambda: now)
    assert scan((tmp_path,)).settled


def test_the_cache_is_where_it_is_wanted(monkeypatch, tmp_path):
    monkeypatch.delenv("POLYLEAF_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "polyleaf"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache/polyleaf"
    monkeypatch.setenv("POLYLEAF_CACHE", "off")
    assert cache_folder() is None


def test_a_stamp_is_of_the_file_behind_a_link(tmp_path):
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert stamp_of((tmp_path / "b").stat()) == stamp_of((tmp_path / "a").stat())
