"""What could be read in two ways is refused with the way out, or read as told in the codebook; what is odd is told."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.model.errors import Problem, SourceError
from data.reading.csv_rows import nearest, nearest_area
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file
from data.survey.intake.clean import clean
from data.survey.intake.codebook_reading import read_codebook
from tests.data.survey.intake.wave_files import answers, codebook, codebook_file, raw_table, with_cells

CHANNELS = ["Q2/school", "Q2/friends"]
SCALE = 'value = "2", sq = "Mesatar"', 'value = "5", sq = "Mesatar"'


def refused(folder: Path, table: RawTable, *changes: tuple[str, str]) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as error:
        clean(table, codebook(folder, *changes))
    return error.value.problems


def noticed(folder: Path, frame: pd.DataFrame, *changes: tuple[str, str]) -> list[str]:
    return [str(notice) for notice in clean(raw_table(frame), codebook(folder, *changes))[1]]


def as_file(folder: Path, frame: pd.DataFrame, ending: str) -> RawTable:
    path = folder / f"answers{ending}"
    if ending == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_excel(path, index=False)
    return read_file(path)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_point_that_may_part_thousands_is_refused(tmp_path: Path, ending: str) -> None:
    frame = with_cells(answers().assign(w="850"), "w", {2: "1.250", 5: "1.000"})
    first, second = refused(tmp_path, as_file(tmp_path, frame, ending))
    assert (first.row, first.column, first.found, second.found) == (4, "w", "'1.250'", "'1.000'")
    decimal = with_cells(frame, "w", {9: "0.75"})
    weights = clean(as_file(tmp_path, decimal, ending), codebook(tmp_path))[0].respondents["weight"]
    assert weights.iloc[[2, 5, 9]].tolist() == [1.25, 1.0, 0.75]


def test_numbers_that_the_file_holds_as_numbers_are_clear(tmp_path: Path) -> None:
    frame = answers().assign(w=[1.25 + 0.001 * (number % 7) for number in range(120)])
    assert clean(as_file(tmp_path, frame, ".xlsx"), codebook(tmp_path))[0].respondents["weight"].between(1.2, 1.3).all()


@pytest.mark.parametrize(
    ("column", "error"), [("Q1", "#N/A"), ("Q2/school", "#REF!"), ("Q3", "#DIV/0!"), ("w", "#NUM!"), ("psu", "#N/A"),
                          ("stratum", "#VALUE!"), ("county", "#NAME?"), ("age", "#NULL!"), ("id", "Err:502")]
)  # fmt: skip
def test_an_error_is_refused_wherever_it_stands(tmp_path: Path, column: str, error: str) -> None:
    problems = refused(tmp_path, raw_table(with_cells(answers().assign(Q1="1"), column, {4: error})))
    assert ("#N/A" if column == "psu" else error) in problems[-1].found
    assert (problems[-1].row, problems[-1].column) == (6, column)


@pytest.mark.parametrize(
    "cells", [{"Q1": ""}, {"Q1": "98"}, {"Q3": "9"}, dict.fromkeys(CHANNELS, ""), dict.fromkeys(CHANNELS, "0")]
)
def test_a_question_that_nobody_answered_is_refused(tmp_path: Path, cells: dict[str, str]) -> None:
    problems = refused(tmp_path, raw_table(answers().assign(**cells)))
    assert next(iter(cells)) in {problem.column for problem in problems}
    assert all(problem.expected.startswith("an answer of somebody who was asked") for problem in problems)


def joined(frame: pd.DataFrame, texts: list[str]) -> RawTable:
    return replace(raw_table(frame), joined={"Q2": pd.Series(texts, frame.index, dtype="str")})


def agreeing(frame: pd.DataFrame) -> list[str]:
    chosen = [[column[3:] for column in CHANNELS if row[column] == "1"] for _, row in frame.iterrows()]
    return [" ".join(reversed(own)) for own in chosen]


def test_zeros_beside_an_empty_text_need_a_word_of_the_codebook(tmp_path: Path) -> None:
    frame = answers().assign(Q1="1", **dict.fromkeys(CHANNELS, "1"))
    frame.loc[:39, CHANNELS] = "0"
    table = joined(frame, agreeing(frame))
    (problem,) = refused(tmp_path, table)
    assert (problem.row, problem.column, problem.found) == (2, "Q2/school", "nothing, in 40 rows")
    for said, base in (("answer", 120), ("no_answer", 80)):
        stated = (
            'missing = ["9"]\nheadline = "school"',
            f'missing = ["9"]\nnothing_chosen = "{said}"\nheadline = "school"',
        )
        microdata, _ = clean(table, codebook(tmp_path, stated))
        assert microdata.respondents["channels/school"].notna().sum() == base


@pytest.mark.parametrize("text", ["school friends", "friends", "radio", ""])
def test_a_joined_text_that_the_columns_contradict_is_refused(tmp_path: Path, text: str) -> None:
    frame = answers().assign(Q1="1", **{"Q2/school": "1", "Q2/friends": "0"})
    assert clean(joined(frame, ["school"] * 120), codebook(tmp_path))
    (problem,) = refused(tmp_path, joined(frame, ["school"] * 3 + [text] + ["school"] * 116))
    assert (problem.row, problem.column) == (5, "Q2")


def test_ticks_and_y_n_are_choices(tmp_path: Path) -> None:
    frame = answers().assign(Q1="1")
    frame[CHANNELS] = [["1", "0"], ["0", "1"], ["1", "1"]] * 40
    plain = clean(raw_table(frame), codebook(tmp_path))[0].respondents
    words = frame.assign(**{column: frame[column].map({"1": "Y", "0": "N"}) for column in CHANNELS})
    pd.testing.assert_frame_equal(clean(raw_table(words), codebook(tmp_path))[0].respondents, plain)
    for tick in (("School", "Friends"), ("Shkolla", "miqtë"), ("school", "friends")):
        ticked = frame.assign(
            **{each: frame[each].map({"1": word, "0": ""}) for each, word in zip(CHANNELS, tick, strict=True)}
        )
        pd.testing.assert_frame_equal(clean(raw_table(ticked), codebook(tmp_path))[0].respondents, plain)
    wrong = with_cells(words, "Q2/school", {0: "Friends"})
    assert refused(tmp_path, raw_table(wrong))[0].found == "'Friends'"


def test_psus_numbered_anew_are_told_once_and_taken_on_request(tmp_path: Path) -> None:
    frame = answers()
    anew = frame.assign(psu=frame["psu"].str[-1])
    (problem,) = refused(tmp_path, raw_table(anew))
    assert "nest = true" in problem.expected
    assert problem.found == "3 PSUs in several strata, the first '1' in strata '1U' and '1R'"
    nested, _ = clean(raw_table(anew), codebook(tmp_path, ("revisited = false", "revisited = false\nnest = true")))
    assert (nested.wave.psus, nested.wave.strata) == (24, 8)
    named = clean(raw_table(frame), codebook(tmp_path))[0].respondents["psu"]
    assert pd.factorize(nested.respondents["psu"])[0].tolist() == pd.factorize(named)[0].tolist()


@pytest.mark.parametrize(
    ("values", "wrong"), [("1 2 3", False), ("3 2 1", False), ("1 3 2", True), ("2 1 3", True), ("1 5 3", True),
                          ("pak mesatar shume", False), ("1_pak 3_shume 2_mes", True)]
)  # fmt: skip
def test_a_scale_whose_values_neither_rise_nor_fall_is_refused(tmp_path: Path, values: str, wrong: bool) -> None:
    new = values.split()
    words = ('"1", sq = "Pak"', '"2", sq = "Mesatar"', '"3", sq = "Shumë"')
    changes = [(f"value = {old}", f'value = "{value}"{old[3:]}') for old, value in zip(words, new, strict=True)]
    problems = read_codebook(codebook_file(tmp_path, *changes))[1]
    assert [problem.column for problem in problems] == (["[[question]] serious, answers"] if wrong else [])


def test_what_is_odd_about_the_persons_is_told(tmp_path: Path) -> None:
    frame = answers()
    assert noticed(tmp_path, frame) == []
    (told,) = noticed(tmp_path, frame[frame["county"].ne("4")])
    assert told.endswith("county: no person in Kukës (AL-07); nothing will be shown there")
    (told,) = noticed(tmp_path, with_cells(frame, "county", {2: "3"}))
    assert told.endswith("psu: 1 PSU(s) have persons in several counties: 1U1")
    twin = pd.concat([frame, frame.iloc[[7]].assign(id="p999")], ignore_index=True)
    (told,) = noticed(tmp_path, twin)
    assert "1 row(s) say the same as an earlier one, but for the id (row 122)" in told
    population = ('ethnicity = "ethnicity"', 'ethnicity = "ethnicity"\npopulation_psus = "N"')
    (told,) = noticed(tmp_path, frame.assign(N="40"), population)
    assert "taken whole" in told and "90.5 %" in told


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_in_two_pieces_are_one_letter_everywhere(tmp_path: Path, form: str) -> None:
    def written(text: str) -> str:
        return unicodedata.normalize("NFD" if form == "NFC" else "NFC", text)

    frame = answers().replace({"county": {"1": written("Tiranë")}}).rename(columns={"Q1": written("Dëgjuar")})
    frame = frame.replace({written("Dëgjuar"): {"1": written("Është")}})
    path = codebook_file(tmp_path)
    text = path.read_text(encoding="utf-8").replace('"1" = "AL-11"', '"Tiranë" = "AL-11"')
    text = text.replace('column = "Q1"', 'column = "Dëgjuar"').replace(
        '{ code = "yes", value = "1"', '{ code = "yes", value = "Është"'
    )
    path.write_text(unicodedata.normalize(form, text), encoding="utf-8-sig")
    book, problems = read_codebook(path)
    assert problems == []
    assert (clean(as_file(tmp_path, frame, ".csv"), book)[0].respondents["area"] == "AL-11").sum() == 30


def test_the_nearest_is_found_whatever_its_case_and_accents() -> None:
    assert nearest("TIRANE", ["Tiranë", "Dibër"]) == " (nearest: Tiranë)"
    assert nearest("shkoder", ["SHKODËR"]) == " (nearest: SHKODËR)"
    assert nearest("Durrës", ["Kukës i vogël"]) == ""
    assert nearest_area("KUKES") == " (nearest: AL-07 Kukës)"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_codebook_in_another_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    path = codebook_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    (problem,) = read_codebook(path)[1]
    assert problem.expected == "a TOML file in UTF-8"
    assert problem.found.startswith("text in UTF-16" if encoding == "utf-16" else "byte 0xeb, likely cp1252 or cp1250")
