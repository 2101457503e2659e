"""What /rendered answers beside single pictures: studies and series, many frames, reports, documents, video (requirements §3.1)."""

import io

import numpy as np
import pytest
import requests
from PIL import Image, ImageCms
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence

from harness import data, profiles
from harness.gantry import archive, gateway_before
from harness.pictures import psnr, read_picture, windowed
from harness.scripted import ScriptedArchive
from harness.web import read_multipart

PDF = "1.2.840.10008.5.1.4.1.1.104.1"
BASIC_TEXT = "1.2.840.10008.5.1.4.1.1.88.11"
VIDEO_ENDOSCOPY = "1.2.840.10008.5.1.4.1.1.77.1.1.1"
RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"
H264 = "1.2.840.10008.1.2.4.102"


def get(gateway, path: str, accept: str | None, query: str = ""):
    return requests.get(f"{gateway.url}{path}/rendered{query}", headers={"Accept": accept} if accept else {}, timeout=120)


def path_of(dataset, level: str = "instance") -> str:
    path = f"/studies/{dataset.StudyInstanceUID}"
    path += f"/series/{dataset.SeriesInstanceUID}" if level != "study" else ""
    return path + (f"/instances/{dataset.SOPInstanceUID}" if level == "instance" else "")


def multipart(kind: str) -> str:
    return f'multipart/related; type="{kind}"'


def code(meaning: str, value: str = "X") -> Sequence:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "99T", meaning
    return Sequence([item])


def report(study: str) -> Dataset:
    text = Dataset()
    text.RelationshipType, text.ValueType = "CONTAINS", "TEXT"
    text.ConceptNameCodeSequence = code("Finding")
    text.TextValue = "Größe <b>5 mm</b> & mehr"
    dataset = data.instance(study, 3, 1, BASIC_TEXT, "SR", SpecificCharacterSet="ISO_IR 192", ValueType="CONTAINER")
    dataset.PatientName = "Müller^Jürgen"
    dataset.ConceptNameCodeSequence = code("Radiology <i>report</i>")
    dataset.ContentSequence = Sequence([text])
    return dataset


def document(study: str) -> tuple[Dataset, bytes]:
    pdf = b"%PDF-1.4\n%\xe2\xe3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
    assert len(pdf) % 2 == 1
    dataset = data.instance(study, 4, 1, PDF, "DOC", MIMETypeOfEncapsulatedDocument="application/pdf")
    dataset.EncapsulatedDocument = pdf + b"\0"
    dataset.EncapsulatedDocumentLength = len(pdf)
    return dataset, pdf


def video(study: str) -> tuple[Dataset, bytes]:
    stream = np.random.default_rng(7).bytes(100_000)
    dataset = data.instance(study, 5, 1, VIDEO_ENDOSCOPY, "ES", syntax=H264)
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "YBR_PARTIAL_420", 0
    dataset.Rows, dataset.Columns, dataset.NumberOfFrames = 1080, 1920, 50
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    return dataset, stream


class Mixed:
    """A study of slices, a moving picture, a report, a document, a video and a plan."""

    def __init__(self):
        self.slices = [data.ct_slice("mixed", number, 48) for number in range(1, 6)]
        ramp = np.stack([np.full((20, 30), 40 * n, np.uint8) + np.arange(30, dtype=np.uint8) for n in range(4)])
        self.loop = data.with_pixels(data.instance("mixed", 2, 1, data.MULTIFRAME_WORD, "US", FrameTime=40), ramp)
        self.report = report("mixed")
        self.document, self.pdf = document("mixed")
        self.video, self.stream = video("mixed")
        self.plan = data.instance("mixed", 6, 1, RT_PLAN, "RTPLAN")
        self.all = self.slices + [self.loop, self.report, self.document, self.video, self.plan]


@pytest.fixture(scope="module")
def mixed():
    return Mixed()


@pytest.fixture(scope="module")
def peer(mixed):
    from harness import scripted

    scripted_syntaxes = scripted.SYNTAXES
    scripted.SYNTAXES = scripted_syntaxes + [H264]
    peer = ScriptedArchive(mixed.all).start()
    scripted.SYNTAXES = scripted_syntaxes
    yield peer
    peer.stop()


@pytest.fixture(scope="module")
def before_mixed(tmp_path_factory, peer):
    from harness.gantry import Gateway

    gateway = Gateway(tmp_path_factory.mktemp("mixed"), [archive(peer)]).start()
    yield gateway
    gateway.stop()


