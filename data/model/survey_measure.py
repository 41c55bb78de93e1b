"""One answer of a survey question as an indicator, so that everything that shows an indicator can show it."""

from typing import Final

from data.model.catalogue import LINEARISED, SURVEY, Indicator
from data.model.periods import sort_key
from data.model.questionnaire import MEAN, Question
from data.model.survey import Survey

SHARE_SCALE: Final = (0, 25, 50, 75, 100)  # the same for every share: one colour, one value, in every question


def measure_of(survey: Survey, question: Question, answer: str) -> Indicator:
    """The indicator of one answer, net or mean of a question; its code is the question's."""
    waves = [survey.wave_of(asked) for asked in question.asked]
    mean, published = answer == MEAN, question.asked[-1].kind == "published"
    return Indicator(
        code=question.code,
        theme=SURVEY,
        unit="mean_score" if mean else "percent",
        decimals=2 if mean else int(not (question.sensitive or published)),  # as the source prints them
        higher_is=question.higher_is if answer == question.headline else "neutral",
        level="county",
        interval="assumed_deff" if published else LINEARISED,
        sensitive_count=False,
        outcomes=(),
        notes=(),
        breaks=(),
        comparability=question.comparability,
        scale=mean_scale(len(question.answers)) if mean else SHARE_SCALE,
        sources=tuple(dict.fromkeys(wave.source for wave in waves)),
        periods=tuple(sorted((wave.period for wave in waves), key=sort_key)),
    )


def mean_scale(points: int) -> tuple[float, ...]:
    """Lowest score, highest score and three inner breaks at equal distances."""
    return tuple(1 + step * (points - 1) / 4 for step in range(5))
