"""What is copied: the sentence, its source, and the way back; of an own text no more than it says itself."""

from typing import Any

import pytest

from geo.excerpts import Excerpt, find_excerpt
from geo.models import Article
from geo.ui.citation import link_back, quote
from geo.ui.link import find_target, read_link
from geo.ui.selection import NO_FILTERS, Selection, select_mention
from geo.ui.words import read_words
from tests.builders import FOUNDING, geoparsed_from_gold, make_geoparsed, make_place, make_resolution

WORDS = read_words()
TEXT = "One. They met in Homs. Two."
EXCERPT = find_excerpt(TEXT, 17, 21)


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        pytest.param(
            {"source": "The Paper", "title": "A story", "published": "2020-10-10"},
            "\nThe Paper, “A story”, 10 October 2020",
            id="all",
        ),
        pytest.param({"title": "A\n\u2028 story\t!"}, "\n“A story !”", id="headline of several lines"),
        pytest.param(
            {"source": "A", "title": "خبر", "published": "2020-10-10"},
            "\nA, \u2068“خبر”\u2069, 10 October 2020",
            id="headline from right to left",
        ),
        pytest.param({"published": "last week"}, "\nlast week", id="no date"),
        pytest.param({}, "", id="nothing known"),
        pytest.param({"id": "own-1", "source": "The Paper"}, "", id="own text"),
        pytest.param({"id": "own-1", "title": "{text} <b>"}, "\n“{text} <b>”", id="own text with a headline"),
    ],
)
def test_quote(fields: dict[str, Any], source: str) -> None:
    article = Article(**{"id": "story", "text": TEXT, **fields})
    assert quote(EXCERPT, article, WORDS) == f"“They met in Homs.”{source}"


def test_a_cut_sentence_says_so() -> None:
    excerpt = Excerpt(start=0, text="in\nHoms", mention_start=3, mention_end=7, cut_before=True, cut_after=True)
    assert quote(excerpt, Article(id="story", text=TEXT), WORDS) == "“… in Homs …”"


def test_the_link_leads_back_to_the_mention() -> None:
    story = geoparsed_from_gold()
    selection = select_mention(story, 1087)
    parameters = link_back(story, selection)
    assert parameters == {"a": FOUNDING, "p": "gn:524901", "m": "1087"}
    link, notices = read_link(parameters)
    assert find_target(link, story) == (selection, NO_FILTERS, ())
    assert notices == ()


def test_no_link_leads_to_an_own_text() -> None:
    homs = make_resolution(TEXT, 0, "Homs", make_place("Homs"))
    story = make_geoparsed(TEXT, (homs,), article=Article(id="own-1", text=TEXT))
    assert link_back(story, Selection(start=17, place_id=make_place("Homs").id)) == {}
