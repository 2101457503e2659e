"""Few associations and many clients: never one too many, nobody starved, and a clear no at once when it is full.

RELIABILITY A13, A15, A16, A17. `GANTRY_CAPACITY_SECONDS=60` gives each load the full minute, `GANTRY_CAPACITY_REQUESTS`
the burst on a hung archive its size, `GANTRY_OUTAGE_SECONDS` outage and flapping their length.
"""

import os
import threading
import time

import pytest
import requests

from harness import data, load
from harness.archives import Dcmqrscp
from harness.counting import Gate
from harness.gantry import archive
from harness.load import percentile
from harness.processes import wait_until
from harness.scripted import ScriptedArchive
from harness.web import DICOM_JSON, MULTIPART_DICOM

SECONDS = float(os.environ.get("GANTRY_CAPACITY_SECONDS", 6))
REQUESTS = int(os.environ.get("GANTRY_CAPACITY_REQUESTS", 1000))
OUTAGE = float(os.environ.get("GANTRY_OUTAGE_SECONDS", 10))
CLIENTS = 200
STUDIES = 20
BREAKER = 5.0


def study(name: str) -> str:
    return f"/dicom-web/studies/{data.uid(name)}"


@pytest.fixture(scope="module")
def many(workspace):
    """dcmqrscp with many small studies."""
    peer = Dcmqrscp(workspace / "capacity")
    for number in range(STUDIES):
        peer.add(data.series(workspace / "capacity-files" / f"load{number}", f"load{number}", 3, size=64))
    peer.start()
    yield peer
    peer.stop()


@pytest.fixture
def gate(many):
    counting = Gate(many.port).start()
    yield counting
    counting.stop()


def viewer(number: int):
    """Searches, and looks at the series of one study after the other."""
    def ask(turn: int) -> tuple[str, str]:
        name = f"load{(number + turn) % STUDIES}"
        return (f"{study(name)}/series", DICOM_JSON) if turn % 2 else (f"/dicom-web/studies?StudyInstanceUID={data.uid(name)}", DICOM_JSON)

    return ask


def downloader(number: int):
    """Takes whole studies."""
    return lambda turn: (study(f"load{(number + turn) % STUDIES}"), MULTIPART_DICOM)


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_two_hundred_clients_on_few_associations(serve, gate, many, figure, limit):
    """The archive counts. Nothing stays in the cache, so that every request needs the archive."""
    entry = archive(many, port=gate.port, maximumAssociations=limit, timeouts={"queue": "2m"})
    gateway = serve([entry], cache={"idle": "20ms"}).settle()
    gate.reset()
    clients = [downloader(n) if n % 4 == 0 else viewer(n) for n in range(CLIENTS)]
    by_client = load.run(gateway.port, clients, SECONDS)
    answers = [answer for one in by_client for answer in one]
    statuses = {status: sum(one.status == status for one in answers) for status in {one.status for one in answers}}
    bulk = [one.seconds for one in sum(by_client[0::4], [])]
    looks = [one.seconds for n, all_of in enumerate(by_client) if n % 4 for one in all_of]
    queue = [one.timing.get("queue", 0) for one in answers if one.status == 200]
    figure(
        f"capacity {limit}: {CLIENTS} clients for {SECONDS:.0f} s, {len(gate.attempts)} associations, at most {gate.most} at once; "
        f"{len(answers)} answers {statuses}; viewers p50 {percentile(looks, 0.5):.2f} p99 {percentile(looks, 0.99):.2f} max {max(looks):.2f} s, "
        f"downloads p50 {percentile(bulk, 0.5):.2f} max {max(bulk):.2f} s; fewest answers of a client {min(map(len, by_client))}; "
        f"queue p50 {percentile(queue, 0.5):.0f} ms"
    )
    assert gate.most == limit, "as many as allowed, and not one more"
    assert set(statuses) == {200}
    assert all(by_client), "nobody is starved"


