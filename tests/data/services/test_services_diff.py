"""What the comparison of two releases tells of services; both without the survey, which takes long to compare."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from screen import RELEASE

from data.model.services_release import empty_services
from data.model.survey import empty_survey
from data.releasing.build import write_release
from data.releasing.diff import describe_changes, diff_releases
from data.releasing.files import Contents, read_contents
from data.releasing.release import Release

ONE = {"service": "outreach", "area": "AL-4C", "gender": "all", "age": "all", "cycle": "2"}
CENTRE = {"service": "community_centre", "area": "AL-09", "cycle": "2"}


def written(folder: Path, contents: Contents, release: Release) -> Path:
    """The committed release with these contents."""
    folder.mkdir()
    write_release(folder, contents, release.info)
    return folder


@pytest.fixture(scope="module")
def contents(atlas: Release) -> Contents:
    """What the committed release says, without its survey."""
    return replace(read_contents(RELEASE), survey=empty_survey())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, contents: Contents, atlas: Release) -> Path:
    """The release with these contents, unchanged."""
    return written(tmp_path_factory.mktemp("plain") / "release", contents, atlas)


def chosen(rows: pd.DataFrame, **where: str) -> pd.Series:
    found = pd.Series(True, index=rows.index)
    for name, wanted in where.items():
        found &= rows[name].eq(wanted)
    assert found.sum() == 1
    return found


def test_counts_and_states_that_differ_are_told_as_figures_are(
    tmp_path: Path, plain: Path, contents: Contents, atlas: Release
) -> None:
    counts, presence = contents.services.counts.copy(), contents.services.presence.copy()
    hidden = counts.index[counts["status"].eq("suppressed")][0]
    found = chosen(counts, **ONE)
    old = int(counts.loc[found, "value"].iloc[0])
    counts.loc[found, "value"] = old + 5
    counts.loc[hidden, ["value", "status", "reason"]] = [15, "ok", ""]
    gone = chosen(counts, service="all", area="AL-4C", gender="f", age="all", cycle="1")
    women = int(counts.loc[gone, "value"].iloc[0])
    presence.loc[chosen(presence, **CENTRE), "state"] = "not_known"
    services = replace(contents.services, counts=counts[~gone], presence=presence)
    new = written(tmp_path / "new", replace(contents, services=services), atlas)
    key = counts.loc[hidden]
    assert describe_changes(diff_releases(plain, new)).splitlines() == [
        "gone (1)",
        f"  service_counts all AL-4C f all all 1: ok {women}",
        "moved (1)",
        f"  service_counts outreach AL-4C all all all 2: ok {old} -> ok {old + 5}",
        "state (2)",
        f"  service_counts {key['service']} {key['area']} {key['gender']} {key['age']} all {key['cycle']}: "
        "suppressed -> ok 15",
        "  service_presence community_centre AL-09 all all all 2: present 1 -> not_known 1",
    ]
    back = diff_releases(new, plain)
    assert back["change"].value_counts().to_dict() == {"state": 2, "added": 1, "moved": 1}


def test_a_further_source_of_the_same_state_is_told(
    tmp_path: Path, plain: Path, contents: Contents, atlas: Release
) -> None:
    presence = contents.services.presence
    further = presence[chosen(presence, **CENTRE)].assign(period="2024-02")
    services = replace(contents.services, presence=pd.concat([presence, further], ignore_index=True))
    new = written(tmp_path / "new", replace(contents, services=services), atlas)
    (told,) = diff_releases(plain, new).to_dict("records")
    assert (told["indicator"], told["answer"], told["area"], told["period"]) == (
        "service_presence",
        "community_centre",
        "AL-09",
        "2",
    )
    assert (told["change"], told["value_old"], told["value_new"]) == ("moved", 1, 2)


def test_beside_a_release_without_services_all_of_them_are_new(
    tmp_path: Path, plain: Path, contents: Contents, atlas: Release
) -> None:
    without = written(tmp_path / "without", replace(contents, services=empty_services()), atlas)
    changes = diff_releases(without, plain)
    assert set(changes["change"]) == {"added"}
    cells = len(contents.services.catalogue) * 4 * 2
    assert changes["indicator"].value_counts().to_dict() == {
        "service_counts": len(contents.services.counts),
        "service_presence": cells,
    }


def test_a_release_does_not_differ_from_itself_in_services() -> None:
    assert describe_changes(diff_releases(RELEASE, RELEASE)) == "no figure differs"
