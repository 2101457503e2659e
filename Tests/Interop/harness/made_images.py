"""Small images of every kind of sample, native and in the encodings that peers' encoders make of them."""

from __future__ import annotations

import copy
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.pixels import pixel_array
from pydicom.uid import UID

from . import codestreams, data
from .processes import program

ROWS, COLUMNS = 42, 57
EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
DEFLATED, BIG_ENDIAN = "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"
RLE, JLS, JLS_NEAR = "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"
J2K, J2K_LOSSY = "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"
BASELINE, EXTENDED = "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"
LOSSLESS, LOSSLESS_SV1 = "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"
HTJ2K, HTJ2K_RPCL, HTJ2K_ANY = (f"1.2.840.10008.1.2.4.20{end}" for end in (1, 2, 3))
JXL, JXL_JPEG, JXL_LOSSY = (f"1.2.840.10008.1.2.4.11{end}" for end in (0, 1, 2))
DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1"
DCMCJPEG = {BASELINE: ("+eb", "+s4", "+q", "95"), EXTENDED: ("+ee", "+s4", "+q", "95"), LOSSLESS: ("+el", "+sv", "4"), LOSSLESS_SV1: ("+e1",)}


@dataclass(frozen=True)
class Kind:
    """A kind of sample: bits allocated, bits stored, sign, samples, and what they mean."""

    allocated: int
    stored: int
    is_signed: bool = False
    photometric: str = "MONOCHROME2"
    frames: int = 1
    high: int | None = None
    is_planar: bool = False
    number: str = "integer"
    # In which unused bit an overlay lies (retired).
    overlay: int | None = None

    @property
    def samples(self) -> int:
        return 1 if self.photometric.startswith(("MONO", "PALETTE")) else 3


KINDS = {
    "bit": Kind(1, 1, frames=3),
    "mono8": Kind(8, 8),
    "mono7": Kind(8, 7),
    "mono8in16": Kind(16, 8),
    "mono10": Kind(16, 10),
    "mono12": Kind(16, 12),
    "high12": Kind(16, 12, high=15),
    "overlay12": Kind(16, 12, overlay=13),
    "mono16": Kind(16, 16),
    "inverted16": Kind(16, 16, photometric="MONOCHROME1"),
    "signed8": Kind(8, 8, is_signed=True),
    "signed12": Kind(16, 12, is_signed=True),
    "signed16": Kind(16, 16, is_signed=True),
    "frames16": Kind(16, 16, is_signed=True, frames=3),
    "mono32": Kind(32, 32),
    "signed32": Kind(32, 32, is_signed=True),
    "float": Kind(32, 32, number="float"),
    "double": Kind(64, 64, number="double"),
    "palette8": Kind(8, 8, photometric="PALETTE COLOR"),
    "rgb8": Kind(8, 8, photometric="RGB"),
    "planes8": Kind(8, 8, photometric="RGB", is_planar=True, frames=2),
    "rgb16": Kind(16, 16, photometric="RGB"),
    "ybr8": Kind(8, 8, photometric="YBR_FULL"),
    "ybr422": Kind(8, 8, photometric="YBR_FULL_422"),
}


