"""WADO-URI (PS3.18 §9): each parameter and each refusal of requirements §4."""

import io

import numpy as np
import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.gantry import archive
from harness.pictures import psnr, read_picture, windowed
from harness.scripted import ScriptedArchive

EXPLICIT = "1.2.840.10008.1.2.1"
RLE = "1.2.840.10008.1.2.5"


def wado(gateway, dataset, accept: str | None = None, base: str = "/wado", **parameters):
    query = {"requestType": "WADO", "studyUID": dataset.StudyInstanceUID, "seriesUID": dataset.SeriesInstanceUID}
    query |= {"objectUID": dataset.SOPInstanceUID} | parameters
    query = {name: value for name, value in query.items() if value is not None}
    return requests.get(f"{gateway.root}{base}", params=query, headers={"Accept": accept} if accept else {}, timeout=60)


def picture(response) -> tuple[str, np.ndarray]:
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    kind, pixels = read_picture(response.content)
    assert response.headers["Content-Type"] == f"image/{kind.lower()}"
    return kind, pixels


@pytest.mark.parametrize("base", ["/wado", "/archives/main/wado"])
def test_the_default_is_jpeg(gateway, slice_, hounsfield, base):
    for accept in (None, "*/*", "image/jpeg"):
        response = wado(gateway, slice_, accept, base)
        kind, pixels = picture(response)
        assert kind == "JPEG" and psnr(windowed(hounsfield, 40, 400), pixels) > 30
        assert f"/instances/{slice_.SOPInstanceUID}/frames/1/rendered" in response.headers["Content-Location"]
        shown = requests.get(response.headers["Content-Location"], timeout=60)
        assert shown.content == response.content, "what Content-Location names is what was sent"


@pytest.mark.parametrize("content_type,accept,kind", [
    ("image/png", None, "PNG"), ("image/gif", None, "GIF"), ("image/png", "image/jpeg", "PNG"), ("image/webp,image/png", "*/*", "PNG"),
    (None, "image/png", "PNG"), (None, "image/avif,image/webp,*/*;q=0.8", "JPEG"),
])  # fmt: skip
def test_the_content_type_goes_before_the_header(gateway, slice_, content_type, accept, kind):
    assert picture(wado(gateway, slice_, accept, contentType=content_type))[0] == kind


def test_a_type_that_there_is_not_is_406(gateway, slice_):
    assert wado(gateway, slice_, "text/plain", contentType="text/html").status_code == 406
    assert wado(gateway, slice_, 'multipart/related; type="image/jpeg"').status_code == 406


def test_the_instance_itself(gateway, slice_):
    response = wado(gateway, slice_, contentType="application/dicom")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"application/dicom; transfer-syntax={EXPLICIT}"
    assert int(response.headers["Content-Length"]) == len(response.content)
    assert response.headers["Content-Location"].endswith(f"/instances/{slice_.SOPInstanceUID}")
    got = dcmread(io.BytesIO(response.content))
    assert got.file_meta.TransferSyntaxUID == EXPLICIT and got.PixelData == slice_.PixelData


def test_the_instance_in_a_syntax(before_orthanc, compressed):
    file = dcmread(compressed["MR_small_RLE.dcm"])
    for asked in ("*", RLE, f"{RLE},{EXPLICIT}", f"1.2.840.10008.1.2,{RLE}"):
        response = wado(before_orthanc, file, contentType="application/dicom", transferSyntax=asked)
        assert response.status_code == 200, response.text
        assert dcmread(io.BytesIO(response.content)).file_meta.TransferSyntaxUID == RLE
    for unknown in ("1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.50", "1.2.3"):
        assert wado(before_orthanc, file, contentType="application/dicom", transferSyntax=unknown).status_code == 406


def test_window(gateway, slice_, hounsfield):
    _, pixels = picture(wado(gateway, slice_, contentType="image/png", windowCenter="-600.5", windowWidth="1200"))
    assert np.abs(windowed(hounsfield, -600.5, 1200).astype(int) - pixels).max() <= 1


@pytest.mark.parametrize("parameters,size", [
    ({"rows": 128, "columns": 128}, (128, 128)), ({"rows": 100}, (100, 100)), ({"columns": 64}, (64, 64)),
    ({"rows": 300, "columns": 100}, (100, 100)), ({"rows": 1024, "columns": 2000}, (1024, 1024)),
    ({"region": "0,0,0.5,0.25"}, (128, 256)), ({"region": "0.25,0.5,0.75,1", "columns": 512}, (512, 512)),
])  # fmt: skip
def test_rows_columns_and_region(gateway, slice_, parameters, size):
    assert picture(wado(gateway, slice_, contentType="image/png", **parameters))[1].shape == size


