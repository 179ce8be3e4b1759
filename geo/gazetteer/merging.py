"""Merge what the sources say of places into one row a place, and judge its names; read only when an index is built."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import shapely
from rapidfuzz import fuzz

from geo.gazetteer.borrowed import BorrowedNames, consonants
from geo.gazetteer.inputs import Inputs
from geo.gazetteer.names import as_printed, is_scholarly, tidy, without_class_noun
from geo.gazetteer.nearest import distance_km
from geo.gazetteer.rows import Name, Row, merge_rows
from geo.gazetteer.sources.cities import read_cities, read_feature_codes
from geo.gazetteer.sources.communes import read_commune_names
from geo.gazetteer.sources.countries import read_countries, read_macro_regions
from geo.gazetteer.sources.curated import read_absorbed, read_curated, read_macro_region_ids, read_wrong_names
from geo.gazetteer.sources.divisions import read_divisions, read_subdivisions, read_undrawn_divisions
from geo.gazetteer.sources.dump import Dump, read_dump
from geo.gazetteer.sources.shapes import AreaFinder, Areas
from geo.gazetteer.sources.tagged import TaggedNames, read_tagged_names
from geo.gazetteer.words import spellings
from geo.languages import read_languages
from geo.models import Point
from geo.text.folding import fold
from geo.text.tokens import name_key

# Features whose class noun is no part of their name: نهر النيل, Lake Tana, Oaxaca Province. For a sea or a dam it is.
_NAMED_BESIDE_CLASS_NOUN = frozenset(
    {
        "A.ADM1",
        "A.ADM2",
        "H.STM",
        "H.LK",
        "H.RSV",
        "T.MT",
        "T.MTS",
        "T.DSRT",
        "T.ISL",
        "T.PEN",
        "T.VAL",
        "L.RGN",
    }
)
_MIDDLES = frozenset(
    map(fold, ("center", "centre", "central", "capital", "coast", "الوسط", "الاوسط", "الساحل", "العاصمه"))
)
# Countries whose towns GeoNames names in the scholars' romanisation.
_ROMANISED = frozenset(
    [
        "AE",
        "AF",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
_SOUNDS_ALIKE = 70.0  # percent of consonants: Виктория and Victoria, not Genève and Léman
_OFF_THE_COAST = 1.0  # degrees
_SAME_PLACE_KM = 50.0  # two tables' points of one sea, mountain or palace


class Sources:
    """Everything but the towns, merged, and the rules for what becomes of a row."""

    def __init__(self, inputs: Inputs, report: Callable[[str], None]) -> None:
        exceptions = inputs.curated / "exceptions"
        self._inputs = inputs
        self._report = report
        self._tagged: TaggedNames = read_tagged_names(inputs.translations)
        self.absorbed = read_absorbed(exceptions / "absorbed.tsv")
        self._wrong = read_wrong_names(exceptions / "wrong_names.tsv")
        languages = read_languages().values()
        self._class_nouns = {one.code: {**one.triggers_after, **one.triggers_before} for one in languages}
        self._bare_languages = frozenset(one.code for one in languages if one.bare_names)
        self._division_nouns = {
            one.code: frozenset(noun for noun, of_class in one.triggers_before.items() if of_class == "A")
            for one in languages
        }
        self._directions = frozenset().union(*(one.directions | one.fillers for one in languages)) | _MIDDLES
        self._english_shares = spellings("en")
        self._divisions: dict[str, str] = {}  # GeoNames' code of a division -> our id
        self._geonames: dict[str, str] = {}  # GeoNames' id of a division or country -> our id
        self.base = self._merged()
        self._borrowed = BorrowedNames(())

    def rows(self, areas: Areas, dump: Dump | None) -> Iterator[Row]:
        """Yield every place, each once, its names clean; a base row takes in the town or dump row of the same id."""
        finder = AreaFinder(areas, self.base)
        left = {row.id: row for row in self.base.values() if _is_near(row, areas)}
        twins = _Twins(self.base)
        towns = list(self._towns()) if dump is None else []
        self._borrowed = BorrowedNames(
            merge_rows(town, self.base[town.id]) if town.id in self.base else town
            for town in (*towns, *self.base.values())
        )
        people: Counter[str] = Counter()  # of the towns of each division
        for town in towns if dump is None else read_dump(dump, self._divisions):
            identifier = self._geonames.get(town.id) or twins.twin_of(town) or town.id
            of_base = left.pop(identifier, None)
            if of_base is None and identifier in self.base:
                continue  # a second row of a place that was merged already
            row = town if of_base is None else replace(merge_rows(town, of_base), id=identifier)
            row = row if row.division else replace(row, division=finder.division_of(row))
            if row.division and row.feature_class == "P":
                people[row.division] += row.population or 0
            yield from self._finished(row)
        for row in left.values():
            if row.division:  # a division in a division
                people[row.division] += people[row.id]
        for row in left.values():
            yield from self._finished(replace(row, townspeople=people[row.id] or None))

    def _towns(self) -> Iterator[Row]:
        towns = list(
            read_cities(
                feature_codes=read_feature_codes(self._inputs.cities500),
                divisions=self._divisions,
                tagged=self._tagged,
            )
        )
        self._report(f"towns: {len(towns):,} rows")
        communes = read_commune_names(towns)
        for town in towns:
            more = (communes[town.id],) if town.id in communes else ()
            yield replace(town, names=town.names + more)

    def _merged(self) -> dict[str, Row]:
        subdivisions = read_subdivisions(self._inputs.subdivisions)
        divisions = [
            replace(row, names=row.names + self._tagged.get(row.extra["geonames"], ()))
            for row in read_divisions(self._inputs.admin1, subdivisions, frozenset(self.absorbed))
        ]
        into = self.absorbed
        for row in divisions:
            self._divisions[row.extra["geonames"]] = into.get(row.id, row.id)
            self._geonames[f"gn:{row.extra['gn_id']}"] = into.get(row.id, row.id)
        rows: dict[str, Row] = {}
        drawn = frozenset(row.id for row in divisions)
        exceptions = self._inputs.curated / "exceptions"
        self._take(rows, "countries", read_countries())
        self._take(rows, "macro-regions", read_macro_regions(read_macro_region_ids(exceptions / "macro_regions.tsv")))
        self._take(rows, "divisions", divisions)
        self._take(rows, "divisions without an area", read_undrawn_divisions(drawn, subdivisions))
        self._take(rows, "written by hand", read_curated(self._inputs.curated))
        for identifier, stays in self.absorbed.items():
            if identifier in rows and stays in rows:
                rows[stays] = replace(merge_rows(rows.pop(identifier), rows[stays]), id=stays)
        return rows

    def _take(self, rows: dict[str, Row], source: str, its_rows: Iterable[Row]) -> None:
        count = 0
        for count, row in enumerate(its_rows, start=1):  # noqa: B007  # the last number is the sum
            rows[row.id] = merge_rows(rows[row.id], row) if row.id in rows else row
        self._report(f"{source}: {count:,} rows")

    def _finished(self, row: Row) -> Iterator[Row]:
        """Yield a row with tidy names; none if it has no point or no name."""
        names: list[Name] = []
        wrong = self._wrong.get(row.id, frozenset())
        for given in row.names:
            name = tidy(given)
            if name is None or name.text in wrong or given.text in wrong or self._misleads(row, name):
                continue
            if self._borrowed.is_borrowed(row, name):
                continue
            names.append(name)
        if f"{row.feature_class}.{row.feature_code}" in _NAMED_BESIDE_CLASS_NOUN:
            names = list(self._with_bare_names(row, names))
        if row.point is not None and names:
            yield replace(row, names=tuple(self._with_printed_name(row, names)))

    def _with_bare_names(self, row: Row, names: Sequence[Name]) -> Iterator[Name]:
        """Yield names, each with what is left of it without its class noun, where texts leave that out.

        In languages whose texts seldom do, a name written small by hand has a bare form if that sounds as the English one
        does: lac Victoria, but not mont Blanc, which is Mont Blanc in English too, nor lac Léman.
        """
        english = [consonants(bare) for name in names if name.lang == "en" and (bare := self._bare(row, name))]
        for name in names:
            yield name
            bare = self._bare(row, name)
            if bare and name.lang not in self._bare_languages:
                by_hand = name.curated and row.feature_class != "A" and name.text[0].islower() and bare[0].isupper()
                alike = any(fuzz.ratio(consonants(bare), one) >= _SOUNDS_ALIKE for one in english)
                bare = bare if by_hand and alike else ""
            if bare:
                yield Name(text=bare, lang=name.lang, bare=True)

    def _bare(self, row: Row, name: Name) -> str:
        """Return a name without the noun of its class; "" if it has none, or is a direction without it."""
        bare = without_class_noun(name.text, _nouns_for(row, self._class_nouns.get(name.lang or "", {})))
        return "" if self._is_direction(bare) else bare

    def _misleads(self, row: Row, name: Name) -> bool:
        """Tell whether a source's name is a direction alone, or a town's name with the noun of a division before it."""
        if name.curated:
            return False
        if row.feature_class == "A":
            return self._is_direction(name.text)
        nouns = self._division_nouns.get(name.lang or "ar", frozenset())
        return row.feature_class == "P" and " " in name.text and fold(name.text.split()[0]) in nouns

    def _is_direction(self, text: str) -> bool:
        return all(word in self._directions for word in name_key(text).split())

    def _with_printed_name(self, row: Row, names: list[Name]) -> Iterator[Name]:
        """Yield a row's names; where the English one is a scholar's, the one that English texts print comes first."""
        own = next((name for name in names if name.lang == "en" and name.preferred and not name.curated), None)
        if own is not None and row.country_code in _ROMANISED and is_scholarly(own.text):
            ascii_names = [
                one.text for one in names if one.text.isascii() and one.lang in {None, "en"} and not one.bare
            ]
            printed = as_printed(own.text)
            known = self._english_shares
            best = max([printed, *ascii_names], key=lambda text: min(known.get(w, 0.0) for w in text.lower().split()))
            yield Name(text=best, lang="en", preferred=True)
            names = [replace(one, preferred=False) if one is own else one for one in names]
        yield from names


def _is_near(row: Row, areas: Areas) -> bool:
    """Tell whether a division without an area lies about where its country does; some points of the source do not."""
    country = areas.get(f"iso:{row.country_code}")
    undrawn = row.feature_code in {"ADM1", "ADM2"} and not row.curated and row.id not in areas
    if not undrawn or country is None or row.point is None:
        return True
    return bool(country.distance(shapely.Point(row.point.lon, row.point.lat)) <= _OFF_THE_COAST)


class _Twins:
    """Finds the row written by hand or of a country that is the same place as a row of GeoNames."""

    def __init__(self, base: Mapping[str, Row]) -> None:
        self._base = base
        self._named: dict[str, list[Row]] = {}
        for row in base.values():
            if row.curated and row.point is not None and row.feature_class != "P":
                for name in row.names:
                    if name.curated and name.lang == "en":
                        self._named.setdefault(name_key(name.text), []).append(row)

    def twin_of(self, row: Row) -> str | None:
        """Return the id of a base row that is the same place; None for towns, which are told by their own id."""
        if row.feature_class == "P" or row.point is None:
            return None
        if row.feature_code.startswith("PCL") and f"iso:{row.country_code}" in self._base:
            return f"iso:{row.country_code}"
        for other in self._named.get(name_key(row.names[0].text), ()):
            if other.feature_class == row.feature_class and _lies_at(row.point, other):
                return other.id
        return None


def _lies_at(point: Point, row: Row) -> bool:
    if row.box is not None:
        return row.box.contains(point)
    return row.point is not None and distance_km(point, row.point) <= _SAME_PLACE_KM


def _nouns_for(row: Row, class_nouns: Mapping[str, str]) -> frozenset[str]:
    """Return the nouns that name a row's own class; a region is called by those of a division too."""
    classes = {"L", "A"} if row.feature_class == "L" else {row.feature_class}
    return frozenset(noun for noun, feature_class in class_nouns.items() if feature_class in classes)
