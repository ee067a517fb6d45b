"""The store: what has not its digest was never there; several builds may use it; it does not grow for ever."""

import hashlib
import http.server
import os
import threading
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.cache.action_result import Entry, decoded, encoded
from polyleaf.cache.http_store import HttpStore
from polyleaf.cache.local_store import LocalStore
from polyleaf.cache.store import Store, own_store
from polyleaf.errors import UsageError

KEY, OTHER = "a" * 64, "b" * 64
PAGE = b"%PDF 5 drops"


def a_store(folder, limit=10**9, server=None):
    return Store(LocalStore(folder, limit), server)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


@contextmanager
def serving(kept, status=None):
    """A server of the kind that Bazel uses."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers.get("Authorization")))
            data = kept.get(self.path)
            self.send_response(status or (200 if data is not None else 404))
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def do_PUT(self):
            kept[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status or 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_): ...

    asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/polyleaf", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_what_was_put_in_comes_out(tmp_path):
    store = a_store(tmp_path)
    assert store.find(KEY) is None
    store.keep(KEY, "eyes.pdf", PAGE, b"told")
    hit = a_store(tmp_path).find(KEY)
    assert (hit.data, hit.told, hit.entry.path) == (PAGE, b"told", "eyes.pdf")


@pytest.mark.parametrize("at", range(len(PAGE)))
def test_a_flipped_byte_of_a_file_is_a_miss(tmp_path, at):
    a_store(tmp_path).keep(KEY, "eyes.pdf", PAGE, b"")
    path = next((tmp_path / "cas").rglob(sha256(PAGE)))
    path.write_bytes(PAGE[:at] + bytes([PAGE[at] ^ 1]) + PAGE[at + 1 :])
    assert a_store(tmp_path).find(KEY) is None
    assert not path.exists(), "it is not asked again"
    a_store(tmp_path).keep(KEY, "eyes.pdf", PAGE, b"")
    assert a_store(tmp_path).find(KEY)


def test_a_flipped_bit_of_an_entry_never_gives_another_file(tmp_path):
    a_store(tmp_path).keep(KEY, "eyes.pdf", PAGE, b"told")
    path = next((tmp_path / "ac").rglob(KEY))
    data = path.read_bytes()
    for at in range(0, len(data) * 8, 5):
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << at % 8
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(flipped)
        hit = a_store(tmp_path).find(KEY)
        assert hit is None or (hit.data, hit.told) == (PAGE, b"told")
        a_store(tmp_path).keep(KEY, "eyes.pdf", PAGE, b"told")


@pytest.mark.parametrize("kind", ["ac", "cas"])
def test_what_is_lost_is_a_miss(tmp_path, kind):
    a_store(tmp_path).keep(KEY, "eyes.pdf", PAGE, b"")
    for path in (tmp_path / kind).rglob("*"):
        if path.is_file():
            path.unlink()
    assert a_store(tmp_path).find(KEY) is None


def test_what_was_longest_not_used_goes_first(tmp_path):
    local = LocalStore(tmp_path, 250_000)
    for number in range(3):
        data = bytes([number]) * 100_000
        local.add(f"{number}" * 64, b"x", sha256(data), data)
        for path in tmp_path.rglob("*"):
            if path.is_file() and path.stat().st_mtime > 10_000:
                os.utime(path, (number, number))
    assert local.file(sha256(b"\0" * 100_000), 100_000), "it was used just now"
    assert local.trim() >= 1
    assert local.file(sha256(b"\0" * 100_000), 100_000)
    assert local.file(sha256(b"\1" * 100_000), 100_000) is None
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 225_000


def test_a_store_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = a_store(tmp_path / "file")
    store.keep(KEY, "eyes.pdf", PAGE, b"")
    assert store.find(KEY) is None
    store.close()


def test_several_at_once_see_whole_files(tmp_path):
    wrong = []

    def work(number):
        store = a_store(tmp_path, limit=3_000)
        for turn in range(60):
            data = f"{turn % 7} ".encode() * 300
            hit = store.find(f"{turn % 7}" * 64)
            if hit is not None and hit.data != data:
                wrong.append((number, turn))
            store.keep(f"{turn % 7}" * 64, "x", data, b"")
            store.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not wrong


def test_another_computer_takes_it_from_the_server(tmp_path):
    kept = {}
    with serving(kept) as (address, asked):
        a_store(tmp_path / "one", server=HttpStore(address, upload=True)).keep(KEY, "eyes.pdf", PAGE, b"told")
        assert sorted(kept) == [f"/polyleaf/ac/{KEY}", f"/polyleaf/cas/{sha256(PAGE)}"]
        other = a_store(tmp_path / "other", server=HttpStore(address, upload=False))
        assert other.find(KEY, here_only=True) is None
        assert not asked
        assert other.find(KEY).data == PAGE
        asked.clear()
        assert other.find(KEY).data == PAGE, "now it has its own"
        assert not asked
        other.keep(OTHER, "ears.pdf", b"ears", b"")
        assert len(kept) == 2


def test_what_a_server_has_wrong_is_a_miss(tmp_path):
    kept = {}
    with serving(kept) as (address, _):
        server = HttpStore(address, upload=True)
        Store(None, server).keep(KEY, "eyes.pdf", PAGE, b"")
        for wrong in (PAGE[:-1], PAGE + b"!", PAGE.replace(b"5", b"9"), b""):
            kept[f"/polyleaf/cas/{sha256(PAGE)}"] = wrong
            assert a_store(tmp_path, server=server).find(KEY) is None
        for wrong in (b"", b"\xff" * 100, b"<html>Please log in</html>", encoded(Entry("x", "../../etc", 1, b""))):
            kept[f"/polyleaf/ac/{KEY}"] = wrong
            assert a_store(tmp_path, server=server).find(KEY) is None
        assert not server.trouble


def test_a_name_and_password_are_sent_and_never_shown():
    with serving({}) as (address, asked):
        server = HttpStore(address.replace("//", "//anna:p%40ss@"), upload=True)
        server.entry(KEY)
        assert asked[0][1] == "Basic YW5uYTpwQHNz"
        assert "p%40ss" not in server.address
        assert "anna" not in server.address


@pytest.mark.parametrize("status", [500, 403, 301])
def test_a_server_in_trouble_is_left_alone(tmp_path, status):
    with serving({}, status) as (address, asked):
        store = a_store(tmp_path, server=HttpStore(address, upload=True))
        assert [store.find(KEY), store.find(OTHER)] == [None, None]
        assert len(asked) == 1
        assert str(status) in store.trouble


def test_no_server_is_told_once(tmp_path):
    with serving({}) as (address, _):
        pass
    store = a_store(tmp_path, server=HttpStore(address, upload=True))
    assert store.find(KEY) is None
    store.keep(KEY, "eyes.pdf", PAGE, b"")
    assert store.find(KEY).data == PAGE
    assert address in store.trouble


@pytest.mark.parametrize(
    "address", ["file:///etc", "ftp://x/y", "cache.example.org", "http://", "http://[::1", "http://x:99999/y"]
)
def test_only_http_is_an_address(address):
    with pytest.raises(UsageError, match="no web address"):
        HttpStore(address, upload=False)


@given(st.binary(max_size=300))
def test_whatever_bytes_are_an_entry_or_none(data):
    entry = decoded(data)
    assert entry is None or decoded(encoded(entry)) == entry


@given(st.text(max_size=40), st.integers(0, 2**40), st.binary(max_size=300))
def test_an_entry_comes_back(path, size, told):
    entry = Entry(path, "0" * 64, size, told)
    assert decoded(encoded(entry)) == entry


def test_the_bytes_are_those_of_the_remote_execution_api():
    """Written down by hand from ``remote_execution.proto``: output_files = 2, path = 1, digest = 2, hash = 1, …"""
    told = encoded(Entry("a", "0" * 64, 300, b"hi"))
    digest = b"\x0a\x40" + b"0" * 64 + b"\x10\xac\x02"
    file = b"\x0a\x01a" + b"\x12" + bytes([len(digest)]) + digest
    assert told == b"\x12" + bytes([len(file)]) + file + b"\x2a\x02hi"


def test_a_limit_that_is_no_number_is_told(monkeypatch):
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "2 GB")
    with pytest.raises(UsageError, match="no number of MB"):
        own_store()
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "0")
    assert not own_store().is_open
