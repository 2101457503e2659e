"""A whole rendered CT and DX beside the sum of what it is made of: reading native pixels, the look-up, libjpeg-turbo.

    make bench

The sum is a C program's, in CPU milliseconds. Gantry's is the CPU time of its whole process for each request, over one
connection and over eight, from its cache: with HTTP, the data set's header and the hand-over between threads. The ratios are
to the sum.

A virtual machine's cores are not alike: one may take half as long again as the other, and they change places within seconds.
So the C program runs on every core at once, before and after each second of Gantry's; the ratio is that of the means, with the
least and the most of a single second behind it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness import data  # noqa: E402
from harness.gantry import Gateway, archive  # noqa: E402
from harness.processes import program  # noqa: E402
from harness.scripted import ScriptedArchive  # noqa: E402

QUALITY = 90
SECONDS = 1
ROUNDS = 10
TICKS = os.sysconf("SC_CLK_TCK")


def radiograph() -> object:
    """2500 x 2000 pixels of 14 bits, with noise: the worst case for an encoder."""
    rows, columns = np.mgrid[0:2500, 0:2000].astype(np.float32)
    shape = 1200 * np.sin(rows / 300) * np.cos(columns / 250) + 1100
    noise = np.random.default_rng(5).normal(0, 25, shape.shape)
    dataset = data.instance("bench-dx", modality="DX", RescaleIntercept=-1024, RescaleSlope=1, WindowCenter=40, WindowWidth=400)
    return data.with_pixels(dataset, np.clip(shape + noise, 0, 16383).astype(np.uint16), bits=14)


class Floor:
    """The C program, for one image."""

    def __init__(self, folder: Path, dataset) -> None:
        executable, raw = folder / "rendering_floor", folder / "raw"
        if not executable.exists():
            source = Path(__file__).with_name("rendering_floor.c")
            subprocess.run(["gcc", "-O3", "-o", executable, source, "-lturbojpeg"], check=True)
        raw.write_bytes(dataset.PixelData)
        rounds = 150 if dataset.Rows < 1000 else 9
        self.command = [executable, raw, str(dataset.Columns), str(dataset.Rows), str(QUALITY), str(rounds)]

    def measure(self) -> np.ndarray:
        """Milliseconds of reading, look-up and encoding, and the length of the JPEG: the mean of all cores."""
        cores = sorted(os.sched_getaffinity(0))
        runs = [subprocess.Popen(["taskset", "-c", str(core), *self.command], stdout=subprocess.PIPE, text=True) for core in cores]
        return np.mean([np.array(run.communicate()[0].split(), float) for run in runs], axis=0)


def processor_time(pid: int) -> float:
    """Seconds of CPU that the process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def requests_of(gateway: Gateway, url: str, connections: int) -> tuple[float, float]:
    """CPU milliseconds for each request, and requests a second."""
    before = processor_time(gateway.process.pid)
    command = [program("wrk"), "-t1", f"-c{connections}", f"-d{SECONDS}s", "-H", "Accept: image/jpeg", url]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    used = processor_time(gateway.process.pid) - before
    if "Non-2xx" in output:
        raise SystemExit(f"wrk: {output}")
    count = int(re.search(r"(\d+) requests in", output).group(1))
    return used / count * 1e3, float(re.search(r"Requests/sec:\s+([0-9.]+)", output).group(1))


def second(gateway: Gateway, url: str, connections: int, floor: Floor) -> tuple[float, float, np.ndarray]:
    """CPU milliseconds for each request, requests a second, and the milliseconds of the parts around them."""
    before = floor.measure()
    cost, rate = requests_of(gateway, url, connections)
    return cost, rate, (before[:3] + floor.measure()[:3]) / 2


def ratio(row: list[tuple[float, float, np.ndarray]]) -> str:
    """The mean, its ratio to that of the sums, and the least and the most of a single second."""
    costs, sums = np.array([cost for cost, _, _ in row]), np.array([sum(parts) for _, _, parts in row])
    single = costs / sums
    return f"{costs.mean():10.2f}{costs.mean() / sums.mean():6.2f} ({single.min():.2f} to {single.max():.2f})"


def main() -> None:
    datasets = {"CT 512 x 512": data.ct_slice("bench-ct", 1), "DX 2500 x 2000": radiograph()}
    peer = ScriptedArchive(list(datasets.values())).start()
    with tempfile.TemporaryDirectory(prefix="gantry-bench-") as name:
        folder = Path(name)
        gateway = Gateway(folder, [archive(peer)]).start().settle()
        print("rendered as JPEG from the cache; CPU milliseconds for each picture")
        print("image              read look-up  encode     sum    Gantry  ratio at c=1           Gantry  ratio at c=8       pictures/s")
        for title, dataset in datasets.items():
            floor = Floor(folder, dataset)
            path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
            url = f"{gateway.url}{path}/rendered"
            picture, length = requests.get(url, headers={"Accept": "image/jpeg"}, timeout=60), floor.measure()[3]
            if picture.status_code != 200 or abs(len(picture.content) - length) > length / 50:
                raise SystemExit(f"{title}: {picture.status_code}, {len(picture.content)} bytes where the floor has {length}")
            requests_of(gateway, url, 1)
            seconds = {connections: [second(gateway, url, connections, floor) for _ in range(ROUNDS)] for connections in (1, 8)}
            parts = np.mean([parts for row in seconds.values() for _, _, parts in row], axis=0)
            print(f"{title:15}" + "".join(f"{part:8.2f}" for part in [*parts, sum(parts)]) + "".join(map(ratio, seconds.values())), end="")
            print("  " + ", ".join(f"{np.mean([rate for _, rate, _ in row]):.0f}" for row in seconds.values()))
        gateway.stop()
    peer.stop()


if __name__ == "__main__":
    main()
