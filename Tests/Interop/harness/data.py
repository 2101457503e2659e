"""Instances made for measuring: known sizes, every slice different, UIDs derived from names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import ExplicitVRLittleEndian, UID

CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4"
SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
MULTIFRAME_SINGLE_BIT = "1.2.840.10008.5.1.4.1.1.7.1"
MULTIFRAME_WORD = "1.2.840.10008.5.1.4.1.1.7.3"
MULTIFRAME_TRUE_COLOR = "1.2.840.10008.5.1.4.1.1.7.4"
GRAYSCALE_STATE = "1.2.840.10008.5.1.4.1.1.11.1"


def uid(name: str) -> str:
    """A UID under 2.25 that depends on the name alone."""
    return f"2.25.{int.from_bytes(hashlib.sha256(name.encode()).digest()[:15], 'big')}"


def instance(
    study: str,
    series: int = 1,
    number: int = 1,
    sop_class: str = CT_IMAGE,
    modality: str = "CT",
    syntax: str = ExplicitVRLittleEndian,
    **attributes,
) -> Dataset:
    """A data set with the patient, study, series and instance attributes of a named study."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = UID(syntax)
    dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID = uid(f"{study}/{series}/{number}")
    dataset.StudyInstanceUID = uid(study)
    dataset.SeriesInstanceUID = uid(f"{study}/{series}")
    dataset.PatientName = f"{study.title()}^Interop"
    dataset.PatientID = f"ID-{study.upper()}"
    dataset.PatientBirthDate = "19700101"
    dataset.PatientSex = "O"
    dataset.StudyDate = "20240102"
    dataset.StudyTime = "103000"
    dataset.StudyID = "S1"
    dataset.StudyDescription = f"Study {study}"
    dataset.AccessionNumber = f"A-{study.upper()}"[:16]
    dataset.ReferringPhysicianName = "Referrer^One"
    dataset.Modality = modality
    dataset.SeriesNumber = series
    dataset.SeriesDescription = f"Series {series}"
    dataset.InstanceNumber = number
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


def with_pixels(dataset: Dataset, pixels: np.ndarray, photometric: str = "MONOCHROME2", bits: int | None = None) -> Dataset:
    """Adds native pixels: (rows, columns), (frames, rows, columns) or the same with a last axis of three samples."""
    is_color = pixels.shape[-1] == 3 and pixels.ndim >= 3
    shape = pixels.shape[:-1] if is_color else pixels.shape
    dataset.SamplesPerPixel = 3 if is_color else 1
    dataset.PhotometricInterpretation = "RGB" if is_color else photometric
    if is_color:
        dataset.PlanarConfiguration = 0
    dataset.Rows, dataset.Columns = shape[-2:]
    if len(shape) == 3:
        dataset.NumberOfFrames = shape[0]
    allocated = pixels.dtype.itemsize * 8
    stored = bits or allocated
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = allocated, stored, stored - 1
    dataset.PixelRepresentation = 1 if pixels.dtype.kind == "i" else 0
    raw = np.ascontiguousarray(pixels).astype(pixels.dtype.newbyteorder("<"), copy=False).tobytes()
    dataset.PixelData = raw + b"\0" * (len(raw) % 2)
    dataset["PixelData"].VR = "OW" if allocated > 8 else "OB"
    return dataset


def ct_slice(study: str, number: int, size: int = 512) -> Dataset:
    """One 16-bit slice: a phantom that changes with the number, and noise from it."""
    rows, columns = np.mgrid[0:size, 0:size].astype(np.float32) / size - 0.5
    radius = np.sqrt(rows**2 + columns**2)
    body = np.where(radius < 0.4, 40.0, -1000.0)
    body[radius < 0.1 + 0.0005 * number] = 300.0
    noise = np.random.default_rng(number).normal(0, 12, (size, size))
    dataset = instance(
        study,
        number=number,
        RescaleIntercept=-1024,
        RescaleSlope=1,
        WindowCenter=40,
        WindowWidth=400,
        SliceThickness=1,
        PixelSpacing=[0.7, 0.7],
        ImagePositionPatient=[0, 0, number],
        ImageOrientationPatient=[1, 0, 0, 0, 1, 0],
    )
    return with_pixels(dataset, np.clip(body + noise + 1024, 0, 4095).astype(np.uint16), bits=16)


def save(dataset: Dataset, path: Path) -> Path:
    """Writes a Part 10 file."""
    meta = dataset.file_meta
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    path.parent.mkdir(parents=True, exist_ok=True)
    dcmwrite(path, dataset, enforce_file_format=True)
    return path


def series(folder: Path, study: str, count: int, size: int = 512) -> list[Path]:
    """A CT series of `count` slices as files."""
    return [save(ct_slice(study, number, size), folder / f"{number:04d}.dcm") for number in range(1, count + 1)]


def large_study(folder: Path, study: str, instances: int, size: int = 2048) -> list[Path]:
    """A study of `instances` x 8 MiB. Each instance begins with its own number."""
    pixels = np.random.default_rng(1).integers(0, 4096, (size, size), dtype=np.uint16)
    paths = []
    for number in range(1, instances + 1):
        pixels[0, :] = number
        dataset = with_pixels(instance(study, number=number, modality="DX"), pixels, bits=12)
        paths.append(save(dataset, folder / f"{number:04d}.dcm"))
    return paths


def multiframe_word(study: str = "frames", frames: int = 7) -> Dataset:
    """16-bit signed frames of 61 x 43 pixels, each frame of a value range of its own."""
    pixels = np.arange(frames * 61 * 43, dtype=np.int16).reshape(frames, 61, 43) - 4000
    return with_pixels(instance(study, 1, 1, MULTIFRAME_WORD, "OT"), pixels)


def multiframe_color(study: str = "frames", frames: int = 3) -> Dataset:
    """8-bit RGB frames of odd size, so that a frame has an odd number of bytes."""
    pixels = np.random.default_rng(2).integers(0, 256, (frames, 31, 33, 3), dtype=np.uint8)
    return with_pixels(instance(study, 2, 1, MULTIFRAME_TRUE_COLOR, "OT"), pixels)


def single_bit(study: str = "frames", frames: int = 3) -> tuple[Dataset, np.ndarray]:
    """Bit-packed frames of 5 x 7 pixels: the second begins inside a byte. Gives the frames as 0/1 too."""
    bits = np.random.default_rng(3).integers(0, 2, (frames, 5, 7), dtype=np.uint8)
    dataset = instance(study, 3, 1, MULTIFRAME_SINGLE_BIT, "OT")
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns, dataset.NumberOfFrames = 5, 7, frames
    dataset.BitsAllocated = dataset.BitsStored = 1
    dataset.HighBit = dataset.PixelRepresentation = 0
    packed = np.packbits(bits.reshape(-1), bitorder="little").tobytes()
    dataset.PixelData = packed + b"\0" * (len(packed) % 2)
    dataset["PixelData"].VR = "OB"
    return dataset, bits
