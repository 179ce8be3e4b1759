"""The nearest places, held against a look at every place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer.index import Gazetteer
from geo.gazetteer.nearest import distance_km
from geo.gazetteer.rows import Name
from geo.models import Point
from tests.gazetteer.tiny import make_row, open_index

POINTS = st.builds(
    Point,
    lat=st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, -89.99, 0.0, 89.5, 90.0])),
    lon=st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, -179.99, 0.0, 179.99, 180.0])),
)


def index_of(path: Path, points: list[Point]) -> Gazetteer:
    return open_index(path, [make_row(f"gn:{i}", Name(text="Town"), point=point) for i, point in enumerate(points)])


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=25), POINTS, st.integers(1, 5), st.sampled_from([10.0, 500.0, 21_000.0]))
def test_the_nearest_are_those_that_a_look_at_all_finds(
    tmp_path_factory: pytest.TempPathFactory, points: list[Point], here: Point, limit: int, within_km: float
) -> None:
    index = index_of(tmp_path_factory.getbasetemp() / "near.dgz", points)
    found = index.nearest(here, limit, within_km)
    every = sorted(distance_km(here, point) for point in points)
    expected = [km for km in every if km <= within_km][:limit]
    assert [km for _, km in found] == pytest.approx(expected, abs=0.001)


def test_regions_and_countries_are_not_near(tmp_path: Path) -> None:
    rows = [
        make_row("gn:1", Name(text="Town"), point=Point(lat=1, lon=1)),
        make_row("gn:2", Name(text="Site"), point=Point(lat=1, lon=1.1), feature_class="S", feature_code="PAL"),
        make_row("gn:3", Name(text="Sea"), point=Point(lat=1, lon=1), feature_class="H", feature_code="SEA"),
        make_row("gn:4", Name(text="Province"), point=Point(lat=1, lon=1), feature_class="A", feature_code="ADM1"),
    ]
    index = open_index(tmp_path / "tiny.dgz", rows)
    assert [place.id for place, _ in index.nearest(Point(lat=1, lon=1), limit=9)] == ["gn:1", "gn:2"]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        pytest.param((0, 0), (0, 0), 0, id="the same point"),
        pytest.param((0, 0), (0, 180), 20_015.1, id="antipodes"),
        pytest.param((55.7558, 37.6173), (40.4093, 49.8671), 1_929, id="Moscow to Baku"),
        pytest.param((0, 179.5), (0, -179.5), 111.2, id="over the date line"),
    ],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    points = [Point(lat=lat, lon=lon) for lat, lon in (one, other)]
    assert distance_km(*points) == pytest.approx(km, rel=0.002)
