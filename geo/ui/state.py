"""The session's one state, and what happens when the reader acts. Handlers run before the page is drawn again."""

from dataclasses import replace

import streamlit as st

from geo.models import GeoparsedArticle
from geo.ui import reading as read
from geo.ui import stories
from geo.ui.components import said
from geo.ui.link import NAMES, OWN, Link, Notice, bad_value, find_target, read_link
from geo.ui.reading import Reading
from geo.ui.selection import (
    NO_FILTERS,
    NOTHING,
    Selection,
    mentions_of,
    select_mention,
    select_place,
    step_in_place,
    step_in_text,
)
from geo.ui.words import accepted_languages, choose_language

READING, NOTICES, PENDING, LAST = "reading", "notices", "pending_link", "last_mapped"
WRITTEN, ACTED = "written_address", "acted"
LANGUAGE = "interface_language"
PICKER, NAMES_CHOICE, LANGUAGE_CHOICE = "picker", "names", "language"  # keys of widgets
ADDRESS_KEYS = ("a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui")


def default_article() -> str:
    """Return the story that the page opens on."""
    articles = stories.library().articles
    return articles[0].id if articles else ""


def reading() -> Reading:
    """Return what the reader looks at."""
    current: Reading = st.session_state.setdefault(READING, Reading(article=default_article()))
    return current


def interface_language() -> str:
    """Return the language of the page: what a link or the reader chose in this visit, else what the browser asks for."""
    chosen: str = st.session_state.get(LANGUAGE) or _language_of_browser()
    return chosen


def chosen_language() -> str | None:
    """Return what the address says of the language: nothing where the browser asks for the same."""
    language = interface_language()
    return language if language != _language_of_browser() else None


def follow_address() -> None:
    """At the start of a whole run follow the address, if it is not the one that the page itself wrote.

    That is so when the page is opened, and after Back and Forward, on which Streamlit runs the whole page again. After the
    reader's own action the address is merely late.
    """
    acted = st.session_state.pop(ACTED, False)
    address = {key: st.query_params[key] for key in ADDRESS_KEYS if key in st.query_params}
    if not acted and address != st.session_state.get(WRITTEN):
        _clear_notices()
        _follow(*read_link(address))


def write_address(link: dict[str, str]) -> dict[str, str]:
    """Note the address that the page is about to write, and return it."""
    st.session_state[WRITTEN] = link
    return link


def mark_action() -> None:
    """Note that the next whole run answers an action of the reader."""
    st.session_state[ACTED] = True


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
        put(read.settle_link(reading(), selection, filters))
        notify(*more)
    st.session_state[LAST] = story.id
    return reading()


def story() -> GeoparsedArticle | None:
    """Return the story that is being read, once its places are known."""
    article = stories.find_article(reading().article)
    return stories.known_story(article) if article is not None else None


def has_last() -> bool:
    """Tell whether a story was mapped in this visit."""
    return LAST in st.session_state


def turn_back(failed: Notice) -> bool:
    """After a failure return to the story before it, and tell whether there is one."""
    last = st.session_state.get(LAST)
    st.session_state.pop(PENDING, None)
    notify(failed)
    if last is None or last == reading().article:
        return False
    mark_action()
    put(read.open_story(reading(), last))
    return True


def sync_widgets() -> None:
    """Let the picker, the choice of names and that of the language show what holds; before they are drawn."""
    st.session_state[PICKER] = reading().article
    st.session_state[NAMES_CHOICE] = reading().names
    st.session_state[LANGUAGE_CHOICE] = interface_language()


def pick_story() -> None:
    _open(st.session_state[PICKER])


def open_own_text(text: str, title: str) -> None:
    """Keep a reader's text and turn to it; raises ArticleError where it cannot be read."""
    _open(stories.add_own_text(text, title).id)


def pick_names() -> None:
    mark_action()
    chosen = st.session_state[NAMES_CHOICE]
    put(replace(reading(), names=chosen if chosen in NAMES else NAMES[0]))


def pick_language() -> None:
    mark_action()
    st.session_state[LANGUAGE] = choose_language((st.session_state[LANGUAGE_CHOICE],))


def choose() -> None:
    """Select what the reader chose in the text or the table."""
    value, known = said("shell", "choose"), story()
    start, fly = value.get("start"), bool(value.get("fly"))
    if isinstance(start, int) and known is not None:
        _choose(select_mention(known, start), fly=fly)
    else:
        _choose_place(value.get("place"), fly=fly)


def choose_on_map() -> None:
    value = st.session_state.get("map")
    place_id = value.get("place") if isinstance(value, dict) else None
    _choose_place(place_id, fly=False)


def show_on_map() -> None:
    _choose_place(reading().selection.place_id, fly=True)


def step() -> None:
    value, known, current = said("place", "step"), story(), reading()
    by = value.get("by")
    if isinstance(by, int) and by in (-1, 1) and known is not None:
        within = bool(value.get("within"))
        move = step_in_place if within else step_in_text
        _choose(move(known, current.selection, current.filters, by), fly=not within)


def close_card() -> None:
    _choose(NOTHING, fly=False)


def toggle_chip() -> None:
    value, known = said("chips", "toggle"), story()
    if value and known is not None:
        mark_action()
        _clear_notices()
        put(read.toggle_filter(reading(), known, str(value.get("group")), str(value.get("value"))))


def search() -> None:
    query = said("search", "search").get("query")
    if isinstance(query, str):
        mark_action()
        put(read.search(reading(), query))


def reset_filters() -> None:
    mark_action()
    _clear_notices()
    put(replace(reading(), filters=NO_FILTERS))


def _open(article_id: str) -> None:
    mark_action()
    _clear_notices()
    put(read.open_story(reading(), article_id))


def _language_of_browser() -> str:
    return choose_language((st.context.locale, *accepted_languages(st.context.headers.get("Accept-Language", ""))))


def _follow(link: Link, found: tuple[Notice, ...]) -> None:
    if link.ui is not None:
        st.session_state[LANGUAGE] = link.ui
    if link.article is not None and stories.find_article(link.article) is None:
        unknown = Notice(key="link.own") if link.article.startswith(OWN) else bad_value("link.article", link.article)
        found, link = (*found, unknown), Link(names=link.names)
    put(read.follow_link(reading(), link, default_article()))
    st.session_state[PENDING] = link
    notify(*found)


def _choose_place(place_id: object, *, fly: bool) -> None:
    known = story()
    if isinstance(place_id, str) and known is not None:
        current = reading()
        stays = not fly and any(
            found.mention.start == current.selection.start for found in mentions_of(known, place_id)
        )
        if not stays:
            _choose(select_place(known, place_id, current.filters), fly=fly)


def _choose(selection: Selection, *, fly: bool) -> None:
    _clear_notices()
    put(read.choose(reading(), selection, fly=fly))


def _clear_notices() -> None:
    st.session_state[NOTICES] = ()
