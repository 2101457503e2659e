"""An archive that sends by C-MOVE as a script says: when, in which order, on how many associations, under whose name."""

from __future__ import annotations

import contextlib
import hashlib
import ssl
import threading
import time
from io import BytesIO
from typing import Callable, Iterator

from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_data_element
from pynetdicom import AE, build_context, evt
from pynetdicom.association import Association
from pynetdicom.dimse_primitives import C_MOVE
from pynetdicom.dsutils import decode, encode
from pynetdicom.service_class import QueryRetrieveServiceClass
from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelGet, StudyRootQueryRetrieveInformationModelMove

from .model import is_left_out
from .processes import LOOPBACK
from .scripted import ScriptedArchive, is_match

# What a store says of the C-MOVE that it belongs to: AE title and message id, either of which may be missing.
Name = tuple[str | None, int | None]


def fingerprint(dataset: Dataset) -> str:
    """A digest of all elements, byte by byte but for padding."""
    digest = hashlib.sha256()
    for tag in sorted(tag for tag in dataset.keys() if not is_left_out(tag)):
        buffer = DicomBytesIO()
        buffer.is_implicit_VR, buffer.is_little_endian = True, True
        write_data_element(buffer, dataset.get_item(tag))
        # Eight bytes are the tag and the length.
        digest.update(f"{tag:08X}".encode() + buffer.getvalue()[8:].rstrip(b"\0 "))
    return digest.hexdigest()


def hold(association: Association) -> Callable[[], None]:
    """Halts the thread that watches an association, until what this gives is called.

    pynetdicom 3.0.4 halts it for each request, but may go on before it stands still; then it takes the response for a stray
    message and drops it, and the request waits until it times out.
    """
    checkpoint = association._reactor_checkpoint
    checkpoint.clear()
    time.sleep(0.02)
    while not association._is_paused and association.is_alive():
        time.sleep(0.001)
    checkpoint.set = lambda: None

    def release() -> None:
        del checkpoint.set
        checkpoint.set()

    return release


class Move:
    """One C-MOVE that an archive was asked for."""

    def __init__(self, archive: "MovingArchive", service, request: C_MOVE, context):
        self.archive = archive
        self.service = service
        self.request = request
        self.context = context
        self.id = request.MessageID
        self.caller = service.assoc.requestor.ae_title
        self.destination = request.MoveDestination
        syntax = context.transfer_syntax[0]
        self.identifier = decode(request.Identifier, syntax.is_implicit_VR, syntax.is_little_endian, syntax.is_deflated)
        self.matches = [one for one in archive.datasets if all(is_match(one, element) for element in self.identifier)]

    @property
    def truth(self) -> Name:
        return self.caller, self.id

    @property
    def is_cancelled(self) -> bool:
        return self.service.is_cancelled(self.id)

    @property
    def is_gone(self) -> bool:
        # The association's own thread is the one that runs the script, and has not seen an abort yet.
        association = self.service.assoc
        return not association.is_established or association.acse.is_aborted() or association.dul.state_machine.current_state == "Sta1"

    def respond(self, status: int, remaining=None, completed=None, failed=None, warning=None, failed_uids=()) -> None:
        """Sends one response with the numbers that are given."""
        response = C_MOVE()
        response.MessageIDBeingRespondedTo = self.id
        response.AffectedSOPClassUID = self.request.AffectedSOPClassUID
        response.Status = status
        response.NumberOfRemainingSuboperations = remaining
        response.NumberOfCompletedSuboperations = completed
        response.NumberOfFailedSuboperations = failed
        response.NumberOfWarningSuboperations = warning
        if failed_uids:
            identifier = Dataset()
            identifier.FailedSOPInstanceUIDList = list(failed_uids)
            syntax = self.context.transfer_syntax[0]
            response.Identifier = BytesIO(encode(identifier, syntax.is_implicit_VR, syntax.is_little_endian))
        self.service.dimse.send_msg(response, self.context.context_id)

    @contextlib.contextmanager
    def association(self, datasets=None, called: str | None = None, calling: str | None = None) -> Iterator[Association]:
        """An association to the destination, with the contexts that the data sets need."""
        application = AE(calling or self.archive.aet)
        application.maximum_pdu_size = 131072
        application.acse_timeout = application.dimse_timeout = application.network_timeout = 20
        pairs = {(one.SOPClassUID, one.file_meta.TransferSyntaxUID) for one in datasets or self.matches}
        contexts = [build_context(sop_class, syntax) for sop_class, syntax in sorted(pairs)]
        port = self.archive.destinations[self.destination]
        tls = self.archive.client_tls
        association = application.associate(
            LOOPBACK, port, contexts=contexts, ae_title=called or self.destination, tls_args=tls and (tls, LOOPBACK)
        )
        if not association.is_established:
            raise ConnectionError(f"no association to {self.destination}")
        release = hold(association)
        try:
            yield association
        finally:
            release()
            if association.is_established:
                association.release()

    def send(self, association: Association, dataset: Dataset, name: Name = (None, None)) -> int | None:
        """One C-STORE; the status, or nothing when there was no answer."""
        title, number = name
        answer = association.send_c_store(dataset, originator_aet=title, originator_id=number)
        status = answer.get("Status")
        self.archive.note(self, dataset, status)
        return status


