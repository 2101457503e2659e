"""Comparing data sets with data sets, and DICOM JSON with pydicom's own, by the rules of PS3.18 Annex F.

Both comparisons give a list of differences, each a line that names the element by its path.
"""

from __future__ import annotations

import base64
from typing import Callable

import numpy as np
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

WIDTHS = {"US": 2, "SS": 2, "OW": 2, "AT": 2, "UL": 4, "SL": 4, "FL": 4, "OL": 4, "OF": 4}
WIDTHS |= {"FD": 8, "OD": 8, "OV": 8, "SV": 8, "UV": 8}
BINARY = {"OB", "OW", "OD", "OF", "OL", "OV", "UN"}
# PS3.18 §F.2.2: what may stand in a bulk data item.
BULK = BINARY | {"DS", "FL", "FD", "IS", "LT", "SL", "SS", "ST", "SV", "UC", "UL", "US", "UT", "UV"}
PIXEL_DATA = {"7FE00008", "7FE00009", "7FE00010"}
# Not part of the model: (gggg,0000) by F.2.2, the character set because the model is UTF-8, the trailing padding.
LEFT_OUT = {"00080005", "FFFCFFFC"}


def is_left_out(tag: int) -> bool:
    """Group lengths, the file meta information and padding are no part of what is compared."""
    return tag & 0xFFFF == 0 or tag >> 16 == 2 or tag == 0xFFFCFFFC


def swapped(value: bytes, vr: str) -> bytes:
    """Big-endian bytes of a VR as little-endian ones."""
    width = WIDTHS.get(vr, 1)
    if width == 1 or len(value) % width:
        return value
    return np.frombuffer(value, f">u{width}").astype(f"<u{width}").tobytes()


def raw_bytes(dataset: Dataset, tag, is_little: bool) -> bytes | None:
    """The value's bytes in little-endian order; nothing for a sequence."""
    element = dataset.get_item(tag)
    if isinstance(element, RawDataElement):
        vr = element.VR if element.VR and element.VR != "UN" else dataset[tag].VR
        if vr == "SQ" or not isinstance(element.value, (bytes, type(None))):
            return None
        value = element.value or b""
        return value if is_little else swapped(value, pixel_vr(dataset, tag, vr))
    if element.VR in BINARY and isinstance(element.value, bytes):
        return element.value if is_little else swapped(element.value, pixel_vr(dataset, tag, element.VR))
    return None


def pixel_vr(dataset: Dataset, tag, vr: str) -> str:
    """OW of words of 16 bits, but numbers of 32 bits in Pixel Data are written whole."""
    return "OL" if tag == 0x7FE00010 and vr == "OW" and dataset.get("BitsAllocated") == 32 else vr


def dataset_differences(expected: Dataset, got: Dataset, path: str = "", is_little: bool = True) -> list[str]:
    """Where `got` (little endian) is not, value byte for value byte, what `expected` was."""
    differences = []
    wanted = {tag for tag in expected.keys() if not is_left_out(tag)}
    present = {tag for tag in got.keys() if not is_left_out(tag)}
    differences += [f"{path}{Tag(tag)} missing" for tag in sorted(wanted - present)]
    differences += [f"{path}{Tag(tag)} added" for tag in sorted(present - wanted)]
    for tag in sorted(wanted & present):
        here = f"{path}{Tag(tag)}"
        before, after = raw_bytes(expected, tag, is_little), raw_bytes(got, tag, True)
        if before is not None and after is not None:
            padded = before + b"\0" if len(before) % 2 else before
            if before != after and padded != after and before.rstrip(b"\0 ") != after.rstrip(b"\0 "):
                differences.append(f"{here} {before[:24]!r} became {after[:24]!r} ({len(before)} and {len(after)} bytes)")
            continue
        old, new = expected[tag], got[tag]
        if old.VR == "SQ" and new.VR == "SQ":
            if len(old.value) != len(new.value):
                differences.append(f"{here} {len(old.value)} items became {len(new.value)}")
            for index, (left, right) in enumerate(zip(old.value, new.value)):
                differences += dataset_differences(left, right, f"{here}[{index}]", is_little)
        elif old.value != new.value:
            differences.append(f"{here} {old.VR} {old.value!r:.40} became {new.VR} {new.value!r:.40}")
    return differences


def expected_model(dataset: Dataset, is_little: bool = True) -> dict:
    """pydicom's own JSON model of a data set, with the bytes of big-endian sources turned.

    Two habits of pydicom are undone: it takes the VR of private elements that came as UN from a dictionary of its
    own, and it leaves out what it cannot convert (marked here by the VR alone, to be compared by nobody).
    """
    private = {tag: dataset.get_item(tag).value for tag in dataset.keys() if is_private_unknown(dataset.get_item(tag))}
    model = dataset.to_json_dict(bulk_data_threshold=1 << 62, suppress_invalid_tags=True)
    for tag in dataset.keys():
        model.setdefault(f"{tag:08X}", {"vr": None})
    for tag, value in private.items():
        model[f"{tag:08X}"] = {"vr": "UN", "InlineBinary": base64.b64encode(value or b"").decode()}
    return model if is_little else turned(model)


