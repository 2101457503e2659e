"""WADO-RS object retrieval before Orthanc and dcmqrscp: each instance equal to its file."""

import io

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.model import dataset_differences
from harness.web import MULTIPART_DICOM, parts_of

SMALL, FRAMES, CT = (data.uid(name) for name in ("small", "frames", "ct300"))
SERIES = f"/studies/{SMALL}/series/{data.uid('small/1')}"
INSTANCE = f"{SERIES}/instances/{data.uid('small/1/3')}"


def retrieve(gateway, path: str, accept: str | None = MULTIPART_DICOM):
    return requests.get(f"{gateway.url}{path}", headers={"Accept": accept}, timeout=120)


def received(response) -> dict:
    """The data sets of a multipart answer by SOP Instance UID."""
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    datasets = [dcmread(io.BytesIO(part.body)) for part in parts_of(response)]
    by_uid = {str(dataset.SOPInstanceUID): dataset for dataset in datasets}
    assert len(by_uid) == len(datasets), "an instance came twice"
    return by_uid


def assert_equal_to_files(got: dict, files) -> None:
    expected = {str(dataset.SOPInstanceUID): dataset for dataset in map(dcmread, files)}
    assert got.keys() == expected.keys()
    for uid, dataset in expected.items():
        assert dataset_differences(dataset, got[uid]) == []


def test_a_study(gateway, small_study):
    assert_equal_to_files(received(retrieve(gateway, f"/studies/{FRAMES}")), small_study[5:])


def test_a_series(gateway, small_study):
    assert_equal_to_files(received(retrieve(gateway, SERIES)), small_study[:5])


def test_an_instance(gateway, small_study):
    assert_equal_to_files(received(retrieve(gateway, INSTANCE)), [small_study[2]])


def test_a_series_of_three_hundred(gateway, ct_series):
    assert_equal_to_files(received(retrieve(gateway, f"/studies/{CT}")), ct_series)


def test_an_instance_as_a_single_part_is_a_file(gateway, small_study):
    response = retrieve(gateway, INSTANCE, "application/dicom")
    assert response.status_code == 200
    assert response.headers["Content-Type"].split(";")[0] == "application/dicom"
    assert int(response.headers["Content-Length"]) == len(response.content)
    assert response.content[:132] == bytes(128) + b"DICM"
    got = dcmread(io.BytesIO(response.content))
    assert str(got.file_meta.TransferSyntaxUID) == "1.2.840.10008.1.2.1"
    assert got.file_meta.MediaStorageSOPInstanceUID == got.SOPInstanceUID
    assert dataset_differences(dcmread(small_study[2]), got) == []


def test_the_same_from_the_cache_and_from_the_archive(gateway):
    first, second = (retrieve(gateway, INSTANCE, "application/dicom").content for _ in range(2))
    assert first == second


def test_a_client_that_keeps_no_connection_gets_all_of_it(gateway, small_study):
    """As nginx does, where nobody tells it to keep them."""
    kept = parts_of(retrieve(gateway, SERIES))
    metadata = requests.get(f"{gateway.url}{SERIES}/metadata", timeout=60).json()
    for _ in range(50):
        alone = {"Accept": MULTIPART_DICOM, "Connection": "close"}
        assert [part.body for part in parts_of(requests.get(f"{gateway.url}{SERIES}", headers=alone, timeout=60))] == [part.body for part in kept]
        assert requests.get(f"{gateway.url}{SERIES}/metadata", headers={"Connection": "close"}, timeout=60).json() == metadata


@pytest.mark.parametrize("accept", ["*/*", "multipart/related; type=application/dicom", "multipart/*",
                                    'multipart/related; type="application/dicom"; transfer-syntax=*'])  # fmt: skip
def test_accepts_that_mean_the_default(gateway, accept):
    response = retrieve(gateway, INSTANCE, accept)
    assert response.headers["Content-Type"].startswith("multipart/related")
    assert [part.media_type for part in parts_of(response)] == ["application/dicom"]


def test_each_part_says_where_it_is_from(gateway):
    for part in parts_of(retrieve(gateway, SERIES)):
        uid = dcmread(io.BytesIO(part.body), stop_before_pixels=True).SOPInstanceUID
        assert part.headers["Content-Location"].endswith(f"/instances/{uid}")


@pytest.mark.parametrize("path", [
    f"/studies/{data.uid('absent')}",
    f"/studies/{SMALL}/series/{data.uid('absent')}",
    f"{SERIES}/instances/{data.uid('absent')}",
])  # fmt: skip
@pytest.mark.parametrize("resource", ["", "/metadata"])
def test_what_the_archive_has_not_is_404(gateway, path, resource):
    assert retrieve(gateway, path + resource, "*/*").status_code == 404


@pytest.mark.parametrize("accept", ["image/png", "application/dicom+json", "multipart/related; type=text/plain"])
def test_a_type_that_an_instance_has_not_is_406(gateway, accept):
    assert retrieve(gateway, INSTANCE, accept).status_code == 406


def test_a_single_part_of_a_series_is_406(gateway):
    assert retrieve(gateway, SERIES, "application/dicom").status_code == 406


def test_head_gives_the_header_alone(gateway):
    response = requests.head(f"{gateway.url}{INSTANCE}", headers={"Accept": "application/dicom"})
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/dicom")


@pytest.mark.parametrize("name", ["CT_small.dcm", "SC_rgb_rle_2frame.dcm", "MR_small_RLE.dcm", "JPEG2000.dcm", "SC_rgb_jpeg_dcmtk.dcm"])
def test_compressed_instances_come_as_stored(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    path = f"/studies/{file.StudyInstanceUID}/series/{file.SeriesInstanceUID}/instances/{file.SOPInstanceUID}"
    response = retrieve(before_orthanc, path, "application/dicom; transfer-syntax=*")
    assert response.status_code == 200, response.text[:300]
    got = dcmread(io.BytesIO(response.content))
    assert got.file_meta.TransferSyntaxUID == file.file_meta.TransferSyntaxUID
    assert dataset_differences(file, got) == []
