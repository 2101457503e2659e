"""`gantry demo`: the addresses it prints work when pasted, its studies are worth looking at, its page shows them all."""

import re
import shlex
import subprocess

import numpy as np
import pytest
import requests
from PIL import Image

from harness import data
from harness.browser import Browser
from harness.gantry import Demo
from harness.web import DICOM_JSON, MULTIPART_STORED, parts_of

# No equals sign and no caret: they part a name (PS3.5 §6.2.1).
ESCAPED = '<script>Object.assign(document,{title:"hit"})</script>'


@pytest.fixture(scope="module")
def studies(demo) -> list[dict]:
    return requests.get(f"{demo.url}/studies?includefield=all", headers={"Accept": DICOM_JSON}).json()


def curl_lines(demo) -> list[str]:
    lines = [line.strip() for line in demo.process.output().splitlines()]
    return [line for line in lines if line.startswith("curl ")]


def test_five_curl_lines_work_when_pasted(demo, tmp_path):
    lines = curl_lines(demo)
    assert len(lines) == 5, demo.process.output()
    for line in lines:
        assert shlex.split(line)[0] == "curl"
        ended = subprocess.run(["bash", "-c", line.replace("curl ", "curl --fail-with-body ", 1)], cwd=tmp_path, capture_output=True, timeout=60)
        assert ended.returncode == 0, f"{line}\n{ended.stdout[:300]}\n{ended.stderr[-300:]}"
        assert ended.stdout or any(tmp_path.iterdir()), f"{line} gave nothing"


def test_the_start_page_is_printed_and_answers(demo):
    assert re.search(rf"http://127\.0\.0\.1:{demo.port}/?\s", demo.process.output())
    answer = requests.get(f"{demo.root}/")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")


def modalities(studies) -> list[str]:
    return [name for study in studies for name in study.get("00080061", {}).get("Value", [])]


def test_the_studies_are_of_many_kinds(demo, studies):
    assert len(studies) >= 5
    assert {"CT", "MR"} <= set(modalities(studies))
    counts = [study.get("00201208", {}).get("Value", [0])[0] for study in studies]
    assert max(counts) >= 60
    syntaxes, photometrics, largest = set(), set(), 0
    for study in studies:
        for model in requests.get(f"{demo.url}/studies/{study['0020000D']['Value'][0]}/metadata", timeout=60).json():
            syntaxes |= set(model["00083002"]["Value"])
            photometrics.add(model["00280004"]["Value"][0])
            largest = max(largest, model["00280010"]["Value"][0] * model["00280011"]["Value"][0])
    assert len(syntaxes) >= 3
    assert {"MONOCHROME2", "RGB", "PALETTE COLOR"} <= photometrics
    assert largest >= 2500 * 2000


def names(studies, script: str) -> list[dict]:
    """The patient names in which a script occurs."""
    found = [study["00100010"]["Value"][0] for study in studies if study["00100010"].get("Value")]
    return [name for name in found if re.search(script, "".join(name.values()))]


def test_a_japanese_and_a_greek_name_are_readable_and_searchable(demo, studies):
    japanese = names(studies, "[\u3040-\u30ff\u4e00-\u9fff]")
    greek = names(studies, "[\u0370-\u03ff]")
    assert japanese and "Ideographic" in japanese[0]
    assert greek
    family = greek[0]["Alphabetic"].split("^")[0]
    answer = requests.get(f"{demo.url}/studies", params={"PatientName": f"{family}*"}, headers={"Accept": DICOM_JSON})
    assert answer.status_code == 200
    assert [study["00100010"]["Value"][0] for study in answer.json()] == [greek[0]]


def test_every_frame_and_picture_of_every_study_answers(demo, studies):
    for study in studies:
        uid = study["0020000D"]["Value"][0]
        for series in requests.get(f"{demo.url}/studies/{uid}/series").json():
            base = f"{demo.url}/studies/{uid}/series/{series['0020000E']['Value'][0]}"
            instance = requests.get(f"{base}/instances?limit=1").json()[0]["00080018"]["Value"][0]
            frame = requests.get(f"{base}/instances/{instance}/frames/1", headers={"Accept": MULTIPART_STORED})
            assert frame.status_code == 200 and len(parts_of(frame)) == 1
            picture = requests.get(f"{base}/instances/{instance}/rendered", headers={"Accept": "image/jpeg"})
            assert picture.status_code == 200, f"{base}: {picture.status_code} {picture.text[:200]}"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    one = Browser(tmp_path_factory.mktemp("chromium"))
    yield one
    one.close()


def test_the_start_page_shows_a_picture_of_every_study(demo, studies, browser, workspace, figure):
    browser.open(f"{demo.root}/")
    browser.wait(f"document.images.length >= {len(studies)} && [...document.images].every(image => image.complete)")
    pictures = browser.evaluate("[...document.images].map(image => [image.src, image.naturalWidth, image.naturalHeight])")
    assert all(width > 0 and height > 0 for _, width, height in pictures), pictures
    for study in studies:
        uid = study["0020000D"]["Value"][0]
        source = next(src for src, _, _ in pictures if uid in src)
        pixels = np.asarray(Image.open(requests.get(source, stream=True).raw).convert("L"))
        assert pixels.std() > 5, f"the picture of {uid} is of one shade"
    shot = browser.screenshot(workspace / "start-page.png")
    figure(f"start page: {len(pictures)} pictures of {len(studies)} studies; screenshot {shot}")


def test_the_start_page_asks_no_other_host_and_escapes_what_dicom_says(tmp_path, browser):
    hostile = data.ct_slice("hostile", 1, 64)
    hostile.PatientName = ESCAPED
    hostile.StudyDescription = '"><img src=x onerror=\'document.title="hit"\'>'
    data.save(hostile, tmp_path / "files" / "hostile.dcm")
    demo = Demo(tmp_path / "demo", tmp_path / "files").start()
    try:
        browser.open(f"{demo.root}/")
        browser.wait("document.images.length >= 1 && [...document.images].every(image => image.complete)")
        assert browser.evaluate("document.title") != "hit"
        assert ESCAPED in browser.evaluate("document.body.innerText")
        hosts = browser.evaluate("[...new Set(performance.getEntriesByType('resource').map(entry => new URL(entry.name).host))]")
        assert set(hosts) <= {f"127.0.0.1:{demo.port}"}
    finally:
        demo.stop()


def test_a_folder_of_files_is_served_as_it_is(tmp_path, small_study):
    folder = tmp_path / "files"
    for number, path in enumerate(small_study):
        (folder / "deeper" / str(number % 2)).mkdir(parents=True, exist_ok=True)
        (folder / "deeper" / str(number % 2) / f"image{number}").write_bytes(path.read_bytes())
    (folder / "readme.txt").write_text("not DICOM")
    demo = Demo(tmp_path / "demo", folder).start()
    try:
        found = requests.get(f"{demo.url}/studies").json()
        assert {study["0020000D"]["Value"][0] for study in found} == {data.uid("small"), data.uid("frames")}
    finally:
        demo.stop()


def test_a_demo_that_is_asked_to_end_ends(tmp_path):
    demo = Demo(tmp_path / "demo").start()
    assert demo.stop() == 0
