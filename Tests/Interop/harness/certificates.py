"""Certificates made for a run by openssl: an authority, and what it issues, good and bad."""

from __future__ import annotations

import ssl
import subprocess
import warnings
from dataclasses import dataclass
from pathlib import Path

from .processes import program

LOCAL = "DNS:localhost,IP:127.0.0.1"
# As `openssl ca` writes times: years of two digits until 2049.
BEFORE, AFTER = "20200101000000Z", "20490101000000Z"
LONG_AGO, FAR_AHEAD = "20210101000000Z", "20480101000000Z"


@dataclass(frozen=True)
class Certificate:
    """A PEM certificate and its PEM key."""

    certificate: Path
    key: Path

    @property
    def keys(self) -> dict[str, str]:
        """As `tls` of a configuration takes them."""
        return {"certificate": str(self.certificate), "privateKey": str(self.key)}


def openssl(folder: Path, *arguments) -> None:
    done = subprocess.run([program("openssl"), *map(str, arguments)], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"openssl {' '.join(map(str, arguments))}: {done.stderr}")


class Authority:
    """An authority of its own in `folder`, which issues what a test asks for."""

    def __init__(self, folder: Path, name: str = "Interop Authority"):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index").touch()
        (folder / "serial").write_text("1000\n")
        (folder / "ca.cnf").write_text(
            "[ca]\ndefault_ca=a\n"
            f"[a]\ndatabase={folder}/index\nserial={folder}/serial\nnew_certs_dir={folder}\ndefault_md=sha256\n"
            "unique_subject=no\ncopy_extensions=copy\npolicy=p\n[p]\ncommonName=supplied\n"
        )
        self.key = folder / "authority.key"
        self.certificate = folder / "authority.pem"
        openssl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                "-subj", f"/CN={name}", "-keyout", self.key, "-out", self.certificate)  # fmt: skip

    def issue(self, name: str, names: str = LOCAL, start: str = BEFORE, end: str = AFTER, elliptic: bool = False) -> Certificate:
        """A certificate of `name` for the alternative `names`, valid from `start` to `end`."""
        stem = self.folder / f"{name.replace(' ', '-')}-{len(list(self.folder.iterdir()))}"
        key, request, certificate = (stem.with_suffix(f".{suffix}") for suffix in ("key", "csr", "pem"))
        kind = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] if elliptic else ["rsa:2048"]
        openssl(self.folder, "req", "-new", "-newkey", *kind, "-nodes", "-subj", f"/CN={name}",
                "-addext", f"subjectAltName={names}", "-keyout", key, "-out", request)  # fmt: skip
        openssl(self.folder, "ca", "-batch", "-notext", "-config", self.folder / "ca.cnf", "-cert", self.certificate,
                "-keyfile", self.key, "-startdate", start, "-enddate", end, "-in", request, "-out", certificate)  # fmt: skip
        return Certificate(certificate, key)


def caller_context(authority: Path, own: Certificate | None = None) -> ssl.SSLContext:
    """TLS of a pynetdicom archive that calls."""
    context = ssl.create_default_context(cafile=str(authority))
    if own:
        context.load_cert_chain(own.certificate, own.key)
    return context


def archive_context(
    own: Certificate,
    clients: Path | None = None,
    oldest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2,
    newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3,
) -> ssl.SSLContext:
    """TLS of a pynetdicom archive; with `clients`, an authority, callers need a certificate of it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if oldest < ssl.TLSVersion.TLSv1_2:
        # OpenSSL 3 forbids its signatures otherwise.
        context.set_ciphers("DEFAULT@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version, context.maximum_version = oldest, newest
    context.load_cert_chain(own.certificate, own.key)
    if clients:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(clients)
    return context
