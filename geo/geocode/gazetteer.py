"""The embedded gazetteer as a geopy geocoder."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, islice
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from geo.gazetteer.display import may_be_written_in
from geo.gazetteer.index import Entry
from geo.gazetteer.layers import AnyGazetteer
from geo.gazetteer.layout import LANGUAGES, OTHER
from geo.languages import read_languages
from geo.models import Box, Place, Point
from geo.text.language import announces
from geo.text.tokens import name_key

# How a name fits, added to a place's importance (0..1). Small: they order places that are about as well known.
_DISPLAYED = 0.06  # the place is shown under this very name
_CURATED = 0.08  # a person put the name there
_OTHER_LANGUAGE = 0.4  # only another language has the name: Brasilia is Brazil in Finnish
_BARE = 0.3  # the name wants a class noun: Tana is a river or a lake
_BIAS = 1.0  # it lies in a country, or in the view, that the caller prefers: such places come first
_AROUND_A_TOWN = 0.25  # a town of its name lies in it, and the bare name means the town
_MISSPELLED = 0.2  # the name is only spelled alike
_MOST = 50  # places of one name that are returned
_MOST_CONTAINERS = 4  # commas that are read: town, district, province, country
KINDS = {  # what `featuretype` may be, as GeoNames feature classes and the beginning of their codes
    "country": ("A.PCL",),
    "division": ("A.ADM",),
    "city": ("P.",),
    "region": ("L.",),
    "water": ("H.",),
    "relief": ("T.", "V.", "U."),
    "site": ("S.", "R."),
}


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not typed
    """Geocodes names from the embedded gazetteer; never touches the network.

    A result's `raw` is a dict with the `place` (a `geo.models.Place`) and its `fitness`, about 0..1: how well known it
    is and how well the name fits. A misspelled name's has `misspelled` too, a reversed point's has `km`.
    """

    def __init__(self, gazetteer: AnyGazetteer) -> None:
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
        country_bias: str | Sequence[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        featuretype: str | None = None,
        fuzzy: bool = False,
    ) -> Location | list[Location] | None:
        """Return the place, or the places best first, that have a name; None if none has.

        Parameters
        ----------
        query
            a name in any script, "name, container" ("Paris, Texas"), or a place's id ("iso:AM")
        language
            ISO 639-1 code of the addresses' language, and of the query's if it is written in that language's letters:
            names of other languages then come last
        country_codes
            ISO 3166-1 alpha-2 codes; places of other countries are left out
        country_bias
            such codes; places of these countries come first
        viewbox
            two opposite corners, each whatever geopy takes for a point; places inside come first
        bounded
            leave out the places outside the view box
        featuretype
            a key of KINDS: country, division, city, region, water, relief or site; other places are left out
        fuzzy
            where no place has the name, return those with a name spelled alike

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If a feature type or a view box is none.
        """
        box = _box(viewbox)
        spoken = language if language is not None and may_be_written_in(query, language) else None
        ranked = self._ranked(query.strip(), spoken)
        misspelled = not ranked and fuzzy
        if misspelled:
            ranked = [
                (entry.place, _fitness(entry, spoken) - _MISSPELLED)
                for entry in self._gazetteer.similar_names(query, _MOST)
            ]
        wanted = _codes(country_codes)
        ranked = [
            (place, fitness)
            for place, fitness in ranked
            if (not wanted or place.country_code in wanted)
            and (featuretype is None or _is_of_kind(place, featuretype))
            and not (bounded and box is not None and not box.contains(place.point))
        ]
        preferred = _codes(country_bias)
        if preferred or box is not None:
            ranked = [(place, fitness + _bias(place, preferred, box)) for place, fitness in ranked]
        if not misspelled or preferred or box is not None:
            ranked.sort(key=lambda pair: -pair[1])
        more = {"misspelled": True} if misspelled else {}
        return _answer((self._location(p, language, fitness=f, **more) for p, f in ranked[:_MOST]), exactly_one)

    def reverse(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's contract
        language: str | None = None,
        within_km: float = 100.0,
    ) -> Location | list[Location] | None:
        """Return the town or site nearest to a point, or all answers: nearest ones first, then what contains the point.

        Parameters
        ----------
        query
            whatever geopy takes for a point
        language
            ISO 639-1 code of the addresses' language
        within_km
            how far away the nearest place may lie; the open sea has no answer

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is no point.
        """
        point = _point(query)
        nearest = self._gazetteer.nearest(point, 1 if exactly_one else 10, within_km)
        locations = [self._location(place, language, km=round(km, 3)) for place, km in nearest]
        if not (locations and exactly_one):
            locations += [self._location(place, language, km=0.0) for place in self._gazetteer.containing(point)]
        return _answer(locations, exactly_one)

    def _ranked(
        self, query: str, language: str | None, containers: int = _MOST_CONTAINERS
    ) -> list[tuple[Place, float]]:
        by_id = self._gazetteer.place(query)
        if by_id is not None:
            return [(by_id, by_id.importance)]
        ranked = _by_fitness(self._gazetteer.entries(query), language)
        name, comma, container = query.replace("،", ",").rpartition(",")
        if not ranked and comma and containers:
            around = [place for place, _ in self._ranked(container.strip(), language, 0)]
            inside = self._ranked(name.strip(), language, containers - 1)
            ranked = [(place, fitness) for place, fitness in inside if any(_lies_in(place, one) for one in around)]
        if not ranked and not comma:
            ranked = self._beside_class_noun(query, language)
        return sorted(ranked, key=lambda pair: -pair[1])

    def _beside_class_noun(self, query: str, language: str | None) -> list[tuple[Place, float]]:
        """Return the places of a class that a noun beside the name announces: Kursk region, مدينة حلب."""
        for words, feature_class in _announced(name_key(query).split()):
            entries = self._gazetteer.entries(" ".join(words))
            fitting = [entry for entry in entries if announces(feature_class, entry.place.feature_class)]
            if fitting:
                return _by_fitness(fitting, language)
        return []

    def _location(self, place: Place, language: str | None, **raw: object) -> Location:
        address = ", ".join(self._address(place, language or "en"))
        return Location(address, GeopyPoint(place.point.lat, place.point.lon), {"place": place, **raw})

    def _address(self, place: Place, language: str) -> Iterator[str]:
        yield place.name_in(language)
        country = self._gazetteer.place(f"iso:{place.country_code}") if place.country_code else None
        if country is not None and not place.is_country:
            yield country.name_in(language)


def _announced(keys: Sequence[str]) -> Iterator[tuple[Sequence[str], str]]:
    """Yield a name's words without the class noun that some language has there, and the class that it announces."""
    if len(keys) < 2:
        return
    for one in read_languages().values():
        if (feature_class := one.triggers_before.get(keys[0])) is not None:
            yield list(dropwhile(one.fillers.__contains__, keys[1:])), feature_class
        if (feature_class := one.triggers_after.get(keys[-1])) is not None:
            yield keys[:-1], feature_class


