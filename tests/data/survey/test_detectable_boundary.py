"""What would probably have been missed stands beside every verdict of no difference, and beside no other."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from reference_waves import microdata

from data.survey.protected import differences
from data.survey.protected.differences import judge
from data.survey.protected.patterns import patterns_within
from data.survey.protected.rounds import alone, design_of
from data.survey.protected.tested import tested_within as within
from data.survey.tables import survey_tables


@pytest.mark.parametrize(("q", "found"), [(0.0499999, True), (0.05, False), (0.0500001, False)])
def test_q_of_exactly_five_per_cent_finds_nothing_and_says_what_is_missed(
    monkeypatch: pytest.MonkeyPatch, q: float, found: bool
) -> None:
    wave = microdata("w1")
    wave = replace(wave, questions=tuple(question for question in wave.questions if question.code == "heard"))
    survey, own = survey_tables([wave]), alone(wave, design_of(wave))
    tests, patterns = within(own), patterns_within(own)
    monkeypatch.setattr(
        differences, "corrected", lambda kept, compared: (np.full(len(kept), q), np.full(len(compared), q))
    )
    judged, compared = judge(tests, patterns, survey.observations, survey.questions)
    moved = judged[judged["difference"].ne(0)]
    assert len(moved) > 10
    signs = np.where(moved["difference"] > 0, "higher", "lower")
    assert moved["verdict"].tolist() == (signs.tolist() if found else ["not_distinguishable"] * len(moved))
    assert pd.isna(moved["detectable"]).all() if found else moved["detectable"].gt(0).all()
    assert set(compared["verdict"]) == {"differs" if found else "not_distinguishable"}
