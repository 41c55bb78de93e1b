"""A table to take away: rows in words with everything needed to read them, out of one release and without a session."""

import datetime
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.downloads.tables.measures import measure_notes, measures_in
from components.downloads.tables.worded_rows import worded_rows
from components.exports.provenance.model import Provenance, figures_of
from components.exports.tables.model import SourceNote, Table
from components.exports.tables.words import WORDS
from components.widgets.copying import show_copy
from components.widgets.notices import show_lines, show_small
from components.wording.provenance import citation, interval_method, publisher
from components.wording.provenance import title as title_of
from data import Release, Source
from data.model.observations import STATUSES, source_ids
from i18n import Text


def table_of(
    t: Text,
    release: Release,
    rows: pd.DataFrame,
    *,
    title: str,
    caption: str,
    filters: Sequence[str],
    view: str = "",
    address: str = "",
) -> Table:
    """The rows (observation columns, of one or several measures; `side` may stand beside them), in their order.

    `view` is the code of the view, `address` opens the same rows again. Nothing is read but the arguments, so a button
    may make the table when the page is gone.
    """
    told = worded_rows(t, release, rows)
    measures = measures_in(release, rows)
    sources = [release.sources[id] for id in source_ids(rows["source"])]
    return Table(
        rows=told,
        headings={column: t(f"file_heading.{column}") for column in told.columns},
        title=title,
        caption=caption,
        filters=tuple(filters),
        measures=measure_notes(t, release, measures),
        sources=source_notes(t, sources),
        states=tuple((code, t(f"state.{code}.name"), t(f"file_state.{code}")) for code in STATUSES),
        words={key: t(f"file.{key}") for key in WORDS},
        citation=citation_of(t, release, title=title, sources=sources, address=address),
        licence=t("download.licence"),
        provenance=Provenance(
            release=release.info.id,
            version=release.info.version,
            rules=release.info.rules,
            view=view,
            address=address,
            language=t.language,
            made=datetime.date.today().isoformat(),
            title=title,
            caption=caption,
            filters=tuple(filters),
            method=" ".join(dict.fromkeys(interval_method(measure) for measure in measures)),
            sources=tuple(source.id for source in sources),
            licence=t("download.licence"),
            demonstration=bool(rows["kind"].eq("demonstration").any()),
            figures=figures_of(rows),
        ),
        meanings={column: t(f"file_meaning.{column}") for column in told.columns},
    )


def source_notes(t: Text, sources: Sequence[Source]) -> tuple[SourceNote, ...]:
    """The sources as files cite them."""
    return tuple(
        SourceNote(
            id=source.id,
            citation=citation(t, source),
            address=source.address,
            publisher=publisher(t, source),
            title=title_of(t, source),
            year=source.year,
        )
        for source in sources
    )


def citation_of(t: Text, release: Release, *, title: str, sources: Sequence[Source], address: str) -> str:
    """Title, publications, and this atlas with its release and the address that opens the same again."""
    cited = "; ".join(citation(t, source) for source in sources)
    return t("download.cite", title=title, sources=cited, release=release.info.id, address=address)


def show_citation(t: Text, cited: str) -> None:
    """The citation, a button that copies it, and whose the figures are."""
    st.subheader(t("download.citation"), anchor=False)
    show_lines([cited])
    show_copy(t("files.copy_citation"), cited, done=t("files.citation_copied"), key="copy_citation")
    show_small([t("download.licence")])
