"""C-MOVE into our own Storage SCP, from real archives: every instance reaches the request that asked for it."""

import random
import socket
import subprocess
import threading
import time
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import requests
from pydicom import dcmread
from pynetdicom import AE, build_context
from pynetdicom.sop_class import Verification

from harness import data
from harness.archives import Dcmqrscp, Orthanc, Qrscp
from harness.gantry import Demo, Gateway, archive
from harness.moving import MovingArchive, fingerprint, silently
from harness.processes import LOOPBACK, program
from harness.scripted import requestor
from harness.web import DICOM_JSON, MULTIPART_DICOM, parts_of

STUDY = data.uid("moves")
SERIES, SLICES = 10, 6
PEERS = ["orthanc", "dcmqrscp", "qrscp", "silent"]


def series_uid(number: int) -> str:
    return data.uid(f"moves/{number}")


@pytest.fixture(scope="module")
def files(workspace) -> list[Path]:
    """A study of ten series, each slice of its own noise."""
    paths = []
    for series in range(1, SERIES + 1):
        for number in range(1, SLICES + 1):
            noise = np.random.default_rng(series * 100 + number).integers(0, 4096, (96, 96), dtype=np.uint16)
            dataset = data.with_pixels(data.instance("moves", series, number), noise)
            paths.append(data.save(dataset, workspace / "moves" / f"{series}-{number}.dcm"))
    return paths


@pytest.fixture(scope="module")
def fingerprints(files) -> dict[str, str]:
    """Of the source files, by SOP Instance UID."""
    return {str(dataset.SOPInstanceUID): fingerprint(dataset) for dataset in map(dcmread, files)}


@pytest.fixture(scope="module", params=PEERS)
def peer(request, workspace, move_destinations, files):
    """Each archive in turn, with the study; the last one leaves the Move Originator out."""
    folder = workspace / f"move-{request.param}"
    if request.param == "silent":
        one = MovingArchive([dcmread(path) for path in files], move_destinations, silently).start()
    else:
        one = {"orthanc": Orthanc, "dcmqrscp": Dcmqrscp, "qrscp": Qrscp}[request.param](folder, destinations=move_destinations)
        if request.param == "dcmqrscp":
            one.add(files)
        one.start()
        if request.param != "dcmqrscp":
            one.add(files)
    yield one
    one.stop()


@pytest.fixture(scope="module")
def gateway(workspace, peer, move_destinations):
    """A gateway that retrieves from it by C-MOVE and keeps nothing for long."""
    folder = workspace / f"move-gateway-{peer.name}"
    entry = archive(peer, retrieve="move", maximumAssociations=SERIES)
    one = Gateway(folder, [entry], move_destinations["MOVE8"], aeTitle="MOVE8", cache={"idle": "500ms"}).start()
    yield one
    one.stop()


def fetch(gateway, path: str = "", study: str = STUDY) -> dict[str, str]:
    """The fingerprints of what a retrieval gives, by SOP Instance UID."""
    answer = requests.get(f"{gateway.url}/studies/{study}{path}", headers={"Accept": MULTIPART_DICOM}, timeout=90)
    assert answer.status_code == 200, answer.text[:300]
    found = {}
    for part in parts_of(answer):
        dataset = dcmread(BytesIO(part.body))
        assert dataset.SOPInstanceUID not in found, "an instance came twice"
        found[str(dataset.SOPInstanceUID)] = fingerprint(dataset)
    return found


def of_series(fingerprints: dict[str, str], number: int) -> dict[str, str]:
    uids = {data.uid(f"moves/{number}/{n}") for n in range(1, SLICES + 1)}
    return {uid: value for uid, value in fingerprints.items() if uid in uids}


def forget() -> None:
    """Longer than the cache keeps anything."""
    time.sleep(1)


def test_a_study_a_series_and_an_instance(gateway, fingerprints):
    assert fetch(gateway) == fingerprints
    forget()
    assert fetch(gateway, f"/series/{series_uid(3)}") == of_series(fingerprints, 3)
    forget()
    uid = data.uid("moves/4/2")
    assert fetch(gateway, f"/series/{series_uid(4)}/instances/{uid}") == {uid: fingerprints[uid]}


