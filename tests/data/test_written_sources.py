"""What editors and spreadsheets do to the steward's own files: read where it is clear, named where it is not."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from data.model.errors import SourceError
from data.releasing.build import assemble
from data.survey.published import read_published

Rewrite = Callable[[str, str, str], None]
REAL = Path(__file__).parents[2] / "data" / "sources" / "survey"
FILES = ["facts/education.csv", "facts/identification.csv", "sources.csv", "catalogue/education.toml", "release.toml"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_byte_order_mark_and_letters_in_two_pieces_change_nothing(sources: Path, name: str, form: str) -> None:
    title = ("s001,Household survey", "s001,Anketë për fëmijët")
    (sources / "sources.csv").write_text(
        (sources / "sources.csv").read_text(encoding="utf-8").replace(*title), encoding="utf-8"
    )
    before, _ = assemble(sources)
    text = unicodedata.normalize(form, (sources / name).read_text(encoding="utf-8"))
    (sources / name).write_text(text, encoding="utf-8-sig")
    after, _ = assemble(sources)
    assert after.observations.equals(before.observations)
    assert after.sources == before.sources and after.sources["s001"].title == "Anketë për fëmijët"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1250"])
@pytest.mark.parametrize("name", ["catalogue/education.toml", "facts/education.csv"])
def test_another_encoding_is_named(sources: Path, name: str, encoding: str) -> None:
    text = (sources / name).read_text(encoding="utf-8").replace("attendance", "vijueshmëri")
    (sources / name).write_text(text, encoding=encoding)
    with pytest.raises(SourceError, match="UTF-16" if encoding == "utf-16" else "likely cp1252 or cp1250"):
        assemble(sources)


@pytest.mark.parametrize("value", ["1.250", "2.5", "1.000", "3.0"])
def test_a_count_is_written_as_a_whole_number(sources: Path, rewrite: Rewrite, value: str) -> None:
    text = (sources / "facts/identification.csv").read_text(encoding="utf-8")
    row = next(each for each in text.splitlines() if each.startswith("victims,AL,all,all,"))
    cells = row.split(",")
    rewrite("facts/identification.csv", row, ",".join([*cells[:5], value, *cells[6:]]))
    with pytest.raises(SourceError, match="value: expected a whole number, as victims counts persons, found"):
        assemble(sources)


@pytest.mark.parametrize(("value", "taken"), [("1.250", False), ("12.500", False), ("1250", True), ("1.25", True)])
def test_an_amount_that_can_be_read_in_two_ways_is_refused(
    sources: Path, rewrite: Rewrite, value: str, taken: bool
) -> None:
    rewrite("catalogue/education.toml", 'unit = "percent_change"', 'unit = "lek_month"')
    rewrite("catalogue/education.toml", "scale = [-30, -20, -10, 0, 10]", "scale = [-30, 0, 500, 1000, 20000]")
    rewrite("facts/education.csv", "2020/2024,-14.2,", f"2020/2024,{value},")
    if taken:
        assert assemble(sources)[0].observations["value"].eq(float(value)).any()
        return
    with pytest.raises(SourceError, match="value: expected a number that can be read in one way only"):
        assemble(sources)


def test_a_very_long_note_is_named_by_row_and_column_and_not_repeated(sources: Path, rewrite: Rewrite) -> None:
    rewrite("facts/education.csv", "small_sample other_code", "A" * 150_000)
    with pytest.raises(SourceError, match="row 6, note: expected codes of small letters") as refused:
        assemble(sources)
    assert max(map(len, str(refused.value).splitlines())) < 500


@pytest.mark.parametrize(
    ("column", "text"), [("n", "²"), ("n", "12.0"), ("value", "1_0"), ("value", "1e1"), ("value", " 5")]
)
def test_printed_figures_are_plain_numbers(tmp_path: Path, column: str, text: str) -> None:
    (tmp_path / "published.toml").write_bytes((REAL / "published.toml").read_bytes())
    header, first, *_ = (REAL / "published.csv").read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[header.split(",").index(column)] = text
    (tmp_path / "published.csv").write_text(f"{header}\n{','.join(cells)}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=f"row 2, {column}: expected"):
        read_published(tmp_path, {cells[header.split(",").index("source")]})
