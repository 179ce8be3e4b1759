"""What the parts are given: plain data, made from a story and a reading. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from geo.articles import content_key
from geo.models import Article, GeoparsedArticle
from geo.ui.card import Card, make_card
from geo.ui.headline import counts_line, source_line
from geo.ui.marks import begins_with_title, heading_of, paragraphs
from geo.ui.places import Naming, PlaceRow, country_counts, country_or_status, kind_counts, kind_of_place, name_in
from geo.ui.reading import Reading
from geo.ui.selection import DISPUTED, NO_COUNTRY, Filters, select_place, shown
from geo.ui.words import Words, direction_of

Data = dict[str, Any]
DECK = 60  # cards kept at hand in the browser, about 1.5 KB each; the rest come from the server


def article_data(
    article: Article, story: GeoparsedArticle | None, reading: Reading, rows: tuple[PlaceRow, ...], words: Words
) -> Data:
    """Return the article for `article.js`; without its story it has no marks yet."""
    lang = (story.lang if story else article.lang) or "en"
    mentions = shown(story, reading.filters) if story else ()
    lines = (source_line(article, lang, words), counts_line(story, rows, words) if story else "")
    version = f"{content_key(article)} {len(mentions)} {reading.filters} {words.language}"
    return {
        "version": version,
        "heading": heading_of(article),
        "first_is_heading": begins_with_title(article),
        "source": words["dot"].join(filter(None, lines)),
        "source_dir": words.direction,
        "lang": lang,
        "dir": direction_of(lang, article.text),
        "paragraphs": [[asdict(piece) for piece in pieces] for pieces in paragraphs(article.text, mentions)],
    }


def card_data(card: Card | None, lang: str, words: Words) -> Data:
    """Return the card for `card.js`."""
    if card is None:
        said = {
            "empty": "card.empty",
            "certain": "card.legend_certain",
            "unsure": "card.legend_unsure",
            "other": "card.legend_other",
        }
        return {"selected": False, "words": _say(words, {**said, "keys": "card.keys"})}
    said = {name: f"card.{name}" for name in ("previous", "next", "previous_any", "next_any", "close")}
    return {
        **asdict(card),
        "selected": True,
        "excerpt": {
            name: getattr(card.excerpt, name) for name in ("before", "mention", "after", "cut_before", "cut_after")
        },
        "lang": lang,
        "dir": direction_of(lang, card.excerpt.mention),
        "words": {
            **_say(words, said),
            "dot": words["dot"],
            "position": words.say("card.position", i=words.number(card.position), n=words.number(card.count)),
            "show": words.say("card.show", name=card.can_show),
        },
    }


def deck_data(
    story: GeoparsedArticle,
    rows: tuple[PlaceRow, ...],
    reading: Reading,
    words: Words,
    country_name: Callable[[str], str],
) -> Data:
    """Return the cards of the markers for `deck.js`, each at the first mention of its place."""

    def card(place_id: str) -> Data:
        chosen = select_place(story, place_id, reading.filters)
        made = make_card(
            story, chosen, names=reading.names, words=words, country_name=country_name, filters=reading.filters
        )
        return card_data(made, story.lang, words)

    return {"cards": {row.place.id: card(row.place.id) for row in rows[:DECK]}}


def chips_data(story: GeoparsedArticle, filters: Filters, words: Words, country_name: Callable[[str], str]) -> Data:
    """Return the chips for `chips.js`; a group of one chip filters nothing and is left out."""
    special = {DISPUTED: words["filter.disputed"], NO_COUNTRY: words["filter.none"]}
    countries = [
        {
            "value": group,
            "label": special.get(group) or country_name(group),
            "count": words.number(count),
            "on": group in filters.countries,
        }
        for group, count in country_counts(story)
    ]
    kinds = [
        {"value": kind.value, "label": words[f"kind.{kind}"], "count": words.number(count), "on": kind in filters.kinds}
        for kind, count in kind_counts(story)
    ]
    groups = [
        {"key": "country", "label": words["filter.country"], "chips": countries},
        {"key": "kind", "label": words["filter.kind"], "chips": kinds},
    ]
    active = filters.countries or filters.kinds
    return {
        "groups": [group for group in groups if len(group["chips"]) > 1],
        "reset": words["filter.reset"] if active else "",
    }


def table_data(rows: tuple[PlaceRow, ...], naming: Naming, words: Words, country_name: Callable[[str], str]) -> Data:
    """Return the table for `places.js`: the same places as the map has markers."""
    languages = naming.languages()
    labels = ("table.name_interface", "table.name_article") if len(languages) > 1 else ("table.name",)
    names: list[Data] = [{"label": words[key], "lang": lang} for key, lang in zip(labels, languages, strict=True)]
    facts: list[Data] = [{"label": words[f"table.{name}"]} for name in ("kind", "country")]
    counts: list[Data] = [{"label": words[f"table.{name}"], "number": True} for name in ("mentions", "demonyms")]
    columns = [*names, *facts, *counts, {"label": words["table.certainty"]}]

    def values(row: PlaceRow) -> list[str | int]:
        spelled: list[str | int] = [name_in(row.place, lang).text for lang in languages]
        what = [kind_of_place(row.place, words), country_or_status(row.place, words, country_name)]
        return [*spelled, *what, row.mentions, row.demonyms, words[f"certainty.{row.certainty}"]]

    return {
        "locale": words.tag,
        "title": words["table.title"],
        "caption": words["table.caption"],
        "nothing": words["table.nothing"],
        "columns": columns,
        "rows": [{"id": row.place.id, "values": values(row)} for row in rows],
    }


def switch_data(words: Words) -> Data:
    """Return the panels for `switch.js`."""
    panels = [{"key": key, "label": words[f"panel.{key}"]} for key in ("map", "text", "places")]
    return {"panels": panels, "label": words["panel.label"]}


def _say(words: Words, keys: Mapping[str, str]) -> dict[str, str]:
    return {name: words[key] for name, key in keys.items()}
