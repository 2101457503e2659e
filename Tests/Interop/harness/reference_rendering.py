"""Pictures of image files, written from the standard in numpy: PS3.3 §C.7.6.3, §C.7.6.16, §C.11; PS3.4 §N.2; PS3.18 §8.3.5.

Every step is in double precision and in the standard's order. Where the standard leaves the choice, it is that of the
requirements: padding is black, no window means the whole range of eight plain bits, else the frame's own range.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
from pydicom.dataset import Dataset

from .reference_decoding import FLOATS, Samples, stored
from .reference_tables import palette_tables, table_transform

Transform = Callable[[np.ndarray], np.ndarray]


def picture(dataset: Dataset, index: int = 0) -> np.ndarray:
    """The frame, counted from 0, as eight bits: grey of two dimensions or RGB of three."""
    samples = stored(dataset, index)
    if samples.photometric == "PALETTE COLOR":
        return palette_colors(dataset, samples.values)
    if samples.photometric.startswith("MONOCHROME"):
        grey = eight_bits(shades(dataset, samples, index))
        return supplemented(dataset, samples.values, grey) if has_supplemental_palette(dataset) else grey
    return color(dataset, samples)


def eight_bits(shades_: np.ndarray) -> np.ndarray:
    """From 0 to 1 to the nearest of 256 levels."""
    return np.rint(np.clip(shades_, 0, 1) * 255).astype(np.uint8)


# MARK: Grey (PS3.4 §N.2)


def shades(dataset: Dataset, samples: Samples, index: int) -> np.ndarray:
    """0 to 1: Modality LUT, VOI, and the one inversion that MONOCHROME1 or the Presentation LUT Shape asks for."""
    groups = FunctionalGroups(dataset, index)
    padding = padded(dataset, samples.values)
    modality = modality_transform(dataset, groups)
    values = modality(samples.values.astype(np.float64))
    voi = voi_transform(dataset, groups, values) or default_transform(dataset, values, padding, modality)
    result = np.clip(voi(values), 0, 1)
    if samples.photometric == "MONOCHROME1" or dataset.get("PresentationLUTShape") == "INVERSE":
        result = 1 - result
    return np.where(padding, 0, result)


@dataclass(frozen=True)
class FunctionalGroups:
    """Macros of an enhanced object: the frame's own before the shared ones (PS3.3 §C.7.6.16.1)."""

    dataset: Dataset
    index: int

    def item(self, macro: str) -> Dataset | None:
        frames = self.dataset.get("PerFrameFunctionalGroupsSequence") or []
        shared = self.dataset.get("SharedFunctionalGroupsSequence") or []
        for group in [*frames[self.index : self.index + 1], *shared[:1]]:
            if group.get(macro):
                return group.get(macro)[0]
        return None


def padded(dataset: Dataset, values: np.ndarray) -> np.ndarray:
    """Where stored values are padding (PS3.3 §C.7.5.1.1.2): nowhere without a Pixel Padding Value."""
    prefix = "Float" if FLOATS[0] in dataset else "DoubleFloat" if FLOATS[1] in dataset else ""
    first = padding_value(dataset, f"{prefix}PixelPaddingValue")
    if first is None:
        return np.zeros(values.shape, bool)
    last = padding_value(dataset, f"{prefix}PixelPaddingRangeLimit")
    low, high = sorted((first, first if last is None else last))
    return (values >= low) & (values <= high)


def padding_value(dataset: Dataset, keyword: str) -> float | None:
    """The value with the sign of the pixels, whatever VR an implicit data set was given."""
    if keyword not in dataset or dataset[keyword].is_empty:
        return None
    value = dataset[keyword].value
    if isinstance(value, bytes):
        value = int.from_bytes(value[:2], "little")
    if keyword.startswith("Pixel"):
        value &= 0xFFFF
        value -= 0x10000 if dataset.PixelRepresentation and value & 0x8000 else 0
    return value


def modality_transform(dataset: Dataset, groups: FunctionalGroups) -> Transform:
    """Pixel Value Transformation, else Modality LUT, else rescale (PS3.3 §C.7.6.16.2.9, §C.11.1)."""
    item = groups.item("PixelValueTransformationSequence")
    if item is None and dataset.get("ModalityLUTSequence"):
        return table_transform(dataset.ModalityLUTSequence[0], is_signed=dataset.PixelRepresentation == 1)[0]
    source = dataset if item is None else item
    slope = float(source.get("RescaleSlope", None) or 1) or 1.0
    intercept = float(source.get("RescaleIntercept", None) or 0)
    return lambda x: x * slope + intercept


