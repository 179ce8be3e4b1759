"""The files that the map's frame fetches, and the addresses under which it finds them."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from geo.settings import DATA

_LEAFLET = Path(leaflet.BASE_DIR)  # Leaflet is served from where its package lies
_OWN = Path(__file__).resolve().parent

FILES: Mapping[str, Path] = {
    "leaflet.js": _LEAFLET / "leaflet.js",
    "leaflet.css": _LEAFLET / "leaflet.css",
    "images/layers.png": _LEAFLET / "images" / "layers.png",  # leaflet.css names these three
    "images/layers-2x.png": _LEAFLET / "images" / "layers-2x.png",
    "images/marker-icon.png": _LEAFLET / "images" / "marker-icon.png",
    "basemap.js": _OWN / "basemap.js",
    "labels.js": _OWN / "labels.js",
    "area.js": _OWN / "area.js",
    "spread.js": _OWN / "spread.js",
    "symbols.js": _OWN / "symbols.js",
    "clusters.js": _OWN / "clusters.js",
    "markers.js": _OWN / "markers.js",
    "controls.js": _OWN / "controls.js",
    "map.js": _OWN / "map.js",
    "map.css": _OWN / "map.css",
    "world.topojson": DATA / "basemap" / "world.topojson",
    "labels.json": DATA / "basemap" / "labels.json",
}

# in the order of their needs
SCRIPTS = (
    "leaflet.js",
    "basemap.js",
    "labels.js",
    "area.js",
    "spread.js",
    "symbols.js",
    "clusters.js",
    "markers.js",
    "controls.js",
    "map.js",
)
STYLES = ("leaflet.css", "map.css")


@cache
def fingerprint(name: str) -> str:
    """Return a short hash of a file's content: a new content gets a new address, so an old copy is never shown."""
    return hashlib.sha256(FILES[name].read_bytes()).hexdigest()[:12]


def address(assets_url: str, name: str) -> str:
    """Return the address of a file under the address of the assets."""
    return f"{assets_url}/{name}?v={fingerprint(name)}"
