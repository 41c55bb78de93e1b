"""Differences between groups and between waves: tested on the sample's design, judged together, printed rounded."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy.stats import norm

from data.model.frames import typed
from data.model.observations import SHOWN
from data.model.questionnaire import MEAN, Question
from data.model.rounding import all_rounded
from data.model.survey_tables import DIFFERENCE_KEY, DIFFERENCES, DIMENSIONS
from data.statistics.alpha import ALPHA, POWER
from data.statistics.claims import corrected, rivals
from data.statistics.detectable import smallest_seen
from data.survey.protected.patterns import printed_patterns
from data.survey.protected.precision import MEAN_PLACES, SHARE_PLACES, decimals_of, printed

P_PLACES = 4
_FIGURES = {"difference": "difference", "value_se": "se", "value_low": "low", "value_upp": "upp"}
_END = ("status", "value", "value_se", "n", "deff")


def judge(
    tests: pd.DataFrame, patterns: pd.DataFrame, observations: pd.DataFrame, questions: dict[str, Question]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The differences (columns of DIFFERENCES) and patterns (of PATTERNS) of all waves, corrected for each other.

    `tests` are those of `tested_within` and `tested_between`, of which both ends must be shown; `patterns` those of
    `patterns_within` and `patterns_between`. `detectable` stands only beside verdicts of no difference. A share of 0 or
    100 % at an end, and a difference without a standard error, take no part: their test would be sure of anything.
    Where the waves are not comparable the row stays, without a figure.
    """
    tests = tests.reset_index(drop=True)
    ends = tests.join([_end(tests, observations, ""), _end(tests, observations, "_to")])
    shown = ends["status"].isin(SHOWN) & ends["status_to"].isin(SHOWN)
    barred = ends["comparability"].eq("not_comparable")
    sound = ends["p"].notna() & ~_extreme(ends, "exact") & ~_extreme(ends, "exact_to")
    kept = ends[shown & (barred | sound)].reset_index(drop=True)
    barred = kept["comparability"].eq("not_comparable")
    kept[[*_FIGURES.values(), "p"]] = kept[[*_FIGURES.values(), "p"]].mask(barred)
    q, q_patterns = corrected(kept, patterns)
    decimals = decimals_of(kept["indicator"], kept["answer"], questions)
    figures = {name: printed(kept[source], kept["answer"], decimals) for name, source in _FIGURES.items()}
    table = kept.assign(
        **figures,
        df=kept["df"].astype("Int64").mask(barred),
        p=kept["p"].round(P_PLACES),
        q=q.round(P_PLACES),
        detectable=_detectable(kept).where(q >= ALPHA),
        verdict=_verdicts(kept["difference"], q, barred),
        method=np.where(barred, "none", "t"),
    )
    return typed(_in_order(table, questions), DIFFERENCES), printed_patterns(patterns, q_patterns)


def _end(tests: pd.DataFrame, observations: pd.DataFrame, suffix: str) -> pd.DataFrame:
    """What is printed of the pair's first figure, or with `_to` of its last, beside the test."""
    key = ["indicator", "answer", "area", "gender", "age", "population", "period"]
    varying = {name: f"{name}{suffix}" for name in ("area", "gender", "age", "period")}
    wanted = tests[[varying.get(name, name) for name in key]].set_axis(key, axis="columns")
    found = wanted.merge(observations[[*key, *_END]], on=key, how="left", validate="m:1")
    return found[list(_END)].set_axis([f"{name}{suffix}" for name in _END], axis="columns").set_index(tests.index)


def _extreme(tests: pd.DataFrame, column: str) -> pd.Series:
    return tests["answer"].ne(MEAN) & tests[column].isin([0.0, 1.0])


def _verdicts(difference: pd.Series, q: np.ndarray, barred: pd.Series) -> np.ndarray:
    found = q < ALPHA
    conditions = [barred.to_numpy(), found & difference.gt(0).to_numpy(), found & difference.lt(0).to_numpy()]
    return np.select(conditions, ["not_comparable", "higher", "lower"], default="not_distinguishable")


def _detectable(tests: pd.DataFrame) -> pd.Series:
    """What would be found with POWER, in points (a mean: scores), from printed figures, so it tells no more.

    The level is the one that a difference with nothing else to be found beside it must reach: ALPHA over its rivals.
    For a mean: (z of level and power) times the standard error of a difference of two independent samples this precise.
    """
    level = ALPHA / rivals(tests).to_numpy()
    deff, deff_to = (tests[name].where(tests[name].gt(0)).to_numpy(dtype=float) for name in ("deff", "deff_to"))
    n, n_to, value = (tests[name].to_numpy(dtype=float) for name in ("n", "n_to", "value"))
    shares = smallest_seen(value / 100, n, deff, n_to, deff_to, level) * 100
    errors = np.hypot(tests["value_se"], tests["value_se_to"]) * (norm.isf(level / 2) + norm.ppf(POWER))
    mean = tests["answer"].eq(MEAN)
    return pd.Series(
        all_rounded(np.where(mean, errors, shares), np.where(mean, MEAN_PLACES, SHARE_PLACES)), index=tests.index
    )


def _in_order(table: pd.DataFrame, questions: dict[str, Question]) -> pd.DataFrame:
    """By questionnaire, answer, dimension and wave; inside them as the pairs were listed."""
    answers = {(code, answer): n for code, each in questions.items() for n, answer in enumerate(each.answer_codes)}
    keys = zip(table["indicator"], table["answer"], strict=True)
    placed = table.assign(
        _question=table["indicator"].map({code: number for number, code in enumerate(questions)}),
        _answer=[answers[key] for key in keys],
        _dimension=table["dimension"].map(DIMENSIONS.index),
    )
    return placed.sort_values(["_question", "_answer", "_dimension", "period", "period_to"], kind="stable")


def joined(tables: Iterable[pd.DataFrame], questions: dict[str, Question]) -> pd.DataFrame:
    """Differences tables put together in order; a key that stands twice is a mistake of the caller's: ValueError."""
    table = typed(_in_order(pd.concat(list(tables), ignore_index=True), questions), DIFFERENCES)
    if table.duplicated(list(DIFFERENCE_KEY)).any():
        raise ValueError("expected each difference once")
    return table
