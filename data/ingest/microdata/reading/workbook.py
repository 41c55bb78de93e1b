"""Excel workbooks: one sheet of answers, and an XLSForm's sheets where they are in the same file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.ingest.microdata.raw_table import RawTable, text_of
from data.ingest.microdata.reading.grid import table_from_grid
from data.ingest.microdata.reading.xlsform import labelled, read_form
from data.model.errors import Problem, SourceError

Rows = list[tuple[int, Sequence[Any]]]


def read_workbook(path: Path) -> RawTable:
    """The rows of the first sheet that is neither empty nor a form's; dates in ISO form, cells in error as empty.

    The labels of an XLSForm (sheets `survey` and `choices`) in the same workbook become those of its columns.
    """
    sheets = _sheets(path)
    form = read_form({name: [cells for _, cells in rows] for name, rows in sheets.items()})
    answers = [name for name, rows in sheets.items() if rows and name not in form.sheets]
    if not answers:
        found = f"only the form's sheets ({', '.join(form.sheets)})" if form.sheets else "an empty workbook"
        raise SourceError([Problem(path.name, 0, "", "a sheet of answers", found)])
    return labelled(table_from_grid(path.name, answers[0], sheets[answers[0]]), form)


def _sheets(path: Path) -> dict[str, Rows]:
    """The rows of every sheet that are not empty, each with its number."""
    try:
        with pd.ExcelFile(path, engine="calamine") as book:
            frames = {
                str(name): pd.read_excel(book, sheet_name=name, header=None, dtype=object, na_filter=False)
                for name in book.sheet_names
            }
    # Whatever the library stumbles over, the steward learns which file and that it is damaged.
    except Exception as error:
        found = f"a truncated or damaged one, or another kind of ZIP archive ({error})"
        raise SourceError([Problem(path.name, 0, "", "a workbook (.xlsx) that is whole", found)]) from error
    return {name: _filled(frame) for name, frame in frames.items()}


def _filled(frame: pd.DataFrame) -> Rows:
    numbered = enumerate(frame.itertuples(index=False, name=None), start=1)
    return [(number, cells) for number, cells in numbered if any(text_of(cell) for cell in cells)]
