"""Each kind of wrong codebook is refused, with the block, the key, what was expected and what was found."""

from pathlib import Path

import pytest

from data.survey.intake.codebook_reading import read_codebook
from tests.data.survey.intake.wave_files import CODEBOOK, codebook_file

LONG = "N" * 46
HEARD = 'code = "heard"'
SCALE_NET = 'nets = [ { code = "high", answers = ["middle", "very"]'
VERY = '  { code = "very", value = "3", sq = "Shumë", en = "Very" },\n'
WRONG = [
    ('wave = "w1"', 'wave = "w9"', "wave", "one of w1, w2", "'w9'"),
    ('fieldwork = "2020-08"', 'fieldwork = "August"', "fieldwork", "a year, month", "'August'"),
    ('mode = "face_to_face"', 'mode = "talk"', "mode", "one of face_to_face", "'talk'"),
    ("ages = [15, 29]", "ages = [29, 15]", "ages", "the youngest and the oldest", "[29, 15]"),
    ('"18-19", ', "", "age_groups", "groups that follow one another from 15 to 29", "15-17, 20-24, 25-29"),
    ('"25-29"]', '"25-30"]', "age_groups", "groups that follow", "25-30"),
    ('"15-17", ', '"17-15", ', "age_groups", "groups that follow", "17-15"),
    ('single_psu = "refuse"', 'single_psu = "merge"', "single_psu", "one of refuse, adjust", "'merge'"),
    ("revisited = false", "revisited = true", "revisited", "false, as nothing comes before w1", "true"),
    ("synthetic = false", 'synthetic = "no"', "synthetic", "true or false", "'no'"),
    ('source = "s001"\n', "", "source", "an id in sources.csv", "nothing"),
    ('source = "s001"', 'source = "s001"\nauthor = "x"', "author", "one of wave, fieldwork", "an unknown key"),
    ('en = "Two stages"', 'en = ""', "sampling", "a text in both languages", "Dy shkallë"),
    ('weight = "w"\n', "", "[roles] weight", "the name of a column", "nothing"),
    ('weight = "w"', 'weight = "w"\nhousehold = "hh"', "[roles] household", "one of id, weight", "an unknown key"),
    ('"4" = "AL-07"', '"4" = "AL-08"', '[codes.county] "4"', "one of AL-11, AL-10", "'AL-08'"),
    ('"3" = "other"', '"3" = "x"', '[codes.gender] "3"', "one of f, m, other", "'x'"),
    ('"2" = "f"', '"1.0" = "f"', '[codes.gender] "1"', "a value once", "twice"),
    ('ethnicity = "ethnicity"\n', "", "[roles] ethnicity", "the column that [codes.ethnicity] explains", "nothing"),
    ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\nwave = "wave"', "[codes.wave]", "at least one", "nothing"),
    (HEARD, 'code = "Heard?"', "[[question]] 1, code", "a code of small letters", "'Heard?'"),
    (HEARD, 'code = "weight"', "[[question]] weight, code", "none of weight, stratum", "'weight'"),
    (HEARD, 'code = "serious"', "[[question]] serious, code", "a code of its own", "'serious' again"),
    ('block = "meaning"', 'block = "other"', "[[question]] heard, block", "one of meaning", "'other'"),
    ('kind = "single"', 'kind = "text"', "[[question]] heard, kind", "one of single, multi, scale", "'text'"),
    ('column = "Q1"\n', "", "[[question]] heard, column", "a text", "nothing"),
    ('kind = "multi"', 'kind = "multi"\ncolumn = "Q2"', "[[question]] channels, column", "one of", "unknown key"),
    ('en = "Has heard"', f'en = "{LONG}"', "[[question]] heard, label", "at most 45 characters", "Ka dëgjuar"),
    (', en = "Have you heard?"', "", "[[question]] heard, text", "both languages", "A keni dëgjuar?"),
    ('missing = ["98", 99]', "missing = 98", "[[question]] heard, missing", "a list of values", "98"),
    ('missing = ["98", 99]', "missing = [2]", "[[question]] heard, missing", "no value of an answer", "'2'"),
    ('headline = "yes"', 'headline = "mean"', "[[question]] heard, headline", "one of yes, no", "'mean'"),
    ('higher_is = "better"', 'higher_is = "up"', "[[question]] heard, higher_is", "one of better, worse", "'up'"),
    ("sensitive = true\n", "", "[[question]] serious, sensitive", "true or false", "nothing"),
    ("value = 2", 'value = "1"', "[[question]] heard, answers", "a value (or column) of its own", "'1' again"),
    ('"Q2/friends"', '"Q2/school"', "[[question]] channels, answers", "of its own", "'Q2/school' again"),
    ('code = "no"', 'code = "yes"', "[[question]] heard, answers", "a code of its own", "'yes' again"),
    ('code = "very"', 'code = "mean"', "[[question]] serious, answers", "another code", "'mean'"),
    ('column = "Q2/school"', 'value = "1"', "[[question]] channels, answers school: column", "a text", "nothing"),
    ('sq = "Po"', 'sq = ""', "[[question]] heard, answers yes: sq", "a text", "''"),
    (VERY, "", "[[question]] serious, answers", "at least 3 answers, as it is a scale", "2"),
    (SCALE_NET, SCALE_NET.replace('"very"', '"most"'), "[[question]] serious, nets high: answers", "answers", "'most'"),
    (SCALE_NET, SCALE_NET.replace('"high"', '"low"'), "[[question]] serious, answers", "a code of its own", "'low'"),
    ("asked_if = { heard", "asked_if = { serious", "[[question]] channels, asked_if", "an earlier question", "serious"),
    (
        'asked_if = { heard = ["yes"] }',
        'asked_if = { heard = ["ja"] }',
        "asked_if",
        "answers of heard: yes, no",
        "'ja'",
    ),
    ('asked_if = { heard = ["yes"] }', "asked_if = {}", "[[question]] channels, asked_if", "question = [", "{}"),
    (
        'headline = "yes"',
        'headline = "yes"\ncomparability = "with_care"',
        "[[question]] heard, comparability_reason",
        "a text in both languages",
        "nothing",
    ),
    (
        'headline = "yes"',
        'headline = "yes"\ncomparability = "with_care"\ncomparability_reason = { sq = "", en = "" }',
        "[[question]] heard, comparability_reason",
        "a text in both languages",
        "{'sq': '', 'en': ''}",
    ),
]


