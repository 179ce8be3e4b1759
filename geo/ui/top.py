"""The top row: the name of the page, the stories, the names' language, and the box for one's own text."""

import streamlit as st
from babel import Locale

from geo.articles import uploaded_text
from geo.errors import ArticleError
from geo.text.language import UNKNOWN
from geo.ui import actions, components, state, stories
from geo.ui.access import help_data
from geo.ui.headline import title_of
from geo.ui.link import NAMES
from geo.ui.views import share_data
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
            on_change=actions.pick_story,
            label_visibility="collapsed",
        )
        st.segmented_control(
            words["top.names"],
            NAMES,
            format_func=lambda choice: words[f"top.names_{choice}"],
            key=state.NAMES_CHOICE,
            on_change=actions.pick_names,
            label_visibility="collapsed",
            required=True,
        )
        st.selectbox(
            words["top.language"],
            LANGUAGES,
            format_func=_own_name,
            key=state.LANGUAGE_CHOICE,
            on_change=actions.pick_language,
            label_visibility="collapsed",
        )
        st.button(words["top.paste"], key="paste", on_click=actions.open_paste)
        if state.is_pasting():
            _paste_dialog(words)
        draw_share(words)
        components.help_with_keys(help_data(words))


def draw_share(words: Words, *, embedded: bool = False) -> None:
    """Offer a link to what is seen; inside another page the way to the whole one."""
    article = stories.find_article(state.reading().article)
    if article is None:
        return
    kept = stories.shelf().find(article.id)
    own = kept is not None and kept.packed is None
    components.share(share_data(article, words, own=own, embedded=embedded))


def _story_ids() -> list[str]:
    own = [kept.article for kept in stories.shelf().texts]
    return [article.id for article in (*stories.library().articles, *own)] or [""]


def _own_name(language: str) -> str:
    name = Locale.parse(language).get_display_name() or language
    return name[:1].upper() + name[1:]


def _label(article_id: str, words: Words) -> str:
    article = stories.find_article(article_id)
    if article is None:
        return ""
    title = title_of(article, words)
    return f"{words['top.own_prefix']}{words['colon']}{title}" if stories.is_own(article) else title


def language_choices(words: Words) -> dict[str, str]:
    """Return the languages that a text can be said to be in, by their names; "" stands for what its words tell."""
    named = words.table("language")
    other = {UNKNOWN: words["own.another"]}
    known = {code: named[code] for code in sorted(named.keys() - other.keys(), key=named.__getitem__)}
    return {"": words["own.detected"], **known, **other}


def _paste_dialog(words: Words) -> None:
    languages = language_choices(words)

    @st.dialog(words["paste.title"], width="large", on_dismiss=actions.close_paste)
    def dialog() -> None:
        with st.container(key="stays"):
            st.text(words["paste.stays"])
        text = st.text_area(words["paste.text"], key="paste_text", height=240, placeholder=words["paste.text_hint"])
        named, spoken = st.columns(2)
        title = named.text_input(words["paste.name"], key="paste_title", max_chars=200)
        lang = spoken.selectbox(
            words["own.language"], list(languages), format_func=languages.__getitem__, key="paste_language"
        )
        upload = st.file_uploader(words["paste.file"], key="paste_file")
        if not st.button(words["paste.go"], key="paste_go", type="primary"):
            return
        try:
            if upload is not None:
                text, title = uploaded_text(upload.getvalue(), where=upload.name), title or upload.name
            actions.open_own_text(text, title, lang or None)
        except ArticleError as error:
            with st.container(key="paste_error"):
                st.text(words.refusal(error))
            return
        actions.close_paste()
        st.rerun()

    dialog()
