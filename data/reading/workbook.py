"""Excel workbooks: one sheet of answers, and an XLSForm's sheets where they are in the same file."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
from python_calamine import SheetTypeEnum, SheetVisibleEnum

from data.model.errors import Problem, SourceError
from data.reading.cell_faults import Place, cell_faults
from data.reading.form_words import labelled
from data.reading.grid import table_from_grid
from data.reading.raw_table import RawTable, text_of
from data.reading.sheets import Rows, Sheet, Wanted, choose, told
from data.reading.xlsform import read_form

_MOST_CELLS = 50_000_000


def read_workbook(path: Path, wanted: Wanted) -> RawTable:
    """The rows of the sheet of answers; dates in ISO form, cells in error as the sheet shows them (#N/A).

    The labels of an XLSForm (sheets `survey` and `choices`) in the same workbook become those of its columns.
    """
    sheets = _sheets(path)
    form = read_form({sheet.name: [cells for _, cells in sheet.rows] for sheet in sheets})
    chosen = choose(path.name, sheets, form, wanted)
    return labelled(table_from_grid(path.name, chosen.name, chosen.rows, told(chosen, sheets, form)), form)


def _sheets(path: Path) -> list[Sheet]:
    """Every sheet of cells, in the workbook's order."""
    try:
        with pd.ExcelFile(path, engine="calamine") as book, ZipFile(path) as parts:
            faults = cell_faults(parts)
            return [
                Sheet(
                    sheet.name,
                    _filled(
                        pd.read_excel(book, sheet_name=sheet.name, header=None, dtype=object, na_filter=False),
                        faults.get(sheet.name, {}),
                    ),
                    sheet.visible == SheetVisibleEnum.Visible,
                )
                for sheet in book.book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    # Whatever a library stumbles over, the steward learns which file and that it is damaged.
    except Exception as error:
        found = f"a truncated or damaged one, or another kind of ZIP archive ({error})"
        raise SourceError([Problem(path.name, 0, "", "a workbook (.xlsx) that is whole", found)]) from error


def _filled(frame: pd.DataFrame, faults: Mapping[Place, str]) -> Rows:
    height = max([len(frame), *(row + 1 for row, _ in faults)])
    width = max([frame.shape[1], *(column + 1 for _, column in faults)])
    if height * width > _MOST_CELLS:
        raise ValueError(f"{height} rows and {width} columns")
    cells = frame.reindex(index=range(height), columns=range(width), fill_value="")
    for (row, column), text in faults.items():
        cells.iat[row, column] = text
    numbered = enumerate(cells.itertuples(index=False, name=None), start=1)
    return [(number, own) for number, own in numbered if any(text_of(cell) for cell in own)]
