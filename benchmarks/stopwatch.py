"""Times one reader of articles in the process that it runs in; knows no reader and needs no package.

A worker (`dateline.py`, `tutorial.py`) is run as `python WORKER TEXTS.json PASSES [OPTION]` and prints its figures as JSON. Times are
seconds of the processor that this process took, so that others at work on the machine count for little.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[str], int]  # a text -> how many places it found there
WARM_UP = "Paris is the capital of France."


def run(load: Callable[[], Reader]) -> None:
    """Time the reader that `load` imports and opens, and print the figures."""
    texts: list[str] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    read = load()
    read(WARM_UP)
    warm_up = time.process_time()  # since the process began
    passes = [_read_all(read, texts) for _ in range(1 + int(sys.argv[2]))]
    figures = {
        "warm_up": warm_up,
        "first": passes[0][0],
        "again": [seconds for seconds, _ in passes[1:]],
        "found": passes[0][1],
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _read_all(read: Reader, texts: list[str]) -> tuple[float, int]:
    """Return the seconds that reading all texts took, and how many places were found."""
    begun = time.process_time()
    found = sum(map(read, texts))
    return time.process_time() - begun, found


def peak_mb() -> float:
    """Return the most memory that this process ever held resident, in megabytes of 10^6 bytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kilobytes) * 1024 / 1e6
