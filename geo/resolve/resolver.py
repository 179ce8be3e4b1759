"""Choose the place that each mention means, with a probability and reasons.

A candidate's score is a sum of clues, each with its weight; a softmax over the candidates of a mention and "none of
these" turns the sums into probabilities. A text is read twice: what the first reading makes likely is what the second
one looks around in.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geo.models import LIKELY, Candidate, Mention, MentionKind, Place, Reason, Resolution
from geo.progress import Hook, watched
from geo.resolve.evidence import Weights
from geo.resolve.surroundings import STANDS_OUT, Anchor, Home, Surroundings, first_anchors, own_places
from geo.text.language import announces

FindCandidates = Callable[[str, str], tuple[Candidate, ...]]

_MOST_CANDIDATES = 10
_BESIDE = re.compile(r"[,،]\s{0,2}|\s?\(")
OWN_PLACE = "user:"  # what the ids of a reader's own places begin with
# Countries that news of anywhere names: the permanent members of the UN Security Council.
_POWERS = frozenset({"US", "RU", "CN", "GB", "FR"})
_SURE = 0.97  # a table can be wrong
_SPOTS = frozenset("PS")
_PEOPLED = frozenset("AP")
_WIDE = frozenset("AL")  # feature classes that contain towns
_FALLS_BACK_TO = frozenset("APL")
ABSTAIN = 0.1  # probability below which no place is named: of such choices none was right, benchmarks/quality.py
_AT_CONTAINER = 0.8  # of the container's probability: an unknown name may lie at its other end


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A candidate with what speaks for it."""

    place: Place
    odds: float  # log-odds, up to a constant that all candidates of a mention share
    clues: tuple[tuple[str, float], ...]
    why: tuple[Reason, ...] = ()


