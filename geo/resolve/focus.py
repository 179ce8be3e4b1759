"""Find the one to three places that a story is about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from geo.models import MARKER_KINDS, Focus, MentionKind, Place, Resolution
from geo.text.tokens import name_key

# What a mention counts, set by hand: news names its place in the headline and the first paragraph.
_HEADLINE = 3.0
_FIRST_PARAGRAPH = 1.5
_LATER = 1.0
_DATELINE = 1.0  # on top: a reporter is sent to where it happens, or writes from the capital near by
_METONYM = 0.5  # a government speaks; the story happens elsewhere
_DEMONYM = 0.25
_COUNTRY = 0.75  # a country is often named for one of its parts or its government
_CONTAINED = 0.25  # of what a place counts, for each division that the text names around it
_IN_COUNTRY = 0.05  # the same for its country: a story of three towns is about them first
_LONGEST_HEADLINE = 300  # letters; a longer first line is a paragraph
_MOST = 3
_SHARE_OF_FIRST = 0.6  # a second focus weighs at least so much of the first


def find_focus(text: str, resolutions: Sequence[Resolution], title: str | None = None) -> tuple[Focus, ...]:
    """Return the places that a story is about, best first; () if it names none.

    A place counts by how often, how early and how surely it is named, in the headline and the dateline more; a place
    that contains others counts a part of what they do.

    Parameters
    ----------
    title
        a headline that is not part of the text
    """
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, Place] = {}
    headline, first = _opening(text)
    in_title = _named_in(None if title is None or title in text[:headline] else title, resolutions)
    for resolution in resolutions:
        place, kind = resolution.place, resolution.mention.kind
        if place is None or kind is MentionKind.EMBEDDED:
            continue
        weights[place.id] += _weight(resolution, place, headline, first)
        if kind in MARKER_KINDS:
            places[place.id] = place
    for identifier in in_title & places.keys():
        weights[identifier] += _HEADLINE * (_COUNTRY if places[identifier].is_country else 1.0)
    weights = _with_contained(weights, places)
    ranked = sorted(places, key=lambda identifier: (-weights[identifier], identifier))[:_MOST]
    total = sum(weights[identifier] for identifier in places)
    if not ranked or not total:
        return ()
    least = _SHARE_OF_FIRST * weights[ranked[0]]
    return tuple(
        Focus(place=places[identifier], score=round(weights[identifier] / total, 3))
        for identifier in ranked
        if weights[identifier] >= least
    )


def _weight(resolution: Resolution, place: Place, headline: int, first: int) -> float:
    """Return what one mention counts."""
    start, kind = resolution.mention.start, resolution.mention.kind
    weight = _HEADLINE if start < headline else _FIRST_PARAGRAPH if start < first else _LATER
    if any(reason.code == "dateline" for reason in resolution.mention.why):
        weight += _DATELINE
    weight *= {MentionKind.METONYM: _METONYM, MentionKind.DEMONYM: _DEMONYM}.get(kind, 1.0)
    sure = 1.0 if resolution.score is None else resolution.score
    return weight * sure * (_COUNTRY if place.is_country else 1.0)


def _named_in(title: str | None, resolutions: Sequence[Resolution]) -> frozenset[str]:
    """Return the places whose names, as the text has them, stand in a title."""
    if not title:
        return frozenset()
    words = f" {name_key(title)} "
    return frozenset(
        resolution.place.id
        for resolution in resolutions
        if resolution.place is not None
        and resolution.mention.kind in MARKER_KINDS
        and f" {name_key(resolution.mention.text)} " in words
    )


def _with_contained(weights: Mapping[str, float], places: Mapping[str, Place]) -> dict[str, float]:
    """Return the weights, with a part of each place's added to the places around it that the text names."""
    more = dict(weights)
    countries = {place.country_code: identifier for identifier, place in places.items() if place.is_country}
    for identifier, place in places.items():
        around = [one for one in place.within if one in places]
        if not place.is_country and place.country_code in countries:
            around.append(countries[place.country_code])
        for container in around:
            more[container] += weights[identifier] * (_IN_COUNTRY if places[container].is_country else _CONTAINED)
    return more


def _opening(text: str) -> tuple[int, int]:
    """Return where the headline and where the first paragraph after it end."""
    headline = text.find("\n")
    if headline < 0:
        return 0, len(text)
    if headline > _LONGEST_HEADLINE:
        return 0, headline
    body = len(text) - len(text[headline:].lstrip())
    end = text.find("\n", body)
    return headline, end if end >= 0 else len(text)
