"""Which groups have an answer pattern: of 25 persons, not of 24; and when two patterns differ."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from reference_waves import PERIODS, microdata

from data.model.microdata import Microdata
from data.survey.protected.patterns import patterns_between, patterns_within, printed_patterns
from data.survey.protected.rounds import alone, design_of, stacked

SOURCES = "src"
WOMEN_OF_KUKES = {"area": "AL-07", "gender": "f"}


def answered_by(wave: Microdata, women: int) -> Microdata:
    """The wave's one question of where people heard, answered by so many women of Kukës and by all others."""
    people = wave.respondents.copy()
    own = people["area"].eq("AL-07") & people["gender"].eq("f") & people[SOURCES].ne("")
    people.loc[people.index[own][women:], SOURCES] = ""
    (asked,) = [question for question in wave.questions if question.code == SOURCES]
    return replace(wave, questions=(asked,), respondents=people)


@pytest.mark.parametrize(("women", "is_tested"), [(24, False), (25, True)])
def test_a_group_takes_part_from_25_persons_on(women: int, is_tested: bool) -> None:
    wave = answered_by(microdata("w1"), women)
    rows = patterns_within(alone(wave, design_of(wave)))
    tested = set(zip(rows["dimension"], rows["area"], rows["gender"], strict=True))
    assert (("area", "all", "f") in tested) == (("gender", "AL-07", "all") in tested) == is_tested
    assert {("area", "all", "m"), ("gender", "AL-11", "all")} <= tested


@pytest.mark.parametrize(
    ("before", "after", "is_tested"), [(25, 25, True), (24, 25, False), (25, 24, False), (24, 24, False)]
)
def test_two_waves_are_compared_where_both_have_25_persons(before: int, after: int, is_tested: bool) -> None:
    waves = [answered_by(microdata(code), women) for code, women in (("w1", before), ("w2", after))]
    first, last = stacked(*((wave, design_of(wave)) for wave in waves))
    rows = patterns_between(first, last, {SOURCES: last.questions[SOURCES]})
    own = rows[rows["area"].eq("AL-07") & rows["gender"].eq("f")]
    assert len(own) == is_tested
    assert set(rows["period"]) == {PERIODS["w1"]} and set(rows["period_to"]) == {PERIODS["w2"]}


def test_patterns_differ_below_five_per_cent_and_not_at_it() -> None:
    row = {"indicator": SOURCES, "area": "AL-07", "gender": "all", "age": "all", "population": "all",
           "dimension": "gender", "period": "2020-08", "period_to": "2020-08", "statistic": 2.0, "df1": 3.0,
           "df2": 40.0, "p": 0.01, "comparability": "comparable", "kind": "computed"}  # fmt: skip
    tests = pd.DataFrame([row, row, row, {**row, "comparability": "not_comparable"}])
    printed = printed_patterns(tests, np.array([0.04999, 0.05, 0.05001, np.nan]))
    assert printed["verdict"].tolist() == ["differs", "not_distinguishable", "not_distinguishable", "not_comparable"]
