"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from polyleaf.errors import ExitCode, MachineError
from polyleaf.files import write_atomic


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
