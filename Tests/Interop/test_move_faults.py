"""C-MOVE from archives that are late, lie, break off, repeat themselves or send to nobody (B1 to B16).

An answer that ends cleanly with 200 holds exactly what the archive lists, each instance once and byte for byte; anything else is
a failure that shows. `--seed` repeats a run; MOVE_CASES multiplies the numbers of random cases.
"""

import contextlib
import itertools
import os
import random
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Callable

import pytest
from pydicom import dcmread
from pydicom.filewriter import dcmwrite
from pynetdicom import AE

from harness import data
from harness.archives import Dcmqrscp
from harness.gantry import Gateway, archive
from harness.moving import Move, MovingArchive, by_the_book, deliver, fingerprint, in_parallel
from harness.processes import LOOPBACK, resident_bytes, wait_until
from harness.scripted import Listener
from harness.web import MULTIPART_DICOM, RawClient, read_multipart

SCALE = int(os.environ.get("MOVE_CASES", "1"))
# What the gateway before the archive has, and what the hasty one has.
PROGRESS, GRACE, HASTE = 20.0, 2.0, 2.0
# A timeout is to be kept within so many seconds; the rest is what a loaded machine takes.
GO, SLACK = 0.25, 5.0


class Bench:
    """One lying archive, and a gateway before it with short timeouts."""

    def __init__(self, folder, destinations):
        self.archive = MovingArchive([data.ct_slice("seed", 1, 16)], destinations).start()
        entry = archive(
            self.archive,
            retrieve="move",
            maximumAssociations=32,
            timeouts={"progress": f"{PROGRESS:g}s", "response": "10s"},
        )
        self.gateway = Gateway(
            folder, [entry], destinations["MOVE7"], aeTitle="MOVE7", storage={"grace": f"{int(GRACE * 1000)}ms"}, limits={"requests": 512}
        ).start()
        self.scripts: dict[str, Callable[[Move], None]] = {}
        self.numbers = itertools.count()
        self.archive.script = self._dispatch
        self.sources: dict[str, list] = {}

    def _dispatch(self, move: Move) -> None:
        self.scripts.get(str(move.identifier.StudyInstanceUID), by_the_book)(move)

    def study(self, count: int = 4, size: int = 16, script: Callable[[Move], None] = by_the_book, series: int = 1) -> str:
        """A new study at the archive, whose C-MOVEs the script does. Gives its name."""
        name = f"case{next(self.numbers)}"
        datasets = []
        for number in range(1, series + 1):
            for one in range(1, count + 1):
                dataset = data.ct_slice(name, one, size)
                dataset.SeriesInstanceUID = data.uid(f"{name}/{number}")
                dataset.SOPInstanceUID = data.uid(f"{name}/{number}/{one}")
                dataset.SeriesNumber = number
                datasets.append(dataset)
        self.scripts[data.uid(name)] = script
        self.sources[name] = datasets
        self.archive.datasets = self.archive.datasets + datasets
        return name

    def listed(self, name: str) -> dict[str, str]:
        return {str(one.SOPInstanceUID): fingerprint(one) for one in self.sources[name]}

    def ask(self, name: str, path: str = "", gateway: Gateway | None = None):
        with RawClient((gateway or self.gateway).port, 120) as client:
            client.send("GET", f"/dicom-web/studies/{data.uid(name)}{path}", {"Accept": MULTIPART_DICOM})
            return client.receive()

    def outcome(self, name: str, path: str = "") -> str:
        """`whole`: a clean 200 with what is listed. `wrong`: a clean 200 with anything else. Else `failed`."""
        return self.judge(name, self.ask(name, path))

    def judge(self, name: str, answer, wanted: dict[str, str] | None = None) -> str:
        if answer.status != 200 or not answer.is_clean:
            return "failed"
        found = contents(answer)
        return "whole" if found == sorted((wanted or self.listed(name)).items()) else "wrong"

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.gateway.process.pid}/fd"))

    def stop(self) -> None:
        self.gateway.stop()
        self.archive.stop()