def test_a_full_queue_is_said_at_once(serve, figure):
    """256 wait for a slow archive, and 200 more ask."""
    slow = ScriptedArchive([data.ct_slice("slow", 1, size=16)]).start()
    held = threading.Event()
    slow._matches = lambda query: held.wait(60) and []
    gateway = serve([archive(slow, maximumAssociations=1)])
    waiting = threading.Thread(target=lambda: results.extend(load.burst(gateway.port, [("/dicom-web/studies", DICOM_JSON)] * 257)))
    results: list[load.Answer] = []
    waiting.start()
    time.sleep(1.5)
    url, session = f"{gateway.url}/studies", requests.Session()
    refusals = []
    for _ in range(200):
        started = time.monotonic()
        answer = session.get(url, headers={"Accept": DICOM_JSON}, timeout=10)
        refusals.append((answer, time.monotonic() - started))
    held.set()
    waiting.join(60)
    slow.stop()
    seconds = [seconds for _, seconds in refusals]
    inside = [load.server_timing(answer.headers["Server-Timing"])["total"] for answer, _ in refusals]
    figure(
        f"full queue: {len(refusals)} refusals, p50 {percentile(seconds, 0.5) * 1000:.1f} p99 {percentile(seconds, 0.99) * 1000:.1f} "
        f"max {max(seconds) * 1000:.1f} ms at the client; p99 {percentile(inside, 0.99):.2f} max {max(inside):.2f} ms in the gateway"
    )
    assert {answer.status_code for answer, _ in refusals} == {503}
    assert all(1 <= int(answer.headers["Retry-After"]) <= 60 for answer, _ in refusals)
    assert refusals[0][0].json()["code"] == "queue-full"
    assert percentile(inside, 0.99) < 10
    assert percentile(seconds, 0.5) < 0.010
    assert [one.status for one in results] == [204] * 257, "those that waited are served"


def test_a_smaller_limit_of_the_archives_is_learned(serve, workspace, figure):
    """The archive takes two, and the operator believes that it takes six (RJ transient, A15)."""
    peer = Dcmqrscp(workspace / "capacity-two", associations=2)
    peer.add(data.series(workspace / "capacity-files" / "two", "load0", 3, size=64))
    peer.start()
    gateway = serve([archive(peer, maximumAssociations=6)]).settle()
    by_client = load.run(gateway.port, [viewer(0)] * 20, 5)
    answers = [answer for one in by_client for answer in one]
    failures = [one for one in answers if one.status not in (200, 204)]
    log = gateway.process.output().count("archive takes no more associations")
    peer.stop()
    figure(f"learned limit: 6 configured, 2 there: {len(answers)} answers to 20 clients, {len(failures)} of them 503, {log} rejections by the archive")
    assert log > 0, "the archive has refused"
    assert all(one.status == 503 and "retry-after" in one.headers for one in failures)
    assert len(failures) <= len(answers) / 20
    assert all(by_client)


def test_a_hung_archive_holds_nobody_and_recovers(serve, many, figure):
    """It takes connections and says nothing; then it is back on the same port (A13)."""
    gate = Gate(many.port, mode="silent").start()
    limits = {"connect": "2s", "associate": "2s", "response": "2s", "progress": "2s"}
    gateway = serve([archive(many, port=gate.port, timeouts=limits)], limits={"requests": 20_000}, health={"interval": "2s"})
    answers = load.burst(gateway.port, [(f"{study(f'load{n % STUDIES}')}/series", DICOM_JSON) for n in range(REQUESTS)], 60)
    slowest = max(one.seconds for one in answers)
    statuses = {status: sum(one.status == status for one in answers) for status in {one.status for one in answers}}
    assert set(statuses) <= {503, 504}, statuses
    # Two rounds of four associations open the breaker, and all who wait are told.
    assert slowest < 2 * 2 + BREAKER
    assert gate.most <= 4
    gate.mode = "pass"
    returned = time.monotonic()
    wait_until(lambda: requests.get(f"{gateway.root}/health/ready", timeout=5).status_code == 200, 20, "readiness")
    seen = time.monotonic() - returned
    gate.reset()
    after = load.burst(gateway.port, [(f"{study(f'load{n % STUDIES}')}/series", DICOM_JSON) for n in range(100)], 60)
    figure(
        f"hung archive: {REQUESTS} requests answered {statuses} within {slowest:.1f} s; back {seen:.1f} s after it, "
        f"then {sum(one.status == 200 for one in after)} of 100, {gate.most} associations at once"
    )
    gate.stop()
    assert [one.status for one in after] == [200] * 100
    assert gate.most == 4, "every slot is there again"


