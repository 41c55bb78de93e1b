"""Sheet, header, separator and result of a cell are never guessed in silence: found out and named, or refused."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from data.model.errors import SourceError
from data.reading.cells import NO_RESULT
from data.reading.raw_table import RawTable
from data.reading.read_file import read_file
from data.survey.drafting.draft import draft_codebook

DATA = [["id", "q"], *[[number, "po"] for number in range(1, 9)]]
OLDER = [["id", "q"], *[[number, "jo"] for number in range(1, 9)]]
SURVEY = [
    ["type", "name", "label::Shqip (sq)", "label::English (en)"],
    ["select_one yn", "heard", "A keni dëgjuar?", "Have you heard?"],
    ["select_multiple src or_other", "from", "Nga kush?", "From whom?"],
    ["note", "thanks", "Faleminderit", "Thank you"],
]
CHOICES = [
    ["list_name", "name", "label::Shqip (sq)", "label::English (en)"],
    ["yn", "yes", "Po", "Yes"],
    ["yn", "no", "Jo", "No"],
    ["src", "tv", "Televizioni", "Television"],
    ["src", "web", "Uebi", "Internet"],
]
FORM = {"survey": SURVEY, "choices": CHOICES}
Sheets = dict[str, list[list[Any]]]


def book(path: Path, sheets: Sheets, hidden: dict[str, str] | None = None) -> Path:
    """A cell `=…` is a formula without a result, a cell `#…` an error."""
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str) and cell.startswith(("=", "#")):
                        formula = cell if cell.startswith("=") else "=NA()"
                        sheet.write_formula(row, column, formula, None, "" if cell.startswith("=") else cell)
                    elif cell is not None:
                        sheet.write(row, column, cell)
            if (state := (hidden or {}).get(name)) == "hidden":
                sheet.hide()
            elif state:
                sheet.very_hidden()
        shown = next(sheet for sheet in made.worksheets() if sheet.name not in (hidden or {}))
        shown.activate()
        shown.set_first_sheet()
    return path


def said(path: Path, columns: tuple[str, ...] = (), sheet: str = "") -> str:
    with pytest.raises(SourceError) as refused:
        read_file(path, columns, sheet)
    return str(refused.value)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("order", [["Older", "Answers"], ["Answers", "Older"]])
def test_a_hidden_sheet_is_not_read_and_named(tmp_path: Path, state: str, order: list[str]) -> None:
    sheets = {"Older": OLDER, "Answers": DATA}
    table = read_file(book(tmp_path / "a.xlsx", {name: sheets[name] for name in order}, {"Older": state}))
    assert (table.sheet, set(table.values["q"])) == ("Answers", {"po"})
    assert table.read_as == "sheet Answers, not Older (hidden), header in row 1"


def test_a_read_me_before_the_answers_is_no_sheet_of_answers(tmp_path: Path) -> None:
    sheets: Sheets = {"About": [["About this file"], ["Answers stand on the next sheet"]], "Answers": DATA}
    table = read_file(book(tmp_path / "a.xlsx", sheets))
    assert table.sheet == "Answers"
    assert "# Read as: sheet Answers, not About, header in row 1." in draft_codebook(table)


def test_of_several_sheets_the_one_with_the_columns_is_read_or_all_are_named(tmp_path: Path) -> None:
    words: Sheets = {"Words": [["Variable", "Meaning"], ["q", "Heard"]]}
    path = book(tmp_path / "a.xlsx", words | {"Answers": DATA, "More": [["id", "x"], [1, 2]]})
    assert read_file(path, ("id", "q")).sheet == "Answers"
    assert read_file(path, sheet="More").sheet == "More"
    assert "found 3: Words, Answers, More" in said(path)
    twice = book(tmp_path / "b.xlsx", {"Answers": DATA, "Older": OLDER})
    assert "found 2: Answers, Older" in said(twice, ("id", "q"))
    assert "expected a sheet 'Nothing' with rows, found the sheets Answers, Older" in said(twice, sheet="Nothing")
    assert "hidden sheets (Answers)" in said(
        book(tmp_path / "c.xlsx", {"A": [], "Answers": DATA}, {"Answers": "hidden"})
    )


@pytest.mark.parametrize(
    "further",
    [
        {"settings": [["form_title"], ["x"]]},
        {"external_choices": [["list_name", "name"], ["a", "b"]], "settings": [["form_title", "version"], ["x", 1]]},
        {"Remarks": [["who", "what"], ["a", "b"]]},
    ],
)
def test_sheets_beside_a_form_are_no_answers(tmp_path: Path, further: Sheets) -> None:
    assert "expected a sheet of answers, found only the form's sheets" in said(
        book(tmp_path / "form.xlsx", FORM | further)
    )
    answers: Sheets = {"Data": [["heard", "from", "_id"], ["yes", "tv web", 1], ["no", None, 2]]}
    assert read_file(book(tmp_path / "with.xlsx", FORM | further | answers)).sheet == "Data"


@pytest.mark.parametrize("group", ["", "part/"])
def test_choices_in_one_cell_are_split_by_the_form(tmp_path: Path, group: str) -> None:
    rows = [[f"{group}heard", f"{group}from"], ["yes", "tv web"], ["yes", "other"], ["no", None]]
    table = read_file(book(tmp_path / "a.xlsx", FORM | {"Data": rows}))
    split = table.values.drop(columns=f"{group}heard")
    assert [*split] == [f"{group}from/{choice}" for choice in ("tv", "web", "other")]
    assert split.to_numpy().tolist() == [["1", "1", "0"], ["0", "0", "1"], ["", "", ""]]
    assert "split into its 0/1 columns" in table.left_out[f"{group}from"]
    assert table.labels[f"{group}from/tv"] == "Televizioni"


def test_choices_that_the_form_does_not_name_are_left_out_and_said(tmp_path: Path) -> None:
    rows = [["heard", "from"], ["yes", "tv radio"], ["no", "web"]]
    table = read_file(book(tmp_path / "a.xlsx", FORM | {"Data": rows}))
    assert [*table.values] == ["heard"]
    assert "does not name all of them" in table.left_out["from"]


def test_both_languages_of_a_form_are_kept(tmp_path: Path) -> None:
    rows = [["heard", "from"], *[["yes", "tv"], ["no", "web"]] * 6]
    draft = draft_codebook(read_file(book(tmp_path / "a.xlsx", FORM | {"Data": rows})))
    assert 'text = { sq = "A keni dëgjuar?", en = "Have you heard?" }' in draft
    assert '{ code = "po", value = "yes", sq = "Po", en = "Yes" }' in draft
    assert 'column = "from/tv", sq = "Televizioni", en = "Television" }' in draft


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_stands_in_the_table_as_the_sheet_shows_it(tmp_path: Path, error: str) -> None:
    table = read_file(book(tmp_path / "a.xlsx", {"D": [["id", "q"], [1, error], [2, "po"]]}))
    assert table.values["q"].tolist() == [error, "po"]


def test_a_formula_without_a_result_is_not_nothing(tmp_path: Path) -> None:
    table = read_file(book(tmp_path / "a.xlsx", {"D": [["id", "q"], [1, '=IF(1=1,"po","jo")'], [2, "=A2"]]}))
    assert table.values["q"].tolist() == [NO_RESULT, NO_RESULT]


def csv_table(tmp_path: Path, text: str) -> RawTable:
    (tmp_path / "a.csv").write_bytes(text.encode())
    return read_file(tmp_path / "a.csv")


@pytest.mark.parametrize("start", ["sep=;\r\n", "\ufeffSEP=;\n", ";;\r\n\r\n"])
def test_what_excel_writes_before_the_header_is_passed_over(tmp_path: Path, start: str) -> None:
    table = csv_table(tmp_path, f"{start}id;w;q\r\n1;0,5;po\r\n")
    assert table.values.to_numpy().tolist() == [["1", "0,5", "po"]]
    assert table.read_as.startswith("text in UTF-8 separated by semicolon, header in row ")
    assert table.row_of(0) == start.count("\n") + 2


@pytest.mark.parametrize("title", ["Results of the survey", "Exported, on 12 March", "# a;b"])
def test_a_title_before_the_header_is_one_problem_that_names_it(tmp_path: Path, title: str) -> None:
    (tmp_path / "a.csv").write_text(f"{title}\nid;w;q;x\n" + "1;2;3;4\n" * 40, encoding="utf-8")
    lines = said(tmp_path / "a.csv").splitlines()
    assert len(lines) == 2
    assert "row 1, header: expected the header, 4 column names" in lines[1]
    sheet: Sheets = {"D": [[title], ["id", "w", "q", "x", "y"], [1, 2, 3, 4, 5]]}
    lines = said(book(tmp_path / "a.xlsx", sheet)).splitlines()
    assert len(lines) == 2 and "expected the header, a name for each of 5 columns" in lines[1]


def test_a_very_long_cell_is_read_and_an_unclosed_one_named(tmp_path: Path) -> None:
    long = "y" * 150_000
    assert csv_table(tmp_path, f"id,q,koment\n1,po,{long}\n").values["koment"].tolist() == [long]
    (tmp_path / "a.csv").write_text('id,q,koment\n1,po,"' + long + "\n2,jo,x\n", encoding="utf-8")
    assert "row 2: expected a row in CSV form, found a quotation mark that is never closed" in said(tmp_path / "a.csv")


def test_two_rows_of_header_as_surveymonkey_writes_them(tmp_path: Path) -> None:
    text = "Respondent ID,Heard?,From whom?,,Age\n,Response,TV,Web,Open-Ended Response\n1,Yes,TV,,17\n2,No,,Web,18\n"
    table = csv_table(tmp_path, text)
    assert [*table.values] == ["Respondent ID", "Heard?", "From whom?/TV", "From whom?/Web", "Age"]
    assert table.read_as.endswith("header in rows 1 and 2")
    assert (table.row_of(0), len(table.values)) == (3, 2)
    draft = draft_codebook(csv_table(tmp_path, text + "3,Yes,TV,Web,19\n" * 8))
    assert 'column = "From whom?/Web", sq = "Web"' in draft


def test_choices_joined_in_a_plain_csv_are_no_single_answers(tmp_path: Path) -> None:
    rows = "\n".join(f"{number},{text}" for number, text in enumerate(["tv", "web", "tv web", "web tv"] * 10))
    draft = draft_codebook(csv_table(tmp_path, f"nr,kanalet\n{rows}\n"))
    assert "kanalet: seems to hold several choices in one cell" in draft and "tv web" not in draft
    rows = "\n".join(f"{number},{text}" for number, text in enumerate(["Shumë pak", "Pak", "Aspak fare"] * 10))
    assert 'column = "besimi"' in draft_codebook(csv_table(tmp_path, f"nr,besimi\n{rows}\n"))


def test_a_draft_writes_numbers_by_size_and_counts_cells_in_error(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["nr", "q"],
        *[[number, value] for number, value in enumerate([5, 1, 4, 2, 3, "#N/A"] * 6)],
    ]
    draft = draft_codebook(read_file(book(tmp_path / "a.xlsx", {"D": rows})))
    places = [draft.index(f'value = "{step}"') for step in range(1, 6)]
    assert places == sorted(places)
    assert "6 cell(s) of q in error" in draft and 'value = "#N/A"' not in draft
