"""The map without places: constant, so that streamlit-folium mounts its frame once, and rendered once for all visitors."""

from copy import copy
from functools import cache
from typing import cast

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from geo.mapview.assets import SCRIPTS, STYLES, address
from geo.mapview.inert import inert_json

MAX_ZOOM = 12  # a pixel of 30 m; the basemap's own detail ends at about zoom 8
ATTRIBUTION = "GeoNames CC BY 4.0 · Natural Earth · Unicode CLDR"


class OfflineMap(folium.Map):
    """A folium map whose scripts and styles all come from the app's own server.

    folium's lists of links are class attributes of `folium.Map`, shared by the whole process; these are set on the
    instance and leave every other map alone.
    """

    def __init__(self, assets_url: str) -> None:
        super().__init__(
            location=(30.0, 40.0),
            zoom_start=3,
            tiles=None,
            min_zoom=1,
            max_zoom=MAX_ZOOM,
            zoom_control=False,
            world_copy_jump=True,
            zoom_snap=0.5,
        )
        # folium.Map keeps the first two for its tiles, of which there are none; map.js itself looks after the frame's size
        self.options |= {"minZoom": 1, "maxZoom": MAX_ZOOM, "trackResize": False}
        self.default_js = [(name, address(assets_url, name)) for name in SCRIPTS]
        self.default_css = [(name, address(assets_url, name)) for name in STYLES]
        self.add_child(_Start(assets_url))


class _Start(MacroElement):
    """Hand the map over to map.js."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.datelineMap.start({{ this._parent.get_name() }}, {{ this.sources }});
        {% endmacro %}
        """
    )

    def __init__(self, assets_url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.sources = inert_json(
            [address(assets_url, "world.topojson"), address(assets_url, "labels.json"), ATTRIBUTION],
        )


class Rendered(Element):
    """A piece of a page that is text already. folium's own element would compile the text as a template once more."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: object) -> str:
        """Return the text."""
        return self.text


class _RenderedMap(OfflineMap):
    """A copy of a map that was rendered already: st_folium renders it with each click, which then costs next to nothing."""

    def __init__(self, original: OfflineMap) -> None:
        """Share all but what folium adds to: the map's children, and the scripts of the page around it."""
        self.__dict__.update(original.__dict__)
        self._done = frozenset(original._children)
        figure = copy(page_around(original))
        figure.script = copy(figure.script)
        figure.script._children = figure.script._children.copy()
        self._children, self._parent = original._children.copy(), figure
        figure._children = type(figure._children)({self.get_name(): self})

    def render(self, **kwargs: object) -> str:
        """Render what was added."""
        for name, child in self._children.items():
            if name not in self._done:
                child.render(**kwargs)
        return ""


def base_map(assets_url: str = "../../assets") -> folium.Map:
    """Return the map without places.

    Hand a new one to each `st_folium` call: that adds the layer to the map that it is given.

    Parameters
    ----------
    assets_url
        where the map's frame finds the assets; the default is right for a frame below `/component/streamlit_folium.st_folium/`
    """
    return _RenderedMap(_rendered(assets_url))


def page_around(element: Element) -> Figure:
    """Return the page that an element of folium stands in."""
    return cast("Figure", element.get_root())


@cache  # there is one
def _rendered(assets_url: str) -> OfflineMap:
    made = OfflineMap(assets_url)
    figure = page_around(made)
    figure.render()
    figure.header, figure.html = Rendered(figure.header.render()), Rendered(figure.html.render())
    return made
