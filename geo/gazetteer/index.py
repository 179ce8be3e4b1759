"""Read the embedded index: names to places, memory-mapped, nothing loaded before it is asked for."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from geo.gazetteer.areas import Areas
from geo.gazetteer.container import Container, open_container
from geo.gazetteer.layout import (
    ACRONYM,
    ANY,
    BARE,
    CURATED,
    DISPLAY,
    LANGUAGES,
    LIST,
    WORD_LANGUAGES,
    ZIPF,
    language_bit,
)
from geo.gazetteer.nearest import Nearest
from geo.gazetteer.records import PlaceRecords, map_trie
from geo.gazetteer.search import NameSearch
from geo.models import KnownName, Place, Point
from geo.text.tokens import Tokens, name_key

MAX_WORDS = 8  # the longest name that the build keeps
_CACHED_NAMES = 50_000
_CACHED_WORDS = 100_000  # of texts, with the names that begin so; most begin none and take little
_WORD_BYTES = (len(WORD_LANGUAGES) + 1) // 2
_SHARING = 3  # places of one name that are offered while somebody types
_MOST_SECONDS = 500  # second words of names that are remembered for a first; few words begin more names
_MOST_READINGS = 8  # of a beginning of a name whose words are inflected
_BEST = 8  # ids that a known name carries


Forms = Callable[[str], Sequence[str]]  # a word's key -> the keys that it may be an inflected form of
ANY_WORD: AbstractSet[str] = frozenset({"*"})  # stands for more words than are remembered


_BEGINS_NONE: tuple[None, AbstractSet[str]] = (None, frozenset())


class Match(NamedTuple):
    """A name that begins at a token: how many tokens it takes, and its number in the index."""

    tokens: int
    name: int


class Found(NamedTuple):
    """A name in a text: its first token, how many tokens it takes, and its number in the index."""

    first: int
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
        self._records = PlaceRecords(sections)
        self._how = [tuple(pair) for pair in json.loads(bytes(sections["facts"]))["how"]]
        self._names = map_trie(sections["names"])
        self._name_at, self._lists = (sections[name].cast("I") for name in ("name_at", "lists"))
        self._name_how, self._list_how = (sections[name].cast("H") for name in ("name_how", "list_how"))
        self._word_names, self._word_zipf = sections["word_names"].cast("I"), sections["word_zipf"]
        self._search = NameSearch(self._names, map_trie(sections["known"]), map_trie(sections["known_backward"]))
        self._nearest = Nearest(sections["places"], sections["cell_at"].cast("I"), sections["cells"].cast("I"))
        self._areas = Areas(sections["area_rows"].cast("I"), sections["area_at"].cast("I"), sections["areas"])
        self._place_at = self._records.at
        self.known_name = lru_cache(_CACHED_NAMES)(self._read_known_name)
        self._begins = lru_cache(_CACHED_WORDS)(self._read_begins)

    def __len__(self) -> int:
        return len(self._records)

    # --- places

    def place(self, identifier: str) -> Place | None:
        """Return the place of an id."""
        number = self._records.row_of(identifier)
        return None if number is None else self._place_at(number)

    def places(self) -> Iterator[Place]:
        """Yield every place, in the order of their rows."""
        return map(self._records.read, range(len(self)))

    def entries(self, toponym: str) -> tuple[Entry, ...]:
        """Return the places that have a name, best known first."""
        number = self._names.get(name_key(toponym))
        if number is None:
            return ()
        at = self._name_at[number]
        if at < LIST:  # one place has the name, as most
            return (self._entry(at, self._name_how[number]),)
        return tuple(self._entry(row, how) for row, how in self._postings(number))

    def nearest(self, point: Point, limit: int = 1, within_km: float = 200.0) -> tuple[tuple[Place, float], ...]:
        """Return the towns and sites nearest to a point and their distances in km, nearest first."""
        return tuple((self._place_at(row), km) for km, row in self._nearest.near(point, limit, within_km))

    def containing(self, point: Point) -> tuple[Place, ...]:
        """Return the divisions, countries and contested regions whose area a point lies in, smallest first."""
        return tuple(self._place_at(row) for row in self._areas.containing(point))

    def country_at(self, point: Point) -> str | None:
        """Return the ISO code of the country whose area a point lies in; None for the sea and for contested land."""
        return next((place.country_code for place in self.containing(point) if place.is_country), None)

    def area(self, identifier: str) -> dict[str, Any] | None:
        """Return the area of a place as a GeoJSON geometry, longitude first; None if the index has none."""
        number = self._records.row_of(identifier)
        area = None if number is None else self._areas.area(number)
        return None if area is None else area.__geo_interface__

    # --- names

    def keys(self) -> Iterator[str]:
        """Yield every folded name."""
        yield from self._names.iterkeys()

    def names_beginning(self, prefix: str, limit: int = 10) -> tuple[Entry, ...]:
        """Return the best known places with a name that begins so, each once: those shown under it come first."""
        names = self._search.beginning(name_key(prefix), limit)
        best = nsmallest(2 * limit, names, key=self._rank)
        entries = [self._entry(*posting) for name in best for posting in islice(self._postings(name), _SHARING)]
        entries.sort(key=lambda entry: (not entry.displayed, -entry.place.importance))
        return tuple(_once(entries, limit))

    def _rank(self, name: int) -> tuple[bool, int]:
        """Return what a name's best known place sorts by: shown under the name first, then the best known."""
        row, how = next(self._postings(name))
        return not self._how[how][0] & DISPLAY, -self._records.importance(row)

    def similar_names(self, misspelled: str, limit: int = 10) -> tuple[Entry, ...]:
        """Return the places with the names spelled most like a word; of those equally alike, the best known first."""
        similar = self._search.similar(name_key(misspelled), 4 * limit)
        likeness = [round(one.likeness, 2) for one in similar]
        entries = zip(likeness, self._first_entries(one.name for one in similar), strict=True)
        ranked = sorted(entries, key=lambda pair: (-pair[0], -pair[1].place.importance))
        return tuple(_once((entry for _, entry in ranked), limit))

    def names_at(self, tokens: Tokens, i: int, first: str, forms: Forms | None = None) -> list[Match]:
        """Return the names that begin at token i, longest first.

        `first` is how its key is read, without a prefix; `forms` gives the ways to read a word after it.
        """
        number, seconds = self._begins(first)
        if seconds and tokens.joined(i):
            following = tokens.keys[i + 1]
            if seconds is ANY_WORD or following in seconds:
                return (
                    self._longer_names(tokens, i, first) if forms is None else self._inflected(tokens, i, first, forms)
                )
            if forms is not None and not seconds.isdisjoint(forms(following)):
                return self._inflected(tokens, i, first, forms)
        return [] if number is None else [Match(1, number)]

    def begins_name(self, first: str) -> bool:
        """Tell whether any name is, or begins with, a word or some words."""
        number, seconds = self._begins(first)
        return number is not None or bool(seconds)

    def scan(self, tokens: Tokens) -> list[Found]:
        """Return every known name of a text, the longest at each token, without overlaps, in order.

        The same names as `names_at` gives token by token, in a loop that does little for the words that begin none.
        """
        found: list[Found] = []
        keys, joined, end, free = tokens.keys, tokens.joined, len(tokens), 0
        for i, (number, seconds) in enumerate(map(self._begins, keys)):
            if i < free or (number is None and not seconds):
                continue
            taken = 1
            if seconds and i + 1 < end and (keys[i + 1] in seconds or seconds is ANY_WORD) and joined(i):
                matches = self._longer_names(tokens, i, keys[i])
                taken, number = matches[0] if matches else (1, None)
            if number is not None:
                found.append(Found(i, taken, number))
                free = i + taken
        return found

    def _longer_names(self, tokens: Tokens, i: int, first: str) -> list[Match]:
        last, phrase, ends = i, first, {len(first): 1}
        while last - i < MAX_WORDS - 1 and tokens.joined(last):
            last += 1
            phrase = f"{phrase} {tokens.keys[last]}"
            ends[len(phrase)] = last - i + 1
        found = self._names.iter_prefixes_with_ids(phrase)
        return [Match(ends[len(key)], number) for key, number in found if len(key) in ends][::-1]

    def _inflected(self, tokens: Tokens, i: int, first: str, forms: Forms) -> list[Match]:
        """Return the names whose words the tokens may be inflected forms of."""
        number = self._names.get(first)
        matches = [] if number is None else [Match(1, number)]
        phrases, last = [first], i
        while phrases and last - i < MAX_WORDS - 1 and tokens.joined(last):
            last += 1
            readings = [f"{phrase} {form}" for phrase in phrases for form in forms(tokens.keys[last])]
            phrases = [one for one in readings if next(self._names.iterkeys(one), None) is not None][:_MOST_READINGS]
            found = next((number for one in phrases if (number := self._names.get(one)) is not None), None)
            if found is not None:
                matches.append(Match(last - i + 1, found))
        return matches[::-1]

    def known_key(self, key: str, lang: str) -> KnownName | None:
        """Return what is known of a folded name in a language; None if no place has it there."""
        number = self._names.get(key)
        return None if number is None else self.known_name(number, lang)

    def _read_begins(self, first: str) -> tuple[int | None, AbstractSet[str]]:
        """Return the number of a one-word name, and the words that may follow it in longer names."""
        number = self._names.get(first)
        longer = list(islice(self._names.iterkeys(first + " "), _MOST_SECONDS + 1))
        if not longer:
            return (number, frozenset()) if number is not None else _BEGINS_NONE
        begin = len(first) + 1
        seconds = ANY_WORD if len(longer) > _MOST_SECONDS else frozenset(key[begin:].split(" ", 1)[0] for key in longer)
        return number, seconds

    def _postings(self, name: int) -> Iterator[tuple[int, int]]:
        """Yield the row of each place that has a name, and the number of how it has it, best known first."""
        at, how = self._name_at[name], self._name_how[name]
        if at < LIST:
            yield at, how
        else:
            yield from zip(
                self._lists[at - LIST : at - LIST + how], self._list_how[at - LIST : at - LIST + how], strict=True
            )

    def _entry(self, row: int, how: int) -> Entry:
        flags, langs = self._how[how]
        return Entry(self._place_at(row), bool(flags & DISPLAY), bool(flags & CURATED), bool(flags & BARE), langs)

    def _first_entries(self, names: Iterable[int]) -> Iterator[Entry]:
        return (self._entry(*next(self._postings(name))) for name in names)

    def _read_known_name(self, name: int, lang: str) -> KnownName | None:
        wanted = ANY | language_bit(lang) if lang in LANGUAGES else ~0
        postings = [(row, *self._how[how]) for row, how in self._postings(name)]
        postings = [posting for posting in postings if posting[2] & wanted]
        if not postings:
            return None
        postings.sort(key=lambda posting: posting[1] & BARE)  # a bare name counts only where nothing has it in full
        whole = [flags for _, flags, _ in postings if not flags & BARE] or [flags for _, flags, _ in postings]
        best = [self._place_at(row) for row, _, _ in postings[:_BEST]]
        key = self._names.restore_key(name)
        return KnownName(
            key=key,
            words=key.count(" ") + 1,
            country_codes=frozenset(place.country_code for place in best if place.country_code),
            importance=best[0].importance,
            zipf=self._zipf(name, lang),
            country=any(place.is_country for place in best[: len(whole)]),
            continent=best[0].feature_code == "CONT",
            capital=any(place.is_capital and flag & DISPLAY for place, flag in zip(best, whole, strict=False)),
            curated=any(flag & CURATED for flag in whole),
            displayed=bool(whole[0] & DISPLAY),
            institution=best[0].stands_for is not None,
            acronym=all(flag & ACRONYM for flag in whole),
            needs_class_noun=all(flag & BARE for flag in whole),
            classes=frozenset(self._records.feature_class(row) for row, _, _ in postings),
            best=tuple(place.id for place in best),
        )

    def _zipf(self, name: int, lang: str) -> float:
        row = bisect_left(self._word_names, name)
        if lang not in WORD_LANGUAGES or row == len(self._word_names) or self._word_names[row] != name:
            return 0.0
        column = WORD_LANGUAGES.index(lang)
        pair = self._word_zipf[row * _WORD_BYTES + column // 2]
        return (pair >> 4 if column % 2 else pair & 15) / ZIPF


def open_gazetteer(path: Path) -> Gazetteer:
    """Open an index file.

    Raises
    ------
    GazetteerError
        If the file cannot be used; the message says why and what to do.
    """
    return Gazetteer(open_container(path))


def find_names(tokens: Tokens, names_at: Callable[[Tokens, int, str], list[Match]]) -> list[Found]:
    """Return every name of a text that a matcher knows, the longest at each token, without overlaps, in order."""
    found: list[Found] = []
    i, end, keys = 0, len(tokens), tokens.keys
    while i < end:
        matches = names_at(tokens, i, keys[i])
        if matches:
            taken, number = matches[0]
            found.append(Found(i, taken, number))
            i += taken
        else:
            i += 1
    return found


def _once(entries: Iterable[Entry], limit: int) -> Iterator[Entry]:
    """Yield the first entries, each place once."""
    seen: set[str] = set()
    for entry in entries:
        if len(seen) == limit:
            return
        if entry.place.id not in seen:
            seen.add(entry.place.id)
            yield entry
