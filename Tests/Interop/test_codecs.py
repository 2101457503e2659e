"""Decoded frames and pictures of JPEG Lossless and JPEG Extended, against DCMTK's decoder and the samples that were encoded: requirements §2.2, §3.5."""

import subprocess
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.encaps import encapsulate, get_frame
from pydicom.uid import JPEGExtended12Bit, JPEGLossless, JPEGLosslessSV1

from harness import data
from harness.frames import frame, resource
from harness.pictures import read_picture, windowed
from harness.processes import program
from harness.web import MULTIPART_BYTES, MULTIPART_STORED, parts_of

PREDICTORS = range(1, 8)
# Every file of these syntaxes in pydicom and pydicom-data.
FILES = ["JPEG-LL.dcm", "JPGLosslessP14SV1_1s_1f_8b.dcm", "bad_sequence.dcm", "SC_rgb_jpeg_gdcm.dcm", "JPGExtended.dcm", "JPEG-lossy.dcm"]
# DCMTK refuses what JPEG-lossy.dcm says of its spectrum; JPGExtended.dcm is the same image, put right.
ORACLES = {"JPEG-lossy.dcm": "JPGExtended.dcm"}


def samples(kind: str) -> np.ndarray:
    """40 x 56 samples with slopes, noise and edges, up to both ends of the range."""
    random = np.random.default_rng(7)
    rows, columns = np.mgrid[0:40, 0:56]
    bits = {"mono8": 8, "mono12": 12, "mono16": 16, "signed16": 16, "rgb8": 8}[kind]
    top = 1 << bits
    image = (rows * top // 60 + columns * top // 120 + random.integers(0, max(2, top // 64), (40, 56))) % top
    image[5:9, 5:9], image[20:24, 30:34] = 0, top - 1
    if kind == "rgb8":
        return np.stack([image, image[::-1], image[:, ::-1]], axis=-1).astype(np.uint8)
    if kind == "signed16":
        return (image - (top >> 1)).astype(np.int16)
    return image.astype(np.uint8 if bits == 8 else np.uint16)


def original(kind: str, number: int) -> pydicom.Dataset:
    bits = 12 if kind == "mono12" else None
    return data.with_pixels(data.instance(f"codecs-{kind}", number=number, modality="OT", sop_class=data.SECONDARY_CAPTURE), samples(kind), bits=bits)


@pytest.fixture(scope="module")
def folder(workspace) -> Path:
    return workspace / "codecs"


@pytest.fixture(scope="module")
def encoded(folder, orthanc) -> dict[tuple, pydicom.Dataset]:
    """What DCMTK encodes, by kind of samples and by what was asked of the encoder."""
    made, files = {}, []
    for kind in ("mono8", "mono12", "mono16", "signed16", "rgb8"):
        ways = [("+el", "+sv", str(predictor)) for predictor in PREDICTORS] + [("+e1",)]
        if kind == "mono12":
            ways.append(("+ee", "+q", "95"))
        for number, way in enumerate(ways, 1):
            source = data.save(original(kind, number), folder / f"{kind}-{number}-native.dcm")
            target = folder / f"{kind}-{number}.dcm"
            subprocess.run([program("dcmcjpeg"), *way, "+ud", source, target], check=True, capture_output=True)
            made[kind, way] = dcmread(target)
            files.append(target)
    orthanc.add(files)
    return made


def with_valid_uids(path: Path, target: Path) -> Path:
    """The image of a file in an instance of ours: pydicom's share UIDs with each other, and some nobody can ask for."""
    source = dcmread(path)
    dataset = data.instance(f"codecs-{path.stem}", modality="OT", sop_class=data.SECONDARY_CAPTURE, syntax=source.file_meta.TransferSyntaxUID)
    dataset.update({tag: source[tag] for tag in source.keys() if tag.group in (0x0028, 0x7FE0)})
    return data.save(dataset, target)


@pytest.fixture(scope="module")
def stored(orthanc, folder) -> dict[str, pydicom.Dataset]:
    found = {name: get_testdata_file(name) for name in FILES}
    assert all(found.values()), f"missing of pydicom's files: {found}"
    paths = {name: Path(path) for name, path in found.items()}
    for name in FILES:
        paths[name] = with_valid_uids(paths[name], folder / name)
    orthanc.add(list(paths.values()))
    return {name: dcmread(path) for name, path in paths.items()}


@pytest.fixture(scope="module")
def expected(stored, folder) -> dict[str, np.ndarray]:
    """The files' samples by DCMTK's decoder."""
    return {name: decoded(Path(stored[ORACLES.get(name, name)].filename), folder) for name in FILES}


def decoded(path: Path, folder: Path) -> np.ndarray:
    """The samples by DCMTK's decoder, as it leaves them."""
    target = folder / f"oracle-{path.name}"
    subprocess.run([program("dcmdjpeg"), "+cn", "+px", path, target], check=True, capture_output=True)
    return dcmread(target).pixel_array


def test_every_predictor_and_kind_of_sample_comes_back(before_orthanc, encoded, figure):
    exact = 0
    for (kind, way), dataset in encoded.items():
        if way[0] == "+ee":
            continue
        assert dataset.file_meta.TransferSyntaxUID == (JPEGLosslessSV1 if way == ("+e1",) else JPEGLossless)
        assert np.array_equal(frame(before_orthanc, dataset), samples(kind)), f"{kind} {way}"
        exact += 1
    figure(f"{exact} of {exact} lossless JPEGs of DCMTK (7 predictors, 8, 12 and 16 bits, signed, RGB) come back exactly")
    assert exact == 40


def test_twelve_bits_are_within_one_of_dcmtk(before_orthanc, encoded, folder, figure):
    [(_, dataset)] = [(key, dataset) for key, dataset in encoded.items() if key[1][0] == "+ee"]
    assert dataset.file_meta.TransferSyntaxUID == JPEGExtended12Bit
    difference = np.abs(frame(before_orthanc, dataset).astype(int) - decoded(Path(dataset.filename), folder).astype(int))
    figure(f"JPEG Extended of 12 bits beside DCMTK's decoder: greatest difference {difference.max()}, mean {difference.mean():.4f}")
    assert difference.max() <= 1


@pytest.mark.parametrize("name", FILES)
def test_files_of_pydicom_against_dcmtk(before_orthanc, stored, expected, figure, name):
    difference = np.abs(frame(before_orthanc, stored[name]).astype(int) - expected[name].astype(int))
    figure(f"{name}: greatest difference from DCMTK {difference.max()}, mean {difference.mean():.4f}")
    assert difference.max() <= (1 if stored[name].file_meta.TransferSyntaxUID == JPEGExtended12Bit else 0)


@pytest.mark.parametrize("name", FILES)
def test_stored_bytes_still_pass_as_they_are(before_orthanc, stored, name):
    [part] = parts_of(resource(before_orthanc, stored[name], "/frames/1", MULTIPART_STORED))
    assert (part.media_type, part.transfer_syntax) == ("image/jpeg", stored[name].file_meta.TransferSyntaxUID)
    assert part.body == get_frame(stored[name].PixelData, 0, number_of_frames=1)


@pytest.mark.parametrize("name", FILES)
def test_pictures_are_within_one_step(before_orthanc, stored, expected, figure, name):
    dataset, values = stored[name], expected[name].astype(np.float64)
    is_color = dataset.SamplesPerPixel == 3
    values = values if is_color else values * float(dataset.get("RescaleSlope", 1)) + float(dataset.get("RescaleIntercept", 0))
    center, width = (values.max() + values.min()) // 2, max(2, values.max() - values.min())
    response = resource(before_orthanc, dataset, f"/frames/1/rendered?window={center},{width},linear", "image/png")
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    _, pixels = read_picture(response.content)
    shown = values if is_color else windowed(values, center, width)
    difference = np.abs(shown.astype(int) - pixels.astype(int))
    figure(f"{name} rendered: greatest difference {difference.max()}, mean {difference.mean():.4f}")
    assert difference.max() <= 1


@pytest.mark.parametrize("name", ["JPEG-LL.dcm", "JPGExtended.dcm"])
def test_a_stream_cut_in_the_archive_is_no_frame(serve, name):
    from harness.gantry import archive
    from harness.scripted import ScriptedArchive

    dataset = dcmread(get_testdata_file(name))
    stream = get_frame(dataset.PixelData, 0, number_of_frames=1)
    dataset.PixelData = encapsulate([stream[: len(stream) // 4 * 2]])
    peer = ScriptedArchive([dataset]).start()
    try:
        gateway = serve([archive(peer)])
        for tail, accept in (("/frames/1", MULTIPART_BYTES), ("/rendered", "image/png")):
            response = resource(gateway, dataset, tail, accept)
            assert response.status_code in (406, 502), f"{response.status_code} {response.text[:300]}"
            assert response.headers["Content-Type"].startswith("application/problem+json")
    finally:
        peer.stop()
