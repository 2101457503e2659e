"""One retrieval serves all who ask, and an instance is served the moment it is complete: DESIGN.md §4."""

import hashlib
import threading
import time

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.gantry import archive
from harness.scripted import ScriptedArchive
from harness.web import DICOM_JSON, MULTIPART_DICOM, MULTIPART_STORED, parts_of

CLIENTS = 20
STUDY, SERIES = data.uid("ct300"), data.uid("ct300/1")


@pytest.fixture
def peer(ct_series):
    provider = ScriptedArchive([dcmread(path) for path in ct_series]).start()
    yield provider
    provider.stop()


def together(tasks) -> list:
    """Runs all at once and gives the results in order."""
    results: list = [None] * len(tasks)
    barrier = threading.Barrier(len(tasks))

    def run(index: int, task) -> None:
        barrier.wait()
        results[index] = task()

    threads = [threading.Thread(target=run, args=(index, task)) for index, task in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(180)
    return results


def digest_of_parts(url: str) -> tuple[int, str]:
    """How many instances came, and a digest of their bytes without the boundary that differs by answer."""
    response = requests.get(url, headers={"Accept": MULTIPART_DICOM}, timeout=180)
    parts = sorted(part.body for part in parts_of(response))
    return len(parts), hashlib.sha256(b"".join(parts)).hexdigest()


def test_twenty_clients_cause_one_retrieval_and_get_the_same_bytes(serve, peer, figure):
    gateway = serve([archive(peer)])
    url = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"
    started = time.monotonic()
    answers = together([lambda: digest_of_parts(url)] * CLIENTS)
    figure(f"single flight: {CLIENTS} clients, {peer.counters.gets} C-GET, {time.monotonic() - started:.1f} s")
    assert answers == [answers[0]] * CLIENTS
    assert answers[0][0] == 300
    assert peer.counters.gets == 1


def test_asking_again_asks_the_archive_nothing(serve, peer):
    gateway = serve([archive(peer)])
    url = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"
    first = digest_of_parts(url)
    assert digest_of_parts(url) == first
    assert peer.counters.gets == 1


def test_the_first_frame_is_answered_before_the_last_instance_has_left(serve, peer, figure):
    """A viewer asks for the series' metadata and, meanwhile, for a frame of an instance that came early."""
    peer.before_sending = lambda index, dataset, event: time.sleep(0.01)
    gateway = serve([archive(peer)])
    base = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"
    metadata = threading.Thread(target=lambda: requests.get(f"{base}/metadata", headers={"Accept": DICOM_JSON}, timeout=120))
    metadata.start()
    while not peer.counters.departures:
        time.sleep(0.005)
    first = peer.counters.departures[0][1]
    response = requests.get(f"{base}/instances/{first}/frames/1", headers={"Accept": MULTIPART_STORED}, timeout=60)
    answered = time.monotonic()
    metadata.join()
    assert response.status_code == 200
    assert parts_of(response)[0].body == next(one.PixelData for one in peer.datasets if one.SOPInstanceUID == first)
    last = peer.counters.departures[-1][0]
    figure(f"first frame: answered {last - answered:.2f} s before the last of {len(peer.counters.departures)} instances left the archive")
    assert len(peer.counters.departures) == 300, "the running retrieval was used"
    assert peer.counters.gets == 1
    assert answered < last


def test_the_first_bytes_of_a_series_come_before_its_last_instance_has_left(serve, peer):
    peer.before_sending = lambda index, dataset, event: time.sleep(0.01)
    gateway = serve([archive(peer)])
    url = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"
    with requests.get(url, headers={"Accept": MULTIPART_DICOM}, stream=True, timeout=120) as response:
        stream = response.iter_content(1 << 16)
        first = next(stream)
        seen = time.monotonic()
        rest = b"".join(stream)
    assert first and rest
    assert seen < peer.counters.departures[-1][0]


def test_a_client_that_leaves_does_not_end_what_others_read(serve, peer):
    peer.before_sending = lambda index, dataset, event: time.sleep(0.002)
    gateway = serve([archive(peer)])
    url = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"

    def leave() -> None:
        with requests.get(url, headers={"Accept": MULTIPART_DICOM}, stream=True, timeout=60) as response:
            next(response.iter_content(1000))

    answers = together([leave, lambda: digest_of_parts(url), leave])
    assert answers[1][0] == 300
    assert peer.counters.gets == 1
