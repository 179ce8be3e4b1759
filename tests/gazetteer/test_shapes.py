"""Areas on their way into an index: contested land leaves the countries, and towns find their division."""

import pytest
from shapely.geometry import MultiPolygon, box

from geo.gazetteer.rows import Name, Row
from geo.gazetteer.sources.curated import Outline
from geo.gazetteer.sources.shapes import AreaFinder, cut_out
from geo.models import Point
from tests.builders import make_status
from tests.gazetteer.tiny import make_country_row, make_row

OUTLINE = Outline(id="dl:strip", cut_from=("iso:AA",), polygon=box(6, -5, 9, 15))


@pytest.fixture
def rows() -> dict[str, Row]:
    name = Name(text="Name")
    every = (
        make_country_row("AA", name),
        make_row("iso:AA-1", name, feature_class="A", feature_code="ADM1", country_code="AA"),
        make_row("iso:AA-2", name, feature_class="A", feature_code="ADM2", country_code="AA"),
        make_country_row("BB", name),
        make_row(
            "dl:strip", name, feature_class="L", feature_code="RGN", country_code=None, status=make_status(kind="disputed")
        ),
    )  # fmt: skip
    return {row.id: row for row in every}


@pytest.fixture
def areas() -> dict[str, MultiPolygon]:
    return {
        "iso:AA": MultiPolygon([box(0, 0, 10, 10)]),
        "iso:AA-1": MultiPolygon([box(5, 0, 10, 10)]),
        "iso:AA-2": MultiPolygon([box(0, 0, 2, 10)]),
        "iso:BB": MultiPolygon([box(10, 0, 20, 10)]),
    }


def test_contested_land_is_in_no_country(rows: dict[str, Row], areas: dict[str, MultiPolygon]) -> None:
    cut_out(OUTLINE, areas, rows)
    assert areas["dl:strip"].bounds == (6, 0, 9, 10)  # no more than its land
    assert areas["iso:AA"].area == pytest.approx(100 - 30)
    assert areas["iso:AA-1"].area == pytest.approx(50 - 30)
    assert areas["iso:AA-2"].area == pytest.approx(20)
    assert areas["iso:BB"].area == pytest.approx(100)


@pytest.mark.parametrize(
    ("lat", "lon", "fields", "division"),
    [
        pytest.param(5, 1, {"country_code": "AA"}, "iso:AA-2", id="in a division"),
        pytest.param(5, 7, {"country_code": "AA"}, "dl:strip", id="on contested land"),
        pytest.param(5, 3, {"country_code": "AA"}, None, id="in the country alone"),
        pytest.param(5, 1, {"country_code": "BB"}, None, id="a division of another country"),
        pytest.param(5, 1, {"country_code": "AA", "feature_class": "H", "feature_code": "LK"}, None, id="a lake"),
    ],
)
def test_a_town_finds_its_division(
    rows: dict[str, Row],
    areas: dict[str, MultiPolygon],
    lat: float,
    lon: float,
    fields: dict[str, str],
    division: str | None,
) -> None:
    cut_out(OUTLINE, areas, rows)
    town = make_row("gn:1", Name(text="Town"), point=Point(lat=lat, lon=lon), **fields)
    assert AreaFinder(areas, rows).division_of(town) == division
