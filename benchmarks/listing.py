"""Print the mistakes of a set: classes with counts, then the names that cost most."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from benchmarks.mistakes import MISPLACED, MISSES, Mistake, Verdict
from benchmarks.tables import markdown, percent

_SNIPPETS = 2  # of each name
_NOTES = 2  # of each mistake of a name
_HEADS = ("no name", "unread", "part", "rejected", "kind", "shared")  # of MISSES


def classes(verdicts: Sequence[Verdict]) -> str:
    """Return how many toponyms went wrong in which way, and the share of all toponyms and of those missed."""
    counts = Counter(fault.mistake for verdict in verdicts for fault in verdict.faults)
    gold = len(verdicts) - counts[Mistake.FALSE]
    missed = sum(counts[mistake] for mistake in MISSES)
    marked = {verdict.name for verdict in verdicts if not verdict.is_false_find}
    known = sum(verdict.is_false_find and verdict.name in marked for verdict in verdicts)
    rows = [
        (
            str(mistake),
            str(counts[mistake]),
            percent(counts[mistake], gold),
            percent(counts[mistake], missed) if mistake in MISSES else "",
        )
        for mistake in Mistake
        if counts[mistake]
    ]
    rows.append(("... of a name that is a toponym elsewhere in the set", str(known), percent(known, gold), ""))
    return markdown((f"of {gold:,} toponyms", "count", "of all", f"of {missed:,} missed"), rows)


def by_type(verdicts: Iterable[Verdict]) -> str:
    """Return the misses by the set's own types; "" where it has but one."""
    gold: Counter[str] = Counter()
    counts: defaultdict[str, Counter[Mistake]] = defaultdict(Counter)
    for verdict in verdicts:
        if not verdict.is_false_find:
            gold[verdict.type or "-"] += 1
            counts[verdict.type or "-"].update(fault.mistake for fault in verdict.faults)
    if len(gold) < 2:
        return ""
    rows = [
        (
            type_,
            str(count),
            *(str(counts[type_][mistake] or "") for mistake in MISSES),
            str(sum(counts[type_][mistake] for mistake in MISPLACED) or ""),
        )
        for type_, count in gold.most_common()
    ]
    return markdown(("type", "gold", *_HEADS, "placed wrong"), rows)


def extents(verdicts: Iterable[Verdict], count: int) -> str:
    """Return by what finds and toponyms differ most often; "" if they never do."""
    notes = Counter(fault.note for verdict in verdicts for fault in verdict.faults if fault.mistake is Mistake.EXTENT)
    return markdown(("another extent", "count"), [(note, str(times)) for note, times in notes.most_common(count)])


def costliest(verdicts: Iterable[Verdict], count: int, with_extents: bool) -> Iterator[str]:
    """Yield a paragraph for each of the names that cost most, most mistakes first.

    Parameters
    ----------
    with_extents
        count finds of another extent too; only exact scores suffer from them
    """
    by_name: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_name[verdict.name].append(verdict)
    wrong = {name: [one for one in its if _costs(one, with_extents)] for name, its in by_name.items()}
    ranked = sorted((name for name in wrong if wrong[name]), key=lambda name: (-len(wrong[name]), name))
    for name in islice(ranked, count):
        yield _paragraph(name, by_name[name], wrong[name])


def _costs(verdict: Verdict, with_extents: bool) -> bool:
    return any(with_extents or fault.mistake is not Mistake.EXTENT for fault in verdict.faults)


def _paragraph(name: str, its: Sequence[Verdict], wrong: Sequence[Verdict]) -> str:
    notes: defaultdict[Mistake, Counter[str]] = defaultdict(Counter)
    for fault in (fault for verdict in wrong for fault in verdict.faults):
        notes[fault.mistake][fault.note] += 1
    return "\n".join(
        (
            f"{len(wrong):4} {name}   ({sum(not verdict.faults for verdict in its)} right)",
            *(f"       {notes[mistake].total():4} {mistake}{_noted(notes[mistake])}" for mistake in notes),
            *(f"            {snippet}" for snippet in _snippets(wrong)),
        )
    )


def _noted(notes: Counter[str]) -> str:
    said = [f"{count} {note}" if len(notes) > 1 else note for note, count in notes.most_common(_NOTES) if note]
    return f": {'; '.join(said)}" if said else ""


def _snippets(verdicts: Sequence[Verdict]) -> list[str]:
    """Return examples, of different mistakes first."""
    by_mistake = {verdict.faults[0].mistake: verdict.snippet for verdict in reversed(verdicts)}
    return list(dict.fromkeys((*by_mistake.values(), *(verdict.snippet for verdict in verdicts))))[:_SNIPPETS]
