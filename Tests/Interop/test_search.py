"""QIDO-RS before Orthanc and dcmqrscp: requirements §1, answers compared with the files."""

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.web import DICOM_JSON

SMALL, FRAMES, CT = (data.uid(name) for name in ("small", "frames", "ct300"))


def search(gateway, path: str, **headers):
    return requests.get(f"{gateway.url}{path}", headers={"Accept": DICOM_JSON, **headers}, timeout=60)


def values(response, tag: str) -> list:
    """The first value of a tag in every match."""
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    return [(match.get(tag, {}).get("Value") or [None])[0] for match in response.json()]


def test_a_study_found_by_its_uid_carries_what_the_file_says(gateway, small_study):
    match = search(gateway, f"/studies?StudyInstanceUID={SMALL}").json()
    assert len(match) == 1
    file, study = dcmread(small_study[0]), match[0]
    assert study["0020000D"] == {"vr": "UI", "Value": [SMALL]}
    assert study["00100020"]["Value"] == [file.PatientID]
    assert study["00100010"] == {"vr": "PN", "Value": [{"Alphabetic": str(file.PatientName)}]}
    assert study["00080020"] == {"vr": "DA", "Value": [file.StudyDate]}
    assert study["00080030"]["Value"] == [file.StudyTime]
    assert study["00080050"]["Value"] == [file.AccessionNumber]
    assert study["00200010"]["Value"] == [file.StudyID]
    assert study["00080090"]["Value"] == [{"Alphabetic": str(file.ReferringPhysicianName)}]
    assert study["00081190"]["vr"] == "UR"
    assert study["00081190"]["Value"][0].endswith(f"/studies/{SMALL}")


def test_members_stand_in_ascending_order_and_hold_no_query_level(gateway):
    for study in search(gateway, "/studies").json():
        assert list(study) == sorted(study)
        assert "00080052" not in study and "00080053" not in study
        assert not any(tag.endswith("0000") for tag in study)


def test_the_content_type_has_no_parameters(gateway):
    assert search(gateway, "/studies").headers["Content-Type"] == DICOM_JSON


@pytest.mark.parametrize("query", [
    "PatientID=ID-SMALL",
    "00100020=ID-SMALL",
    "patientid=ID-SMALL",
    "PatientID=ID-SMA*",
    "PatientID=ID-SMAL%3F",
    "PatientName=Small*",
    "PatientName=*Interop&PatientID=ID-SMALL",
    f"StudyInstanceUID={SMALL}",
    f"StudyInstanceUID={SMALL},{data.uid('absent')}",
    f"StudyInstanceUID={SMALL}%2C{data.uid('absent')}",
    f"StudyInstanceUID={SMALL}%5C{data.uid('absent')}",
    "PatientID=ID-SMALL&StudyDate=20240102",
    "PatientID=ID-SMALL&StudyDate=20240101-20240103",
    "PatientID=ID-SMALL&StudyDate=20240102-",
    "PatientID=ID-SMALL&StudyDate=-20240102",
    "PatientID=ID-SMALL&StudyDate=",
    "PatientID=ID-SMALL&unknown=ignored",
    "PatientID=ID-SMALL&AccessionNumber=A-SMALL",
])  # fmt: skip
def test_a_key_finds_the_study_and_nothing_else(gateway, query):
    assert values(search(gateway, f"/studies?{query}"), "0020000D") == [SMALL]


@pytest.mark.parametrize("query", [
    "PatientID=ID-NOBODY",
    "PatientID=ID-SMALL&StudyDate=20240103-",
    "PatientID=ID-SMALL&StudyDate=19990101",
    "limit=0",
    "offset=100000",
    f"StudyInstanceUID={data.uid('absent')}",
])  # fmt: skip
def test_nothing_found_is_204_without_a_body(gateway, query):
    response = search(gateway, f"/studies?{query}")
    assert (response.status_code, response.content) == (204, b"")


@pytest.mark.parametrize("query", [
    "limit=-1",
    "limit=x",
    "offset=1.5",
    "fuzzymatching=yes",
    "PatientID=a&PatientID=b",
    "PatientID=a&00100020=b",
    "StudyDate=2024*",
    "StudyDate=-",
    "StudyInstanceUID=1.2.*",
    "0010FFFE=1",
    "00231001=v",
    "SeriesNumber=1",
])  # fmt: skip
def test_a_query_that_cannot_be_meant_is_400(gateway, query):
    response = search(gateway, f"/studies?{query}")
    assert response.status_code == 400, response.text[:300]
    assert "json" in response.headers["Content-Type"], "the reason is given as JSON (RFC 9457)"


def test_a_modality_among_studies_is_matched_or_said_not_to_be(gateway):
    for key in ("Modality", "ModalitiesInStudy"):
        ct, none = (search(gateway, f"/studies?PatientID=ID-SMALL&{key}={modality}") for modality in ("CT", "XA"))
        assert values(ct, "0020000D") == [SMALL]
        # dcmqrscp 3.6.7 ignores Modalities in Study and does not return it: what cannot be checked is kept, with a Warning.
        assert none.status_code == 204 or "ModalitiesInStudy" in none.headers.get("Warning", "")


def test_includefield_adds_what_the_archive_knows(gateway):
    by_keyword = search(gateway, f"/studies?StudyInstanceUID={SMALL}&includefield=StudyDescription")
    assert values(by_keyword, "00081030") == ["Study small"]
    by_tag = search(gateway, f"/studies?StudyInstanceUID={SMALL}&includefield=00081030%2C00100040&includefield=PatientBirthDate")
    assert values(by_tag, "00081030") == ["Study small"]
    assert values(by_tag, "00100040") == ["O"]
    assert values(by_tag, "00100030") == ["19700101"]
    assert values(search(gateway, f"/studies?StudyInstanceUID={SMALL}&includefield=all"), "00081030") == ["Study small"]


