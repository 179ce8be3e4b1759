"""Candidates from any geopy geocoder."""

from geo.gazetteer.index import open_gazetteer
from geo.geocode import GazetteerGeocoder, candidate_finder
from geo.models import Place, Point
from geo.settings import Settings
from tests.geocode.fakes import ListGeocoder


def test_a_foreign_geocoder_s_answers_become_places() -> None:
    geocoder = ListGeocoder({"homs": [("Homs, Syria", 34.73, 36.72), ("Homs, Nebraska, USA", 41.0, -99.0)]})
    best, other = candidate_finder(geocoder)("homs", "en")
    assert best.place == Place(
        id="listgeocoder:34.73000,36.72000",
        name="Homs",
        point=Point(lat=34.73, lon=36.72),
        feature_class="P",
        feature_code="PPL",
        importance=best.place.importance,
    )
    assert (other.place.name, other.place.point) == ("Homs", Point(lat=41.0, lon=-99.0))
    assert best.place.id != other.place.id
    assert 0 < best.score <= 1


def test_a_point_at_nought_is_a_point() -> None:
    (candidate,) = candidate_finder(ListGeocoder({"null island": [("Null Island", 0.0, 0.0)]}))("null island", "en")
    assert candidate.place.point == Point(lat=0.0, lon=0.0)


def test_nothing_found_is_an_empty_answer() -> None:
    assert candidate_finder(ListGeocoder({}))("homs", "en") == ()


def test_a_toponym_is_asked_for_once_in_a_language() -> None:
    geocoder = ListGeocoder({"homs": [("Homs", 1, 2)]})
    find = candidate_finder(geocoder)
    assert find("homs", "en") is find("homs", "en")
    find("homs", "ar")
    assert geocoder.asked == [("homs", "en"), ("homs", "ar")]


def test_two_finders_do_not_share_answers() -> None:
    first, second = ListGeocoder({"homs": [("Homs", 1, 2)]}), ListGeocoder({})
    assert candidate_finder(first)("homs", "en")
    assert not candidate_finder(second)("homs", "en")


def test_the_gazetteer_s_own_places_come_through_whole() -> None:
    candidates = candidate_finder(GazetteerGeocoder(open_gazetteer(Settings().gazetteer)))("طرابلس", "ar")
    assert [candidate.place.id for candidate in candidates[:2]] == ["gn:2210247", "gn:266826"]
    assert candidates[0].place.names["ar"] == "طرابلس"
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