def _answer(locations: Iterable[Location], exactly_one: bool) -> Location | list[Location] | None:
    found = list(islice(locations, 1 if exactly_one else None))
    if not found:
        return None
    return found[0] if exactly_one else found


def _by_fitness(entries: Sequence[Entry], language: str | None) -> list[tuple[Place, float]]:
    """Return places with their fitness; a division around a town of the same name comes behind it."""
    around = {identifier for entry in entries if entry.place.feature_class == "P" for identifier in entry.place.within}
    return [
        (entry.place, max(0.0, _fitness(entry, language) - _AROUND_A_TOWN * (entry.place.id in around)))
        for entry in entries
    ]


def _fitness(entry: Entry, language: str | None) -> float:
    fitness = entry.place.importance + _DISPLAYED * entry.displayed + _CURATED * entry.curated
    foreign = language in LANGUAGES and not entry.has_language(language)
    if foreign or not entry.langs & ~OTHER:
        fitness -= _OTHER_LANGUAGE
    if entry.bare:
        fitness -= _BARE
    return min(1.0, max(0.0, fitness))


def _lies_in(place: Place, container: Place) -> bool:
    """Tell whether a place lies in a division or a country, or in the box of a region."""
    in_region = container.feature_class == "L" and container.box is not None and container.box.contains(place.point)
    return place.lies_in(container) or (in_region and place.id != container.id)


def _bias(place: Place, countries: frozenset[str], box: Box | None) -> float:
    near = not countries.isdisjoint({place.country_code or "", *place.touches})
    return _BIAS * (near + (box is not None and box.contains(place.point)))


def _is_of_kind(place: Place, kind: str) -> bool:
    if kind not in KINDS:
        raise GeocoderQueryError(f"the feature type {kind!r} is none of {', '.join(KINDS)}")
    return f"{place.feature_class}.{place.feature_code}".startswith(KINDS[kind])


def _codes(codes: str | Sequence[str] | None) -> frozenset[str]:
    return frozenset(code.upper() for code in ([codes] if isinstance(codes, str) else codes or ()))


def _box(viewbox: Sequence[Any] | None) -> Box | None:
    if viewbox is None:
        return None
    corners = [_point(corner) for corner in viewbox]
    if len(corners) != 2:
        raise GeocoderQueryError(f"a view box has two opposite corners, not {len(corners)}")
    lats, lons = sorted(corner.lat for corner in corners), sorted(corner.lon for corner in corners)
    return Box(south=lats[0], west=lons[0], north=lats[1], east=lons[1])


def _point(query: object) -> Point:
    try:
        point = GeopyPoint(query)
    except (ValueError, TypeError) as error:
        raise GeocoderQueryError(f"{query!r} is no point: {error}") from error
    return Point(lat=point.latitude, lon=point.longitude)
