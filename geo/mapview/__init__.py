"""Draw places on a map: the only room that says folium.

`base_map` never changes while the app runs, so the map's frame is mounted once; everything that changes travels in
the layer of `draw_places`. Both are handed to `streamlit_folium.st_folium` by the page.
"""

from geo.mapview.areas import Area, make_area
from geo.mapview.base import base_map
from geo.mapview.places import MapPlace, MapView, View, draw_places, marker_rows
from geo.mapview.words import WORDS

__all__ = ["WORDS", "Area", "MapPlace", "MapView", "View", "base_map", "draw_places", "make_area", "marker_rows"]
