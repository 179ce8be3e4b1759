"""The words that the map shows, with English as the fallback."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "lang": "en",  # language code of the labels under the markers: ar, en, fr, ru, fa
    "locale": "en",  # BCP 47: how numbers are written
    "direction": "ltr",  # of the legend and the tooltips; the map itself is never mirrored
    "map": "Map of the places in the article",
    "fit_all": "Fit all",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "legend": "Legend",
    "mentions": "mentions",  # stands before a number: "mentions: 3"
    "area": "area of the chosen place",
    "cluster": "places close together",  # stands before a number
    "size": "size: mentions",
    "city": "city or site",
    "region": "region or water",
    "country": "country",
    "metonym": "stands for a government",
    "unsure": "unsure",
    "disputed": "disputed",
}


def fill_in(words: Mapping[str, str]) -> list[list[str]]:
    """Return the pairs of key and word that the map needs, in a fixed order; English where a word is missing."""
    return [[key, words.get(key, english)] for key, english in WORDS.items()]
