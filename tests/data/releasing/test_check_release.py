import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.model.errors import ReleaseError
from data.releasing.build import assemble, write_release
from data.releasing.check import check_release
from data.releasing.files import Contents
from data.releasing.release import Release, open_release

Change = Callable[[pd.DataFrame], pd.DataFrame]
DIBER = {"indicator": "attendance", "area": "AL-09", "gender": "f", "period": "2017/2018"}


def put(column: str, value: str | float, **where: str) -> Change:
    """A change that writes one cell of the row `where` (Dibër's girls unless told otherwise)."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        chosen = pd.Series(True, index=frame.index)
        for name, wanted in (where or DIBER).items():
            chosen &= frame[name].eq(wanted)
        assert chosen.sum() == 1
        changed = frame.copy()
        changed.loc[chosen, column] = value
        return changed

    return change


def without(**where: str) -> Change:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        chosen = pd.Series(True, index=frame.index)
        for name, wanted in where.items():
            chosen &= frame[name].eq(wanted)
        assert chosen.sum() == 1
        return frame[~chosen]

    return change


def twice(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame, frame.tail(1)], ignore_index=True)


def rewritten(sources: Path, folder: Path, change: Callable[[Contents], Contents]) -> list[str]:
    """Problems of a release with these changed contents and a description that fits them."""
    contents, notes = assemble(sources)
    folder.mkdir()
    write_release(folder, change(contents), notes)
    return check_release(folder)


def test_a_good_release_has_no_problems(folder: Path) -> None:
    assert check_release(folder) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            put("value_low", 80.0),
            "attendance AL-09 f 15-17 2017/2018, value_low: expected at most the value, found 80.0",
        ),
        (put("value_upp", 70.0), "value_upp: expected at least the value, found 70.0"),
        (put("value_upp", 100.5), "value_upp: expected a percentage from 0 to 100, found 100.5"),
        (put("value_upp", float("nan")), "expected both bounds or none"),
        (put("value", float("nan")), "value: expected a figure"),
        (put("status", "suppressed"), "value: expected nothing where the figure is not shown, found 73.72"),
        (put("status", "fine"), "status: expected one of ok, unreliable"),
        (put("reason", "tired"), "reason: expected one of"),
        (put("gender", "x"), "gender: expected one of all, f, m, found 'x'"),
        (put("cycle", "2"), "cycle: expected the period's cycle, found '2'"),
        (put("period", "last year"), "period: expected a period, found 'last year'"),
        (put("source", "s9"), "source: expected an id in sources.json, found 's9'"),
        (put("source", ""), "source: expected an id in sources.json, found ''"),
        (put("indicator", "other"), "indicator: expected an indicator of the catalogue, found 'other'"),
        (put("reason", "too_few_people"), "n: expected nothing where people are too few, found 66"),
        (
            without(**DIBER),
            "attendance f 15-17 2017/2018: expected a row for each county and AL, none for ['AL-09']",
        ),
        (without(**DIBER), "area: expected two figures that are shown"),
        (without(indicator="attendance", area="AL-01", gender="m"), "none for ['AL-01']"),
        (twice, "area: expected one row a key, found 'AL'"),
    ],
)
def test_a_wrong_observation_is_found(sources: Path, tmp_path: Path, change: Change, told: str) -> None:
    problems = rewritten(
        sources, tmp_path / "wrong", lambda good: replace(good, observations=change(good.observations))
    )
    assert any(told in problem for problem in problems), problems


PAIR = {"dimension": "area", "area": "AL-09", "area_to": "AL-11", "gender": "f"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("value_low", 50.0, **PAIR), "difference: expected a figure inside its interval"),
        (put("area_to", "AL-01", **PAIR), "area: expected two figures that are shown"),
        (put("verdict", "better", **PAIR), "verdict: expected one of higher, lower"),
        (twice, "area: expected one row a key"),
    ],
)
def test_a_wrong_difference_is_found(sources: Path, tmp_path: Path, change: Change, told: str) -> None:
    problems = rewritten(sources, tmp_path / "wrong", lambda good: replace(good, differences=change(good.differences)))
    assert any(problem.startswith("differences.parquet") and told in problem for problem in problems), problems


def test_an_indicator_without_observations_is_found(sources: Path, tmp_path: Path) -> None:
    def drop(good: Contents) -> Contents:
        return replace(good, observations=good.observations[good.observations["indicator"].ne("victims")])

    problems = rewritten(sources, tmp_path / "wrong", drop)
    assert problems == ["catalogue.json, victims: expected at least one observation, found none"]


@pytest.mark.parametrize(
    "name",
    ["observations.parquet", "differences.parquet", "catalogue.json", "sources.json", "programme.json"],
)
def test_a_tampered_byte_is_found_in_any_file(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    assert any(problem.startswith(f"{name}: hash expected sha256:") for problem in check_release(folder))
    with pytest.raises(ReleaseError, match=f"{name}: hash expected"):
        open_release(folder)


def test_missing_and_added_files_are_named(folder: Path) -> None:
    (folder / "sources.json").rename(folder / "origins.json")
    assert check_release(folder) == [
        "sources.json: expected in the folder, not there",
        "origins.json: in the folder, but not in datapackage.json",
    ]


def test_a_folder_without_description_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"datapackage\.json: expected a readable description"):
        open_release(tmp_path)


@pytest.mark.parametrize("content", ["[]", "{}", "no json"])
def test_a_broken_description_is_named(folder: Path, content: str) -> None:
    (folder / "datapackage.json").write_text(content)
    with pytest.raises(ReleaseError, match=r"datapackage\.json: expected"):
        open_release(folder)


def test_another_id_is_found(folder: Path) -> None:
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**package, "id": "2026-11-23-00000000"}))
    assert check_release(folder) == [
        f"datapackage.json: id expected 2026-11-23-00000000, found {package['id']} from the files"
    ]


def test_demonstration_figures_can_be_left_out(sources: Path, tmp_path: Path) -> None:
    mark = put("kind", "demonstration")
    folder = tmp_path / "marked"
    assert rewritten(sources, folder, lambda good: replace(good, observations=mark(good.observations))) == []
    everything, published = open_release(folder), open_release(folder, demonstration=False)
    assert len(published.observations) == len(everything.observations) - 1
    assert set(published.observations["kind"]) == {"published"}
    assert "AL-09" not in set(published.differences["area"]) | set(published.differences["area_to"])
    assert len(published.differences) < len(everything.differences)


def test_an_opened_release_knows_itself(release: Release) -> None:
    assert release.info.id.startswith("2026-11-23-")
    assert [change.code for change in release.info.changes] == ["first_release"]
    assert release.sources["s002"].title == "Report, with a comma"
    assert release.programme["page"]["started"] == "2019-12-01"
    assert release.info.files[0] == "observations.parquet"
