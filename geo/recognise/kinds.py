"""Tell what each toponym does in its sentence."""

from collections.abc import Sequence

from geo.models import MentionKind, Reason
from geo.recognise.context import Weighed
from geo.recognise.hits import Hit
from geo.recognise.reading import Reading
from geo.recognise.speaking import find_saying_verb
from geo.recognise.stances import find_stance

Kind = tuple[MentionKind, Reason | None]


def find_kinds(reading: Reading, kept: Sequence[Weighed]) -> list[Kind]:
    """Return each one's kind; a capital that "and" joins to one that speaks, speaks too."""
    kinds = [_kind(reading, one) for one in kept]
    order = range(1, len(kept)) if reading.language.verb_first else range(len(kept) - 1, 0, -1)
    for i in order:
        speaker, other = (i - 1, i) if reading.language.verb_first else (i, i - 1)
        known = kept[other].hit.known
        if (
            kinds[speaker][0] is MentionKind.METONYM
            and kinds[other][0] is MentionKind.PLACE
            and known is not None
            and known.capital
            and are_joined(reading, kept[i - 1].hit, kept[i].hit)
            and not _is_located(reading, kept[i - 1].hit)
        ):
            kinds[other] = (MentionKind.METONYM, Reason.of("capital"))
    return kinds


def are_joined(reading: Reading, left: Hit, right: Hit) -> bool:
    """Tell whether "and", a comma, a slash or a hyphen joins two hits."""
    tokens, language = reading.tokens, reading.language
    if right.first == left.last + 1:
        gap = tokens.gap(left.last)
        conjunction = right.proclitic == language.conjunction != "" and not gap.strip()
        return conjunction or gap.strip() in {",", "،", "/"} or gap in {"-", "–", "‑"}
    if right.first == left.last + 2:
        return tokens.keys[left.last + 1] in language.joiners and not tokens.gap(left.last + 1).strip()
    return False


def _kind(reading: Reading, one: Weighed) -> Kind:
    hit = one.hit
    if hit.country is not None:
        return MentionKind.DEMONYM, None
    if one.inside is not None:
        return MentionKind.EMBEDDED, one.inside
    known = hit.known
    if known is not None and known.capital and one.feature_class is None and (noun := find_stance(reading, hit)):
        return MentionKind.METONYM, Reason.of("stance", word=noun)
    if known is not None and (one.feature_class is None or known.institution) and not _is_located(reading, hit):
        if known.institution:
            return MentionKind.METONYM, Reason.of("institution")
        if known.capital and not _belongs(reading, hit) and (verb := find_saying_verb(reading, hit)):
            return MentionKind.METONYM, Reason.of("saying_verb", word=verb)
    return MentionKind.PLACE, None


def _is_located(reading: Reading, hit: Hit) -> bool:
    """Tell whether a word before, or an ending, says that something is there: in Moscow, في الكرملين, Երևանում."""
    language, tokens = reading.language, reading.tokens
    if hit.locative or hit.proclitic[-1:] in language.locative_proclitics:
        return True
    if reading.has_postposition(hit.last):
        return True
    if hit.first == 0 or tokens.gap(hit.first - 1).strip():
        return False
    before = hit.first - 1
    if language.fillers and tokens.keys[before] in language.fillers and hit.first > 1:
        before -= 1
    return reading.means(before, language.locatives)


def _belongs(reading: Reading, hit: Hit) -> bool:
    """Tell whether somebody of a capital speaks, not the capital: the mayor of London said, el alcalde de Bogotá anunció."""
    before = reading.before(hit.first)
    return before is not None and reading.keys[before] in reading.language.prepositions
