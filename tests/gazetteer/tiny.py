"""A tiny index, built through the same door as the shipped one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.gazetteer.areas import encode_area
from geo.gazetteer.container import write_container
from geo.gazetteer.index import Gazetteer, open_gazetteer
from geo.gazetteer.indexing import IndexWriter, area_sections
from geo.gazetteer.rows import Name, Row
from geo.models import Point


def make_row(identifier: str, *names: Name, **fields: Any) -> Row:
    """Return a row of a town, or whatever the fields make of it."""
    given: dict[str, Any] = {
        "id": identifier,
        "feature_class": "P",
        "feature_code": "PPL",
        "point": Point(lat=1.0, lon=2.0),
        "country_code": "SY",
        "names": names,
    }
    return Row(**{**given, **fields})


def make_country_row(code: str, *names: Name, **fields: Any) -> Row:
    return make_row(
        f"iso:{code}", *names, **{"feature_class": "A", "feature_code": "PCLI", "country_code": code, **fields}
    )


def write_index(
    path: Path,
    rows: Sequence[Row],
    zipf: Mapping[str, Mapping[str, float]] | None = None,
    areas: Mapping[str, Any] | None = None,
) -> Path:
    """Write an index of rows; `zipf` gives words' frequencies by language, `areas` polygons by place."""
    with IndexWriter(path.parent, lambda lang: (zipf or {}).get(lang, {}), {}) as writer:
        for row in rows:
            writer.add(row)
        sections, counts = writer.sections()
    sections |= area_sections(sections["ids"], {name: encode_area(area) for name, area in (areas or {}).items()})
    write_container(path, sections, {**counts, "packages": {}, "files": {}})
    return path


def open_index(
    path: Path,
    rows: Sequence[Row],
    zipf: Mapping[str, Mapping[str, float]] | None = None,
    areas: Mapping[str, Any] | None = None,
) -> Gazetteer:
    return open_gazetteer(write_index(path, rows, zipf, areas))
