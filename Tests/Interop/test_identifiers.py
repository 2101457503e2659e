"""A UID that is none never reaches an archive: 400, and a counting peer saw no bytes (requirement G-03)."""

import pytest

from harness import data
from harness.gantry import Gateway, archive
from harness.proxy import Relay
from harness.scripted import ScriptedArchive
from harness.web import multipart, raw_request

STUDY, SERIES, INSTANCE = data.uid("here"), data.uid("here/1"), data.uid("here/1/1")

BAD = {
    "backslash": "%5C",
    "backslash between two": "1.2%5C1.3",
    "asterisk": "*",
    "trailing asterisk": "1.2.*",
    "encoded asterisk": "%2A",
    "question mark": "1.2%3F",
    "upwards": "..%2F",
    "upwards twice": "..%2F..%2Fetc",
    "nothing": "",
    "sixty-five": "1." + "2" * 63,
    "Arabic digits": "%D9%A1.%D9%A2",
    "full-width digits": "%EF%BC%91.%EF%BC%92",
    "superscript": "1.%C2%B2",
    "zero byte": "1.2%00",
    "space": "1.2%20",
    "line": "1.2%0D%0AX:y",
    "letter": "1.2.a",
    "comma": "1.2,1.3",
}  # fmt: skip

# In a query nothing and a lone asterisk are universal matching (PS3.4 §C.2.2.2.3), a comma or backslash between two
# UIDs makes a list, and a space at the end is padding.
IN_A_QUERY_FINE = ("nothing", "asterisk", "encoded asterisk", "comma", "backslash between two", "space")

PLACES = {
    "study": "/studies/{bad}",
    "metadata of a study": "/studies/{bad}/metadata",
    "series of a study": "/studies/{bad}/series",
    "series' study": f"/studies/{{bad}}/series/{SERIES}",
    "series": f"/studies/{STUDY}/series/{{bad}}",
    "metadata of a series": f"/studies/{STUDY}/series/{{bad}}/metadata",
    "instances of a series": f"/studies/{STUDY}/series/{{bad}}/instances",
    "instances' study": f"/studies/{{bad}}/series/{SERIES}/instances",
    "instance": f"/studies/{STUDY}/series/{SERIES}/instances/{{bad}}",
    "instance's series": f"/studies/{STUDY}/series/{{bad}}/instances/{INSTANCE}",
    "instance's study": f"/studies/{{bad}}/series/{SERIES}/instances/{INSTANCE}",
    "metadata of an instance": f"/studies/{STUDY}/series/{SERIES}/instances/{{bad}}/metadata",
    "frames": f"/studies/{STUDY}/series/{SERIES}/instances/{{bad}}/frames/1",
    "frames' study": f"/studies/{{bad}}/series/{SERIES}/instances/{INSTANCE}/frames/1",
    "rendered": f"/studies/{STUDY}/series/{SERIES}/instances/{{bad}}/rendered",
    "rendered frame": f"/studies/{STUDY}/series/{{bad}}/instances/{INSTANCE}/frames/1/rendered",
    "bulk data": f"/studies/{STUDY}/series/{SERIES}/instances/{{bad}}/bulkdata/7FE00010",
}


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """A gateway before an archive whose every byte is counted."""
    peer = ScriptedArchive([data.ct_slice("here", 1, 32)]).start()
    relay = Relay(peer.port)
    gateway = Gateway(tmp_path_factory.mktemp("counted"), [archive(peer, port=relay.port)]).start().settle()
    yield gateway, relay, peer
    gateway.stop()
    relay.close()
    peer.stop()


def assert_refused_unseen(counted, target: str, method: str = "GET", headers=None, body: bytes = b"") -> None:
    gateway, relay, _ = counted
    before = (relay.connections, relay.bytes_to_archive)
    answer = raw_request(gateway.port, target, headers, method, body)
    assert answer.status == 400, f"{target}: {answer.status} {answer.body[:200]!r}"
    assert (relay.connections, relay.bytes_to_archive) == before, f"{target} reached the archive"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bad", BAD)
def test_in_a_path(counted, place, bad):
    assert_refused_unseen(counted, "/dicom-web" + PLACES[place].format(bad=BAD[bad]))


@pytest.mark.parametrize("bad", [bad for bad in BAD if BAD[bad]])
def test_in_the_path_of_a_store(counted, bad):
    content_type, body = multipart([b"x"])
    headers = {"Content-Type": content_type, "Content-Length": str(len(body))}
    assert_refused_unseen(counted, f"/dicom-web/studies/{BAD[bad]}", "POST", headers, body)


@pytest.mark.parametrize("key", ["StudyInstanceUID", "0020000D"])
@pytest.mark.parametrize("bad", [bad for bad in BAD if bad not in IN_A_QUERY_FINE])
def test_in_a_query(counted, key, bad):
    assert_refused_unseen(counted, f"/dicom-web/studies?{key}={BAD[bad]}")


def test_the_places_answer_when_the_identifiers_are_good(counted):
    gateway, _, peer = counted
    for place, path in PLACES.items():
        level = path.split("{bad}")[0].rstrip("/").rsplit("/", 1)[-1]
        good = {"studies": STUDY, "series": SERIES, "instances": INSTANCE}[level]
        answer = raw_request(gateway.port, "/dicom-web" + path.format(bad=good))
        assert answer.status == 200, f"{place}: {answer.status} {answer.body[:200]!r}"
    assert peer.counters.gets > 0 and peer.counters.finds > 0