def contents(answer) -> list[tuple[str, str]]:
    """UID and fingerprint of each part, in order of the UIDs; one that comes twice is there twice."""

    parts = read_multipart(answer.headers["content-type"], answer.body)
    datasets = [dcmread(BytesIO(part.body)) for part in parts]
    return sorted((str(one.SOPInstanceUID), fingerprint(one)) for one in datasets)


@pytest.fixture(scope="module")
def bench(workspace, move_destinations):
    one = Bench(workspace / "move-faults", move_destinations)
    # Once by the book, so that everything that is opened once is open.
    assert one.outcome(one.study()) == "whole"
    before = one.descriptors()
    yield one
    # Every association and spool file of every case is given back; the cache keeps some.
    held = [f"/dicom-web/studies/{data.uid(name)}" for name in one.sources]
    with contextlib.suppress(TimeoutError):
        wait_until(lambda: sockets(one.gateway.process.pid) <= 3, 10, "no socket but the listeners")
    left = sockets(one.gateway.process.pid)
    one.stop()
    assert left <= 3, f"{left} sockets are open after {len(held)} cases; {before} descriptors at the start"


def sockets(pid: int) -> int:
    """TCP connections that are established: listeners have no peer."""
    inodes = set()
    for name in os.listdir(f"/proc/{pid}/fd"):
        with contextlib.suppress(OSError):
            target = os.readlink(f"/proc/{pid}/fd/{name}")
            if target.startswith("socket:["):
                inodes.add(target[8:-1])
    established = 0
    with open("/proc/net/tcp") as table:
        for line in table.readlines()[1:]:
            fields = line.split()
            established += fields[9] in inodes and fields[3] == "01"
    return established


@pytest.fixture
def tally(figure, seed, request):
    """Counts cases and failures of a row: `tally("B2 …", outcomes, allowed)`."""

    def count(row: str, outcomes: list[str], bad: int, note: str = "") -> None:
        spread = {word: outcomes.count(word) for word in sorted(set(outcomes))}
        figure(f"{row:58} cases {len(outcomes):5}  failures {bad}  {spread} {note}".rstrip())
        assert bad == 0, f"{row}: {spread}"

    return count


def at_once(tasks: list[Callable[[], str]], width: int = 12) -> list[str]:
    with ThreadPoolExecutor(width) as pool:
        return list(pool.map(lambda task: task(), tasks))


# B2, B7: when the final response comes.


@pytest.mark.timeout(180)
def test_b2_the_final_response_comes_when_it_likes(bench, tally, seed):
    rng = random.Random(seed)

    def script(before: int, delay: float, gaps: float, naming):
        def run(move: Move) -> None:
            with move.association() as association:
                for index, dataset in enumerate(move.matches):
                    if index == before:
                        move.respond(0x0000, None, len(move.matches), 0, 0)
                        time.sleep(delay)
                    move.send(association, dataset, naming(move))
                    time.sleep(gaps)
                if before >= len(move.matches):
                    time.sleep(delay)
                    move.respond(0x0000, None, len(move.matches), 0, 0)

        return run

    names = []
    for _ in range(36 * SCALE):
        count = rng.randint(1, 5)
        naming = rng.choice([lambda move: move.truth, lambda move: (None, None)])
        names.append(bench.study(count, script=script(rng.randint(0, count), rng.choice([0, 0.001, 0.02, 0.3]), rng.choice([0, 0.01, 0.1]), naming)))
    outcomes = at_once([lambda name=name: bench.outcome(name) for name in names])
    tally("B2 final response before, between, after the stores", outcomes, len(outcomes) - outcomes.count("whole"))


def test_b2_stragglers_later_than_the_grace_are_missing(bench):
    def late(move: Move) -> None:
        move.respond(0x0000, None, len(move.matches), 0, 0)
        time.sleep(GRACE + 1)
        with contextlib.suppress(ConnectionError), move.association() as association:
            for dataset in move.matches:
                move.send(association, dataset, move.truth)

    start = time.monotonic()
    name = bench.study(2, script=late)
    answer = bench.ask(name)
    elapsed = time.monotonic() - start
    assert answer.status == 502
    assert GRACE <= elapsed < GRACE + GO + SLACK, elapsed
    wait_until(lambda: len([one for one in bench.archive.answers if one[1] in bench.listed(name)]) == 2, 10, "the late stores")
    assert {status for _, uid, status in bench.archive.answers if uid in bench.listed(name)} == {0x0124}


