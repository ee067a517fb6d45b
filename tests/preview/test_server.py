"""The desk on a real socket: ports, many connections, slow ones."""

import json
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
import uvicorn
from tests.preview.conftest import TOKEN, desk_on

from polyleaf.cli.main import run
from polyleaf.preview import server as module
from polyleaf.preview.app import application

ROOT = Path(__file__).parents[2]


@pytest.fixture
def address(folder, monkeypatch):
    """A desk that serves; a request may take half a second to be written."""
    monkeypatch.setattr(module, "_SECONDS", 0.5)
    monkeypatch.setattr(module, "CONNECTIONS", 100)
    sock = module.listening(0)
    port = sock.getsockname()[1]
    config = module.configuration(application(desk_on(folder.root, read_only=True), module.hosts(port)))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: server.run(sockets=[sock]))
    thread.start()
    yield ("127.0.0.1", port)
    server.should_exit = True
    thread.join(5)
    sock.close()
    assert not thread.is_alive()


def ask(address, timeout=10.0):
    with socket.create_connection(address, timeout=timeout) as one:
        host = f"{address[0]}:{address[1]}"
        one.sendall(f"GET /{TOKEN}/static/desk.svg HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        data = b""
        while piece := one.recv(65536):
            data += piece
    return data


def test_five_hundred_connections_keep_nobody_out(address):
    idle = []
    for _ in range(500):
        one = socket.create_connection(address)
        one.sendall(b"GET / HTTP/1.1\r\nHost: ")
        idle.append(one)
    assert ask(address).startswith(b"HTTP/1.1 200")
    for one in idle:
        one.close()


def test_who_does_not_come_to_the_point_is_let_go(address):
    with socket.create_connection(address, timeout=5) as slow:
        for letter in "GET / HTTP/1.1":
            try:
                slow.sendall(letter.encode())
            except OSError:
                break
            time.sleep(0.08)
        with suppress(ConnectionError):
            assert slow.recv(1000) == b""
    assert ask(address).startswith(b"HTTP/1.1 200")


def test_a_port_in_use_is_told(folder, capsys):
    with module.listening(0) as sock:
        code = run(["serve", "-C", str(folder.root), "--port", str(sock.getsockname()[1])])
    told = capsys.readouterr().err
    assert code == 2
    assert "is in use by another program" in told
    assert "--port 0" in told


def memory(pid):
    """MB that a process and all below it take, what they share counted once."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    family = {pid}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    taken = 0
    for one in family:
        with suppress(OSError):
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_text(), re.MULTILINE)
            taken += int(found[1]) // 1024 if found else 0
    return taken


def flood(address, token):
    """100 MB without a word on how much it is; what the desk says."""
    host = f"{address[0]}:{address[1]}"
    head = f"POST /{token}/receive/eyes/pl?name=x.xlf HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
    with socket.create_connection(address, timeout=60) as one:
        piece = b"x" * 65536
        with suppress(OSError):
            one.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
            for _ in range(1600):
                one.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
        with suppress(OSError):
            return one.recv(200).split(b"\r\n")[0]
    return b""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="nobody says how much memory is taken")
def test_attacks_of_all_kinds_at_once_cost_little_memory_and_nothing_is_lost(folder):
    folder.leaflet("eyes")
    before = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}
    command = [sys.executable, ROOT / "cli.py", "serve", "-C", folder.root, "--port", "0", "-j", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            asked = urlsplit(re.search(r"http://\S+", desk.stdout.readline())[0])
            address, token = (asked.hostname, asked.port), asked.path.strip("/")
            most, said, over = [0], [], threading.Event()

            def watch():
                while not over.wait(0.2):
                    most[0] = max(most[0], memory(desk.pid))

            watching = threading.Thread(target=watch)
            watching.start()
            looking = socket.create_connection(address, timeout=60)
            files = "file=eyes/en_GB/large&file=eyes/pl/large&file=eyes/pl/clear"
            looking.sendall(f"GET /{token}/events?{files} HTTP/1.1\r\nHost: {asked.netloc}\r\n\r\n".encode())
            seen = b""
            while b'"done"' not in seen:
                seen += looking.recv(65536)
            crowd = [socket.create_connection(address) for _ in range(500)]
            floods = [threading.Thread(target=lambda: said.append(flood(address, token))) for _ in range(12)]
            for one in floods:
                one.start()
            for one in crowd[::5]:
                with suppress(OSError):
                    one.sendall(b"POST /x HTTP/1.1\r\nHost: ")
            for one in floods:
                one.join()
            over.set()
            watching.join()
            assert all(b" 413 " in one or b" 503 " in one or not one for one in said), said
            assert any(said)
            for one in (*crowd, looking):
                one.close()
            assert most[0] <= 500, most
        finally:
            desk.terminate()
            desk.communicate(timeout=30)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="nobody says how much memory is taken")
def test_twenty_saves_of_eight_files_that_are_looked_at_cost_little_memory(tmp_path):
    root = tmp_path / "project"
    assert run(["init", str(root)]) == run(["new", "knee", "-C", str(root)]) == 0
    files = [f"knee/{locale}/{edition}" for locale in ("en_GB", "pl", "ar", "ur") for edition in ("clear", "large")]
    leaflet = root / "leaflets/knee/leaflet.md"
    text = leaflet.read_text()
    command = [sys.executable, ROOT / "cli.py", "serve", "-C", root, "--port", "0", "-j", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            asked = urlsplit(re.search(r"http://\S+", desk.stdout.readline())[0])
            looking = socket.create_connection((asked.hostname, asked.port), timeout=120)
            query = "&".join(f"file={one}" for one in files)
            looking.sendall(f"GET {asked.path}events?{query} HTTP/1.1\r\nHost: {asked.netloc}\r\n\r\n".encode())
            most = []
            for number in range(21):
                seen = b""
                while b'"done"' not in seen:
                    seen += looking.recv(65536)
                    most.append(memory(desk.pid))
                for one in files:  # as a browser does
                    with urlopen(f"{asked.geturl()}reading/{one}") as told:  # noqa: S310 - of our own desk
                        assert json.load(told)["places"]
                    most.append(memory(desk.pid))
                changed = re.sub(
                    r"(?m)^summary:.*$", f"summary: What to know for the {number + 1}. time.", text, count=1
                )
                leaflet.write_text(changed)
            assert max(most) <= 450, most
        finally:
            desk.terminate()
            desk.communicate(timeout=30)
