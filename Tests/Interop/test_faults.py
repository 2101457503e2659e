"""Archives that lie, abort, hang or are not there: the answer is a failure that shows, within its budget."""

import threading
import time

import pytest
import requests

from harness import data
from harness.gantry import archive
from harness.processes import wait_until
from harness.scripted import Listener, ScriptedArchive
from harness.web import DICOM_JSON, MULTIPART_DICOM, RawClient, raw_request

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
    for path in ("/studies", f"/studies/{data.uid('lies')}", f"/studies/{data.uid('lies')}/metadata"):
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
    liar.datasets = one_study(100)
    liar.before_sending = lambda index, dataset, event: time.sleep(0.05)
    gateway = serve([archive(liar)])
    with RawClient(gateway.port) as client:
        client.send("GET", f"/dicom-web/studies/{data.uid('lies')}", {"Accept": MULTIPART_DICOM})
        assert client.socket.recv(100)
    wait_until(lambda: liar.counters.cancels + liar.counters.aborts > 0, 3, "a C-CANCEL or an abort at the archive")
    assert len(liar.counters.departures) < 100
