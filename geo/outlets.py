"""Know where a news outlet is at home: a story of its home town needs no more than the town's name."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from geo.settings import DATA
from geo.text.tokens import name_key

FILE = DATA / "outlets.tsv"
_LONGEST_SOURCE = 300  # letters; a longer one is no name of an outlet
_COUNTRY_OF_DOMAIN = {"uk": "GB"}  # top-level domains that are not the ISO code of their country
# Top-level domains of countries that anybody takes: they say nothing of where an outlet is at home.
_EVERYBODYS = """ac ag ai am as bz cc cd cm co cx dj eu fm ga gd gg gl gq gs io la li ly md me ml ms mu nu pm pw sc sh
so st su tf tk to tv vc vg wf ws"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper, a broadcaster, an agency or a site of news."""

    name: str
    country_code: str  # ISO 3166-1 alpha-2, of the country that it is made in
    home: str | None = None  # id of the place where it is made
    reach: str | None = None  # local, regional, national, international: whom it is made for


def find_outlet(source: str) -> Outlet | None:
    """Return the outlet that a name, a domain or an address is of; None if nothing is known of it.

    Of an unknown site that is registered in a country, the country is all that is known.
    """
    source = source.strip()
    if not source or len(source) > _LONGEST_SOURCE:
        return None
    by_name, by_domain = _outlets()
    return by_name.get(name_key(source)) or _of_domain(_domain(source), by_domain)


def _of_domain(domain: str, by_domain: Mapping[str, Outlet]) -> Outlet | None:
    """Return the outlet of a domain or of the one above it: edition.cnn.com is cnn.com's."""
    parts = domain.split(".")
    for first in range(len(parts) - 1):
        if (outlet := by_domain.get(".".join(parts[first:]))) is not None:
            return outlet
    top = parts[-1]
    if len(parts) < 2 or len(top) != 2 or not top.isascii() or not top.isalpha() or top in _EVERYBODYS.split():
        return None
    return Outlet(name=domain, country_code=_COUNTRY_OF_DOMAIN.get(top, top.upper()))


def _domain(source: str) -> str:
    """Return the domain of an address, or of what may be one; "" if it is none."""
    if any(character.isspace() for character in source):
        return ""
    try:
        host = urlsplit(source if "//" in source else f"//{source}").hostname
    except ValueError:  # brackets that do not close
        return ""
    return (host or "").lower().strip(".")


@cache
def _outlets(path: Path = FILE) -> tuple[Mapping[str, Outlet], Mapping[str, Outlet]]:
    """Return the outlets by the keys of their names and by their domains."""
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            outlet = Outlet(
                name=row["name"], country_code=row["country"], home=row["home"] or None, reach=row["reach"] or None
            )
            for name in (row["name"], *filter(None, row["other_names"].split("|"))):
                by_name[name_key(name)] = outlet
            by_domain.update(dict.fromkeys(filter(None, row["domains"].split("|")), outlet))
    return by_name, by_domain
