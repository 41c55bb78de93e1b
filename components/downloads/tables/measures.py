"""What a table's figures measure: an indicator, an answer of a survey question, people reached by services."""

from collections.abc import Sequence

import pandas as pd

from components.exports.tables.model import MeasureNote
from components.wording.provenance import interval_method
from components.wording.survey import answer_name, asked_text, verdict
from data import Indicator, Question, Release
from data.model.service_counts import PEOPLE
from data.model.survey_measure import measure_of
from i18n import Text

FACTS = ("definition", "universe", "method")
COUNTED = Indicator(
    code=PEOPLE,
    theme="services",
    unit="persons",
    decimals=0,
    higher_is="neutral",
    level="county",
    interval="none",
    sensitive_count=True,
    outcomes=(),
    notes=(),
    breaks=(),
    comparability="comparable",
)


def measured(release: Release, code: str, answer: str) -> Indicator:
    """The measure as an indicator: unit, decimals, interval."""
    if code in release.catalogue:
        return release.catalogue[code]
    return COUNTED if code == PEOPLE else measure_of(release.survey, release.survey.questions[code], answer)


def measure_name(t: Text, release: Release, code: str) -> str:
    """What the indicator, the question or the count is called."""
    if code in release.catalogue:
        return t(f"indicator.{code}.label")
    return t("people_reached.label") if code == PEOPLE else release.survey.questions[code].label[t.language]


def part_name(t: Text, release: Release, code: str, answer: str) -> str:
    """What the answer, or the group of services, is called; '' for an indicator, which has neither."""
    if code == PEOPLE:
        return t(f"service_group.{answer}")
    return "" if code in release.catalogue else answer_name(t, release.survey.questions[code], answer)


def measures_in(release: Release, rows: pd.DataFrame) -> list[Indicator]:
    """The measures of the rows, each once, in their order."""
    pairs = rows[["indicator", "answer"]].drop_duplicates("indicator")
    return [measured(release, code, answer) for code, answer in pairs.itertuples(index=False)]


def measure_notes(t: Text, release: Release, measures: Sequence[Indicator]) -> tuple[MeasureNote, ...]:
    """Each measure as the codebook describes it."""
    return tuple(measure_note(t, release, measure) for measure in measures)


def measure_note(t: Text, release: Release, measure: Indicator) -> MeasureNote:
    """One measure as the codebook describes it."""
    code = measure.code
    if code in release.catalogue:
        said = tuple(t(f"indicator.{code}.{part}") for part in FACTS)
        comparability = t(f"comparability.{measure.comparability}")
    elif code == PEOPLE:
        said = tuple(t(f"people_reached.{part}") for part in FACTS)
        comparability = t("people_reached.comparability")
    else:
        question = release.survey.questions[code]
        said = question_facts(t, release, question)
        comparability = verdict(t, question)
    definition, universe, method = said
    return MeasureNote(
        code=code,
        label=measure_name(t, release, code),
        definition=definition,
        universe=universe,
        unit=t(f"unit.{measure.unit}.name"),
        decimals=measure.decimals,
        direction=direction(t, release, measure),
        method=" ".join((method, *(t(f"note.{code}") for code in measure.notes))),
        interval=t(f"method.{interval_method(measure)}.long"),
        comparability=comparability,
    )


def direction(t: Text, release: Release, measure: Indicator) -> str:
    """Whether more is better or worse; of a survey question, whose answers differ in that, for its main answer."""
    question = release.survey.questions.get(measure.code)
    if question is None or question.higher_is == "neutral":
        return t(f"direction.{measure.higher_is}")
    answer = answer_name(t, question, question.headline)
    return t("files.direction", answer=answer, direction=t(f"direction.{question.higher_is}"))


def question_facts(t: Text, release: Release, question: Question) -> tuple[str, str, str]:
    """The wording and the universe of the latest wave that asked, and how each wave drew its sample."""
    latest = question.asked[-1]
    waves = [release.survey.wave_of(asked) for asked in question.asked]
    samples = (f"{t.period(wave.period)}: {wave.sampling[t.language]} {wave.weights[t.language]}" for wave in waves)
    return asked_text(t, question, latest), latest.universe[t.language], " ".join(dict.fromkeys(samples))
