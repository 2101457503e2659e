"""`gantry doctor` before archives that work and archives that do not: its output names the true cause."""

from __future__ import annotations

import http.server
import json
import os
import re
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness import data
from harness.archives import Dcmqrscp, Orthanc, Storescp
from harness.certificates import LONG_AGO, Authority, archive_context, caller_context
from harness.gantry import archive, as_yaml, executable
from harness.moving import MovingArchive
from harness.processes import LOOPBACK, free_port
from harness.scripted import Listener, ScriptedArchive

STEPS = ["name", "tcp", "tls", "association", "echo", "find-study", "find-series", "find-image", "get", "move", "store"]
QUICK = {"connect": "1s", "associate": "1s", "response": "5s", "progress": "5s", "release": "1s"}


@dataclass
class Examination:
    """One run of the command."""

    code: int
    text: str
    complaints: str
    file: Path

    @property
    def report(self) -> dict:
        return json.loads(self.text)

    def step(self, name: str, archive: int = 0) -> dict:
        return next(step for step in self.report["archives"][archive]["steps"] if step["name"] == name)

    def outcomes(self, archive: int = 0) -> dict[str, str]:
        return {step["name"]: step["outcome"] for step in self.report["archives"][archive]["steps"]}


def run(folder: Path, archives: list[dict], *options: str, storage: int | dict | None = None, environment=None, **settings) -> Examination:
    folder.mkdir(parents=True, exist_ok=True)
    configuration = {
        "aeTitle": "GANTRY",
        "storage": {"host": LOOPBACK, "port": storage or free_port()} if isinstance(storage, int | None) else storage,
        "archives": archives,
        "cache": {"directory": str(folder)},
    } | settings
    file = folder / "gantry.yaml"
    file.write_text(as_yaml(configuration))
    done = subprocess.run(
        [executable(), "doctor", "--config", file, *options],
        capture_output=True,
        text=True,
        timeout=90,
        env={**os.environ, **(environment or {})},
    )
    return Examination(done.returncode, done.stdout, done.stderr, file)


def line_of(file: Path, key: str) -> int:
    """The first line on which a key stands."""
    lines = file.read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.strip().startswith(f"{key}:"))


def line_in_archives(file: Path, key: str) -> int:
    lines = file.read_text().splitlines()
    start = next(number for number, line in enumerate(lines, 1) if line.startswith("archives:"))
    return next(number for number, line in enumerate(lines, 1) if number > start and line.strip().startswith(f"{key}:"))


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "doctor"


@pytest.fixture(scope="session")
def slices(workspace) -> list[Path]:
    return data.series(workspace / "doctor", "doctor", 3, size=64)


class StrangeDcmqrscp(Dcmqrscp):
    """One that knows somebody else where it should know us."""

    def configuration(self) -> str:
        return super().configuration().replace("(GANTRY,", "(OTHER,")


# MARK: an archive that works


def test_a_healthy_orthanc(folder, orthanc, move_destinations):
    # A title of its own: a gateway of other tests may hold GANTRY's port.
    found = run(folder, [archive(orthanc)], "--json", storage=move_destinations["MOVE5"], aeTitle="MOVE5")
    outcomes = found.outcomes()
    assert list(outcomes) == STEPS
    assert outcomes == {step: "skipped" if step == "tls" else "passed" for step in STEPS}, found.text
    assert found.code == 0 and found.report["healthy"] and found.report["archives"][0]["failures"] == []
    contexts = found.step("association")["contexts"]
    assert {context["name"]: context["answer"] for context in contexts}["Verification"] == "accepted"
    assert all(context["transferSyntax"] for context in contexts if context["answer"] == "accepted")
    assert any(line.startswith("queries are Study Root") for line in found.step("association")["findings"])
    assert re.fullmatch(r"\d+ KiB came in .*", found.step("move")["findings"][0])
    assert "nothing was sent" in found.step("store")["findings"][0]


def test_a_healthy_dcmqrscp(folder, dcmqrscp, move_destinations):
    found = run(folder, [archive(dcmqrscp, retrieve="auto")], "--json", storage=move_destinations["MOVE5"], aeTitle="MOVE5")
    assert set(found.outcomes().values()) == {"passed", "skipped"}, found.text
    assert found.code == 0


