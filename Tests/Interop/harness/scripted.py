"""Archives that do as they are told: pynetdicom as provider with counters and faults, and bare listeners."""

from __future__ import annotations

import contextlib
import fnmatch
import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from typing import Callable, Iterator

from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import AE, evt, build_context
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelGet,
    Verification,
)

from .processes import LOOPBACK, free_port

SYNTAXES = [
    "1.2.840.10008.1.2.1",
    "1.2.840.10008.1.2",
    "1.2.840.10008.1.2.5",
    "1.2.840.10008.1.2.4.50",
    "1.2.840.10008.1.2.4.51",
    "1.2.840.10008.1.2.4.57",
    "1.2.840.10008.1.2.4.70",
    "1.2.840.10008.1.2.4.80",
    "1.2.840.10008.1.2.4.81",
    "1.2.840.10008.1.2.4.90",
    "1.2.840.10008.1.2.4.91",
    "1.2.840.10008.1.2.4.110",
    "1.2.840.10008.1.2.4.111",
    "1.2.840.10008.1.2.4.112",
    "1.2.840.10008.1.2.4.201",
    "1.2.840.10008.1.2.4.202",
    "1.2.840.10008.1.2.4.203",
    "1.2.840.10008.1.2.8.1",
]
LEVELS = {"STUDY": "StudyInstanceUID", "SERIES": "SeriesInstanceUID", "IMAGE": "SOPInstanceUID"}
UNIQUE_KEYS = tuple(LEVELS.values())


@dataclass
class Counters:
    """What the archive was asked for, and when each instance left."""

    associations: int = 0
    finds: int = 0
    gets: int = 0
    stores: int = 0
    echoes: int = 0
    departures: list[tuple[float, str]] = field(default_factory=list)
    cancels: int = 0
    aborts: int = 0


