"""The workbook: sheets, formats, marks and chart, read by openpyxl; opened and printed by LibreOffice."""

import io
import json
import re
import subprocess
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from defusedxml import ElementTree
from openpyxl import Workbook, load_workbook

from components.exports.tables.bars import AT_MOST
from components.exports.tables.charted import charted
from components.exports.tables.csv_table import csv_of
from components.exports.tables.model import SourceNote, Table
from components.exports.tables.words import SHEETS
from components.exports.tables.workbook.provenance_sheet import CHUNK
from components.exports.tables.xlsx import xlsx_of
from data import Release
from data.model.observations import SHOWN
from i18n import words
from tests.components.exports.tables.sample_tables import attendance, heard, measure, rows_of, table_of, wide

SQ, EN = words("sq"), words("en")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x.example","y")',
    "＝1+1",
    "a;=1+1",
    "http://x.example",
]


@pytest.fixture(scope="module")
def published(atlas: Release) -> Table:
    return table_of(SQ, atlas, attendance(atlas))


@pytest.fixture(scope="module")
def made_up(atlas: Release) -> Table:
    rows = rows_of(heard(atlas), gender="f", population="all", age="all")
    return table_of(EN, atlas, pd.concat([rows, rows_of(heard(atlas), age="15-17", gender="f", area="AL-07")]))


def hostile(release: Release) -> Table:
    rows = attendance(release).head(len(HOSTILE))
    table = table_of(SQ, release, rows)
    told = table.rows.assign(name=HOSTILE, citation=HOSTILE)
    attacked = tuple(SourceNote(text, text, text) for text in HOSTILE)
    return table_of(SQ, release, rows, rows=told, sources=attacked, title="=1+1", caption="@x", filters=("=2+2",))


def opened(table: Table) -> Workbook:
    return load_workbook(io.BytesIO(xlsx_of(table)))


