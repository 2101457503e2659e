"""Codestreams by encoders that are not ours, and data sets that hold them."""

from __future__ import annotations

import subprocess
import zlib
from pathlib import Path

import jpeg_ls
import numpy as np
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate

from . import data
from .processes import program

KINDS = {"mono8": 8, "mono12": 12, "mono16": 16, "signed12": 12, "signed16": 16, "rgb8": 8}
SYNTAXES = {
    "jpeg": "1.2.840.10008.1.2.4.50",
    "jpeg-lossless": "1.2.840.10008.1.2.4.70",
    "jpeg-ls": "1.2.840.10008.1.2.4.80",
    "jpeg-ls-near": "1.2.840.10008.1.2.4.81",
    "jpeg2000": "1.2.840.10008.1.2.4.90",
    "jpeg2000-lossy": "1.2.840.10008.1.2.4.91",
    "htj2k": "1.2.840.10008.1.2.4.201",
    "htj2k-rpcl": "1.2.840.10008.1.2.4.202",
    "htj2k-lossy": "1.2.840.10008.1.2.4.203",
    "jpegxl": "1.2.840.10008.1.2.4.110",
    "jpegxl-jpeg": "1.2.840.10008.1.2.4.111",
    "jpegxl-lossy": "1.2.840.10008.1.2.4.112",
    "rle": "1.2.840.10008.1.2.5",
    "deflated": "1.2.840.10008.1.2.8.1",
}
NEAR = 2


def samples(kind: str, rows: int = 72, columns: int = 104) -> np.ndarray:
    """Slopes, noise and edges, up to both ends of the range."""
    random = np.random.default_rng(11)
    row, column = np.mgrid[0:rows, 0:columns]
    bits = KINDS[kind]
    top = 1 << bits
    image = (row * top // (2 * rows) + column * top // (3 * columns) + random.integers(0, max(2, top // 64), (rows, columns))) % top
    image[5:9, 5:9], image[20:24, 30:34] = 0, top - 1
    if kind == "rgb8":
        return np.stack([image, image[::-1], image[:, ::-1]], axis=-1).astype(np.uint8)
    if kind.startswith("signed"):
        return (image - (top >> 1)).astype(np.int16)
    return image.astype(np.uint8 if bits == 8 else np.uint16)


def patterns(image: np.ndarray, bits: int) -> np.ndarray:
    """The stored bits of signed samples, as the codecs that know no sign take them."""
    return (image.astype(np.int32) & ((1 << bits) - 1)).astype(np.uint16) if image.dtype == np.int16 else image


def netpbm(image: np.ndarray, path: Path, top: int) -> Path:
    """Writes a PGM or a PPM."""
    magic = b"P6" if image.ndim == 3 else b"P5"
    values = image.astype(">u2") if top > 255 else image.astype(np.uint8)
    path.write_bytes(b"%s\n%d %d\n%d\n" % (magic, image.shape[1], image.shape[0], top) + values.tobytes())
    return path


def run(*command) -> None:
    subprocess.run([program(command[0]), *map(str, command[1:])], check=True, capture_output=True)


def jpeg_ls_stream(image: np.ndarray, bits: int, near: int = 0, interleave: int = 2) -> bytes:
    image = patterns(image, bits)
    rows, columns = image.shape[:2]
    if image.ndim == 2:
        return bytes(jpeg_ls.encode_buffer(image.tobytes(), rows, columns, 1, bits, lossy_error=near))
    laid = {0: image.transpose(2, 0, 1), 1: image.transpose(0, 2, 1), 2: image}[interleave]
    laid = image if interleave == 1 else laid
    return bytes(jpeg_ls.encode_buffer(np.ascontiguousarray(laid).tobytes(), rows, columns, 3, bits, lossy_error=near, interleave_mode=interleave))


def jpeg2000_stream(image: np.ndarray, bits: int, folder: Path, *options: str) -> bytes:
    """By OpenJPEG's own encoder; `-r 10 -I` for a lossy one."""
    target = folder / "one.j2k"
    if image.dtype == np.int16:
        source = folder / "one.raw"
        source.write_bytes(image.astype(">i2").tobytes())
        options = ("-F", f"{image.shape[1]},{image.shape[0]},1,{bits},s", *options)
    else:
        source = netpbm(image, folder / ("one.ppm" if image.ndim == 3 else "one.pgm"), (1 << bits) - 1)
    run("opj_compress", "-i", source, "-o", target, *options)
    return target.read_bytes()


def high_throughput_stream(image: np.ndarray, bits: int, folder: Path, *options: str) -> bytes:
    """By OpenJPH, which the gateway does not have."""
    target = folder / "one.j2c"
    source = netpbm(patterns(image, bits), folder / ("one.ppm" if image.ndim == 3 else "one.pgm"), (1 << bits) - 1)
    run("ojph_compress", "-i", source, "-o", target, *(options or ("-reversible", "true")))
    return target.read_bytes()


def high_throughput_samples(stream: bytes, folder: Path, is_color: bool) -> np.ndarray:
    """As OpenJPH decodes it."""
    source, target = folder / "oracle.j2c", folder / ("oracle.ppm" if is_color else "oracle.pgm")
    source.write_bytes(stream)
    run("ojph_expand", "-i", source, "-o", target)
    _, size, top, rest = target.read_bytes().split(b"\n", 3)
    columns, rows = map(int, size.split())
    decoded = np.frombuffer(rest, ">u2" if int(top) > 255 else np.uint8)
    return decoded.astype(np.uint16 if int(top) > 255 else np.uint8).reshape((rows, columns, 3) if is_color else (rows, columns))


def jpegxl_stream(image: np.ndarray, bits: int, folder: Path, *options: str) -> bytes:
    """By libjxl's encoder, which takes samples spread over whole bytes."""
    top, whole = (1 << bits) - 1, 255 if bits <= 8 else 65535
    spread = (patterns(image, bits).astype(np.uint64) * whole + top // 2) // top
    source, target = netpbm(spread, folder / ("one.ppm" if image.ndim == 3 else "one.pgm"), whole), folder / "one.jxl"
    run("cjxl", source, target, "--effort", "3", f"--override_bitdepth={bits}", *(options or ("--distance", "0")))
    return target.read_bytes()


def deflated_stream(image: np.ndarray) -> bytes:
    """The native frame in raw deflate."""
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(image.tobytes()) + deflate.flush()


def instance(name: str, codec: str, kind: str, streams: list[bytes], number: int = 1, rows: int = 72, columns: int = 104) -> Dataset:
    """A data set with a frame for each codestream."""
    bits, is_color = KINDS[kind], kind == "rgb8"
    sop_class = data.SECONDARY_CAPTURE if len(streams) == 1 else data.MULTIFRAME_TRUE_COLOR if is_color else data.MULTIFRAME_WORD
    dataset = data.instance(name, number=number, modality="OT", sop_class=sop_class, syntax=SYNTAXES[codec])
    dataset.Rows, dataset.Columns = rows, columns
    dataset.SamplesPerPixel = 3 if is_color else 1
    dataset.PhotometricInterpretation = "RGB" if is_color else "MONOCHROME2"
    if is_color:
        dataset.PlanarConfiguration = 0
    dataset.BitsAllocated = 8 if bits == 8 else 16
    dataset.BitsStored, dataset.HighBit = bits, bits - 1
    dataset.PixelRepresentation = 1 if kind.startswith("signed") else 0
    if len(streams) > 1:
        dataset.NumberOfFrames = len(streams)
    dataset.PixelData = encapsulate(streams)
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    return dataset
