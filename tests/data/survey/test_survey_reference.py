"""Every row of R's answers that applies: expected_estimates.csv and the designs it does not have."""

import numpy as np
import pandas as pd
import pytest
from answers_of_r import EXACT, REFERENCE, compare, expected

from data.statistics.design import Design, DesignError, make_design

REPLACED = ("mean", "prop_xlogit", "prop_beta")  # in the extra designs
METHODS = ("logit", "xlogit", "beta", "mean", "asin", "likelihood")


def people_of(wave: int) -> pd.DataFrame:
    people = pd.read_csv(REFERENCE / "kap_synthetic.csv", dtype={"psu": str})
    return people[people["wave"] == wave].reset_index(drop=True)


def design_of(people: pd.DataFrame, population: pd.Series | None = None, single_psu: str = "refuse") -> Design:
    return make_design(people["w"], people["stratum"], people["psu"], population_psus=population, single_psu=single_psu)


# Of 369 shares in a wave, these are neither 0 nor 1: only they have an interval by svyciprop.
@pytest.mark.parametrize(("wave", "between"), [(1, 312), (2, 307)])
def test_both_waves_on_every_row(wave: int, between: int) -> None:
    rows = expected("expected_estimates.csv").query(f"design == 'kap{wave}'")
    people = people_of(wave)
    compared = compare(rows, design_of(people), people, ["mean_deff_replace"])
    for stat in ("mean", "total", "ratio"):
        assert compared[stat, "estimate"] == compared[stat, "interval"] == 41
    assert compared["mean_deff_replace", "deff"] == 41
    shares = {method: compared[f"prop_{method}", "estimate"] for method in METHODS}
    assert shares == {**dict.fromkeys(METHODS, 369), "likelihood": between}
    assert {compared[f"prop_{method}", "interval"] for method in ("logit", "xlogit", "beta", "mean")} == {between}
    assert sum(count for (_, figure), count in compared.items() if figure == "estimate") == len(rows)


def test_finite_populations_of_psus() -> None:
    people = people_of(1)
    drawn = expected("extra_fpc_design.csv").set_index("stratum")["population_psus"].astype(float)
    design = design_of(people, people["stratum"].map(drawn))
    assert {0.0, 1.0} < set(design.sampled)
    rows = expected("extra_fpc.csv")
    compared = compare(rows, design, people, REPLACED)
    assert sum(count for (_, figure), count in compared.items() if figure == "estimate") == len(rows) == 230
    assert compared["total", "interval"] == 46
    assert compared["prop_beta", "deff"] > 50 and compared["mean", "deff"] > 20


def test_one_psu_in_a_stratum() -> None:
    kept = expected("extra_single_psu_design.csv").astype({"psu": str})
    people = people_of(1)
    people = people[people["psu"].isin(kept["psu"])].reset_index(drop=True)
    with pytest.raises(DesignError, match="one PSU only in stratum C"):
        design_of(people)
    design = design_of(people, single_psu="adjust")
    assert (design.sizes == 1).any()
    rows = expected("extra_single_psu.csv")
    compared = compare(rows, design, people, REPLACED)
    assert sum(count for (_, figure), count in compared.items() if figure == "estimate") == len(rows) == 210
    assert compared["total", "interval"] > 30
    assert compared["prop_beta", "deff"] > 50 and compared["mean", "deff"] > 15


@pytest.mark.parametrize(("name", "finite"), [("wr", False), ("fpc_first", True)])
def test_the_first_of_two_stages(name: str, finite: bool) -> None:
    people = pd.read_csv(REFERENCE / "extra_two_stage_data.csv", dtype={"psu": str}, skipinitialspace=True)
    design = design_of(people, people["population_psus"] if finite else None)
    rows = expected("extra_two_stage.csv").query(f"design == '{name}'")
    compared = compare(rows, design, people, REPLACED)
    assert sum(count for (_, figure), count in compared.items() if figure == "estimate") == len(rows) == 144


def test_with_a_finite_population_the_first_stage_alone_is_too_sure() -> None:
    # As the docstring of the design says: what varies inside subsampled PSUs is missing.
    rows = expected("extra_two_stage.csv").set_index(["stat", "variable", "domain"])
    first, both = (rows[rows["design"] == name]["se"] for name in ("fpc_first", "fpc_both"))
    assert len(first) == len(both) == 144
    assert (first <= both.reindex(first.index) * (1 + EXACT)).all()
    assert np.median(first / both.reindex(first.index)) < 0.95
