"""A file handed back: its record, or the one that its rows make, its tables and its text."""

from dataclasses import dataclass

import pandas as pd

from components.exports.codes import in_release
from components.exports.drawn_text import text_in
from components.exports.provenance.bounded import TooMuch
from components.exports.provenance.model import FIGURE, Provenance, figures_of
from components.exports.provenance.parsing import is_figure
from components.exports.provenance.problems import ProvenanceProblem
from components.exports.provenance.reading import LARGEST, kind_of, read_provenance
from components.exports.tables.reading import Found, is_csv, tables_in
from components.exports.tables.sdmx_names import NAMES, from_sdmx
from components.sections.data.check_tables import headings_of, language_of
from data.model.observations import KEY

LONGEST_RELEASE = 100  # signs
NUMBERS = ("value", "value_low", "value_upp", "n")


@dataclass(frozen=True)
class Handed:
    """`provenance`: what the file says of itself; `kind`: as its name should end; `edited`: its checksum is another;
    `by_rows`: it has no record, what is said is what its rows say; `text`: what a picture or document shows."""

    provenance: Provenance
    tables: tuple[Found, ...]
    kind: str = "csv"
    edited: bool = False
    by_rows: bool = False
    text: str = ""


def read_handed(content: bytes, name: str) -> Handed:
    """The file. Raises ProvenanceProblem and nothing else, whatever the bytes are."""
    if len(content) > LARGEST:
        raise ProvenanceProblem("too_large")
    try:
        if is_csv(content):
            tables = tables_in(content)
            return Handed(provenance_by_rows(tables[0]), tables, by_rows=True)
        try:
            provenance, edited = read_provenance(content, name), False
        except ProvenanceProblem as problem:
            if problem.found is None:
                raise
            provenance, edited = problem.found, True
        kind = kind_of(content)
        return Handed(provenance, tables_in(content), kind, edited, text=text_in(content, kind))
    except ProvenanceProblem:
        raise
    except TooMuch as fault:
        raise ProvenanceProblem("too_large") from fault
    # Parsers of other people meet bytes of anybody: whatever they raise, the file cannot be read.
    except Exception as fault:
        raise ProvenanceProblem("damaged") from fault


def provenance_by_rows(table: Found) -> Provenance:
    """What the rows of a CSV say: their release, language and figures. ProvenanceProblem: no table of the atlas."""
    found = table.rows.rename(columns=headings_of(table.rows.columns))
    is_sdmx = set(NAMES.values()) <= set(found.columns)
    releases = set(found.get("RELEASE" if is_sdmx else "release", ()))
    if len(releases) != 1 or len(str(*releases)) > LONGEST_RELEASE:
        raise ProvenanceProblem("no_provenance")
    rows = from_sdmx(found) if is_sdmx else found
    if set(FIGURE) <= set(rows.columns):
        rows = in_release(rows.astype(dict.fromkeys(KEY, "str")))
        numbers = {name: [number(cell, table.decimal) for cell in rows[name]] for name in NUMBERS}
        rows = rows.assign(**numbers)
    figures = figures_of(rows)
    if not all(map(is_figure, figures)):
        raise ProvenanceProblem("damaged")
    made_up = "kind" in rows and bool(rows["kind"].eq("demonstration").any())
    return Provenance(
        release=str(*releases),
        version="",
        rules={},
        view="",
        address="",
        language="" if is_sdmx else language_of(found),
        made="",
        title="",
        caption="",
        filters=(),
        method="",
        sources=(),
        licence="",
        demonstration=made_up,
        figures=figures,
    )


def number(cell: object, decimal: str) -> float:
    """The cell as a number; NaN where it is empty. ValueError: neither."""
    if isinstance(cell, str):
        return float(cell.replace(decimal, ".")) if cell else float("nan")
    return float("nan") if pd.isna(cell) else float(cell)  # type: ignore[call-overload, arg-type]
