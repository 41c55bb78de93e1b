"""Several surveys put together: what sources print, the real waves, and demonstration in the place of the others."""

from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from data.model.errors import Problem, SourceError
from data.model.periods import sort_key
from data.model.questionnaire import WAVES, Wave
from data.model.survey import Survey
from data.survey.protected.complete import PUBLISHED, complete
from data.survey.protected.differences import joined
from data.survey.protected.patterns import joined_patterns
from data.survey.questions import merged


def together(surveys: Sequence[Survey]) -> Survey:
    """The surveys as one: their figures as they are, and rows for what a wave of one did not ask of another.

    Raises SourceError where one wave would have both real and demonstration figures, where waves do not follow each
    other in time, or where questions of one code cannot be joined.
    """
    waves = tuple(sorted((wave for survey in surveys for wave in survey.waves), key=_place))
    _refuse_mixed(waves)
    refuse_disorder(waves)
    questions = merged(question for survey in surveys for question in survey.questions.values())
    known = pd.concat([survey.observations for survey in surveys], ignore_index=True)
    asked = known[known["status"].ne("not_asked")]
    return Survey(
        waves=waves,
        questions=questions,
        observations=complete(asked, questions.values(), waves),
        differences=joined([survey.differences for survey in surveys], questions),
        patterns=joined_patterns([survey.patterns for survey in surveys], questions),
    )


def _place(wave: Wave) -> tuple[int, bool]:
    return WAVES.index(wave.code), wave.kind != PUBLISHED


def _refuse_mixed(waves: Sequence[Wave]) -> None:
    codes = [wave.code for wave in waves if wave.kind != PUBLISHED]
    mixed = sorted({code for code in codes if codes.count(code) > 1})
    if mixed:
        expected = "real figures or demonstration, never both"
        raise SourceError([Problem(f"wave {code}", 0, "kind", expected, "both") for code in mixed])


def refuse_disorder(waves: Sequence[Wave]) -> None:
    """SourceError where a wave's fieldwork does not lie after that of a wave counted before it."""
    ordered = sorted(waves, key=lambda wave: WAVES.index(wave.code))
    problems = [
        Problem(
            f"wave {later.code} ({later.kind})",
            0,
            "fieldwork",
            f"a period after {earlier.period}, when {earlier.code} was asked ({earlier.kind})",
            later.period,
        )
        for earlier, later in combinations(ordered, 2)
        if earlier.code != later.code and sort_key(earlier.period) >= sort_key(later.period)
    ]
    if problems:
        raise SourceError(problems)
