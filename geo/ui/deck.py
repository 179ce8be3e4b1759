"""The cards at hand: what a click on a marker turns up at once, while the server is still being told. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from geo.models import GeoparsedArticle
from geo.ui.card import make_card
from geo.ui.places import place_rows
from geo.ui.reading import Reading
from geo.ui.selection import Filters, held, remember, select_place
from geo.ui.views import Data, card_data, card_words, own_words
from geo.ui.words import Words

DECK = 512  # cards kept at hand in the browser, about 1 KB each; the rest come from the server, which takes longer than a blink


def deck_data(
    story: GeoparsedArticle, reading: Reading, words: Words, country_name: Callable[[str], str]
) -> Mapping[str, Any]:
    """Return the cards of the markers for `deck.js`, each at the first mention of its place, whatever is searched for."""
    filters, names = replace(reading.filters, query=""), reading.names
    made: Data = remember(
        held(story, filters).memo,
        ("deck", names, words.language),
        lambda: _cards(story, filters, names, words, country_name),
    )
    return made


def _cards(
    story: GeoparsedArticle, filters: Filters, names: str, words: Words, country_name: Callable[[str], str]
) -> Data:
    def card(place_id: str) -> Data:
        chosen = select_place(story, place_id, filters)
        made = make_card(story, chosen, names=names, words=words, country_name=country_name, filters=filters)
        own = {} if made is None else own_words(made, words)
        return {**card_data(made, story.lang, words), "words": own}

    rows = place_rows(story, filters)[:DECK]
    return {"words": card_words(words), "cards": {row.place.id: card(row.place.id) for row in rows}}
