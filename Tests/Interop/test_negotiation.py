"""Transfer syntaxes by negotiation, for each part of an answer: requirements R-20 to R-27."""

import io
import threading

import numpy as np
import pytest
import requests
from pydicom import dcmread

from harness import data, made_images, reference_decoding
from harness.gantry import archive
from harness.scripted import ScriptedArchive
from harness.web import MULTIPART_DICOM, parts_of

EXPLICIT, RLE, JLS, J2K, BASELINE = made_images.EXPLICIT, made_images.RLE, made_images.JLS, made_images.J2K, made_images.BASELINE
JPEG = made_images.LOSSLESS_SV1
# Lossless, and decoded by nothing here.
MULTI_COMPONENT = "1.2.840.10008.1.2.4.92"
STUDY = data.uid("negotiation")
DOCUMENT = "1.2.840.10008.5.1.4.1.1.88.11"
NUMBERS = {"native": 1, "rle": 2, "jpeg": 3, "document": 4}


def dicom(syntax: str | None = None, quality: str = "") -> str:
    return 'multipart/related; type="application/dicom"' + (f"; transfer-syntax={syntax}" if syntax else "") + quality


@pytest.fixture(scope="module")
def instances(workspace):
    """A study with an image in native form, in RLE and in JPEG Baseline, and a document without pixels."""
    made = {}
    for name, syntax in (("native", EXPLICIT), ("rle", RLE), ("jpeg", BASELINE)):
        made[name] = made_images.in_syntax(made_images.native("mono8")[0], syntax, workspace / "negotiation", name)
    made["document"] = data.instance("negotiation", sop_class=DOCUMENT, modality="SR", SpecificCharacterSet="ISO_IR 100")
    for name, dataset in made.items():
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = STUDY, data.uid(f"negotiation/{name}")
        dataset.SOPInstanceUID = data.uid(f"negotiation/{name}/{NUMBERS[name]}")
        dataset.file_meta.MediaStorageSOPClassUID, dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    return made


@pytest.fixture
def gateway(serve, instances):
    peer = ScriptedArchive(list(instances.values())).start()
    yield serve([archive(peer)])
    peer.stop()


def get(gateway, dataset=None, tail: str = "", accept: str = "application/dicom"):
    path = f"/studies/{STUDY}"
    if dataset is not None:
        path += f"/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{gateway.url}{path}{tail}", headers={"Accept": accept}, timeout=60)


def received(response, instances) -> dict[str, str]:
    """The transfer syntax of each part by the instance's name here: the file's own, which its Content-Type must say too."""
    names = {dataset.SOPInstanceUID: name for name, dataset in instances.items()}
    syntaxes = {}
    for part in parts_of(response):
        dataset = dcmread(io.BytesIO(part.body))
        syntaxes[names[dataset.SOPInstanceUID]] = str(dataset.file_meta.TransferSyntaxUID)
        assert part.transfer_syntax == syntaxes[names[dataset.SOPInstanceUID]]
    return syntaxes


@pytest.mark.parametrize("accept", [MULTIPART_DICOM, "*/*", dicom(EXPLICIT), "multipart/related"])
def test_who_names_no_syntax_gets_native_pixels(gateway, instances, accept):
    response = get(gateway, accept=accept)
    assert response.status_code == 200
    assert received(response, instances) == dict.fromkeys(instances, EXPLICIT)


def test_decoded_pixels_are_those_that_were_compressed(gateway, instances):
    for name in ("rle", "jpeg"):
        got = dcmread(io.BytesIO(get(gateway, instances[name]).content))
        difference = reference_decoding.stored(got).values - reference_decoding.stored(instances[name]).values
        assert np.abs(difference).max() <= (1 if name == "jpeg" else 0)
        assert got.get("LossyImageCompression") == ("01" if name == "jpeg" else None)
    assert got.LossyImageCompressionMethod == "ISO_10918_1"


def test_as_stored_is_each_in_its_own_syntax(gateway, instances):
    stored = {name: str(dataset.file_meta.TransferSyntaxUID) for name, dataset in instances.items()}
    assert received(get(gateway, accept=dicom("*")), instances) == stored


def test_each_part_has_a_choice_of_its_own(gateway, instances):
    response = get(gateway, accept=f"{dicom(BASELINE)}, {dicom(RLE, ';q=0.9')}, {dicom(EXPLICIT, ';q=0.5')}")
    assert response.status_code == 200
    assert received(response, instances) == {"native": RLE, "rle": RLE, "jpeg": BASELINE, "document": EXPLICIT}


