"""Many HTTP clients at once in one thread: each asks again and again, and notes what it got and how long it took."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import Callable, Iterable

from .processes import LOOPBACK


@dataclass
class Answer:
    """One exchange. `status` is 0 when the connection broke before the end of the body."""

    status: int
    seconds: float
    headers: dict[str, str] = field(default_factory=dict)
    length: int = 0
    at: float = 0
    """When it was there, by the monotonic clock."""

    @property
    def timing(self) -> dict[str, float]:
        return server_timing(self.headers.get("server-timing", ""))


def server_timing(header: str) -> dict[str, float]:
    """The durations of a Server-Timing header, in milliseconds by name."""
    entries = {}
    for entry in filter(None, header.split(",")):
        match = re.fullmatch(r"\s*([a-z]+)(?:;desc=([a-z]+))?;dur=([0-9]+\.[0-9]+)\s*", entry)
        assert match, f"not the grammar of W3C Server Timing: {entry!r}"
        entries[match.group(1)] = float(match.group(3))
    return entries


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


class Client:
    """A keep-alive connection that is opened again when it breaks."""

    def __init__(self, port: int, address: str = LOOPBACK):
        self.port = port
        self.address = address
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def get(self, path: str, accept: str = "*/*", limit: float = 120) -> Answer:
        """One GET; a broken connection is an answer with status 0."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(limit):
                answer = await self._exchange(path, accept)
        except (OSError, EOFError, TimeoutError, asyncio.IncompleteReadError):
            self.close()
            answer = Answer(0, 0)
        answer.at = time.monotonic()
        answer.seconds = answer.at - started
        return answer

    def close(self) -> None:
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def _exchange(self, path: str, accept: str) -> Answer:
        if self.writer is None:
            local = (self.address, 0) if self.address != LOOPBACK else None
            self.reader, self.writer = await asyncio.open_connection(LOOPBACK, self.port, local_addr=local)
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nAccept: {accept}\r\n\r\n".encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        answer = Answer(int(head[0].split(" ")[1]), 0, headers)
        if "content-length" in headers:
            answer.length = len(await self.reader.readexactly(int(headers["content-length"])))
        elif headers.get("transfer-encoding") == "chunked":
            while size := int(await self.reader.readline(), 16):
                answer.length += size
                await self.reader.readexactly(size + 2)
            await self.reader.readline()
        return answer


def run(port: int, clients: list[Callable[[int], tuple[str, str]]], seconds: float, pause: float = 0.0) -> list[list[Answer]]:
    """Lets each client ask, one request after the other, for `seconds`; gives the answers by client.

    A client is what gives the path and the Accept of its n-th request. After an answer that is no success it waits
    `pause`, as one that retries does; the clients begin spread over a pause.
    """

    async def ask(client: Callable[[int], tuple[str, str]], address: str, begin: float) -> list[Answer]:
        connection, answers = Client(port, address), []
        end = time.monotonic() + seconds
        await asyncio.sleep(begin)
        while time.monotonic() < end:
            answers.append(await connection.get(*client(len(answers))))
            if answers[-1].status not in (200, 204) and pause:
                await asyncio.sleep(pause)
        connection.close()
        return answers

    async def together() -> list[list[Answer]]:
        # Each from an address of its own: the gateway's queue is fair by client.
        return await asyncio.gather(*(ask(client, f"127.1.{n // 250}.{n % 250 + 1}", pause * n / len(clients)) for n, client in enumerate(clients)))

    return asyncio.run(together())


def burst(port: int, paths: list[tuple[str, str]], limit: float = 120) -> list[Answer]:
    """All requests at once, each on a connection of its own."""

    async def together() -> list[Answer]:
        async def ask(path: str, accept: str) -> Answer:
            connection = Client(port)
            answer = await connection.get(path, accept, limit)
            connection.close()
            return answer

        return await asyncio.gather(*(ask(*path) for path in paths))

    return asyncio.run(together())
