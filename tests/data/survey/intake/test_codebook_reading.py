"""A codebook is read whole."""

from pathlib import Path

from data.model.questionnaire import Answer, Asked, Wave
from data.survey.intake.codebook_reading import read_codebook
from data.survey.intake.codebook_relations import comparability_problems, source_problems
from tests.data.survey.intake.wave_files import codebook, codebook_file


def test_head_roles_and_codes(tmp_path: Path) -> None:
    read = codebook(tmp_path)
    assert read.wave == Wave(
        code="w1",
        period="2020-08",
        kind="computed",
        mode="face_to_face",
        ages=(15, 29),
        age_groups=("15-17", "18-19", "20-24", "25-29"),
        universe={"sq": "Të rinjtë 15-29 vjeç", "en": "Young people aged 15-29"},
        sampling={"sq": "Dy shkallë", "en": "Two stages"},
        weights={"sq": "Peshat e anketës", "en": "Survey weights"},
        source="s001",
        revisited=False,
        persons=0,
        psus=0,
        strata=0,
    )
    assert (read.file, read.single_psu, read.synthetic) == ("w1.toml", "refuse", False)
    assert read.roles["gender"] == "sex"
    assert read.codes["gender"] == {"1": "m", "2": "f", "3": "other"}


def test_questions_and_where_their_answers_stand(tmp_path: Path) -> None:
    heard, channels, serious = codebook(tmp_path).items
    assert heard.column == "Q1" and heard.columns == {}
    assert heard.values == {"1": "yes", "2": "no"}
    assert heard.missing == ("98", "99")
    assert channels.column == "" and channels.values == {}
    assert channels.columns == {"school": "Q2/school", "friends": "Q2/friends"}
    assert channels.asked_if == {"heard": ("yes",)}
    assert serious.question.answer_codes == ("low", "middle", "very", "high", "mean")
    assert serious.question.nets == (
        Answer("high", {"sq": "Të paktën mesatar", "en": "At least middling"}, ("middle", "very")),
    )
    assert serious.question.sensitive


def test_each_question_carries_its_one_asking(tmp_path: Path) -> None:
    read = codebook(tmp_path)
    asked = [question.asked[0] for question in read.questions]
    assert [len(question.asked) for question in read.questions] == [1, 1, 1]
    assert {(each.wave, each.kind) for each in asked} == {("w1", "computed")}
    assert asked[0].universe == read.wave.universe
    assert asked[1].universe["en"] == "Those who have heard"
    assert isinstance(asked[2], Asked) and asked[2].text["en"] == "How serious is it?"


def test_a_synthetic_wave_is_a_demonstration(tmp_path: Path) -> None:
    read = codebook(tmp_path, ("synthetic = false", "synthetic = true"))
    assert read.wave.kind == "demonstration"
    assert {question.asked[0].kind for question in read.questions} == {"demonstration"}


def test_no_file_and_no_toml_are_problems(tmp_path: Path) -> None:
    (problem,) = read_codebook(tmp_path / "w3.toml")[1]
    assert str(problem) == "w3.toml: expected a codebook, found no such file"
    (tmp_path / "w3.toml").write_text("wave = ", encoding="utf-8")
    (problem,) = read_codebook(tmp_path / "w3.toml")[1]
    assert "expected a TOML file in UTF-8" in str(problem)


def test_whether_the_source_exists_is_asked_apart(tmp_path: Path) -> None:
    read = codebook(tmp_path)
    assert source_problems(read, {"s001"}) == []
    (problem,) = source_problems(read, {"s002"})
    assert str(problem) == "w1.toml, source: expected an id in sources.csv, found 's001'"


def second_wave(folder: Path, said: str, *changes: tuple[str, str]) -> list[str]:
    """What is wrong between the invented wave and a second one; `said` is its word about the scale."""
    compared = [
        ("sensitive = true\n", f"sensitive = true\n{said}\n"),
        ('headline = "yes"', 'headline = "yes"\ncomparability = "comparable"'),
        ('headline = "school"', 'headline = "school"\ncomparability = "comparable"'),
    ]
    changes = (('wave = "w1"', 'wave = "w2"'), *compared, *changes)
    later, problems = read_codebook(codebook_file(folder, *changes, name="w2.toml"))
    assert problems == []
    return [str(problem) for problem in comparability_problems(codebook(folder), later)]


WITH_CARE = 'comparability = "with_care"\ncomparability_reason = { sq = "Tjetër", en = "Other" }'
NOT = 'comparability = "not_comparable"\ncomparability_reason = { sq = "Tjetër", en = "Other" }'
FOURTH = (
    'sq = "Shumë", en = "Very" },',
    'sq = "Shumë", en = "Very" },\n  { code = "fully", value = "4", sq = "Fare", en = "Fully" },',
)
NEW_QUESTION = ('code = "serious"', 'code = "serious_here"')


def test_the_second_wave_says_how_each_question_compares(tmp_path: Path) -> None:
    assert second_wave(tmp_path, WITH_CARE) == []
    (problem,) = second_wave(tmp_path, "")
    assert "w2.toml, [[question]] serious, comparability: expected comparable, with_care or not_comparable" in problem
    assert second_wave(tmp_path, "", NEW_QUESTION) == []


def test_other_answers_are_not_simply_comparable(tmp_path: Path) -> None:
    (problem,) = second_wave(tmp_path, 'comparability = "comparable"', FOURTH)
    assert "expected with_care or not_comparable, as answers differ: fully, found comparable" in problem
    assert second_wave(tmp_path, WITH_CARE, FOURTH) == []


def test_another_kind_of_question_is_not_comparable(tmp_path: Path) -> None:
    single = ('kind = "scale"', 'kind = "single"')
    (problem,) = second_wave(tmp_path, WITH_CARE, single)
    assert "expected not_comparable, as it was a scale before, found with_care" in problem
    assert second_wave(tmp_path, NOT, single) == []
