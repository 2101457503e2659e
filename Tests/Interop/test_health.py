"""Liveness, readiness with each archive's last C-ECHO, and the refusal to listen to a network without access control."""

import subprocess
import time

import pytest
import requests

from harness.gantry import Gateway, archive, as_yaml, executable
from harness.processes import free_port
from harness.scripted import Listener, ScriptedArchive


class Nobody:
    aet, port = "NOBODY", free_port()


def ready(gateway):
    return requests.get(f"{gateway.root}/health/ready", timeout=30)


def eventually(gateway, status: int, seconds: float = 20):
    """The readiness answer once it has the status."""
    deadline = time.monotonic() + seconds
    while (answer := ready(gateway)).status_code != status and time.monotonic() < deadline:
        time.sleep(0.2)
    assert answer.status_code == status, answer.text
    return answer


def test_ready_names_each_archive_and_its_echo(serve):
    peer = ScriptedArchive(storage_classes=["1.2.840.10008.5.1.4.1.1.2"]).start()
    gateway = serve([archive(peer, name="west")], health={"interval": "1s"})
    assert requests.get(f"{gateway.root}/health/live").status_code == 200
    answer = eventually(gateway, 200)
    assert "west" in answer.text
    assert peer.counters.echoes >= 1
    peer.stop()


@pytest.mark.parametrize("peer", [Nobody, Listener], ids=["nobody listens", "never answers"])
def test_an_archive_that_does_not_answer_makes_it_not_ready_but_alive(serve, peer):
    silent = peer()
    gateway = serve([archive(silent, name="east", timeouts={"connect": "1s", "associate": "1s", "response": "1s"})], health={"interval": "1s"})
    answer = eventually(gateway, 503)
    assert "east" in answer.text
    assert requests.get(f"{gateway.root}/health/live").status_code == 200
    if hasattr(silent, "stop"):
        silent.stop()


def test_an_archive_that_comes_back_is_seen(serve):
    peer = ScriptedArchive(storage_classes=["1.2.840.10008.5.1.4.1.1.2"])
    gateway = serve([archive(peer)], health={"interval": "1s"})
    eventually(gateway, 503)
    peer.start()
    eventually(gateway, 200)
    peer.stop()


def run(folder, configuration) -> subprocess.CompletedProcess:
    path = folder / "gantry.yaml"
    path.write_text(configuration if isinstance(configuration, str) else as_yaml(configuration))
    return subprocess.run([executable(), "serve", "--config", path], capture_output=True, text=True, timeout=20)


def test_listening_beyond_loopback_is_refused(tmp_path):
    configuration = Gateway(tmp_path, [archive(Nobody)]).configuration
    configuration["http"]["host"] = "0.0.0.0"
    ended = run(tmp_path, configuration)
    assert ended.returncode == 2
    assert "openToNetwork" in ended.stderr + ended.stdout


def test_an_unknown_key_is_refused_with_its_line_and_the_nearest_key(tmp_path):
    configuration = as_yaml(Gateway(tmp_path, [archive(Nobody)]).configuration)
    line = configuration.splitlines().index('aeTitle: "GANTRY"') + 1
    ended = run(tmp_path, configuration.replace('aeTitle: "GANTRY"', 'aeTitel: "GANTRY"', 1))
    message = ended.stderr + ended.stdout
    assert ended.returncode == 2
    assert f"gantry.yaml:{line}" in message and "aeTitel" in message and "aeTitle" in message


@pytest.mark.parametrize("configuration", ["", "http: [", "archives: 3\n", 'archives:\n- name: "a"\n'])
def test_a_configuration_that_cannot_be_meant_is_refused(tmp_path, configuration):
    ended = run(tmp_path, configuration)
    assert ended.returncode == 2
    assert ended.stderr.strip()


def test_help_version_and_usage():
    for arguments in (["--help"], ["--version"], ["serve", "--help"], ["demo", "--help"]):
        ended = subprocess.run([executable(), *arguments], capture_output=True, text=True, timeout=20)
        assert ended.returncode == 0 and ended.stdout.strip()
    assert subprocess.run([executable(), "serve", "--nonsense"], capture_output=True, timeout=20).returncode == 2
