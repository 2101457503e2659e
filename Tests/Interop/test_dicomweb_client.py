"""Python's dicomweb-client through `gantry serve` before Orthanc and dcmqrscp: every result equals what the files say."""

import io

import numpy as np
import pytest
from dicomweb_client.api import DICOMwebClient
from PIL import Image
from pydicom import dcmread

from harness import data
from harness.model import dataset_differences, expected_model, model_differences
from harness.pictures import psnr, windowed

SMALL, FRAMES = data.uid("small"), data.uid("frames")
SERIES = data.uid("small/1")
INSTANCE = data.uid("small/1/3")


@pytest.fixture
def client(gateway) -> DICOMwebClient:
    return DICOMwebClient(url=gateway.url)


@pytest.fixture(scope="module")
def files(small_study) -> dict:
    return {str(dataset.SOPInstanceUID): dataset for dataset in map(dcmread, small_study)}


def uids(matches: list[dict], tag: str) -> list[str]:
    return [match[tag]["Value"][0] for match in matches]


def test_search_for_studies(client):
    assert {SMALL, FRAMES} <= set(uids(client.search_for_studies(), "0020000D"))
    assert uids(client.search_for_studies(search_filters={"PatientID": "ID-SMALL"}), "0020000D") == [SMALL]
    assert client.search_for_studies(search_filters={"PatientID": "ID-NOBODY"}) == []


def test_search_for_studies_page_by_page(client):
    once = uids(client.search_for_studies(), "0020000D")
    assert uids(client.search_for_studies(limit=2, get_remaining=True), "0020000D") == once


def test_search_for_series(client):
    found = client.search_for_series(FRAMES)
    assert sorted(uids(found, "0020000E")) == sorted(data.uid(f"frames/{n}") for n in (1, 2, 3))
    assert uids(client.search_for_series(FRAMES, search_filters={"SeriesNumber": "2"}), "0020000E") == [data.uid("frames/2")]


def test_search_for_instances(client):
    found = client.search_for_instances(SMALL, SERIES)
    assert uids(found, "00080018") == [data.uid(f"small/1/{n}") for n in range(1, 6)]


def test_retrieve_study(client, files):
    check(client.retrieve_study(FRAMES), files, "frames")


def test_retrieve_series(client, files):
    check(client.retrieve_series(SMALL, SERIES), files, "small")


def test_retrieve_instance(client, files):
    got = client.retrieve_instance(SMALL, SERIES, INSTANCE)
    assert dataset_differences(files[INSTANCE], got) == []


def check(datasets, files, study: str) -> None:
    expected = {uid: dataset for uid, dataset in files.items() if dataset.StudyInstanceUID == data.uid(study)}
    got = {str(dataset.SOPInstanceUID): dataset for dataset in datasets}
    assert got.keys() == expected.keys()
    for uid, dataset in expected.items():
        assert dataset_differences(dataset, got[uid]) == []


def test_the_three_metadata_calls(client, files):
    study = client.retrieve_study_metadata(SMALL)
    series = client.retrieve_series_metadata(SMALL, SERIES)
    one = client.retrieve_instance_metadata(SMALL, SERIES, INSTANCE)
    one = one[0] if isinstance(one, list) else one
    assert len(study) == len(series) == 5
    for model in [*study, *series, one]:
        assert model_differences(expected_model(files[model["00080018"]["Value"][0]]), model) == []
    assert one["00080018"]["Value"] == [INSTANCE]


def test_retrieve_instance_frames(client, files):
    uid = data.uid("frames/1/1")
    expected = files[uid].pixel_array
    got = client.retrieve_instance_frames(FRAMES, data.uid("frames/1"), uid, frame_numbers=[1, 3, 7])
    assert [frame for frame in got] == [expected[index].tobytes() for index in (0, 2, 6)]


def test_retrieve_instance_rendered(client, files):
    file = files[INSTANCE]
    expected = windowed(file.pixel_array * file.RescaleSlope + file.RescaleIntercept, 40, 400)
    png = client.retrieve_instance_rendered(SMALL, SERIES, INSTANCE, media_types=("image/png",))
    assert psnr(expected, np.asarray(Image.open(io.BytesIO(png)))) > 50
    jpeg = client.retrieve_instance_rendered(SMALL, SERIES, INSTANCE, media_types=("image/jpeg",), params={"quality": 95})
    assert psnr(expected, np.asarray(Image.open(io.BytesIO(jpeg)))) > 30


def test_retrieve_bulkdata(client, files):
    (model,) = [model for model in client.retrieve_series_metadata(SMALL, SERIES) if model["00080018"]["Value"] == [INSTANCE]]
    assert b"".join(client.retrieve_bulkdata(model["7FE00010"]["BulkDataURI"])) == files[INSTANCE].PixelData


def test_store_instances(client, request):
    study = f"client-{request.node.callspec.id}"
    datasets = [data.ct_slice(study, number, size=32) for number in (1, 2, 3)]
    for dataset in datasets:
        dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    answer = client.store_instances(datasets)
    stored = {item.ReferencedSOPInstanceUID for item in answer.ReferencedSOPSequence}
    assert stored == {dataset.SOPInstanceUID for dataset in datasets}
    assert "FailedSOPSequence" not in answer
    got = client.retrieve_study(data.uid(study))
    assert len(got) == 3
    for dataset in got:
        original = next(one for one in datasets if one.SOPInstanceUID == dataset.SOPInstanceUID)
        assert dataset.PixelData == original.PixelData
