"""User identity (PS3.7 D.3.3.7): types 1, 2 and 5 as pynetdicom receives them, its confirmation, and no secret in a log."""

from __future__ import annotations

import time

import pytest
import requests
from pynetdicom import evt
from pynetdicom.pdu_primitives import UserIdentityNegotiation

from harness import data
from harness.certificates import Authority, archive_context
from harness.gantry import archive
from harness.scripted import ScriptedArchive

SECRET = "open-sesame-7391"


class Doorkeeper(ScriptedArchive):
    """Notes who calls, and answers as `admits` says."""

    def __init__(self, admits=lambda event: (True, None), notices: bool = True, confirms: bool = False):
        super().__init__([data.ct_slice("identity", 1, size=64)])
        self.callers: list[tuple[int, bytes, bytes]] = []
        self.admits = admits
        self.confirms = confirms
        if notices:
            self.handlers = [(evt.EVT_USER_ID, self._identify)]

    def _identify(self, event):
        self.callers.append((event.user_id_type, event.primary_field, event.secondary_field or b""))
        if self.confirms and event.user_id_type in (1, 2):
            # pynetdicom 3.0.4 confirms tokens only; PS3.7 Table D.3-15 wants a response of no length for these.
            response = UserIdentityNegotiation()
            response.server_response = b""
            event.assoc.acceptor.add_negotiation_item(response)
        return self.admits(event)


@pytest.fixture
def keeper():
    started = []

    def start(*arguments, **keys) -> Doorkeeper:
        started.append(Doorkeeper(*arguments, **keys))
        return started[-1].start()

    yield start
    for one in started:
        one.stop()


def search(gateway) -> requests.Response:
    return requests.get(f"{gateway.url}/studies", timeout=20)


def failure(gateway, seconds: float = 15) -> str:
    deadline = time.monotonic() + seconds
    while True:
        (entry,) = requests.get(f"{gateway.root}/health/ready", timeout=10).json()["archives"]
        if entry["answers"] is not None:
            return entry.get("failure", "")
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("identity", "received"),
    [
        ({"user": "gäntry"}, (1, "gäntry".encode(), b"")),
        ({"user": "gantry", "passcode": SECRET}, (2, b"gantry", SECRET.encode())),
        ({"token": f"header.{SECRET}.signature"}, (5, f"header.{SECRET}.signature".encode(), b"")),
    ],
    ids=["username", "username and passcode", "JSON web token"],
)
@pytest.mark.parametrize("positive", [False, True], ids=["unconfirmed", "confirmed"])
def test_each_kind_arrives_and_no_secret_is_logged(serve, keeper, identity, received, positive):
    answer = b"token of the archive" if received[0] == 5 else None
    peer = keeper(lambda event: (True, answer), confirms=positive)
    gateway = serve([archive(peer, identity=identity | {"positiveResponse": positive})]).settle()
    assert search(gateway).status_code == 200
    assert set(peer.callers) == {received}
    log = gateway.log.read_text()
    assert SECRET not in log
    assert log.count("a passcode or token is sent without TLS") == (1 if SECRET in str(identity) else 0)


def test_a_secret_from_the_environment_goes_over_tls_without_a_warning(serve, keeper, tmp_path, monkeypatch):
    monkeypatch.setenv("PACS_PASSCODE", SECRET)
    authority = Authority(tmp_path / "authority")
    peer = Doorkeeper()
    peer.tls = archive_context(authority.issue("archive.example.org"))
    peer.start()
    identity = {"user": "gantry", "passcode": "${PACS_PASSCODE}"}
    tls = {"authorities": str(authority.certificate)}
    gateway = serve([archive(peer, tls=tls, identity=identity)]).settle()
    assert search(gateway).status_code == 200
    assert set(peer.callers) == {(2, b"gantry", SECRET.encode())}
    log = gateway.log.read_text()
    assert SECRET not in log and "without TLS" not in log
    peer.stop()


def test_a_tokens_file_is_read_for_every_association(serve, keeper, tmp_path):
    file = tmp_path / "token"
    file.write_text("first\n")
    peer = keeper()
    gateway = serve([archive(peer, identity={"tokenFile": str(file)})]).settle()
    file.write_text("second\n")
    assert search(gateway).status_code == 200
    assert peer.callers[0] == (5, b"first", b"") and peer.callers[-1] == (5, b"second", b"")
    file.unlink()
    refused = search(gateway)
    assert refused.status_code == 502, refused.text
    assert "token" in gateway.log.read_text()


@pytest.mark.parametrize("notices", [False, True], ids=["no support", "no confirmation"])
def test_a_confirmation_that_is_asked_for_and_does_not_come_is_a_failure(serve, keeper, notices):
    peer = keeper(notices=notices)
    gateway = serve([archive(peer, identity={"user": "gantry", "positiveResponse": True})])
    assert "did not confirm the user identity" in failure(gateway)
    assert search(gateway).status_code == 502
    unasked = serve([archive(peer, identity={"user": "gantry"})]).settle()
    assert search(unasked).status_code == 200


def test_a_refused_identity_is_a_failure(serve, keeper):
    peer = keeper(lambda event: (False, None))
    gateway = serve([archive(peer, identity={"user": "gantry", "passcode": SECRET})])
    said = failure(gateway)
    assert "does it accept the user identity" in said, said
    assert search(gateway).status_code == 502
    assert SECRET not in said + gateway.log.read_text()
