"""The address of the page: followed where a visit begins or goes Back, written after everything that the reader does."""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.errors import ArticleError
from geo.ui import own, state, stories
from geo.ui import reading as read
from geo.ui.link import OWN, Link, Notice, bad_value, read_link
from geo.ui.packed import PackedText, pack

WRITTEN = "written_address"
ADDRESS_KEYS = ("a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z", "c", "t")
NO_ROOM = frozenset({"own_many", "own_full", "own_crowd"})  # codes of refusals that are no fault of the text


def chosen_language() -> str | None:
    """Return what the address says of the language: nothing where the browser asks for the same."""
    language = state.interface_language()
    return language if language != state.language_of_browser() else None


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
        state.clear_notices()
        _follow(*read_link(address))
        st.session_state.setdefault(WRITTEN, address)


def write_address(link: dict[str, str]) -> dict[str, str]:
    """Note the address that the page is about to write, and return it."""
    st.session_state[WRITTEN] = link
    return link


def _is_history_navigation() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _follow(link: Link, found: tuple[Notice, ...]) -> None:
    if link.ui is not None:
        st.session_state[state.LANGUAGE] = link.ui
    if link.text is not None:
        link, found = _take_in(link, link.text, found)
    if link.article is not None and stories.find_article(link.article) is None:
        unknown = Notice(key="link.own") if link.article.startswith(OWN) else bad_value("link.article", link.article)
        found, link = (*found, unknown), Link(names=link.names)
    state.put(read.follow_link(state.reading(), link, stories.first_article()))
    st.session_state[state.PENDING] = link
    state.notify(*found)


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
