"""Opens a microdata file of any accepted kind."""

from collections.abc import Callable, Collection
from pathlib import Path

from data.model.errors import Problem, SourceError
from data.reading.delimited import read_delimited
from data.reading.file_kind import PROTECTED, SPSS, STATA, ZIP, file_kind
from data.reading.raw_table import RawTable
from data.reading.sheets import Wanted
from data.reading.statistical import read_spss, read_stata
from data.reading.workbook import read_workbook

# Ending of the name -> what the file must be by its first bytes ("" is text), and who reads it.
_READERS: dict[str, tuple[str, Callable[[Path, Wanted], RawTable]]] = {
    ".sav": (SPSS, lambda path, _: read_spss(path)),
    ".zsav": (SPSS, lambda path, _: read_spss(path)),
    ".dta": (STATA, lambda path, _: read_stata(path)),
    ".csv": ("", lambda path, _: read_delimited(path)),
    ".xlsx": (ZIP, read_workbook),
}
ACCEPTED = tuple(_READERS)
_EXPECTED = {SPSS: "a whole SPSS file", STATA: "a whole Stata file", ZIP: "a workbook (.xlsx)", "": "a CSV file"}


def read_file(path: Path, columns: Collection[str] = (), sheet: str = "") -> RawTable:
    """The file's rows as text with its own labels; SourceError says what is wrong with the file, and where.

    Of a workbook, the rows of `sheet`, or of the only sheet that can be meant: the one with these `columns`.
    """
    try:
        reader = _reader(path)
        if sheet and path.suffix.lower() != ".xlsx":
            raise _refusal(path, "a workbook (.xlsx), as a sheet is named", f"{path.suffix!r}")
        return reader(path, Wanted(sheet, columns))
    except OSError as error:
        raise _refusal(path, "a file that can be read", error.strerror or str(error)) from error


def _reader(path: Path) -> Callable[[Path, Wanted], RawTable]:
    """Who reads this file, once its name and its first bytes are right."""
    ending = path.suffix.lower()
    if path.is_dir():
        raise _refusal(path, "a file", "a folder")
    if not path.exists():
        raise _refusal(path, "a file", f"no file of this name in {path.parent.name or 'this folder'}")
    if ending not in _READERS:
        raise _refusal(path, f"a file ending in one of {', '.join(ACCEPTED)}", f"{path.suffix or 'no ending'!r}")
    expected, reader = _READERS[ending]
    if not path.stat().st_size:
        raise _refusal(path, _EXPECTED[expected], "an empty file")
    found = file_kind(path)
    if found == PROTECTED:
        raise _refusal(path, "a workbook without a password (save a copy without one)", PROTECTED)
    if found != expected:
        raise _refusal(path, _EXPECTED[expected], found or "a file of another kind, or a damaged one")
    return reader


def _refusal(path: Path, expected: str, found: str) -> SourceError:
    return SourceError([Problem(path.name, 0, "", expected, found)])
