"""Rendered instances and frames as JPEG and PNG, against a reference in numpy: requirements §3."""

import numpy as np
import pytest
import requests
from pydicom import dcmread
from pydicom.pixels import apply_color_lut

from harness import data
from harness.pictures import psnr, read_picture, windowed

# Two windowings of the same values may differ by one step where they round.
LOSSLESS = 50
LOSSY = 30


def rendered(gateway, dataset, query: str = "", accept: str | None = "image/png", frame: int | None = None):
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    path += f"/frames/{frame}" if frame else ""
    headers = {"Accept": accept} if accept else {}
    return requests.get(f"{gateway.url}{path}/rendered{query}", headers=headers, timeout=60)


def picture(response) -> tuple[str, np.ndarray]:
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    kind, pixels = read_picture(response.content)
    assert response.headers["Content-Type"] == {"JPEG": "image/jpeg", "PNG": "image/png"}[kind]
    return kind, pixels


def test_the_default_is_jpeg_in_the_window_of_the_file(gateway, slice_, hounsfield):
    for accept in (None, "*/*", "image/*", "image/jpeg"):
        kind, pixels = picture(rendered(gateway, slice_, accept=accept))
        assert kind == "JPEG"
        assert psnr(windowed(hounsfield, 40, 400), pixels) > LOSSY


def test_png_is_the_window_of_the_file_to_the_step(gateway, slice_, hounsfield):
    kind, pixels = picture(rendered(gateway, slice_))
    assert kind == "PNG"
    expected = windowed(hounsfield, 40, 400)
    assert psnr(expected, pixels) > LOSSLESS
    assert np.abs(expected.astype(int) - pixels.astype(int)).max() <= 1


@pytest.mark.parametrize("center,width,function", [(40, 400, "linear"), (300, 1500, "linear"), (40, 400, "linear-exact"),
                                                   (40, 400, "sigmoid"), (-600.5, 1200.25, "linear"), (40, 1, "linear")])  # fmt: skip
def test_a_window_of_the_request(gateway, slice_, hounsfield, center, width, function):
    _, pixels = picture(rendered(gateway, slice_, f"?window={center},{width},{function}"))
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = windowed(hounsfield, center, width, function) if width > 1 else np.where(hounsfield <= center - 0.5, 0, 255).astype(np.uint8)
    assert psnr(expected, pixels) > LOSSLESS


@pytest.mark.parametrize("query,size", [("?viewport=128,128", (128, 128)), ("?viewport=100,300", (100, 100)),
                                        ("?viewport=1024,1024", (1024, 1024)), ("?viewport=200,200,0,0,256,128", (100, 200)),
                                        ("?viewport=256,256,128,128,256,256", (256, 256))])  # fmt: skip
def test_a_viewport_keeps_the_proportions(gateway, slice_, query, size):
    _, pixels = picture(rendered(gateway, slice_, query))
    assert pixels.shape[:2] == size


def test_a_source_region_of_its_own_size_is_a_crop(gateway, slice_, hounsfield):
    _, pixels = picture(rendered(gateway, slice_, "?viewport=256,256,128,64,256,256"))
    assert psnr(windowed(hounsfield, 40, 400)[64:320, 128:384], pixels) > LOSSLESS


def test_a_negative_width_flips(gateway, slice_, hounsfield):
    _, pixels = picture(rendered(gateway, slice_, "?viewport=512,512,0,0,-512,512"))
    assert psnr(windowed(hounsfield, 40, 400)[:, ::-1], pixels) > LOSSLESS


def test_quality_costs_bytes(gateway, slice_, hounsfield):
    low, high = (rendered(gateway, slice_, f"?quality={quality}", "image/jpeg") for quality in (10, 95))
    assert len(low.content) < len(high.content)
    expected = windowed(hounsfield, 40, 400)
    assert psnr(expected, picture(low)[1]) < psnr(expected, picture(high)[1])


