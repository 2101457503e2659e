"""Images whose attributes say what cannot be: an answer comes, and the gateway goes on."""

import numpy as np
import pytest
import requests
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag

from harness import data
from harness.gantry import gateway_before

BASIC_TEXT = "1.2.840.10008.5.1.4.1.1.88.11"
MULTIFRAME_BYTE = "1.2.840.10008.5.1.4.1.1.7.2"
PARAMETRIC_MAP = "1.2.840.10008.5.1.4.1.1.30"
LEAST, GREATEST = -(2**63), 2**63 - 1
PARTS = 'multipart/related; type="image/png"'


def raw(dataset: Dataset, tag: int, vr: str, value: bytes) -> None:
    """An element that pydicom would not make itself."""
    value += b" " * (len(value) % 2)
    dataset[tag] = RawDataElement(Tag(tag), vr, len(value), value, 0, False, True)


def numbers(*values: int) -> bytes:
    return "\\".join(str(value) for value in values).encode()


def image(number: int, frames: int = 1, **attributes) -> Dataset:
    pixels = np.arange(frames * 48, dtype=np.uint8).reshape(frames, 6, 8)
    dataset = data.instance("hostile", 1, number, MULTIFRAME_BYTE if frames > 1 else data.CT_IMAGE, "OT", **attributes)
    return data.with_pixels(dataset, pixels if frames > 1 else pixels[0])


def shuttered() -> Dataset:
    dataset = image(1)
    dataset.add_new(0x00181600, "CS", ["RECTANGULAR"])
    for tag, edge in ((0x00181602, LEAST), (0x00181604, GREATEST), (0x00181606, LEAST), (0x00181608, GREATEST)):
        raw(dataset, tag, "IS", numbers(edge))
    return dataset


def covered() -> Dataset:
    dataset = image(2)
    dataset.add_new(0x60000010, "US", 6)
    dataset.add_new(0x60000011, "US", 8)
    raw(dataset, 0x60000050, "IS", numbers(LEAST, 1))
    dataset.add_new(0x60003000, "OW", bytes(6))
    return dataset


def endless() -> Dataset:
    dataset = image(3, frames=2)
    raw(dataset, 0x00280008, "IS", numbers(GREATEST))
    return dataset


def real() -> Dataset:
    dataset = data.instance("hostile", 1, 4, PARAMETRIC_MAP, "OT")
    dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = 6, 8, 1
    dataset.PhotometricInterpretation, dataset.BitsAllocated = "MONOCHROME2", 64
    dataset.DoubleFloatPixelData = np.linspace(-1e9, 1e9, 48).tobytes()
    return dataset


def state(number: int, dataset: Dataset, frame: int | None = None) -> Dataset:
    """A presentation state that says next to nothing of the image."""
    reference = Dataset()
    reference.ReferencedSOPClassUID, reference.ReferencedSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    if frame is not None:
        raw(reference, 0x00081160, "IS", numbers(frame))
    series = Dataset()
    series.SeriesInstanceUID, series.ReferencedImageSequence = dataset.SeriesInstanceUID, Sequence([reference])
    made = data.instance("hostile", 9, number, data.GRAYSCALE_STATE, "PR", PresentationLUTShape="IDENTITY")
    made.ReferencedSeriesSequence = Sequence([series])
    return made


class Case:
    def __init__(self):
        self.shuttered, self.covered, self.endless, self.real = shuttered(), covered(), endless(), real()
        self.before_the_first = [state(number, self.endless, frame) for number, frame in enumerate((LEAST, -1, 0))]
        self.of_reals = state(5, self.real)
        self.report = data.instance("hostile", 3, 1, BASIC_TEXT, "SR", ValueType="CONTAINER")
        self.of_a_report = state(6, self.report)
        self.all = [self.shuttered, self.covered, self.endless, self.real, *self.before_the_first, self.of_reals, self.report, self.of_a_report]


@pytest.fixture(scope="module")
def case():
    return Case()


@pytest.fixture(scope="module")
def before(tmp_path_factory, case):
    with gateway_before(case.all, tmp_path_factory.mktemp("hostile")) as gateway:
        yield gateway


def status(gateway, dataset, resource: str = "rendered", accept: str = "image/png") -> int:
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{gateway.url}{path}/{resource}".rstrip("/"), headers={"Accept": accept}, timeout=60).status_code


def test_edges_and_origins_beyond_every_number_are_none(before, case):
    assert status(before, case.shuttered) == 200
    assert status(before, case.covered, "rendered?annotation=overlay") == 200


def test_frames_that_are_only_claimed_are_not_counted_out(before, case):
    """Two are there of nine quintillions: each can be had, and whoever wants all hears that there are fewer."""
    assert status(before, case.endless) == 200
    assert [status(before, case.endless, f"frames/{number}/rendered") for number in (1, 2, 3)] == [200, 200, 502]
    assert [status(before, case.endless, accept=kind) for kind in (PARTS, "image/gif")] == [502, 502]
    assert status(before, case.endless, "frames/1,3/rendered", PARTS) == 502
    assert status(before, case.endless, "frames/2,3", 'multipart/related; type="application/octet-stream"') == 502
    assert status(before, case.endless, "thumbnail", "image/jpeg") == 502
    assert status(before, case.endless, "", "application/dicom; transfer-syntax=1.2.840.10008.1.2.5") == 502
    assert status(before, case.endless, "bulkdata/7FE00010", 'multipart/related; type="image/jls"') == 502


def test_a_state_for_a_frame_that_cannot_be_is_404(before, case):
    assert {status(before, one) for one in case.before_the_first} == {404}


def test_a_state_for_a_report_is_no_picture(before, case):
    assert status(before, case.of_a_report) == 502


def test_a_state_without_a_window_for_floating_point_numbers_is_a_picture(before, case):
    assert status(before, case.of_reals) == 200


def test_and_the_gateway_goes_on(before):
    assert requests.get(f"{before.root}/health/live", timeout=60).status_code == 200
