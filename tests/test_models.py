"""What the records say of themselves."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from string import Formatter
from typing import Any

import pytest

from geo import models
from geo.models import Box, Certainty, Place, Point, Reason
from geo.reasons import WORDS, in_words
from tests.builders import make_country, make_place, make_resolution, make_status


@pytest.mark.parametrize(
    ("score", "certainty"),
    [
        pytest.param(None, Certainty.UNSURE, id="no score"),
        pytest.param(0.0, Certainty.UNSURE, id="nought"),
        pytest.param(0.499, Certainty.UNSURE, id="below likely"),
        pytest.param(0.5, Certainty.LIKELY, id="likely"),
        pytest.param(0.799, Certainty.LIKELY, id="below certain"),
        pytest.param(0.8, Certainty.CERTAIN, id="certain"),
        pytest.param(1.0, Certainty.CERTAIN, id="one"),
    ],
)
def test_certainty_of_a_score(score: float | None, certainty: Certainty) -> None:
    assert Certainty.of(score) is certainty


@pytest.mark.parametrize(
    ("place", "country", "capital", "disputed"),
    [
        pytest.param(make_country("Armenia", "AM"), True, False, False, id="country"),
        pytest.param(make_country("Aruba", "AW", feature_code="PCLD"), True, False, False, id="dependency"),
        pytest.param(make_place("Yerevan", feature_code="PPLC"), False, True, False, id="capital"),
        pytest.param(make_place("Homs", feature_class="A", feature_code="ADM1"), False, False, False, id="division"),
        pytest.param(make_place("Kashmir", status=make_status()), False, False, True, id="disputed"),
        pytest.param(make_place("Gulf", status=make_status(kind="contested-name")), False, False, True, id="its name"),
        pytest.param(
            make_place("Levant", status=make_status(kind="historical")), False, False, False, id="only historical"
        ),
    ],
)
def test_what_a_place_is(place: Place, country: bool, capital: bool, disputed: bool) -> None:
    assert (place.is_country, place.is_capital, place.disputed) == (country, capital, disputed)


def test_a_name_falls_back_to_english() -> None:
    place = make_place("Homs", names={"ar": "حمص"})
    assert (place.name_in("ar"), place.name_in("hy")) == ("حمص", "Homs")


def test_a_resolution_is_as_certain_as_its_score() -> None:
    assert make_resolution("in Homs", 0, "Homs", make_place(), score=0.6).certainty is Certainty.LIKELY
    assert make_resolution("in Homs", 0, "Homs", None).certainty is Certainty.UNSURE


@pytest.mark.parametrize("record", [r for r in vars(models).values() if is_dataclass(r)], ids=lambda r: r.__name__)
def test_records_are_frozen_and_slotted(record: type) -> None:
    blank: Any = object.__new__(record)
    with pytest.raises(FrozenInstanceError):
        setattr(blank, fields(record)[0].name, 1)
    assert not hasattr(blank, "__dict__")


@pytest.mark.parametrize("code", WORDS)
def test_every_reason_has_words(code: str) -> None:
    values = {name: "x" for _, name, _, _ in Formatter().parse(WORDS[code]) if name}
    assert "{" not in in_words(Reason(code=code, values=values))


@pytest.mark.parametrize(
    ("box", "inside", "outside"),
    [
        pytest.param(Box(south=0, west=10, north=5, east=20), (5, 15), (5, 21), id="an ordinary box"),
        pytest.param(Box(south=-5, west=170, north=5, east=-170), (0, 180), (0, 0), id="over the date line"),
        pytest.param(Box(south=-5, west=170, north=5, east=-170), (0, -175), (0, -160), id="east of the date line"),
    ],
)
def test_a_box_contains_points(box: Box, inside: tuple[float, float], outside: tuple[float, float]) -> None:
    assert box.contains(Point(lat=inside[0], lon=inside[1]))
    assert not box.contains(Point(lat=outside[0], lon=outside[1]))


def test_a_place_lies_in_its_divisions_and_its_country() -> None:
    milan = make_place("Milan", id="gn:1", country_code="IT", within=("iso:IT-MI", "iso:IT-25"))
    lombardy = make_place("Lombardy", id="iso:IT-25", country_code="IT", feature_class="A", feature_code="ADM1")
    italy = make_place("Italy", id="iso:IT", country_code="IT", feature_class="A", feature_code="PCLI")
    sea = make_place("Sea", id="dl:sea", country_code=None, feature_class="H", feature_code="SEA")
    assert milan.lies_in(lombardy)
    assert milan.lies_in(italy)
    assert not lombardy.lies_in(milan)
    assert not italy.lies_in(italy)
    assert not sea.lies_in(italy)
