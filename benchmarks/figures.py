"""The tables of docs/quality.md: per set, per half, per language, per kind, calibration, own stories."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.corpora import KINDS_OF_TYPES, Document, Kinds, Known, Toponym, held_back
from benchmarks.reading import Find, Reading
from benchmarks.scoring import Tally, bins, is_right, pairs, tally, total
from benchmarks.tables import figure, markdown, percent
from geo.languages import read_languages
from geo.models import CERTAIN, LIKELY, MARKER_KINDS, Certainty, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A set, what is known of it, and what was found in each of its documents."""

    name: str
    known: Known
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]

    @property
    def pairs(self) -> Iterable[tuple[Document, Reading]]:
        return zip(self.documents, self.readings, strict=True)

    def tallies(self, key: Callable[[Document], str]) -> dict[str, Tally]:
        """Return the sums over the documents that share a key."""
        sums: dict[str, Tally] = {}
        for document, reading in self.pairs:
            counts = tally(document.toponyms, reading.finds, self.known.kinds)
            sums[key(document)] = sums.get(key(document), Tally()) + counts
        return sums

    @property
    def tally(self) -> Tally:
        """Return the sum over all documents."""
        return total(self.tallies(lambda document: document.id).values())


# --- sets


def sets(reads: Sequence[Read]) -> str:
    """Return the scores of each set, beside what we aim at and the best that others reach."""
    rows = [(read.name, *_scores(read.tally), *_aims(read.known)) for read in reads]
    aims = ("aim: F1", "aim: placed", "best peer: F1", "best peer: placed")
    return markdown(("set", "docs", "gold", "exact F1", "P", "R", "F1", "placed", "calibration error", *aims), rows)


def _scores(counts: Tally) -> tuple[str, ...]:
    found = counts.overlap_rates
    return (
        f"{counts.documents:,}",
        f"{counts.gold:,}",
        figure(counts.exact_rates.f1),
        figure(found.precision),
        figure(found.recall),
        figure(found.f1),
        figure(counts.placed_of_all),
        figure(counts.calibration_error),
    )


def _aims(known: Known) -> tuple[str, ...]:
    aim = "–" if known.aim_f1 is None else f"{known.aim_f1:.2f}{' exact' if known.aim_by_exact else ''}"
    placed = "–" if known.aim_placed is None else f"{known.aim_placed:.2f}"
    return aim, placed, *map(_peer, (known.peer_f1, known.peer_placed))


def _peer(best: tuple[float, str] | None) -> str:
    return "–" if best is None else f"{best[0]:.3f} {best[1]}"


def halves(reads: Sequence[Read]) -> str:
    """Return the scores of the documents that fitting may read, and of those held back."""
    rows = []
    for read in reads:
        counts = read.tallies(lambda document: "held back" if held_back(document.id) else "open")
        rows += [(f"{read.name}, {half}", *_scores(counts[half])) for half in sorted(counts, reverse=True)]
    return markdown(("half", "docs", "gold", "exact F1", "P", "R", "F1", "placed", "calibration error"), rows)


def sources(reads: Sequence[Read]) -> str:
    """Return what each set is, what its people marked and its licence."""
    rows = [
        (read.name, read.known.about, ", ".join(sorted(read.known.kinds)), read.known.licence)
        for read in reads
        if read.known.about
    ]
    return markdown(("set", "texts", "kinds that count", "licence"), rows)


# --- languages


def languages(reads: Sequence[Read]) -> str:
    """Return the scores of each language over its sets, then the names of the languages without one."""
    by_lang: defaultdict[str, list[tuple[str, Tally]]] = defaultdict(list)
    for read in reads:
        for lang, counts in read.tallies(lambda document: document.lang).items():
            by_lang[lang].append((read.name, counts))
    names = {code: language.name for code, language in read_languages().items()}
    rows = [
        (names.get(lang, lang), *_scores(total(counts for _, counts in its))[:-1], ", ".join(name for name, _ in its))
        for lang, its in sorted(by_lang.items(), key=lambda item: names.get(item[0], item[0]))
    ]
    without = ", ".join(sorted(name for code, name in names.items() if code not in by_lang))
    table = markdown(("language", "docs", "gold", "exact F1", "P", "R", "F1", "placed", "sets"), rows)
    return f"{table}\n\nNo set, only sentences of our own: {without}."


# --- kinds


