"""What the gazetteer knows and what it costs: `python benchmarks/gazetteer.py [--texts FOLDER]`.

Prints tables: places and names by script, language and feature class; how many of 200 names from the news (news_names.tsv)
lead to the right place, in six languages; sizes; and, beside a plain dict and SQLite over the same names in the same run:
time to open, memory, exact lookups and the scan of mixed text. Every contender runs in a process of its own.
"""

import argparse
import csv
import json
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.gazetteer.index import MAX_WORDS, Gazetteer, open_gazetteer  # noqa: E402
from geo.gazetteer.layout import LANGUAGES  # noqa: E402
from geo.gazetteer.nearest import distance_km  # noqa: E402
from geo.geocode import GazetteerGeocoder  # noqa: E402
from geo.models import Point  # noqa: E402
from geo.settings import Settings  # noqa: E402
from geo.text.tokens import Tokens, tokenise  # noqa: E402

INDEX = Settings().gazetteer
NAMES = ROOT / "benchmarks" / "news_names.tsv"
ASKED = ("ar", "en", "ru", "fa", "tr", "fr")
LOOKUPS = 10_000
KINDS = ("Dateline", "dict", "SQLite")
PROCESSES = 2  # of each
SPEEDS = frozenset({"words", "tokenise", "scan"})  # MB/s
ROUNDS = 3  # of each timing; the best one counts, since others work on the machine too
WORDS = re.compile(r"\w+")  # what a bare regular expression takes: a yardstick of the machine
SEED = 20_201_010  # the founding story's day


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for number, row in enumerate(cells):
        line = "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        sys.stdout.write(line.rstrip() + "\n" + ("-" * sum(widths, 2 * len(widths) - 2) + "\n" if number == 0 else ""))
    sys.stdout.write("\n")


# --- what it knows


