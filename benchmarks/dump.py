"""What a build from the full dump of GeoNames costs: `python benchmarks/dump.py [millions of names, default 5]`.

Writes a made-up dump in GeoNames' format (allCountries.zip, alternateNamesV2.zip), builds an index from it in a process
of its own, and prints the build's time and peak memory, and what the index costs to open and to ask. Needs what a build needs:
`make packages`.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.gazetteer.index import open_gazetteer  # noqa: E402

SEED = 7
ALTERNATES = 7 / 3  # names a place beside its own: 5 million names of 1.5 million places, about as in GeoNames
SYLLABLES = {
    "en": [
        "ba",
        "ker",
        "dun",
        "ley",
        "win",
        "ton",
        "mar",
        "os",
        "vil",
        "sa",
        "ro",
        "na",
        "tel",
        "por",
        "qui",
        "zan",
        "il",
        "ver",
        "mont",
        "brook",
        "hem",
        "field",
    ],
    "ar": [
        "با",
        "در",
        "حم",
        "ست",
        "مر",
        "كف",
        "ني",
        "رق",
        "صا",
        "تل",
        "عين",
        "سو",
        "را",
        "قص",
        "بيت",
        "زه",
        "لو",
        "مي",
        "نا",
        "شر",
        "جب",
        "هر",
    ],
    "ru": [
        "бо",
        "ка",
        "ми",
        "нов",
        "гор",
        "ск",
        "ле",
        "ста",
        "ву",
        "ри",
        "на",
        "де",
        "пет",
        "ров",
        "зе",
        "ма",
        "ту",
        "ха",
        "ши",
        "ло",
        "во",
        "кра",
    ],
}
CLASSES = ("P.PPL", "P.PPL", "P.PPL", "H.STM", "T.MT", "S.SCH", "L.LCTY", "A.ADM3")


def made_up_name(chance: random.Random, lang: str) -> str:
    """Return a name of one or two words."""
    words = ["".join(chance.choices(SYLLABLES[lang], k=chance.randint(2, 4))) for _ in range(chance.choice((1, 1, 2)))]
    return " ".join(word.capitalize() if lang != "ar" else word for word in words)


def write_dump(folder: Path, names: int) -> tuple[Path, Path]:
    """Write the two archives and return where they are."""
    places = round(names / (1 + ALTERNATES))
    return (
        _zipped(folder / "allCountries.zip", lambda: _place_lines(places)),
        _zipped(folder / "alternateNamesV2.zip", lambda: _alternate_lines(places)),
    )


def _zipped(path: Path, lines: Callable[[], Iterator[str]]) -> Path:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(path.stem + ".txt", "w", force_zip64=True) as table,
    ):
        for line in lines():
            table.write((line + "\n").encode())
    return path


def _alternates(number: int) -> list[tuple[str, str]]:
    chance = random.Random(number * 31 + SEED)
    whole = int(ALTERNATES)
    count = whole + (chance.random() < ALTERNATES - whole)
    return [(lang, made_up_name(chance, lang)) for lang in chance.choices(list(SYLLABLES), k=count)]


def _place_lines(places: int) -> Iterator[str]:
    chance = random.Random(SEED)
    for number in range(1, places + 1):
        feature_class, code = chance.choice(CLASSES).split(".")
        own = made_up_name(chance, "en")
        untagged = ",".join(name for _, name in _alternates(number))
        lat, lon = chance.uniform(-60, 75), chance.uniform(-180, 180)
        population = round(10 ** chance.uniform(0, 5)) if feature_class == "P" else 0
        cells = [90_000_000 + number, own, own, untagged, f"{lat:.5f}", f"{lon:.5f}", feature_class, code, "XX"]
        yield "\t".join(map(str, [*cells, "", "01", "", "", "", population, "", 0, "Etc/UTC", "2026-01-01"]))


def _alternate_lines(places: int) -> Iterator[str]:
    identifier = 0
    order = list(range(1, places + 1))
    random.Random(SEED).shuffle(order)  # GeoNames' table is in no place's order
    for number in order:
        for lang, name in _alternates(number):
            identifier += 1
            yield f"{identifier}\t{90_000_000 + number}\t{lang}\t{name}\t\t\t\t\t\t"


def main() -> None:
    """Print the table."""
    millions = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places, alternates = write_dump(folder, round(millions * 1e6))
        index = folder / "places.dgz"
        command = [sys.executable, "-m", "geo", "gazetteer", "build", "--geonames", str(places)]
        start = time.perf_counter()
        subprocess.run([*command, "--alternate-names", str(alternates), "-o", str(index)], cwd=ROOT, check=True)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        start = time.perf_counter()
        gazetteer = open_gazetteer(index)
        opened = time.perf_counter() - start
        print(f"\ndump          {places.stat().st_size / 1e6:,.0f} + {alternates.stat().st_size / 1e6:,.0f} MB zipped")
        print(
            f"index         {len(gazetteer):,} places, {gazetteer.about['names']:,} folded names, {index.stat().st_size / 1e6:,.0f} MB"
        )
        print(f"build         {took / 60:.1f} min, peak memory {peak:,.0f} MB (aim: at most 2,048)")
        print(f"open          {opened * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
