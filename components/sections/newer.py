"""When the release on the page is not the one that a link was made with, or no longer the one in force.

A process shows the release it opened until it is replaced by another; so no page ever mixes two, and this line tells
of the other one.
"""

import html

import streamlit as st

from components import state, store
from i18n import Text

KEY = "release"
EVERY = "2m"


def show_release_news(t: Text) -> None:
    """A calm line where a link or the release in force names another release; an open page learns of it in time."""
    if state.noted(KEY) == store.whole_release().info.id:
        state.forget(KEY)
    show_lines_now(t)


# It runs by itself now and then. That also makes Streamlit's browser side ask for the whole page again after it was
# connected to another process; without it the first click there would be lost.
@st.fragment(run_every=EVERY)
def show_lines_now(t: Text) -> None:
    """The lines as they stand now, read out politely."""
    lines = release_news(t, store.whole_release().info.id, linked=state.noted(KEY), standing=store.AROUND.standing)
    said = "".join(f'<p class="small">{html.escape(line)}</p>' for line in lines)
    if said:
        st.html(f'<div class="news" role="status">{said}</div>')


def release_news(t: Text, shown: str, *, linked: str, standing: str) -> list[str]:
    """The sentences on other releases, ids of which may be '': that of the reader's link, and the one in force."""
    news = []
    if linked not in ("", shown):
        news.append(t("newer.linked", made=linked, shown=shown))
    if standing not in ("", shown):
        news.append(t("newer.standing", standing=standing, shown=shown))
    return news
