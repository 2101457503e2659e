"""Stored values of image files, by decoders that share no code with the gateway's: PS3.5 §8, Annex A.

pydicom reads native pixels and RLE, Thomas Richter's libjpeg (pylibjpeg-libjpeg) the JPEGs, pylibjpeg-openjpeg JPEG 2000
and HTJ2K, pyjpegls JPEG-LS. All are asked for the components as they are in the stream; what they mean is decided here.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import jpeg_ls
import libjpeg
import numpy as np
import openjpeg
from pydicom.dataset import Dataset
from pydicom.encaps import get_frame
from pydicom.pixels import pixel_array
from pydicom.uid import RLELossless

JPEG = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"}
JPEG_LS = {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"}
JPEG_2000 = {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"}
HTJ2K = {"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"}
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
DECODED = JPEG | JPEG_LS | JPEG_2000 | HTJ2K | {DEFLATED_FRAMES}
FLOATS = ("FloatPixelData", "DoubleFloatPixelData")


class NoReference(Exception):
    """No independent decoder reads the file: its words say why."""


@dataclass(frozen=True)
class Samples:
    """One frame: (rows, columns) or (rows, columns, 3) of numbers, and the Photometric Interpretation that they have."""

    values: np.ndarray
    photometric: str


def stored(dataset: Dataset, index: int = 0) -> Samples:
    """The stored values of a frame, counted from 0: masked to Bits Stored, and signed where Pixel Representation says so."""
    syntax = dataset.file_meta.TransferSyntaxUID
    photometric = str(dataset.PhotometricInterpretation)
    if not syntax.is_encapsulated or syntax == RLELossless:
        return native(dataset, index, photometric)
    if syntax not in DECODED:
        raise NoReference(f"no decoder of {syntax.name}")
    frame = get_frame(dataset.PixelData, index, number_of_frames=int(dataset.get("NumberOfFrames") or 1))
    if syntax in JPEG:
        values = libjpeg.decode(frame, colour_transform=0)
        is_ycbcr = values.ndim == 3 and components_are_ycbcr(frame, photometric)
        photometric = "YBR_FULL" if is_ycbcr else "RGB" if values.ndim == 3 else photometric
        return Samples(reinterpreted(values, dataset), photometric)
    if syntax in JPEG_LS:
        return Samples(reinterpreted(jpeg_ls.decode(np.frombuffer(frame, np.uint8)), dataset), photometric)
    if syntax == DEFLATED_FRAMES:
        return Samples(inflated(frame, dataset), photometric)
    return Samples(jpeg_2000(frame, dataset), "RGB" if photometric in ("YBR_RCT", "YBR_ICT") else photometric)


def native(dataset: Dataset, index: int, photometric: str) -> Samples:
    """Pixels that pydicom unpacks: bits outside Bits Stored may hold anything (PS3.5 §8.1.1)."""
    try:
        values = pixel_array(dataset, index=index, raw=True, correct_unused_bits=False)
    except (ValueError, AttributeError, RuntimeError) as error:
        raise NoReference(str(error).splitlines()[0]) from error
    # pydicom spreads the halved chrominance over its two pixels; in RLE each plane is whole (PS3.5 §8.2.2).
    photometric = "YBR_FULL" if photometric == "YBR_FULL_422" else photometric
    if any(name in dataset for name in FLOATS):
        return Samples(values.astype(np.float64), photometric)
    bits, high = dataset.BitsStored, dataset.HighBit
    shift = max(0, high + 1 - bits) if high < dataset.BitsAllocated else 0
    return Samples(reinterpreted(values.astype(np.int64) >> shift, dataset), photometric)


def inflated(frame: bytes, dataset: Dataset) -> np.ndarray:
    """A deflated image frame (PS3.5 §A.4.13) of grey samples."""
    raw = zlib.decompress(frame, wbits=-15)
    kind = f"<u{dataset.BitsAllocated // 8}"
    return reinterpreted(np.frombuffer(raw, kind).reshape(dataset.Rows, dataset.Columns), dataset)


def jpeg_2000(frame: bytes, dataset: Dataset) -> np.ndarray:
    """The components after the inverse of the stream's own transform, which decides precision and sign (PS3.5 §8.2.4)."""
    values = openjpeg.decode(frame).astype(np.int64)
    parameters = openjpeg.get_parameters(frame)
    if values.ndim == 3 or bool(parameters["is_signed"]) == bool(dataset.PixelRepresentation):
        return values
    return reinterpreted(values, dataset, bits=min(parameters["precision"], dataset.BitsStored))


def reinterpreted(values: np.ndarray, dataset: Dataset, bits: int | None = None) -> np.ndarray:
    """The lowest Bits Stored as the number that Pixel Representation makes of them."""
    bits = bits or int(dataset.BitsStored)
    patterns = values.astype(np.int64) & ((1 << bits) - 1)
    if dataset.PixelRepresentation == 0:
        return patterns
    sign = 1 << (bits - 1)
    return (patterns ^ sign) - sign


def components_are_ycbcr(frame: bytes, photometric: str) -> bool:
    """What three components of a JPEG are: Adobe's marker says it, else their names R, G, B, else the data set."""
    transform, names = None, b""
    for marker, body in segments(frame):
        if marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
            transform = body[11]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            names = body[6::3]
    if transform is not None:
        return transform != 0
    return names != b"RGB" and photometric.startswith("YBR")


def segments(frame: bytes):
    """The marker segments of a JPEG before its first scan (ITU-T T.81 §B.1.1.4)."""
    position = 2
    while position + 4 <= len(frame) and frame[position] == 0xFF:
        marker, length = frame[position + 1], struct.unpack_from(">H", frame, position + 2)[0]
        if marker == 0xDA:
            return
        yield marker, frame[position + 4 : position + 2 + length]
        position += 2 + length
