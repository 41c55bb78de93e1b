"""The committed release: figures that were read in their sources, as a reader will meet them."""

from pathlib import Path

import pytest

from data.model.dimensions import FOCUS, Filters
from data.releasing.build import build
from data.releasing.check import check_release
from data.releasing.query import differences_for, offers, select
from data.releasing.release import Release, open_release
from data.statistics.findings import finding

DATA = Path(__file__).parents[3] / "data"
GIRLS = Filters("f", "15-17", "2017/2018")


@pytest.fixture(scope="module")
def real() -> Release:
    return open_release(DATA / "release")


def test_the_release_is_good() -> None:
    assert check_release(DATA / "release") == []


def test_the_release_is_that_of_the_sources(tmp_path: Path) -> None:
    build(DATA / "sources", tmp_path / "again")
    again = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert {path.name: path.read_bytes() for path in (DATA / "release").iterdir()} == again


def test_there_are_indicators_enough(real: Release) -> None:
    assert len(real.catalogue) >= 45
    assert sum(each.level == "county" for each in real.catalogue.values()) >= 20


def test_girls_of_15_to_17_at_school(real: Release) -> None:
    chosen = select(real.observations, indicator="school_attendance_15_17", filters=GIRLS).set_index("area")
    diber, kukes = chosen.loc["AL-09"], chosen.loc["AL-07"]
    assert (diber["value"], diber["n"], diber["status"]) == (73.72, 66, "ok")
    assert (kukes["status"], kukes["reason"]) == ("unreliable", "small_base")
    rows = differences_for(real.differences, indicator="school_attendance_15_17", filters=GIRLS)
    row = rows[rows["area"].eq("AL-09") & rows["area_to"].eq("AL-11")].iloc[0]
    assert [round(row[each], 1) for each in ("difference", "value_low", "value_upp")] == [18.7, 5.2, 32.1]


def test_every_indicator_settles_on_a_selection_with_something_to_say(real: Release) -> None:
    for code, indicator in real.catalogue.items():
        filters = offers(real.observations, code).settle(Filters())
        chosen = select(real.observations, indicator=code, filters=filters)
        found = finding(chosen, real.differences, higher_is=indicator.higher_is)
        assert chosen["status"].ne("no_data").any(), code
        assert indicator.level != "county" or found.kind != "nothing", code
        assert {area for area, _ in found.missing} <= set(FOCUS)


def test_no_count_of_one_to_four_victims_is_shown(real: Release) -> None:
    sensitive = [code for code, each in real.catalogue.items() if each.sensitive_count]
    rows = real.observations[real.observations["indicator"].isin(sensitive)]
    assert len(rows)
    assert not rows["value"].between(1, 4).any()