@pytest.mark.parametrize("target", [RLE, JPEG, JLS, J2K])
def test_what_fits_no_range_is_left_out_and_the_status_says_so(gateway, instances, target):
    response = get(gateway, accept=dicom(target))
    assert response.status_code == 206
    assert "1 instances" in response.headers["Warning"]
    assert received(response, instances) == dict.fromkeys(["native", "rle", "jpeg"], target)


def test_only_what_is_stored_so_is_ever_lossy(gateway, instances):
    response = get(gateway, accept=dicom(BASELINE))
    assert response.status_code == 206
    assert "3 instances" in response.headers["Warning"]
    assert received(response, instances) == {"jpeg": BASELINE}


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.81", "1.2.3"])
def test_what_nothing_can_be_had_in_is_406_with_a_list(gateway, instances, syntax):
    for response in (get(gateway, accept=dicom(syntax)), get(gateway, instances["native"], accept=f"application/dicom; transfer-syntax={syntax}")):
        assert response.status_code == 406
        detail = response.json()["detail"]
        for target in (EXPLICIT, RLE, JPEG, JLS, J2K):
            assert f"transfer-syntax={target}" in detail


def test_what_arrives_too_late_to_be_refused_leaves_the_answer_unfinished(serve, instances):
    """All others come, and whoever asks again is told by the status, of the instances that are there now."""
    late = made_images.opaque(MULTI_COMPONENT)
    late.StudyInstanceUID, late.SeriesInstanceUID, late.SOPInstanceUID = STUDY, data.uid("negotiation/late"), data.uid("negotiation/late/1")
    late.file_meta.MediaStorageSOPClassUID, late.file_meta.MediaStorageSOPInstanceUID = late.SOPClassUID, late.SOPInstanceUID
    has_begun = threading.Event()

    def wait_for_the_client(index, dataset, event):
        assert index == 0 or has_begun.wait(60)

    peer = ScriptedArchive([instances["native"], late, instances["rle"]])
    peer.further, peer.before_sending = (MULTI_COMPONENT,), wait_for_the_client
    peer.start()
    try:
        gateway, body = serve([archive(peer)]), b""
        with requests.get(f"{gateway.url}/studies/{STUDY}", headers={"Accept": MULTIPART_DICOM}, timeout=60, stream=True) as response:
            assert response.status_code == 200
            with pytest.raises(requests.exceptions.ChunkedEncodingError):
                for chunk in response.iter_content(chunk_size=None):
                    body += chunk
                    has_begun.set()
        sent = [name for name in ("native", "rle") if f"/instances/{instances[name].SOPInstanceUID}\r\n".encode() in body]
        assert sent == ["native", "rle"] and late.SOPInstanceUID.encode() not in body
        again = get(gateway, accept=MULTIPART_DICOM)
        assert again.status_code == 206 and "1 instances" in again.headers["Warning"]
        assert received(again, instances) == dict.fromkeys(["native", "rle"], EXPLICIT)
        assert get(gateway, late, accept="application/dicom").status_code == 406
        assert get(gateway, late, accept="application/dicom; transfer-syntax=*").status_code == 200
        assert peer.counters.gets == 1
    finally:
        peer.stop()


def test_a_document_has_no_compressed_form(gateway, instances):
    response = get(gateway, instances["document"], accept=f"application/dicom; transfer-syntax={JLS}")
    assert response.status_code == 406
    assert f"transfer-syntax={EXPLICIT}" in response.json()["detail"] and RLE not in response.json()["detail"]


@pytest.mark.parametrize("kind,target", [("image/jls", JLS), ("image/jp2", J2K), ("image/dicom-rle", RLE), ("image/jpeg", JPEG)])
@pytest.mark.parametrize("tail", ["/frames/1", "/bulkdata/7FE00010"])
def test_pixels_under_a_media_type(gateway, instances, tail, kind, target):
    response = get(gateway, instances["native"], tail, kind)
    assert response.status_code == 200, response.text[:300]
    assert response.headers["Content-Type"] == f"{kind}; transfer-syntax={target}"
    in_file = dcmread(io.BytesIO(get(gateway, instances["native"], accept=f"application/dicom; transfer-syntax={target}").content))
    assert response.content in (frame := in_file.PixelData) and len(frame) - len(response.content) <= 32


def test_an_image_of_any_type_is_not_made(gateway, instances):
    assert get(gateway, instances["native"], "/frames/1", "image/*").status_code == 406
    assert get(gateway, instances["native"], "/frames/1", "image/png").status_code == 406
