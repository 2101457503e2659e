"""What is found out about an archive: requirements D-20 and D-21, Q-43, Q-46, Q-64 and Q-65."""

from __future__ import annotations

import io
import time

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.gantry import archive
from harness.hierarchy import HierarchicalArchive
from harness.processes import wait_until
from harness.web import DICOM_JSON, MULTIPART_DICOM, parts_of


@pytest.fixture(scope="module")
def datasets(workspace) -> list:
    """Three studies of two patients, two series each, three instances each."""
    made = [
        data.instance(f"known{study}", series, number, data.SECONDARY_CAPTURE, "CT" if series == 1 else "SR", PatientID=f"P{study % 2}")
        for study in range(3)
        for series in (1, 2)
        for number in (1, 2, 3)
    ]
    return [dcmread(data.save(one, workspace / "known" / f"{index}.dcm")) for index, one in enumerate(made)]


@pytest.fixture
def peer(datasets):
    """Starts archives for one test: `peer(models=("patient",))`."""
    started = []

    def start(**options) -> HierarchicalArchive:
        started.append(HierarchicalArchive(datasets, **options).start())
        return started[-1]

    yield start
    for one in started:
        one.stop()


def profile(gateway, name: str = "main") -> dict:
    response = requests.get(f"{gateway.root}/archives/{name}", timeout=20)
    assert response.status_code == 200 and response.headers["Content-Type"] == "application/json"
    return response.json()


def search(gateway, path: str) -> requests.Response:
    return requests.get(f"{gateway.url}{path}", headers={"Accept": DICOM_JSON}, timeout=60)


def test_the_profile_of_real_archives(request, serve, figure):
    for name in ("orthanc", "dcmqrscp"):
        gateway = serve([archive(request.getfixturevalue(name))])
        before = profile(gateway)
        assert before["name"] == "main" and before["isFoundOut"] is False and before["pinned"] == []
        assert all(value in (None, {}) for value in before["profile"].values())
        assert search(gateway, "/studies?limit=1").status_code == 200
        found = profile(gateway)
        assert found["isFoundOut"] is True
        assert found["profile"]["model"] == "study" and found["profile"]["get"] is True and found["profile"]["move"] is True
        figure(f"profile of {name}: " + ", ".join(f"{key} {value}" for key, value in found["profile"].items() if value not in (None, {})))
        log = gateway.process.output()
        assert log.count("archive found out") == 1
    assert requests.get(f"{gateway.root}/archives/absent").status_code == 404


@pytest.mark.parametrize("refuses", ["reject", "abort"])
def test_an_archive_that_bears_no_extended_negotiation(peer, serve, refuses):
    reluctant = peer(refuses=refuses)
    gateway = serve([archive(reluctant)]).settle()
    for _ in range(3):
        assert len(search(gateway, "/series").json()) == 6
    assert reluctant.refused == 2, "asked with seven bytes, with three, and never again"
    assert profile(gateway)["profile"]["extendedNegotiation"] == "none"


def test_what_is_pinned_is_used_without_asking(peer, serve):
    reluctant = peer(refuses="abort")
    gateway = serve([archive(reluctant, quirks={"model": "study", "extendedNegotiation": "none", "relational": False})]).settle()
    before = reluctant.associations
    assert len(search(gateway, "/series").json()) == 6
    assert (reluctant.refused, reluctant.associations - before) == (0, 1)
    assert profile(gateway)["pinned"] == ["model", "extendedNegotiation", "relational"]


def test_instances_are_retrieved_from_an_archive_with_patient_root_alone(peer, serve, datasets):
    """Whether a search has told whose study it is, or the archive has to be asked patient by patient."""
    only = peer(models=("patient",))
    for is_searched in (False, True):
        gateway = serve([archive(only)])
        if is_searched:
            assert len(search(gateway, "/studies").json()) == 3
        study = data.uid("known2")
        response = requests.get(f"{gateway.url}/studies/{study}", headers={"Accept": MULTIPART_DICOM}, timeout=60)
        assert response.status_code == 200, response.text
        arrived = {dcmread(io.BytesIO(part.body)).SOPInstanceUID for part in parts_of(response)}
        assert arrived == {one.SOPInstanceUID for one in datasets if one.StudyInstanceUID == study}
        found = profile(gateway)["profile"]
        assert found["model"] == "patient" and data.SECONDARY_CAPTURE in found["transferSyntaxes"]
        assert requests.get(f"{gateway.url}/studies/{data.uid('absent')}", headers={"Accept": MULTIPART_DICOM}).status_code == 404


def test_an_archive_that_grants_relational_queries_and_refuses_them(peer, serve):
    boaster = peer(relational=True, honours_relational=False)
    gateway = serve([archive(boaster)]).settle()
    assert len(search(gateway, "/instances").json()) == 18
    assert profile(gateway)["profile"]["relational"] is False
    asked = len(boaster.identifiers)
    assert len(search(gateway, "/instances").json()) == 18
    assert boaster.identifiers[asked].QueryRetrieveLevel == "STUDY"


