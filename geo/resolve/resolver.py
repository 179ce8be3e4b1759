"""Choose the place that each mention means, with a probability and reasons.

Each candidate's score is a sum of log-odds, set by hand; a softmax over the candidates of a mention and "none of
these" turns the sums into probabilities.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from geo.models import Candidate, Mention, MentionKind, Place, Reason, Resolution
from geo.text.language import announces

FindCandidates = Callable[[str, str], tuple[Candidate, ...]]

FITNESS = 14.0  # a place ten times as large (fitness + 0.1) is four times as likely
CLASS_NOUN = 6.0  # "province of X" is a division
OTHER_CLASS = -1.5
CO_COUNTRY = 2.0  # its country, or one that it borders, is named in the text
NEIGHBOUR = 1.5  # other places of the text are in its country
AROUND_A_CITY = -4.0  # a division whose city has the same name: the bare name means the city
CONTAINED = 5.0  # "X, Y" and X is in Y
NONE_OF_THESE = 0.36  # the importance of a place that the gazetteer does not have: 4,000 inhabitants
_MOST_CANDIDATES = 10
_BESIDE = re.compile(r"[,،]\s{0,2}")
_SURE = 0.97  # a table can be wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the rest of a text says about where it happens."""

    countries: Mapping[str, str]  # names of the countries that the text names, by code
    neighbours: Mapping[str, int]  # how many of its other places lie in a country, by code


def resolve(
    text: str, mentions: Sequence[Mention], find_candidates: FindCandidates, lang: str
) -> tuple[Resolution, ...]:
    """Return a resolution for each mention, in order."""
    found = [find_candidates(mention.toponym, lang)[:_MOST_CANDIDATES] for mention in mentions]
    surroundings = _surroundings(mentions, found)
    containers = _containers(text, mentions, found)
    counts = Counter(mention.toponym for mention in mentions if mention.kind is not MentionKind.DEMONYM)
    return tuple(
        _resolution(mention, candidates, surroundings, container, counts[mention.toponym] - 1)
        for mention, candidates, container in zip(mentions, found, containers, strict=True)
    )


def _surroundings(mentions: Sequence[Mention], found: Sequence[tuple[Candidate, ...]]) -> Surroundings:
    countries: dict[str, str] = {}
    neighbours: Counter[str] = Counter()
    seen: set[str] = set()
    for mention, candidates in zip(mentions, found, strict=True):
        if not candidates or mention.toponym in seen:
            continue
        seen.add(mention.toponym)
        place = candidates[0].place
        if place.is_country and place.country_code:
            countries[place.country_code] = place.name
        elif place.country_code and _stands_out(candidates):
            neighbours[place.country_code] += 1
    return Surroundings(countries=countries, neighbours=neighbours)


def _stands_out(candidates: Sequence[Candidate]) -> bool:
    """Tell whether the best known candidate is ten times as well known as any in another country."""
    best = candidates[0].place
    others = [c.place.importance for c in candidates[1:] if c.place.country_code != best.country_code]
    return best.importance - max(others, default=0.0) >= 0.1


def _containers(
    text: str, mentions: Sequence[Mention], found: Sequence[tuple[Candidate, ...]]
) -> list[tuple[Place, ...]]:
    """Return for each mention the places that may contain it by "X, Y"."""
    containers: list[tuple[Place, ...]] = []
    for i, mention in enumerate(mentions):
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        beside = following is not None and _BESIDE.fullmatch(text, mention.end, following.start)
        wide = [c.place for c in found[i + 1] if c.place.feature_class in {"A", "L"}] if beside else []
        containers.append(tuple(wide))
    return containers


def _resolution(
    mention: Mention,
    candidates: tuple[Candidate, ...],
    surroundings: Surroundings,
    containers: tuple[Place, ...],
    others: int,
) -> Resolution:
    demonym = mention.kind is MentionKind.DEMONYM
    if not candidates:
        return Resolution(mention=mention, place=None, score=None, why=mention.why)
    around = frozenset(identifier for c in candidates for identifier in c.place.within)
    weighed = [(_weigh(c, mention, surroundings, containers, around), c.place) for c in candidates]
    total = sum(math.exp(odds) for (odds, _), _ in weighed) + math.exp(FITNESS * NONE_OF_THESE)
    ranked = sorted(weighed, key=lambda pair: -pair[0][0])
    scored = tuple(
        Candidate(place=place, score=round(_SURE * math.exp(odds) / total, 3)) for (odds, _), place in ranked
    )
    (_, reasons), place = ranked[0]
    return Resolution(
        mention=mention,
        place=place,
        score=scored[0].score,
        candidates=scored,
        why=_demonym_reasons(place) if demonym else (*mention.why, *reasons, *_general_reasons(place, ranked, others)),
    )


def _weigh(
    candidate: Candidate,
    mention: Mention,
    surroundings: Surroundings,
    containers: Sequence[Place],
    around: frozenset[str],
) -> tuple[float, tuple[Reason, ...]]:
    """Return a candidate's log-odds, up to a constant, and what raised them."""
    place = candidate.place
    odds = FITNESS * candidate.score
    reasons: list[Reason] = []
    if mention.trigger is not None:
        odds += CLASS_NOUN if announces(mention.trigger, place.feature_class) else OTHER_CLASS
    elif place.id in around:
        odds += AROUND_A_CITY
    if not place.is_country:
        near = {place.country_code, *place.touches} - {None}
        named = [surroundings.countries[code] for code in sorted(filter(None, near)) if code in surroundings.countries]
        if named:
            odds += CO_COUNTRY
            reasons.append(Reason(code="co_country", values={"country": named[0]}))
        if place.country_code and surroundings.neighbours.get(place.country_code, 0) > 1:
            odds += NEIGHBOUR
            reasons.append(Reason(code="same_region"))
    for container in containers:
        if place.lies_in(container):
            odds += CONTAINED
            reasons.append(Reason(code="contained", values={"container": container.name}))
            break
    return odds, tuple(reasons)


def _demonym_reasons(place: Place) -> tuple[Reason, ...]:
    return (Reason(code="nationality", values={"country": place.name}),)


def _general_reasons(place: Place, ranked: Sequence[tuple[object, Place]], others: int) -> tuple[Reason, ...]:
    reasons = []
    if place.disputed:
        reasons.append(Reason(code="disputed"))
    if len(ranked) == 1:
        reasons.append(Reason(code="only_match"))
    elif place.importance == max(other.importance for _, other in ranked):
        reasons.append(Reason(code="most_important", values={"count": len(ranked)}))
    if len(ranked) > 1:
        reasons.append(Reason(code="runner_up", values={"name": ranked[1][1].name}))
    if others > 0:
        reasons.append(Reason(code="named_again", values={"count": others}))
    return tuple(reasons)
