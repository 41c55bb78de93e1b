"""The codes that files write in place of a release's own where a program would take those for something else.

`f` alone in a column is FALSE to R and DuckDB, `t` (the method) is TRUE, `15-19` and `2020-08` are dates to Excel, a
column of years or cycles is numbers here and text there. Ages follow SDMX's CL_AGE (`Y15T19`, `Y_GE18`), periods its
reporting periods (`2023-A1`, `2020-M08`, `2023-D261`; quarters, half-years and ranges are written so already). The way
back takes a release's own codes too: files taken away earlier have them.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

import pandas as pd

from components.exports.tables.sdmx_names import age_of, sdmx_age

GENDERS: Final = {"all": "all", "f": "female", "m": "male"}
METHODS: Final = {"t": "student_t"}
CYCLES: Final = {"0": "C0", "1": "C1", "2": "C2"}

_YEAR, _MONTH, _DAY = re.compile(r"(\d{4})"), re.compile(r"(\d{4})-(\d{2})"), re.compile(r"(\d{4})-\d{2}-\d{2}")
_A_YEAR, _A_MONTH = re.compile(r"(\d{4})-A1"), re.compile(r"(\d{4})-M(\d{2})")
_A_DAY = re.compile(r"(\d{4})-D(\d{3})")
_AGE, _Y_AGE = re.compile(r"\d+(-\d+|\+)"), re.compile(r"Y\d+T\d+|Y_GE\d+")

Code = Callable[[str], str]


def age_in_file(group: str) -> str:
    """`Y15T19` of `15-19`; `all`, and what is no age group, as it is."""
    return sdmx_age(group) if _AGE.fullmatch(group) else group


def age_in_release(code: str) -> str:
    """The age group of a code of `age_in_file`."""
    return age_of(code) if _Y_AGE.fullmatch(code) else code


def period_in_file(period: str) -> str:
    """`2023-A1` of `2023`, `2020-M08` of `2020-08`, `2023-D261` of a day; other periods as they are."""
    parts = period.split("/")
    is_range_of_years = len(parts) > 1 and all(map(_YEAR.fullmatch, parts))
    return period if is_range_of_years else "/".join(map(_part_in_file, parts))


def period_in_release(code: str) -> str:
    """The period of a code of `period_in_file`."""
    return "/".join(map(_part_in_release, code.split("/")))


def in_file(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their codes as files write them; columns without codes of ours untouched."""
    return _recoded(rows, _IN_FILE)


def in_release(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a release's codes, from a file's or from their own."""
    return _recoded(rows, _IN_RELEASE)


def gender_in_file(code: str) -> str:
    """`female` of `f`; what is no gender of ours as it is."""
    return GENDERS.get(code, code)


def gender_in_release(code: str) -> str:
    """`f` of `female`, and of `f`."""
    return _OWN_GENDERS.get(code, code)


def _recoded(rows: pd.DataFrame, codes: Mapping[str, Code]) -> pd.DataFrame:
    found = {column: code for column, code in codes.items() if column in rows}
    return rows.assign(**{column: [code(cell) for cell in rows[column]] for column, code in found.items()})


def _part_in_file(part: str) -> str:
    if match := _YEAR.fullmatch(part):
        return f"{match[1]}-A1"
    if match := _MONTH.fullmatch(part):
        return f"{match[1]}-M{match[2]}"
    if match := _DAY.fullmatch(part):
        return f"{match[1]}-D{date.fromisoformat(part).timetuple().tm_yday:03d}"
    return part


def _part_in_release(part: str) -> str:
    if match := _A_YEAR.fullmatch(part):
        return match[1]
    if match := _A_MONTH.fullmatch(part):
        return f"{match[1]}-{match[2]}"
    if match := _A_DAY.fullmatch(part):
        return (date(int(match[1]), 1, 1) + timedelta(days=int(match[2]) - 1)).isoformat()
    return part


def _inverse(codes: Mapping[str, str]) -> dict[str, str]:
    return {theirs: ours for ours, theirs in codes.items()}


def _by(codes: Mapping[str, str]) -> Code:
    return lambda code: codes.get(code, code)


_OWN_GENDERS: Final = _inverse(GENDERS)
_IN_FILE: Final[dict[str, Code]] = {
    "gender": gender_in_file,
    "age": age_in_file,
    "cycle": _by(CYCLES),
    "period": period_in_file,
    "method": _by(METHODS),
}
_IN_RELEASE: Final[dict[str, Code]] = {
    "gender": gender_in_release,
    "age": age_in_release,
    "cycle": _by(_inverse(CYCLES)),
    "period": period_in_release,
    "method": _by(_inverse(METHODS)),
}
