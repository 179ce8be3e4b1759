"""Real names and words for texts that nobody would write: without them a search never reaches the rules."""

from collections.abc import Mapping
from functools import cache
from itertools import chain, islice

from geo.gazetteer.index import open_gazetteer
from geo.languages import read_languages
from geo.models import Place
from geo.settings import Settings
from geo.text.language import Language

_EVERY = 50  # of the gazetteer's names one in so many is looked at
_EVERY_SMALL = 8  # of these, one in so many of those that few have heard of is kept
_KNOWN = 0.5  # importance of a town of 100,000
CODES = tuple(read_languages())


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Return display names by language: of every country, of many towns, of some villages; the best known first."""
    gazetteer = open_gazetteer(Settings().gazetteer)
    countries = sorted({country for one in read_languages().values() for country in one.demonyms.values()})
    known = sorted({place.id: place for _, place in _sample()}.values(), key=lambda place: -place.importance)
    places = chain((gazetteer.place(f"iso:{code}") for code in countries), known)
    by_language: dict[str, dict[str, None]] = {code: {} for code in CODES}
    for place in filter(None, places):
        for code, name in place.names.items():
            if code in by_language:
                by_language[code][name] = None
    return {code: tuple(found) for code, found in by_language.items()}


@cache
def keys() -> tuple[str, ...]:
    """Return folded names as the gazetteer matches them, of every language."""
    return tuple(key for key, _ in _sample())


@cache
def _sample() -> tuple[tuple[str, Place], ...]:
    """Return names with the best known place of each."""
    gazetteer = open_gazetteer(Settings().gazetteer)
    sample = ((key, gazetteer.entries(key)[0].place) for key in islice(gazetteer.keys(), 0, None, _EVERY))
    return tuple(
        (key, place) for i, (key, place) in enumerate(sample) if place.importance >= _KNOWN or i % _EVERY_SMALL == 0
    )


@cache
def words(code: str) -> tuple[str, ...]:
    """Return all words of a language's file, those of a short list as often as those of a long one."""
    lists = [tuple(sorted(found)) for found in _lists(read_languages()[code]) if found]
    longest = max(map(len, lists))
    return tuple(word for one in lists for word in (one * (longest // len(one) + 1))[:longest])


@cache
def clitics(code: str | None = None) -> tuple[str, ...]:
    """Return what a language, or any, writes onto the head of a word."""
    return tuple(dict.fromkeys(clitic.letters for one in _languages(code) for clitic in one.proclitics))


@cache
def endings(code: str | None = None) -> tuple[str, ...]:
    """Return what a language, or any, writes onto the end of a word, at once or behind an apostrophe."""
    own = dict.fromkeys(ending.letters for one in _languages(code) for ending in one.endings)
    return tuple(own | dict.fromkeys(f"'{word}" for one in _languages(code) for word in sorted(one.postpositions)))


def _languages(code: str | None) -> tuple[Language, ...]:
    languages = read_languages()
    return tuple(languages.values()) if code is None else (languages[code],)


def _lists(language: Language) -> tuple[frozenset[str], ...]:
    return (
        frozenset(language.triggers_before),
        frozenset(language.triggers_after),
        frozenset(language.demonyms),
        language.directions,
        language.locatives,
        language.prepositions,
        language.postpositions,
        language.joiners,
        language.fillers,
        language.titles,
        language.offices,
        language.given_names,
        language.name_particles,
        language.organisation_heads,
        language.organisation_tails,
        language.organisations,
        language.event_heads,
        language.event_tails,
        language.saying_verbs,
        language.not_places,
        language.exempt,
        language.never_alone,
    )
