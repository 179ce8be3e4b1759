"""A user's own places: read from CSV or GeoJSON, checked row by row, kept as an index of their own."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.gazetteer.container import write_container
from geo.gazetteer.layout import LANGUAGES, SHORTEST_NAME
from geo.gazetteer.names import clean
from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point
from geo.text.tokens import name_key

REQUIRED = ("name", "lat", "lon")
OPTIONAL = ("id", "names", "country", "class", "code", "population", *(f"name_{lang}" for lang in LANGUAGES))
FEATURE_CLASSES = frozenset("AHLPRSTUV")
IMPORTANCE = 0.97  # above every country: who adds a place means it
_SUFFIX = ".dgz"
_COUNTRY = re.compile(r"[A-Z]{2}")
_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_MOST_PROBLEMS = 10  # that one error message lists

CountryAt = Callable[[Point], str | None]  # which country a point lies in, None for the sea and contested land


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """What a file of places says: the rows that can be used, and a sentence for each that cannot."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...] = ()


def read_own_places(path: Path, country_at: CountryAt = lambda _: None) -> OwnFile:
    """Read a CSV table with the columns name, lat and lon, or GeoJSON points with the property name.

    Optional columns or properties: `id`; `names` (more names, joined by "|"); `name_ar`, `name_en` ... (the name in a
    language); `country` (ISO 3166-1 alpha-2); `class` and `code` (GeoNames feature class and code, else P and PPL);
    `population`. A GeoJSON polygon counts as its middle and its box.

    Parameters
    ----------
    country_at
        tells latitude and longitude that were exchanged where both are in range: the point then lies in another
        country than the row says

    Raises
    ------
    GazetteerError
        If nothing of the file can be read: no such file, no such table, another encoding.
    """
    reader = _Reader(path, country_at)
    try:
        records = _geojson(path) if path.suffix.lower() in {".geojson", ".json"} else _csv(path)
        for where, record in records:
            reader.take(where, record)
    except OSError as error:
        raise GazetteerError(
            f"cannot read {path}: {error.strerror}; check the name and that you may open it"
        ) from error
    return OwnFile(rows=tuple(reader.rows), problems=tuple(reader.problems))


def add_own_places(path: Path, folder: Path, *, skip_bad: bool, country_at: CountryAt) -> OwnFile:
    """Check a file of places and keep it as an index in a folder; a file of the same name is replaced.

    Raises
    ------
    GazetteerError
        If the file cannot be read, or a row is bad and bad rows are not to be skipped; then nothing is kept.
    """
    from geo.gazetteer.indexing import IndexWriter, area_sections  # loads numpy, which a reader of texts does without

    read = read_own_places(path, country_at)
    if read.problems and not skip_bad:
        shown = list(read.problems[:_MOST_PROBLEMS])
        if len(read.problems) > _MOST_PROBLEMS:
            shown.append(f"and {len(read.problems) - _MOST_PROBLEMS:,} more")
        good = len(read.rows)
        shown.append(f"nothing was added; mend the file, or add its {good:,} good rows with --skip-bad")
        raise GazetteerError("\n".join(shown))
    if not read.rows:
        raise GazetteerError(f"{path} has no place that can be used; it needs rows with {_listed(REQUIRED)}")
    target = folder / (path.stem + _SUFFIX)
    try:
        with IndexWriter(folder, lambda _: {}, {}) as writer:
            for row in read.rows:
                writer.add(row)
            sections, counts = writer.sections()
        write_container(target, sections | area_sections(sections["ids"], {}), {**counts, "file": path.name})
    except OSError as error:
        raise GazetteerError(
            f"cannot write {target}: {error.strerror}; name another folder with DATELINE_PLACES"
        ) from error
    return read


def remove_own_places(name: str, folder: Path) -> None:
    """Forget the places of a file that was added.

    Raises
    ------
    GazetteerError
        If no file of that name was added.
    """
    for path in own_indexes(folder):
        if path.stem in {name, Path(name).stem}:
            path.unlink()
            return
    added = _listed([path.stem for path in own_indexes(folder)]) or "none"
    raise GazetteerError(f"no file {name} was added; these were: {added}")


def own_indexes(folder: Path) -> tuple[Path, ...]:
    """Return the indexes of a user's own places, in the order of their names."""
    return tuple(sorted(folder.glob("*" + _SUFFIX)))


@dataclass(slots=True)
class _Reader:
    """Turns records into rows, and what is wrong with them into sentences."""

    path: Path
    country_at: CountryAt
    rows: list[Row] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)  # id -> where it stands
    _slugs: Counter[str] = field(default_factory=Counter)

    def take(self, where: str, record: Mapping[str, Any] | str) -> None:
        try:
            if isinstance(record, str):
                raise ValueError(record)
            row = self._with_id(where, record, _row(record))
            self._check_sides(row)
        except ValueError as error:
            self.problems.append(f"{self.path}, {where}: {error}")
        else:
            self.rows.append(row)

    def _with_id(self, where: str, record: Mapping[str, Any], row: Row) -> Row:
        given = _cell(record, "id")
        if given:
            identifier = f"user:{given.removeprefix('user:')}"
            if identifier in self._seen:
                raise ValueError(
                    f"the id {given} stands on {self._seen[identifier]} already; give one of the two another"
                )
        else:
            slug = name_key(row.names[0].text).replace(" ", "-") or "place"
            self._slugs[slug] += 1
            identifier = f"user:{slug}" + (f"-{self._slugs[slug]}" if self._slugs[slug] > 1 else "")
        self._seen[identifier] = where
        return replace(row, id=identifier)

    def _check_sides(self, row: Row) -> None:
        """Raise if a row's point lies in its country only with latitude and longitude exchanged."""
        point = row.point
        if row.country_code is None or point is None or abs(point.lon) > 90:
            return
        here, exchanged = self.country_at(point), self.country_at(Point(lat=point.lon, lon=point.lat))
        if here != row.country_code and exchanged == row.country_code:
            raise ValueError(
                f"lat {point.lat:g}, lon {point.lon:g} does not lie in {row.country_code}, but the other way round it does; exchange lat and lon"
            )