def test_b7_without_a_final_response_the_list_decides(bench, tally):
    def mute(move: Move) -> None:
        with move.association() as association:
            for dataset in move.matches:
                move.send(association, dataset, move.truth)
        wait_until(lambda: move.is_gone, 20, "the end of the association")

    outcomes = at_once([lambda: bench.outcome(bench.study(3, script=mute)) for _ in range(6 * SCALE)])
    tally("B7 no final response, all listed instances there", outcomes, len(outcomes) - outcomes.count("whole"))


# B3: lies about numbers.


@pytest.mark.timeout(240)
def test_b3_counts_that_lie(bench, tally, seed):
    rng = random.Random(seed + 1)

    def script(sent: set[int], extra: bool, status: int, numbers: dict, is_pending: bool):
        def run(move: Move) -> None:
            datasets = [one for one in move.matches if one.InstanceNumber in sent]
            if extra:
                surplus = data.ct_slice("surplus", 1, 16)
                surplus.StudyInstanceUID = move.matches[0].StudyInstanceUID
                surplus.SeriesInstanceUID = move.matches[0].SeriesInstanceUID
                datasets.insert(0, surplus)
            if datasets:
                with move.association(datasets) as association:
                    for dataset in datasets:
                        move.send(association, dataset, move.truth)
                        if is_pending:
                            move.respond(0xFF00, **{key: rng.choice([0, 1, 99, None]) for key in ("remaining", "completed", "failed")})
            move.respond(status, **numbers)

        return run

    cases = []
    for _ in range(80 * SCALE):
        count = rng.randint(1, 4)
        everything = range(1, count + 1)
        sent = set(rng.choice([everything, everything, rng.sample(everything, rng.randint(0, count))]))
        numbers = {key: rng.choice([None, 0, 1, count, 65535]) for key in ("remaining", "completed", "failed", "warning")}
        status = rng.choice([0x0000, 0x0000, 0xB000])
        name = bench.study(count, script=script(sent, rng.random() < 0.3, status, numbers, rng.random() < 0.5))
        cases.append((name, len(sent) == count))
    outcomes = at_once([lambda name=name: bench.outcome(name) for name, _ in cases])
    expected = ["whole" if is_sent else "failed" for _, is_sent in cases]
    bad = sum(outcome != wanted for outcome, wanted in zip(outcomes, expected))
    tally("B3 n-1, n, n+1 stores, counts missing and wrong", outcomes, bad)


# B4: final statuses.


@pytest.mark.parametrize("has_begun", [False, True], ids=["before", "after the first byte"])
def test_b4_final_statuses(bench, tally, has_begun):
    expected = {0xA701: 503, 0xA702: 503, 0xA801: 502, 0xA900: 502, 0xB000: 502, 0xC001: 502, 0xC512: 502, 0xFE00: 502, 0x0122: 501, 0x0124: 403}

    def script(status: int, has_list: bool):
        def run(move: Move) -> None:
            if has_begun:
                first = [one for one in move.matches if one.InstanceNumber == 1]
                with contextlib.ExitStack() as stack:
                    for dataset in first:
                        move.send(stack.enter_context(move.association()), dataset, move.truth)
                time.sleep(0.2)
            rest = [one.SOPInstanceUID for one in move.matches if one.InstanceNumber != 1 or not has_begun]
            move.respond(status, None, 1, len(rest), 0, rest if has_list else [])

        return run

    def case(status: int, has_list: bool) -> str:
        start = time.monotonic()
        answer = bench.ask(bench.study(3, script=script(status, has_list)))
        is_quick = time.monotonic() - start < GRACE + GO + SLACK
        if has_begun:
            return "reset" if answer.status == 200 and not answer.is_clean and is_quick else f"{status:04X} {answer.status}"
        return "mapped" if answer.status == expected[status] and is_quick else f"{status:04X} became {answer.status}"

    outcomes = at_once([lambda one=one: case(*one) for one in itertools.product(expected, (False, True))], 4)
    good = "reset" if has_begun else "mapped"
    place = "after" if has_begun else "before"
    tally(f"B4 final failure {place} the first byte", outcomes, len(outcomes) - outcomes.count(good))