def contents(gazetteer: Gazetteer) -> None:
    """Print how much of what the index holds."""
    scripts: Counter[str] = Counter()
    for key in gazetteer.keys():  # noqa: SIM118  # no mapping: it has places too
        letter = next((character for character in key if character.isalpha()), "")
        scripts[unicodedata.name(letter, "OTHER").split(" ", 1)[0] if letter else "OTHER"] += 1
    classes: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    contested = 0
    for place in gazetteer.places():
        classes[place.feature_class] += 1
        shown.update(list(place.names))
        contested += place.status is not None
    print(
        f"{len(gazetteer):,} places, {gazetteer.about['names']:,} folded names, {gazetteer.about['postings']:,} names of places, {gazetteer.about['areas']:,} areas, {contested} places with a status\n"
    )
    table(("script", "names"), ((name.title(), f"{count:,}") for name, count in scripts.most_common(12)))
    table(("feature class", "places"), ((name, f"{count:,}") for name, count in classes.most_common()))
    table(("language", "display names"), ((lang, f"{shown[lang]:,}") for lang in LANGUAGES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name of the test list and where its place lies."""

    group: str
    region: str
    point: Point
    radius_km: float
    names: dict[str, str]


def read_names() -> list[Asked]:
    """Return the names of news_names.tsv."""
    with NAMES.open(encoding="utf-8", newline="") as lines:
        return [
            Asked(
                group=row["set"],
                region=row["region"],
                point=Point(lat=float(row["lat"]), lon=float(row["lon"])),
                radius_km=float(row["radius_km"]),
                names={lang: row[lang] for lang in ASKED},
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def coverage(gazetteer: Gazetteer, names: Sequence[Asked]) -> None:
    """Print right place / wrong place / nothing, by set, region and language, and what was not right."""
    geocoder = GazetteerGeocoder(gazetteer)
    counts: dict[tuple[str, str], Counter[str]] = {}
    missed: list[str] = []
    for asked in names:
        for lang, name in asked.names.items():
            found = geocoder.geocode(name, exactly_one=False, language=lang)
            best = found[0] if isinstance(found, list) else None
            outcome = "nothing"
            if best is not None:
                km = distance_km(asked.point, Point(lat=best.latitude, lon=best.longitude))
                outcome = "right" if km <= asked.radius_km else "wrong"
            for group in (f"the {asked.group} set", *([f"  {asked.region}"] if asked.group == "news" else [])):
                counts.setdefault((group, lang), Counter())[outcome] += 1
            if outcome != "right":
                answer = "nothing" if best is None else f"{best.raw['place'].id} {best.address}"
                missed.append(f"{lang} {name}: {answer}")
    groups = list(dict.fromkeys(group for group, _ in counts))
    rows = []
    for group in groups:
        cells = [counts[group, lang] for lang in ASKED]
        rows.append((group, *(f"{cell['right']}/{cell['wrong']}/{cell['nothing']}" for cell in cells)))
    print("right place / wrong place / nothing")
    table(("names", *ASKED), rows)
    print("not right:\n  " + "\n  ".join(missed) + "\n")


def sizes() -> None:
    """Print what the repository carries."""
    tracked = subprocess.run(["git", "ls-files", "data"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in tracked.stdout.splitlines()]
    largest = sorted(paths, key=lambda path: -path.stat().st_size)[:5]
    rows = [(str(path.relative_to(ROOT)), *_sizes([path])) for path in largest]
    rows.append(("all of data/", *_sizes(paths)))
    table(
        ("file", "MB", "MB in git"), ((name, f"{raw / 1e6:.2f}", f"{packed / 1e6:.2f}") for name, raw, packed in rows)
    )


def _sizes(paths: Iterable[Path]) -> tuple[int, int]:
    """Return the bytes of files, and of their contents as git compresses them."""
    contents_of = [path.read_bytes() for path in paths]
    return sum(map(len, contents_of)), sum(len(zlib.compress(content)) for content in contents_of)


# --- what it costs


Lookup = Callable[[str], object]
Scan = Callable[[Tokens], int]


def resident_mb() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def contender(kind: str, folder: Path) -> tuple[Lookup, Scan]:
    """Open the names of the index in one of three ways and return its lookup and its scan."""
    if kind == "Dateline":
        gazetteer = open_gazetteer(INDEX)
        return gazetteer.entries, lambda tokens: len(gazetteer.scan(tokens))
    if kind == "dict":
        known: dict[str, list[str]] = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        beginnings = {key.split(" ", 1)[0] for key in known if " " in key}
        return known.get, lambda tokens: scan(tokens, known.__contains__, beginnings.__contains__)
    connection = sqlite3.connect(folder / "names.sqlite")
    query = "SELECT place FROM name WHERE key = ?"

    def find(key: str) -> list[object]:
        return connection.execute(query, (key,)).fetchall()

    return find, lambda tokens: scan(tokens, lambda key: bool(find(key)), lambda _: True)


def scan(tokens: Tokens, knows: Callable[[str], bool], begins: Callable[[str], bool]) -> int:
    """Return how many names a text has: the longest known phrase at each token."""
    found, i = 0, 0
    while i < len(tokens):
        last, phrases = i, [tokens.keys[i]]
        while begins(tokens.keys[i]) and last - i < MAX_WORDS - 1 and tokens.joined(last):
            last += 1
            phrases.append(f"{phrases[-1]} {tokens.keys[last]}")
        taken = next((size for size in range(len(phrases), 0, -1) if knows(phrases[size - 1])), 0)
        found += min(taken, 1)
        i += max(taken, 1)
    return found


def measure(kind: str, folder: Path) -> dict[str, float]:
    """Return the figures of one contender, in this process."""
    keys: list[str] = json.loads((folder / "keys.json").read_text(encoding="utf-8"))
    texts: list[str] = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    before, start = resident_mb(), time.perf_counter()
    lookup, scan_one = contender(kind, folder)
    opened = time.perf_counter() - start
    spent = []
    for key in keys:
        begin = time.perf_counter_ns()
        lookup(key)
        spent.append(time.perf_counter_ns() - begin)
    grown = resident_mb() - before
    size = sum(len(text.encode()) for text in texts) / 1e6
    rounds = [_read_all(texts, scan_one) for _ in range(ROUNDS)]
    words, alone, scanning = (min(seconds) for seconds in zip(*rounds, strict=True))
    together = alone + scanning
    return {
        "open": opened * 1e3,
        "memory": grown,
        "p50": statistics.median(spent) / 1e3,
        "p95": sorted(spent)[int(0.95 * len(spent))] / 1e3,
        "words": size / words,
        "tokenise": size / alone,
        "scan": size / together,
        "ratio": together / alone,
    }


def _read_all(texts: Sequence[str], scan_one: Scan) -> tuple[float, float, float]:
    """Return the seconds that finding words, tokenising and scanning take, one text after the other."""
    spent = [0, 0, 0]
    clock = time.perf_counter_ns
    for text in texts:
        start = clock()
        WORDS.findall(text)
        first = clock()
        tokens = tokenise(text)
        second = clock()
        scan_one(tokens)
        spent = [spent[0] + first - start, spent[1] + second - first, spent[2] + clock() - second]
    return spent[0] / 1e9, spent[1] / 1e9, spent[2] / 1e9


def costs(gazetteer: Gazetteer, texts: Sequence[str]) -> None:
    """Print the costs of the index beside a dict and SQLite, each in a process of its own, in one run."""
    everything = list(gazetteer.keys())
    keys = random.Random(SEED).sample(everything, LOOKUPS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = {key: [entry.place.id for entry in gazetteer.entries(key)] for key in everything}
        (folder / "names.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        (folder / "keys.json").write_text(json.dumps(keys, ensure_ascii=False), encoding="utf-8")
        (folder / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        with sqlite3.connect(folder / "names.sqlite") as connection:
            connection.execute("CREATE TABLE name (key TEXT, place TEXT)")
            connection.executemany(
                "INSERT INTO name VALUES (?, ?)", ((key, place) for key in known for place in known[key])
            )
            connection.execute("CREATE INDEX by_key ON name (key)")
        connection.close()
        figures = {kind: _best(_in_a_process(kind, folder) for _ in range(PROCESSES)) for kind in KINDS}
    print(
        f"{len(everything):,} names, {LOOKUPS:,} random lookups, {len(texts):,} texts of {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB; tokenise and fold alone: {figures['Dateline']['tokenise']:.1f} MB/s (finding \\w+ without folding or offsets: {figures['Dateline']['words']:.0f} MB/s)"
    )
    table(
        ("", "open ms", "memory MB", "lookup p50 us", "p95 us", "scan MB/s", "x tokenising"),
        (
            (
                kind,
                f"{one['open']:.1f}",
                f"{one['memory']:.0f}",
                f"{one['p50']:.1f}",
                f"{one['p95']:.1f}",
                f"{one['scan']:.1f}",
                f"{one['ratio']:.2f}",
            )
            for kind, one in figures.items()
        ),
    )
    print("A lookup of Dateline gives whole places, the others' give ids. The scan's MB/s include tokenising.\n")


def _best(runs: Iterable[dict[str, float]]) -> dict[str, float]:
    """Return each figure's best value over several processes: the highest of a speed, else the lowest."""
    by_figure: dict[str, list[float]] = {}
    for run in runs:
        for figure, value in run.items():
            by_figure.setdefault(figure, []).append(value)
    return {figure: (max if figure in SPEEDS else min)(values) for figure, values in by_figure.items()}


def _in_a_process(kind: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", kind, "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def mixed_texts(folder: Path | None) -> list[str]:
    """Return texts to scan: those of a folder's .jsonl and .txt files, else the sample stories."""
    if folder is None:
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "articles").glob("*.txt"))]
    return list(_texts(folder))


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, help="a folder of .txt or .jsonl files to scan; else the sample stories")
    options.add_argument("--measure", help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        print(json.dumps(measure(chosen.measure, chosen.folder)))
        return
    gazetteer = open_gazetteer(INDEX)
    contents(gazetteer)
    coverage(gazetteer, read_names())
    sizes()
    costs(gazetteer, mixed_texts(chosen.texts))


if __name__ == "__main__":
    main()
