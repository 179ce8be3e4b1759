"""What stands beside a reader's own text: how far its reading is, and how it is read and shown."""

import streamlit as st

from geo.models import Article, GeoparsedArticle
from geo.ui import actions, state, stories
from geo.ui.own import DIRECTIONS
from geo.ui.top import language_choices
from geo.ui.words import Words

EVERY_S = 0.4  # between two looks at a reading in the background


@st.fragment(run_every=EVERY_S)
def draw_progress(seen: int, words: Words) -> None:
    """Say how far the reading is, and offer to stop it; once there is more than the page has seen, the page is drawn anew."""
    job = stories.current_job()
    if job is None or job.seen.news != seen:
        st.rerun()
    ahead = stories.ahead_of(job)
    with st.container(key="progress", horizontal=True, vertical_alignment="center"):
        st.text(
            words.count("own.waiting", ahead) if ahead else words.say("own.finding", percent=words.percent(job.share))
        )
        st.button(words["own.cancel"], key="cancel_reading", on_click=actions.cancel_reading)


def draw_own_row(article: Article, story: GeoparsedArticle | None, words: Words) -> None:
    """Show in which language a text is read, and let the reader change it, its direction, or take it away."""
    languages = language_choices(words)
    used = (story.lang if story is not None else None) or article.lang or ""
    label = words.say("own.settings", language=words.get(f"language.{used}", languages[""]))
    with st.popover(label, type="tertiary"):
        st.selectbox(
            words["own.language"],
            list(languages),
            format_func=languages.__getitem__,
            key=state.OWN_LANGUAGE,
            on_change=actions.pick_own_language,
        )
        st.selectbox(
            words["own.direction"],
            DIRECTIONS,
            format_func=lambda direction: words[f"own.direction_{direction or 'auto'}"],
            key=state.OWN_DIRECTION,
            on_change=actions.pick_own_direction,
        )
        st.button(words["own.remove"], key="own_remove", on_click=actions.remove_own_text)
