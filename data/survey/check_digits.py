"""No figure of the survey has more digits than it is printed with: in sensitive questions fewer."""

from collections.abc import Iterator, Sequence

import pandas as pd

from data.model.observations import KEY
from data.model.survey import Survey
from data.reading.csv_rows import row_problems
from data.survey.protected.precision import decimals_of

_ROUNDING = 1e-6


def digit_problems(
    rows: pd.DataFrame, survey: Survey, columns: Sequence[str], file: str, place: Sequence[str] = KEY
) -> Iterator[str]:
    """Cells of the survey's questions with too many decimals: shares one, sensitive ones none, means two."""
    known = rows[rows["indicator"].isin(list(survey.questions))]
    decimals = decimals_of(known["indicator"], known["answer"], survey.questions)
    for column in columns:
        scaled = known[column] * 10.0**decimals
        fine = scaled.isna() | (scaled - scaled.round()).abs().lt(_ROUNDING)
        for places, wrong in known[~fine].groupby(decimals[~fine]):
            yield from row_problems(wrong, column, f"at most {places} decimals", file, place)
