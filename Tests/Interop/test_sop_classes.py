"""Every storage SOP class of the conformance target in every transfer syntax that its kind allows, both ways: acceptance by
a table of class × syntax × direction without an empty cell. Bytes are compared by their hashes, where they leave and where
they arrive. (R-20, R-71, S-30, D-06, D-50)"""

from __future__ import annotations

import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from pynetdicom import AE, build_context

from harness.archives import Orthanc
from harness.classes import DEFLATED, ENCAPSULATED, NATIVE, Made, all_instances, digest, split_part10, storage_classes
from harness.gantry import CHECKOUT, Gateway, archive
from harness.processes import LOOPBACK, free_port
from harness.shelf import Seen, Shelf
from harness.web import multipart, read_multipart

STUDY = "sop-classes"
AS_STORED = {"Accept": 'multipart/related; type="application/dicom"; transfer-syntax=*'}
DIRECTIONS = ["accepted by our SCP", "STOW→pynetdicom", "C-GET←pynetdicom", "C-MOVE←pynetdicom", "STOW→Orthanc", "C-GET←Orthanc", "C-MOVE←Orthanc"]
MAXIMUM_CONTEXTS = 128
CONCURRENT_MOVES = 4
# What Orthanc 1.10 over DCMTK 3.6.7 refuses: it knows neither HTJ2K nor JPEG XL, nor implant templates, as they are no patient's.
UNKNOWN_TO_ORTHANC = {f"1.2.840.10008.1.2.4.{end}" for end in (201, 202, 203, 110, 111, 112)}
REFUSED_BY_ORTHANC = {"1.2.840.10008.5.1.4.43.1", "1.2.840.10008.5.1.4.44.1", "1.2.840.10008.5.1.4.45.1"}
NOT_AUTHORISED = 0x0124


class Table:
    """A mark for every class, syntax and direction: `+` for arrived unharmed, else the letter of a footnote."""

    def __init__(self, instances: list[Made]):
        self.instances = instances
        self.cells: dict[tuple[str, str, str], str] = {}
        self.notes: dict[str, str] = {}

    def set(self, one: Made, direction: str, fault: str = "", refusal: str = "") -> None:
        """A cell: good without `fault`; a `refusal` is the peer's own, a fault is ours."""
        self.cells[(*one.key, direction)] = self.letter(f"refused by the peer: {refusal}") if refusal else self.letter(fault) if fault else "+"

    def letter(self, note: str) -> str:
        for letter, known in self.notes.items():
            if known == note:
                return letter
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        letter = letters[min(len(self.notes), len(letters) - 1)]
        self.notes.setdefault(letter, note)
        return letter

    def marks(self, sop_class, direction: str) -> str:
        return "".join(self.cells.get((sop_class.uid, syntax, direction), " ") for syntax in sop_class.syntaxes)

    def lines(self) -> list[str]:
        head = f"syntaxes of images: {' '.join(syntax.removeprefix('1.2.840.10008.') for syntax in NATIVE + ENCAPSULATED)}; of others the first {len(NATIVE)}"
        width = len(NATIVE) + len(ENCAPSULATED)
        titles = " ".join(f"{direction:{width}}" for direction in DIRECTIONS)
        rows = [f"{one.uid.removeprefix('1.2.840.10008.'):24} {'I' if one.is_image else 'N'} " + " ".join(f"{self.marks(one, d):{width}}" for d in DIRECTIONS) for one in storage_classes()]
        notes = [f"{letter}: {note}" for letter, note in self.notes.items()]
        return [head, f"{'':24}   {titles}", *rows, "+: arrived unharmed", *notes]

    def faults(self, direction: str, allowing_refusals: bool) -> dict[str, int]:
        """What is not good, with how many cells have it; an empty cell is a fault."""
        found = Counter(self.cells.get((*one.key, direction), "empty cell") for one in self.instances)
        del found["+"]
        named = {self.notes.get(letter, letter): count for letter, count in found.items()}
        return {note: count for note, count in named.items() if not (allowing_refusals and note.startswith("refused by the peer"))}


@pytest.fixture(scope="module")
def instances() -> list[Made]:
    return all_instances(STUDY)


@pytest.fixture(scope="module")
def table(instances) -> Table:
    return Table(instances)


@pytest.fixture(scope="module")
def storage_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def shelf(instances, storage_port):
    peer = Shelf(instances, storage_port).start()
    yield peer
    peer.stop()


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory, storage_port):
    peer = Orthanc(tmp_path_factory.mktemp("classes-orthanc"), storage_port)
    settings = peer.configuration() | {"SyncStorageArea": False}
    peer.configuration = lambda: settings
    peer.start()
    yield peer
    peer.stop()


@pytest.fixture(scope="module")
def gateway(tmp_path_factory, shelf, orthanc, storage_port):
    archives = [
        archive(shelf, "shelf-get", retrieve="get"),
        archive(shelf, "shelf-move", retrieve="move"),
        archive(orthanc, "orthanc-get", retrieve="get"),
        archive(orthanc, "orthanc-move", retrieve="move"),
    ]
    service = Gateway(tmp_path_factory.mktemp("classes-gateway"), archives, storage_port).start()
    yield service
    service.stop()


