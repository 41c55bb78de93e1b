"""Days and times that no calendar or clock holds make no file unreadable: there stands nothing, the rest is read."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from data.reading.read_file import read_file

NOON_2020 = (datetime(2020, 8, 14, 12) - datetime(1582, 10, 14)).total_seconds()
BEYOND = 3.0e11  # the year 11089


@pytest.mark.parametrize(
    ("format", "value", "text"),
    [
        ("DATE11", NOON_2020, "2020-08-14"), ("DATE11", BEYOND, ""), ("ADATE10", -1e12, ""), ("EDATE10", np.nan, ""),
        ("SDATE10", NOON_2020, "2020-08-14"), ("DATETIME20", NOON_2020, "2020-08-14 12:00:00"),
        ("DATETIME20", BEYOND, ""), ("DATETIME20", 1e18, ""), ("TIME8", 3600.0, "01:00:00"), ("TIME8", 90_000.0, ""),
        ("TIME8", -5.0, ""), ("F8.0", BEYOND, "300000000000"),
    ],
)  # fmt: skip
def test_spss(tmp_path: Path, format: str, value: float, text: str) -> None:
    frame = pd.DataFrame({"q": [1.0, 2.0], "when": [value, value]})
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_format={"when": format})
    table = read_file(tmp_path / "a.sav")
    assert table.values.to_numpy().tolist() == [["1", text], ["2", text]]


@pytest.mark.parametrize(
    ("format", "value", "text"),
    [
        ("%td", 22_141.0, "2020-08-14"), ("%td", 3.0e6, ""), ("%td", -3.0e6, ""), ("%tdD_m_Y", 22_141.0, "2020-08-14"),
        ("%tc", 22_141.5 * 86_400_000, "2020-08-14 12:00:00"), ("%tc", 1e18, ""), ("%tcHH:MM", 3_600_000.0, "01:00:00"),
    ],
)  # fmt: skip
def test_stata(tmp_path: Path, format: str, value: float, text: str) -> None:
    frame = pd.DataFrame({"q": [1.0, 2.0], "when": [value, value]})
    pyreadstat.write_dta(frame, tmp_path / "a.dta", variable_format={"when": format})
    assert read_file(tmp_path / "a.dta").values.to_numpy().tolist() == [["1", text], ["2", text]]


def test_days_declared_missing_are_named_as_days(tmp_path: Path) -> None:
    frame = pd.DataFrame({"q": [1.0, 2.0, 3.0], "when": [NOON_2020, BEYOND, 99.0]})
    ranges = {"when": [{"lo": NOON_2020 - 1, "hi": NOON_2020 + 1}, 99]}
    pyreadstat.write_sav(frame, tmp_path / "a.sav", variable_format={"when": "DATE11"}, missing_ranges=ranges)
    table = read_file(tmp_path / "a.sav")
    assert table.values["when"].tolist() == ["2020-08-14", "", "1582-10-14"]
    assert set(table.missing["when"]) == {"2020-08-14", "1582-10-14"}