def is_private_unknown(element) -> bool:
    return isinstance(element, RawDataElement) and element.VR == "UN" and element.tag.is_private and element.tag.element >= 0x1000 and element.length != 0xFFFFFFFF


def turned(model: dict) -> dict:
    for element in model.values():
        if "InlineBinary" in element:
            element["InlineBinary"] = base64.b64encode(swapped(base64.b64decode(element["InlineBinary"]), element["vr"])).decode()
        if element["vr"] == "SQ":
            for item in element.get("Value", []):
                turned(item)
    return model


def model_differences(expected: dict, got: dict, fetch: Callable[[str], bytes] | None = None, path: str = "") -> list[str]:
    """Where the gateway's model is not pydicom's. `fetch` gives the bytes behind a BulkDataURI."""
    differences = []
    if list(got) != sorted(got):
        differences.append(f"{path}: not in ascending order")
    wanted = {tag: element for tag, element in expected.items() if tag not in LEFT_OUT and not tag.endswith("0000") and not tag.startswith("0002")}
    added = {"00083002"} if not path else set()
    present = {tag: element for tag, element in got.items() if tag not in LEFT_OUT}
    for tag in sorted(wanted.keys() - present.keys()):
        differences.append(f"{path}{tag} missing ({wanted[tag]!r:.60})")
    for tag in sorted(present.keys() - wanted.keys() - added):
        differences.append(f"{path}{tag} added ({present[tag]!r:.60})")
    for tag in sorted(wanted.keys() & present.keys()):
        differences += element_differences(wanted[tag], present[tag], fetch, f"{path}{tag}", tag in PIXEL_DATA)
    return differences


def element_differences(wanted: dict, got: dict, fetch, here: str, is_pixel_data: bool) -> list[str]:
    kinds = [key for key in ("Value", "InlineBinary", "BulkDataURI") if key in got]
    if len(kinds) > 1:
        return [f"{here} has {kinds}"]
    if set(got) - {"vr", *kinds}:
        return [f"{here} has unknown members {sorted(got)}"]
    if wanted["vr"] is None:
        return []
    # Pixel Data of eight bits or less may be either (PS3.5 §A.2), and encapsulated it is OB (§A.4), whatever was written.
    is_same = wanted["vr"] == got["vr"] or is_pixel_data and {wanted["vr"], got["vr"]} == {"OB", "OW"}
    if not is_same:
        return [f"{here} VR {wanted['vr']} became {got['vr']}"]
    vr = got["vr"]
    if "BulkDataURI" in got:
        if vr not in BULK:
            return [f"{here} {vr} may not be bulk data"]
        return [] if is_pixel_data or fetch is None else bulk_differences(wanted, fetch(got["BulkDataURI"]), vr, here)
    if is_pixel_data and "InlineBinary" in got:
        return [f"{here} pixel data inline"]
    if vr in BINARY:
        before, after = base64.b64decode(wanted.get("InlineBinary") or ""), base64.b64decode(got.get("InlineBinary") or "")
        return [] if before.rstrip(b"\0") == after.rstrip(b"\0") else [f"{here} {before[:16]!r} became {after[:16]!r}"]
    before, after = wanted.get("Value", []), got.get("Value", [])
    if "Value" in got and not after:
        return [f"{here} an empty Value array"]
    if vr == "SQ":
        if len(before) != len(after):
            return [f"{here} {len(before)} items became {len(after)}"]
        return [line for n, (old, new) in enumerate(zip(before, after)) for line in model_differences(old or {}, new or {}, fetch, f"{here}[{n}]")]
    before, after = [plain(value, vr) for value in before], [plain(value, vr) for value in after]
    if before == after or not any(before) and not any(after) and len(before) <= 1 >= len(after):
        return []
    return [f"{here} {vr} {before!r:.60} became {after!r:.60}"]


def bulk_differences(wanted: dict, content: bytes, vr: str, here: str) -> list[str]:
    if "InlineBinary" in wanted:
        before = base64.b64decode(wanted["InlineBinary"])
    elif vr in WIDTHS:
        kind = {"SS": "i2", "SL": "i4", "SV": "i8", "FL": "f4", "FD": "f8", "US": "u2", "UL": "u4", "UV": "u8"}[vr]
        before = np.array(wanted.get("Value", []), dtype=f"<{kind}").tobytes()
    else:
        before = "\\".join(str(value) for value in wanted.get("Value", [])).encode()
    same = before.rstrip(b"\0 ") == content.rstrip(b"\0 ")
    return [] if same else [f"{here} bulk data of {len(before)} bytes became {len(content)}: {before[:16]!r}, {content[:16]!r}"]


def plain(value, vr: str):
    """A value freed of what Annex F leaves open: padding, number or string, digits of a single-precision number."""
    if value is None or value == "":
        return None  # An empty value of several is null (PS3.18 §F.2.5); pydicom writes an empty string.
    if vr == "PN":
        return {group: text.rstrip(" ^") for group, text in value.items() if text.strip(" ^")}
    if vr in ("IS", "DS", "SV", "UV"):
        try:
            return float(value)
        except ValueError:
            return str(value).strip(" \0")
    if vr == "FL":
        return float(np.float32(value))
    if isinstance(value, str):
        return value.rstrip(" \0") if vr in ("LT", "ST", "UT") else value.strip(" \0")
    return value
