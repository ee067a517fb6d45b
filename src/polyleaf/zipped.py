"""Zip files of others, read as if an enemy had made them."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from polyleaf.errors import UsageError

_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What every program writes. The others unpack in one piece, however large that is, and fail in ways of their own."""

_PART = 1024 * 1024
_LARGEST_READ = 8 * 1024 * 1024
"""The list of files is read in one piece: some 100,000 of them."""

_SURPRISES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""How ``zipfile`` meets a damaged file."""


class UnzipError(UsageError):
    """A zip file that is not used.

    Args:
        shown_as: The file as people see it.
        reason: What is wrong with it.
        hint: What to do about it.
    """

    def __init__(self, shown_as: str, reason: str, hint: str) -> None:
        super().__init__(f"{shown_as} cannot be used: {reason}", hint)
        self.reason = reason


class Zip:
    """A zip file of somebody else.

    Args:
        file: The file, open.
        shown_as: What to call it.
        hint: What to do if it cannot be used.
        most_files: Files that it may hold.
        most_bytes: Bytes that all of them together may have, unpacked.

    Raises:
        UnzipError: It is no zip file, is damaged, locked, too large, or made to do harm.
    """

    def __init__(self, file: IO[bytes], shown_as: str, hint: str, *, most_files: int, most_bytes: int) -> None:
        self._shown_as, self._hint = shown_as, hint
        try:
            self._zip = zipfile.ZipFile(_Frugal(file))
            infos = [info for info in self._zip.infolist() if not info.is_dir()]
        except _SURPRISES as error:
            raise self.refusal(f"it is no zip file, or cannot be unpacked: {error}") from error
        if len(infos) > most_files:
            raise self.refusal(f"unpacked, it has more than {most_files} files")
        if sum(info.file_size for info in infos) > most_bytes:
            raise self.refusal(f"unpacked, the file is larger than {most_bytes // 2**20} MB")
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._check(info)
            self._infos[info.filename] = info

    def _check(self, info: zipfile.ZipInfo) -> None:
        name = repr(info.filename[:60])
        if info.filename in self._infos:
            raise self.refusal(f"it holds {name} twice")
        if info.flag_bits & 1:
            raise self.refusal(f"{name} in it is locked with a password")
        if info.compress_type not in _PLAIN:
            method = zipfile.compressor_names.get(info.compress_type, str(info.compress_type))  # type: ignore[attr-defined]
            raise self.refusal(f"{name} in it is packed by the method {method}; only deflate is unpacked")

    def refusal(self, reason: str) -> UnzipError:
        """The error of this file."""
        return UnzipError(self._shown_as, reason, self._hint)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(sorted(self._infos))

    def sizes(self, name: str) -> tuple[int, int]:
        """Bytes of a file as it says, packed and unpacked."""
        return self._infos[name].compress_size, self._infos[name].file_size

    def read(self, name: str, most: int | None = None) -> bytes:
        """A file of it.

        Raises:
            UnzipError: It is not there, has more than ``most`` bytes, or is damaged.
        """
        return b"".join(self._parts(name, most))

    def sha256(self, name: str) -> str:
        """The digest of a file, in hexadecimal.

        Raises:
            UnzipError: It is not there, or is damaged.
        """
        digest = hashlib.sha256()
        for part in self._parts(name):
            digest.update(part)
        return digest.hexdigest()

    def _parts(self, name: str, most: int | None = None) -> Iterator[bytes]:
        info = self._infos.get(name)
        if info is None:
            raise self.refusal(f"{name[:80]!r} is not in it")
        if most is not None and info.file_size > most:
            raise self.refusal(f"{name[:80]!r} in it is larger than {most // 2**20} MB")
        left = info.file_size
        try:
            with self._zip.open(info) as file:
                while part := file.read(_PART):
                    left -= len(part)
                    if left < 0:
                        raise self.refusal(f"{name[:80]!r} in it is larger than it says")
                    yield part
        except _SURPRISES as error:
            raise self.refusal(f"{name[:80]!r} in it is damaged and cannot be unpacked: {error}") from error


class _Frugal:
    """A file of which nobody reads more than a bounded piece at a time, whatever a header says."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(min(size, _LARGEST_READ + 1) if size >= 0 else _LARGEST_READ + 1)
        if len(data) > _LARGEST_READ:
            raise ValueError("its list of files is too long")
        return data