def test_a_region_is_a_crop(gateway, slice_, hounsfield):
    _, pixels = picture(wado(gateway, slice_, contentType="image/png", region="0.25,0.125,0.75,0.625"))
    assert np.abs(windowed(hounsfield, 40, 400)[64:320, 128:384].astype(int) - pixels).max() <= 1


def test_quality_and_annotation(gateway, slice_):
    low, high = (wado(gateway, slice_, imageQuality=quality) for quality in (10, 95))
    assert len(low.content) < len(high.content)
    plain = picture(wado(gateway, slice_, contentType="image/png"))[1]
    for name in ("annotation", "imageAnnotation"):
        written = wado(gateway, slice_, contentType="image/png", **{name: "patient,technique"})
        assert (picture(written)[1] != plain).sum() > 300
        unknown = wado(gateway, slice_, contentType="image/png", **{name: "shape"})
        assert "not supported: shape" in unknown.headers["Warning"] and np.array_equal(picture(unknown)[1], plain)


def test_frames(gateway, small_study):
    file = dcmread(small_study[6])
    for number, frame in enumerate(file.pixel_array, 1):
        assert np.array_equal(picture(wado(gateway, file, contentType="image/png", frameNumber=number))[1], frame)
    assert np.array_equal(picture(wado(gateway, file, contentType="image/png"))[1], file.pixel_array[0])
    assert wado(gateway, file, frameNumber=4).status_code == 400


def test_a_frame_of_what_is_not_multi_frame_is_400(gateway, slice_):
    assert wado(gateway, slice_, frameNumber=1).status_code == 400


@pytest.mark.parametrize("parameters", [
    {"requestType": None}, {"requestType": "wado"}, {"requestType": "MAMMO"}, {"studyUID": None}, {"seriesUID": None},
    {"objectUID": None}, {"objectUID": ""}, {"studyUID": "x"}, {"rows": 0}, {"rows": -1}, {"rows": "x"}, {"columns": 0}, {"columns": "1.5"},
    {"region": "0,0,1"}, {"region": "0,0,1,2"}, {"region": "0.5,0,0.5,1"}, {"region": "a,b,c,d"}, {"windowCenter": 40},
    {"windowWidth": 400}, {"windowCenter": "x", "windowWidth": 400}, {"windowCenter": 40, "windowWidth": 0}, {"frameNumber": 0},
    {"frameNumber": "x"}, {"imageQuality": 0}, {"imageQuality": 101}, {"annotation": ""}, {"contentType": "image"},
    {"contentType": "image/jpeg;charset=utf-8"}, {"contentType": "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"},
    {"contentType": "application/dicom", "windowCenter": 40, "windowWidth": 400}, {"contentType": "application/dicom", "transferSyntax": "x"},
    {"contentType": "application/dicom", "transferSyntax": [EXPLICIT, RLE]}, {"rows": [10, 20]},
    {"presentationUID": "1.2.3"}, {"presentationSeriesUID": "1.2.3"}, {"anonymize": "no"},
    {"presentationUID": "1.2.3", "presentationSeriesUID": "1.2.4", "windowCenter": 40, "windowWidth": 400},
    {"presentationUID": "1.2.3", "presentationSeriesUID": "1.2.4", "frameNumber": 1},
])  # fmt: skip
def test_each_400(before_orthanc, slice_, parameters):
    response = wado(before_orthanc, slice_, **parameters)
    assert response.status_code == 400, response.text
    assert response.headers["Content-Type"] == "application/problem+json"


def test_anonymization_is_refused_and_never_ignored(before_orthanc, slice_):
    for content_type in ("application/dicom", "image/jpeg"):
        assert wado(before_orthanc, slice_, contentType=content_type, anonymize="yes").status_code == 501


def test_what_is_not_there_is_404(before_orthanc, slice_):
    for name in ("studyUID", "seriesUID", "objectUID"):
        assert wado(before_orthanc, slice_, **{name: "1.2.3.4"}).status_code == 404
    assert wado(before_orthanc, slice_, base="/archives/other/wado").status_code == 404


def test_head_and_cors(before_orthanc, slice_):
    url = wado(before_orthanc, slice_, contentType="application/dicom").url
    head = requests.head(url, timeout=60)
    assert head.status_code == 200 and head.headers["Content-Type"].startswith("application/dicom") and not head.content
    assert "GET" in requests.options(url, timeout=60).headers["Allow"]


def test_a_report_is_html(serve):
    from test_rendered_resources import report

    dataset = report("wadotext")
    peer = ScriptedArchive([dataset]).start()
    try:
        gateway = serve([archive(peer)])
        assert wado(gateway, dataset).headers["Content-Type"].startswith("text/html")
        assert wado(gateway, dataset, contentType="text/plain").headers["Content-Type"].startswith("text/plain")
        assert wado(gateway, dataset, contentType="image/jpeg", accept="image/jpeg").status_code == 406
        assert wado(gateway, dataset, frameNumber=1).status_code == 400
    finally:
        peer.stop()
