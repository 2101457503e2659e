"""The archive fails in the middle, and no client takes what it got for the whole: RELIABILITY.md's contract.

The archive is dcmqrscp behind a relay that kills it when an exact number of bytes has passed.
"""

import io
import random
import subprocess
import threading

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.archives import Dcmqrscp
from harness.gantry import archive
from harness.processes import program
from harness.proxy import Relay
from harness.scripted import Listener, ScriptedArchive
from harness.web import DICOM_JSON, MULTIPART_DICOM, RawClient, parts_of, raw_request

KILLS = 50
STUDY = data.uid("faults")
INSTANCES = 40
TARGET = f"/dicom-web/studies/{STUDY}"


class Fragile:
    """An archive that can be killed at an offset, and the relay that does it."""

    def __init__(self, folder):
        self.archive = Dcmqrscp(folder / "fragile")
        self.archive.add(data.series(folder / "faults", "faults", INSTANCES, size=256))
        self.archive.start()
        self.relay = Relay(self.archive.port)

    def size(self, gateway) -> int:
        """How many bytes the archive sends for one whole retrieval."""
        before = self.relay.bytes_from_archive
        assert requests.get(f"{gateway.url}/studies/{STUDY}", headers={"Accept": MULTIPART_DICOM}).status_code == 200
        return self.relay.bytes_from_archive - before


@pytest.fixture(scope="module")
def fragile(tmp_path_factory):
    peer = Fragile(tmp_path_factory.mktemp("faults"))
    yield peer
    peer.relay.close()
    peer.archive.stop()


def looks_complete_to_curl(url: str) -> bool:
    """Whether curl ends with 0, as a script would check it."""
    command = [program("curl"), "--silent", "--show-error", "--fail", "--max-time", "60", "--header", f"Accept: {MULTIPART_DICOM}", "--output", "/dev/null", url]
    return subprocess.run(command, capture_output=True).returncode == 0


def looks_complete_to_requests(url: str) -> bool:
    """Whether Python's requests reads a 200 to its end without an exception."""
    try:
        response = requests.get(url, headers={"Accept": MULTIPART_DICOM}, timeout=60)
    except requests.RequestException:
        return False
    return response.status_code == 200


def looks_complete_to_a_socket(port: int) -> bool:
    """Whether the answer ends as HTTP/1.1 says that a whole one does, or its text ends with a closing delimiter."""
    with RawClient(port, timeout=60) as client:
        client.send("GET", TARGET, {"Accept": MULTIPART_DICOM, "Connection": "close"})
        answer = client.receive()
    return answer.status == 200 and answer.is_clean


def looks_complete_to_metadata(url: str) -> bool:
    """Whether the metadata is a JSON array to its closing bracket."""
    try:
        response = requests.get(f"{url}/metadata", headers={"Accept": DICOM_JSON}, timeout=60)
        return response.status_code == 200 and bool(response.json())
    except (requests.RequestException, ValueError):
        return False


