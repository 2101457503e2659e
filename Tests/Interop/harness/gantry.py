"""The gantry command under test, with a configuration written for it."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Callable, Iterator

import requests
from pydicom.dataset import Dataset

from .processes import LOOPBACK, Process, free_port, resident_bytes, wait_until
from .scripted import ScriptedArchive

CHECKOUT = Path(__file__).resolve().parents[3]
GANTRY = Path(os.environ.get("GANTRY") or CHECKOUT / ".build/release/gantry")


def executable() -> Path:
    """The built command; GANTRY in the environment names another."""
    if not GANTRY.exists():
        raise FileNotFoundError(f"{GANTRY} is not built; `make build` builds it, GANTRY names another")
    return GANTRY


def as_yaml(value, indent: int = 0) -> str:
    """A small block YAML writer for the configuration's mappings, lists and scalars."""
    pad = "  " * indent
    if isinstance(value, dict):
        lines = []
        for key, entry in value.items():
            if isinstance(entry, (dict, list)) and entry:
                lines.append(f"{pad}{key}:\n{as_yaml(entry, indent + 1)}")
            else:
                lines.append(f"{pad}{key}: {scalar(entry)}\n")
        return "".join(lines)
    return "".join(f"{pad}-\n{as_yaml(entry, indent + 1)}" if isinstance(entry, dict) else f"{pad}- {scalar(entry)}\n" for entry in value)


def scalar(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def archive(peer, name: str = "main", port: int | None = None, **keys) -> dict:
    """The configuration of one archive; `port` when a relay stands before it."""
    entry = {"name": name, "aeTitle": getattr(peer, "aet", "PEER"), "host": LOOPBACK, "port": port or peer.port}
    return entry | keys


class Gateway:
    """`gantry serve` on free loopback ports."""

    def __init__(self, folder: Path, archives: list[dict], storage_port: int | None = None, **settings):
        self.folder = folder
        self.port = free_port()
        self.storage_port = storage_port or free_port()
        self.cache = folder / "cache"
        self.cache.mkdir(parents=True, exist_ok=True)
        self.configuration = {
            "http": {"host": LOOPBACK, "port": self.port},
            "aeTitle": "GANTRY",
            "storage": {"host": LOOPBACK, "port": self.storage_port},
            "archives": archives,
            "cache": {"directory": str(self.cache), "bytes": "4GiB", "idle": "10m"},
            "access": {"mode": "open"},
            # One C-ECHO at the start and none later: what reaches a counting archive is the test's doing.
            "health": {"interval": "1h"},
        }
        for key, value in settings.items():
            merged = isinstance(value, dict) and isinstance(self.configuration.get(key), dict)
            self.configuration[key] = {**self.configuration[key], **value} if merged else value
        self.process: Process | None = None

    @property
    def root(self) -> str:
        scheme = "https" if "tls" in self.configuration["http"] else "http"
        return f"{scheme}://{LOOPBACK}:{self.port}"

    @property
    def url(self) -> str:
        """The base of the DICOMweb resources."""
        return f"{self.root}/dicom-web"

    def start(self, is_ready: Callable[[], bool] | None = None) -> "Gateway":
        path = self.folder / "gantry.yaml"
        path.write_text(as_yaml(self.configuration))
        self.process = Process([executable(), "serve", "--config", path], self.log)
        self.process.wait_ready(is_ready or (lambda: is_live(self.root)))
        return self

    @property
    def log(self) -> Path:
        return self.folder / "gantry.log"

    def settle(self) -> "Gateway":
        """Waits for the C-ECHO of the start, after which the gateway asks the archive only what it is asked."""
        wait_until(lambda: answers(f"{self.root}/health/ready"), 20, "a ready gateway")
        return self

    def resident(self) -> int:
        return resident_bytes(self.process.pid)

    def kill(self) -> None:
        self.process.kill()

    def stop(self) -> int:
        return self.process.stop() if self.process else 0


@contextmanager
def gateway_before(datasets: list[Dataset], folder: Path) -> Iterator[Gateway]:
    """A gateway, and behind it an archive that has the data sets."""
    with ExitStack() as started:
        peer = ScriptedArchive(datasets).start()
        started.callback(peer.stop)
        gateway = Gateway(folder, [archive(peer)]).start()
        started.callback(gateway.stop)
        yield gateway


class Demo:
    """`gantry demo` on a free port, over `files` or over the studies that it makes."""

    def __init__(self, folder: Path, files: Path | None = None, options: tuple[str, ...] = ()):
        self.folder = folder
        self.options = options
        self.files = files
        self.port = free_port()
        self.process: Process | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def root(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.root}/dicom-web"

    def start(self) -> "Demo":
        command = [executable(), "demo", "--port", self.port]
        if self.files:
            command += ["--files", self.files]
        command += self.options
        self.process = Process(command, self.folder / "demo.log")
        self.process.wait_ready(lambda: is_live(self.root) and "curl" in self.process.output(), 60)
        return self

    def stop(self) -> int:
        return self.process.stop() if self.process else 0


def is_live(root: str) -> bool:
    """Whether the liveness endpoint answers 200."""
    return answers(f"{root}/health/live")


def answers(url: str) -> bool:
    """Whether a URL answers 200. Certificates are the test's own, so they are not checked."""
    try:
        return requests.get(url, timeout=2, verify=False).status_code == 200
    except requests.RequestException:
        return False