def test_b4_a_failure_with_everything_there_is_whole(bench):
    def grumpy(move: Move) -> None:
        deliver(move, lambda dataset: move.truth, status=0xA702)

    assert bench.outcome(bench.study(3, script=grumpy)) == "whole"


# B5: the archive's own association breaks.


def cut(association, after: int) -> None:
    """Closes the connection once so many bytes have gone."""
    sock = association.dul.socket
    real, left = sock.send, after

    def send(data: bytes) -> None:
        nonlocal left
        if left <= 0 or len(data) > left:
            with contextlib.suppress(OSError):
                sock.socket.sendall(data[: max(left, 0)])
                sock.socket.shutdown(2)
            left = 0
            return
        left -= len(data)
        real(data)

    sock.send = send


@pytest.mark.timeout(180)
def test_b5_an_association_that_breaks_inside_an_instance(bench, tally, seed):
    rng = random.Random(seed + 2)

    def script(offset: int, then: str):
        asked: list[Move] = []

        def run(move: Move) -> None:
            asked.append(move)
            with contextlib.suppress(Exception), move.association() as association:
                association.dimse_timeout = 0.3
                if len(asked) == 1 or then == "gives up":
                    cut(association, offset)
                for dataset in move.matches:
                    if move.send(association, dataset, move.truth) is None:
                        association.abort()
                        break
            acknowledged = {uid for number, uid, status in move.archive.answers if number == move.id and status == 0x0000}
            missing = [one for one in move.matches if str(one.SOPInstanceUID) not in acknowledged]
            if missing and then in ("gives up", "is asked again"):
                return move.respond(0xB000, None, None, len(missing), 0)
            rest = move.matches if then == "starts again" else missing
            if rest:
                with move.association(rest) as association:
                    for dataset in rest:
                        move.send(association, dataset, move.truth)
            move.respond(0x0000, None, len(move.matches), 0, 0)

        return run

    cases = []
    for _ in range(24 * SCALE):
        then = rng.choice(["resumes", "starts again", "gives up", "is asked again"])
        # An instance is some 8,700 bytes long; asking again needs one that came.
        cases.append((then, bench.study(3, 64, script(rng.randint(10_000 if then == "is asked again" else 0, 26_000), then))))
    outcomes = at_once([lambda name=name: bench.outcome(name) for _, name in cases])
    bad = sum(outcome == "wrong" or then != "gives up" and outcome != "whole" for (then, _), outcome in zip(cases, outcomes))
    assert not bad, [(then, outcome) for (then, _), outcome in zip(cases, outcomes)]
    tally("B5 store association broken inside an instance", outcomes, bad)


# B6: no progress.


@pytest.fixture
def hasty(bench, serve, move_destinations) -> Gateway:
    """A gateway before the same archive that waits for progress for two seconds."""
    entry = archive(bench.archive, retrieve="move", timeouts={"progress": f"{HASTE:g}s"})
    return serve([entry], aeTitle="MOVE6", storage_port=move_destinations["MOVE6"])


def test_b6_pending_for_ever_is_given_up(bench, hasty, figure):
    def forever(move: Move) -> None:
        while not move.is_gone and not move.is_cancelled:
            move.respond(0xFF00, 3, 0, 0, 0)
            time.sleep(0.1)

    start = time.monotonic()
    answer = bench.ask(bench.study(3, script=forever), gateway=hasty)
    elapsed = time.monotonic() - start
    assert answer.status == 504
    assert HASTE <= elapsed < HASTE + GO + SLACK, elapsed
    figure(f"{'B6 pending for ever, no stores':58} 504 after {elapsed:.2f} s of {HASTE} s + {GO} s")


