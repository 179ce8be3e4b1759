"""Settings, read once into one frozen object; every one has a working default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a host may change, each by an environment variable `DATELINE_<NAME>`."""

    gazetteer: Path = DATA / "gazetteer" / "places.dgz"  # the index file to read


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment."""
    path = environment.get("DATELINE_GAZETTEER", "").strip()
    return Settings(gazetteer=Path(path)) if path else Settings()
