"""How far services reach: persons per 10,000 young people and inhabitants, and coverage of a need that is known."""

from typing import Any, Final

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.frames import rows_of, typed
from data.model.rounding import all_rounded
from data.model.service_counts import ALL, COVERAGE, RATES, SERVICE_CYCLES
from data.services.young import young_people

ENOUGH: Final = 80.0  # per cent of the need; ours: a gap is clear where even the upper bound stays below
_LAST_YEAR: Final = {"1": "2022", "2": "9999"}


def coverage_interval(
    reached: float, population: float, low: float, prevalence: float, upp: float
) -> tuple[float, float, float]:
    """Coverage and its bounds, in per cent: reached / (population x prevalence), the prevalence being in per cent.

    The bounds turn the prevalence's own interval round, which is exact for a fixed number reached; more than 100 % is
    told as it is. ValueError where the interval does not hold the prevalence, or is not above 0.
    """
    if not 0 < low <= prevalence <= upp <= 100 or population <= 0:
        raise ValueError("expected 0 < low <= prevalence <= upp <= 100 per cent of a population above 0")
    in_need = population * np.array([prevalence, upp, low]) / 100
    coverage, least, most = (float(share) for share in 100 * reached / in_need)
    return coverage, least, most


def coverage_table(
    counts: pd.DataFrame, population: pd.DataFrame, need: pd.DataFrame, shares: pd.DataFrame
) -> pd.DataFrame:
    """The columns of COVERAGE: every service, area and cycle of the protected counts, both genders and all ages.

    `population` has area, population, base and source (one row a county); `need` has area, year, prevalence, low, upp
    (per cent) and source, `shares` is as data.services.young takes it. All inhabitants of one census are the base of
    both cycles, and its young by one share: a base that changes between them would look like a change of reach.
    Only persons over all services are held against a need; a cycle takes the latest need that is not younger than it.
    """
    rows = counts[counts["gender"].eq(ALL) & counts["age"].eq(ALL)].rename(columns={"value": "reached"})
    rows = rows.merge(_with_sum(population), on="area", how="left", suffixes=("", "_base"))
    rows = rows.merge(young_people(population, shares), on="area", how="left")
    rows = rows.assign(**{rate: _per_10000(rows["reached"], rows[people]) for rate, people in RATES.items()})
    needs = pd.concat([_need_of(cycle, need) for cycle in SERVICE_CYCLES])
    rows = rows.merge(needs, on=["service", "area", "cycle"], how="left", suffixes=("", "_need"))
    bounds = [_coverage(row) for row in rows_of(rows)]
    rows[["coverage", "coverage_low", "coverage_upp"]] = np.array(bounds, dtype="float64").reshape(-1, 3)
    rows = rows.assign(**_verdicts(rows), **_sources(rows))
    words = ["base", "need_year", "young_period", "young_source"]
    rows[words] = rows[words].fillna("")
    return typed(rows, COVERAGE)


def _per_10000(reached: pd.Series, people: pd.Series) -> pd.Series:
    return pd.Series(all_rounded(reached.astype("float64") / people.astype("float64") * 10_000, 1), index=reached.index)


def _with_sum(population: pd.DataFrame) -> pd.DataFrame:
    """The four counties and their sum, which exists only where all four are known of one time."""
    known = population[population["area"].isin(FOCUS)]
    if len(known) < len(FOCUS) or known["base"].nunique() != 1:
        return known
    source = " ".join(dict.fromkeys(known["source"]))
    whole = {"area": FOUR_COUNTIES, "population": known["population"].sum(), "base": known["base"].iloc[0]}
    return pd.concat([known, pd.DataFrame([{**whole, "source": source}])], ignore_index=True)


def _need_of(cycle: str, need: pd.DataFrame) -> pd.DataFrame:
    known = (
        need[need["year"].le(_LAST_YEAR[cycle])].sort_values("year", kind="stable").drop_duplicates("area", keep="last")
    )
    named = {"year": "need_year", "prevalence": "need", "low": "need_low", "upp": "need_upp", "source": "source_need"}
    return known[["area", *named]].rename(columns=named).assign(service=ALL, cycle=cycle)


def _coverage(row: dict[str, Any]) -> tuple[float, float, float]:
    if pd.isna(row["need"]) or pd.isna(row["reached"]) or pd.isna(row["population"]):
        return np.nan, np.nan, np.nan
    return coverage_interval(row["reached"], row["population"], row["need_low"], row["need"], row["need_upp"])


def _verdicts(rows: pd.DataFrame) -> dict[str, np.ndarray]:
    without_base = rows["need"].isna() | rows["population"].isna()
    unknown = rows["coverage_upp"].isna()
    verdict = np.select([unknown, rows["coverage_upp"] < ENOUGH], ["unknown", "clear"], "not_clear")
    reason = np.select([without_base, unknown], ["no_denominator", "too_few_people"], "")
    return {"verdict": verdict, "verdict_reason": reason}


def _sources(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Every source that a row's figures rest on, a space between."""
    columns = rows[["source", "source_base", "source_need"]].fillna("")
    return {
        "source": columns.apply(lambda cells: " ".join(dict.fromkeys(" ".join(cells).split())), axis=1).astype("str")
    }
