"""Serves the desk on this computer alone; a client that is slow, or comes five hundred times, harms nobody."""

from __future__ import annotations

import asyncio
import errno
import socket
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from polyleaf.errors import MachineError, UsageError
from polyleaf.preview.guard import Guard
from polyleaf.workers.memory import share_one_heap

ADDRESS = "127.0.0.1"

CONNECTIONS = 200
"""Open at the same time; a browser has six. One more, and the oldest that has asked for nothing is closed."""

_SECONDS = 10.0
"""How long a request may take to be written."""

_HEADER_BYTES = 32 * 1024


class _Patient(H11Protocol):
    """A connection that is closed when no request comes in time."""

    _waiting: dict[Any, None]
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._waiting = self.app_state.setdefault("waiting", {})
        self._wait()
        if len(self.connections) > CONNECTIONS:
            oldest = next(iter(self._waiting), self)
            oldest.give_up()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def give_up(self) -> None:
        """Close the connection."""
        self._stop_waiting()
        self.transport.abort()

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(_SECONDS, self.give_up)
            self._waiting[self] = None

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._waiting.pop(self, None)


def listening(port: int) -> socket.socket:
    """A socket that takes connections of this computer.

    Args:
        port: Its port; 0 for any that is free.

    Raises:
        MachineError: It cannot be had.
        UsageError: The port is in use.
    """
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((ADDRESS, port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            hint = "Close the desk that is open already, or choose another: --port 0 takes one that is free."
            raise UsageError(f"port {port} is in use by another program", hint) from error
        raise MachineError(
            f"port {port} cannot be opened: {error.strerror or error}", "Choose another with --port."
        ) from error
    return sock


def hosts(port: int) -> tuple[str, ...]:
    """What browsers on this computer call us."""
    return (f"{ADDRESS}:{port}", f"localhost:{port}")


def configuration(app: Guard) -> uvicorn.Config:
    """How the desk is served: nothing is logged, nothing but HTTP is spoken, nobody is waited for."""
    return uvicorn.Config(
        app,
        http=_Patient,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=_HEADER_BYTES,
    )


def serve(app: Guard, sock: socket.socket) -> None:
    """Serve until Ctrl-C.

    Raises:
        KeyboardInterrupt: Somebody pressed Ctrl-C.
    """
    share_one_heap()
    uvicorn.Server(configuration(app)).run(sockets=[sock])
