"""The outline of a place as the map draws it: whole across the antimeridian, small enough for a rerun, and framed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import TYPE_CHECKING, Any

from geo.models import Box

if TYPE_CHECKING:  # loaded with the first outline; a map without one does without it
    from shapely import LinearRing, Polygon

STEP = 0.01  # degrees; the gazetteer's areas know no finer one
MOST_POINTS = 5000  # about 45 KB; Canada has 27,000
NEIGHBOURS = 6.0  # degrees; parts that are no further apart are shown together
SIZEABLE = 0.15  # share of a place's land from which a part far away is shown too: Alaska, not French Guiana

Ring = tuple[int, ...]  # lon, lat of the first point, then the steps to each next one, in STEPs


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An outline; its longitudes run on beyond 180 where it crosses the antimeridian."""

    polygons: tuple[tuple[Ring, ...], ...]  # of each the outer ring, then its holes; rings are closed
    frame: Box  # what the map shows of it: without far and small parts


def make_area(geometry: Mapping[str, Any]) -> Area:
    """Return the outline of a GeoJSON Polygon or MultiPolygon, longitude first."""
    from shapely.geometry import shape

    given = shape(geometry)
    parts: list[Polygon] = list(getattr(given, "geoms", [given]))
    whole = _simplify(_unroll(parts))
    polygons = (tuple(map(_as_steps, (part.exterior, *part.interiors))) for part in whole)
    return Area(polygons=tuple(polygons), frame=_frame(whole))


def _unroll(parts: Sequence["Polygon"]) -> list["Polygon"]:
    """Return the parts from the east end of the widest gap between them on, joined where the antimeridian cut them."""
    from shapely import unary_union
    from shapely.affinity import translate

    spans = sorted((part.bounds[0], part.bounds[2]) for part in parts)
    start, reach = spans[0]
    widest = start + 360 - max(east for _, east in spans)
    for west, east in spans[1:]:
        if west - reach > widest:
            start, widest = west, west - reach
        reach = max(reach, east)
    if start == spans[0][0]:
        return list(parts)
    joined = unary_union([part if part.bounds[0] >= start else translate(part, 360) for part in parts])
    return list(getattr(joined, "geoms", [joined]))


def _simplify(parts: list["Polygon"]) -> list["Polygon"]:
    from shapely import get_num_coordinates

    simpler, tolerance = parts, STEP
    while get_num_coordinates(simpler).sum() > MOST_POINTS and tolerance < 1:
        simpler = [part.simplify(tolerance) for part in parts]
        tolerance *= 2.5  # each try costs up to 0.1 s
    return simpler


def _frame(parts: list["Polygon"]) -> Box:
    """Return the box of the largest group of neighbouring parts, and of each other one that is not small beside all."""
    from shapely import box, total_bounds, unary_union

    rooms = unary_union([box(*part.bounds).buffer(NEIGHBOURS / 2, join_style="mitre") for part in parts])
    groups = [
        [part for part in parts if room.contains(part.representative_point())]
        for room in getattr(rooms, "geoms", [rooms])
    ]
    sizes = [sum(map(_size, group)) for group in groups]
    least = min(max(sizes), SIZEABLE * sum(sizes))
    kept = [part for group, size in zip(groups, sizes, strict=True) if size >= least for part in group]
    west, south, east, north = (round(float(edge), 2) for edge in total_bounds(kept))
    if east - west >= 360:
        west, east = -180.0, 180.0
    return Box(south=south, west=_wrap(west), north=north, east=_wrap(east))


def _size(part: "Polygon") -> float:
    return float(part.area * cos(radians(part.centroid.y)))


def _wrap(lon: float) -> float:
    return lon if -180 <= lon <= 180 else round((lon + 180) % 360 - 180, 2)


def _as_steps(ring: "LinearRing") -> Ring:
    points = [(round(lon / STEP), round(lat / STEP)) for lon, lat, *_ in ring.coords]
    steps: Iterable[tuple[int, int]] = ((x - before, y - below) for (before, below), (x, y) in pairwise(points))
    return tuple(number for pair in (points[0], *steps) for number in pair)
