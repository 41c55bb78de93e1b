"""All estimates of one wave: every answer, net and mean of every question, in every domain.

The same figures as the single estimates of `estimate`, found faster: persons are added up once into PSU x finest group,
domains are sums of groups, and the variance comes from the domains' PSU totals.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from data.model.dimensions import FOUR_COUNTIES
from data.model.domains import Domain, listed
from data.model.frames import typed
from data.model.questionnaire import MEAN, Asked, Question
from data.statistics.design import Design
from data.statistics.figures import mean_figures, share_figures
from data.statistics.linearise import Sums, cells_of
from data.statistics.membership import placed
from data.statistics.tally import Tally, tallies

DTYPES: Final[dict[str, str]] = {
    **dict.fromkeys(("question", "answer", "area", "gender", "age", "population", "wave"), "str"),
    **dict.fromkeys(("value", "value_se", "value_low", "value_upp", "kg_low", "kg_upp"), "float64"),
    "n": "int64",
    "n_eff": "float64",
    "df": "int64",
    "deff": "float64",
    "method": "str",
}
_OF_VALUE: Final = ("se", "low", "upp")


def cube(
    respondents: pd.DataFrame,
    questions: Sequence[Question],
    *,
    wave: str,
    age_groups: Sequence[str],
    design: Design,
    depth: int = 2,
) -> pd.DataFrame:
    """Estimates, a row per question of the wave x answer x domain: columns of DTYPES, shares 0-1, means in scores.

    `design` is that of the same rows; `depth` is how many of county, gender and age may be specified at once. A domain
    that nobody answered in has n 0 and no figures. ValueError: another number of persons in the design than rows, a
    respondent outside the four counties, or a code that was not offered.
    """
    if len(respondents) != len(design.weights):
        raise ValueError(f"{len(respondents)} respondents, but {len(design.weights)} persons in the design")
    domains = [domain for domain in listed(age_groups) if _specified(domain) <= depth]
    places, membership = placed(respondents, design, domains, age_groups)
    parts = [
        _linearised(question, asked, list(tallies(respondents, question, asked, places)), membership, design)
        for question in questions
        if (asked := question.asked_in(wave))
    ]
    if not parts:
        return pd.DataFrame(columns=list(DTYPES)).astype(DTYPES)
    raw = pd.concat(parts, ignore_index=True)
    names = pd.DataFrame(domains).iloc[raw["domain"]].reset_index(drop=True)
    return typed(pd.concat([raw, names, _figures(raw)], axis=1).assign(wave=wave), DTYPES)


def _specified(domain: Domain) -> int:
    return (domain.area != FOUR_COUNTIES) + (domain.gender != "all") + (domain.age != "all")


def _linearised(
    question: Question, asked: Asked, tallied: list[Tally], membership: np.ndarray, design: Design
) -> pd.DataFrame:
    """Values and variances of one question, answer by answer over the domains (`domain` is its number).

    Also `n`, `hits` (persons in the numerator), `df`, and `spread` of the persons round a mean, NaN of a share.
    """
    base, *answers = tallied
    weights, n = base.weighted @ membership, (base.persons @ membership).astype(int)
    shared = {"question": question.code, "domain": np.arange(len(n)), "n": n, "df": design.degrees(weights > 0)}
    blocks: list[pd.DataFrame] = []
    shares: dict[str, np.ndarray] = {}
    for each in answers:
        cells = cells_of(Sums(weights, (each.weighted @ membership)[:, :, None], n))
        variance, hits = design.variance(cells.totals), (each.persons @ membership).astype(int)
        value, spread = _exact(cells.value, hits, n), np.full(len(n), np.nan)
        if question.kind == "scale" and each.code == MEAN:
            value, spread = _mean(np.stack([shares[answer.code] for answer in asked.answers if not answer.net_of]))
        shares[each.code] = value
        figures = {"value": value, "variance": _settled(variance, value, spread), "hits": hits, "spread": spread}
        blocks.append(pd.DataFrame({**shared, **figures, "answer": each.code}))
    return pd.concat(blocks)


def _exact(share: np.ndarray, hits: np.ndarray, n: np.ndarray) -> np.ndarray:
    """The share; exactly 0 or 1 where nobody or everybody counts, whatever the sums of weights round to."""
    return np.where(n == 0, np.nan, np.where(hits == 0, 0.0, np.where(hits == n, 1.0, share)))


def _mean(shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean score and mean squared deviation from it, from the shares of the answers (answers x domains)."""
    scores = np.arange(1.0, len(shares) + 1)
    mean = scores @ shares
    return mean, ((scores[:, None] - mean) ** 2 * shares).sum(axis=0)


def _settled(variance: np.ndarray, value: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """The variance; exactly 0 where all persons of the domain agree."""
    agreed = np.where(np.isnan(spread), (value == 0) | (value == 1), spread == 0)
    return np.where(agreed, 0.0, variance)


def _figures(raw: pd.DataFrame) -> pd.DataFrame:
    """Errors, intervals and design effects of all rows at once, by the names of DTYPES."""
    is_mean = raw["spread"].notna()
    shares, means = raw[~is_mean], raw[is_mean]
    found = (
        (shares, share_figures(*_columns(shares, "value", "variance", "n", "hits", "df"))),
        (means, mean_figures(*_columns(means, "value", "variance", "spread", "n", "df"))),
    )
    frames = [pd.DataFrame(vars(figures), index=rows.index) for rows, figures in found]
    return pd.concat(frames).sort_index().rename(columns=lambda name: f"value_{name}" if name in _OF_VALUE else name)


def _columns(rows: pd.DataFrame, *names: str) -> list[np.ndarray]:
    return [rows[name].to_numpy(dtype=float) for name in names]
