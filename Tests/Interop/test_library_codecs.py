"""Frames that libraries decode (JPEG-LS, JPEG 2000, HTJ2K, JPEG XL, deflate), against the samples that were encoded and against other decoders: requirements §2.2, V-50, V-51."""

import io
import re
from pathlib import Path

import numpy as np
import pydicom
import pytest
import requests
from PIL import Image
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.uid import JPEG2000TransferSyntaxes, JPEGLSTransferSyntaxes

from harness import data
from harness.codestreams import (
    KINDS, NEAR, deflated_stream, high_throughput_samples, high_throughput_stream, instance, jpeg2000_stream, jpeg_ls_stream, jpegxl_stream, run, samples,
)  # fmt: skip
from harness.frames import frame, resource
from harness.gantry import gateway_before
from harness.web import MULTIPART_BYTES

# What pydicom and pydicom-data have in JPEG-LS and JPEG 2000. The frame of the last one of pydicom's own ends in its middle, which pydicom refuses too.
FILES = [
    "JPEGLSNearLossless_08.dcm", "JPEGLSNearLossless_16.dcm", "MR_small_jpeg_ls_lossless.dcm", "SC_rgb_jls_lossy_line.dcm", "SC_rgb_jls_lossy_sample.dcm",
    "emri_small_jpeg_ls_lossless.dcm", "693_J2KI.dcm", "693_J2KR.dcm", "GDCMJ2K_TextGBR.dcm", "J2K_pixelrep_mismatch.dcm", "JPEG2000.dcm", "MR2_J2KI.dcm",
    "MR2_J2KR.dcm", "MR_small_jp2klossless.dcm", "RG1_J2KI.dcm", "RG1_J2KR.dcm", "RG3_J2KI.dcm", "RG3_J2KR.dcm", "SC_rgb_gdcm_KY.dcm", "US1_J2KI.dcm",
    "US1_J2KR.dcm", "emri_small_jpeg_2k_lossless.dcm", "examples_jpeg2k.dcm",
]  # fmt: skip
DAMAGED = "JPEG2000-embedded-sequence-delimiter.dcm"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[tuple[str, ...], tuple[pydicom.Dataset, np.ndarray, int]]:
    """By codec, kind and option: the instance, the samples that it must give, and by how much they may differ."""
    folder, made = tmp_path_factory.mktemp("library-codecs"), {}

    def add(codec: str, kind: str, option: str, stream: bytes, expected: np.ndarray, tolerance: int = 0) -> None:
        made[codec, kind, option] = instance("library-codecs", codec, kind, [stream], number=len(made) + 1), expected, tolerance

    for kind, bits in KINDS.items():
        image = samples(kind)
        for interleave in (0, 1, 2) if kind == "rgb8" else (0,):
            add("jpeg-ls", kind, f"interleave {interleave}", jpeg_ls_stream(image, bits, interleave=interleave), image)
            if not kind.startswith("signed"):
                add("jpeg-ls-near", kind, f"interleave {interleave}", jpeg_ls_stream(image, bits, NEAR, interleave), image, NEAR)
        add("jpeg2000", kind, "", jpeg2000_stream(image, bits, folder), image)
        add("jpeg2000", kind, "tiles", jpeg2000_stream(image, bits, folder, "-t", "40,32"), image)
        add("htj2k", kind, "", high_throughput_stream(image, bits, folder), image)
        add("htj2k-rpcl", kind, "RPCL", high_throughput_stream(image, bits, folder, "-reversible", "true", "-prog_order", "RPCL"), image)
        if not kind.startswith("signed"):
            stream = high_throughput_stream(image, bits, folder, "-qstep", "0.001")
            add("htj2k-lossy", kind, "as OpenJPH decodes it", stream, high_throughput_samples(stream, folder, kind == "rgb8"), 2 if bits == 16 else 1)
        add("deflated", kind, "", deflated_stream(image), image)
        add("jpegxl", kind, "", jpegxl_stream(image, bits, folder), image)
    add_recompressed(add, folder)
    return made


def add_recompressed(add, folder: Path) -> None:
    """JPEG XL that loses, as libjxl's djxl decodes it, and that holds a JPEG, as libjpeg decodes that."""
    image = samples("rgb8")
    stream = jpegxl_stream(image, 8, folder, "--distance", "1")
    (folder / "lossy.jxl").write_bytes(stream)
    run("djxl", folder / "lossy.jxl", folder / "lossy.ppm")
    add("jpegxl-lossy", "rgb8", "as djxl decodes it", stream, np.asarray(Image.open(folder / "lossy.ppm")), 1)
    Image.fromarray(samples("mono8")).save(folder / "one.jpg", quality=95)
    run("cjxl", folder / "one.jpg", folder / "jpeg.jxl", "--lossless_jpeg=1")
    decoded = np.asarray(Image.open(io.BytesIO((folder / "one.jpg").read_bytes())))
    # The inverse transform is in floating-point numbers here, and in whole ones there.
    add("jpegxl-jpeg", "mono8", "as libjpeg decodes the JPEG", (folder / "jpeg.jxl").read_bytes(), decoded, 2)


