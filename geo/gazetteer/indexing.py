"""Lay rows out as the sections of an index.

Rows come one by one. What they say is kept in flat arrays and, names, in files beside the index, so that a build of
millions of places needs memory for numbers and for one trie at a time, not for objects.
"""

import json
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import marisa_trie
import numpy as np
import numpy.typing as npt

from geo.errors import GazetteerError
from geo.gazetteer.display import ReadShares, display_names, language_bits
from geo.gazetteer.importance import WELL_KNOWN, importance
from geo.gazetteer.layout import (
    ACRONYM,
    BARE,
    CELL_ROWS,
    CELLS_AROUND,
    CURATED,
    DEGREE,
    DISPLAY,
    IMPORTANCE,
    LANGUAGES,
    LIST,
    OTHER,
    SHORTEST_NAME,
    WORD_LANGUAGES,
    ZIPF,
    cell_of,
)
from geo.gazetteer.rows import Row
from geo.text.tokens import name_key

MAX_WORDS = 8  # of one name; longer ones are left out
_LONGEST_ACRONYM = 5
_LONGEST_SHOWN = 255  # bytes of a display name
_DOUBTS = ACRONYM | BARE
_POINTS = frozenset("PSR")  # feature classes that a point may be near to
_RAREST_WORD = 1.5  # Zipf frequency; what is rarer than once in 30 million words is no everyday word
_MOST_SHARING = (1 << 16) - 1  # places of one name that the layout can count

ReadFrequencies = Callable[[str], Mapping[str, float]]  # language -> Zipf frequency of each folded word
Numbers = npt.NDArray[Any]


class _Spool:
    """Lines on their way to a trie: written once, read as often as needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self.count = 0

    def add(self, line: str) -> None:
        self._file.write(line + "\n")
        self.count += 1

    def lines(self) -> Iterator[str]:
        self._file.flush()
        with self._path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield line[:-1]

    def close(self) -> None:
        self._file.close()

    def trie(self) -> tuple[marisa_trie.Trie, Numbers]:
        """Return a trie of the lines, and the trie's number of each line."""
        trie = marisa_trie.Trie(self.lines())
        return trie, np.fromiter((trie[line] for line in self.lines()), dtype=np.uint32, count=self.count)


