"""The stories at hand: those that ship, geoparsed once for everybody, and own ones, which stay in their visit."""

import gc
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from threading import Lock
from typing import Any

import streamlit as st

from geo.articles import Library, content_key, read_library
from geo.errors import DatelineError, GazetteerError
from geo.gazetteer.layers import AnyGazetteer
from geo.logs import timed
from geo.mapview import Area, make_area
from geo.models import Article, GeoparsedArticle
from geo.pipeline import default_gazetteer, geoparse_article
from geo.progress import Hook
from geo.ui import own
from geo.ui.jobs import AT_ONCE, Desk, Job
from geo.ui.kept import KeptStories
from geo.ui.link import OWN
from geo.ui.own import Shelf
from geo.ui.room import Room, Tenant
from geo.ui.words import Words, read_words

OWN_TEXTS, OWN_STORIES, JOB = "own_texts", "own_stories", "job"  # keys of the session's state
SHOWN, TENANT = "shown_story", "tenant"
KEPT_LETTERS = 1_000_000  # of a visit's own stories whose places are kept, beside the last; a million are some 50 MB
SHARED_LETTERS = 2_000_000  # of the stories of everybody
OUTLINES = 200  # that are kept


@cache
def library() -> Library:
    """Return the stories that ship with Dateline."""
    return read_library()


@cache
def interface_words(language: str) -> Words:
    """Return what the page says in a language."""
    return read_words(language)


def shelf() -> Shelf:
    """Return the texts that the reader pasted in this visit."""
    kept: Shelf = st.session_state.setdefault(OWN_TEXTS, Shelf())
    return kept


def put_shelf(changed: Shelf) -> None:
    """Keep texts for this visit; what is known of others is forgotten, and nobody reads them any more.

    Raises
    ------
    ArticleError
        If they are more than before, and all visits together hold too many.
    """
    _room().take(st.session_state.setdefault(TENANT, Tenant()), own.size(changed))
    st.session_state[OWN_TEXTS] = changed
    wanted, job = own.keys_of(changed), current_job()
    if job is not None and content_key(job.article) not in wanted:
        drop_job()
    _own_stories().keep_only(wanted)


def find_article(article_id: str) -> Article | None:
    """Return a story that is at hand."""
    kept = shelf().find(article_id)
    return kept.article if kept is not None else library().find(article_id)


def known_story(article: Article) -> GeoparsedArticle | None:
    """Return the story where it was geoparsed before, without work."""
    found = _known(article).find(content_key(article))
    shown: GeoparsedArticle | None = st.session_state.get(SHOWN)
    return shown if found is None and shown is not None and shown.article == article else found


def hold_shared(story: GeoparsedArticle) -> None:
    """Hold on to a story of everybody while this visit shows it, so that a click finds it whatever others read meanwhile."""
    st.session_state[SHOWN] = None if is_own(story.article) else story


def geoparse_story(article: Article) -> GeoparsedArticle:
    """Return a story of everybody with its places, geoparsed once.

    Raises
    ------
    DatelineError
        If a step of the road fails; its message says which.
    """
    known, key = _shared_stories(), content_key(article)
    with _locks().setdefault(key, Lock()):  # who asks meanwhile waits for the one who reads it
        story = known.find(key)
        if story is None:
            story = _read(article)
            known.keep(story)
    return story


def geoparse_own(article: Article) -> GeoparsedArticle | None:
    """Return a short text of this visit with its places; None where others are before it, so that it is read in the background.

    Raises
    ------
    DatelineError
        If a step of the road fails; its message says which.
    """
    story = _desk().read_here(article)
    if story is not None:
        keep_story(story)
    return story


def is_own(article: Article) -> bool:
    """Tell whether a text belongs to this visit alone."""
    return article.id.startswith(OWN)


def takes_long(article: Article) -> bool:
    """Tell whether a text is better read in the background, or is so already."""
    job = current_job()
    begun = job is not None and content_key(job.article) == content_key(article)
    return is_own(article) and (begun or len(article.text) > AT_ONCE)


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
        if job.seen.whole:
            keep_story(job.seen.story)


def drop_ended_job() -> None:
    """Let a text whose reading failed or was stopped be read again."""
    job = current_job()
    if job is not None and job.seen.ended:
        drop_job()


def ahead_of(job: Job) -> int:
    """Return how many texts of other visits are read before a job."""
    return _desk().ahead_of(job)


def keep_story(story: GeoparsedArticle) -> None:
    """Keep an own story for this visit; of those looked at longest ago the places are forgotten where they are many."""
    _own_stories().keep(story)


def shipped_story(article_id: str) -> GeoparsedArticle | None:
    """Return a story that everybody may read, geoparsed once for the page and the interface of data; an own text is none.

    Raises
    ------
    DatelineError
        If a step of the road fails.
    """
    article = library().find(article_id)
    return geoparse_story(article) if article is not None and not is_own(article) else None


def warm_up() -> None:
    """Read the story that the page opens on, so that it is there when the first visitor's browser has loaded the page.

    What that loads stays for all visitors, and is left out of garbage collection: to look through it all now and then held up whoever
    clicked meanwhile by a tenth of a second.
    """
    with suppress(DatelineError):  # the page says what is wrong, to whoever sees it
        shipped_story(first_article())
    gc.freeze()


def first_article() -> str:
    """Return the id of the story that the page opens on; "" where there is none."""
    articles = library().articles
    return articles[0].id if articles else ""


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


@lru_cache(OUTLINES)
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


def _known(article: Article) -> KeptStories:
    return _own_stories() if is_own(article) else _shared_stories()


def _own_stories() -> KeptStories:
    known: KeptStories = st.session_state.setdefault(OWN_STORIES, KeptStories(KEPT_LETTERS))
    return known


@st.cache_resource(show_spinner=False)
def _shared_stories() -> KeptStories:
    return KeptStories(SHARED_LETTERS)


@st.cache_resource(show_spinner=False)
def _room() -> Room:
    return Room()


@st.cache_resource(show_spinner=False)
def _desk() -> Desk:
    return Desk(_read)


@st.cache_resource(show_spinner=False)
def _locks() -> dict[str, Lock]:
    """Return a lock for each content that is being geoparsed."""
    return {}


@cache
def _gazetteer() -> AnyGazetteer | None:
    try:
        return default_gazetteer()
    except GazetteerError:
        return None
