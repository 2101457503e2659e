"""ICC profiles with tables, as scanners and slide cameras have them, in each of the forms of ISO 15076-1 §10.10 to §10.12."""

import io
import struct

import numpy as np
from PIL import Image, ImageCms

WHITE = np.array([0.9642, 1, 0.8249])
KINDS = ("mft1", "mft2", "mAB")
# What the device sees of red, green and blue, in the D50 XYZ of profiles: no space that anybody has named.
PRIMARIES = np.array([[0.50, 0.32, 0.1442], [0.26, 0.66, 0.08], [0.02, 0.12, 0.6849]])


def device_to_lab(rgb: np.ndarray) -> np.ndarray:
    """The colours of a device with curves of its own and channels that leak into each other."""
    leaking = 0.94 * rgb + 0.03 * (np.roll(rgb, 1, -1) + np.roll(rgb, 2, -1)) ** 1.1 / 2**0.1
    ratio = (leaking ** np.array([2.1, 2.2, 2.3])) @ PRIMARIES.T / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def grid(steps: int) -> np.ndarray:
    steps = np.linspace(0, 1, steps)
    return np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, 3)


def table(kind: str, steps: int) -> bytes:
    """The element of AToB0."""
    lab = device_to_lab(grid(steps))
    identity = struct.pack(">9i", *(np.eye(3).reshape(-1) * 65536).astype(int))
    if kind == "mft1":
        colours = np.rint(np.stack([lab[:, 0] * 2.55, lab[:, 1] + 128, lab[:, 2] + 128], -1)).clip(0, 255)
        straight = bytes(range(256)) * 3
        return b"mft1" + bytes(4) + bytes([3, 3, steps, 0]) + identity + straight + colours.astype("u1").tobytes() + straight
    if kind == "mft2":
        colours = np.rint(np.stack([lab[:, 0] * 652.8, (lab[:, 1] + 128) * 256, (lab[:, 2] + 128) * 256], -1)).clip(0, 65535)
        straight = struct.pack(">2H", 0, 65535) * 3
        head = b"mft2" + bytes(4) + bytes([3, 3, steps, 0]) + identity + struct.pack(">2H", 2, 2)
        return head + straight + colours.astype(">u2").tobytes() + straight
    colours = np.rint(np.stack([lab[:, 0] * 655.35, (lab[:, 1] + 128) * 257, (lab[:, 2] + 128) * 257], -1)).clip(0, 65535)
    straight = (b"curv" + bytes(8)) * 3
    clut = bytes([steps] * 3 + [0] * 13) + bytes([2, 0, 0, 0]) + colours.astype(">u2").tobytes()
    clut += bytes(-len(clut) % 4)
    return b"mAB " + bytes(4) + bytes([3, 3, 0, 0]) + struct.pack(">5I", 32, 0, 0, 68, 68 + len(clut)) + straight + clut + straight


def profile(kind: str, steps: int = 17) -> bytes:
    """An input device profile whose AToB0 is of that type, with so many steps for each colour."""
    return _profile([(b"A2B0", table(kind, steps))], b"Lab ", 0x0440_0000 if kind == "mAB" else 0x0240_0000)


def matrix_profile() -> bytes:
    """One of curves and a matrix."""
    fixed = np.rint(PRIMARIES * 65536).astype(int)
    elements = [(name + b"XYZ", b"XYZ " + bytes(4) + struct.pack(">3i", *fixed[:, place])) for place, name in enumerate((b"r", b"g", b"b"))]
    elements += [(name + b"TRC", b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.1 * 256))) for name in (b"r", b"g", b"b")]
    return _profile(elements, b"XYZ ", 0x0240_0000)


def _profile(elements: list[tuple[bytes, bytes]], space: bytes, version: int) -> bytes:
    if version >= 0x0400_0000:
        text = b"mluc" + struct.pack(">3I2s2s2I", 0, 1, 12, b"en", b"US", 2, 28) + "x".encode("utf-16-be")
    else:
        text = b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\0" + bytes(78)
    white = struct.pack(">3i", *np.rint(WHITE * 65536).astype(int))
    elements = [(b"desc", text), (b"wtpt", b"XYZ " + bytes(4) + white), *elements]
    offset, index, body = 128 + 4 + 12 * len(elements), struct.pack(">I", len(elements)), b""
    for name, element in elements:
        index += struct.pack(">4s2I", name, offset + len(body), len(element))
        body += element + bytes(-len(element) % 4)
    head = struct.pack(">I4xI4s4s4s", offset + len(body), version, b"scnr", b"RGB ", space) + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp"
    head += bytes(68 - len(head)) + white
    return head + bytes(128 - len(head)) + index + body


def converted(pixels: np.ndarray, profile: bytes, target: bytes) -> np.ndarray:
    """By Little CMS, each pixel through the profiles' own tables."""
    ends = [ImageCms.getOpenProfile(io.BytesIO(one)) for one in (profile, target)]
    exact = ImageCms.buildTransform(*ends, "RGB", "RGB", renderingIntent=0, flags=ImageCms.Flags.NOOPTIMIZE)
    return np.asarray(ImageCms.applyTransform(Image.fromarray(pixels), exact))
