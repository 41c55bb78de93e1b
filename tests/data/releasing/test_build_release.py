import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.model.errors import ReleaseError
from data.releasing import build as build_module
from data.releasing.build import assemble, build
from data.releasing.files import read_contents, write_contents


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_sources_give_the_same_bytes(sources: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert build(sources, first).id == build(sources, second).id
    assert contents_of(first) == contents_of(second)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_byte(sources: Path, folder: Path, tmp_path: Path, order: random.Random) -> None:
    for name in ("facts/education.csv", "facts/identification.csv", "sources.csv"):
        header, *rows = (sources / name).read_text(encoding="utf-8").splitlines()
        order.shuffle(rows)
        (sources / name).write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    build(sources, tmp_path / "again")
    assert contents_of(tmp_path / "again") == contents_of(folder)


def test_the_release_is_named_after_its_day_and_content(
    sources: Path, folder: Path, tmp_path: Path, rewrite: Callable[[str, str, str], None]
) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["id"].startswith("2026-11-23-")
    assert len(package["id"]) == len("2026-11-23-") + 8
    rewrite("facts/education.csv", "92.40", "92.41")
    assert build(sources, tmp_path / "other").id != package["id"]


def test_the_description_lists_every_file_with_its_columns(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {each["path"]: each for each in package["resources"]}
    assert {*resources, "datapackage.json"} == {path.name for path in folder.iterdir()}
    fields = {each["name"]: each["type"] for each in resources["observations.parquet"]["schema"]["fields"]}
    assert (fields["area"], fields["value"], fields["n"]) == ("string", "number", "integer")
    assert resources["observations.parquet"]["rows"] == 3 * 13 + 13 + 4
    assert package["version"] == "0.1.0"


def test_only_sources_in_use_are_published(folder: Path) -> None:
    assert list(read_contents(folder).sources) == ["s001", "s002", "s004"]


def test_the_catalogue_keeps_its_order_and_says_what_exists(folder: Path) -> None:
    catalogue = read_contents(folder).catalogue
    assert list(catalogue) == ["attendance", "pupils_change", "victims"]
    attendance = catalogue["attendance"]
    assert attendance.periods == ("2008/2009", "2017/2018")
    assert (attendance.genders, attendance.ages, attendance.sources) == (("f", "m"), ("15-17",), ("s001",))
    assert attendance.scale == (50, 70, 80, 90, 100)


def test_the_programme_is_passed_on_as_it_is(folder: Path) -> None:
    page = {"started": "2019-12-01", "result": [{"count": 4, "source": "s004"}]}
    assert read_contents(folder).programme == {"page": page}


def test_what_is_written_is_what_is_read(sources: Path, tmp_path: Path) -> None:
    contents, _ = assemble(sources)
    written, again = tmp_path / "written", tmp_path / "again"
    written.mkdir()
    again.mkdir()
    write_contents(written, contents)
    write_contents(again, read_contents(written))
    assert contents_of(written) == contents_of(again)


def test_a_release_that_fails_its_check_does_not_replace_the_old_one(
    sources: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents_of(folder)
    monkeypatch.setattr(build_module, "check_release", lambda _: ["observations.parquet: something"])
    with pytest.raises(ReleaseError, match=r"fails its check:\nobservations\.parquet: something"):
        build(sources, folder)
    assert contents_of(folder) == before


def test_the_old_release_comes_back_if_the_new_one_cannot_be_moved(
    sources: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, rewrite: Callable[[str, str, str], None]
) -> None:
    before = contents_of(folder)
    rewrite("facts/education.csv", "92.40", "92.41")
    rename = Path.rename

    def refuse_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("no room")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(OSError, match="no room"):
        build(sources, folder)
    assert contents_of(folder) == before
