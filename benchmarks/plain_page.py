"""What most people would write: a plain st_folium page with six markers and an excerpt, over the same local Leaflet.

`benchmarks/page.py` measures the dashboard beside it. Nothing is tuned in either direction: default arguments, the excerpt below
the map.
"""

import folium
import streamlit as st
from streamlit_folium import st_folium

PLACES = {
    "Moscow": (55.75, 37.62),
    "Nagorno-Karabakh": (39.82, 46.75),
    "Azerbaijan": (40.14, 47.58),
    "Armenia": (40.07, 45.04),
    "Iran": (32.43, 53.69),
    "Turkey": (38.96, 35.24),
}


class LocalMap(folium.Map):
    """A map whose Leaflet comes from this machine."""

    default_js = [("leaflet", "../../assets/leaflet.js")]  # noqa: RUF012
    default_css = [("leaflet_css", "../../assets/leaflet.css")]  # noqa: RUF012


shown = LocalMap(location=(46, 45), zoom_start=4, tiles=None)
for place, point in PLACES.items():
    folium.CircleMarker(point, radius=9, fill=True, fill_opacity=0.5, tooltip=place).add_to(shown)
clicked = st_folium(shown, width=900, height=420)
if name := clicked.get("last_object_clicked_tooltip"):
    st.text(f"Excerpt: the sentence about {name}")
