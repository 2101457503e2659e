"""Archives that store names in one character set each and match a query's bytes, not its characters."""

from __future__ import annotations

import re
import struct
import threading
from dataclasses import dataclass, field
from io import BytesIO
from typing import Iterator

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.tag import Tag
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pynetdicom import AE, _config, evt
from pynetdicom.dsutils import decode, encode
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelGet,
    Verification,
)

from . import data
from .processes import LOOPBACK, free_port
from .scripted import LEVELS

PATIENT_NAME = Tag(0x0010, 0x0010)
STUDY_DESCRIPTION = Tag(0x0008, 0x1030)
PATIENT_COMMENTS = Tag(0x0010, 0x4000)
SPECIFIC_CHARACTER_SET = Tag(0x0008, 0x0005)


@dataclass
class Record:
    """An instance as its bytes in Explicit VR Little Endian; read anew for each use, since pydicom rewrites what it has looked at."""

    content: bytes

    def dataset(self) -> Dataset:
        made = decode(BytesIO(self.content), False, True)
        made.file_meta = FileMetaDataset()
        made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        return made


def record(name: str, terms: str | None, texts: dict[Tag, tuple[str, bytes]]) -> Record:
    """An instance whose texts are those very bytes; `terms` is its (0008,0005), which it lacks when None."""
    plain = decode(BytesIO(encode(data.instance(name), False, True)), False, True)
    elements = {tag: (plain.get_item(tag).VR, plain.get_item(tag).value or b"") for tag in plain.keys()} | texts
    if terms is not None:
        elements[SPECIFIC_CHARACTER_SET] = ("CS", terms.encode())
    return Record(b"".join(element(tag, vr, value) for tag, (vr, value) in sorted(elements.items())))


def element(tag: Tag, vr: str, value: bytes, is_implicit: bool = False) -> bytes:
    """An element of a VR with a short length (PS3.5 §7.1.2, §7.1.3)."""
    value += b" " * (len(value) % 2)
    if is_implicit:
        return struct.pack("<HHI", tag >> 16, tag & 0xFFFF, len(value)) + value
    return struct.pack("<HH2sH", tag >> 16, tag & 0xFFFF, vr.encode(), len(value)) + value


@dataclass
class Page:
    """One archive of the book, by its AE title; `asked` are the bytes of the PatientName keys that came."""

    aet: str
    records: list[Record]
    asked: list[bytes] = field(default_factory=list)
    asked_in: list[bytes] = field(default_factory=list)

    def matches(self, query: dict[Tag, bytes]) -> list[Dataset]:
        return [one for one in (record.dataset() for record in self.records) if is_match(one, query)]


class Namebook:
    """pynetdicom that is a different archive under every called AE title."""

    def __init__(self, pages: list[Page]):
        self.pages = {page.aet: page for page in pages}
        self.port = free_port()
        self._lock = threading.Lock()
        self._server = None

    def start(self) -> "Namebook":
        # To log an answer pynetdicom decodes it, and then sends what it makes of the text rather than its bytes.
        _config.LOG_RESPONSE_IDENTIFIERS = False
        application = AE("NAMEBOOK")
        application.maximum_associations = 64
        for service in (Verification, StudyRootQueryRetrieveInformationModelFind, StudyRootQueryRetrieveInformationModelGet):
            application.add_supported_context(service)
        application.add_supported_context(data.CT_IMAGE, scu_role=True, scp_role=True)
        handlers = [(evt.EVT_C_ECHO, lambda event: 0x0000), (evt.EVT_C_FIND, self._find), (evt.EVT_C_GET, self._get)]
        self._server = application.start_server((LOOPBACK, self.port), block=False, evt_handlers=handlers)
        return self

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()

    def _page(self, event) -> Page:
        return self.pages[event.assoc.requestor.primitive.called_ae_title.strip()]

    def _find(self, event) -> Iterator:
        page, query = self._page(event), keys(event)
        if key := query.get(PATIENT_NAME):
            with self._lock:
                page.asked.append(key)
                page.asked_in.append(query.get(SPECIFIC_CHARACTER_SET, b""))
        unique = Tag(LEVELS[query[Tag(0x0008, 0x0052)].decode()])
        for found in {one.get_item(unique).value: one for one in page.matches(query)}.values():
            answered = {tag for tag in query if tag in found} | ({SPECIFIC_CHARACTER_SET} & set(found.keys()))
            raw = [(tag, found.get_item(tag).VR, found.get_item(tag).value or b"") for tag in answered]
            raw.append((Tag(0x0008, 0x0052), "CS", query[Tag(0x0008, 0x0052)]))
            # In the association's own encoding, since pydicom decodes and encodes all text when it has to change that.
            is_implicit = event.context.transfer_syntax == ImplicitVRLittleEndian
            yield 0xFF00, decode(BytesIO(b"".join(element(*one, is_implicit) for one in sorted(raw))), is_implicit, True)

    def _get(self, event) -> Iterator:
        query = keys(event)
        matches = self._page(event).matches(query)
        yield len(matches)
        for one in matches:
            yield 0xFF00, one


def keys(event) -> dict[Tag, bytes]:
    """The identifier's elements as bytes without their padding."""
    identifier = decode(event.request.Identifier, event.context.transfer_syntax == ImplicitVRLittleEndian, True)
    raw = {tag: identifier.get_item(tag) for tag in identifier.keys()}
    return {tag: (one.value or b"").rstrip(b" \0") for tag, one in raw.items() if not one.value or isinstance(one.value, bytes)}


def is_match(one: Dataset, query: dict[Tag, bytes]) -> bool:
    """Unique keys, and the patient's name by its bytes: `*` and `?` are wildcards wherever these bytes stand."""
    for keyword in LEVELS.values():
        wanted = query.get(Tag(keyword))
        if wanted and one.get_item(Tag(keyword)).value.rstrip(b"\0 ") not in wanted.split(b"\\"):
            return False
    wanted = query.get(PATIENT_NAME)
    if not wanted:
        return True
    pattern = re.escape(wanted).replace(rb"\*", b".*").replace(rb"\?", b".")
    return re.fullmatch(pattern, one.get_item(PATIENT_NAME).value.rstrip(b" "), re.DOTALL) is not None
