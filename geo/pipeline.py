"""The road: text -> mentions -> candidates -> resolutions -> focus."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from geo.gazetteer.layers import AnyGazetteer, open_layers
from geo.gazetteer.own import own_indexes
from geo.geocode import GazetteerGeocoder, Geocoder, candidate_finder
from geo.languages import detector_of_script, read_language
from geo.models import Article, GeoparsedArticle, Mention, Passage
from geo.outlets import find_outlet
from geo.progress import Hook, part_of
from geo.recognise.recogniser import Recogniser
from geo.resolve.focus import find_focus
from geo.resolve.resolver import resolve
from geo.resolve.surroundings import Home
from geo.settings import read_settings
from geo.text.detect import undetermined
from geo.text.language import Language
from geo.text.scripts import count_other_letters
from geo.text.stretches import FEWEST_OF_SCRIPT, Stretch, find_language, find_script, find_stretches
from geo.text.tokens import Tokens, tokenise
from geo.weights import read_weights

_HOME_REACHES = frozenset({"local", "regional"})  # of outlets that write of their own division
_EVERYWHERE = "international"  # the reach of outlets whose home says nothing of their stories
_CUT, _RECOGNISED = 0.1, 0.8  # how far the work is then, as it was measured
_OPEN = 4  # sets of index files that stay open
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")


class Geoparser:
    """Reads articles with one gazetteer, which knows the names, and one geocoder, which knows where they lie."""

    def __init__(self, gazetteer: AnyGazetteer, geocoder: Geocoder) -> None:
        self._gazetteer = gazetteer
        self._find_candidates = candidate_finder(geocoder)
        self._recognisers: dict[tuple[str, str], Recogniser] = {}

    def read(self, article: Article, hook: Hook | None = None) -> GeoparsedArticle:
        """Return an article with its mentions resolved; the hook is told how far that is, and may end it by raising."""
        tokens = tokenise(article.text)
        language, stretches = _languages_of(article, tokens)
        mentions = self._recognise(tokens, stretches, part_of(hook, _CUT, _RECOGNISED))
        resolutions = resolve(
            article.text,
            mentions,
            self._find_candidates,
            language.code,
            read_weights("resolution"),
            home_of(article, self._gazetteer),
            language.home_countries,
            part_of(hook, _RECOGNISED, 1),
        )
        return GeoparsedArticle(
            article=article,
            lang=language.code,
            resolutions=resolutions,
            focus=find_focus(article.text, resolutions, article.title),
            passages=_passages(stretches),
        )

    def _recognise(self, tokens: Tokens, stretches: Sequence[Stretch], hook: Hook | None) -> Sequence[Mention]:
        """Return the mentions of all stretches in order; those of one language are read together."""
        if len(stretches) == 1:
            return self._recogniser(stretches[0].language).recognise_words(tokens, hook)
        languages = {id(stretch.language): stretch.language for stretch in stretches}
        mentions: list[Mention] = []
        done = 0.0
        for language in languages.values():
            letters = sum(stretch.end - stretch.start for stretch in stretches if stretch.language is language)
            until = done + letters / len(tokens.text)
            own_part = _only(tokens.text, stretches, language)
            mentions += self._recogniser(language).recognise(own_part, part_of(hook, done, until))
            done = until
        return sorted(mentions, key=lambda mention: mention.start)

    def _recogniser(self, language: Language) -> Recogniser:
        key = (language.code, language.script)
        if key not in self._recognisers:
            self._recognisers[key] = Recogniser(language, self._gazetteer, read_weights("recognition"))
        return self._recognisers[key]


def _passages(stretches: Sequence[Stretch]) -> tuple[Passage, ...]:
    if len(stretches) == 1:
        return ()
    return tuple(Passage(start=one.start, end=one.end, lang=one.language.code) for one in stretches)


def home_of(article: Article, gazetteer: AnyGazetteer) -> Home:
    """Return where the outlet of an article is at home, as far as that is known."""
    outlet = find_outlet(article.source) if article.source else None
    if outlet is None:
        return Home()
    local = outlet.reach in _HOME_REACHES and outlet.home is not None
    place = gazetteer.place(outlet.home) if local and outlet.home else None
    divisions = frozenset(place.within) if place is not None else frozenset()
    return Home(country_code=None if outlet.reach == _EVERYWHERE else outlet.country_code, divisions=divisions)


def choose_language(article: Article) -> Language:
    """Return the language that an article says it is in, else the one that its letters and small words tell."""
    tokens = tokenise(article.text)
    return _said(article, tokens) or find_language(_without_addresses(tokens), detector_of_script)


def _languages_of(article: Article, tokens: Tokens) -> tuple[Language, tuple[Stretch, ...]]:
    """Return the language of an article and its stretches, one where nothing speaks against it."""
    said = _said(article, tokens)
    if said is not None and count_other_letters(article.text, said.script) < FEWEST_OF_SCRIPT:
        return said, (Stretch(start=0, end=len(article.text), language=said),)
    return find_stretches(_without_addresses(tokens), detector_of_script, said)


def _said(article: Article, tokens: Tokens) -> Language | None:
    """Return the language that an article says it is in, or one without words of its own for its script."""
    if article.lang is None:
        return None
    said = read_language(article.lang.split("-")[0].lower())
    return undetermined(find_script(_without_addresses(tokens))) if said is None else said


def _without_addresses(tokens: Tokens) -> Tokens:
    """Return the words that may tell a language; addresses are in none."""
    text = _ADDRESS.sub(lambda found: " " * len(found.group()), tokens.text)
    return tokens if text == tokens.text else tokenise(text)


def _only(text: str, stretches: Sequence[Stretch], language: Language) -> str:
    """Return a text with nothing but blank lines where other languages stand, so that offsets stay what they are."""
    return "".join(
        text[stretch.start : stretch.end] if stretch.language is language else "\n" * (stretch.end - stretch.start)
        for stretch in stretches
    )


def default_gazetteer() -> AnyGazetteer:
    """Return the gazetteer of the settings: the shipped index, behind the user's own places.

    Raises
    ------
    GazetteerError
        If an index cannot be opened.
    """
    return _gazetteer_of(*_index_files())


def _index_files() -> tuple[Path, tuple[tuple[Path, int], ...]]:
    """Return the shipped index, and the user's own with their times: what was added meanwhile is opened anew."""
    settings = read_settings()
    return settings.gazetteer, tuple((path, path.stat().st_mtime_ns) for path in own_indexes(settings.places))


