"""Codebooks of service records: what is read, and every wrong key at once."""

from pathlib import Path

import pytest

from data.services.records.reading import is_records_codebook, read_records_codebook
from tests.data.services.record_files import COUNTS, RECORDS, changed, codebook, codebook_file

KNOWN = """
[[known]]
service = "all"
area = "AL-4C"
gender = "all"
age = "0-17"
cycle = "1"
relation = "at_most"
fact = { indicator = "victims", area = "AL", gender = "all", age = "all", period = "2022" }
"""


def test_a_codebook_says_columns_codes_and_cycles(tmp_path: Path) -> None:
    read = codebook(tmp_path, ("[codes.gender]", '[codes.gender]\n"  W " = "f"'))
    assert read.form == "records" and read.cycles == ("1", "2")
    assert read.roles["person"] == "id"
    assert read.codes["gender"] == {"W": "f", "F": "f", "M": "m"}
    assert read.codes["county"]["4"] == "AL-07"
    assert read.vulnerable == ("reintegration",)


@pytest.mark.parametrize(
    ("period", "cycles", "whole"),
    [
        ("2019-12/2025-03", ("1", "2"), (True, True)),
        ("2020/2025-03", ("1", "2"), (False, True)),
        ("2020-06/2022-09", ("1",), (False, False)),
        ("2022-10/2025-03", ("2",), (False, True)),
        ("2023", ("2",), (False, False)),
    ],
)
def test_the_period_says_which_cycles_are_covered(
    tmp_path: Path, period: str, cycles: tuple[str, ...], whole: tuple[bool, bool]
) -> None:
    read = codebook(tmp_path, ("2019-12/2025-03", period))
    assert read.cycles == cycles
    assert (read.covers("1"), read.covers("2")) == whole


def test_figures_known_already_are_read(tmp_path: Path) -> None:
    (tmp_path / "records.toml").write_text(RECORDS + KNOWN, encoding="utf-8")
    read, problems = read_records_codebook(tmp_path / "records.toml")
    assert problems == []
    (known,) = read.known
    assert known.cell == {"service": "all", "area": "AL-4C", "gender": "all", "age": "0-17", "cycle": "1"}
    assert known.relation == "at_most" and known.fact["indicator"] == "victims"


def test_only_a_records_codebook_is_taken_for_one(tmp_path: Path) -> None:
    assert is_records_codebook(codebook_file(tmp_path))
    assert is_records_codebook(codebook_file(tmp_path, text=COUNTS))
    other = tmp_path / "w1.toml"
    other.write_text('wave = "w1"\n', encoding="utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text("records = ", encoding="utf-8")
    assert not any(map(is_records_codebook, (other, broken, tmp_path / "none.toml")))


WRONG = [
    (RECORDS, ('form = "records"', 'form = "lists"'), "form: expected one of records, counts, found 'lists'"),
    (RECORDS, ('period = "2019-12/2025-03"', 'period = "2019"'), "period: expected a time from 2019-12-01 on"),
    (RECORDS, ('period = "2019-12/2025-03"', 'period = "long"'), "period: expected a year, month"),
    (RECORDS, ("synthetic = false", 'synthetic = "no"'), "synthetic: expected true or false"),
    (RECORDS, ('vulnerable = ["reintegration"]', ""), "vulnerable: expected a list out of outreach"),
    (RECORDS, ('["reintegration"]', '["shelter"]'), "vulnerable: expected a list out of outreach"),
    (RECORDS, ('person = "id"\n', ""), "[roles] person: expected the name of a column, found nothing"),
    (RECORDS, ('person = "id"', 'person = "id"\nname = "n"'), "[roles] name: expected one of"),
    (RECORDS, ('age = "age"\n', ""), "[roles]: expected exactly one of age, birth_year, birth_date, found none"),
    (RECORDS, ('age = "age"', 'age = "age"\nbirth_year = "b"'), "found age and birth_year"),
    (RECORDS, ('4 = "AL-07"', '4 = "AL-7"'), '[codes.county] "4": expected one of AL-11'),
    (RECORDS, ('"M" = "m"', '"M" = "m"\n"M " = "f"'), '[codes.gender] "M": expected a value once'),
    (RECORDS, ('[codes.gender]\n"F" = "f"\n"M" = "m"\n', ""), "[codes.gender]: expected at least one value = code"),
    (RECORDS, ("[codes.gender]", '[codes.sex]\n"F" = "f"\n[codes.gender]'), "[codes.sex]: expected one of service"),
    (RECORDS, ('"school" = "education"', '"school" = "all"'), "expected one of outreach, support"),
    (COUNTS, ('"any" = "all"\n', ""), "[codes.service]: expected a value that stands for \"all\""),
    (RECORDS + KNOWN, ('"at_most"', '"below"'), "[[known]] 1, relation: expected one of equal"),
    (RECORDS + KNOWN, (', period = "2022"', ""), "[[known]] 1, fact: expected a row of the facts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change", "reason"), WRONG)
def test_a_wrong_codebook_is_refused_with_its_place(
    tmp_path: Path, text: str, change: tuple[str, str], reason: str
) -> None:
    _, problems = read_records_codebook(codebook_file(tmp_path, change, text=text))
    assert any(reason in str(problem) for problem in problems), [*map(str, problems)]


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = changed(RECORDS, ('form = "records"', 'form = "records"\ncolour = "red"'), ('"M" = "m"', '"M" = "x"'))
    path = tmp_path / "records.toml"
    path.write_text(text.replace('county = "county"\n', ""), encoding="utf-8")
    told = " | ".join(map(str, read_records_codebook(path)[1]))
    assert "colour: expected one of" in told and '"M": expected one of f, m' in told and "[roles] county" in told


def test_a_file_that_is_not_there_or_no_toml_is_told(tmp_path: Path) -> None:
    assert "no such file" in str(read_records_codebook(tmp_path / "none.toml")[1][0])
    (tmp_path / "broken.toml").write_text("records = ", encoding="utf-8")
    assert "a TOML file" in str(read_records_codebook(tmp_path / "broken.toml")[1][0])
