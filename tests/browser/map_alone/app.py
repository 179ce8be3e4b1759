"""A server for the map alone."""

from pathlib import Path

import streamlit as st

from geo.web import exception_handlers, middleware, routes

app = st.App(
    Path(__file__).resolve().parent / "page.py",
    routes=routes(st.get_option("server.baseUrlPath"), lambda _: None, dict),
    middleware=middleware(),
    exception_handlers=exception_handlers(),
)