class MovingArchive(ScriptedArchive):
    """`script(move)` does what a C-MOVE amounts to; without one it is done by the book. C-GET is not offered.

    `answers` has what the destination answered to each C-STORE: (message id, SOP Instance UID, status).
    """

    name = "moving"
    aet = "MOVING"

    def __init__(self, datasets: list[Dataset], destinations: dict[str, int], script: Callable[[Move], None] | None = None):
        super().__init__(datasets)
        self.destinations = destinations
        self.script = script or by_the_book
        self.moves: list[Move] = []
        self.answers: list[tuple[int, str, int | None]] = []
        # With a context, instances are sent over TLS.
        self.client_tls: ssl.SSLContext | None = None
        self.services = [one for one in self.services if one != StudyRootQueryRetrieveInformationModelGet]
        self.services.append(StudyRootQueryRetrieveInformationModelMove)

    def prepare(self, application: AE) -> None:
        application.moving_archive = self

    def note(self, move: Move, dataset: Dataset, status: int | None) -> None:
        with self._lock:
            self.answers.append((move.id, str(dataset.SOPInstanceUID), status))

    def serve(self, service, request: C_MOVE, context) -> None:
        move = Move(self, service, request, context)
        with self._lock:
            self.moves.append(move)
        if move.destination not in self.destinations:
            return move.respond(0xA801)
        self.script(move)


_standard = QueryRetrieveServiceClass._move_scp


def _dispatch(self, request, context) -> None:
    archive = getattr(self.ae, "moving_archive", None)
    return archive.serve(self, request, context) if archive else _standard(self, request, context)


QueryRetrieveServiceClass._move_scp = _dispatch


# Scripts.


def by_the_book(move: Move) -> None:
    deliver(move, lambda dataset: move.truth)


def silently(move: Move) -> None:
    """As archives do that leave the Move Originator out."""
    deliver(move, lambda dataset: (None, None))


def deliver(
    move: Move,
    naming: Callable[[Dataset], Name],
    datasets: list[Dataset] | None = None,
    pause: float = 0,
    status: int | None = None,
) -> None:
    """One association, a pending response after each store, the final response at the end."""
    datasets = move.matches if datasets is None else datasets
    failed: list[str] = []
    with move.association(datasets) as association:
        for index, dataset in enumerate(datasets):
            if move.is_cancelled:
                with move.archive._lock:
                    move.archive.counters.cancels += 1
                return move.respond(0xFE00, len(datasets) - index, index - len(failed), len(failed), 0, failed)
            if move.send(association, dataset, naming(dataset)) != 0x0000:
                failed.append(dataset.SOPInstanceUID)
            move.respond(0xFF00, len(datasets) - index - 1, index + 1 - len(failed), len(failed), 0)
            if pause:
                time.sleep(pause)
    final = status if status is not None else 0xB000 if failed else 0x0000
    move.respond(final, None, len(datasets) - len(failed), len(failed), 0, failed)


def in_parallel(move: Move, shares: list[list[Dataset]], naming: Callable[[Dataset], Name]) -> None:
    """An association for each share, all at once. Returns when all is sent."""

    def send(share: list[Dataset]) -> None:
        with move.association(share) as association:
            for dataset in share:
                move.send(association, dataset, naming(dataset))

    threads = [threading.Thread(target=send, args=(share,)) for share in shares if share]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


__all__ = ["Move", "MovingArchive", "by_the_book", "deliver", "evt", "fingerprint", "in_parallel", "silently"]
