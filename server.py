"""The server around the app: the page's language in the first byte of HTML, safe headers, no trap of `pages/`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from components.serving.page_language import PageLanguage
from components.serving.security import SecurityHeaders
from components.serving.warming import warmed

# Streamlit takes a `pages/` folder beside the script for its older kind of app until a first visit tells it otherwise;
# told here, even the first visitor of a fresh server gets the page asked for without a notice.
PagesManager.uses_pages_directory = False

app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=warmed,
    middleware=[Middleware(SecurityHeaders), Middleware(PageLanguage)],
)
