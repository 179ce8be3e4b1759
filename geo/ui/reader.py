"""The reader: headline, chips, article, map, card and table, redrawn together and without the rest of the page."""

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from geo.errors import DatelineError
from geo.mapview import View, base_map, draw_places
from geo.models import Article, GeoparsedArticle
from geo.ui import components, state, stories
from geo.ui.card import make_card
from geo.ui.headline import about_sentence
from geo.ui.link import Notice, write_link
from geo.ui.places import PlaceRow, map_places, opening_ids, place_rows
from geo.ui.reading import Reading
from geo.ui.views import article_data, card_data, chips_data, shell_data, table_data
from geo.ui.words import Words

MAP_HEIGHT_PX = 420  # until the page's style sheet gives the frame its share of the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Where things stand; what must answer fastest is drawn first, wherever it stands."""

    about: DeltaGenerator
    notices: DeltaGenerator
    chips: DeltaGenerator
    shell: DeltaGenerator
    text: DeltaGenerator
    map: DeltaGenerator
    card: DeltaGenerator
    table: DeltaGenerator
    data: DeltaGenerator


@st.fragment
def draw_reader(words: Words) -> None:
    """Draw the reader."""
    slots = _lay_out()
    article = stories.find_article(state.reading().article)
    if article is None:
        return
    story = stories.known_story(article)
    if story is None:
        slots = replace(slots, text=slots.text.empty(), about=slots.about.empty())
        story = _find_places(article, slots, words)
    if story is not None:
        _draw_story(story, state.settle(story), slots, words)
    with slots.notices:
        for notice in state.notices():
            st.text(words.say(notice.key, **notice.values))
    with slots.data.expander(words["about.title"]), st.container(key="sources"):
        for key in ("machine", "sources", "disputed", "certainty"):
            st.text(words[f"about.{key}"])


def _lay_out() -> Slots:
    keys = ("about", "notices", "filters", "panels", "reader")
    about, notices, chips, shell, reader = (st.container(key=key) for key in keys)
    text, side = reader.container(key="text"), reader.container(key="side")
    return Slots(
        about=about,
        notices=notices,
        chips=chips,
        shell=shell,
        text=text,
        map=side.container(key="map_panel"),
        card=side.container(key="card"),
        table=st.container(key="table_panel"),
        data=st.container(key="data"),
    )


def _find_places(article: Article, slots: Slots, words: Words) -> GeoparsedArticle | None:
    """Show the text at once, then find its places; after a failure the story before it stays, where there is one.

    The slots of the text and of the headline hold one element here, so that what comes next takes its place.
    """
    with slots.text:
        components.waiting_article(article_data(article, None, state.reading(), (), words))
    with slots.about:
        st.text(words["story.waiting"])
    try:
        return stories.geoparse_story(article)
    except DatelineError as error:
        key = "story.kept" if state.has_last() else "story.failed"
        if state.turn_back(Notice(key=key, values={"title": article.title or article.id, "error": str(error)})):
            st.rerun()
    _draw_map((), None, slots, words)
    return None


def _draw_story(story: GeoparsedArticle, reading: Reading, slots: Slots, words: Words) -> None:
    """Draw all of a story: the card and the text first, since they answer a click."""
    name = stories.country_namer(words.language)
    every, rows = place_rows(story), place_rows(story, reading.filters)
    made = make_card(
        story, reading.selection, names=reading.names, words=words, country_name=name, filters=reading.filters
    )
    with slots.card:
        components.card(
            card_data(made, story.lang, words), on_step=state.step, on_close=state.close_card, on_show=state.show_on_map
        )
    with slots.text:
        components.article(article_data(story.article, story, reading, every, words), on_choose=state.choose_in_text)
    with slots.shell:
        components.shell(shell_data(state.write_address(_link(story, reading)), reading, words))
    view = View(n=reading.view, place_id=reading.fly_to, fit_ids=opening_ids(story, every))
    _draw_map(rows, view, slots, words)
    with slots.chips:
        components.chips(
            chips_data(story, reading.filters, words, name), on_toggle=state.toggle_chip, on_reset=state.reset_filters
        )
    with slots.table:
        components.places(table_data(rows, reading, words, name), on_choose=state.choose_in_table)
    with slots.about:
        st.text(about_sentence(story, every, words))


def _draw_map(rows: tuple[PlaceRow, ...], view: View | None, slots: Slots, words: Words) -> None:
    reading = state.reading()
    said = {**words.table("mapview"), "lang": "ar" if reading.names == "ar" else words.language}
    layer = draw_places(map_places(rows, reading.names), selected=reading.selection.place_id, view=view, words=said)
    with slots.map:
        components.watch({"failed": words["map.failed"]})
        st_folium(
            base_map(),
            key="map",
            height=MAP_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=layer,
            on_change=state.choose_on_map,
        )


def _link(story: GeoparsedArticle, reading: Reading) -> dict[str, str]:
    return write_link(
        article=reading.article,
        default_article=state.default_article(),
        story=story,
        selection=reading.selection,
        filters=reading.filters,
        names=reading.names,
    )
