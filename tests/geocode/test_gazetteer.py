"""The embedded gazetteer as a geopy geocoder."""

import socket
from typing import NoReturn

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer.index import open_gazetteer
from geo.geocode import GazetteerGeocoder
from geo.models import Place
from geo.settings import Settings


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder(open_gazetteer(Settings().gazetteer))


def ids(found: Location | list[Location] | None) -> list[str]:
    return [location.raw["place"].id for location in found] if isinstance(found, list) else []


def test_it_is_a_geopy_geocoder(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_location_says_where_and_what(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("حلب")
    assert isinstance(location, Location)
    assert (round(location.latitude), round(location.longitude)) == (36, 37)
    assert location.address == "Aleppo, Syria"
    assert isinstance(location.raw["place"], Place)
    assert location.raw["place"].id == "gn:170063"
    assert location.raw["fitness"] > 0


def test_exactly_one_is_the_best_of_all(geocoder: GazetteerGeocoder) -> None:
    best = geocoder.geocode("Paris")
    every = geocoder.geocode("Paris", exactly_one=False)
    assert isinstance(every, list)
    assert len(every) > 1
    assert every[0] == best
    fitness = [location.raw["fitness"] for location in every]
    assert fitness == sorted(fitness, reverse=True)


@pytest.mark.parametrize("exactly_one", [True, False])
@pytest.mark.parametrize("query", ["Xyzzyville", "", "  ", ",", "؟", "iso:ZZ", "\x00", "a" * 10_000, "🌍"])
def test_not_found_is_none(geocoder: GazetteerGeocoder, query: str, exactly_one: bool) -> None:
    assert geocoder.geocode(query, exactly_one=exactly_one) is None


@pytest.mark.parametrize(
    ("query", "language", "address"),
    [
        pytest.param("Aleppo", "ar", "حلب, سوريا", id="Arabic"),
        pytest.param("حلب", "en", "Aleppo, Syria", id="English"),
        pytest.param("حلب", None, "Aleppo, Syria", id="none given"),
        pytest.param("حلب", "xx", "Aleppo, Syria", id="one without names"),
        pytest.param("iso:AM", "ar", "أرمينيا", id="a country alone"),
        pytest.param("dl:nagorno-karabakh", "ar", "ناغورني قره باغ", id="disputed: in no country"),
        pytest.param("dl:nagorno-karabakh", "en", "Nagorno-Karabakh", id="disputed, in English"),
    ],
)
def test_the_address_is_in_the_language(
    geocoder: GazetteerGeocoder, query: str, language: str | None, address: str
) -> None:
    location = geocoder.geocode(query, language=language)
    assert isinstance(location, Location)
    assert location.address == address


@pytest.mark.parametrize(
    ("query", "codes", "found"),
    [
        pytest.param("طرابلس", "LB", ["gn:266826"], id="one code"),
        pytest.param("طرابلس", "lb", ["gn:266826"], id="small letters"),
        pytest.param("طرابلس", ["LB", "CY"], ["gn:266826"], id="several codes"),
        pytest.param("Paris", ["CA", "US"], ["gn:4717560"], id="not the best known"),
        pytest.param("طرابلس", "FR", [], id="none there"),
        pytest.param("dl:nagorno-karabakh", "AZ", [], id="disputed: in no country"),
    ],
)
def test_country_codes(geocoder: GazetteerGeocoder, query: str, codes: str | list[str], found: list[str]) -> None:
    assert ids(geocoder.geocode(query, exactly_one=False, country_codes=codes))[:1] == found


def test_both_cities_called_tripoli_are_found(geocoder: GazetteerGeocoder) -> None:
    assert ids(geocoder.geocode("طرابلس", exactly_one=False))[:2] == ["gn:2210247", "gn:266826"]


@pytest.mark.parametrize(
    ("query", "identifier"),
    [
        pytest.param("Paris, Texas", "gn:4717560", id="city in a state"),
        pytest.param("Paris, France", "gn:2988507", id="city in a country"),
        pytest.param("London, Ontario", "gn:6058560", id="city in a province"),
        pytest.param("Tripoli, Lebanon", "gn:266826", id="not the best known"),
        pytest.param("طرابلس، لبنان", "gn:266826", id="Arabic comma"),
        pytest.param("حلب، سوريا", "gn:170063", id="Arabic"),
    ],
)
def test_name_and_container(geocoder: GazetteerGeocoder, query: str, identifier: str) -> None:
    location = geocoder.geocode(query)
    assert isinstance(location, Location)
    assert location.raw["place"].id == identifier


@pytest.mark.parametrize("query", ["Paris, Japan", "Xyzzyville, France", "Paris, Xyzzyland", "a, b, c"])
def test_name_and_a_container_that_does_not_contain_it(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None


@pytest.mark.parametrize("identifier", ["iso:AM", "iso:SY-HL", "gn:524901", "dl:nagorno-karabakh", "dl:kremlin"])
def test_a_place_by_its_id(geocoder: GazetteerGeocoder, identifier: str) -> None:
    assert ids(geocoder.geocode(identifier, exactly_one=False)) == [identifier]


def test_a_name_of_another_language_comes_last(geocoder: GazetteerGeocoder) -> None:
    assert ids(geocoder.geocode("Brasilia", exactly_one=False, language="en"))[0] == "gn:3469058"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=20))
def test_any_query_has_an_answer(geocoder: GazetteerGeocoder, query: str) -> None:
    found = geocoder.geocode(query, exactly_one=False)
    assert found is None or len(ids(found)) > 0


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    fresh = GazetteerGeocoder(open_gazetteer(Settings().gazetteer))
    for query in ("Paris", "Paris, Texas", "iso:AM", "Xyzzyville"):
        fresh.geocode(query, exactly_one=False, language="ar", country_codes=["FR", "US", "AM"])
