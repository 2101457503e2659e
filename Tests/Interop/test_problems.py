"""What a failure of an archive becomes: the HTTP status, and a body that says what to change (REQUIREMENTS §1.6, §7.5)."""

import pytest
import requests
from pydicom.dataset import Dataset

from harness import data
from harness.gantry import archive
from harness.scripted import ScriptedArchive


class Teller(ScriptedArchive):
    """Ends each search with a status after the first `count` matches."""

    final: Dataset | int = 0x0000
    count = 0

    def _find(self, event):
        yield from ((0xFF00, self._answer(event.identifier, dataset)) for dataset in self.datasets[: self.count])
        yield self.final, None


@pytest.fixture
def teller():
    provider = Teller([data.ct_slice(f"problem{number}", 1, size=64) for number in range(3)]).start()
    yield provider
    provider.stop()


def status(code: int, **elements) -> Dataset:
    answer = Dataset()
    answer.Status = code
    for keyword, value in elements.items():
        setattr(answer, keyword, value)
    return answer


FIND_STATUSES = [
    (0xA700, 503), (0xA710, 400), (0xA900, 502), (0xC000, 502), (0xC123, 502), (0x0110, 502), (0x0122, 501),
    (0x0124, 403), (0x0210, 502), (0x0211, 502), (0x0212, 502), (0xFE00, 502),
]


def test_each_final_status_of_a_search(serve, teller):
    gateway = serve([archive(teller, "pacs")])
    for code, expected in FIND_STATUSES:
        teller.final = status(code, ErrorComment="Patient Doe^John 1958 not found")
        answer = requests.get(f"{gateway.url}/studies?PatientName=Doe*", timeout=10)
        assert answer.status_code == expected, f"{code:04X}: {answer.status_code} {answer.text}"
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert ("Retry-After" in answer.headers) == (expected == 503)
        body = answer.json()
        assert body["archive"] == "pacs" and body["step"] == "search" and body["dimseStatus"] == f"{code:04X}"
        assert body["status"] == expected and f"{code:04X}" in body["detail"]
        assert body["comment"] == "Patient … not found"
        assert "Doe" not in answer.text
        assert "Doe" not in gateway.process.output() and "John" not in gateway.process.output()


def test_a_refused_key_of_the_client_is_400(serve, teller):
    gateway = serve([archive(teller)])
    teller.final = status(0xA900, OffendingElement=[0x00081030])
    refused = requests.get(f"{gateway.url}/studies?StudyDescription=x", timeout=10)
    assert refused.status_code == 400 and "StudyDescription" in refused.json()["detail"]
    assert refused.json()["code"] == "key-refused"
    assert requests.get(f"{gateway.url}/studies?PatientID=x", timeout=10).status_code == 502


@pytest.mark.parametrize("code", [0xFE00, 0xB001])
def test_a_search_that_the_archive_ends_early_says_so(serve, teller, code):
    """What came is answered, with a Warning."""
    teller.final, teller.count = code, 2
    answer = requests.get(f"{serve([archive(teller)]).url}/studies", timeout=10)
    assert answer.status_code == 200 and len(answer.json()) == 2
    assert "additional results" in answer.headers["Warning"]


@pytest.mark.parametrize(("code", "expected"), [(0xA701, 503), (0xA702, 503), (0xA900, 502), (0xC001, 502), (0x0124, 403), (0xB000, 502)])
def test_each_final_status_of_a_retrieval(serve, code, expected):
    liar = ScriptedArchive([data.ct_slice("problem", 1, size=64)])
    # The archive says that it has the instance, and then sends nothing of it.
    liar._get = lambda event: iter([1, (code, None)])
    liar.start()
    answer = requests.get(f"{serve([archive(liar)]).url}/studies/{data.uid('problem')}", timeout=10)
    liar.stop()
    assert answer.status_code == expected, answer.text
    assert answer.json()["dimseStatus"] == f"{code:04X}" and answer.json()["step"] == "retrieve"


def test_nobody_listens(serve):
    class Nobody:
        aet, port = "NOBODY", 1

    answer = requests.get(f"{serve([archive(Nobody)]).url}/studies", timeout=10)
    assert answer.status_code == 502
    assert answer.json()["code"] == "unreachable" and "dimseStatus" not in answer.json()
