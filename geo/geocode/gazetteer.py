"""The embedded gazetteer as a geopy geocoder."""

from collections.abc import Iterable, Sequence

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from geo.gazetteer.index import Entry, Gazetteer
from geo.gazetteer.layout import LANGUAGES, OTHER
from geo.models import Place

# How a name fits, added to a place's importance (0..1). Small: they order places that are about as well known.
_DISPLAYED = 0.03  # the place is shown under this very name
_CURATED = 0.08  # a person put the name there
_OTHER_LANGUAGE = 0.4  # only another language has the name: Brasilia is Brazil in Finnish
_BARE = 0.3  # the name wants a class noun: Tana is a river or a lake
_MOST = 50  # places of one name that are returned


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not typed
    """Geocodes names from the embedded gazetteer; never touches the network.

    A result's `raw` is a dict with the `place` (a `geo.models.Place`) and its `fitness`, about 0..1: how well known it
    is and how well the name fits.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(user_agent="dateline-gazetteer")
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's contract; nothing here waits
        language: str | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Location | list[Location] | None:
        """Return the place, or the places best first, that have a name; None if none has.

        Parameters
        ----------
        query
            a name in any script, "name, container" ("Paris, Texas"), or a place's id ("iso:AM")
        language
            ISO 639-1 code of the addresses' language
        country_codes
            ISO 3166-1 alpha-2 codes; places of other countries are left out
        """
        ranked = self._ranked(query.strip(), language)
        if country_codes:
            wanted = {code.upper() for code in ([country_codes] if isinstance(country_codes, str) else country_codes)}
            ranked = [(place, fitness) for place, fitness in ranked if place.country_code in wanted]
        locations = [self._location(place, fitness, language) for place, fitness in ranked[:_MOST]]
        if not locations:
            return None
        return locations[0] if exactly_one else locations

    def _ranked(self, query: str, language: str | None) -> list[tuple[Place, float]]:
        by_id = self._gazetteer.place(query)
        if by_id is not None:
            return [(by_id, by_id.importance)]
        entries = self._gazetteer.entries(query)
        name, comma, container = query.replace("،", ",").rpartition(",")
        if not entries and comma:
            within = [entry.place for entry in self._gazetteer.entries(container)]
            entries = tuple(entry for entry in self._gazetteer.entries(name) if _is_within(entry.place, within))
        ranked = [(entry.place, _fitness(entry, language)) for entry in entries]
        return sorted(ranked, key=lambda pair: -pair[1])

    def _location(self, place: Place, fitness: float, language: str | None) -> Location:
        name = place.name_in(language or "en")
        country = self._gazetteer.place(f"iso:{place.country_code}") if place.country_code else None
        address = name if country is None or place.is_country else f"{name}, {country.name_in(language or 'en')}"
        point = GeopyPoint(place.point.lat, place.point.lon)
        return Location(address, point, {"place": place, "fitness": fitness})


def _fitness(entry: Entry, language: str | None) -> float:
    fitness = entry.place.importance + _DISPLAYED * entry.displayed + _CURATED * entry.curated
    foreign = language in LANGUAGES and not entry.has_language(language)
    if foreign or not entry.langs & ~OTHER:
        fitness -= _OTHER_LANGUAGE
    if entry.bare:
        fitness -= _BARE
    return min(1.0, max(0.0, fitness))


def _is_within(place: Place, containers: Iterable[Place]) -> bool:
    return any(
        place.division == container.id or (container.is_country and place.country_code == container.country_code)
        for container in containers
        if container.id != place.id
    )
