"""Images through a Grayscale or Color Softcopy Presentation State, as a target and by WADO-URI (requirements §3.4, U-14)."""

import io

import numpy as np
import pytest
import requests
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from harness import data, profiles
from harness.gantry import archive, gateway_before
from harness.pictures import read_picture, windowed
from harness.scripted import ScriptedArchive
from harness.web import read_multipart

CSPS = "1.2.840.10008.5.1.4.1.1.11.2"
ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1"


def item(**attributes) -> Dataset:
    one = Dataset()
    for keyword, value in attributes.items():
        setattr(one, keyword, value)
    return one


def reference(dataset, frames=None) -> Dataset:
    one = item(ReferencedSOPClassUID=dataset.SOPClassUID, ReferencedSOPInstanceUID=dataset.SOPInstanceUID)
    if frames:
        one.ReferencedFrameNumber = frames
    return one


def state(study: str, number: int, images: list, **attributes) -> Dataset:
    """A state over images of one series."""
    dataset = data.instance(study, 9, number, data.GRAYSCALE_STATE, "PR", PresentationLUTShape="IDENTITY")
    references = Sequence([one if "ReferencedSOPInstanceUID" in one else reference(one) for one in images])
    uid = data.uid(f"{study}/1")
    dataset.ReferencedSeriesSequence = Sequence([item(SeriesInstanceUID=uid, ReferencedImageSequence=references)])
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


def ramp(study: str, number: int) -> Dataset:
    pixels = (np.arange(60 * 80, dtype=np.uint16).reshape(60, 80) * 13 + number * 100) % 4096
    dataset = data.instance(study, 1, number, modality="DX", RescaleSlope=1, RescaleIntercept=0, WindowCenter=10, WindowWidth=5)
    return data.with_pixels(dataset, pixels, "MONOCHROME1", bits=12)


class Case:
    def __init__(self):
        self.images = [ramp("states", number) for number in (1, 2)]
        voi = Sequence([
            item(WindowCenter=2000, WindowWidth=1000, ReferencedImageSequence=Sequence([reference(self.images[0])])),
            item(WindowCenter=1000, WindowWidth=2000, ReferencedImageSequence=Sequence([reference(self.images[1])])),
        ])  # fmt: skip
        self.both = state("states", 1, self.images, SoftcopyVOILUTSequence=voi, PresentationLUTShape="INVERSE")
        area = item(DisplayedAreaTopLeftHandCorner=[11, 6], DisplayedAreaBottomRightHandCorner=[50, 35],
                    PresentationSizeMode="SCALE TO FIT", PresentationPixelAspectRatio=[1, 1])  # fmt: skip
        self.turned = state("states", 2, self.images[:1], SoftcopyVOILUTSequence=voi, ImageRotation=90, ImageHorizontalFlip="N",
                            DisplayedAreaSelectionSequence=Sequence([area]))  # fmt: skip
        missing = item(ReferencedSOPClassUID=data.CT_IMAGE, ReferencedSOPInstanceUID="1.2.3.4")
        self.lost = state("states", 3, [missing])
        loop = np.stack([np.full((20, 30), 40 * n, np.uint8) + np.arange(30, dtype=np.uint8) for n in range(4)])
        self.loop = data.with_pixels(data.instance("states", 1, 3, data.MULTIFRAME_WORD, "US"), loop)
        self.middle = state("states", 4, [reference(self.loop, [3, 2])])
        self.all = self.images + [self.both, self.turned, self.lost, self.loop, self.middle]


@pytest.fixture(scope="module")
def case():
    return Case()


@pytest.fixture(scope="module")
def before(tmp_path_factory, case):
    with gateway_before(case.all, tmp_path_factory.mktemp("states")) as gateway:
        yield gateway


def rendered(gateway, dataset, accept: str, query: str = "", tail: str = ""):
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}{tail}"
    return requests.get(f"{gateway.url}{path}/rendered{query}", headers={"Accept": accept}, timeout=60)


def wado(gateway, dataset, presentation, **parameters):
    query = {
        "requestType": "WADO", "studyUID": dataset.StudyInstanceUID, "seriesUID": dataset.SeriesInstanceUID,
        "objectUID": dataset.SOPInstanceUID, "contentType": "image/png",
        "presentationSeriesUID": presentation.SeriesInstanceUID, "presentationUID": presentation.SOPInstanceUID,
    }  # fmt: skip
    return requests.get(f"{gateway.root}/wado", params=query | parameters, timeout=60)


