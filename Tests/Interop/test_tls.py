"""DIMSE over TLS (PS3.15 B.12) with DCMTK's tools and pynetdicom: mutual authentication, and every failure by its name.

RELIABILITY A18, REQUIREMENTS D-60 to D-63.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path

import pydicom
import pytest
import requests

from harness import data
from harness.archives import Storescp
from harness.certificates import FAR_AHEAD, LONG_AGO, Authority, Certificate, archive_context, caller_context
from harness.gantry import Gateway, archive, as_yaml, executable
from harness.moving import MovingArchive, fingerprint
from harness.processes import LOOPBACK, accepts_connections, free_port, program, wait_until
from harness.scripted import Listener, ScriptedArchive
from harness.web import MULTIPART_DICOM, multipart, parts_of

TLS12, TLS13 = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3
SHORT = {"connect": "2s", "associate": "2s", "response": "10s"}


@pytest.fixture(scope="module")
def authority(workspace) -> Authority:
    return Authority(workspace / "authority")


@pytest.fixture(scope="module")
def stranger(workspace) -> Authority:
    """An authority that nobody trusts."""
    return Authority(workspace / "stranger", "Unknown Authority")


@pytest.fixture(scope="module")
def server(authority) -> Certificate:
    return authority.issue("archive.example.org")


@pytest.fixture(scope="module")
def client(authority) -> Certificate:
    return authority.issue("gantry.example.org", elliptic=True)


@pytest.fixture
def peers():
    """Stops what a test started."""
    started = []
    yield lambda peer: started.append(peer) or peer.start()
    for peer in started:
        peer.stop()


def secure(authority: Authority, client: Certificate | None = None, **keys) -> dict:
    """The `tls` of an archive's configuration."""
    return {"authorities": str(authority.certificate), **(client.keys if client else {}), **keys}


def storescp(folder: Path, own: Certificate, *options) -> Storescp:
    return Storescp(folder, ("+tls", own.key, own.certificate, *options))


def slices(count: int = 3) -> list[pydicom.Dataset]:
    return [data.ct_slice("tls", number, size=64) for number in range(1, count + 1)]


def stored(dataset: pydicom.Dataset) -> bytes:
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def readiness(gateway, names: int, seconds: float = 20) -> dict[str, dict]:
    """What /health/ready says of each archive once it has asked them all."""
    deadline = time.monotonic() + seconds
    while True:
        report = requests.get(f"{gateway.root}/health/ready", timeout=10).json()["archives"]
        if sum(entry["answers"] is not None for entry in report) == names:
            return {entry["name"]: entry for entry in report}
        assert time.monotonic() < deadline, report
        time.sleep(0.1)


@pytest.mark.parametrize("version", [TLS12, TLS13], ids=["TLS 1.2", "TLS 1.3"])
def test_queries_and_retrieval_with_mutual_authentication(serve, peers, authority, server, client, version):
    peer = ScriptedArchive(slices())
    peer.tls = archive_context(server, authority.certificate, version, version)
    peers(peer)
    gateway = serve([archive(peer, tls=secure(authority, client))])
    found = requests.get(f"{gateway.url}/studies", headers={"Accept": "application/dicom+json"}, timeout=20)
    assert found.status_code == 200, found.text
    study = found.json()[0]["0020000D"]["Value"][0]
    answer = requests.get(
        f"{gateway.url}/studies/{study}",
        headers={"Accept": 'multipart/related; type="application/dicom"; transfer-syntax=*'},
        timeout=20,
    )
    assert answer.status_code == 200, answer.text
    received = {}
    for part in parts_of(answer):
        dataset = pydicom.dcmread(io.BytesIO(part.body))
        received[dataset.SOPInstanceUID] = hashlib.sha256(dataset.PixelData).hexdigest()
    assert received == {one.SOPInstanceUID: hashlib.sha256(one.PixelData).hexdigest() for one in peer.datasets}


