"""Selecting, stepping and filtering, without a page."""

import gc
from dataclasses import replace
from weakref import ref

import pytest

from geo.models import Certainty, Focus, GeoparsedArticle, MentionKind
from geo.ui.places import place_rows
from geo.ui.selection import (
    MOST_REMEMBERED,
    NO_FILTERS,
    NOTHING,
    Filters,
    Selection,
    country_group,
    held,
    keep_visible,
    mapped,
    select_mention,
    select_place,
    shown,
    step_in_place,
    step_in_text,
    toggle,
)
from tests.builders import make_country, make_geoparsed, make_place, make_resolution, make_status

TEXT = "Homs and Syria. A Syrian in Homs. Nowhere and Artsakh."
HOMS = make_place("Homs", id="gn:1")
SYRIA = make_country("Syria", "SY")
ARTSAKH = make_place("Artsakh", id="dl:a", country_code=None, status=make_status())


@pytest.fixture
def story() -> GeoparsedArticle:
    return make_geoparsed(
        TEXT,
        (
            make_resolution(TEXT, 0, "Homs", HOMS),
            make_resolution(TEXT, 0, "Syria", SYRIA),
            make_resolution(TEXT, 15, "Syrian", SYRIA, kind=MentionKind.DEMONYM),
            make_resolution(TEXT, 15, "Homs", HOMS, kind=MentionKind.METONYM),
            make_resolution(TEXT, 30, "Nowhere", None),
            make_resolution(TEXT, 30, "Artsakh", ARTSAKH),
        ),
        focus=(Focus(place=HOMS, score=0.9),),
    )


def test_a_place_is_selected_at_its_first_mention(story: GeoparsedArticle) -> None:
    assert select_place(story, "iso:SY") == Selection(start=9, place_id="iso:SY")
    assert select_place(story, "gn:none") == NOTHING


def test_any_mention_can_be_selected(story: GeoparsedArticle) -> None:
    assert select_mention(story, 18) == Selection(start=18, place_id="iso:SY")
    assert select_mention(story, 34) == Selection(start=34, place_id=None)
    assert select_mention(story, 1) == NOTHING


@pytest.mark.parametrize(
    ("start", "by", "reached"),
    [
        pytest.param(None, 1, 0, id="from nowhere to the first"),
        pytest.param(None, -1, 46, id="from nowhere back to the last"),
        pytest.param(0, 1, 9, id="next"),
        pytest.param(9, -1, 0, id="previous"),
        pytest.param(46, 1, 46, id="the end holds"),
        pytest.param(10, 1, 18, id="from a hidden mention to the next shown"),
        pytest.param(10, -1, 9, id="from a hidden mention to the one before"),
    ],
)
def test_stepping_through_the_text(story: GeoparsedArticle, start: int | None, by: int, reached: int) -> None:
    assert step_in_text(story, Selection(start=start), NO_FILTERS, by).start == reached


def test_stepping_through_one_place_skips_what_has_no_marker(story: GeoparsedArticle) -> None:
    first = select_place(story, "gn:1")
    second = step_in_place(story, first, NO_FILTERS, 1)
    assert second.start == TEXT.index("Homs", 10)
    assert step_in_place(story, second, NO_FILTERS, 1) == second
    assert step_in_place(story, NOTHING, NO_FILTERS, 1) == NOTHING


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        pytest.param(Filters(countries=("disputed",)), ["Artsakh"], id="disputed"),
        pytest.param(Filters(countries=("none",)), ["Nowhere"], id="no country"),
        pytest.param(Filters(countries=("SY",), kinds=(MentionKind.DEMONYM,)), ["Syrian"], id="country and kind"),
        pytest.param(Filters(kinds=(MentionKind.METONYM,)), ["Homs"], id="kind"),
        pytest.param(Filters(classes=("country",)), ["Syria", "Syrian"], id="class of place"),
        pytest.param(
            Filters(classes=("country", "P"), kinds=(MentionKind.PLACE,)), ["Homs", "Syria", "Artsakh"], id="and, or"
        ),
        pytest.param(Filters(certainties=(Certainty.UNSURE,)), ["Nowhere"], id="certainty"),
        pytest.param(Filters(focus=("1",)), ["Homs", "Homs"], id="focus only"),
        pytest.param(Filters(focus=("1",), kinds=(MentionKind.METONYM,)), ["Homs"], id="focus and kind"),
        pytest.param(NO_FILTERS, ["Homs", "Syria", "Syrian", "Homs", "Nowhere", "Artsakh"], id="all"),
    ],
)
def test_filters_choose_what_is_marked(story: GeoparsedArticle, filters: Filters, texts: list[str]) -> None:
    assert [found.mention.text for found in shown(story, filters)] == texts


def test_only_place_and_metonym_mentions_with_a_place_count_for_markers(story: GeoparsedArticle) -> None:
    assert [found.mention.text for found in mapped(story, NO_FILTERS)] == ["Homs", "Syria", "Homs", "Artsakh"]


def test_a_hidden_selection_is_dropped(story: GeoparsedArticle) -> None:
    homs = select_place(story, "gn:1")
    assert keep_visible(story, homs, Filters(countries=("SY",))) == homs
    assert keep_visible(story, homs, Filters(countries=("disputed",))) == NOTHING


def test_what_is_held_is_worked_out_once_for_a_story_and_its_filters(story: GeoparsedArticle) -> None:
    metonyms = Filters(kinds=(MentionKind.METONYM,))
    assert held(story) is held(story, NO_FILTERS)
    assert held(story, metonyms) is held(story, replace(metonyms, query="homs"))
    assert held(story, metonyms) is not held(story)
    assert held(replace(story)) is not held(story)


def test_what_is_held(story: GeoparsedArticle) -> None:
    everything = held(story)
    assert everything.starts == sorted(everything.at) == [found.mention.start for found in story.resolutions]
    assert everything.demonyms == {"iso:SY": 1}
    assert set(everything.places) == {"Homs", "Syria", "Artsakh"}
    assert [found.mention.start for found in everything.of_place["gn:1"]] == [0, TEXT.index("Homs", 10)]
    assert list(held(story, Filters(kinds=(MentionKind.METONYM,))).of_place) == ["gn:1"]


def test_groups_and_toggles() -> None:
    assert [country_group(place) for place in (HOMS, ARTSAKH, None)] == ["SY", "disputed", "none"]
    assert toggle(("a", "b"), "a") == ("b",)
    assert toggle(("b",), "a") == ("b", "a")


def test_what_is_derived_from_a_story_is_gone_with_it() -> None:
    story = make_geoparsed(TEXT, (make_resolution(TEXT, 0, "Homs", HOMS),))
    assert held(story) is held(story, Filters(query="homs"))
    derived = ref(held(story))
    assert len(place_rows(story)) == 1
    del story
    gc.collect()
    assert derived() is None


def test_of_many_choices_of_filters_few_are_remembered(story: GeoparsedArticle) -> None:
    for n in range(3 * MOST_REMEMBERED):
        held(story, Filters(countries=(str(n),)))
    assert len(story.memo) <= MOST_REMEMBERED
    assert replace(story).memo == {}
    assert replace(story) == story


def test_what_is_known_of_a_part_tells_it_from_the_whole(story: GeoparsedArticle) -> None:
    part = replace(story, resolutions=story.resolutions[:3])
    assert held(part).fingerprint != held(story).fingerprint
    assert held(replace(story)).fingerprint == held(story).fingerprint
