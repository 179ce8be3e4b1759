"""The reader: headline, chips, article, side and table, in the order in which they can be shown."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.errors import ArticleError, DatelineError
from geo.models import Article, GeoparsedArticle
from geo.ui import actions, components, state, stories
from geo.ui.access import page_data
from geo.ui.deck import deck_data
from geo.ui.downloads import places_csv, places_geojson
from geo.ui.headline import about_sentence, language_note, title_of
from geo.ui.jobs import Seen
from geo.ui.link import Notice
from geo.ui.own_row import draw_own_row, draw_progress
from geo.ui.places import PlaceRow, place_rows
from geo.ui.reading import Reading
from geo.ui.side import draw_side
from geo.ui.views import article_data, chips_data, markers_data, search_data, switch_data, table_data
from geo.ui.words import Words


def draw_reader(words: Words) -> None:
    """Draw what stands below the top row."""
    about, notices, chips = (st.container(key=key) for key in ("about", "notices", "filters"))
    panels = st.container(key="panels")
    with panels:
        components.direction(page_data(words))
        components.voice({"nothing": words["card.nothing"]})
        components.switch(switch_data(words))
    with st.container(key="reader"):
        text, side = st.container(key="text"), st.container(key="side")
    with text:
        own_row = st.container(key="own")
    article = stories.find_article(state.reading().article)
    if article is None:
        return
    story, seen = stories.known_story(article), None
    if story is None and stories.is_own(article):
        seen = _read_own(article, words)
        story = seen.story
    elif story is None:
        text = text.empty()
        story = _find_places(article, text, about, words)
    rows = place_rows(story) if story is not None else ()
    if story is not None and (seen is None or seen.whole):
        state.settle(story)
    with text:
        _draw_article(article, story, rows, words)
    with about:
        _draw_about(story, rows, seen, words)
    if story is not None:
        with panels:
            components.markers(markers_data(story, state.reading(), place_rows(story, state.reading().filters), words))
    if stories.is_own(article):
        with own_row:
            draw_own_row(article, story, words)
    with side:
        components.watch({"failed": words["map.failed"], "title": words["panel.map"], "frame": words["mapview.map"]})
        draw_side(notices, words)
    if story is not None:
        _draw_rest(story, state.reading(), chips, words)
    _draw_about_data(words)


def _find_places(
    article: Article, text: DeltaGenerator, about: DeltaGenerator, words: Words
) -> GeoparsedArticle | None:
    """Return a story with its places; after a failure the story before it stays, where there is one.

    `text` holds one element: the plain text until the part takes its place. The part itself, drawn twice in a run, may miss the
    second time while the browser still loads it.
    """
    text.text(article.text)
    slot = about.empty()
    slot.text(words["story.waiting"])
    try:
        return stories.geoparse_story(article)
    except DatelineError as error:
        _turn_back(article, error, words)
        return None
    finally:
        slot.empty()


def _read_own(article: Article, words: Words) -> Seen:
    """Return what is known of an own text: all of a short one, whose places are found sooner than a page that waits could be drawn."""
    try:
        story = None if stories.takes_long(article) else stories.geoparse_own(article)
    except DatelineError as error:
        _turn_back(article, error, words)
        return Seen(error=error)
    return _follow_job(article, words) if story is None else Seen(story=story, whole=True)


def _follow_job(article: Article, words: Words) -> Seen:
    """Return how far the reading in the background is; after a failure turn back."""
    seen = state.follow_job(article)
    if isinstance(seen.error, DatelineError):
        _turn_back(article, seen.error, words)
    elif seen.error is not None:
        raise seen.error
    return seen


def _turn_back(article: Article, error: DatelineError, words: Words) -> None:
    key = "story.kept" if state.has_before() else "story.failed"
    said = words.refusal(error) if isinstance(error, ArticleError) else str(error)
    if state.turn_back(Notice(key=key, values={"title": title_of(article, words), "error": said})):
        st.rerun()


def _draw_article(article: Article, story: GeoparsedArticle | None, rows: tuple[PlaceRow, ...], words: Words) -> None:
    direction = stories.shelf().direction_of(article.id)
    components.article(article_data(article, story, state.reading(), rows, words, direction))


def _draw_about(story: GeoparsedArticle | None, rows: tuple[PlaceRow, ...], seen: Seen | None, words: Words) -> None:
    """Say what the story is about, or how far the search for its places is."""
    if seen is not None and not seen.ended:
        draw_progress(seen.news, words)
    elif story is not None:
        st.text(" ".join(filter(None, (about_sentence(story, rows, words), language_note(story, words)))))


def _draw_rest(story: GeoparsedArticle, reading: Reading, chips: DeltaGenerator, words: Words) -> None:
    name = stories.country_namer(words.language)
    rows: tuple[PlaceRow, ...] = place_rows(story, reading.filters)
    with chips:
        components.search(search_data(story, rows, reading.filters, words), on_search=actions.search)
        components.chips(
            chips_data(story, reading.filters, words, name),
            on_toggle=actions.toggle_chip,
            on_reset=actions.reset_filters,
        )
    with st.container(key="table_panel"):
        components.places(table_data(rows, story, reading, words, name))
        _draw_downloads(story, rows, reading, words)
        components.deck(deck_data(story, reading, words, name))


def _draw_downloads(story: GeoparsedArticle, rows: tuple[PlaceRow, ...], reading: Reading, words: Words) -> None:
    """Offer what the table shows as files, each made only once it is asked for."""
    files = (
        ("csv", "text/csv", lambda: places_csv(rows, story, words)),
        ("geojson", "application/geo+json", lambda: places_geojson(story, rows, reading.filters)),
    )
    with st.container(key="downloads", horizontal=True):
        for ending, media_type, make in files:
            st.download_button(
                words[f"download.{ending}"],
                make,
                file_name=f"dateline-{story.id}.{ending}",
                mime=media_type,
                key=f"download_{ending}",
                on_click="ignore",
                disabled=not rows,
            )


def _draw_about_data(words: Words) -> None:
    with st.container(key="data"), st.expander(words["about.title"]), st.container(key="sources"):
        for key in ("machine", "sources", "disputed", "certainty"):
            st.text(words[f"about.{key}"])