def test_dcmtk_takes_instances_with_mutual_authentication(serve, peers, tmp_path, authority, server, client):
    peer = peers(storescp(tmp_path / "scp", server, "+cf", authority.certificate, "-rc"))
    gateway = serve([archive(peer, tls=secure(authority, client))]).settle()
    sent = slices()
    content_type, body = multipart([stored(one) for one in sent])
    answer = requests.post(f"{gateway.url}/studies", data=body, headers={"Content-Type": content_type}, timeout=20)
    assert answer.status_code == 200, answer.text
    arrived = {pydicom.dcmread(file).SOPInstanceUID: pydicom.dcmread(file).PixelData for file in peer.files()}
    assert arrived == {one.SOPInstanceUID: one.PixelData for one in sent}


def test_each_failure_is_named_in_the_log_and_by_health(serve, peers, tmp_path, authority, stranger, server, client, figure):
    """One gateway before an archive of every wrong kind. The sentence is what both the log and /health/ready must say."""
    trusted = authority.certificate
    expired = authority.issue("expired.example.org", end=LONG_AGO)
    future = authority.issue("future.example.org", start=FAR_AHEAD)
    elsewhere = authority.issue("elsewhere.example.org", names="DNS:elsewhere.example.org")
    foreign = stranger.issue("foreign.example.org")
    open_door = ("-ic",)
    strict = ("+cf", trusted, "-rc")

    def dcmtk(name: str, own: Certificate, *options):
        return peers(storescp(tmp_path / name, own, *options))

    def scripted(own: Certificate, oldest=TLS12, newest=TLS13, clients=None):
        peer = ScriptedArchive(slices(1))
        peer.tls = archive_context(own, clients, oldest, newest)
        return peers(peer)

    old = scripted(server, ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1)
    cases = {
        "expired": (dcmtk("expired", expired, *open_door), secure(authority), "expired on 2021-01-01"),
        "future": (dcmtk("future", future, *open_door), secure(authority), "not valid before 2048-01-01"),
        "name": (dcmtk("name", elsewhere, *open_door), secure(authority), "is for elsewhere.example.org, not for 127.0.0.1"),
        "authority": (dcmtk("authority", foreign, *open_door), secure(authority), "CN=Unknown Authority, which leads to no trusted authority"),
        "no-client": (dcmtk("no-client", server, *strict), secure(authority), "wants a certificate of ours"),
        "expired-client": (dcmtk("expired-client", server, *strict), secure(authority, expired), "our certificate has expired"),
        "foreign-client": (dcmtk("foreign-client", server, *strict), secure(authority, foreign), "does not know the authority of our certificate"),
        "no-client-12": (scripted(server, TLS12, TLS12, trusted), secure(authority), "may want a certificate of ours"),
        "foreign-client-12": (scripted(server, TLS12, TLS12, trusted), secure(authority, foreign), "does not know the authority of our certificate"),
        "no-client-py": (scripted(server, clients=trusted), secure(authority), "wants a certificate of ours"),
        "foreign-client-py": (scripted(server, clients=trusted), secure(authority, foreign), "does not know the authority of our certificate"),
        "old": (old, secure(authority), "neither TLS 1.2 nor TLS 1.3"),
        "plain": (peers(Storescp(tmp_path / "plain")), secure(authority), "does not answer TLS with TLS"),
        "secure-dcmtk": (dcmtk("secure", server, *open_door), None, "speaks TLS on this port, and none is configured for it"),
        "secure-py": (scripted(server), None, "speaks TLS on this port, and none is configured for it"),
    }
    silent = Listener()
    entries = [
        archive(peer, name=name, timeouts=SHORT, **({"tls": tls} if tls else {})) for name, (peer, tls, _) in cases.items()
    ]
    entries.append(archive(silent, name="silent", timeouts=SHORT, tls=secure(authority)))
    gateway = serve(entries)
    report = readiness(gateway, len(entries))
    log = gateway.log.read_text()
    rows = []
    for name, (_, _, sentence) in cases.items():
        entry = report[name]
        rows.append(f"TLS {name}: {entry['milliseconds']} ms: {entry.get('failure')}")
        assert not entry["answers"], name
        assert sentence in entry["failure"], (name, entry["failure"])
        line = next((line for line in log.splitlines() if f"archive={name} " in line + " "), "")
        assert sentence in line, (name, line, log)
    for row in rows:
        figure(row)
    assert "does not answer the TLS handshake" in report["silent"]["failure"]
    assert "BEGIN" not in log
    silent.stop()


