"""The session's one state: what the reader looks at, what the page has to say, and the story that is being read."""

import streamlit as st

from geo.models import Article, GeoparsedArticle
from geo.ui import own, stories
from geo.ui import reading as read
from geo.ui.headline import title_of
from geo.ui.jobs import Seen
from geo.ui.link import Link, Notice, find_target
from geo.ui.reading import Reading
from geo.ui.words import accepted_languages, choose_language

READING, NOTICES, PENDING, LAST = "reading", "notices", "pending_link", "last_mapped"
SO_FAR = "story_so_far"  # of a text that is being read in the background: as much as the page shows
LANGUAGE = "interface_language"
PICKER, NAMES_CHOICE, LANGUAGE_CHOICE = "picker", "names", "language"  # keys of widgets
OWN_LANGUAGE, OWN_DIRECTION, PASTING = "own_language", "own_direction", "pasting"


def reading() -> Reading:
    """Return what the reader looks at."""
    current: Reading = st.session_state.setdefault(READING, Reading(article=stories.first_article()))
    return current


def interface_language() -> str:
    """Return the language of the page: what a link or the reader chose in this visit, else what the browser asks for."""
    chosen: str = st.session_state.get(LANGUAGE) or language_of_browser()
    return chosen


def put(changed: Reading) -> None:
    """Make a reading the current one."""
    st.session_state[READING] = changed


def notices() -> tuple[Notice, ...]:
    """Return what the page has to say to the reader until the next action."""
    kept: tuple[Notice, ...] = st.session_state.get(NOTICES, ())
    return kept


def notify(*more: Notice) -> None:
    """Add notices to those that stand."""
    st.session_state[NOTICES] = (*notices(), *(notice for notice in more if notice not in notices()))


def settle(story: GeoparsedArticle) -> Reading:
    """Return the reading with what its link selects, now that the story is known; the story becomes the last that was mapped."""
    link = st.session_state.pop(PENDING, None)
    if isinstance(link, Link):
        selection, filters, more = find_target(link, story)
        put(read.settle_link(reading(), selection, filters, link.view))
        notify(*more)
    st.session_state[LAST] = story.id
    stories.hold_shared(story)
    return reading()


def story() -> GeoparsedArticle | None:
    """Return the story that is being read, with as many of its places as the page shows."""
    article = stories.find_article(reading().article)
    if article is None:
        return None
    so_far: GeoparsedArticle | None = st.session_state.get(SO_FAR)
    return stories.known_story(article) or (so_far if so_far is not None and so_far.article == article else None)


def follow_job(article: Article) -> Seen:
    """Let a text be read in the background; return how far that is. Once it is whole the story is kept and the reading over."""
    seen = stories.start_job(article).seen
    if seen.story is not None and seen.story is not st.session_state.get(SO_FAR):
        put(read.take_over(reading(), seen.story))
    st.session_state[SO_FAR] = seen.story
    if seen.whole:
        st.session_state.pop(SO_FAR)
        stories.drop_job()
    return seen


def has_before() -> bool:
    """Tell whether there is a story to return to after a failure."""
    return mapped_before() is not None


def turn_back(failed: Notice) -> bool:
    """After a failure return to the story that was mapped before it, and tell whether there is one."""
    notify(failed)
    return return_to(mapped_before())


def return_to(before: str | None) -> bool:
    """Return to a story that was mapped before, and tell whether there is one."""
    current, job = reading().article, stories.current_job()
    st.session_state.pop(PENDING, None)
    if before is None:
        return False
    st.session_state.pop(SO_FAR, None)
    if job is not None and job.article.id == current:
        stories.drop_job()
    if before == current:
        stories.put_shelf(own.take_back(stories.shelf(), current))
    put(read.open_story(reading(), before))
    return True


def mapped_before() -> str | None:
    """Return the last story that was mapped; of the same text what it was before its language changed."""
    last, current = st.session_state.get(LAST), reading().article
    kept = stories.shelf().find(current)
    if last == current:
        return current if kept is not None and kept.former is not None else None
    return last if last and stories.find_article(last) is not None else None


def other_than(article_id: str) -> str | None:
    """Return the last story that was mapped, or else the first of all, if it is another one."""
    found = (other for other in (st.session_state.get(LAST), stories.first_article()) if other and other != article_id)
    return next((other for other in found if stories.find_article(other) is not None), None)


def title(article: Article) -> str:
    """Return the title that the page calls a story by."""
    return title_of(article, stories.interface_words(interface_language()))


def sync_widgets() -> None:
    """Let the picker, the choice of names and that of the language show what holds; before they are drawn."""
    st.session_state[PICKER] = reading().article
    st.session_state[NAMES_CHOICE] = reading().names
    st.session_state[LANGUAGE_CHOICE] = interface_language()
    kept = stories.shelf().find(reading().article)
    if kept is not None:
        st.session_state[OWN_LANGUAGE] = kept.article.lang or ""
        st.session_state[OWN_DIRECTION] = kept.direction


def turn_to(article_id: str) -> None:
    """Open another story, or the same anew."""
    clear_notices()
    st.session_state.pop(SO_FAR, None)
    stories.drop_ended_job()
    put(read.open_story(reading(), article_id))


def language_of_browser() -> str:
    """Return the interface language that the browser asks for."""
    return choose_language((st.context.locale, *accepted_languages(st.context.headers.get("Accept-Language", ""))))


def clear_notices() -> None:
    """Forget what was said to the reader: something new happens."""
    st.session_state[NOTICES] = ()


def is_pasting() -> bool:
    """Tell whether the dialog for an own text is open."""
    return PASTING in st.session_state
