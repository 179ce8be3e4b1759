"""Find the mentions of a text and what each does in its sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.models import KnownName, Mention, MentionKind, Reason
from geo.progress import Hook, part_of, watched
from geo.recognise.containers import lies_in_next
from geo.recognise.context import ContextReader, Weighed, with_more
from geo.recognise.evidence import Weights
from geo.recognise.hits import HitFinder, Names
from geo.recognise.kinds import are_joined, find_kinds
from geo.recognise.reading import Reading, is_well_known
from geo.recognise.unknown import UnknownName, find_unknown_names
from geo.text.language import Language
from geo.text.tokens import Tokens, tokenise

_LEAST_INSIDE = -4.0  # log-odds; a name inside a name needs less: nothing is drawn for it
_SUPPORTED = 0.4  # log-odds from which one mention speaks for the others of its name
_FINDING = 0.35  # of the time of recognition; the rest is weighing


class Recogniser:
    """Recognises the toponyms of texts in one language."""

    def __init__(self, language: Language, names: Names, weights: Weights) -> None:
        self._finder = HitFinder(language, names)
        self._weights = weights

    def recognise(self, text: str, hook: Hook | None = None) -> tuple[Mention, ...]:
        """Return the mentions of a text in order, without overlaps."""
        return self.recognise_words(tokenise(text), hook)

    def recognise_words(self, tokens: Tokens, hook: Hook | None = None) -> tuple[Mention, ...]:
        """Return the mentions of a text that was cut into words, in order, without overlaps."""
        text = tokens.text
        reader = self._read(tokens, hook)
        kept = [one for one in reader.weighed if one.score >= _least(one)]
        reading = reader.reading
        unknown = find_unknown_names(reading, [one.hit for one in kept])
        over = {i for name in unknown for i in range(name.first, name.last + 1)}
        if over:
            kept = [one for one in kept if over.isdisjoint(range(one.hit.first, one.hit.last + 1))]
        ends = sorted([*(one.hit.last for one in kept), *(name.last for name in unknown)])
        containing = {last for last, one in _before_hits(ends, kept) if lies_in_next(reading, last, one.hit)}
        mentions = [
            self._mention(text, one, kind, reason, in_next=one.hit.last in containing)
            for one, (kind, reason) in zip(kept, find_kinds(reading, kept), strict=True)
        ]
        mentions += [self._unknown_mention(reading, name, in_next=name.last in containing) for name in unknown]
        return tuple(sorted(mentions, key=lambda mention: mention.start) if unknown else mentions)

    def weigh(self, text: str) -> list[Weighed]:
        """Return every hit of a text with the clues for and against it, in order."""
        return self._read(tokenise(text)).weighed

    def _mention(self, text: str, one: Weighed, kind: MentionKind, reason: Reason | None, *, in_next: bool) -> Mention:
        hit = one.hit
        return Mention(
            start=hit.start,
            end=hit.end,
            text=text[hit.start : hit.end],
            kind=kind,
            lang=self._finder.language.code,
            toponym=f"iso:{hit.country}" if hit.country is not None else hit.known.key if hit.known is not None else "",
            why=one.why if reason is None else (*one.why, reason),
            in_next=in_next,
            trigger=one.feature_class or None,
        )

    def _unknown_mention(self, reading: Reading, name: UnknownName, *, in_next: bool) -> Mention:
        tokens = reading.tokens
        start, end = tokens.starts[name.first], tokens.ends[name.last]
        return Mention(
            start=start,
            end=end,
            text=tokens.text[start:end],
            kind=MentionKind.PLACE,
            lang=self._finder.language.code,
            toponym=" ".join(tokens.keys[name.first : name.last + 1]),
            why=(Reason.of("trigger", word=name.word), Reason.of("unknown")),
            in_next=in_next,
            trigger=name.feature_class or None,
        )

    def _read(self, tokens: Tokens, hook: Hook | None = None) -> "_Document":
        return _Document(self._finder, tokens, self._weights, hook)


class _Document:
    """The hits of one text, weighed one by one and then together."""

    def __init__(self, finder: HitFinder, tokens: Tokens, weights: Weights, hook: Hook | None) -> None:
        hits = finder.find(tokens, part_of(hook, 0, _FINDING))
        reader = ContextReader(finder, tokens, hits, weights)
        self.reading = reader.reading
        self._weights = weights
        weighing = part_of(hook, _FINDING, 1)
        self.weighed = self._with_lists(self._with_one_sense([reader.weigh(hit) for hit in watched(hits, weighing)]))

    def _with_one_sense(self, weighed: Sequence[Weighed]) -> list[Weighed]:
        """Decide repeated names together: what one mention proves counts for the others."""
        persons = {_key(one) for one in weighed if one.person}
        supported = {_key(one) for one in weighed if _supports(one)}
        return [self._with_same_name(one, persons, supported) for one in weighed]

    def _with_same_name(self, one: Weighed, persons: set[str], supported: set[str]) -> Weighed:
        key = _key(one)
        if not key:
            return one
        if key in supported and not _supports(one):
            one = with_more(one, self._weights, "same_name_supported")
        return with_more(one, self._weights, "same_name_of_person") if key in persons else one

    def _with_lists(self, weighed: Sequence[Weighed]) -> list[Weighed]:
        """Support a hit that "and", a comma or a hyphen joins to a place: in A, B and C."""
        result = list(weighed)
        for i in range(1, len(result)):
            left, right = result[i - 1], result[i]
            if not are_joined(self.reading, left.hit, right.hit):
                continue
            if _is_place(left):
                shared = left.feature_class if self._shares_class_noun(left, right) else None
                supported = with_more(right, self._weights, "listed", Reason.of("listed"))
                result[i] = replace(supported, feature_class=right.feature_class or shared)
            elif _is_place(right):
                result[i - 1] = with_more(left, self._weights, "listed", Reason.of("listed"))
        return result

    def _shares_class_noun(self, left: Weighed, right: Weighed) -> bool:
        """Tell whether a class noun reaches over "and" to the next name; it does not reach over a comma."""
        parted = bool(self.reading.tokens.gap(left.hit.last).strip())
        return right.hit.proclitic == self.reading.language.conjunction != "" and not parted


def _before_hits(ends: Sequence[int], kept: Sequence[Weighed]) -> Iterator[tuple[int, Weighed]]:
    """Yield each known hit with the last token of the mention before it."""
    for one in kept:
        before = bisect_left(ends, one.hit.first) - 1
        if before >= 0:
            yield ends[before], one


def _is_place(one: Weighed) -> bool:
    return one.score >= _SUPPORTED and not one.hit.is_demonym and not one.person


def _supports(one: Weighed) -> bool:
    """Tell whether a mention proves its name a place for the others."""
    return not one.person and one.score >= _SUPPORTED and bool(one.why)


def _least(one: Weighed) -> float:
    """Return the log-odds from which a hit is kept."""
    known = one.hit.known
    return _LEAST_INSIDE if one.inside is not None and (known is None or is_well_known(known)) else 0.0


def _key(one: Weighed) -> str:
    known: KnownName | None = one.hit.known
    return "" if known is None else known.key
