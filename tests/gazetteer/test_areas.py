"""Areas: kept in steps, read back, and asked which of them a point lies in."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box, shape

from geo.gazetteer.areas import STEP, decode_area, encode_area
from geo.gazetteer.index import Gazetteer
from geo.gazetteer.rows import Name
from geo.models import Point
from tests.gazetteer.tiny import make_country_row, make_row, open_index


def steps(value: int) -> float:
    return value * STEP


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-17_000, 17_000), st.integers(-8_000, 8_000), st.integers(1, 900)), min_size=1, max_size=4
    )
)
def test_an_area_in_whole_steps_survives(squares: list[tuple[int, int, int]]) -> None:
    area = MultiPolygon([box(steps(x), steps(y), steps(x + side), steps(y + side)) for x, y, side in squares])
    read = decode_area(encode_area(area))
    assert len(read.geoms) == len(squares)
    assert read.bounds == pytest.approx(area.bounds, abs=1e-9)
    assert [part.area for part in read.geoms] == pytest.approx([part.area for part in area.geoms])


def test_a_hole_survives() -> None:
    ring = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    assert decode_area(encode_area(MultiPolygon([ring]))).area == pytest.approx(81 - 9)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Return a country of two provinces, and contested land beside it that is in no country."""
    rows = (
        make_country_row("SY", Name(text="Country", lang="en")),
        make_row("iso:SY-W", Name(text="West", lang="en"), feature_class="A", feature_code="ADM1"),
        make_row("iso:SY-E", Name(text="East", lang="en"), feature_class="A", feature_code="ADM1"),
        make_row("dl:strip", Name(text="Strip", lang="en"), feature_class="L", feature_code="RGN", country_code=None),
        make_row("gn:1", Name(text="Town", lang="en"), point=Point(lat=5, lon=5)),
    )
    areas = {
        "iso:SY": MultiPolygon([box(0, 0, 20, 10)]),
        "iso:SY-W": MultiPolygon([box(0, 0, 8, 10)]),
        "iso:SY-E": MultiPolygon([box(8, 0, 20, 10)]),
        "dl:strip": MultiPolygon([box(20, 0, 21, 10)]),
    }
    return open_index(tmp_path_factory.mktemp("areas") / "tiny.dgz", rows, areas=areas)


@pytest.mark.parametrize(
    ("lat", "lon", "ids"),
    [
        pytest.param(5, 5, ["iso:SY-W", "iso:SY"], id="smallest first"),
        pytest.param(5, 15, ["iso:SY-E", "iso:SY"], id="the other province"),
        pytest.param(5, 20.5, ["dl:strip"], id="contested: in no country"),
        pytest.param(5, 21.03, ["dl:strip"], id="just off a coast that was simplified"),
        pytest.param(5, 22, [], id="the sea"),
        pytest.param(-90, 180, [], id="a corner of the world"),
    ],
)
def test_what_a_point_lies_in(tiny: Gazetteer, lat: float, lon: float, ids: list[str]) -> None:
    assert [place.id for place in tiny.containing(Point(lat=lat, lon=lon))] == ids


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [
        pytest.param(5, 5, "SY", id="inside"),
        pytest.param(5, 20.5, None, id="contested"),
        pytest.param(50, 50, None, id="sea"),
    ],
)
def test_the_country_at_a_point(tiny: Gazetteer, lat: float, lon: float, code: str | None) -> None:
    assert tiny.country_at(Point(lat=lat, lon=lon)) == code


def test_an_area_is_geojson(tiny: Gazetteer) -> None:
    area = tiny.area("iso:SY-W")
    assert area is not None
    assert area["type"] == "MultiPolygon"
    assert shape(area).bounds == (0, 0, 8, 10)


@pytest.mark.parametrize("identifier", ["gn:1", "iso:ZZ", ""])
def test_a_place_without_an_area_has_none(tiny: Gazetteer, identifier: str) -> None:
    assert tiny.area(identifier) is None


def test_an_index_without_areas_contains_nothing(tmp_path: Path) -> None:
    index = open_index(tmp_path / "tiny.dgz", [make_row("gn:1", Name(text="Town"))])
    assert index.containing(Point(lat=1, lon=2)) == ()
