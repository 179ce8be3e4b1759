"""The places of a story as rows: one list, which the map, the table, the chips and the headline all read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from anyascii import anyascii

from geo.gazetteer.display import scripts_of
from geo.mapview import MapPlace
from geo.models import Certainty, GeoparsedArticle, MentionKind, Place, Resolution
from geo.ui.search import has_name
from geo.ui.selection import NO_FILTERS, Filters, Held, held, remember
from geo.ui.words import Words

IN_PASSING = 1  # mentions of a country or region that does not stretch the opening view
SCALES = {"P": "city", "S": "city"}  # GeoNames class -> how the map draws it; the rest are regions


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and its language, so that the browser sets it in the right direction and font."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """In which languages places are named."""

    choice: str  # one of `link.NAMES`
    article: str  # language of the text
    interface: str  # language of the page

    def languages(self) -> tuple[str, ...]:
        """Return the languages, best first; one where text and page share theirs."""
        chosen = {"article": (self.article,), "interface": (self.interface,)}
        return tuple(dict.fromkeys(chosen.get(self.choice, (self.interface, self.article))))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place and how the story names it."""

    place: Place
    mentions: int  # place and metonym mentions: the marker's size
    demonyms: int  # nationality words, counted for the country
    metonym: bool  # every mention stands for a government
    certainty: Certainty  # of the best mention
    first: int  # offset of the first mention


def place_rows(story: GeoparsedArticle, filters: Filters = NO_FILTERS) -> tuple[PlaceRow, ...]:
    """Return the places that have a marker and are searched for, if any are, most named first."""
    shown = held(story, filters)
    rows = remember(shown.memo, "rows", lambda: _all_rows(shown, held(story)))
    return rows if not filters.query else tuple(row for row in rows if has_name(row.place, filters.query))


def count_places(story: GeoparsedArticle) -> int:
    """Return how many places have a marker where nothing is filtered."""
    return len(held(story).of_place)


def scale_of(place: Place) -> str:
    """Return how the map draws a place: `city`, `country` or `region`."""
    return "country" if place.is_country else SCALES.get(place.feature_class, "region")


def name_in(place: Place, language: str) -> Name:
    """Return a place's name in a language, else the one in Latin letters."""
    known = place.names.get(language)
    return Name(text=known, lang=language) if known else Name(text=romanised(place.name_in("en")), lang="en")


def names_of(place: Place, naming: Naming) -> tuple[Name, ...]:
    """Return the names that a choice of names shows, best first."""
    chosen = (name_in(place, language) for language in naming.languages())
    return tuple({name.text: name for name in chosen}.values())


def romanised(text: str) -> str:
    """Return a text in Latin letters; one that has no others stays as it is, with its accents."""
    return text if scripts_of(text) <= {"LATIN"} else anyascii(text)


def map_places(rows: Iterable[PlaceRow], naming: Naming) -> tuple[MapPlace, ...]:
    """Return the markers of the map."""
    return tuple(_map_place(row, naming) for row in rows)


def opening_ids(story: GeoparsedArticle, rows: Iterable[PlaceRow]) -> tuple[str, ...]:
    """Return the places that the map opens on: the focus, the cities and what is named more than in passing; else all.

    A government that speaks from far away does not stretch the map to it.
    """
    focus = {focus.place.id for focus in story.focus}
    ids = [row.place.id for row in rows]
    near = [
        row.place.id
        for row in rows
        if row.place.id in focus or (not row.metonym and (row.mentions > IN_PASSING or scale_of(row.place) == "city"))
    ]
    return tuple(near or ids)


def kind_of_place(place: Place, words: Words) -> str:
    """Return what a place is, in words."""
    general = words.get(f"feature.{place.feature_class}", place.feature_class)
    return words.get(f"feature.{place.feature_code}", general)


def country_or_status(place: Place, words: Words, country_name: Callable[[str], str]) -> str:
    """Return the country that a place lies in, else that it is disputed, else that it lies in none."""
    status = words.get(f"status.{place.status.kind}", place.status.kind) if place.status and place.disputed else ""
    country = country_name(place.country_code) if place.country_code is not None else ""
    return words["dot"].join(filter(None, (country, status))) or words["card.no_country"]


def _all_rows(shown: Held, everything: Held) -> tuple[PlaceRow, ...]:
    rows = [_row(mentions, everything.demonyms) for mentions in shown.of_place.values()]
    return tuple(sorted(rows, key=lambda row: (-row.mentions, row.first)))


def _row(mentions: list[Resolution], demonyms: Mapping[str, int]) -> PlaceRow:
    place = mentions[0].place
    assert place is not None  # noqa: S101  # what counts for a marker has a place
    return PlaceRow(
        place=place,
        mentions=len(mentions),
        demonyms=demonyms.get(place.id, 0),
        metonym=all(found.mention.kind is MentionKind.METONYM for found in mentions),
        certainty=Certainty.of(max(found.score or 0.0 for found in mentions)),
        first=mentions[0].mention.start,
    )


def _map_place(row: PlaceRow, naming: Naming) -> MapPlace:
    name = names_of(row.place, naming)[0].text
    both = (other.text for other in names_of(row.place, replace(naming, choice="both")))
    return MapPlace(
        id=row.place.id,
        name=name,
        other_name=next((other for other in both if other != name), ""),
        point=row.place.point,
        box=row.place.box,
        mentions=row.mentions,
        metonym=row.metonym,
        certainty=row.certainty,
        disputed=row.place.disputed,
        scale=scale_of(row.place),
    )
