"""Debian's nginx with `deploy/nginx.conf`, on a free port of 127.0.0.1 and with a certificate made on the spot."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import ROOT, free_port

EXAMPLE = ROOT / "deploy" / "nginx.conf"
NAME = "news.example"
STARTUP_S = 20
MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/dateline.conf;
}}
"""


def find_nginx() -> str | None:
    """Return nginx, which a user other than root often has beside the path."""
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


@contextmanager
def proxying(app_port: int, folder: Path) -> Iterator[int]:
    """Run nginx before an app and yield the port at which it listens."""
    port = free_port()
    certificate, key = make_certificate(folder)
    changes = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        f"/etc/ssl/certs/{NAME}.pem": str(certificate),
        f"/etc/ssl/private/{NAME}.key": str(key),
        "server 127.0.0.1:8501;": f"server 127.0.0.1:{app_port};",
    }
    (folder / "dateline.conf").write_text(replaced(EXAMPLE.read_text(encoding="utf-8"), changes))
    main = folder / "nginx.conf"
    # As root nginx would work as nobody, who may not enter the folder of the test
    main.write_text(MAIN.format(folder=folder, user="user root;" if os.geteuid() == 0 else ""))
    nginx = find_nginx()
    assert nginx is not None
    process = subprocess.Popen([nginx, "-e", str(folder / "error.log"), "-c", str(main)])
    try:
        _wait_for(port, process, folder / "error.log")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """Return a text with changes, each of something that stands in it once."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {EXAMPLE}"
        text = text.replace(old, new)
    return text


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for the example's name and 127.0.0.1."""
    certificate, key = folder / "own.pem", folder / "own.key"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}"]
    names = ["-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"]
    subprocess.run([*command, *names, "-out", certificate, "-keyout", key], check=True, capture_output=True)
    return certificate, key


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nginx did not start: {log.read_text() if log.exists() else ''}")
