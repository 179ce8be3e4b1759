"""The towns and sites nearest to a point, by walking over cells of one degree."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from geo.gazetteer.layout import CELL_ROWS, CELLS_AROUND, DEGREE, PLACE
from geo.models import Point

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
_KM_A_DEGREE = math.radians(1) * EARTH_RADIUS_KM
_FIRST_RADIUS_KM = 25.0  # most points of the news have a town so near; doubled until enough are found


class Near(NamedTuple):
    """A place's row and how far away it is."""

    km: float
    row: int


class Nearest:
    """Answers from the index's cells; nothing is loaded before it is asked for."""

    def __init__(self, places: memoryview, cell_at: memoryview, cells: memoryview) -> None:
        self._places = places
        self._cell_at = cell_at
        self._cells = cells

    def near(self, point: Point, limit: int, within_km: float) -> list[Near]:
        """Return up to `limit` places within a distance, nearest first."""
        radius = min(_FIRST_RADIUS_KM, within_km)
        while True:
            found = sorted(near for near in self._within(point, radius) if near.km <= radius)
            if len(found) >= limit or radius >= within_km:
                return found[:limit]
            radius = min(2 * radius, within_km)

    def _within(self, point: Point, radius_km: float) -> Iterator[Near]:
        for cell in _cells_around(point, radius_km):
            for at in range(self._cell_at[cell], self._cell_at[cell + 1]):
                row = self._cells[at]
                lat, lon = PLACE.unpack_from(self._places, row * PLACE.size)[:2]
                yield Near(distance_km(point, Point(lat=lat / DEGREE, lon=lon / DEGREE)), row)


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance, by the haversine formula."""
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _cells_around(point: Point, radius_km: float) -> Iterator[int]:
    reach = radius_km / _KM_A_DEGREE
    south, north = point.lat - reach, point.lat + reach
    narrowest = math.cos(math.radians(min(90.0, max(abs(south), abs(north)))))
    wide = reach / narrowest if narrowest > 0 else math.inf
    across = min(CELLS_AROUND // 2, math.ceil(wide) if wide < CELLS_AROUND else CELLS_AROUND)
    columns = range(int(point.lon + 180) - across, int(point.lon + 180) + across + 1)
    for row in range(max(0, math.floor(south + 90)), min(CELL_ROWS - 1, math.floor(north + 90)) + 1):
        for column in sorted({column % CELLS_AROUND for column in columns}):
            yield row * CELLS_AROUND + column
