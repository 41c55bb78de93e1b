"""What stands around every page: style, language, quick exit, copy link, footer."""

import datetime
import logging
from pathlib import Path

import streamlit as st

from components import state, store
from components.appearance import palette
from components.chrome import show_chrome
from components.faults import clock_lines
from components.filters import choose_language
from components.link import show_copy_link
from components.newer import show_release_news
from components.notices import show_small
from components.selection import KINDS
from data import ReleaseError, ReleaseInfo
from i18n import LANGUAGES, Text, words

STYLE = Path(__file__).parent / "style.css"
WORDMARK = Path(__file__).parent.parent / "static" / "wordmark.svg"
SAFE_PLACE = "https://sq.wikipedia.org/"


def show_header(t: Text) -> None:
    """The product's name, and at the right the language, the link to copy and the quick exit."""
    st.logo(WORDMARK.read_text(encoding="utf-8").replace("currentColor", palette().accent), size="large")
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small", key="header"
    ):
        dress(t)
        choose_kind(t)
        choose_language()
        show_copy_link(t)
        exit_link = f'<a class="exit" href="{SAFE_PLACE}" rel="noreferrer" title="{t("frame.exit_hint")}">'
        st.html(f"{exit_link}{t('frame.exit')}</a>", width="content")
    show_release_news(t)


def show_style(t: Text) -> None:
    """What a page without header needs all the same: our style, the page's language, our words for Streamlit's."""
    with st.container(key="bare"):
        dress(t)
    show_release_news(t)


def dress(t: Text) -> None:
    """Style, language and words of the page; nothing to be seen."""
    st.html(STYLE)
    show_chrome(t)


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
    with st.container(key="footer"):
        said = [t("frame.footer", release=info.id, version=info.version), t("frame.disclaimer")]
        show_small([*clock_lines(t, info.date, datetime.date.today()), *said])


def show_fault(t: Text, fault: ReleaseError) -> None:
    """The sentence, in every language, for a release that cannot be opened; the reason goes to the log."""
    logging.getLogger(__name__).error("release not opened: %s", fault)
    for language in LANGUAGES:
        said = words(language)
        st.error(f"**{said('frame.fault_title')}.** {said('frame.fault')}")
