"""Every transfer syntax and kind of sample: decoded, rendered, as stored, and put into each lossless syntax: requirements §2.2.

Prints the table. Each cell is compared with decoders that share no code with the gateway's, and is exact, within a tolerance,
or a refusal with its reason; anything else fails.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

import pytest
import requests
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import UID

from harness import data, made_images, reference_decoding
from harness.archives import Orthanc
from harness.classes import encoded, meta
from harness.codec_cells import TARGETS, as_stored, decoded, put_into, rendered
from harness.conformance import decoded_syntaxes, transfer_syntaxes
from harness.gantry import Gateway, archive
from harness.made_images import KINDS
from harness.shelf import Shelf

COLUMNS = ["decode", "render", "as stored", *TARGETS]
MADE = [made_images.EXPLICIT, made_images.IMPLICIT, made_images.DEFLATED, made_images.BIG_ENDIAN, made_images.RLE, made_images.JLS, made_images.JLS_NEAR,
        made_images.J2K, made_images.J2K_LOSSY, *made_images.DCMCJPEG, *made_images.STREAMS]  # fmt: skip
BY_PEERS = ("mono8", "mono12", "signed16", "rgb8")


@dataclass(frozen=True)
class Row:
    """An image in a transfer syntax, and what its samples are."""

    syntax: str
    label: str
    path: Path
    # The name in `KINDS`, of an image made here.
    kind: str | None = None

    def read(self) -> Dataset:
        return dcmread(self.path)


@pytest.fixture(scope="module")
def folder(workspace) -> Path:
    return workspace / "transcoding"


@pytest.fixture(scope="module")
def peer():
    started = Shelf([], gateway_port=0, further=tuple(transfer_syntaxes())).start()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def gateway(folder, peer):
    service = Gateway(folder / "gateway", [archive(peer, retrieve="get")]).start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def rows(folder, peer) -> list[Row]:
    """What the encoders of pydicom, DCMTK, Orthanc, OpenJPH and libjxl make of every kind of sample, and bytes that are no image in
    each syntax that is left."""
    rows_ = Rows(folder, peer)
    for name in KINDS:
        dataset, _ = made_images.native(name)
        for syntax in MADE if name in BY_PEERS else set(MADE) - {made_images.IMPLICIT, made_images.DEFLATED}:
            made = made_images.in_syntax(dataset, syntax, folder / "work", name)
            if made is not None and has_reference(made):
                rows_.add(made, "", name)
    for name, made in by_orthanc(folder / "orthanc"):
        rows_.add(made, " (Orthanc)", f"{name}-orthanc")
    for syntax in set(transfer_syntaxes()) - {one.syntax for one in rows_.made}:
        rows_.add(made_images.opaque(syntax), ", bytes that are no image", None)
    return sorted(rows_.made, key=lambda one: list(transfer_syntaxes()).index(one.syntax))


@dataclass
class Rows:
    """Rows under UIDs of their own, in files and in the archive."""

    folder: Path
    peer: Shelf
    made: list[Row] = field(default_factory=list)

    def add(self, dataset: Dataset, remark: str, kind: str | None) -> None:
        syntax = str(dataset.file_meta.TransferSyntaxUID)
        name = f"{kind or 'opaque'}-{syntax}"
        uids = (data.uid(f"table{part}") for part in ("", f"/{name}", f"/{name}/1"))
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.SOPInstanceUID = uids
        path = self.folder / f"{name}.dcm"
        path.write_bytes(b"\0" * 128 + b"DICM" + meta(dataset.SOPClassUID, dataset.SOPInstanceUID, syntax) + encoded(dataset, syntax))
        self.made.append(Row(syntax, description(dataset) + remark, path, kind))
        self.peer.add(dcmread(path))


def description(dataset: Dataset) -> str:
    """What the samples are, as the data set says it."""
    number = next((name for name in ("Float", "DoubleFloat") if f"{name}PixelData" in dataset), "signed" if dataset.get("PixelRepresentation") else "unsigned")
    bits = f"{dataset.get('BitsStored', dataset.BitsAllocated)} of {dataset.BitsAllocated} bits"
    high = f", high bit {dataset.HighBit}" if dataset.get("HighBit", 0) + 1 != dataset.get("BitsStored", 1) else ""
    planes = ", by plane" if dataset.get("PlanarConfiguration") == 1 else ""
    frames = f", {dataset.NumberOfFrames} frames" if dataset.get("NumberOfFrames") else ""
    overlay = ", overlay in unused bits" if made_images.has_overlay_bits(dataset) else ""
    return f"{bits} {number}, {dataset.SamplesPerPixel} x {dataset.PhotometricInterpretation}{high}{planes}{frames}{overlay}"


def by_orthanc(folder: Path) -> Iterator[tuple[str, Dataset]]:
    """By DCMTK inside Orthanc. Its plugin for GDCM would make more, but ends Debian's 1.10 with JPEG-LS and JPEG 2000."""
    orthanc = Orthanc(folder).start()
    try:
        for name in BY_PEERS:
            dataset, _ = made_images.native(name)
            path = data.save(dataset, folder / f"{name}.dcm")
            stored = requests.post(f"{orthanc.url}/instances", data=path.read_bytes(), timeout=60).json()
            for syntax in (made_images.LOSSLESS, made_images.LOSSLESS_SV1):
                asked = {"Transcode": syntax, "Force": True, "Keep": ["SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID"]}
                response = requests.post(f"{orthanc.url}/instances/{stored['ID']}/modify", json=asked, timeout=60)
                response.raise_for_status()
                yield name, dcmread(io.BytesIO(response.content))
    finally:
        orthanc.stop()


def has_reference(dataset: Dataset) -> bool:
    try:
        reference_decoding.stored(dataset)
        return True
    except (reference_decoding.NoReference, ValueError, RuntimeError):
        return False


def test_every_syntax_and_kind_of_sample(gateway, rows, figure):
    known, failures = decoded_syntaxes(), []
    lines = [["transfer syntax", "samples", *COLUMNS]]
    for one in rows:
        source, is_decoded = one.read(), one.syntax in known and one.kind is not None
        cells, native = {}, None
        for column in COLUMNS:
            try:
                if column == "decode":
                    cells[column], native = decoded(gateway, source, is_decoded)
                elif column == "render":
                    cells[column] = rendered(gateway, source, is_decoded)
                elif column == "as stored":
                    cells[column] = as_stored(gateway, source)
                else:
                    cells[column] = put_into(gateway, source, native, column)
            except (AssertionError, ValueError, RuntimeError, AttributeError, reference_decoding.NoReference) as error:
                cells[column] = "FAILED"
                failures.append(f"{UID(one.syntax).name}, {one.label}, {column}: {type(error).__name__} {str(error)[:300]}")
        lines.append([UID(one.syntax).name[:44], one.label, *cells.values()])
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for line in lines:
        figure("  ".join(cell.ljust(width) for cell, width in zip(line, widths)))
    assert failures == [], "\n".join(failures)
    assert {one.syntax for one in rows} >= set(transfer_syntaxes())