def with_own_uids(name: str, number: int) -> pydicom.Dataset:
    """A file's image in an instance of ours: pydicom's share UIDs with each other."""
    source = dcmread(get_testdata_file(name))
    dataset = data.instance("library-codecs-files", number=number, modality="OT", sop_class=data.SECONDARY_CAPTURE, syntax=source.file_meta.TransferSyntaxUID)
    dataset.update({tag: source[tag] for tag in source.keys() if tag.group in (0x0028, 0x7FE0)})
    return dataset


@pytest.fixture(scope="module")
def files() -> dict[str, pydicom.Dataset]:
    return {name: with_own_uids(name, number) for number, name in enumerate([*FILES, DAMAGED], 1)}


@pytest.fixture(scope="module")
def gateway(tmp_path_factory, made, files):
    datasets = [dataset for dataset, _, _ in made.values()] + list(files.values())
    with gateway_before(datasets, tmp_path_factory.mktemp("gateway-libraries")) as service:
        yield service


def test_what_was_encoded_comes_back(gateway, made, figure):
    greatest: dict[str, list[int]] = {}
    for (codec, kind, option), (dataset, expected, tolerance) in made.items():
        difference = int(np.abs(frame(gateway, dataset).astype(int) - expected.astype(int)).max())
        assert difference <= tolerance, f"{codec} {kind} {option}: {difference}"
        greatest.setdefault(codec, []).append(difference)
    for codec, differences in greatest.items():
        figure(f"{codec}: {len(differences)} codestreams of other encoders, greatest difference {max(differences)}")
    assert len(made) == 56


def test_the_list_of_files_is_whole():
    """Every file of these syntaxes that pydicom brings along is in it."""
    folder = Path(pydicom.__file__).parent / "data" / "test_files"
    found = set()
    for path in folder.glob("*.dcm"):
        dataset = dcmread(path, force=True, stop_before_pixels=True)
        syntax = dataset.file_meta.get("TransferSyntaxUID") if hasattr(dataset, "file_meta") else None
        # Without pixels of its own it only says the syntax of what it came with.
        if syntax in JPEG2000TransferSyntaxes + JPEGLSTransferSyntaxes and "Rows" in dataset:
            found.add(path.name)
    assert found - {*FILES, DAMAGED} == set()


@pytest.mark.parametrize("name", FILES)
def test_files_of_pydicom_are_what_its_decoders_make_of_them(gateway, files, figure, name):
    expected = dcmread(get_testdata_file(name)).pixel_array
    for number in range(1, int(files[name].get("NumberOfFrames", 1) or 1) + 1):
        of_frame = expected[number - 1] if expected.ndim > 2 and "NumberOfFrames" in files[name] and files[name].NumberOfFrames > 1 else expected
        difference = np.abs(frame(gateway, files[name], number).astype(int) - of_frame.astype(int)).max()
        assert difference == 0, f"frame {number}: {difference}"
    figure(f"{name}: every frame exactly as pydicom has it")


@pytest.mark.parametrize("name", FILES)
def test_they_are_drawn(gateway, files, name):
    response = resource(gateway, files[name], "/frames/1/rendered", "image/png")
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    size = Image.open(io.BytesIO(response.content)).size
    assert size == (files[name].Columns, files[name].Rows)


def test_a_codestream_that_ends_in_its_middle_is_no_image(gateway, files):
    response = resource(gateway, files[DAMAGED], "/frames/1", MULTIPART_BYTES)
    assert response.status_code == 502 and response.headers["Content-Type"].startswith("application/problem+json")


def test_readiness_and_the_log_say_what_confines_the_workers(gateway):
    gateway.settle()
    codecs = requests.get(f"{gateway.root}/health/ready", timeout=30).json()["codecs"]
    assert codecs["workers"] >= 1 and codecs["confined"] is True
    assert {"limits", "seccomp", "privileges"} <= set(codecs["inForce"])
    [line] = [line for line in gateway.log.read_text().splitlines() if "codec workers" in line]
    assert re.search(r"inForce=limits seccomp", line)
