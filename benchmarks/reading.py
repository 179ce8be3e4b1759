"""Read documents with Dateline and keep what scoring needs of it."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from benchmarks.corpora import Document
from geo import Article, MentionKind, geoparse_article
from geo.models import KnownName, Place, Point, Resolution
from geo.pipeline import choose_language, default_gazetteer
from geo.recognise.hits import Hit, HitFinder
from geo.text.language import Language
from geo.text.tokens import tokenise

_AT_ONCE = 20  # documents that a process is handed


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place, without its names."""

    id: str
    name: str
    point: Point
    country_code: str | None
    whole_country: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A mention that Dateline found."""

    start: int
    end: int
    kind: MentionKind
    place: Spot | None = None
    score: float | None = None
    others: tuple[Spot, ...] = ()  # the candidates that were not chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSpan:
    """Where a name of the gazetteer stands, whatever the recogniser made of it."""

    start: int
    end: int
    known: KnownName | None  # None: a nationality word


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What Dateline found in a document."""

    finds: tuple[Find, ...]
    known_spans: tuple[KnownSpan, ...] = ()  # only if they were asked for


def read_all(documents: Sequence[Document], jobs: int = 1, with_known: bool = False) -> list[Reading]:
    """Return a reading for each document, in order.

    Parameters
    ----------
    jobs
        processes to share the work; each opens the gazetteer for itself
    with_known
        tell too where known names stand, which takes a second look at each text
    """
    read = partial(read_article, with_known=with_known)
    articles = [document.article for document in documents]
    if jobs <= 1:
        return list(map(read, articles))
    with ProcessPoolExecutor(jobs) as processes:
        return list(processes.map(read, articles, chunksize=_AT_ONCE))


def read_article(article: Article, with_known: bool = False) -> Reading:
    """Return what is found in an article."""
    finds = tuple(map(_find, geoparse_article(article).resolutions))
    return Reading(finds=finds, known_spans=tuple(_known_spans(article)) if with_known else ())


def _find(resolution: Resolution) -> Find:
    mention, place = resolution.mention, resolution.place
    return Find(
        start=mention.start,
        end=mention.end,
        kind=mention.kind,
        place=None if place is None else _spot(place),
        score=resolution.score,
        others=tuple(_spots(resolution, place)),
    )


def _spots(resolution: Resolution, chosen: Place | None) -> Iterator[Spot]:
    for candidate in resolution.candidates:
        if chosen is None or candidate.place.id != chosen.id:
            yield _spot(candidate.place)


def _spot(place: Place) -> Spot:
    return Spot(
        id=place.id,
        name=place.name,
        point=place.point,
        country_code=place.country_code,
        whole_country=place.is_country,
    )


_finders: dict[
    tuple[str, str], HitFinder
] = {}  # by language and script: a finder remembers the words that it took apart


def _known_spans(article: Article) -> Iterable[KnownSpan]:
    hits: list[Hit] = _finder(choose_language(article)).find(tokenise(article.text))
    return (KnownSpan(start=hit.start, end=hit.end, known=hit.known) for hit in hits)


def _finder(language: Language) -> HitFinder:
    key = (language.code, language.script)
    if key not in _finders:
        _finders[key] = HitFinder(language, default_gazetteer())
    return _finders[key]
