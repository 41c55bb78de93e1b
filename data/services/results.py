"""The results folder: the protected table of the imported records, as git keeps it."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.errors import Problem, SourceError
from data.model.frames import typed
from data.model.service_counts import AGES, ALL, COUNTS, COUNTS_KEY, GENDERS, GROUPS, PART_OF_CYCLE, SERVICE_CYCLES
from data.services.records.form import RecordsCodebook

TABLE: Final = "service_counts.parquet"
ABOUT: Final = "records.json"
_ORDER: Final = (ALL, FOUR_COUNTIES, *GROUPS, *FOCUS, *GENDERS, *AGES, *SERVICE_CYCLES)
_ARROW: Final = {"str": pa.string(), "Int64": pa.int64()}


def labelled(table: pd.DataFrame, codebook: RecordsCodebook) -> pd.DataFrame:
    """A protected table with the columns of COUNTS: whose figures they are, and which cycles are covered in part."""
    partly = {cycle: "" if codebook.covers(cycle) else PART_OF_CYCLE for cycle in codebook.cycles}
    kind = "demonstration" if codebook.synthetic else "computed"
    rows = table.assign(kind=kind, source=codebook.source, note=table["cycle"].map(partly))
    return typed(rows.sort_values(list(COUNTS_KEY), key=_place), COUNTS)


def _place(codes: pd.Series) -> pd.Series:
    """Totals first, then as the closed lists have them."""
    return codes.map({code: place for place, code in enumerate(_ORDER)})


def write_results(counts: pd.DataFrame, period: str, folder: Path) -> None:
    """The table and its period, into an existing folder; same contents, same bytes. Never a true count."""
    schema = pa.schema([(column, _ARROW[dtype]) for column, dtype in COUNTS.items()])
    table = pa.Table.from_pandas(counts, schema=schema, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(table, folder / TABLE, compression="zstd")
    about = json.dumps({"period": period}, ensure_ascii=False, indent=1)
    (folder / ABOUT).write_text(about + "\n", encoding="utf-8", newline="\n")


def read_results(folder: Path, sources: Collection[str] | None = None) -> tuple[pd.DataFrame, str] | None:
    """The table (columns of COUNTS) and its period; None where nothing was imported.

    SourceError: the two files do not make one whole result, or (where `sources` are given) its source is unknown.
    """
    present = [name for name in (TABLE, ABOUT) if (folder / name).exists()]
    if not present:
        return None
    try:
        period = json.loads((folder / ABOUT).read_text(encoding="utf-8"))["period"]
        counts = typed(pd.read_parquet(folder / TABLE), COUNTS)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        expected = f"{TABLE} and {ABOUT} as the import writes them (import the records again)"
        raise SourceError(
            [Problem("services/results", 0, "", expected, f"only {' and '.join(present)} or damaged")]
        ) from None
    unknown = sorted(set(counts["source"]) - set(sources)) if sources is not None else []
    if unknown:
        raise SourceError([Problem(TABLE, 0, "source", "an id in sources.csv", each) for each in unknown])
    return counts, period
