from itertools import accumulate
from typing import Any

import pytest

from geo.mapview import Area, make_area
from geo.mapview.areas import MOST_POINTS
from geo.mapview.inert import inert_json
from geo.models import Box
from geo.pipeline import default_gazetteer

LARGEST_KB = 60


def square(west: float, south: float, size: float = 1) -> list[list[tuple[float, float]]]:
    east, north = west + size, south + size
    return [[(west, south), (east, south), (east, north), (west, north), (west, south)]]


def area_of(*squares: list[list[tuple[float, float]]]) -> Area:
    return make_area({"type": "MultiPolygon", "coordinates": list(squares)})


def shipped(identifier: str) -> Area:
    geometry = default_gazetteer().area(identifier)
    assert geometry is not None
    return make_area(geometry)


def lons(area: Area) -> list[float]:
    return [lon / 100 for polygon in area.polygons for ring in polygon for lon in accumulate(ring[::2])]


def test_a_ring_is_a_point_and_steps() -> None:
    assert area_of(square(10, 50)).polygons == (((1000, 5000, 100, 0, 0, 100, -100, 0, 0, -100),),)


def test_a_hole_stays_a_hole() -> None:
    outer, hole = square(10, 50, 3)[0], square(11, 51)[0]
    (polygon,) = make_area({"type": "Polygon", "coordinates": [outer, hole]}).polygons
    assert len(polygon) == 2


def test_what_the_antimeridian_cut_is_one_again() -> None:
    area = area_of(square(179, 50), square(-180, 50))
    assert len(area.polygons) == 1
    assert (min(lons(area)), max(lons(area))) == (179, 181)
    assert area.frame == Box(south=50, west=179, north=51, east=-179)


@pytest.mark.parametrize(
    ("far", "east"),
    [
        pytest.param(square(16, 50), 17, id="near by"),
        pytest.param(square(40, 50), 13, id="far and small"),
        pytest.param(square(40, 50, 2), 42, id="far but sizeable"),
    ],
)
def test_the_frame_leaves_out_far_and_small_parts(far: Any, east: float) -> None:
    assert area_of(square(10, 50, 3), far).frame.east == east


@pytest.mark.parametrize(
    ("identifier", "west", "east", "widest"),
    [
        pytest.param("iso:RU", 19, -168, 180, id="Russia"),
        pytest.param("iso:FJ", 176, -178, 6, id="Fiji"),
        pytest.param("iso:US", 172, -66, 125, id="United States with Alaska"),
        pytest.param("iso:FR", -5, 10, 15, id="France without Guiana"),
    ],
)
def test_shipped_outlines_do_not_go_around_the_world(identifier: str, west: float, east: float, widest: float) -> None:
    frame = shipped(identifier).frame
    assert frame.west == pytest.approx(west, abs=1.1)
    assert frame.east == pytest.approx(east, abs=1.1)
    assert (frame.east - frame.west) % 360 <= widest


@pytest.mark.parametrize("identifier", ["iso:RU", "iso:US", "iso:CA", "iso:AQ", "iso:IR", "dl:nagorno-karabakh"])
def test_shipped_outlines_are_small(identifier: str) -> None:
    area = shipped(identifier)
    assert len(lons(area)) <= MOST_POINTS
    assert len(inert_json(area.polygons)) < LARGEST_KB * 1024
