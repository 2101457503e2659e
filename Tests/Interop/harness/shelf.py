"""pynetdicom as an archive of all storage classes in all transfer syntaxes, which notes the bytes that pass."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Iterator

from pydicom.dataset import Dataset
from pynetdicom import AE, build_context, evt
from pynetdicom.service_class import StorageServiceClass
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelGet,
    StudyRootQueryRetrieveInformationModelMove,
    Verification,
    register_uid,
    uid_to_service_class,
)

from .classes import Made, digest, storage_classes
from .processes import LOOPBACK, free_port
from .scripted import LEVELS


@dataclass(frozen=True)
class Seen:
    """What passed on an association: in which transfer syntax, and the hash of the data set's bytes."""

    syntax: str
    sha256: str


class Shelf:
    """Gives what it holds by C-GET and C-MOVE, and takes what comes by C-STORE.

    `gateway_port` is where C-MOVE delivers to. `taken` and `sent` are by SOP Instance UID, `sent` by "get" and "move" before.
    """

    aet = "SHELF"

    def __init__(self, instances: list[Made], gateway_port: int, further: tuple[str, ...] = ()):
        # Transfer syntaxes beyond those of the classes.
        self.further = further
        self.gateway_port = gateway_port
        self.port = free_port()
        self.taken: dict[str, Seen] = {}
        self.sent: dict[str, dict[str, Seen]] = {"get": {}, "move": {}}
        self.associations = 0
        self._series: dict[str, list[Dataset]] = defaultdict(list)
        for one in instances:
            self.add(one.dataset)
        self._lock = threading.Lock()
        self._server = None

    def add(self, dataset: Dataset) -> None:
        """One more instance, of which the class and the transfer syntax are known."""
        self._series[str(dataset.SeriesInstanceUID)].append(dataset)

    def start(self) -> "Shelf":
        application = AE(self.aet)
        application.maximum_pdu_size = 131072
        application.maximum_associations = 64
        for service in (
            Verification,
            StudyRootQueryRetrieveInformationModelFind,
            StudyRootQueryRetrieveInformationModelGet,
            StudyRootQueryRetrieveInformationModelMove,
        ):
            application.add_supported_context(service)
        for one in storage_classes():
            if uid_to_service_class(one.uid) is not StorageServiceClass:
                # Retired, so pynetdicom does not know that it is for storage.
                register_uid(one.uid, f"Retired{one.row}", StorageServiceClass)
            syntaxes = one.syntaxes + [syntax for syntax in self.further if one.has_pixels and syntax not in one.syntaxes]
            application.add_supported_context(one.uid, syntaxes, scu_role=True, scp_role=True)
        handlers = [
            (evt.EVT_ESTABLISHED, self._count),
            (evt.EVT_C_ECHO, lambda event: 0x0000),
            (evt.EVT_C_FIND, self._find),
            (evt.EVT_C_GET, self._get),
            (evt.EVT_C_MOVE, self._move),
            (evt.EVT_C_STORE, self._take),
            (evt.EVT_DIMSE_SENT, self._note, ["get"]),
        ]
        self._server = application.start_server((LOOPBACK, self.port), block=False, evt_handlers=handlers)
        return self

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()

    def _count(self, _event) -> None:
        with self._lock:
            self.associations += 1

    def _matches(self, query: Dataset) -> list[Dataset]:
        """By the unique keys alone: nothing else is asked of this archive."""
        series = [str(uid) for uid in uids(query, "SeriesInstanceUID")] or list(self._series)
        found = [dataset for uid in series for dataset in self._series.get(uid, [])]
        for keyword in ("StudyInstanceUID", "SOPInstanceUID"):
            if wanted := {str(uid) for uid in uids(query, keyword)}:
                found = [dataset for dataset in found if str(dataset[keyword].value) in wanted]
        return found

    def _find(self, event) -> Iterator:
        query = event.identifier
        unique = LEVELS[query.QueryRetrieveLevel]
        for dataset in {str(one[unique].value): one for one in self._matches(query)}.values():
            answer = Dataset()
            for element in query:
                if element.tag in dataset:
                    answer[element.tag] = dataset[element.tag]
                elif element.keyword != "SpecificCharacterSet" and element.VR != "SQ":
                    answer.add_new(element.tag, element.VR, None)
            answer.QueryRetrieveLevel = query.QueryRetrieveLevel
            yield 0xFF00, answer

    def _get(self, event) -> Iterator:
        matches = self._matches(event.identifier)
        yield len(matches)
        for dataset in matches:
            yield 0xFF00, dataset

    def _move(self, event) -> Iterator:
        matches = self._matches(event.identifier)
        needed = sorted({(str(one.SOPClassUID), str(one.file_meta.TransferSyntaxUID)) for one in matches})
        contexts = [build_context(sop_class, syntax) for sop_class, syntax in needed]
        opened: list = []
        handlers = [(evt.EVT_ESTABLISHED, lambda established: opened.append(established.assoc)), (evt.EVT_DIMSE_SENT, self._note, ["move"])]
        # pynetdicom opens one association for a C-MOVE, so more contexts than fit into it cannot be moved at once.
        yield LOOPBACK, self.gateway_port, {"contexts": contexts[:128], "evt_handlers": handlers}
        yield len(matches)
        with undisturbed(opened):
            for dataset in matches:
                yield 0xFF00, dataset

    def _take(self, event) -> int:
        syntax, content = str(event.context.transfer_syntax), event.request.DataSet.getvalue()
        with self._lock:
            self.taken[str(event.request.AffectedSOPInstanceUID)] = Seen(syntax, digest(content))
        return 0x0000

    def _note(self, event, service: str) -> None:
        if type(event.message).__name__ != "C_STORE_RQ":
            return
        syntax = next(str(one.transfer_syntax[0]) for one in event.assoc.accepted_contexts if one.context_id == event.message.context_id)
        with self._lock:
            uid = str(event.message.command_set.AffectedSOPInstanceUID)
            self.sent[service][uid] = Seen(syntax, digest(event.message.data_set.getvalue()))


@contextlib.contextmanager
def undisturbed(associations: list) -> Iterator[None]:
    """Keeps the reactors of requestors paused from one C-STORE to the next.

    pynetdicom 3.0 lets them run between two, and then they may take the second one's response for a message of their own.
    """
    checkpoints = [association._reactor_checkpoint for association in associations]
    for checkpoint in checkpoints:
        checkpoint.clear()
        checkpoint.set = lambda: None
    time.sleep(0.01)
    yield
    for checkpoint in checkpoints:
        del checkpoint.set
        checkpoint.set()


def uids(query: Dataset, keyword: str) -> list:
    """The UIDs of a key, none when it is absent or empty."""
    value = query.get(keyword)
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)
