"""The codebook's word `comparable` is not believed where the waves asked otherwise; other wording is told."""

from pathlib import Path

import pytest

from data.model.questionnaire import Question, Wave
from data.model.survey import Survey, empty_survey
from data.survey.believed import believed_problems
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.codebook_reading import read_codebook
from data.survey.intake.codebook_relations import comparability_problems, reworded_questions
from data.survey.questions import merged
from tests.data.survey.intake.wave_files import codebook, codebook_file

Changes = tuple[tuple[str, str], ...]
COMPARED: Changes = (
    ('wave = "w1"', 'wave = "w2"'),
    ('fieldwork = "2020-08"', 'fieldwork = "2024-05"'),
    ('headline = "yes"', 'headline = "yes"\ncomparability = "comparable"'),
    ('headline = "school"', 'headline = "school"\ncomparability = "comparable"'),
    ('headline = "high"', 'headline = "high"\ncomparability = "comparable"'),
)
YES, NO = 'sq = "Po", en = "Yes"', 'sq = "Jo", en = "No"'
OTHERWISE: list[tuple[Changes, str, str]] = [
    ((('mode = "face_to_face"', 'mode = "telephone"'),), "comparability", "mode was face_to_face and is telephone"),
    (
        (("ages = [15, 29]", "ages = [14, 29]"), ('"15-17"', '"14-17"')),
        "comparability",
        "ages were 15-29 and are 14-29",
    ),
    ((('sq = "Të rinjtë 15-29 vjeç"', 'sq = "Nxënësit"'),), "comparability", "the universe has other words"),
    (((YES, "@"), (NO, YES), ("@", NO)), "heard", "yes was 'Po' and is 'Jo'; no was 'Jo' and is 'Po'"),
    (((YES, 'sq = "Po", en = "No"'), (NO, 'sq = "Jo", en = "Yes"')), "heard", "yes was 'Po' and is 'Po'"),
    ((('sq = "Miqtë", en = "Friends"', 'sq = "Shkolla", en = "School"'),), "channels", "friends was 'Miqtë'"),
    ((('answers = ["middle", "very"], sq', 'answers = ["very"], sq'),), "serious", "high puts other answers together"),
    ((('sq = "Të paktën mesatar"', 'sq = "Më pak"'),), "serious", "high was 'Të paktën mesatar' and is 'Më pak'"),
    ((('asked_if = { heard = ["yes"] }', 'asked_if = { heard = ["no"] }'),), "channels", "it was put to other persons"),
    ((('universe = { sq = "Kush ka dëgjuar"', 'universe = { sq = "Të gjithë"'),), "channels", "put to other persons"),
    (
        (
            ('code = "low", value = "1"', 'code = "very", value = "1"'),
            ('code = "very", value = "3"', 'code = "low", value = "3"'),
        ),
        "serious",
        "the steps of the scale have another order",
    ),
]


def waves(folder: Path, changes: Changes) -> tuple[Codebook, Codebook]:
    later, problems = read_codebook(codebook_file(folder, *COMPARED, *changes, name="w2.toml"))
    assert problems == []
    return codebook(folder), later


def survey_of(*codebooks: Codebook) -> Survey:
    nothing = empty_survey()
    questions: dict[str, Question] = merged(question for each in codebooks for question in each.questions)
    rounds: tuple[Wave, ...] = tuple(each.wave for each in codebooks)
    return Survey(rounds, questions, nothing.observations, nothing.differences, nothing.patterns)


@pytest.mark.parametrize(("changes", "where", "why"), OTHERWISE)
def test_comparable_is_refused_where_it_was_asked_otherwise(
    tmp_path: Path, changes: Changes, where: str, why: str
) -> None:
    problems = [str(problem) for problem in comparability_problems(*waves(tmp_path, changes))]
    (told,) = [each for each in problems if why in each]
    assert where in told and "expected with_care or not_comparable and a reason, as " in told
    assert len(problems) == 1


@pytest.mark.parametrize(("changes", "where", "why"), OTHERWISE)
def test_with_care_and_a_reason_is_taken(tmp_path: Path, changes: Changes, where: str, why: str) -> None:
    earlier, _ = waves(tmp_path, changes)
    text = (tmp_path / "w2.toml").read_text(encoding="utf-8")
    reason = 'comparability = "with_care"\ncomparability_reason = { sq = "Ndryshe", en = "Otherwise" }'
    (tmp_path / "w2.toml").write_text(text.replace('comparability = "comparable"', reason), encoding="utf-8")
    later, problems = read_codebook(tmp_path / "w2.toml")
    assert problems == [] and comparability_problems(earlier, later) == []


def test_what_changes_no_meaning_is_taken(tmp_path: Path) -> None:
    changes = (
        (YES, 'sq = "PO.", en = "Yes"'),
        ('sq = "Miqtë"', 'sq = " miqtë "'),
        ('value = "1", sq', 'value = "7", sq'),
    )
    earlier, later = waves(tmp_path, changes[:2])
    assert comparability_problems(earlier, later) == [] and reworded_questions(earlier, later) == []


def test_another_text_and_another_translation_are_told(tmp_path: Path) -> None:
    changes = (('sq = "A keni dëgjuar?"', 'sq = "A dini?"'), ('en = "Friends"', 'en = "Mates"'))
    earlier, later = waves(tmp_path, changes)
    assert comparability_problems(earlier, later) == []
    assert reworded_questions(earlier, later) == [
        ("heard", "the text was 'A keni dëgjuar?' and is 'A dini?'"),
        ("channels", "friends was 'Friends' and is 'Mates'"),
    ]


def test_results_imported_before_are_not_believed_either(tmp_path: Path) -> None:
    earlier, later = waves(tmp_path, (('mode = "face_to_face"', 'mode = "web"'), (YES, "@"), (NO, YES), ("@", NO)))
    problems = [*believed_problems(survey_of(earlier, later), "survey.json")]
    assert [problem.split("]")[0] for problem in problems] == [
        "survey.json, [heard", "survey.json, [channels", "survey.json, [serious"
    ]  # fmt: skip
    assert "mode was face_to_face and is web; yes was 'Po' and is 'Jo'" in problems[0]
    assert [*believed_problems(survey_of(*waves(tmp_path, ())), "survey.json")] == []
