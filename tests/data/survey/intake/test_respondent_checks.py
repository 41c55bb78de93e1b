"""Each kind of wrong row is refused with file, sheet, row, column, expected and found; all of them at once."""

from pathlib import Path

import pandas as pd
import pytest

from data.model.errors import Problem, SourceError
from data.survey.intake.clean import clean
from tests.data.survey.intake.wave_files import answers, codebook, raw_table, with_cells

PLACE = "answers.xlsx, sheet Data"
POPULATION = ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\npopulation_psus = "N"')
MARKED = ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\nsynthetic = "SYNTHETIC"')
STACKED = (
    ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\nwave = "wave"'),
    ("[codes.gender]", '[codes.wave]\n"1" = "w1"\n[codes.gender]'),
)


def refused(
    folder: Path,
    frame: pd.DataFrame,
    *changes: tuple[str, str],
    value_labels: dict[str, dict[str, str]] | None = None,
) -> tuple[Problem, ...]:
    """The problems of a file with these answers."""
    with pytest.raises(SourceError) as error:
        clean(raw_table(frame, value_labels), codebook(folder, *changes))
    return error.value.problems


CELLS = [
    ("w", "0", "a number above 0", "'0'"),
    ("w", "-1.5", "a number above 0", "'-1.5'"),
    ("w", "", "a number above 0", "nothing"),
    ("w", "heavy", "a number above 0", "'heavy'"),
    ("w", "inf", "a number above 0", "'inf'"),
    ("id", "", "an id", "nothing"),
    ("stratum", "", "the stratum of the person", "nothing"),
    ("psu", "", "the psu of the person", "nothing"),
    ("county", "7", "one of 1 = AL-11, 2 = AL-10, 3 = AL-09, 4 = AL-07", "'7'"),
    ("county", "", "one of 1 = AL-11", "nothing"),
    ("sex", "22", "one of 1 = m, 2 = f, 3 = other", "'22' (nearest: 2)"),
    ("ethnicity", "5", "one of 1 = other, 2 = roma", "'5'"),
    ("age", "", "an age in whole years", "nothing"),
    ("age", "young", "an age in whole years", "'young'"),
    ("age", "17.5", "an age in whole years", "'17.5'"),
    ("age", "14", "an age from 15 to 29", "'14'"),
    ("age", "30", "an age from 15 to 29", "'30'"),
    ("Q1", "3", "one of 1, 2 (missing: 98, 99)", "'3'"),
    ("Q1", "9", "one of 1, 2 (missing: 98, 99)", "'9' (nearest: 99)"),
    ("Q2/school", "2", "1 or 0 (missing: 9)", "'2'"),
    ("Q3", "x" * 60, "one of 1, 2, 3 (missing: 9)", repr("x" * 39 + "…")),
]


@pytest.mark.parametrize(("column", "text", "expected", "found"), CELLS)
def test_a_wrong_cell_is_named_with_its_row(tmp_path: Path, column: str, text: str, expected: str, found: str) -> None:
    (problem,) = refused(tmp_path, with_cells(answers(), column, {7: text}))
    assert (problem.file, problem.row, problem.column) == (PLACE, 9, column)
    assert problem.expected.startswith(expected)
    assert problem.found == found


def test_the_nearest_known_county_is_offered(tmp_path: Path) -> None:
    frame = answers().replace({"county": {"1": "Tirane"}})
    named = ('"1" = "AL-11"', '"Tirane" = "AL-11"')
    (problem,) = refused(tmp_path, with_cells(frame, "county", {3: "Tirana"}), named)
    assert problem.found == "'Tirana' (nearest: Tirane)"


def test_an_id_again_is_told_by_the_rows_and_not_by_the_id(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, with_cells(answers(), "id", {9: "p3"}))
    assert str(problem) == f"{PLACE}, row 11, id: expected an id of its own, found the id of row 4"


def test_a_psu_in_two_strata_is_named_with_both(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, with_cells(answers(), "stratum", {12: "1R", 14: "1R"}))
    assert (
        str(problem)
        == f"{PLACE}, row 14, psu: expected every PSU in one stratum, found PSU '1U3' in strata '1U' and '1R'"
    )


