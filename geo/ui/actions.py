"""What happens when the reader acts. Handlers run before the page is drawn again."""

from dataclasses import replace

import streamlit as st

from geo.ui import own, state, stories
from geo.ui import reading as read
from geo.ui.components import said
from geo.ui.link import NAMES, Notice
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
from geo.ui.words import choose_language


def pick_story() -> None:
    state.turn_to(st.session_state[state.PICKER])


def open_own_text(text: str, title: str, lang: str | None) -> None:
    """Keep a reader's text and turn to it; raises ArticleError where it cannot be read."""
    before = stories.shelf()
    changed, article_id = own.add(before, text, title=title, lang=lang)
    stories.put_shelf(changed)
    state.turn_to(article_id)
    if changed.added == before.added:
        state.notify(Notice(key="own.again"))


def remove_own_text() -> None:
    """Take the own text that is being read from this visit, and return to the story before it."""
    article = stories.find_article(state.reading().article)
    if article is None or not stories.is_own(article):
        return
    other = state.other_than(article.id)
    stories.put_shelf(own.remove(stories.shelf(), article.id))
    state.turn_to(other or stories.first_article())
    state.notify(Notice(key="own.removed", values={"title": state.title(article)}))


def pick_own_language() -> None:
    """Read the own text again, in the language that the reader says it is in."""
    current = state.reading().article
    stories.put_shelf(own.change_language(stories.shelf(), current, st.session_state[state.OWN_LANGUAGE] or None))
    state.turn_to(current)


def pick_own_direction() -> None:
    stories.put_shelf(
        own.change_direction(stories.shelf(), state.reading().article, str(st.session_state[state.OWN_DIRECTION]))
    )


def cancel_reading() -> None:
    """Stop the reading of an own text and return to the story before it; the text stays at hand."""
    job = stories.current_job()
    if job is None:
        return
    job.cancel()
    st.session_state[state.NOTICES] = (Notice(key="own.cancelled", values={"title": state.title(job.article)}),)
    if job.article.id == state.reading().article:
        state.return_to(state.mapped_before() or state.other_than(job.article.id))


def open_paste() -> None:
    """Open the dialog for an own text; it stays open while the page below it is drawn anew."""
    st.session_state[state.PASTING] = True


def close_paste() -> None:
    st.session_state.pop(state.PASTING, None)


def pick_names() -> None:
    chosen = st.session_state[state.NAMES_CHOICE]
    state.put(replace(state.reading(), names=chosen if chosen in NAMES else NAMES[0]))


def pick_language() -> None:
    st.session_state[state.LANGUAGE] = choose_language((st.session_state[state.LANGUAGE_CHOICE],))


def choose() -> None:
    """Select what the reader chose in the text or the table."""
    value, known = said("place", "choose"), state.story()
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
    _choose_place(state.reading().selection.place_id, fly=True)


def step() -> None:
    value, known, current = said("place", "step"), state.story(), state.reading()
    by = value.get("by")
    if isinstance(by, int) and by in (-1, 1) and known is not None:
        within = bool(value.get("within"))
        move = step_in_place if within else step_in_text
        _choose(move(known, current.selection, current.filters, by), fly=not within)


def close_card() -> None:
    _choose(NOTHING, fly=False)


def toggle_chip() -> None:
    value, known = said("chips", "toggle"), state.story()
    if value and known is not None:
        state.clear_notices()
        state.put(read.toggle_filter(state.reading(), known, str(value.get("group")), str(value.get("value"))))


def search() -> None:
    query = said("search", "search").get("query")
    if isinstance(query, str):
        state.put(read.search(state.reading(), query))


def reset_filters() -> None:
    state.clear_notices()
    state.put(replace(state.reading(), filters=NO_FILTERS))


def _choose_place(place_id: object, *, fly: bool) -> None:
    known = state.story()
    if isinstance(place_id, str) and known is not None:
        current = state.reading()
        stays = not fly and any(
            found.mention.start == current.selection.start for found in mentions_of(known, place_id)
        )
        if not stays:
            _choose(select_place(known, place_id, current.filters), fly=fly)


def _choose(selection: Selection, *, fly: bool) -> None:
    st.session_state.pop(state.PENDING, None)
    state.clear_notices()
    state.put(read.choose(state.reading(), selection, fly=fly))
