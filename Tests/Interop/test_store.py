"""STOW-RS: the response module is true to each C-STORE status, and every part is accounted for: requirements §5."""

import io

import pytest
import requests
from pydicom.filewriter import dcmwrite

from harness import data
from harness.gantry import archive
from harness.processes import free_port
from harness.scripted import ScriptedArchive
from harness.web import DICOM_JSON, multipart, raw_request


def part10(dataset) -> bytes:
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    buffer = io.BytesIO()
    dcmwrite(buffer, dataset, enforce_file_format=True)
    return buffer.getvalue()


def slices(study: str, count: int) -> list:
    return [data.ct_slice(study, number, size=32) for number in range(1, count + 1)]


@pytest.fixture
def peer():
    provider = ScriptedArchive(storage_classes=[data.CT_IMAGE]).start()
    yield provider
    provider.stop()


@pytest.fixture
def gateway(serve, peer):
    return serve([archive(peer)])


def store(gateway, parts: list[bytes], path: str = "/studies", **headers):
    content_type, body = multipart(parts)
    return requests.post(f"{gateway.url}{path}", data=body, headers={"Content-Type": content_type, **headers}, timeout=60)


def accounts(response) -> tuple[dict, dict, list]:
    """Stored and failed instances with their reasons, and the reasons of parts without a usable UID."""
    assert response.headers["Content-Type"] == DICOM_JSON, f"{response.status_code} {response.headers} {response.text[:200]}"
    module = response.json()
    assert isinstance(module, dict)
    stored = {item["00081155"]["Value"][0]: item.get("00081196", {}).get("Value", [None])[0] for item in module.get("00081199", {}).get("Value", [])}
    failed = {item["00081155"]["Value"][0]: item["00081197"]["Value"][0] for item in module.get("00081198", {}).get("Value", [])}
    other = [item["00081197"]["Value"][0] for item in module.get("0008119A", {}).get("Value", [])]
    assert all(module[tag]["Value"] for tag in ("00081198", "00081199", "0008119A") if tag in module), "an empty sequence"
    return stored, failed, other


def test_all_stored_is_200(gateway, peer):
    instances = slices("store-ok", 3)
    response = store(gateway, [part10(one) for one in instances])
    assert response.status_code == 200
    stored, failed, other = accounts(response)
    assert list(stored) == [one.SOPInstanceUID for one in instances] and set(stored.values()) == {None}
    assert (failed, other) == ({}, [])
    assert [one.SOPInstanceUID for one in peer.stored] == [one.SOPInstanceUID for one in instances]
    assert response.json()["00081190"]["vr"] == "UR"
    assert response.json()["00081190"]["Value"][0].endswith(f"/studies/{data.uid('store-ok')}")
    for item in response.json()["00081199"]["Value"]:
        assert item["00081150"]["Value"] == [data.CT_IMAGE]
        assert item["00081190"]["Value"][0].endswith(f"/instances/{item['00081155']['Value'][0]}")


@pytest.mark.parametrize("status", [0xA700, 0xA701, 0xA900, 0xC000, 0xC123, 0x0110, 0x0111, 0x0117, 0x0124])
def test_one_failure_among_three_is_202_with_its_status(gateway, peer, status):
    instances = slices(f"store-{status:04x}", 3)
    peer.store_status = lambda dataset: status if dataset.InstanceNumber == 2 else 0x0000
    response = store(gateway, [part10(one) for one in instances])
    assert response.status_code == 202
    stored, failed, other = accounts(response)
    assert set(stored) == {instances[0].SOPInstanceUID, instances[2].SOPInstanceUID}
    assert failed == {instances[1].SOPInstanceUID: status}
    assert other == []


