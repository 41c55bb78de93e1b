"""The description inside a package: frictionless finds it valid, and the tables as it says."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from components.downloads.tables.table import table_of
from components.exports.tables.model import Table
from components.exports.tables.package import zip_of
from components.sections.data.wide import wide_of
from data import Release
from i18n import LANGUAGES, words


def built(atlas: Release, language: str, shape: str) -> Table:
    t = words(language)
    rows = pd.concat([atlas.survey.rows_of("welcome"), atlas.rows_of("school_attendance_15_17")], ignore_index=True)
    table = table_of(t, atlas, rows, title="T", caption="C", filters=("x",), address="https://h.example/te-dhenat")
    return wide_of(t, table) if shape == "wide" else table


def unpacked(table: Table, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(zip_of(table, {}, date(2026, 1, 1)))).extractall(folder)
    return folder / "datapackage.json"


@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_package_is_valid_and_so_are_its_tables(atlas: Release, tmp_path: Path, language: str, shape: str) -> None:
    table = built(atlas, language, shape)
    report = Package(str(unpacked(table, tmp_path))).validate()
    assert report.valid, [error.message for task in report.tasks for error in (*report.errors, *task.errors)]
    tables = [task for task in report.tasks if task.type == "table"]
    assert [task.stats["rows"] for task in tables] == [len(table.rows)] * 2
    assert len(report.tasks) == len(list(tmp_path.iterdir())) - 2, "all but README.txt and the description itself"


def test_a_changed_file_is_no_longer_the_described_one(atlas: Release, tmp_path: Path) -> None:
    told = unpacked(built(atlas, "en", "long"), tmp_path)
    name = next(each["path"] for each in json.loads(told.read_text())["resources"] if each["path"].endswith(".csv"))
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes().replace(b"female", b"femme"))
    assert not Package(str(told)).validate().valid