def lonely() -> pd.DataFrame:
    frame = answers()
    return frame.replace({"psu": {"2U2": "2U1", "2U3": "2U1"}})


def test_a_stratum_with_one_psu_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, lonely())
    assert (problem.column, problem.found) == ("stratum", "one PSU in stratum '2U'")
    assert "single_psu = 'adjust'" in problem.expected


def test_a_stratum_with_one_psu_is_taken_on_request_or_when_it_is_all_there_is(tmp_path: Path) -> None:
    adjusted, _ = clean(raw_table(lonely()), codebook(tmp_path, ('single_psu = "refuse"', 'single_psu = "adjust"')))
    assert adjusted.single_psu == "adjust"
    whole = lonely().assign(N=lambda frame: frame["stratum"].map(lambda stratum: "1" if stratum == "2U" else "40"))
    assert clean(raw_table(whole), codebook(tmp_path, POPULATION))[0].wave.psus == 22
    (problem,) = refused(tmp_path, whole.replace({"N": {"1": "2"}}), POPULATION)
    assert problem.found == "one PSU in stratum '2U'"


@pytest.mark.parametrize(
    ("cells", "column_words", "found", "row"),
    [
        ({4: "few"}, "a whole number of PSUs, or nothing", "'few'", 6),
        ({4: "40.5"}, "a whole number of PSUs, or nothing", "'40.5'", 6),
        ({4: "41"}, "the same number in all rows of a stratum", "another number in stratum '1U'", 6),
        ({4: ""}, "the same number in all rows of a stratum", "another number in stratum '1U'", 6),
        (
            dict.fromkeys(range(15), "2"),
            "at least as many PSUs as were sampled in the stratum",
            "too small a number in stratum '1U'",
            2,
        ),
    ],
)
def test_a_population_of_psus_that_cannot_be(
    tmp_path: Path, cells: dict[int, str], column_words: str, found: str, row: int
) -> None:
    (problem,) = refused(tmp_path, with_cells(answers().assign(N="40"), "N", cells), POPULATION)
    assert (problem.expected, problem.found, problem.row) == (column_words, found, row)


def test_every_column_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    frame = answers().rename(columns={"w": "weights", "psu": "cluster", "Q2/friends": "Q2/friend"})
    problems = refused(tmp_path, frame)
    assert [str(problem) for problem in problems] == [
        f"{PLACE}, w: expected the column of weight, found no such column",
        f"{PLACE}, psu: expected the column of psu, found no such column",
        f"{PLACE}, Q2/friends: expected the column of channels, found no such column (nearest: Q2/friend)",
    ]


def test_a_missing_column_does_not_hide_wrong_rows(tmp_path: Path) -> None:
    frame = with_cells(answers().drop(columns="w"), "age", {0: "99"})
    assert [problem.column for problem in refused(tmp_path, frame)] == ["w", "age"]


def test_twenty_of_a_kind_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    frame = with_cells(answers(), "w", dict.fromkeys(range(57), "0"))
    frame = with_cells(frame, "Q1", dict.fromkeys(range(20), "7"))
    problems = refused(tmp_path, frame)
    weights = [problem for problem in problems if problem.column == "w"]
    assert [problem.row for problem in weights[:20]] == list(range(2, 22))
    assert str(weights[20]) == f"{PLACE}, w: and 37 more of this kind, expected a number above 0"
    assert len(weights) == 21
    assert [problem.more for problem in problems if problem.column == "Q1"] == [0] * 20
    assert str(SourceError(list(problems))).startswith("77 problems in the sources\n")


