"""What can be had of one instance, each cell held against decoders that share no code with the gateway's.

A cell is "exact", "within N" or "refused"; whatever else comes raises AssertionError.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import requests
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import get_frame
from pydicom.pixels import pixel_array

from . import made_images, peer_files, reference_decoding, reference_rendering
from .made_images import BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT
from .model import dataset_differences
from .pictures import read_picture
from .processes import program
from .web import MULTIPART_BYTES, MULTIPART_STORED, parts_of

TARGETS = {
    "RLE": made_images.RLE,
    "JPEG": made_images.LOSSLESS_SV1,
    "JPEG-LS": made_images.JLS,
    "J2K": made_images.J2K,
    "HTJ2K": "1.2.840.10008.1.2.4.201",
    "HTJ2K RPCL": "1.2.840.10008.1.2.4.202",
}
BULK_TYPES = {"RLE": "image/dicom-rle", "JPEG": "image/jpeg", "JPEG-LS": "image/jls", "J2K": "image/jp2", "HTJ2K": "image/jphc"}
# Lossy JPEGs of noise through other IDCTs, and their colour through another conversion.
TOLERANCE = 3
LOSSY_COLOR = 8
NATIVE = {EXPLICIT, IMPLICIT, DEFLATED, BIG_ENDIAN}
# Decoded in floating-point numbers, which two builds round as they please.
FLOATING = {made_images.JXL_JPEG, made_images.JXL_LOSSY, made_images.HTJ2K_ANY}
ALWAYS_LOSSY = {made_images.BASELINE, made_images.EXTENDED}


def get(gateway, dataset, tail: str = "", accept: str = "application/dicom") -> requests.Response:
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{gateway.url}{path}{tail}", headers={"Accept": accept}, timeout=120)


def refusal(response, available: str = "available: ") -> str:
    """A refusal that says why, and what could be had instead."""
    assert response.status_code == 406, f"{response.status_code} {response.text[:300]}"
    detail = response.json()["detail"]
    assert available in detail or "cannot be" in detail, detail
    return "refused"


def within(difference: float, allowed: float, what: str) -> str:
    assert difference <= allowed, f"{what}: {difference}"
    return "exact" if difference == 0 else f"within {difference:g}"


def frames(dataset: Dataset) -> range:
    return range(peer_files.frame_count(dataset))


def color_as_rgb(samples: reference_decoding.Samples, bits: int) -> np.ndarray:
    if samples.photometric == "YBR_FULL":
        values = reference_rendering.from_ybr(samples.values.astype(np.float64), middle=1 << (bits - 1))
        return np.clip(np.rint(values), 0, (1 << bits) - 1)
    return samples.values


def farthest(expected: Dataset, got: Dataset) -> float:
    """The greatest difference of stored values; of colour that was converted on the way, as RGB."""
    differences = []
    for index in frames(expected):
        one, other = reference_decoding.stored(expected, index), reference_decoding.stored(got, index)
        left, right = one.values, other.values
        if one.photometric != other.photometric:
            left, right = color_as_rgb(one, got.BitsStored), color_as_rgb(other, got.BitsStored)
        assert left.shape == right.shape
        differences.append(np.abs(left.astype(np.float64) - right.astype(np.float64)).max())
    return max(differences)


def tolerance(dataset: Dataset) -> float:
    if dataset.file_meta.TransferSyntaxUID in FLOATING:
        return 2
    if dataset.file_meta.TransferSyntaxUID not in ALWAYS_LOSSY:
        return 0
    return LOSSY_COLOR if dataset.SamplesPerPixel == 3 else TOLERANCE


def decoded(gateway, source: Dataset, is_decoded: bool) -> tuple[str, Dataset | None]:
    response = get(gateway, source)
    if not is_decoded:
        if response.status_code == 200:
            # Where there is only a lossy form, that is what is sent (requirements R-21).
            assert dcmread(io.BytesIO(response.content)).file_meta.TransferSyntaxUID == source.file_meta.TransferSyntaxUID
            return "as stored", None
        return refusal(response), None
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    got = dcmread(io.BytesIO(response.content))
    assert got.file_meta.TransferSyntaxUID == EXPLICIT
    check_attributes(source, got)
    check_frames(gateway, source, got)
    return within(farthest(source, got), tolerance(source), "decoded"), got


def check_attributes(source: Dataset, got: Dataset) -> None:
    """Nothing but the description of the pixels changes; what was lossy stays so (requirements R-27)."""
    assert got.SOPInstanceUID == source.SOPInstanceUID
    differences = [line for line in dataset_differences(source, got, is_little=source.file_meta.TransferSyntaxUID != BIG_ENDIAN) if "(0028," not in line and "(7fe0," not in line.lower()]
    assert differences == []
    if got.SamplesPerPixel == 3 and got.file_meta.TransferSyntaxUID != source.file_meta.TransferSyntaxUID:
        assert got.PlanarConfiguration in (0, source.PlanarConfiguration)
    if source.file_meta.TransferSyntaxUID in ALWAYS_LOSSY or source.get("LossyImageCompression") == "01":
        assert got.LossyImageCompression == "01"


def check_frames(gateway, source: Dataset, got: Dataset) -> None:
    """The frames resource has the same bytes as the decoded instance."""
    if "PixelData" not in got or got.BitsAllocated == 1:
        return
    numbers = ",".join(str(index + 1) for index in frames(source))
    bodies = [part.body for part in parts_of(get(gateway, source, f"/frames/{numbers}", MULTIPART_BYTES))]
    joined = b"".join(bodies)
    assert joined + b"\0" * (len(joined) % 2) == got.PixelData


def rendered(gateway, source: Dataset, is_decoded: bool) -> str:
    if not is_decoded:
        # Of an instance: a video has no frames of its own.
        return refusal(get(gateway, source, "/rendered", "image/png"))
    differences = []
    for index in frames(source):
        response = get(gateway, source, f"/frames/{index + 1}/rendered", "image/png")
        assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
        _, pixels = read_picture(response.content)
        expected = reference_rendering.picture(source, index)
        assert pixels.shape == expected.shape
        differences.append(int(np.abs(pixels.astype(int) - expected.astype(int)).max()))
    return within(max(differences), LOSSY_COLOR if tolerance(source) == LOSSY_COLOR else 1, "rendered")


def as_stored(gateway, source: Dataset) -> str:
    syntax = source.file_meta.TransferSyntaxUID
    if syntax in NATIVE:
        got = dcmread(io.BytesIO(get(gateway, source, accept="application/dicom; transfer-syntax=*").content))
        return within(farthest(source, got), 0, "as stored")
    count = peer_files.frame_count(source)
    parts = parts_of(get(gateway, source, f"/frames/{','.join(str(n + 1) for n in range(count))}", MULTIPART_STORED))
    for index, part in enumerate(parts):
        frame = get_frame(source.PixelData, index, number_of_frames=count)
        assert part.body in (frame, frame.removesuffix(b"\0")) and part.transfer_syntax == syntax
    return "exact"


def put_into(gateway, source: Dataset, native: Dataset | None, name: str) -> str:
    target = TARGETS[name]
    response = get(gateway, source, accept=f"application/dicom; transfer-syntax={target}")
    if response.status_code != 200:
        assert native is None or not is_holdable(native, name), f"{response.status_code} {response.text[:300]}"
        return refusal(response)
    got = dcmread(io.BytesIO(response.content))
    assert got.file_meta.TransferSyntaxUID == target
    check_attributes(source, got)
    if source.file_meta.TransferSyntaxUID == target:
        assert got.PixelData == source.PixelData
        return "as stored"
    if got.PhotometricInterpretation != native.PhotometricInterpretation:
        assert (native.PhotometricInterpretation, got.PhotometricInterpretation) == ("RGB", "YBR_RCT")
    assert (got.BitsStored, got.HighBit) == ((native.BitsStored, native.HighBit) if name == "RLE" else (native.BitsStored, native.BitsStored - 1))
    if name in BULK_TYPES:
        check_bulk(gateway, source, got, name)
    if name == "JPEG" and source.file_meta.TransferSyntaxUID == EXPLICIT:
        check_by_dcmtk(got, native)
    if made_images.has_overlay_bits(native):
        assert is_holdable(native, name)
        assert whole_words(got).tobytes() == whole_words(native).tobytes()
    return within(farthest(native, got), 0, name)


def check_by_dcmtk(got: Dataset, native: Dataset) -> None:
    """DCMTK's decoder, which shares no code with libjpeg, finds the same stored values."""
    with tempfile.TemporaryDirectory(prefix="gantry-dcmtk-") as name:
        source, target = Path(name) / "jpeg.dcm", Path(name) / "native.dcm"
        got.save_as(source)
        subprocess.run([program("dcmdjpeg"), "+cn", "+px", source, target], check=True, capture_output=True)
        assert farthest(native, dcmread(target)) == 0


