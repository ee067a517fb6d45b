"""Zip files: written so that the same content gives the same bytes, read as if an enemy had made them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import open_plain
from polyleaf.zipped import Zip

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip file can name: no clock shows in the file."""

_MODE = 0o100644 << 16
"""A plain file that everybody may read."""

_UNIX = 3
MIB = 1024 * 1024
MOST_BYTES = 2048 * MIB
"""Of all that is in a file once unpacked: 2,000 press files have 1,500 MB."""

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


@contextmanager
def opened_archive(path: Path, shown_as: str) -> Iterator[Zip]:
    """A zip file, open and looked through.

    Raises:
        MachineError: It cannot be read.
        UsageError: It is no zip file, is damaged, or is made to do harm.
    """
    try:
        file = open_plain(path, shown_as)
    except FileNotFoundError as error:
        raise UsageError(f"{shown_as} cannot be opened: {error.strerror}", "Check its name.") from error
    with file:
        hint = "Take the file as `polyleaf package` wrote it."
        archive = Zip(file, shown_as, hint, most_files=MOST_FILES, most_bytes=MOST_BYTES)
        for name in archive.names:
            small, unpacked = archive.sizes(name)
            if not _NAME.fullmatch(name):
                raise archive.refusal(f"it holds a file called {name[:60]!r}, which would be written elsewhere")
            if unpacked > MIB and unpacked > MOST_RATIO * max(1, small):
                raise archive.refusal(f"{name[:60]!r} in it unfolds to {unpacked // MIB} MB: a zip bomb")
        yield archive
