"""Reading rendered pictures, and what they should show."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image


def read_picture(body: bytes) -> tuple[str, np.ndarray]:
    """The format's name (JPEG, PNG) and the samples."""
    picture = Image.open(io.BytesIO(body))
    picture.load()
    return picture.format, np.asarray(picture)


def windowed(values: np.ndarray, center: float, width: float, function: str = "linear") -> np.ndarray:
    """PS3.3 §C.11.2.1.2 and §C.11.2.1.3 to eight bits, from modality values."""
    x = values.astype(np.float64)
    if function == "sigmoid":
        y = 1 / (1 + np.exp(-4 * (x - center) / width))
    elif function == "linear-exact":
        y = (x - center) / width + 0.5
    else:
        y = (x - (center - 0.5)) / (width - 1) + 0.5
    return np.rint(np.clip(y, 0, 1) * 255).astype(np.uint8)


def psnr(expected: np.ndarray, got: np.ndarray) -> float:
    """Peak signal-to-noise ratio in dB of eight-bit samples; infinite when equal."""
    assert expected.shape == got.shape, f"{expected.shape} became {got.shape}"
    error = np.mean((expected.astype(np.float64) - got.astype(np.float64)) ** 2)
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))
