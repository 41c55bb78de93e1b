"""The server around the app: health, safe headers, the page's language in the first bytes, no trap of `pages/`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from components.faults import keep_messages_out, tell_fault
from components.serving import health, light_pages
from components.serving.at_once import send_at_once
from components.serving.list_search import ListSearch
from components.serving.packed_scripts import PackedScripts
from components.serving.page_language import PageLanguage
from components.serving.replica import OwnCookie
from components.serving.security import SecurityHeaders
from components.serving.warming import warmed

# Streamlit takes a `pages/` folder beside the script for its older kind of app until a first visit tells it otherwise;
# told here, even the first visitor of a fresh server gets the page asked for without a notice.
PagesManager.uses_pages_directory = False
keep_messages_out()
send_at_once()

app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=warmed,
    on_script_error=tell_fault,
    routes=[*health.ROUTES, *light_pages.ROUTES],
    middleware=[Middleware(each) for each in (SecurityHeaders, PageLanguage, OwnCookie, PackedScripts, ListSearch)],
)
