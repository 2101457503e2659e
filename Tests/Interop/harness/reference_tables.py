"""Look-up tables of data sets in numpy: PS3.3 §C.7.6.3.1.5, §C.7.9.2, §C.11.1.1."""

from __future__ import annotations

from typing import Callable

import numpy as np
from pydicom.dataset import Dataset

PALETTES = ("Red", "Green", "Blue")
DISCRETE, LINEAR, INDIRECT = 0, 1, 2


def table_transform(item: Dataset, is_signed: bool) -> tuple[Callable[[np.ndarray], np.ndarray], int]:
    """The table of an item, clamped at both ends, and the greatest value that its entries can have."""
    entries, first, bits = lut(item, "LUTDescriptor", data_bytes(item, "LUTData"), is_signed)
    top = max((1 << bits) - 1, int(entries.max()))
    last = len(entries) - 1
    return lambda x: entries[np.clip(np.rint(x).astype(np.int64) - first, 0, last)].astype(np.float64), top


def lut(dataset: Dataset, descriptor: str, data: bytes, is_signed: bool) -> tuple[np.ndarray, int, int]:
    """Entries, the number of the first, and the bits: eight where there is one byte for each entry."""
    count, first, bits = (int(one) for one in dataset[descriptor].value)
    count = count or 65536
    first = first - 0x10000 if is_signed and first > 0x7FFF else first
    if len(data) >= 2 * count:
        return np.frombuffer(data, "<u2", count), first, bits
    return np.frombuffer(data, np.uint8, count).astype(np.uint16), first, 8


def data_bytes(dataset: Dataset, keyword: str) -> bytes:
    """The value in little-endian order: what pydicom leaves as bytes it leaves in the order of the file."""
    value = dataset[keyword].value
    if not isinstance(value, bytes):
        return np.asarray(value).astype("<u2").tobytes()
    _, is_little = dataset.original_encoding
    return value if is_little in (True, None) else np.frombuffer(value, ">u2").astype("<u2").tobytes()


def palette_tables(dataset: Dataset) -> tuple[list[np.ndarray], int]:
    """Red, green and blue as eight bits, and the number of their first entry."""
    tables, first, bits = [], 0, 8
    for name in PALETTES:
        descriptor, keyword = f"{name}PaletteColorLookupTableDescriptor", f"{name}PaletteColorLookupTableData"
        if f"Segmented{keyword}" in dataset:
            data = expanded(data_bytes(dataset, f"Segmented{keyword}"), bits=int(dataset[descriptor].value[2]))
        else:
            data = data_bytes(dataset, keyword)
        entries, first, bits = lut(dataset, descriptor, data, is_signed=dataset.PixelRepresentation == 1)
        tables.append(entries)
    # Some writers put colours of eight bits unscaled into tables of sixteen.
    top = 255 if all(table.max() <= 255 for table in tables) else (1 << bits) - 1
    return [np.rint(np.minimum(table.astype(np.float64) * 255 / top, 255)).astype(np.uint8) for table in tables], first


def expanded(data: bytes, bits: int) -> bytes:
    """The entries of a segmented table (PS3.3 §C.7.9.2), as words."""
    kind = "<u2" if bits > 8 else np.uint8
    words = np.frombuffer(data, kind).tolist()
    entries: list[int] = []
    position = 0
    while position + 1 < len(words):
        opcode, count = words[position], words[position + 1]
        if opcode == INDIRECT:
            offset_words = words[position + 2 : position + 2 + (2 if bits > 8 else 4)]
            offset = sum(word << (bits * place) for place, word in enumerate(offset_words))
            repeat(words, offset // (2 if bits > 8 else 1), count, entries)
            position += 2 + len(offset_words)
        else:
            position = segment(words, position, entries)
    return np.array(entries, kind).tobytes()


def repeat(words: list[int], start: int, count: int, entries: list[int]) -> None:
    """Copies `count` segments from a place further up."""
    for _ in range(count):
        start = segment(words, start, entries)


def segment(words: list[int], position: int, entries: list[int]) -> int:
    """Adds the entries of a discrete or linear segment, and gives the place behind it."""
    opcode, count = words[position], words[position + 1]
    if opcode == DISCRETE:
        entries += words[position + 2 : position + 2 + count]
        return position + 2 + count
    if opcode != LINEAR or not entries:
        raise ValueError(f"segment {opcode} of a palette at {position}")
    start, end = entries[-1], words[position + 2]
    entries += [round(start + (end - start) * step / count) for step in range(1, count + 1)]
    return position + 3