def window(dataset) -> np.ndarray:
    return windowed(dataset.pixel_array.astype(float) + float(dataset.RescaleIntercept), 40, 400)


@pytest.mark.parametrize("accept", ["*/*", None, multipart("image/jpeg"), multipart("image/*")])
def test_a_series_is_a_part_for_each_instance(before_mixed, mixed, accept):
    response = get(before_mixed, path_of(mixed.slices[0], "series"), accept)
    assert response.status_code == 200
    parts = read_multipart(response.headers["Content-Type"], response.content)
    assert len(parts) == 5 and all(part.media_type == "image/jpeg" for part in parts)
    for dataset in mixed.slices:
        (part,) = [part for part in parts if f"{dataset.SOPInstanceUID}/frames/1/rendered" in part.headers["Content-Location"]]
        assert psnr(window(dataset), read_picture(part.body)[1]) > 30


def test_a_study_is_a_part_for_each_frame_that_is_a_picture(before_mixed, mixed):
    response = get(before_mixed, path_of(mixed.loop, "study"), multipart("image/png"))
    parts = read_multipart(response.headers["Content-Type"], response.content)
    assert len(parts) == 5 + 4
    # Report, document, video and plan are no pictures, and whoever asks is told.
    assert response.status_code == 206 and "4 of 10 instances" in response.headers["Warning"]
    # Instances come in any order, their frames in their own.
    moving = [part for part in parts if str(mixed.loop.SOPInstanceUID) in part.headers["Content-Location"]]
    assert len(moving) == 4
    for frame, part in zip(mixed.loop.pixel_array, moving):
        assert np.array_equal(frame, read_picture(part.body)[1])


def test_every_part_of_a_study_is_of_a_type_that_is_acceptable(before_mixed, mixed):
    accept = ", ".join(multipart(kind) for kind in ("image/jpeg", "text/html", "application/pdf", "video/mp4"))
    response = get(before_mixed, path_of(mixed.loop, "study"), accept)
    kinds = [part.media_type for part in read_multipart(response.headers["Content-Type"], response.content)]
    assert sorted(kinds) == sorted(["image/jpeg"] * 9 + ["text/html", "application/pdf", "video/mp4"])
    assert response.status_code == 206 and "1 of 10 instances" in response.headers["Warning"]


def test_pixels_that_are_not_drawn_are_counted_too(serve):
    good = data.ct_slice("unknown", 1, 16)
    strange = data.ct_slice("unknown", 2, 16)
    strange.PhotometricInterpretation = "HSV"
    peer = ScriptedArchive([good, strange]).start()
    try:
        gateway = serve([archive(peer)])
        response = get(gateway, path_of(good, "series"), multipart("image/png"))
        assert response.status_code == 206 and "1 of 2 instances" in response.headers["Warning"]
        assert len(read_multipart(response.headers["Content-Type"], response.content)) == 1
        assert get(gateway, path_of(strange), "image/png").status_code == 406
    finally:
        peer.stop()


def test_a_study_larger_than_the_cache_is_rendered_whole(serve):
    slices = [data.ct_slice("larger", number, 512) for number in range(1, 13)]
    peer = ScriptedArchive(slices).start()
    try:
        gateway = serve([archive(peer)], cache={"bytes": "3MiB"})
        response = get(gateway, path_of(slices[0], "study"), multipart("image/jpeg"))
        assert response.status_code == 200 and "Warning" not in response.headers
        assert len(read_multipart(response.headers["Content-Type"], response.content)) == 12
    finally:
        peer.stop()


@pytest.mark.parametrize("level,expected", [("series", 3), ("study", 3)])
def test_one_picture_stands_for_a_series_or_a_study(serve, mixed, level, expected):
    peer = ScriptedArchive(mixed.all).start()
    try:
        gateway = serve([archive(peer)]).settle()
        response = get(gateway, path_of(mixed.slices[0], level), "image/png")
        assert response.headers["Content-Type"] == "image/png"
        middle = mixed.slices[expected - 1]
        assert np.abs(window(middle).astype(int) - read_picture(response.content)[1]).max() <= 1
        assert f"/instances/{middle.SOPInstanceUID}/" in response.headers["Content-Location"]
        assert len(peer.counters.departures) == 1
    finally:
        peer.stop()


