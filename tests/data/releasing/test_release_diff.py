from collections.abc import Callable
from pathlib import Path

import pytest

from data.releasing.build import build
from data.releasing.diff import describe_changes, diff_releases


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("AL-11,m,15-17,2017/2018,91.4,292", "AL-11,m,15-17,2017/2018,91.5,292", {("AL-11", "moved")}),
        ("AL-11,m,15-17,2017/2018,91.4,292", "AL-11,m,15-17,2017/2018,91.4,24", {("AL-11", "state")}),
        (
            "AL,m,15-17,2017/2018,88.58,1054",
            "AL-4C,m,15-17,2017/2018,88.58,1054",
            {("AL", "state"), ("AL-4C", "added")},
        ),
    ],
)
def test_changes_of_one_row(
    sources: Path,
    folder: Path,
    tmp_path: Path,
    rewrite: Callable[[str, str, str], None],
    old: str,
    new: str,
    kinds: set[tuple[str, str]],
) -> None:
    rewrite("facts/education.csv", old, new)
    build(sources, tmp_path / "new")
    changes = diff_releases(folder, tmp_path / "new")
    assert set(zip(changes["area"], changes["change"], strict=True)) == kinds
    reverse = {"added": "gone", "gone": "added"}
    back = diff_releases(tmp_path / "new", folder)
    expected = {(area, reverse.get(kind, kind)) for area, kind in kinds}
    assert set(zip(back["area"], back["change"], strict=True)) == expected


def test_changes_are_told_by_kind(
    sources: Path, folder: Path, tmp_path: Path, rewrite: Callable[[str, str, str], None]
) -> None:
    rewrite("facts/identification.csv", "all,all,2022,112", "all,all,2021,159")
    rewrite("facts/identification.csv", "all,all,2018,95", "all,all,2018,96")
    rewrite("facts/identification.csv", "f,all,2018,3,", "f,all,2018,30,")
    build(sources, tmp_path / "new")
    assert describe_changes(diff_releases(folder, tmp_path / "new")).splitlines() == [
        "added (1)",
        "  victims all AL all all all 2021: ok 159",
        "gone (1)",
        "  victims all AL all all all 2022: ok 112",
        "moved (1)",
        "  victims all AL all all all 2018: ok 95 -> ok 96",
        "state (1)",
        "  victims all AL f all all 2018: suppressed -> ok 30",
    ]


def test_a_release_does_not_differ_from_itself(folder: Path) -> None:
    assert describe_changes(diff_releases(folder, folder)) == "no figure differs"
