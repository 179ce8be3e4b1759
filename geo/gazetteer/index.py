"""Read the embedded index: names to places, memory-mapped, nothing loaded before it is asked for."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie

from geo.gazetteer.container import Container, open_container
from geo.gazetteer.layout import (
    ACRONYM,
    ANY,
    BARE,
    CURATED,
    DEGREE,
    DISPLAY,
    IMPORTANCE,
    LANGUAGES,
    PLACE,
    ZIPF,
    language_bit,
    unpack_country,
)
from geo.models import Box, KnownName, Place, Point, Status
from geo.text.tokens import name_key

MAX_WORDS = 8  # the longest name that the build keeps
_CACHED_PLACES = 20_000
_CACHED_NAMES = 50_000
_BEST = 8  # ids that a known name carries


class Match(NamedTuple):
    """A name that begins at a token: how many tokens it takes, and its number in the index."""

    tokens: int
    name: int


class Entry(NamedTuple):
    """A place that has a name, and how: shown under it, curated."""

    place: Place
    displayed: bool
    curated: bool
    bare: bool  # it is short for a longer name: Tana for Lake Tana
    langs: int  # bits of layout.LANGUAGES

    def has_language(self, lang: str) -> bool:
        """Tell whether a language has the name, as far as the sources say."""
        return bool(self.langs & (ANY | language_bit(lang)))


class Gazetteer:
    """An open index. Not found is an answer: an empty tuple or None."""

    def __init__(self, container: Container) -> None:
        sections = container.sections
        self.path = container.path
        self.about: dict[str, Any] = dict(container.about)
        self._ids = marisa_trie.Trie()
        self._ids.map(sections["ids"])
        self._names = marisa_trie.Trie()
        self._names.map(sections["names"])
        self._features = [feature.split(".") for feature in json.loads(bytes(sections["features"]))]
        self._places = sections["places"]
        self._details = sections["details"]
        self._detail_at = sections["detail_at"].cast("I")
        self._posting_at = sections["posting_at"].cast("I")
        self._postings = sections["postings"].cast("I")
        self._flags = sections["posting_flags"]
        self._langs = sections["posting_langs"].cast("I")
        self._word_names = sections["word_names"].cast("I")
        self._word_zipf = sections["word_zipf"]
        self._languages = {lang: column for column, lang in enumerate(self.about["languages"])}
        self._place_at = lru_cache(_CACHED_PLACES)(self._read_place)
        self.known_name = lru_cache(_CACHED_NAMES)(self._read_known_name)
        self._begins = lru_cache(_CACHED_NAMES)(self._read_begins)

    def __len__(self) -> int:
        return len(self._ids)

    def place(self, identifier: str) -> Place | None:
        """Return the place of an id."""
        number = self._ids.get(identifier)
        return None if number is None else self._place_at(number)

    def entries(self, toponym: str) -> tuple[Entry, ...]:
        """Return the places that have a name, best known first."""
        number = self._names.get(name_key(toponym))
        if number is None:
            return ()
        return tuple(
            Entry(
                place=self._place_at(self._postings[at]),
                displayed=bool(self._flags[at] & DISPLAY),
                curated=bool(self._flags[at] & CURATED),
                bare=bool(self._flags[at] & BARE),
                langs=self._langs[at],
            )
            for at in self._range(number)
        )

    def names_beginning(self, prefix: str) -> Iterator[str]:
        """Yield the folded names that begin with a prefix."""
        yield from self._names.iterkeys(name_key(prefix))

    def longest_match(self, first: str, following: Sequence[str]) -> tuple[Match, ...]:
        """Return the names that begin with a token's key and go on with the keys after it, longest first."""
        number, goes_on = self._begins(first)
        alone = () if number is None else (Match(1, number),)
        if not goes_on or not following:
            return alone
        ends = {len(first): 1}
        length = len(first)
        for tokens, key in enumerate(following, start=2):
            length += 1 + len(key)
            ends[length] = tokens
        phrase = f"{first} {' '.join(following)}"
        matches = [
            Match(ends[len(key)], name) for key, name in self._names.iter_prefixes_with_ids(phrase) if len(key) in ends
        ]
        return tuple(reversed(matches))

    def _read_begins(self, first: str) -> tuple[int | None, bool]:
        return self._names.get(first), next(self._names.iterkeys(first + " "), None) is not None

    def _range(self, name: int) -> range:
        return range(self._posting_at[name], self._posting_at[name + 1])

    def _read_known_name(self, name: int, lang: str) -> KnownName | None:
        wanted = ANY | language_bit(lang) if lang in LANGUAGES else ~0
        at = [i for i in self._range(name) if self._langs[i] & wanted]
        if not at:
            return None
        at.sort(key=lambda i: self._flags[i] & BARE)  # a bare name counts only where nothing has it in full
        whole = [i for i in at if not self._flags[i] & BARE] or at
        places = [self._place_at(self._postings[i]) for i in at]
        flags = [self._flags[i] for i in whole]
        best = places[:_BEST]
        key = self._names.restore_key(name)
        return KnownName(
            key=key,
            words=key.count(" ") + 1,
            country_codes=frozenset(place.country_code for place in best if place.country_code),
            importance=best[0].importance,
            zipf=self._zipf(name, lang),
            country=any(place.is_country for place in best[: len(whole)]),
            continent=best[0].feature_code == "CONT",
            capital=any(place.is_capital and flag & DISPLAY for place, flag in zip(best, flags, strict=False)),
            curated=any(flag & CURATED for flag in flags),
            displayed=bool(flags[0] & DISPLAY),
            institution=best[0].stands_for is not None,
            acronym=all(flag & ACRONYM for flag in flags),
            needs_class_noun=all(flag & BARE for flag in flags),
            classes=frozenset(place.feature_class for place in places),
            best=tuple(place.id for place in best),
        )

    def _zipf(self, name: int, lang: str) -> float:
        row = bisect_left(self._word_names, name)
        column = self._languages.get(lang)
        if column is None or row == len(self._word_names) or self._word_names[row] != name:
            return 0.0
        return self._word_zipf[row * len(self._languages) + column] / ZIPF

    def _read_place(self, number: int) -> Place:
        lat, lon, population, country, feature, known = PLACE.unpack_from(self._places, number * PLACE.size)
        details = json.loads(bytes(self._details[self._detail_at[number] : self._detail_at[number + 1]]))
        feature_class, feature_code = self._features[feature]
        names = details["names"]
        identifier = self._ids.restore_key(number)
        return Place(
            id=identifier,
            name=names.get("en") or next(iter(names.values()), identifier),
            names=names,
            point=Point(lat=lat / DEGREE, lon=lon / DEGREE),
            box=Box(**dict(zip(("south", "west", "north", "east"), details["box"], strict=True)))
            if "box" in details
            else None,
            country_code=unpack_country(country),
            division=details.get("division"),
            feature_class=feature_class,
            feature_code=feature_code,
            population=population or None,
            importance=known / IMPORTANCE,
            touches=tuple(details.get("touches", ())),
            stands_for=details.get("stands_for"),
            status=_status(details["status"]) if "status" in details else None,
        )


def open_gazetteer(path: Path) -> Gazetteer:
    """Open an index file.

    Raises
    ------
    GazetteerError
        If the file cannot be used; the message says why and what to do.
    """
    return Gazetteer(open_container(path))


def _status(cells: list[Any]) -> Status:
    kind, since, source, checked, note = cells
    return Status(kind=kind, since=since, source=source, checked=checked, note=note)
