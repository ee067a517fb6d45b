"""The desk on a real socket: ports, many connections, slow ones."""

import socket
import threading
import time
from contextlib import suppress

import pytest
import uvicorn
from tests.preview.conftest import TOKEN, desk_on

from polyleaf.cli.main import run
from polyleaf.preview import server as module
from polyleaf.preview.app import application


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
