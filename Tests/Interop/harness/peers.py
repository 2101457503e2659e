"""A gateway before an archive that holds every image file of pydicom and pydicom-data."""

from __future__ import annotations

from pathlib import Path

from . import peer_files
from .archives import Orthanc
from .gantry import Gateway, archive


class Peers:
    """An Orthanc and a gateway of their own, and the files that went in."""

    def __init__(self, folder: Path):
        self.files = {file: peer_files.saved(file, folder / "files") for file in peer_files.found()}
        self.archive = Orthanc(folder / "orthanc")
        self.gateway = Gateway(folder / "gateway", [archive(self.archive)])

    def __enter__(self) -> "Peers":
        self.archive.start()
        try:
            self.archive.add(list(self.files.values()))
            self.gateway.start()
        except BaseException:
            self.archive.stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.gateway.stop()
        self.archive.stop()
