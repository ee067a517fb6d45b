"""Zip files of others: unpacked within bounds, and refused in words whatever is wrong with them."""

from __future__ import annotations

import io
import json
import random
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from tests.catalog.exchange_samples import Folder

from polyleaf.catalog.exchange.formats import read_reply
from polyleaf.delivery.archive import opened_archive, packed
from polyleaf.delivery.old_stock import read_bundle
from polyleaf.errors import UsageError
from polyleaf.translating.sending import export
from polyleaf.zipped import UnzipError, Zip

MIB = 2**20
TICKET = json.dumps({"format": 1, "organisation": "", "proof_contact": "", "items": [], "documents": {}, "still_current": []})  # fmt: skip # noqa: E501


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def claiming(data: bytes, *, size: int | None = None, method: int | None = None) -> bytes:
    """The file with another unpacked size or method in all its headers."""
    changed = bytearray(data)
    for signature, at_size, at_method in ((b"PK\x03\x04", 22, 8), (b"PK\x01\x02", 24, 10)):
        start = 0
        while (start := changed.find(signature, start)) >= 0:
            if size is not None:
                changed[start + at_size : start + at_size + 4] = size.to_bytes(4, "little")
            if method is not None:
                changed[start + at_method : start + at_method + 2] = method.to_bytes(2, "little")
            start += 4
    return bytes(changed)


def opened(data: bytes, most_files: int = 100, most_bytes: int = 8 * MIB) -> Zip:
    return Zip(io.BytesIO(data), "a.zip", "Ask again.", most_files=most_files, most_bytes=most_bytes)


def all_of(data: bytes) -> dict[str, bytes]:
    file = opened(data)
    return {name: file.read(name) for name in file.names}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_every_program_writes_is_read(method):
    files = {"a.xml": b"<a/>" * 1000, "folder/b": b"", "ż": b"1"}
    assert all_of(zipped(files, method)) == files


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("size", [None, 5_000])
def test_other_methods_are_refused_before_they_unfold(method, size):
    bomb = claiming(zipped({"a": b"\0" * 64 * MIB}, method), size=size)
    assert len(bomb) < MIB
    tracemalloc.start()
    with pytest.raises(UnzipError, match=r"packed by the method|larger than 8 MB"):
        all_of(bomb)
    assert tracemalloc.get_traced_memory()[1] < MIB
    tracemalloc.stop()


@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93, 95, 98, 99, 65535])
def test_a_method_that_is_claimed_is_refused(method):
    with pytest.raises(UnzipError, match="packed by the method"):
        all_of(claiming(zipped({"a": b"words"}), method=method))


def test_no_more_is_unpacked_than_a_header_says():
    bomb = claiming(zipped({"a": b"\0" * 64 * MIB}), size=5_000)
    tracemalloc.start()
    with pytest.raises(UnzipError, match="damaged"):
        all_of(bomb)
    assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    tracemalloc.stop()


def test_files_that_are_large_together_are_refused():
    with pytest.raises(UnzipError, match="larger than 8 MB"):
        all_of(zipped({str(number): b"\0" * MIB for number in range(9)}))
    with pytest.raises(UnzipError, match="more than 100 files"):
        all_of(zipped({str(number): b"" for number in range(101)}))


def test_a_list_of_files_without_end_is_not_held():
    entry = zipped({"a": b""})
    entry = entry[entry.index(b"PK\x01\x02") : entry.index(b"PK\x05\x06")]
    many = 300_000
    end = b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff" * 2 + (many * len(entry)).to_bytes(4, "little") + b"\0" * 6
    data = entry * many + end
    tracemalloc.start()
    with pytest.raises(UnzipError, match="too long"):
        opened(data)
    assert tracemalloc.get_traced_memory()[1] < 30 * MIB
    tracemalloc.stop()


def test_a_file_with_a_password_is_refused():
    data = bytearray(zipped({"a": b"words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnzipError, match="password"):
        all_of(bytes(data))


@pytest.fixture(scope="module")
def sheet(tmp_path_factory) -> bytes:
    root = tmp_path_factory.mktemp("sheet")
    export(Folder(root / "project").exchange(), "eyes", "pl", "xlsx", root / "out.xlsx")
    return (root / "out.xlsx").read_bytes()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with its structure changed on purpose: fields of headers, their order, their number."""
    changed = bytearray(data)
    marks = [
        at
        for signature in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")
        for at in range(len(changed))
        if changed.startswith(signature, at)
    ]
    for _ in range(chance.randint(1, 3)):
        at = chance.choice(marks) + chance.randint(0, 46)
        width = chance.choice((1, 2, 4))
        value = chance.choice((0, 1, 12, 14, 0xFF, 0x7FFF, 0xFFFF, chance.getrandbits(32))) & (256**width - 1)
        changed[at : at + width] = value.to_bytes(width, "little")
    if chance.random() < 0.2:
        start, end = sorted(chance.sample(range(len(changed)), 2))
        changed[start:end] = chance.choice((b"", changed[start:end] * 2))
    return bytes(changed)


def no_surprise(folder: Path, sheet: bytes, number: int) -> None:
    bundle = packed({"job.json": TICKET.encode(), "press/a.pdf": b"%PDF-1.7" * 50})
    chance = random.Random(number)  # noqa: S311 - the same mutations each time
    (folder / "a.zip").write_bytes(mutated(bundle, chance))
    (folder / "a.xlsx").write_bytes(mutated(sheet, chance))
    with suppress(UsageError):
        read_bundle(folder / "a.zip")
    with suppress(UsageError), opened_archive(folder / "a.zip", "a.zip") as archive:
        for name in archive.names:
            with suppress(UsageError):
                archive.sha256(name)
    with suppress(UsageError):
        read_reply(folder / "a.xlsx", "a.xlsx")


def test_a_mutated_structure_ends_in_words(tmp_path, sheet):
    for number in range(200):
        no_surprise(tmp_path, sheet, number)


@pytest.mark.slow
def test_thousands_of_mutated_structures_end_in_words(tmp_path, sheet):
    for number in range(200, 3000):
        no_surprise(tmp_path, sheet, number)