def test_a_multi_frame_instance_in_parts(before_mixed, mixed):
    response = get(before_mixed, path_of(mixed.loop), multipart("image/png"))
    parts = read_multipart(response.headers["Content-Type"], response.content)
    assert [np.array_equal(read_picture(part.body)[1], frame) for part, frame in zip(parts, mixed.loop.pixel_array)] == [True] * 4
    first = get(before_mixed, path_of(mixed.loop), "image/png")
    assert np.array_equal(read_picture(first.content)[1], mixed.loop.pixel_array[0])
    assert "/frames/1/rendered" in first.headers["Content-Location"]


def test_a_multi_frame_instance_moves_as_gif(before_mixed, mixed):
    response = get(before_mixed, path_of(mixed.loop), "image/gif")
    assert response.headers["Content-Type"] == "image/gif"
    moving = Image.open(io.BytesIO(response.content))
    assert moving.n_frames == 4 and moving.info["duration"] == 40 and moving.info["loop"] == 0
    for number, frame in enumerate(mixed.loop.pixel_array):
        moving.seek(number)
        assert np.array_equal(np.asarray(moving.convert("L")), frame)
    some = requests.get(f"{before_mixed.url}{path_of(mixed.loop)}/frames/3,1/rendered", headers={"Accept": "image/gif"}, timeout=60)
    assert Image.open(io.BytesIO(some.content)).n_frames == 2
    still = requests.get(f"{before_mixed.url}{path_of(mixed.loop)}/frames/3/rendered", headers={"Accept": "image/gif"}, timeout=60)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(still.content)).convert("L")), mixed.loop.pixel_array[2])


def test_color_as_gif_is_near(gateway, small_study):
    file = dcmread(small_study[6])
    moving = Image.open(io.BytesIO(get(gateway, path_of(file), "image/gif").content))
    assert moving.n_frames == 3
    for number, frame in enumerate(file.pixel_array):
        moving.seek(number)
        assert psnr(frame, np.asarray(moving.convert("RGB"))) > 20


def test_a_report_is_html_and_text_and_never_markup_of_its_own(before_mixed, mixed):
    for accept in ("text/html", "*/*", None, "text/*", "text/html,application/xhtml+xml;q=0.9"):
        response = get(before_mixed, path_of(mixed.report), accept)
        assert response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
        assert "charset=utf-8" in response.headers["Content-Type"]
    page = response.content.decode("utf-8")
    assert "Jürgen Müller" in page and "Größe &lt;b&gt;5 mm&lt;/b&gt; &amp; mehr" in page
    assert "<b>5 mm" not in page and "<i>report" not in page
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    plain = get(before_mixed, path_of(mixed.report), "text/plain")
    assert plain.headers["Content-Type"].startswith("text/plain")
    assert "Finding: Größe <b>5 mm</b> & mehr" in plain.content.decode("utf-8")
    assert get(before_mixed, path_of(mixed.report), "image/jpeg").status_code == 406


def test_a_report_has_its_longest_text(serve):
    """Long values stay in the spool when the header is read."""
    file = report("longest")
    file.ContentSequence[0].TextValue = "word " * 80_000 + "last"
    peer = ScriptedArchive([file]).start()
    try:
        gateway = serve([archive(peer)])
        for accept in ("text/html", "text/plain"):
            response = get(gateway, path_of(file), accept)
            assert response.status_code == 200 and response.text.count("word ") == 80_000 and "word last" in response.text
    finally:
        peer.stop()


def test_a_document_is_itself(before_mixed, mixed):
    for accept in ("application/pdf", "*/*", None):
        response = get(before_mixed, path_of(mixed.document), accept)
        assert response.headers["Content-Type"] == "application/pdf" and response.content == mixed.pdf
    assert get(before_mixed, path_of(mixed.document), "image/jpeg").status_code == 406


def test_a_video_is_its_stream(before_mixed, mixed):
    for accept in ("video/mp4", "*/*"):
        response = get(before_mixed, path_of(mixed.video), accept)
        assert response.headers["Content-Type"] == "video/mp4" and response.content == mixed.stream
    assert get(before_mixed, path_of(mixed.video), "image/jpeg").status_code == 406


