"""The waves' order in time."""

from collections.abc import Sequence
from itertools import combinations

from data.model.errors import Problem, SourceError
from data.model.periods import sort_key
from data.model.questionnaire import WAVES, Wave


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
