"""The side that answers a click: card, map and address. A fragment, so that a click runs nothing else."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from geo.mapview import View, base_map, draw_places
from geo.models import GeoparsedArticle
from geo.ui import actions, address, components, state, stories
from geo.ui.card import make_card
from geo.ui.link import write_link
from geo.ui.places import Naming
from geo.ui.reading import Reading
from geo.ui.views import card_data, markers_key
from geo.ui.words import LANGUAGES, Words

MAP_HEIGHT_PX = 420  # until the page's style sheet gives the frame its share of the screen


@st.fragment
def draw_side(notices: DeltaGenerator, words: Words) -> None:
    """Draw the map and the card, the card first; the notices, which stand elsewhere, go with the reader's next action."""
    map_slot, card_slot = st.container(key="map_panel"), st.container(key="card")
    reading, story = state.reading(), state.story()
    with card_slot:
        _draw_card(story, reading, words)
    with map_slot:
        _draw_map(story, reading, words)
    with notices:
        st.empty()  # a first element, since a fragment finds no way back to a container that was left empty
        for notice in state.notices():
            st.text(words.say(notice.key, **notice.values))


def _draw_card(story: GeoparsedArticle | None, reading: Reading, words: Words) -> None:
    """Draw the card, empty while the places are not known; with it goes the address."""
    made = None
    if story is not None:
        name = stories.country_namer(words.language)
        made = make_card(
            story, reading.selection, names=reading.names, words=words, country_name=name, filters=reading.filters
        )
    kept = stories.shelf().find(reading.article)
    link = write_link(
        article=reading.article,
        default_article=stories.first_article(),
        story=story,
        selection=reading.selection,
        filters=reading.filters,
        names=reading.names,
        ui=address.chosen_language(),
        view=reading.shared,
        packed=kept.packed if kept is not None else None,
    )
    components.card(
        {
            "card": card_data(made, story.lang if story is not None else words.language, words),
            "address": address.write_address(link),
            "step": reading.step,
        },
        on_choose=actions.choose,
        on_step=actions.step,
        on_close=actions.close_card,
        on_show=actions.show_on_map,
    )


def _draw_map(story: GeoparsedArticle | None, reading: Reading, words: Words) -> None:
    naming = Naming(choice=reading.names, article=story.lang if story else words.language, interface=words.language)
    view = View(n=reading.view, place_id=reading.fly_to, at=reading.shared) if story is not None else None
    first = naming.languages()[0]
    said = {
        **words.table("mapview"),
        "lang": first if first in LANGUAGES else words.language,  # the map's own labels are in these
        "locale": words.tag,
        "direction": words.direction,
    }
    selected = reading.selection.place_id
    area = stories.area_of(selected) if selected is not None else None
    places = markers_key(story, reading, words) if story is not None else ()
    layer = draw_places(places, selected=selected, view=view, words=said, area=area)
    st_folium(
        base_map(),
        key="map",
        height=MAP_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=layer,
        on_change=actions.choose_on_map,
    )
