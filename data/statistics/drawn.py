"""What the strata and PSUs of a sample must be like, and their numbers."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

Labels = Sequence[str] | np.ndarray | pd.Series
Numbers = Sequence[float] | np.ndarray | pd.Series


class DesignError(ValueError):
    """The sample has no variance that could be estimated; the message names the stratum or PSU."""


def coded(labels: Labels, kind: str) -> tuple[np.ndarray, np.ndarray]:
    codes, names = pd.factorize(pd.Series(labels), sort=True)
    texts = np.asarray(names, dtype=str).astype(object)
    if len(codes) == 0 or (codes < 0).any() or "" in texts:
        raise DesignError(f"a person without {kind}" if len(codes) else "no persons")
    return codes, texts


def positive(weights: Numbers) -> np.ndarray:
    numbers = np.asarray(weights, dtype=float)
    if not (np.isfinite(numbers) & (numbers > 0)).all():
        raise DesignError("a weight that is missing, infinite or not above 0")
    return numbers


def home_strata(stratum: np.ndarray, psu: np.ndarray, stratum_names: np.ndarray, psu_names: np.ndarray) -> np.ndarray:
    """Number of the stratum of each PSU."""
    home = np.empty(len(psu_names), dtype=np.int64)
    home[psu] = stratum
    strays = np.flatnonzero(home[psu] != stratum)
    if len(strays):
        first = strays[0]
        both = stratum_names[[home[psu[first]], stratum[first]]]
        raise DesignError(f"PSU {psu_names[psu[first]]} is in two strata: {listed(np.sort(both))}")
    return home


def sampled_fractions(
    stratum: np.ndarray, sizes: np.ndarray, population_psus: Numbers | None, names: np.ndarray
) -> np.ndarray:
    """n_h / N_h of each stratum, 0 where N_h is not given."""
    if population_psus is None:
        return np.zeros(len(sizes))
    if len(population_psus) != len(stratum):
        raise DesignError(f"{len(population_psus)} numbers of PSUs in the population are not one per person")
    population = pd.Series(np.asarray(population_psus, dtype=float)).groupby(stratum)
    counts = population.nunique(dropna=False).to_numpy()
    if (counts > 1).any():
        raise DesignError(f"population_psus differs inside stratum {listed(names[counts > 1])}")
    found = population.first().to_numpy()
    if (found < sizes).any():
        raise DesignError(f"fewer PSUs in the population than in the sample: stratum {listed(names[found < sizes])}")
    return np.where(np.isnan(found), 0.0, sizes / found)


def listed(names: np.ndarray) -> str:
    return ", ".join(map(str, names))