@pytest.mark.parametrize("status", [0xB000, 0xB006, 0xB007])
def test_a_warning_is_stored_with_its_status_and_202(gateway, peer, status):
    instances = slices(f"warned-{status:04x}", 2)
    peer.store_status = lambda dataset: status if dataset.InstanceNumber == 1 else 0x0000
    response = store(gateway, [part10(one) for one in instances])
    assert response.status_code == 202
    stored, failed, _ = accounts(response)
    assert stored == {instances[0].SOPInstanceUID: status, instances[1].SOPInstanceUID: None}
    assert failed == {}


def test_none_stored_is_409(gateway, peer):
    peer.store_status = lambda dataset: 0xA700
    instances = slices("store-none", 2)
    response = store(gateway, [part10(one) for one in instances])
    assert response.status_code == 409
    stored, failed, other = accounts(response)
    assert (stored, other) == ({}, [])
    assert failed == {one.SOPInstanceUID: 0xA700 for one in instances}


def test_instances_of_another_study_are_refused_and_not_sent(gateway, peer):
    wanted, foreign = data.ct_slice("store-here", 1, 32), data.ct_slice("store-there", 1, 32)
    response = store(gateway, [part10(wanted), part10(foreign)], f"/studies/{data.uid('store-here')}")
    assert response.status_code == 202
    stored, failed, _ = accounts(response)
    assert set(stored) == {wanted.SOPInstanceUID}
    assert failed == {foreign.SOPInstanceUID: 0xA900}
    assert [one.SOPInstanceUID for one in peer.stored] == [wanted.SOPInstanceUID]


def test_a_class_that_the_archive_does_not_take_fails_alone(gateway, peer):
    ct = data.ct_slice("store-class", 1, 32)
    other = data.ct_slice("store-class", 2, 32)
    other.SOPClassUID = data.MR_IMAGE
    response = store(gateway, [part10(other), part10(ct)])
    assert response.status_code == 202
    stored, failed, _ = accounts(response)
    assert set(stored) == {ct.SOPInstanceUID}
    assert failed == {other.SOPInstanceUID: 0x0122}


def test_a_part_that_is_no_dicom_is_another_failure(gateway):
    good = data.ct_slice("store-garbage", 1, 32)
    response = store(gateway, [b"this is not DICOM at all", part10(good)])
    assert response.status_code == 202
    stored, failed, other = accounts(response)
    assert set(stored) == {good.SOPInstanceUID}
    assert (len(failed), len(other)) == (0, 1)


