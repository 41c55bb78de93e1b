"""A view's rows as CSV: what the screen shows, row for row."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.exports.cells import safe_text


def view_csv(
    frame: pd.DataFrame,
    *,
    columns: Sequence[str] | Mapping[str, str],
    separator: str = ",",
    decimal: str = ".",
    bom: bool = True,
) -> bytes:
    """The frame's rows, in its order, as UTF-8 CSV with these columns (a mapping also gives their headings).

    Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers are untouched, an empty
    figure is an empty cell. `bom` lets Excel recognise UTF-8.
    KeyError: a column the frame does not have. ValueError: one mark for both separator and decimal.
    """
    if separator == decimal:
        raise ValueError(f"{separator!r} cannot both separate cells and mark decimals")
    table = frame.loc[:, list(columns)].infer_objects()  # figures in a column of objects are figures too
    for name in table.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            table[name] = table[name].map(safe_text)
    headings = list(columns.values()) if isinstance(columns, Mapping) else list(columns)
    table.columns = pd.Index([safe_text(heading) for heading in headings])
    written = table.to_csv(index=False, sep=separator, decimal=decimal, lineterminator="\r\n")
    return written.encode("utf-8-sig" if bom else "utf-8")
