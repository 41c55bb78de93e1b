"""The services page's tables to take away: made of captured rows, without a session."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components.downloads.tables.table import citation_of, source_notes, table_of
from components.exhibits.services_presence import presence_headings, presence_meanings
from components.exhibits.services_rates import IN_FILES
from components.exports.provenance.model import Provenance
from components.exports.tables.model import Table
from components.exports.tables.words import WORDS
from data import Release, Source
from data.model.observations import source_ids
from data.model.services import STATES
from i18n import Text


@dataclass(frozen=True)
class Told:
    """What a table says of itself: title, caption, choices in words; the code and the address of its view, if any."""

    title: str
    caption: str
    filters: tuple[str, ...]
    view: str = ""
    address: str = ""


def presence_table(t: Text, release: Release, rows: pd.DataFrame, told: Told) -> Table:
    """Rows of the table of presence (components.exhibits.services_presence) with everything needed to read them."""
    sources = [release.sources[code] for code in source_ids(rows["source"])]
    return Table(
        rows=rows,
        headings=presence_headings(t),
        title=told.title,
        caption=told.caption,
        filters=told.filters,
        measures=(),
        sources=source_notes(t, sources),
        states=tuple((code, t(f"service_state.{code}"), t(f"service_state.long.{code}")) for code in STATES),
        words={key: t(f"file.{key}") for key in WORDS},
        citation=citation_of(t, release, title=told.title, sources=sources, address=told.address),
        licence=t("download.licence"),
        provenance=Provenance(
            release=release.info.id,
            version=release.info.version,
            rules=release.info.rules,
            view=told.view,
            address=told.address,
            language=t.language,
            made=datetime.date.today().isoformat(),
            title=told.title,
            caption=told.caption,
            filters=told.filters,
            method="count",
            sources=tuple(source.id for source in sources),
            licence=t("download.licence"),
            demonstration=False,
            figures=(),
        ),
        meanings=presence_meanings(t),
    )


def people_table(t: Text, release: Release, rows: pd.DataFrame, told: Told, sources: Sequence[Source] = ()) -> Table:
    """Observations of people reached; with columns of a rate also what the map shows, and `sources` behind those."""
    table = table_of(t, release, rows, **vars(told))
    rates = [column for column in IN_FILES if column in rows]
    if not rates:
        return table
    return replace(
        table,
        rows=table.rows.join(rows.loc[:, rates]),
        headings={**table.headings, **{column: t(f"rate_column.{column}") for column in rates}},
        meanings={**table.meanings, **{column: t(f"rate_meaning.{column}") for column in rates}},
        sources=source_notes(t, sources),
        citation=citation_of(t, release, title=told.title, sources=sources, address=told.address),
        provenance=replace(table.provenance, sources=tuple(source.id for source in sources)),
    )