def samples(kind: Kind) -> np.ndarray:
    """(frames, rows, columns, samples): slopes, noise and edges up to both ends of the range."""
    random = np.random.default_rng(kind.stored * 8 + kind.samples)
    shape = (kind.frames, ROWS, COLUMNS, kind.samples)
    if kind.number != "integer":
        return random.normal(0, 1000, shape)
    top = 1 << kind.stored
    frames, rows, columns, planes = np.indices(shape)
    values = (rows * top // 60 + columns * top // 130 + frames * top // 7 + planes * top // 5 + random.integers(0, max(2, top // 64), shape)) % top
    values[:, 5:9, 5:9], values[:, 20:24, 30:34] = 0, top - 1
    return values - (top >> 1) if kind.is_signed else values


def native(name: str) -> tuple[Dataset, np.ndarray]:
    """The image in Explicit VR Little Endian, and its stored values."""
    kind, values = KINDS[name], samples(KINDS[name])
    dataset = data.instance(f"made-{name}", modality="OT", sop_class=data.SECONDARY_CAPTURE)
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = kind.samples, kind.photometric
    if kind.samples > 1:
        dataset.PlanarConfiguration = int(kind.is_planar)
    dataset.Rows, dataset.Columns = ROWS, COLUMNS
    if kind.frames > 1:
        dataset.NumberOfFrames = kind.frames
    dataset.BitsAllocated = kind.allocated
    if kind.number == "integer":
        dataset.BitsStored, dataset.HighBit = kind.stored, kind.high or kind.stored - 1
        dataset.PixelRepresentation = int(kind.is_signed)
    if kind.photometric == "PALETTE COLOR":
        add_palette(dataset)
    set_pixels(dataset, kind, values)
    if kind.overlay is not None:
        add_overlay(dataset, kind.overlay)
    return dataset, values


def add_overlay(dataset: Dataset, position: int) -> None:
    """A stripe in a bit of the samples' words, with no Overlay Data (PS3.3-2004 §C.9.2)."""
    words = np.frombuffer(dataset.PixelData, "<u2").copy()
    words[COLUMNS * 10 : COLUMNS * 14] |= 1 << position
    dataset.PixelData = words.tobytes()
    for element, vr, value in ((0x0010, "US", ROWS), (0x0011, "US", COLUMNS), (0x0040, "CS", "G"), (0x0050, "SS", [1, 1]), (0x0100, "US", 16), (0x0102, "US", position)):
        dataset.add_new((0x6000, element), vr, value)


def has_overlay_bits(dataset: Dataset) -> bool:
    return dataset.get((0x6000, 0x0102)) is not None and (0x6000, 0x3000) not in dataset


def add_palette(dataset: Dataset) -> None:
    """Three tables of 256 entries of 16 bits."""
    ramp = np.arange(256, dtype=np.uint16)
    for name, table in (("Red", ramp * 257), ("Green", ramp[::-1] * 257), ("Blue", (ramp * 7 % 256) * 257)):
        setattr(dataset, f"{name}PaletteColorLookupTableDescriptor", [256, 0, 16])
        setattr(dataset, f"{name}PaletteColorLookupTableData", table.astype("<u2").tobytes())


def set_pixels(dataset: Dataset, kind: Kind, values: np.ndarray) -> None:
    if kind.number != "integer":
        keyword, width = ("FloatPixelData", "<f4") if kind.number == "float" else ("DoubleFloatPixelData", "<f8")
        setattr(dataset, keyword, values.astype(width).tobytes())
        return
    if kind.allocated == 1:
        raw = np.packbits(values.reshape(-1).astype(np.uint8), bitorder="little").tobytes()
    else:
        words = (values & ((1 << kind.stored) - 1)) << ((kind.high or kind.stored - 1) + 1 - kind.stored)
        if kind.photometric == "YBR_FULL_422":
            words = halved(words)
        elif kind.is_planar:
            words = np.moveaxis(words, -1, 1)
        raw = np.ascontiguousarray(words).astype(f"<u{kind.allocated // 8}").tobytes()
    dataset.PixelData = raw + b"\0" * (len(raw) % 2)
    dataset["PixelData"].VR = "OW" if kind.allocated > 8 else "OB"


def halved(values: np.ndarray) -> np.ndarray:
    """Y1 Y2 Cb Cr of each pair of pixels, which run on over the ends of rows (PS3.3 §C.7.6.3.1.2)."""
    pixels = values.reshape(-1, 3)
    pairs = pixels[: len(pixels) // 2 * 2].reshape(-1, 2, 3)
    return np.stack([pairs[:, 0, 0], pairs[:, 1, 0], pairs[:, 0, 1], pairs[:, 0, 2]], axis=-1)


def in_syntax(dataset: Dataset, syntax: str, folder: Path, name: str) -> Dataset | None:
    """The image in another transfer syntax by a peer's encoder; nothing where that encoder does not take it."""
    if syntax in (EXPLICIT, IMPLICIT, DEFLATED, BIG_ENDIAN):
        return in_native_syntax(dataset, syntax)
    if dataset.get("PlanarConfiguration") == 1:
        # Planes are a native form; pydicom's RLE encoder and dcmcjpeg mix them up.
        return None
    if has_overlay_bits(dataset) and syntax != RLE:
        # The others' encoders leave the overlay out, or make Overlay Data of it.
        return None
    if syntax not in DCMCJPEG and dataset.get("HighBit", 0) + 1 != dataset.get("BitsStored", 1):
        # pydicom encodes the lowest bits, whatever High Bit says.
        return None
    if syntax in DCMCJPEG:
        return by_dcmcjpeg(dataset, syntax, folder, name)
    if syntax in STREAMS:
        return by_tools(dataset, syntax, folder)
    made = copy.deepcopy(dataset)
    options = {JLS_NEAR: {"jls_error": 2}, J2K_LOSSY: {"j2k_cr": [8]}}.get(syntax, {})
    try:
        made.compress(UID(syntax), generate_instance_uid=False, **options)
    except (ValueError, RuntimeError, NotImplementedError, AttributeError):
        return None
    return made


def in_native_syntax(dataset: Dataset, syntax: str) -> Dataset:
    made = copy.deepcopy(dataset)
    made.file_meta.TransferSyntaxUID = UID(syntax)
    if syntax == BIG_ENDIAN:
        for element in made:
            if element.VR in ("OW", "OF", "OD") and isinstance(element.value, bytes):
                width = {"OW": 2, "OF": 4, "OD": 8}[element.VR]
                width = dataset.BitsAllocated // 8 if element.keyword == "PixelData" else width
                element.value = np.frombuffer(element.value, f"<u{width}").astype(f">u{width}").tobytes()
    return made


def by_dcmcjpeg(dataset: Dataset, syntax: str, folder: Path, name: str) -> Dataset | None:
    source = data.save(copy.deepcopy(dataset), folder / f"{name}-{syntax}-native.dcm")
    target = folder / f"{name}-{syntax}-dcmtk.dcm"
    ended = subprocess.run([program("dcmcjpeg"), *DCMCJPEG[syntax], "+ud", source, target], capture_output=True)
    if ended.returncode != 0:
        return None
    made = dcmread(target)
    return made if made.file_meta.TransferSyntaxUID == syntax else None


def recompressed(image: np.ndarray, bits: int, folder: Path) -> bytes:
    """A JPEG inside JPEG XL (ISO/IEC 18181-2 Annex A)."""
    Image.fromarray(image.astype(np.uint8)).save(folder / "one.jpg", quality=95)
    codestreams.run("cjxl", folder / "one.jpg", folder / "jpeg.jxl", "--lossless_jpeg=1")
    return (folder / "jpeg.jxl").read_bytes()


# What OpenJPH's and libjxl's tools make of a frame.
STREAMS: dict[str, Callable[[np.ndarray, int, Path], bytes]] = {
    HTJ2K: codestreams.high_throughput_stream,
    HTJ2K_RPCL: lambda image, bits, folder: codestreams.high_throughput_stream(image, bits, folder, "-reversible", "true", "-prog_order", "RPCL"),
    HTJ2K_ANY: lambda image, bits, folder: codestreams.high_throughput_stream(image, bits, folder, "-qstep", "0.001"),
    JXL: codestreams.jpegxl_stream,
    JXL_JPEG: recompressed,
    JXL_LOSSY: lambda image, bits, folder: codestreams.jpegxl_stream(image, bits, folder, "--distance", "1"),
    DEFLATED_FRAMES: lambda image, bits, folder: codestreams.deflated_stream(image),
}


def by_tools(dataset: Dataset, syntax: str, folder: Path) -> Dataset | None:
    """Of grey and RGB samples of whole numbers; nothing of others, nor of signed ones where they would be lossy."""
    made = copy.deepcopy(dataset)
    bits = made.get("BitsStored", 0)
    is_lossy = syntax in (HTJ2K_ANY, JXL_JPEG, JXL_LOSSY)
    if not 2 <= bits <= 16 or made.PhotometricInterpretation not in ("MONOCHROME1", "MONOCHROME2", "RGB"):
        return None
    if made.HighBit != bits - 1 or made.PixelRepresentation and is_lossy or syntax == JXL_JPEG and bits != 8:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    count = int(made.get("NumberOfFrames", 1))
    streams = [STREAMS[syntax](np.asarray(pixel_array(made, index=index)), bits, folder) for index in range(count)]
    made.file_meta.TransferSyntaxUID = UID(syntax)
    made.PixelData = encapsulate(streams)
    made["PixelData"].VR = "OB"
    made["PixelData"].is_undefined_length = True
    return made


def opaque(syntax: str) -> Dataset:
    """An image in a syntax for which there is no encoder here: bytes that nobody may look into."""
    dataset, _ = native("mono8")
    dataset.file_meta.TransferSyntaxUID = UID(syntax)
    dataset.PixelData = encapsulate([bytes(range(256)) * 4])
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    return dataset
