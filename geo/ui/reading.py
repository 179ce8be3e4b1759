"""What the reader looks at, as one record, and how each action changes it. Pure: no Streamlit here."""

from dataclasses import dataclass, replace

from geo.mapview import MapView
from geo.models import GeoparsedArticle
from geo.ui.link import NAMES, Link
from geo.ui.search import clean_query
from geo.ui.selection import NO_FILTERS, NOTHING, Filters, Selection, keep_visible, press, select_mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The story, what is selected and filtered in it, and the last command to the map."""

    article: str  # an id of the library, or of an own text
    selection: Selection = NOTHING
    filters: Filters = NO_FILTERS
    names: str = NAMES[0]
    step: int = 0  # rises with what Back should undo
    view: int = 1  # number of the last command to the map; the map carries each out once
    fly_to: str | None = None  # the place of that command; None: fit the opening view
    shared: MapView | None = None  # where that command goes instead: what the map showed when the link was shared


def choose(reading: Reading, selection: Selection, *, fly: bool) -> Reading:
    """Select a mention; with `fly` the map goes to its place, even where it was selected before."""
    flies = fly and selection.place_id is not None
    return replace(
        reading,
        selection=selection,
        step=reading.step + (selection != reading.selection),
        view=reading.view + flies,
        fly_to=selection.place_id if flies else reading.fly_to,
        shared=None,
    )


def open_story(reading: Reading, article: str) -> Reading:
    """Turn to a story: nothing is selected or filtered, and the map opens on it."""
    return replace(
        reading,
        article=article,
        selection=NOTHING,
        filters=NO_FILTERS,
        step=reading.step + 1,
        view=reading.view + 1,
        fly_to=None,
        shared=None,
    )


def take_over(reading: Reading, story: GeoparsedArticle) -> Reading:
    """Hold on to what is selected when more of a story becomes known; its place may be another now, or none."""
    start = reading.selection.start
    return reading if start is None else replace(reading, selection=select_mention(story, start))


def toggle_filter(reading: Reading, story: GeoparsedArticle, group: str, value: str) -> Reading:
    """Press or release a chip; a selection that it hides is dropped."""
    filters = press(reading.filters, group, value)
    return replace(reading, filters=filters, selection=keep_visible(story, reading.selection, filters))


def search(reading: Reading, query: str) -> Reading:
    """Look for places and words; what is selected stays."""
    return replace(reading, filters=replace(reading.filters, query=clean_query(query)))


def follow_link(reading: Reading, link: Link, default_article: str) -> Reading:
    """Turn to what a link names, for the moment without its selection, which needs the story."""
    article = link.article or default_article
    turned = reading if article == reading.article else open_story(reading, article)
    return replace(turned, names=link.names, step=reading.step, selection=NOTHING, filters=NO_FILTERS)


def settle_link(reading: Reading, selection: Selection, filters: Filters, view: MapView | None = None) -> Reading:
    """Take over what a link selects and filters in its story; the map shows the link's view, else it flies to a selected place."""
    settled = choose(reading, selection, fly=view is None)
    number = settled.view + (view is not None)
    return replace(settled, filters=filters, step=reading.step, view=number, shared=view)