def store(gateway: Gateway, name: str, instances: list[Made]) -> dict[str, int | None]:
    """Stores all in one request; gives the failure reason of each, nothing for those that are stored."""
    content_type, body = multipart([one.part10 for one in instances])
    url = f"{gateway.root}/archives/{name}/dicom-web/studies"
    response = requests.post(url, data=body, headers={"Content-Type": content_type}, timeout=200)
    assert response.status_code in (200, 202), f"{response.status_code} {response.text[:300]}"
    module = response.json()
    reasons = {item["00081155"]["Value"][0]: None for item in module.get("00081199", {}).get("Value", [])}
    reasons |= {item["00081155"]["Value"][0]: item["00081197"]["Value"][0] for item in module.get("00081198", {}).get("Value", [])}
    assert set(reasons) == {one.uid for one in instances}, "the answer does not account for every instance"
    return reasons


def retrieve(gateway: Gateway, name: str, path: str) -> dict[str, Seen]:
    """Every instance of a resource with its syntax and hash, from its bytes as a file."""
    response = requests.get(f"{gateway.root}/archives/{name}/dicom-web{path}", headers=AS_STORED, timeout=200)
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    found = {}
    for part in read_multipart(response.headers["Content-Type"], response.content):
        syntax, content = split_part10(part.body)
        assert part.transfer_syntax in (None, syntax), f"a part labelled {part.transfer_syntax} holds {syntax}"
        uid = part.headers["Content-Location"].rsplit("/", 1)[-1]
        assert uid not in found, "an instance twice"
        found[uid] = Seen(syntax, digest(content))
    return found


def told_syntax(gateway: Gateway, name: str, study: str) -> dict[str, str]:
    """The syntax in which each instance leaves the gateway, as its metadata tell it."""
    response = requests.get(f"{gateway.root}/archives/{name}/dicom-web/studies/{study}/metadata", timeout=200)
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    return {item["00080018"]["Value"][0]: item["00083002"]["Value"][0] for item in response.json()}


def judge(table: Table, direction: str, got: dict[str, Seen], wanted, refused=lambda one: "") -> None:
    """Fills a direction's cells; `wanted` gives what an instance must have arrived as, `refused` why its peer did not take it."""
    for one in table.instances:
        seen, expected = got.get(one.uid), wanted(one)
        if refusal := refused(one):
            assert seen is None, f"{one.key} was refused ({refusal}) and arrived"
            table.set(one, direction, refusal=refusal)
        elif seen is None:
            table.set(one, direction, "did not arrive")
        elif seen.syntax != expected.syntax:
            table.set(one, direction, f"arrived in {seen.syntax.removeprefix('1.2.840.10008.')} rather than {expected.syntax.removeprefix('1.2.840.10008.')}")
        else:
            table.set(one, direction, "" if seen == expected else "arrived with other bytes")


def kept(orthanc: Orthanc) -> dict[str, Seen]:
    """The files that Orthanc has, over its own interface."""
    with requests.Session() as session:
        found = {}
        for item in session.get(f"{orthanc.url}/instances?expand").json():
            syntax, content = split_part10(session.get(f"{orthanc.url}/instances/{item['ID']}/file").content)
            found[item["MainDicomTags"]["SOPInstanceUID"]] = Seen(syntax, digest(inflated(syntax, content)))
        return found


def inflated(syntax: str, content: bytes) -> bytes:
    """Orthanc deflates anew what it takes deflated, so there the bytes within are compared."""
    return zlib.decompress(content, -zlib.MAX_WBITS) if syntax == DEFLATED else content


def own_inflated(one: Made) -> Seen:
    return Seen(one.syntax, digest(inflated(one.syntax, one.content)))


def own(one: Made) -> Seen:
    return Seen(one.syntax, digest(one.content))


def over_the_web(one: Made) -> Seen:
    syntax, content = one.over_the_web
    return Seen(syntax, digest(content))


def test_the_target_has_113_classes_and_the_made_instances_are_all_of_them(instances):
    classes = storage_classes()
    assert len({one.uid for one in classes}) == len(classes) == 113
    assert len(instances) == sum(len(one.syntaxes) for one in classes) == len({one.uid for one in instances})
    assert all(len(one.content) % 2 == 0 or one.syntax == DEFLATED for one in instances)


def test_the_conformance_statement_has_them_all():
    """A Swift test holds the statement to the code, so this holds the code to the target."""
    rows = [line.strip("| \n").split(" | ") for line in (CHECKOUT / "docs/conformance.md").read_text().splitlines() if line.startswith("| 1.2.840.10008.5.1.")]
    stated = {row[0]: (row[1].removesuffix(" (retired)"), row[2]) for row in rows if len(row) == 3}
    for one in storage_classes():
        kind = "image" if one.is_image else "Pixel Data" if one.has_pixels else "none"
        assert stated.get(one.uid) == (one.name, kind), one.uid


