"""The page's tables as files: made only when their button is clicked."""

from functools import partial

import pandas as pd
import streamlit as st

from components import store
from components.card.download_tab import offer_file
from components.exports.csv import view_csv
from components.notices import show_lines, show_small
from components.services.reached import row_name
from components.services.words import citations, is_demonstration, notes, provider_names, too_few
from i18n import Text

PRESENCE = (
    "service", "service_name", "area", "area_name", "cycle", "state", "state_name", "provider", "provider_name",
    "place", "place_name", "period", "note", "note_name", "source", "source_name", "release", "demonstration",
)  # fmt: skip
COUNTS = (
    "service", "service_name", "area", "area_name", "gender", "gender_name", "age", "age_name", "cycle", "value",
    "value_name", "status", "reason", "note", "kind", "source", "source_name", "release", "demonstration",
)  # fmt: skip


def show_downloads(t: Text) -> None:
    """A button for where services are attested, and one for the people reached where there are records."""
    info, services = store.release().info, store.release().services
    show_lines([t("services.download_lead")])
    with st.container(horizontal=True):
        offer_file(t("services.presence_csv"), partial(presence_csv, t), f"sherbimet-{info.id}.csv", "text/csv")
        if not services.counts.empty:
            offer_file(t("services.counts_csv"), partial(counts_csv, t), f"te-arritur-{info.id}.csv", "text/csv")
    show_small([t("provenance.release", release=info.id), t("download.licence")])


def presence_csv(t: Text) -> bytes:
    """Every row of the table of presence with its words, source and release; nothing in it is made up."""
    rows = store.release().services.presence
    worded = rows.assign(
        service_name=rows["service"].map(lambda code: t(f"service.{code}.name")),
        area_name=rows["area"].map(t.area),
        state_name=rows["state"].map(lambda code: t(f"service_state.{code}")),
        provider_name=rows["provider"].map(lambda codes: provider_names(t, codes) if codes else ""),
        place_name=rows["place"].map(lambda code: t(f"municipality.{code}") if code else ""),
        note_name=rows["note"].map(lambda codes: notes(t, codes)),
        source_name=rows["source"].map(lambda codes: citations(t, codes)),
    )
    return written(worded, PRESENCE, t, made_up=False)


def counts_csv(t: Text) -> bytes:
    """Every published count of people reached; a hidden one keeps its row and its one mark."""
    services = store.release().services
    rows = services.counts
    names = {f"{by}_name": rows[by].map(partial(row_name, t, by)) for by in ("service", "area", "gender", "age")}
    worded = rows.assign(
        **names,
        value_name=[t.number(value) if pd.notna(value) else too_few(t) for value in rows["value"]],
        source_name=rows["source"].map(lambda codes: citations(t, codes)),
    )
    return written(worded, COUNTS, t, made_up=is_demonstration(services))


def written(rows: pd.DataFrame, columns: tuple[str, ...], t: Text, *, made_up: bool) -> bytes:
    """The rows as CSV with the release they stand in and, on each, whether it is made up to demonstrate."""
    word = t("kind.demonstration") if made_up else t("services.no_demonstration")
    marked = rows.assign(release=store.release().info.id, demonstration=word)
    headings = {column: t(f"service_column.{column}") for column in columns}
    return view_csv(marked, columns=headings)
