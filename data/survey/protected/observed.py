"""Survey estimates as observations: judged, rounded, and empty where they are hidden."""

import pandas as pd

from data.model.dimensions import cycle_of
from data.model.frames import typed
from data.model.microdata import ROMA
from data.model.observations import DTYPES, SHOWN
from data.model.questionnaire import Question, Wave
from data.survey.protected.precision import decimals_of, printed
from data.survey.protected.states import states

FIGURES = ("value", "value_low", "value_upp", "value_se")


def observe_estimates(estimates: pd.DataFrame, questions: dict[str, Question], wave: Wave) -> pd.DataFrame:
    """The estimates of one wave (the frame of `cube`) as rows of DTYPES, in their order.

    Per cent, means in scores; no figure, DEFF, df or method in a hidden row, whose `n` stays. Where the wave has no
    Roma at all, they are no data rather than too few.
    """
    decimals = decimals_of(estimates["question"], estimates["answer"], questions)
    state = states(estimates)
    absent = estimates["population"].eq(ROMA) & _nobody(estimates)
    state.loc[absent] = ["no_data", "not_published"]
    shown = state["status"].isin(SHOWN)
    figures = {column: printed(estimates[column], estimates["answer"], decimals).where(shown) for column in FIGURES}
    return typed(
        estimates[["answer", "area", "gender", "age", "population"]].assign(
            indicator=estimates["question"],
            cycle=cycle_of(wave.period),
            period=wave.period,
            **figures,
            n=estimates["n"].astype("Int64").where(~absent),
            deff=estimates["deff"].round(2).where(shown),
            df=estimates["df"].astype("Int64").where(shown),
            method=estimates["method"].where(shown, "none"),
            status=state["status"],
            reason=state["reason"],
            kind=wave.kind,
            source=wave.source,
            note="",
        ),
        DTYPES,
    )


def _nobody(estimates: pd.DataFrame) -> bool:
    return not estimates.loc[estimates["population"].eq(ROMA), "n"].gt(0).any()
