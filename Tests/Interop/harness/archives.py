"""Real archives on loopback: Orthanc, DCMTK's dcmqrscp and pynetdicom's qrscp.

Each knows where to send for C-MOVE: `destinations` maps AE titles to ports of the loopback interface. A gateway under one
of these titles, with `storage_port` the port that belongs to it, can be the destination: see `mover` in conftest.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import requests

from .processes import LOOPBACK, Process, accepts_connections, bind_shim, free_port, program, wait_until

PLUGINS = Path("/usr/share/orthanc/plugins")


class Orthanc:
    """Debian's Orthanc with its database in `folder`; `has_plugins` adds DICOMweb and GDCM.

    Further destinations of C-MOVE can be registered while it runs.
    """

    name = "orthanc"
    aet = "ORTHANC"

    def __init__(
        self,
        folder: Path,
        gateway_port: int = 0,
        has_plugins: bool = False,
        port: int | None = None,
        destinations: dict[str, int] | None = None,
        **settings,
    ):
        self.folder = folder
        self.destinations = {"GANTRY": gateway_port or 1, **(destinations or {})}
        self.settings = settings
        self.has_plugins = has_plugins
        self.port = port or free_port()
        self.http_port = free_port()
        self.process: Process | None = None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.http_port}"

    def configuration(self) -> dict:
        plugins = ["libOrthancDicomWeb.so", "libOrthancGdcm.so"] if self.has_plugins else []
        return {
            "Name": "Interop",
            "StorageDirectory": str(self.folder / "storage"),
            "IndexDirectory": str(self.folder / "storage"),
            "Plugins": [str(PLUGINS / plugin) for plugin in plugins],
            "HttpPort": self.http_port,
            "DicomPort": self.port,
            "DicomAet": self.aet,
            "DicomCheckCalledAet": False,
            "DicomAlwaysAllowEcho": True,
            "DicomAlwaysAllowStore": True,
            "DicomAlwaysAllowFind": True,
            "DicomAlwaysAllowGet": True,
            "DicomAlwaysAllowMove": True,
            "DicomModalities": {title.lower(): [title, LOOPBACK, port] for title, port in self.destinations.items()},
            "UnknownSopClassAccepted": True,
            "SynchronousCMove": True,
            "LimitFindResults": 0,
            "OverwriteInstances": True,
            "RemoteAccessAllowed": True,
            "AuthenticationEnabled": False,
            "DicomThreadsCount": 8,
            **self.settings,
        }

    def start(self) -> "Orthanc":
        executable = program("Orthanc")
        for plugin in self.configuration()["Plugins"]:
            if not Path(plugin).exists():
                raise FileNotFoundError(f"{plugin} is not installed; `make deps` installs it")
        path = self.folder / "orthanc.json"
        path.write_text(json.dumps(self.configuration(), indent=2))
        shim = bind_shim(self.folder)
        self.process = Process([executable, path], self.folder / "orthanc.log", {"LD_PRELOAD": str(shim)})
        self.process.wait_ready(lambda: accepts_connections(self.port) and accepts_connections(self.http_port))
        return self

    def register(self, title: str, port: int) -> None:
        """Makes a destination of C-MOVE known."""
        modality = {"AET": title, "Host": LOOPBACK, "Port": port}
        requests.put(f"{self.url}/modalities/{title.lower()}", json=modality).raise_for_status()
        self.destinations[title] = port

    def add(self, files: list[Path]) -> None:
        """Puts files in over Orthanc's own REST interface."""
        with requests.Session() as session:
            for file in files:
                session.post(f"{self.url}/instances", data=file.read_bytes()).raise_for_status()

    def instance_count(self) -> int:
        return requests.get(f"{self.url}/statistics").json()["CountInstances"]

    def clear(self) -> None:
        for patient in requests.get(f"{self.url}/patients").json():
            requests.delete(f"{self.url}/patients/{patient}").raise_for_status()

    def kill(self) -> None:
        if self.process:
            self.process.kill()

    def stop(self) -> None:
        if self.process:
            self.process.stop()


