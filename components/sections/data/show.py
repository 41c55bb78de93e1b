"""The table builder on the screen: what was chosen, the first rows, and the files."""

from functools import partial

import pandas as pd
import streamlit as st

from components import store
from components.downloads.tables.formats import Offered, offer_table
from components.downloads.tables.measures import measures_in
from components.downloads.tables.table import citation_of, show_citation, table_of
from components.exhibits.legend import states_present
from components.exports.tables.model import Table
from components.sections.data.choices import choose_query
from components.sections.data.described import Described, described
from components.sections.data.preview import ROWS, has_gaps, preview, row_count
from components.sections.data.query import Query, chosen_rows
from components.sections.data.sets import SERVICES
from components.sections.data.wide import wide_of
from components.widgets.notices import (
    show_demonstration,
    show_help,
    show_lines,
    show_notes,
    show_pills,
    show_small,
)
from components.wording.provenance import citation
from data import Release
from data.model.observations import source_ids
from data.model.service_counts import PART_OF_CYCLE
from i18n import Text

AT_MOST_NOTES = 6


def show_builder(t: Text) -> None:
    """The choices in the sidebar, and the table they make."""
    release = store.release()
    query, rows = choose_query(t, release)
    found = chosen_rows(release, rows, query)
    said = described(t, release, query, found)
    st.header(said.title, anchor=False)
    show_pills(said.filters)
    if found.empty:
        show_lines([t("desk.nothing")])
        return
    show_rows(t, release, query, found, said)
    offer_rows(t, release, query, found, said)
    if any(measure.sensitive_count for measure in measures_in(release, found)):
        show_help(t)


def show_rows(t: Text, release: Release, query: Query, rows: pd.DataFrame, said: Described) -> None:
    """How many rows there are, the first of them, what their states mean and where they come from."""
    if rows["kind"].eq("demonstration").any():
        show_demonstration(t)
    count = row_count(rows, query.shape)
    more = [t("desk.first", n=ROWS)] if count > ROWS else []
    show_small([" ".join([t.plural("desk.rows", count), *more])])
    if said.lacking:
        show_lines([t("desk.lacking", names=t.join(said.lacking))])
    st.table(preview(t, release, rows, query.shape), hide_index=True, alt=t("table.alt", title=said.title))
    marks = [words for _, words in states_present(t, rows)]
    marks += [t("desk.no_row_legend")] if query.shape == "wide" and has_gaps(rows) else []
    show_notes(t, note_codes(release, rows), at_most=AT_MOST_NOTES)
    if query.of_set == SERVICES:
        show_small([t("services.rounded"), t("services.not_additive")])
    cited = "; ".join(citation(t, release.sources[id]) for id in source_ids(rows["source"]))
    told = [" · ".join(marks), t("provenance.sources", sources=cited) if cited else ""]
    if any(told):
        show_small([line for line in told if line])


def note_codes(release: Release, rows: pd.DataFrame) -> list[str]:
    """The codes of the notes to the measures, then of those to single figures; services say theirs in the files."""
    measures = [code for measure in measures_in(release, rows) for code in measure.notes]
    figures = [code for codes in rows["note"].unique() for code in codes.split() if code != PART_OF_CYCLE]
    return list(dict.fromkeys((*measures, *figures)))


def offer_rows(t: Text, release: Release, query: Query, rows: pd.DataFrame, said: Described) -> None:
    """All rows in every format, and how to cite them."""
    long = partial(
        table_of,
        t,
        release,
        rows,
        title=said.title,
        caption=said.caption,
        filters=said.filters,
        address=said.address,
    )
    make = partial(made_wide, t, long) if query.shape == "wide" else long
    st.subheader(t("desk.take"), anchor=False)
    offer_table(t, Offered(make, said.stem, ("table", said.address), len(rows), long=long))
    sources = [release.sources[id] for id in source_ids(rows["source"])]
    show_citation(t, citation_of(t, release, title=said.title, sources=sources, address=said.address))


def made_wide(t: Text, long: partial[Table]) -> Table:
    """The table with its areas beside each other."""
    return wide_of(t, long())
