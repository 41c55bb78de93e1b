"""The data files of a release folder: what they hold, how they are written and read back."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.model import differences, observations
from data.model.catalogue import Indicator
from data.model.frames import typed
from data.model.provenance import Source

TABLES: Final = {"observations.parquet": observations.DTYPES, "differences.parquet": differences.DTYPES}
DOCUMENTS: Final = ("catalogue.json", "sources.json", "programme.json")
FILES: Final = (*TABLES, *DOCUMENTS)

_ARROW: Final = {"str": pa.string(), "float64": pa.float64(), "Int64": pa.int64()}


@dataclass(frozen=True)
class Contents:
    """Everything a release says, without its description."""

    observations: pd.DataFrame
    differences: pd.DataFrame
    catalogue: dict[str, Indicator]
    sources: dict[str, Source]
    programme: dict[str, dict[str, Any]]


def write_contents(folder: Path, contents: Contents) -> dict[str, int]:
    """The data files, written into an existing folder: rows (or entries) by file name.

    Same contents, same bytes.
    """
    _write_table(folder / "observations.parquet", contents.observations)
    _write_table(folder / "differences.parquet", contents.differences)
    _write_document(folder / "catalogue.json", [asdict(each) for each in contents.catalogue.values()])
    _write_document(folder / "sources.json", [asdict(each) for each in contents.sources.values()])
    _write_document(folder / "programme.json", contents.programme)
    lengths = (
        len(contents.observations),
        len(contents.differences),
        len(contents.catalogue),
        len(contents.sources),
        len(contents.programme),
    )
    return dict(zip(FILES, lengths, strict=True))


def read_contents(folder: Path) -> Contents:
    """What the data files hold; the caller has checked that they are the described ones."""
    return Contents(
        observations=typed(pd.read_parquet(folder / "observations.parquet"), observations.DTYPES),
        differences=typed(pd.read_parquet(folder / "differences.parquet"), differences.DTYPES),
        catalogue={each["code"]: _indicator(each) for each in _read_document(folder / "catalogue.json")},
        sources={each["id"]: Source(**each) for each in _read_document(folder / "sources.json")},
        programme=_read_document(folder / "programme.json"),
    )


def arrow_schema(dtypes: dict[str, str]) -> pa.Schema:
    """The Parquet schema of a table with these columns."""
    return pa.schema([(column, _ARROW[dtype]) for column, dtype in dtypes.items()])


def _write_table(path: Path, frame: pd.DataFrame) -> None:
    dtypes = TABLES[path.name]
    # Without pandas' own metadata: it would tie the bytes to a pandas version.
    table = pa.Table.from_pandas(frame, schema=arrow_schema(dtypes), preserve_index=False)
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd")


def _write_document(path: Path, content: object) -> None:
    # A TOML date becomes its ISO text.
    text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _read_document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _indicator(entry: dict[str, Any]) -> Indicator:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Indicator(**values)
