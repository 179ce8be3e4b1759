"""Find the mentions of a text and what each does in its sentence."""

from geo.models import KnownName, Mention, MentionKind, Reason
from geo.recognise.context import KNOWN_PLACE, LISTED, ContextReader, Weighed, with_more
from geo.recognise.hits import Hit, HitFinder, Names
from geo.text.language import Language
from geo.text.tokens import Tokens, tokenise

_SAME_NAME_SUPPORTED = 1.5  # another mention of the name has a class noun or a preposition
_SAME_NAME_OF_PERSON = -4.0  # another mention of it is a person
_LEAST_INSIDE = -4.0  # a name inside a name needs less: nothing is drawn for it
_VERB_REACH = 2  # words between a verb of saying and the capital that speaks


class Recogniser:
    """Recognises the toponyms of texts in one language."""

    def __init__(self, language: Language, names: Names) -> None:
        self._language = language
        self._finder = HitFinder(language, names)

    def recognise(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a text in order, without overlaps."""
        tokens = tokenise(text)
        hits = self._finder.find(tokens)
        reader = ContextReader(self._finder, tokens, hits)
        weighed = [reader.weigh(hit) for hit in hits]
        weighed = self._with_lists(tokens, _with_one_sense(weighed))
        kept = [one for one in weighed if one.score >= self._least(one)]
        kinds = self._kinds(tokens, kept)
        return tuple(_mention(text, one, kind, reason) for one, (kind, reason) in zip(kept, kinds, strict=True))

    def _least(self, one: Weighed) -> float:
        known = one.hit.known
        inside_and_known = one.inside is not None and (
            known is None or known.importance >= KNOWN_PLACE or known.curated
        )
        return _LEAST_INSIDE if inside_and_known else 0.0

    def _kinds(self, tokens: Tokens, kept: list[Weighed]) -> list[tuple[MentionKind, Reason | None]]:
        """Return each one's kind; a capital that "and" joins to one that speaks, speaks too."""
        kinds = [self._kind(tokens, one) for one in kept]
        order = range(1, len(kept)) if self._language.verb_first else range(len(kept) - 1, 0, -1)
        for i in order:
            pair = (i - 1, i) if self._language.verb_first else (i, i - 1)
            speaker, other = pair
            known = kept[other].hit.known
            if (
                kinds[speaker][0] is MentionKind.METONYM
                and kinds[other][0] is MentionKind.PLACE
                and known is not None
                and known.capital
                and self._are_joined(tokens, kept[i - 1].hit, kept[i].hit)
                and not self._is_located(tokens, kept[i - 1].hit)
            ):
                kinds[other] = (MentionKind.METONYM, Reason(code="capital"))
        return kinds

    def _with_lists(self, tokens: Tokens, weighed: list[Weighed]) -> list[Weighed]:
        """Support a hit that "and" or a comma joins to a place: in A, B and C."""
        result = list(weighed)
        for i in range(1, len(result)):
            left, right = result[i - 1], result[i]
            if not self._are_joined(tokens, left.hit, right.hit):
                continue
            reason = Reason(code="listed")
            if left.score >= 1 and not left.hit.is_demonym and not left.person:
                shared = (
                    left.feature_class
                    if right.hit.proclitic == self._language.conjunction != "" and not _parted(tokens, left.hit)
                    else None
                )
                result[i] = with_more(right, LISTED, reason, shared)
            elif right.score >= 1 and not right.hit.is_demonym and not right.person:
                result[i - 1] = with_more(left, LISTED, reason)
        return result

    def _are_joined(self, tokens: Tokens, left: Hit, right: Hit) -> bool:
        if right.first == left.last + 1:
            gap = tokens.gap(left.last)
            conjunction = right.proclitic == self._language.conjunction != "" and not gap.strip()
            return conjunction or gap.strip() in {",", "،", "/"} or gap in {"-", "–"}
        if right.first == left.last + 2:
            return tokens.keys[left.last + 1] in self._language.joiners and not tokens.gap(left.last + 1).strip()
        return False

    def _kind(self, tokens: Tokens, one: Weighed) -> tuple[MentionKind, Reason | None]:
        hit = one.hit
        if hit.country is not None:
            return MentionKind.DEMONYM, None
        if one.inside is not None:
            return MentionKind.EMBEDDED, Reason(code="inside_name", values={"word": one.inside})
        if hit.known is None:
            return MentionKind.PLACE, None
        if (one.feature_class is None or hit.known.institution) and not self._is_located(tokens, hit):
            if hit.known.institution:
                return MentionKind.METONYM, Reason(code="institution")
            if hit.known.capital and (verb := self._saying_verb(tokens, hit)):
                return MentionKind.METONYM, Reason(code="saying_verb", values={"word": verb})
        return MentionKind.PLACE, None

    def _is_located(self, tokens: Tokens, hit: Hit) -> bool:
        """Tell whether a word before says that something is there: in Moscow, في الكرملين."""
        if hit.proclitic[-1:] in self._language.locative_proclitics:
            return True
        if hit.first == 0 or tokens.gap(hit.first - 1).strip():
            return False
        before = tokens.keys[hit.first - 1]
        if self._language.fillers and before in self._language.fillers and hit.first > 1:
            before = tokens.keys[hit.first - 2]
        return self._finder.means(before, self._language.locatives)

    def _saying_verb(self, tokens: Tokens, hit: Hit) -> str | None:
        """Return the verb that makes a capital speak: before it where the verb comes first, else behind it."""
        verbs = self._language.saying_verbs
        behind = hit.last + 1
        for reach in range(_VERB_REACH):
            if behind + reach >= len(tokens) or tokens.gap(behind + reach - 1).strip(" :"):
                break
            if tokens.keys[behind + reach] in verbs:
                return tokens.word(behind + reach)
            if self._language.verb_first:
                break
        if not self._language.verb_first or hit.first == 0 or hit.proclitic or tokens.gap(hit.first - 1).strip():
            return None
        if self._finder.means(tokens.keys[hit.first - 1], verbs):
            return tokens.word(hit.first - 1)
        return None


def _parted(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a mark stands behind a hit: a class noun reaches over "and", not over a comma."""
    return bool(tokens.gap(hit.last).strip())


def _with_one_sense(weighed: list[Weighed]) -> list[Weighed]:
    """Decide repeated names together: what one mention proves counts for the others."""
    supported: set[str] = set()
    persons: set[str] = set()
    for one in weighed:
        key = _key(one.hit.known)
        if one.person:
            persons.add(key)
        elif one.score >= 1 and one.why:
            supported.add(key)
    result = []
    for one in weighed:
        key = _key(one.hit.known)
        more = (_SAME_NAME_SUPPORTED if key in supported else 0.0) + (_SAME_NAME_OF_PERSON if key in persons else 0.0)
        result.append(with_more(one, more) if more and one.hit.known is not None else one)
    return result


def _key(known: KnownName | None) -> str:
    return "" if known is None else known.key


def _mention(text: str, one: Weighed, kind: MentionKind, reason: Reason | None) -> Mention:
    hit = one.hit
    return Mention(
        start=hit.start,
        end=hit.end,
        text=text[hit.start : hit.end],
        kind=kind,
        toponym=f"iso:{hit.country}" if hit.country is not None else hit.known.key if hit.known is not None else "",
        why=one.why if reason is None else (*one.why, reason),
        trigger=one.feature_class or None,
    )
