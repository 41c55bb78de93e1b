"""The library of publications: found by any word of a title, publisher, kind or year, with or without diacritics."""

import pandas as pd
import streamlit as st

from components import store
from components.widgets.matching import matches
from components.widgets.notices import show_none_found
from components.widgets.tables import linked_table
from i18n import Text

FIELDS = ("title", "year", "publisher", "language", "kind", "address")


def search_library(t: Text) -> None:
    """A search box and the publications that match."""
    query = st.text_input(
        t("library.search"), placeholder=t("library.search_hint"), key="library_query", label_visibility="visible"
    )
    rows = library_rows(t)
    found = rows[[matches(query, " ".join(map(str, row))) for row in rows.itertuples(index=False)]]
    if found.empty:
        show_none_found(t, query)
        return
    st.caption(t.plural("library.rows", len(found)))
    headings = {field: t(f"library.{field}") for field in FIELDS}
    linked_table(found, headings, link="address", word=t("library.open"), missing=t("library.unknown"))


def library_rows(t: Text) -> pd.DataFrame:
    """The publications, newest first, those without a year last; absent facts are empty."""
    publications = store.release().programme["publications"]["publication"]
    rows = [
        {
            "title": each["title"],
            "year": str(each.get("year", "")),
            "publisher": each.get("publisher", ""),
            "language": ", ".join(t(f"programme.language.{code}") for code in each.get("languages", ())),
            "kind": t(f"programme.kind.{each['kind']}"),
            "address": each.get("address", ""),
        }
        for each in publications
    ]
    return pd.DataFrame(rows, columns=list(FIELDS)).sort_values("year", ascending=False, kind="stable")
