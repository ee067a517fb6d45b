"""Zip files: written so that the same content gives the same bytes, read as if an enemy had made them."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from polyleaf.errors import UsageError

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip file can name: no clock shows in the file."""

_MODE = 0o100644 << 16
"""A plain file that everybody may read."""

_UNIX = 3
_PART = 1 << 20
MIB = 1024 * 1024
MOST_BYTES = 2048 * MIB
"""Of the file, and of all that is in it once unpacked: 2,000 press files have 1,500 MB."""

MOST_FILES = 20_000
MOST_RATIO = 200
"""Bytes that one byte may unfold to: text reaches 20, bombs 1,000."""

_NAME = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^/\\:\x00-\x1f\x7f][^\\:\x00-\x1f\x7f]{0,250}")


def packed(files: Mapping[str, bytes | Path]) -> bytes:
    """A zip file of these files, sorted by name, nothing compressed: PDF files are already, and compressors differ.

    Args:
        files: Content, or the file that holds it, by the name in the archive.

    Raises:
        OSError: A file cannot be read.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name in sorted(files):
            content = files[name]
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, content.read_bytes() if isinstance(content, Path) else content)
    return written.getvalue()


class Archive:
    """A zip file of somebody else, open.

    Args:
        file: The file.
        shown_as: What to call it.
    """

    def __init__(self, file: zipfile.ZipFile, shown_as: str) -> None:
        self._file, self._shown_as = file, shown_as
        entries = [entry for entry in file.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES:
            raise self._refusal(f"it holds more than {MOST_FILES} files")
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            self._check(entry)
            self._entries[entry.filename] = entry
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise self._refusal(f"unpacked it would be larger than {MOST_BYTES // MIB} MB")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(sorted(self._entries))

    def read(self, name: str, most: int) -> bytes:
        """A file of it.

        Raises:
            UsageError: It is not there, larger than ``most`` bytes, or damaged.
        """
        return b"".join(self._parts(name, most))

    def sha256(self, name: str) -> str:
        """The digest of a file, in hexadecimal.

        Raises:
            UsageError: As ``read``.
        """
        digest = hashlib.sha256()
        for part in self._parts(name, MOST_BYTES):
            digest.update(part)
        return digest.hexdigest()

    def _parts(self, name: str, most: int) -> Iterator[bytes]:
        entry = self._entries.get(name)
        if entry is None:
            raise self._refusal(f"{name} is not in it")
        left = min(most, entry.file_size)
        if entry.file_size > most:
            raise self._refusal(f"{name} is larger than {most // MIB} MB")
        try:
            with self._file.open(entry) as file:
                while part := file.read(_PART):
                    left -= len(part)
                    if left < 0:
                        raise self._refusal(f"{name} is larger than it says")
                    yield part
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise self._refusal(f"{name} in it is damaged: {error}") from error

    def _check(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename
        shown = repr(name[:60])
        if not _NAME.fullmatch(name):
            raise self._refusal(f"it holds a file called {shown}, which would be written elsewhere")
        if name in self._entries:
            raise self._refusal(f"it holds {shown} twice")
        if entry.flag_bits & 1:
            raise self._refusal(f"{shown} in it is locked with a password")
        if entry.file_size > MIB and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise self._refusal(f"{shown} in it unfolds to {entry.file_size // MIB} MB: a zip bomb")

    def _refusal(self, reason: str) -> UsageError:
        return UsageError(f"{self._shown_as} cannot be used: {reason}", "Take the file as `polyleaf package` wrote it.")


@contextmanager
def opened_archive(path: Path, shown_as: str) -> Iterator[Archive]:
    """A zip file, open and looked through.

    Raises:
        UsageError: It is no zip file, is damaged, or is made to do harm.
    """
    hint = "Take the file as `polyleaf package` wrote it."
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UsageError(f"{shown_as} is larger than {MOST_BYTES // MIB} MB", hint)
        file: IO[bytes] = path.open("rb")
    except OSError as error:
        raise UsageError(f"{shown_as} cannot be opened: {error.strerror}", "Check its name and your rights.") from error
    with file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise UsageError(f"{shown_as} is no zip file: {error}", hint) from error
        with archive:
            yield Archive(archive, shown_as)
