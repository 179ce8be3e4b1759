"""The files that the page gives away: they open in a spreadsheet, reckon nothing, and hold what the table shows."""

import csv
import io
import json

import pytest

from geo.models import Focus, GeoparsedArticle, MentionKind, Point
from geo.ui.downloads import COLUMNS, inert, places_csv, places_geojson
from geo.ui.places import place_rows
from geo.ui.selection import NO_FILTERS, Filters
from geo.ui.words import read_words
from tests.builders import geoparsed_from_gold, make_geoparsed, make_place, make_resolution, make_status

WORDS = read_words()
STORY = geoparsed_from_gold()
ROWS = place_rows(STORY)


def read_table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def story_of(name: str) -> GeoparsedArticle:
    """Return a story of one place, in the south and the west, whose every text is `name`."""
    place = make_place(
        name, id=name, names={"en": name, "ar": name}, point=Point(lat=-33.5, lon=-70.6), country_code=None
    )
    return make_geoparsed("x", (make_resolution("x", 0, "x", place),))


def test_the_table_holds_a_line_for_each_place_that_the_page_shows() -> None:
    content = places_csv(ROWS, STORY, WORDS)
    table = read_table(content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert tuple(table[0]) == COLUMNS
    assert [line["id"] for line in table] == [row.place.id for row in ROWS]


def test_a_line_of_the_table() -> None:
    lines = {line["id"]: line for line in read_table(places_csv(ROWS, STORY, WORDS))}
    assert lines["gn:524901"] == {
        "id": "gn:524901",
        "name": "Moscow",
        "name_ar": "موسكو",
        "kind": "capital city",
        "country": "RU",
        "lat": "55.752",
        "lon": "37.616",
        "mentions": "2",
        "certainty": "certain",
        "focus": "no",
        "status": "",
    }
    karabakh = lines["dl:nagorno-karabakh"]
    assert (karabakh["focus"], karabakh["status"], karabakh["country"]) == ("yes", "disputed", "")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_text_is_a_formula_and_numbers_stay_numbers(begin: str) -> None:
    name = f'{begin}HYPERLINK("http://x";"y")'
    (line,) = read_table(places_csv(place_rows(story_of(name)), story_of(name), WORDS))
    assert (line["id"], line["name"], line["name_ar"]) == (f"'{name}",) * 3
    assert (line["lat"], line["lon"]) == ("-33.5", "-70.6")


@pytest.mark.parametrize("text", ["", "Homs", "a=b", 'quo"te, comma', "حلب", "'already"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


def test_texts_that_cannot_be_encoded_are_no_failure() -> None:
    story = story_of("a\ud800\u202e\nb")
    assert read_table(places_csv(place_rows(story), story, WORDS))[0]["name"] == "a?\u202e\nb"
    collection = json.loads(places_geojson(story, place_rows(story), NO_FILTERS))
    assert collection["features"][0]["properties"]["name"] == "a\ud800\u202e\nb"


def test_geojson_holds_the_places_and_mentions_that_the_filters_let_through() -> None:
    filters = Filters(kinds=(MentionKind.METONYM,))
    rows = place_rows(STORY, filters)
    features = json.loads(places_geojson(STORY, rows, filters))["features"]
    assert {feature["properties"]["id"] for feature in features} == {row.place.id for row in rows}
    assert {kind for feature in features for kind in feature["properties"]["kinds"]} == {"metonym"}


def test_a_story_knows_what_it_is_about() -> None:
    place = make_place("Homs", status=make_status())
    assert make_geoparsed("Homs", focus=(Focus(place=place, score=0.5),)).focus_ids == {place.id}