@lru_cache(_OPEN)
def _gazetteer_of(shipped: Path, own: tuple[tuple[Path, int], ...]) -> AnyGazetteer:
    return open_layers(shipped, [path for path, _ in own])


@lru_cache(_OPEN)
def _geoparser_of(shipped: Path, own: tuple[tuple[Path, int], ...]) -> Geoparser:
    gazetteer = _gazetteer_of(shipped, own)
    return Geoparser(gazetteer, GazetteerGeocoder(gazetteer))


def geoparse_article(
    article: Article, *, geocoder: Geocoder | None = None, hook: Hook | None = None
) -> GeoparsedArticle:
    """Return an article with its places.

    Parameters
    ----------
    geocoder
        whom to ask where the recognised names lie; None: the shipped gazetteer
    hook
        is told, between pieces of the work, the share that is done, 0..1; what it raises ends the work

    Raises
    ------
    GazetteerError
        If the index cannot be opened.
    """
    if geocoder is None:
        return _geoparser_of(*_index_files()).read(article, hook)
    return Geoparser(default_gazetteer(), geocoder).read(article, hook)


def geoparse(
    text: str,
    *,
    id: str | None = None,  # noqa: A002  # the name of the public contract
    title: str | None = None,
    lang: str | None = None,
    source: str | None = None,
) -> GeoparsedArticle:
    """Return the places that a text mentions, with offsets into it as given.

    Parameters
    ----------
    id
        the article's id in the record; "text" if none is given
    title
        a headline that is not part of the text; context only
    lang
        BCP 47 code; None: it is detected
    source
        the outlet's name, domain or address
    """
    return geoparse_article(Article(id=id or "text", text=text, title=title, lang=lang, source=source))
