"""Headless Chromium driven over its debugging pipe: pages opened, scripts evaluated, screenshots kept."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
from pathlib import Path

from .processes import program


class Browser:
    """One Chromium with one page. The pipe needs no port and no library: messages are JSON ended by a zero byte."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        # Chromium reads commands from descriptor 3 and writes answers to 4.
        commands_out, self._commands = os.pipe()
        self._answers, answers_in = os.pipe()

        def arrange() -> None:
            os.dup2(commands_out, 103)
            os.dup2(answers_in, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        arguments = [
            program("chromium"), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--remote-debugging-pipe", f"--user-data-dir={folder}", "--window-size=1280,1400", "about:blank",
        ]  # fmt: skip
        self._child = subprocess.Popen(arguments, preexec_fn=arrange, close_fds=False, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=open(folder / "chromium.log", "wb"))  # fmt: skip
        os.close(commands_out)
        os.close(answers_in)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def _call(self, method: str, **parameters) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def _next(self) -> dict:
        while b"\0" not in self._buffer:
            data = os.read(self._answers, 1 << 20)
            if not data:
                raise RuntimeError("Chromium ended")
            self._buffer += data
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, url: str) -> None:
        """Navigates and waits until the document has loaded."""
        result = self._call("Page.navigate", url=url)
        if result.get("errorText"):
            raise RuntimeError(f"{url}: {result['errorText']}")
        self.wait("document.readyState === 'complete'")

    def evaluate(self, script: str):
        """The value of an expression; a promise is awaited."""
        result = self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def wait(self, condition: str, seconds: float = 30) -> None:
        """Waits until a script is true."""
        deadline = time.monotonic() + seconds
        while not self.evaluate(condition):
            if time.monotonic() > deadline:
                raise TimeoutError(condition)
            time.sleep(0.1)

    def screenshot(self, path: Path) -> Path:
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", captureBeyondViewport=True)["data"]))
        return path

    def close(self) -> None:
        self._child.terminate()
        try:
            self._child.wait(10)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        os.close(self._commands)
        os.close(self._answers)
