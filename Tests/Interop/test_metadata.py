"""Metadata as DICOM JSON, against pydicom's own model of the same files: requirements §2J."""

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.model import expected_model, model_differences
from harness.web import DICOM_JSON, read_multipart

SMALL, FRAMES, CT = (data.uid(name) for name in ("small", "frames", "ct300"))


def metadata(gateway, path: str, accept: str = DICOM_JSON) -> list[dict]:
    response = requests.get(f"{gateway.url}{path}/metadata", headers={"Accept": accept}, timeout=120)
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    assert response.headers["Content-Type"] == DICOM_JSON
    return response.json()


def bulk(uri: str) -> bytes:
    """The bytes behind a BulkDataURI, as a single part."""
    response = requests.get(uri, headers={"Accept": 'multipart/related; type="application/octet-stream"'}, timeout=60)
    assert response.status_code == 200, f"{uri}: {response.status_code} {response.text[:200]}"
    parts = read_multipart(response.headers["Content-Type"], response.content)
    return b"".join(part.body for part in parts)


def assert_equal_to_files(models: list[dict], files) -> None:
    expected = {str(dataset.SOPInstanceUID): dataset for dataset in map(dcmread, files)}
    got = {model["00080018"]["Value"][0]: model for model in models}
    assert len(got) == len(models) and got.keys() == expected.keys()
    for uid, dataset in expected.items():
        assert model_differences(expected_model(dataset), got[uid], bulk) == []


def test_of_a_study(gateway, small_study):
    assert_equal_to_files(metadata(gateway, f"/studies/{FRAMES}"), small_study[5:])


def test_of_a_series(gateway, small_study):
    assert_equal_to_files(metadata(gateway, f"/studies/{SMALL}/series/{data.uid('small/1')}"), small_study[:5])


def test_of_an_instance(gateway, small_study):
    path = f"/studies/{SMALL}/series/{data.uid('small/1')}/instances/{data.uid('small/1/2')}"
    models = metadata(gateway, path)
    assert len(models) == 1
    assert_equal_to_files(models, [small_study[1]])


def test_of_three_hundred_instances(gateway, ct_series):
    models = metadata(gateway, f"/studies/{CT}/series/{data.uid('ct300/1')}", "application/dicom+json, multipart/related; type=application/octet-stream; transfer-syntax=*")
    assert_equal_to_files(models, ct_series)


def test_a_series_comes_in_the_order_of_its_instance_numbers(gateway):
    models = metadata(gateway, f"/studies/{SMALL}/series/{data.uid('small/1')}")
    assert sorted(model["00200013"]["Value"][0] for model in models) == [1, 2, 3, 4, 5]


def test_no_file_meta_information_and_the_stored_transfer_syntax(gateway):
    for model in metadata(gateway, f"/studies/{SMALL}"):
        assert not any(tag.startswith("0002") or tag.endswith("0000") for tag in model)
        assert model["00083002"] == {"vr": "UI", "Value": ["1.2.840.10008.1.2.1"]}


def test_pixel_data_is_a_uri_that_answers_with_the_bytes(gateway, small_study):
    model = metadata(gateway, f"/studies/{SMALL}/series/{data.uid('small/1')}")[0]
    uri = model["7FE00010"]["BulkDataURI"]
    assert uri.startswith(f"{gateway.url}/studies/{SMALL}/series/")
    file = next(one for one in map(dcmread, small_study[:5]) if one.SOPInstanceUID == model["00080018"]["Value"][0])
    assert bulk(uri) == file.PixelData
    single = requests.get(uri, headers={"Accept": "application/octet-stream"})
    assert single.status_code == 200 and single.content == file.PixelData


def test_a_bulk_data_uri_outlives_the_cache(serve, orthanc, small_study):
    from harness.gantry import archive

    first = serve([archive(orthanc)])
    uri = metadata(first, f"/studies/{SMALL}/series/{data.uid('small/1')}")[0]["7FE00010"]["BulkDataURI"]
    second = serve([archive(orthanc)])
    assert bulk(uri) == bulk(uri.replace(first.root, second.root))


def test_an_unknown_bulk_data_is_404(gateway):
    path = f"/studies/{SMALL}/series/{data.uid('small/1')}/instances/{data.uid('small/1/2')}"
    assert requests.get(f"{gateway.url}{path}/bulkdata/00091001").status_code == 404


@pytest.mark.parametrize("accept", ["image/jpeg", "application/octet-stream"])
def test_a_type_that_metadata_has_not_is_406(gateway, accept):
    response = requests.get(f"{gateway.url}/studies/{SMALL}/metadata", headers={"Accept": accept})
    assert response.status_code == 406


@pytest.mark.parametrize("name", ["examples_palette.dcm", "rtplan.dcm", "CT_small.dcm", "JPEG2000.dcm", "examples_rgb_color.dcm"])
def test_of_real_instances(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    path = f"/studies/{file.StudyInstanceUID}/series/{file.SeriesInstanceUID}/instances/{file.SOPInstanceUID}"
    assert model_differences(expected_model(file), metadata(before_orthanc, path)[0], bulk) == []
