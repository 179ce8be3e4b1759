"""Find names that a source gives a lesser place by mistake: they are a better known place's, and sound like none of its own.

Mesquite, Texas, is called موسكو in GeoNames, and hundreds of villages carry the names of capitals that they once had or never.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz

from geo.gazetteer.importance import importance
from geo.gazetteer.nearest import distance_km
from geo.gazetteer.rows import Name, Row
from geo.models import Point
from geo.text.tokens import name_key

_BETTER_KNOWN = 0.15  # of importance: thirty times as many people
_ELSEWHERE_KM = 60.0  # nearer, the two may be one place or share a name for good reason
_SOUNDS_ALIKE = 60.0  # percent of consonants
_LEAST = 0.5  # importance of the places whose names are guarded: towns of 100,000
_ALIKE = str.maketrans(
    {"c": "k", "q": "k", "g": "k", "x": "k", "j": "y", "z": "s", "v": "b", "w": "b", "p": "b", "f": "b", "d": "t"}
)
_NO_CONSONANT = re.compile("[^bkdhlmnrsty]")


class _Known(NamedTuple):
    importance: float
    point: Point


class BorrowedNames:
    """Guards the names of well-known places: those that they are shown under or that a person gave them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._known: dict[str, _Known] = {}
        for row in rows:
            known = importance(row)
            if row.point is None or known < _LEAST:
                continue
            for name in row.names:
                key = name_key(name.text) if name.preferred or name.curated else ""
                if key and (key not in self._known or self._known[key].importance < known):
                    self._known[key] = _Known(known, row.point)

    def is_borrowed(self, row: Row, name: Name) -> bool:
        """Tell whether a town's name is a better known place's and sounds like none of the town's own."""
        if name.curated or row.feature_class != "P" or row.point is None or name.text == row.names[0].text:
            return False
        known = self._known.get(name_key(name.text))
        if known is None or known.importance - importance(row) < _BETTER_KNOWN:
            return False
        if distance_km(known.point, row.point) < _ELSEWHERE_KM:
            return False
        own = {one.text for one in row.names if one.curated or (one.preferred and one.lang == "en")}
        sound = consonants(name.text)
        return all(fuzz.ratio(sound, consonants(text)) < _SOUNDS_ALIKE for text in own)


@lru_cache(1 << 14)
def consonants(text: str) -> str:
    """Return the consonants of a name in any script, those that sound alike as one letter."""
    return _NO_CONSONANT.sub("", anyascii(text).lower().translate(_ALIKE))