def test_c_move_with_mutual_authentication_both_ways(serve, peers, authority, server, client):
    datasets = slices(5)
    port = free_port()
    peer = MovingArchive(datasets, {"GANTRY": port})
    peer.tls = archive_context(server, authority.certificate)
    peer.client_tls = caller_context(authority.certificate, server)
    peers(peer)
    storage = {"tls": client.keys | {"clientAuthorities": str(authority.certificate)}}
    gateway = serve([archive(peer, retrieve="move", tls=secure(authority, client))], storage_port=port, storage=storage)
    answer = requests.get(
        f"{gateway.url}/studies/{datasets[0].StudyInstanceUID}", headers={"Accept": MULTIPART_DICOM}, timeout=30
    )
    assert answer.status_code == 200, answer.text
    arrived = [pydicom.dcmread(io.BytesIO(part.body)) for part in parts_of(answer)]
    expected = {one.SOPInstanceUID: fingerprint(pydicom.dcmread(io.BytesIO(stored(one)))) for one in datasets}
    assert {one.SOPInstanceUID: fingerprint(one) for one in arrived} == expected


def echo(port: int, *options) -> subprocess.CompletedProcess:
    """DCMTK's echoscu."""
    command = [program("echoscu"), "-aec", "GANTRY", "-to", "5", "-ta", "5", *options, LOOPBACK, port]
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=30)


def test_who_may_deliver_to_our_storage_port(serve, peers, tmp_path, authority, stranger, server, client, figure):
    """DCMTK's tools against our acceptor: known callers are served, and the log says what is wrong with the others."""
    storage = {"tls": server.keys | {"clientAuthorities": str(authority.certificate)}}
    gateway = serve([archive(Listener(), retrieve="move", timeouts=SHORT)], storage=storage)
    port, trust = gateway.storage_port, ("+cf", authority.certificate)

    def presenting(own: Certificate) -> tuple:
        return ("+tls", own.key, own.certificate, *trust)

    assert echo(port, *presenting(client)).returncode == 0
    instance = data.save(slices(1)[0], tmp_path / "unasked.dcm")
    command = [program("storescu"), "-v", "-aec", "GANTRY", *presenting(client), LOOPBACK, port, instance]
    sent = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=30)
    assert "0x124" in sent.stdout + sent.stderr, sent.stderr
    wrong = {
        "no certificate": (("+tla", *trust), "presented no certificate"),
        "expired": (presenting(authority.issue("expired.example.org", end=LONG_AGO)), "expired on 2021-01-01"),
        "not yet valid": (presenting(authority.issue("future.example.org", start=FAR_AHEAD)), "not valid before 2048-01-01"),
        "unknown authority": (presenting(stranger.issue("foreign.example.org")), "CN=Unknown Authority, which leads to no trusted"),
        "no TLS": ((), "does not speak TLS, and this port does"),
    }
    for name, (options, sentence) in wrong.items():
        before = len(gateway.log.read_text())
        start = time.monotonic()
        assert echo(port, *options).returncode != 0, name
        elapsed = time.monotonic() - start
        wait_until(lambda: sentence in gateway.log.read_text()[before:], 10, f"{name}: {sentence}")
        figure(f"TLS storage port, {name}: turned away after {elapsed * 1000:.0f} ms")
    # The port still serves.
    assert echo(port, *presenting(client)).returncode == 0


