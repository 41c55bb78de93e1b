"""Whole answer patterns compared: R's Rao-Scott tests, through the protected tables."""

from dataclasses import replace

import pandas as pd
import pytest
from reference_waves import COUNTIES, PERIODS, both, domain_of, microdata
from young_sample import REFERENCE

from data.model.survey_tables import PATTERNS
from data.survey.tables import survey_tables

QUESTIONS = {"k_heard": "heard", "k_signs": "signs", "a_trust": "trust", "src": "src"}
DIMENSIONS = {"county": "area", "gender": "gender", "agegrp": "age", "wave": "period"}


def own_rows(row: object) -> pd.DataFrame:
    """Our row for one of R's, none where we do not offer that test."""
    domain = domain_of(row.domain)
    if domain is None:
        return both().patterns.iloc[:0]
    dimension = DIMENSIONS[row.columns]
    where = {**domain._asdict(), "indicator": QUESTIONS[row.rows], "dimension": dimension, "period": PERIODS["w1"]}
    if dimension == "area":
        where["area"] = "all"
    table = both().patterns
    for column, wanted in where.items():
        table = table[table[column].eq(wanted)]
    return table


def test_the_table_has_its_columns() -> None:
    assert {name: str(dtype) for name, dtype in both().patterns.dtypes.items()} == PATTERNS


def test_patterns_are_those_of_r() -> None:
    known = pd.read_csv(REFERENCE / "extra_rao_scott.csv", na_values=[""], keep_default_na=False)
    known = known[known["design"].isin(["kap1", "kap12"]) & known["columns"].isin(list(DIMENSIONS))]
    compared = dict.fromkeys(DIMENSIONS.values(), 0)
    # R's rows over three genders are not ours: a gender of 24 persons takes part in totals only.
    three = known["columns"].eq("gender") & known["df_chisq"].ne(known["rows"].map({"k_heard": 1, "src": 4}).fillna(4))
    for row in known[known["rows"].isin(list(QUESTIONS)) & ~three].itertuples():
        for own in own_rows(row).itertuples():
            assert own.statistic == pytest.approx(row.F, abs=6e-4), row
            assert (own.df1, own.df2) == pytest.approx((row.ndf, row.ddf), abs=6e-3), row
            assert own.p == pytest.approx(row.p_F, abs=6e-5), row
            assert own.q >= row.p_F - 6e-5
            assert own.verdict == ("differs" if own.q < 0.05 else "not_distinguishable")
            compared[own.dimension] += 1
    assert compared["area"] + compared["age"] + compared["period"] > 40, compared
    assert min(compared["area"], compared["age"], compared["period"]) >= 8, compared


def test_each_dimension_is_offered_where_the_contract_says() -> None:
    trust = both().patterns_of("trust")
    inside = trust[trust["period"].eq(trust["period_to"]) & trust["period"].eq(PERIODS["w2"])]
    areas = {"AL-4C", *COUNTIES.values()}
    said = {
        dimension: set(zip(rows["area"], rows["gender"], rows["age"], rows["population"], strict=True))
        for dimension, rows in inside.groupby("dimension")
    }
    assert said == {
        "area": {("all", gender, "all", "all") for gender in ("all", "f", "m")},
        "gender": {(area, "all", "all", "all") for area in areas},
        "age": {(area, "all", "all", "all") for area in areas},
    }
    between = trust[trust["dimension"].eq("period")]
    assert len(between) == 5 * 3 + 4 + 1
    assert set(between["period_to"]) == {PERIODS["w2"]}


def test_a_hidden_group_takes_the_whole_test_with_it() -> None:
    wave = microdata("w1")
    people = wave.respondents.copy()
    kukes = people.index[people["area"].eq("AL-07") & people["gender"].eq("f") & people["src"].ne("")]
    people.loc[kukes[24:], "src"] = ""
    rows = survey_tables([replace(wave, respondents=people)]).patterns_of("src")
    tested = set(zip(rows["dimension"], rows["area"], rows["gender"], strict=True))
    assert {("area", "all", "f"), ("gender", "AL-07", "all")}.isdisjoint(tested)
    assert {("area", "all", "m"), ("gender", "AL-11", "all"), ("area", "all", "all")} <= tested


def test_where_everybody_says_the_same_there_is_no_pattern() -> None:
    assert both().patterns_of("all").empty