def test_the_study_list_of_ohif_gets_no_empty_modality(gateway):
    path = "/studies?limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060"
    response = search(gateway, path)
    assert SMALL in values(response, "0020000D")
    for study in response.json():
        assert "00080060" not in study
        assert study.get("00080061", {"Value": 1}).get("Value"), "an empty ModalitiesInStudy hangs OHIF's list"


def test_modalities_and_counts_are_given_or_absent_but_never_wrong(gateway):
    study = search(gateway, f"/studies?StudyInstanceUID={SMALL}").json()[0]
    for tag, count in (("00201206", 1), ("00201208", 5)):
        assert study.get(tag, {}).get("Value", [count]) == [count]
    assert study.get("00080061", {"Value": ["CT"]})["Value"] == ["CT"]


def test_pages_do_not_overlap_and_cover_everything(gateway):
    everything = values(search(gateway, "/studies"), "0020000D")
    pages, offset = [], 0
    while (page := search(gateway, f"/studies?limit=2&offset={offset}")).status_code == 200:
        assert offset < 1000, "the pages do not end"
        pages += values(page, "0020000D")
        offset += 2
    assert page.status_code == 204
    assert pages == everything
    assert len(set(pages)) == len(pages)


def test_a_page_that_leaves_matches_out_says_so(gateway):
    assert "additional results" in search(gateway, "/studies?limit=1").headers.get("Warning", "")


def test_fuzzy_matching_that_did_not_happen_is_said(gateway):
    response = search(gateway, "/studies?PatientID=ID-SMALL&fuzzymatching=true")
    assert response.status_code == 200
    assert "fuzzymatching" in response.headers.get("Warning", "")


def test_the_series_of_a_study(gateway):
    response = search(gateway, f"/studies/{FRAMES}/series")
    assert sorted(values(response, "0020000E")) == sorted(data.uid(f"frames/{n}") for n in (1, 2, 3))
    assert values(response, "00200011") == [1, 2, 3]
    for series in response.json():
        assert series["0020000D"]["Value"] == [FRAMES]
        assert series["00080060"]["Value"] == ["OT"]
        assert series["00081190"]["Value"][0].endswith(f"/studies/{FRAMES}/series/{series['0020000E']['Value'][0]}")


def test_series_keys_select_series(gateway):
    assert values(search(gateway, f"/studies/{FRAMES}/series?SeriesNumber=2"), "0020000E") == [data.uid("frames/2")]
    assert search(gateway, f"/studies/{FRAMES}/series?Modality=CT").status_code == 204


def test_ohif_expands_a_study(gateway):
    response = search(gateway, f"/studies/{FRAMES}/series?includefield=0008103E%2C00080021")
    # dcmqrscp 3.6.7 has no Series Description in its index.
    assert values(response, "0008103E") in (["Series 1", "Series 2", "Series 3"], [None, None, None])


def test_the_instances_of_a_series(gateway, small_study):
    response = search(gateway, f"/studies/{SMALL}/series/{data.uid('small/1')}/instances")
    assert values(response, "00200013") == [1, 2, 3, 4, 5]
    for number, found in enumerate(response.json(), 1):
        assert found["00080018"]["Value"] == [data.uid(f"small/1/{number}")]
        assert found["0020000D"]["Value"] == [SMALL]
        assert found["0020000E"]["Value"] == [data.uid("small/1")]
        assert found["00081190"]["Value"][0].endswith(f"/instances/{data.uid(f'small/1/{number}')}")


def test_three_hundred_instances_come_in_order(gateway, ct_series):
    response = search(gateway, f"/studies/{CT}/series/{data.uid('ct300/1')}/instances")
    assert values(response, "00200013") == list(range(1, 301))


def test_an_instance_key_selects_instances(gateway):
    base = f"/studies/{SMALL}/series/{data.uid('small/1')}/instances"
    assert values(search(gateway, f"{base}?InstanceNumber=3"), "00080018") == [data.uid("small/1/3")]
    assert values(search(gateway, f"{base}?limit=1&includefield=00080018"), "00080018") == [data.uid("small/1/1")]


@pytest.mark.parametrize("accept", [
    "application/dicom+json",
    "application/json",
    "*/*",
    "application/*",
    "application/dicom+json, application/json",
    "application/dicom+json, multipart/related; type=application/octet-stream; transfer-syntax=*",
    "APPLICATION/DICOM+JSON; q=0.9, text/html;q=0.1",
])  # fmt: skip
def test_the_accepts_of_real_clients(gateway, accept):
    response = search(gateway, f"/studies?StudyInstanceUID={SMALL}", Accept=accept)
    assert values(response, "0020000D") == [SMALL]


@pytest.mark.parametrize("accept", ["image/jpeg", "text/csv", "application/dicom+json;q=0"])
def test_an_accept_that_nothing_satisfies_is_406(gateway, accept):
    assert search(gateway, "/studies", Accept=accept).status_code == 406


def test_an_accept_in_the_query_wins(gateway):
    assert search(gateway, "/studies?accept=application/dicom%2Bjson", Accept="image/jpeg").status_code == 200


def test_one_archive_by_its_name(gateway):
    response = requests.get(f"{gateway.root}/archives/main/dicom-web/studies?StudyInstanceUID={SMALL}")
    assert values(response, "0020000D") == [SMALL]
    assert requests.get(f"{gateway.root}/archives/absent/dicom-web/studies").status_code == 404


def test_a_method_that_a_resource_has_not_is_405_with_allow(gateway):
    response = requests.put(f"{gateway.url}/studies")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
