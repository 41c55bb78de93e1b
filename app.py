"""The frame around every page: the release, the language, the navigation, the header and the footer."""

import streamlit as st

from components import state, store
from components.address import DEFAULTS, known_codes
from components.frame import show_fault, show_footer, show_header
from data import ReleaseError
from i18n import SOURCE_LANGUAGE, words

# File stem -> address. A stem must never be its page's address: Streamlit would run the file without this frame.
PAGES = {
    "overview": "",
    "risk": "rreziku",
    "services": "sherbimet",
    "survey": "anketa",
    "county": "qarku",
    "programme": "programi",
    "methods": "metodat",
}

try:
    release = store.whole_release()
except ReleaseError as fault:
    show_fault(words(SOURCE_LANGUAGE), fault)
    st.stop()

state.begin(known_codes(release))
t = words(state.recall("lang", known_codes(release)["lang"]))
page = st.navigation(
    [
        st.Page(f"pages/{stem}.py", title=t(f"nav.{stem}"), url_path=address, default=stem == "overview")
        for stem, address in PAGES.items()
    ],
    position="top",
)
st.set_page_config(
    page_title=t("product.page_title", page=page.title),
    page_icon="static/icon.svg",
    layout="wide",
    initial_sidebar_state=330,
)
show_header(t)
page.run()
show_footer(t, release.info)
state.publish(DEFAULTS)
