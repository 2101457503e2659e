"""Every readable file of pydicom's wheel goes in through STOW, comes back through WADO-RS equal as a data set,
and its metadata equals pydicom's own JSON model. What does not is named in EXCEPTIONS with its reason.

Many of the files share SOP Instance UIDs (one image in nine encodings), so the files are dealt into rounds in
which every UID occurs once; each round has a gateway with an empty cache before an emptied Orthanc.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import pydicom
import pytest
import requests
from pydicom import dcmread
from pydicom.errors import InvalidDicomError

from harness.archives import Orthanc
from harness.gantry import Gateway, archive
from harness.model import dataset_differences, expected_model, model_differences
from harness.web import DICOM_JSON, multipart, read_multipart

FOLDER = Path(pydicom.__file__).parent / "data"
FILES = sorted(FOLDER.glob("test_files/*.dcm")) + sorted(FOLDER.glob("charset_files/*.dcm"))
IDENTIFIERS = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")
BIG_ENDIAN = "1.2.840.10008.1.2.2"
FEWEST_UNHARMED = 74

# File name → why it cannot make the trip.
EXCEPTIONS = {
    "MR_truncated.dcm": "ends inside its Pixel Data; half an instance is refused rather than stored",
    "rtplan_truncated.dcm": "ends inside a sequence; half an instance is refused rather than stored",
    "SC_rgb_jpeg.dcm": "is Implicit VR inside though its transfer syntax says Explicit; Orthanc breaks off",
    "rtdose_rle.dcm": "has RLE fragments of odd length; DCMTK, in Orthanc, cannot read it (storescu neither)",
    "rtdose_rle_1frame.dcm": "has an RLE fragment of odd length; DCMTK, in Orthanc, cannot read it (storescu neither)",
}


@dataclass
class Result:
    name: str
    fault: str = ""


def readable(path: Path):
    """The data set, or why pydicom itself does not read the file."""
    try:
        dataset = dcmread(path)
        for element in dataset.iterall():
            element.value  # Every value has to be readable, not only the headers.
        return dataset, ""
    except (InvalidDicomError, Exception) as error:  # noqa: B014 - any failure to read means the same
        return None, f"{type(error).__name__}: {error}"


def prepared(path: Path):
    """What of a file can be stored: nothing, when it has no identifiers to be asked for by."""
    dataset, reason = readable(path)
    if dataset is None:
        return None, f"pydicom does not read it ({reason[:60]})"
    missing = [keyword for keyword in IDENTIFIERS if not dataset.get(keyword)]
    if missing:
        return None, f"has no {missing[0]}"
    return dataset, ""


def rounds() -> list[list[Path]]:
    """The files so dealt that no round holds a SOP Instance UID twice."""
    dealt: list[dict[str, Path]] = []
    for path in FILES:
        dataset, _ = prepared(path)
        if dataset is None:
            continue
        uid = str(dataset.SOPInstanceUID)
        hand = next((hand for hand in dealt if uid not in hand), None)
        if hand is None:
            dealt.append(hand := {})
        hand[uid] = path
    return [list(hand.values()) for hand in dealt]


def fetch(uri: str) -> bytes:
    response = requests.get(uri, headers={"Accept": 'multipart/related; type="application/octet-stream"'}, timeout=60)
    assert response.status_code == 200, f"{uri.rsplit('/', 1)[-1]}: {response.status_code}"
    return b"".join(part.body for part in read_multipart(response.headers["Content-Type"], response.content))


def trip(gateway: Gateway, path: Path) -> str:
    """Stores, retrieves and describes one file; gives the first thing that went wrong."""
    dataset = dcmread(path)
    content_type, body = multipart([path.read_bytes()])
    stored = requests.post(f"{gateway.url}/studies", data=body, headers={"Content-Type": content_type}, timeout=60)
    if stored.status_code != 200:
        return f"STOW answered {stored.status_code} {stored.text[:160]}"
    url = f"{gateway.url}/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    retrieved = requests.get(url, headers={"Accept": "application/dicom; transfer-syntax=*"}, timeout=60)
    if retrieved.status_code != 200:
        return f"WADO-RS answered {retrieved.status_code} {retrieved.text[:160]}"
    is_little = str(dataset.file_meta.get("TransferSyntaxUID")) != BIG_ENDIAN
    if differences := dataset_differences(dcmread(path), dcmread(io.BytesIO(retrieved.content)), is_little=is_little):
        return f"data set: {'; '.join(differences[:3])}"
    described = requests.get(f"{url}/metadata", headers={"Accept": DICOM_JSON}, timeout=60)
    if described.status_code != 200 or len(described.json()) != 1:
        return f"metadata answered {described.status_code} {described.text[:160]}"
    if differences := model_differences(expected_model(dataset, is_little), described.json()[0], fetch):
        return f"metadata: {'; '.join(differences[:3])}"
    return ""


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> list[Result]:
    folder = tmp_path_factory.mktemp("roundtrip")
    peer = Orthanc(folder / "orthanc").start()
    results = []
    try:
        for number, hand in enumerate(rounds()):
            peer.clear()
            (folder / f"{number}").mkdir()
            gateway = Gateway(folder / f"{number}", [archive(peer)]).start()
            for path in hand:
                try:
                    results.append(Result(path.name, trip(gateway, path)))
                except Exception as error:
                    results.append(Result(path.name, f"{type(error).__name__}: {error}"))
            gateway.stop()
    finally:
        peer.stop()
    return results


def test_every_readable_file_makes_the_round_trip_unharmed(results, figure):
    unharmed = [result.name for result in results if not result.fault]
    harmed = {result.name: result.fault for result in results if result.fault}
    not_stored = {path.name: prepared(path)[1] for path in FILES if prepared(path)[0] is None}
    figure(f"round trip: {len(unharmed)} of {len(results)} storable files unharmed; {len(FILES)} files in all")
    for name, fault in sorted(harmed.items()):
        figure(f"  harmed: {name}: {fault}")
    for name, reason in sorted(not_stored.items()):
        figure(f"  not storable: {name} {reason}")
    for name, reason in sorted(EXCEPTIONS.items()):
        figure(f"  exception: {name}: {reason}")
    assert {name: fault for name, fault in harmed.items() if name not in EXCEPTIONS} == {}
    assert [name for name in EXCEPTIONS if name in unharmed] == [], "an exception that is none any more"
    assert len(unharmed) >= FEWEST_UNHARMED


@pytest.mark.parametrize("path", [path for path in FILES if prepared(path)[1].startswith("has no")], ids=lambda path: path.name)
def test_a_file_without_identifiers_is_refused_by_name_or_as_another_failure(before_orthanc, path):
    content_type, body = multipart([path.read_bytes()])
    answer = requests.post(f"{before_orthanc.url}/studies", data=body, headers={"Content-Type": content_type}, timeout=60)
    assert answer.status_code in (400, 409), answer.text[:200]
    module = answer.json()
    assert "00081199" not in module
    assert len(module.get("00081198", {}).get("Value", [])) + len(module.get("0008119A", {}).get("Value", [])) == 1
