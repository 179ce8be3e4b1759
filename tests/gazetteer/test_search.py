"""Names for somebody who types, in the index that ships."""

import pytest

from geo.gazetteer.index import Gazetteer, open_gazetteer
from geo.settings import Settings


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return open_gazetteer(Settings().gazetteer)


@pytest.mark.parametrize(
    ("misspelled", "identifier"),
    [
        pytest.param("Mosocw", "gn:524901", id="two letters exchanged"),
        pytest.param("Damscus", "gn:170654", id="a letter left out"),
        pytest.param("Khratoum", "gn:379252", id="exchanged in the first half"),
        pytest.param("Kazahstann", "iso:KZ", id="two mistakes"),
        pytest.param("Nagorno Karabahk", "dl:nagorno-karabakh", id="two words"),
        pytest.param("القاهرره", "gn:360630", id="Arabic"),
        pytest.param("أذربيجات", "iso:AZ", id="Arabic, the last letter"),
        pytest.param("Вашинктон", "gn:4140963", id="Russian"),
    ],
)
def test_a_misspelled_name_finds_its_place(shipped: Gazetteer, misspelled: str, identifier: str) -> None:
    assert shipped.entries(misspelled) == ()
    assert identifier in [entry.place.id for entry in shipped.similar_names(misspelled, limit=3)]


@pytest.mark.parametrize("word", ["", "x", "؟", "qqqqqqqqqqqqqqqqq", "🌍🌍🌍", "a" * 10_000])
def test_what_is_like_no_name_finds_nothing(shipped: Gazetteer, word: str) -> None:
    assert shipped.similar_names(word) == ()


@pytest.mark.parametrize(
    ("typed", "identifier"),
    [
        pytest.param("Mosc", "gn:524901", id="English"),
        pytest.param("mosc", "gn:524901", id="small letters"),
        pytest.param("القا", "gn:360630", id="Arabic"),
        pytest.param("الق", "gn:360630", id="Arabic, fewer letters"),
        pytest.param("New Y", "gn:5128581", id="two words"),
        pytest.param("Москв", "gn:524901", id="Russian"),
        pytest.param("ناغورني", "dl:nagorno-karabakh", id="the first word"),
        pytest.param("U", "iso:US", id="one letter"),
    ],
)
def test_the_beginning_of_a_name_offers_its_place(shipped: Gazetteer, typed: str, identifier: str) -> None:
    assert identifier in [entry.place.id for entry in shipped.names_beginning(typed, limit=10)]


def test_every_place_is_offered_once(shipped: Gazetteer) -> None:
    ids = [entry.place.id for entry in shipped.names_beginning("san", limit=40)]
    assert len(ids) == len(set(ids)) == 40


@pytest.mark.parametrize("typed", ["", "  ", "؟", "xyzzy", "🌍"])
def test_what_begins_no_name_offers_nothing(shipped: Gazetteer, typed: str) -> None:
    assert shipped.names_beginning(typed) == ()
