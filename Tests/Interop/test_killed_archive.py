"""An archive killed in mid-retrieval: every client sees a failure and none a clean end, and the next request is served.

The archive is dcmqrscp behind a relay that kills it when an exact number of bytes has passed.
"""

import io
import random
import subprocess
import threading

import pytest
import requests
from pydicom import dcmread

from harness import data
from harness.archives import Dcmqrscp
from harness.gantry import archive
from harness.processes import LOOPBACK, Process, accepts_connections, free_port, program
from harness.proxy import Relay
from harness.web import DICOM_JSON, MULTIPART_DICOM, RawClient, parts_of

KILLS = 50
KILLS_ELSEWHERE = 10
STUDY = data.uid("faults")
INSTANCES = 40
# The archive's A-RELEASE-RP (PS3.8 §9.3.7): cut inside it, nothing of the retrieval is missing.
RELEASE = 10


class Fragile:
    """An archive that can be killed at an offset, and the relay that does it."""

    def __init__(self, folder):
        self.archive = Dcmqrscp(folder / "fragile")
        self.archive.add(data.series(folder / "faults", "faults", INSTANCES, size=256))
        self.archive.start()
        self.relay = Relay(self.archive.port)

    def entry(self) -> dict:
        return archive(self.archive, port=self.relay.port)

    def size(self, gateway) -> int:
        """How many bytes the archive sends for one whole retrieval."""
        gateway.settle()
        before = self.relay.bytes_from_archive
        assert retrieve(gateway.url).status_code == 200
        return self.relay.bytes_from_archive - before - RELEASE

    def outcomes(self, offset: int, clients: dict) -> dict[str, bool]:
        """Lets all clients ask at once, kills the archive at the offset, and gives who took the answer for whole."""
        outcomes: dict[str, bool] = {}
        self.relay.arm(offset, self.archive.kill)
        threads = [threading.Thread(target=lambda name=name, ask=ask: outcomes.update({name: ask()})) for name, ask in clients.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(90)
        assert len(outcomes) == len(clients), f"offset {offset}: a client still waits: {outcomes}"
        assert not self.archive.process.is_running, f"offset {offset} was never reached"
        self.relay.disarm()
        self.archive.restart()
        return outcomes


@pytest.fixture(scope="module")
def fragile(tmp_path_factory):
    peer = Fragile(tmp_path_factory.mktemp("killed"))
    yield peer
    peer.relay.close()
    peer.archive.stop()


def retrieve(base: str):
    return requests.get(f"{base}/studies/{STUDY}", headers={"Accept": MULTIPART_DICOM}, timeout=60, verify=False)


def whole_to_curl(base: str, *options: str) -> bool:
    """Whether curl ends with 0, as a script would check it."""
    command = [program("curl"), "--silent", "--fail", "--max-time", "60", "--output", "/dev/null", *options]
    command += ["--header", f"Accept: {MULTIPART_DICOM}", f"{base}/studies/{STUDY}"]
    return subprocess.run(command, capture_output=True).returncode == 0


def whole_to_requests(base: str) -> bool:
    """Whether Python's requests reads a 200 to its end without an exception."""
    try:
        return retrieve(base).status_code == 200
    except requests.RequestException:
        return False


def whole_to_a_socket(port: int) -> bool:
    """Whether the answer ends as HTTP/1.1 says that a whole one does."""
    with RawClient(port, timeout=60) as client:
        client.send("GET", f"/dicom-web/studies/{STUDY}", {"Accept": MULTIPART_DICOM})
        answer = client.receive()
    return answer.status == 200 and answer.is_clean


def whole_as_metadata(base: str) -> bool:
    """Whether the metadata is a JSON array to its closing bracket."""
    try:
        response = requests.get(f"{base}/studies/{STUDY}/metadata", headers={"Accept": DICOM_JSON}, timeout=60)
        return response.status_code == 200 and bool(response.json())
    except (requests.RequestException, ValueError):
        return False


def offsets(seed: int, size: int, count: int) -> list[int]:
    generator = random.Random(seed)
    return [generator.randrange(1, size) for _ in range(count)]


def assert_served(base: str, offset: int) -> None:
    """The restarted archive's study, whole."""
    parts = parts_of(retrieve(base))
    numbers = {dcmread(io.BytesIO(part.body)).InstanceNumber for part in parts}
    assert numbers == set(range(1, INSTANCES + 1)), f"offset {offset}: not served after the restart"


def test_curl_python_and_a_socket_see_each_of_fifty_kills(serve, fragile, seed, figure):
    """The three ask at once, so they share the retrieval that the archive does not survive."""
    size = fragile.size(serve([fragile.entry()]))
    taken_for_whole = []
    for offset in offsets(seed, size, KILLS):
        # A gateway of its own for each kill: nothing may come from the cache.
        gateway = serve([fragile.entry()]).settle()
        outcomes = fragile.outcomes(offset, {
            "curl": lambda: whole_to_curl(gateway.url),
            "requests": lambda: whole_to_requests(gateway.url),
            "socket": lambda: whole_to_a_socket(gateway.port),
        })  # fmt: skip
        taken_for_whole += [(offset, name) for name, is_whole in outcomes.items() if is_whole]
        assert_served(gateway.url, offset)
        gateway.stop()
    figure(f"killed archive: {KILLS} kills at random offsets of {size} bytes, 3 clients each, {len(taken_for_whole)} clean ends; seed {seed}")
    assert taken_for_whole == []


def test_metadata_is_no_whole_array(serve, fragile, seed):
    size = fragile.size(serve([fragile.entry()]))
    for offset in offsets(seed + 1, size, KILLS_ELSEWHERE):
        gateway = serve([fragile.entry()]).settle()
        assert fragile.outcomes(offset, {"metadata": lambda: whole_as_metadata(gateway.url)}) == {"metadata": False}, offset
        gateway.stop()


def test_it_shows_over_http2(serve, fragile, seed, tmp_path):
    names = {"certificate": str(tmp_path / "certificate.pem"), "privateKey": str(tmp_path / "key.pem")}
    subprocess.run([program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-out", names["certificate"], "-keyout", names["privateKey"]], check=True, capture_output=True)  # fmt: skip
    size = fragile.size(serve([fragile.entry()]))
    for offset in offsets(seed + 2, size, KILLS_ELSEWHERE):
        gateway = serve([fragile.entry()], http={"tls": names}).settle()
        ask = {"curl": lambda: whole_to_curl(gateway.url, "--http2", "--insecure"), "HTTP/1.1": lambda: whole_to_curl(gateway.url, "--http1.1", "--insecure")}
        assert fragile.outcomes(offset, ask) == {"curl": False, "HTTP/1.1": False}, offset
        assert whole_to_curl(gateway.url, "--http2", "--insecure")
        gateway.stop()


NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen {address}; location / {{ proxy_pass http://{upstream}; proxy_http_version 1.1; }} }}
}}
"""


def test_it_shows_behind_nginx(serve, fragile, seed, tmp_path):
    size = fragile.size(serve([fragile.entry()]))
    for number, offset in enumerate(offsets(seed + 3, size, KILLS_ELSEWHERE)):
        gateway = serve([fragile.entry()]).settle()
        folder, port = tmp_path / f"nginx{number}", free_port()
        folder.mkdir()
        upstream = f"{LOOPBACK}:{gateway.port}"
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, address=f"{LOOPBACK}:{port}", upstream=upstream))
        nginx = Process([program("nginx"), "-p", folder, "-c", folder / "nginx.conf"], folder / "nginx.log")
        nginx.wait_ready(lambda: accepts_connections(port))
        base = f"http://{LOOPBACK}:{port}/dicom-web"
        try:
            ask = {"curl": lambda: whole_to_curl(base), "socket": lambda: whole_to_a_socket(port)}
            assert fragile.outcomes(offset, ask) == {"curl": False, "socket": False}, offset
            assert whole_to_curl(base)
        finally:
            nginx.stop()
            gateway.stop()


def test_the_same_gateway_serves_the_restarted_archive(serve, fragile):
    gateway = serve([fragile.entry()])
    fragile.archive.kill()
    assert retrieve(gateway.url).status_code in (502, 503, 504)
    fragile.archive.restart()
    assert_served(gateway.url, 0)
