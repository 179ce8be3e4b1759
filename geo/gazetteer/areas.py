"""Areas of countries and divisions, as the index keeps them, and which of them a point lies in.

An area is a multipolygon in steps of 0.01 degrees: uint16 polygons, for each of them uint16 rings (the outer one
first), for each of these uint16 points and the points as int16 pairs of longitude and latitude. All little endian.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geo.models import Point

if TYPE_CHECKING:  # neither is loaded before an area is asked for; reading a text asks for none
    import numpy as np
    import numpy.typing as npt
    from shapely import STRtree
    from shapely.geometry import MultiPolygon

STEP = 0.01  # degrees, 1.1 km at the equator; a whole turn of them fits into 16 bits
_NEAR = 0.05  # degrees; how far outside an area a point may lie that the area's simplified coast cut off
_COUNT, _PAIR, _BYTES = "<u2", "<i2", 2  # how numpy writes them, and the bytes of one number


def encode_area(area: "MultiPolygon") -> bytes:
    """Return an area whose coordinates are whole steps, as bytes."""
    import numpy as np

    parts = [_number(len(area.geoms))]
    for polygon in area.geoms:
        rings = [polygon.exterior, *polygon.interiors]
        parts.append(_number(len(rings)))
        for ring in rings:
            points = np.rint(np.asarray(ring.coords)[:, :2] / STEP).astype(_PAIR)
            parts += [_number(len(points)), points.tobytes()]
    return b"".join(parts)


def decode_area(data: bytes | memoryview) -> "MultiPolygon":
    """Return the area of some bytes, in degrees."""
    import numpy as np
    import shapely

    at = 0

    def number() -> int:
        nonlocal at
        at += _BYTES
        return int(np.frombuffer(data, _COUNT, 1, at - _BYTES)[0])

    def ring() -> "npt.NDArray[np.floating[Any]]":
        nonlocal at
        size = number()
        points: npt.NDArray[np.floating[Any]] = np.frombuffer(data, _PAIR, 2 * size, at).reshape(-1, 2) * STEP
        at += 2 * size * _BYTES
        return points

    polygons = []
    for _ in range(number()):
        outer, *holes = [ring() for _ in range(number())]
        polygons.append(shapely.Polygon(outer, holes))
    return shapely.MultiPolygon(polygons)


class Areas:
    """The areas of an index; a polygon is read when it is first asked for, shapely imported only then."""

    def __init__(self, rows: memoryview, starts: memoryview, data: memoryview) -> None:
        self._rows = rows
        self._starts = starts
        self._data = data

    def __len__(self) -> int:
        return len(self._rows)

    def area(self, row: int) -> "MultiPolygon | None":
        """Return the area of a place's row, in degrees, longitude first; None if it has none."""
        at = bisect_left(self._rows, row)
        if at == len(self._rows) or self._rows[at] != row:
            return None
        return self._read(at)

    def containing(self, point: Point) -> Sequence[int]:
        """Return the rows of the places whose area a point lies in, smallest first; else those just beside it."""
        import shapely

        here = shapely.Point(point.lon, point.lat)
        tree, areas = self._tree
        found: Iterable[int] = tree.query(here, predicate="intersects")
        if not len(list(found)):
            found = tree.query(here, predicate="dwithin", distance=_NEAR)
        return [int(self._rows[i]) for i in sorted(found, key=lambda i: areas[i].area)]

    @cached_property
    def _tree(self) -> "tuple[STRtree, list[MultiPolygon]]":
        import shapely

        areas = [self._read(at) for at in range(len(self._rows))]
        return shapely.STRtree(areas), areas

    def _read(self, at: int) -> "MultiPolygon":
        return decode_area(zlib.decompress(self._data[self._starts[at] : self._starts[at + 1]]))


def _number(value: int) -> bytes:
    return value.to_bytes(_BYTES, "little")
