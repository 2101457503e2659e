"""Peers and gateways that the suites share. Everything listens on loopback and ends with the run."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom import dcmread

from harness import data
from harness.archives import Dcmqrscp, Orthanc
from harness.gantry import Demo, Gateway, archive
from harness.peers import Peers
from harness.processes import free_port

SERIES_OF = 300
TEST_FILES = Path(pydicom.__file__).parent / "data" / "test_files"
COMPRESSED = [
    "SC_rgb_jpeg_dcmtk.dcm",
    "SC_rgb_rle_2frame.dcm",
    "MR_small_RLE.dcm",
    "JPEG2000.dcm",
    "examples_palette.dcm",
    "examples_rgb_color.dcm",
    "examples_jpeg2k.dcm",
    "examples_ybr_color.dcm",
    "CT_small.dcm",
    "rtplan.dcm",
]


def pytest_addoption(parser):
    parser.addoption("--seed", type=int, default=None, help="seed of the random offsets; printed by every run")


def pytest_configure(config):
    seed = config.getoption("--seed")
    config.seed = random.SystemRandom().randrange(1 << 32) if seed is None else seed
    config.figures = []


def pytest_report_header(config):
    return f"seed {config.seed} (repeat with --seed {config.seed})"


def pytest_terminal_summary(terminalreporter, config):
    """What the suites counted and measured, above the runner's own closing line."""
    if config.figures:
        terminalreporter.section("figures")
        for line in config.figures:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figure(request):
    """Keeps a line for the end of the run: `figure("19 of 19 …")`."""
    return request.config.figures.append


@pytest.fixture(scope="session")
def seed(request) -> int:
    return request.config.seed


@pytest.fixture(scope="session")
def workspace(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("interop")


@pytest.fixture(scope="session")
def ct_series(workspace) -> list[Path]:
    """300 slices of 512 x 512 pixels and 16 bits."""
    return data.series(workspace / "ct300", "ct300", SERIES_OF)


@pytest.fixture(scope="session")
def slice_(ct_series):
    """One from the middle of the series."""
    return dcmread(ct_series[149])


@pytest.fixture(scope="session")
def hounsfield(slice_) -> np.ndarray:
    return slice_.pixel_array.astype(np.float64) * slice_.RescaleSlope + slice_.RescaleIntercept


@pytest.fixture(scope="session")
def small_study(workspace) -> list[Path]:
    """Two series: five CT slices, and the multi-frame instances of the frames suite."""
    files = data.series(workspace / "small", "small", 5, size=64)
    made = [data.multiframe_word(), data.multiframe_color(), data.single_bit()[0]]
    files += [data.save(one, workspace / "frames" / f"{n}.dcm") for n, one in enumerate(made)]
    return files


@pytest.fixture(scope="session")
def compressed() -> dict[str, Path]:
    """pydicom's instances in compressed and unusual encodings, by file name."""
    return {name: TEST_FILES / name for name in COMPRESSED}


@pytest.fixture(scope="session")
def storage_ports() -> dict[str, int]:
    """Where the gateway before each archive takes C-MOVE deliveries; the archive must know it beforehand."""
    return {"orthanc": free_port(), "dcmqrscp": free_port()}


@pytest.fixture(scope="session")
def move_destinations() -> dict[str, int]:
    """Further AE titles that every archive knows as destinations of C-MOVE, and their ports: see `mover`."""
    return {f"MOVE{number}": free_port() for number in range(1, 9)}


@pytest.fixture(scope="session")
def orthanc(workspace, storage_ports, move_destinations, ct_series, small_study, compressed):
    """An unmodified Orthanc with the CT series, the small studies and the compressed instances."""
    peer = Orthanc(workspace / "orthanc", storage_ports["orthanc"], destinations=move_destinations).start()
    peer.add(ct_series + small_study + list(compressed.values()))
    yield peer
    peer.stop()


@pytest.fixture(scope="session")
def dcmqrscp(workspace, storage_ports, move_destinations, ct_series, small_study):
    """An unmodified dcmqrscp with the same."""
    peer = Dcmqrscp(workspace / "dcmqrscp", storage_ports["dcmqrscp"], destinations=move_destinations)
    peer.add(ct_series + small_study)
    peer.start()
    yield peer
    peer.stop()


@pytest.fixture(scope="session")
def before_orthanc(workspace, orthanc, storage_ports):
    gateway = Gateway(workspace / "gateway-orthanc", [archive(orthanc)], storage_ports["orthanc"]).start()
    yield gateway
    gateway.stop()


@pytest.fixture(scope="session")
def before_dcmqrscp(workspace, dcmqrscp, storage_ports):
    gateway = Gateway(workspace / "gateway-dcmqrscp", [archive(dcmqrscp)], storage_ports["dcmqrscp"]).start()
    yield gateway
    gateway.stop()


@pytest.fixture(scope="session", params=["orthanc", "dcmqrscp"])
def gateway(request) -> Gateway:
    """The gateway before each real archive in turn."""
    return request.getfixturevalue(f"before_{request.param}")


@pytest.fixture(scope="session")
def demo(workspace):
    """`gantry demo` over the studies that it makes."""
    service = Demo(workspace / "demo").start()
    yield service
    service.stop()


@pytest.fixture(scope="session")
def peers(workspace):
    """A gateway before an Orthanc with every image file of pydicom and pydicom-data, under UIDs of their own."""
    with Peers(workspace / "peers") as started:
        yield started


@pytest.fixture
def serve(tmp_path):
    """Starts gateways for one test: `serve([archive(peer)], cache={...})`."""
    started = []

    def start(archives: list[dict], **settings) -> Gateway:
        folder = tmp_path / f"gateway{len(started)}"
        folder.mkdir()
        started.append(Gateway(folder, archives, **settings))
        return started[-1].start()

    yield start
    for one in started:
        one.stop()


@pytest.fixture
def mover(serve, move_destinations):
    """Starts gateways that retrieve by C-MOVE, each under a title of its own that the archives know:
    `mover([archive(peer)])`; `title=` chooses one of `move_destinations`."""
    free = iter(move_destinations)

    def start(archives: list[dict], title: str | None = None, **settings) -> Gateway:
        title = title or next(free)
        asked = [{"retrieve": "move"} | one for one in archives]
        return serve(asked, aeTitle=title, storage_port=move_destinations[title], **settings)

    return start