def test_what_cannot_be_rendered_is_406(before_mixed, mixed):
    assert get(before_mixed, path_of(mixed.plan), "*/*").status_code == 406
    assert get(before_mixed, path_of(mixed.plan, "series"), "*/*").status_code == 406
    assert get(before_mixed, path_of(mixed.report, "series"), multipart("image/jpeg")).status_code == 406
    for level in ("study", "series"):
        assert get(before_mixed, path_of(mixed.slices[0], level), "application/dicom").status_code == 406
    assert get(before_mixed, "/studies/1.2.3", multipart("image/jpeg")).status_code == 404
    assert get(before_mixed, "/studies/1.2.3", "image/jpeg").status_code == 404


def test_annotation_is_burned_in(before_mixed, mixed):
    plain = read_picture(get(before_mixed, path_of(mixed.slices[2]), "image/png", "?viewport=512,512").content)[1]

    def changed(query: str) -> np.ndarray:
        response = get(before_mixed, path_of(mixed.slices[2]), "image/png", f"?viewport=512,512&annotation={query}")
        assert response.status_code == 200 and "Warning" not in response.headers
        return np.argwhere(read_picture(response.content)[1] != plain)

    who, how = changed("patient"), changed("technique")
    assert len(who) > 300 and who[:, 0].max() < 200, "the patient stands at the top"
    assert len(how) > 100 and how[:, 0].min() > 300, "the technique stands at the bottom"
    assert len(changed("patient,technique")) == len(who) + len(how)
    unknown = get(before_mixed, path_of(mixed.slices[2]), "image/png", "?viewport=512,512&annotation=doctor,overlay")
    assert "not supported: doctor" in unknown.headers["Warning"]
    assert np.array_equal(read_picture(unknown.content)[1], plain)


ROUNDING = 3


@pytest.mark.parametrize("accept", ["image/jpeg", "image/png"])
def test_icc_profiles_are_embedded_and_colours_converted(gateway, small_study, accept):
    """Against Little CMS, by Pillow: the profile that comes with the picture leads back to the pixels."""
    file = dcmread(small_study[6])
    path = f"{path_of(file)}/frames/1"
    plain = Image.open(io.BytesIO(get(gateway, path, accept).content))
    assert "icc_profile" not in plain.info
    assert "icc_profile" not in Image.open(io.BytesIO(get(gateway, path, accept, "?iccprofile=no").content)).info
    srgb = ImageCms.createProfile("sRGB")
    for name in ("yes", "srgb", "adobergb", "rommrgb"):
        response = get(gateway, path, accept, f"?iccprofile={name}&quality=100")
        assert response.status_code == 200 and "Warning" not in response.headers
        picture = Image.open(io.BytesIO(response.content))
        profile = ImageCms.getOpenProfile(io.BytesIO(picture.info["icc_profile"]))
        back = np.asarray(ImageCms.profileToProfile(picture, profile, srgb, renderingIntent=1, outputMode="RGB"))
        got, expected = back.astype(int), file.pixel_array[0].astype(int)
        difference = np.abs(got - expected)
        # Eight bits of a wider space leave gaps between its darkest colours.
        assert np.percentile(difference, 90) <= ROUNDING + (4 if accept == "image/jpeg" else 0), name
        if name in ("adobergb", "rommrgb"):
            assert np.abs(np.asarray(picture).astype(int) - expected).mean() > 5, "the samples are others"


def test_the_images_own_profile_goes_with_it(serve):
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = data.multiframe_color("profiled", 1)
    file.ICCProfile = own + b"\0" * (len(own) % 2)
    peer = ScriptedArchive([file]).start()
    try:
        gateway = serve([archive(peer)])
        picture = Image.open(io.BytesIO(get(gateway, path_of(file), "image/png", "?iccprofile=yes").content))
        assert picture.info["icc_profile"] == own
        converted = get(gateway, path_of(file), "image/png", "?iccprofile=srgb")
        assert np.abs(np.asarray(Image.open(io.BytesIO(converted.content))).astype(int) - file.pixel_array).max() <= 1
    finally:
        peer.stop()


def profiled(name: str, profile: bytes, optical_path: bool = False) -> Dataset:
    """Every kind of colour, dark ones above all."""
    chance = np.random.default_rng(3)
    pixels = chance.integers(0, 256, (60, 80, 3), dtype=np.uint8)
    pixels[:20] //= 8
    file = data.with_pixels(data.instance(name, modality="SM", sop_class=data.SECONDARY_CAPTURE), pixels)
    holder = Dataset() if optical_path else file
    holder.ICCProfile = profile + b"\0" * (len(profile) % 2)
    if optical_path:
        file.OpticalPathSequence = Sequence([holder])
    return file


