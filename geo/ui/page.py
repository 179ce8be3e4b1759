"""The page, as a script: the top row and the reader below it."""

import streamlit as st

from geo.errors import DatelineError
from geo.ui import address, components, state, stories
from geo.ui.reader import draw_reader
from geo.ui.top import draw_share, draw_top

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
try:
    address.follow_address()
    failed = None
except DatelineError as error:
    failed = error
words = stories.interface_words(state.interface_language())
embedded = address.embedded_view()
st.html(components.page_style(words.direction, embedded))
if failed is not None:
    with st.container(key="notices"):
        st.text(words.say("story.list_failed", error=str(failed)))
    st.stop()
if embedded:
    with st.container(key="embedded"):
        draw_share(words, embedded=True)
else:
    draw_top(words)
draw_reader(words)
