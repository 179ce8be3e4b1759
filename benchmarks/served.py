"""A server of its own for the measurements of a crowd: what it costs, what its log says, and how it dies."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import ROOT, free_port

STARTUP_S = 120  # on a machine that others use too
_TICKS_A_S = os.sysconf("SC_CLK_TCK")
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running server."""

    address: str
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def cpu_s(self) -> float:
        """Seconds of processor time that it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_A_S

    @property
    def memory_mb(self) -> float:
        """What of it is resident."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE_MB

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def troubles(self) -> list[str]:
        """Return the lines of its log that tell of an error."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if "Traceback" in line or "Error" in line or "Exception" in line]


@contextmanager
def served(script: str = "app.py", *, port: int | None = None) -> Iterator[Served]:
    """Start a server on a free port of 127.0.0.1, or on a given one, and yield it as soon as it answers."""
    port = port or free_port()
    flags = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    flags += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false"]
    command = [sys.executable, "-m", "streamlit", "run", script, *flags]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        with log.open("wb") as out:
            process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(f"{address}_stcore/health", process)
            yield Served(address=address, process=process, log=log)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as reply:
                if reply.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start at {address}")
