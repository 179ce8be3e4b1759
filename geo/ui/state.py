"""The session's one state, and what happens when the reader acts. Handlers run before the page is drawn again."""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.errors import ArticleError
from geo.models import Article, GeoparsedArticle
from geo.ui import own, stories
from geo.ui import reading as read
from geo.ui.components import said
from geo.ui.headline import title_of
from geo.ui.jobs import Seen
from geo.ui.link import NAMES, OWN, Link, Notice, bad_value, find_target, read_link
from geo.ui.packed import PackedText, pack
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
SO_FAR = "story_so_far"  # of a text that is being read in the background: as much as the page shows
WRITTEN = "written_address"
LANGUAGE = "interface_language"
PICKER, NAMES_CHOICE, LANGUAGE_CHOICE = "picker", "names", "language"  # keys of widgets
OWN_LANGUAGE, OWN_DIRECTION, PASTING = "own_language", "own_direction", "pasting"
NO_ROOM = frozenset({"own_many", "own_full", "own_crowd"})  # codes of refusals that are no fault of the text
ADDRESS_KEYS = ("a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z", "c", "t")


def reading() -> Reading:
    """Return what the reader looks at."""
    current: Reading = st.session_state.setdefault(READING, Reading(article=stories.first_article()))
    return current


def interface_language() -> str:
    """Return the language of the page: what a link or the reader chose in this visit, else what the browser asks for."""
    chosen: str = st.session_state.get(LANGUAGE) or _language_of_browser()
    return chosen


def chosen_language() -> str | None:
    """Return what the address says of the language: nothing where the browser asks for the same."""
    language = interface_language()
    return language if language != _language_of_browser() else None


def embedded_view() -> str:
    """Return what of the page stands inside another one, `map` or `both`; "" where it stands for itself."""
    if not st.context.is_embedded:
        return ""
    return "map" if st.query_params.get("view") == "map" else "both"


def follow_address() -> None:
    """At the start of a whole run follow the address, where a visit begins or a person went Back or Forward.

    At any other time the page writes the address, and the browser, which sends its own with each run, has it late.
    """
    address = {key: st.query_params[key] for key in ADDRESS_KEYS if key in st.query_params}
    first = WRITTEN not in st.session_state
    if first or (_is_history_navigation() and address != st.session_state[WRITTEN]):
        _clear_notices()
        _follow(*read_link(address))
        st.session_state.setdefault(WRITTEN, address)


def _is_history_navigation() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def write_address(link: dict[str, str]) -> dict[str, str]:
    """Note the address that the page is about to write, and return it."""
    st.session_state[WRITTEN] = link
    return link


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
    return _mapped_before() is not None


def turn_back(failed: Notice) -> bool:
    """After a failure return to the story that was mapped before it, and tell whether there is one."""
    notify(failed)
    return _return_to(_mapped_before())


def cancel_reading() -> None:
    """Stop the reading of an own text and return to the story before it; the text stays at hand."""
    job = stories.current_job()
    if job is None:
        return
    job.cancel()
    st.session_state[NOTICES] = (Notice(key="own.cancelled", values={"title": _title(job.article)}),)
    if job.article.id == reading().article:
        _return_to(_mapped_before() or _other_than(job.article.id))


def _return_to(before: str | None) -> bool:
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


def _mapped_before() -> str | None:
    """Return the last story that was mapped; of the same text what it was before its language changed."""
    last, current = st.session_state.get(LAST), reading().article
    kept = stories.shelf().find(current)
    if last == current:
        return current if kept is not None and kept.former is not None else None
    return last if last and stories.find_article(last) is not None else None


def _other_than(article_id: str) -> str | None:
    """Return the last story that was mapped, or else the first of all, if it is another one."""
    found = (other for other in (st.session_state.get(LAST), stories.first_article()) if other and other != article_id)
    return next((other for other in found if stories.find_article(other) is not None), None)


def _title(article: Article) -> str:
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


def pick_story() -> None:
    _open(st.session_state[PICKER])


