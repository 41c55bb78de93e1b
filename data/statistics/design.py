"""The sampling design: who was drawn with whom, and what the variance between primary sampling units (PSUs) is.

Variance is that of ultimate clusters: PSU totals of linearised values inside strata (Woodruff 1971; Wolter 2007;
Lumley 2004, J. Stat. Softw. 9(8)). Later stages need no mention, their variation shows in the PSU totals. Only where a
finite population correction is given *and* persons were subsampled inside PSUs is the result too small, by the sampled
fraction of the variance inside PSUs; without the correction it is on average too large. So state `population_psus` only
where PSUs were taken whole, or hardly any were sampled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.statistics.drawn import (
    DesignError,
    Labels,
    Numbers,
    coded,
    home_strata,
    listed,
    positive,
    sampled_fractions,
)

SINGLE_PSU: Final = ("refuse", "adjust")


@dataclass(frozen=True, eq=False)
class Design:
    """One wave, or several stacked: `weights` and `psu` (its number) by person, the rest by stratum or PSU.

    PSUs of one stratum have consecutive numbers from `starts`; `sampled` is the stratum's n_h / N_h, 0 without a
    finite population correction. `single_psu` says what a stratum with one PSU does: `refuse` (there is none), or
    `adjust` as in R's survey package: factor 1, and its linearised total is centred at that of all PSUs, which is 0 for
    every mean, share, ratio and difference (for a plain total the variance is then too large, never too small).
    """

    weights: np.ndarray
    psu: np.ndarray
    starts: np.ndarray
    sampled: np.ndarray
    strata: tuple[str, ...]
    single_psu: str
    psus: tuple[str, ...]

    @property
    def sizes(self) -> np.ndarray:
        """PSUs in each stratum."""
        return np.diff(self.starts, append=len(self.psus))

    @property
    def psu_strata(self) -> np.ndarray:
        """Number of each PSU's stratum."""
        return np.repeat(np.arange(len(self.strata)), self.sizes)

    def psu_totals(self, values: np.ndarray) -> np.ndarray:
        """Sums by PSU (PSUs x k) of values by person (persons x k), which are already weighted."""
        columns = [np.bincount(self.psu, column, len(self.psus)) for column in values.T]
        return np.stack(columns, axis=1) if columns else np.empty((len(self.psus), 0))

    def deviations(self, totals: np.ndarray) -> np.ndarray:
        """PSUs x k: linearised totals less their stratum's mean, scaled so that their squares sum to the variance.

        The products of two columns sum to their covariance. A PSU of the sample without persons counts as 0.
        """
        sizes = self.sizes
        single = sizes == 1
        means = np.add.reduceat(totals, self.starts) / sizes[:, None]
        means[single] = 0
        factor = (1 - self.sampled) * np.where(single, 1.0, sizes / np.maximum(sizes - 1, 1))
        scaled = totals - means[self.psu_strata]
        scaled *= np.sqrt(factor)[self.psu_strata][:, None]
        return scaled

    def variance(self, totals: np.ndarray) -> np.ndarray:
        """Variance (k) of each sum of linearised PSU totals (PSUs x k)."""
        scaled = self.deviations(totals)
        return np.einsum("ij,ij->j", scaled, scaled)

    def degrees(self, present: np.ndarray) -> np.ndarray:
        """Degrees of freedom (k): PSUs less strata in which a domain has a person (PSUs x k, true where it has)."""
        strata = np.logical_or.reduceat(present, self.starts)
        return present.sum(axis=0) - strata.sum(axis=0)


def make_design(
    weights: Numbers,
    strata: Labels,
    psus: Labels,
    *,
    population_psus: Numbers | None = None,
    single_psu: str = "refuse",
) -> Design:
    """The design of one wave, persons in the order given.

    `population_psus` is the number of PSUs in the person's stratum, NaN without finite population correction.
    DesignError: a weight that is not above 0 and finite, a missing stratum or PSU, a PSU in two strata, a stratum with
    one PSU (unless `adjust`, or all its PSUs were taken), PSUs in the population that differ inside a stratum or are
    fewer than in the sample.
    """
    if single_psu not in SINGLE_PSU:
        raise DesignError(f"single_psu: expected one of {', '.join(SINGLE_PSU)}, found {single_psu}")
    stratum, stratum_names = coded(strata, "stratum")
    psu, psu_names = coded(psus, "PSU")
    numbers = positive(weights)
    if not len(numbers) == len(stratum) == len(psu):
        raise DesignError(f"{len(numbers)} weights, {len(stratum)} strata and {len(psu)} PSUs are not one per person")
    home = home_strata(stratum, psu, stratum_names, psu_names)
    order = np.argsort(home, kind="stable")
    sizes = np.bincount(home, minlength=len(stratum_names))
    sampled = sampled_fractions(stratum, sizes, population_psus, stratum_names)
    single = (sizes == 1) & (sampled < 1)
    if single_psu == "refuse" and single.any():
        raise DesignError(f"one PSU only in stratum {listed(stratum_names[single])}")
    return Design(
        weights=numbers,
        psu=np.argsort(order)[psu],
        starts=np.cumsum(sizes) - sizes,
        sampled=sampled,
        strata=tuple(stratum_names),
        single_psu=single_psu,
        psus=tuple(psu_names[order]),
    )


def stack(waves: Sequence[Design], *, revisited: bool) -> Design:
    """One design of all persons, wave after wave in the order given.

    With new PSUs in each wave the strata are wave x stratum (named `1|stratum`, `2|stratum`), so that the waves are
    independent; `revisited` PSUs and strata are shared by name, and the covariance between the waves comes in.
    """
    parts = [_persons(wave, "" if revisited else f"{number}|") for number, wave in enumerate(waves, start=1)]
    return make_design(
        np.concatenate([wave.weights for wave in waves]),
        np.concatenate([part[0] for part in parts]),
        np.concatenate([part[1] for part in parts]),
        population_psus=np.concatenate([part[2] for part in parts]),
        single_psu="adjust" if any(wave.single_psu == "adjust" for wave in waves) else "refuse",
    )


def _persons(wave: Design, prefix: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stratum, PSU and the stratum's PSUs in the population (NaN if infinite) of each person."""
    home = wave.psu_strata[wave.psu]
    population = np.where(wave.sampled > 0, wave.sizes / np.where(wave.sampled > 0, wave.sampled, 1), np.nan)
    strata = np.array([prefix + name for name in wave.strata], dtype=object)
    psus = np.array([prefix + name for name in wave.psus], dtype=object)
    return strata[home], psus[wave.psu], np.round(population)[home]
