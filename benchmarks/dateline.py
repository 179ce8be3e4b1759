"""Dateline as `speed.py` times it: what `from geo import geoparse` does for a text whose language nobody says."""

import sys
from pathlib import Path

from stopwatch import Reader, run  # type: ignore[import-not-found]

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def load() -> Reader:
    """Import Dateline; the first text opens its index."""
    from geo import geoparse

    return lambda text: len(geoparse(text).resolutions)


if __name__ == "__main__":
    run(load)
