import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import folium
import pytest

from geo.mapview import WORDS, Area, MapPlace, View, draw_places, marker_rows
from geo.mapview.inert import Value
from geo.models import Box, Certainty, Point
from tests.mapview.hostile import HOSTILE, ODD
from tests.mapview.scripts import sent_to_the_frame


def make_place(**given: Any) -> MapPlace:
    """Return a map place; what a test does not care about is filled in."""
    filled: dict[str, Any] = {
        "id": "gn:1",
        "name": "Baku",
        "other_name": "باكو",
        "point": Point(lat=40.38, lon=49.89),
        "box": None,
        "mentions": 1,
        "metonym": False,
        "certainty": Certainty.CERTAIN,
        "disputed": False,
        "scale": "city",
    }
    return MapPlace(**{**filled, **given})


def draw(
    places: Sequence[MapPlace] | str,
    *,
    selected: str | None = None,
    view: View | None = None,
    words: Mapping[str, str] | None = None,
    area: Area | None = None,
) -> folium.FeatureGroup:
    return draw_places(places, selected=selected, view=view, words=words or {}, area=area)


def data_of(monkeypatch: pytest.MonkeyPatch, layer: folium.FeatureGroup) -> Any:
    """Return what the layer's script hands to the map."""
    script = sent_to_the_frame(monkeypatch, layer)["feature_group"]
    (call,) = re.findall(r"window\.datelineMap\.draw\((.*)\);", script)
    return json.loads(call)


def test_hands_over_a_place_as_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    place = make_place(
        id="dl:nagorno-karabakh",
        box=Box(south=39.35, west=46.2, north=40.35, east=47.4),
        mentions=10,
        certainty=Certainty.UNSURE,
        disputed=True,
        scale="region",
    )
    (row,), *_ = data_of(monkeypatch, draw([place]))
    assert row == [
        "dl:nagorno-karabakh", "Baku", "باكو", 40.38, 49.89, [39.35, 46.2, 40.35, 47.4], 10, False, True, True, "region",
    ]  # fmt: skip


def test_hands_over_the_key_of_places_that_the_page_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    key = 'story "a" {x} both'
    assert data_of(monkeypatch, draw(key))[0] == key
    assert marker_rows([make_place()]) == data_of(monkeypatch, draw([make_place()]))[0]


@pytest.mark.parametrize(
    ("view", "command"),
    [
        pytest.param(None, [], id="stay"),
        pytest.param(View(n=3, place_id="gn:1"), [3, "gn:1", []], id="fly to a place"),
        pytest.param(View(n=4, place_id=None, fit_ids=("gn:1", "gn:2")), [4, None, ["gn:1", "gn:2"]], id="fit places"),
    ],
)
def test_hands_over_where_to_go(monkeypatch: pytest.MonkeyPatch, view: View | None, command: list[Value]) -> None:
    assert data_of(monkeypatch, draw([make_place()], selected="gn:1", view=view))[1:3] == ["gn:1", command]


def test_hands_over_every_word_in_the_given_language_or_english(monkeypatch: pytest.MonkeyPatch) -> None:
    words = dict(data_of(monkeypatch, draw([], words={"fit_all": "عرض الكل", "unknown": "x"}))[3])
    assert words == {**WORDS, "fit_all": "عرض الكل"}


def test_hands_over_the_outline_of_the_selected_place(monkeypatch: pytest.MonkeyPatch) -> None:
    area = Area(
        polygons=(((4620, 3935, 100, 0, 0, 100, -100, -100),),), frame=Box(south=39, west=46, north=40, east=47)
    )
    *_, drawn = data_of(monkeypatch, draw([make_place()], selected="gn:1", area=area))
    assert drawn == [[[[4620, 3935, 100, 0, 0, 100, -100, -100]]], [39, 46, 40, 47]]
    assert data_of(monkeypatch, draw([make_place()], selected="gn:1"))[4] == []


def draw_everywhere(text: str) -> folium.FeatureGroup:
    """Return a layer that holds a text wherever a text can stand."""
    place = make_place(id=text, name=text, other_name=text, scale=text)
    view = View(n=1, place_id=text, fit_ids=(text,))
    return draw([place], selected=text, view=view, words=dict.fromkeys(WORDS, text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_nowhere_in_what_is_evaluated(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    sent = sent_to_the_frame(monkeypatch, draw_everywhere(text))
    assert not [name for name, value in sent.items() if text in str(value)]


@pytest.mark.parametrize("text", HOSTILE + ODD)
def test_text_arrives_as_it_was(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (row,), selected, command, words, _ = data_of(monkeypatch, draw_everywhere(text))
    assert [row[0], row[1], row[2], row[10], selected] == [text] * 5
    assert command == [1, text, [text]]
    assert {word for _, word in words} == {text}


def test_is_small_and_grows_by_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def size(count: int) -> int:
        layer = draw([make_place(id=f"gn:{i}") for i in range(count)])
        return len(sent_to_the_frame(monkeypatch, layer)["feature_group"].encode())

    assert size(0) < 1500
    assert size(1000) - size(0) < 1000 * 80
