"""More of R's answers: revisited PSUs, differences inside a wave, patterns of several answers and groups."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from young_sample import REFERENCE, in_domain, respondents, summed

from data.statistics.contrasts import contrast
from data.statistics.design import Design, make_design
from data.statistics.linearise import cells_of
from data.statistics.rao_scott import rao_scott

REVISITED = pd.read_csv(REFERENCE / "extra_revisited.csv")
DIFFERENCES = pd.read_csv(REFERENCE / "extra_area_differences.csv")
PATTERNS = pd.read_csv(REFERENCE / "extra_rao_scott.csv")
TEST = {
    "difference": "diff",
    "se": "se_diff",
    "low": "ci_lower",
    "upp": "ci_upper",
    "df": "df",
    "statistic": "t",
    "p": "p",
}
PATTERN = {"statistic": "F", "df1": "ndf", "df2": "ddf", "p": "p_F"}
COLUMN = {"area": "county", "gender": "gender", "age": "agegrp"}


@cache
def sampled(name: str) -> tuple[pd.DataFrame, Design]:
    """The persons and the design of that name: one wave, both with new PSUs, or the same PSUs visited twice."""
    if name.startswith("kap"):
        people = respondents()
        people = people[people["wave"].isin(list(name[3:]))]
        return people, designed(people, people["wave"] + people["stratum"], people["psu"])
    people = pd.read_csv(
        REFERENCE / "extra_revisited_data.csv", dtype=dict.fromkeys(["wave", "psu_same", "psu_overlap"], str)
    )
    if name == "revisited_new":
        return people, designed(people, people["wave"] + people["stratum"], people["wave"] + people["psu_same"])
    return people, designed(people, people["stratum"], people[name.replace("revisited", "psu")])


def designed(people: pd.DataFrame, strata: pd.Series, psus: pd.Series) -> Design:
    return make_design(people["w"].to_numpy(), strata.to_numpy(dtype=str), psus.to_numpy(dtype=str))


def differences(name: str, variable: str, ends: list[tuple[str, str]]) -> pd.DataFrame:
    """The second end minus the first, of ends given as domains."""
    people, design = sampled(name)
    masks = [in_domain(people, domain) for pair in ends for domain in pair]
    cells = cells_of(summed(design, masks, people[variable].to_numpy(dtype=float)[:, None]))
    first = np.arange(len(ends)) * 2
    return contrast(design, cells, first, first + 1)


def narrowed(domain: str, column: str, value: object) -> str:
    return f"{column}={value}" if domain == "_T" else f"{domain}&{column}={value}"


def assert_equal(found: pd.DataFrame, rows: pd.DataFrame, names: dict[str, str]) -> None:
    for ours, theirs in names.items():
        np.testing.assert_allclose(found[ours], rows[theirs], rtol=1e-9, atol=0, err_msg=ours)


def test_the_files_are_whole() -> None:
    assert (len(REVISITED), len(DIFFERENCES), len(PATTERNS)) == (180, 279, 155)


@pytest.mark.parametrize(("case", "variable"), REVISITED[["case", "variable"]].drop_duplicates().values.tolist())
def test_change_between_waves_whether_or_not_the_psus_are_the_same(case: str, variable: str) -> None:
    rows = REVISITED.query("case == @case and variable == @variable")
    ends = [(narrowed(domain, "wave", 1), narrowed(domain, "wave", 2)) for domain in rows["domain"]]
    assert_equal(differences(f"revisited_{case}", variable, ends), rows, TEST)


def test_the_covariance_of_revisited_psus_is_not_nothing() -> None:
    assert (REVISITED.query("case != 'new'")["cov12"].abs() > 1e-6).mean() > 0.9


@pytest.mark.parametrize(
    ("dimension", "variable"), DIFFERENCES[["dimension", "variable"]].drop_duplicates().values.tolist()
)
def test_difference_between_two_groups_of_one_wave(dimension: str, variable: str) -> None:
    rows = DIFFERENCES.query("dimension == @dimension and variable == @variable")
    column = COLUMN[dimension]
    ends = [
        (narrowed(domain, column, a), narrowed(domain, column, b))
        for domain, a, b in rows[["domain", "a", "b"]].itertuples(index=False)
    ]
    assert_equal(differences("kap1", variable, ends), rows, TEST)


@pytest.mark.parametrize(
    ("name", "question", "split"), PATTERNS[["design", "rows", "columns"]].drop_duplicates().values.tolist()
)
def test_pattern_of_the_answers_over_groups(name: str, question: str, split: str) -> None:
    rows = PATTERNS[PATTERNS[["design", "rows", "columns"]].eq([name, question, split]).all(axis=1)]
    people, design = sampled(name)
    groups, answer = sorted(people[split].unique()), people[question]
    codes = sorted(answer.dropna().unique())
    scores = np.column_stack([answer.eq(code).mask(answer.isna()) for code in codes]).astype(float)
    masks = [in_domain(people, narrowed(domain, split, group)) for domain in rows["domain"] for group in groups]
    scored = summed(design, masks, scores).scored
    tables = scored.reshape(len(scored), len(rows), len(groups), len(codes))
    assert_equal(rao_scott(design, tables), rows, PATTERN)


def test_an_empty_cell_between_others_stays_in_the_table() -> None:
    """No table of the file has one: svychisq(~src + county) with wave 1's television in C2 renamed to peers."""
    people, design = sampled("kap1")
    source = people["src"].mask(people["src"].eq("tv") & people["county"].eq("C2"), "peers")
    scores = np.column_stack([source.eq(code) for code in sorted(source.unique())]).astype(float)
    masks = [in_domain(people, f"county=C{number}") for number in range(1, 5)]
    found = rao_scott(design, summed(design, masks, scores).scored[:, None]).iloc[0]
    wanted = [19.9792690573, 10.8637752993, 934.284675736, 3.94918873557e-36]
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=0)
