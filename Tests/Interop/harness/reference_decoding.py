"""Stored values of image files, by decoders that share no code with the gateway's: PS3.5 §8, Annex A.

pydicom reads native pixels and RLE, Thomas Richter's libjpeg (pylibjpeg-libjpeg) the JPEGs, pylibjpeg-openjpeg JPEG 2000
and HTJ2K, pyjpegls JPEG-LS, and libjxl's djxl JPEG XL, for which there is no other decoder. All are asked for the components as they are in the stream; what they mean is decided here.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import jpeg_ls
import libjpeg
import numpy as np
import openjpeg
from pydicom.dataset import Dataset
from pydicom.encaps import get_frame
from pydicom.pixels import pixel_array
from pydicom.uid import RLELossless

from .processes import program

JPEG = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"}
JPEG_LS = {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"}
JPEG_2000 = {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"}
HTJ2K = {"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"}
JPEG_XL = {"1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112"}
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
NATIVE = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"}
DECODED = JPEG | JPEG_LS | JPEG_2000 | HTJ2K | JPEG_XL | {DEFLATED_FRAMES}
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
    if syntax in NATIVE or syntax == RLELossless:
        return native(dataset, index, photometric)
    if syntax not in DECODED:
        raise NoReference(f"no decoder of {syntax}")
    frame = get_frame(dataset.PixelData, index, number_of_frames=int(dataset.get("NumberOfFrames") or 1))
    if syntax in JPEG:
        values = libjpeg.decode(frame, colour_transform=0)
        is_ycbcr = values.ndim == 3 and components_are_ycbcr(frame, photometric)
        photometric = "YBR_FULL" if is_ycbcr else "RGB" if values.ndim == 3 else photometric
        return Samples(from_pattern(values, dataset, libjpeg.get_parameters(frame)["precision"]), photometric)
    if syntax in JPEG_LS:
        values = jpeg_ls.decode(np.frombuffer(frame, np.uint8))
        return Samples(from_pattern(values, dataset, jpeg_ls_precision(frame)), photometric)
    if syntax == DEFLATED_FRAMES:
        return Samples(inflated(frame, dataset), photometric)
    if syntax in JPEG_XL:
        return Samples(reinterpreted(jpeg_xl(frame, dataset), dataset), photometric)
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
    return Samples(from_pattern(values, dataset, dataset.BitsAllocated), photometric)


def from_pattern(values: np.ndarray, dataset: Dataset, precision: int) -> np.ndarray:
    """The stored bits of words that have more of them, below High Bit; of a stream with no more, as they are."""
    shift = dataset.HighBit + 1 - dataset.BitsStored
    is_inside = dataset.BitsStored < precision and 0 <= shift and dataset.HighBit < precision
    return reinterpreted(values.astype(np.int64) >> (shift if is_inside else 0), dataset)


def jpeg_ls_precision(frame: bytes) -> int:
    """From the frame header, SOF55 (ITU-T T.87 §C.2.2)."""
    return next(body[0] for marker, body in segments(frame) if marker == 0xF7)


def inflated(frame: bytes, dataset: Dataset) -> np.ndarray:
    """A deflated image frame (PS3.5 §A.4.13), by pixel."""
    raw = zlib.decompressobj(wbits=-zlib.MAX_WBITS).decompress(frame)
    kind = f"<u{dataset.BitsAllocated // 8}"
    shape = (dataset.Rows, dataset.Columns) + ((3,) if dataset.SamplesPerPixel == 3 else ())
    return reinterpreted(np.frombuffer(raw, kind).reshape(shape), dataset)


def jpeg_xl(frame: bytes, dataset: Dataset) -> np.ndarray:
    """By libjxl's own tool, which spreads the samples over whole bytes, whatever it says of the greatest."""
    with tempfile.TemporaryDirectory(prefix="gantry-djxl-") as name:
        source, target = Path(name) / "one.jxl", Path(name) / ("one.ppm" if dataset.SamplesPerPixel == 3 else "one.pgm")
        source.write_bytes(frame)
        subprocess.run([program("djxl"), source, target], check=True, capture_output=True)
        _, size, top, rest = target.read_bytes().split(b"\n", 3)
    columns, rows = map(int, size.split())
    values = np.frombuffer(rest, ">u2" if int(top) > 255 else np.uint8).reshape((rows, columns, -1)).squeeze()
    whole = 65535 if int(top) > 255 else 255
    return np.rint(values.astype(np.float64) * ((1 << dataset.BitsStored) - 1) / whole).astype(np.int64)


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
