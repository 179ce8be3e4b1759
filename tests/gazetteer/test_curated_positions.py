"""Where the hand-written rows say they are: in their country, on land or at sea, inside their box, near what they touch."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.index import Gazetteer, open_gazetteer
from geo.gazetteer.rows import Row
from geo.gazetteer.sources.curated import read_curated
from geo.models import Box
from geo.settings import DATA, Settings

BESIDE = 0.1  # degrees: areas and coast are drawn in steps of 0.01 and stray by 2 km, and small islands are left out
NARROW = 0.02  # degrees: the coast strays by 0.014, and so may cover a strait that is narrower
BESIDE_BORDER = 0.12  # degrees: a crossing's buildings, the no man's land, and a border drawn in steps of 0.01
NEAR_TOUCHED = 1.0  # degrees: a place on land from the nearest of the countries that it touches
OFFSHORE = 2.0  # degrees: a field at sea from the nearest of its countries; an economic zone reaches 3.3

OPEN_WATER = frozenset({"OCN", "SEA", "GULF", "BAY", "STRT", "CHN", "ESTY", "INLT", "LGN", "RF"})
LAKES = frozenset({"LK", "LKS", "RSV"})
INLAND = frozenset({"STM", "CNL", "FLLS", "DLTA", "MRSH", "SWMP", "GLCR"})
AT_SEA = frozenset({"GASF", "OILF"})  # wells stand on the sea's ground too
CONTESTED = frozenset({"disputed", "occupied", "breakaway"})
AREA_OF = {
    "EH": "dl:western-sahara",
    "YT": "iso:FR-976",
    "RE": "iso:FR-974",
}  # codes that have no area of their own in the index

# Small islands far from the rest of their country, which the areas of the index leave out.
ISLANDS_WITHOUT_AREA = {
    "dl:kharg": "25 km off Iran",
    "dl:snake-island": "35 km off the mouth of the Danube",
    "dl:kastellorizo": "120 km east of Rhodes",
    "dl:florida-keys": "a chain of coral islands south of Florida",
    "dl:stromboli": "50 km off Sicily",
    "dl:capri": "10 square km off Naples",
    "dl:helgoland-island": "1 square km, 45 km off the coast",
    "dl:ile-d-yeu": "17 km off the Vendée",
    "dl:ouessant": "20 km off Brittany",
    "dl:berlengas": "10 km off Portugal",
    "dl:lampedusa-island": "110 km off Tunisia",
    "dl:pelagie-islands": "Lampedusa and two smaller islands",
    "dl:imrali": "10 square km in the Sea of Marmara",
    "dl:lundy": "4 square km in the Bristol Channel",
    "dl:surtsey": "1 square km off Iceland",
    "dl:sirri-island": "17 square km in the Persian Gulf",
    "dl:farsi-island": "less than a square km in the Persian Gulf",
    "dl:astola-island": "7 square km off Pakistan",
    "dl:phi-phi-islands": "12 square km off Thailand",
    "dl:krakatoa": "40 km off Java",
    "dl:yeonpyeong": "7 square km near the northern limit line",
    "dl:ogasawara-islands": "1,000 km south of Tokyo",
    "dl:iwo-jima": "1,200 km south of Tokyo",
    "dl:yonaguni": "100 km off Taiwan",
    "dl:suakin-archipelago": "reefs off Sudan",
    "dl:cocos-island": "500 km off Costa Rica",
    "dl:fernando-de-noronha": "350 km off Brazil",
    "dl:white-island": "3 square km, 48 km off New Zealand",
    "dl:bora-bora-island": "30 square km around a lagoon",
    "dl:marquesas": "1,400 km from Tahiti",
    "dl:mururoa": "an atoll",
    "dl:bikini-atoll": "an atoll",
    "dl:hunga-tonga": "what the eruption of 2022 left of two islands",
}
# Islands under 12 square km, which the basemap leaves out, and shoals.
NOT_ON_THE_BASEMAP = {
    "dl:tunb-islands": "10 and 2 square km",
    "dl:spratly-islands": "reefs, the largest island 0.5 square km",
    "dl:paracel-islands": "reefs, the largest island 3 square km",
    "dl:scarborough-shoal": "a reef with rocks of some metres",
    "dl:second-thomas-shoal": "a reef under water",
    "dl:senkaku-islands": "the largest island 4 square km",
    "dl:liancourt-rocks": "0.2 square km",
    "dl:snake-island": "0.2 square km",
    "dl:white-island": "3 square km, 48 km off New Zealand",
    "dl:lundy": "4 square km in the Bristol Channel",
    "dl:bora-bora-island": "30 square km around a lagoon",
    "dl:yeonpyeong": "7 square km near the northern limit line",
    "dl:helgoland-island": "1 square km, 45 km off the coast",
    "dl:bikini-atoll": "an atoll",
    "dl:mururoa": "an atoll",
    "dl:hunga-tonga": "what the eruption of 2022 left of two islands",
    "dl:sirri-island": "17 square km in the Persian Gulf",
    "dl:imrali": "10 square km in the Sea of Marmara",
    "dl:farsi-island": "less than a square km in the Persian Gulf",
    "dl:surtsey": "1 square km off Iceland",
    "dl:astola-island": "7 square km off Pakistan",
    "dl:phi-phi-islands": "12 square km off Thailand",
    "dl:rockall": "a rock",
    "dl:pratas-island": "an atoll of 1.7 square km",
    "dl:hans-island": "1.3 square km",
}
# Regions of islands and seas, whose label stands between their lands.
AMID_WATER = {
    "dl:chagos-archipelago": "atolls around a bank",
    "dl:southeast-asia": "peninsula and islands around the South China Sea",
    "dl:indo-pacific": "two oceans",
    "dl:caribbean-region": "islands around a sea",
    "dl:arctic": "an ocean and its coasts",
    "dl:polynesia": "islands of the Pacific",
    "dl:melanesia": "islands of the Pacific",
    "dl:british-isles": "two islands with a sea between them",
}
LAKES_OPEN_TO_THE_SEA = {"dl:lake-maracaibo": "joined with the sea by a strait; Natural Earth draws it as sea"}
# Countries that a region is said to touch though none of their land is near its box.
TOUCHED_FROM_AFAR = {
    ("dl:indo-pacific", "US"): "a power of the region; Hawaii lies east of the box",
    ("dl:arctic", "DK"): "an Arctic state because of Greenland",
}

ROWS = [row for row in read_curated(DATA / "curated") if row.point is not None]
BOXED = [row for row in ROWS if row.box is not None]


# --- land, lakes and areas


class Shapes:
    """A layer of the basemap: rings, of which one inside another is a hole."""

    def __init__(self, rings: list[Any]) -> None:
        self._rings = [shapely.Polygon(ring) for ring in rings]
        for ring in self._rings:
            shapely.prepare(ring)
        self._tree = shapely.STRtree(self._rings)
        self._edges = shapely.linestrings(np.concatenate([list(pairwise(ring)) for ring in rings]))
        self._edge_tree = shapely.STRtree(self._edges)

    def contains(self, point: shapely.Point) -> bool:
        around = [i for i in self._tree.query(point) if shapely.contains_xy(self._rings[i], point.x, point.y)]
        return len(around) % 2 == 1

    def edge(self, point: shapely.Point) -> float:
        """Return how far away the nearest edge is, in degrees."""
        return float(self._edges[self._edge_tree.nearest(point)].distance(point))

    def away(self, point: shapely.Point) -> float:
        """Return how far outside a point is, in degrees; 0 if it is inside."""
        return 0.0 if self.contains(point) else self.edge(point)

    def reaches_into(self, area: BaseGeometry) -> bool:
        return len(self._edge_tree.query(area, predicate="intersects")) > 0


@cache
def basemap(name: str) -> Shapes:
    topology = json.loads((DATA / "basemap" / "world.topojson").read_text(encoding="utf-8"))
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    polygons = topology["objects"][name]["arcs"]
    assert all(len(polygon) == 1 and len(polygon[0]) == 1 and polygon[0][0] >= 0 for polygon in polygons)
    return Shapes([np.cumsum(topology["arcs"][arc], axis=0) * scale + origin for ((arc,),) in polygons])


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings().gazetteer)


@cache
def area(identifier: str) -> BaseGeometry | None:
    geometry = gazetteer().area(identifier)
    if geometry is None:
        return None
    found = shape(geometry)
    shapely.prepare(found)
    return found


@cache
def country(code: str) -> BaseGeometry:
    found = area(AREA_OF.get(code, f"iso:{code}"))
    assert found is not None, f"{code} has no area in the index"
    return found


@cache
def contested() -> tuple[tuple[frozenset[str], BaseGeometry], ...]:
    """Return the areas that the index gives to no country, and the countries that each touches."""
    regions = [(frozenset(row.touches), area(row.id)) for row in ROWS if row.status and row.country_code is None]
    return tuple((touched, found) for touched, found in regions if found is not None)


def lands_of(code: str) -> Iterator[BaseGeometry]:
    """Yield a country's area and the contested areas that it touches."""
    yield country(code)
    yield from (found for touched, found in contested() if code in touched)