class IndexWriter:
    """Takes rows and gives the sections of an index; a context, since it keeps files while it works.

    Parameters
    ----------
    folder
        where the files of unfinished work may lie; they are gone when the context ends
    frequencies
        gives the Zipf frequency of each folded word of a language; asked once for each, at the end
    shares
        share of running text of each word as it is spelled, by language; it chooses between the spellings of a name
    """

    def __init__(self, folder: Path, frequencies: ReadFrequencies, shares: ReadShares) -> None:
        self._frequencies = frequencies
        self._shares = shares
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = TemporaryDirectory(prefix=".build-", dir=folder)
        beside = Path(self._folder.name)
        self._ids, self._keys = _Spool(beside / "ids"), _Spool(beside / "keys")
        self._places: dict[str, array[Any]] = {
            column: array(code)
            for column, code in (
                ("lat", "i"),
                ("lon", "i"),
                ("population", "I"),
                ("division", "H"),
                ("feature", "H"),
                ("country", "B"),
                ("importance", "B"),
            )
        }
        self._tables: dict[str, dict[str, int]] = {
            "features": {},
            "countries": {"": 0},
            "divisions": {"": 0},
        }
        self._details: dict[int, str] = {}
        self._postings = {"place": array("I"), "flags": array("B"), "langs": array("I")}
        self._hows: list[list[int]] = []
        self._shown = bytearray()
        self._shown_at = array("Q", [0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for spool in (self._ids, self._keys):
            spool.close()
        self._folder.cleanup()

    def __len__(self) -> int:
        return self._ids.count

    def add(self, row: Row) -> None:
        """Take a row; its id must not have come before."""
        if row.point is None:
            raise ValueError(f"{row.id} has no point")
        number = len(self)
        self._ids.add(row.id)
        facts = {
            "lat": round(row.point.lat * DEGREE),
            "lon": round(row.point.lon * DEGREE),
            "population": min(row.population or 0, 0xFFFFFFFF),
            "division": self._number("divisions", row.division or ""),
            "feature": self._number("features", f"{row.feature_class}.{row.feature_code}"),
            "country": self._number("countries", row.country_code or ""),
            "importance": round(min(1.0, importance(row)) * IMPORTANCE),
        }
        for column, value in facts.items():
            self._places[column].append(value)
        if details := _details(row):
            self._details[number] = json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._add_names(number, row)

    def _number(self, table: str, value: str) -> int:
        numbers = self._tables[table]
        return numbers.setdefault(value, len(numbers))

    def _add_names(self, number: int, row: Row) -> None:
        shown = display_names(row.names, self._shares)
        for column, lang in enumerate(LANGUAGES):
            if text := _cut(shown.get(lang, "")):
                self._shown += bytes((column, len(text))) + text
        self._shown_at.append(len(self._shown))
        own = set(shown.values())
        for name in row.names:
            key = name_key(name.text)
            if len(key) < SHORTEST_NAME or key.count(" ") >= MAX_WORDS or key.replace(" ", "").isdigit():
                continue
            self._keys.add(key)
            self._postings["place"].append(number)
            self._postings["langs"].append(language_bits(name))
            self._postings["flags"].append(
                (DISPLAY * (name.text in own))
                | (CURATED * name.curated)
                | (ACRONYM * _is_acronym(name.text))
                | (BARE * name.bare)
            )

    # --- laying out

    def sections(self) -> tuple[dict[str, bytes], dict[str, int]]:
        """Return the sections, and how many places and names they hold."""
        ids, row_of = self._ids.trie()
        if len(ids) != len(self):
            raise GazetteerError(f"{len(self) - len(ids)} places of the build share an id with another place")
        places = self._laid_out_places(row_of)
        names, postings = self._laid_out_postings(row_of, places["importance"])
        known = np.flatnonzero(postings.pop("known"))
        sections = {"ids": ids.tobytes(), "names": names.tobytes()}
        sections["places"] = places.tobytes()
        sections |= {name: _bytes(values) for name, values in postings.items()}
        sections |= self._laid_out_shown(row_of)
        sections |= self._laid_out_details(row_of)
        sections |= _cells(places, self._feature_classes())
        sections |= self._words(names)
        known_keys = [names.restore_key(int(number)) for number in known]
        sections["known"] = marisa_trie.Trie(known_keys).tobytes()
        sections["known_backward"] = marisa_trie.Trie(key[::-1] for key in known_keys).tobytes()
        facts = {name: list(values) for name, values in self._tables.items()} | {"how": self._hows}
        sections["facts"] = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        return sections, {"places": len(ids), "names": len(names), "postings": len(self._postings["place"])}

    def _laid_out_places(self, row_of: Numbers) -> Numbers:
        order = np.argsort(row_of)
        places = np.empty(
            len(self),
            dtype=[
                ("lat", "<i4"),
                ("lon", "<i4"),
                ("population", "<u4"),
                ("division", "<u2"),
                ("feature", "<u2"),
                ("country", "u1"),
                ("importance", "u1"),
            ],
        )
        for column, values in self._places.items():
            places[column] = np.asarray(values)[order]
        return places

    def _laid_out_postings(self, row_of: Numbers, importances: Numbers) -> tuple[marisa_trie.Trie, dict[str, Numbers]]:
        """Return the trie of names and their postings: each name's places, best known first, each place once."""
        trie, name = self._keys.trie()
        place = row_of[np.asarray(self._postings["place"])]
        flags = np.asarray(self._postings["flags"]).astype(np.uint64)
        langs = np.asarray(self._postings["langs"]).astype(np.uint64)
        order = np.lexsort((place, name))
        name, place, flags, langs = name[order], place[order], flags[order], langs[order]
        first = _firsts((name[1:] != name[:-1]) | (place[1:] != place[:-1]), len(name))
        if not len(first):
            nothing = np.array([], dtype="<u4")
            return trie, dict.fromkeys(("name_at", "name_how", "lists", "list_how", "known"), nothing)
        merits = np.bitwise_or.reduceat(flags & ~np.uint64(_DOUBTS), first)
        doubts = np.bitwise_and.reduceat(flags & np.uint64(_DOUBTS), first)  # stays if every spelling of the key has it
        how = ((merits | doubts) << np.uint64(32)) | np.bitwise_or.reduceat(langs, first)
        name, place = name[first], place[first]
        order = np.lexsort((place, -importances[place].astype(np.int16), name))
        name, place, how = name[order], place[order], how[order]
        spoken = (how & np.uint64(0xFFFFFFFF & ~OTHER)) != 0  # by more than languages that Dateline has no words of
        hows, how = np.unique(how, return_inverse=True)
        if len(hows) > _MOST_SHARING:
            raise GazetteerError(f"the build has {len(hows):,} kinds of postings, the index has room for 65,535")
        self._hows = [[int(value) >> 32, int(value) & 0xFFFFFFFF] for value in hows]
        starts = _firsts(name[1:] != name[:-1], len(name))
        counts = np.minimum(np.diff(np.r_[starts, len(name)]), _MOST_SHARING)
        many = counts > 1
        in_list = np.repeat(many, np.diff(np.r_[starts, len(name)]))
        list_at = np.cumsum(np.r_[0, np.where(many, counts, 0)])[:-1]
        return trie, {
            "name_at": np.where(many, list_at + LIST, place[starts]).astype("<u4"),
            "name_how": np.where(many, counts, how[starts]).astype("<u2"),
            "lists": place[in_list].astype("<u4"),
            "list_how": how[in_list].astype("<u2"),
            "known": (importances[place[starts]] >= round(WELL_KNOWN * IMPORTANCE)) & spoken[starts],
        }

    def _laid_out_shown(self, row_of: Numbers) -> dict[str, bytes]:
        begins = np.asarray(self._shown_at)
        order = np.argsort(row_of)
        starts = np.cumsum(np.r_[0, np.diff(begins)[order]])
        names = b"".join(self._shown[begins[number] : begins[number + 1]] for number in order)
        return {"shown": names, "shown_at": _bytes(starts.astype("<u4"))}

    def _laid_out_details(self, row_of: Numbers) -> dict[str, bytes]:
        ordered = sorted((int(row_of[number]), text.encode()) for number, text in self._details.items())
        starts = np.cumsum([0, *(len(text) for _, text in ordered)])
        return {
            "detail_rows": _bytes(np.array([row for row, _ in ordered], dtype="<u4")),
            "detail_at": _bytes(starts.astype("<u4")),
            "details": b"".join(text for _, text in ordered),
        }

    def _feature_classes(self) -> list[str]:
        return [feature[:1] for feature in self._tables["features"]]

    def _words(self, names: marisa_trie.Trie) -> dict[str, bytes]:
        """Return how common the names are as words, one language after the other: their lists are large."""
        common = np.zeros((len(names), len(WORD_LANGUAGES)), dtype=np.uint8)
        for column, lang in enumerate(WORD_LANGUAGES):
            table = self._frequencies(lang)
            if table:
                every = (zipf_of_key(names.restore_key(number), table) for number in range(len(names)))
                zipf = np.fromiter(every, dtype=np.float32, count=len(names))
                common[:, column] = np.where(zipf >= _RAREST_WORD, np.minimum(15, np.rint(zipf * ZIPF)), 0)
        numbers = np.flatnonzero(common.any(axis=1))
        pairs = np.pad(common[numbers], ((0, 0), (0, common.shape[1] % 2)))
        packed = pairs[:, ::2] | pairs[:, 1::2] << 4
        return {"word_names": _bytes(numbers.astype("<u4")), "word_zipf": _bytes(packed)}


def zipf_of_key(key: str, frequencies: Mapping[str, float]) -> float:
    """Return how common a name's rarest word is; 0 when one of its words is unknown."""
    return min(frequencies.get(word, 0.0) for word in key.split())


def _details(row: Row) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if row.box is not None:
        details["box"] = [row.box.south, row.box.west, row.box.north, row.box.east]
    if row.status is not None:
        status = row.status
        details["status"] = [status.kind, status.since, status.source, status.checked, dict(status.note)]
    few = {"touches": row.touches, "stands_for": row.stands_for}
    return details | {name: value for name, value in few.items() if value}


def _cells(places: Numbers, classes: Sequence[str]) -> dict[str, bytes]:
    """Return the towns and sites by cell, for the reader's walk from a point outwards."""
    is_point = np.array([one in _POINTS for one in classes], dtype=bool)
    rows = np.flatnonzero(is_point[places["feature"]]) if len(classes) else np.array([], dtype=np.int64)
    cell = np.array(
        [
            cell_of(lat / DEGREE, lon / DEGREE)
            for lat, lon in zip(places["lat"][rows], places["lon"][rows], strict=True)
        ],
        dtype=np.int64,
    )
    order = np.argsort(cell, kind="stable")
    starts = np.searchsorted(cell[order], np.arange(CELL_ROWS * CELLS_AROUND + 1))
    return {"cells": _bytes(rows[order].astype("<u4")), "cell_at": _bytes(starts.astype("<u4"))}


def _firsts(changes: Numbers, count: int) -> Numbers:
    """Return where runs of equal values begin, from where each of `count` values differs from the one before it."""
    return np.flatnonzero(np.r_[True, changes]) if count else np.array([], dtype=np.int64)


def _bytes(values: Numbers) -> bytes:
    return values.tobytes()


def _cut(text: str) -> bytes:
    """Return a display name in UTF-8, no longer than the layout has room for, its last letter whole."""
    return text.encode()[:_LONGEST_SHOWN].decode(errors="ignore").encode()


def _is_acronym(text: str) -> bool:
    return len(text) <= _LONGEST_ACRONYM and text.isalpha() and text.isupper()


def area_sections(ids: bytes, areas: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the sections of the areas of places, by the places' ids."""
    trie = marisa_trie.Trie().frombytes(ids)
    ordered = sorted(
        (trie[identifier], zlib.compress(area)) for identifier, area in areas.items() if identifier in trie
    )
    starts = np.cumsum([0, *(len(area) for _, area in ordered)])
    return {
        "area_rows": _bytes(np.array([row for row, _ in ordered], dtype="<u4")),
        "area_at": _bytes(starts.astype("<u4")),
        "areas": b"".join(area for _, area in ordered),
    }
