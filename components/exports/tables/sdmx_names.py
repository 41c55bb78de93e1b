"""Our columns and codes as SDMX names them, in both directions.

Code lists of SDMX itself where there are any: CL_SEX, CL_AGE (`Y15T19`, `Y_GE18`), CL_OBS_STATUS, CL_CONF_STATUS, and
areas by ISO 3166-2 (`AL-4C`, the four counties, and `AL-PA`, the programme's area, are ours). A total is `_T`.
`OBS_CONF` says only that a hidden figure is not for publication (N), never whether it is hidden for its own sake or to
protect another. `STATUS_REASON` and `OBS_KIND` are ours: without them nobody could come back to our reasons and kinds.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from components.exports.tables.sdmx_periods import period_of, time_period
from data.model.frames import typed
from data.model.observations import DTYPES

TOTAL: Final = "_T"
NAMES: Final[dict[str, str]] = {
    "indicator": "INDICATOR",
    "answer": "ANSWER",
    "area": "REF_AREA",
    "gender": "SEX",
    "age": "AGE",
    "population": "ETHNIC_GROUP",
    "period": "TIME_PERIOD",
    "cycle": "CYCLE",
    "value": "OBS_VALUE",
    "value_low": "LOWER_BOUND",
    "value_upp": "UPPER_BOUND",
    "value_se": "STD_ERR",
    "n": "UNWGTD_SAMPL_SIZE",
    "deff": "DEFF",
    "df": "DF",
    "method": "CI_METHOD",
    "status": "OBS_STATUS",
    "reason": "STATUS_REASON",
    "kind": "OBS_KIND",
    "source": "DATA_SOURCE",
    "note": "OBS_FOOTNOTE",
}
DERIVED: Final = ("OBS_CONF", "SYNTHETIC")  # said by other columns; for readers who do not know our codes
STATUS: Final = {
    "ok": "A",  # normal value
    "unreliable": "U",  # low reliability
    "suppressed": "Q",  # missing value; suppressed
    "not_asked": "L",  # missing value; data exist but were not collected
    "not_applicable": "M",  # missing value; data cannot exist
    "no_data": "O",  # missing value
}
FREE, NOT_FOR_PUBLICATION = "F", "N"
GENDER: Final = {"all": TOTAL, "f": "F", "m": "M"}
POPULATION: Final = {"all": TOTAL, "roma": "ROMA"}

_BETWEEN, _FROM = re.compile(r"(\d+)-(\d+)"), re.compile(r"(\d+)\+")
_Y_BETWEEN, _Y_FROM = re.compile(r"Y(\d+)T(\d+)"), re.compile(r"Y_GE(\d+)")


def sdmx_age(group: str) -> str:
    """`Y15T19` of `15-19`, `Y_GE18` of `18+`. ValueError: no age group."""
    if group == "all":
        return TOTAL
    if match := _BETWEEN.fullmatch(group):
        return f"Y{match[1]}T{match[2]}"
    if match := _FROM.fullmatch(group):
        return f"Y_GE{match[1]}"
    raise ValueError(f"expected an age group like 15-19 or 18+, found {group!r}")


def age_of(code: str) -> str:
    """The age group of a code of `sdmx_age`. ValueError: no such code."""
    if code == TOTAL:
        return "all"
    if match := _Y_BETWEEN.fullmatch(code):
        return f"{match[1]}-{match[2]}"
    if match := _Y_FROM.fullmatch(code):
        return f"{match[1]}+"
    raise ValueError(f"expected an age like Y15T19 or Y_GE18, found {code!r}")


def sdmx_answer(answer: str) -> str:
    """The answer's own code; a single figure, without answers, is the total."""
    return TOTAL if answer == "all" else answer


def answer_of(code: str) -> str:
    """The answer of a code of `sdmx_answer`."""
    return "all" if code == TOTAL else code


def to_sdmx(rows: pd.DataFrame) -> pd.DataFrame:
    """Observations under SDMX names, in SDMX codes, with the columns of DERIVED. KeyError: a code without one."""
    there = {column: map(code, rows[column]) for column, code in _THERE.items()}
    named = rows.assign(**{column: list(codes) for column, codes in there.items()}).loc[:, list(NAMES)]
    return named.rename(columns=NAMES).assign(
        OBS_CONF=[NOT_FOR_PUBLICATION if status == "suppressed" else FREE for status in rows["status"]],
        SYNTHETIC=["Y" if kind == "demonstration" else "N" for kind in rows["kind"]],
    )


def from_sdmx(named: pd.DataFrame) -> pd.DataFrame:
    """Observations as in a release, from what `to_sdmx` made or a reader of its file gives as text.

    KeyError: a column or code of no observation. ValueError: a cell that is no number, age or period.
    """
    rows = named.loc[:, list(NAMES.values())].set_axis(list(NAMES), axis="columns")
    for column, code in _BACK.items():
        rows[column] = [code(cell) for cell in rows[column]]
    for column, dtype in DTYPES.items():
        if dtype != "str":
            rows[column] = pd.to_numeric(rows[column].replace("", None))
    return typed(rows, DTYPES)


def _inverse(codes: Mapping[str, str]) -> Callable[[str], str]:
    return {code: ours for ours, code in codes.items()}.__getitem__


_THERE: Final[dict[str, Callable[[str], str]]] = {
    "answer": sdmx_answer,
    "gender": GENDER.__getitem__,
    "age": sdmx_age,
    "population": POPULATION.__getitem__,
    "period": time_period,
    "status": STATUS.__getitem__,
}
_BACK: Final[dict[str, Callable[[str], str]]] = {
    "answer": answer_of,
    "gender": _inverse(GENDER),
    "age": age_of,
    "population": _inverse(POPULATION),
    "period": period_of,
    "status": _inverse(STATUS),
}