@pytest.mark.parametrize("path", ["object", "metadata"])
def test_an_archive_killed_in_mid_retrieval_is_seen_by_every_client(serve, fragile, seed, figure, path):
    """Three clients ask at once, so they share the retrieval that the archive does not survive."""
    offsets = random.Random(seed)
    probe = serve([archive(fragile.archive, port=fragile.relay.port)])
    size = fragile.size(probe)
    looked_complete, kills = [], 0
    for number in range(KILLS if path == "object" else 10):
        # The cache must not help: every kill meets a gateway that has retrieved nothing yet.
        gateway = serve([archive(fragile.archive, port=fragile.relay.port)])
        offset = offsets.randrange(1, size)
        fragile.relay.arm(offset, fragile.archive.kill)
        url = f"{gateway.url}/studies/{STUDY}"
        clients = {
            "curl": lambda: looks_complete_to_curl(url),
            "requests": lambda: looks_complete_to_requests(url),
            "socket": lambda: looks_complete_to_a_socket(gateway.port),
        } if path == "object" else {"metadata": lambda: looks_complete_to_metadata(url)}  # fmt: skip
        outcomes: dict[str, bool] = {}
        threads = [threading.Thread(target=lambda name=name, ask=ask: outcomes.update({name: ask()})) for name, ask in clients.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(90)
        assert len(outcomes) == len(clients), f"offset {offset}: a client still waits: {outcomes}"
        kills += not fragile.archive.process.is_running
        looked_complete += [(offset, name) for name, complete in outcomes.items() if complete]
        fragile.relay.disarm()
        fragile.archive.kill()
        fragile.archive.restart()
        served = requests.get(url, headers={"Accept": MULTIPART_DICOM}, timeout=60)
        assert served.status_code == 200 and len(parts_of(served)) == INSTANCES, f"offset {offset}: not served after the restart"
        gateway.stop()
    figure(f"faults ({path}): archive killed {kills} times within {size} bytes, {len(looked_complete)} answers looked complete; seed {seed}")
    assert looked_complete == []


def one_study(count: int = 4) -> list:
    return [data.ct_slice("lies", number, size=64) for number in range(1, count + 1)]


@pytest.fixture
def liar():
    provider = ScriptedArchive(one_study()).start()
    yield provider
    provider.stop()


def ask(gateway, path: str, accept: str = MULTIPART_DICOM):
    return raw_request(gateway.port, f"/dicom-web/studies/{data.uid('lies')}{path}", {"Accept": accept})


def is_whole(answer) -> bool:
    return answer.status == 200 and answer.is_clean


@pytest.mark.parametrize("attribute", ["StudyInstanceUID", "SeriesInstanceUID"])
def test_an_instance_that_was_not_asked_for_is_never_served(serve, liar, attribute):
    def foreign(index, dataset, event):
        if index != 2:
            return None
        other = data.ct_slice("lies", 3, size=64)
        setattr(other, attribute, data.uid("somebody else"))
        return other

    liar.before_sending = foreign
    path = "" if attribute == "StudyInstanceUID" else f"/series/{data.uid('lies/1')}"
    answer = ask(serve([archive(liar)]), path)
    assert not is_whole(answer)
    assert data.uid("somebody else").encode() not in answer.body


def test_another_instance_than_the_one_asked_for_is_not_served(serve, liar):
    liar.before_sending = lambda index, dataset, event: data.ct_slice("lies", 2, size=64)
    answer = ask(serve([archive(liar)]), f"/series/{data.uid('lies/1')}/instances/{data.uid('lies/1/1')}", "application/dicom")
    assert answer.status >= 400


def test_an_abort_between_two_instances(serve, liar):
    def abort(index, dataset, event):
        if index == 2:
            event.assoc.abort()

    liar.before_sending = abort
    assert not is_whole(ask(serve([archive(liar)]), ""))
    assert not is_whole(ask(serve([archive(liar)]), "/metadata", DICOM_JSON))


@pytest.mark.parametrize("status", [0xA701, 0xA702, 0xB000, 0xC000])
def test_a_final_status_that_is_no_success(serve, liar, status):
    liar.get_status = status
    answer = ask(serve([archive(liar)]), "")
    assert not is_whole(answer), f"status {status:04x} became {answer.status}"


def test_a_sub_operation_that_failed_is_missed(serve, liar):
    """pynetdicom counts a data set that cannot be sent as a failed sub-operation and goes on."""

    def unsendable(index, dataset, event):
        if index != 1:
            return None
        broken = data.ct_slice("lies", 2, size=64)
        broken.SOPClassUID = data.SECONDARY_CAPTURE  # No context was negotiated for it.
        return broken

    liar.before_sending = unsendable
    assert not is_whole(ask(serve([archive(liar)]), ""))


def test_a_find_that_fails_is_no_empty_answer(serve, liar):
    for status in (0xA700, 0xC000, 0x0122):
        liar.find_status = status
        answer = raw_request(serve([archive(liar)]).port, "/dicom-web/studies", {"Accept": DICOM_JSON})
        assert answer.status in (501, 502, 503), f"{status:04x} became {answer.status}"
    liar.find_status = 0x0000


def test_a_hung_archive_is_504_within_the_budget(serve):
    silent = Listener()
    gateway = serve([archive(silent, timeouts={"connect": "1s", "associate": "1s", "response": "1s", "progress": "1s"})])
    for path in ("/studies", f"/studies/{STUDY}", f"/studies/{STUDY}/metadata"):
        answer = requests.get(f"{gateway.url}{path}", timeout=10)
        assert answer.status_code == 504, f"{path}: {answer.status_code}"
        assert answer.elapsed.total_seconds() < 3
    silent.stop()


def test_an_archive_that_hangs_in_mid_retrieval_is_given_up(serve, liar):
    waiting = threading.Event()

    def hang(index, dataset, event):
        if index == 2:
            waiting.wait(20)

    liar.before_sending = hang
    gateway = serve([archive(liar, timeouts={"connect": "1s", "associate": "1s", "response": "1s", "progress": "1s"})])
    answer = ask(gateway, "")
    waiting.set()
    assert not is_whole(answer)


def test_a_refused_connection_is_answered_at_once(serve):
    class Nobody:
        aet, port = "NOBODY", 1

    answer = requests.get(f"{serve([archive(Nobody)]).url}/studies", timeout=10)
    assert answer.status_code in (502, 503)
    assert answer.elapsed.total_seconds() < 1


def test_a_client_that_leaves_ends_the_retrieval(serve, liar):
    """The last reader goes, so the archive is told: C-CANCEL, or an abort."""
    gone, told = threading.Event(), threading.Event()

    def slow(index, dataset, event):
        if index >= 1:
            gone.wait(10)
            if told.wait(0.5) or event.is_cancelled:
                told.set()

    liar.datasets = one_study(30)
    liar.before_sending = slow
    gateway = serve([archive(liar)])
    with RawClient(gateway.port) as client:
        client.send("GET", f"/dicom-web/studies/{data.uid('lies')}/series/{data.uid('lies/1')}/instances/{data.uid('lies/1/1')}", {"Accept": MULTIPART_DICOM})
        client.socket.recv(100)
    gone.set()
    assert requests.get(f"{gateway.root}/health/live").status_code == 200


def test_a_restarted_archive_serves_the_same_study(serve, fragile):
    gateway = serve([archive(fragile.archive, port=fragile.relay.port)])
    fragile.archive.kill()
    assert requests.get(f"{gateway.url}/studies/{STUDY}", timeout=30).status_code in (502, 503, 504)
    fragile.archive.restart()
    parts = parts_of(requests.get(f"{gateway.url}/studies/{STUDY}", headers={"Accept": MULTIPART_DICOM}, timeout=30))
    assert {dcmread(io.BytesIO(part.body)).InstanceNumber for part in parts} == set(range(1, INSTANCES + 1))
