"""Minimal instances of every storage SOP class in every transfer syntax that its kind allows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.filewriter import write_file_meta_info
from pydicom.uid import UID
from pynetdicom.dsutils import encode

from . import data

TABLE = Path(__file__).resolve().parents[1] / "storage_classes.txt"

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
NATIVE = [IMPLICIT, EXPLICIT, DEFLATED, BIG_ENDIAN]
# By the ends of their UIDs: JPEG, JPEG-LS and JPEG 2000; then, beyond the target, RLE, HTJ2K, JPEG XL, MPEG-2, MPEG-4, HEVC.
ASKED = ["4.50", "4.51", "4.57", "4.70", "4.80", "4.81", "4.90", "4.91"]
BEYOND = ["5", "4.201", "4.202", "4.203", "4.110", "4.111", "4.112"]
VIDEO = ["4.100", "4.101", "4.102", "4.103", "4.104", "4.105", "4.106", "4.107", "4.108"]
ENCAPSULATED = [f"{IMPLICIT}.{end}" for end in ASKED + BEYOND + VIDEO]
IMAGE_SYNTAXES = NATIVE + ENCAPSULATED


@dataclass(frozen=True)
class StorageClass:
    uid: str
    is_image: bool
    name: str
    row: int

    @property
    def has_pixels(self) -> bool:
        """Segmentations and doses hold Pixel Data too, and archives compress it."""
        return self.is_image or self.name in ("Segmentation Storage", "RT Dose Storage")

    @property
    def syntaxes(self) -> list[str]:
        return IMAGE_SYNTAXES if self.has_pixels else NATIVE


def storage_classes() -> list[StorageClass]:
    """The classes of `storage_classes.txt`."""
    rows = [line.rstrip("\n").split("|") for line in TABLE.read_text().splitlines() if not line.startswith("#")]
    return [StorageClass(uid, kind == "I", name, number) for number, (uid, kind, name) in enumerate(rows, 1)]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass
class Made:
    """An instance of one class in one transfer syntax."""

    sop_class: StorageClass
    syntax: str
    study: str

    @property
    def key(self) -> tuple[str, str]:
        return self.sop_class.uid, self.syntax

    @cached_property
    def uid(self) -> str:
        return str(self.dataset.SOPInstanceUID)

    def in_syntax(self, syntax: str) -> Dataset:
        """The same instance as it stands in that syntax; native words change their bytes' order with it."""
        number = self.sop_class.syntaxes.index(self.syntax) + 1
        made = data.instance(self.study, self.sop_class.row, number, self.sop_class.uid, "OT", syntax)
        if self.sop_class.has_pixels:
            made.SamplesPerPixel, made.PhotometricInterpretation = 1, "MONOCHROME2"
            made.Rows, made.Columns = 4, 4
            made.BitsAllocated = made.BitsStored = 16
            made.HighBit, made.PixelRepresentation = 15, 0
            self._add_pixels(made, syntax)
        else:
            made.ContentDate, made.ContentLabel = "20240102", "MINIMAL"
        return made

    def _add_pixels(self, made: Dataset, syntax: str) -> None:
        content = hashlib.sha256(made.SOPInstanceUID.encode()).digest()
        if syntax in NATIVE:
            made.PixelData = bytes(content[n ^ 1] for n in range(32)) if syntax == BIG_ENDIAN else content
            made["PixelData"].VR = "OW"
        else:
            # No codestream, and nobody looks: what is compressed passes through as it is.
            made.PixelData = encapsulate([content])
            made["PixelData"].VR = "OB"
            made["PixelData"].is_undefined_length = True

    @cached_property
    def dataset(self) -> Dataset:
        return self.in_syntax(self.syntax)

    @cached_property
    def content(self) -> bytes:
        """The encoded data set."""
        return encoded(self.dataset, self.syntax)

    @cached_property
    def over_the_web(self) -> tuple[str, bytes]:
        """What leaves with `transfer-syntax=*`: as it is, or for native data in Explicit VR Little Endian (PS3.18 §8.7.3)."""
        if self.syntax not in NATIVE:
            return self.syntax, self.content
        return EXPLICIT, encoded(self.in_syntax(EXPLICIT), EXPLICIT)

    @cached_property
    def part10(self) -> bytes:
        return b"\0" * 128 + b"DICM" + meta(self.sop_class.uid, self.uid, self.syntax) + self.content


def encoded(dataset: Dataset, syntax: str) -> bytes:
    uid = UID(syntax)
    content = encode(dataset, uid.is_implicit_VR, uid.is_little_endian, uid.is_deflated)
    assert content is not None, f"pynetdicom could not encode {dataset.SOPClassUID} in {syntax}"
    return content


def meta(sop_class: str, instance: str, syntax: str) -> bytes:
    group = FileMetaDataset()
    group.MediaStorageSOPClassUID, group.MediaStorageSOPInstanceUID = sop_class, instance
    group.TransferSyntaxUID = UID(syntax)
    buffer = BytesIO()
    write_file_meta_info(buffer, group, enforce_standard=True)
    return buffer.getvalue()


def split_part10(content: bytes) -> tuple[str, bytes]:
    """The transfer syntax and the data set's bytes of a file."""
    assert content[128:132] == b"DICM", content[:140]
    length = int.from_bytes(content[140:144], "little")
    start = 144 + length
    syntax = content[144:start].split(b"\x02\x00\x10\x00UI")[1]
    size = int.from_bytes(syntax[:2], "little")
    return syntax[2 : 2 + size].rstrip(b"\0").decode(), content[start:]


def all_instances(study: str) -> list[Made]:
    """An instance for every class and syntax, a series for each class."""
    return [Made(one, syntax, study) for one in storage_classes() for syntax in one.syntaxes]
