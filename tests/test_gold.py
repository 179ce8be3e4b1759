"""The stories that ship with Dateline, against what a person found in them."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from geo import geoparse
from geo.models import MARKER_KINDS, GeoparsedArticle, Resolution
from tests.builders import FOUNDING, GOLD

OWN = sorted(path.stem for path in GOLD.glob("*.json") if path.stem != FOUNDING)
MARKED = frozenset(str(kind) for kind in MARKER_KINDS)
LEAST_F1 = 0.85  # a floor that catches a broken rule; quality is measured in benchmarks/
Span = tuple[int, int]


@cache
def read_gold(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return gold


@cache
def parsed(name: str) -> GeoparsedArticle:
    gold = read_gold(name)
    return geoparse(gold["text"], id=gold["id"], title=gold["title"], lang=gold["lang"])


def gold_spans(name: str, kinds: Iterable[str]) -> set[Span]:
    return {(row["start"], row["end"]) for row in read_gold(name)["toponyms"] if row["kind"] in kinds}


def found(name: str, kinds: Iterable[str]) -> dict[Span, Resolution]:
    return {(r.mention.start, r.mention.end): r for r in parsed(name).resolutions if r.mention.kind in kinds}


def f1(gold: set[Span], predicted: set[Span]) -> float:
    hits = len(gold & predicted)
    return 2 * hits / (len(gold) + len(predicted)) if hits else 0.0


@pytest.mark.parametrize(
    "kinds", [pytest.param(MARKED, id="places and metonyms"), pytest.param(frozenset({"demonym"}), id="demonyms")]
)
def test_the_founding_story_is_read_without_a_mistake(kinds: frozenset[str]) -> None:
    assert set(found(FOUNDING, kinds)) == gold_spans(FOUNDING, kinds)


def test_the_founding_story_s_kinds_are_right() -> None:
    kinds = {(row["start"], row["end"]): row["kind"] for row in read_gold(FOUNDING)["toponyms"]}
    wrong = [
        (r.mention.text, str(r.mention.kind), kinds[span])
        for span, r in found(FOUNDING, MARKED | {"demonym"}).items()
        if kinds.get(span) != r.mention.kind
    ]
    assert wrong == []


def test_the_founding_story_s_places_are_right() -> None:
    places = {(row["start"], row["end"]): row["place"] for row in read_gold(FOUNDING)["toponyms"]}
    wrong = [
        (r.mention.text, r.place.id if r.place else None, places[span])
        for span, r in found(FOUNDING, MARKED | {"demonym"}).items()
        if r.place is None or r.place.id != places[span]
    ]
    assert wrong == []


def test_the_founding_story_s_markers() -> None:
    markers = {r.place.id for r in found(FOUNDING, MARKED).values() if r.place is not None}
    assert markers == {
        "gn:524901",
        "dl:nagorno-karabakh",
        "dl:kremlin",
        *(f"iso:{code}" for code in ("AM", "AZ", "FR", "IR", "RU", "TR")),
    }


def test_the_founding_story_is_about_nagorno_karabakh() -> None:
    assert parsed(FOUNDING).focus[0].place.id == "dl:nagorno-karabakh"


@pytest.mark.parametrize("name", [FOUNDING, *OWN])
def test_the_gold_says_where_its_phrases_stand(name: str) -> None:
    gold = read_gold(name)
    for row in [*gold["toponyms"], *gold["not_places"]]:
        assert gold["text"][row["start"] : row["end"]] == row["phrase"]


@pytest.mark.parametrize("name", [FOUNDING])
def test_what_is_inside_a_name_is_no_marker(name: str) -> None:
    assert set(found(name, MARKED)) & gold_spans(name, {"embedded"}) == set()


@pytest.mark.parametrize("name", [FOUNDING])
def test_what_only_looks_like_a_place_is_not_found(name: str) -> None:
    traps = [(row["start"], row["end"]) for row in read_gold(name)["not_places"]]
    fallen = [
        r.mention.text
        for r in parsed(name).resolutions
        if any(r.mention.start < end and start < r.mention.end for start, end in traps)
    ]
    assert fallen == []


@pytest.mark.parametrize("name", OWN)
def test_our_own_stories_are_read_well_enough(name: str) -> None:
    assert f1(gold_spans(name, MARKED), set(found(name, MARKED))) >= LEAST_F1


@pytest.mark.parametrize("name", [FOUNDING, *OWN])
def test_mentions_lie_in_the_text_in_order_and_apart(name: str) -> None:
    text, position = parsed(name).text, 0
    for resolution in parsed(name).resolutions:
        mention = resolution.mention
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        position = mention.end


@pytest.mark.parametrize("name", [FOUNDING, *OWN])
def test_the_language_is_detected(name: str) -> None:
    gold = read_gold(name)
    assert geoparse(gold["text"]).lang == gold["lang"]


@pytest.mark.parametrize("name", [FOUNDING, *OWN])
def test_every_story_is_about_something_and_says_why(name: str) -> None:
    assert 1 <= len(parsed(name).focus) <= 3
    assert all(r.why for r in parsed(name).resolutions if r.place is not None)
