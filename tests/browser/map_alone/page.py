"""A page with nothing but the map: `?show=crowd|hostile|thousand|...` says what is on it."""

import streamlit as st
from streamlit_folium import st_folium

from geo.mapview import MapPlace, View, base_map, draw_places, make_area
from geo.models import Certainty, Point
from tests.mapview.hostile import HOSTILE, ODD


def place(number: int, lat: float, lon: float, name: str = "") -> MapPlace:
    """Return a place; its number decides on its size and style."""
    return MapPlace(
        id=f"gn:{number}",
        name=name or f"Place {number}",
        other_name="مكان",
        point=Point(lat=lat, lon=lon),
        box=None,
        mentions=1 + number % 9,
        metonym=number % 5 == 1,
        certainty=Certainty.UNSURE if number % 4 == 1 else Certainty.CERTAIN,
        disputed=number % 3 == 1,
        scale=("city", "city", "country", "region")[number % 4],
    )


SHOWS = {
    "crowd": [place(i, 39.8 + i % 4 * 0.02, 46.7 + i // 4 * 0.02) for i in range(16)] + [place(99, 55.75, 37.62)],
    "hostile": [place(i, i * 3 - 20, i * 4, name) for i, name in enumerate(HOSTILE + ODD)],
    "thousand": [place(0, 60.0, 100.0)] + [place(i, i // 40 * 2 - 40, i % 40 * 2 - 60) for i in range(1, 1000)],
    "five_thousand": [place(i, i // 100 * 2 - 40, i % 100 * 3.6 - 180) for i in range(5000)],
    "heap": [place(i, 48.85, 2.35) for i in range(20)]
    + [place(i, i // 40 * 2 - 60, i % 40 - 20) for i in range(20, 400)],
    "areas": [place(0, -13.8, -171.8), place(1, -17.8, 178)],
}

ISLANDS = make_area(
    {
        "type": "MultiPolygon",
        "coordinates": [
            [[(177, -19), (180, -19), (180, -16), (177, -16), (177, -19)]],
            [[(-180, -19), (-178, -19), (-178, -16), (-180, -16), (-180, -19)]],
        ],
    }
)

places = SHOWS[st.query_params.get("show", "crowd")]
state = st.session_state
state.setdefault("chosen", None)
state.setdefault("view", 1)


def choose() -> None:
    """Take over what the map sends."""
    state.chosen = state.map["place"]
    state.view += 1


st.button("Run again")
area = ISLANDS if st.query_params.get("show") == "areas" and state.chosen == "gn:1" else None
view = View(n=state.view, place_id=state.chosen, fit_ids=tuple(one.id for one in places))
st.text(f"chosen {state.chosen} view {state.view}")
st_folium(
    base_map(),
    key="map",
    height=480,
    use_container_width=True,
    returned_objects=[],
    feature_group_to_add=draw_places(places, selected=state.chosen, view=view, words={}, area=area),
    on_change=choose,
)
