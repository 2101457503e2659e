"""A whole rendered CT and DX beside the sum of what it is made of: reading native pixels, the look-up, libjpeg-turbo.

    make bench

The sum is a C program's, in CPU milliseconds. Gantry's is the CPU time of its whole process for each request, over one
connection and over eight, from its cache: with HTTP, the data set's header and the hand-over between threads. The ratios are
to the sum.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import requests

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness import data  # noqa: E402
from harness.gantry import Gateway, archive  # noqa: E402
from harness.processes import program  # noqa: E402
from harness.scripted import ScriptedArchive  # noqa: E402

QUALITY = 90
SECONDS = 4
TICKS = os.sysconf("SC_CLK_TCK")


def radiograph() -> object:
    """2500 x 2000 pixels of 14 bits, with noise: the worst case for an encoder."""
    rows, columns = np.mgrid[0:2500, 0:2000].astype(np.float32)
    shape = 1200 * np.sin(rows / 300) * np.cos(columns / 250) + 1100
    noise = np.random.default_rng(5).normal(0, 25, shape.shape)
    dataset = data.instance("bench-dx", modality="DX", RescaleIntercept=-1024, RescaleSlope=1, WindowCenter=40, WindowWidth=400)
    return data.with_pixels(dataset, np.clip(shape + noise, 0, 16383).astype(np.uint16), bits=14)


def floor(folder: Path, dataset) -> tuple[list[float], int]:
    """Milliseconds of reading, look-up and encoding, and the length of the JPEG."""
    executable = folder / "rendering_floor"
    if not executable.exists():
        source = Path(__file__).with_name("rendering_floor.c")
        subprocess.run(["gcc", "-O3", "-o", executable, source, "-lturbojpeg"], check=True)
    raw = folder / "raw"
    raw.write_bytes(dataset.PixelData)
    rounds = 200 if dataset.Rows < 1000 else 40
    command = [executable, raw, str(dataset.Columns), str(dataset.Rows), str(QUALITY), str(rounds)]
    numbers = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return [float(number) for number in numbers[:3]], int(numbers[3])


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


def main() -> None:
    datasets = {"CT 512 x 512": data.ct_slice("bench-ct", 1), "DX 2500 x 2000": radiograph()}
    peer = ScriptedArchive(list(datasets.values())).start()
    with tempfile.TemporaryDirectory(prefix="gantry-bench-") as name:
        folder = Path(name)
        gateway = Gateway(folder, [archive(peer)]).start().settle()
        print("rendered as JPEG from the cache; CPU milliseconds for each picture")
        print("image              read look-up  encode     sum  Gantry ratio at c=1   Gantry ratio at c=8    pictures/s")
        for title, dataset in datasets.items():
            before, length = floor(folder, dataset)
            path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
            url = f"{gateway.url}{path}/rendered"
            picture = requests.get(url, headers={"Accept": "image/jpeg"}, timeout=60)
            if picture.status_code != 200 or abs(len(picture.content) - length) > length / 50:
                raise SystemExit(f"{title}: {picture.status_code}, {len(picture.content)} bytes where the floor has {length}")
            requests_of(gateway, url, 1)
            (one, rate), (eight, rates) = requests_of(gateway, url, 1), requests_of(gateway, url, 8)
            # What else the machine does befalls both: the parts are taken before and after.
            parts = np.mean([before, floor(folder, dataset)[0]], axis=0)
            total = sum(parts)
            line = f"{title:15}" + "".join(f"{part:8.2f}" for part in [*parts, total])
            line += "".join(f"{part:8.2f}{part / total:6.2f}       " for part in (one, eight))
            print(f"{line}{rate:8.0f}, {rates:.0f}")
            time.sleep(0.1)
        gateway.stop()
    peer.stop()


if __name__ == "__main__":
    main()
