"""SPSS and Stata files, with the labels and the missing values they declare."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

from data.model.errors import Problem, SourceError
from data.reading.calendar import Moment, spss_moment, stata_moment
from data.reading.raw_table import RawTable, as_text, composed, text_of, unclear_cells

# ë, ç, Ë, Ç in the Windows encodings: left alone at the end of an SPSS text, the library drops such a byte silently.
_ALBANIAN_BYTES = b"\xeb\xe7\xcb\xc7"
_STATA_START, _STATA_END = b"<stata_dta>", b"</stata_dta>"
_UTF8 = "text in the encoding that the file names (save it again in Unicode mode)"


def read_spss(path: Path) -> RawTable:
    """The cases of a .sav or .zsav file; values declared missing are kept and named in `missing`."""
    frame, meta = _read(pyreadstat.read_sav, path, "an SPSS file")
    if (meta.file_encoding or "").upper().replace("-", "") == "UTF8":
        _refuse_dropped_bytes(path)
    moments = {
        column: moment for column, format in meta.original_variable_types.items() if (moment := spss_moment(format))
    }
    missing = {
        column: tuple(
            dict.fromkeys(
                _text(value, moments.get(column))
                for each in ranges
                for value in _declared(each, frame[column], meta, column)
            )
        )
        for column, ranges in meta.missing_ranges.items()
    }
    return _table(path, frame, meta, missing, moments)


def read_stata(path: Path) -> RawTable:
    """The cases of a .dta file; the extended missing values found are kept as `.a` to `.z` and named in `missing`."""
    frame, meta = _read(pyreadstat.read_dta, path, "a Stata file")
    # The labels stand last and their loss goes unnoticed: since 2013 a closing mark tells whether anything is missing.
    content = path.read_bytes()
    if content.startswith(_STATA_START) and not content.rstrip(b"\0\r\n").endswith(_STATA_END):
        raise _problem(path, "a Stata file that is whole", "a truncated or damaged one (its end is missing)")
    letters = {column: set(found) for column, found in meta.missing_user_values.items()}
    if letters:
        # Read with these letters, a plain missing value of a whole-number column may come back as 0: take it from here.
        plain, _ = pyreadstat.read_dta(path, disable_datetime_conversion=True)
        marked = {column: "." + frame[column].where(frame[column].isin(found)) for column, found in letters.items()}
        frame = plain.assign(**{column: cells.fillna(plain[column]) for column, cells in marked.items()})
    missing = {column: tuple(f".{letter}" for letter in sorted(found)) for column, found in letters.items()}
    moments = {
        column: moment for column, format in meta.original_variable_types.items() if (moment := stata_moment(format))
    }
    return _table(path, frame, meta, missing, moments)


def _read(reader: Callable[..., tuple[pd.DataFrame, Any]], path: Path, kind: str) -> tuple[pd.DataFrame, Any]:
    try:
        # Days that no calendar holds would end the library's own conversion, in whatever column they stand.
        frame, meta = reader(path, user_missing=True, disable_datetime_conversion=True)
    except UnicodeDecodeError as error:
        raise _problem(path, _UTF8, f"byte 0x{error.object[error.start]:02x}") from error
    # Whatever else the library stumbles over, the steward learns which file and that it is damaged.
    except Exception as error:
        if "convert string" in str(error):
            raise _problem(path, _UTF8, "bytes that are none") from error
        raise _problem(path, f"{kind} that is whole", f"a truncated or damaged one ({error})") from error
    if frame.empty:
        found = "no case" if len(frame.columns) else "no variable"
        raise _problem(path, "at least one case of at least one variable", found)
    return frame, meta


def _table(
    path: Path,
    frame: pd.DataFrame,
    meta: Any,
    missing: dict[str, tuple[str, ...]],
    moments: dict[str, Moment],
) -> RawTable:
    stata = path.suffix.lower() == ".dta"
    return RawTable(
        file=path.name,
        sheet="",
        first_row=1,
        values=pd.DataFrame(
            {composed(column): _texts(frame[column], moments.get(column)) for column in map(str, frame)}, dtype="str"
        ),
        labels={composed(column): composed(label) for column, label in meta.column_names_to_labels.items() if label},
        value_labels={
            composed(column): {
                # The letter of an extended missing value, the only text there is in Stata, gets its dot back.
                f".{value}" if stata and isinstance(value, str) else _text(value, moments.get(column)): composed(label)
                for value, label in labels.items()
            }
            for column, labels in meta.variable_value_labels.items()
        },
        missing={composed(column): values for column, values in missing.items()},
        unclear={
            composed(column): found for column in map(str, frame) if (found := unclear_cells(frame[column].tolist()))
        },
        read_as=f"one a case, text in {meta.file_encoding or 'an encoding not named'}",
    )


def _texts(cells: pd.Series, moment: Moment | None) -> Any:
    return as_text(cells) if moment is None else as_text([_text(cell, moment) for cell in cells])


def _text(value: Any, moment: Moment | None) -> str:
    """A value as text, a count of days or seconds as the day or time it means."""
    return text_of(value if moment is None or isinstance(value, str) else moment(value))


def _declared(span: dict[str, Any], cells: pd.Series, meta: Any, column: str) -> list[Any]:
    """The values of one declaration; of a span those that occur in the column or have a label."""
    low, high = span["lo"], span["hi"]
    if low == high:
        return [low]
    known = {*cells.dropna().unique(), *meta.variable_value_labels.get(column, {})}
    return sorted(value for value in known if low <= value <= high)


def _refuse_dropped_bytes(path: Path) -> None:
    """SourceError where a text ends in a byte of another encoding, which reading as UTF-8 drops without a word."""
    frame, meta = pyreadstat.read_sav(path, encoding="ISO-8859-1", user_missing=True, disable_datetime_conversion=True)
    texts = [(column, text) for column, text in meta.column_names_to_labels.items() if text]
    texts += [(column, text) for column, labels in meta.variable_value_labels.items() for text in labels.values()]
    for column in frame.columns:
        texts += [(column, text) for text in frame[column].dropna().unique() if isinstance(text, str)]
    for column, text in texts:
        last = text.rstrip().encode("latin-1", errors="ignore")[-1:]
        if last and last in _ALBANIAN_BYTES:
            raise _problem(path, _UTF8, f"byte 0x{last.hex()} at the end of a text", column)


def _problem(path: Path, expected: str, found: str, column: str = "") -> SourceError:
    return SourceError([Problem(path.name, 0, column, expected, found)])