def near(expected: np.ndarray, response) -> bool:
    assert response.status_code == 200, response.text[:300]
    got = read_picture(response.content)[1]
    assert got.shape == expected.shape
    return np.abs(expected.astype(int) - got.astype(int)).max() <= 1


def seen(case) -> list[np.ndarray]:
    """Polarity is the state's: inverse, whatever the images' MONOCHROME1 says."""
    windows = [(2000, 1000), (1000, 2000)]
    return [255 - windowed(image.pixel_array, *window) for image, window in zip(case.images, windows)]


def test_every_image_of_the_state_is_a_part(before, case):
    response = rendered(before, case.both, 'multipart/related; type="image/png"')
    parts = read_multipart(response.headers["Content-Type"], response.content)
    assert len(parts) == 2
    for image, expected, part in zip(case.images, seen(case), parts):
        assert f"/instances/{image.SOPInstanceUID}/frames/1/rendered" in part.headers["Content-Location"]
        assert np.abs(read_picture(part.body)[1].astype(int) - expected).max() <= 1


def test_one_picture_is_the_first_image(before, case):
    assert near(seen(case)[0], rendered(before, case.both, "image/png"))


def test_area_rotation_and_viewport(before, case):
    expected = np.rot90(windowed(case.images[0].pixel_array, 2000, 1000)[5:35, 10:50], -1)
    assert near(expected, rendered(before, case.turned, "image/png"))
    small = rendered(before, case.turned, "image/png", "?viewport=15,20")
    assert read_picture(small.content)[1].shape == (20, 15)


@pytest.mark.parametrize("query", ["?window=40,400,linear", "?viewport=10,10,1,1"])
def test_what_the_state_decides_is_not_for_the_client(before, case, query):
    assert rendered(before, case.both, "image/png", query).status_code == 400


def test_a_frame_of_a_state_is_400(before, case):
    assert rendered(before, case.both, "image/png", tail="/frames/1").status_code == 400


def test_a_state_whose_image_is_missing_is_404(before, case):
    assert rendered(before, case.lost, "image/png").status_code == 404


def test_through_wado_uri(before, case):
    assert near(seen(case)[1], wado(before, case.images[1], case.both))
    part = wado(before, case.images[1], case.both, region="0,0,0.5,0.5")
    assert near(seen(case)[1][:30, :40], part)
    assert read_picture(wado(before, case.images[1], case.both, rows=30).content)[1].shape == (30, 40)


def test_through_wado_uri_a_frame_is_seen_that_the_state_is_for(before, case):
    assert near(case.loop.pixel_array[2], wado(before, case.loop, case.middle))


@pytest.mark.parametrize("parameters", [{"windowCenter": 40, "windowWidth": 400}, {"frameNumber": 1}])
def test_wado_uri_refuses_what_the_state_decides(before, case, parameters):
    assert wado(before, case.images[0], case.both, **parameters).status_code == 400


def test_wado_uri_refuses_a_state_that_is_none_or_is_for_others(before, case):
    assert wado(before, case.images[0], case.images[1]).status_code == 400
    assert wado(before, case.images[1], case.turned).status_code == 400
    assert wado(before, case.images[0], case.both, presentationUID="1.2.3").status_code == 404


def slice_at(study: str, number: int, height: float) -> Dataset:
    """A slice whose samples say its number."""
    dataset = data.instance(study, 1, number, sop_class=data.CT_IMAGE, RescaleSlope=1, RescaleIntercept=0)
    dataset.FrameOfReferenceUID = data.uid(f"{study}/frame")
    dataset.ImageOrientationPatient, dataset.ImagePositionPatient = [1, 0, 0, 0, 1, 0], [-10, -10, height]
    return data.with_pixels(dataset, np.full((8, 8), number, np.uint8))


def locations(response) -> list[str]:
    assert response.status_code == 200, response.text[:300]
    parts = read_multipart(response.headers["Content-Type"], response.content)
    return [part.headers["Content-Location"].split("/instances/")[1] for part in parts]


def frames_of(dataset, *frames: int) -> list[str]:
    return [f"{dataset.SOPInstanceUID}/frames/{frame}/rendered" for frame in frames]


PARTS = 'multipart/related; type="image/png"'


def test_slices_come_from_the_feet_to_the_head_and_each_is_moved_once(serve):
    slices = [slice_at("stacked", number, height) for number, height in enumerate((40, -5.5, 100, 9), 1)]
    presented = state("stacked", 1, slices)
    peer = ScriptedArchive([*slices, presented]).start()
    try:
        gateway = serve([archive(peer)]).settle()
        got = locations(rendered(gateway, presented, PARTS))
        assert got == [one for number in (2, 4, 1, 3) for one in frames_of(slices[number - 1], 1)]
        sent = sorted(uid for _, uid in peer.counters.departures)
        assert sent == sorted(str(one.SOPInstanceUID) for one in (*slices, presented))
        assert locations(rendered(gateway, presented, PARTS)) == got
    finally:
        peer.stop()