@pytest.mark.parametrize("query", [
    "?window=40", "?window=40,400", "?window=40,0,linear", "?window=a,b,linear", "?window=40,400,cubic", "?window=40,-1,sigmoid",
    "?viewport=0,10", "?viewport=10", "?viewport=a,b", "?viewport=-5,5", "?viewport=10,10,", "?viewport=10,10,9999,0",
    "?quality=0", "?quality=101", "?quality=x",
])  # fmt: skip
def test_a_parameter_with_an_impossible_value_is_400(gateway, slice_, query):
    assert rendered(gateway, slice_, query, "image/jpeg").status_code == 400


def test_the_accept_parameter_serves_an_img_element(gateway, slice_):
    kind, _ = picture(rendered(gateway, slice_, "?accept=image/png", "image/avif,image/webp,*/*;q=0.8"))
    assert kind == "PNG"


@pytest.mark.parametrize("accept", ["text/plain", "application/dicom", "image/webp"])
def test_a_type_that_a_picture_has_not_is_406(gateway, slice_, accept):
    assert rendered(gateway, slice_, accept=accept).status_code == 406


def test_frames_of_a_multi_frame_instance(gateway, small_study):
    file = dcmread(small_study[6])
    for number, expected in enumerate(file.pixel_array, 1):
        _, pixels = picture(rendered(gateway, file, frame=number))
        assert np.array_equal(pixels[..., :3], expected)
    assert rendered(gateway, file, frame=4).status_code == 404


def test_a_bit_packed_frame_is_black_and_white(gateway, small_study):
    _, expected = data.single_bit()
    for number, frame in enumerate(expected, 1):
        _, pixels = picture(rendered(gateway, dcmread(small_study[7]), frame=number))
        assert np.array_equal(pixels, frame * 255)


def test_a_palette_image_is_colored(before_orthanc, compressed):
    file = dcmread(compressed["examples_palette.dcm"])
    _, pixels = picture(rendered(before_orthanc, file))
    expected = apply_color_lut(file.pixel_array, file)
    expected = (expected >> 8).astype(np.uint8) if expected.dtype == np.uint16 else expected
    assert psnr(expected[..., :3], pixels[..., :3]) > LOSSLESS


@pytest.mark.parametrize("name", ["examples_rgb_color.dcm", "SC_rgb_rle_2frame.dcm", "SC_rgb_jpeg_dcmtk.dcm", "examples_ybr_color.dcm"])
def test_color_in_native_rle_and_jpeg(before_orthanc, compressed, name):
    file = dcmread(compressed[name])
    expected = file.pixel_array[0] if int(file.get("NumberOfFrames", 1)) > 1 else file.pixel_array
    _, pixels = picture(rendered(before_orthanc, file, frame=1))
    assert psnr(expected, pixels[..., :3]) > LOSSY


def test_rle_monochrome(before_orthanc, compressed):
    file = dcmread(compressed["MR_small_RLE.dcm"])
    _, pixels = picture(rendered(before_orthanc, file))
    assert psnr(windowed(file.pixel_array, file.WindowCenter, file.WindowWidth), pixels) > LOSSLESS


def test_what_has_no_pixels_is_406(before_orthanc, compressed):
    assert rendered(before_orthanc, dcmread(compressed["rtplan.dcm"])).status_code == 406


def test_monochrome1_is_inverted(serve):
    from harness.gantry import archive
    from harness.scripted import ScriptedArchive

    ramp = np.tile(np.arange(256, dtype=np.uint8), (64, 1))
    dataset = data.with_pixels(data.instance("inverted", modality="DX", WindowCenter=128, WindowWidth=256), ramp, "MONOCHROME1")
    peer = ScriptedArchive([dataset]).start()
    try:
        _, pixels = picture(rendered(serve([archive(peer)]), dataset))
        assert psnr(255 - windowed(ramp, 128, 256), pixels) > LOSSLESS
    finally:
        peer.stop()
