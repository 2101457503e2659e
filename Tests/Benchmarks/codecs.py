"""Decoding and encoding by a codec worker beside the bare call of the C library, in one run: the median and the best of each, and their ratios.

    make bench

JPEG Lossless, which Gantry decodes and encodes itself, stands beside libgdcm's.

Images: a CT of 512 x 512 and a noisy radiograph of 2500 x 2000 in 16 bits, an ultrasound frame of 640 x 480 in colour.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pydicom
from PIL import Image
from pydicom.encaps import generate_frames

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness import data  # noqa: E402
from harness.codestreams import SYNTAXES, high_throughput_stream, jpeg2000_stream, jpeg_ls_stream, jpegxl_stream  # noqa: E402
from harness.made_images import EXPLICIT  # noqa: E402
from harness.processes import program  # noqa: E402


def images() -> dict[str, tuple[np.ndarray, int]]:
    random = np.random.default_rng(3)
    row, column = np.mgrid[0:512, 0:512]
    ct = np.where((row - 256) ** 2 + (column - 256) ** 2 < 200**2, 1000 + 200 * np.sin(row / 9) + random.normal(0, 12, row.shape), 0)
    row, column = np.mgrid[0:2000, 0:2500]
    cr = 20000 + 9000 * np.sin(row / 300) * np.cos(column / 400) + random.normal(0, 400, row.shape)
    row, column = np.mgrid[0:480, 0:640]
    us = np.stack([128 + 100 * np.sin(row / k) * np.cos(column / 37) + random.normal(0, 8, row.shape) for k in (21, 33, 45)], axis=-1)
    return {
        "ct512": (ct.clip(0, 65535).astype(np.uint16), 16),
        "cr2500": (cr.clip(0, 65535).astype(np.uint16), 16),
        "us": (us.clip(0, 255).astype(np.uint8), 8),
    }


def windowed(image: np.ndarray) -> np.ndarray:
    """In 8 bits, as a window over all of its values shows it."""
    if image.dtype == np.uint8:
        return image
    return np.interp(image, (image.min(), image.max()), (0, 255)).round().astype(np.uint8)


def jpeg_stream(image: np.ndarray) -> bytes:
    target = io.BytesIO()
    Image.fromarray(windowed(image)).save(target, "JPEG", quality=90)
    return target.getvalue()


def lossless_files(folder: Path, name: str, image: np.ndarray, bits: int) -> list[Path]:
    """The image as a file of JPEG Lossless by DCMTK, and as a native one."""
    dataset = data.with_pixels(data.instance("bench-lossless"), image, bits=bits)
    native, encoded = data.save(dataset, folder / f"{name}.dcm"), folder / f"{name}-encoded.dcm"
    subprocess.run([program("dcmcjpeg"), "+e1", native, encoded], check=True)
    return [encoded, native]


def lossless_program(folder: Path) -> Path:
    target = folder / "lossless_floor"
    libraries = ["-I/usr/include/gdcm-3.0", "-lgdcmMSFF", "-lgdcmDSED", "-lgdcmCommon"]
    subprocess.run(["g++", "-O2", "-o", target, Path(__file__).with_name("lossless_floor.cpp"), *libraries], check=True)
    return target


def by_gdcm(executable: Path, files: list[Path]) -> np.ndarray:
    """Milliseconds: the median and the best of decoding, and of encoding."""
    output = subprocess.run([executable, *files, "15"], check=True, capture_output=True, text=True).stdout
    return np.array(output.split(), float)


def beside_gdcm(lines: list[str], name: str, numbers: np.ndarray) -> list[str]:
    """The lines of JPEG Lossless for an image, with libgdcm's milliseconds and the ratios to them."""
    whole = []
    for line in lines:
        for work, (median, best) in (("decode", numbers[:2]), ("encode", numbers[2:])):
            if line.startswith(f"BENCH {work} jpeg-lossless-{name} "):
                own = [float(number) for number in re.findall(r"(?:own|best) *([0-9.]+)", line)]
                line += f"; libgdcm{median:8.2f}, ratio{own[0] / median:8.2f}; at best{best:8.2f},{own[1] / best:8.2f}"
        whole.append(line)
    return whole


def write(folder: Path, syntax: str, name: str, image: np.ndarray, bits: int, stream: bytes) -> None:
    samples = 3 if image.ndim == 3 else 1
    parts = (syntax, *image.shape[:2], samples, bits, name)
    (folder / "_".join(map(str, parts))).write_bytes(stream)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="gantry-bench-") as name:
        folder, scratch = Path(name) / "streams", Path(name) / "scratch"
        folder.mkdir()
        scratch.mkdir()
        executable, files = lossless_program(scratch), {}
        for name, (image, bits) in images().items():
            streams = {
                "jpeg": jpeg_stream(image),
                "jpeg-ls": jpeg_ls_stream(image, bits),
                "jpeg2000": jpeg2000_stream(image, bits, scratch),
                "htj2k": high_throughput_stream(image, bits, scratch),
                "jpegxl": jpegxl_stream(image, bits, scratch),
            }
            files[name] = lossless_files(scratch, name, image, bits)
            streams["jpeg-lossless"] = next(generate_frames(pydicom.dcmread(files[name][0]).PixelData, number_of_frames=1))
            for codec, stream in streams.items():
                write(folder, SYNTAXES[codec], f"{codec}-{name}", image, 8 if codec == "jpeg" else bits, stream)
            # What is encoded.
            write(folder, EXPLICIT, name, image, bits, image.tobytes())
        before = {name: by_gdcm(executable, pair) for name, pair in files.items()}
        command = ["swift", "test", *os.environ.get("SWIFT_FLAGS", "").split(), "--skip-build", "--disable-xctest", "--filter", "CodecBenchmarks"]
        ended = subprocess.run(command, env={**os.environ, "GANTRY_BENCH_CODESTREAMS": str(folder)}, capture_output=True, text=True)
        lines = [line for line in ended.stdout.splitlines() if line.startswith("BENCH")]
        for name, pair in files.items():
            # What else the machine does befalls both: libgdcm is measured before and after.
            lines = beside_gdcm(lines, name, (before[name] + by_gdcm(executable, pair)) / 2)
        print("\n".join(lines) if lines else ended.stdout + ended.stderr)
        if ended.returncode != 0 or not lines:
            raise SystemExit("the codec benchmark failed")


if __name__ == "__main__":
    main()
