"""Lay rows out as the sections of an index."""

import json
import math
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import marisa_trie

from geo.gazetteer.layout import (
    ACRONYM,
    BARE,
    CURATED,
    DEGREE,
    DISPLAY,
    IMPORTANCE,
    LANGUAGES,
    PLACE,
    WORD_LANGUAGES,
    ZIPF,
    language_bit,
    pack_country,
)
from geo.gazetteer.names import display_names
from geo.gazetteer.rows import Row
from geo.text.tokens import name_key

# Importance is log10 of an effective population, over 10. A capital is written of like a city 30 times its size, the
# seat of a division like one 3 times; countries stand above every city.
_RANK = {"PPLC": 30, "PPLA": 3}
_MIN_POPULATION = 500  # GeoNames often says 0 for less
_CURATED = {"L": 0.8, "H": 0.75, "T": 0.7, "S": 0.65, "V": 0.6, "A": 0.8, "P": 0.6}
_INSTITUTION = 0.8
_DIVISION = 0.5  # below the cities that divisions share their names with: the bare name means the city
_MAX_WORDS = 8
_LONGEST_ACRONYM = 5
_DOUBTS = ACRONYM | BARE

Frequencies = Mapping[str, dict[str, float]]


def index_sections(
    rows: Sequence[Row], frequencies: Frequencies, arabic: Mapping[str, float]
) -> tuple[dict[str, bytes], dict[str, int]]:
    """Return the sections of an index over rows, and how many places and names it holds.

    `arabic` gives the share of running text of each Arabic spelling; it chooses between spellings of one key.
    """
    ids = marisa_trie.Trie([row.id for row in rows])
    ordered: list[Row] = sorted(rows, key=lambda row: ids[row.id])
    importances = [importance(row) for row in ordered]
    features = sorted({f"{row.feature_class}.{row.feature_code}" for row in ordered})
    shown = [_shown_names(row, frequencies, arabic) for row in ordered]
    sections = {
        "ids": ids.tobytes(),
        "features": json.dumps(features).encode(),
        "places": b"".join(map(_packed, ordered, importances, [features.index(_feature(row)) for row in ordered])),
        **_details(ordered, shown),
    }
    postings = _postings(ordered, shown)
    names = marisa_trie.Trie(list(postings))
    by_name = sorted(postings, key=lambda key: names[key])
    sections["names"] = names.tobytes()
    sections |= _posting_sections([postings[key] for key in by_name], importances)
    sections |= _word_sections(by_name, frequencies)
    return sections, {"places": len(ordered), "names": len(by_name)}


def importance(row: Row) -> float:
    """Return how well known a place is, 0..1."""
    population = max(row.population or 0, _MIN_POPULATION)
    if row.feature_class == "A" and row.feature_code.startswith("PCL"):
        return 0.9 + math.log10(population) / 100
    if row.stands_for:
        return _INSTITUTION
    if row.feature_class == "P":
        rank = max((weight for code, weight in _RANK.items() if row.feature_code == code), default=1)
        by_size = min(0.89, math.log10(population * rank) / 10)
        return max(by_size, _CURATED["P"]) if row.status else by_size  # news writes of contested towns
    if row.feature_code == "ADM1":
        return _DIVISION
    return _CURATED.get(row.feature_class, 0.5)


def zipf_of_key(key: str, frequencies: Mapping[str, float]) -> float:
    """Return how common a name's rarest word is; 0 when one of its words is unknown."""
    return min(frequencies.get(word, 0.0) for word in key.split())


def _feature(row: Row) -> str:
    return f"{row.feature_class}.{row.feature_code}"


def _packed(row: Row, known: float, feature: int) -> bytes:
    if row.point is None:
        raise ValueError(f"{row.id} has no point")
    return PLACE.pack(
        round(row.point.lat * DEGREE),
        round(row.point.lon * DEGREE),
        row.population or 0,
        pack_country(row.country_code),
        feature,
        round(known * IMPORTANCE),
    )


def _shown_names(row: Row, frequencies: Frequencies, arabic: Mapping[str, float]) -> dict[str, str]:
    def how_usual(text: str) -> tuple[float, float]:
        spelled = min((arabic.get(word, 0.0) for word in text.split()), default=0.0)
        return zipf_of_key(name_key(text) or "-", frequencies["ar"]), spelled

    shown = display_names(row.names, how_usual)
    return {lang: shown[lang] for lang in LANGUAGES if lang in shown}


def _details(rows: Sequence[Row], shown: Sequence[dict[str, str]]) -> dict[str, bytes]:
    starts, texts = array("I", [0]), bytearray()
    for row, names in zip(rows, shown, strict=True):
        details: dict[str, Any] = {"names": names}
        if row.box is not None:
            details["box"] = [row.box.south, row.box.west, row.box.north, row.box.east]
        if row.status is not None:
            status = row.status
            details["status"] = [status.kind, status.since, status.source, status.checked, dict(status.note)]
        few = {"touches": row.touches, "stands_for": row.stands_for, "division": row.division}
        details |= {name: value for name, value in few.items() if value}
        texts += json.dumps(details, ensure_ascii=False, separators=(",", ":")).encode()
        starts.append(len(texts))
    return {"detail_at": starts.tobytes(), "details": bytes(texts)}


class Posting(NamedTuple):
    """How a place has a name."""

    flags: int
    langs: int


def _postings(rows: Sequence[Row], shown: Sequence[dict[str, str]]) -> dict[str, dict[int, Posting]]:
    postings: dict[str, dict[int, Posting]] = {}
    for number, (row, displayed) in enumerate(zip(rows, shown, strict=True)):
        own = set(displayed.values())
        for name in row.names:
            key = name_key(name.text)
            if len(key) < 2 or key.count(" ") >= _MAX_WORDS or key.replace(" ", "").isdigit():
                continue
            flags = (DISPLAY * (name.text in own)) | (CURATED * name.curated)
            doubts = (ACRONYM * _is_acronym(name.text)) | (BARE * name.bare)
            at_key = postings.setdefault(key, {})
            before, langs = at_key.get(number, Posting(_DOUBTS, 0))
            doubts &= before  # a doubt stays only if every spelling of the key has it
            at_key[number] = Posting(flags | (before & ~_DOUBTS) | doubts, langs | language_bit(name.lang))
    return postings


def _is_acronym(text: str) -> bool:
    return len(text) <= _LONGEST_ACRONYM and text.isalpha() and text.isupper()


def _posting_sections(postings: Sequence[Mapping[int, Posting]], importances: Sequence[float]) -> dict[str, bytes]:
    starts, places, langs, flags = array("I", [0]), array("I"), array("I"), bytearray()
    for of_name in postings:
        for number in sorted(of_name, key=lambda place: (-importances[place], place)):
            places.append(number)
            flags.append(of_name[number].flags)
            langs.append(of_name[number].langs)
        starts.append(len(places))
    return {
        "posting_at": starts.tobytes(),
        "postings": places.tobytes(),
        "posting_flags": bytes(flags),
        "posting_langs": langs.tobytes(),
    }


def _word_sections(keys: Sequence[str], frequencies: Frequencies) -> dict[str, bytes]:
    names, zipf = array("I"), bytearray()
    for number, key in enumerate(keys):
        row = bytes(round(zipf_of_key(key, frequencies[lang]) * ZIPF) for lang in WORD_LANGUAGES)
        if any(row):
            names.append(number)
            zipf += row
    return {"word_names": names.tobytes(), "word_zipf": bytes(zipf)}