def kinds_of_sets(reads: Sequence[Read]) -> str:
    """Return, for each type of a set that tells types like ours, how many were found, called rightly and placed right."""
    rows = [row for read in reads if read.name in KINDS_OF_TYPES for row in _type_rows(read, KINDS_OF_TYPES[read.name])]
    return markdown(("type", "our kind", "gold", "found", "found as that kind", "placed right"), rows)


def _type_rows(read: Read, kinds: Mapping[str, Kinds]) -> Iterator[tuple[str, ...]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document, reading in read.pairs:
        found = {i: reading.finds[j] for i, j in pairs(document.toponyms, reading.finds)}
        for i, toponym in enumerate(document.toponyms):
            counts[toponym.type or ""].update(_fates(toponym, found.get(i), kinds))
    for type_, count in sorted(counts.items(), key=lambda item: -item[1]["gold"]):
        yield (
            f"{read.name}: {type_}",
            ", ".join(sorted(kinds.get(type_, ()))) or "none",
            str(count["gold"]),
            percent(count["found"], count["gold"]),
            percent(count["called"], count["gold"]) if kinds.get(type_) else "–",
            percent(count["right"], count["located"]),
        )


def _fates(toponym: Toponym, find: Find | None, kinds: Mapping[str, Kinds]) -> Iterator[str]:
    yield "gold"
    if toponym.point is not None:
        yield "located"
    if find is None:
        return
    yield "found"
    if find.kind in kinds.get(toponym.type or "", ()):
        yield "called"
    if toponym.point is not None and find.place is not None and is_right(toponym, find.place):
        yield "right"


# --- own stories


def stories(documents: Sequence[Document], readings: Sequence[Reading]) -> str:
    """Return exact precision, recall and F1 of each story that ships, and how many were given the right place."""
    rows = [
        (document.id, *_story_row([(document, reading)], MARKER_KINDS))
        for document, reading in zip(documents, readings, strict=True)
    ]
    everything = list(zip(documents, readings, strict=True))
    rows.append(("all", *_story_row(everything, MARKER_KINDS)))
    rows += [(f"all, {kind} alone", *_story_row(everything, frozenset({kind}))) for kind in MentionKind]
    return markdown(("story", "gold", "P", "R", "F1", "right place"), rows)


def _story_row(some: Sequence[tuple[Document, Reading]], kinds: Kinds) -> tuple[str, ...]:
    gold = finds = hits = known = right = 0
    for document, reading in some:
        marked = {(one.start, one.end): one.place for one in document.toponyms if one.type in kinds}
        found = {(one.start, one.end): one for one in reading.finds if one.kind in kinds}
        both = marked.keys() & found.keys()
        gold, finds, hits = gold + len(marked), finds + len(found), hits + len(both)
        known += sum(marked[span] is not None for span in both)
        right += sum(marked[span] is not None and _place_id(found[span]) == marked[span] for span in both)
    scores = Tally(gold=gold, finds=finds, exact=hits).exact_rates
    return (str(gold), *map(figure, (scores.precision, scores.recall, scores.f1)), f"{right} of {known}")


def _place_id(find: Find) -> str | None:
    return None if find.place is None else find.place.id


# --- calibration


def calibration(reads: Sequence[Read]) -> str:
    """Return, for ten bins of the probability that Dateline gives, how many it should get right and how many it does."""
    rows = [
        (
            f"{one.least:.1f}-{one.most:.1f}",
            str(one.count),
            figure(one.said / one.count if one.count else None),
            figure(one.right / one.count if one.count else None),
        )
        for one in bins(total(read.tally for read in reads).claims)
    ]
    return markdown(("probability", "placed", "said", "right"), rows)


def certainties(reads: Sequence[Read]) -> str:
    """Return what the words certain, likely and unsure are worth."""
    counts = total(read.tally for read in reads)
    edges = (0.0, LIKELY, CERTAIN, 1.0)
    words = (Certainty.UNSURE, Certainty.LIKELY, Certainty.CERTAIN)
    falsely = bins(((score, False) for score in counts.false_claims), edges)
    rows = [
        (
            str(word),
            str(one.count),
            figure(one.right / one.count if one.count else None),
            str(wrong.count),
            figure(one.right / (one.count + wrong.count) if one.count + wrong.count else None),
        )
        for word, one, wrong in zip(words, bins(counts.claims, edges), falsely, strict=True)
    ]
    return markdown(("word", "placed", "right", "false finds", "right, if false finds are counted"), rows[::-1])