def test_all_are_sent_to_pynetdicom_as_they_are(gateway, shelf, table, instances):
    reasons = store(gateway, "shelf-get", instances)
    assert {reason for reason in reasons.values()} == {None}
    judge(table, "STOW→pynetdicom", shelf.taken, own)
    assert table.faults("STOW→pynetdicom", allowing_refusals=False) == {}


def test_all_are_retrieved_from_pynetdicom_by_c_get(gateway, shelf, table, instances):
    study = instances[0].dataset.StudyInstanceUID
    got = retrieve(gateway, "shelf-get", f"/studies/{study}")
    judge(table, "C-GET←pynetdicom", got, over_the_web)
    assert {one.uid: shelf.sent["get"][one.uid] for one in instances} == {one.uid: own(one) for one in instances}
    assert told_syntax(gateway, "shelf-get", study) == {one.uid: one.over_the_web[0] for one in instances}
    assert table.faults("C-GET←pynetdicom", allowing_refusals=False) == {}


def test_all_are_moved_from_pynetdicom(gateway, shelf, table, instances):
    """Series by series: pynetdicom opens one association for a C-MOVE, which has room for 128 contexts."""
    study, got = instances[0].dataset.StudyInstanceUID, {}
    paths = [f"/studies/{study}/series/{series}" for series in dict.fromkeys(one.dataset.SeriesInstanceUID for one in instances)]
    with ThreadPoolExecutor(CONCURRENT_MOVES) as pool:
        for found in pool.map(lambda path: retrieve(gateway, "shelf-move", path), paths):
            got |= found
    judge(table, "C-MOVE←pynetdicom", got, over_the_web)
    assert {one.uid: shelf.sent["move"][one.uid] for one in instances} == {one.uid: own(one) for one in instances}
    assert table.faults("C-MOVE←pynetdicom", allowing_refusals=False) == {}


def test_all_are_accepted_by_our_scp_and_refused_unasked(gateway, table, instances):
    """Each class and syntax in a context of its own, and on each association one store that nobody asked for."""
    for start in range(0, len(instances), MAXIMUM_CONTEXTS):
        batch = instances[start : start + MAXIMUM_CONTEXTS]
        client = AE(Shelf.aet)
        client.requested_contexts = [build_context(one.sop_class.uid, one.syntax) for one in batch]
        association = client.associate(LOOPBACK, gateway.storage_port, ae_title="GANTRY")
        assert association.is_established
        accepted = {(context.abstract_syntax, context.transfer_syntax[0]) for context in association.accepted_contexts}
        for one in batch:
            table.set(one, "accepted by our SCP", "" if one.key in accepted else "context not accepted")
        assert association.send_c_store(batch[0].dataset).Status == NOT_AUTHORISED
        association.release()
    assert table.faults("accepted by our SCP", allowing_refusals=False) == {}


def test_all_are_sent_to_orthanc_as_they_are(gateway, orthanc, table, instances):
    reasons = store(gateway, "orthanc-get", instances)
    unexpected = [one.key for one in instances if reasons[one.uid] and one.syntax not in UNKNOWN_TO_ORTHANC and one.sop_class.uid not in REFUSED_BY_ORTHANC]
    assert unexpected == []
    judge(table, "STOW→Orthanc", kept(orthanc), own_inflated, refused=lambda one: reasons[one.uid] and f"STOW says {reasons[one.uid]:04X}")
    assert table.faults("STOW→Orthanc", allowing_refusals=True) == {}


def test_what_orthanc_has_is_retrieved_by_c_get(gateway, orthanc, table, instances):
    stored = kept(orthanc)
    got = retrieve(gateway, "orthanc-get", f"/studies/{instances[0].dataset.StudyInstanceUID}")
    judge(table, "C-GET←Orthanc", got, over_the_web, refused=lambda one: "" if one.uid in stored else "not stored before")
    assert table.faults("C-GET←Orthanc", allowing_refusals=True) == {}


def test_what_orthanc_has_is_moved(gateway, orthanc, table, instances):
    stored = kept(orthanc)
    got = retrieve(gateway, "orthanc-move", f"/studies/{instances[0].dataset.StudyInstanceUID}")
    judge(table, "C-MOVE←Orthanc", got, over_the_web, refused=lambda one: "" if one.uid in stored else "not stored before")
    assert table.faults("C-MOVE←Orthanc", allowing_refusals=True) == {}


def test_the_table_has_no_empty_cell(table, figure):
    """Run after the others, which fill it; pynetdicom refuses nothing, and Orthanc at most what it never had."""
    for line in table.lines():
        figure(line)
    assert {direction: table.faults(direction, allowing_refusals="Orthanc" in direction) for direction in DIRECTIONS} == dict.fromkeys(DIRECTIONS, {})
