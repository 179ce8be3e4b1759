"""What the parts are given: plain data, made from a story and a reading. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from geo.articles import content_key
from geo.mapview import marker_rows
from geo.models import Article, Certainty, GeoparsedArticle
from geo.text.language import UNKNOWN
from geo.ui.card import Card
from geo.ui.headline import counts_line, source_line
from geo.ui.marks import Paragraph, begins_with_title, heading_of, paragraphs
from geo.ui.packed import PackedText, pack
from geo.ui.places import (
    Naming,
    PlaceRow,
    count_places,
    country_or_status,
    kind_of_place,
    map_places,
    name_in,
    opening_ids,
    place_rows,
)
from geo.ui.reading import Reading
from geo.ui.search import find_words
from geo.ui.selection import (
    DISPUTED,
    NO_COUNTRY,
    NO_FILTERS,
    Filters,
    chip_counts,
    chosen,
    held,
    shown,
)
from geo.ui.words import Words, direction_of

Data = dict[str, Any]
CHIPS = 8  # of a group at first, so that a story of the whole world leaves room for itself


def article_data(
    article: Article,
    story: GeoparsedArticle | None,
    reading: Reading,
    rows: tuple[PlaceRow, ...],
    words: Words,
    direction: str = "",
) -> Data:
    """Return the article for `article.js`; without its story it has no marks yet. A given direction holds for all of it."""
    lang = story.lang if story else article.lang
    mentions = shown(story, reading.filters) if story else ()
    lines = (source_line(article, lang, words), counts_line(story, rows, words) if story else "")
    marks = held(story, reading.filters).fingerprint if story else ""
    lang = lang or UNKNOWN

    def line(paragraph: Paragraph) -> Data:
        pieces = [
            piece.text if piece.start is None else {"text": piece.text, "start": piece.start, "style": piece.style}
            for piece in paragraph.pieces
        ]
        if paragraph.lang in ("", lang):
            return {"pieces": pieces}
        text = "".join(piece.text for piece in paragraph.pieces)
        return {"pieces": pieces, "lang": paragraph.lang, "dir": direction or direction_of(paragraph.lang, text)}

    return {
        "article": article.id,
        "version": f"{content_key(article)} {marks} {lang}{direction} {chosen(reading.filters)} {words.language}",
        "heading": heading_of(article),
        "first_is_heading": begins_with_title(article),
        "source": words.joined(lines),
        "source_dir": words.direction,
        "lang": lang,
        "dir": direction or direction_of(lang, article.text),
        "paragraphs": [line(each) for each in paragraphs(article.text, mentions, story.passages if story else ())],
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
    return {
        **asdict(card),
        "selected": True,
        "excerpt": {
            name: getattr(card.excerpt, name) for name in ("before", "mention", "after", "cut_before", "cut_after")
        },
        "lang": lang,
        "dir": direction_of(lang, card.excerpt.mention),
        "words": {**card_words(words), **own_words(card, words)},
    }


def card_words(words: Words) -> dict[str, str]:
    """Return what every card says."""
    names = ("previous", "next", "previous_any", "next_any", "close", "copy", "copied", "copy_refused")
    return {**_say(words, {name: f"card.{name}" for name in names}), "dot": words["dot"]}


def own_words(card: Card, words: Words) -> dict[str, str]:
    """Return what one card says beside that."""
    return {
        "position": words.say("card.position", i=words.number(card.position), n=words.number(card.count)),
        "show": words.say("card.show", name=card.can_show),
    }


def chips_data(story: GeoparsedArticle, filters: Filters, words: Words, country_name: Callable[[str], str]) -> Data:
    """Return the chips for `chips.js`; a group that leaves no choice is left out, unless it filters."""
    pressed = chosen(filters)
    label_of: Mapping[str, Callable[[str], str]] = {
        "country": lambda group: _country_label(group, words, country_name),
        "class": lambda group: words.get(f"class.{group}", group),
        "kind": lambda kind: words[f"kind.{kind}"],
        "cert": lambda certainty: words[f"certainty.{certainty}"],
        "focus": lambda _: words["filter.focus_only"],
    }

    def group(key: str, counts: Mapping[str, int]) -> Data:
        chips = [
            {
                "value": str(value),
                "label": label_of[key](value),
                "count": count,
                "on": value in pressed[key],
            }
            for value, count in counts.items()
            if value and not (key == "class" and value == NO_COUNTRY)
        ]
        return {"key": key, "label": words[f"filter.{key}"], "chips": chips}

    groups = [
        group(key, counts) for key, counts in chip_counts(story, filters).items() if len(counts) > 1 or pressed[key]
    ]
    return {
        "groups": [made for made in groups if made["chips"]],
        "locale": words.tag,
        "most": CHIPS,
        "more": words["filter.more"],
        "reset": words["filter.reset"] if filters != NO_FILTERS else "",
    }


def search_data(story: GeoparsedArticle, rows: tuple[PlaceRow, ...], filters: Filters, words: Words) -> Data:
    """Return the search for `search.js`: what is sought, how it is spelled in the text, and how much was found."""
    found = find_words(story.text, filters.query, held(story).memo)
    counts = (words.count("search.places", len(rows)), words.count("search.words", found.count))
    nothing = not rows and not found.count
    said = words.say("search.nothing", query=filters.query) if nothing else words.joined(counts)
    return {
        "query": filters.query,
        "forms": found.forms,
        "said": said if filters.query else "",
        "filtered": any(chosen(filters).values()),
        "words": _say(words, {"label": "search.label", "clear": "search.clear", "filters": "filter.show"}),
    }


def _country_label(group: str, words: Words, country_name: Callable[[str], str]) -> str:
    special = {DISPUTED: words["filter.disputed"], NO_COUNTRY: words["filter.none"]}
    return special.get(group) or country_name(group)


def table_data(
    rows: tuple[PlaceRow, ...],
    story: GeoparsedArticle,
    reading: Reading,
    words: Words,
    country_name: Callable[[str], str],
) -> Data:
    """Return the table for `places.js`: the same places as the map has markers.

    A cell is a text, a number, or `[text, order]` where the text's letters do not sort it.
    """
    languages = naming_of(story, reading, words).languages()
    labels = ("table.name_interface", "table.name_article") if len(languages) > 1 else ("table.name",)
    names: list[Data] = [{"label": words[key], "lang": lang} for key, lang in zip(labels, languages, strict=True)]
    facts: list[Data] = [{"label": words[f"table.{name}"]} for name in ("kind", "country")]
    counts: list[Data] = [{"label": words[f"table.{name}"], "number": True} for name in ("mentions", "demonyms")]
    columns = [*names, *facts, *counts, *({"label": words[f"table.{name}"]} for name in ("certainty", "focus"))]
    certainties = list(Certainty)

    def values(row: PlaceRow) -> list[str | int | tuple[str, int]]:
        spelled = [name_in(row.place, lang).text for lang in languages]
        what = [kind_of_place(row.place, words), country_or_status(row.place, words, country_name)]
        certainty = (words[f"certainty.{row.certainty}"], certainties.index(row.certainty))
        focus = (words["table.in_focus"], 0) if row.place.id in story.focus_ids else ("", 1)
        return [*spelled, *what, row.mentions, row.demonyms, certainty, focus]

    all_rows = count_places(story)
    count = words.count("story.places", all_rows)
    if len(rows) < all_rows:
        count = words.say("table.some", n=words.number(len(rows)), all=count)
    return {
        "locale": words.tag,
        "title": words["table.title"],
        "caption": words["dot"].join((count, words["table.caption"])) if rows else words["table.nothing"],
        "more": words["table.more"],
        "columns": columns,
        "rows": [{"id": row.place.id, "values": values(row)} for row in rows],
    }


def markers_data(story: GeoparsedArticle, reading: Reading, rows: tuple[PlaceRow, ...], words: Words) -> Data:
    """Return the markers for `markers.js`, which keeps them for the map under the key that its layer names."""
    return {
        "key": markers_key(story, reading, words),
        "rows": marker_rows(map_places(rows, naming_of(story, reading, words))),
        "opening": opening_ids(story, place_rows(story)),
    }


def markers_key(story: GeoparsedArticle, reading: Reading, words: Words) -> str:
    """Return what all the markers depend on, which is not what is selected."""
    known = held(story).fingerprint  # of a text that is still being read less is known than later
    return f"{content_key(story.article)} {known} {reading.filters} {reading.names} {words.language}"


def naming_of(story: GeoparsedArticle, reading: Reading, words: Words) -> Naming:
    """Return in which languages a story's places are named."""
    return Naming(choice=reading.names, article=story.lang, interface=words.language)


def share_data(article: Article, words: Words, *, own: bool, embedded: bool) -> Data:
    """Return what `share.js` says; of a text that is only the reader's `own` its letters for a link, where they fit into one."""
    held = PackedText(text=article.text, title=article.title or "", lang=article.lang)
    return {
        "words": words.table("share"),
        "title": article.title or "Dateline",
        "own": {"packed": pack(held)} if own else None,
        "embedded": embedded,
    }


def switch_data(words: Words) -> Data:
    """Return the panels for `switch.js`."""
    panels = [{"key": key, "label": words[f"panel.{key}"]} for key in ("map", "text", "places")]
    return {"panels": panels, "label": words["panel.label"]}


def _say(words: Words, keys: Mapping[str, str]) -> dict[str, str]:
    return {name: words[key] for name, key in keys.items()}