def here(row: Row) -> shapely.Point:
    assert row.point is not None
    return shapely.Point(row.point.lon, row.point.lat)


def away(geometry: BaseGeometry, point: shapely.Point) -> float:
    return 0.0 if shapely.contains_xy(geometry, point.x, point.y) else float(geometry.distance(point))


def nearest_touched(row: Row) -> float:
    return min(away(land, here(row)) for code in row.touches for land in lands_of(code))


def second_nearest_touched(row: Row) -> float:
    _, second, *_ = sorted(min(away(land, here(row)) for land in lands_of(code)) for code in row.touches)
    return second


def of_box(box: Box) -> BaseGeometry:
    if box.west <= box.east:
        return shapely.box(box.west, box.south, box.east, box.north)
    return shapely.union(
        shapely.box(box.west, box.south, 180, box.north), shapely.box(-180, box.south, box.east, box.north)
    )


def in_box(row: Row) -> bool:
    return row.box is not None and shapely.covers(of_box(row.box), here(row))


def is_open_water(row: Row) -> bool:
    return row.feature_class == "H" and row.feature_code in OPEN_WATER


def is_water(row: Row) -> bool:
    return row.feature_class == "H"


def off_land(rows: Iterable[Row], tolerance: float = BESIDE) -> list[str]:
    return [row.id for row in rows if basemap("land").away(here(row)) > tolerance]


