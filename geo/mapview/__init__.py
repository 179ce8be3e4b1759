"""Draw places on a map: the only room that says folium."""
