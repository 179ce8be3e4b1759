"""Several indexes read as one: a reader's own places before those that ship."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from geo.gazetteer.index import Entry, Forms, Found, Gazetteer, Match, find_names, open_gazetteer
from geo.models import KnownName, Place, Point
from geo.text.tokens import Tokens


class AnyGazetteer(Protocol):
    """What an index, or several read as one, can be asked."""

    @property
    def path(self) -> Path: ...
    @property
    def about(self) -> dict[str, Any]: ...
    def __len__(self) -> int: ...
    def place(self, identifier: str) -> Place | None: ...
    def entries(self, toponym: str) -> tuple[Entry, ...]: ...
    def nearest(self, point: Point, limit: int = 1, within_km: float = 200.0) -> tuple[tuple[Place, float], ...]: ...
    def containing(self, point: Point) -> tuple[Place, ...]: ...
    def area(self, identifier: str) -> dict[str, Any] | None: ...
    def names_beginning(self, prefix: str, limit: int = 10) -> tuple[Entry, ...]: ...
    def similar_names(self, misspelled: str, limit: int = 10) -> tuple[Entry, ...]: ...
    def names_at(self, tokens: Tokens, i: int, first: str, forms: Forms | None = None) -> list[Match]: ...
    def begins_name(self, first: str) -> bool: ...
    def known_name(self, name: int, lang: str) -> KnownName | None: ...
    def scan(self, tokens: Tokens) -> list[Found]: ...


class Layers:
    """Indexes read as one, the first one's places before those of the next; a name's number tells its layer too."""

    def __init__(self, layers: Sequence[Gazetteer]) -> None:
        self._layers = tuple(layers)

    @property
    def path(self) -> Path:
        """Return the file of the last layer, the one that ships."""
        return self._layers[-1].path

    @property
    def about(self) -> dict[str, Any]:
        """Return what the last layer says of itself, and how many places the reader added to it."""
        return self._layers[-1].about | {"own_places": sum(len(layer) for layer in self._layers[:-1])}

    def __len__(self) -> int:
        return sum(map(len, self._layers))

    def place(self, identifier: str) -> Place | None:
        """Return the place of an id."""
        return next(filter(None, (layer.place(identifier) for layer in self._layers)), None)

    def entries(self, toponym: str) -> tuple[Entry, ...]:
        """Return the places that have a name, layer by layer, in each the best known first."""
        return tuple(chain.from_iterable(layer.entries(toponym) for layer in self._layers))

    def nearest(self, point: Point, limit: int = 1, within_km: float = 200.0) -> tuple[tuple[Place, float], ...]:
        """Return the towns and sites nearest to a point and their distances in km, nearest first."""
        found = chain.from_iterable(layer.nearest(point, limit, within_km) for layer in self._layers)
        return tuple(sorted(found, key=lambda pair: pair[1]))[:limit]

    def containing(self, point: Point) -> tuple[Place, ...]:
        """Return the divisions, countries and contested regions whose area a point lies in, smallest first."""
        return tuple(chain.from_iterable(layer.containing(point) for layer in self._layers))

    def area(self, identifier: str) -> dict[str, Any] | None:
        """Return the area of a place as a GeoJSON geometry, longitude first; None if no layer has one."""
        return next(filter(None, (layer.area(identifier) for layer in self._layers)), None)

    def names_beginning(self, prefix: str, limit: int = 10) -> tuple[Entry, ...]:
        """Return the best known places with a name that begins so, each once."""
        return self._joined((layer.names_beginning(prefix, limit) for layer in self._layers), limit)

    def similar_names(self, misspelled: str, limit: int = 10) -> tuple[Entry, ...]:
        """Return the places with the names spelled most like a word, layer by layer."""
        return self._joined((layer.similar_names(misspelled, limit) for layer in self._layers), limit)

    def names_at(self, tokens: Tokens, i: int, first: str, forms: Forms | None = None) -> list[Match]:
        """Return the names that begin at token i, longest first, from every layer."""
        found: dict[int, Match] = {}
        for number, layer in enumerate(self._layers):
            for match in layer.names_at(tokens, i, first, forms):
                found.setdefault(match.tokens, Match(match.tokens, match.name * len(self._layers) + number))
        return sorted(found.values(), reverse=True)

    def begins_name(self, first: str) -> bool:
        """Tell whether any name of any layer is, or begins with, a word or some words."""
        return any(layer.begins_name(first) for layer in self._layers)

    def known_name(self, name: int, lang: str) -> KnownName | None:
        """Return what is known of a name in a language, from the first layer that has it; all count its places."""
        number, own_name = name % len(self._layers), name // len(self._layers)
        known = self._layers[number].known_name(own_name, lang)
        if known is None:
            return None
        for layer in self._layers[number + 1 :]:
            other = layer.known_key(known.key, lang)
            if other is not None:
                known = replace(
                    known,
                    country_codes=known.country_codes | other.country_codes,
                    zipf=max(known.zipf, other.zipf),
                    classes=known.classes | other.classes,
                    best=known.best + other.best,
                )
        return known

    def scan(self, tokens: Tokens) -> list[Found]:
        """Return every known name of a text, the longest at each token, without overlaps, in order."""
        return find_names(tokens, self.names_at)

    def _joined(self, by_layer: Iterable[tuple[Entry, ...]], limit: int) -> tuple[Entry, ...]:
        entries: Iterator[Entry] = chain.from_iterable(by_layer)
        return tuple({entry.place.id: entry for entry in reversed(list(entries))}.values())[::-1][:limit]


def open_layers(shipped: Path, own: Sequence[Path]) -> AnyGazetteer:
    """Open an index and those of a reader's own places, which come first.

    Raises
    ------
    GazetteerError
        If one of the files cannot be used; the message says which, why and what to do.
    """
    base = open_gazetteer(shipped)
    return Layers((*map(open_gazetteer, own), base)) if own else base