class Dcmqrscp:
    """DCMTK's archive. It takes one family of compressed transfer syntaxes a process: see `options`."""

    name = "dcmqrscp"
    aet = "DCMQRSCP"

    def __init__(
        self,
        folder: Path,
        gateway_port: int = 0,
        options: tuple[str, ...] = (),
        port: int | None = None,
        destinations: dict[str, int] | None = None,
        associations: int = 64,
    ):
        self.folder = folder
        self.destinations = {"GANTRY": gateway_port or 1, **(destinations or {})}
        self.options = options
        self.associations = associations
        self.port = port or free_port()
        self.process: Process | None = None
        self.storage.mkdir(parents=True, exist_ok=True)

    @property
    def storage(self) -> Path:
        return self.folder / "storage"

    def configuration(self) -> str:
        hosts = "\n".join(f"{title.lower()} = ({title}, {LOOPBACK}, {port})" for title, port in self.destinations.items())
        return f"""
NetworkTCPPort  = {self.port}
MaxPDUSize      = 131072
MaxAssociations = {self.associations}
HostTable BEGIN
{hosts}
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
{self.aet} {self.storage} RW (1000, 16gb) ANY
AETable END
"""

    def start(self) -> "Dcmqrscp":
        executable = program("dcmqrscp")
        path = self.folder / "dcmqrscp.cfg"
        path.write_text(self.configuration())
        shim = bind_shim(self.folder)
        command = [executable, "--config", path, *self.options]
        self.process = Process(command, self.folder / "dcmqrscp.log", {"LD_PRELOAD": str(shim)})
        self.process.wait_ready(lambda: accepts_connections(self.port))
        return self

    def add(self, files: list[Path]) -> None:
        """Copies files into the storage area and indexes them."""
        for file in files:
            target = self.storage / f"{file.parent.name}-{file.name}"
            target.write_bytes(file.read_bytes())
            file = target
        names = sorted(str(path) for path in self.storage.glob("*.dcm"))
        for start in range(0, len(names), 500):
            subprocess.run([program("dcmqridx"), self.storage, *names[start : start + 500]], check=True, capture_output=True)

    def kill(self) -> None:
        """Ends the listener and every child that serves an association."""
        if self.process:
            self.process.kill()

    def restart(self) -> "Dcmqrscp":
        """The same archive again on the same port, after `kill`."""
        wait_until(lambda: not accepts_connections(self.port), 5, "the killed archive's port closed")
        return self.start()

    def stop(self) -> None:
        if self.process:
            self.process.stop()


class Qrscp:
    """pynetdicom's archive, the application `python -m pynetdicom qrscp`."""

    name = "qrscp"
    aet = "QRSCP"

    def __init__(self, folder: Path, destinations: dict[str, int] | None = None):
        self.folder = folder
        self.destinations = destinations or {}
        self.port = free_port()
        self.process: Process | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def configuration(self) -> str:
        own = {
            "ae_title": self.aet,
            "port": self.port,
            "max_pdu": 131072,
            "acse_timeout": 30,
            # pynetdicom loses a response now and then, and waits so long before it gives an association up.
            "dimse_timeout": 3,
            "network_timeout": 60,
            "bind_address": LOOPBACK,
            "instance_location": self.folder / "instances",
            "database_location": self.folder / "instances.sqlite",
            "log_identifier": False,
        }
        lines = ["[DEFAULT]", *(f"{key}: {value}" for key, value in own.items())]
        for title, port in self.destinations.items():
            lines += [f"[{title}]", f"address: {LOOPBACK}", f"port: {port}"]
        return "\n".join(lines) + "\n"

    def start(self) -> "Qrscp":
        path = self.folder / "qrscp.ini"
        path.write_text(self.configuration())
        command = [sys.executable, "-m", "pynetdicom", "qrscp", "-c", path]
        self.process = Process(command, self.folder / "qrscp.log", {"PYTHONUNBUFFERED": "1"})
        self.process.wait_ready(lambda: accepts_connections(self.port))
        return self

    def add(self, files: list[Path]) -> None:
        """Stores files over C-STORE, which is the only way in."""
        command = [program("storescu"), "-aec", self.aet, LOOPBACK, self.port, *files]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)

    def stop(self) -> None:
        if self.process:
            self.process.stop()


class Storescp:
    """DCMTK's storage provider, which takes instances and answers C-ECHO; with `options`, over TLS."""

    name = "storescp"
    aet = "STORESCP"

    def __init__(self, folder: Path, options: tuple = ()):
        self.folder = folder
        self.options = options
        self.port = free_port()
        self.process: Process | None = None
        self.storage.mkdir(parents=True, exist_ok=True)

    @property
    def storage(self) -> Path:
        return self.folder / "storage"

    def start(self) -> "Storescp":
        command = [program("storescp"), "--fork", "-aet", self.aet, "-od", self.storage, *self.options, self.port]
        self.process = Process(command, self.folder / "storescp.log", {"LD_PRELOAD": str(bind_shim(self.folder))})
        self.process.wait_ready(lambda: accepts_connections(self.port))
        return self

    def files(self) -> list[Path]:
        return sorted(self.storage.iterdir())

    def stop(self) -> None:
        if self.process:
            self.process.stop()
