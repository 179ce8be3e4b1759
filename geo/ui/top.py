"""The top row: the name of the page, the stories, the names' language, and the box for one's own text."""

import streamlit as st
from babel import Locale

from geo.articles import decode_text
from geo.errors import ArticleError
from geo.ui import components, state, stories
from geo.ui.access import help_data
from geo.ui.link import NAMES
from geo.ui.words import LANGUAGES, Words


def draw_top(words: Words) -> None:
    """Draw the row."""
    state.sync_widgets()
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        st.html("<h1>Dateline</h1>")
        st.selectbox(
            words["top.story"],
            _story_ids(),
            format_func=lambda article_id: _label(article_id, words),
            key=state.PICKER,
            on_change=state.pick_story,
            label_visibility="collapsed",
        )
        st.segmented_control(
            words["top.names"],
            NAMES,
            format_func=lambda choice: words[f"top.names_{choice}"],
            key=state.NAMES_CHOICE,
            on_change=state.pick_names,
            label_visibility="collapsed",
            required=True,
        )
        st.selectbox(
            words["top.language"],
            LANGUAGES,
            format_func=_own_name,
            key=state.LANGUAGE_CHOICE,
            on_change=state.pick_language,
            label_visibility="collapsed",
        )
        if st.button(words["top.paste"], key="paste", on_click=state.mark_action):
            _paste_dialog(words)
        components.help_with_keys(help_data(words))


def _story_ids() -> list[str]:
    ids = [article.id for article in stories.library().articles] + list(stories.own_texts())
    return ids or [""]


def _own_name(language: str) -> str:
    name = Locale.parse(language).get_display_name() or language
    return name[:1].upper() + name[1:]


def _label(article_id: str, words: Words) -> str:
    article = stories.find_article(article_id)
    if article is None:
        return ""
    own = article_id in stories.own_texts()
    title = article.title or words.say("paste.untitled", n=article_id.removeprefix("own-"))
    return f"{words['top.own_prefix']}{words['colon']}{title}" if own else title


def _paste_dialog(words: Words) -> None:
    @st.dialog(words["paste.title"], width="large")
    def dialog() -> None:
        with st.container(key="stays"):
            st.text(words["paste.stays"])
        text = st.text_area(words["paste.text"], key="paste_text", height=240, placeholder=words["paste.text_hint"])
        title = st.text_input(words["paste.name"], key="paste_title", max_chars=200)
        upload = st.file_uploader(words["paste.file"], key="paste_file", type=["txt", "md"])
        if not st.button(words["paste.go"], key="paste_go", type="primary"):
            return
        try:
            if upload is not None:
                text, title = decode_text(upload.getvalue(), where=upload.name), title or upload.name
            state.open_own_text(text, title)
        except ArticleError as error:
            with st.container(key="paste_error"):
                st.text(str(error))
            return
        st.rerun()

    dialog()
