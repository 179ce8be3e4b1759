"""Ask any geopy geocoder for the places that a toponym may mean."""

from collections.abc import Callable
from functools import lru_cache

from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geo.models import Candidate, Place, Point

FindCandidates = Callable[[str, str], tuple[Candidate, ...]]
_CACHED = 4_096
_UNRANKED = 0.5  # importance of a place of a geocoder that does not say


def candidate_finder(geocoder: Geocoder) -> FindCandidates:
    """Return a function from a toponym and a language to candidates, best first; it asks once per toponym."""

    @lru_cache(_CACHED)
    def find_candidates(toponym: str, lang: str) -> tuple[Candidate, ...]:
        found = geocoder.geocode(toponym, exactly_one=False, language=lang)
        return tuple(_candidate(location, geocoder) for location in found or ())

    return find_candidates


def _candidate(location: Location, geocoder: Geocoder) -> Candidate:
    raw = location.raw if isinstance(location.raw, dict) else {}
    place = raw.get("place")
    if isinstance(place, Place):
        return Candidate(place=place, score=float(raw.get("fitness", place.importance)))
    name = location.address.split(",")[0].strip()
    service = type(geocoder).__name__.lower()
    return Candidate(
        place=Place(
            id=f"{service}:{location.latitude:.5f},{location.longitude:.5f}",
            name=name,
            names={},
            point=Point(lat=location.latitude, lon=location.longitude),
            feature_class="P",
            feature_code="PPL",
            importance=_UNRANKED,
        ),
        score=_UNRANKED,
    )
