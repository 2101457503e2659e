"""Clients that leave in mid-stream: the archive hears of it within a tenth of a second, and other readers lose nothing."""

import hashlib
import os
import random
import socket
import struct
import threading
import time

import pytest
import requests

from harness import data
from harness.archives import Dcmqrscp
from harness.counting import Gate
from harness.gantry import archive
from harness.load import percentile
from harness.processes import wait_until
from harness.web import DICOM_JSON, MULTIPART_DICOM, RawClient, parts_of

TRIES = int(os.environ.get("GANTRY_DEPARTURES", 200))
INSTANCES = 100
STUDY = f"/dicom-web/studies/{data.uid('leaving')}"


@pytest.fixture(scope="module")
def inlet():
    """Before our own storage port: lets a delivery by C-MOVE take a second at least."""
    counting = Gate(pace_in=0.005).start()
    yield counting
    counting.stop()


@pytest.fixture(scope="module")
def slow(workspace, inlet):
    """dcmqrscp with 100 slices of 32 KiB."""
    peer = Dcmqrscp(workspace / "departure", inlet.port)
    peer.add(data.series(workspace / "departure-files", "leaving", INSTANCES, size=128))
    peer.start()
    yield peer
    peer.stop()


@pytest.fixture
def gate(slow):
    """Lets a retrieval by C-GET take a second at least."""
    counting = Gate(slow.port, pace=0.005).start()
    yield counting
    counting.stop()


def leave(client: RawClient, abruptly: bool) -> float:
    """Closes the connection, or resets it; gives the time before."""
    left = time.monotonic()
    if abruptly:
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.socket.close()
    return left


@pytest.fixture(params=["get", "move"])
def gateway(request, serve, slow, gate, inlet):
    """Before the archive, retrieving in either way; nothing stays in its cache."""
    started = serve([archive(slow, port=gate.port, retrieve=request.param)], cache={"idle": "20ms"}).settle()
    inlet.target = started.storage_port
    # What the archive can do is found out at its first use, in an association of its own.
    assert requests.get(f"{started.url}/studies", timeout=20).status_code == 200
    return started


def test_the_archive_is_told_within_a_tenth_of_a_second(gateway, gate, figure, seed):
    """C-CANCEL or A-ABORT, seen at the archive's socket, from the moment at which the client closed its own."""
    randomly = random.Random(seed)
    way = f"C-{gateway.configuration['archives'][0]['retrieve'].upper()}"
    delays, silent = [], 0
    for turn in range(TRIES):
        wait_until(lambda: gate.now == 0, 5, "the last association ended")
        gate.reset()
        client = RawClient(gateway.port)
        # Before the first instance has come, in one, or between two.
        target, accept = (f"{STUDY}/metadata", DICOM_JSON) if turn % 3 == 0 else (STUDY, MULTIPART_DICOM)
        client.send("GET", target, {"Accept": accept})
        if turn % 5:
            client.socket.recv(randomly.randrange(1, 60_000))
            time.sleep(randomly.random() * 0.05)
        else:
            # The first association lists the instances, the second retrieves them.
            wait_until(lambda: len(gate.attempts) == 2 and gate.now == 1, 5, "the retrieval's association")
            time.sleep(randomly.random() * 0.03)
        gate.ends.clear()
        left = leave(client, abruptly=turn % 2 == 0)
        wait_until(lambda: gate.aborts or gate.cancels or gate.ends, 5, "an A-ABORT or a C-CANCEL")
        told = gate.aborts + gate.cancels
        silent += not told
        delays.append(min(told + gate.ends) - left)
    p50, p99 = percentile(delays, 0.5) * 1000, percentile(delays, 0.99) * 1000
    figure(f"departure, {way}: {TRIES} clients left, the archive was told within p50 {p50:.1f} p99 {p99:.1f} max {max(delays) * 1000:.1f} ms (seed {seed})")
    assert min(delays) > 0, "not before the client has left"
    assert silent <= TRIES / 20, "a connection that only ends was not yet an association"
    assert p99 < 100


def test_other_readers_of_the_same_retrieval_are_unharmed(gateway, gate, figure, seed):
    """Five leave at random points of a retrieval that two more read to its end; the archive is never told to stop."""
    randomly = random.Random(seed)
    rounds, digests = 5, []

    def read() -> None:
        answer = requests.get(f"{gateway.root}{STUDY}", headers={"Accept": MULTIPART_DICOM}, timeout=60)
        parts = sorted(part.body for part in parts_of(answer))
        digests.append((len(parts), hashlib.sha256(b"".join(parts)).hexdigest()))

    def go(after: float, size: int) -> None:
        with RawClient(gateway.port) as client:
            client.send("GET", STUDY, {"Accept": MULTIPART_DICOM})
            client.socket.recv(size)
            time.sleep(after)
            leave(client, abruptly=size % 2 == 0)

    for _ in range(rounds):
        gate.reset()
        threads = [threading.Thread(target=read) for _ in range(2)]
        threads += [threading.Thread(target=go, args=(randomly.random() * 0.5, randomly.randrange(1, 60_000))) for _ in range(5)]
        for thread in threads:
            thread.start()
            time.sleep(0.02)
        for thread in threads:
            thread.join(60)
        assert not gate.aborts and not gate.cancels
        assert len(gate.attempts) == 2, "one listing and one retrieval for seven clients"
        time.sleep(0.1)
    figure(f"departure: {rounds * 5} left and {len(digests)} others read on, each {INSTANCES} instances, all alike")
    assert len(digests) == rounds * 2
    assert set(digests) == {(INSTANCES, digests[0][1])}