@pytest.fixture(scope="module")
def printed(
    atlas: Release, published: Table, made_up: Table, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """What LibreOffice prints of each file, by name."""
    folder = tmp_path_factory.mktemp("office")
    both = pd.concat([attendance(atlas), attendance(atlas, gender="m")], ignore_index=True)
    files = {
        "published.xlsx": xlsx_of(published),
        "made_up.xlsx": xlsx_of(made_up),
        "hostile.xlsx": xlsx_of(hostile(atlas)),
        "wide.xlsx": xlsx_of(wide(EN, atlas, both)),
        "text.csv": csv_of(hostile(atlas), dialect="comma"),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    named = [str(folder / name) for name in files]
    subprocess.run([*command, *named], check=True, timeout=120, capture_output=True)
    return {name: text_of(folder / "pdf" / f"{Path(name).stem}.pdf") for name in files}


def text_of(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.replace("\u00a0", " ")


def rounded(value: float) -> str:
    """To one decimal as spreadsheets round: halves away from nought."""
    return str(Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def page_with(text: str, mark: str) -> str:
    return next(page for page in text.split("\f") if mark in page)


def test_the_sheets(published: Table) -> None:
    book = opened(published)
    assert book.sheetnames == [*(SQ(f"file.{name}") for name in SHEETS), "provenance"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * len(SHEETS) + ["veryHidden"]
    assert book.active.title == SQ("file.sheet_data")


def test_the_provenance_comes_back_from_its_cells(published: Table, atlas: Release) -> None:
    long = table_of(SQ, atlas, atlas.observations.head(400))
    for table in (published, long):
        cells = [cell.value for cell in opened(table)["provenance"]["A"]]
        assert "".join(cells) == table.provenance.to_json()
        assert max(map(len, cells)) <= CHUNK
        assert json.loads("".join(cells))["checksum"] == table.provenance.checksum
    assert len(cells) > 1


def test_the_data_sheet(published: Table) -> None:
    sheet = opened(published)[SQ("file.sheet_data")]
    headings = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:") and sheet.auto_filter.ref.endswith(str(len(published.rows) + 1))
    value, state = headings.index(SQ("file_heading.value")), headings.index(SQ("file_heading.status_text"))
    assert state == value + 1, "the state stands right beside the value"
    assert headings.index(SQ("file_heading.indicator")) > state, "words before codes"
    for row, cells in zip(published.rows.itertuples(), list(sheet.iter_rows(min_row=2)), strict=True):
        assert cells[value].number_format == "#,##0.0"
        assert cells[headings.index(SQ("file_heading.n"))].number_format == "#,##0"
        assert (cells[value].value is None) == (row.status == "suppressed")
        assert cells[state].value == row.status_text


def test_demonstration_rows_are_shaded_and_say_so_first(made_up: Table, published: Table) -> None:
    book = opened(made_up)
    assert [cell.value for cell in book["Data"]["A"]] == [EN("file_heading.demonstration"), *[1] * len(made_up.rows)]
    for name in ("sheet_chart", "sheet_about"):
        assert str(book[EN(f"file.{name}")]["A1"].value).startswith(EN("file.demonstration"))
    for sheet in book:
        assert sheet.title == "provenance" or EN("file.demonstration") in sheet.oddHeader.center.text
    assert {cell.fill.fgColor.rgb for row in book["Data"].iter_rows(min_row=2) for cell in row} == {"FFF6E3EC"}
    plain = opened(published)
    assert {cell.fill.patternType for row in plain[SQ("file.sheet_data")].iter_rows(min_row=2) for cell in row} == {
        None
    }
    assert SQ("file.demonstration") not in {
        str(cell.value) for sheet in plain for row in sheet.iter_rows() for cell in row
    }


def test_only_demonstration_rows_are_shaded(atlas: Release) -> None:
    mixed = pd.concat([attendance(atlas).head(2), heard(atlas).head(2)], ignore_index=True)
    sheet = opened(table_of(EN, atlas, mixed))["Data"]
    assert [row[0].fill.patternType for row in sheet.iter_rows(min_row=2)] == [None, None, "solid", "solid"]


def test_what_explains_the_figures(published: Table) -> None:
    book = opened(published)
    about = {row[0].value: row[1].value for row in book[SQ("file.sheet_about")].iter_rows()}
    assert about[SQ("file.title")] == published.title
    assert about[SQ("file.release")] == published.provenance.release
    assert about[SQ("file.filters")] == " · ".join(published.filters)
    assert about[SQ("file.rows")] == str(len(published.rows))
    assert about[SQ("file.citation")] == published.citation
    states = [[cell.value for cell in row] for row in book[SQ("file.sheet_states")].iter_rows(min_row=2)]
    assert states == [list(state) for state in published.states]
    columns = {row[0].value: row[2].value for row in book[SQ("file.sheet_columns")].iter_rows(min_row=2)}
    assert columns == {column: SQ(f"file_meaning.{column}") for column in published.rows}
    assert book[SQ("file.sheet_measures")]["C2"].value == published.measures[0].definition
    assert book[SQ("file.sheet_sources")]["B2"].value == published.sources[0].citation


def test_the_documents_properties(made_up: Table) -> None:
    told = opened(made_up).properties
    assert told.title == made_up.title
    assert told.creator == EN("file.product")
    assert made_up.provenance.release in told.description and made_up.provenance.address in told.description
    assert told.keywords.startswith(EN("file.demonstration")) and told.keywords.endswith("en")
    assert told.created.date().isoformat() == made_up.provenance.made


def test_no_cell_is_a_formula_or_a_link(atlas: Release) -> None:
    content = xlsx_of(hostile(atlas))
    book = load_workbook(io.BytesIO(content))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) or "externalLink" in name]
    names = [cell.value for row in book[SQ("file.sheet_data")].iter_rows(min_row=2) for cell in row]
    assert {text for text in HOSTILE if "\t" not in text} <= set(names), "text is kept as it was"
    quoted = {
        cell.value for row in book[SQ("file.sheet_sources")].iter_rows(min_row=2) for cell in row if cell.quotePrefix
    }
    assert quoted >= {text for text in HOSTILE if text not in ("http://x.example", "\t=1")}


def chart_of(table: Table) -> Any:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(xlsx_of(table))).read("xl/charts/chart1.xml"))


def points(node: Any) -> dict[int, str]:
    return {int(point.get("idx")): point.findtext(f"{CHART}v") for point in node.iter(f"{CHART}pt")}


def test_the_chart_has_the_figures_and_their_intervals(published: Table) -> None:
    chart, rows = chart_of(published), published.rows
    values, shown = points(chart.find(f".//{CHART}val")), rows["value"].notna()
    assert {place: float(value) for place, value in values.items()} == rows.loc[shown, "value"].to_dict()
    assert 0 < len(values) < len(rows), "a hidden figure is a gap, not a nought, in the chart's own copy too"
    minus, plus = points(chart.find(f".//{CHART}minus")), points(chart.find(f".//{CHART}plus"))
    for place in values:
        assert float(minus[place]) == pytest.approx(rows["value"][place] - rows["value_low"][place])
        assert float(plus[place]) == pytest.approx(rows["value_upp"][place] - rows["value"][place])
    labels = points(chart.find(f".//{CHART}cat"))
    for place, name in rows["name"].items():
        assert labels[int(str(place))].startswith(name)
        assert (SQ("state.suppressed.name") in labels[int(str(place))]) == (not shown[place])
    assert "".join(chart.find(f".//{CHART}title").itertext()) == published.title


def test_the_charts_numbers_stand_on_its_sheet(published: Table) -> None:
    sheet = opened(published)[SQ("file.sheet_chart")]
    top = next(cell.row for cell in sheet["A"] if cell.value == SQ("file.chart_row"))
    written = [sheet.cell(top + 1 + row, 2).value for row in range(len(published.rows))]
    assert written == [None if pd.isna(value) else value for value in published.rows["value"]]
    assert f"$B${top + 1}:$B${top + len(published.rows)}" in chart_of(published).findtext(f".//{CHART}val//{CHART}f")


def test_unreliable_bars_are_hatched_and_made_up_ones_outlined(published: Table, made_up: Table) -> None:
    for table in (published, made_up):
        looks = list(chart_of(table).iter(f"{CHART}dPt"))
        hatched = [bool([part for part in look.iter() if part.tag.endswith("pattFill")]) for look in looks]
        broken = [bool([part for part in look.iter() if part.tag.endswith("prstDash")]) for look in looks]
        assert hatched == table.rows["status"].eq("unreliable").tolist() and any(hatched)
        assert broken == table.rows["kind"].eq("demonstration").tolist()
    assert EN("file.demonstration") in "".join(chart_of(made_up).find(f".//{CHART}title").itertext())


def test_a_large_table_is_charted_in_part_and_says_so(atlas: Release) -> None:
    rows = rows_of(atlas.observations, indicator="school_attendance_15_17")
    table = table_of(SQ, atlas, rows)
    chosen = charted(table)
    assert chosen is not None and len(rows) > AT_MOST >= len(chosen.bars)
    assert chosen.only and chosen.left_out == 0
    sheet = opened(table)[SQ("file.sheet_chart")]
    said = " ".join(str(cell.value) for cell in sheet["A"])
    assert SQ("file.chart_only") in said and all(part in said for part in chosen.only)
    rows = pd.concat([attendance(atlas)] * 3, ignore_index=True)
    sides = table_of(
        SQ, atlas, rows, rows=table_of(SQ, atlas, rows).rows.assign(side=[str(n) for n in range(len(rows))])
    )
    cut = charted(sides)
    assert cut is not None and (len(cut.bars), cut.left_out) == (AT_MOST, len(rows) - AT_MOST)
    assert SQ("file.chart_first") in {cell.value for cell in opened(sides)[SQ("file.sheet_chart")]["A"]}


def test_what_is_left_of_a_large_table_has_figures(atlas: Release) -> None:
    rows = rows_of(atlas.observations, indicator="school_attendance_15_17")
    latest = rows["period"].eq("2017/2018")
    silent = rows.assign(status=rows["status"].mask(latest, "no_data"), value=rows["value"].mask(latest))
    chosen = charted(table_of(SQ, atlas, silent))
    assert chosen is not None and any(bar.value is not None for bar in chosen.bars)
    assert SQ.period("2008/2009") in chosen.only


@pytest.mark.parametrize(
    ("figures", "axis"),
    [
        ((92.0, 97.5), ("0", "100")),
        ((14.2, 15.6), ("0", "20")),
        ((0.02, 0.031), ("0", "0.035")),
        ((1200.0, 90001.0), ("0", "95000")),
        ((-12.0, -3.0), (None, "0")),
        ((-12.0, 3.0), (None, None)),
        ((0.0, 0.0), ("0", "0.5")),
    ],
)
def test_bars_stand_on_nought(
    atlas: Release, figures: tuple[float, float], axis: tuple[str | None, str | None]
) -> None:
    rows = rows_of(attendance(atlas), status="ok").head(2).assign(value=figures, value_low=None, value_upp=None)
    scaling = chart_of(table_of(SQ, atlas, rows)).find(f".//{CHART}valAx/{CHART}scaling")
    ends = [scaling.find(f"{CHART}{end}") for end in ("min", "max")]
    read = [None if end is None else float(end.get("val")) for end in ends]
    assert read == [None if end is None else pytest.approx(float(end)) for end in axis]


def test_one_measure_is_charted(atlas: Release) -> None:
    two = pd.concat([attendance(atlas), rows_of(atlas.observations, indicator="population").head(3)], ignore_index=True)
    table = table_of(SQ, atlas, two, measures=(measure("school_attendance_15_17"), measure("population")))
    chosen = charted(table)
    assert chosen is not None and len(chosen.bars) == len(attendance(atlas))
    assert f"{SQ('file.chart_only')} {chosen.measure}" in {
        cell.value for cell in opened(table)[SQ("file.sheet_chart")]["A"]
    }


def test_nothing_to_draw_no_chart(atlas: Release) -> None:
    hidden = rows_of(attendance(atlas), status="suppressed")
    assert len(hidden) > 0
    assert SQ("file.sheet_chart") not in opened(table_of(SQ, atlas, hidden)).sheetnames
    assert charted(table_of(SQ, atlas, attendance(atlas).iloc[:0])) is None


def test_a_wide_tables_chart_is_its_first_row(atlas: Release) -> None:
    both = pd.concat([attendance(atlas), attendance(atlas, gender="m")], ignore_index=True)
    table, girls = wide(SQ, atlas, both), table_of(SQ, atlas, attendance(atlas))
    chosen, wanted = charted(table), charted(girls)
    assert chosen is not None and wanted is not None
    assert chosen.bars == wanted.bars, "the same figures, intervals and states as in the long shape"
    assert (chosen.measure, chosen.unit, chosen.only) == (SQ("gender.f"), "përqind", (SQ("gender.f"),))


def test_a_mean_score_does_not_stand_beside_shares(atlas: Release) -> None:
    scale = rows_of(
        atlas.survey.observations, indicator="welcome", period="2024-05", gender="all", age="all", area="AL-4C"
    )
    assert {"mean"} < set(scale["answer"])
    told = table_of(SQ, atlas, scale).rows
    told["unit"] = ["pikë" if answer == "mean" else "përqind" for answer in scale["answer"]]
    table = table_of(SQ, atlas, scale, rows=told)
    chosen = charted(table)
    assert chosen is not None and chosen.unit == "përqind" and len(chosen.bars) == scale["answer"].ne("mean").sum()
    sheet = opened(table)[SQ("file.sheet_data")]
    place = [cell.value for cell in sheet[1]].index(SQ("file_heading.value"))
    formats = [row[place].number_format for row in sheet.iter_rows(min_row=2)]
    assert formats == ["#,##0.00" if answer == "mean" else "#,##0.0" for answer in scale["answer"]]


def test_libreoffice_prints_the_figures_with_their_states(
    printed: dict[str, str], published: Table, made_up: Table
) -> None:
    for name, table in (("published.xlsx", published), ("made_up.xlsx", made_up)):
        page = page_with(printed[name], table.heading("status_text"))
        for row in table.rows.itertuples():
            state = row.status_text.split(":")[0]
            lines = [line for line in page.splitlines() if row.name in line and state in line]
            if row.status in SHOWN:
                assert any(rounded(row.value) in line for line in lines)
            else:
                assert lines and not any(re.search(r"\d\.\d", line) for line in lines)
    assert all(EN("file.demonstration") in page for page in printed["made_up.xlsx"].split("\f") if page.strip())
    assert SQ("file.demonstration") not in printed["published.xlsx"]


def test_libreoffice_keeps_the_chart(printed: dict[str, str], published: Table) -> None:
    page = page_with(printed["published.xlsx"], SQ("file.chart_plus").split()[0])
    assert page.count(published.title) == 2, "above the chart and in it"
    assert f"95 % · {SQ('file.product')}, {published.provenance.release}" in page, (
        "unit, interval and release on the axis"
    )
    for row in published.rows.itertuples():
        assert page.count(row.name) >= 2, "in the chart and in the numbers below"
    assert "Women/girls" in page_with(printed["wide.xlsx"], EN("file.chart_plus").split()[0])


def test_libreoffice_runs_nothing(printed: dict[str, str]) -> None:
    for formula in ("=1+1", "@SUM(A1)", "=HYPERLINK", "=2+2"):
        assert formula in printed["hostile.xlsx"]
    for guarded in ("'=1+1", "'@SUM(A1)", "'=HYPERLINK", "a;'=1+1"):
        assert guarded in printed["text.csv"]
