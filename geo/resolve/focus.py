"""Find the one to three places that a story is about."""

from collections import defaultdict
from collections.abc import Sequence

from geo.models import MARKER_KINDS, Focus, MentionKind, Place, Resolution

# What a mention counts, set by hand: news names its place in the headline and the first paragraph.
_HEADLINE = 3.0
_FIRST_PARAGRAPH = 1.5
_LATER = 1.0
_METONYM = 0.5  # a government speaks; the story happens elsewhere
_DEMONYM = 0.25
_COUNTRY = 0.75  # a country is often named for one of its parts or its government
_MOST = 3
_SHARE_OF_FIRST = 0.5  # a second focus weighs at least half as much as the first


def find_focus(text: str, resolutions: Sequence[Resolution]) -> tuple[Focus, ...]:
    """Return the places that a story is about, best first; () if it names none."""
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, Place] = {}
    headline, first = _opening(text)
    for resolution in resolutions:
        place, kind = resolution.place, resolution.mention.kind
        if place is None or kind is MentionKind.EMBEDDED:
            continue
        start = resolution.mention.start
        weight = _HEADLINE if start < headline else _FIRST_PARAGRAPH if start < first else _LATER
        weight *= {MentionKind.METONYM: _METONYM, MentionKind.DEMONYM: _DEMONYM}.get(kind, 1.0)
        weights[place.id] += weight * (_COUNTRY if place.is_country else 1.0)
        if kind in MARKER_KINDS:
            places[place.id] = place
    ranked = sorted(places, key=lambda identifier: (-weights[identifier], identifier))[:_MOST]
    if not ranked:
        return ()
    total = sum(weights[identifier] for identifier in places)
    least = _SHARE_OF_FIRST * weights[ranked[0]]
    return tuple(
        Focus(place=places[identifier], score=round(weights[identifier] / total, 3))
        for identifier in ranked
        if weights[identifier] >= least
    )


def _opening(text: str) -> tuple[int, int]:
    """Return where the headline and where the first paragraph after it end."""
    headline = text.find("\n")
    if headline < 0:
        return 0, len(text)
    body = len(text) - len(text[headline:].lstrip())
    end = text.find("\n", body)
    return headline, end if end >= 0 else len(text)
