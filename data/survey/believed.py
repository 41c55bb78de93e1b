"""Questions called comparable although their waves did not ask alike."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from data.model.alike import asked_differs, waves_differ
from data.model.survey import Survey


def believed_problems(survey: Survey, file: str) -> Iterator[str]:
    """A line for each comparable question and two of its waves in which mode, ages, universe or answers differ."""
    waves = {wave.code: wave for wave in survey.waves}
    for question in survey.questions.values():
        if question.comparability != "comparable":
            continue
        for before, now in pairwise(question.asked):
            earlier, later = (replace(question, asked=(asked,)) for asked in (before, now))
            changes = [*waves_differ(waves[before.wave], waves[now.wave]), *asked_differs(earlier, later)]
            if changes:
                expected = f"with_care or not_comparable and a reason, as {'; '.join(changes)}"
                yield f"{file}, [{question.code}] comparability: expected {expected}, found 'comparable'"
