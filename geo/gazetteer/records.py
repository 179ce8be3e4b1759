"""Read one place of the index from its fixed row and the sections that hold what only some places have."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import marisa_trie

from geo.gazetteer.layout import DEGREE, IMPORTANCE, LANGUAGES, PLACE
from geo.models import Box, Place, Point, Status

_CACHED_PLACES = 20_000
_IMPORTANCE_AT = PLACE.size - 1  # the last byte of a place
_SIDES = ("south", "west", "north", "east")
_NO_DETAILS: dict[str, Any] = {}


class PlaceRecords:
    """The places of an index by their row; remembers the last ones that were read."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        facts = json.loads(bytes(sections["facts"]))
        self._features = [feature.split(".", 1) for feature in facts["features"]]
        self._countries = [code or None for code in facts["countries"]]
        self._divisions = [identifier or None for identifier in facts["divisions"]]
        self._ids = map_trie(sections["ids"])
        self._places = sections["places"]
        self._shown_at, self._shown = sections["shown_at"].cast("I"), sections["shown"]
        self._detail_of = {row: at for at, row in enumerate(sections["detail_rows"].cast("I"))}  # few places have any
        self._detail_at = sections["detail_at"].cast("I")
        self._details = sections["details"]
        self._within = lru_cache(len(self._divisions))(lambda division: tuple(self._divisions_up(division)))
        self.at = lru_cache(_CACHED_PLACES)(self.read)

    def __len__(self) -> int:
        return len(self._ids)

    def row_of(self, identifier: str) -> int | None:
        """Return the row of a place's id; None if the index does not have it."""
        try:
            row: int | None = self._ids.get(identifier)
        except UnicodeEncodeError:  # half a surrogate pair, which no id has
            return None
        return row

    def read(self, row: int) -> Place:
        """Return the place of a row, read anew."""
        lat, lon, population, division, feature, country, known = PLACE.unpack_from(self._places, row * PLACE.size)
        feature_class, feature_code = self._features[feature]
        names = self._read_names(row)
        identifier = self._ids.restore_key(row)
        return Place(
            id=identifier,
            name=names.get("en") or next(iter(names.values()), identifier),
            names=names,
            point=Point(lat=lat / DEGREE, lon=lon / DEGREE),
            country_code=self._countries[country],
            within=self._within(division),
            feature_class=feature_class,
            feature_code=feature_code,
            population=population or None,
            importance=known / IMPORTANCE,
            **(_rare_facts(details) if (details := self._read_details(row)) else {}),
        )

    def importance(self, row: int) -> int:
        """Return how well known a place is, 0..255, without reading the rest of it."""
        known: int = self._places[row * PLACE.size + _IMPORTANCE_AT]
        return known

    def feature_class(self, row: int) -> str:
        """Return a place's feature class without reading the rest of it: hundreds may have a name."""
        feature_class: str = self._features[PLACE.unpack_from(self._places, row * PLACE.size)[4]][0]
        return feature_class

    def _divisions_up(self, division: int) -> Iterator[str]:
        """Yield the ids of a division and of those that it lies in."""
        seen: set[str] = set()
        while (identifier := self._divisions[division]) is not None and identifier not in seen:
            yield identifier
            seen.add(identifier)
            row = self._ids.get(identifier)
            division = 0 if row is None else PLACE.unpack_from(self._places, row * PLACE.size)[3]

    def _read_names(self, row: int) -> dict[str, str]:
        names: dict[str, str] = {}
        shown = bytes(self._shown[self._shown_at[row] : self._shown_at[row + 1]])
        at = 0
        while at < len(shown):
            end = at + 2 + shown[at + 1]
            names[LANGUAGES[shown[at]]] = shown[at + 2 : end].decode()
            at = end
        return names

    def _read_details(self, row: int) -> dict[str, Any]:
        at = self._detail_of.get(row)
        if at is None:
            return _NO_DETAILS
        details: dict[str, Any] = json.loads(bytes(self._details[self._detail_at[at] : self._detail_at[at + 1]]))
        return details


def map_trie(section: memoryview) -> marisa_trie.Trie:
    """Return the trie of a section, which stays where it is."""
    trie = marisa_trie.Trie()
    trie.map(section)
    return trie


def _rare_facts(details: dict[str, Any]) -> dict[str, Any]:
    """Return what only few places have: a box, a status, what they touch and stand for."""
    return {
        "box": Box(**dict(zip(_SIDES, details["box"], strict=True))) if "box" in details else None,
        "touches": tuple(details.get("touches", ())),
        "stands_for": details.get("stands_for"),
        "status": _status(details["status"]) if "status" in details else None,
    }


def _status(cells: list[Any]) -> Status:
    kind, since, source, checked, note = cells
    return Status(kind=kind, since=since, source=source, checked=checked, note=note)
