"""DCMTK's tools and pynetdicom as clients of Gantry's own provider, the demo's embedded archive."""

import re
import socket
import subprocess
import threading
from pathlib import Path

import pytest
import requests
from pydicom import dcmread
from pydicom.dataset import Dataset
from pynetdicom import AE, StoragePresentationContexts, build_role, evt
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelGet,
    Verification,
)

from harness import data
from harness.gantry import Demo
from harness.model import dataset_differences
from harness.processes import LOOPBACK, program
from harness.scripted import requestor
from harness.web import DICOM_JSON

SMALL, FRAMES = data.uid("small"), data.uid("frames")


@pytest.fixture(scope="module")
def archive(tmp_path_factory, small_study):
    """A demo over the small studies; `port` and `aet` are those that it prints of its archive."""
    folder = tmp_path_factory.mktemp("acceptor")
    files = folder / "files"
    files.mkdir()
    for number, path in enumerate(small_study):
        (files / f"{number}.dcm").write_bytes(path.read_bytes())
    demo = Demo(folder / "demo", files).start()
    printed = re.search(r"([A-Z0-9_-]+)@127\.0\.0\.1:(\d+)", demo.process.output())
    assert printed, f"the demo does not print its archive's address as AET@host:port:\n{demo.process.output()}"
    demo.aet, demo.dicom_port = printed.group(1), int(printed.group(2))
    yield demo
    demo.stop()


def dcmtk(tool: str, archive, *arguments, folder: Path | None = None) -> subprocess.CompletedProcess:
    command = [program(tool), "-v", "-aec", archive.aet, LOOPBACK, str(archive.dicom_port), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=folder)


def test_echoscu(archive):
    ended = dcmtk("echoscu", archive)
    assert ended.returncode == 0, ended.stderr
    assert "Success" in ended.stdout + ended.stderr


def test_echoscu_ten_times_on_one_association(archive):
    assert dcmtk("echoscu", archive, "--repeat", "10").returncode == 0


def test_findscu_at_each_level(archive, tmp_path):
    levels = {
        "STUDY": (["PatientID=ID-SMALL", "StudyInstanceUID"], 1),
        "SERIES": ([f"StudyInstanceUID={FRAMES}", "SeriesInstanceUID"], 3),
        "IMAGE": ([f"StudyInstanceUID={SMALL}", f"SeriesInstanceUID={data.uid('small/1')}", "SOPInstanceUID"], 5),
    }
    for level, (keys, count) in levels.items():
        folder = tmp_path / level
        folder.mkdir()
        flags = [flag for key in [f"QueryRetrieveLevel={level}", *keys] for flag in ("-k", key)]
        ended = dcmtk("findscu", archive, "-S", "-X", *flags, folder=folder)
        assert ended.returncode == 0, ended.stderr
        assert len(list(folder.glob("rsp*"))) == count, ended.stderr


def files_equal(folder: Path, expected) -> None:
    got = {str(dataset.SOPInstanceUID): dataset for dataset in map(dcmread, folder.iterdir())}
    wanted = {str(dataset.SOPInstanceUID): dataset for dataset in map(dcmread, expected)}
    assert got.keys() == wanted.keys()
    for uid, dataset in wanted.items():
        assert dataset_differences(dataset, got[uid]) == []


def test_getscu(archive, tmp_path, small_study):
    ended = dcmtk("getscu", archive, "-S", "-k", "QueryRetrieveLevel=STUDY", "-k", f"StudyInstanceUID={SMALL}", "-od", tmp_path)
    assert ended.returncode == 0, ended.stderr
    files_equal(tmp_path, small_study[:5])


def test_movescu_to_a_destination_that_is_unknown_is_refused(archive):
    ended = dcmtk("movescu", archive, "-S", "-aem", "NOWHERE", "-k", "QueryRetrieveLevel=STUDY", "-k", f"StudyInstanceUID={SMALL}")
    assert "MoveDestinationUnknown" in ended.stderr + ended.stdout or "a801" in (ended.stderr + ended.stdout).lower()


