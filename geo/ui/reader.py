"""The reader: headline, chips, article, side and table, in the order in which they can be shown."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.errors import DatelineError
from geo.models import Article, GeoparsedArticle
from geo.ui import components, state, stories
from geo.ui.access import page_data
from geo.ui.deck import deck_data
from geo.ui.downloads import places_csv, places_geojson
from geo.ui.headline import about_sentence, language_note
from geo.ui.link import Notice
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
    article = stories.find_article(state.reading().article)
    if article is None:
        return
    story = stories.known_story(article)
    if story is None:
        text, about = text.empty(), about.empty()
        story = _find_places(article, text, about, words)
    rows = place_rows(story) if story is not None else ()
    if story is not None:
        reading = state.settle(story)
        with text:
            components.article(article_data(article, story, reading, rows, words))
        with about:
            st.text(" ".join(filter(None, (about_sentence(story, rows, words), language_note(story, words)))))
        with panels:
            components.markers(markers_data(story, reading, place_rows(story, reading.filters), words))
    with side:
        draw_side(notices, words)
    if story is not None:
        _draw_rest(story, state.reading(), chips, words)
    _draw_about_data(words)


def _find_places(
    article: Article, text: DeltaGenerator, about: DeltaGenerator, words: Words
) -> GeoparsedArticle | None:
    """Show the text at once, then find its places; after a failure the story before it stays, where there is one.

    `text` and `about` hold one element, so that what comes next takes its place.
    """
    with text:
        components.article(article_data(article, None, state.reading(), (), words), key="waiting")
    with about:
        st.text(words["story.waiting"])
    try:
        return stories.geoparse_story(article)
    except DatelineError as error:
        key = "story.kept" if state.has_last() else "story.failed"
        if state.turn_back(Notice(key=key, values={"title": article.title or article.id, "error": str(error)})):
            st.rerun()
    about.empty()
    return None


def _draw_rest(story: GeoparsedArticle, reading: Reading, chips: DeltaGenerator, words: Words) -> None:
    name = stories.country_namer(words.language)
    rows: tuple[PlaceRow, ...] = place_rows(story, reading.filters)
    with chips:
        components.search(search_data(story, rows, reading.filters, words), on_search=state.search)
        components.chips(
            chips_data(story, reading.filters, words, name), on_toggle=state.toggle_chip, on_reset=state.reset_filters
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
