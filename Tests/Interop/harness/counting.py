"""The archive's side of the connections, in an event loop of its own: how many there are at once, and when each ends."""

from __future__ import annotations

import asyncio
import socket
import threading
import time

from .processes import LOOPBACK

ABORT = 7
DATA = 4
CANCEL = bytes.fromhex("0000 0001 0200 0000 ff0f")


class Gate:
    """Listens before an archive and passes on; counts connections from their acceptance to the gateway's end of them.

    `mode` is what becomes of a new connection: "pass" it on, "hang" up on it at once, or keep it "silent".
    `aborts` and `cancels` note when an A-ABORT (PS3.8 §9.3.8) or a C-CANCEL (PS3.7 §9.3.2.3) came from the gateway,
    and `ends` when the gateway ended a connection. `pace` is a pause in seconds after every 16 KiB from the archive, `pace_in` after every 16 KiB of the other way.
    """

    def __init__(self, target: int = 0, mode: str = "pass", pace: float = 0, pace_in: float = 0):
        self.target = target
        self.pace = pace
        self.pace_in = pace_in
        self.mode = mode
        self.now = 0
        self.most = 0
        self.attempts: list[float] = []
        self.aborts: list[float] = []
        self.cancels: list[float] = []
        self.ends: list[float] = []
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> "Gate":
        self._thread.start()
        self._ready.wait(5)
        return self

    def stop(self) -> None:
        def end() -> None:
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.call_later(0.1, self._loop.stop)

        self._loop.call_soon_threadsafe(end)
        self._thread.join(5)

    def reset(self) -> None:
        self.most = self.now
        self.attempts, self.aborts, self.cancels, self.ends = [], [], [], []

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, LOOPBACK, self.port, limit=1 << 20))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _serve(self, near: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        self.attempts.append(time.monotonic())
        self.now += 1
        self.most = max(self.most, self.now)
        far_sink = back = None
        try:
            if self.mode == "hang":
                return
            if self.mode == "pass":
                far, far_sink = await asyncio.open_connection(LOOPBACK, self.target, limit=1 << 20)
                back = asyncio.ensure_future(self._copy(far, sink, far_sink.get_extra_info("socket")))
            await self._watch(near, far_sink)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            # Counted out before the gateway can see that this side has closed.
            self.now -= 1
            self.ends.append(time.monotonic())
            if far_sink:
                far_sink.close()
            if back:
                back.cancel()
            sink.close()

    async def _watch(self, near: asyncio.StreamReader, sink: asyncio.StreamWriter | None) -> None:
        """Passes on what the gateway sends, and looks at the type of each PDU."""
        rest = 0
        header = b""
        kind = 0
        while data := await near.read(1 << 14 if self.pace_in else 1 << 18):
            if self.pace_in:
                await asyncio.sleep(self.pace_in)
            if sink:
                sink.write(data)
            while data:
                if rest:
                    taken = min(rest, len(data))
                    # A command set is small and travels in one piece: its Command Field (0000,0100) is 0FFF.
                    if kind == DATA and CANCEL in data[:taken]:
                        self.cancels.append(time.monotonic())
                    rest, data = rest - taken, data[taken:]
                    continue
                taken = data[: 6 - len(header)]
                header, data = header + taken, data[len(taken) :]
                if len(header) == 6:
                    kind = header[0]
                    if kind == ABORT:
                        self.aborts.append(time.monotonic())
                    rest, header = int.from_bytes(header[2:6], "big"), b""
            if sink:
                await sink.drain()

    async def _copy(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, end: socket.socket) -> None:
        try:
            # As the gateway itself does: dcmqrscp waits for every acknowledgement, and the option does not stick.
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            while data := await source.read(1 << 14 if self.pace else 1 << 18):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
                sink.write(data)
                await sink.drain()
                if self.pace:
                    await asyncio.sleep(self.pace)
        except (OSError, asyncio.CancelledError):
            pass
        sink.close()
