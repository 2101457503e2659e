"""Cold retrieval of a 300-instance CT series over C-GET: through Gantry, beside DCMTK's getscu, in one run.

    make bench

The archives are Debian's Orthanc and dcmqrscp, unmodified. getscu runs as it comes and with TCP_NODELAY=1.
Gantry is started anew for every run, so its cache is empty; curl reads the series as multipart/related and
another run through Python counts the instances. The same machine makes both sides: look at the ratios.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness import data  # noqa: E402
from harness.archives import Dcmqrscp, Orthanc  # noqa: E402
from harness.gantry import Gateway, archive  # noqa: E402
from harness.processes import LOOPBACK, program  # noqa: E402
from harness.web import MULTIPART_DICOM, MULTIPART_STORED, parts_of  # noqa: E402

INSTANCES = 300
GETSCU_RUNS = 1
NODELAY_RUNS = 3
GANTRY_RUNS = 7
STUDY, SERIES = data.uid("ct300"), data.uid("ct300/1")


def getscu(peer, folder: Path, environment: dict[str, str]) -> float:
    """Seconds of one getscu; its exit code says nothing about missing instances, so the files are counted."""
    target = folder / "getscu"
    target.mkdir()
    keys = ["QueryRetrieveLevel=SERIES", f"StudyInstanceUID={STUDY}", f"SeriesInstanceUID={SERIES}"]
    command = [program("getscu"), "-S", "-aec", peer.aet, "-od", str(target), LOOPBACK, str(peer.port)]
    started = time.monotonic()
    subprocess.run(command + [flag for key in keys for flag in ("-k", key)], check=True, capture_output=True, env={**os.environ, **environment})
    elapsed = time.monotonic() - started
    count = len(list(target.iterdir()))
    shutil.rmtree(target)
    if count != INSTANCES:
        raise SystemExit(f"getscu received {count} of {INSTANCES} instances from {peer.name}")
    return elapsed


def fresh_gateway(peer, folder: Path) -> Gateway:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return Gateway(folder, [archive(peer, retrieve="get")]).start()


def through_gantry(peer, folder: Path) -> tuple[float, float]:
    """Seconds until curl has the first byte and until it has the whole series, from an empty cache."""
    gateway = fresh_gateway(peer, folder)
    url = f"{gateway.url}/studies/{STUDY}/series/{SERIES}"
    command = [program("curl"), "--silent", "--fail", "--header", f"Accept: {MULTIPART_DICOM}", "--output", "/dev/null",
               "--write-out", "%{time_starttransfer} %{time_total}", url]  # fmt: skip
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    gateway.stop()
    first, whole = map(float, ended.stdout.split())
    return first, whole


def count_through_gantry(peer, folder: Path) -> int:
    gateway = fresh_gateway(peer, folder)
    response = requests.get(f"{gateway.url}/studies/{STUDY}/series/{SERIES}", headers={"Accept": MULTIPART_DICOM}, timeout=120)
    count = len(parts_of(response))
    gateway.stop()
    return count


def frames_per_second(peer, folder: Path) -> float:
    """Frames a second of one cached instance to eight connections of wrk, the client on the same two cores."""
    gateway = fresh_gateway(peer, folder)
    frame = f"{gateway.url}/studies/{STUDY}/series/{SERIES}/instances/{data.uid('ct300/1/1')}/frames/1"
    requests.get(frame, headers={"Accept": MULTIPART_STORED}, timeout=60).raise_for_status()
    command = [program("wrk"), "-t1", "-c8", "-d5s", "-H", f"Accept: {MULTIPART_STORED}", frame]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    gateway.stop()
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"wrk: {output}")
    return float(re.search(r"Requests/sec:\s+([0-9.]+)", output).group(1))


def measure(peer, folder: Path) -> list[str]:
    if (count := count_through_gantry(peer, folder / "gantry")) != INSTANCES:
        raise SystemExit(f"Gantry gave {count} of {INSTANCES} instances of {peer.name}")
    runs = [through_gantry(peer, folder / "gantry") for _ in range(GANTRY_RUNS)]
    wholes = [whole for _, whole in runs]
    nodelay = min(getscu(peer, folder, {"TCP_NODELAY": "1"}) for _ in range(NODELAY_RUNS))
    default = min(getscu(peer, folder, {}) for _ in range(GETSCU_RUNS))
    best = min(wholes)
    return [
        peer.name, f"{default:.2f} s", f"{nodelay:.2f} s", f"{best:.2f} s", f"{statistics.median(wholes):.2f} s",
        f"{min(first for first, _ in runs) * 1000:.0f} ms", f"{default / best:.1f}x", f"{nodelay / best:.1f}x",
        f"{frames_per_second(peer, folder / 'gantry'):.0f}",
    ]  # fmt: skip


def table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths)) for row in rows)


def main() -> None:
    rows = [["archive", "getscu", "getscu, no delay", "Gantry best", "median", "first byte", "to getscu", "to no delay", "frames/s"]]
    with tempfile.TemporaryDirectory(prefix="gantry-bench-") as name:
        folder = Path(name)
        files = data.series(folder / "ct300", "ct300", INSTANCES)
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        print(f"{INSTANCES} instances, {megabytes:.0f} MB, cold over C-GET; getscu x{GETSCU_RUNS}/{NODELAY_RUNS}, Gantry x{GANTRY_RUNS}", flush=True)
        for kind in (Orthanc, Dcmqrscp):
            peer = kind(folder / kind.name)
            if kind is Dcmqrscp:
                peer.add(files)
                peer.start()
            else:
                peer.start()
                peer.add(files)
            try:
                rows.append(measure(peer, folder))
            finally:
                peer.stop()
    print(table(rows))


if __name__ == "__main__":
    main()