def _row(record: Mapping[str, Any]) -> Row:
    name = clean(_cell(record, "name"))
    if not name_key(name):
        raise ValueError("the name is empty; write the place's name there")
    if len(name_key(name)) < SHORTEST_NAME:
        raise ValueError(f"the name {name!r} has one letter, which no text can be searched for; write a longer one")
    point = _point(record)
    country = _cell(record, "country").upper()
    if country and not _COUNTRY.fullmatch(country):
        raise ValueError(f"the country {country!r} is no code of two letters; write IQ, not Iraq")
    feature_class, code = _cell(record, "class").upper() or "P", _cell(record, "code").upper()
    if feature_class not in FEATURE_CLASSES:
        raise ValueError(f"the class {feature_class!r} is none of GeoNames' {_listed(sorted(FEATURE_CLASSES))}")
    if code and not _CODE.fullmatch(code):
        raise ValueError(f"the code {code!r} is no feature code of GeoNames, such as PPL or CMP")
    population = _cell(record, "population").replace(",", "").replace(" ", "")
    if population and not population.isdecimal():
        raise ValueError(f"the population {population!r} is no whole number")
    return Row(
        id="",
        feature_class=feature_class,
        feature_code=code or ("PPL" if feature_class == "P" else "X"),
        point=point,
        box=record.get("box"),
        country_code=country or None,
        population=int(population) if population else None,
        names=tuple(_names(record, name)),
        curated=True,
        importance=IMPORTANCE,
    )


def _names(record: Mapping[str, Any], name: str) -> Iterator[Name]:
    yield Name(text=name, curated=True)
    tagged = {lang: clean(_cell(record, f"name_{lang}")) for lang in LANGUAGES}
    if not tagged["en"]:
        yield Name(text=name, lang="en", preferred=True, curated=True)
    for lang, text in tagged.items():
        if text:
            yield Name(text=text, lang=lang, preferred=True, curated=True)
    for text in map(clean, _cell(record, "names").split("|")):
        if text:
            yield Name(text=text, curated=True)


def _point(record: Mapping[str, Any]) -> Point:
    lat, lon = _number(record, "lat"), _number(record, "lon")
    exchanged = "; lat and lon look exchanged" if abs(lat) > 90 and abs(lon) <= 90 and abs(lat) <= 180 else ""
    if not -90 <= lat <= 90:
        raise ValueError(f"lat is {lat:g}, it must lie between -90 and 90{exchanged}")
    if not -180 <= lon <= 180:
        raise ValueError(f"lon is {lon:g}, it must lie between -180 and 180")
    return Point(lat=lat, lon=lon)


def _number(record: Mapping[str, Any], column: str) -> float:
    text = _cell(record, column)
    try:
        return float(text)
    except ValueError:
        mend = "write a decimal point, not a comma" if re.fullmatch(r"-?\d+,\d+", text) else "write decimal degrees"
        raise ValueError(f"{column} is {text!r}, which is no number; {mend}") from None


def _cell(record: Mapping[str, Any], column: str) -> str:
    value = record.get(column)
    return "" if value is None else str(value).strip()


def _csv(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    with path.open("rb") as raw:
        for number, line in enumerate(raw, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                raise GazetteerError(
                    f"{path}, line {number}: this is not UTF-8; save the file as “CSV UTF-8” and try again"
                ) from None
    with path.open(encoding="utf-8-sig", newline="") as table:
        first = table.readline()
        table.seek(0)
        delimiter = max(",;\t", key=first.count)
        reader = csv.DictReader(table, delimiter=delimiter)
        columns = [(column or "").strip().lower() for column in reader.fieldnames or ()]
        missing = [column for column in REQUIRED if column not in columns]
        if missing:
            raise GazetteerError(
                f"{path}, line 1: there is no column {_listed(missing)}; it needs {_listed(REQUIRED)}, and may have {_listed(OPTIONAL)}"
            )
        reader.fieldnames = columns
        try:
            for record in reader:
                where = f"line {reader.line_num}"
                yield where, "it has more cells than the first line has columns" if None in record else record
        except csv.Error as error:
            raise GazetteerError(f"{path}, line {reader.line_num}: {error}; mend the line") from error


def _geojson(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | str]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise GazetteerError(
            f"{path}, line {error.lineno}: {error.msg}; this is no JSON, export the file again"
        ) from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(f"{path} is no GeoJSON FeatureCollection; export the file as one")
    for number, feature in enumerate(features, start=1):
        yield f"feature {number}", _feature(feature)


def _feature(feature: object) -> Mapping[str, Any] | str:
    """Return a feature's properties with lat, lon and box; a sentence if it has no geometry to take them from."""
    import shapely
    from shapely.geometry import shape

    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return "it is no Feature with properties"
    try:
        geometry = shape(feature["geometry"])  # type: ignore[index]  # whatever it is not, it raises below
        if geometry.is_empty:
            raise ValueError
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, shapely.errors.ShapelyError):
        return "it has no geometry; give it a Point with longitude and latitude"
    middle = geometry if geometry.geom_type == "Point" else geometry.representative_point()
    west, south, east, north = geometry.bounds
    box = None if geometry.geom_type == "Point" else Box(south=south, west=west, north=north, east=east)
    return {str(key).lower(): value for key, value in properties.items()} | {
        "lat": middle.y,
        "lon": middle.x,
        "box": box,
    }


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1] if words else ""
