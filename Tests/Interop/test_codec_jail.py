"""Codestreams that nobody should send, among good ones: the gateway goes on, and the good answers stay right."""

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import requests
from PIL import Image
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.encaps import encapsulate, get_frame

from harness import data
from harness.codestreams import (
    high_throughput_stream, instance, jpeg2000_stream, jpeg_ls_stream, jpegxl_stream, run, samples,
)  # fmt: skip
from harness.gantry import Gateway, archive, gateway_before
from harness.processes import wait_until
from harness.scripted import ScriptedArchive
from harness.web import MULTIPART_BYTES, parts_of

# How many mutations; `GANTRY_CODEC_MUTATIONS=10000` is the whole trial.
MUTATIONS = int(os.environ.get("GANTRY_CODEC_MUTATIONS", "400"))
GOOD_FOR_EACH = 10
CLIENTS = 8
# What a codestream may come to: an image, a form that is not decoded, too large a one, a damaged one.
ANSWERS = {200, 406, 413, 502}


def dcmtk_stream(kind: str, folder: Path, *options: str) -> bytes:
    """By DCMTK's encoder of JPEG or RLE."""
    native = data.with_pixels(data.instance("codec-jail-source", modality="OT", sop_class=data.SECONDARY_CAPTURE), samples(kind), bits=12 if kind == "mono12" else None)
    data.save(native, folder / "native.dcm")
    run(*options, folder / "native.dcm", folder / "encoded.dcm")
    return get_frame(dcmread(folder / "encoded.dcm").PixelData, 0, number_of_frames=1)


def good_streams(folder: Path) -> dict[tuple[str, str], bytes]:
    """One codestream of each codec, by codec and kind of samples."""
    mono, mono12 = samples("mono8"), samples("mono12")
    Image.fromarray(mono).save(folder / "baseline.jpg", quality=90)
    return {
        ("jpeg", "mono8"): (folder / "baseline.jpg").read_bytes(),
        ("jpeg-lossless", "mono12"): dcmtk_stream("mono12", folder, "dcmcjpeg", "+e1"),
        ("jpeg-ls", "mono12"): jpeg_ls_stream(mono12, 12),
        ("jpeg-ls-near", "rgb8"): jpeg_ls_stream(samples("rgb8"), 8, 2, 0),
        ("jpeg2000", "mono12"): jpeg2000_stream(mono12, 12, folder),
        ("jpeg2000-lossy", "rgb8"): jpeg2000_stream(samples("rgb8"), 8, folder, "-r", "4", "-I"),
        ("htj2k", "mono12"): high_throughput_stream(mono12, 12, folder),
        ("jpegxl", "mono8"): jpegxl_stream(mono, 8, folder),
        ("rle", "mono8"): dcmtk_stream("mono8", folder, "dcmcrle"),
    }


