"""The stories at hand: those that ship, geoparsed once for everybody, and own ones, which stay in their visit."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import streamlit as st

from geo.articles import Library, content_key, own_article, read_library
from geo.errors import GazetteerError
from geo.gazetteer.layers import AnyGazetteer
from geo.mapview import Area, make_area
from geo.models import Article, GeoparsedArticle
from geo.pipeline import default_gazetteer, geoparse_article
from geo.ui.link import OWN
from geo.ui.words import Words, read_words

OWN_TEXTS, OWN_STORIES = "own_texts", "own_stories"  # keys of the session's state


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the stories that ship with Dateline."""
    return read_library()


@st.cache_resource(show_spinner=False)
def interface_words(language: str) -> Words:
    """Return what the page says in a language."""
    return read_words(language)


def own_texts() -> dict[str, Article]:
    """Return the texts that the reader pasted in this visit, by id."""
    texts: dict[str, Article] = st.session_state.setdefault(OWN_TEXTS, {})
    return texts


def add_own_text(text: str, title: str) -> Article:
    """Keep a text for this visit.

    Raises
    ------
    ArticleError
        If it cannot be read.
    """
    article = own_article(text, number=len(own_texts()) + 1, title=title)
    own_texts()[article.id] = article
    return article


def find_article(article_id: str) -> Article | None:
    """Return a story that is at hand."""
    return own_texts().get(article_id) or library().find(article_id)


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
    if key not in known:
        with _locks().setdefault(key, Lock()):  # who asks meanwhile waits for the one who reads it
            if key not in known:
                known[key] = geoparse_article(article)
    return known[key]


def shipped_story(article_id: str) -> GeoparsedArticle | None:
    """Return a story that everybody may read, geoparsed once for the page and the interface of data; an own text is none.

    Raises
    ------
    DatelineError
        If a step of the road fails.
    """
    article = library().find(article_id)
    return geoparse_story(article) if article is not None and not article_id.startswith(OWN) else None


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


def _known(article: Article) -> dict[str, GeoparsedArticle]:
    if article.id.startswith(OWN):
        own: dict[str, GeoparsedArticle] = st.session_state.setdefault(OWN_STORIES, {})
        return own
    return _shared_stories()


@st.cache_resource(show_spinner=False)
def _shared_stories() -> dict[str, GeoparsedArticle]:
    return {}


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
