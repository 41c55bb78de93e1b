"""From respondents to the protected tables: everything a reader may know of the waves, computed once."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from data.model.errors import Problem, SourceError
from data.model.microdata import Microdata
from data.model.questionnaire import WAVES, Question
from data.model.survey import Survey, empty_survey
from data.statistics.cube import cube
from data.statistics.design import Design, DesignError
from data.survey.guarding import guarded
from data.survey.joining import refuse_disorder
from data.survey.protected.bands import band_bases
from data.survey.protected.complete import complete
from data.survey.protected.differences import judge
from data.survey.protected.observed import observe_estimates
from data.survey.protected.patterns import joined_patterns, patterns_between, patterns_within
from data.survey.protected.rounds import Drawn, alone, design_of, stacked
from data.survey.protected.siblings import hide_beside
from data.survey.protected.tested import tested_between, tested_within
from data.survey.questions import merged


def survey_tables(microdata: Sequence[Microdata]) -> Survey:
    """The survey of these waves, complete and in canonical order; waves are compared where they are of one kind.

    Raises SourceError where a wave is there twice or not after the one before it, questions of one code differ in
    kind, or a sample has no variance.
    """
    ordered = sorted(microdata, key=lambda each: WAVES.index(each.wave.code))
    if not ordered:
        return empty_survey()
    _refuse_twice(ordered)
    refuse_disorder([each.wave for each in ordered])
    questions = merged(question for each in ordered for question in each.questions)
    drawn = [(each, _design(each)) for each in ordered]
    waves = tuple(each.wave for each in ordered)
    estimated = [_observed(each, questions) for each in drawn]
    observations = complete(pd.concat(estimated, ignore_index=True), questions.values(), waves)
    observations = band_bases(hide_beside(observations, questions, waves), questions, waves)
    differences, patterns = _compared(drawn, observations, questions)
    return guarded(Survey(waves, questions, observations, differences, patterns))


def _observed(drawn: Drawn, questions: dict[str, Question]) -> pd.DataFrame:
    microdata, design = drawn
    wave = microdata.wave
    estimates = cube(
        microdata.respondents, microdata.questions, wave=wave.code, age_groups=wave.age_groups, design=design
    )
    return observe_estimates(estimates, questions, wave)


def _compared(
    drawn: Sequence[Drawn], observations: pd.DataFrame, questions: dict[str, Question]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Differences and patterns, inside each wave and between one wave and the next of its kind, judged together."""
    tests, patterns = [], []
    for microdata, design in drawn:
        wave = alone(microdata, design)
        tests.append(tested_within(wave))
        patterns.append(patterns_within(wave))
    for earlier, later in pairwise(drawn):
        if earlier[0].wave.kind == later[0].wave.kind:
            before, after = stacked(earlier, later)
            tests.append(tested_between(before, after, questions))
            patterns.append(patterns_between(before, after, questions))
    judged, compared = judge(pd.concat(tests), pd.concat(patterns, ignore_index=True), observations, questions)
    return judged, joined_patterns([compared], questions)


def _design(microdata: Microdata) -> Design:
    try:
        return design_of(microdata)
    except DesignError as error:
        expected = "a sample whose variance can be estimated"
        raise SourceError([Problem(f"wave {microdata.wave.code}", 0, "design", expected, str(error))]) from None


def _refuse_twice(microdata: Sequence[Microdata]) -> None:
    codes = [each.wave.code for each in microdata]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise SourceError([Problem(f"wave {code}", 0, "", "one set of respondents", "several") for code in twice])
