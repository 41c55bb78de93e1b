"""The Download tab: every button delivers its file, at once and without another run of the page."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from browser_screen import BrowserScreen
from reader_model import RELEASE

from components.exports.png import png_metadata
from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
NAME = "harta-tqnj_school_attendance_15_17"
CHOSEN = f"{NAME}_f_15-17_2017--2018_{RELEASE.info.id}"
WHOLE = f"{NAME}_{RELEASE.info.id}"
t = words("sq")


def button(kind: str, picture: str = "") -> str:
    return t(f"download.{kind}", picture=t(f"download.{picture}")) if picture else t(f"download.{kind}")


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
    file, content = download(screen, button("view_csv"))
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
    file, content = download(screen, button("indicator_csv"))
    observations = RELEASE.observations
    assert file == f"{WHOLE}.csv"
    assert len(rows_of(content)) == observations["indicator"].eq("school_attendance_15_17").sum()


@pytest.mark.parametrize("picture", ["map", "chart"])
def test_pictures(screen: BrowserScreen, picture: str) -> None:
    screen.open(f"{GIRLS}&tab=download")
    title = screen.page.get_by_role("heading").first.inner_text()
    file, content = download(screen, button("svg", picture))
    assert file == f"{CHOSEN}.{picture}.svg"
    said = " ".join("".join(ElementTree.fromstring(content).itertext()).split())
    for part in (title, "GDL Area Database", RELEASE.info.id, "2017–18", t("gender.f")):
        assert part in said or part.replace(" ", "") in said.replace(" ", ""), f"{part} is not in {file}"
    file, content = download(screen, button("png", picture))
    assert file == f"{CHOSEN}.{picture}.png"
    told = png_metadata(content)
    assert (told["release"], told["indicator"], told["gender"], told["age"], told["period"], told["language"]) == (
        RELEASE.info.id, "school_attendance_15_17", "f", "15-17", "2017/2018", "sq",
    )  # fmt: skip


def test_no_other_button_delivers_anything(screen: BrowserScreen) -> None:
    """The list above is complete."""
    screen.open(f"{GIRLS}&tab=download")
    labels = screen.page.locator('[data-testid="stDownloadButton"] button').all_inner_texts()
    known = [button("view_csv"), button("indicator_csv")]
    known += [button(kind, picture) for picture in ("map", "chart") for kind in ("png", "svg")]
    assert sorted(label.strip() for label in labels) == sorted(known)
