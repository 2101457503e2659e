"""What callers that lie about lengths cost Gantry's own provider (RELIABILITY A6): memory held for each, and its end."""

import re
import socket
import struct
import time

import pytest
from pynetdicom import AE
from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelFind, Verification

from harness.gantry import Demo
from harness.processes import LOOPBACK, resident_bytes, wait_until

MAXIMUM_PDU = 256 << 10
BOUND = 2 * MAXIMUM_PDU + (64 << 10)
FIND = b"1.2.840.10008.5.1.4.1.2.2.1"


def item(kind: int, body: bytes) -> bytes:
    return struct.pack(">BBH", kind, 0, len(body)) + body


def pdu(kind: int, body: bytes, length: int | None = None) -> bytes:
    return struct.pack(">BBI", kind, 0, len(body) if length is None else length) + body


def request(contexts: bytes, more: bytes = b"") -> bytes:
    titles = b"PACS".ljust(16) + b"EVIL".ljust(16) + bytes(32)
    user = item(0x50, item(0x51, struct.pack(">I", 16384)) + item(0x52, b"1.2.3") + more)
    return pdu(1, b"\0\1\0\0" + titles + item(0x10, b"1.2.840.10008.3.1.1.1") + contexts + user)


def context(number: int, abstract: bytes, syntaxes: list[bytes]) -> bytes:
    proposals = b"".join(item(0x40, syntax) for syntax in syntaxes)
    return item(0x20, bytes([number, 0, 0, 0]) + item(0x30, abstract) + proposals)


def data(control: int, body: bytes) -> bytes:
    return pdu(4, struct.pack(">IBB", len(body) + 2, 1, control) + body)


def command(field: int) -> bytes:
    def element(number: int, value: bytes) -> bytes:
        return struct.pack("<HHI", 0, number, len(value)) + value

    body = element(0x0002, FIND + b"\0") + element(0x0100, struct.pack("<H", field)) + element(0x0110, b"\1\0")
    body += element(0x0700, b"\0\0") + element(0x0800, b"\1\0")
    return element(0, struct.pack("<I", len(body))) + body


FIND_CONTEXT = context(1, FIND, [b"1.2.840.10008.1.2"])
MANY_CONTEXTS = b"".join(context(2 * n + 1, b"1.2.840.10008.1.1", [b"1.2.3.%d" % m for m in range(150)]) for n in range(128))
# Name, connections at once, bytes before an association, bytes in it.
LIES = [
    ("an A-ASSOCIATE-RQ without its last byte", 100, pdu(1, bytes(MAXIMUM_PDU - 1), MAXIMUM_PDU), b""),
    ("16,000 user items", 20, request(FIND_CONTEXT, b"".join(item(0xEE, b"") for _ in range(16000))), b""),
    ("128 contexts of 150 syntaxes", 20, request(MANY_CONTEXTS), b""),
    ("a command set that does not end", 20, request(FIND_CONTEXT), data(1, bytes(16000))),
    ("an identifier that does not end", 20, request(FIND_CONTEXT), data(3, command(0x20)) + data(0, bytes(16000)) * 32),
]


@pytest.fixture
def archive(tmp_path):
    """A process of its own for each lie: what one has freed, the next would use again unseen."""
    demo = Demo(tmp_path / "liars").start()
    printed = re.search(r"([A-Z0-9_-]+)@127\.0\.0\.1:(\d+)", demo.process.output())
    demo.aet, demo.dicom_port = printed.group(1), int(printed.group(2))
    warm_up(demo)
    yield demo
    demo.stop()


def warm_up(archive) -> None:
    """What a first use allocates is not what a liar costs."""
    for _ in range(10):
        application = AE("WARM")
        application.requested_contexts = []
        application.add_requested_context(Verification)
        application.add_requested_context(StudyRootQueryRetrieveInformationModelFind)
        association = application.associate(LOOPBACK, archive.dicom_port, ae_title=archive.aet)
        assert association.is_established and association.send_c_echo().Status == 0
        association.release()


def receive_acceptance(connection: socket.socket) -> None:
    head = connection.recv(6, socket.MSG_WAITALL)
    assert head[0] == 2, head
    connection.recv(struct.unpack(">I", head[2:])[0], socket.MSG_WAITALL)


@pytest.mark.parametrize("name, count, before, within", LIES, ids=[lie[0] for lie in LIES])
def test_a_liar_costs_little(archive, name, count, before, within):
    pid = archive.process.pid
    idle = highest = resident_bytes(pid)
    connections = []
    for _ in range(count):
        connection = socket.create_connection((LOOPBACK, archive.dicom_port), timeout=10)
        connections.append(connection)
        connection.sendall(before)
        if within:
            receive_acceptance(connection)
            connection.sendall(within)
        highest = max(highest, resident_bytes(pid))
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        highest = max(highest, resident_bytes(pid))
        time.sleep(0.02)
    each = (highest - idle) / count
    for connection in connections:
        connection.close()
    print(f"\nFAULTS A6 memory, {name}: {each / 1024:.0f} KiB for each of {count}, bound {BOUND // 1024} KiB")
    assert each <= BOUND
    wait_until(lambda: established(archive.dicom_port) == 0, 5, "no connection left")


def established(port: int) -> int:
    """Connections of the port that a process still holds."""
    with open("/proc/net/tcp") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    end = f":{port:04X}"
    return sum(end in (row[1][-5:], row[2][-5:]) and row[3] != "0A" and row[9] != "0" for row in rows)


HOSTILE = [b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x02\x00\x01" + bytes(512), pdu(1, b"", 1 << 31), b"\xff" * (1 << 20)]


def test_what_is_no_dicom_is_closed_at_once(archive):
    slowest = 0.0
    for hostile in HOSTILE * 20:
        with socket.create_connection((LOOPBACK, archive.dicom_port), timeout=10) as connection:
            started = time.monotonic()
            try:
                connection.sendall(hostile)
                while connection.recv(4096):
                    pass
            except (ConnectionResetError, BrokenPipeError):
                pass
            slowest = max(slowest, time.monotonic() - started)
    print(f"\nFAULTS A6 close: slowest of {20 * len(HOSTILE)} {slowest * 1000:.0f} ms")
    assert slowest < 2
