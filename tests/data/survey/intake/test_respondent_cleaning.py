"""What becomes of a good file: respondents in the agreed form, and notices."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.microdata import Microdata, respondent_dtypes
from data.reading.cells import flags, numbers
from data.survey.intake.clean import clean
from tests.data.survey.intake.wave_files import answers, codebook, raw_table, with_cells

KEY = bytes(32)  # of the draw into two genders


def cleaned(folder: Path, frame: pd.DataFrame, *changes: tuple[str, str]) -> tuple[Microdata, list[str]]:
    microdata, notices = clean(raw_table(frame), codebook(folder, *changes), KEY)
    return microdata, [str(notice) for notice in notices]


def test_columns_types_and_counts(tmp_path: Path) -> None:
    microdata, notices = cleaned(tmp_path, answers())
    respondents = microdata.respondents
    assert {str(column): str(dtype) for column, dtype in respondents.dtypes.items()} == respondent_dtypes(
        microdata.questions
    )
    assert [*respondents.columns[-4:]] == ["heard", "channels/school", "channels/friends", "serious"]
    assert (microdata.wave.persons, microdata.wave.psus, microdata.wave.strata) == (120, 24, 8)
    assert microdata.wave.kind == "computed"
    assert notices == []
    assert respondents.index.equals(pd.RangeIndex(120))


def test_nothing_that_names_a_person_is_kept(tmp_path: Path) -> None:
    respondents = cleaned(tmp_path, answers())[0].respondents
    assert "id" not in respondents
    assert not respondents.astype("str").isin(set(answers()["id"])).any(axis=None)


def test_each_value_becomes_its_code(tmp_path: Path) -> None:
    frame = answers()
    for column, texts in {
        "w": ["1.25", "2"],
        "sex": ["2", "3"],
        "age": ["17", "29"],
        "ethnicity": ["2", "1"],
        "Q1": ["1", "98"],
        "Q2/school": ["1", ""],
        "Q2/friends": ["0", ""],
        "Q3": ["3", "9"],
    }.items():
        frame = with_cells(frame, column, dict(enumerate(texts)))
    first, second = cleaned(tmp_path, frame)[0].respondents.iloc[:2].to_dict("records")
    assert first.pop("population_psus") is not None
    assert first == {
        "weight": 1.25,
        "stratum": "1U",
        "psu": "1U1",
        "area": "AL-11",
        "gender": "f",
        "age": "15-17",
        "roma": True,
        "heard": "yes",
        "channels/school": 1.0,
        "channels/friends": 0.0,
        "serious": "very",
    }
    assert second["gender"] in ("f", "m")
    assert (second["age"], second["roma"]) == ("25-29", False)
    assert (second["heard"], second["serious"]) == ("", "")
    assert np.isnan(second["channels/school"]) and np.isnan(second["channels/friends"])


def test_without_ethnicity_nobody_is_known_as_roma(tmp_path: Path) -> None:
    codes = ('[codes.ethnicity]\n"1" = "other"\n"2" = "roma"\n', "")
    microdata, _ = cleaned(tmp_path, answers(), ('ethnicity = "ethnicity"\n', ""), codes)
    assert not microdata.respondents["roma"].any()


def test_the_population_of_psus_is_kept_where_it_is_known(tmp_path: Path) -> None:
    change = ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\npopulation_psus = "N"')
    frame = answers().assign(N="40")
    frame.loc[frame["stratum"].eq("1U"), "N"] = ""
    population = cleaned(tmp_path, frame, change)[0].respondents.groupby("stratum")["population_psus"]
    assert population.max().drop("1U").eq(40).all()
    assert np.isnan(population.max()["1U"])
    assert cleaned(tmp_path, answers())[0].respondents["population_psus"].isna().all()


def test_answers_of_persons_not_asked_are_left_out_and_told(tmp_path: Path) -> None:
    frame = with_cells(answers(), "Q1", {0: "2", 1: "2", 2: "98"})
    frame = with_cells(frame, "Q2/school", {0: "1", 1: "0", 2: "1"})
    frame = with_cells(frame, "Q2/friends", {0: "0", 1: "0", 2: "0"})
    microdata, notices = cleaned(tmp_path, frame)
    assert microdata.respondents.loc[:2, ["channels/school", "channels/friends"]].isna().all(axis=None)
    assert notices == [
        "answers.xlsx, sheet Data, Q2/school: 2 answers of persons who were not asked (channels); they are not counted"
    ]


def test_routing_over_two_questions_follows_counted_answers_only(tmp_path: Path) -> None:
    """Asked about seriousness were those who named school; a tick by somebody not asked counts for nothing."""
    change = ('column = "Q3"', 'column = "Q3"\nasked_if = { channels = ["school"] }')
    frame = with_cells(answers(), "Q1", {0: "1", 1: "2", 2: "1"})
    frame = with_cells(frame, "Q2/school", {0: "1", 1: "1", 2: "0"})
    frame = with_cells(frame, "Q2/friends", {0: "0", 1: "0", 2: "1"})
    frame = with_cells(frame, "Q3", {0: "3", 1: "3", 2: "3"})
    microdata, notices = cleaned(tmp_path, frame, change)
    assert microdata.respondents["serious"].tolist()[:3] == ["very", "", ""]
    assert any("(serious); they are not counted" in notice for notice in notices)


def test_a_blank_beside_a_choice_was_not_chosen(tmp_path: Path) -> None:
    frame = with_cells(answers(), "Q1", {0: "1", 1: "1", 2: "1"})
    frame = with_cells(frame, "Q2/school", {0: "1", 1: "", 2: "9"})
    frame = with_cells(frame, "Q2/friends", {0: "", 1: "", 2: "9"})
    channels = cleaned(tmp_path, frame)[0].respondents[["channels/school", "channels/friends"]]
    assert channels.loc[0].tolist() == [1.0, 0.0]
    assert channels.loc[1:2].isna().all(axis=None)


@pytest.mark.parametrize(("empty", "told"), [(12, False), (13, True)])
def test_more_than_a_tenth_without_answer_is_told(tmp_path: Path, empty: int, told: bool) -> None:
    frame = answers().assign(Q3="2")
    notices = cleaned(tmp_path, with_cells(frame, "Q3", dict.fromkeys(range(empty), "9")))[1]
    assert notices == (
        ["answers.xlsx, sheet Data, Q3: 10.8 % of the 120 asked gave no answer (serious)"] if told else []
    )


def test_non_response_is_counted_among_those_asked(tmp_path: Path) -> None:
    frame = answers().assign(Q1="2", **{"Q2/school": "", "Q2/friends": ""})
    frame = with_cells(frame, "Q1", dict.fromkeys(range(10), "1"))
    frame = with_cells(frame, "Q2/school", dict.fromkeys(range(8), "1"))
    notices = cleaned(tmp_path, frame)[1]
    assert notices == ["answers.xlsx, sheet Data, Q2/school: 20.0 % of the 10 asked gave no answer (channels)"]


def test_very_uneven_weights_are_told(tmp_path: Path) -> None:
    even = answers().assign(w="1")
    assert cleaned(tmp_path, even)[1] == []
    notices = cleaned(tmp_path, with_cells(even, "w", {0: "200"}))[1]
    assert notices == ["answers.xlsx, sheet Data, w: weights vary very much: coefficient of variation 6.81, above 1"]


def test_the_table_read_is_left_as_it_was(tmp_path: Path) -> None:
    table = raw_table(answers())
    clean(table, codebook(tmp_path))
    pd.testing.assert_frame_equal(table.values, answers())


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(range(24)))
def test_the_order_of_rows_is_the_only_thing_that_follows_the_file(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("order")
    frame = answers(persons=1)
    moved = frame.iloc[order].reset_index(drop=True)
    expected = cleaned(folder, frame)[0].respondents.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(cleaned(folder, moved)[0].respondents, expected)


def test_decimal_commas_are_read_where_they_can_mean_nothing_else() -> None:
    def read(*cells: str) -> list[float]:
        return numbers(pd.Series(cells, dtype="str")).tolist()

    assert read("0,75", "1", "1,250") == [0.75, 1.0, 1.25]
    assert read("0,750") == [0.75]
    assert np.isnan(read("1,250", "950")[0])
    assert np.isnan(read("1,25", "0.5")[0])
    assert np.isnan(read("nan")[0]) and np.isnan(read("")[0])


@pytest.mark.parametrize(
    ("text", "flag"),
    [("1", 1.0), ("0", 0.0), ("true", 1.0), ("FALSE", 0.0), ("Yes", 1.0), ("no", 0.0), ("Po", 1.0), ("Jo", 0.0)],
)
def test_yes_and_no_in_the_forms_programs_write(text: str, flag: float) -> None:
    assert flags(pd.Series([text], dtype="str"), {}).tolist() == [flag]


def test_a_label_says_more_than_the_number() -> None:
    cells = pd.Series(["1", "2", "3", ""], dtype="str")
    read = flags(cells, {"1": "No", "2": " YES ", "3": "Refused"}).tolist()
    assert read[:2] == [0.0, 1.0]
    assert np.isnan(read[2]) and np.isnan(read[3])