class Resolver:
    """Chooses places for the mentions of one text."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        find_candidates: FindCandidates,
        lang: str,
        weights: Weights,
        home: Home | None = None,
        home_countries: frozenset[str] = frozenset(),
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._weights = weights
        self._home = home or Home()
        self._home_countries = home_countries
        self._found = [
            find_candidates(mention.toponym, mention.lang or lang)[:_MOST_CANDIDATES] for mention in mentions
        ]
        self._containers = self._find_containers()
        self._dated = frozenset(
            mention.toponym for mention in mentions if any(reason.code == "dateline" for reason in mention.why)
        )
        self._known: dict[tuple[str, str | None, MentionKind], list[Weighed]] = {}
        first = first_anchors(mentions, self._found)
        self._look_around(first)
        likely = self._likely_places()
        if likely != first:
            self._look_around(likely)

    def resolve(self, hook: Hook | None = None) -> tuple[Resolution, ...]:
        """Return a resolution for each mention, in order."""
        counts = Counter(mention.toponym for mention in self._mentions if mention.kind is not MentionKind.DEMONYM)
        mentions = enumerate(watched(self._mentions, hook))
        resolutions = [self._resolution(i, counts[mention.toponym] - 1) for i, mention in mentions]
        return tuple(self._at_container(i, resolutions) for i in range(len(resolutions)))

    def weigh(self, i: int) -> list[Weighed]:
        """Return the candidates of mention i with their clues, best first; [] if it has none."""
        mention = self._mentions[i]
        key = (mention.toponym, mention.trigger, mention.kind)
        known = self._known.get(key)
        if known is None:
            candidates = self._found[i]
            around = frozenset(identifier for c in candidates for identifier in c.place.within)
            alone = _is_one_spot([c.place for c in candidates])
            weighed = [self._weigh(c, mention, around, alone=alone) for c in candidates]
            self._weigh_siblings(weighed, candidates, mention.toponym)
            self._weigh_fame(weighed, candidates)
            self._weigh_namesakes(weighed, mention.toponym)
            known = self._known[key] = sorted(weighed, key=lambda one: -one.odds)
        return known

    def probabilities(self, weighed: Sequence[Weighed]) -> list[float]:
        """Return the probability that each candidate is meant; what is left is that none is."""
        none = self._weights["none"]
        highest = max(none, max(one.odds for one in weighed))
        shares = [math.exp(one.odds - highest) for one in weighed]
        total = sum(shares) + math.exp(none - highest)
        return [_SURE * share / total for share in shares]

    # --- what the text says

    def _look_around(self, anchors: list[Anchor]) -> None:
        self._surroundings = Surroundings(anchors)
        self._own = own_places(anchors)
        self._known.clear()

    def _likely_places(self) -> list[Anchor]:
        """Return what the first reading makes likely, a toponym once."""
        anchors: dict[str, Anchor] = {}
        for i, mention in enumerate(self._mentions):
            if mention.toponym in anchors or not self._found[i]:
                continue
            weighed = self.weigh(i)
            if weighed[0].place.is_country or self.probabilities(weighed)[0] >= LIKELY:
                anchors[mention.toponym] = Anchor(toponym=mention.toponym, place=weighed[0].place)
        return list(anchors.values())

    def _find_containers(self) -> dict[str, list[Place]]:
        """Return for each toponym the places that may contain it by "X, Y" at any of its mentions."""
        containers: dict[str, list[Place]] = {}
        for i in range(len(self._mentions) - 1):
            if self._is_beside(i):
                wide = [c.place for c in self._found[i + 1] if c.place.feature_class in _WIDE]
                containers.setdefault(self._mentions[i].toponym, []).extend(wide)
        return containers

    def _is_beside(self, i: int) -> bool:
        mention, following = self._mentions[i], self._mentions[i + 1]
        return mention.in_next or _BESIDE.fullmatch(self._text, mention.end, following.start) is not None

    # --- one candidate

    def _weigh(self, candidate: Candidate, mention: Mention, around: frozenset[str], *, alone: bool) -> Weighed:
        place = candidate.place
        announced = mention.trigger is not None and announces(mention.trigger, place.feature_class)
        # A short name, or that of the town inside, is what a place with its class noun before it is called.
        fitness = max(candidate.score, place.importance) if announced else candidate.score
        clues: list[tuple[str, float]] = [("fitness", fitness)]
        if alone:
            clues.append(("alone", 1.0))
        if place.id.startswith(OWN_PLACE):
            clues.append(("own", 1.0))
        if place.is_country:
            clues.append(("country", 1.0))
        why: list[Reason] = []
        self._weigh_kind(place, mention, around, clues)
        if place.feature_class == "P" and mention.toponym in self._dated:
            clues.append(("dateline", 1.0))
        self._weigh_surroundings(place, mention, clues, why)
        self._weigh_home(place, clues)
        for container in self._containers.get(mention.toponym, ()):
            if place.lies_in(container):
                clues.append(("contained", 1.0))
                why.append(Reason.of("contained", container=container.name))
                break
        weights, odds = self._weights, 0.0
        for clue, value in clues:
            odds += weights[clue] * value
        return Weighed(place=place, odds=odds, clues=tuple(clues), why=tuple(why))

    @staticmethod
    def _weigh_kind(place: Place, mention: Mention, around: frozenset[str], clues: list[tuple[str, float]]) -> None:
        if mention.trigger is not None:
            fits = announces(mention.trigger, place.feature_class)
            clues.append(("class_noun_fits" if fits else "other_class", 1.0))
            return
        if place.id in around:
            clues.append(("around_city", 1.0))
        if place.is_capital:
            clues.append(("capital", 1.0))
        elif place.feature_class == "A" and not place.is_country:
            clues.append(("division", 1.0))
        elif place.feature_class not in {"A", "P"}:
            clues.append(("feature", 1.0))

    def _weigh_surroundings(
        self, place: Place, mention: Mention, clues: list[tuple[str, float]], why: list[Reason]
    ) -> None:
        around, own = self._surroundings, self._own.get(mention.toponym)
        in_country = around.places_in_country(place, own)
        if in_country > 0:
            clues.append(("country_places", math.log1p(in_country)))
        if place.is_country:
            return
        if in_country > 0:
            why.append(Reason.of("same_region"))
        country = around.named_country(place, mention.toponym)
        if country is not None:
            clues.append(("co_country", 1.0))
            if country in _POWERS:
                clues.append(("co_power", 1.0))
            why.append(Reason.of("co_country", country=around.countries[country]))
        elif around.names_countries_beside(mention.toponym):
            clues.append(("other_country", 1.0))
        inside = around.places_inside(place, own)
        if inside > 0:
            clues.append(("holds", math.log1p(inside)))
            why.append(Reason.of("holds"))
        in_division = around.places_in_division(place, own)
        if in_division > 0:
            clues.append(("division_places", math.log1p(in_division)))
        if around.names_division_of(place, mention.toponym):
            clues.append(("co_division", 1.0))
        if place.feature_class in _SPOTS and around.is_near_another(place, mention.toponym):
            clues.append(("nearby", 1.0))
            why.append(Reason.of("nearby"))

    def _weigh_home(self, place: Place, clues: list[tuple[str, float]]) -> None:
        if place.country_code is not None and place.country_code == self._home.country_code:
            clues.append(("home_country", 1.0))
        if not self._home.divisions.isdisjoint((place.id, *place.within)):
            clues.append(("home_division", 1.0))
        if not self._home_countries.isdisjoint((place.country_code,) if place.country_code else place.touches):
            clues.append(("language", 1.0))

    def _weigh_fame(self, weighed: list[Weighed], candidates: Sequence[Candidate]) -> None:
        """Count for a town that is far better known by the name than all others, and than divisions that it does not lie in."""
        known = [(c.score, i) for i, c in enumerate(candidates) if c.place.feature_class in _PEOPLED]
        if not known or candidates[max(known)[1]].place.feature_class != "P":
            return
        ahead, i = max(known)
        within = candidates[i].place.within
        rivals = [score for score, other in known if other != i and candidates[other].place.id not in within]
        if rivals and ahead - max(rivals) >= STANDS_OUT:
            weighed[i] = self._with_more(weighed[i], "famous")

    def _weigh_siblings(self, weighed: list[Weighed], candidates: Sequence[Candidate], toponym: str) -> None:
        """Count for a division whose sisters the text names, unless the name is rather a sea's or a region's: the Red Sea."""
        if not any(self._surroundings.names_sibling_of(one.place, toponym) for one in weighed):
            return
        feature = max((c.score for c in candidates if c.place.feature_class not in _PEOPLED), default=0.0)
        for i, (one, candidate) in enumerate(zip(weighed, candidates, strict=True)):
            if candidate.score >= feature and self._surroundings.names_sibling_of(one.place, toponym):
                told = replace(one, why=(*one.why, Reason.of("sibling")))
                weighed[i] = self._with_more(told, "sibling")

    def _with_more(self, one: Weighed, clue: str) -> Weighed:
        return replace(one, odds=one.odds + self._weights[clue], clues=(*one.clues, (clue, 1.0)))

    def _weigh_namesakes(self, weighed: list[Weighed], toponym: str) -> None:
        """Count against a country of which nothing else speaks where something does of a place of the same name.

        A nationality word speaks of a town (عمان, where a Jordanian minister does), a town of a division (Georgia, where Atlanta is named).
        """
        if not any(one.place.is_country for one in weighed):
            return
        around, own = self._surroundings, self._own.get(toponym)
        others = [one.place for one in weighed if not one.place.is_country]
        if not any(around.has_nationals(place) or around.places_inside(place, own) > 0 for place in others):
            return
        for i, one in enumerate(weighed):
            alone = not around.named_country(one.place, toponym) and around.places_in_country(one.place, own) <= 0
            if one.place.is_country and alone:
                weighed[i] = self._with_more(one, "namesake_named")

    # --- the choice

    def _resolution(self, i: int, others: int) -> Resolution:
        mention = self._mentions[i]
        weighed = self.weigh(i)
        if not weighed:
            return Resolution(mention=mention, place=None, score=None, why=mention.why)
        scores = [round(score, 3) for score in self.probabilities(weighed)]
        candidates = tuple(Candidate(place=one.place, score=s) for one, s in zip(weighed, scores, strict=True))
        best = weighed[0]
        if scores[0] < ABSTAIN:
            why = (*mention.why, Reason.of("too_unsure", name=best.place.name))
            return Resolution(mention=mention, place=None, score=None, candidates=candidates, why=why)
        if mention.kind is MentionKind.DEMONYM:
            why = (Reason.of("nationality", country=best.place.name),)
        else:
            said = (reason for reason in mention.why if best.place.is_country or reason.code != "country")
            why = (*said, *best.why, *_general_reasons(weighed, others))
        return Resolution(mention=mention, place=best.place, score=scores[0], candidates=candidates, why=why)

    def _at_container(self, i: int, resolutions: Sequence[Resolution]) -> Resolution:
        """Show a name that the gazetteer does not know at the place which the text says contains it."""
        resolution = resolutions[i]
        if resolution.place is not None or i + 1 == len(resolutions) or not self._is_beside(i):
            return resolution
        container = resolutions[i + 1]
        place, score = container.place, container.score
        if place is None or score is None or place.is_country or place.feature_class not in _FALLS_BACK_TO:
            return resolution
        score = round(_AT_CONTAINER * score, 3)
        return Resolution(
            mention=resolution.mention,
            place=place,
            score=score,
            candidates=(Candidate(place=place, score=score),),
            why=(*resolution.why, Reason.of("at_container", container=place.name)),
        )


def resolve(
    text: str,
    mentions: Sequence[Mention],
    find_candidates: FindCandidates,
    lang: str,
    weights: Weights,
    home: Home | None = None,
    home_countries: frozenset[str] = frozenset(),
    hook: Hook | None = None,
) -> tuple[Resolution, ...]:
    """Return a resolution for each mention, in order.

    Parameters
    ----------
    weights
        of the clues that `geo.resolve.evidence` lists
    home
        of the article's outlet
    home_countries
        ISO codes of the countries where the article's language is spoken
    hook
        is told how many mentions are done; what it raises ends the work
    """
    return Resolver(text, mentions, find_candidates, lang, weights, home, home_countries).resolve(hook)


def _general_reasons(weighed: Sequence[Weighed], others: int) -> tuple[Reason, ...]:
    place = weighed[0].place
    reasons = []
    if place.disputed:
        reasons.append(Reason.of("disputed"))
    if len(weighed) == 1:
        reasons.append(Reason.of("only_match"))
    elif place.importance == max(other.place.importance for other in weighed):
        reasons.append(Reason.of("most_important", count=len(weighed)))
    if len(weighed) > 1:
        reasons.append(Reason.of("runner_up", name=weighed[1].place.name))
    if others > 0:
        reasons.append(Reason.of("named_again", count=others))
    return tuple(reasons)


def _is_one_spot(places: Sequence[Place]) -> bool:
    """Tell whether places of one name lie in each other, as a city in its province does: then there is no other to mean."""
    inmost = max(places, key=lambda place: len(place.within), default=None)
    return all(place is inmost or (inmost is not None and place.id in inmost.within) for place in places)
