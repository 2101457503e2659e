"""A TCP relay between the gateway and an archive: it counts, delays, and cuts at an exact byte."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Callable

from .processes import LOOPBACK


class Relay:
    """Listens on loopback and passes every connection on to `target`.

    `connections` and `bytes_to_archive` count what the gateway sent; `on_offset` is called once, from the
    relaying thread, before the byte at `offset` of what the archive sends would be passed on.
    """

    def __init__(self, target: int):
        self.target = target
        self.connections = 0
        self.bytes_to_archive = 0
        self.bytes_from_archive = 0
        self.offset: int | None = None
        self.on_offset: Callable[[], None] | None = None
        self._lock = threading.Lock()
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def arm(self, offset: int, action: Callable[[], None]) -> None:
        """Calls `action` when `offset` more bytes have come from the archive."""
        with self._lock:
            self.bytes_from_archive = 0
            self.offset, self.on_offset = offset, action

    def disarm(self) -> None:
        with self._lock:
            self.offset = self.on_offset = None

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection((LOOPBACK, self.target))
        except OSError:
            near.close()
            return
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        back = threading.Thread(target=self._pass, args=(far, near, False), daemon=True)
        back.start()
        self._pass(near, far, True)
        back.join()
        near.close()
        far.close()

    def _pass(self, source: socket.socket, sink: socket.socket, to_archive: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(1 << 18):
                sink.sendall(data if to_archive else self._cut(data))
                if to_archive:
                    with self._lock:
                        self.bytes_to_archive += len(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _cut(self, data: bytes) -> bytes:
        """What of `data` may still pass before the armed offset; past it the action is run."""
        with self._lock:
            before = self.bytes_from_archive
            self.bytes_from_archive += len(data)
            if self.offset is None or self.bytes_from_archive < self.offset:
                return data
            action, keep = self.on_offset, max(0, self.offset - before)
            self.offset = self.on_offset = None
        if action:
            action()
        return data[:keep]