# --- what is tested with


def test_every_row_with_a_point_is_looked_at() -> None:
    assert len(ROWS) >= 880
    kinds = {row.feature_code for row in ROWS if is_water(row)}
    assert kinds <= OPEN_WATER | LAKES | INLAND, "say in this file whether it is open water, a lake or inland"


@pytest.mark.parametrize(
    ("lat", "lon", "on_land"),
    [
        pytest.param(48.86, 2.35, True, id="Paris"),
        pytest.param(52.0, 3.0, False, id="North Sea"),
        pytest.param(41.6, 50.8, False, id="Caspian Sea, a hole in the land"),
        pytest.param(-80.0, 20.0, True, id="Antarctica"),
    ],
)
def test_the_basemap_tells_land_from_sea(lat: float, lon: float, on_land: bool) -> None:
    assert basemap("land").contains(shapely.Point(lon, lat)) is on_land


def test_the_index_has_an_area_for_every_country_that_a_row_names() -> None:
    codes = {code for row in ROWS for code in (row.country_code, *row.touches) if code}
    assert [code for code in sorted(codes) if area(AREA_OF.get(code, f"iso:{code}")) is None] == []
    assert [code for code in sorted(AREA_OF) if area(f"iso:{code}") is not None] == []


# --- countries


def test_a_place_on_land_lies_in_its_country() -> None:
    named = [(row, row.country_code) for row in ROWS if row.country_code and not is_open_water(row)]
    outside = {row.id for row, code in named if away(country(code), here(row)) > BESIDE}
    assert outside - LAKES_OPEN_TO_THE_SEA.keys() == ISLANDS_WITHOUT_AREA.keys()


def test_no_other_country_is_nearer_to_water_that_is_one_country_s() -> None:
    codes = {code for row in ROWS for code in (row.country_code, *row.touches) if code}
    wrong = []
    for row in ROWS:
        if not row.country_code or not (is_open_water(row) or row.id in LAKES_OPEN_TO_THE_SEA):
            continue
        own = away(country(row.country_code), here(row))
        nearer = [code for code in codes - {row.country_code} if away(country(code), here(row)) < own]
        if nearer:
            wrong.append((row.id, nearer))
    assert wrong == []


