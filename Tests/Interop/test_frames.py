"""Frames as stored and decoded, against pydicom's reading of the same files: requirements §2.4."""

import numpy as np
import pytest
import requests
from pydicom import dcmread
from pydicom.encaps import get_frame
from pydicom.uid import UID

from harness import data
from harness.web import MULTIPART_BYTES, MULTIPART_STORED, parts_of

FRAMES = data.uid("frames")
EXPLICIT = "1.2.840.10008.1.2.1"


def frames(gateway, dataset, numbers: str, accept: str = MULTIPART_STORED):
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{gateway.url}{path}/frames/{numbers}", headers={"Accept": accept}, timeout=60)


def bodies(response) -> list[bytes]:
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    return [part.body for part in parts_of(response)]


@pytest.fixture(scope="module")
def word(small_study):
    return dcmread(small_study[5])


@pytest.fixture(scope="module")
def color(small_study):
    return dcmread(small_study[6])


@pytest.fixture(scope="module")
def bits(small_study):
    return dcmread(small_study[7])


def expected_native(dataset) -> list[bytes]:
    pixels = dataset.pixel_array
    return [frame.tobytes() for frame in (pixels if dataset.get("NumberOfFrames", 1) > 1 else [pixels])]


@pytest.mark.parametrize("accept", [MULTIPART_STORED, MULTIPART_BYTES, "multipart/related; type=application/octet-stream", "*/*",
                                    'multipart/related; type="application/octet-stream"; transfer-syntax="1.2.840.10008.1.2.1"; transfer-syntax="*"'])  # fmt: skip
def test_each_frame_of_signed_words(gateway, word, accept):
    for number, expected in enumerate(expected_native(word), 1):
        response = frames(gateway, word, str(number), accept)
        assert bodies(response) == [expected]
        part = parts_of(response)[0]
        assert (part.media_type, part.transfer_syntax) == ("application/octet-stream", EXPLICIT)


def test_a_list_in_the_order_of_the_request(gateway, word):
    expected = expected_native(word)
    assert bodies(frames(gateway, word, "1,2,3")) == expected[:3]
    assert bodies(frames(gateway, word, "7,1,4")) == [expected[6], expected[0], expected[3]]
    assert bodies(frames(gateway, word, "2%2C5")) == [expected[1], expected[4]]


def test_frames_of_an_odd_number_of_bytes_have_no_padding(gateway, color):
    assert bodies(frames(gateway, color, "1,2,3")) == expected_native(color)


def test_bit_packed_frames_begin_at_their_first_bit(gateway, bits):
    _, expected = data.single_bit()
    for number, frame in enumerate(expected, 1):
        (body,) = bodies(frames(gateway, bits, str(number)))
        got = np.unpackbits(np.frombuffer(body, np.uint8), bitorder="little")[:35].reshape(5, 7)
        assert np.array_equal(got, frame), f"frame {number}"
        assert len(body) == 5


def test_one_frame_as_a_single_part(gateway, word):
    response = frames(gateway, word, "2", "application/octet-stream")
    assert response.status_code == 200
    assert response.content == expected_native(word)[1]
    assert response.headers["Content-Type"].startswith("application/octet-stream")
    assert int(response.headers["Content-Length"]) == len(response.content)


def test_the_part_names_its_frame(gateway, word):
    for number, part in enumerate(parts_of(frames(gateway, word, "1,2,3")), 1):
        assert part.headers["Content-Location"].endswith(f"/frames/{number}")


@pytest.mark.parametrize("numbers", ["0", "-1", "x", "1,,2", "1.5", "1,0", "%20", "99999999999999999999"])
def test_a_list_that_is_no_list_is_400(gateway, word, numbers):
    assert frames(gateway, word, numbers).status_code == 400


@pytest.mark.parametrize("numbers", ["8", "1,8", "4000000000"])
def test_a_frame_beyond_the_last_is_404(gateway, word, numbers):
    assert frames(gateway, word, numbers).status_code == 404


def test_an_instance_without_pixels_has_no_frames(before_orthanc, compressed):
    assert frames(before_orthanc, dcmread(compressed["rtplan.dcm"]), "1").status_code == 404


STORED = ["SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_rle_2frame.dcm", "MR_small_RLE.dcm", "JPEG2000.dcm", "examples_jpeg2k.dcm", "examples_ybr_color.dcm"]
MEDIA_TYPES = {"1.2.840.10008.1.2.5": "image/dicom-rle", "1.2.840.10008.1.2.4.50": "image/jpeg",
               "1.2.840.10008.1.2.4.90": "image/jp2", "1.2.840.10008.1.2.4.91": "image/jp2"}  # fmt: skip


@pytest.mark.parametrize("name", STORED)
def test_encapsulated_frames_come_as_stored(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    count = int(file.get("NumberOfFrames", 1))
    response = frames(before_orthanc, file, ",".join(str(number) for number in range(1, count + 1)))
    expected = [get_frame(file.PixelData, index, number_of_frames=count) for index in range(count)]
    got = parts_of(response) if response.status_code == 200 else pytest.fail(f"{response.status_code} {response.text[:200]}")
    for index, (part, frame) in enumerate(zip(got, expected, strict=True)):
        assert part.body == frame or part.body + b"\0" == frame, f"frame {index + 1}"
        assert part.transfer_syntax == str(file.file_meta.TransferSyntaxUID)
        assert part.media_type == MEDIA_TYPES.get(part.transfer_syntax, part.media_type)


@pytest.mark.parametrize("name", ["SC_rgb_rle_2frame.dcm", "MR_small_RLE.dcm"])
def test_rle_frames_are_decoded_for_who_asks_for_bytes(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    for number, expected in enumerate(expected_native(file), 1):
        response = frames(before_orthanc, file, str(number), MULTIPART_BYTES)
        assert bodies(response) == [expected]
        assert parts_of(response)[0].transfer_syntax == EXPLICIT


@pytest.mark.parametrize("name", ["SC_rgb_jpeg_dcmtk.dcm", "examples_ybr_color.dcm"])
def test_jpeg_baseline_frames_are_decoded_for_who_asks_for_bytes(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    if not UID(file.file_meta.TransferSyntaxUID).is_compressed:
        pytest.fail(f"{name} is not compressed")
    (body,) = bodies(frames(before_orthanc, file, "1", MULTIPART_BYTES))
    expected = file.pixel_array if int(file.get("NumberOfFrames", 1)) == 1 else file.pixel_array[0]
    got = np.frombuffer(body, np.uint8).reshape(expected.shape)
    # Two IDCTs of one stream differ by a step or two; colour conversion by as much again.
    assert np.abs(got.astype(int) - expected.astype(int)).mean() < 2