def test_tls_to_our_plain_storage_port_is_named(serve, peers, authority, client):
    gateway = serve([archive(Listener(), retrieve="move", timeouts=SHORT)])
    assert echo(gateway.storage_port, "+tls", client.key, client.certificate, "-ic").returncode != 0
    sentence = "began a TLS handshake, and this port speaks plain DICOM"
    wait_until(lambda: sentence in gateway.log.read_text(), 10, sentence)
    assert echo(gateway.storage_port).returncode == 0


def test_another_name_or_any_can_be_allowed(serve, peers, authority):
    elsewhere = authority.issue("elsewhere.example.org", names="DNS:elsewhere.example.org")
    peer = ScriptedArchive(slices(1))
    peer.tls = archive_context(elsewhere)
    peers(peer)
    gateway = serve(
        [
            archive(peer, name="named", tls=secure(authority, serverName="elsewhere.example.org")),
            archive(peer, name="any", tls=secure(authority, verifyName=False)),
            archive(peer, name="other", tls=secure(authority, serverName="third.example.org")),
        ]
    )
    report = readiness(gateway, 3)
    assert report["named"]["answers"] and report["any"]["answers"]
    assert "not for third.example.org" in report["other"]["failure"]


def replace(target: Certificate, source: Certificate) -> None:
    """Renews the files of a certificate as an operator's tool does: each is replaced in one step, the key first."""
    for to, new in [(target.key, source.key), (target.certificate, source.certificate)]:
        temporary = to.with_suffix(".new")
        temporary.write_bytes(new.read_bytes())
        os.replace(temporary, to)


def test_certificates_are_renewed_live_and_no_request_is_lost(serve, peers, tmp_path, authority, server, figure):
    first, second = authority.issue("first.example.org"), authority.issue("second.example.org")
    seen: list[str] = []
    peer = ScriptedArchive(slices())
    peer.tls = archive_context(server, authority.certificate)
    peers(peer)
    inner = peer._server.get_request

    def noting():
        connection, address = inner()
        if isinstance(connection, ssl.SSLSocket):
            seen.append(dict(part[0] for part in connection.getpeercert()["subject"])["commonName"])
        return connection, address

    peer._server.get_request = noting
    own = Certificate(tmp_path / "own.pem", tmp_path / "own.key")
    replace(own, first)
    gateway = serve([archive(peer, tls=secure(authority, own))], cache={"idle": "1s"}).settle()
    statuses: list[int] = []
    done = threading.Event()

    def ask():
        while not done.is_set():
            statuses.append(requests.get(f"{gateway.url}/studies", timeout=20).status_code)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for certificate in [second, first, second]:
        time.sleep(1)
        replace(own, certificate)
    time.sleep(1.5)
    done.set()
    for thread in threads:
        thread.join()
    assert set(statuses) == {200}, statuses
    assert seen[0] == "first.example.org" and seen[-1] == "second.example.org"
    figure(f"TLS: {len(statuses)} of {len(statuses)} requests answered over three renewals of the certificate")
    assert "certificates read again" in gateway.log.read_text()


def test_http_clients_need_a_certificate_where_authorities_are_named(tmp_path, authority, stranger, server, client):
    """`http.tls.clientAuthorities`, over HTTP/1.1."""
    tls = server.keys | {"clientAuthorities": str(authority.certificate)}
    gateway = Gateway(tmp_path, [archive(Listener(), timeouts=SHORT)], http={"tls": tls})
    gateway.start(lambda: accepts_connections(gateway.port))

    def live(own: Certificate | None) -> int:
        certificate = own and (str(own.certificate), str(own.key))
        return requests.get(f"{gateway.root}/health/live", verify=str(authority.certificate), cert=certificate, timeout=10).status_code

    try:
        assert live(client) == 200
        expired = authority.issue("expired.example.org", end=LONG_AGO)
        for wrong in [None, stranger.issue("foreign.example.org"), expired]:
            with pytest.raises(requests.RequestException):
                live(wrong)
    finally:
        gateway.stop()


