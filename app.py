"""The web door: `streamlit run app.py` finds `app` and serves it."""

from pathlib import Path

import streamlit as st
from streamlit import net_util

from geo.ui.stories import about_gazetteer, shipped_story
from geo.web import exception_handlers, middleware, routes

# Streamlit asks a server on the internet for this machine's address, to print it and whenever a page of another origin
# connects. Nothing leaves the machine: it is not asked.
net_util.get_external_ip = lambda: None

app = st.App(
    Path(__file__).resolve().parent / "geo" / "ui" / "page.py",
    routes=routes(st.get_option("server.baseUrlPath"), shipped_story, about_gazetteer),
    middleware=middleware(),
    exception_handlers=exception_handlers(),
)
