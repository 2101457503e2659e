"""Pictures of every image file of pydicom and pydicom-data, against the reference in numpy: requirements §3.5, §3.6.

Each file is asked for as PNG, its first and its last frame, through the gateway before Orthanc. Nothing may be more than one
grey level off without a reason in `REASONS`; what cannot be drawn is in `REFUSED`, with the answer that it must get.
"""

import numpy as np
import pytest
import requests
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate, get_frame

from harness import peer_files, reference_rendering
from harness.conformance import decoded_syntaxes
from harness.peer_files import PeerFile
from harness.pictures import read_picture

FILES = peer_files.found()
DECODED = decoded_syntaxes()

CHROMINANCE = "halved chrominance of a JPEG, which libjpeg-turbo and the reference's libjpeg interpolate by filters of their own"
# The greatest difference that a file may show, and why.
REASONS: dict[str, tuple[int, str]] = {
    "SC_rgb_dcmtk_+eb+cy+n1.dcm": (2, CHROMINANCE),
    "SC_rgb_dcmtk_+eb+cy+np.dcm": (2, CHROMINANCE),
    "SC_rgb_jpeg_lossy_gdcm.dcm": (2, CHROMINANCE),
    "color3d_jpeg_baseline.dcm": (5, CHROMINANCE),
    "examples_ybr_color.dcm": (3, CHROMINANCE),
}
# What the gateway must answer to files that cannot be drawn, and why.
REFUSED: dict[str, tuple[int, str]] = {
    "JPEG2000-embedded-sequence-delimiter.dcm": (502, "the codestream's header is overwritten: Pixel Data holds a delimiter on purpose"),
    "MR_truncated.dcm": (502, "native Pixel Data 62 bytes short of one frame"),
}


@pytest.fixture(scope="module")
def stored(peers) -> dict[str, Dataset]:
    """The instances as they went into the archive, by the files' names."""
    return {file.name: dcmread(path) for file, path in peers.files.items()}


def asked(peers, dataset, frame: int) -> requests.Response:
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{peers.gateway.url}{path}/frames/{frame}/rendered", headers={"Accept": "image/png"}, timeout=120)


def readable(dataset):
    """The data set as the reference can read it, where a file says something that cannot be."""
    if dataset.get("NumberOfFrames") is not None and not str(dataset.NumberOfFrames).isdigit():
        del dataset.NumberOfFrames
    return dataset


def with_whole_spectrum(dataset):
    """A sequential JPEG whose scan says that it ends at coefficient 0, put right (ITU-T T.81 §B.2.3)."""
    frame = bytearray(get_frame(dataset.PixelData, 0, number_of_frames=1))
    scan = frame.index(b"\xff\xda")
    frame[scan + 2 + int.from_bytes(frame[scan + 2 : scan + 4], "big") - 2] = 63
    dataset.PixelData = encapsulate([bytes(frame)])
    return dataset


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_drawn_as_the_standard_says(peers, stored, figure, file: PeerFile):
    dataset = stored[file.name]
    syntax = dataset.file_meta.TransferSyntaxUID
    if file.name in REFUSED or syntax not in DECODED:
        status, reason = REFUSED[file.name] if syntax in DECODED else (406, f"{syntax.name} is not decoded")
        response = asked(peers, dataset, 1)
        figure(f"{file.name}: refused with {response.status_code}: {reason}")
        assert response.status_code == status, response.text[:300]
        assert response.headers["Content-Type"].startswith("application/problem+json")
        return
    dataset = readable(dataset)
    if file.name == "JPEG-lossy.dcm":
        dataset = with_whole_spectrum(dataset)
    count = peer_files.frame_count(dataset)
    differences = [difference(peers, dataset, frame) for frame in sorted({1, count})]
    greatest, mean = max(one.max() for one in differences), float(np.mean([one.mean() for one in differences]))
    allowed, reason = REASONS.get(file.name, (1, ""))
    figure(f"{file.name}: greatest difference {greatest}, mean {mean:.4f}{f' ({reason})' if reason else ''}")
    assert greatest <= allowed


def difference(peers, dataset, frame: int) -> np.ndarray:
    response = asked(peers, dataset, frame)
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    _, pixels = read_picture(response.content)
    expected = reference_rendering.picture(dataset, frame - 1)
    assert pixels.shape == expected.shape
    return np.abs(pixels.astype(int) - expected.astype(int))


def test_every_reason_and_refusal_is_of_a_file():
    assert set(REASONS) | set(REFUSED) <= {file.name for file in FILES}
    assert len(FILES) >= 172
