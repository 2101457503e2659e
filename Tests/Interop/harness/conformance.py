"""What docs/conformance.md claims, for tests that hold the gateway to it."""

from __future__ import annotations

from .gantry import CHECKOUT

HEADING = "\n## Transfer syntaxes"


def transfer_syntaxes() -> dict[str, str]:
    """What is done with each transfer syntax, by UID, in the words of the table."""
    text = (CHECKOUT / "docs/conformance.md").read_text()
    section = text[text.index(HEADING) + len(HEADING) :].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| 1.2.")]
    return {row[0]: row[2] for row in rows}


def decoded_syntaxes() -> set[str]:
    """Those in which pixels are read: the native ones and those that the table calls decoded."""
    return {uid for uid, words in transfer_syntaxes().items() if "decoded" in words or "read and written" in words}
