"""Every file with pixels that pydicom and pydicom-data bring, as instances that an archive takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import data_store
import pydicom
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.errors import InvalidDicomError
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from . import data

ROOTS = [Path(pydicom.__file__).parent / "data" / "charset_files", Path(pydicom.__file__).parent / "data" / "test_files", Path(data_store.__file__).parent / "data"]
PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
STUDY = "peer-files"


@dataclass(frozen=True)
class PeerFile:
    """A file of a package, by its name there."""

    name: str
    path: Path

    @property
    def uid(self) -> str:
        return data.uid(f"{STUDY}/{self.name}")


def found() -> list[PeerFile]:
    """The composite instances with pixels, by name. What has no SOP Class or cannot be read to its end is none."""
    files = {}
    for root in ROOTS:
        for path in sorted(root.rglob("*")):
            if path.is_file() and has_pixels(path):
                files[str(path.relative_to(root))] = path
    return [PeerFile(name, path) for name, path in sorted(files.items())]


def has_pixels(path: Path) -> bool:
    try:
        dataset = dcmread(path, force=path.suffix == ".dcm")
        return "SOPClassUID" in dataset and any(keyword in dataset for keyword in PIXELS)
    except (InvalidDicomError, EOFError, NotImplementedError, KeyError, ValueError, AttributeError, TypeError):
        return False


def instance(file: PeerFile) -> Dataset:
    """The file's data set, all as it is but for UIDs of its own: some share them, and some nobody can ask for."""
    dataset = dcmread(file.path, force=True)
    meta = getattr(dataset, "file_meta", None) or FileMetaDataset()
    if "TransferSyntaxUID" not in meta:
        is_implicit, _ = dataset.original_encoding
        meta.TransferSyntaxUID = ImplicitVRLittleEndian if is_implicit else ExplicitVRLittleEndian
    dataset.file_meta = meta
    if not meta.TransferSyntaxUID.is_implicit_VR:
        # One file is in implicit VR, against what it says; its elements get their VRs by being looked at.
        for tag in [tag for tag in dataset.keys() if dataset.get_item(tag).VR is None]:
            _ = dataset[tag]
    dataset.StudyInstanceUID = data.uid(STUDY)
    dataset.SeriesInstanceUID = data.uid(f"{STUDY}/series/{file.name}")
    dataset.SOPInstanceUID = file.uid
    dataset.PatientID = STUDY.upper()
    return dataset


def saved(file: PeerFile, folder: Path) -> Path:
    """The instance as a file in the folder."""
    return data.save(instance(file), folder / f"{file.name.replace('/', '-')}.dcm")


def frame_count(dataset: Dataset) -> int:
    """Number of Frames; one where it is missing or no number."""
    try:
        return int(dataset.get("NumberOfFrames") or 1)
    except (TypeError, ValueError):
        return 1
