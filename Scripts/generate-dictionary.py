#!/usr/bin/env python3
"""Writes the attribute dictionary of Sources/DICOM/Dictionary from the facts in pydicom's.

    pip install pydicom && Scripts/generate-dictionary.py

Two files come out: the table that `Dictionary` parses on first use, and the tags that the code names.
A tag gets a Swift name by adding its keyword to named-tags.txt beside this script.
"""

import re
from pathlib import Path

import pydicom
from pydicom._dicom_dict import DicomDictionary, RepeatersDictionary

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "Sources" / "DICOM" / "Dictionary"

# Delimiters are not attributes: they have names but no VR (PS3.5 §7.5).
DELIMITERS = {
    "Item": 0xFFFEE000,
    "ItemDelimitationItem": 0xFFFEE00D,
    "SequenceDelimitationItem": 0xFFFEE0DD,
}

# Keywords that begin with more than one abbreviation.
SPECIAL_NAMES = {
    "KVP": "kvp",
    "VOILUTFunction": "voiLUTFunction",
    "VOILUTSequence": "voiLUTSequence",
    "LUTDescriptor": "lutDescriptor",
    "LUTData": "lutData",
    "LUTExplanation": "lutExplanation",
    "SOPClassUID": "sopClassUID",
    "SOPInstanceUID": "sopInstanceUID",
    "SOPClassesInStudy": "sopClassesInStudy",
    "ICCProfile": "iccProfile",
    "MIMETypeOfEncapsulatedDocument": "mimeTypeOfEncapsulatedDocument",
}


def row(tag: str, entry: tuple) -> str:
    vr, vm, name, retired, keyword = entry
    fields = [tag, vr.replace(" or ", "/"), vm, keyword, name, "R" if retired else ""]
    assert all("|" not in field and field.isascii() for field in fields), fields
    return "|".join(fields)


def table() -> str:
    tags = sorted(tag for tag in DicomDictionary if tag not in DELIMITERS.values())
    rows = [row(f"{tag:08X}", DicomDictionary[tag]) for tag in tags]
    repeating = [row(tag.upper().replace("X", "x"), RepeatersDictionary[tag]) for tag in sorted(RepeatersDictionary)]
    text = "\n".join(f"        {line}" for line in rows + repeating)
    return f'''// swift-format-ignore-file
// Written by Scripts/generate-dictionary.py from pydicom {pydicom.__version__}; change the script, not this.

extension Dictionary {{
    /// PS3.6 §6 to §9 and PS3.7 §E.1: `tag|VR/VR|VM|keyword|name|R if retired`, by tag; then the repeating groups,
    /// in whose tags any digit may stand for an `x`.
    static let table: StaticString = """
{text}
        """
}}
'''


def swift_name(keyword: str) -> str:
    if keyword in SPECIAL_NAMES:
        return SPECIAL_NAMES[keyword]
    abbreviation = re.match(r"^([A-Z]{2,})(?=[A-Z][a-z]|$|[0-9])", keyword)
    head = abbreviation.group(1) if abbreviation else keyword[0]
    return head.lower() + keyword[len(head) :]


def named() -> str:
    tags = {entry[4]: tag for tag, entry in DicomDictionary.items()} | DELIMITERS
    keywords = (HERE / "named-tags.txt").read_text().split()
    rows = sorted((tags[keyword], swift_name(keyword)) for keyword in set(keywords))
    lines = [f"    package static let {name} = Tag(0x{tag >> 16:04X}, 0x{tag & 0xFFFF:04X})" for tag, name in rows]
    return "\n".join(
        [
            "// Written by Scripts/generate-dictionary.py; add keywords to Scripts/named-tags.txt.",
            "",
            "/// The tags that the code names, by their keywords (PS3.6 §6, PS3.7 §E.1).",
            "extension Tag {",
            *lines,
            "}",
            "",
        ]
    )


(TARGET / "Dictionary+Table.swift").write_text(table())
(TARGET / "Tag+Named.swift").write_text(named())