def test_b6_silence_is_given_up(bench, hasty, figure):
    start = time.monotonic()
    answer = bench.ask(bench.study(3, script=lambda move: wait_until(lambda: move.is_gone, 20, "the end")), gateway=hasty)
    elapsed = time.monotonic() - start
    assert answer.status == 504
    assert HASTE <= elapsed < HASTE + GO + SLACK, elapsed
    figure(f"{'B6 neither pending nor stores':58} 504 after {elapsed:.2f} s of {HASTE} s + {GO} s")


def test_b6_slow_stores_are_progress(bench, hasty):
    """Each comes within the timeout, all of them long after it; the pending responses say nothing new."""

    def slow(move: Move) -> None:
        with move.association() as association:
            for dataset in move.matches:
                time.sleep(HASTE * 0.6)
                move.respond(0xFF00)
                move.send(association, dataset, move.truth)
        move.respond(0x0000)

    name = bench.study(4, script=slow)
    assert bench.judge(name, bench.ask(name, gateway=hasty)) == "whole"


# B8, B13: whose an instance is.


@pytest.mark.timeout(240)
def test_b8_names_that_are_missing_or_lie(bench, tally, seed):
    rng = random.Random(seed + 3)
    lock, last = threading.Lock(), [1]
    namings = {
        "missing": lambda move: (None, None),
        "zero": lambda move: ("", 0),
        "wrong": lambda move: (move.caller, (move.id + rng.randint(1000, 60_000)) % 65536),
        "reused": lambda move: (move.caller, last[0]),
        "no title": lambda move: (None, move.id),
        "own title": lambda move: (move.archive.aet, move.id),
    }

    def script(naming):
        def run(move: Move) -> None:
            with lock:
                last[0] = move.id
            pairs = [one for one in move.matches]
            rng.shuffle(pairs)
            half = rng.randint(0, len(pairs))
            in_parallel(move, [pairs[:half], pairs[half:]], lambda dataset: naming(move))
            move.respond(0x0000, None, len(pairs), 0, 0)

        return run

    names = [bench.study(3, script=script(naming)) for naming in namings.values() for _ in range(6 * SCALE)]
    rng.shuffle(names)
    outcomes = at_once([lambda name=name: bench.outcome(name) for name in names], 8)
    tally("B8 Move Originator missing, zero, wrong, reused; 8 at once", outcomes, len(outcomes) - outcomes.count("whole"))


@pytest.mark.timeout(120)
def test_b13_eight_associations_interleaved(bench, tally):
    def many(move: Move) -> None:
        shares = [move.matches[index::8] for index in range(8)]
        in_parallel(move, shares, lambda dataset: move.truth)
        move.respond(0x0000, None, len(move.matches), 0, 0)

    outcomes = at_once([lambda: bench.outcome(bench.study(24, script=many)) for _ in range(3 * SCALE)], 3)
    tally("B13 eight store associations, three C-MOVEs at once", outcomes, len(outcomes) - outcomes.count("whole"))


# B9: to nobody.


def test_b9_what_comes_after_a_cancel_is_refused(bench):
    """The client leaves, the C-MOVE is cancelled, and the archive goes on."""
    sent = threading.Event()

    def stubborn(move: Move) -> None:
        with contextlib.suppress(Exception), move.association() as association:
            for dataset in move.matches:
                move.send(association, dataset, move.truth)
                sent.set()
                time.sleep(0.1)

    name = bench.study(20, script=stubborn)
    with RawClient(bench.gateway.port) as client:
        client.send("GET", f"/dicom-web/studies/{data.uid(name)}", {"Accept": MULTIPART_DICOM})
        assert sent.wait(10)
    wanted = bench.listed(name)
    wait_until(lambda: 0x0124 in {status for _, uid, status in bench.archive.answers if uid in wanted}, 10, "a refusal (0124)")
    answers = [status for _, uid, status in bench.archive.answers if uid in wanted]
    assert answers[answers.index(0x0124) :].count(0x0000) == 0, answers


