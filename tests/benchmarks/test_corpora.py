"""Sets are read as they stand, and one half of their documents is always held back."""

import json
import zlib
from pathlib import Path

from benchmarks.corpora import held_back, read_corpus, read_stories
from geo.models import MentionKind, Point


def test_half_of_the_documents_is_held_back() -> None:
    held = sum(held_back(f"doc-{number}") for number in range(1000))
    assert 450 <= held <= 550


def test_half_is_held_back_of_a_set_that_a_hash_s_lowest_bit_halved_before() -> None:
    half = [name for number in range(1000) if zlib.crc32((name := f"doc-{number}").encode()) % 2 == 0]
    held = sum(map(held_back, half))
    assert 0.4 <= held / len(half) <= 0.6


def test_what_is_held_back_never_changes() -> None:
    assert [held_back(name) for name in ("0", "1", "armtdp-1536", "uner-ur-4")] == [True, True, False, False]


def test_a_set_is_a_document_a_line(tmp_path: Path) -> None:
    toponyms = [
        {"start": 0, "end": 5, "lat": 33.8, "lon": 35.8, "level": "country", "country": "LB", "type": "Country"},
        {"start": 7, "end": 13, "lat": 0.0, "lon": 35.5, "country": "lb", "type": "City"},
        {"start": 15, "end": 20, "lat": None, "lon": None},
    ]
    record = {"id": 7, "lang": "ar", "title": "", "source": "", "text": "Liban, Beirut, Tyros", "toponyms": toponyms}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    (document,) = read_corpus(tmp_path / "a.jsonl")
    country, city, nowhere = document.toponyms
    assert (document.id, document.article.title, document.article.source) == ("7", None, None)
    assert (country.country, city.country) == ("LB", None)
    assert city.point == Point(lat=0.0, lon=35.5)
    assert nowhere.point is None


def test_the_stories_that_ship_have_kinds_for_types() -> None:
    types = {toponym.type for story in read_stories() for toponym in story.toponyms}
    assert types == set(MentionKind)
