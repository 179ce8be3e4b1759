"""Settings, read once into one frozen object; every one has a working default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

VERSION = "0.1.0"  # of Dateline; CHANGELOG.md tells what is in it
DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def _own_folder() -> Path:
    return user_data_path("dateline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a host may change, each by an environment variable `DATELINE_<NAME>`."""

    gazetteer: Path = DATA / "gazetteer" / "places.dgz"  # the index file to read
    places: Path = field(default_factory=lambda: _own_folder() / "places")  # folder of a user's own places
    articles: Path = DATA / "articles"  # folder of the stories that the page offers, with its articles.toml


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment."""
    names = ("gazetteer", "places", "articles")
    named = {name: environment.get(f"DATELINE_{name.upper()}", "").strip() for name in names}
    return Settings(**{name: Path(path) for name, path in named.items() if path})