def test_ten_series_at_once(gateway, fingerprints, peer, figure):
    forget()
    results: dict[int, object] = {}
    barrier = threading.Barrier(SERIES)

    def run(number: int) -> None:
        barrier.wait()
        try:
            results[number] = fetch(gateway, f"/series/{series_uid(number)}")
        except Exception as error:
            results[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(1, SERIES + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    wrong = {number: found for number, found in results.items() if found != of_series(fingerprints, number)}
    assert not wrong and len(results) == SERIES, wrong
    figure(f"C-MOVE, {peer.name}: study, series, instance, and {SERIES} series at once: {SERIES * SLICES} of {SERIES * SLICES} where they belong")


def test_overlapping_retrievals(gateway, fingerprints, seed):
    """A study, some of its series and some instances at once: the same instance is expected by several C-MOVEs."""
    forget()
    random.seed(seed)
    paths = [""] + [f"/series/{series_uid(n)}" for n in random.sample(range(1, SERIES + 1), 3)]
    for series in random.sample(range(1, SERIES + 1), 4):
        paths.append(f"/series/{series_uid(series)}/instances/{data.uid(f'moves/{series}/1')}")
    random.shuffle(paths)
    results: dict[str, object] = {}

    def run(path: str) -> None:
        try:
            results[path] = fetch(gateway, path)
        except Exception as error:
            results[path] = error

    threads = [threading.Thread(target=run, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    for thread in threads:
        thread.join(120)
    for path, found in results.items():
        assert isinstance(found, dict) and found and all(fingerprints[uid] == value for uid, value in found.items()), (path, found)
    assert results[""] == fingerprints


def test_echo_on_the_storage_port(gateway):
    """Those who set up an archive test with C-ECHO (D-53)."""
    command = [program("echoscu"), "-aec", "MOVE8", LOOPBACK, str(gateway.storage_port)]
    assert subprocess.run(command, capture_output=True).returncode == 0


def test_metadata_and_a_picture_come_by_move(gateway):
    answer = requests.get(f"{gateway.url}/studies/{STUDY}/series/{series_uid(5)}/metadata", headers={"Accept": DICOM_JSON}, timeout=60)
    assert answer.status_code == 200 and len(answer.json()) == SLICES
    picture = requests.get(f"{gateway.url}/studies/{STUDY}/series/{series_uid(6)}/instances/{data.uid('moves/6/1')}/rendered", timeout=60)
    assert picture.status_code == 200 and picture.headers["Content-Type"] == "image/jpeg"


# Without a peer of the list.


@pytest.fixture
def small(move_destinations):
    """An archive that offers C-MOVE only, with five slices."""
    one = MovingArchive([data.ct_slice("few", number, 64) for number in range(1, 6)], move_destinations).start()
    yield one
    one.stop()


def test_auto_finds_out_that_there_is_no_get(serve, small, move_destinations):
    gateway = serve([archive(small)], aeTitle="MOVE2", storage_port=move_destinations["MOVE2"], cache={"idle": "200ms"})
    assert len(fetch(gateway, study=data.uid("few"))) == 5
    first = small.counters.associations
    forget()
    assert len(fetch(gateway, study=data.uid("few"))) == 5
    # C-FIND and C-MOVE: C-GET is not tried again.
    assert small.counters.associations - first == 2
    assert len(small.moves) == 2


def test_auto_moves_what_get_does_not_bring(serve, small, move_destinations):
    """C-GET of an archive brings nothing and says 0 sub-operations; what it brought is not moved again."""
    from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelGet as Get

    partial = MovingArchive(small.datasets, move_destinations)
    partial.services.append(Get)
    brought = {str(one.SOPInstanceUID) for one in small.datasets[:2]}

    def unsendable(index, dataset, event):
        if str(dataset.SOPInstanceUID) in brought:
            return None
        broken = data.ct_slice("few", int(dataset.InstanceNumber), 64)
        broken.SOPClassUID = data.SECONDARY_CAPTURE
        return broken

    partial.before_sending = unsendable
    partial.start()
    try:
        gateway = serve([archive(partial)], aeTitle="MOVE2", storage_port=move_destinations["MOVE2"])
        assert len(fetch(gateway, study=data.uid("few"))) == 5
        assert {uid for _, uid, _ in partial.answers} == {str(one.SOPInstanceUID) for one in small.datasets[2:]}
    finally:
        partial.stop()


def test_who_has_what_was_asked_for_cancels_nothing(mover, small):
    """The client of one instance is done before the archive has said its last word."""
    ends = []

    def slow(move):
        deliver_slowly(move)
        ends.append((move.is_cancelled, move.is_gone))
        move.respond(0x0000, None, 1, 0, 0)

    def deliver_slowly(move):
        with move.association() as association:
            move.send(association, move.matches[0], move.truth)
        time.sleep(0.5)

    small.script = slow
    gateway = mover([archive(small)])
    uid = data.uid("few/1/2")
    assert len(fetch(gateway, f"/series/{data.uid('few/1')}/instances/{uid}", data.uid("few"))) == 1
    time.sleep(1)
    assert ends == [(False, False)]


def test_get_is_obeyed(serve, small, move_destinations):
    gateway = serve([archive(small, retrieve="get")], aeTitle="MOVE2", storage_port=move_destinations["MOVE2"])
    answer = requests.get(f"{gateway.url}/studies/{data.uid('few')}", headers={"Accept": MULTIPART_DICOM}, timeout=30)
    assert answer.status_code == 501
    assert not small.moves
    with socket.socket() as one:
        assert one.connect_ex((LOOPBACK, gateway.storage_port)) != 0, "nobody needs the storage port, and it is open"


def test_an_unknown_destination_is_said(serve, small):
    gateway = serve([archive(small, retrieve="move")], aeTitle="NOBODY")
    answer = requests.get(f"{gateway.url}/studies/{data.uid('few')}", timeout=30)
    assert answer.status_code == 502
    assert "NOBODY" in answer.json()["detail"] and "register" in answer.json()["detail"]


def test_leased_titles(serve, small, move_destinations):
    """Each C-MOVE that runs has a destination of its own."""
    small.datasets += [data.ct_slice("more", number, 64) for number in range(1, 6)]
    meeting = threading.Barrier(2)

    def both(move):
        meeting.wait(20)
        silently(move)

    small.script = both
    storage = {"aeTitles": ["MOVE3", "MOVE4"]}
    port = move_destinations["MOVE3"]
    small.destinations = {"MOVE3": port, "MOVE4": port}
    gateway = serve([archive(small, retrieve="move")], storage_port=port, storage=storage)
    found: dict[str, dict] = {}
    threads = [threading.Thread(target=lambda name=name: found.update({name: fetch(gateway, study=data.uid(name))})) for name in ("few", "more")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert {move.destination for move in small.moves} == {"MOVE3", "MOVE4"}
    assert {move.caller for move in small.moves} == {"GANTRY"}
    assert {name: len(one) for name, one in found.items()} == {"few": 5, "more": 5}


def test_who_calls_another_is_rejected(serve, small, mover):
    gateway = mover([archive(small)], storage={"callers": ["TRUSTED"]})
    title = gateway.configuration["aeTitle"]

    def is_let_in(calling: str, called: str) -> bool:
        association = requestor(Verification, aet=calling).associate(LOOPBACK, gateway.storage_port, ae_title=called)
        established = association.is_established
        if established:
            association.release()
        return established

    assert is_let_in("TRUSTED", title) and is_let_in(small.aet, title)
    assert not is_let_in("STRANGER", title)
    assert not is_let_in("TRUSTED", "SOMEBODY")


def test_what_nobody_asked_for_is_refused(mover, small, tmp_path):
    """0124H (B9): without a C-MOVE, and after one."""
    gateway = mover([archive(small)])
    title = gateway.configuration["aeTitle"]

    def push() -> set[int]:
        application = AE("STRANGER")
        application.add_requested_context(data.CT_IMAGE, "1.2.840.10008.1.2.1")
        association = application.associate(LOOPBACK, gateway.storage_port, ae_title=title)
        statuses = {association.send_c_store(dataset).Status for dataset in small.datasets}
        association.release()
        return statuses

    assert push() == {0x0124}
    assert len(fetch(gateway, study=data.uid("few"))) == 5
    assert push() == {0x0124}
    log = gateway.process.output()
    assert "instance refused" in log and "few" not in log.lower() and "ID-FEW" not in log


def test_a_storage_port_that_is_taken_is_said(serve, small, tmp_path):
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        folder = tmp_path / "taken"
        folder.mkdir()
        gateway = Gateway(folder, [archive(small)], port)
        with pytest.raises(RuntimeError, match="storage port is already in use"):
            gateway.start()
        assert gateway.process.child.returncode == 1


def test_every_class_and_syntax_is_accepted(mover, small):
    """In the order of the proposer."""
    gateway = mover([archive(small)])
    application = AE("ANYBODY")
    proposals = [
        (data.CT_IMAGE, ["1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.1"]),
        (data.CT_IMAGE, ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"]),
        ("1.2.826.0.1.3680043.8.498.1", ["1.2.840.10008.1.2.2"]),
        ("1.2.840.10008.5.1.4.1.1.9999", ["1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2"]),
        ("1.2.840.10008.5.1.4.1.2.2.1", ["1.2.840.10008.1.2"]),
    ]
    application.requested_contexts = [build_context(sop_class, syntaxes) for sop_class, syntaxes in proposals]
    association = application.associate(LOOPBACK, gateway.storage_port, ae_title=gateway.configuration["aeTitle"])
    accepted = [(str(one.abstract_syntax), str(one.transfer_syntax[0])) for one in association.accepted_contexts]
    rejected = [str(one.abstract_syntax) for one in association.rejected_contexts]
    association.release()
    assert accepted == [(sop_class, syntaxes[0]) for sop_class, syntaxes in proposals[:-1]]
    assert rejected == ["1.2.840.10008.5.1.4.1.2.2.1"]


def test_the_demo_moves_too(tmp_path):
    demo = Demo(tmp_path / "demo", options=("--retrieve", "move")).start()
    try:
        studies = requests.get(f"{demo.url}/studies", headers={"Accept": DICOM_JSON}, timeout=30).json()
        study = min(studies, key=lambda one: one["00201208"]["Value"][0])
        answer = requests.get(f"{demo.url}/studies/{study['0020000D']['Value'][0]}", headers={"Accept": MULTIPART_DICOM}, timeout=60)
        assert answer.status_code == 200 and len(parts_of(answer)) == study["00201208"]["Value"][0]
    finally:
        demo.stop()
