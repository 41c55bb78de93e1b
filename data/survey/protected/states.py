"""When an estimate from microdata is shown, shown with a warning, or hidden: the rules of `reliability`, row by row."""

from typing import Any

import pandas as pd

from data.model.frames import rows_of
from data.model.questionnaire import MEAN
from data.statistics.reliability import FEW_DEGREES, base_state, survey_share_state

_JUDGED = ["answer", "value", "n", "n_eff", "df", "kg_low", "kg_upp"]


def states(estimates: pd.DataFrame) -> pd.DataFrame:
    """Columns status and reason for estimates (the frame of `cube`), on the same index."""
    found = [_state(row) for row in rows_of(estimates[_JUDGED])]
    return pd.DataFrame(found, columns=["status", "reason"], index=estimates.index, dtype="str")


def _state(row: dict[str, Any]) -> tuple[str, str]:
    if row["answer"] == MEAN:
        return _mean_state(row["n"], row["df"])
    return survey_share_state(
        row["value"] * 100,
        row["n"],
        n_eff=row["n_eff"],
        df=row["df"],
        kg_low=row["kg_low"],
        kg_upp=row["kg_upp"],
    )


def _mean_state(n: int, df: float) -> tuple[str, str]:
    """A mean has no share to judge: its base and its degrees of freedom count."""
    status, reason = base_state(n)
    if status == "ok" and not df >= FEW_DEGREES:
        return "unreliable", "few_psus"
    return status, reason
