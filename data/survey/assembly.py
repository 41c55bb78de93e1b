"""The release's survey: published figures, imported waves, and a demonstration twin for each wave not imported."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from data.model.errors import Problem, SourceError
from data.model.microdata import Microdata
from data.model.observations import DEMONSTRATION_SOURCE
from data.model.questionnaire import Question
from data.model.survey import DEMONSTRATION, Survey, empty_survey
from data.survey.demonstration.generating import demonstration_microdata
from data.survey.joining import together
from data.survey.published import read_published
from data.survey.results import read_results
from data.survey.tables import survey_tables


def assemble_survey(folder: Path, sources: Collection[str]) -> Survey:
    """The survey of a folder of sources; an empty one where there is none.

    Private microdata are never read: real waves come as results. Raises SourceError with what is wrong in the folder,
    and for a source that is not among `sources`.
    """
    if not folder.exists():
        return empty_survey()
    published = read_published(folder, sources)
    real = read_results(folder / "results")
    imported = {wave.code for wave in real.waves}
    twins = [
        yielding(twin, real.questions) for twin in _twins(folder / "demonstration") if twin.wave.code not in imported
    ]
    survey = together([published, real, survey_tables(twins)])
    unknown = sorted({wave.source for wave in survey.waves} - set(sources))
    if unknown:
        raise SourceError([Problem("survey", 0, "source", "an id in sources.csv", each) for each in unknown])
    return survey


def yielding(twin: Microdata, real: Mapping[str, Question]) -> Microdata:
    """The twin without the questions that a real wave asks in another form; the others are rounded as the real ones.

    An invented questionnaire must neither stop a real one nor coarsen its figures.
    """
    kept = [each for each in twin.questions if each.code not in real or real[each.code].kind == each.kind]
    questions = tuple(replace(each, sensitive=real.get(each.code, each).sensitive) for each in kept)
    return replace(twin, questions=questions)


def _twins(folder: Path) -> list[Microdata]:
    if not folder.exists():
        return []
    twins = demonstration_microdata(folder)
    for twin in twins:
        if (twin.wave.kind, twin.wave.source) != (DEMONSTRATION, DEMONSTRATION_SOURCE):
            expected = f"synthetic = true, source = {DEMONSTRATION_SOURCE}"
            found = f"{twin.wave.kind}, {twin.wave.source}"
            raise SourceError([Problem(f"survey/demonstration/{twin.wave.code}.toml", 0, "source", expected, found)])
    return twins