def whole_words(dataset: Dataset) -> np.ndarray:
    """Samples with the bits beside them."""
    return np.stack([pixel_array(dataset, index=index, raw=True, correct_unused_bits=False) for index in frames(dataset)])


def check_bulk(gateway, source: Dataset, got: Dataset, name: str) -> None:
    """The frames resource under the media type has the same codestreams."""
    count = peer_files.frame_count(source)
    numbers = ",".join(str(index + 1) for index in range(count))
    parts = parts_of(get(gateway, source, f"/frames/{numbers}", f'multipart/related; type="{BULK_TYPES[name]}"; transfer-syntax={TARGETS[name]}'))
    for index, part in enumerate(parts):
        frame = get_frame(got.PixelData, index, number_of_frames=count)
        assert part.body in (frame, frame.removesuffix(b"\0"))
        assert (part.media_type, part.transfer_syntax) == (BULK_TYPES[name], TARGETS[name])


def is_holdable(native: Dataset, name: str) -> bool:
    """Whole samples of integers: in RLE of whole bytes, in the others of 2 to 16 bits; each pixel with samples of its own.

    Overlays in bits that are not the samples' are kept by RLE alone.
    """
    if "PixelData" not in native or native.BitsAllocated < 8 or native.PhotometricInterpretation == "YBR_FULL_422":
        return False
    return name == "RLE" or 2 <= native.BitsStored <= 16 and not made_images.has_overlay_bits(native)
