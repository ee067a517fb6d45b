"""A file is read within bounds, and appears whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import time
import tracemalloc
from pathlib import Path

import pytest

from polyleaf.errors import ExitCode, MachineError
from polyleaf.files import NotAFileError, TooLargeError, clear_parts, is_part, read_bounded, write_atomic


def test_folders_are_made_and_the_file_is_there(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a" / "b" / "c.po", b"words")
    assert (tmp_path / "a" / "b" / "c.po").read_bytes() == b"words"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.po"]


def test_rights_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OSError(errno.ENOSPC, "x"), "the disk is full"),
        (OSError(errno.EACCES, "x"), "permission denied"),
        (OSError(errno.EIO, "the disk is ill"), "the disk is ill"),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, told: str
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(MachineError, match=told) as caught:
        write_atomic(path, b"new")
    assert caught.value.exit_code is ExitCode.ENVIRONMENT
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "a.po", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is a folder"):
        write_atomic(tmp_path, b"new")


def test_no_more_is_read_than_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"12345")
    assert read_bounded(path, 5) == b"12345"
    with pytest.raises(TooLargeError, match="told so is larger than 0 kB"):
        read_bounded(path, 4, "told so")
    with path.open("wb") as file:
        file.truncate(2**40)
    tracemalloc.start()
    with pytest.raises(TooLargeError, match=r"a\.csv is larger than 4 MB"):
        read_bounded(path, 4 * 2**20)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_a_file_that_does_not_say_its_size_is_read_within_bounds() -> None:
    assert b"Pid:" in read_bounded("/proc/self/status", 2**20)
    with pytest.raises(TooLargeError):
        read_bounded("/proc/self/status", 10)


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "pipe-behind-a-link").symlink_to(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "socket"))
        start = time.monotonic()
        for name in ("pipe", "pipe-behind-a-link", "socket", ".", "/dev/zero", "/dev/full", "/dev/tty"):
            with pytest.raises(NotAFileError, match="not a file") as caught:
                read_bounded(tmp_path / name, 100)
            assert caught.value.exit_code is ExitCode.USAGE
        assert time.monotonic() - start < 1


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bounded(tmp_path / "none", 100)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(MachineError, match="cannot read loop: "):
        read_bounded(tmp_path / "loop", 100, "loop")


def test_what_a_killed_process_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    mine, other = tmp_path / ".a.po.0123abcd.part", tmp_path / ".b.po.0123abcd.part"
    foreign = tmp_path / ".a.po.part"
    for path in (mine, other, foreign):
        path.write_bytes(b"half")
    write_atomic(tmp_path / "a.po", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.po.part", ".b.po.0123abcd.part", "a.po"]
    clear_parts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.po.part", "a.po"]
    clear_parts(tmp_path / "nowhere")
    assert is_part(mine.name)
    assert not is_part(foreign.name)


def test_what_another_process_is_writing_stays(tmp_path: Path) -> None:
    path = tmp_path / ".a.po.0123abcd.part"
    with path.open("xb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        clear_parts(tmp_path)
        assert path.exists()
    clear_parts(tmp_path)
    assert not path.exists()


def test_a_writer_whose_file_was_cleared_away_takes_another(tmp_path: Path, monkeypatch) -> None:
    """Between a new file and its lock somebody may clear up."""
    real, once = fcntl.flock, []

    def flock(file, how):
        if how == fcntl.LOCK_SH and not once:
            once.append(file)
            clear_parts(tmp_path)
        real(file, how)

    monkeypatch.setattr("polyleaf.files.fcntl.flock", flock)
    write_atomic(tmp_path / "a.po", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]
    assert once