def test_storescu_and_what_it_stored_is_found(archive, tmp_path):
    paths = [data.save(data.ct_slice("sent", number, 32), tmp_path / f"{number}.dcm") for number in (1, 2, 3)]
    ended = dcmtk("storescu", archive, *paths)
    assert ended.returncode == 0, ended.stderr
    found = requests.get(f"{archive.url}/studies?StudyInstanceUID={data.uid('sent')}", headers={"Accept": DICOM_JSON})
    assert found.status_code == 200 and found.json()[0]["00201208"]["Value"] == [3]


def test_pynetdicom_echo_and_find(archive):
    application = requestor(Verification, StudyRootQueryRetrieveInformationModelFind)
    association = application.associate(LOOPBACK, archive.dicom_port, ae_title=archive.aet)
    assert association.is_established
    assert association.send_c_echo().Status == 0x0000
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.PatientID = "ID-*"
    query.StudyInstanceUID = ""
    query.PatientName = ""
    answers = list(association.send_c_find(query, StudyRootQueryRetrieveInformationModelFind))
    association.release()
    assert answers[-1][0].Status == 0x0000
    pending = [identifier for status, identifier in answers if status.Status in (0xFF00, 0xFF01)]
    assert {SMALL, FRAMES} <= {str(identifier.StudyInstanceUID) for identifier in pending}
    assert all(identifier.PatientName for identifier in pending)


def test_pynetdicom_get(archive, small_study):
    application = AE("INTEROP")
    application.add_requested_context(StudyRootQueryRetrieveInformationModelGet)
    classes = [data.MULTIFRAME_WORD, data.MULTIFRAME_TRUE_COLOR, data.MULTIFRAME_SINGLE_BIT]
    for sop_class in classes:
        application.add_requested_context(sop_class)
    arrived = []

    def keep(event) -> int:
        dataset = event.dataset
        dataset.file_meta = event.file_meta
        arrived.append(dataset)
        return 0x0000

    roles = [build_role(sop_class, scp_role=True) for sop_class in classes]
    association = application.associate(LOOPBACK, archive.dicom_port, ae_title=archive.aet, ext_neg=roles, evt_handlers=[(evt.EVT_C_STORE, keep)])
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = FRAMES
    statuses = [status for status, _ in association.send_c_get(query, StudyRootQueryRetrieveInformationModelGet)]
    association.release()
    assert statuses[-1].Status == 0x0000
    assert statuses[-1].NumberOfCompletedSuboperations == 3
    assert {str(dataset.SOPInstanceUID) for dataset in arrived} == {data.uid(f"frames/{n}/1") for n in (1, 2, 3)}
    expected = {dataset.SOPInstanceUID: dataset for dataset in map(dcmread, small_study[5:])}
    assert all(dataset.PixelData == expected[dataset.SOPInstanceUID].PixelData for dataset in arrived)


def test_pynetdicom_store_of_many_classes(archive):
    application = AE("INTEROP")
    application.requested_contexts = StoragePresentationContexts[:120]
    association = application.associate(LOOPBACK, archive.dicom_port, ae_title=archive.aet)
    assert association.is_established
    refused = {context.abstract_syntax.name for context in association.rejected_contexts}
    assert len(association.accepted_contexts) > 90, sorted(refused)
    dataset = data.ct_slice("stored", 1, 32)
    assert association.send_c_store(dataset).Status == 0x0000
    association.release()


def test_what_is_no_dicom_is_closed_and_the_archive_goes_on(archive):
    for hostile in (b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00" + bytes(512), b"\x01\x00\xff\xff\xff\xff" + bytes(64), bytes(1000)):
        with socket.create_connection((LOOPBACK, archive.dicom_port), timeout=10) as connection:
            connection.sendall(hostile)
            try:
                while connection.recv(4096):
                    pass
            except ConnectionResetError:
                pass
    assert dcmtk("echoscu", archive).returncode == 0


def test_associations_at_once(archive):
    codes = []
    threads = [threading.Thread(target=lambda: codes.append(dcmtk("echoscu", archive).returncode)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0] * 8


def test_an_abstract_syntax_that_nobody_has_is_rejected(archive):
    application = requestor("1.2.3.4.5.6.7", Verification)
    association = application.associate(LOOPBACK, archive.dicom_port, ae_title=archive.aet)
    assert association.is_established
    assert [context.abstract_syntax for context in association.rejected_contexts] == ["1.2.3.4.5.6.7"]
    association.release()