def presented(port: int, authority: Authority) -> str:
    """The common name of the certificate that an HTTPS server presents."""
    context = ssl.create_default_context(cafile=str(authority.certificate))
    with socket.create_connection((LOOPBACK, port), timeout=10) as connection:
        with context.wrap_socket(connection, server_hostname="localhost") as secure_socket:
            return dict(part[0] for part in secure_socket.getpeercert()["subject"])["commonName"]


def test_the_http_servers_certificate_is_renewed_live(serve, tmp_path, authority):
    own = Certificate(tmp_path / "http.pem", tmp_path / "http.key")
    replace(own, authority.issue("before.example.org"))
    gateway = serve([archive(Listener(), timeouts=SHORT)], http={"tls": own.keys})
    with requests.Session() as open_before:
        url = f"{gateway.root}/health/live"
        assert open_before.get(url, verify=str(authority.certificate), timeout=10).status_code == 200
        assert presented(gateway.port, authority) == "before.example.org"
        replace(own, authority.issue("after.example.org"))
        assert presented(gateway.port, authority) == "after.example.org"
        assert open_before.get(url, verify=str(authority.certificate), timeout=10).status_code == 200


def test_the_doctor_names_what_is_wrong_with_tls(peers, tmp_path, authority, server, client):
    good = peers(storescp(tmp_path / "good", server, "+cf", authority.certificate, "-rc"))
    expired = peers(storescp(tmp_path / "expired", authority.issue("expired.example.org", end=LONG_AGO), "-ic"))
    entries = [
        archive(good, name="good", tls=secure(authority, client)),
        archive(expired, name="expired", tls=secure(authority, client)),
    ]
    gateway = Gateway(tmp_path / "doctor", entries)
    file = tmp_path / "gantry.yaml"
    file.write_text(as_yaml(gateway.configuration))
    done = subprocess.run(
        [executable(), "doctor", "--config", file, "--json"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)["archives"]
    steps = [{step["name"]: step for step in one["steps"]} for one in report]
    assert steps[0]["tls"]["outcome"] == "passed" and steps[0]["echo"]["outcome"] == "passed", done.stdout
    assert "TLS 1.3, TLS_AES" in steps[0]["tls"]["findings"][0]
    assert "CN=archive.example.org" in steps[0]["tls"]["findings"][1]
    assert steps[1]["tls"]["outcome"] == "failed" and steps[1]["tls"]["code"] == "certificate-expired"
    assert "expired on 2021-01-01" in steps[1]["tls"]["cause"]
    assert steps[1]["association"]["outcome"] == "skipped"


def test_a_certificate_that_ends_soon_is_told_of(serve, peers, authority, server):
    end = time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + 5.5 * 86_400))
    own = authority.issue("ending.example.org", end=end)
    peer = ScriptedArchive(slices(1))
    peer.tls = archive_context(server, authority.certificate)
    peers(peer)
    gateway = serve([archive(peer, tls=secure(authority, own))]).settle()
    (held,) = requests.get(f"{gateway.root}/health/ready", timeout=10).json()["certificates"]
    assert held["use"] == "archives.main.tls" and held["daysLeft"] == 5
    log = gateway.log.read_text()
    assert "certificate expires soon" in log and "CN=ending.example.org" in log


def test_bad_files_are_refused_at_the_start_with_file_and_line(serve, tmp_path, authority, client, server):
    keys = secure(authority, client)
    with pytest.raises(RuntimeError) as refused:
        serve([archive(Listener(), tls=keys | {"privateKey": str(server.key), "authorities": str(tmp_path / "none.pem")})])
    message = str(refused.value)
    assert "none.pem is not there" in message and "gantry.yaml:" in message
    with pytest.raises(RuntimeError) as refused:
        serve([archive(Listener(), tls=keys | {"privateKey": str(server.key)})])
    assert "does not belong to the certificate" in str(refused.value)
