"""A table as SDMX-CSV 2.0: codes only, one row an observation."""

from typing import Final

import pandas as pd

from components.exports.csv import view_csv
from components.exports.tables.model import Table
from components.exports.tables.sdmx_names import to_sdmx
from data.model.observations import KEY

STRUCTURE: Final = "dataflow"
STRUCTURE_ID: Final = "HARTA_TQNJ:OBSERVATIONS(1.0.0)"  # the shape of our rows; raised when a column changes
# Units that SDMX's own list has; others are our codes in capitals.
UNITS: Final = {"percent": "PT", "persons": "PS"}
ACTION: Final = "I"  # information: to be read, not a change to somebody's database


def sdmx_csv_of(table: Table) -> bytes:
    """The observations as UTF-8 without a byte order mark (readers look for STRUCTURE at the very start), with unit,
    decimals, cited sources and release as further attributes. A row shown twice is one observation.

    ValueError: the table's rows are no observations. KeyError: they have no column `unit_code`.
    """
    named = sdmx_rows(table)
    return view_csv(named, columns=list(named.columns), bom=False)


def sdmx_rows(table: Table) -> pd.DataFrame:
    """The observations in the columns of the file. Raises as `sdmx_csv_of`."""
    if not table.has_observations:
        raise ValueError("a table in another form than one row a figure has no SDMX form")
    rows = table.rows.drop_duplicates(list(KEY))
    cited = {source.id: source.citation for source in table.sources}
    named = to_sdmx(rows).assign(
        UNIT_MEASURE=[UNITS.get(code, code.upper()) for code in rows["unit_code"]],
        DECIMALS=table.decimals_of(rows),
        SOURCE_CITATION=["; ".join(cited.get(id, id) for id in cell.split()) for cell in rows["source"]],
        RELEASE=table.provenance.release,
    )
    named.insert(0, "STRUCTURE", STRUCTURE)
    named.insert(1, "STRUCTURE_ID", STRUCTURE_ID)
    named.insert(2, "ACTION", ACTION)
    return named