def mutated(stream: bytes, chance: random.Random) -> bytes:
    """One to five changes: of bits, of bytes, of lengths that lie, pieces gone or doubled, or an end that comes early."""
    changed = bytearray(stream)
    for _ in range(chance.randint(1, 5)):
        if len(changed) < 40:
            break  # A fragment has two bytes at least.
        place = chance.randrange(len(changed))
        end = min(len(changed), place + chance.randint(1, 32))
        match chance.randrange(7):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                changed[place] = chance.choice((0, 1, 0x7F, 0x80, 0xFE, 0xFF))
            case 2:
                changed[place:end] = chance.randbytes(end - place)
            case 3:
                del changed[place:end]
            case 4:
                changed[place:place] = changed[place:end]
            case 5 if place > 4:
                del changed[place:]
            case _:
                # Most of what a decoder believes stands at the beginning.
                changed[chance.randrange(min(120, len(changed)))] = chance.randrange(256)
    return bytes(changed)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, seed) -> dict[tuple[str, str], tuple]:
    """For each codec an instance whose first frame is good, and whose others are mutations of it."""
    folder, chance = tmp_path_factory.mktemp("codec-jail"), random.Random(seed)
    streams = good_streams(folder)
    share = -(-MUTATIONS // len(streams))
    return {
        (codec, kind): instance("codec-jail", codec, kind, [stream] + [mutated(stream, chance) for _ in range(share)], number=number)
        for number, ((codec, kind), stream) in enumerate(streams.items(), 1)
    }


def bomb(name: str, codec: str, stream: bytes, rows: int, columns: int, number: int):
    return instance(name, codec, "mono8", [stream], number=number, rows=rows, columns=columns)


@pytest.fixture(scope="module")
def bombs(tmp_path_factory) -> dict[str, tuple]:
    """A few bytes that say to be a large image, as the data set does too."""
    folder = tmp_path_factory.mktemp("bombs")
    dark = np.zeros((64, 64), np.uint8)
    jpeg2000 = jpeg2000_stream(dark, 8, folder)
    side = (20_000).to_bytes(4, "big")
    size = jpeg2000.index(b"\xff\x51")
    large = bytearray(jpeg2000)
    large[size + 6 : size + 14] = large[size + 22 : size + 30] = side + side
    jpeg_ls = jpeg_ls_stream(dark, 8)
    frame = jpeg_ls.index(b"\xff\xf7")
    long = jpeg_ls[: frame + 5] + (65_535).to_bytes(2, "big") + (8192).to_bytes(2, "big") + jpeg_ls[frame + 9 :]
    # As much as is let through: it is an even image, and may be one.
    even = bytearray(jpeg2000)
    even[size + 6 : size + 14] = even[size + 22 : size + 30] = (8_000).to_bytes(4, "big") * 2
    return {
        "JPEG 2000, 20,000 x 20,000": bomb("bombs", "jpeg2000", bytes(large), 20_000, 20_000, 1),
        "JPEG-LS, 8,192 x 65,535": bomb("bombs", "jpeg-ls", long, 65_535, 8192, 2),
        "JPEG 2000, 8,000 x 8,000": bomb("bombs", "jpeg2000", bytes(even), 8000, 8000, 3),
    }


@pytest.fixture(scope="module")
def cut() -> list:
    """CharLS alone runs for ever on these."""
    source = dcmread(get_testdata_file("MR_small_jpeg_ls_lossless.dcm"))
    stream = get_frame(source.PixelData, 0, number_of_frames=1)
    made = []
    for number, length in enumerate((3000, 4000, 4400), 1):
        dataset = data.instance("cut-jpeg-ls", number=number, modality="OT", sop_class=data.SECONDARY_CAPTURE, syntax=source.file_meta.TransferSyntaxUID)
        dataset.update({tag: source[tag] for tag in source.keys() if tag.group in (0x0028, 0x7FE0)})
        dataset.PixelData = encapsulate([stream[:length]])
        made.append(dataset)
    return made


@pytest.fixture(scope="module")
def gateway(tmp_path_factory, hostile, bombs, cut):
    with gateway_before([*hostile.values(), *bombs.values(), *cut], tmp_path_factory.mktemp("gateway-jail")) as service:
        yield service


def get(gateway, dataset, number: int = 1, session=requests) -> requests.Response:
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return session.get(f"{gateway.url}{path}/frames/{number}", headers={"Accept": MULTIPART_BYTES}, timeout=300)


def pixels(response: requests.Response) -> bytes:
    [part] = parts_of(response)
    return part.body


def children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return found


def nursery(gateway) -> int:
    """The process that forks the workers."""
    [found] = children(gateway.process.pid)
    return found


def workers(gateway) -> list[int]:
    return children(nursery(gateway))


def has_ended(pid: int) -> bool:
    """Whether a process is gone, or waits for nothing but to be forgotten."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].startswith("Z")
    except FileNotFoundError:
        return True


def peak_bytes(pid: int) -> int:
    """The most memory that a process has had resident."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM"))


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


