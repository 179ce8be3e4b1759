"""What no text may do to the reader: `python benchmarks/any_text.py [CASES] [--seed N]`, 100,000 cases without a number.

Prints how many texts that nobody would write were read, how long it took, how many mentions were found in which language,
and which rules broke: no error, mentions inside the text, in order, without overlaps, the same each time, scores from 0
to 1, exports that can be read. A failure is shown as the shortest text that has it and with the seed that finds it
again. Then what a few texts by name cost: twice as long a text may take twice as long.
"""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.export import to_record  # noqa: E402
from geo.geocode import GazetteerGeocoder  # noqa: E402
from geo.models import Article  # noqa: E402
from geo.pipeline import Geoparser, default_gazetteer, geoparse, geoparse_article  # noqa: E402
from tests.anytext.names import CODES  # noqa: E402
from tests.anytext.rules import check_article  # noqa: E402
from tests.anytext.soup import FAMILIES, make_article, shortest  # noqa: E402
from tests.anytext.tedious import tedious_texts  # noqa: E402

CASES = 100_000
ROUND = 1_000  # cases after which a reader that remembers no text yet reads along
KEPT_EVERY = 50  # one case in so many is read by other processes too
SHOWN = 600  # characters of a failing text


@dataclass(slots=True)
class Tally:
    """What a search has seen."""

    cases: int = 0
    with_mentions: int = 0
    mentions: int = 0
    longest: int = 0
    seconds: float = 0.0
    read_in: Counter[str] = field(default_factory=Counter)  # language -> cases with mentions
    said: Counter[str] = field(default_factory=Counter)  # language that was given -> cases with mentions
    failures: list[str] = field(default_factory=list)
    kept: list[Article] = field(default_factory=list)


def main() -> None:
    """Run the searches and print the tables; the exit code is 1 if a rule broke."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("cases", type=int, nargs="?", default=CASES)
    parser.add_argument("--seed", type=int, default=0, help="the first one; each text has its own")
    parser.add_argument("--family", choices=FAMILIES, help="only texts of this kind")
    parser.add_argument("--only", choices=["search", "tedious"], help="only the search, or only the texts by name")
    asked = parser.parse_args()
    failures: list[str] = []
    if asked.only != "tedious":
        chosen = [asked.family] if asked.family else list(FAMILIES)
        tallies = {family: search(family, asked.cases // len(chosen), asked.seed) for family in chosen}
        print_searches(tallies)
        failures += [failure for tally in tallies.values() for failure in tally.failures]
        failures += compare_processes([article for tally in tallies.values() for article in tally.kept])
    if asked.only != "search":
        print_tedious()
    print("\n".join(failures) or "No rule broke.")
    sys.exit(1 if failures else 0)


# --- the search


def search(family: str, cases: int, first_seed: int) -> Tally:
    """Read texts of one kind and note which break a rule."""
    tally, begin = Tally(), time.perf_counter()
    gazetteer = default_gazetteer()
    for seed in range(first_seed, first_seed + cases):
        if tally.cases % ROUND == 0:
            again = Geoparser(gazetteer, GazetteerGeocoder(gazetteer))
        article = make_article(family, seed)
        tally.cases += 1
        tally.longest = max(tally.longest, len(article.text))
        try:
            parsed = check_article(article, geoparse_article, again.read)
        except Exception:  # noqa: BLE001  # whatever is raised, a rule broke
            tally.failures.append(f"BROKEN {family}, --seed {seed}: {explain(article)}")
            continue
        if tally.cases % KEPT_EVERY == 0 and is_as_written(article):
            tally.kept.append(article)
        if parsed.resolutions:
            tally.with_mentions += 1
            tally.mentions += len(parsed.resolutions)
            (tally.read_in if article.lang is None else tally.said)[parsed.lang] += 1
    tally.seconds = time.perf_counter() - begin
    return tally


def is_as_written(article: Article) -> bool:
    """Tell whether JSON lines carry an article as it is: no empty field, no two halves of a surrogate pair together."""
    return article.lang != "" and article == Article(**json.loads(json.dumps(asdict(article))))


def explain(article: Article) -> str:
    """Return the shortest article that breaks a rule as this one does, and what it says."""
    said = broken_rule(article)
    short = shortest(article, lambda other: broken_rule(other).partition(":")[0] == said.partition(":")[0])
    return f"{broken_rule(short)[:SHOWN]}\n  in {shortest_form(short)}"


def broken_rule(article: Article) -> str:
    """Return the error that reading an article ends with; "" if no rule breaks."""
    try:
        check_article(article, geoparse_article)
    except Exception as error:  # noqa: BLE001  # whatever is raised, a rule broke
        return f"{type(error).__name__}: {error}".split("\n", 1)[0]
    return ""


def shortest_form(article: Article) -> str:
    """Return an article's fields in ASCII, so that any terminal shows what is in it."""
    text = ascii(article.text)
    return f"{text[:SHOWN]} ({len(article.text)} characters), lang={article.lang!a}, title={article.title!a}"


