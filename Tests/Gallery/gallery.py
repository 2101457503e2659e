"""Every image of the demo's archive and of pydicom and pydicom-data as a running gateway draws it, on contact sheets.

    make gallery

Writes .build/gallery: index.html, the pictures in full size, and sheets of them as PNG. To be looked at; nothing is tested.
"""

from __future__ import annotations

import html
import io
import shutil
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import requests
from PIL import Image, ImageDraw
from pydicom import dcmread

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interop"))

from harness.gantry import CHECKOUT, Demo  # noqa: E402
from harness.peers import Peers  # noqa: E402

TARGET = CHECKOUT / ".build" / "gallery"
TILE, CAPTION, COLUMNS, ROWS = 220, 30, 7, 5
KEYS = "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"


@dataclass
class Entry:
    """One instance: what it is called, and its picture or the words of the refusal."""

    name: str
    picture: bytes | None
    words: str

    @property
    def file(self) -> str:
        return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in self.name) + ".png"


def drawn(base: str, path: str, name: str) -> Entry:
    response = requests.get(f"{base}{path}/rendered", headers={"Accept": "image/png"}, timeout=120)
    if response.status_code == 200:
        width, height = Image.open(io.BytesIO(response.content)).size
        return Entry(name, response.content, f"{width} x {height}")
    reason = response.json().get("detail") or response.json().get("title") or ""
    return Entry(name, None, f"{response.status_code} {reason}")


def of_the_demo(folder: Path) -> list[Entry]:
    """One instance of each series, the middle one."""
    demo = Demo(folder).start()
    try:
        answer = requests.get(f"{demo.url}/instances?includefield=SeriesDescription", headers={"Accept": "application/dicom+json"}, timeout=60).json()
        series: dict[str, list[dict]] = {}
        for one in answer:
            series.setdefault(value(one, "0020000E"), []).append(one)
        entries = []
        for instances in series.values():
            instances.sort(key=lambda one: int(value(one, "00200013") or 0))
            one = instances[len(instances) // 2]
            name = f"demo {value(one, '0008103E')} {value(one, '00200013')}"
            entries.append(drawn(demo.url, path_of(value(one, "0020000D"), value(one, "0020000E"), value(one, "00080018")), name))
        return entries
    finally:
        demo.stop()


def value(attributes: dict, tag: str) -> str:
    return str((attributes.get(tag, {}).get("Value") or [""])[0])


def path_of(study: str, series: str, instance: str) -> str:
    return f"/studies/{study}/series/{series}/instances/{instance}"


def of_peers(folder: Path) -> list[Entry]:
    with Peers(folder) as peers:
        return [drawn(peers.gateway.url, path_of(*uids(path)), file.name) for file, path in peers.files.items()]


def uids(path: Path) -> list[str]:
    dataset = dcmread(path, stop_before_pixels=True)
    return [str(dataset[keyword].value) for keyword in KEYS]


def sheets(entries: list[Entry]) -> list[Image.Image]:
    """The pictures in rows, with their names below."""
    made = []
    for start in range(0, len(entries), COLUMNS * ROWS):
        shown = entries[start : start + COLUMNS * ROWS]
        sheet = Image.new("RGB", (COLUMNS * TILE, -(-len(shown) // COLUMNS) * (TILE + CAPTION)), (60, 60, 70))
        for place, entry in enumerate(shown):
            paste(sheet, entry, place % COLUMNS * TILE, place // COLUMNS * (TILE + CAPTION))
        made.append(sheet)
    return made


def paste(sheet: Image.Image, entry: Entry, left: int, top: int) -> None:
    draw = ImageDraw.Draw(sheet)
    if entry.picture:
        picture = Image.open(io.BytesIO(entry.picture)).convert("RGB")
        factor = min((TILE - 8) / picture.width, (TILE - 8) / picture.height)
        size = max(1, round(picture.width * factor)), max(1, round(picture.height * factor))
        picture = picture.resize(size, Image.Resampling.NEAREST if factor > 1 else Image.Resampling.BOX)
        sheet.paste(picture, (left + (TILE - picture.width) // 2, top + (TILE - picture.height) // 2))
    draw.text((left + 4, top + TILE), entry.name[-36:], fill=(255, 255, 255))
    draw.text((left + 4, top + TILE + 13), entry.words[:36], fill=(180, 180, 180) if entry.picture else (255, 140, 140))


def page(entries: list[Entry]) -> str:
    figures = []
    for entry in entries:
        caption = f"<figcaption>{html.escape(entry.name)}<br>{html.escape(entry.words)}</figcaption>"
        image = f'<a href="pictures/{entry.file}"><img src="pictures/{entry.file}" alt=""></a>' if entry.picture else ""
        figures.append(f"<figure>{image}{caption}</figure>")
    style = (
        "body{background:#333;color:#eee;font:12px sans-serif;display:flex;flex-wrap:wrap}figure{margin:6px;width:220px}"
        "img{max-width:220px;max-height:220px}"
    )
    return f'<!doctype html><meta charset="utf-8"><title>Gallery</title><style>{style}</style>{"".join(figures)}\n'


def main() -> None:
    # Some of the files are wrong on purpose.
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(prefix="gantry-gallery-") as name:
        entries = of_the_demo(Path(name) / "demo") + of_peers(Path(name) / "peers")
    shutil.rmtree(TARGET, ignore_errors=True)
    (TARGET / "pictures").mkdir(parents=True)
    for entry in entries:
        if entry.picture:
            (TARGET / "pictures" / entry.file).write_bytes(entry.picture)
    (TARGET / "index.html").write_text(page(entries))
    for number, sheet in enumerate(sheets(entries), 1):
        sheet.save(TARGET / f"sheet-{number:02d}.png")
    refused = [entry for entry in entries if entry.picture is None]
    for entry in refused:
        print(f"{entry.name}: {entry.words}")
    print(f"{len(entries) - len(refused)} pictures and {len(refused)} refusals: {TARGET}/index.html")


if __name__ == "__main__":
    main()
