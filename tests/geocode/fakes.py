"""Geocoders that answer what a test wants."""

from collections.abc import Mapping

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point


class ListGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not typed
    """Knows the addresses of a list; remembers what it was asked."""

    def __init__(self, known: Mapping[str, list[tuple[str, float, float]]]) -> None:
        super().__init__(user_agent="test")
        self.asked: list[tuple[str, str | None]] = []
        self._known = known

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: object = None, language: str | None = None
    ) -> Location | list[Location] | None:
        del timeout
        self.asked.append((query, language))
        found = [Location(address, Point(lat, lon), {"osm_id": 1}) for address, lat, lon in self._known.get(query, [])]
        if not found:
            return None
        return found[0] if exactly_one else found


class OnePlaceGeocoder(ListGeocoder):
    """Puts whatever it is asked for at one point."""

    def __init__(self, lat: float, lon: float) -> None:
        super().__init__({})
        self._at = Point(lat, lon)

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: object = None, language: str | None = None
    ) -> Location | list[Location] | None:
        del timeout
        self.asked.append((query, language))
        found = Location(f"{query}, Nowhere", self._at, {})
        return found if exactly_one else [found]