def test_a_storm_of_retries_does_not_reach_an_archive_that_is_down(serve, many, figure):
    """200 clients retry every second; the archive hangs up on everybody, then is back (A16)."""
    gate = Gate(many.port, mode="hang").start()
    gateway = serve([archive(many, port=gate.port)], health={"interval": "1s"})
    wait_until(lambda: requests.get(f"{gateway.url}/studies") is not None and "archive suspended" in gateway.process.output(), 20, "an open breaker")
    gate.reset()
    started = time.monotonic()
    answers = [one for all_of in load.run(gateway.port, [viewer(n) for n in range(CLIENTS)], OUTAGE, pause=1) for one in all_of]
    attempts = len(gate.attempts)
    length = time.monotonic() - started
    inside = [one.timing["total"] for one in answers]
    report = requests.get(f"{gateway.root}/health/ready").json()
    assert {one.status for one in answers} == {503}
    assert report["archives"][0]["suspended"] is True and report["archives"][0]["answers"] is False
    gate.mode = "pass"
    gate.reset()
    returned = time.monotonic()
    after = load.run(gateway.port, [viewer(n) for n in range(CLIENTS)], 8, pause=0.25)
    served = [min((one.at - returned for one in all_of if one.status == 200), default=None) for all_of in after]
    figure(
        f"retry storm: {len(answers)} requests in {length:.0f} s, {attempts} connections to the archive; 503 in p50 {percentile(inside, 0.5):.2f} "
        f"p99 {percentile(inside, 0.99):.2f} ms; after its return all {CLIENTS} served within {max(one or 99 for one in served):.1f} s by at most {gate.most} associations"
    )
    gate.stop()
    assert attempts <= length / BREAKER + 1
    assert None not in served, "full service within the breaker's interval and a little"
    assert gate.most <= 4
    assert "archive resumed" in gateway.process.output()


def descriptors(gateway) -> int:
    return len(os.listdir(f"/proc/{gateway.process.pid}/fd"))


def test_an_archive_that_comes_and_goes_leaves_nothing_behind(serve, many, figure):
    """Up and down every two seconds: no false success, and no socket or slot is lost (A17)."""
    gate = Gate(many.port).start()
    gateway = serve([archive(many, port=gate.port, breaker={"probe": "1s"})], cache={"idle": "20ms"}).settle()
    load.run(gateway.port, [viewer(0)], 0.5)
    before = descriptors(gateway)
    stop = threading.Event()

    def flap() -> None:
        while not stop.wait(2):
            gate.mode = "hang" if gate.mode == "pass" else "pass"

    flapping = threading.Thread(target=flap)
    flapping.start()
    clients = [downloader(n) if n % 4 == 0 else viewer(n) for n in range(20)]
    by_client = load.run(gateway.port, clients, OUTAGE, pause=0.05)
    stop.set()
    flapping.join()
    gate.mode = "pass"
    answers = [one for all_of in by_client for one in all_of]
    whole = {one.length for all_of in by_client[0::4] for one in all_of if one.status == 200}
    statuses = {status: sum(one.status == status for one in answers) for status in {one.status for one in answers}}
    wait_until(lambda: requests.get(f"{gateway.url}/studies?PatientID=none").status_code == 204, 10, "the archive again")
    wait_until(lambda: gate.now == 0 and descriptors(gateway) <= before + 2, 10, "everything given back")
    gate.reset()
    after = load.burst(gateway.port, [(f"{study(f'load{n % STUDIES}')}/series", DICOM_JSON) for n in range(40)])
    figure(f"flapping archive: {len(answers)} answers {statuses}, {descriptors(gateway) - before} descriptors more than before")
    gate.stop()
    assert statuses.get(200, 0) > 0 and statuses.get(503, 0) + statuses.get(502, 0) > 0
    # Three slices of one size and headers that differ by the length of UIDs: a study that lacks one is a third smaller.
    assert max(whole) - min(whole) < max(whole) / 10
    assert [one.status for one in after] == [200] * 40


