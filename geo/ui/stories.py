"""The stories at hand: those that ship, geoparsed once for everybody, and own ones, which stay in their visit."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import streamlit as st

from geo.articles import Library, content_key, read_library
from geo.errors import GazetteerError
from geo.gazetteer.layers import AnyGazetteer
from geo.logs import timed
from geo.mapview import Area, make_area
from geo.models import Article, GeoparsedArticle
from geo.pipeline import default_gazetteer, geoparse_article
from geo.progress import Hook
from geo.ui import own
from geo.ui.jobs import AT_ONCE, Desk, Job
from geo.ui.link import OWN
from geo.ui.own import Shelf
from geo.ui.words import Words, read_words

OWN_TEXTS, OWN_STORIES, JOB = "own_texts", "own_stories", "job"  # keys of the session's state
KEPT_LETTERS = 1_000_000  # of own stories whose places are kept, beside the last; a million are some 50 MB


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the stories that ship with Dateline."""
    return read_library()


@st.cache_resource(show_spinner=False)
def interface_words(language: str) -> Words:
    """Return what the page says in a language."""
    return read_words(language)


def shelf() -> Shelf:
    """Return the texts that the reader pasted in this visit."""
    kept: Shelf = st.session_state.setdefault(OWN_TEXTS, Shelf())
    return kept


def put_shelf(changed: Shelf) -> None:
    """Keep texts for this visit; what is known of others is forgotten, and nobody reads them any more."""
    st.session_state[OWN_TEXTS] = changed
    wanted, job = own.keys_of(changed), current_job()
    if job is not None and content_key(job.article) not in wanted:
        drop_job()
    for key in _own_stories().keys() - wanted:
        del _own_stories()[key]


def find_article(article_id: str) -> Article | None:
    """Return a story that is at hand."""
    kept = shelf().find(article_id)
    return kept.article if kept is not None else library().find(article_id)


def known_story(article: Article) -> GeoparsedArticle | None:
    """Return the story where it was geoparsed before, without work."""
    return _known(article).get(content_key(article))


def geoparse_story(article: Article) -> GeoparsedArticle:
    """Return the story with its places, geoparsed once for each content.

    Raises
    ------
    DatelineError
        If a step of the road fails; its message says which.
    """
    known = _known(article)
    key = content_key(article)
    if key not in known and is_own(article):
        keep_story(_read(article))
    if key not in known:
        with _locks().setdefault(key, Lock()):  # who asks meanwhile waits for the one who reads it
            if key not in known:
                known[key] = _read(article)
    return known[key]


def is_own(article: Article) -> bool:
    """Tell whether a text belongs to this visit alone."""
    return article.id.startswith(OWN)


def takes_long(article: Article) -> bool:
    """Tell whether a text is better read in the background."""
    return is_own(article) and len(article.text) > AT_ONCE


def start_job(article: Article) -> Job:
    """Return the reading of a text in the background; the one before it ends, since a visit has one at a time."""
    job = current_job()
    if job is None or content_key(job.article) != content_key(article):
        drop_job()
        job = st.session_state[JOB] = Job(article)
        _desk().hand_in(job)
    return job


def current_job() -> Job | None:
    """Return the reading in the background that this visit has."""
    job: Job | None = st.session_state.get(JOB)
    return job


def drop_job() -> None:
    """End the reading in the background; what it found as a whole is kept."""
    job = st.session_state.pop(JOB, None)
    if job is not None:
        job.cancel()
        if job.whole:
            keep_story(job.story)


def drop_ended_job() -> None:
    """Let a text whose reading failed or was stopped be read again."""
    job = current_job()
    if job is not None and job.ended:
        drop_job()


def ahead_of(job: Job) -> int:
    """Return how many texts of other visits are read before a job."""
    return _desk().ahead_of(job)


def keep_story(story: GeoparsedArticle) -> None:
    """Keep an own story for this visit; of those kept longest the places are forgotten where they are many."""
    known = _own_stories()
    known[content_key(story.article)] = story
    letters = [len(kept.text) for kept in known.values()]
    for key, _ in list(zip(known, letters, strict=True))[:-1]:
        if sum(letters[:-1]) <= KEPT_LETTERS:
            break
        del known[key]
        del letters[0]


def shipped_story(article_id: str) -> GeoparsedArticle | None:
    """Return a story that everybody may read, geoparsed once for the page and the interface of data; an own text is none.

    Raises
    ------
    DatelineError
        If a step of the road fails.
    """
    article = library().find(article_id)
    return geoparse_story(article) if article is not None and not is_own(article) else None


def about_gazetteer() -> Mapping[str, Any]:
    """Return what the gazetteer says of itself.

    Raises
    ------
    GazetteerError
        If it cannot be opened.
    """
    return default_gazetteer().about


def country_namer(language: str) -> Callable[[str], str]:
    """Return a function from a country's code to its name, or to the code where the gazetteer has no such row."""
    gazetteer = _gazetteer()

    def name(code: str) -> str:
        place = gazetteer.place(f"iso:{code}") if gazetteer is not None else None
        return place.name_in(language) if place is not None else code

    return name


@st.cache_resource(show_spinner=False, max_entries=200)
def area_of(place_id: str) -> Area | None:
    """Return the outline of a place, None for a city and for a place without one."""
    gazetteer = _gazetteer()
    geometry = gazetteer.area(place_id) if gazetteer is not None else None
    return make_area(geometry) if geometry is not None else None


def _read(article: Article, hook: Hook | None = None) -> GeoparsedArticle:
    """Return a story with its places, and tell the log of it: of an own text how long it is, and no more."""
    with timed("story", id=None if is_own(article) else article.id, letters=len(article.text)) as told:
        story = geoparse_article(article, hook=hook)
        told["mentions"] = len(story.resolutions)
    return story


def _known(article: Article) -> dict[str, GeoparsedArticle]:
    return _own_stories() if is_own(article) else _shared_stories()


def _own_stories() -> dict[str, GeoparsedArticle]:
    known: dict[str, GeoparsedArticle] = st.session_state.setdefault(OWN_STORIES, {})
    return known


@st.cache_resource(show_spinner=False)
def _shared_stories() -> dict[str, GeoparsedArticle]:
    return {}


@st.cache_resource(show_spinner=False)
def _desk() -> Desk:
    return Desk(_read)


@st.cache_resource(show_spinner=False)
def _locks() -> dict[str, Lock]:
    """Return a lock for each content that is being geoparsed."""
    return {}


@st.cache_resource(show_spinner=False)
def _gazetteer() -> AnyGazetteer | None:
    try:
        return default_gazetteer()
    except GazetteerError:
        return None
