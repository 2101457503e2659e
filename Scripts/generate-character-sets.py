#!/usr/bin/env python3
"""Writes the upper halves of the single-byte character sets of PS3.3 Table C.12-2 from Python's own codecs."""

from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "Sources/DICOM/CharacterSets/GraphicSet+Tables.swift"

SETS = {
    "latin1": "iso8859_1",
    "latin2": "iso8859_2",
    "latin3": "iso8859_3",
    "latin4": "iso8859_4",
    "cyrillic": "iso8859_5",
    "arabic": "iso8859_6",
    "greek": "iso8859_7",
    "hebrew": "iso8859_8",
    "latin5": "iso8859_9",
    "thai": "iso8859_11",
    "latin9": "iso8859_15",
}


def rows(codec: str) -> str:
    codes = [ord(bytes([byte]).decode(codec, errors="replace")) for byte in range(0xA0, 0x100)]
    lines = (codes[start : start + 16] for start in range(0, 96, 16))
    return "\n".join("        " + " ".join(f"{code:04X}" for code in line) for line in lines)


tables = "\n\n".join(
    f'    /// {codec.replace("iso8859_", "ISO 8859-")}.\n    static let {name}Table = """\n{rows(codec)}\n        """'
    for name, codec in SETS.items()
)
TARGET.write_text(
    "// Written by Scripts/generate-character-sets.py.\n\n"
    "/// The code points of the bytes A0 to FF; FFFD where a set has none.\n"
    f"extension GraphicSet {{\n{tables}\n}}\n"
)
