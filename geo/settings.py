"""Settings, read once into one frozen object; every one has a working default."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

VERSION = "0.1.0"  # of Dateline; CHANGELOG.md tells what is in it
DATA = Path(__file__).resolve().parent.parent / "data"
PREFIX = "DATELINE_"
LOG_FORMS = ("text", "json")

# What a Content-Security-Policy takes for the origin of a page: no path, no IPv6, a star for the first label only
_ORIGIN = re.compile(
    r"https?://(\*\.(?=[^.:]+\.))?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?"
)
_BETWEEN = re.compile(r"[\s,]+")
_WIDEST = 80  # characters of a bad value that a sentence repeats


@cache
def _own_folder() -> Path:
    return user_data_path("dateline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a host may change, each by an environment variable `DATELINE_<NAME>`; a secret one has `repr=False`."""

    gazetteer: Path = DATA / "gazetteer" / "places.dgz"  # the index file to read
    places: Path = field(default_factory=lambda: _own_folder() / "places")  # folder of a user's own places
    articles: Path = DATA / "articles"  # folder of the stories that the page offers, with its articles.toml
    embed_origins: tuple[str, ...] = ()  # of pages that may show this one in a frame, beside its own
    log: str = "text"  # one of LOG_FORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Settings as an environment gives them, and a sentence for each value that could not be used."""

    settings: Settings
    problems: tuple[str, ...] = ()


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment; what cannot be understood is left out."""
    return check_settings(environment).settings


def check_settings(environment: Mapping[str, str] = os.environ) -> ReadSettings:
    """Return the settings of an environment, and what in it cannot be understood."""
    given = {field.name: environment.get(PREFIX + field.name.upper(), "").strip() for field in fields(Settings)}
    values: dict[str, Any] = {name: Path(given[name]) for name in ("gazetteer", "places", "articles") if given[name]}
    values["embed_origins"], problems = _read_origins(given["embed_origins"])
    if given["log"].lower() in LOG_FORMS:
        values["log"] = given["log"].lower()
    elif given["log"]:
        problems.append(f"DATELINE_LOG is {_shown(given['log'])}; it can be {' or '.join(LOG_FORMS)}.")
    return ReadSettings(settings=Settings(**values), problems=(*problems, *_unknown(environment)))


def _read_origins(given: str) -> tuple[tuple[str, ...], list[str]]:
    named = [origin.lower().rstrip("/") for origin in _BETWEEN.split(given) if origin]
    origins = tuple(dict.fromkeys(origin for origin in named if _ORIGIN.fullmatch(origin)))
    problems = [
        f"DATELINE_EMBED_ORIGINS names {_shown(origin)}, which is not an origin and is left out; "
        "write https://example.org, https://*.example.org or http://127.0.0.1:9000."
        for origin in named
        if origin not in origins
    ]
    return origins, problems


def _unknown(environment: Mapping[str, str]) -> list[str]:
    known = [field.name.upper() for field in fields(Settings)]
    problems = []
    for name in sorted(environment):
        if name.startswith(PREFIX) and (setting := name.removeprefix(PREFIX)) not in known:
            alike = get_close_matches(setting, known, n=1)
            meant = (
                f"did you mean {PREFIX}{alike[0]}?"
                if alike
                else f"there are {', '.join(PREFIX + name for name in known)}."
            )
            problems.append(f"{_shown(name)} is no setting of Dateline; {meant}")
    return problems


def _shown(value: str) -> str:
    return repr(value if len(value) <= _WIDEST else value[: _WIDEST - 1] + "…")
