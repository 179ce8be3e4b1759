"""What the rest of a text says about where it happens."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.models import Candidate, Mention, Place, Point

NEAR_KM = 150.0  # two hours by road; the field counts 161 km as right
_BAND = 1.5  # degrees of latitude: 165 km, more than what is near
DEMONYM = "iso:"  # what the toponym of a nationality word begins with: the country's id
STANDS_OUT = 0.1  # importance: ten times as well known as its namesakes elsewhere
_EARTH_KM = 6371.0088
_MOST_ANCHORS = 200  # of a long text, the first; more say nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place of the text that is hardly in doubt."""

    toponym: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where the outlet of an article is at home."""

    country_code: str | None = None
    divisions: frozenset[str] = frozenset()  # ids


class Surroundings:
    """The countries, divisions and places that a text names."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self.countries: dict[str, str] = {}  # code -> name
        self._toponyms: dict[str, set[str]] = {}  # code -> the toponyms that name the country
        self._divisions: dict[str, str] = {}  # id -> the toponym that names it
        self._places = [anchor for anchor in anchors if not self._add_country(anchor)][:_MOST_ANCHORS]
        self._ranks: dict[tuple[str | None, str], set[str]] = {}  # country and rank of divisions -> toponyms
        for anchor in self._places:
            place = anchor.place
            if place.feature_class == "A":
                self._ranks.setdefault((place.country_code, place.feature_code), set()).add(anchor.toponym)
                self._divisions.setdefault(place.id, anchor.toponym)
        self._in_country: Counter[str] = Counter()
        self._in_division: Counter[str] = Counter()
        for anchor in self._places:
            if anchor.place.country_code:
                self._in_country[anchor.place.country_code] += 1
            self._in_division.update(anchor.place.within)
        self._towns: dict[int, list[Anchor]] = {}  # by bands of latitude
        for anchor in self._places:
            if anchor.place.feature_class == "P":
                self._towns.setdefault(int(anchor.place.point.lat // _BAND), []).append(anchor)

    def _add_country(self, anchor: Anchor) -> bool:
        place = anchor.place
        if place.is_country and place.country_code:
            self.countries.setdefault(place.country_code, place.name)
            self._toponyms.setdefault(place.country_code, set()).add(anchor.toponym)
            return True
        return False

    def named_country(self, place: Place, toponym: str) -> str | None:
        """Return the code of a country that the text names, by another name, and that a place lies in or borders."""
        near = [
            code
            for code in (place.country_code, *place.touches)
            if code and (named := self._toponyms.get(code)) and (len(named) > 1 or toponym not in named)
        ]
        return near[0] if near else None

    def names_countries_beside(self, toponym: str) -> bool:
        """Tell whether the text names a country by another name."""
        return len(self._toponyms) > 1 or any(named != {toponym} for named in self._toponyms.values())

    def has_nationals(self, place: Place) -> bool:
        """Tell whether nationality words alone name a place's country: with the country itself its capital is seldom named."""
        toponyms = self._toponyms.get(place.country_code or "", set())
        return bool(toponyms) and all(toponym.startswith(DEMONYM) for toponym in toponyms)

    def names_division_of(self, place: Place, toponym: str) -> bool:
        """Tell whether the text names a division that a place lies in, by another name than its own."""
        return any(self._divisions.get(division, toponym) != toponym for division in place.within)

    def places_in_country(self, place: Place, own: Place | None) -> int:
        """Return how many other places lie in a place's country, or in one that it touches; `own`: the toponym's place."""
        codes = (place.country_code,) if place.country_code else place.touches
        return max(
            (self._in_country[code] - (own is not None and own.country_code == code) for code in codes), default=0
        )

    def names_sibling_of(self, place: Place, toponym: str) -> bool:
        """Tell whether the text names another division of a division's country and rank."""
        if place.feature_class != "A" or place.is_country:
            return False
        return not self._ranks.get((place.country_code, place.feature_code), set()) <= {toponym}

    def places_inside(self, place: Place, own: Place | None) -> int:
        """Return how many other places of the text lie in a division."""
        inside = self._in_division.get(place.id, 0)  # of a Counter, whose [] is slow where nothing is
        return inside - (own is not None and place.id in own.within) if inside else 0

    def places_in_division(self, place: Place, own: Place | None) -> int:
        """Return how many other places of the text lie in a place's smallest division that any lies in."""
        mine = () if own is None else own.within
        return max((self._in_division[one] - (one in mine) for one in place.within), default=0)

    def is_near_another(self, place: Place, toponym: str) -> bool:
        """Tell whether a place of another name lies within 150 km."""
        band = int(place.point.lat // _BAND)
        return any(
            anchor.toponym != toponym and distance_km(anchor.place.point, place.point) <= NEAR_KM
            for one in (band - 1, band, band + 1)
            for anchor in self._towns.get(one, ())
        )


def first_anchors(mentions: Sequence[Mention], found: Sequence[tuple[Candidate, ...]]) -> list[Anchor]:
    """Return the places that are hardly in doubt before the text is read as a whole, a toponym once."""
    anchors: dict[str, Anchor] = {}
    for mention, candidates in zip(mentions, found, strict=True):
        if candidates and mention.toponym not in anchors:
            place = candidates[0].place
            if place.is_country or _stands_out(candidates):
                anchors[mention.toponym] = Anchor(toponym=mention.toponym, place=place)
    return list(anchors.values())


def own_places(anchors: Iterable[Anchor]) -> Mapping[str, Place]:
    """Return what each toponym counts as in the surroundings."""
    return {anchor.toponym: anchor.place for anchor in anchors}


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance of two points in km, by the haversine formula."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _stands_out(candidates: Sequence[Candidate]) -> bool:
    """Tell whether the best known candidate is ten times as well known as any in another country."""
    best = candidates[0].place
    others = [c.place.importance for c in candidates[1:] if c.place.country_code != best.country_code]
    return best.importance - max(others, default=0.0) >= STANDS_OUT
