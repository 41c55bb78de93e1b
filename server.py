"""The server around the app: its doors, health, safe headers, the page's language in the first bytes."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.serving import health, leaving, light_pages
from components.serving.at_once import send_at_once
from components.serving.cookies import SafeCookies
from components.serving.doors import HeardOnly, OwnNames, OwnPages
from components.serving.faults import keep_messages_out, tell_fault
from components.serving.inside import change_streamlit
from components.serving.list_search import ListSearch
from components.serving.nothing_here import NothingHere
from components.serving.packed_scripts import PackedScripts
from components.serving.page_language import PageLanguage
from components.serving.replica import OwnCookie
from components.serving.security import SecurityHeaders
from components.serving.warming import warmed

LAYERS = (
    SecurityHeaders,
    OwnNames,
    OwnPages,
    HeardOnly,
    SafeCookies,
    PageLanguage,
    NothingHere,
    OwnCookie,
    PackedScripts,
    ListSearch,
)

change_streamlit()
keep_messages_out()
send_at_once()

app = st.App(
    Path(__file__).parent / "app.py",
    lifespan=warmed,
    on_script_error=tell_fault,
    routes=[*health.ROUTES, *light_pages.ROUTES, *leaving.ROUTES],
    middleware=[Middleware(each) for each in LAYERS],
)
