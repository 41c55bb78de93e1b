"""Facts about services as rows of a table, each with its source."""

import html
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components import store
from components.exhibits.services_words import linked_sources, notes, provider_names, where
from components.widgets.tables import show_definitions, show_table
from data.model.dimensions import FOCUS
from data.model.frames import rows_of
from data.services.presence.table import NATIONWIDE
from i18n import Text

FIELDS = ("service", "where", "state", "provider", "period", "source", "note")


def show_cell_facts(t: Text, cycle: str) -> None:
    """Every fact behind the matrix's cells of a cycle, whole-country facts included, in a list that opens."""
    presence = store.release().services.presence
    told = presence[presence["cycle"].eq(cycle) & presence["source"].ne("") & ~repeated(presence)]
    with st.expander(t.plural("services.facts", len(told))):
        show_table(
            [fact_row(t, row) for row in rows_of(told)], {field: t(f"service_field.{field}") for field in FIELDS}
        )


def show_meanings(t: Text) -> None:
    """What each service is, in a list that opens."""
    with st.expander(t("services.meanings")):
        codes = store.release().services.catalogue
        show_definitions((t(f"service.{code}.name"), t(f"service.{code}.text")) for code in codes)


def fact_row(t: Text, row: Mapping[str, str]) -> dict[str, str]:
    """One fact as cells of HTML."""
    plain = {
        "service": t(f"service.{row['service']}.name"),
        "where": where(t, (row["area"],), row["place"]),
        "state": t(f"service_state.{row['state']}"),
        "provider": provider_names(t, row["provider"]),
        "period": t.period(row["period"]),
        "note": notes(t, row["note"]),
    }
    return {key: html.escape(words) for key, words in plain.items()} | {"source": linked_sources(t, row["source"])}


def repeated(presence: pd.DataFrame) -> pd.Series:
    """Which rows say of one county what stands there for the whole country too."""
    nationwide = presence["note"].str.split().map(lambda codes: NATIONWIDE in codes)
    return nationwide & presence["area"].isin(FOCUS)


def facts_of(presence: pd.DataFrame) -> pd.DataFrame:
    """The facts that the table of presence was made of, once each: its columns without `cycle`, with `start`, `end`."""
    told = presence[presence["source"].ne("") & ~repeated(presence)]
    facts = told.drop(columns="cycle").drop_duplicates(ignore_index=True)
    bounds = facts["period"].str.partition("/")
    return facts.assign(start=bounds[0], end=bounds[2].where(bounds[1].ne(""), bounds[0]))
