"""From persons to linearised ratios: one question, all its answers, any number of overlapping domains."""

from dataclasses import dataclass

import numpy as np

from data.statistics.contrasts import Cells
from data.statistics.design import Design


@dataclass(frozen=True)
class Sums:
    """What the PSUs add to each domain; only persons with an answer count.

    `weight` PSUs x domains: sum of weights; `scored` PSUs x domains x answers: sum of weight x score;
    `n` domains: persons.
    """

    weight: np.ndarray
    scored: np.ndarray
    n: np.ndarray


def sum_domains(design: Design, group: np.ndarray, membership: np.ndarray, scores: np.ndarray) -> Sums:
    """The sums of one question over domains, which are unions of finest groups.

    `group` persons: the number of the person's finest group (wave x area x gender x …), -1 for none; `membership`
    groups x domains: whether the domain holds the group; `scores` persons x answers: 1 or 0 for shares, points for a
    mean. A person whose scores are all NaN gave no answer and is left out; one NaN among others counts as 0 (an item
    of a multiple answer left untouched).
    """
    answered = (group >= 0) & ~np.isnan(scores).all(axis=1)
    psus, groups, domains = len(design.psus), len(membership), membership.astype(float)
    place = design.psu[answered] * groups + group[answered]
    weights = design.weights[answered]

    def summed(values: np.ndarray | None) -> np.ndarray:
        finest = np.bincount(place, values, minlength=psus * groups).reshape(psus, groups)
        return finest @ domains

    scored = [summed(weights * np.nan_to_num(column[answered])) for column in scores.T]
    return Sums(summed(weights), np.stack(scored, axis=-1), summed(None).sum(axis=0).astype(int))


def cells_of(sums: Sums) -> Cells:
    """The linearised ratio of each answer in each domain; cell number = domain x answers + answer."""
    total, scored = sums.weight.sum(axis=0), sums.scored.sum(axis=0)
    base = np.where(total > 0, total, np.nan)[:, None]
    value = scored / base
    totals = (sums.scored - value * sums.weight[:, :, None]) / base
    present = np.repeat(sums.weight > 0, scored.shape[1], axis=1)
    return Cells(value.ravel(), totals.reshape(len(totals), -1), present)