def test_a_kind_is_limited_over_all_columns_and_shows_each_different_one(tmp_path: Path) -> None:
    frame = with_cells(answers(), "Q1", dict.fromkeys(range(30), "7") | {90: "q"})
    frame = with_cells(frame, "Q3", {50: "5"})
    problems = refused(tmp_path, frame)
    assert len(problems) == 21
    assert {(problem.column, problem.found) for problem in problems[:20]} == {
        ("Q1", "'7'"),
        ("Q1", "'q'"),
        ("Q3", "'5'"),
    }
    assert str(problems[20]) == (
        f"{PLACE}: and 12 more of this kind, expected an answer or a missing value of the codebook"
    )


def test_all_kinds_are_told_at_once_and_no_message_holds_a_whole_record(tmp_path: Path) -> None:
    frame = answers()
    for column, text in {"w": "0", "county": "9", "sex": "8", "age": "44", "Q1": "55", "Q3": "66"}.items():
        frame = with_cells(frame, column, {5: text})
    problems = refused(tmp_path, frame)
    assert {problem.column for problem in problems} == {"w", "county", "sex", "age", "Q1", "Q3"}
    assert [problem.found.split(" ")[0] for problem in problems] == ["'0'", "'44'", "'9'", "'8'", "'55'", "'66'"]
    assert not any(frame.loc[5, "id"] in str(problem) for problem in problems)


def test_synthetic_rows_among_real_ones_are_refused(tmp_path: Path) -> None:
    frame = with_cells(answers().assign(SYNTHETIC="0"), "SYNTHETIC", {3: "1"})
    for change in ([MARKED], []):
        (problem,) = refused(tmp_path, frame, *change)
        assert (problem.row, problem.column, problem.found) == (5, "SYNTHETIC", "'1', a synthetic row")
        assert problem.expected == "only real rows, as the codebook says synthetic = false"


def test_a_synthetic_codebook_takes_only_marked_rows(tmp_path: Path) -> None:
    synthetic = ("synthetic = false", "synthetic = true")
    (problem,) = refused(tmp_path, answers(), synthetic)
    assert (problem.column, problem.found) == ("SYNTHETIC", "no column")
    (problem,) = refused(tmp_path, with_cells(answers().assign(Synthetic="1"), "Synthetic", {3: "0"}), synthetic)
    assert problem.found == "'0', a real row"
    (problem,) = refused(tmp_path, with_cells(answers().assign(SYNTHETIC="1"), "SYNTHETIC", {3: ""}), synthetic)
    assert (problem.expected, problem.found) == ("1 or 0", "nothing")
    microdata, _ = clean(raw_table(answers().assign(SYNTHETIC="1")), codebook(tmp_path, synthetic))
    assert microdata.wave.kind == "demonstration"


def test_numbers_one_and_two_are_no_flags_unless_the_file_says_yes_and_no(tmp_path: Path) -> None:
    frame = answers()
    frame["Q2/school"] = frame["Q2/school"].replace({"0": "2"})
    assert {problem.column for problem in refused(tmp_path, frame)} == {"Q2/school"}
    labelled, _ = clean(raw_table(frame, {"Q2/school": {"1": "Yes", "2": "No"}}), codebook(tmp_path))
    plain, _ = clean(raw_table(answers()), codebook(tmp_path))
    pd.testing.assert_frame_equal(labelled.respondents, plain.respondents)


def test_no_rows_of_the_wave(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, answers().assign(wave="11"), *STACKED)
    assert str(problem) == f"{PLACE}, wave: expected rows of w1: 1, found only '11' (nearest: 1)"
    (problem,) = refused(tmp_path, answers().iloc[:0])
    assert str(problem) == f"{PLACE}: expected at least one row, found none"
    assert refused(tmp_path, answers().assign(wave="1").iloc[:0], *STACKED)[0].expected == "at least one row"


def test_rows_of_another_wave_are_not_checked(tmp_path: Path) -> None:
    both = pd.concat([answers().assign(wave="1"), answers().assign(wave="2", age="99", Q1="77")], ignore_index=True)
    microdata, notices = clean(raw_table(both), codebook(tmp_path, *STACKED))
    assert microdata.wave.persons == len(answers())
    assert str(notices[0]) == (
        f"{PLACE}, wave: {len(answers())} rows left out, their value is '2' (not listed in the codebook)"
    )
