"""Geoparsed stories at hand, and the room that the texts of all visits share."""

import gc

import pytest

from geo.articles import content_key
from geo.errors import ArticleError
from geo.models import Article, GeoparsedArticle
from geo.ui.kept import KeptStories
from geo.ui.room import Room, Tenant


def story_of(name: str, letters: int = 10) -> GeoparsedArticle:
    return GeoparsedArticle(article=Article(id=name, text=name * letters), lang="en", resolutions=())


def names_in(kept: KeptStories, *stories: GeoparsedArticle) -> str:
    return "".join(story.id for story in stories if kept.find(content_key(story.article)) is not None)


def test_stories_asked_for_longest_ago_are_forgotten_where_they_are_many() -> None:
    kept = KeptStories(20)
    a, b, c, d = map(story_of, "abcd")
    for story in (a, b, c):
        kept.keep(story)
    assert kept.find(content_key(a.article)) is a
    kept.keep(d)
    assert names_in(kept, a, b, c, d) == "acd"
    kept.keep(d)
    assert names_in(kept, a, c, d) == "acd"


def test_the_last_story_is_kept_however_long_it_is() -> None:
    kept = KeptStories(20)
    long, short = story_of("l", 100), story_of("s")
    kept.keep(long)
    assert names_in(kept, long) == "l"
    kept.keep(short)
    assert names_in(kept, long, short) == "s"


def test_only_what_is_wanted_stays() -> None:
    kept = KeptStories(100)
    a, b = map(story_of, "ab")
    kept.keep(a)
    kept.keep(b)
    kept.keep_only({content_key(b.article)})
    assert names_in(kept, a, b) == "b"


def test_all_visits_share_the_room_and_less_always_fits() -> None:
    room, first, second = Room(100, light=10, reserve=20), Tenant(), Tenant()
    room.take(first, 90)
    with pytest.raises(ArticleError) as refused:
        room.take(second, 11)
    assert (refused.value.code, second.size) == ("own_crowd", 0)
    room.take(first, 50)
    room.take(second, 11)


def test_a_visit_with_little_finds_room_behind_those_with_much() -> None:
    room, visits = Room(100, light=10, reserve=20), [Tenant() for _ in range(4)]
    room.take(visits[0], 100)
    room.take(visits[1], 10)
    room.take(visits[2], 10)
    with pytest.raises(ArticleError):
        room.take(visits[3], 1)
    with pytest.raises(ArticleError):
        room.take(visits[1], 11)
    room.take(visits[1], 9)


def test_a_visit_that_is_over_leaves_its_room_to_others() -> None:
    room, gone = Room(100, light=0, reserve=0), Tenant()
    room.take(gone, 100)
    del gone
    gc.collect()
    room.take(Tenant(), 100)
