"""What streamlit-folium would send to the browser, caught on its way."""

from typing import Any

import folium
import pytest
import streamlit_folium

from geo.mapview import base_map


def sent_to_the_frame(monkeypatch: pytest.MonkeyPatch, layer: folium.FeatureGroup | None = None) -> dict[str, Any]:
    """Return the arguments that st_folium hands to its frame."""
    caught: dict[str, Any] = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", caught.update)
    streamlit_folium.st_folium(base_map(), key="map", returned_objects=[], feature_group_to_add=layer)
    return caught
