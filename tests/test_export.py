"""The public records: JSON lines and GeoJSON."""

import io
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from geo import geoparse
from geo.export import place_record, to_geojson, to_record, write_record
from geo.models import Candidate, Focus, MentionKind, Point, Reason
from tests.builders import make_country, make_geoparsed, make_place, make_resolution, make_status

TEXT = "Homs is calm. Officials in Homs met Syrian envoys at the Bank of Homs near Xyzzyville."
HOMS = make_place("Homs", names={"ar": "حمص", "en": "Homs"}, population=775_404, point=Point(lat=34.7, lon=36.7))
SYRIA = make_country("Syria", "SY")
REGION = make_place(
    "Karabakh", id="dl:k", country_code=None, status=make_status(), feature_class="L", feature_code="RGN"
)


def story() -> Any:
    return make_geoparsed(
        TEXT,
        (
            make_resolution(TEXT, 0, "Homs", HOMS, kind=MentionKind.METONYM, score=0.7),
            make_resolution(
                TEXT, 15, "Homs", HOMS, score=0.9, why=(Reason(code="preposition", values={"word": "in"}),)
            ),
            make_resolution(TEXT, 0, "Syrian", SYRIA, kind=MentionKind.DEMONYM),
            make_resolution(TEXT, 50, "Homs", HOMS, kind=MentionKind.EMBEDDED),
            make_resolution(TEXT, 0, "Xyzzyville", None, candidates=(Candidate(place=HOMS, score=0.1),)),
        ),
        focus=(Focus(place=HOMS, score=0.93),),
    )


def test_a_record_is_written_as_one_line() -> None:
    for parsed in (story(), geoparse("")):
        out = io.StringIO()
        write_record(parsed, out)
        assert out.getvalue() == json.dumps(to_record(parsed), ensure_ascii=False) + "\n"


def test_the_record_of_an_article() -> None:
    record = to_record(story())
    assert list(record) == ["id", "lang", "title", "focus", "mentions"]
    assert (record["id"], record["lang"], record["title"]) == ("story", "en", "A story")
    assert record["focus"] == [{"id": HOMS.id, "name": "Homs", "score": 0.93}]
    assert [mention["text"] for mention in record["mentions"]] == ["Homs", "Homs", "Syrian", "Homs", "Xyzzyville"]


def test_the_record_of_a_mention() -> None:
    assert to_record(story())["mentions"][1] == {
        "start": 27,
        "end": 31,
        "text": "Homs",
        "kind": "place",
        "score": 0.9,
        "place": {
            "id": HOMS.id,
            "name": "Homs",
            "names": {"ar": "حمص", "en": "Homs"},
            "lat": 34.7,
            "lon": 36.7,
            "country_code": "SY",
            "feature_class": "P",
            "feature_code": "PPL",
            "population": 775_404,
            "disputed": False,
        },
        "candidates": [{"id": HOMS.id, "name": "Homs", "country_code": "SY", "score": 0.9}],
        "why": ["after “in”"],
    }


def test_an_unresolved_mention_has_no_place_and_keeps_its_candidates() -> None:
    mention = to_record(story())["mentions"][-1]
    assert (mention["place"], mention["score"]) == (None, None)
    assert [candidate["id"] for candidate in mention["candidates"]] == [HOMS.id]


def test_a_disputed_place_is_in_no_country() -> None:
    record = place_record(REGION)
    assert (record["country_code"], record["disputed"], record["population"]) == (None, True, None)


def test_geojson_has_one_point_a_place_that_has_a_marker() -> None:
    collection = to_geojson(story())
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.7, 34.7]}
    properties = feature["properties"]
    assert list(properties) == [*place_record(HOMS), "article_id", "kinds", "score", "why", "mentions"]
    assert (properties["article_id"], properties["kinds"], properties["score"]) == ("story", ["metonym", "place"], 0.9)
    assert properties["why"] == ["after “in”"]


def test_geojson_carries_the_excerpts() -> None:
    (feature,) = to_geojson(story())["features"]
    assert feature["properties"]["mentions"] == [
        {"start": 0, "end": 4, "text": "Homs", "kind": "metonym", "excerpt": "Homs is calm."},
        {"start": 27, "end": 31, "text": "Homs", "kind": "place", "excerpt": TEXT[14:]},
    ]


def test_an_article_without_places_is_an_empty_collection() -> None:
    assert to_geojson(make_geoparsed("")) == {"type": "FeatureCollection", "features": []}
    assert to_record(make_geoparsed(""))["mentions"] == []


WORDS = st.sampled_from(
    [
        "موسكو",
        "وباريس",
        "أعلنت",
        "الكرملين",
        "الروسي",
        "قره",
        "باغ",
        "بنك",
        "الخرطوم",
        "Paris,",
        "Texas",
        "\u202e",
        "<b>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_records_are_json_and_offsets_index_the_text(words: list[str]) -> None:
    text = " ".join(words)
    parsed = geoparse(text, id="any")
    record = json.loads(json.dumps(to_record(parsed), allow_nan=False))
    for mention in record["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    collection = json.loads(json.dumps(to_geojson(parsed), allow_nan=False))
    marked = [m for m in record["mentions"] if m["place"] and m["kind"] in ("place", "metonym")]
    assert {f["properties"]["id"] for f in collection["features"]} == {m["place"]["id"] for m in marked}
    assert sum(len(f["properties"]["mentions"]) for f in collection["features"]) == len(marked)
    for feature in collection["features"]:
        for mention in feature["properties"]["mentions"]:
            assert mention["text"] in mention["excerpt"]
