"""The web door: `streamlit run app.py` finds `app` and serves it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st

from geo.logs import start_logging
from geo.settings import check_settings
from geo.ui.server import ask_nobody, log_with, take_secrets
from geo.ui.stories import about_gazetteer, shipped_story, warm_up
from geo.web import exception_handlers, middleware, routes, tell_start

ask_nobody()
take_secrets()
read = check_settings()
settings = read.settings
log_with(start_logging(settings.log))
tell_start(read)


@asynccontextmanager
async def warmed(_: st.App) -> AsyncIterator[None]:
    """Warm up beside the first visitors."""
    Thread(target=warm_up, name="dateline-warm-up", daemon=True).start()
    yield


app = st.App(
    Path(__file__).resolve().parent / "geo" / "ui" / "page.py",
    lifespan=warmed,
    routes=routes(st.get_option("server.baseUrlPath"), shipped_story, about_gazetteer),
    middleware=middleware(settings.embed_origins),
    exception_handlers=exception_handlers(settings.embed_origins),
)