def test_it_says_before_what_it_moves_and_moves_that_alone(folder):
    peer = ScriptedArchive([data.ct_slice("doctor", number, size=64) for number in range(1, 21)]).start()
    found = run(folder, [archive(peer, retrieve="get")], environment={"NO_COLOR": "1"})
    peer.stop()
    lines = found.text.splitlines()
    notice = next(index for index, line in enumerate(lines) if "one instance of CT Image Storage" in line)
    assert notice < next(index for index, line in enumerate(lines) if "C-GET   " in line)
    assert len(peer.counters.departures) == 1 and peer.counters.stores == 0
    assert found.code == 0, found.text


def test_no_patient_data_is_printed(folder):
    instance = data.ct_slice("doctor", 1, size=64)
    instance.PatientName, instance.PatientID, instance.PatientBirthDate = "Sekret^Nomen", "GEHEIM77", "19580229"
    peer = ScriptedArchive([instance]).start()
    for options in ([], ["--json"], ["--log-level", "trace"]):
        found = run(folder, [archive(peer)], *options)
        printed = found.text + found.complaints
        for secret in ("Sekret", "Nomen", "GEHEIM77", "19580229", instance.StudyInstanceUID, instance.SOPInstanceUID):
            assert secret not in printed, printed
    peer.stop()


def test_the_smallest_series_is_chosen(folder):
    large = [data.ct_slice("large", number, size=64) for number in range(1, 9)]
    small = [data.ct_slice("small", 1, size=64)]
    peer = ScriptedArchive(large + small).start()
    run(folder, [archive(peer, retrieve="get")])
    peer.stop()
    assert [uid for _, uid in peer.counters.departures] == [small[0].SOPInstanceUID]


def test_an_empty_archive_is_no_failure(folder):
    peer = ScriptedArchive([]).start()
    found = run(folder, [archive(peer, retrieve="get")], "--json")
    peer.stop()
    assert found.code == 0, found.text
    assert found.outcomes()["find-image"] == "passed" and found.outcomes()["get"] == "skipped"


# MARK: C-MOVE


def test_an_orthanc_that_does_not_know_our_title(folder, workspace, slices):
    """Orthanc 1.10 answers C000 to a C-MOVE for a destination that it does not know, and to one that it cannot reach."""
    peer = Orthanc(workspace / "doctor-unknown", DicomModalities={}).start()
    peer.add(slices)
    port = free_port()
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=port)
    peer.stop()
    step = found.step("move")
    assert step["outcome"] == "failed" and step["code"] == "destination-unknown" and step["dimseStatus"] == "C000"
    assert step["cause"] == "the archive does not know AE title GANTRY as a destination (C000)"
    assert f"register GANTRY at {LOOPBACK}:{port}" in step["remedy"]
    assert step["change"] == {"at": "archive"}
    assert found.code == 1 and found.report["archives"][0]["failures"] == ["move"]


def test_an_orthanc_whose_entry_of_us_has_the_wrong_port(folder, workspace, slices):
    peer = Orthanc(workspace / "doctor-port", gateway_port=free_port()).start()
    peer.add(slices)
    port = free_port()
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=port)
    peer.stop()
    step = found.step("move")
    assert step["outcome"] == "failed" and found.code == 1
    assert step["code"] == "not-delivered" and "does not know" not in step["cause"]
    assert f"nothing came to port {port}" in step["cause"] and "it has another address or port for it" in step["cause"]
    assert f"register GANTRY at {LOOPBACK}:{port}" in step["remedy"]


def test_an_orthanc_that_sends_later_and_to_the_wrong_port(folder, workspace, slices):
    peer = Orthanc(workspace / "doctor-later", gateway_port=free_port(), SynchronousCMove=False).start()
    peer.add(slices)
    port = free_port()
    found = run(folder, [archive(peer, retrieve="move")], storage=port)
    peer.stop()
    assert f"success, but nothing arrived within 5 s: is port {port} reachable from the archive" in found.text
    assert found.code == 1


def test_a_dcmqrscp_that_does_not_know_us(folder, workspace, slices):
    peer = StrangeDcmqrscp(workspace / "doctor-qr-unknown")
    peer.add(slices)
    peer.start()
    port = free_port()
    found = run(folder, [archive(peer, retrieve="move")], storage=port)
    peer.stop()
    expected = f"the archive does not know AE title GANTRY as a destination (A801): register GANTRY at {LOOPBACK}:{port}"
    assert expected in found.text
    assert found.code == 1


