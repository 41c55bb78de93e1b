"""The snippet that puts a card on another page."""

import html
from urllib.parse import urlencode

import streamlit as st

from components import state, store
from components.address.view import View
from components.widgets.browser import site
from components.widgets.notices import show_small
from i18n import Text

KIND = "kind"
HEIGHT = 820  # pixels: the tallest card's map and words at an ordinary column's width


def show_embed_snippet(t: Text, view: View) -> None:
    """The snippet to copy, and what it will show."""
    show_small([t("embed.what", release=store.release().info.id)])
    st.code(embed_snippet(t, view, site(), state.noted(KIND)), language=None, wrap_lines=True)


def embed_snippet(t: Text, view: View, at: str, kind: str = "") -> str:
    """The frame as HTML; its title says what stands in it, also after a newer release."""
    address = html.escape(embed_address(at, view, t.language, kind))
    title = html.escape(t("embed.title", product=t("product.name"), what=subject_name(t, view)))
    size = f'width="100%" height="{HEIGHT}"'
    return f'<iframe src="{address}" title="{title}" {size} loading="lazy" style="border:0"></iframe>'


def embed_address(at: str, view: View, language: str, kind: str = "") -> str:
    """The address that shows the card alone, on the app at `at`; `kind` where the reader has asked for one only."""
    asked = {"embed": "true", "card": view.code, "lang": language} | ({KIND: kind} if kind else {})
    return f"{at}/?{urlencode(asked)}"


def subject_name(t: Text, view: View) -> str:
    """What the card is about: its measure or its part of the services. A question's words are those of its card."""
    return t(f"services.part.{view.subject}") if view.page == "services" else t(f"indicator.{view.subject}.label")
