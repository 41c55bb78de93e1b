"""The Download tab: every button delivers its file, at once and without another run of the page; the package, which
takes longer, after it was prepared."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from browser_screen import BrowserScreen
from reader_model import RELEASE

from components.exports.provenance.reading import read_provenance
from components.exports.tables.formats import FORMATS
from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
NAME = "harta-tqnj_school_attendance_15_17"
CHOSEN = f"{NAME}_f_15-17_2017--2018_{RELEASE.info.id}"
WHOLE = f"{NAME}_{RELEASE.info.id}"
t = words("sq")


def button(kind: str, picture: str = "") -> str:
    return t(f"download.{kind}", picture=t(f"download.{picture}")) if picture else t(f"file_format.{kind}")


def download(screen: BrowserScreen, label: str) -> tuple[str, bytes]:
    """The file's name and bytes; another run of the page fails."""
    runs = screen.finished
    with screen.page.expect_download(timeout=60_000) as delivery:
        screen.page.get_by_role("button", name=label, exact=True).click()
    content = Path(delivery.value.path()).read_bytes()
    assert screen.finished == runs
    return delivery.value.suggested_filename, content


def rows_of(content: bytes) -> pd.DataFrame:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read ë and ç"
    return pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype={"cycle": str})


@pytest.mark.parametrize(
    ("more", "name"),
    [("", CHOSEN), ("&view=twelve", CHOSEN), ("&period=2008%2F2009", CHOSEN.replace("2017--2018", "2008--2009"))],
)
def test_csv_has_the_rows_of_the_table(screen: BrowserScreen, more: str, name: str) -> None:
    screen.open(f"{GIRLS}{more}&tab=table")
    table = screen.page.locator('[data-testid="stTable"] tbody tr')
    shown = [row.locator("th, td").all_inner_texts() for row in table.all()]
    screen.pick("tab", t("tab.download"))
    file, content = download(screen, button("csv"))
    rows = rows_of(content)
    assert file == f"{name}.csv"
    assert rows["name"].tolist() == [cells[0] for cells in shown]
    for value, status, cells in zip(rows["value"], rows["status"], shown, strict=True):
        if pd.isna(value):  # the state's word stands in its place
            assert status not in ("ok", "unreliable")
            assert not any(sign.isdigit() for sign in cells[1])
        else:
            figure = t.figure(value, "percent", 1)
            assert cells[1] == (t("state.unreliable.figure", figure=figure) if status == "unreliable" else figure)
    assert set(rows["release"]) == {RELEASE.info.id}
    assert rows.loc[rows["value"].notna(), "citation"].notna().all()


def test_csv_of_the_whole_indicator(screen: BrowserScreen) -> None:
    screen.open(f"{GIRLS}&tab=download")
    count = int(RELEASE.observations["indicator"].eq("school_attendance_15_17").sum())
    with screen.run():
        screen.page.get_by_role("radio", name=t.plural("download.whole_rows", count)).click()
    file, content = download(screen, button("csv"))
    assert file == f"{WHOLE}.csv"
    assert len(rows_of(content)) == count


def test_the_package_is_prepared_first_and_holds_the_view(screen: BrowserScreen) -> None:
    screen.open(f"{GIRLS}&tab=download")
    with screen.run():
        screen.page.get_by_role("button", name=t("files.prepare", what=button("zip"))).click()
    file, content = download(screen, button("zip"))
    assert file == f"{CHOSEN}.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        assert len(rows_of(package.read("data.csv"))) == 5
    assert {"README.txt", "data.xlsx", "citation.txt", "provenance.json"} <= names
    pictures = {f"pictures/{picture}.{kind}" for picture in ("map", "chart") for kind in ("png", "svg", "pdf")}
    assert {name for name in names if name.startswith("pictures/")} == pictures


@pytest.mark.parametrize("picture", ["map", "chart"])
def test_pictures(screen: BrowserScreen, picture: str) -> None:
    screen.open(f"{GIRLS}&tab=download")
    title = screen.page.get_by_role("heading", level=2).first.inner_text()
    file, content = download(screen, button("svg", picture))
    assert file == f"{CHOSEN}.{picture}.svg"
    said = " ".join("".join(ElementTree.fromstring(content).itertext()).split())
    for part in (title, "GDL Area Database", RELEASE.info.id, "2017–18", t("gender.f")):
        assert part in said or part.replace(" ", "") in said.replace(" ", ""), f"{part} is not in {file}"
    for kind in ("svg", "png", "pdf"):
        file, content = download(screen, button(kind, picture))
        assert file == f"{CHOSEN}.{picture}.{kind}"
        told = read_provenance(content, file)
        assert (told.release, told.language, told.title) == (RELEASE.info.id, "sq", title)
        assert told.view.startswith("risk.school_attendance_15_17.gender~f") and len(told.figures) == 5


def test_no_other_button_delivers_anything(screen: BrowserScreen) -> None:
    """The list above is complete; of this view nobody has prepared the package."""
    screen.open(f"{GIRLS.replace('gender=f', 'gender=m')}&tab=download")
    labels = screen.page.locator('[data-testid="stDownloadButton"] button').all_inner_texts()
    known = [button(code) for code in FORMATS if code != "zip"]
    known += [button(kind, picture) for picture in ("map", "chart") for kind in ("png", "svg", "pdf")]
    assert sorted(label.strip() for label in labels) == sorted(known)