@pytest.fixture(scope="module")
def with_profiles(tmp_path_factory):
    """By name: images whose profiles have tables, and a gateway before them."""
    large = profiles.profile("mft2", 37)
    assert len(large) > 256 * 1024, "it stays in the spool"
    own = {kind: profiles.profile(kind) for kind in profiles.KINDS} | {"matrix": profiles.matrix_profile()}
    files = {kind: (profiled(f"profile-{kind}", profile), profile) for kind, profile in own.items()}
    files["optical path"] = (profiled("profile-path", large, optical_path=True), large)
    with gateway_before([file for file, _ in files.values()], tmp_path_factory.mktemp("profiles")) as service:
        yield service, files


@pytest.mark.parametrize("space", ["srgb", "adobergb", "rommrgb"])
@pytest.mark.parametrize("kind", [*profiles.KINDS, "matrix", "optical path"])
def test_a_profile_is_converted_as_little_cms_does(with_profiles, kind, space):
    gateway, files = with_profiles
    file, profile = files[kind]
    picture = Image.open(io.BytesIO(get(gateway, path_of(file), "image/png", f"?iccprofile={space}").content))
    expected = profiles.converted(file.pixel_array, profile, picture.info["icc_profile"]).astype(int)
    assert np.abs(np.asarray(picture).astype(int) - expected).max() <= 1
    assert np.abs(expected - file.pixel_array).mean() > 3, "the samples are others"


def test_a_mutated_profile_is_406_or_a_picture(serve, seed):
    good, chance = profiles.profile("mft2", 5), np.random.default_rng(seed)
    files = [profiled("profile-good", good)]
    for number in range(40):
        changed = np.frombuffer(good, np.uint8).copy()
        # What the tags and the table say of themselves, and where it ends.
        changed[chance.integers(128, 400, 3)] = chance.integers(0, 256, 3)
        files.append(profiled(f"profile-mutated-{number}", changed.tobytes()[: len(good) - 400 * (number % 2)]))
    peer = ScriptedArchive(files).start()
    try:
        gateway = serve([archive(peer)])
        answers = [get(gateway, path_of(file), "image/png", "?iccprofile=srgb") for file in files]
        assert answers[0].status_code == 200 and {answer.status_code for answer in answers[1:]} <= {200, 406}
        refused = [answer for answer in answers if answer.status_code == 406]
        assert refused and all("ICC profile" in answer.text for answer in refused)
        again = get(gateway, path_of(files[0]), "image/png", "?iccprofile=srgb")
        assert again.content == answers[0].content
    finally:
        peer.stop()


def test_a_type_without_room_for_a_profile_is_400(gateway, small_study):
    file = dcmread(small_study[6])
    assert get(gateway, path_of(file), "image/gif", "?iccprofile=srgb").status_code == 400
    assert get(gateway, path_of(file), "image/gif", "?iccprofile=no").status_code == 200
    assert get(gateway, path_of(file), "image/png", "?iccprofile=cmyk").status_code == 400


def test_an_overlay_is_drawn_when_asked_for(serve):
    pixels = np.full((40, 50), 90, np.uint8)
    dataset = data.with_pixels(data.instance("overlay", modality="DX"), pixels)
    bits = np.zeros((40, 50), np.uint8)
    bits[10:20, 5:45] = 1
    dataset.add_new(0x60000010, "US", 40)
    dataset.add_new(0x60000011, "US", 50)
    dataset.add_new(0x60000040, "CS", "G")
    dataset.add_new(0x60000050, "SS", [1, 1])
    dataset.add_new(0x60000100, "US", 1)
    dataset.add_new(0x60000102, "US", 0)
    dataset.add_new(0x60003000, "OW", np.packbits(bits.reshape(-1), bitorder="little").tobytes())
    peer = ScriptedArchive([dataset]).start()
    try:
        gateway = serve([archive(peer)])
        plain = read_picture(get(gateway, path_of(dataset), "image/png").content)[1]
        assert np.array_equal(plain, pixels)
        drawn = read_picture(get(gateway, path_of(dataset), "image/png", "?annotation=overlay").content)[1]
        assert np.array_equal(drawn, np.where(bits == 1, 255, pixels))
    finally:
        peer.stop()