def test_a_slow_archive_delays_no_other(serve, many, figure):
    """All associations and places of the one are taken; the other answers as before."""
    gate = Gate(many.port, mode="silent").start()
    slow = archive(many, name="slow", port=gate.port, timeouts={"associate": "20s"}, breaker={"failures": 0}, federated=False)
    gateway = serve([archive(many, name="quick"), slow])
    quick = ("/archives/quick/dicom-web/studies?StudyInstanceUID=" + data.uid("load0"), DICOM_JSON)

    def asked() -> list[float]:
        return [one.seconds for one in load.run(gateway.port, [lambda turn: quick], 2)[0] if one.status == 200]

    alone = asked()
    results: list[load.Answer] = []
    path = ("/archives/slow/dicom-web/studies", DICOM_JSON)
    crowd = threading.Thread(target=lambda: results.extend(load.burst(gateway.port, [path] * 400, 6)))
    crowd.start()
    time.sleep(1)
    beside = asked()
    crowd.join()
    gate.stop()
    figure(f"beside a hung archive: p50 {percentile(alone, 0.5) * 1000:.1f} -> {percentile(beside, 0.5) * 1000:.1f} ms, p99 {percentile(alone, 0.99) * 1000:.1f} -> {percentile(beside, 0.99) * 1000:.1f} ms")
    assert len(beside) > len(alone) / 4


def test_every_answer_has_its_timing(serve, many):
    gateway = serve([archive(many)], http={"cors": {"origins": ["https://viewer.example.org"]}}).settle()
    origin = {"Origin": "https://viewer.example.org"}

    def timing(path: str, accept: str = "*/*") -> tuple[dict[str, float], requests.Response]:
        answer = requests.get(f"{gateway.root}{path}", headers={"Accept": accept, **origin}, timeout=30)
        assert answer.headers["Timing-Allow-Origin"] == "https://viewer.example.org"
        assert "Server-Timing" in answer.headers["Access-Control-Expose-Headers"]
        return load.server_timing(answer.headers["Server-Timing"]), answer

    search, _ = timing("/dicom-web/studies", DICOM_JSON)
    assert set(search) == {"queue", "association", "archive", "total"}
    first, answer = timing(f"{study('load1')}/metadata", DICOM_JSON)
    assert set(first) == {"queue", "association", "archive", "cache", "total"}
    assert "cache;desc=miss" in answer.headers["Server-Timing"]
    again, answer = timing(f"{study('load1')}/metadata", DICOM_JSON)
    assert set(again) == {"cache", "total"} and "cache;desc=hit" in answer.headers["Server-Timing"]
    instance = f"{study('load1')}/series/{data.uid('load1/1')}/instances/{data.uid('load1/1/1')}"
    rendered, answer = timing(f"{instance}/rendered", "image/jpeg")
    assert answer.status_code == 200 and set(rendered) == {"cache", "codec", "total"}
    for path, status in (("/health/live", 200), ("/nothing", 404), ("/dicom-web/studies/no-uid", 400)):
        alone, answer = timing(path)
        assert answer.status_code == status and set(alone) == {"total"}
    for spent in (search, first, again, rendered):
        parts = sum(value for name, value in spent.items() if name != "total")
        assert parts <= spent["total"] + 0.1, spent


def test_a_viewer_goes_before_downloads(serve, figure):
    """One association, held; two downloads wait, then a search: the search is answered first."""
    peer = ScriptedArchive([data.ct_slice(f"queue{n}", 1, size=16) for n in range(3)]).start()
    arrived, go = [], threading.Semaphore(0)
    plain = peer._matches

    def held(query):
        arrived.append(query.StudyInstanceUID if "StudyInstanceUID" in query else "")
        go.acquire(timeout=30)
        return plain(query)

    gateway = serve([archive(peer, maximumAssociations=1)]).settle()
    peer._matches = held
    order: list[str] = []

    def ask(name: str, path: str, accept: str) -> threading.Thread:
        thread = threading.Thread(target=lambda: (requests.get(f"{gateway.root}{path}", headers={"Accept": accept}, timeout=60), order.append(name)))
        thread.start()
        time.sleep(0.3)
        return thread

    threads = [ask("holder", f"{study('queue0')}/series", DICOM_JSON)]
    threads += [ask(f"download{n}", study(f"queue{n}"), MULTIPART_DICOM) for n in (1, 2)]
    threads += [ask("viewer", "/dicom-web/studies", DICOM_JSON)]
    for _ in range(40):
        go.release()
    for thread in threads:
        thread.join(60)
    peer.stop()
    assert order[:2] == ["holder", "viewer"], order
    assert set(order[2:]) == {"download1", "download2"}
