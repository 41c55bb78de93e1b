"""The sections of the Methods page."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import store
from components.widgets.matching import matches
from components.widgets.notices import show_none_found
from components.widgets.tables import linked_table, show_definitions
from components.wording.provenance import publisher, title, year
from data import Source
from i18n import Text, prose


def show_rules(t: Text) -> None:
    """The rules in prose."""
    with st.container(width=760):
        st.markdown(prose("methods", t.language), anchors=False)


def show_indicators(t: Text) -> None:
    """Every indicator with its theme, definition and direction."""
    for theme in dict.fromkeys(i.theme for i in store.release().catalogue.values()):
        st.header(t(f"theme.{theme}"), anchor=False)
        codes = [i for i in store.release().catalogue.values() if i.theme == theme]
        show_definitions(
            (t(f"indicator.{i.code}.label"), f"{t(f'indicator.{i.code}.definition')} {t(f'direction.{i.higher_is}')}")
            for i in codes
        )


def show_sources(t: Text) -> None:
    """The sources used, searchable."""
    query = st.text_input(t("methods.search"), placeholder=t("library.search_hint"), key="source_query")
    rows = pd.DataFrame([source_row(t, source) for source in store.release().sources.values()])
    found = rows[[matches(query, " ".join(map(str, row))) for row in rows.itertuples(index=False)]]
    st.caption(t("methods.sources_count"))
    if found.empty:
        show_none_found(t, query)
        return
    headings = {field: t(f"library.{field}") for field in map(str, rows)}
    linked_table(found, headings, link="address", word=t("library.open"), missing=t("library.unknown"))


def source_row(t: Text, source: Source) -> dict[str, str]:
    """A source as the table of sources tells it."""
    told = {"publisher": publisher(t, source), "title": title(t, source), "year": year(t, source)}
    return told | {"address": source.address}


def show_release(t: Text) -> None:
    """Which release this is, what is in it, and what changed."""
    release = store.release()
    figures = int(release.observations["value"].notna().sum())
    show_definitions(
        [
            (t("methods.release_id"), release.info.id),
            (t("methods.version"), release.info.version),
            (t("methods.date"), release.info.date),
            (t("methods.figures"), t.number(figures)),
            (t("methods.indicators"), t.number(len(release.catalogue))),
            (t("methods.sources"), t.number(len(release.sources))),
            (t("methods.files"), ", ".join(release.info.files)),
        ]
    )
    st.header(t("methods.changes"), anchor=False)
    show_definitions((change.date, t(f"change.{change.code}")) for change in release.info.changes)


def show_glossary(t: Text) -> None:
    """The official and statistical terms, by group; found by any word of a term or its meaning."""
    query = st.text_input(t("methods.search_terms"), key="glossary_query")
    groups = store.release().programme["glossary"]["group"]
    told = {group["code"]: [term(t, code) for code in group["terms"]] for group in groups}
    found = {group: [each for each in terms if matches(query, " ".join(each))] for group, terms in told.items()}
    if not any(found.values()):
        show_none_found(t, query)
    for group, terms in found.items():
        if terms:
            st.header(t(f"glossary_group.{group}"), anchor=False)
            show_definitions(terms)


def term(t: Text, code: str) -> tuple[str, str]:
    """A term and what it means."""
    return t(f"glossary.{code}.term"), t(f"glossary.{code}.meaning")


def show_licences(t: Text) -> None:
    """Licences and attributions of data, boundaries, fonts and software."""
    st.markdown(t("licence.lead"))
    for group in ("source", "boundaries", "code"):
        st.header(t(f"licence.group.{group}"), anchor=False)
        codes = t.under(f"licence.{group}")
        show_definitions((t(f"licence.{group}.{code}.name"), t(f"licence.{group}.{code}.text")) for code in codes)


SECTIONS: dict[str, Callable[[Text], None]] = {
    "prose": show_rules,
    "indicators": show_indicators,
    "sources": show_sources,
    "release": show_release,
    "glossary": show_glossary,
    "licences": show_licences,
}