def test_b9_memory_stays_where_it_was(bench, figure):
    application = AE("STRANGER")
    application.add_requested_context(data.CT_IMAGE, "1.2.840.10008.1.2.1")
    dataset = data.ct_slice("nobody", 1, 512)

    def push(count: int) -> None:
        association = application.associate(LOOPBACK, bench.gateway.storage_port, ae_title="MOVE7")
        for _ in range(count):
            time.sleep(0.002)
            assert association.send_c_store(dataset).Status == 0x0124
        association.release()

    push(20)
    before = resident_bytes(bench.gateway.process.pid)
    push(100 * SCALE)
    grown = resident_bytes(bench.gateway.process.pid) - before
    figure(f"{'B9 unsolicited stores of 512 KiB, all refused':58} cases {100 * SCALE:5}  memory {grown / 2**20:+.1f} MiB")
    assert grown < 16 << 20


# B10, B11: not what was asked for.


def test_b10_the_same_again_is_one_copy(bench):
    def twice(move: Move) -> None:
        deliver(move, lambda dataset: move.truth, [one for one in move.matches for _ in range(2)])

    assert bench.outcome(bench.study(3, script=twice)) == "whole"


def test_b10_the_same_uid_with_other_bytes_fails(bench):
    def forged(move: Move) -> None:
        other = data.ct_slice(str(move.matches[0].StudyDescription)[6:], 9, 16)
        other.SOPInstanceUID = move.matches[0].SOPInstanceUID
        deliver(move, lambda dataset: move.truth, [*move.matches[:1], other, *move.matches[1:]])

    name = bench.study(3, script=forged)
    assert bench.outcome(name) == "failed"
    assert "conflicting" in bench.gateway.process.output()


def test_b10_one_uid_in_two_series_is_two_instances(bench):
    name = bench.study(1, series=2)
    first, second = bench.sources[name]
    second.SOPInstanceUID = first.SOPInstanceUID
    second.PixelData = bytes(reversed(second.PixelData))
    answer = bench.ask(name)
    assert answer.status == 200 and answer.is_clean
    assert contents(answer) == sorted((str(one.SOPInstanceUID), fingerprint(one)) for one in (first, second))


@pytest.mark.parametrize("attribute", ["SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"])
def test_b11_a_data_set_that_is_another(bench, attribute):
    """Its UIDs are not those of the command, or not those that were asked for."""

    def forged(move: Move) -> None:
        other = dcmread(BytesIO(as_file(move.matches[1])))
        foreign = data.uid("somebody else")
        setattr(other, attribute, foreign)
        with move.association() as association:
            move.send(association, move.matches[0], move.truth)
            if attribute == "SOPInstanceUID":
                # The command says what was asked for, the data set something else.
                other.SOPInstanceUID = move.matches[1].SOPInstanceUID
                lie_about(association, str(other.SOPInstanceUID), foreign)
            move.send(association, other, move.truth)
        move.respond(0x0000, None, 2, 0, 0)

    name = bench.study(2, script=forged)
    answer = bench.ask(name, "" if attribute != "SeriesInstanceUID" else f"/series/{data.uid(f'{name}/1')}")
    assert not (answer.status == 200 and answer.is_clean)
    assert data.uid("somebody else").encode() not in answer.body
    refused = [status for _, uid, status in bench.archive.answers if uid == str(bench.sources[name][1].SOPInstanceUID)]
    assert refused and 0x0000 not in refused, refused


def as_file(dataset) -> bytes:
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    buffer = BytesIO()
    dcmwrite(buffer, dataset, enforce_file_format=True)
    return buffer.getvalue()


def lie_about(association, told: str, true: str) -> None:
    """Has the data set of the next C-STORE name another instance than its command, of the same length or padded."""
    real = association.dimse.send_msg

    def send(message, context_id):
        if getattr(message, "DataSet", None) is not None:
            raw = message.DataSet.getvalue()
            message.DataSet = BytesIO(raw.replace(told.encode(), true.encode().ljust(len(told), b"\0")[: len(told)]))
        real(message, context_id)

    association.dimse.send_msg = send


# B12: the scope.


