"""What the number of persons reached is held against: the census, the young among it, and needs somebody measured."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

import pandas as pd

from data.facts.facts import HEADER as FACTS_HEADER
from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.errors import Problem
from data.model.frames import rows_of
from data.model.rounding import all_rounded
from data.model.service_counts import ALL
from data.reading.csv_rows import read_rows

NEED_HEADER: Final = ("area", "gender", "age", "year", "prevalence", "low", "upp", "source")
NEED: Final = "services/need.csv"
YOUNG_SHARES: Final = ("aged_10_19", "aged_20_29")  # per cent of all household members
HOUSEHOLD_SIZE: Final = "household_size"
_SHARES: Final = {
    "area": "str",
    "young_share": "float64",
    "young_n": "int64",
    "young_period": "str",
    "young_source": "str",
}
_POPULATION: Final = {"area": "str", "population": "float64", "base": "str", "source": "str"}
_NEEDS: Final = {
    "area": "str",
    "year": "str",
    "prevalence": "float64",
    "low": "float64",
    "upp": "float64",
    "source": "str",
}


def read_population(facts: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """area, population (inhabitants), base (period), source: the four counties at the latest time known of all four.

    No rows where there is no such time.
    """
    rows, problems = _whole_counties(facts, "population.csv")
    sure = rows[rows["indicator"].eq("population") & rows["value"].str.fullmatch(r"\d+")]
    times = sorted(str(period) for period, own in sure.groupby("period") if set(own["area"]) == set(FOCUS))
    latest = sure[sure["period"].isin(times[-1:])]
    named = latest.rename(columns={"value": "population", "period": "base"})[list(_POPULATION)]
    return named.astype(_POPULATION).reset_index(drop=True), problems


def read_young_shares(facts: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """area, young_share (per cent aged 10-29), young_n, young_period, young_source of the four counties.

    One survey prints both parts of the share and the size of households at one time, the latest known of all four;
    no rows where there is none. `young_n` is the base in households: its members divided by their household's size.
    """
    ages, problems = _whole_counties(facts, "population.csv")
    sizes, found = _whole_counties(facts, "family.csv")
    rows = pd.concat([ages[ages["indicator"].isin(YOUNG_SHARES)], sizes[sizes["indicator"].eq(HOUSEHOLD_SIZE)]])
    rows = rows[rows["value"].str.fullmatch(r"\d+(\.\d+)?") & rows["n"].str.fullmatch(r"\d+")]
    key = ["area", "period", "source", "n"]
    wide = rows.astype({"value": "float64"}).pivot_table(index=key, columns="indicator", values="value").reset_index()
    whole = wide.reindex(columns=[*key, *YOUNG_SHARES, HOUSEHOLD_SIZE]).dropna()
    named = whole.rename(columns={"period": "young_period", "source": "young_source"}).assign(
        young_share=all_rounded(whole[list(YOUNG_SHARES)].sum(axis=1), 2),
        young_n=all_rounded(whole["n"].astype("float64") / whole[HOUSEHOLD_SIZE].astype("float64")),
    )
    times = [str(period) for period, own in named.groupby("young_period") if sorted(own["area"]) == sorted(FOCUS)]
    latest = named[named["young_period"].isin(sorted(times)[-1:])]
    return latest[list(_SHARES)].astype(_SHARES).reset_index(drop=True), [*problems, *found]


def _whole_counties(facts: Path, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows of a facts file that tell a whole county of the four and may be shown; none where there is no file."""
    rows, problems = pd.DataFrame(columns=[*FACTS_HEADER], dtype="str"), list[Problem]()
    if (facts / name).exists():
        rows, problems = read_rows(facts / name, f"facts/{name}", FACTS_HEADER)
    whole = rows["gender"].eq(ALL) & rows["age"].eq(ALL) & rows["area"].isin(FOCUS)
    return rows[whole & rows["confidence"].ne("low")], problems


def read_needs(path: Path, sources: Collection[str]) -> tuple[pd.DataFrame, list[Problem]]:
    """area, year, prevalence, low, upp (per cent of all inhabitants), source; a file with its header only says none.

    Only what has a year, a source and an interval is a need.
    """
    nothing = pd.DataFrame(columns=list(_NEEDS)).astype(_NEEDS)
    if not path.exists() or path.read_bytes().decode("utf-8", "replace").strip() == ",".join(NEED_HEADER):
        return nothing, []
    rows, problems = read_rows(path, NEED, NEED_HEADER)
    for row in rows_of(rows):
        problems += [Problem(NEED, row["row"], *wrong) for wrong in _wrong(row, sources)]
    twice = rows[rows.duplicated(["area", "year"])]
    problems += [Problem(NEED, row["row"], "area", "one need an area and year", "a second") for row in rows_of(twice)]
    return (nothing if problems else rows[list(_NEEDS)].astype(_NEEDS)), problems


def _wrong(row: dict[str, str], sources: Collection[str]) -> list[tuple[str, str, str]]:
    known = (*FOCUS, FOUR_COUNTIES)
    rules = [
        ("area", row["area"] in known, f"one of {', '.join(known)}"),
        # Our census figures tell neither gender nor age of a county.
        ("gender", row["gender"] == ALL, f"{ALL}: no population is known by gender"),
        ("age", row["age"] == ALL, f"{ALL}: no population is known by age"),
        ("year", row["year"].isdecimal() and len(row["year"]) == 4, "a year"),
        ("source", row["source"] in sources, "an id in sources.csv"),
        (
            "prevalence",
            _interval(row),
            "per cent with its own interval: 0 < low <= prevalence <= upp <= 100, low < upp",
        ),
    ]
    return [(column, expected, repr(row[column])) for column, holds, expected in rules if not holds]


def _interval(row: dict[str, str]) -> bool:
    try:
        low, prevalence, upp = (float(row[column]) for column in ("low", "prevalence", "upp"))
    except ValueError:
        return False
    return 0 < low <= prevalence <= upp <= 100 and low < upp