def voi_transform(dataset: Dataset, groups: FunctionalGroups, values: np.ndarray) -> Transform | None:
    """Frame VOI LUT, else window, else VOI LUT; of projection radiographs the LUT first."""
    item = groups.item("FrameVOILUTSequence")
    window = window_transform(item) if item is not None else None
    if window is not None:
        return window
    window = window_transform(dataset)
    prefers_table = dataset.get("Modality") in ("CR", "DX", "MG")
    if dataset.get("VOILUTSequence") and (window is None or prefers_table):
        table, top = table_transform(dataset.VOILUTSequence[0], is_signed=bool(values.min() < 0))
        return lambda x: table(x) / top
    return window


def numbers(dataset: Dataset, keyword: str) -> list[float]:
    value = dataset.get(keyword)
    if value is None or value == "":
        return []
    return [float(one) for one in (value if hasattr(value, "__iter__") and not isinstance(value, str) else [value])]


def window_transform(dataset: Dataset) -> Transform | None:
    """The first window (PS3.3 §C.11.2.1.2, §C.11.2.1.3); none where its numbers cannot be used."""
    centers, widths = numbers(dataset, "WindowCenter"), numbers(dataset, "WindowWidth")
    if not centers or len(centers) != len(widths):
        return None
    center, width, function = centers[0], widths[0], dataset.get("VOILUTFunction", "LINEAR") or "LINEAR"
    if function == "SIGMOID" and width > 0:
        return lambda x: 1 / (1 + np.exp(-4 * (x - center) / width))
    if function == "LINEAR_EXACT" and width > 0:
        return lambda x: (x - center) / width + 0.5
    if width < 1:
        return None
    if width == 1:
        return lambda x: np.where(x <= center - 0.5, 0.0, 1.0)
    return lambda x: (x - (center - 0.5)) / (width - 1) + 0.5


def default_transform(dataset: Dataset, values: np.ndarray, padding: np.ndarray, modality: Transform) -> Transform:
    """Where nothing is said: eight plain bits as they are, else from the frame's least value to its greatest."""
    probe = np.array([0.0, 1.0, 2.0])
    is_plain = not any(name in dataset for name in FLOATS) and dataset.BitsStored <= 8 and dataset.PixelRepresentation == 0
    if is_plain and np.array_equal(modality(probe), probe):
        return lambda x: x / ((1 << dataset.BitsStored) - 1)
    kept = values[~padding & np.isfinite(values)]
    low, high = (kept.min(), kept.max()) if kept.size else (0.0, 0.0)
    return lambda x: (x - low) / (high - low) if high > low else np.zeros(x.shape)


# MARK: Colour (PS3.3 §C.7.6.3.1.2)


def color(dataset: Dataset, samples: Samples) -> np.ndarray:
    top = (1 << int(dataset.BitsStored)) - 1
    values = samples.values.astype(np.float64) * 255 / top
    return np.rint(np.clip(from_ybr(values) if samples.photometric.startswith("YBR") else values, 0, 255)).astype(np.uint8)


def from_ybr(values: np.ndarray, middle: int = 128) -> np.ndarray:
    """YBR_FULL to RGB, the equations inverted; `middle` is what stands for no chrominance."""
    y, blue, red = values[..., 0], values[..., 1] - middle, values[..., 2] - middle
    return np.stack([y + 1.402 * red, y - 0.344136 * blue - 0.714136 * red, y + 1.772 * blue], axis=-1)


def palette_colors(dataset: Dataset, values: np.ndarray) -> np.ndarray:
    tables, first = palette_tables(dataset)
    places = np.clip(values - first, 0, len(tables[0]) - 1)
    return np.stack([table[places] for table in tables], axis=-1)


def has_supplemental_palette(dataset: Dataset) -> bool:
    return dataset.get("PixelPresentation") in ("COLOR", "MIXED") and "RedPaletteColorLookupTableDescriptor" in dataset


def supplemented(dataset: Dataset, values: np.ndarray, grey: np.ndarray) -> np.ndarray:
    """Colour from the palette's first number on, grey below it (PS3.3 §C.8.16.2.1.1.1)."""
    _, first = palette_tables(dataset)
    is_color = (values >= first)[..., None]
    return np.where(is_color, palette_colors(dataset, values), grey[..., None])
