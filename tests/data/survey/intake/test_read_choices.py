"""Kobo and ODK exports: the 0/1 columns of a question with several choices count, its joined text does not."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.model.errors import SourceError
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file

HEADER = ["start", "know/heard", "know/source", "know/source/tv", "know/source/web", "know/source/school", "_id"]
ANSWERS: list[list[Any]] = [
    ["2020-08-01", "yes", "tv web", 1, 1, 0, 11],
    ["2020-08-01", "yes", None, 0, 0, 0, 12],  # asked, nothing chosen
    ["2020-08-01", "no", None, None, None, None, 13],  # not asked
]
SURVEY = [
    ["type", "name", "label", "label::Shqip (sq)", "relevant"],
    ["begin_group", "know", "", "", ""],
    ["select_one yn", "heard", "Have you heard?", "A keni dëgjuar?", ""],
    ["select_multiple src", "source", "From whom?", "Nga kush?", "${heard} = 'yes'"],
    ["end_group", "", "", "", ""],
]
CHOICES = [
    ["list_name", "name", "label", "label::Shqip (sq)"],
    ["yn", "yes", "Yes", "Po"],
    ["yn", "no", "No", "Jo"],
    ["src", "tv", "Television", "Televizioni"],
    ["src", "web", "Internet", ""],
    ["src", "school", "School", "Shkolla"],
]


def written(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_the_joined_text_is_left_out_and_the_reason_is_said(tmp_path: Path) -> None:
    table = read_file(written(tmp_path / "kobo.xlsx", {"Export": [HEADER, *ANSWERS]}))
    assert list(table.values.columns) == [name for name in HEADER if name != "know/source"]
    assert list(table.left_out) == ["know/source"]
    assert "know/source/tv … know/source/school" in table.left_out["know/source"]
    columns = ["know/source/tv", "know/source/web", "know/source/school"]
    assert table.values[columns].to_numpy().tolist() == [["1", "1", "0"], ["0", "0", "0"], ["", "", ""]]


def test_the_same_holds_for_a_csv_export(tmp_path: Path) -> None:
    path = tmp_path / "kobo.csv"
    path.write_text("id;q;q/a;q/b\n1;a b;True;True\n2;a;True;False\n", encoding="utf-8-sig")
    table = read_file(path)
    assert list(table.values.columns) == ["id", "q/a", "q/b"]
    assert set(table.left_out) == {"q"}


def test_questions_of_a_group_are_not_taken_for_choices(tmp_path: Path) -> None:
    path = tmp_path / "kobo.csv"
    path.write_text("id,part,part/age,part/told\n1,x,17,1\n2,y,18,0\n", encoding="utf-8")
    assert list(read_file(path).values.columns) == ["id", "part", "part/age", "part/told"]


@pytest.mark.parametrize("order", [["survey", "choices", "Export"], ["Export", "survey", "choices"]])
def test_a_form_in_the_workbook_gives_words_and_routing(tmp_path: Path, order: list[str]) -> None:
    sheets = {"Export": [HEADER, *ANSWERS], "survey": SURVEY, "choices": CHOICES}
    table: RawTable = read_file(written(tmp_path / "kobo.xlsx", {name: sheets[name] for name in order}))
    assert table.sheet == "Export"
    assert table.labels == {
        "know/heard": "A keni dëgjuar?",
        "know/source": "Nga kush?",
        "know/source/tv": "Televizioni",
        "know/source/web": "Internet",  # no Albanian label: the plain one
        "know/source/school": "Shkolla",
    }
    assert table.value_labels == {"know/heard": {"yes": "Po", "no": "Jo"}}
    assert table.routing == {"know/source": "${heard} = 'yes'"}


def test_a_sheet_called_survey_without_a_form_is_the_answers(tmp_path: Path) -> None:
    table = read_file(written(tmp_path / "a.xlsx", {"survey": [["id", "q"], [1, 2]]}))
    assert table.sheet == "survey"


def test_a_form_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read_file(written(tmp_path / "form.xlsx", {"survey": SURVEY, "choices": CHOICES}))
    (problem,) = refused.value.problems
    assert (problem.file, problem.expected) == ("form.xlsx", "a sheet of answers")
    assert "survey, choices" in problem.found
