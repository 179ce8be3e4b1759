"""The embedded gazetteer as a geopy geocoder."""

import socket
from typing import Any, NoReturn

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint
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
@pytest.mark.parametrize(
    "query", ["Xyzzyville", "", "  ", ",", "؟", "iso:ZZ", "\x00", "a" * 10_000, "🌍", "\ud800", "\udcff, \ud83d"]
)
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


@pytest.mark.parametrize(
    ("query", "identifier"),
    [
        pytest.param("Milan, Lombardy", "gn:3173435", id="a region over the province"),
        pytest.param("Shusha, Nagorno-Karabakh", "gn:147105", id="a contested region, by its box"),
        pytest.param("Springfield, Illinois, United States", "gn:4250542", id="two containers"),
        pytest.param("Simferopol, Crimea", "gn:693805", id="a contested region, by its area"),
    ],
)
def test_containers_of_every_kind(geocoder: GazetteerGeocoder, query: str, identifier: str) -> None:
    assert ids(geocoder.geocode(query, exactly_one=False))[:1] == [identifier]


@pytest.mark.parametrize(
    ("query", "identifier"),
    [
        pytest.param("city of Aleppo", "gn:170063", id="before, with a filler"),
        pytest.param("Kursk region", "iso:RU-KRS", id="behind"),
        pytest.param("مدينة حلب", "gn:170063", id="Arabic"),
    ],
)
def test_a_class_noun_tells_which(geocoder: GazetteerGeocoder, query: str, identifier: str) -> None:
    assert ids(geocoder.geocode(query, exactly_one=False))[:1] == [identifier]


@pytest.mark.parametrize(
    ("query", "options", "identifier"),
    [
        pytest.param("طرابلس", {"country_bias": "LB"}, "gn:266826", id="a country preferred"),
        pytest.param("طرابلس", {"country_bias": ["SY", "LB"]}, "gn:266826", id="one of several preferred"),
        pytest.param("Paris", {"country_bias": "LB"}, "gn:2988507", id="a preference that does not help"),
        pytest.param("Paris", {"viewbox": [(30, -100), (36, -90)]}, "gn:4717560", id="a view"),
        pytest.param("Paris", {"viewbox": [(36, -90), (30, -100)]}, "gn:4717560", id="its other corners"),
        pytest.param("Paris", {"viewbox": ["30,-100", "36,-90"], "bounded": True}, "gn:4717560", id="nothing outside"),
        pytest.param("Aleppo", {"featuretype": "division"}, "iso:SY-HL", id="a division"),
        pytest.param("Georgia", {"featuretype": "division"}, "iso:US-GA", id="the state"),
        pytest.param("Red Sea", {"featuretype": "water"}, "dl:red-sea", id="water"),
        pytest.param("Mosocw", {"fuzzy": True}, "gn:524901", id="misspelled"),
        pytest.param("Moscow", {"fuzzy": True}, "gn:524901", id="not misspelled"),
    ],
)
def test_preferences_and_limits(
    geocoder: GazetteerGeocoder, query: str, options: dict[str, Any], identifier: str
) -> None:
    location = geocoder.geocode(query, **options)
    assert isinstance(location, Location)
    assert location.raw["place"].id == identifier
    assert location.raw.get("misspelled", False) is (query == "Mosocw")


@pytest.mark.parametrize(
    ("query", "options"),
    [
        pytest.param(
            "Paris", {"viewbox": [(-10, 0), (-20, 5)], "bounded": True}, id="nothing of that name in the view"
        ),
        pytest.param("Kremlin", {"featuretype": "city", "country_codes": "RU"}, id="no city of that name"),
        pytest.param("Mosocw", {}, id="misspelled, but not asked to be read so"),
    ],
)
def test_limits_that_leave_nothing(geocoder: GazetteerGeocoder, query: str, options: dict[str, Any]) -> None:
    assert geocoder.geocode(query, **options) is None


@pytest.mark.parametrize(
    "options",
    [{"featuretype": "planet"}, {"viewbox": [(1, 2)]}, {"viewbox": [(1, 2), "x"]}, {"viewbox": [(100, 0), (1, 1)]}],
)
def test_options_that_mean_nothing_are_refused(geocoder: GazetteerGeocoder, options: dict[str, Any]) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Paris", **options)


@pytest.mark.parametrize(
    ("point", "identifier"),
    [
        pytest.param((36.2, 37.15), "gn:170063", id="Aleppo"),
        pytest.param("40.789, 43.847", "gn:616635", id="Gyumri, by a text"),
        pytest.param(GeopyPoint(55.752, 37.617), "dl:kremlin", id="the Kremlin, by a point of geopy"),
    ],
)
def test_reverse_finds_the_nearest_place(geocoder: GazetteerGeocoder, point: object, identifier: str) -> None:
    location = geocoder.reverse(point)
    assert isinstance(location, Location)
    assert location.raw["place"].id.startswith(identifier)
    assert 0 <= location.raw["km"] < 5


def test_reverse_tells_what_contains_a_point(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.reverse((36.2, 37.15), exactly_one=False, language="ar")
    assert isinstance(found, list)
    assert {"gn:170063", "iso:SY-HL", "iso:SY"} <= set(ids(found))
    assert "حلب, سوريا" in [location.address for location in found]


def test_reverse_puts_contested_land_into_no_country(geocoder: GazetteerGeocoder) -> None:
    inside = {i for i in ids(geocoder.reverse((45.3, 34.4), exactly_one=False)) if not i.startswith("gn:")}
    assert "dl:crimea" in inside
    assert not {"iso:UA", "iso:RU"} & inside


@pytest.mark.parametrize("point", [(0, -30), (0, -140.5)])
def test_the_open_sea_is_no_place(geocoder: GazetteerGeocoder, point: object) -> None:
    assert geocoder.reverse(point, within_km=50) is None


@pytest.mark.parametrize("query", ["here", (1, 2, 3, 4), (91, 0), object()])
def test_what_is_no_point_is_refused(geocoder: GazetteerGeocoder, query: object) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(query)


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
