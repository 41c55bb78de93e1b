"""Each kind of wrong source is refused with file, row, column, expected, found; the old release stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.facts.fact_rules import KEY
from data.model.errors import SourceError
from data.releasing.build import assemble, build

Rewrite = Callable[[str, str, str], None]
KUKES = "attendance,AL-07,f,15-17,2017/2018,74.62,46,medium,s001,small_sample other_code"
TIRANA = "attendance,AL-11,f,15-17,2017/2018,92.40,344,high,s001,"
HEADER = "indicator,area,gender,age,period,value,n,confidence,source,note\nattendance"

WRONG_ROWS = [
    (KUKES, KUKES.replace("AL-07", "Kukes"), 6, "area", "one of", "'Kukes' (nearest: AL-07 Kukës)"),
    (
        TIRANA,
        TIRANA.replace("AL-11", "Tirana"),
        3,
        "area",
        "one of the codes",
        "'Tirana' (nearest: AL-11 Tiranë)",
    ),
    (
        TIRANA,
        TIRANA.replace("AL-11", "AL11"),
        3,
        "area",
        "one of the codes",
        "'AL11' (nearest: AL-11 Tiranë)",
    ),
    (TIRANA, TIRANA.replace("attendance", "atendance"), 3, "indicator", "a block of", "nearest: attendance"),
    (
        TIRANA,
        TIRANA.replace("attendance", "victims"),
        3,
        "indicator",
        "catalogue/education.toml",
        "'victims'",
    ),
    (TIRANA, TIRANA.replace(",f,", ",F,"), 3, "gender", "one of all, f, m", "'F'"),
    (TIRANA, TIRANA.replace("15-17", "15–17"), 3, "age", "such as 15-17 or 18+", "'15–17'"),
    (TIRANA, TIRANA.replace("15-17", "17-15"), 3, "age", "such as 15-17 or 18+", "'17-15'"),
    (TIRANA, TIRANA.replace("2017/2018", "2017-18"), 3, "period", "a year, month", "'2017-18'"),
    (TIRANA, TIRANA.replace("92.40", "192.40"), 3, "value", "a percentage from 0 to 100", "'192.40'"),
    (TIRANA, TIRANA.replace("92.40", "-2"), 3, "value", "a percentage from 0 to 100", "'-2'"),
    (TIRANA, TIRANA.replace("92.40", "12"), 3, "value", "scale, 50 to 100", "'12'"),
    (TIRANA, TIRANA.replace("92.40", "92 40"), 3, "value", "a number such as", "'92 40'"),
    (TIRANA, TIRANA.replace("92.40", "nan"), 3, "value", "a number such as", "'nan'"),
    (TIRANA, TIRANA.replace("92.40", ""), 3, "value", "a number such as", "''"),
    (TIRANA, TIRANA.replace("344", "344.5"), 3, "n", "a whole number", "'344.5'"),
    (TIRANA, TIRANA.replace("344", "0"), 3, "n", "a whole number", "'0'"),
    (TIRANA, TIRANA.replace("high", "sure"), 3, "confidence", "one of high, medium, low", "'sure'"),
    (TIRANA, TIRANA.replace("s001", ""), 3, "source", "an id in sources.csv", "''"),
    (TIRANA, TIRANA.replace("s001", "s0001"), 3, "source", "an id in sources.csv", "'s0001' (nearest: s001)"),
    (TIRANA, TIRANA + "A sentence.", 3, "note", "codes of small letters", "'A sentence.'"),
    (TIRANA, TIRANA.replace("high", "medium"), 3, "note", "why confidence is medium", "nothing"),
    (TIRANA, f"{TIRANA}\n{TIRANA}", 4, ", ".join(KEY), "one row a figure", "row 3)"),
    (TIRANA, TIRANA + ",", 3, "", "10 columns", "11"),
    (TIRANA, TIRANA.replace(",high", ""), 3, "", "10 columns", "9"),
    (TIRANA, "", 3, "", "10 columns", "0"),
    (TIRANA, '"' + TIRANA, 3, "", "a row in CSV form", "unexpected end"),
    (HEADER, HEADER.replace("gender", "sex"), 1, "header", "indicator,area,gender", "indicator,area,sex"),
]


@pytest.mark.parametrize(("old", "new", "row", "column", "expected", "found"), WRONG_ROWS)
def test_a_wrong_row_is_named_and_the_old_release_stays(
    sources: Path,
    folder: Path,
    rewrite: Rewrite,
    old: str,
    new: str,
    row: int,
    column: str,
    expected: str,
    found: str,
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    rewrite("facts/education.csv", old, new)
    with pytest.raises(SourceError) as refusal:
        build(sources, folder)
    problem = refusal.value.problems[0]
    assert len(refusal.value.problems) == 1
    assert (problem.file, problem.row, problem.column) == ("facts/education.csv", row, column)
    assert expected in problem.expected
    assert found in problem.found
    place = ", ".join(part for part in (problem.file, f"row {row}", column) if part)
    assert f"{place}: expected {problem.expected}, found {problem.found}" in str(refusal.value)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []


def test_all_problems_are_listed_at_once(sources: Path, rewrite: Rewrite) -> None:
    rewrite("facts/education.csv", TIRANA, TIRANA.replace("AL-11", "Tirana").replace("s001", "s9"))
    rewrite("facts/identification.csv", "victims,AL,all,all,2018", "victims,AL,all,all,1800-99")
    rewrite("sources.csv", "s003", "s001")
    rewrite("catalogue/identification.toml", '"persons"', '"people"')
    rewrite("release.toml", '"0.1.0"', '"one"')
    rewrite("programme/page.toml", '"s004"', '["s004", "s777"]')
    with pytest.raises(SourceError) as refusal:
        assemble(sources)
    found = {(problem.file, problem.column) for problem in refusal.value.problems}
    assert found == {
        ("facts/education.csv", "area"),
        ("facts/education.csv", "source"),
        ("facts/identification.csv", "period"),
        ("sources.csv", "id"),
        ("catalogue/identification.toml", "[victims] unit"),
        ("release.toml", "version"),
        ("programme/page.toml", "source"),
    }
    assert str(refusal.value).startswith("7 problems in the sources\n")
    assert len(str(refusal.value).splitlines()) == 8


def test_a_county_figure_of_a_national_indicator_is_refused(sources: Path, rewrite: Rewrite) -> None:
    rewrite("facts/identification.csv", "victims,AL,f", "victims,AL-11,f")
    with pytest.raises(SourceError, match=r"row 3, area: expected no county.*found 'AL-11'"):
        assemble(sources)


def test_allow_outside_lifts_the_bounds_of_a_percentage(sources: Path, rewrite: Rewrite) -> None:
    rewrite("catalogue/education.toml", '"percent_change"', '"percent"')
    with pytest.raises(SourceError, match=r"value: expected a percentage from 0 to 100, found '-14\.2'"):
        assemble(sources)
    rewrite(
        "catalogue/education.toml",
        'comparability = "comparable"',
        'comparability = "comparable"\nallow_outside = true',
    )
    contents, _ = assemble(sources)
    assert contents.catalogue["pupils_change"].allow_outside


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbfa;b\n", b"sep=,\n" + HEADER.encode(), b"a;b\n"])
def test_a_file_without_the_header_is_refused(sources: Path, content: bytes) -> None:
    (sources / "facts/identification.csv").write_bytes(content)
    with pytest.raises(SourceError, match=r"identification\.csv, row 1, header: expected indicator"):
        assemble(sources)


def test_a_file_with_only_the_header_is_refused(sources: Path) -> None:
    (sources / "facts/identification.csv").write_text(HEADER.removesuffix("attendance"))
    with pytest.raises(SourceError, match=r"row 2: expected at least one row, found only the header"):
        assemble(sources)


def test_another_encoding_is_refused_with_its_line(sources: Path) -> None:
    path = sources / "facts/education.csv"
    path.write_bytes(path.read_bytes().replace(b"AL-10,f", "Dibër,f".encode("latin-1")))
    with pytest.raises(SourceError, match=r"education\.csv, row 4: expected text in UTF-8, found byte 0xeb"):
        assemble(sources)


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ('interval = "assumed_deff"', 'interval = "guess"', "interval", "one of assumed_deff, none"),
        ("[50, 70, 80, 90, 100]", "[50, 80, 70, 90, 100]", "scale", "five rising numbers"),
        ("scale = [50, 70, 80, 90, 100]\n", "", "scale", "five rising numbers"),
        ("outcomes = [1]", "outcomes = [4]", "outcomes", "a list out of 1, 2, 3"),
        ('higher_is = "better"', 'higher_is = "good"', "higher_is", "one of better, worse, neutral"),
        ('notes = ["small_survey_base"]', 'notes = ["A note."]', "notes", "a list of note codes"),
        ('comparability = "with_care"', 'comparability = "yes"', "comparability", "one of comparable"),
        ('unit = "percent"\n', 'unit = "%"\n', "unit", "one of percent"),
        ('unit = "percent"\n', 'unit = "years"\n', "interval", "none, as unit is not percent"),
        ('[attendance]\ntheme = "education"', '[attendance]\ntheme = "family"', "theme", "'education'"),
        ("[attendance]\n", '[attendance]\ncolour = "red"\n', "colour", "one of unit"),
        ("[attendance]\n", "[attendance]\nallow_outside = 1\n", "allow_outside", "true or false"),
    ],
)
def test_a_wrong_block_is_named(
    sources: Path, rewrite: Rewrite, old: str, new: str, column: str, expected: str
) -> None:
    rewrite("catalogue/education.toml", old, new)
    with pytest.raises(SourceError) as refusal:
        assemble(sources)
    problem = refusal.value.problems[0]
    assert (problem.file, problem.column) == ("catalogue/education.toml", f"[attendance] {column}")
    assert expected in problem.expected


def test_an_indicator_without_a_figure_is_refused(sources: Path, rewrite: Rewrite) -> None:
    rewrite("facts/education.csv", "2020/2024,-14.2,,high", "2020/2024,-14.2,,low")
    with pytest.raises(SourceError, match=r"\[pupils_change\]: expected a row in facts/education\.csv"):
        assemble(sources)


@pytest.mark.parametrize("name", ["sources.csv", "release.toml"])
def test_a_missing_file_is_named(sources: Path, name: str) -> None:
    (sources / name).unlink()
    with pytest.raises(SourceError, match=rf"{name}: expected a file, found none"):
        assemble(sources)


@pytest.mark.parametrize("name", ["catalogue/education.toml", "release.toml", "programme/page.toml"])
def test_broken_toml_is_named(sources: Path, name: str) -> None:
    (sources / name).write_text("[")
    with pytest.raises(SourceError, match=rf"{name}: expected a TOML file in UTF-8, found"):
        assemble(sources)


@pytest.mark.parametrize("name", ["facts/schools.csv", "catalogue/schools.toml"])
def test_a_file_of_no_theme_is_refused(sources: Path, name: str) -> None:
    (sources / name).write_bytes((sources / name.replace("schools", "education")).read_bytes())
    with pytest.raises(SourceError, match=rf"{name}: expected a file named after one of education"):
        assemble(sources)
