"""The full dump of GeoNames, which a user downloads: allCountries.zip and alternateNamesV2.zip.

Both are read as streams. Alternate names come in an order of their own, so they pass through a database file beside
the index, which is gone afterwards.
"""

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.errors import GazetteerError
from geo.gazetteer.names import is_usable_alternate
from geo.gazetteer.rows import Name, Row
from geo.models import Point

_COLUMNS = 19  # of GeoNames' main table
_ALTERNATE_COLUMNS = (8, 10)  # of alternateNames and alternateNamesV2
_LANGUAGE = re.compile(r"([a-z]{2,3})(-\w+)?")
_NOT_LANGUAGES = frozenset({"iata", "icao", "faac", "tcid", "unlc", "post", "link", "phon", "piny", "wkdt", "fr_1793"})
_GONE = re.compile(r"ADM\w?H|PCLH|RGNH|\w*Q")  # historical or abandoned; towns are kept, their news was yesterday's
_BATCH = 50_000  # rows of one insert

Alternate = tuple[int, str, str, int]  # GeoNames id, language or "", name, preferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The files of a dump."""

    places: Path  # allCountries.zip, or a country's, or the text file inside
    alternate_names: Path | None = None  # alternateNamesV2.zip
    scratch: Path  # folder for the unfinished database


def read_dump(dump: Dump, divisions: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for every place of a dump, in its order.

    `divisions` gives the id of a division by GeoNames' code for it: SY.09 -> iso:SY-HL.

    Raises
    ------
    GazetteerError
        If a file is no such table; the message says which line.
    """
    dump.scratch.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(prefix=".names-", dir=dump.scratch) as folder,
        closing(sqlite3.connect(Path(folder) / "names.sqlite")) as names,
    ):
        _load_alternates(names, dump.alternate_names)
        for number, line in _lines(dump.places):
            cells = line.rstrip("\r\n").split("\t")
            try:
                row = _row(cells, names, divisions)
            except (ValueError, IndexError) as error:
                raise GazetteerError(
                    f"{dump.places}, line {number}: {error}; this is not GeoNames' table of {_COLUMNS} columns: download it again"
                ) from error
            if row is not None:
                yield row


def _row(cells: list[str], names: sqlite3.Connection, divisions: Mapping[str, str]) -> Row | None:
    if len(cells) != _COLUMNS:
        raise ValueError(f"{len(cells)} columns")
    identifier, own, _, untagged, lat, lon, feature_class, feature_code, country, _, admin1 = cells[:11]
    number = int(identifier)
    if not feature_class or (feature_class != "P" and _GONE.fullmatch(feature_code)):
        return None
    tagged = tuple(_tagged(names, number))
    known = {name.text for name in tagged} | {own}
    more = [Name(text=text) for text in untagged.split(",") if text not in known and is_usable_alternate(text, own)]
    population = int(cells[14] or 0)
    return Row(
        id=f"gn:{number}",
        feature_class=feature_class,
        feature_code=feature_code or "X",
        point=Point(lat=float(lat), lon=float(lon)),
        country_code=country or None,
        population=population or None,
        names=(Name(text=own, lang="en", preferred=True), *tagged, *more),
        division=divisions.get(f"{country}.{admin1}"),
    )


def _tagged(names: sqlite3.Connection, number: int) -> Iterator[Name]:
    query = "SELECT lang, name, preferred FROM alternate WHERE place = ? ORDER BY rowid"
    for lang, text, preferred in names.execute(query, (number,)):
        yield Name(text=text, lang=lang or None, preferred=bool(preferred) and bool(lang))


def _load_alternates(names: sqlite3.Connection, path: Path | None) -> None:
    names.execute("PRAGMA journal_mode = OFF")
    names.execute("PRAGMA synchronous = OFF")
    names.execute("CREATE TABLE alternate (place INTEGER, lang TEXT, name TEXT, preferred INTEGER)")
    if path is not None:
        batch: list[Alternate] = []
        for alternate in _alternates(path):
            batch.append(alternate)
            if len(batch) == _BATCH:
                names.executemany("INSERT INTO alternate VALUES (?, ?, ?, ?)", batch)
                batch.clear()
        names.executemany("INSERT INTO alternate VALUES (?, ?, ?, ?)", batch)
    names.execute("CREATE INDEX by_place ON alternate (place)")
    names.commit()


def _alternates(path: Path) -> Iterator[Alternate]:
    for number, line in _lines(path):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < _ALTERNATE_COLUMNS[0] or not cells[1].isdigit():
            raise GazetteerError(
                f"{path}, line {number}: {len(cells)} columns; this is not GeoNames' table of alternate names: download it again"
            )
        _, place, lang, text, preferred, _, _, historic = cells[:8]
        language = _LANGUAGE.fullmatch(lang)
        if lang in _NOT_LANGUAGES or historic == "1" or (lang and lang != "abbr" and language is None):
            continue
        yield int(place), language[1] if language else "", text, preferred == "1"


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.startswith("#"):
                    yield number, line
    except (OSError, EOFError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise GazetteerError(f"cannot read {path}: {error}; download it again") from error


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    """Open a table, in a zip archive or as it is."""
    if path.suffix != ".zip":
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".txt") and not name.startswith("readme")]
        wanted = [name for name in tables if Path(name).stem == path.stem] or tables[:1]
        if not wanted:
            raise zipfile.BadZipFile("no table is in it")
        with archive.open(wanted[0]) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
