"""Orthanc's /rendered beside Gantry's: the same instances, in one run, over one connection and over eight.

    make bench

Debian's Orthanc with its DICOMweb and GDCM plugins renders what it stores; Gantry stands before the same Orthanc and has
the instance in its cache. wrk asks both for image/jpeg: pictures a second, and Gantry's over Orthanc's.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pydicom
import requests
from pydicom.data import get_testdata_file

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness import data  # noqa: E402
from harness.archives import Orthanc  # noqa: E402
from harness.gantry import Gateway, archive  # noqa: E402
from harness.processes import program  # noqa: E402
from rendering import radiograph  # noqa: E402

SECONDS = 4
FILES = {
    "palette": "examples_palette.dcm",
    "US frame, RGB": "examples_rgb_color.dcm",
    "JPEG 2000": "MR_small_jp2klossless.dcm",
    "JPEG 2000, US": "US1_J2KR.dcm",
}


def instances(folder: Path) -> dict[str, Path]:
    made = {"CT 512 x 512": data.ct_slice("bench-ct", 1), "DX 2500 x 2000": radiograph()}
    files = {}
    for number, (title, dataset) in enumerate(made.items()):
        files[title] = folder / f"made-{number}.dcm"
        data.save(dataset, files[title])
    return files | {title: Path(get_testdata_file(name)) for title, name in FILES.items()}


def rate(url: str, connections: int) -> float | None:
    """Pictures a second; None where there is none."""
    answer = requests.get(url, headers={"Accept": "image/jpeg"}, timeout=60)
    if answer.status_code != 200 or not answer.content.startswith(b"\xff\xd8"):
        return None
    command = [program("wrk"), "-t1", f"-c{connections}", f"-d{SECONDS}s", "-H", "Accept: image/jpeg", url]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output:
        return None
    return float(re.search(r"Requests/sec:\s+([0-9.]+)", output).group(1))


def cell(number: float | None) -> str:
    return f"{number:10.1f}" if number is not None else f"{'refused':>10}"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="gantry-bench-") as name:
        folder = Path(name)
        files = instances(folder)
        peer = Orthanc(folder / "orthanc", has_plugins=True).start()
        peer.add(list(files.values()))
        gateway = Gateway(folder / "gateway", [archive(peer)]).start().settle()
        print("rendered as JPEG, pictures a second: Orthanc's own /rendered, and Gantry's before it")
        print(f"{'image':17}{'Orthanc':>10}{'Gantry':>10}{'ratio':>7} at c=1 {'Orthanc':>10}{'Gantry':>10}{'ratio':>7} at c=8")
        for title, file in files.items():
            dataset = pydicom.dcmread(file, stop_before_pixels=True)
            path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}/rendered"
            line = f"{title:17}"
            for connections in (1, 8):
                theirs, ours = rate(f"{peer.url}/dicom-web{path}", connections), rate(f"{gateway.url}{path}", connections)
                ratio = f"{ours / theirs:7.1f}" if theirs and ours else f"{'-':>7}"
                line += f"{cell(theirs)}{cell(ours)}{ratio}" + 7 * " "
            print(line.rstrip())
        gateway.stop()
        peer.stop()


if __name__ == "__main__":
    main()
