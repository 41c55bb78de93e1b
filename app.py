"""The frame around every page: the release, the language, the navigation, the header and the footer."""

import streamlit as st

from components import state, store
from components.address.known import DEFAULTS
from components.address.pages import PAGES
from components.sections.alone import is_alone, show_alone
from components.sections.frame import run_page, run_page_apart, show_fault, show_footer, show_header, show_style
from components.sections.meeting.agenda import step_now
from data import ReleaseError
from i18n import LANGUAGES, SOURCE_LANGUAGE, words

try:
    release = store.whole_release()
except ReleaseError as fault:
    show_fault(words(SOURCE_LANGUAGE), fault)
    st.stop()

state.begin(store.known_codes())
t = words(state.recall("lang", LANGUAGES))
page = st.navigation(
    [
        st.Page(f"pages/{stem}.py", title=t(f"nav.{stem}"), url_path=address, default=stem == "overview")
        for stem, address in PAGES.items()
    ],
    position="hidden" if is_alone() else "top",
)
st.set_page_config(
    page_title=t("product.page_title", page=page.title),
    page_icon="static/icon.svg",
    layout="wide",
    initial_sidebar_state=330,
)
is_meeting = page.url_path == PAGES["meeting"]
if is_alone():
    show_style(t)
    show_alone(t)
elif is_meeting and step_now():
    show_style(t)
    page.run()
else:
    show_header(t)
    if is_meeting:  # it also decides what stands around it
        run_page(t, page)
    else:
        run_page_apart(t, page)
    show_footer(t, release.info)
state.publish(DEFAULTS)
