"""How well places are found and placed: `python benchmarks/quality.py --corpora FOLDER`.

Reads every set of the folder (a .jsonl file each, see benchmarks/corpora.py) and the stories that ship, prints the tables of
docs/quality.md and, unless only some sets are asked for, writes them there. With --errors it prints the names that cost most
as well; these quote the sets, whose texts do not belong into the project: they are printed, never written.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import figures, listing  # noqa: E402
from benchmarks.corpora import ANY_OTHER, KNOWN, held_back, read_corpus, read_stories  # noqa: E402
from benchmarks.figures import Read  # noqa: E402
from benchmarks.mistakes import Verdict, judge  # noqa: E402
from benchmarks.reading import read_all  # noqa: E402
from benchmarks.tables import with_table  # noqa: E402
from geo.pipeline import default_gazetteer  # noqa: E402

PAGE = ROOT / "docs" / "quality.md"


def find_sets(folder: Path, wanted: list[str]) -> list[Path]:
    """Return the files of the sets: those that are known in their order, then the others."""
    paths = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    if unknown := [name for name in wanted if name not in paths]:
        raise SystemExit(f"{folder} has no set {', '.join(unknown)}; it has {', '.join(paths) or 'none'}")
    ordered = sorted(paths, key=lambda name: list(KNOWN).index(name) if name in KNOWN else len(KNOWN))
    return [paths[name] for name in ordered if not wanted or name in wanted]


def read_set(path: Path, jobs: int, with_known: bool) -> Read:
    """Return a set with what is found in it; tell on stderr how long it took."""
    begun = time.monotonic()
    documents = read_corpus(path)
    readings = read_all(documents, jobs, with_known)
    sys.stderr.write(f"{path.stem}: {len(documents):,} documents in {time.monotonic() - begun:.0f} s\n")
    return Read(name=path.stem, known=KNOWN.get(path.stem, ANY_OTHER), documents=documents, readings=tuple(readings))


def tables(reads: list[Read]) -> dict[str, str]:
    """Return the tables by the name of their place in the page."""
    documents = read_stories()
    return {
        "sets": figures.sets(reads),
        "halves": figures.halves(reads),
        "languages": figures.languages(reads),
        "kinds": figures.kinds_of_sets(reads),
        "stories": figures.stories(documents, read_all(documents)),
        "calibration": figures.calibration(reads),
        "certainties": figures.certainties(reads),
        "sources": figures.sources(reads),
    }


def write_page(found: dict[str, str]) -> None:
    """Write the tables between their markers in the page."""
    page = PAGE.read_text(encoding="utf-8")
    for name, table in found.items():
        page = with_table(page, name, table)
    PAGE.write_text(page, encoding="utf-8")


def print_errors(read: Read, count: int) -> None:
    """Print a set's mistakes by class, and the names that cost most in the documents that are not held back."""
    gazetteer = default_gazetteer()
    verdicts: dict[bool, list[Verdict]] = {True: [], False: []}
    for document, reading in read.pairs:
        judged = judge(document, reading, read.known.kinds, knows=lambda name: bool(gazetteer.entries(name)))
        verdicts[held_back(document.id)].extend(judged)
    everything, readable = [*verdicts[False], *verdicts[True]], verdicts[False]
    print(f"\n## {read.name}: mistakes\n\n{listing.classes(everything)}\n\n{listing.by_type(everything)}\n")
    print(f"In the documents that are not held back:\n\n{listing.extents(readable, count)}\n")
    for paragraph in listing.costliest(readable, count, with_extents=read.known.aim_by_exact):
        print(paragraph)


def main() -> None:
    """Print the tables and write them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, required=True, help="a folder of .jsonl files, a set each")
    options.add_argument(
        "--sets", default="", help="names of sets, with commas between; else all, and the page is written"
    )
    options.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print the N names that cost most in each set"
    )
    options.add_argument("--jobs", type=int, default=1, help="processes that share the work")
    chosen = options.parse_args()
    wanted = [name for name in chosen.sets.split(",") if name]
    paths = find_sets(chosen.corpora, wanted)
    if not paths:
        raise SystemExit(f"{chosen.corpora} has no .jsonl file; name the folder that holds the sets")
    reads = [read_set(path, chosen.jobs, with_known=chosen.errors > 0) for path in paths]
    found = tables(reads)
    for name, table in found.items():
        print(f"## {name}\n\n{table}\n")
    if not wanted:
        write_page(found)
    if chosen.errors:
        for read in reads:
            print_errors(read, chosen.errors)


if __name__ == "__main__":
    main()
