"""Memory and disk: a large study to a slow reader, and what a killed process leaves behind."""

import time

import pytest
import requests

from harness import data
from harness.archives import Dcmqrscp
from harness.gantry import archive
from harness.web import MULTIPART_DICOM, boundary_of

MEBIBYTE = 1 << 20
ALLOWANCE = 128 * MEBIBYTE
# 1.007 GB: dcmqrscp 3.6.7 begins to delete a study's instances at 1 GiB.
INSTANCES, SIZE = 120, 2048
STUDY = data.uid("large")
SLOW_SECONDS = 20
SLOW_RATE = 4 * MEBIBYTE


@pytest.fixture(scope="module")
def peer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    provider = Dcmqrscp(folder / "dcmqrscp")
    for path in data.large_study(provider.storage, "large", INSTANCES, SIZE):
        assert path.exists()
    provider.add([])
    provider.start()
    yield provider
    provider.stop()
    for path in provider.storage.glob("*"):
        path.unlink()


class Watch:
    """The highest resident memory seen at each `look`."""

    def __init__(self, gateway):
        self.gateway = gateway
        self.idle = self.highest = gateway.resident()

    def look(self) -> None:
        self.highest = max(self.highest, self.gateway.resident())

    @property
    def growth(self) -> int:
        return self.highest - self.idle


def read_slowly(gateway, watch: Watch) -> tuple[int, int]:
    """Reads at a few MiB/s while the archive delivers, then the rest as it comes; gives bytes and delimiters."""
    url = f"{gateway.url}/studies/{STUDY}"
    size = count = 0
    with requests.get(url, headers={"Accept": MULTIPART_DICOM}, stream=True, timeout=120) as response:
        assert response.status_code == 200, response.text[:300]
        delimiter = b"--" + boundary_of(response.headers["Content-Type"])
        tail, started = b"", time.monotonic()
        for piece in response.iter_content(MEBIBYTE):
            size += len(piece)
            window = tail + piece
            count += window.count(delimiter) - tail.count(delimiter)
            tail = window[-len(delimiter) :]
            watch.look()
            elapsed = time.monotonic() - started
            if elapsed < SLOW_SECONDS:
                time.sleep(max(0, size / SLOW_RATE - elapsed))
        assert window.rstrip().endswith(delimiter + b"--")
    return size, count - 1


def test_a_gigabyte_to_a_slow_reader_stays_within_the_allowance(serve, peer, figure):
    gateway = serve([archive(peer)], cache={"bytes": "4GiB"})
    watch = Watch(gateway)
    size, parts = read_slowly(gateway, watch)
    figure(f"memory: {size / MEBIBYTE:.0f} MiB to a slow reader, resident {watch.idle / MEBIBYTE:.0f} MiB idle, at most {watch.growth / MEBIBYTE:.0f} MiB more")
    assert parts == INSTANCES
    assert size > INSTANCES * SIZE * SIZE * 2
    assert watch.growth < ALLOWANCE


def test_metadata_of_a_gigabyte_stays_within_the_allowance(serve, peer):
    gateway = serve([archive(peer)])
    watch = Watch(gateway)
    models = requests.get(f"{gateway.url}/studies/{STUDY}/metadata", timeout=120).json()
    watch.look()
    assert len(models) == INSTANCES
    assert watch.growth < ALLOWANCE


def test_a_killed_gateway_leaves_nothing_in_its_cache_directory(serve, peer):
    gateway = serve([archive(peer)])
    with requests.get(f"{gateway.url}/studies/{STUDY}", headers={"Accept": MULTIPART_DICOM}, stream=True, timeout=120) as response:
        read = 0
        for piece in response.iter_content(MEBIBYTE):
            read += len(piece)
            if read > 64 * MEBIBYTE:
                break
        assert visible(gateway) == [], "the spool is visible while it is used"
        gateway.kill()
    assert visible(gateway) == []


def visible(gateway) -> list[str]:
    """The files below the cache directory that hold anything."""
    return [str(path) for path in gateway.cache.rglob("*") if path.is_file() and path.stat().st_size]
