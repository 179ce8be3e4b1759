"""Serves `plain_page.py` and, beside it, Leaflet from its installed package."""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

app = st.App(
    Path(__file__).with_name("plain_page.py"), routes=[Mount("/assets", app=StaticFiles(directory=leaflet.BASE_DIR))]
)