def test_b12_only_what_is_asked_for_is_moved(bench, tally):
    name = bench.study(3, series=3)
    series, instance = data.uid(f"{name}/2"), data.uid(f"{name}/2/1")
    asked = [(f"/series/{series}/instances/{instance}", 1, "IMAGE"), (f"/series/{data.uid(f'{name}/3')}", 3, "SERIES"), ("", 9, "STUDY")]
    outcomes = []
    for path, count, level in asked:
        before = len(bench.archive.answers)
        assert bench.ask(name, path).status == 200
        time.sleep(0.3)  # The archive notes an answer when it has it.
        sent = len(bench.archive.answers) - before
        outcomes.append("exact" if sent == count and bench.archive.moves[-1].identifier.QueryRetrieveLevel == level else f"{level}: {sent}")
    tally("B12 study, series, instance: sub-operations as asked", outcomes, len(outcomes) - outcomes.count("exact"))


# B1, B14, B15: clients that leave, and clients that share.


@pytest.mark.timeout(180)
def test_b1_what_is_acknowledged_is_kept(bench, tally, seed):
    """The client leaves at a random moment; what the archive was told is stored is served without a second C-MOVE."""
    rng = random.Random(seed + 4)

    def case() -> str:
        name = bench.study(8, 64, lambda move: deliver(move, lambda dataset: move.truth, pause=0.02))
        client = RawClient(bench.gateway.port)
        client.send("GET", f"/dicom-web/studies/{data.uid(name)}", {"Accept": MULTIPART_DICOM})
        time.sleep(rng.uniform(0.05, 0.6))
        client.socket.close()
        wanted = bench.listed(name)
        time.sleep(1.5)
        acknowledged = [uid for _, uid, status in bench.archive.answers if uid in wanted and status == 0x0000]
        moves = len([move for move in bench.archive.moves if str(move.identifier.StudyInstanceUID) == data.uid(name)])
        for uid in acknowledged:
            path = f"/series/{data.uid(f'{name}/1')}/instances/{uid}"
            if bench.judge(name, bench.ask(name, path), {uid: wanted[uid]}) != "whole":
                return "lost"
        again = len([move for move in bench.archive.moves if str(move.identifier.StudyInstanceUID) == data.uid(name)])
        return "kept" if again == moves else "fetched again"

    outcomes = at_once([case] * (12 * SCALE), 6)
    tally("B1 acknowledged and lost, clients leaving at random", outcomes, len(outcomes) - outcomes.count("kept"))


@pytest.mark.parametrize("stage", ["before the first store", "between stores", "in a store", "ignoring the cancel"])
def test_b14_a_client_that_leaves_is_a_cancel(bench, figure, stage):
    """C-CANCEL at once, an abort when it is ignored, and nothing more is taken."""
    times: list[float] = []
    aborts: list[float] = []

    def run_once() -> None:
        begun, cancelled, gone = threading.Event(), [], []

        def watch(move: Move) -> None:
            while not cancelled or not gone:
                if move.is_cancelled and not cancelled:
                    cancelled.append(time.monotonic())
                    if stage != "ignoring the cancel":
                        return
                if move.is_gone and not gone:
                    gone.append(time.monotonic())
                    return
                time.sleep(0.002)

        def script(move: Move) -> None:
            watcher = threading.Thread(target=watch, args=(move,))
            if stage in ("before the first store", "ignoring the cancel"):
                begun.set()
                watcher.start()
                watcher.join(10)
            else:
                with contextlib.suppress(Exception), move.association() as association:
                    move.send(association, move.matches[0], move.truth)
                    if stage == "in a store":
                        # The command set and the beginning of a data set, and no more.
                        cut_short(association, move)
                    begun.set()
                    watcher.start()
                    watcher.join(10)
            if stage != "ignoring the cancel" and not move.is_gone:
                move.respond(0xFE00, 3, 1, 0, 0)

        name = bench.study(4, 64, script)
        client = RawClient(bench.gateway.port)
        client.send("GET", f"/dicom-web/studies/{data.uid(name)}", {"Accept": MULTIPART_DICOM})
        assert begun.wait(10)
        time.sleep(0.1)
        left = time.monotonic()
        client.socket.close()
        wait_until(lambda: bool(cancelled), 5, "a C-CANCEL")
        times.append(cancelled[0] - left)
        if stage == "ignoring the cancel":
            wait_until(lambda: bool(gone), 5, "an abort")
            aborts.append(gone[0] - left)

    for _ in range(4 * SCALE):
        run_once()
    ending = f", abort after {max(aborts):.2f} s at most" if aborts else ""
    figure(f"{f'B14 client gone {stage}':58} cases {len(times):5}  C-CANCEL after {statistics.median(times) * 1000:.0f} ms, {max(times) * 1000:.0f} ms at most{ending}")
    assert not aborts or max(aborts) < 2 + SLACK