def compare_processes(kept: Sequence[Article]) -> list[str]:
    """Read texts in two more processes whose sets have other orders, from the command line; name what differs."""
    lines = "".join(json.dumps({**asdict(article), "id": str(i)}) + "\n" for i, article in enumerate(kept))
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"any_text_{os.getpid()}.jsonl"
    path.write_text(lines, encoding="ascii")
    here = [json.loads(json.dumps(to_record(geoparse_article(article)))) for article in kept]
    failures = []
    for order in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "geo", "parse", "--format", "jsonl", str(path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": order},
            capture_output=True,
            check=False,
        )
        there = [json.loads(line) for line in done.stdout.split(b"\n")[:-1]]
        same = len(here) == len(there) and all(
            {**a, "id": ""} == {**b, "id": ""} for a, b in zip(here, there, strict=True)
        )
        if done.returncode or not same:
            failures.append(
                f"BROKEN another process reads the texts of {path} otherwise: {done.stderr.decode()[:SHOWN]}"
            )
    if not failures:
        path.unlink()
    print(f"{len(kept)} of these texts were read in two more processes, with the same records.\n" * (not failures))
    return failures


def print_searches(tallies: dict[str, Tally]) -> None:
    """Print a row for each kind of texts, and one for each language."""
    rows = [
        (
            family,
            t.cases,
            round(t.seconds),
            t.longest,
            f"{t.with_mentions / max(1, t.cases):.0%}",
            t.mentions,
            len(t.failures),
        )
        for family, t in tallies.items()
    ]
    sums = (sum(t.cases for t in tallies.values()), round(sum(t.seconds for t in tallies.values())))
    longest = max(t.longest for t in tallies.values())
    found = sum(t.with_mentions for t in tallies.values()) / max(1, sums[0])
    mentions, failures = (sum(column) for column in zip(*((row[5], row[6]) for row in rows), strict=True))
    rows.append(("all", *sums, longest, f"{found:.0%}", mentions, failures))
    print_table(("texts", "cases", "seconds", "longest", "with mentions", "mentions", "broken"), rows)
    read_in = sum((t.read_in for t in tallies.values()), Counter[str]())
    said = sum((t.said for t in tallies.values()), Counter[str]())
    print_table(
        ("cases with mentions, read in", *CODES, "und"),
        [
            ("language not given", *(read_in[code] for code in (*CODES, "und"))),
            ("language given", *(said[code] for code in (*CODES, "und"))),
        ],
    )


# --- texts by name


def print_tedious() -> None:
    """Print what each text by name costs, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        rows = list(pool.imap(cost, range(len(tedious_texts()))))
    head = ("text by name", "characters", "mentions", "half, s", "whole, s", "MB", "slowest in", "a tenth, s")
    print_table(head, rows)


def cost(number: int) -> tuple[object, ...]:
    """Return a row: processor seconds of half a text and of all of it, the memory it takes, the slowest language."""
    tedious = tedious_texts()[number]
    whole, half = tedious.text(), tedious.text(0.5)
    geoparse("in Paris")
    before = peak_mb()
    half_s, _ = seconds(half, None)
    whole_s, mentions = seconds(whole, None)
    memory = peak_mb() - before
    tenth = tedious.text(0.1)
    slowest, code = max((seconds(tenth, code)[0], code) for code in CODES)
    return tedious.name, len(whole), mentions, f"{half_s:.2f}", f"{whole_s:.2f}", memory, code, f"{slowest:.2f}"


def seconds(text: str, lang: str | None) -> tuple[float, int]:
    """Return the processor seconds that a text takes, and how many mentions it has."""
    begin = time.process_time()
    parsed = geoparse(text, lang=lang)
    return time.process_time() - begin, len(parsed.resolutions)


def peak_mb() -> int:
    """Return the most memory that this process has held."""
    status = Path("/proc/self/status").read_text(encoding="ascii").split("\n")
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024


def print_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a Markdown table."""
    cells = [list(head), *([f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