@pytest.mark.parametrize(("old", "new", "column", "expected", "found"), WRONG)
def test_a_wrong_place_is_named(tmp_path: Path, old: str, new: str, column: str, expected: str, found: str) -> None:
    problems = read_codebook(codebook_file(tmp_path, (old, new)))[1]
    matching = [
        each for each in problems if column in each.column and expected in each.expected and found in each.found
    ]
    assert matching, "\n".join(map(str, problems))
    assert {(each.file, each.row) for each in problems} == {("w1.toml", 0)}


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    changes = [
        ('mode = "face_to_face"', 'mode = "talk"'),
        ('"4" = "AL-07"', '"4" = "Kukes"'),
        ('block = "meaning"', 'block = "other"'),
        ("sensitive = true\n", ""),
        ('en = "Very"', 'en = ""'),
        ('headline = "high"', 'headline = "higher"'),
        ('asked_if = { heard = ["yes"] }', 'asked_if = { heart = ["yes"] }'),
    ]
    columns = [problem.column for problem in read_codebook(codebook_file(tmp_path, *changes))[1]]
    assert columns == [
        "mode",
        '[codes.county] "4"',
        "[[question]] heard, block",
        "[[question]] serious, sensitive",
        "[[question]] serious, answers very: en",
        "[[question]] serious, headline",
        "[[question]] channels, asked_if",
    ]


def test_a_codebook_without_anything_names_every_key(tmp_path: Path) -> None:
    path = tmp_path / "w1.toml"
    path.write_text("", encoding="utf-8")
    columns = {problem.column for problem in read_codebook(path)[1]}
    assert columns >= {"wave", "fieldwork", "ages", "roles", "codes", "question", "source"}


@pytest.mark.parametrize("value", ["1", "[]", '"text"', "[1]", "{ a = 1 }", "[{ a = 1 }]", "true"])
@pytest.mark.parametrize("key", ["wave", "ages", "age_groups", "universe", "roles", "codes", "question"])
def test_any_other_type_is_a_problem_and_no_crash(tmp_path: Path, key: str, value: str) -> None:
    path = tmp_path / "w1.toml"
    path.write_text(f"{key} = {value}\n", encoding="utf-8")
    assert read_codebook(path)[1]


@pytest.mark.parametrize("value", ["1", "[]", '"text"', "[1]", "{ a = 1 }", "[{ a = 1 }]", "true"])
@pytest.mark.parametrize("key", ["code", "kind", "asked_if", "label", "missing", "answers", "nets", "comparability"])
def test_any_other_type_in_a_question_is_a_problem_and_no_crash(tmp_path: Path, key: str, value: str) -> None:
    path = tmp_path / "w1.toml"
    path.write_text(f"{CODEBOOK}\n[[question]]\n{key} = {value}\n", encoding="utf-8")
    problems = read_codebook(path)[1]
    assert {problem.column.split(",")[0] for problem in problems} <= {"[[question]] 4", "[[question]] text"}
    assert problems
