"""Which names of the sources are names, and which one is shown."""

import pytest

from geo.gazetteer.display import display_names, language_bits, languages_of_letters
from geo.gazetteer.importance import importance
from geo.gazetteer.layout import ANY, OTHER, language_bit
from geo.gazetteer.names import as_printed, clean, is_scholarly, is_usable_alternate, tidy, without_class_noun
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
        pytest.param("Paris\ud800", "Paris", id="half a surrogate pair"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("name", "tidied"),
    [
        pytest.param(Name(text="کانو، نیجریه", lang="fa"), "کانو", id="after a comma"),
        pytest.param(Name(text="Moscow, Idaho"), "Moscow", id="after a comma in Latin"),
        pytest.param(Name(text="Сана²", lang="ru"), "Сана", id="a footnote mark"),
        pytest.param(Name(text="Aleppo (city)", lang="en"), "Aleppo", id="brackets"),
        pytest.param(Name(text="عَمَّان", lang="ar"), "عمان", id="vowel marks"),
        pytest.param(Name(text="Shīrāz", lang="fa"), None, id="a tag of another script"),
        pytest.param(Name(text="Стокгоlm"), None, id="mixed scripts"),
        pytest.param(Name(text="東京タワー", lang="ja"), "東京タワー", id="Japanese mixes three"),
        pytest.param(Name(text="User:Somebody"), None, id="no name"),
        pytest.param(Name(text="Washington, D.C.", lang="en", curated=True), "Washington, D.C.", id="by hand"),
        pytest.param(Name(text="()"), None, id="nothing left"),
    ],
)
def test_tidy(name: Name, tidied: str | None) -> None:
    found = tidy(name)
    assert (found and found.text) == tidied


@pytest.mark.parametrize(
    ("text", "scholarly", "printed"),
    [
        pytest.param("Banī Suwayf", True, "Bani Suwayf", id="macron"),
        pytest.param("Ḩimş", True, "Hims", id="dots below"),
        pytest.param("Al ‘Aqīq", True, "Al Aqiq", id="ayn"),
        pytest.param("Orléans", False, "Orleans", id="French"),
    ],
)
def test_scholars_names(text: str, scholarly: bool, printed: str) -> None:
    assert is_scholarly(text) is scholarly
    assert as_printed(text) == printed


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
    ("text", "languages"),
    [
        pytest.param("الخرطوم", ("ar", "fa", "ur"), id="letters that all three share"),
        pytest.param("القاهرة", ("ar",), id="Arabic"),
        pytest.param("مُوسْكُو", ("ar",), id="vowelled, with a letter of Arabic"),
        pytest.param("پاریس", ("fa", "ur"), id="Persian"),
        pytest.param("لاہور", ("ur",), id="Urdu"),
        pytest.param("Москва", ("ru", "uk"), id="Cyrillic"),
        pytest.param("Київ", ("uk",), id="Ukrainian"),
        pytest.param("Тыва", ("ru",), id="Russian"),
        pytest.param("Београдја", (), id="Serbian, which has no alphabet on file"),
        pytest.param("Երևան", ("hy",), id="Armenian"),
        pytest.param("תל אביב", ("he",), id="Hebrew"),
        pytest.param("Århus", None, id="Latin"),
        pytest.param("北京", (), id="Chinese"),
        pytest.param("باريس 7", ("ar",), id="with a digit"),
    ],
)
def test_languages_of_letters(text: str, languages: tuple[str, ...] | None) -> None:
    assert languages_of_letters(text) == languages


@pytest.mark.parametrize(
    ("name", "bits"),
    [
        pytest.param(Name(text="Alep", lang="fr"), language_bit("fr"), id="tagged"),
        pytest.param(Name(text="Aleppo", lang="fi"), OTHER, id="tagged with another language"),
        pytest.param(Name(text="Halab"), ANY, id="Latin letters tell nothing"),
        pytest.param(Name(text="Київ"), language_bit("uk"), id="letters of one language"),
        pytest.param(Name(text="北京"), OTHER, id="letters of none"),
    ],
)
def test_language_bits(name: Name, bits: int) -> None:
    assert language_bits(name) == bits


def test_the_preferred_name_is_shown_and_else_the_first() -> None:
    names = [
        Name(text="Alep", lang="fr"),
        Name(text="Aleppo (city)", lang="en"),
        Name(text="Aleppo", lang="en", preferred=True),
        Name(text="Haleb", lang="fr"),
    ]
    assert display_names(names, {}) == {"fr": "Alep", "en": "Aleppo"}


def test_untagged_arabic_names_compete_by_frequency() -> None:
    names = [Name(text="حلبة"), Name(text="حلبآ"), Name(text="Halab")]
    assert display_names(names, {"ar": {"حلبآ": 4e-6, "حلبة": 1e-6}})["ar"] == "حلبآ"


def test_a_name_without_its_class_noun_is_not_shown() -> None:
    names = [Name(text="Tana", lang="en", bare=True), Name(text="Lake Tana", lang="en")]
    assert display_names(names, {}) == {"en": "Lake Tana"}


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


def test_a_division_of_many_people_is_better_known_than_one_of_few() -> None:
    few, many, most = (
        make_row("iso:US-WY", feature_class="A", feature_code="ADM1", population=None, townspeople=people)
        for people in (400_000, 30_000_000, 900_000_000)
    )
    assert importance(few) < importance(many) < importance(most) < importance(make_country_row("TV"))


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