def test_a_truncated_instance_is_a_failure_and_not_sent(gateway, peer):
    whole = part10(data.ct_slice("store-short", 1, 32))
    response = store(gateway, [whole[: len(whole) // 2]])
    assert response.status_code in (400, 409)
    stored, failed, other = accounts(response)
    assert stored == {} and len(failed) + len(other) == 1
    assert peer.stored == []


def test_the_same_instance_twice_has_two_items(gateway):
    body = part10(data.ct_slice("store-twice", 1, 32))
    response = store(gateway, [body, body])
    assert response.status_code == 200
    assert len(response.json()["00081199"]["Value"]) == 2


@pytest.mark.parametrize("content_type", [
    'multipart/related; type="application/dicom"; boundary={}',
    "multipart/related; type=application/dicom; boundary={}",
    'Multipart/Related; boundary="{}"; type="application/dicom"',
    'multipart/related; type="application/dicom"; boundary={}; charset=utf-8; transfer-syntax=1.2.840.10008.1.2.1',
])  # fmt: skip
def test_the_content_types_of_real_clients(gateway, content_type):
    _, body = multipart([part10(data.ct_slice("store-types", 1, 32))], boundary="b0undary")
    response = requests.post(f"{gateway.url}/studies", data=body, headers={"Content-Type": content_type.format("b0undary")})
    assert response.status_code == 200, response.text[:300]


@pytest.mark.parametrize("shape", ["leading line", "no final line", "preamble", "epilogue", "part without a type"])
def test_the_bodies_of_real_clients(gateway, shape):
    content_type, body = multipart([part10(data.ct_slice("store-shapes", 1, 32))])
    changed = {
        "leading line": b"\r\n" + body,
        "no final line": body.removesuffix(b"\r\n"),
        "preamble": b"a preamble\r\n" + body,
        "epilogue": body + b"an epilogue",
        "part without a type": body.replace(b"Content-Type: application/dicom\r\n", b""),
    }[shape]
    response = requests.post(f"{gateway.url}/studies", data=changed, headers={"Content-Type": content_type})
    assert response.status_code == 200, response.text[:300]


def test_a_chunked_body(gateway):
    content_type, body = multipart([part10(one) for one in slices("store-chunked", 5)])
    pieces = (body[start : start + 1000] for start in range(0, len(body), 1000))
    response = requests.post(f"{gateway.url}/studies", data=pieces, headers={"Content-Type": content_type})
    assert response.status_code == 200
    assert len(accounts(response)[0]) == 5


def test_a_single_part_body(gateway):
    dataset = data.ct_slice("store-single", 1, 32)
    response = requests.post(f"{gateway.url}/studies", data=part10(dataset), headers={"Content-Type": "application/dicom"})
    assert response.status_code == 200
    assert set(accounts(response)[0]) == {dataset.SOPInstanceUID}


@pytest.mark.parametrize("content_type", [None, "multipart/form-data; boundary=x", "text/plain", 'multipart/related; type="text/plain"; boundary=x'])
def test_a_type_that_cannot_be_stored_is_415(gateway, content_type):
    headers = {"Content-Type": content_type} if content_type else {}
    assert requests.post(f"{gateway.url}/studies", data=b"--x--\r\n", headers=headers).status_code == 415


def test_no_boundary_and_nothing_inside_are_400(gateway):
    no_boundary = requests.post(f"{gateway.url}/studies", data=b"--x--\r\n", headers={"Content-Type": 'multipart/related; type="application/dicom"'})
    assert no_boundary.status_code == 400
    assert store(gateway, []).status_code == 400
    content_type, _ = multipart([])
    assert requests.post(f"{gateway.url}/studies", data=b"", headers={"Content-Type": content_type}).status_code == 400


def test_too_much_is_413_before_it_is_read(serve, peer):
    gateway = serve([archive(peer)], limits={"requestBody": "1MiB"})
    content_type, _ = multipart([])
    answer = raw_request(gateway.port, "/dicom-web/studies", {"Content-Type": content_type, "Content-Length": str(10 << 30)}, "POST")
    assert answer.status == 413
    body = multipart([part10(data.ct_slice("store-much", 1, 1024))])[1]
    chunks = (body[start : start + 65536] for start in range(0, len(body), 65536))
    try:
        assert requests.post(f"{gateway.url}/studies", data=chunks, headers={"Content-Type": content_type}).status_code == 413
    except requests.ConnectionError:
        pass  # The answer may be lost when the server stops reading while the client still sends.
    assert peer.stored == []


def test_an_archive_that_is_gone_is_a_failure_with_every_part_named(serve):
    class Nobody:
        aet, port = "NOBODY", free_port()

    instances = slices("store-nobody", 2)
    response = store(serve([archive(Nobody)]), [part10(one) for one in instances])
    assert response.status_code == 503 and "Retry-After" in response.headers
    stored, failed, other = accounts(response)
    assert (stored, other) == ({}, [])
    assert failed == {one.SOPInstanceUID: 0xA700 for one in instances}


def test_an_archive_that_dies_between_two_instances(gateway, peer):
    def status(dataset):
        if dataset.InstanceNumber == 2:
            raise SystemExit("the provider ends inside the second C-STORE")
        return 0x0000

    peer.store_status = status
    instances = slices("store-dies", 3)
    response = store(gateway, [part10(one) for one in instances])
    stored, failed, other = accounts(response)
    assert instances[1].SOPInstanceUID in failed
    assert len(stored) + len(failed) + len(other) == 3
    assert {one.SOPInstanceUID for one in peer.stored} >= set(stored)