def test_a_dcmqrscp_with_the_wrong_port_for_us(folder, workspace, slices):
    peer = Dcmqrscp(workspace / "doctor-qr-port", gateway_port=free_port())
    peer.add(slices)
    peer.start()
    port = free_port()
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=port)
    peer.stop()
    step = found.step("move")
    assert step["dimseStatus"] == "A702" and f"register GANTRY at {LOOPBACK}:{port}" in step["remedy"]
    assert found.code == 1


def test_dcmqrscp_without_c_get(folder, workspace, slices, storage_ports):
    port = free_port()
    peer = Dcmqrscp(workspace / "doctor-noget", gateway_port=port, options=("--disable-get",))
    peer.add(slices)
    peer.start()
    needed = {}
    for retrieve in ("auto", "get", "move"):
        found = run(folder, [archive(peer, retrieve=retrieve)], "--json", storage=port)
        assert found.outcomes()["get"] == "not-offered" and found.outcomes()["move"] == "passed", found.text
        assert found.step("get")["cause"] == "the archive does not offer C-GET"
        needed[retrieve] = (found.code, found.report["archives"][0]["failures"])
    peer.stop()
    assert needed == {"auto": (0, []), "get": (1, ["get"]), "move": (0, [])}


def test_a_storage_port_that_is_taken(folder, orthanc):
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        found = run(folder, [archive(orthanc, retrieve="move")], "--json", storage=port)
    step = found.step("move")
    assert step["cause"] == "storage port is already in use" and step["code"] == "storage-port-taken"
    storage = line_of(found.file, "storage")
    assert step["change"] == {"at": "configuration", "key": "storage.port", "line": storage + 2}
    assert found.code == 1


def test_a_storage_port_that_a_gateway_has(folder, before_orthanc, orthanc, storage_ports):
    """The running gateway's own: nothing is wrong, and nothing can be tried."""
    found = run(folder, [archive(orthanc, retrieve="move")], "--json", storage=storage_ports["orthanc"])
    assert found.outcomes()["move"] == "skipped", found.text
    assert "a running gateway has port" in found.step("move")["findings"][0]
    assert found.code == 0


def test_each_title_to_which_archives_send(folder, workspace, slices):
    """The second of ours is not registered."""
    port = free_port()
    peer = Dcmqrscp(workspace / "doctor-titles", destinations={"GANTRY1": port})
    peer.add(slices)
    peer.start()
    storage = {"host": LOOPBACK, "port": port, "aeTitles": ["GANTRY1", "GANTRY2"]}
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=storage)
    peer.stop()
    step = found.step("move")
    assert step["outcome"] == "failed" and "does not know AE title GANTRY2 as a destination (A801)" in step["cause"]
    assert step["remedy"] == f"register GANTRY2 at {LOOPBACK}:{port}"


def slice_of(name: str):
    return data.ct_slice(name, 1, size=64)


def test_an_instance_that_comes_after_the_final_response(folder):
    def late(move):
        move.respond(0x0000, 0, 1, 0, 0)
        time.sleep(1)
        with move.association() as association:
            move.send(association, move.matches[0], move.truth)

    port = free_port()
    peer = MovingArchive([slice_of("late")], {"GANTRY": port}, late).start()
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=port)
    peer.stop()
    assert found.outcomes()["move"] == "passed" and found.outcomes()["get"] == "not-offered", found.text
    assert found.code == 0


def test_an_archive_that_comes_and_sends_nothing(folder):
    def nothing(move):
        with move.association():
            pass
        move.respond(0x0000, 0, 1, 0, 0)

    port = free_port()
    peer = MovingArchive([slice_of("nothing")], {"GANTRY": port}, nothing).start()
    found = run(folder, [archive(peer, retrieve="move")], "--json", storage=port)
    peer.stop()
    step = found.step("move")
    assert step["cause"] == "success, but nothing arrived within 5 s" and "sent nothing" in step["remedy"]
    assert step["findings"] == [f"1 association came to port {port}"]


def test_a_c_move_that_is_never_answered(folder):
    stop = threading.Event()
    port = free_port()
    peer = MovingArchive([slice_of("mute")], {"GANTRY": port}, lambda move: stop.wait(20)).start()
    found = run(folder, [archive(peer, retrieve="move", timeouts=QUICK)], "--json", storage=port)
    stop.set()
    peer.stop()
    assert found.step("move")["cause"] == "the archive did not answer in time" and found.code == 1


