"""Thumbnails at the four levels: a picture of one instance, of which alone the archive hears (requirements §3.3)."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.gantry import archive
from harness.pictures import psnr, read_picture, windowed
from harness.scripted import ScriptedArchive


def thumbnail(gateway, path: str, query: str = "", accept: str | None = None):
    return requests.get(f"{gateway.url}{path}/thumbnail{query}", headers={"Accept": accept} if accept else {}, timeout=60)


def path_of(dataset, level: str = "instance") -> str:
    path = f"/studies/{dataset.StudyInstanceUID}"
    path += f"/series/{dataset.SeriesInstanceUID}" if level != "study" else ""
    return path + (f"/instances/{dataset.SOPInstanceUID}" if level == "instance" else "")


def picture(response) -> tuple[str, np.ndarray]:
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    return read_picture(response.content)


@pytest.fixture
def long_series():
    """300 slices behind a peer that counts what it sends."""
    peer = ScriptedArchive([data.ct_slice("thumbs", number, 32) for number in range(1, 301)]).start()
    yield peer
    peer.stop()


@pytest.mark.parametrize("level", ["study", "series"])
def test_one_of_300_instances_leaves_the_archive(serve, long_series, figure, level):
    gateway = serve([archive(long_series)]).settle()
    response = thumbnail(gateway, path_of(long_series.datasets[0], level))
    kind, pixels = picture(response)
    assert kind == "JPEG" and pixels.shape == (256, 256)
    sent = [uid for _, uid in long_series.counters.departures]
    middle = long_series.datasets[150]
    assert sent == [str(middle.SOPInstanceUID)]
    figure(f"thumbnail of a {level} of 300 instances: the peer sent {len(sent)}, in {long_series.counters.gets} C-GET")
    assert f"/instances/{middle.SOPInstanceUID}/frames/1/rendered" in response.headers["Content-Location"]
    before = (long_series.counters.finds, long_series.counters.gets, long_series.counters.associations)
    again = thumbnail(gateway, path_of(long_series.datasets[0], level))
    assert again.content == response.content
    assert (long_series.counters.finds, long_series.counters.gets, long_series.counters.associations) == before


def test_thumbnails_outlive_the_pixels(serve):
    peer = ScriptedArchive([data.ct_slice("evicted", number) for number in range(1, 8)]).start()
    try:
        gateway = serve([archive(peer)], cache={"bytes": "1MiB"}).settle()
        kept = thumbnail(gateway, path_of(peer.datasets[0], "series"))
        for dataset in peer.datasets:
            assert requests.get(f"{gateway.url}{path_of(dataset)}", timeout=60).status_code == 200
        sent = len(peer.counters.departures)
        assert thumbnail(gateway, path_of(peer.datasets[0], "series")).content == kept.content
        assert len(peer.counters.departures) == sent
        assert thumbnail(gateway, path_of(peer.datasets[3])).status_code == 200
        assert len(peer.counters.departures) == sent + 1, "its pixels had gone"
    finally:
        peer.stop()


@pytest.mark.parametrize("level", ["study", "series", "instance", "frame"])
def test_every_level_before_real_archives(gateway, ct_series, level):
    dataset = dcmread(ct_series[150])
    path = path_of(dataset, "instance" if level == "frame" else level) + ("/frames/1" if level == "frame" else "")
    kind, pixels = picture(thumbnail(gateway, path, "?viewport=128,64", "image/png"))
    assert kind == "PNG" and pixels.shape == (64, 64)
    values = dataset.pixel_array.astype(float) * dataset.RescaleSlope + dataset.RescaleIntercept
    expected = windowed(values, 40, 400).reshape(64, 8, 64, 8).mean((1, 3))
    assert psnr(np.rint(expected).astype(np.uint8), pixels) > 45


def test_a_frame_of_many_and_the_one_in_the_middle(gateway, small_study):
    file = dcmread(small_study[6])
    _, third = picture(thumbnail(gateway, path_of(file) + "/frames/3", "?viewport=33,31", "image/png"))
    assert np.array_equal(third, file.pixel_array[2])
    _, middle = picture(thumbnail(gateway, path_of(file), "?viewport=33,31", "image/png"))
    assert np.array_equal(middle, file.pixel_array[1])
    assert thumbnail(gateway, path_of(file) + "/frames/4").status_code == 404


def test_burned_in_names_and_objects_without_pixels_give_a_sign(serve):
    pixels = np.tile(np.arange(64, dtype=np.uint8) * 4, (64, 1))
    burned = data.with_pixels(data.instance("burned", modality="US", sop_class=data.SECONDARY_CAPTURE), pixels)
    burned.BurnedInAnnotation = "YES"
    note = data.instance("burned", 2, 1, "1.2.840.10008.5.1.4.1.1.88.11", "SR")
    peer = ScriptedArchive([burned, note]).start()
    try:
        gateway = serve([archive(peer)])
        shown = [picture(thumbnail(gateway, path_of(one), "?viewport=64,64", "image/png"))[1] for one in (burned, note)]
        for sign in shown:
            assert sign.shape == (64, 64) and len(np.unique(sign)) > 3
            assert np.abs(sign.astype(int) - pixels).mean() > 20, "not the pixels"
        assert not np.array_equal(*shown), "each names its modality"
        assert thumbnail(gateway, path_of(note) + "/frames/1").status_code == 404
    finally:
        peer.stop()


@pytest.mark.parametrize("query", ["?viewport=0,1", "?viewport=64", "?viewport=64,64,1", "?viewport=64,64,0,0,10,10"])
def test_only_a_size_may_be_asked_for(gateway, ct_series, query):
    assert thumbnail(gateway, path_of(dcmread(ct_series[0])), query).status_code == 400


@pytest.mark.parametrize("accept,kind", [("image/jpeg", "JPEG"), ("image/png", "PNG"), ("image/gif", "GIF"), ("*/*", "JPEG")])
def test_types(gateway, ct_series, accept, kind):
    response = thumbnail(gateway, path_of(dcmread(ct_series[0])), accept=accept)
    assert picture(response)[0] == kind and response.headers["Content-Type"] == f"image/{kind.lower()}"


def test_other_types_and_other_places_are_refused(gateway, ct_series):
    path = path_of(dcmread(ct_series[0]))
    assert thumbnail(gateway, path, accept="application/dicom").status_code == 406
    assert thumbnail(gateway, path, accept='multipart/related; type="image/jpeg"').status_code == 406
    for missing in ("/studies/1.2.3", "/studies/1.2.3/series/1.2.4", "/studies/1.2.3/series/1.2.4/instances/1.2.5"):
        assert thumbnail(gateway, missing).status_code == 404


def test_who_asks_at_once_gets_one_thumbnail(serve, long_series):
    """One query and one instance, whoever comes first."""
    gateway = serve([archive(long_series)]).settle()
    before = long_series.counters.finds
    path = path_of(long_series.datasets[0], "series")
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: thumbnail(gateway, path), range(12)))
    assert {answer.status_code for answer in answers} == {200} and len({answer.content for answer in answers}) == 1
    alone = ScriptedArchive(long_series.datasets).start()
    try:
        again = serve([archive(alone)]).settle()
        asked = alone.counters.finds
        assert thumbnail(again, path).status_code == 200
        assert long_series.counters.finds - before == alone.counters.finds - asked
    finally:
        alone.stop()