def test_more_than_the_cache_holds_come_as_they_are_referred_to(serve):
    slices = [slice_at("many", number, 10 - number) for number in range(1, 5)]
    for one in slices:
        data.with_pixels(one, np.full((512, 512), one.InstanceNumber, np.uint8))
    presented = state("many", 1, slices)
    peer = ScriptedArchive([*slices, presented]).start()
    try:
        gateway = serve([archive(peer)], cache={"bytes": "1MiB"}).settle()
        assert locations(rendered(gateway, presented, PARTS)) == [one for image in slices for one in frames_of(image, 1)]
    finally:
        peer.stop()


def test_one_picture_of_many_moves_one_image(serve):
    slices = [slice_at("one", number, 10 - number) for number in range(1, 5)]
    presented = state("one", 1, slices)
    peer = ScriptedArchive([*slices, presented]).start()
    try:
        gateway = serve([archive(peer)]).settle()
        assert rendered(gateway, presented, "image/png").status_code == 200
        assert len(peer.counters.departures) == 2
    finally:
        peer.stop()


def enhanced(study: str, indices: list[list[int]]) -> Dataset:
    dataset = data.instance(study, 1, 1, ENHANCED_MR, "MR")
    dataset.DimensionIndexSequence = Sequence([item(DimensionOrganizationUID=data.uid(f"{study}/dimensions"))])
    groups = [item(FrameContentSequence=Sequence([item(DimensionIndexValues=values)])) for values in indices]
    dataset.PerFrameFunctionalGroupsSequence = Sequence(groups)
    return data.with_pixels(dataset, np.stack([np.full((8, 8), 10 * n, np.uint8) for n, _ in enumerate(indices, 1)]))


def test_frames_come_by_their_dimensions_before_orthanc(before_orthanc, orthanc, tmp_path):
    image = enhanced("dimensions", [[1, 3], [2, 1], [1, 1], [1, 2]])
    whole = state("dimensions", 1, [image])
    some = state("dimensions", 2, [reference(image, [2, 4, 1])])
    orthanc.add([data.save(one, tmp_path / f"{number}.dcm") for number, one in enumerate((image, whole, some))])
    assert locations(rendered(before_orthanc, whole, PARTS)) == frames_of(image, 3, 4, 1, 2)
    assert locations(rendered(before_orthanc, some, PARTS)) == frames_of(image, 4, 1, 2)


class Colours:
    """A picture, and a state of colours that turns it and knows better what its colours are."""

    def __init__(self):
        pixels = np.random.default_rng(5).integers(0, 256, (30, 40, 3), dtype=np.uint8)
        self.image = data.with_pixels(data.instance("colours", modality="XC", sop_class=data.SECONDARY_CAPTURE), pixels)
        self.image.ICCProfile = profiles.matrix_profile() + b"\0" * (len(profiles.matrix_profile()) % 2)
        self.profile = profiles.profile("mft2", 9)
        self.state = state("colours", 1, [self.image], SOPClassUID=CSPS, ImageRotation=90, ImageHorizontalFlip="N",
                           ICCProfile=self.profile + b"\0" * (len(self.profile) % 2))  # fmt: skip
        del self.state.PresentationLUTShape
        self.grey = state("colours", 2, [self.image])


def test_a_state_of_colours_turns_and_has_the_profile(serve):
    case = Colours()
    peer = ScriptedArchive([case.image, case.state, case.grey]).start()
    try:
        gateway = serve([archive(peer)])
        turned = np.rot90(case.image.pixel_array, -1)
        assert near(turned, rendered(gateway, case.state, "image/png"))
        assert near(turned, wado(gateway, case.image, case.state))
        picture = Image.open(io.BytesIO(rendered(gateway, case.state, "image/png", "?iccprofile=yes").content))
        assert picture.info["icc_profile"] == case.profile
        converted = rendered(gateway, case.state, "image/png", "?iccprofile=srgb")
        target = Image.open(io.BytesIO(converted.content)).info["icc_profile"]
        assert near(profiles.converted(turned, case.profile, target), converted)
        assert rendered(gateway, case.grey, "image/png").status_code == 406
    finally:
        peer.stop()
