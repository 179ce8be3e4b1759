"""A dashboard of its own for the tests: `streamlit run` on a free port of 127.0.0.1."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTUP_S = 60


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    script: Path = ROOT / "app.py",
    *options: str,
    base: str = "",
    environment: Mapping[str, str] | None = None,
    under: Sequence[str] = (),
    log: Path = Path(os.devnull),
) -> Iterator[str]:
    """Run the dashboard and yield its address, with a slash at the end; `under` is a command that starts it, `log` its stderr."""
    port = free_port()
    flags = [
        "--server.headless=true",
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        "--server.fileWatcherType=none",
    ]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags, f"--server.baseUrlPath={base}", *options]
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [*under, *command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    prefix = f"{base}/" if base else ""
    address = f"http://127.0.0.1:{port}/{prefix}"
    try:
        _wait_for(f"{address}_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=1) as reply:
                if reply.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start at {address}")
