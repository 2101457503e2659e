"""A viewer on another origin works, and only where the configuration says so."""

import http.server
import threading

import pytest
import requests

from harness import data
from harness.browser import Browser
from harness.gantry import archive
from harness.processes import LOOPBACK
from harness.scripted import ScriptedArchive

VIEWER = "https://viewer.example.org"
FRAME = f"/studies/{data.uid('cors')}/series/{data.uid('cors/1')}/instances/{data.uid('cors/1/1')}/frames/1"
EXPOSED = ["Content-Length", "Content-Location", "Warning", "Location"]


@pytest.fixture(scope="module")
def peer():
    provider = ScriptedArchive([data.ct_slice("cors", 1, 32)]).start()
    yield provider
    provider.stop()


def preflight(gateway, path: str, method: str = "GET", headers: str = "accept, authorization, content-type"):
    return requests.options(f"{gateway.url}{path}", headers={
        "Origin": VIEWER, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers,
    })  # fmt: skip


@pytest.mark.parametrize("origins", [["*"], [VIEWER, "https://other.example.org"]])
def test_an_allowed_origin_may_ask_read_and_embed(serve, peer, origins):
    gateway = serve([archive(peer)], http={"cors": {"origins": origins}})
    for path in (FRAME, "/studies"):
        answer = preflight(gateway, path)
        assert answer.status_code == 204
        assert answer.headers["Access-Control-Allow-Origin"] in ("*", VIEWER)
        assert "GET" in answer.headers["Access-Control-Allow-Methods"]
        allowed = answer.headers["Access-Control-Allow-Headers"].lower()
        assert all(name in allowed for name in ("accept", "authorization", "content-type"))
    assert "POST" in preflight(gateway, "/studies", "POST").headers["Access-Control-Allow-Methods"]

    frame = requests.get(f"{gateway.url}{FRAME}", headers={"Origin": VIEWER})
    assert frame.status_code == 200
    assert frame.headers["Access-Control-Allow-Origin"] in ("*", VIEWER)
    assert frame.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    exposed = frame.headers["Access-Control-Expose-Headers"].lower()
    assert all(name.lower() in exposed for name in EXPOSED)


def test_failures_can_be_read_too(serve, peer):
    gateway = serve([archive(peer)], http={"cors": {"origins": ["*"]}})
    for path, status in ((f"/studies/{data.uid('absent')}", 404), ("/studies/x/metadata", 400)):
        answer = requests.get(f"{gateway.url}{path}", headers={"Origin": VIEWER})
        assert answer.status_code == status
        assert answer.headers["Access-Control-Allow-Origin"] in ("*", VIEWER)


def test_another_origin_is_not_named(serve, peer):
    gateway = serve([archive(peer)], http={"cors": {"origins": ["https://other.example.org"]}})
    assert "Access-Control-Allow-Origin" not in preflight(gateway, FRAME).headers
    assert "Access-Control-Allow-Origin" not in requests.get(f"{gateway.url}/studies", headers={"Origin": VIEWER}).headers


def test_without_configuration_no_origin_is_allowed(serve, peer):
    gateway = serve([archive(peer)])
    answer = requests.get(f"{gateway.url}/studies", headers={"Origin": VIEWER})
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers


class IsolatedPage(http.server.BaseHTTPRequestHandler):
    """A page that is cross-origin isolated, as OHIF's is: what it embeds must say that it may be embedded."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>viewer</title>")

    def log_message(self, *_) -> None:
        pass


FETCH = """fetch({url!r}, {{headers: {{Accept: 'multipart/related; type=application/octet-stream; transfer-syntax=*'}}}})
  .then(async answer => [answer.status, answer.headers.get('Content-Location') !== null, (await answer.arrayBuffer()).byteLength])
  .catch(error => [String(error)])"""
EMBED = """new Promise(done => {{
  const image = new Image(); image.onload = () => done(image.naturalWidth); image.onerror = () => done(0); image.src = {url!r};
}})"""


def test_a_viewer_on_another_origin_works_in_chromium(serve, peer, tmp_path):
    gateway = serve([archive(peer)], http={"cors": {"origins": ["*"]}})
    server = http.server.ThreadingHTTPServer((LOOPBACK, 0), IsolatedPage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser(tmp_path / "chromium")
    try:
        browser.open(f"http://{LOOPBACK}:{server.server_port}/")
        status, _, size = browser.evaluate(FETCH.format(url=gateway.url + FRAME))
        assert status == 200 and size > 32 * 32 * 2
        assert browser.evaluate(EMBED.format(url=f"{gateway.url}{FRAME}/rendered")) == 32
    finally:
        browser.close()
        server.shutdown()