# MARK: no association


def failure(folder, peer, step: str, **keys) -> dict:
    """The only step that fails, after which nothing is tried."""
    found = run(folder, [archive(peer, timeouts=QUICK, **keys)], "--json")
    assert found.code == 1
    failed = [name for name, outcome in found.outcomes().items() if outcome == "failed"]
    assert failed == [step], found.text
    answer = found.step(step)
    change = answer.get("change", {})
    if change.get("at") == "configuration":
        stands = found.file.read_text().splitlines()[change["line"] - 1].strip()
        # Of a key that is not given, the line of what it belongs to; an entry of the list begins with its name.
        above = change["key"].split(".")[1:]
        assert any(stands.startswith(f"{key}:") for key in [*above, "name"]), found.text
    return answer


class At:
    aet = "PEER"

    def __init__(self, port: int):
        self.port = port


def test_a_name_that_does_not_exist(folder):
    answer = failure(folder, At(104), "name", host="no-such-host.invalid")
    assert "there is no host called no-such-host.invalid" in answer["cause"]
    assert answer["change"]["key"] == "archives[0].host"


def test_a_host_that_nothing_answers_from(folder):
    """A listener whose queue is full drops what comes, as a firewall does."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        queue = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex((LOOPBACK, port))
            queue.append(one)
        answer = failure(folder, At(port), "tcp")
        for one in queue:
            one.close()
    assert f"nothing answers at {LOOPBACK}:{port} within 1 s" in answer["cause"] and "firewall" in answer["remedy"]
    assert answer["code"] == "connection-timed-out"


def test_a_closed_port(folder):
    port = free_port()
    answer = failure(folder, At(port), "tcp")
    assert answer["cause"] == f"nothing listens on port {port} of {LOOPBACK}"
    assert answer["change"]["key"] == "archives[0].port"


def test_a_port_that_accepts_and_says_nothing(folder):
    silent = Listener()
    answer = failure(folder, silent, "association")
    silent.stop()
    assert "accepts connections and does not answer the association request" in answer["cause"]
    assert answer["change"]["key"] == "archives[0].port"


def test_an_http_server_on_the_port(folder):
    server = http.server.ThreadingHTTPServer((LOOPBACK, 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answer = failure(folder, At(server.server_address[1]), "association")
    server.shutdown()
    server.server_close()
    assert answer["cause"] == "what answers there is no DICOM application: it speaks HTTP"
    assert answer["change"]["key"] == "archives[0].port"


def test_orthancs_own_http_port(folder, orthanc):
    answer = failure(folder, At(orthanc.http_port), "association")
    assert answer["cause"] == "what answers there is no DICOM application: it speaks HTTP"


def test_a_server_that_greets(folder):
    """Such as SSH, which speaks first."""

    greeted = []

    def greet(listener):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
            greeted.append(connection)

    listener = socket.create_server((LOOPBACK, 0))
    threading.Thread(target=greet, args=(listener,), daemon=True).start()
    answer = failure(folder, At(listener.getsockname()[1]), "association")
    listener.close()
    assert answer["cause"] == "what answers there is no DICOM application" and answer["code"] == "not-dicom"


def test_an_archive_that_hangs_up(folder):
    def hang_up(listener):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.recv(65536)
            connection.close()

    listener = socket.create_server((LOOPBACK, 0))
    threading.Thread(target=hang_up, args=(listener,), daemon=True).start()
    found = run(folder, [archive(At(listener.getsockname()[1]), timeouts=QUICK)])
    listener.close()
    assert "the archive hung up after the association request: calling AE title not allowed?" in found.text
    assert found.code == 1


def test_a_wrong_called_ae_title(folder, workspace, slices):
    peer = Orthanc(workspace / "doctor-called", DicomCheckCalledAet=True).start()
    found = run(folder, [archive(peer) | {"aeTitle": "WRONG"}], "--json")
    peer.stop()
    step = found.step("association")
    assert step["cause"] == "the archive does not go by AE title WRONG" and step["code"] == "called-ae-title-rejected"
    assert step["change"] == {"at": "configuration", "key": "archives[0].aeTitle", "line": line_in_archives(found.file, "aeTitle")}
    assert found.code == 1


def test_a_calling_ae_title_that_the_archive_rejects(folder):
    from pynetdicom import AE, evt
    from pynetdicom.sop_class import Verification

    application = AE("STRICT")
    application.add_supported_context(Verification)
    application.require_calling_aet = ["SOMEBODY"]
    port = free_port()
    server = application.start_server((LOOPBACK, port), block=False)
    answer = failure(folder, At(port), "association")
    server.shutdown()
    assert answer["cause"] == "the archive does not know AE title GANTRY" and "register GANTRY there" in answer["remedy"]


def test_an_orthanc_that_allows_nothing_to_strangers(folder, workspace):
    allow = {f"DicomAlwaysAllow{service}": False for service in ("Echo", "Find", "Get", "Move", "Store")}
    peer = Orthanc(workspace / "doctor-nothing", DicomModalities={}, **allow).start()
    answer = failure(folder, peer, "association")
    peer.stop()
    assert answer["cause"] == "the archive does not know AE title GANTRY" and answer["change"] == {"at": "archive"}


def test_an_archive_that_aborts_at_the_first_request(folder):
    class Aborter(ScriptedArchive):
        def _echo(self, event):
            event.assoc.abort()
            return 0x0000

        def _find(self, event):
            event.assoc.abort()
            yield 0x0000, None

    peer = Aborter([data.ct_slice("doctor", 1, size=64)]).start()
    found = run(folder, [archive(peer)], "--json")
    peer.stop()
    for name in ("echo", "find-study"):
        step = found.step(name)
        assert step["outcome"] == "failed" and step["code"] == "aborted", found.text
        assert "accepted the association, and aborted" in step["cause"]
        assert "does it allow AE title GANTRY" in step["remedy"]
    assert found.code == 1


def test_an_archive_that_answers_a_search_with_a_failure(folder):
    peer = ScriptedArchive([data.ct_slice("doctor", 1, size=64)]).start()
    peer.find_status = 0xA700
    found = run(folder, [archive(peer)], "--json")
    peer.stop()
    assert found.step("find-study")["dimseStatus"] == "A700" and found.step("find-study")["code"] == "out-of-resources"
    assert found.outcomes()["get"] == "skipped" and found.outcomes()["store"] == "passed"


# MARK: TLS


@pytest.fixture(scope="module")
def authority(workspace) -> Authority:
    return Authority(workspace / "doctor-authority")


def trusting(authority: Authority, **keys) -> dict:
    return {"authorities": str(authority.certificate)} | keys


def test_a_healthy_archive_over_tls(folder, authority):
    """With certificates on both sides, and C-MOVE to a storage port that has TLS too."""
    server, client = authority.issue("archive.example.org"), authority.issue("gantry.example.org")
    port = free_port()
    peer = MovingArchive([slice_of("secure")], {"GANTRY": port})
    peer.tls = archive_context(server, authority.certificate)
    peer.client_tls = caller_context(authority.certificate, server)
    peer.start()
    storage = {"host": LOOPBACK, "port": port, "tls": client.keys | {"clientAuthorities": str(authority.certificate)}}
    secure = trusting(authority, **client.keys)
    found = run(folder, [archive(peer, retrieve="move", tls=secure)], "--json", storage=storage)
    peer.stop()
    step = found.step("tls")
    assert step["outcome"] == "passed" and step["findings"][0].startswith("TLS 1.3"), found.text
    assert "CN=archive.example.org" in step["findings"][1]
    assert found.outcomes()["move"] == "passed" and found.code == 0, found.text


def test_an_expired_certificate(folder, authority, tmp_path):
    expired = authority.issue("expired.example.org", end=LONG_AGO)
    peer = Storescp(tmp_path / "scp", ("+tls", expired.key, expired.certificate, "-ic")).start()
    answer = failure(folder, peer, "tls", tls=trusting(authority))
    peer.stop()
    assert answer["code"] == "certificate-expired" and "expired on 2021-01-01" in answer["cause"]
    assert answer["change"] == {"at": "archive"}


def test_an_authority_that_is_not_trusted(folder, authority, workspace, tmp_path):
    foreign = Authority(workspace / "doctor-stranger", "Unknown Authority").issue("foreign.example.org")
    peer = Storescp(tmp_path / "scp", ("+tls", foreign.key, foreign.certificate, "-ic")).start()
    answer = failure(folder, peer, "tls", tls=trusting(authority))
    peer.stop()
    assert answer["code"] == "certificate-not-trusted" and answer["change"]["key"] == "archives[0].tls.authorities"


def test_an_archive_that_wants_our_certificate(folder, authority, tmp_path):
    server = authority.issue("archive.example.org")
    options = ("+tls", server.key, server.certificate, "+cf", authority.certificate, "-rc")
    peer = Storescp(tmp_path / "scp", options).start()
    answer = failure(folder, peer, "tls", tls=trusting(authority))
    peer.stop()
    assert answer["code"] == "certificate-missing" and "tls.certificate" in answer["remedy"]


def test_an_archive_with_tls_where_none_is_configured(folder, authority, tmp_path):
    server = authority.issue("archive.example.org")
    peer = Storescp(tmp_path / "scp", ("+tls", server.key, server.certificate, "-ic")).start()
    answer = failure(folder, peer, "association")
    peer.stop()
    assert answer["code"] == "speaks-tls" and "speaks TLS on this port, and none is configured for it" in answer["cause"]
    assert answer["change"]["key"] == "archives[0].tls"


def test_an_archive_without_tls_where_it_is_configured(folder, authority, tmp_path):
    peer = Storescp(tmp_path / "scp").start()
    answer = failure(folder, peer, "tls", tls=trusting(authority))
    peer.stop()
    assert answer["code"] == "speaks-no-tls" and answer["change"]["key"] == "archives[0].port"


def test_an_http_server_where_tls_is_configured(folder, authority, orthanc):
    answer = failure(folder, At(orthanc.http_port), "tls", tls=trusting(authority))
    assert answer["cause"] == "what answers there is no DICOM application: it speaks HTTP"


# MARK: the command


def test_colours_only_where_they_are_wanted(folder):
    peer = At(free_port())
    assert "\x1b" not in run(folder, [archive(peer)]).text
    seen = {}
    for name, options, environment in [
        ("plain", [], {"TERM": "xterm"}),
        ("flag", ["--no-color"], {"TERM": "xterm"}),
        ("variable", [], {"TERM": "xterm", "NO_COLOR": "1"}),
    ]:
        seen[name] = "\x1b[31m" in on_a_terminal([executable(), "doctor", "--config", folder / "gantry.yaml", *options], environment)
    assert seen == {"plain": True, "flag": False, "variable": False}


def on_a_terminal(command: list, environment: dict) -> str:
    near, far = os.openpty()
    variables = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | environment
    child = subprocess.Popen([str(one) for one in command], stdout=far, stderr=far, env=variables)
    os.close(far)
    text = b""
    while True:
        try:
            piece = os.read(near, 65536)
        except OSError:  # The other end is closed.
            break
        if not piece:
            break
        text += piece
    os.close(near)
    child.wait(30)
    return text.decode()


def test_one_archive_of_several(folder):
    peers = [archive(At(free_port()), "first"), archive(At(free_port()), "second")]
    both = run(folder, peers, "--json")
    assert [one["name"] for one in both.report["archives"]] == ["first", "second"]
    one = run(folder, peers, "--json", "--archive", "second")
    assert [one["name"] for one in one.report["archives"]] == ["second"]
    step = one.step("tcp")
    assert step["change"]["key"] == "archives[1].port"
    lines = one.file.read_text().splitlines()
    assert lines[step["change"]["line"] - 1].strip() == f"port: {peers[1]['port']}"


def test_an_archive_that_is_not_configured(folder):
    found = run(folder, [archive(At(1), "primary")], "--archive", "primery")
    assert found.code == 2 and 'there is no archive "primery"; did you mean "primary"?' in found.complaints
    assert found.text == ""


@pytest.mark.parametrize(
    ("options", "settings", "said"),
    [(["--colour"], {}, "Unknown option"), ([], {"colour": "red"}, "unknown key"), (["--config", "/nowhere.yaml"], {}, "no such file")],
)
def test_wrong_usage_and_configuration(folder, options, settings, said):
    found = run(folder, [archive(At(1))], *options, **settings)
    assert found.code == 2 and said in found.complaints and found.text == ""


def test_help_tells_the_exit_codes():
    done = subprocess.run([executable(), "doctor", "--help"], capture_output=True, text=True, timeout=20)
    assert done.returncode == 0
    for word in ("--config", "--archive", "--json", "--no-color", "ends with 0"):
        assert word in done.stdout