def test_an_ocean_is_in_no_country() -> None:
    assert [row.id for row in ROWS if row.feature_code == "OCN" and row.country_code] == []


def test_what_is_in_a_country_touches_it() -> None:
    assert [row.id for row in ROWS if row.country_code and row.touches and row.country_code not in row.touches] == []


def test_a_place_on_land_is_near_a_country_that_it_touches() -> None:
    on_land = [row for row in ROWS if row.touches and basemap("land").away(here(row)) <= BESIDE]
    assert len(on_land) > 700
    far = {row.id for row in on_land if nearest_touched(row) > NEAR_TOUCHED}
    assert far - ISLANDS_WITHOUT_AREA.keys() == set()


def test_a_border_crossing_is_near_two_of_the_countries_that_it_joins() -> None:
    crossings = [row for row in ROWS if row.feature_code == "PSTB" and len(row.touches) > 1]
    assert len(crossings) > 25
    assert [row.id for row in crossings if second_nearest_touched(row) > BESIDE_BORDER] == []


def test_a_field_at_sea_is_near_a_country_that_it_touches() -> None:
    fields = [row for row in ROWS if row.feature_code in AT_SEA]
    assert fields
    assert [row.id for row in fields if nearest_touched(row) > OFFSHORE] == []


def test_every_country_that_a_place_touches_is_near_its_box() -> None:
    far = set()
    for row in BOXED:
        assert row.box is not None
        box = of_box(row.box)
        if row.status is None or row.status.kind not in CONTESTED:  # a claim can come from afar
            far |= {(row.id, code) for code in row.touches if not _is_near(box, code)}
    assert {pair for pair in far if pair[0] not in ISLANDS_WITHOUT_AREA} == TOUCHED_FROM_AFAR.keys()


def _is_near(box: BaseGeometry, code: str) -> bool:
    return any(shapely.intersects(land, box) or land.distance(box) <= BESIDE for land in lands_of(code))


# --- water


def test_open_water_is_not_on_land() -> None:
    land, lakes = basemap("land"), basemap("lakes")
    points = [(row.id, here(row)) for row in ROWS if is_open_water(row)]
    assert len(points) > 80
    assert [i for i, p in points if land.contains(p) and land.edge(p) > NARROW and lakes.away(p) > NARROW] == []


def test_open_water_has_a_box_and_lies_in_it() -> None:
    assert [row.id for row in ROWS if is_open_water(row) and not in_box(row)] == []


def test_lakes_are_on_land_or_in_a_lake() -> None:
    lakes = [row for row in ROWS if is_water(row) and row.feature_code in LAKES]
    assert len(lakes) > 30
    dry = {row.id for row in lakes if basemap("land").away(here(row)) > 0 and basemap("lakes").away(here(row)) > 0}
    assert dry == LAKES_OPEN_TO_THE_SEA.keys()
    assert [row.id for row in lakes if not in_box(row)] == []


def test_rivers_and_marshes_are_on_land_and_in_their_boxes() -> None:
    inland = [row for row in ROWS if is_water(row) and row.feature_code in INLAND]
    assert len(inland) > 100
    assert off_land(inland, NARROW) == []
    assert [row.id for row in inland if not in_box(row)] == []


# --- land


def test_places_on_land_are_on_land() -> None:
    places = [
        row for row in ROWS if not is_water(row) and row.feature_code not in AT_SEA and row.feature_code != "ISLS"
    ]
    assert len(places) > 500
    assert set(off_land(places)) == NOT_ON_THE_BASEMAP.keys() | AMID_WATER.keys()


def test_islands_and_regions_around_water_have_land_in_their_boxes() -> None:
    groups = [row for row in ROWS if row.feature_code == "ISLS" or row.id in AMID_WATER]
    assert len(groups) > 20
    around = {row.id: of_box(row.box) for row in groups if row.box is not None}
    at_sea = set(off_land(groups))
    assert at_sea <= around.keys()
    assert [i for i, box in around.items() if i in at_sea and not basemap("land").reaches_into(box)] == []