class ScriptedArchive:
    """A Query/Retrieve and Storage provider over data sets in memory.

    `before_sending(index, dataset)` runs before each C-GET sub-operation and may sleep, raise, or give another
    data set to send instead; `store_status(dataset)` gives the status answered to a C-STORE.
    """

    name = "scripted"
    aet = "SCRIPTED"

    def __init__(self, datasets: list[Dataset] = (), storage_classes: list[str] | None = None):
        self.datasets = list(datasets)
        self.storage_classes = storage_classes
        # Transfer syntaxes beside the usual ones.
        self.further: tuple[str, ...] = ()
        self.counters = Counters()
        self.stored: list[Dataset] = []
        self.before_sending: Callable[[int, Dataset, evt.Event], Dataset | None] = lambda index, dataset, event: None
        self.store_status: Callable[[Dataset], int] = lambda dataset: 0x0000
        self.find_status = 0x0000
        self.get_status: int | None = None
        # With a context, associations are over TLS.
        self.tls: ssl.SSLContext | None = None
        # More handlers of events, such as `(evt.EVT_USER_ID, …)`.
        self.handlers: list[tuple] = []
        self.port = free_port()
        self.services = [
            Verification,
            StudyRootQueryRetrieveInformationModelFind,
            StudyRootQueryRetrieveInformationModelGet,
        ]
        self._server = None
        self._lock = threading.Lock()

    def start(self) -> "ScriptedArchive":
        application = AE(self.aet)
        application.maximum_pdu_size = 131072
        application.maximum_associations = 64
        self.prepare(application)
        for service in self.services:
            application.add_supported_context(service)
        classes = self.storage_classes or sorted({str(dataset.SOPClassUID) for dataset in self.datasets})
        for sop_class in classes:
            application.add_supported_context(sop_class, [*SYNTAXES, *self.further], scu_role=True, scp_role=True)
        handlers = [
            (evt.EVT_ESTABLISHED, lambda event: self._count("associations")),
            (evt.EVT_ABORTED, lambda event: self._count("aborts")),
            (evt.EVT_C_ECHO, self._echo),
            (evt.EVT_C_FIND, self._find),
            (evt.EVT_C_GET, self._get),
            (evt.EVT_C_STORE, self._store),
        ]
        self._server = application.start_server(
            (LOOPBACK, self.port), block=False, evt_handlers=handlers + self.handlers, ssl_context=self.tls
        )
        return self

    def prepare(self, application: AE) -> None:
        """For archives that do more."""

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()

    def _count(self, counter: str) -> None:
        with self._lock:
            setattr(self.counters, counter, getattr(self.counters, counter) + 1)

    def _echo(self, event) -> int:
        self._count("echoes")
        return 0x0000

    def _matches(self, query: Dataset) -> list[Dataset]:
        return [dataset for dataset in self.datasets if all(is_match(dataset, element) for element in query)]

    def _find(self, event) -> Iterator:
        self._count("finds")
        if self.find_status != 0x0000:
            yield self.find_status, None
            return
        query = event.identifier
        level = query.QueryRetrieveLevel
        seen: set[str] = set()
        for dataset in self._matches(query):
            if event.is_cancelled:
                self._count("cancels")
                yield 0xFE00, None
                return
            unique = dataset.get(LEVELS[level])
            if unique in seen:
                continue
            seen.add(unique)
            yield 0xFF00, self._answer(query, dataset)

    def _answer(self, query: Dataset, dataset: Dataset) -> Dataset:
        answer = Dataset()
        answer.QueryRetrieveLevel = query.QueryRetrieveLevel
        answer.RetrieveAETitle = self.aet
        if "SpecificCharacterSet" in dataset:
            answer.SpecificCharacterSet = dataset.SpecificCharacterSet
        related = [one for one in self.datasets if one.StudyInstanceUID == dataset.StudyInstanceUID]
        computed = {
            "NumberOfStudyRelatedInstances": len(related),
            "NumberOfStudyRelatedSeries": len({one.SeriesInstanceUID for one in related}),
            "NumberOfSeriesRelatedInstances": sum(one.SeriesInstanceUID == dataset.SeriesInstanceUID for one in related),
            "ModalitiesInStudy": sorted({one.Modality for one in related}),
        }
        for element in query:
            if element.keyword in ("QueryRetrieveLevel", "SpecificCharacterSet"):
                continue
            if element.keyword in computed:
                setattr(answer, element.keyword, computed[element.keyword])
            elif element.tag in dataset:
                answer[element.tag] = dataset[element.tag]
            elif element.VR != "SQ":
                answer.add_new(element.tag, element.VR, None)
        return answer

    def _get(self, event) -> Iterator:
        self._count("gets")
        matches = self._matches(event.identifier)
        # pynetdicom reads no more from here than it was told to expect, so a final status is one more.
        yield len(matches) + (0 if self.get_status is None else 1)
        for index, dataset in enumerate(matches):
            if event.is_cancelled:
                self._count("cancels")
                yield 0xFE00, None
                return
            replacement = self.before_sending(index, dataset, event)
            with self._lock:
                self.counters.departures.append((time.monotonic(), str(dataset.SOPInstanceUID)))
            yield 0xFF00, replacement or dataset
        if self.get_status is not None:
            yield self.get_status, None

    def _store(self, event) -> int:
        self._count("stores")
        dataset = event.dataset
        dataset.file_meta = event.file_meta
        status = self.store_status(dataset)
        if status in (0x0000, 0xB000, 0xB006, 0xB007):
            with self._lock:
                self.stored.append(dataset)
        return status


def is_match(dataset: Dataset, element) -> bool:
    """PS3.4 §C.2.2.2 matching, as far as the suites need it: lists of UIDs, wildcards, date ranges."""
    if element.keyword in ("QueryRetrieveLevel", "SpecificCharacterSet") or element.VR == "SQ" or element.is_empty:
        return True
    if element.keyword == "ModalitiesInStudy" or element.tag not in dataset:
        return True
    value = dataset[element.tag].value
    if element.VR == "UI":
        wanted = [element.value] if isinstance(element.value, (str, UID)) else list(element.value)
        return str(value) in [str(one) for one in wanted]
    text, pattern = str(value), str(element.value)
    if element.VR in ("DA", "TM") and "-" in pattern:
        low, high = pattern.split("-", 1)
        return (not low or text >= low) and (not high or text <= high)
    return fnmatch.fnmatchcase(text.upper(), pattern.upper())


class Listener:
    """Accepts connections and never answers: a hung archive, and a counter of what reached it."""

    def __init__(self):
        self.connections = 0
        self.received = 0
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._sockets.append(connection)
            threading.Thread(target=self._count, args=(connection,), daemon=True).start()

    def _count(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := connection.recv(65536):
                self.received += len(data)

    def stop(self) -> None:
        for one in [self._listener, *self._sockets]:
            one.close()


def requestor(*contexts: str, aet: str = "INTEROP") -> AE:
    """A pynetdicom client that proposes the abstract syntaxes with the usual transfer syntaxes."""
    application = AE(aet)
    application.acse_timeout = application.dimse_timeout = application.network_timeout = 20
    application.requested_contexts = [build_context(context) for context in contexts]
    return application