def cut_short(association, move: Move) -> None:
    """Begins the second instance, and leaves it at that."""
    sock = association.dul.socket
    real = sock.send
    passed = [0]

    def send(data: bytes) -> None:
        if passed[0] < 2:
            passed[0] += 1
            # The head of a P-DATA-TF is enough for an instance to have begun.
            real(data if passed[0] == 1 else data[: len(data) // 2])

    sock.send = send
    association.dimse_timeout = 1
    threading.Thread(target=move.send, args=(association, move.matches[1], move.truth), daemon=True).start()
    time.sleep(0.2)


def test_b14_before_the_association_is_accepted(serve, move_destinations):
    silent = Listener()
    gateway = serve([archive(silent, retrieve="move", timeouts={"associate": "30s"})], aeTitle="MOVE6", storage_port=move_destinations["MOVE6"])
    try:
        wait_until(lambda: silent.connections >= 1, 10, "the C-ECHO of the start")
        before = sockets(gateway.process.pid)
        with RawClient(gateway.port) as client:
            client.send("GET", f"/dicom-web/studies/{data.uid('nothing')}", {"Accept": MULTIPART_DICOM})
            wait_until(lambda: silent.connections >= 2, 10, "the association request")
        wait_until(lambda: sockets(gateway.process.pid) <= before, 3, "the connection closed")
    finally:
        silent.stop()


@pytest.mark.timeout(120)
def test_b15_fifty_viewers_are_one_move(bench, figure):
    name = bench.study(6, 64, lambda move: deliver(move, lambda dataset: move.truth, pause=0.15))
    leavers = [RawClient(bench.gateway.port) for _ in range(5)]

    def view() -> str:
        return bench.outcome(name)

    with ThreadPoolExecutor(50) as pool:
        running = [pool.submit(view) for _ in range(45)]
        for client in leavers:
            client.send("GET", f"/dicom-web/studies/{data.uid(name)}", {"Accept": MULTIPART_DICOM})
        time.sleep(0.3)
        for client in leavers:
            client.socket.close()
        outcomes = [one.result() for one in running]
    moves = [move for move in bench.archive.moves if str(move.identifier.StudyInstanceUID) == data.uid(name)]
    figure(f"{'B15 fifty viewers of one study, five of them leave':58} C-MOVEs {len(moves)}  whole {outcomes.count('whole')} of 45")
    assert len(moves) == 1 and outcomes == ["whole"] * 45


# B16: many.


@pytest.mark.timeout(240)
def test_b16_many_small_instances_in_flat_memory(workspace, move_destinations, serve, figure):
    """From dcmqrscp, which sends fast."""
    count = 300 * SCALE
    folder = workspace / "many"
    peer = Dcmqrscp(folder, destinations=move_destinations)
    peer.add([data.save(data.ct_slice("many", number, 4), folder / "files" / f"{number}.dcm") for number in range(1, count + 1)])
    peer.start()
    try:
        gateway = serve([archive(peer, retrieve="move")], aeTitle="MOVE6", storage_port=move_destinations["MOVE6"]).settle()
        before = resident_bytes(gateway.process.pid)
        with RawClient(gateway.port, 120) as client:
            client.send("GET", f"/dicom-web/studies/{data.uid('many')}", {"Accept": MULTIPART_DICOM})
            answer = client.receive()
        grown = resident_bytes(gateway.process.pid) - before
        assert answer.is_clean and len({uid for uid, _ in contents(answer)}) == count
        figure(f"{'B16 small instances in one C-MOVE':58} cases {count:5}  memory {grown / 2**20:+.1f} MiB")
        assert grown < 64 << 20
    finally:
        peer.stop()
