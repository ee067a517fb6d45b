"""Zip files: the same bytes for the same content; nothing of an enemy's file is trusted."""

import io
import json
import zipfile

import pytest

from polyleaf.delivery.archive import MIB, opened_archive, packed
from polyleaf.delivery.old_stock import read_bundle
from polyleaf.errors import UsageError


def archive(path, files, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, content in files:
            file.writestr(name, content)
    return path


def ticket(**changes):
    whole = {"organisation": "", "proof_contact": "", "items": [], "documents": {}, "still_current": []}
    return json.dumps({"format": 1, **whole, **changes}).encode()


def test_order_and_clock_do_not_show(tmp_path):
    (tmp_path / "b").write_bytes(b"2")
    one, other = packed({"a": b"1", "b": tmp_path / "b"}), packed({"b": b"2", "a": b"1"})
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as file:
        assert [entry.filename for entry in file.infolist()] == ["a", "b"]
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in file.infolist()} == {0o100644}


def test_what_was_packed_is_read(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"press/a.pdf": b"abc"}))
    with opened_archive(path, "a.zip") as file:
        assert file.names == ("press/a.pdf",)
        assert file.read("press/a.pdf", 3) == b"abc"
        with pytest.raises(UsageError, match="larger"):
            file.read("press/a.pdf", 2)
        with pytest.raises(UsageError, match="not in it"):
            file.read("b", 9)


@pytest.mark.parametrize(
    "name", ["../a.pdf", "a/../../b", "/etc/passwd", "a\\..\\b", "C:a", "..", "a/./b", "a\nb", "x" * 300]
)
def test_names_that_lead_elsewhere(tmp_path, name):
    path = archive(tmp_path / "a.zip", [(name, b"")])
    with pytest.raises(UsageError, match="written elsewhere"), opened_archive(path, "a.zip"):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(tmp_path):
    path = archive(tmp_path / "a.zip", [("job.json", b"1"), ("job.json", b"2")])
    with pytest.raises(UsageError, match="twice"), opened_archive(path, "a.zip"):
        pass


def test_a_bomb_is_not_unfolded(tmp_path):
    path = archive(tmp_path / "a.zip", [("job.json", b"\0" * 40 * MIB)], zipfile.ZIP_DEFLATED)
    with pytest.raises(UsageError, match="zip bomb"):
        read_bundle(path)


def test_a_size_that_is_a_lie(tmp_path):
    path = archive(tmp_path / "a.zip", [("job.json", b"a" * 5000)], zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"damaged|larger than it says"):
        read_bundle(path)


def test_too_many_files(tmp_path):
    path = archive(tmp_path / "a.zip", [(str(number), b"") for number in range(20_001)])
    with pytest.raises(UsageError, match="more than 20000 files"):
        read_bundle(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"PK\3\4" + b"\0" * 100, b"PK\5\6" + b"\xff" * 18])
def test_no_zip_file(tmp_path, content):
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"no zip file|not in it"):
        read_bundle(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"format": 2}',
        b"\xff\xfe",
        b"[" * 100_000,
        ticket(organisation=1),
        ticket(items=[{}]),
        ticket(items=5),
        ticket(documents={"a": 5}),
        ticket(documents=[]),
        ticket(still_current=None),
    ],
)
def test_no_job_ticket(tmp_path, content):
    path = archive(tmp_path / "a.zip", [("job.json", content)])
    with pytest.raises(UsageError, match=r"a\.zip:job\.json is no job ticket"):
        read_bundle(path)


def test_every_cut_and_every_flipped_byte_is_refused_or_read(tmp_path):
    whole = packed({"job.json": b'{"format": 1, "organisation": "a"}', "b": b"0123456789"})
    path = tmp_path / "a.zip"
    for at in range(len(whole)):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            path.write_bytes(data)
            with pytest.raises(UsageError):
                read_bundle(path)