def test_a_search_that_is_stopped_at_the_limit(peer, serve):
    obedient = peer(relational=True, pause=0.02)
    gateway = serve([archive(obedient)], limits={"matches": 3}).settle()
    response = search(gateway, "/instances")
    assert len(response.json()) == 3
    assert "additional results" in response.headers["Warning"]
    assert obedient.cancelled == 1
    assert profile(gateway)["profile"]["cancel"] is True


def test_an_archive_that_does_not_stop_is_hung_up_on(peer, serve, figure):
    """Waited for once, then known."""
    deaf = peer(relational=True, pause=0.4, honours_cancel=False)
    gateway = serve([archive(deaf)], limits={"matches": 3}).settle()
    took = []
    for _ in range(2):
        start = time.monotonic()
        response = search(gateway, "/instances")
        took.append(time.monotonic() - start)
        assert len(response.json()) == 3 and "additional results" in response.headers["Warning"]
        assert profile(gateway)["profile"]["cancel"] is False
    # That of the C-ECHO, and the one that asked what the archive can do: neither search's was ended in good order.
    wait_until(lambda: deaf.associations == 4, 5, "four associations")
    assert deaf.released == 2
    figure(f"an archive that ignores C-CANCEL: {took[0]:.1f} s for the first search at its limit, {took[1]:.1f} s for the second")


def test_a_walk_is_bounded_and_says_so(peer, serve):
    gateway = serve([archive(peer())], limits={"searches": 4}).settle()
    response = search(gateway, "/instances")
    assert response.status_code == 200 and 0 < len(response.json()) < 18
    assert "4 requests" in response.headers["Warning"]
    nothing = search(gateway, "/instances?InstanceNumber=99")
    assert nothing.status_code == 413, "an empty answer would say that there is nothing"


def test_later_pages_come_from_the_first_ones_search(peer, serve, datasets):
    one = peer(relational=True)
    gateway = serve([archive(one)]).settle()
    assert len(search(gateway, "/instances?limit=5").json()) == 5
    asked = len(one.identifiers)
    removed, one.datasets = one.datasets, one.datasets[:2]
    one._uids = one._uids[:2]
    pages = [found["00080018"]["Value"][0] for offset in (5, 10, 15) for found in search(gateway, f"/instances?limit=5&offset={offset}").json()]
    assert len(set(pages)) == 13 and len(one.identifiers) == asked
    # A first page is asked for: what has changed since shows.
    assert len(search(gateway, "/instances?limit=5").json()) == 2
    assert len(removed) == 18


def test_fields_of_levels_above_need_no_association_of_their_own(peer, serve):
    one = peer()
    gateway = serve([archive(one)]).settle()
    assert search(gateway, "/studies").status_code == 200
    before = one.associations
    study = data.uid("known0")
    found = search(gateway, f"/studies/{study}/series/{data.uid('known0/1')}/instances?includefield=PatientName,SeriesDescription").json()
    assert all(one["00100010"]["Value"] and one["0008103E"]["Value"] for one in found) and len(found) == 3
    assert one.associations - before == 1


def test_counts_that_an_archive_does_not_tell(peer, serve):
    silent = peer(omits={"ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances", "NumberOfSeriesRelatedInstances"})
    wanted = {"full": (["CT", "SR"], [2], [6]), "series": (["CT", "SR"], [2], None), "off": (None, None, None)}
    for mode, expected in wanted.items():
        gateway = serve([archive(silent, computeCounts=mode)])
        for study in search(gateway, "/studies").json():
            got = tuple(study.get(tag, {}).get("Value") for tag in ("00080061", "00201206", "00201208"))
            assert got == expected, mode
            assert "00080061" not in study or study["00080061"]["Value"], "an empty ModalitiesInStudy hangs OHIF's list"


def test_several_archives_as_one(peer, serve, datasets):
    """Each asked in its own way; what two of them have is one result; pages are of all."""
    first, second = peer(relational=True), peer(models=("patient",))
    second.datasets, second._uids = second.datasets[6:], second._uids[6:]
    first.datasets, first._uids = first.datasets[:12], first._uids[:12]
    gateway = serve([archive(first, "first"), archive(second, "second")]).settle()
    everything = [found["00080018"]["Value"][0] for found in search(gateway, "/instances").json()]
    assert sorted(everything) == sorted(one.SOPInstanceUID for one in datasets)
    pages = [found["00080018"]["Value"][0] for offset in (0, 7, 14) for found in search(gateway, f"/instances?limit=7&offset={offset}").json()]
    assert pages == everything
    assert profile(gateway, "first")["profile"]["relational"] is True and profile(gateway, "second")["profile"]["model"] == "patient"


def test_nothing_of_a_patient_is_in_the_log(peer, serve):
    gateway = serve([archive(peer(models=("patient",)))])
    assert search(gateway, "/series?PatientID=P1&PatientName=Known*").status_code == 200
    log = gateway.process.output()
    assert "P1" not in log and "Known" not in log and "Interop" not in log
