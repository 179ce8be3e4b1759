"""The cards at hand: what a click on a marker turns up at once, while the server is still being told. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from geo.models import GeoparsedArticle
from geo.ui.card import make_card
from geo.ui.places import place_rows
from geo.ui.reading import Reading
from geo.ui.selection import Filters, Held, held, select_place
from geo.ui.views import Data, card_data, card_words, own_words
from geo.ui.words import Words

DECK = 512  # cards kept at hand in the browser, about 1 KB each; the rest come from the server, which takes longer than a blink
DECKS = 8  # kept on the server, of the stories, filters, names and languages that were asked for last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deck:
    """What the cards at hand depend on, and what they are made with."""

    shown: Held
    names: str
    language: str
    story: GeoparsedArticle = field(compare=False)
    filters: Filters = field(compare=False)
    words: Words = field(compare=False)
    country_name: Callable[[str], str] = field(compare=False)


def deck_data(
    story: GeoparsedArticle, reading: Reading, words: Words, country_name: Callable[[str], str]
) -> Mapping[str, Any]:
    """Return the cards of the markers for `deck.js`, each at the first mention of its place, whatever is searched for."""
    return _cards(
        _Deck(
            shown=held(story, reading.filters),
            names=reading.names,
            language=words.language,
            story=story,
            filters=replace(reading.filters, query=""),
            words=words,
            country_name=country_name,
        )
    )


@lru_cache(DECKS)
def _cards(deck: _Deck) -> Data:
    def card(place_id: str) -> Data:
        made = make_card(
            deck.story,
            select_place(deck.story, place_id, deck.filters),
            names=deck.names,
            words=deck.words,
            country_name=deck.country_name,
            filters=deck.filters,
        )
        own = {} if made is None else own_words(made, deck.words)
        return {**card_data(made, deck.story.lang, deck.words), "words": own}

    rows = place_rows(deck.story, deck.filters)[:DECK]
    return {"words": card_words(deck.words), "cards": {row.place.id: card(row.place.id) for row in rows}}
