"""The places on the map: one layer that carries data, and is the only thing that changes between reruns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import folium
from folium.template import Template

from geo.mapview.areas import Area
from geo.mapview.base import Rendered, page_around
from geo.mapview.inert import Value, inert_json
from geo.mapview.words import fill_in
from geo.models import Box, Certainty, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place as the map shows it."""

    id: str
    name: str  # the label, in the reader's first language
    other_name: str  # the name in the other script, "" if there is none
    point: Point
    box: Box | None
    mentions: int  # place and metonym mentions; the marker's size
    metonym: bool  # every mention is one: drawn as a diamond
    certainty: Certainty  # unsure is drawn hollow
    disputed: bool  # drawn with a dashed outline
    scale: str  # city, country or region


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """What a map shows: its centre, and Leaflet's zoom."""

    centre: Point
    zoom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A command to move the map; command number `n` is carried out once."""

    n: int
    place_id: str | None  # fly to this place; None: fit the places of `fit_ids`, or those that the page holds for it
    fit_ids: tuple[str, ...] = ()
    at: MapView | None = None  # go exactly there, whatever else is said


class _PlacesLayer(folium.FeatureGroup):
    """An empty feature group whose script hands the data to map.js.

    The markers are kept by map.js from one layer to the next, so that a marker keeps the keyboard's focus over a rerun.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            window.datelineMap.draw({{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, data: str) -> None:
        super().__init__(name="places", control=False)
        self.data = data

    def render(self, **_: object) -> str:
        """Put the script into the page as it is; folium would compile it as a template."""
        page_around(self).script.add_child(Rendered(self._template.module.script(self)), name=self.get_name())
        return ""


def draw_places(
    places: Sequence[MapPlace] | str,
    *,
    selected: str | None,
    view: View | None,
    words: Mapping[str, str],
    area: Area | None = None,
) -> folium.FeatureGroup:
    """Return the layer that shows the places.

    Parameters
    ----------
    places
        in the order in which the keyboard reaches them; or the key under which the page around the map holds their
        `marker_rows`, so that they need not be sent again with each click
    selected
        the id of the place that is drawn as selected
    view
        where the map should go, if anywhere
    words
        translations of the keys of `geo.mapview.WORDS`; a missing one is shown in English
    area
        the outline of the selected place, if it has one
    """
    command = [] if view is None else _as_command(view)
    rows = places if isinstance(places, str) else marker_rows(places)
    outline: list[Value] = [] if area is None else [area.polygons, _as_edges(area.frame)]
    return _PlacesLayer(inert_json([rows, selected, command, fill_in(words), outline]))


def _as_command(view: View) -> list[Value]:
    command: list[Value] = [view.n, view.place_id, view.fit_ids]
    return command if view.at is None else [*command, [view.at.centre.lat, view.at.centre.lon, view.at.zoom]]


def marker_rows(places: Sequence[MapPlace]) -> list[Value]:
    """Return places as the rows that map.js reads; keys would triple their size."""
    return [_as_row(place) for place in places]


def _as_row(place: MapPlace) -> list[Value]:
    return [
        place.id,
        place.name,
        place.other_name,
        place.point.lat,
        place.point.lon,
        [] if place.box is None else _as_edges(place.box),
        place.mentions,
        place.metonym,
        place.certainty is Certainty.UNSURE,
        place.disputed,
        place.scale,
    ]


def _as_edges(box: Box) -> list[Value]:
    return [box.south, box.west, box.north, box.east]