class Clients:
    """Threads with a connection each, which remember what came and how long it took."""

    def __init__(self, gateway, hostile):
        self.gateway, self.hostile = gateway, hostile
        self.good: list[float] = []
        self.answers: dict[int, int] = {}
        self.wrong: list[str] = []

    def prepare(self) -> None:
        self.expected = {}
        for key, dataset in self.hostile.items():
            response = get(self.gateway, dataset)
            assert response.status_code == 200, f"{key}: {response.status_code} {response.text[:300]}"
            self.expected[key] = pixels(response)
            if not key[0].endswith("near") and key[0] not in ("jpeg", "jpeg2000-lossy"):
                assert self.expected[key] == samples(key[1]).tobytes(), f"{key} is not what was encoded"

    def ask(self, session: requests.Session, key, number: int) -> None:
        started = time.monotonic()
        response = get(self.gateway, self.hostile[key], number, session)
        elapsed = time.monotonic() - started
        if number == 1:
            self.good.append(elapsed)
            if response.status_code != 200 or pixels(response) != self.expected[key]:
                self.wrong.append(f"{key}: {response.status_code}")
            return
        self.answers[response.status_code] = self.answers.get(response.status_code, 0) + 1
        if response.status_code not in ANSWERS:
            self.wrong.append(f"{key} frame {number}: {response.status_code} {response.text[:200]}")
        elif response.status_code == 200 and len(pixels(response)) != len(self.expected[key]):
            self.wrong.append(f"{key} frame {number}: {len(pixels(response))} bytes")

    def run(self, requests_: list) -> None:
        def work(share: list) -> None:
            with requests.Session() as session:
                for key, number in share:
                    self.ask(session, key, number)

        self.good = []
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(work, [requests_[start::CLIENTS] for start in range(CLIENTS)]))


def test_mutations_among_good_requests_change_none_of_them(gateway, hostile, seed, figure):
    chance, keys = random.Random(seed), list(hostile)
    bad = [(key, number) for key, dataset in hostile.items() for number in range(2, int(dataset.NumberOfFrames) + 1)]
    good = [(chance.choice(keys), 1) for _ in range(len(bad) * GOOD_FOR_EACH)]
    clients, process = Clients(gateway, hostile), gateway.process.pid
    clients.prepare()
    clients.run(good[: max(len(good) // 4, 200)])
    before = percentile(clients.good, 0.99)
    mixed = bad + good
    chance.shuffle(mixed)
    clients.run(mixed)
    assert not clients.wrong, f"seed {seed}: {len(clients.wrong)}: {clients.wrong[:5]}"
    assert gateway.process.pid == process and requests.get(f"{gateway.root}/health/live", timeout=30).status_code == 200
    log = gateway.log.read_text()
    assert "unexpected error" not in log and "no codec worker" not in log
    after = percentile(clients.good, 0.99)
    figure(
        f"{len(bad)} mutated codestreams of {len(hostile)} codecs among {len(good)} good requests (seed {seed}): {dict(sorted(clients.answers.items()))}; "
        f"99th percentile of the good {before * 1000:.1f} ms without them, {after * 1000:.1f} ms with them"
    )


def test_a_cut_jpeg_ls_stream_is_damaged_and_no_endless_loop(gateway, cut):
    for dataset in cut:
        assert get(gateway, dataset).status_code == 502


def test_bombs_are_refused_and_memory_is_bounded(gateway, bombs, figure):
    for name, dataset in bombs.items():
        get(gateway, dataset)
        started = time.monotonic()
        response = get(gateway, dataset)
        elapsed = time.monotonic() - started
        peak = max(map(peak_bytes, [gateway.process.pid, *workers(gateway)]))
        figure(f"{name} in {len(get_frame(dataset.PixelData, 0, number_of_frames=1))} bytes: {response.status_code} in {elapsed * 1000:.0f} ms, peak {peak >> 20} MiB")
        assert response.status_code in ((200, 502) if "8,000 x" in name else (502,))
        assert peak < 1 << 30


@pytest.mark.parametrize("who", [workers, lambda gateway: [nursery(gateway)]], ids=["workers", "nursery"])
def test_workers_that_are_killed_are_replaced(gateway, hostile, who):
    dataset = next(iter(hostile.values()))
    expected = pixels(get(gateway, dataset))
    for _ in range(3):
        # With the process that forked them workers end, too.
        killed = [*who(gateway), *workers(gateway)]
        for process in who(gateway):
            os.kill(process, 9)
        wait_until(lambda: all(map(has_ended, killed)), 30, "the end of the workers")
        assert pixels(get(gateway, dataset)) == expected


def test_workers_end_with_the_gateway(tmp_path, hostile):
    peer = ScriptedArchive(list(hostile.values())).start()
    gateway = Gateway(tmp_path / "gateway", [archive(peer)]).start()
    try:
        get(gateway, next(iter(hostile.values())))
        started = [nursery(gateway), *workers(gateway)]
        assert len(started) > 1
        gateway.kill()
        wait_until(lambda: all(map(has_ended, started)), 30, "the end of the workers")
    finally:
        gateway.stop()
        peer.stop()
