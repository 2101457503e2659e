"""Strict readers of HTTP answers: a socket client that tells a clean end from a cut one, and a multipart reader."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass, field

from .processes import LOOPBACK

MULTIPART_DICOM = 'multipart/related; type="application/dicom"'
MULTIPART_STORED = "multipart/related; type=application/octet-stream; transfer-syntax=*"
MULTIPART_BYTES = 'multipart/related; type="application/octet-stream"'
DICOM_JSON = "application/dicom+json"


@dataclass
class Part:
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("Content-Type", "").split(";")[0].strip()

    @property
    def transfer_syntax(self) -> str | None:
        match = re.search(r"transfer-syntax=([0-9.]+)", self.headers.get("Content-Type", ""))
        return match.group(1) if match else None


def boundary_of(content_type: str) -> bytes:
    """The boundary, which R-40 wants short, from the plain set and unquoted."""
    assert content_type.lower().startswith("multipart/related"), content_type
    assert re.search(r"type=\"?[a-z]+/[a-z0-9.+-]+\"?", content_type), f"no root type in {content_type}"
    match = re.search(r"boundary=([A-Za-z0-9'_.-]{1,70})(?:;|$)", content_type)
    assert match, f"no plain boundary in {content_type}"
    return match.group(1).encode()


def read_multipart(content_type: str, body: bytes) -> list[Part]:
    """Splits a complete body by the letter of RFC 2046 and requirements R-40 to R-43; any slip is an error."""
    delimiter = b"--" + boundary_of(content_type)
    assert body.startswith(delimiter + b"\r\n"), f"body begins with {body[:60]!r}"
    parts, position = [], len(delimiter) + 2
    while True:
        header_end = body.index(b"\r\n\r\n", position)
        assert header_end - position < 1000, "a part's header block is too long for dicomweb-client (JS)"
        headers = {}
        for line in body[position:header_end].decode("ascii").split("\r\n"):
            name, _, value = line.partition(":")
            headers[name] = value.strip()
        assert "Content-Type" in headers, f"no Content-Type spelled so in {headers}"
        end = body.index(b"\r\n" + delimiter, header_end + 4)
        parts.append(Part(headers, body[header_end + 4 : end]))
        position = end + 2 + len(delimiter)
        if body[position : position + 2] == b"--":
            assert body[position + 2 :] in (b"", b"\r\n"), "bytes after the closing delimiter"
            return parts
        assert body[position : position + 2] == b"\r\n", body[position : position + 20]
        position += 2


def parts_of(response) -> list[Part]:
    """The parts of an answer of `requests`."""
    return read_multipart(response.headers["Content-Type"], response.content)


@dataclass
class RawAnswer:
    """An answer as a socket saw it; `is_clean` when it ended as its own framing says it must."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_clean: bool = False
    reason: str = ""


class RawClient:
    """One HTTP/1.1 exchange on a plain socket."""

    def __init__(self, port: int, timeout: float = 30):
        self.socket = socket.create_connection((LOOPBACK, port), timeout=timeout)
        self.buffer = b""

    def __enter__(self) -> "RawClient":
        return self

    def __exit__(self, *_) -> None:
        self.socket.close()

    def send(self, method: str, target: str, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        """Sends the target as it stands: nothing is encoded or normalised."""
        lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", *(f"{k}: {v}" for k, v in (headers or {}).items())]
        self.socket.sendall("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    def _more(self) -> bool:
        data = self.socket.recv(1 << 18)
        self.buffer += data
        return bool(data)

    def _line(self) -> bytes:
        while b"\r\n" not in self.buffer:
            if not self._more():
                raise EOFError("connection closed inside a line")
        line, self.buffer = self.buffer.split(b"\r\n", 1)
        return line

    def _exactly(self, count: int) -> bytes:
        pieces, have = [self.buffer], len(self.buffer)
        while have < count:
            data = self.socket.recv(min(1 << 20, count - have))
            if not data:
                self.buffer = b""
                raise EOFError(f"connection closed {count - have} bytes early")
            pieces.append(data)
            have += len(data)
        whole = b"".join(pieces)
        self.buffer = whole[count:]
        return whole[:count]

    def head(self) -> RawAnswer:
        """Reads the status line and the header."""
        answer = RawAnswer()
        answer.status = int(self._line().split(b" ")[1])
        while line := self._line():
            name, _, value = line.decode("latin-1").partition(":")
            answer.headers[name.strip().lower()] = value.strip()
        return answer

    def receive(self) -> RawAnswer:
        """Reads a whole answer, and says how it ended."""
        answer = RawAnswer(reason="no head")
        try:
            answer = self.head()
            answer.body = self._body(answer)
            answer.is_clean = True
        except (EOFError, OSError, ValueError) as error:
            answer.reason = f"{type(error).__name__}: {error}"
        return answer

    def _body(self, answer: RawAnswer) -> bytes:
        if answer.status in (204, 304):
            return b""
        if "content-length" in answer.headers:
            return self._exactly(int(answer.headers["content-length"]))
        if answer.headers.get("transfer-encoding", "").lower() != "chunked":
            raise ValueError("neither Content-Length nor chunked: an end that nobody can tell from a cut")
        pieces = []
        while size := int(self._line().split(b";")[0], 16):
            pieces.append(self._exactly(size))
            if self._exactly(2) != b"\r\n":
                raise ValueError("no CRLF after a chunk")
        while self._line():
            pass
        return b"".join(pieces)


def raw_request(port: int, target: str, headers: dict[str, str] | None = None, method: str = "GET", body: bytes = b"") -> RawAnswer:
    """One request on a new connection, its target sent byte for byte."""
    with RawClient(port) as client:
        client.send(method, target, headers, body)
        return client.receive()


def multipart(parts: list[bytes], media_type: str = "application/dicom", boundary: str = "interop-boundary") -> tuple[str, bytes]:
    """The Content-Type and body of a store request."""
    pieces = [f"--{boundary}\r\nContent-Type: {media_type}\r\n\r\n".encode() + part + b"\r\n" for part in parts]
    return f'multipart/related; type="{media_type}"; boundary={boundary}', b"".join(pieces) + f"--{boundary}--\r\n".encode()
