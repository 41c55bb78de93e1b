"""What stands around every page: style, language, quick exit, copy link, footer."""

import datetime
import logging
from copy import copy
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import state, store
from components.address.selection import KINDS
from components.opening import ReleaseAwaited
from components.sections.apart import run_apart
from components.sections.filters import choose_language
from components.sections.newer import show_release_news
from components.widgets import titled
from components.widgets.browser import palette
from components.widgets.chrome import show_chrome
from components.widgets.unknown import left_over, unknown_named
from components.widgets.ways_out import show_ways_out
from components.wording import markup
from components.wording.clock import clock_lines
from data import ReleaseError, ReleaseInfo
from i18n import LANGUAGES, Text, words

WORDMARK = Path(__file__).parents[2] / "static" / "wordmark.svg"


def show_header(t: Text) -> None:
    """The product's name, and at the right the language, the link to copy and the quick exit."""
    st.logo(WORDMARK.read_text(encoding="utf-8").replace("currentColor", palette().accent), size="large")
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small", key="header"
    ):
        show_chrome(t)
        choose_kind(t)
        choose_language()
        show_ways_out(t)


def run_page(t: Text, page: StreamlitPage) -> None:
    """What is to be said of other releases, and the page. Streamlit lets a page run once only, hence the copy."""
    titled.begin()
    show_release_news(t)
    with unknown_named(t, left_over()):
        copy(page).run()


run_page_apart = run_apart(run_page)


def show_style(t: Text) -> None:
    """What a page without header needs all the same: our style, the page's language, our words for Streamlit's."""
    with st.container(key="bare"):
        show_chrome(t, around="nothing")
    titled.begin()
    show_release_news(t)


def choose_kind(t: Text) -> None:
    """The switch that leaves only what is published; not there where the release has nothing else."""
    if store.has_demonstration():
        st.toggle(
            t("filter.published_only"),
            key=state.prime_switch("kind", KINDS),
            on_change=state.keep_switch,
            args=("kind", KINDS),
        )


def show_footer(t: Text, info: ReleaseInfo) -> None:
    """Release, version and what this is not."""
    said = [t("frame.footer", release=info.id, version=info.version), t("frame.disclaimer")]
    lines = [*clock_lines(t, info.date, datetime.date.today()), *said]
    st.html(f'<div class="footer">{markup.small(lines)}</div>')


def show_fault(t: Text, fault: ReleaseError) -> None:
    """The sentence, in every language, for a release that cannot be opened, or not yet; the reason goes to the log."""
    logging.getLogger(__name__).error("release not opened: %s", fault)
    key = "faults.release_awaited" if isinstance(fault, ReleaseAwaited) else "frame.fault"
    for rank, language in enumerate(LANGUAGES, start=1):
        said = words(language)
        st.error(f"{'#' * rank} {said('frame.fault_title')}\n\n{said(key)}")
