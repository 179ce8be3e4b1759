"""Read what the clues of the geoparser weigh."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from geo.errors import WeightsError
from geo.recognise.evidence import CLUES as RECOGNITION
from geo.resolve.evidence import CLUES as RESOLUTION
from geo.settings import DATA

FILE = DATA / "weights.toml"


@cache
def read_weights(section: str, path: Path = FILE) -> Mapping[str, float]:
    """Return the weights of a section of the file, clue -> log-odds.

    Raises
    ------
    WeightsError
        If the file cannot be read, or a clue has no weight or a weight no clue.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))[section]
        weights = {str(clue): float(weight) for clue, weight in found.items()}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise WeightsError(f"{path} has no weights for {section}: {error}; fetch the file anew") from error
    wrong = sorted(weights.keys() ^ _CLUES[section].keys())
    if wrong:
        raise WeightsError(f"{path}: {wrong[0]!r} is a weight without a clue or a clue without a weight")
    return weights


_CLUES: Mapping[str, Mapping[str, str]] = {"recognition": RECOGNITION, "resolution": RESOLUTION}
