"""How well short news in each language are read: `python benchmarks/news.py [--errors] [--half open|held] [LANGUAGE ...]`.

`tests/data/news` holds a file a language, `<code>.txt`: reports of our own with every name marked by a person who had not seen what
Dateline makes of them. `== id | headline` begins a report; `[Lyon]` is a place, `[m:Paris]` a metonym, `[d:français]` a demonym and
`[e:Banque de France]` a name inside another; `[Lyon=gn:2996944]` says which place is right. Every second report is held back: who
mends rules looks at the mistakes of the open half only.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import Rates, rates  # noqa: E402
from benchmarks.tables import figure, markdown  # noqa: E402
from geo import Article, MentionKind, geoparse_article  # noqa: E402
from geo.models import MARKER_KINDS, GeoparsedArticle  # noqa: E402

NEWS = ROOT / "tests" / "data" / "news"
KINDS = {
    "": MentionKind.PLACE,
    "m": MentionKind.METONYM,
    "d": MentionKind.DEMONYM,
    "e": MentionKind.EMBEDDED,
}
HALVES = ("open", "held")
_HEAD = re.compile(r"^== *(\S+) *\| *(.*)$", re.MULTILINE)
_MARK = re.compile(r"\[(?:([mde]):)?([^\]=]+)(?:=([^\]]+))?\]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A name that a person marked."""

    start: int
    end: int
    kind: MentionKind
    place: str | None  # the id of the place that is right, where somebody looked it up


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text and the names in it."""

    article: Article
    names: tuple[Marked, ...]
    half: str

    def spans(self, kinds: Iterable[MentionKind]) -> set[Span]:
        """Return where names of some kinds stand."""
        return {(name.start, name.end) for name in self.names if name.kind in kinds}


def read_news(lang: str, folder: Path = NEWS) -> list[Report]:
    """Return the reports of a language, every second one held back."""
    pieces = _HEAD.split((folder / f"{lang}.txt").read_text(encoding="utf-8"))[1:]
    triples = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return [_report(lang, i, *triple) for i, triple in enumerate(triples)]


def _report(lang: str, i: int, identifier: str, title: str, marked: str) -> Report:
    text, names, done = "", list[Marked](), 0
    marked = marked.strip()
    for found in _MARK.finditer(marked):
        text += marked[done : found.start()]
        kind, name, place = found.groups()
        names.append(Marked(start=len(text), end=len(text) + len(name), kind=KINDS[kind or ""], place=place))
        text, done = text + name, found.end()
    article = Article(id=identifier, text=text + marked[done:], title=title.strip() or None, lang=lang)
    return Report(article=article, names=tuple(names), half=HALVES[i % 2])


def languages(folder: Path = NEWS) -> list[str]:
    """Return the codes of the languages that have reports."""
    return sorted(path.stem for path in folder.glob("*.txt"))


def found_spans(parsed: GeoparsedArticle, kinds: Iterable[MentionKind]) -> set[Span]:
    """Return where mentions of some kinds were found."""
    return {(r.mention.start, r.mention.end) for r in parsed.resolutions if r.mention.kind in kinds}


def exact_rates(pairs: Iterable[tuple[set[Span], set[Span]]]) -> Rates | None:
    """Return the rates of exact spans over reports; None where there is nothing to find."""
    hits = found = gold = 0
    for wanted, given in pairs:
        hits, found, gold = hits + len(wanted & given), found + len(given), gold + len(wanted)
    return rates(hits, found, gold) if gold else None


def row(lang: str, reports: Sequence[Report], parsed: Sequence[GeoparsedArticle]) -> list[str]:
    """Return a line of the table."""
    both = list(zip(reports, parsed, strict=True))

    def rates_of(kinds: Iterable[MentionKind]) -> Rates | None:
        return exact_rates((report.spans(kinds), found_spans(story, kinds)) for report, story in both)

    chosen = {
        (report.article.id, r.mention.start): r.place.id if r.place else None
        for report, story in both
        for r in story.resolutions
    }
    known = [(report.article.id, name) for report in reports for name in report.names if name.place]
    right = sum(chosen.get((identifier, name.start)) == name.place for identifier, name in known)
    marks = rates_of(MARKER_KINDS) or rates(0, 0, 0)
    others = [rates_of({kind}) for kind in (MentionKind.METONYM, MentionKind.DEMONYM, MentionKind.EMBEDDED)]
    return [
        lang,
        str(len(reports)),
        str(sum(len(report.names) for report in reports)),
        *map(figure, (marks.precision, marks.recall, marks.f1)),
        *(figure(rate.f1 if rate else None) for rate in others),
        f"{right} of {len(known)}",
    ]


def errors(report: Report, parsed: GeoparsedArticle) -> Iterator[str]:
    """Yield what was missed, made up, taken for another kind or put at a wrong place, in the words of the report."""
    text = report.article.text
    given = {(r.mention.start, r.mention.end): r for r in parsed.resolutions}
    wanted = {(name.start, name.end): name for name in report.names}
    for span in sorted(given.keys() | wanted.keys()):
        name, found = wanted.get(span), given.get(span)
        around = f"{text[max(0, span[0] - 30) : span[0]]}[{text[slice(*span)]}]{text[span[1] : span[1] + 30]}".replace(
            "\n", " "
        )
        if found is None or name is None:
            what = "made up" if name is None else "missed"
            kind = found.mention.kind if found else name.kind if name else ""
            yield f"{report.article.id} {what} {kind}: {around}"
        elif found.mention.kind is not name.kind:
            yield f"{report.article.id} {name.kind} taken for {found.mention.kind}: {around}"
        elif name.place and (found.place is None or found.place.id != name.place):
            there = f"{found.place.id} {found.place.name}" if found.place else "nowhere"
            yield f"{report.article.id} {name.place} put at {there}: {around}"


def main() -> None:
    """Read and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("languages", nargs="*", metavar="LANGUAGE")
    options.add_argument("--errors", action="store_true", help="list the mistakes of the open half")
    options.add_argument("--half", choices=HALVES, help="only this half")
    chosen = options.parse_args()
    rows = []
    for lang in chosen.languages or languages():
        reports = [report for report in read_news(lang) if chosen.half in (None, report.half)]
        parsed = [geoparse_article(report.article) for report in reports]
        rows.append(row(lang, reports, parsed))
        if chosen.errors:
            open_half = (pair for pair in zip(reports, parsed, strict=True) if pair[0].half == "open")
            print(*(line for report, story in open_half for line in errors(report, story)), sep="\n")
    head = ("", "reports", "names", "P", "R", "F1", "metonyms", "demonyms", "inside others", "right place")
    print(markdown(head, rows))


if __name__ == "__main__":
    main()
