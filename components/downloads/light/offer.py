"""The way from a county's page to its light version."""

import html

import streamlit as st

from components import store
from components.downloads.light.shelf import ADDRESS, file_name, is_offered
from i18n import Text


def show_light_version(t: Text, county: str) -> None:
    """A link to the county's light page; nothing where that is of another release, or holds made-up figures that the
    reader left out."""
    if is_offered() and store.edition()[1] == "all":
        address = f"{ADDRESS}/{file_name(county, t.language)}"
        st.html(
            f'<p class="small"><a href="{address}" style="color: inherit">{html.escape(t("snapshot.link"))}</a></p>'
        )
