"""What must hold in the table that holds people reached against the population, its young, and its need."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

from data.model.periods import FORMS, is_period
from data.model.service_counts import ALL, COVERAGE_REASONS, RATES, VERDICTS
from data.reading.csv_rows import code_problems, row_problems
from data.services.check_counts import CODES
from data.services.check_young import young_problems
from data.services.coverage import ENOUGH

COVERAGE_FILE: Final = "service_coverage.parquet"
COVERAGE_KEY: Final = ("service", "area", "cycle")
_SHARED: Final = {"reached": "value", "status": "status", "reason": "reason", "kind": "kind", "note": "note"}
_BOUNDED: Final = ("need", "coverage", "young", "per_10000_young")
_ROUNDING: Final = 0.0501  # of figures that are printed with one decimal


def coverage_problems(coverage: pd.DataFrame, counts: pd.DataFrame) -> Iterator[str]:
    """Every problem of a table with the columns of COVERAGE, which belongs to these counts."""
    codes = {**CODES, "verdict": VERDICTS, "verdict_reason": COVERAGE_REASONS}
    yield from code_problems(coverage, codes, COVERAGE_FILE, COVERAGE_KEY)
    twice = coverage[coverage.duplicated(list(COVERAGE_KEY))]
    yield from _rows(twice, "cycle", "one row a key")
    yield from _reached_problems(coverage, counts)
    yield from _base_problems(coverage)
    for wrong, column, expected in young_problems(coverage):
        yield from _rows(wrong, column, expected)
    yield from _rate_problems(coverage)
    yield from _bound_problems(coverage)
    yield from _figure_problems(coverage)
    yield from _verdict_problems(coverage)


def _reached_problems(coverage: pd.DataFrame, counts: pd.DataFrame) -> Iterator[str]:
    """Every count of both genders and all ages has its row, which says what the count says."""
    key = list(COVERAGE_KEY)
    totals = counts[counts["gender"].eq(ALL) & counts["age"].eq(ALL)].drop_duplicates(key)
    wanted, found = (pd.MultiIndex.from_frame(rows[key]) for rows in (totals, coverage))
    for missing in wanted[~wanted.isin(found)]:
        place = " ".join(part for part in missing if part != ALL)
        yield f"{COVERAGE_FILE}, {place}: expected a row for each service, area and cycle, found none"
    foreign = coverage[~found.isin(wanted)]
    yield from _rows(foreign, "cycle", "a count of both genders and all ages")
    beside = coverage[key].merge(totals, on=key, how="left").set_axis(coverage.index)
    for column, own in _SHARED.items():
        here, there = coverage[column], beside[own]
        same = here.eq(there).fillna(False).astype(bool) | (here.isna() & there.isna())
        other = coverage[~same & found.isin(wanted)]
        yield from _rows(other, column, "what the counts say")


def _base_problems(coverage: pd.DataFrame) -> Iterator[str]:
    peopled = coverage["population"].gt(0).fillna(False).astype(bool)
    none = coverage[coverage["population"].notna() & ~peopled]
    yield from _rows(none, "population", "a number above 0")
    dated = coverage["base"].map(is_period).astype(bool)
    undated = coverage[peopled & ~dated]
    yield from _rows(undated, "base", FORMS)


def _rate_problems(coverage: pd.DataFrame) -> Iterator[str]:
    """Each ratio is what follows from the protected count and the number of people beside it."""
    for rate, people in RATES.items():
        held = coverage[people].astype("float64")
        exact = coverage["reached"].astype("float64") / held.where(held.gt(0)) * 10_000
        expected = f"reached per 10,000 of the {people}, nothing where either is missing"
        yield from _rows(coverage[~_close(coverage[rate], exact)], rate, expected)


def _bound_problems(coverage: pd.DataFrame) -> Iterator[str]:
    for low, middle, upp in ((f"{name}_low", name, f"{name}_upp") for name in _BOUNDED):
        known = coverage[[low, middle, upp]].notna()
        partly = coverage[known.any(axis=1) & ~known.all(axis=1)]
        yield from _rows(partly, middle, "a figure with both its bounds or none")
        yield from _rows(coverage[coverage[low].gt(coverage[middle])], low, f"at most {middle}")
        yield from _rows(coverage[coverage[upp].lt(coverage[middle])], upp, f"at least {middle}")
    needed = coverage["need"].notna()
    beyond = coverage[needed & (coverage["need_low"].le(0) | coverage["need_upp"].gt(100))]
    yield from _rows(beyond, "need", "a percentage above 0 and up to 100")
    undated = coverage[needed & ~coverage["need_year"].map(is_period).astype(bool)]
    yield from _rows(undated, "need_year", "the year of the need")
    single = coverage[needed & coverage["service"].ne(ALL)]
    yield from _rows(single, "need", "a need of all services together only")


def _figure_problems(coverage: pd.DataFrame) -> Iterator[str]:
    """Coverage is what follows from persons, population and need; its lower bound from the need's upper one."""
    for name, share in _shares(coverage).items():
        wrong = coverage[~_close(coverage[name], share)]
        expected = "what follows from persons, population and need"
        yield from _rows(wrong, name, expected)


def _verdict_problems(coverage: pd.DataFrame) -> Iterator[str]:
    upp = _shares(coverage)["coverage_upp"]
    verdict = np.select([upp.isna(), upp.lt(ENOUGH)], ["unknown", "clear"], "not_clear")
    wrong = coverage[coverage["verdict"].to_numpy() != verdict]
    expected = f"clear where even the upper bound is below {ENOUGH:g} %, unknown where there is none"
    yield from _rows(wrong, "verdict", expected)
    without_base = coverage["need"].isna() | coverage["population"].isna()
    reason = np.select([without_base, upp.isna()], ["no_denominator", "too_few_people"], "")
    unexplained = coverage[coverage["verdict_reason"].to_numpy() != reason]
    yield from _rows(unexplained, "verdict_reason", "why it is unknown")


def _shares(coverage: pd.DataFrame) -> dict[str, pd.Series]:
    """Coverage and its bounds before rounding, in per cent; missing where anything is."""
    reached, population = (coverage[name].astype("float64") for name in ("reached", "population"))
    turned = {"coverage": "need", "coverage_low": "need_upp", "coverage_upp": "need_low"}
    return {name: 100 * reached / (population * coverage[need] / 100) for name, need in turned.items()}


def _close(printed: pd.Series, exact: pd.Series) -> pd.Series:
    return (printed - exact).abs().le(_ROUNDING) | (printed.isna() & exact.isna())


def _rows(wrong: pd.DataFrame, column: str, expected: str) -> Iterator[str]:
    return row_problems(wrong, column, expected, COVERAGE_FILE, COVERAGE_KEY)
