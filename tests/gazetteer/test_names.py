"""Which names of the sources are names, and which one is shown."""

import pytest

from geo.gazetteer.indexing import importance
from geo.gazetteer.names import clean, display_names, is_arabic, is_usable_alternate, without_class_noun
from geo.gazetteer.rows import Name, merge_rows
from geo.models import Box, Point
from tests.builders import make_status
from tests.gazetteer.tiny import make_country_row, make_row


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param(" New \t York\n", "New York", id="spaces"),
        pytest.param("\u200fموسكو\u202e", "موسكو", id="controls"),
        pytest.param("قره‌باغ", "قره‌باغ", id="zero-width non-joiner stays"),
        pytest.param("Co\u0301rdoba", "Córdoba", id="composed"),
        pytest.param("\x00\x1b", "", id="nothing left"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "own", "usable"),
    [
        pytest.param("Moscow", "Moscow", True, id="its own name"),
        pytest.param("Moskau", "Moscow", True, id="another"),
        pytest.param("Москва", "Moscow", True, id="another script"),
        pytest.param("mwskw", "Moscow", False, id="transliterated letter by letter"),
        pytest.param("MOW", "Moscow", False, id="airport code"),
        pytest.param("USSR", "Moscow", False, id="code of four"),
        pytest.param("12", "Moscow", False, id="digits"),
        pytest.param("", "Moscow", False, id="empty"),
    ],
)
def test_usable_alternates(text: str, own: str, usable: bool) -> None:
    assert is_usable_alternate(text, own) is usable


@pytest.mark.parametrize(
    ("text", "arabic"),
    [
        pytest.param("الخرطوم", True, id="Arabic"),
        pytest.param("مُوسْكُو", True, id="vowelled"),
        pytest.param("پاریس", False, id="Persian"),
        pytest.param("لاہور", False, id="Urdu"),
        pytest.param("Paris", False, id="Latin"),
        pytest.param("باريس 7", False, id="digit"),
    ],
)
def test_is_arabic(text: str, arabic: bool) -> None:
    assert is_arabic(text) is arabic


def test_the_preferred_name_is_shown_and_else_the_first() -> None:
    names = [
        Name(text="Alep", lang="fr"),
        Name(text="Aleppo (city)", lang="en"),
        Name(text="Aleppo", lang="en", preferred=True),
        Name(text="Haleb", lang="fr"),
    ]
    assert display_names(names, lambda _: (0.0,)) == {"fr": "Alep", "en": "Aleppo"}


def test_untagged_arabic_names_compete_by_frequency() -> None:
    names = [Name(text="حلبا"), Name(text="حلب"), Name(text="پاریس")]
    assert display_names(names, lambda text: (4.0,) if text == "حلب" else (1.0,)) == {"ar": "حلب"}


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("محافظة حلب", "حلب", id="before"),
        pytest.param("Oaxaca Province", "Oaxaca", id="behind"),
        pytest.param("Lake Tana", "Tana", id="English before"),
        pytest.param("Tana", "", id="none"),
        pytest.param("Province", "", id="nothing but one"),
    ],
)
def test_without_class_noun(text: str, bare: str) -> None:
    assert without_class_noun(text, frozenset({"محافظه", "province", "lake"})) == bare


def test_merged_rows_keep_all_names_and_the_second_ones_facts() -> None:
    first = make_row("gn:1", Name(text="A"), population=5, box=Box(south=0, west=0, north=1, east=1))
    second = make_row("gn:1", Name(text="B"), population=None, point=Point(lat=5, lon=6), curated=True)
    merged = merge_rows(first, second)
    assert [name.text for name in merged.names] == ["B", "A"]
    assert (merged.population, merged.point, merged.box, merged.curated) == (5, Point(lat=5, lon=6), first.box, True)


@pytest.mark.parametrize(
    ("identifier", "status", "country"),
    [
        pytest.param("gn:1", "occupied", None, id="a contested town is in no country"),
        pytest.param("gn:1", "contested-name", "SY", id="a town of two names stays in its country"),
        pytest.param("gn:1", "historical", "SY", id="a town with a past too"),
        pytest.param("iso:SY", "breakaway", "SY", id="a country keeps its own code"),
    ],
)
def test_a_contested_place_loses_the_country_that_a_source_puts_it_into(
    identifier: str, status: str, country: str | None
) -> None:
    first = make_row(identifier, country_code="SY")
    second = make_row(identifier, country_code=None, status=make_status(kind=status))
    assert merge_rows(first, second).country_code == country


def test_how_well_known_places_are() -> None:
    rising = [
        make_row("gn:1", population=None),
        make_row("gn:2", population=100_000),
        make_row("gn:3", population=100_000, feature_code="PPLA"),
        make_row("gn:4", population=100_000, feature_code="PPLC"),
        make_row("gn:5", population=30_000_000, feature_code="PPLC"),
        make_country_row("TV", population=11_000),
        make_country_row("IN", population=1_400_000_000),
    ]
    scores = [importance(row) for row in rising]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)
    assert all(0 < score <= 1 for score in scores)
