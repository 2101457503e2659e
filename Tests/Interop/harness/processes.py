"""Processes that a test starts, waits for and stops by their own ids."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Callable

LOOPBACK = "127.0.0.1"
GIVEN_PORTS: set[int] = set()


class MissingPeer(RuntimeError):
    """A program that the suite needs is not installed: an error, never a skip."""


def program(name: str) -> str:
    """The path of an installed program; a missing one fails the run."""
    # DCMTK's tools are meant, not pynetdicom's scripts of the same names that the virtual environment holds.
    path = shutil.which(name, path="/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin")
    if path is None:
        raise MissingPeer(f"{name} is not installed; `make deps` installs it")
    return path


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on now, and that was not given out before.

    From below those that the system gives to connections (32768 and above), since one of those may take it meanwhile.
    """
    while True:
        port = random.randrange(20000, 32768)
        if port in GIVEN_PORTS:
            continue
        with socket.socket() as listener:
            try:
                listener.bind((LOOPBACK, port))
            except OSError:
                continue
        GIVEN_PORTS.add(port)
        return port


def wait_until(ready: Callable[[], bool], seconds: float, what: str) -> None:
    """Polls `ready` until it is true; fails with `what` after `seconds`."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} not seen within {seconds} s")
        time.sleep(0.02)


def accepts_connections(port: int) -> bool:
    """Whether something listens on the port."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1):
            return True
    except OSError:
        return False


def bind_shim(folder: Path) -> Path:
    """Compiles the library that keeps a peer without a bind-address option on loopback.

    Orthanc 1.10 and dcmqrscp listen on every interface; preloaded, this turns 0.0.0.0 into 127.0.0.1.
    """
    source = Path(__file__).with_name("loopback.c")
    library = folder / "loopback.so"
    if not library.exists():
        compiler = next((c for c in ("cc", "gcc", "clang") if shutil.which(c)), None)
        if compiler is None:
            raise MissingPeer("no C compiler is installed; `make deps` installs gcc")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


class Process:
    """A child in a process group of its own, with its output in a file."""

    def __init__(self, arguments: list, log: Path, environment: dict[str, str] | None = None):
        self.arguments = [str(argument) for argument in arguments]
        self.log = log
        with open(log, "ab") as output:
            self.child = subprocess.Popen(
                self.arguments,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self.child.pid

    @property
    def is_running(self) -> bool:
        return self.child.poll() is None

    def output(self) -> str:
        """What the process printed so far."""
        return self.log.read_text(errors="replace")

    def wait_ready(self, ready: Callable[[], bool], seconds: float = 30) -> None:
        """Waits for `ready`; fails at once, with the output, when the process ends before."""

        def check() -> bool:
            if not self.is_running:
                raise RuntimeError(f"{self.arguments[0]} ended with {self.child.returncode}:\n{self.output()[-4000:]}")
            return ready()

        wait_until(check, seconds, f"{self.arguments[0]} ready")

    def kill(self) -> None:
        """Ends the whole process group at once, as a crash would."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.child.wait()

    def stop(self, seconds: float = 10) -> int:
        """Asks the process to end, insists after `seconds`, and gives its exit code."""
        if self.is_running:
            self.child.terminate()
            try:
                self.child.wait(seconds)
            except subprocess.TimeoutExpired:
                pass
        self.kill()
        return self.child.returncode


def resident_bytes(pid: int) -> int:
    """The resident memory of a process."""
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    raise RuntimeError(f"no VmRSS for process {pid}")
