"""The web door: `streamlit run app.py` finds `app` and serves it."""

from pathlib import Path

import streamlit as st

from geo.logs import start_logging
from geo.settings import check_settings
from geo.ui.server import ask_nobody, log_with, take_secrets, take_short_turns
from geo.ui.stories import about_gazetteer, shipped_story
from geo.web import exception_handlers, middleware, routes, tell_start

ask_nobody()
take_short_turns()
take_secrets()
read = check_settings()
settings = read.settings
log_with(start_logging(settings.log))
tell_start(read)

app = st.App(
    Path(__file__).resolve().parent / "geo" / "ui" / "page.py",
    routes=routes(st.get_option("server.baseUrlPath"), shipped_story, about_gazetteer),
    middleware=middleware(settings.embed_origins),
    exception_handlers=exception_handlers(settings.embed_origins),
)