def open_own_text(text: str, title: str, lang: str | None) -> None:
    """Keep a reader's text and turn to it; raises ArticleError where it cannot be read."""
    before = stories.shelf()
    changed, article_id = own.add(before, text, title=title, lang=lang)
    stories.put_shelf(changed)
    _open(article_id)
    if changed.added == before.added:
        notify(Notice(key="own.again"))


def remove_own_text() -> None:
    """Take the own text that is being read from this visit, and return to the story before it."""
    article = stories.find_article(reading().article)
    if article is None or not stories.is_own(article):
        return
    other = _other_than(article.id)
    stories.put_shelf(own.remove(stories.shelf(), article.id))
    _open(other or stories.first_article())
    notify(Notice(key="own.removed", values={"title": _title(article)}))


def pick_own_language() -> None:
    """Read the own text again, in the language that the reader says it is in."""
    current = reading().article
    stories.put_shelf(own.change_language(stories.shelf(), current, st.session_state[OWN_LANGUAGE] or None))
    _open(current)


def pick_own_direction() -> None:
    stories.put_shelf(own.change_direction(stories.shelf(), reading().article, str(st.session_state[OWN_DIRECTION])))


def open_paste() -> None:
    """Open the dialog for an own text; it stays open while the page below it is drawn anew."""
    st.session_state[PASTING] = True


def close_paste() -> None:
    st.session_state.pop(PASTING, None)


def is_pasting() -> bool:
    return PASTING in st.session_state


def pick_names() -> None:
    chosen = st.session_state[NAMES_CHOICE]
    put(replace(reading(), names=chosen if chosen in NAMES else NAMES[0]))


def pick_language() -> None:
    st.session_state[LANGUAGE] = choose_language((st.session_state[LANGUAGE_CHOICE],))


def choose() -> None:
    """Select what the reader chose in the text or the table."""
    value, known = said("place", "choose"), story()
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
        _clear_notices()
        put(read.toggle_filter(reading(), known, str(value.get("group")), str(value.get("value"))))


def search() -> None:
    query = said("search", "search").get("query")
    if isinstance(query, str):
        put(read.search(reading(), query))


def reset_filters() -> None:
    _clear_notices()
    put(replace(reading(), filters=NO_FILTERS))


def _open(article_id: str) -> None:
    _clear_notices()
    st.session_state.pop(SO_FAR, None)
    stories.drop_ended_job()
    put(read.open_story(reading(), article_id))


def _language_of_browser() -> str:
    return choose_language((st.context.locale, *accepted_languages(st.context.headers.get("Accept-Language", ""))))


def _follow(link: Link, found: tuple[Notice, ...]) -> None:
    if link.ui is not None:
        st.session_state[LANGUAGE] = link.ui
    if link.text is not None:
        link, found = _take_in(link, link.text, found)
    if link.article is not None and stories.find_article(link.article) is None:
        unknown = Notice(key="link.own") if link.article.startswith(OWN) else bad_value("link.article", link.article)
        found, link = (*found, unknown), Link(names=link.names)
    put(read.follow_link(reading(), link, stories.first_article()))
    st.session_state[PENDING] = link
    notify(*found)


def _take_in(link: Link, packed: PackedText, found: tuple[Notice, ...]) -> tuple[Link, tuple[Notice, ...]]:
    """Keep the text that came in a link; return the link to it, and what to say of it."""
    try:
        changed, article_id = own.add(
            stories.shelf(), packed.text, title=packed.title, lang=packed.lang, packed=pack(packed)
        )
        stories.put_shelf(changed)
    except ArticleError as error:
        key = "link.no_room" if error.code in NO_ROOM else "link.text"
        return Link(names=link.names, ui=link.ui), (*found, Notice(key=key))
    return replace(link, article=article_id, place=None), (*found, Notice(key="link.came"))


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
    st.session_state.pop(PENDING, None)
    _clear_notices()
    put(read.choose(reading(), selection, fly=fly))


def _clear_notices() -> None:
    st.session_state[NOTICES] = ()
