"""Wave 2 minus wave 1 as R's survey package gives it, every row."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from young_sample import REFERENCE, in_domain, respondents, summed

from data.statistics.contrasts import contrast
from data.statistics.design import Design, make_design
from data.statistics.linearise import Sums, cells_of
from data.statistics.rao_scott import rao_scott

EXPECTED = pd.read_csv(REFERENCE / "expected_change.csv")
DOMAINS = EXPECTED["domain"].unique().tolist()
SHARES = ("k_heard", "k_signs", "p_rare")
NAMES = {
    "difference": "diff",
    "se": "se_diff",
    "low": "ci_lower",
    "upp": "ci_upper",
    "df": "df",
    "statistic": "stat",
    "p": "p_t",
}


def stacked() -> Design:
    people = respondents()
    strata = (people["wave"] + people["stratum"]).to_numpy(dtype=str)
    return make_design(people["w"].to_numpy(), strata, people["psu"].to_numpy(dtype=str))


@cache
def sums(variable: str) -> Sums:
    """Domains in the order of the file, wave 1 then wave 2 of each; a share's answers are yes and no."""
    people = respondents()
    waves = [people["wave"].eq(wave).to_numpy() for wave in ("1", "2")]
    masks = [in_domain(people, domain) & wave for domain in DOMAINS for wave in waves]
    figure = people[variable].to_numpy(dtype=float)[:, None]
    return summed(stacked(), masks, np.hstack([figure, 1 - figure]) if variable in SHARES else figure)


def expected(variable: str) -> pd.DataFrame:
    rows = EXPECTED[EXPECTED["variable"].eq(variable)].set_index("domain")
    assert len(rows) == 41
    return rows.loc[DOMAINS]


def test_the_file_is_whole() -> None:
    assert EXPECTED.shape == (164, 21)


@pytest.mark.parametrize("variable", [*SHARES, "a_trust"])
def test_the_t_test_is_that_of_r(variable: str) -> None:
    answers = 2 if variable in SHARES else 1
    first = np.arange(len(DOMAINS)) * 2 * answers
    found = contrast(stacked(), cells_of(sums(variable)), first, first + answers)
    for ours, theirs in NAMES.items():
        np.testing.assert_allclose(found[ours], expected(variable)[theirs], rtol=1e-9, atol=0, err_msg=ours)


@pytest.mark.parametrize("variable", SHARES)
def test_the_pattern_of_two_answers_is_tested_as_in_r(variable: str) -> None:
    scored = sums(variable).scored
    found = rao_scott(stacked(), scored.reshape(len(scored), len(DOMAINS), 2, 2))
    for ours, theirs in {"statistic": "F", "df1": "ndf", "df2": "ddf", "p": "p_F"}.items():
        np.testing.assert_allclose(found[ours], expected(variable)[theirs], rtol=1e-9, atol=0, err_msg=ours)


@pytest.mark.parametrize("variable", [*SHARES, "a_trust"])
def test_both_ends_are_the_estimates_of_their_wave(variable: str) -> None:
    value = cells_of(sums(variable)).value.reshape(len(DOMAINS), 2, -1)[:, :, 0]
    np.testing.assert_allclose(value, expected(variable)[["w1", "w2"]], rtol=1e-9, atol=0)
